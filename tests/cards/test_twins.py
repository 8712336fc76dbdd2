"""Which cards of two databases are the same card, whichever is asked about which."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.cards.twins import Sign, twins

ONE = Sign(1, "bread.md", "question", "question 1", "night", "oven", 7)
OTHER = Sign(2, "bread.md", "question", "question 2", "flour", "late", 8)


def theirs(*cards: Sign) -> list[Sign]:
    """The same cards with other numbers."""
    return [replace(card, card_id=card.card_id + 100) for card in cards]


def test_the_same_text_is_the_same_card() -> None:
    assert twins([ONE, OTHER], theirs(OTHER, ONE)) == {101: 1, 102: 2}


def test_a_new_answer_a_new_text_and_a_new_path_are_no_other_card() -> None:
    moved = [replace(card, note="food/bread.md") for card in (ONE, OTHER)]
    for changed in (
        [replace(ONE, answer_print="stove"), OTHER],
        [replace(ONE, prompt_print="evening"), OTHER],
        [replace(ONE, prompt_print="evening", answer_print="stove", slot="question 9"), OTHER],
        moved,
        [moved[0], replace(moved[1], answer_print="early")],
        [moved[0], replace(moved[1], prompt_print="yeast", answer_print="early")],
    ):
        assert twins([ONE, OTHER], theirs(*changed)) == {101: 1, 102: 2}


def test_what_could_be_either_of_two_is_neither() -> None:
    twice = [ONE, replace(ONE, card_id=3, slot="question 3")]
    unplaced = replace(ONE, slot="question 2")
    assert twins(twice, theirs(unplaced)) == {}
    assert twins(twice, theirs(*twice)) == {101: 1, 103: 3}


def test_the_same_question_in_another_note_is_another_card() -> None:
    assert twins([ONE], theirs(replace(ONE, note="rolls.md", answer_print="shape"))) == {}
    assert twins([ONE], theirs(replace(ONE, kind="opener"))) == {}


signs = st.lists(
    st.builds(
        Sign,
        card_id=st.just(0),
        note=st.sampled_from(["a.md", "b.md", "c.md"]),
        kind=st.sampled_from(["question", "metric"]),
        slot=st.sampled_from(["1", "2"]),
        prompt_print=st.sampled_from(["p", "q", "r"]),
        answer_print=st.sampled_from(["x", "y"]),
        seed=st.integers(1, 3),
    ),
    max_size=8,
).map(lambda cards: [replace(card, card_id=number) for number, card in enumerate(cards)])


@settings(max_examples=400, deadline=None)
@given(signs, signs)
def test_either_side_may_be_asked_about_the_other(ours: list[Sign], others: list[Sign]) -> None:
    pairs = twins(ours, others)
    assert {mine: their for their, mine in pairs.items()} == twins(others, ours)
    assert len(set(pairs.values())) == len(pairs)
    assert all(ours[mine].kind == others[their].kind for their, mine in pairs.items())
