"""What the coach cannot do is told on the message line, wherever it happens; the screens go on."""

from typing import NoReturn

import pytest

from interview_coach.coach.coach import Coach
from interview_coach.coach.practice import Practice
from interview_coach.errors import CoachError
from interview_coach.tui.app import CoachApp
from tests.making import QUESTIONS
from tests.tui.driving import flowing, opened, press, said, settled


def failing(*_: object, **__: object) -> NoReturn:
    raise CoachError("coach.db: the disk is full", "make room")


@pytest.mark.parametrize(
    ("before", "owner", "name", "keys"),
    [
        ((), Coach, "odd_notes", ("n",)),
        (("n",), Coach, "odd_notes", ("r",)),
        (("enter",), Practice, "reread", ("e",)),
        (("enter", "space", "3"), Practice, "undo", ("u",)),
        (("enter",), Practice, "flag", ("f",)),
        (("enter",), Practice, "suspend", ("s",)),
        (("enter",), Practice, "finish", ("q",)),
        (("enter", "q"), Coach, "today", ("enter",)),
        ((), Coach, "practice", ("enter",)),
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
