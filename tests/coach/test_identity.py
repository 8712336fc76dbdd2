"""What people do to their notes, on real files, and what becomes of what they learnt.

A card's id is its history: every review names it. So each test asks which id stands under which text.
"""

import itertools
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.coach.coach import Coach
from interview_coach.coach.plan import Changes
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store.cards import CardStatus
from tests.making import METRICS, QUESTIONS, STORY, FakeClock, note_text, open_at, write_note

LOOKALIKE = "Tell me about a night the bakery nearly did not close."
UNRELATED = "Which three books would you give a new apprentice?"
ROLLS_STORY = {
    "Situation": "A supplier sent rye in place of wheat the week before Christmas",
    "Task": "Keep the wholesale customers from cancelling",
    "Action": "Rewrote the menu overnight and phoned each customer personally",
    "Result": "No order was lost, and rye stayed on the menu",
}
ROLLS = note_text(
    "Roll Making",
    ["How do you shape forty rolls a minute?", "Why do rolls split?"],
    [("Rolls an hour", "2,400", "With two people")],
    ROLLS_STORY,
)
CAKES = note_text(
    "Cake Icing",
    ["What went wrong with a wedding cake?", "How long does royal icing keep?"],
    [("Cakes a week", "31", "In June")],
    {
        "Situation": "A wedding cake slid off its stand on a hill",
        "Task": "Serve two hundred guests within the hour",
        "Action": "Cut the ruin into glasses with cream and berries",
        "Result": "Nobody asked, and three guests ordered the dessert",
    },
)


def ids(coach: Coach, status: CardStatus | None = None) -> dict[str, int]:
    """Prompts with the ids of their cards; those in a note unless a status is asked for."""
    return {
        each.stored.card.prompt: each.stored.card_id
        for each in coach.cards()
        if (each.status is status if status is not None else each.status is not CardStatus.MISSING)
    }


def answers(coach: Coach) -> dict[str, int]:
    """Answers of the story parts there are, with the ids of their cards."""
    return {
        each.stored.card.answer: each.stored.card_id
        for each in coach.cards()
        if each.status is not CardStatus.MISSING and each.stored.card.kind == "story part"
    }


def edited(coach: Coach, root: Path, text: str) -> Changes:
    write_note(root, text=text)
    return coach.sync().changes


def with_questions(*texts: str) -> str:
    return note_text(questions=texts)


# -- the words of one question


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the bakery nearly", "the bakrey nearly"),
        ("did not open", "didn't open"),
        (
            "How do you plan for a flour delivery that comes late?",
            "How would you plan for late flour deliveries?",
        ),
        ("Tell me about a night the bakery", "TELL ME ABOUT A NIGHT THE BAKERY"),
        ('"When do you throw a batch away?"', "“When do you throw a batch away?”"),
        ("nearly did not open", "**nearly** did *not* open"),
        ("a batch away?", "a batch away"),
    ],
    ids=["typo", "contraction", "reworded", "case", "quotes", "emphasis", "punctuation"],
)
def test_a_question_in_other_words_is_the_same_card(coach: Coach, root: Path, before: str, after: str) -> None:
    was = ids(coach)
    assert before in note_text()
    changes = edited(coach, root, note_text().replace(before, after))
    assert (changes.new, changes.missing) == (0, 0)
    assert sorted(ids(coach).values()) == sorted(was.values())
    assert ids(coach, CardStatus.MISSING) == {}


def test_the_reviews_stay_with_the_card(coach: Coach, root: Path) -> None:
    practice = coach.practice()
    assert practice.current is not None
    card_id = practice.current.stored.card_id
    practice.rate(Rating.GOOD)
    edited(coach, root, note_text().replace("the bakery nearly", "the bakery very nearly"))
    (card,) = [each.stored for each in coach.cards() if each.stored.card_id == card_id]
    assert card.memory.reps == 1
    assert "very nearly" in card.card.prompt


# -- the order of a note


def test_reordered_questions_are_each_their_own(coach: Coach, root: Path) -> None:
    was = ids(coach)
    for order in itertools.permutations(QUESTIONS):
        assert edited(coach, root, with_questions(*order)) == Changes(kept=10)
        assert ids(coach) == was


def test_two_questions_that_swap_places_keep_each_their_own(coach: Coach, root: Path) -> None:
    was = ids(coach)
    edited(coach, root, with_questions(QUESTIONS[1], QUESTIONS[0], QUESTIONS[2]))
    assert ids(coach) == was


