"""What the tests of answers share: a monotonic clock that is moved by hand, and what was stored."""

import json
import math
from dataclasses import dataclass
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from interview_coach.coach import deadline
from interview_coach.coach.coach import Coach
from interview_coach.tui.screens.answering import AnsweringScreen
from interview_coach.tui.screens.practice import PracticeScreen
from tests.tui.driving import press


@dataclass
class Ticks:
    """Seconds that go on when a test says so."""

    now: float = 1000.0

    def pass_time(self, seconds: float) -> None:
        self.now += seconds


def fake_ticks(monkeypatch: pytest.MonkeyPatch) -> Ticks:
    """The clock of spoken answers, in a test's hand, which nobody is asked about."""
    ticks = Ticks()
    monkeypatch.setattr(deadline, "AWAY", math.inf)
    monkeypatch.setattr(AnsweringScreen, "monotonic", property(lambda _screen: ticks.now))
    return ticks


def screen_of(pilot: Pilot[None]) -> PracticeScreen:
    """The practice on show."""
    screen = pilot.app.screen
    assert isinstance(screen, PracticeScreen)
    return screen


async def paste(pilot: Pilot[None], text: str) -> None:
    """Pastes into what has the focus, else over the screen."""
    (pilot.app.screen.focused or pilot.app.screen).post_message(events.Paste(text))
    await press(pilot)


def attempts(coach: Coach, *columns: str) -> list[Any]:
    """Columns of the stored answers, oldest first; JSON is read, and one column stands by itself."""
    query = f"SELECT {', '.join(columns)} FROM attempts ORDER BY id"  # noqa: S608 - own names
    rows = coach.database.connection.execute(query).fetchall()
    read = [tuple(json.loads(v) if isinstance(v, str) and v[:1] in "[{" else v for v in row) for row in rows]
    return [row[0] for row in read] if len(columns) == 1 else read


def points(coach: Coach, *columns: str) -> list[tuple[object, ...]]:
    """Columns of the points of all stored answers."""
    return coach.database.connection.execute(
        f"SELECT {', '.join(columns)} FROM points ORDER BY attempt_id, number"  # noqa: S608 - own names
    ).fetchall()
