"""Pictures of the mock interview: the think time, an answer with its lights, the report.

After a change that is meant: `pytest tests/tui/mock/test_snapshots.py -n 0 --snapshot-update`.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from interview_coach.tui.app import CoachApp
from tests.making import FakeClock
from tests.tui.driving import SMALL, press, settled
from tests.tui.mock.sitting import SEED, TO_SEED, Ticks, opened_coach, passes, ticks

__all__ = ["ticks"]

PARTS = ((14, 9, 60, 19), (38, 20, 30, 4), (12, 10, 92, 40))  # seconds


async def think(pilot: Pilot[None], ticks: Ticks) -> None:
    await passes(pilot, ticks, 12)


async def answer(pilot: Pilot[None], ticks: Ticks) -> None:
    await press(pilot, "space")
    await tell(pilot, ticks, PARTS[0])


async def tell(pilot: Pilot[None], ticks: Ticks, parts: tuple[int, ...]) -> None:
    for number, seconds in enumerate(parts):
        if number:
            await press(pilot, "space")
        await passes(pilot, ticks, seconds)


async def report(pilot: Pilot[None], ticks: Ticks) -> None:
    for parts in PARTS:
        await press(pilot, "space")
        await tell(pilot, ticks, parts)
        await press(pilot, "enter")
        await passes(pilot, ticks, 21)
        await press(pilot, "enter")
    await press(pilot, "q", "e")
    for grades in ("44345", "32223", "45434"):
        await press(pilot, "4", "space", "space", "enter", *grades, "enter")


@pytest.mark.parametrize("theme", ["coach-dark", "coach-light"])
@pytest.mark.parametrize("go", [think, answer, report], ids=lambda go: str(go.__name__))
def test_picture(
    tmp_path: Path,
    clock: FakeClock,
    ticks: Ticks,
    snap_compare: Callable[..., bool],
    go: Callable[[Pilot[None], Ticks], Awaitable[None]],
    theme: str,
) -> None:
    coach = opened_coach(tmp_path, clock)

    async def go_there(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await settled(pilot)
        await press(pilot, "m", *TO_SEED, *SEED, "enter")
        await go(pilot, ticks)

    assert snap_compare(CoachApp(coach), terminal_size=SMALL, run_before=go_there)
    coach.close()
