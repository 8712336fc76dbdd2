"""Pictures of the main screens: what a change does to the look shows in the review of these files.

After a change that is meant: `.venv/bin/python -m pytest tests/tui/test_snapshots.py -n 0 --snapshot-update`.
"""

from collections.abc import Callable

import pytest
from textual import events
from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.tui.app import CoachApp
from tests.tui.answers import fake_ticks
from tests.tui.driving import SMALL, press, settled

WRITTEN = "I moved the dough in three runs, and we sold 45 of 50 batches. Waste fell by 38 percent."
# Keys, seconds that pass, and what is pasted.
SCREENS: dict[str, tuple[str | int, ...]] = {
    "today": (),
    "asked": ("enter", "h"),
    "shown": ("enter", "enter", "x", "x"),
    "speaking": ("enter", "space", 17, "space", 9, "space", 68),
    "found": ("enter", "a", WRITTEN, "ctrl+s", "3", "n"),
    "rubric": ("enter", "space", 17, "space", 60, "enter", "3", "g", "4", "3", "5"),
    "summary": ("enter", "enter", "x", "3", "enter", "1", "enter", "4", "q"),
    "weak": ("enter", "f", "enter", "x", "4", "q", "enter", "w"),
    "drill": ("enter", "f", "enter", "x", "4", "q", "enter", "w", "2"),
    "progress": ("enter", "enter", "4", "enter", "3", "enter", "4", "q", "enter", "p"),
}


@pytest.mark.parametrize("theme", ["coach-dark", "coach-light"])
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
def test_picture(
    coach: Coach,
    snap_compare: Callable[..., bool],
    keys: tuple[str | int, ...],
    theme: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Today names the folder of the notes: under a home of its own the name is the same in every run.
    monkeypatch.setenv("HOME", str(coach.workspace.root))

    ticks = fake_ticks(monkeypatch)

    async def go_there(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await settled(pilot)
        for key in keys:
            if isinstance(key, int):
                ticks.pass_time(key)
                await pilot.pause(0.3)
            elif key == WRITTEN:
                pilot.app.screen.post_message(events.Paste(key))
                await press(pilot)
            else:
                await press(pilot, key)
                await pilot.app.workers.wait_for_complete()
        await settled(pilot)

    assert snap_compare(CoachApp(coach), terminal_size=SMALL, run_before=go_there)