def test_a_question_inserted_at_the_top_takes_nothing(coach: Coach, root: Path) -> None:
    was = ids(coach)
    assert edited(coach, root, with_questions(UNRELATED, *QUESTIONS)) == Changes(new=1, kept=10)
    now = ids(coach)
    assert now.pop(UNRELATED) not in was.values()
    assert now == was


@pytest.mark.parametrize("place", range(4))
def test_a_lookalike_beside_the_original_takes_nothing(coach: Coach, root: Path, place: int) -> None:
    was = ids(coach)
    questions = list(QUESTIONS)
    questions.insert(place, LOOKALIKE)
    assert edited(coach, root, with_questions(*questions)) == Changes(new=1, kept=10)
    now = ids(coach)
    assert now.pop(LOOKALIKE) not in was.values()
    assert now == was


def test_an_unrelated_question_in_the_place_of_another_takes_nothing(coach: Coach, root: Path) -> None:
    was = ids(coach)
    changes = edited(coach, root, with_questions(UNRELATED, *QUESTIONS[1:]))
    assert (changes.new, changes.missing) == (1, 1)
    assert ids(coach)[UNRELATED] not in was.values()
    assert ids(coach, CardStatus.MISSING) == {QUESTIONS[0]: was[QUESTIONS[0]]}


def test_an_unrelated_metric_and_an_unrelated_story_take_nothing(coach: Coach, root: Path) -> None:
    was = ids(coach)
    metrics = [("Apprentices trained", "6", "In two years"), *METRICS[1:]]
    changes = edited(coach, root, note_text(metrics=metrics, story=ROLLS_STORY))
    assert (changes.new, changes.missing) == (5, 5)
    assert set(ids(coach).values()) & set(was.values()) == {
        was[prompt]
        for prompt in was
        if prompt in QUESTIONS or prompt.startswith(("Bread Baking: Waste", "Bread Baking: Proving"))
    }


# -- what a card answers


def test_a_new_value_keeps_the_history_and_the_card_says_so(coach: Coach, root: Path, clock: FakeClock) -> None:
    was = ids(coach)
    clock.pass_time(days=1)
    edited(coach, root, note_text(metrics=[(METRICS[0][0], "49/50", METRICS[0][2]), *METRICS[1:]]))
    assert ids(coach) == was
    told = {
        each.stored.card.prompt: each.stored.answer_changed_at
        for each in coach.cards()
        if each.stored.card.kind == "metric"
    }
    assert told.pop("Bread Baking: Batches sold = ? (On opening day)") == clock()
    assert set(told.values()) == {None}


def test_a_changed_part_of_a_story_keeps_the_history_and_the_cards_say_so(coach: Coach, root: Path) -> None:
    was = ids(coach)
    edited(
        coach, root, note_text(story={**STORY, "Result": "Opened on time and sold 47 of 50 batches by noon"})
    )
    assert ids(coach) == was
    told = [each.stored.card for each in coach.cards() if each.stored.answer_changed_at is not None]
    assert [card.kind.value for card in told] == ["question"] * 3 + ["story part"]
    assert told[-1].answer.endswith("by noon")


# -- titles and files


def test_a_skill_with_another_name_keeps_its_cards(coach: Coach, root: Path) -> None:
    was = ids(coach)
    changes = edited(coach, root, note_text("Sourdough"))
    assert (changes.new, changes.missing) == (0, 0)
    assert {prompt.replace("Sourdough", "Bread Baking"): card for prompt, card in ids(coach).items()} == was


@pytest.mark.parametrize("name", ["baking.md", "deep/er/bread.md", "BREAD.md", "a.md", "z.md"])
def test_a_file_renamed_or_moved_keeps_its_cards(coach: Coach, root: Path, name: str) -> None:
    was = ids(coach)
    target = root / "decks" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    (root / "decks" / "bread.md").rename(target)
    changes = coach.sync().changes
    assert (changes.new, changes.missing) == (0, 0)
    assert ids(coach) == was
    assert {each.stored.path for each in coach.cards()} == {name}


def test_a_file_renamed_retitled_and_edited_in_one_go_keeps_its_cards(coach: Coach, root: Path) -> None:
    was = set(ids(coach).values())
    (root / "decks" / "bread.md").unlink()
    text = note_text(
        "Sourdough",
        [
            QUESTIONS[2],
            "How do you plan for a late delivery of flour?",
            QUESTIONS[0].replace("night", "morning"),
        ],
        [METRICS[2], (METRICS[0][0], "48/50", METRICS[0][2]), METRICS[1]],
        {**STORY, "Action": STORY["Action"] + ", with two friends"},
    )
    write_note(root, "new/sourdough.md", text)
    changes = coach.sync().changes
    assert (changes.new, changes.missing) == (0, 0)
    assert set(ids(coach).values()) == was


