"""Text that means harm, or is only odd, on every screen: nothing crashes, acts or leaves its cells."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.errors import CoachError
from interview_coach.notes.model import Problem, Severity
from interview_coach.store.notes import OddNote, Status
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.answer_box import TextBox
from tests.making import STORY, FakeClock, note_text, open_at, write_note
from tests.tui.driving import opened, painted, press

HOSTILE = {
    "closing markup": "an [/] end [/b] that [/] closes nothing",
    "brackets": "list[int] and dict[str, list[int]] in [brackets]",
    "a link that acts": "[@click=app.quit]x[/] [@click=screen.rate(1)]click me[/]",
    "a title escape": "before \x1b]0;x\x07 after",
    "colour escapes": "\x1b[31mred\x1b[0m \x9b2J",
    "wide": "漢字仮名交じり文" * 12,
    "emoji": "👩‍👩‍👧‍👦 family 🏳️‍🌈 flag 👍🏽 thumb " * 6,
    "right to left": "שלום עולם \u202eevil\u202c مرحبا بالعالم",
    "combining": "z̸̢̛a̵͝l̶g̷o " * 20,
    "one long word": "w" * 5000,
    "variables": "$text-muted $primary ${x} {0} %s",
}

# A walk through every screen takes seconds: each goes with several of a kind at once.
TOGETHER = {
    "markup": ("closing markup", "brackets", "a link that acts", "variables"),
    "orders": ("a title escape", "colour escapes", "right to left"),
    "widths": ("wide", "emoji", "combining"),
    "length": ("one long word",),
}
TEXTS = {kind: " ".join(HOSTILE[name] for name in names) for kind, names in TOGETHER.items()}


def hostile_note(text: str) -> str:
    story = dict.fromkeys(STORY, text)
    metrics = [
        (text[:300].replace("|", "/"), "13/14", text[:300].replace("|", "/")),
        ("Figure", text[:200], ""),
    ]
    return note_text(text[:200], questions=(f"{text} one?", f"{text} two?"), metrics=metrics, story=story)


def check(pilot: Pilot[None]) -> None:
    """Every row is exactly as wide as the terminal and holds nothing but what can be seen."""
    width, height = pilot.app.size
    rows = painted(pilot)
    assert len(rows) == height
    for row in rows:
        assert cell_len(row) == width, row
        assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u202c" for char in row), (
            row
        )


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_hostile_text_on_every_screen(
    tmp_path: Path, clock: FakeClock, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(tmp_path, text=hostile_note(text))
    odd = [OddNote(f"{text[:60]}.md", Status.READ, (Problem(3, Severity.WARNING, text, text),))]
    monkeypatch.setattr(Coach, "odd_notes", lambda self: odd)
    coach = open_at(tmp_path, clock)
    async with opened(coach) as pilot:
        assert coach.today().total == 2
        check(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CoachScreen)
        screen.complain(CoachError(text[:300], text[:300]))
        await pilot.pause()
        check(pilot)
        answering = ("space", "space", "h", "backspace", "escape", "w", "space", "y", "tab", "escape", "w")
        pasting = ("space", "ctrl+s", "3", "x", "d", "g", "5", "n", "pagedown")
        for key in ("n", "q", "enter", *answering, *pasting):
            await press(pilot, key)
            check(pilot)
            if key == "space" and isinstance(box := pilot.app.screen.focused, TextBox):
                box.post_message(events.Paste(text))
                await press(pilot)
                check(pilot)
        await pilot.resize_terminal(61, 20)
        await pilot.pause()
        check(pilot)
        await pilot.resize_terminal(100, 30)
        for key in ("1", "q", "question_mark"):
            await press(pilot, key)
            check(pilot)
    coach.close()


async def test_a_story_of_300_lines(tmp_path: Path, clock: FakeClock) -> None:
    lines = "\n".join(f"  - did step {n} of the long night" for n in range(300))
    write_note(tmp_path, text=note_text(story={**STORY, "Action": f"The night in steps\n{lines}"}))
    coach = open_at(tmp_path, clock)
    async with opened(coach, "enter", "enter") as pilot:
        await press(pilot, *["pagedown"] * 22)
        check(pilot)
        assert "Opened on time" in " ".join(painted(pilot))
    coach.close()


async def test_hostile_text_pasted_into_the_answer(coach: Coach) -> None:
    async with opened(coach, "enter", "a") as pilot:
        pilot.app.screen.post_message(events.Paste("[/] \x1b[31mred\x1b[0m [@click=app.quit]x[/] 漢字"))
        await pilot.pause()
        check(pilot)
        await press(pilot, "ctrl+s", "enter")
        check(pilot)
        assert "red" in " ".join(painted(pilot))
