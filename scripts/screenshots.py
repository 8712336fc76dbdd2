"""Makes the pictures in docs/pictures from the sample decks: `make screenshots`.

The clock stands at one moment and the history behind the pictures is played by rule, so that two runs give
the same files and a change in them is a change of the screens.
"""

import asyncio
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.coach.interviews import add
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store.interviews import Details
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.answering import AnsweringScreen
from interview_coach.tui.widgets.clock import LOOKS
from interview_coach.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZE = (100, 30)
THEME = "coach-dark"
MORNING = datetime.fromisoformat("2026-03-02T08:00:00+01:00")
DAYS_BEFORE = 2
SECONDS_A_STEP = 13.0

BEAT = 15  # seconds at a time: after more the mock interview would ask whether anybody was there


def told(*parts: int) -> tuple[str | int, ...]:
    """The keys and seconds of a spoken answer with the lengths of its parts, but for the key that ends it."""
    steps: list[str | int] = []
    for number, seconds in enumerate(parts):
        steps += [*(["space"] if number else []), *[BEAT] * (seconds // BEAT), seconds % BEAT]
    return tuple(steps)


def answered(*parts: int) -> tuple[str | int, ...]:
    """A question of a mock interview with its follow-up, answered."""
    return ("space", *told(*parts), "enter", *told(38), "enter")


def graded(predicted: str, ticks: int, grades: str) -> tuple[str | int, ...]:
    """One answer of the debrief."""
    return (predicted, *["x"] * ticks, "enter", *grades, "enter")


# For each picture the keys that lead to it from the picture before it, and the seconds that pass meanwhile.
STEPS: dict[str, tuple[str | int, ...]] = {
    "today": (),
    "practice": ("enter", "space", 17, "space", 9, "space", "h", 15, 15, 12),
    "reveal": (16, "space", 9, "enter", "3", "x", "x", "down"),
    "help": ("question_mark",),
    "summary": ("q", "3", "enter", "x", "4", "enter", "x", "x", "1", "enter", "3", "enter", "x", "2", "q"),
    "mock-setup": ("enter", "m", *["down"] * 7, "4", "2"),
    "mock-answer": ("enter", 12, "space", *told(14, 9, 64, 18)),
    "mock-debrief": (
        *("enter", *told(38), "enter"),
        *answered(41, 19, 30, 6),
        *answered(12, 11, 70, 24),
        *answered(16, 14, 88, 38),
        *answered(13, 9, 61, 22),
        *("3", "x", "x", "down"),
    ),
    "mock-report": (
        *("enter", *"44344", "enter"),
        *graded("4", 1, "32224"),
        *graded("3", 2, "44444"),
        *graded("4", 1, "34334"),
        *graded("4", 3, "45444"),
    ),
    "brief": ("q", "b"),
}
# The same after four weeks of practice, with an interview ahead.
MONTH = 28
STEPS_AFTER_A_MONTH: dict[str, tuple[str | int, ...]] = {
    "weak": ("w",),
    "progress": ("q", "p"),
    "library": ("q", "l"),
    "interviews": ("q", "i"),
    "coverage": ("q", "c"),
}


class SteppingClock:
    """A clock that goes on by the same step at each look, so that everything takes some time."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=SECONDS_A_STEP)
        return self.now


def play_the_days_before(coach: Coach, clock: SteppingClock, days: int) -> None:
    """Some days of practice, with a slip now and then; then the first two cards of today."""
    ratings: Iterator[Rating] = itertools.cycle(
        (Rating.GOOD, Rating.GOOD, Rating.EASY, Rating.GOOD, Rating.AGAIN, Rating.HARD)
    )
    for day in range(days):
        clock.now = MORNING - timedelta(days=days - day)
        practice = coach.practice()
        while practice.current is not None:
            practice.rate(next(ratings))
        practice.finish()
    clock.now = MORNING
    practice = coach.practice()
    for rating in (Rating.AGAIN, Rating.GOOD):
        practice.rate(rating)
    practice.finish()


class Speaking:
    """The seconds of spoken answers, which pass when the script says so."""

    now = 0.0


async def take_pictures(coach: Coach, steps: dict[str, tuple[str | int, ...]]) -> None:
    """Goes through the screens and saves each."""
    speaking = Speaking()
    AnsweringScreen.monotonic = property(lambda _screen: speaking.now)  # type: ignore[method-assign, assignment]
    app = CoachApp(coach)
    app.theme = THEME
    ticks = patch("interview_coach.coach.mock.starting.steady_ticks", lambda: lambda: speaking.now)
    async with app.run_test(size=SIZE) as pilot:
        ticks.start()
        await settled(pilot)
        for name, keys in steps.items():
            for key in keys:
                if isinstance(key, int):
                    speaking.now += key
                    await pilot.pause(1 / LOOKS + 0.1)  # the clock has looked again
                else:
                    await pilot.press(key)
                    await settled(pilot)
            # Without this, some viewers drop the blanks at the edges of a stretch of text.
            picture = app.export_screenshot(title=app.title).replace("<text ", '<text xml:space="preserve" ')
            (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")
        ticks.stop()


async def settled(pilot: Pilot[None]) -> None:
    """Waits until the notes are read and everything is painted."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def main() -> None:
    """Everything, in a workspace of its own that is gone afterwards."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    clock = SteppingClock(MORNING)
    with tempfile.TemporaryDirectory() as folder:
        # Under a home of its own, so that no folder of this machine stands in the pictures.
        os.environ["HOME"] = folder
        for name, days, steps in (("interviews", DAYS_BEFORE, STEPS), ("month", MONTH, STEPS_AFTER_A_MONTH)):
            root = Path(folder) / name
            shutil.copytree(ROOT / "decks", root / "decks")
            coach = Coach(Workspace(root), DEFAULTS, clock)
            coach.sync()
            if days == MONTH:
                ahead = MORNING.date() + timedelta(days=9)
                add(
                    coach.database,
                    Details("Second round", ahead, "Northwind", "Customer success lead"),
                    MORNING,
                )
            play_the_days_before(coach, clock, days)
            asyncio.run(take_pictures(coach, steps))
            coach.close()


if __name__ == "__main__":
    main()
