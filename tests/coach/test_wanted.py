"""What a note has for a question: which figures are due, where one of several stories may answer it."""

from pathlib import Path

import pytest

from interview_coach.answers.profiles import profile_of
from interview_coach.cards.make import cards_of
from interview_coach.cards.model import Card, CardKind
from interview_coach.coach.answering import written
from interview_coach.coach.feedback import feedback, note_at
from interview_coach.coach.looking import judge, look
from interview_coach.notes.model import SkillNote
from interview_coach.settings import DEFAULTS
from tests.making import LOST, WON, note_text, with_stories, write_note

PROFILE = profile_of(DEFAULTS)
FAILED = "Tell me about a time when it went wrong."
ANSWER = "I bought cheap flour and told the owner that the fault was mine. We threw three hundred loaves away."


def two_stories(root: Path, *stories: dict[str, str]) -> SkillNote:
    return note_at(write_note(root, "two.md", with_stories(note_text(questions=[FAILED], story={}), *stories)))


def question_card(note: SkillNote) -> Card:
    return next(card for card in cards_of(note, [CardKind.QUESTION]) if card.prompt == note.questions[0].text)


def fixes(note: SkillNote, answer: str) -> tuple[str, ...]:
    """The codes of the fix in practice and by the command, "" for none."""
    looked = look(written(answer, 60_000), question_card(note), DEFAULTS, PROFILE)
    decided = [each for each in looked.ticked if each.decided_by == "auto"]
    practised = judge(looked, decided, DEFAULTS, PROFILE).fix
    commanded = feedback(answer, note, note.questions[0], DEFAULTS).fix
    return tuple("" if each is None else each.code for each in (practised, commanded))


def test_where_one_story_has_none_of_the_figures_none_is_due(root: Path) -> None:
    assert fixes(two_stories(root, WON, LOST), ANSWER) == ("thin", "thin")


def test_where_each_story_names_a_figure_one_is_due(root: Path) -> None:
    also = {**LOST, "Result": "After that we wasted 38% less than the year before"}
    assert fixes(two_stories(root, WON, also), ANSWER) == ("figure", "figure")


def test_where_no_story_names_a_figure_those_of_the_table_are_due(root: Path) -> None:
    assert fixes(two_stories(root, LOST, {**WON, "Result": "Opened on time"}), ANSWER) == ("figure", "figure")


def test_a_figure_said_otherwise_is_asked_about_all_the_same(root: Path) -> None:
    card = question_card(two_stories(root, WON, LOST))
    looked = look(written("On opening day we sold 45 of 50 batches.", 9_000), card, DEFAULTS, PROFILE)
    assert [each.sought.value for each in looked.doubtful] == ["47/50"]


@pytest.mark.parametrize("asked", ["How would you plan?", "How do you plan?", "When is it right to hold firm?"])
def test_practice_and_the_command_know_alike_what_asks_for_no_event(root: Path, asked: str) -> None:
    note = note_at(write_note(root, "plans.md", note_text(questions=[asked], metrics=(), story=WON)))
    usual = "I would usually plan. I would always plan. I usually plan. I always plan for it."
    assert fixes(note, usual) == ("thin", "thin")
