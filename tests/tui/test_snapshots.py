"""Pictures of the main screens: what a change does to the look shows in the review of these files.

After a change that is meant: `.venv/bin/python -m pytest tests/tui/test_snapshots.py -n 0 --snapshot-update`.
"""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.tui.app import CoachApp
from tests.tui.driving import SMALL, press, settled

SCREENS = {
    "today": (),
    "asked": ("enter", "h"),
    "shown": ("enter", "enter", "x", "x"),
    "summary": ("enter", "enter", "x", "3", "enter", "1", "enter", "4", "q"),
}


@pytest.mark.parametrize("theme", ["coach-dark", "coach-light"])
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
def test_picture(
    coach: Coach,
    snap_compare: Callable[..., bool],
    keys: tuple[str, ...],
    theme: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Today names the folder of the notes: under a home of its own the name is the same in every run.
    monkeypatch.setenv("HOME", str(coach.workspace.root))

    async def go_there(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await settled(pilot)
        await press(pilot, *keys)

    assert snap_compare(CoachApp(coach), terminal_size=SMALL, run_before=go_there)
