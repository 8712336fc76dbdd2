"""The clock of a mock interview on the screen: lights in words, pauses, absence, the end of the think time."""

from pathlib import Path
from typing import NoReturn

import pytest

from interview_coach.errors import CoachError
from interview_coach.settings import Settings
from interview_coach.tui.widgets.answer_box import AnswerBox, TextBox
from tests.making import FakeClock
from tests.tui.driving import flowing, painted, press, said
from tests.tui.mock.sitting import Ticks, beat, head, opened_coach, passes, sat, ticks

__all__ = ["ticks"]


async def test_the_think_time_counts_down_and_the_answer_begins_by_itself(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach) as pilot:
        await passes(pilot, ticks, 26)
        assert "The answer begins now" in said(pilot, "clock")
        await passes(pilot, ticks, 4)
        assert "answer" in head(pilot)
        assert "Situation" in said(pilot, "clock")
        await press(pilot, "space")
        assert "▸Situation" in said(pilot, "clock"), "a key that was meant to begin marks nothing"
    coach.close()


async def test_the_lights_are_told_in_words_without_colour_and_overtime_counts_on(
    tmp_path: Path, clock: FakeClock, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space") as pilot:
        await passes(pilot, ticks, 61)
        assert "green" in said(pilot, "clock")
        assert "long enough" in said(pilot, "clock")
        await passes(pilot, ticks, 30)
        text = "\n".join(painted(pilot))
        for words in ("● green", "● yellow", "○ red", "land the result"):
            assert words in text
        ticks.now += 100  # the loop was busy: what is drawn comes from the clock
        pilot.app.screen.query_one("#clock").refresh()
        beat(pilot)
        await press(pilot, "n")
        assert "over by 1:11" in said(pilot, "clock")
        assert "answer" in head(pilot), "nothing is cut off"
    coach.close()


async def test_only_the_time_of_the_answer_counts_whatever_comes_between(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space") as pilot:
        for _ in range(6):
            ticks.now += 15.0  # the loop is blocked: one beat in fifteen seconds
            beat(pilot)
        await pilot.pause()
        assert "▸Situation 1:30" in said(pilot, "clock")
        await press(pilot, "p")
        assert "paused" in head(pilot)
        assert "stands still" in said(pilot, "clock")
        await passes(pilot, ticks, 600)
        await press(pilot, "space")
        await passes(pilot, ticks, 5)
        assert "▸Situation 1:35" in said(pilot, "clock")
        await press(pilot, "question_mark")
        ticks.now += 19
        await press(pilot, "q")
        await passes(pilot, ticks, 0.1)
        assert "▸Situation 1:35" in said(pilot, "clock"), "help came over the question"
        for key, shown in (("y", "▸Situation 1:35"), ("n", "▸Situation 16:35")):
            ticks.now += 900  # ctrl+z and fg, or the lid was closed
            beat(pilot)
            await pilot.pause()
            assert "Nobody was here for 15:00" in said(pilot, "message")
            await press(pilot, key)
            assert shown in said(pilot, "clock"), "whoever was away says whether that counts"
            assert "paused" not in head(pilot)
    coach.close()


async def test_back_to_think_keeps_what_was_written_and_waits_where_no_time_is_left(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, way="text") as pilot:
        await passes(pilot, ticks, 31)
        assert "answer" in head(pilot)
        await press(pilot, "h", "i", "escape", "b")
        assert "think" in head(pilot)
        await passes(pilot, ticks, 40)
        assert "think" in head(pilot), "nobody is hurried twice"
        assert "Begin when you are ready" in said(pilot, "clock")
        await press(pilot, "space")
        assert pilot.app.screen.query_one(AnswerBox).text == "hi"
        assert isinstance(pilot.app.screen.focused, TextBox)
    coach.close()


async def test_a_written_answer_is_timed_by_its_words(tmp_path: Path, clock: FakeClock, ticks: Ticks) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space", way="text") as pilot:
        pilot.app.screen.query_one(AnswerBox).text = "word " * 150
        await passes(pilot, ticks, 500)
        text = said(pilot, "clock")
        assert "1:04  green: long enough" in text
        assert "150 words" in text
        assert "8:20 writing" in text
    coach.close()


async def test_the_bell_rings_and_an_answer_is_cut_only_where_that_was_asked_for(
    tmp_path: Path, clock: FakeClock, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[int] = []
    monkeypatch.setattr("textual.app.App.bell", lambda _: rung.append(round(ticks.now)))
    coach = opened_coach(tmp_path, clock, Settings(mock_bell=True, mock_cut_off=True))
    async with sat(coach, "space") as pilot:
        began = ticks.now
        await passes(pilot, ticks, 149)
        assert "answer" in head(pilot)
        await passes(pilot, ticks, 1)
        assert "follow-up" in head(pilot)
        assert [each - began for each in rung] == [60, 90, 120, 150]
    coach.close()


async def test_a_key_pressed_twice_skips_no_think_time_and_no_prediction(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "enter") as pilot:
        assert "think" in head(pilot), "the second of two presses that began the interview"
        await passes(pilot, ticks, 1)
        await press(pilot, "enter")
        assert "answer" in head(pilot)
        await passes(pilot, ticks, 20)
        await press(pilot, "enter", "enter")
        assert "follow-up" in head(pilot)
        await passes(pilot, ticks, 10)
        await press(pilot, "enter", "enter")
        assert "2 of 5" in head(pilot)
        assert "think" in head(pilot)
        await press(pilot, "q", "e", "enter", "enter")
        assert "how good was it" in said(pilot, "page")
        ticks.now += 1
        await press(pilot, "enter")
        assert "how good was it" not in said(pilot, "page")
    coach.close()


async def test_back_in_the_think_time_another_way_is_chosen_as_long_as_nothing_is_written(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space") as pilot:
        await passes(pilot, ticks, 5)
        await press(pilot, "space", "b", "w", "w", "space", "h", "i")
        assert pilot.app.screen.query_one(AnswerBox).text == "hi"
        await press(pilot, "escape", "b", "w")
        assert "This answer has begun" in said(pilot, "message")
        await press(pilot, "space")
        assert pilot.app.screen.query_one(AnswerBox).text == "hi"
    coach.close()


async def test_what_the_clock_cannot_save_is_tried_once_and_waits_for_a_key(
    tmp_path: Path, clock: FakeClock, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[float] = []
    monkeypatch.setattr("textual.app.App.bell", lambda _: rung.append(ticks.now))
    coach = opened_coach(tmp_path, clock, Settings(mock_bell=True, mock_cut_off=True))
    async with sat(coach) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(coach.database, "transaction", full)
            await passes(pilot, ticks, 40)
            assert "think" in head(pilot)
            assert "the disk is full" in flowing(said(pilot, "message"))
            assert len(rung) == 1
        await press(pilot, "space")
        assert "answer" in head(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(coach.database, "transaction", full)
            await passes(pilot, ticks, 170)
            assert len(rung) == 5
            await press(pilot, "s", "y")
            assert "the disk is full" in flowing(said(pilot, "message"))
            assert "paused" in head(pilot)
            assert "Skip" not in said(pilot, "offers")
        await press(pilot, "space", "enter")
        assert "follow-up" in head(pilot)
    coach.close()


def full() -> NoReturn:
    raise CoachError("coach.db: the disk is full", "make room, then do it again")
