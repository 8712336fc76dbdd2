"""Text that means harm, or is only odd, in the library, the search, the note, the interviews, the coverage."""

from datetime import date
from pathlib import Path

import pytest
from textual import events

from interview_coach.coach import interviews
from interview_coach.coach.interviews import Details
from interview_coach.recall.model import Rating
from interview_coach.tui.screens.library.search import SearchScreen
from tests.making import FakeClock, open_at, write_note
from tests.tui.browsing.looking import screen_of
from tests.tui.driving import opened, press, settled
from tests.tui.test_hostile import TEXTS, check, hostile_note


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_hostile_text_in_every_list(tmp_path: Path, clock: FakeClock, text: str) -> None:
    write_note(tmp_path, text=hostile_note(text))
    coach = open_at(tmp_path, clock)
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.GOOD)
    practice.finish()
    [skill] = coach.library().skills()
    short = text[:80]
    details = Details(short, date(2026, 3, 20), short, short, text, (skill.title, short))
    interviews.add(coach.database, details, coach.clock())
    async with opened(coach) as pilot:
        await press(pilot, "l")
        await settled(pilot)
        check(pilot)
        for key in ("enter", "tab", "enter"):
            await press(pilot, key)
            check(pilot)
        await press(pilot, "n")
        await settled(pilot)
        check(pilot)
        await press(pilot, "q", "q", "q", "slash")
        await settled(pilot)
        for typed in (text[:150], " one"):
            screen_of(pilot, SearchScreen).box.post_message(events.Paste(typed))
            await pilot.pause()
            check(pilot)
        await press(pilot, "escape", "q", "q", "i")
        await settled(pilot)
        check(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        check(pilot)
        await press(pilot, "down", "q", "e")
        check(pilot)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        check(pilot)
        await press(pilot, "escape", "q", "c")
        await settled(pilot)
        for key in ("2", "3", "1"):
            await press(pilot, key)
            check(pilot)
    coach.close()