@pytest.mark.parametrize("rest", ["bread.md", "a.md", "z.md"])
def test_a_note_split_in_two_keeps_its_cards(coach: Coach, root: Path, rest: str) -> None:
    was = ids(coach)
    (root / "decks" / "bread.md").unlink()
    write_note(root, rest, note_text(questions=QUESTIONS[:2], metrics=METRICS[:1]))
    write_note(root, "m.md", note_text("Bread Figures", QUESTIONS[2:], METRICS[1:], {}))
    changes = coach.sync().changes
    assert (changes.new, changes.missing) == (0, 0)
    assert {prompt.replace("Bread Figures", "Bread Baking"): card for prompt, card in ids(coach).items()} == was


@pytest.mark.parametrize("name", ["bread.md", "rolls.md", "a.md", "z.md"])
def test_notes_merged_into_one_keep_their_cards(coach: Coach, root: Path, name: str) -> None:
    write_note(
        root, "rolls.md", note_text("Roll Making", ["Why do rolls split?"], [("Rolls", "2,400", "")], {})
    )
    coach.sync()
    was = ids(coach)
    for path in (root / "decks").iterdir():
        path.unlink()
    write_note(
        root,
        name,
        note_text(questions=[*QUESTIONS, "Why do rolls split?"], metrics=[*METRICS, ("Rolls", "2,400", "")]),
    )
    changes = coach.sync().changes
    assert (changes.new, changes.missing) == (0, 0)
    assert {
        prompt.replace("Bread Baking: Rolls", "Roll Making: Rolls"): i for prompt, i in ids(coach).items()
    } == was


@pytest.mark.parametrize("name", ["a.md", "z.md", "deep/bread.md"])
def test_a_copied_file_takes_nothing_from_the_original(coach: Coach, root: Path, name: str) -> None:
    was = {each.stored.card_id for each in coach.cards()}
    copy = root / "decks" / name
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(root / "decks" / "bread.md", copy)
    assert coach.sync().changes == Changes(new=10, kept=10)
    assert {each.stored.card_id for each in coach.cards() if each.stored.path == "bread.md"} == was
    copy.unlink()
    assert coach.sync().changes == Changes(kept=10, missing=10)
    assert set(ids(coach).values()) == was


def test_a_question_moved_to_another_note_takes_its_history_along(coach: Coach, root: Path) -> None:
    write_note(root, "rolls.md", ROLLS)
    coach.sync()
    was = ids(coach)
    write_note(root, text=with_questions(*QUESTIONS[:2]))
    write_note(root, "rolls.md", ROLLS.replace('1. "', f'1. "{QUESTIONS[2]}"\n2. "'))
    changes = coach.sync().changes
    assert (changes.new, changes.missing) == (0, 0)
    assert ids(coach) == was


# -- what is gone for a while


def test_a_question_deleted_and_restored_later_has_its_history(
    coach: Coach, root: Path, clock: FakeClock
) -> None:
    was = ids(coach)
    assert edited(coach, root, with_questions(*QUESTIONS[1:])).missing == 1
    clock.pass_time(days=60)
    edited(coach, root, with_questions(UNRELATED, *QUESTIONS[1:]))
    assert edited(coach, root, with_questions(UNRELATED, *QUESTIONS[1:], QUESTIONS[0])).revived == 1
    now = ids(coach)
    assert now.pop(UNRELATED) not in was.values()
    assert now == was


def test_a_question_restored_in_another_note_has_its_history(coach: Coach, root: Path) -> None:
    was = ids(coach)
    edited(coach, root, with_questions(*QUESTIONS[1:]))
    write_note(root, "other.md", note_text("Openings", [QUESTIONS[0]], [], {}))
    assert coach.sync().changes.revived == 1
    assert ids(coach) == was


def test_notes_that_are_away_for_a_day_come_back_as_they_were(
    coach: Coach, root: Path, clock: FakeClock
) -> None:
    write_note(root, "rolls.md", ROLLS)
    coach.sync()
    was = ids(coach)
    away = root / "away"
    (root / "decks").rename(away)
    (root / "decks").mkdir()
    coach.sync()
    assert ids(coach) == {}
    clock.pass_time(days=1)
    (root / "decks").rmdir()
    away.rename(root / "decks")
    changes = coach.sync().changes
    assert (changes.new, changes.revived) == (0, len(was))
    assert ids(coach) == was


