"""Sitting mock interviews in tests: five questions of two notes, and a clock that is moved by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.settings import DEFAULTS, Settings
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.screens.mock.interview import MockScreen
from interview_coach.tui.screens.mock.sitting import SittingScreen
from tests.making import STORY, FakeClock, note_text, open_at, write_note
from tests.tui.driving import opened, press, said

SEED = "7"
LATE = 10.0  # seconds between two beats: less than what is taken for absence
TO_SEED = ("down",) * 7
FERRY = {
    "Situation": "The ferry's engine stopped in the middle of the sound with ninety people on board",
    "Task": "Bring all of them ashore before the tide turned",
    "Action": "Anchored, called the pilot boat and moved them over in six trips by hand",
    "Result": "All ninety were ashore in 40 minutes and nobody was hurt",
}
FERRY_QUESTIONS = (
    "Tell me about a failure on the water.",
    "When did you disagree with your captain?",
    "How do you keep people calm?",
)
FERRY_METRICS = (("People ashore", "90/90", "In one evening"), ("Time ashore", "40 min", "The limit was 55"))


class Ticks:
    """A clock in seconds that is moved by hand."""

    def __init__(self) -> None:
        self.now = 5000.0

    def __call__(self) -> float:
        return self.now


def written(root: Path) -> Path:
    """A workspace with two notes: six questions, two stories."""
    write_note(root, "bread.md", note_text(story=STORY))
    write_note(root, "ferry.md", note_text("Ferry Crossing", FERRY_QUESTIONS, FERRY_METRICS, FERRY))
    return root


def opened_coach(root: Path, clock: FakeClock, settings: Settings = DEFAULTS) -> Coach:
    """That workspace, its notes read."""
    coach = open_at(written(root), clock, settings)
    coach.sync()
    return coach


@asynccontextmanager
async def sat(
    coach: Coach, *keys: str, way: str = "", seeded: bool = False, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The app in a mock interview, of the seed SEED where `seeded`, some keys pressed in it."""
    if way:
        coach.remember("mock way", way)
    async with opened(coach, "m", *((*TO_SEED, *SEED) if seeded else ()), "enter", size=size) as pilot:
        assert isinstance(pilot.app.screen, MockScreen)
        await press(pilot, *keys)
        yield pilot


async def passes(pilot: Pilot[None], ticks: Ticks, seconds: float) -> None:
    """Time goes by, in beats that come late, as what is shown may not hang on them."""
    while seconds > 0:
        ticks.now += min(seconds, LATE)
        seconds -= LATE
        beat(pilot)
    await pilot.pause()


def beat(pilot: Pilot[None]) -> None:
    """The screen looks at its clock."""
    if isinstance(pilot.app.screen, SittingScreen):
        pilot.app.screen.beat()


def shows(pilot: Pilot[None], screen: type[CoachScreen]) -> bool:
    """Whether a screen of this kind is on show."""
    return isinstance(pilot.app.screen, screen)


def head(pilot: Pilot[None]) -> str:
    """The head line."""
    return said(pilot, "head")


@pytest.fixture
def ticks(monkeypatch: pytest.MonkeyPatch) -> Ticks:
    """The clock of every interview in the test."""
    found = Ticks()
    monkeypatch.setattr("interview_coach.coach.mock.starting.steady_ticks", lambda: found)
    return found
