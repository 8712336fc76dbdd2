"""What the coach cannot do is told on the message line, wherever it happens; the screens go on."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

import interview_coach
from interview_coach.coach.coach import Coach
from interview_coach.coach.practice import Practice
from interview_coach.errors import CoachError
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.text import wrapped
from tests.making import QUESTIONS
from tests.tui.driving import flowing, opened, painted, press, said, settled

PACKAGE = Path(interview_coach.__file__).parent
SOURCES = (*sorted((PACKAGE / "tui").rglob("*.py")), PACKAGE / "coach" / "practice.py")


def failing(*_: object, **__: object) -> NoReturn:
    raise CoachError("coach.db: the disk is full", "make room")


@pytest.mark.parametrize(
    ("before", "owner", "name", "keys"),
    [
        ((), Coach, "odd_notes", ("n",)),
        (("n",), Coach, "odd_notes", ("r",)),
        (("enter",), Practice, "reread", ("e",)),
        (("enter", "enter", "3"), Practice, "undo", ("u",)),
        (("enter",), Practice, "flag", ("f",)),
        (("enter",), Practice, "suspend", ("s",)),
        (("enter",), Practice, "finish", ("q",)),
        (("enter", "q"), Coach, "today", ("enter",)),
        (("enter", "enter", "3", "q", "enter"), Practice, "undo", ("u",)),
        ((), Coach, "practice", ("enter",)),
        (("enter",), Practice, "answered", ("a", "x", "ctrl+s")),
        (("enter", "a", "x", "ctrl+s"), Practice, "answered", ("4",)),
        (("enter", "a", "x", "ctrl+s", "4"), Practice, "answered", ("g",)),
        (("enter", "a", "x", "ctrl+s", "4", "g"), Practice, "answered", ("3",)),
        (("enter", "a", "x", "ctrl+s", "4"), Practice, "answered", ("x",)),
        (("enter", "a", "x", "ctrl+s", "4"), Coach, "remember", ("y",)),
        (("enter", "space", "space"), Practice, "answered", ("escape",)),
        (("enter",), Coach, "remember", ("w",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_failure_is_told(
    coach: Coach,
    monkeypatch: pytest.MonkeyPatch,
    before: tuple[str, ...],
    owner: type,
    name: str,
    keys: tuple[str, ...],
) -> None:
    monkeypatch.setattr("interview_coach.tui.screens.practice.edit_note", lambda *_: "")
    async with opened(coach, *before) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, failing)
            await press(pilot, *keys)
            await settled(pilot)
            assert "the disk is full (make room)" in flowing(said(pilot, "message"))
        await press(pilot, "question_mark", "q")


async def test_a_first_look_at_the_day_that_fails_is_told(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Coach, "today", failing)
    async with opened(coach) as pilot:
        assert "the disk is full" in flowing(said(pilot, "message"))


async def test_notes_read_in_the_background_that_cannot_be_looked_up_are_told(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(coach, "enter") as pilot:
        monkeypatch.setattr(Practice, "reread", failing)
        assert isinstance(pilot.app, CoachApp)
        pilot.app.read_notes()
        await settled(pilot)
        assert "the disk is full" in flowing(said(pilot, "message"))
        assert QUESTIONS[0] in flowing(said(pilot, "page"))


WORDS = " ".join(f"word{number}" for number in range(30))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_no_message_is_cut_and_a_resize_keeps_it_whole(coach: Coach, size: tuple[int, int]) -> None:
    async with opened(coach, "enter", size=(120, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CoachScreen)
        screen.say(WORDS)
        await pilot.pause()
        assert WORDS in flowing("\n".join(painted(pilot)))
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert WORDS in flowing("\n".join(row for row in painted(pilot) if "word" in row))
        screen.say("")
        await settled(pilot)
        assert screen.query_one("#message").size.height == 1


def test_every_message_of_the_screens_takes_one_line_at_80_columns_or_two() -> None:
    """Two, where the cells for skill names or numbers are filled; the texts stand in the source."""
    said = [text for path in SOURCES for text in spoken(ast.parse(path.read_text(encoding="utf-8")))]
    assert len(said) > 25
    assert [text for text in said if len(wrapped(text, 76)) > 1] == []


def spoken(tree: ast.AST) -> Iterator[str]:
    """The texts given to `say` and set as a notice."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"say", "_do", "show_card"}:
            parts: list[ast.AST] = [*node.args]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "attr", "") == "notice":
            parts = [node.value]
        else:
            continue
        for part in parts:
            yield from (
                each.value
                for each in ast.walk(part)
                if isinstance(each, ast.Constant) and isinstance(each.value, str) and " " in each.value
            )
