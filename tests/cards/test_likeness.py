import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cards.likeness import containment, likeness, words_of


def alike(one: str, other: str) -> float:
    return likeness(words_of(one), words_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Tell me about a difficult escalation you resolved.",
            "Tell me about a diffcult escalaton you resolved",
        ),
        (
            "Tell me about a difficult escalation you resolved.",
            "Describe a difficult escalation that you have resolved.",
        ),
        ("How do you balance demands with constraints?", "How would you balance constraints and demands?"),
        ("请谈谈你解决过的一次困难的升级", "请谈谈你解决的一次困难升级"),
        ("어려운 고객을 설득한 경험", "어려운 고객을 설득했던 경험"),
    ],
)
def test_a_slip_or_another_wording_is_alike(one: str, other: str) -> None:
    assert alike(one, other) >= 0.75


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tell me about a time you failed.", "Tell me about a time you led."),
        ("Tell me about a time you failed.", "Tell me about a time you succeeded."),
        ("Tell me about someone you hired.", "Tell me about someone you fired."),
        ("How do you handle conflict?", "How do you handle deadlines?"),
        ("What is your greatest strength?", "What is your greatest weakness?"),
        ("请谈谈你解决过的一次困难的升级", "你为什么想离开现在的公司"),
    ],
)
def test_another_question_in_the_same_words_is_not(one: str, other: str) -> None:
    assert alike(one, other) < 0.6


def test_figures_and_negations_count_as_words() -> None:
    assert alike("13 of 14 cases won", "13 of 15 cases won") < 1
    assert alike("When do you give in?", "When do you not give in?") < 1


def test_a_text_of_set_words_alone_is_compared_by_them() -> None:
    assert alike("How do you do it?", "How did you do this?") < 1
    assert alike("How do you do it?", "how do you do it") == 1


def test_a_text_written_out_holds_the_shorter_one() -> None:
    short, long = (
        words_of("Created save plan"),
        words_of("On day one I created a save plan with two teams and a date"),
    )
    assert containment(short, long) == 1
    assert likeness(short, long) < 0.6


def test_nothing_is_like_nothing() -> None:
    assert alike("", "") == containment((), ()) == 0


@given(
    st.lists(st.sampled_from(["resolved", "resolve", "revolved", "13", "14", "plan", "plans"]), max_size=8),
    st.data(),
)
def test_likeness_knows_no_sides_and_no_order(words: list[str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(words))
    other = data.draw(st.lists(st.sampled_from(["resolved", "13", "planned", "plan"]), max_size=8))
    assert likeness(words, other) == pytest.approx(likeness(other, words))
    assert likeness(shuffled, other) == pytest.approx(likeness(words, other))
    assert 0 <= likeness(words, other) <= 1
    assert likeness(words, shuffled) == (1 if words else 0)
