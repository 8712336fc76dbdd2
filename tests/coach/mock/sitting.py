"""Mock interviews for the tests: a workspace with several notes, a clock moved by hand, answers to give."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from interview_coach.coach.answering import Measured, Part, Way, written
from interview_coach.coach.coach import Coach
from interview_coach.coach.mock import starting
from interview_coach.coach.mock.interview import Interview
from interview_coach.coach.mock.setup import Setup
from interview_coach.coach.mock.state import Stage
from tests.making import FakeClock, note_text, open_at, write_note

ASKING = (Stage.THINK, Stage.ANSWER, Stage.FOLLOW_UP)
SETUP = Setup(questions=3, seed=7)
GOOD = (
    "I moved the dough to a friend's pizzeria in three runs and I reshaped it for the stone. "
    "I opened on time and sold 47 of 50 batches. " + "I checked each tray before I sent it on its way. " * 12
)


class Ticks:
    """A clock in seconds that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def several_notes(root: Path, number: int = 4) -> Coach:
    """A workspace with several skills, each with a story and three questions of its own."""
    for each in range(number):
        story = {
            "Situation": f"The oven number {each} failed at two in the morning",
            "Task": f"Have bread number {each} on the shelves at seven",
            "Action": f"Moved the dough number {each} to a friend's pizzeria",
            "Result": f"Opened on time and sold 47 of 50 batches of number {each}",
        }
        questions = [
            f"Tell me about a night when the bakery number {each} nearly did not open.",
            f"How do you plan the deliveries of number {each}?",
            f"Tell me about a mistake that you made in number {each}.",
        ]
        write_note(root, f"skill-{each}.md", note_text(f"Skill {each}", questions, story=story))
    coach = open_at(root, FakeClock())
    coach.sync()
    return coach


def begun(coach: Coach, ticks: Ticks, setup: Setup = SETUP, **others: object) -> Interview:
    """An interview that has just begun."""
    return starting.begin(
        coach.database,
        coach.settings,
        coach.clock,
        replace(setup, **others),  # type: ignore[arg-type] # by name, as tests give them
        ticks=ticks,
    )


def again(coach: Coach, ticks: Ticks) -> Interview:
    """The interview that was left, gone on with in a new sitting."""
    left = starting.unfinished(coach.database)
    assert left is not None
    return starting.resume(coach.database, coach.settings, coach.clock, left.mock_id, ticks=ticks)


def answer(interview: Interview, text: str = GOOD) -> None:
    """One answer, in text."""
    if interview.stage is Stage.THINK:
        interview.answer_now()
    interview.answered(written(text, 90_000))


def answer_all(interview: Interview, text: str = GOOD) -> None:
    """Everything that is asked, answered alike."""
    while interview.stage in ASKING:
        answer(interview, text)


def spoken(*seconds: int) -> Measured:
    """A spoken answer with its parts marked."""
    names = ("situation", "task", "action", "result")
    parts = tuple(Part(name, each * 1000) for name, each in zip(names, seconds, strict=False))
    return Measured(Way.SPOKEN, sum(seconds) * 1000, 0, parts)


def suspend(coach: Coach, card_id: int) -> None:
    """Takes a card out of practice, and so out of what can be asked."""
    with coach.database.transaction() as connection:
        connection.execute("UPDATE cards SET suspended = 1 WHERE id = ?", (card_id,))


def schedule_of(coach: Coach) -> Sequence[object]:
    """All that a schedule knows of the cards, and the logs that it is made from."""
    connection = coach.database.connection
    cards = connection.execute("SELECT * FROM cards ORDER BY id").fetchall()
    return [cards, connection.execute("SELECT * FROM reviews").fetchall(), coach.today()]