def test_notes_that_come_back_one_by_one_take_nothing_from_each_other(coach: Coach, root: Path) -> None:
    texts = {"bread.md": note_text(), "rolls.md": ROLLS, "cakes.md": CAKES}
    for name, text in texts.items():
        write_note(root, name, text)
    coach.sync()
    was = ids(coach)
    for name in texts:
        (root / "decks" / name).unlink()
    coach.sync()
    for name, text in reversed(texts.items()):
        write_note(root, name, text)
        assert coach.sync().changes.new == 0
    assert ids(coach) == was


@pytest.mark.parametrize("content", ["", "\n", "\ufeff", " \t\r\n"])
def test_a_file_that_reads_as_empty_takes_nothing_away(coach: Coach, root: Path, content: str) -> None:
    was = ids(coach)
    assert edited(coach, root, content) == Changes(kept=10)
    assert ids(coach) == was
    assert [each.problems[0].message for each in coach.odd_notes()] == [
        "the file reads as empty; its cards are kept"
    ]
    assert edited(coach, root, note_text()) == Changes(kept=10)
    assert ids(coach) == was
    assert coach.odd_notes() == []


def test_a_file_that_was_always_empty_is_not_odd(coach: Coach, root: Path) -> None:
    write_note(root, "untitled.md", "")
    coach.sync()
    assert coach.odd_notes() == []


@pytest.mark.parametrize("share", [number / 12 for number in range(1, 12)])
def test_a_file_cut_short_by_a_broken_sync_costs_nothing_once_it_is_whole(
    coach: Coach, root: Path, share: float
) -> None:
    was = ids(coach)
    text = note_text()
    edited(coach, root, text[: int(len(text) * share)])
    edited(coach, root, text)
    assert ids(coach) == was


# -- no order of files matters

TEXTS = (note_text(), ROLLS, CAKES)
LATER = (
    note_text("Sourdough", [LOOKALIKE, *QUESTIONS], [(METRICS[0][0], "49/50", METRICS[0][2]), *METRICS[1:]]),
    ROLLS.replace("Why do rolls split?", "Why would a roll split?"),
    CAKES.replace("royal icing keep", "royal icing stay good").replace("In June", "In May and June"),
)
NAMES = ("a.md", "b.md", "c.md", "d.md", "e.md", "deep/a.md")


def _ids_by_text(before: Mapping[str, str], after: Mapping[str, str]) -> dict[tuple[str, str], int | None]:
    """Which prompt and answer of `after` carry on which of `before`, by the first text it had."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in before.items():
            write_note(root, name, text)
        coach = open_at(
            root, FakeClock(), replace(DEFAULTS, cards=("question", "story part", "metric", "opener"))
        )
        coach.sync()
        first = {
            each.stored.card_id: (each.stored.card.prompt, each.stored.card.answer) for each in coach.cards()
        }
        shutil.rmtree(root / "decks")
        for name, text in after.items():
            write_note(root, name, text)
        coach.sync()
        numbers = {text: number for number, text in enumerate(sorted(first.values()))}
        told = {
            (each.stored.card.prompt, each.stored.card.answer): (
                numbers[first[each.stored.card_id]] if each.stored.card_id in first else None
            )
            for each in coach.cards()
            if each.status is not CardStatus.MISSING
        }
        coach.close()
        return told


@settings(max_examples=25, deadline=None)
@given(st.permutations(NAMES), st.permutations(NAMES), st.permutations(range(3)))
def test_no_name_and_no_order_of_files_matters(
    names: Sequence[str], later_names: Sequence[str], order: Sequence[int]
) -> None:
    """Three notes renamed, retitled and edited at once, also with names taken from each other."""
    plain = _ids_by_text(
        dict(zip(("0.md", "1.md", "2.md"), TEXTS, strict=True)),
        dict(zip(("3.md", "4.md", "5.md"), LATER, strict=True)),
    )
    before = {names[number]: TEXTS[number] for number in order}
    after = {later_names[number]: LATER[number] for number in order}
    assert _ids_by_text(before, after) == plain


def test_what_no_order_of_files_changes_is_what_should_be() -> None:
    told = _ids_by_text(dict(zip(NAMES, TEXTS, strict=False)), dict(zip(NAMES[3:], LATER, strict=False)))
    new = {prompt for (prompt, _), number in told.items() if number is None}
    assert {prompt.partition(" (Ten")[0] for prompt in new} == {LOOKALIKE}


def test_a_file_saved_by_an_editor_that_renames_is_the_same_file(coach: Coach, root: Path) -> None:
    was = ids(coach)
    path = root / "decks" / "bread.md"
    path.with_suffix(".tmp").write_text(note_text().replace("comes late", "comes too late"), encoding="utf-8")
    os.replace(path.with_suffix(".tmp"), path)  # noqa: PTH105 - what editors do
    coach.sync()
    assert sorted(ids(coach).values()) == sorted(was.values())
