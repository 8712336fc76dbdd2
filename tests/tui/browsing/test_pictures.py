"""Pictures of the library, the interviews and the coverage: what a change does to the look shows in the review.

After a change that is meant: `.venv/bin/python -m pytest tests/tui/browsing -n 0 --snapshot-update`.
"""

from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from interview_coach.coach import interviews
from interview_coach.coach.coach import Coach
from interview_coach.coach.interviews import Details
from interview_coach.recall.model import Rating
from interview_coach.tui.app import CoachApp
from tests.making import note_text, write_note
from tests.tui.driving import SMALL, press, settled

SCREENS = {
    "library": ("l",),
    "cards": ("l", "enter", "s"),
    "search": ("l", "slash", "f", "l", "o"),
    "note": ("l", "n"),
    "interviews": ("i",),
    "interview skills": ("i", "enter"),
    "interview form": ("i", "e"),
    "coverage": ("c", "2"),
}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
def test_picture(coach: Coach, snap_compare: Callable[..., bool], keys: tuple[str, ...]) -> None:
    write_note(coach.workspace.root, "shop.md", note_text("Shop Keeping", questions=("How?",), story={}))
    coach.sync()
    practice = coach.practice()
    for rating in (Rating.GOOD, Rating.AGAIN, Rating.EASY):
        practice.rate(rating)
    practice.finish()
    details = Details(
        "The Corner Bakery",
        date(2026, 3, 20),
        "Corner Ltd",
        "Head baker",
        "You know bread baking and proving times.",
        ("Bread Baking",),
    )
    interviews.add(coach.database, details, coach.clock())

    async def go_there(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys:
            await press(pilot, key)
            await settled(pilot)
        # The same cells may come in other pieces where they were painted in two steps.
        for widget in pilot.app.screen.query("*"):
            widget.refresh()
        await pilot.pause()

    assert snap_compare(CoachApp(coach), terminal_size=SMALL, run_before=go_there)
