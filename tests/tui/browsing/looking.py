"""Reading what the screens with lists show."""

from typing import TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.driving import flowing, painted

AnyScreen = TypeVar("AnyScreen", bound=Screen[None])


def shown(pilot: Pilot[None]) -> str:
    """Everything that is painted, as it reads."""
    return flowing(" ".join(painted(pilot)).replace("│", " "))


def screen_of(pilot: Pilot[None], kind: type[AnyScreen]) -> AnyScreen:
    """The screen on show, as what it must be."""
    screen = pilot.app.screen
    assert isinstance(screen, kind), screen
    return screen


def column(pilot: Pilot[None], of: int) -> str:
    """What is painted at the left (0) or at the right (1) of the line between list and detail, as it reads."""
    rows = [row.split("│") for row in painted(pilot) if "│" in row]
    return flowing(" ".join(row[of] for row in rows))
