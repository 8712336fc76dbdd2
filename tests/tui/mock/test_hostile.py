"""Text that means harm, or is only odd, on every screen of the mock interview."""

from pathlib import Path

import pytest
from textual import events

from interview_coach.tui.screens.mock.report import ReportScreen
from tests.making import FakeClock, note_text, open_at, write_note
from tests.tui.driving import opened, press
from tests.tui.mock.sitting import Ticks, passes, shows, ticks
from tests.tui.test_hostile import HOSTILE, check, hostile_note

__all__ = ["ticks"]


# Kinds that do not hide each other share an interview: a whole one takes its time.
KINDS = {
    "markup": ("closing markup", "a link that acts", "variables", "brackets"),
    "escapes and length": ("a title escape", "colour escapes", "right to left", "one long word"),
    "widths": ("combining", "emoji", "wide"),
}


def test_every_kind_is_there() -> None:
    assert {each for kinds in KINDS.values() for each in kinds} == set(HOSTILE)


@pytest.mark.parametrize(
    "text", [" ".join(HOSTILE[each] for each in kinds) for kinds in KINDS.values()], ids=KINDS
)
async def test_hostile_text_through_a_whole_interview(
    tmp_path: Path, clock: FakeClock, ticks: Ticks, text: str
) -> None:
    write_note(tmp_path, text=hostile_note(text))
    write_note(tmp_path, "bare.md", note_text(text[:200], (f"{text} bare?",), (), {}))
    coach = open_at(tmp_path, clock)
    coach.sync()
    coach.remember("mock way", "text")
    async with opened(coach, "b") as pilot:
        check(pilot)
        for key in ("q", "m", "x", "s", "space", "q"):
            await press(pilot, key)
            check(pilot)
        await press(pilot, "enter")
        check(pilot)
        for size in ((60, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            await passes(pilot, ticks, 1)
            check(pilot)
        await press(pilot, "space")
        pilot.app.screen.post_message(events.Paste(text))
        await pilot.pause()
        await passes(pilot, ticks, 3)
        check(pilot)
        for keys in (
            ("ctrl+s",),
            ("escape",),
            ("q",),
            ("e",),
            ("2",),
            ("y",),
            ("pagedown",),
            ("d",),
            ("enter",),
        ):
            await press(pilot, *keys)
            check(pilot)
        await press(pilot, "1", "2", "1", "2", "1", "enter")
        assert shows(pilot, ReportScreen)
        check(pilot)
        for key in ("pagedown", "pagedown", "s", "p"):
            await press(pilot, key)
            check(pilot)
        await pilot.resize_terminal(60, 20)
        await press(pilot, "f1")
        check(pilot)
    coach.close()
