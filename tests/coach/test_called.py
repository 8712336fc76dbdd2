"""Which figures an answer is weak for: those of another story than the one that was told are not missed."""

from contextlib import closing
from pathlib import Path

import pytest

from interview_coach.coach.weak import WeakList, weak_list
from interview_coach.recall.model import Rating
from tests.making import LOST, WON, FakeClock, answered, note_text, open_at, with_stories, write_note

ASKED = "Tell me about a time when it went wrong."
ALSO_WON = {"Situation": "Too much bread", "Action": "Baked less", "Result": "We wasted 38% less than before"}
ONLY_QUESTIONS = "type: skill\ncards: [question]"


def note_with(*stories: dict[str, str]) -> str:
    return with_stories(note_text(questions=[ASKED], story={}, head=ONLY_QUESTIONS), *stories)


def after(root: Path, text: str, *said: str) -> WeakList:
    """The weak answers after two answers to the note's one question that held these points."""
    write_note(root, text=text)
    clock = FakeClock()
    with closing(open_at(root, clock)) as coach:
        coach.sync()
        for _ in range(2):
            practice = coach.practice()
            assert practice.current is not None
            points = practice.current.stored.card.points
            ticked = [index for index, each in enumerate(points) if each.label in said]
            practice.rate(Rating.HARD, answered(points, *ticked))
            clock.pass_time(days=20)
        return weak_list(coach.database, coach.settings, clock())


def missed(found: WeakList) -> list[str]:
    return [name for each in found.answers for reason in each.reasons for name in reason.subjects]


PARTS = ("Situation", "Action", "Result")


def test_a_story_that_failed_is_not_weak_for_lacking_what_another_one_saved(tmp_path: Path) -> None:
    assert missed(after(tmp_path, note_with(WON, LOST), *PARTS)) == []


def test_its_result_is_missed_all_the_same(tmp_path: Path) -> None:
    assert missed(after(tmp_path, note_with(WON, LOST), "Situation", "Action")) == ["the Result"]


@pytest.mark.parametrize("figure", ["Batches sold", "Waste"])
def test_whoever_told_one_of_several_stories_has_not_missed_the_figure_of_the_other(
    tmp_path: Path, figure: str
) -> None:
    assert missed(after(tmp_path, note_with(WON, ALSO_WON), *PARTS, figure)) == []


def test_a_story_told_without_any_of_its_figures_is_weak(tmp_path: Path) -> None:
    assert missed(after(tmp_path, note_with(WON, ALSO_WON), *PARTS)) == ["Batches sold", "Waste"]


def test_an_answer_that_the_note_gives_without_a_figure_calls_for_none(tmp_path: Path) -> None:
    text = note_text(questions=[ASKED], story={}, head=ONLY_QUESTIONS)
    own = text.replace(f'"{ASKED}"', f'"{ASKED}"\n   I say what happened before I say why.')
    assert own != text
    assert missed(after(tmp_path, own, "Batches sold")) == []


def test_the_figures_of_a_note_with_one_story_are_the_storys(tmp_path: Path) -> None:
    told = after(tmp_path, note_text(questions=[ASKED], head=ONLY_QUESTIONS), *PARTS, "Batches sold")
    assert missed(told) == ["Waste", "Proving time"]


def test_what_the_answers_held_is_told_by_the_same_figures(tmp_path: Path) -> None:
    """A figure said besides counts as said; one that was not called for is not among those missed."""
    found = after(tmp_path, note_with(WON, LOST), "Situation", "Action", "Batches sold")
    (look, _) = found.answers[0].looks
    assert (look.landed, look.asked, look.missed) == (1, 2, ("Result",))
