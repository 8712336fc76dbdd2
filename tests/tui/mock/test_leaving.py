"""Leaving a mock interview, and coming back to the very question; skipping; ending it."""

from pathlib import Path
from typing import NoReturn

import pytest

from interview_coach.errors import CoachError
from interview_coach.tui.screens.mock.debrief import DebriefScreen
from interview_coach.tui.screens.mock.interview import MockScreen
from interview_coach.tui.screens.mock.report import ReportScreen
from interview_coach.tui.screens.mock.resume import ResumeScreen
from interview_coach.tui.screens.mock.setup import SetupScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.answer_box import AnswerBox
from tests.making import FakeClock
from tests.tui.driving import flowing, opened, press, said
from tests.tui.mock.sitting import Ticks, head, opened_coach, passes, sat, shows, ticks

__all__ = ["ticks"]


async def test_q_asks_and_one_key_leaves_and_the_question_is_there_again_with_the_time_used(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, MockScreen)
        asked = screen.interview.asked
        await passes(pilot, ticks, 20)
        await press(pilot, "space")
        await passes(pilot, ticks, 5)
        await press(pilot, "q")
        assert "go on from here later" in flowing(said(pilot, "message"))
        await press(pilot, "x", "space")
        assert "go on from here later" in flowing(said(pilot, "message")), "it still asks"
        await press(pilot, "y")
        assert shows(pilot, TodayScreen)
        await press(pilot, "m")
        assert shows(pilot, ResumeScreen)
        assert "answering question 1 of 5, 0:25 into it" in flowing(said(pilot, "body"))
        ticks.now += 3000
        await press(pilot, "enter")
        assert asked in flowing(said(pilot, "question"))
        assert "Situation 0:20  ▸Task 0:05" in said(pilot, "clock")
        assert "paused" in head(pilot)
        await press(pilot, "space")
        await passes(pilot, ticks, 3)
        assert "▸Task 0:08" in said(pilot, "clock")
    coach.close()


async def test_staying_goes_on_in_the_box(tmp_path: Path, clock: FakeClock, ticks: Ticks) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space", "q", "n", way="text") as pilot:
        assert "Leave the interview" not in said(pilot, "message")  # both were typed
        await press(pilot, "escape", "q", "n", "o")
        assert pilot.app.screen.query_one(AnswerBox).text == "qno"
    coach.close()


async def test_the_next_start_offers_it_once_a_day_unless_it_is_put_off(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "q", "y"):
        pass
    async with opened(coach) as pilot:
        assert shows(pilot, ResumeScreen)
        assert "thinking about question 1 of 5" in flowing(said(pilot, "body"))
        await press(pilot, "q")
        assert shows(pilot, TodayScreen)
    async with opened(coach) as pilot:
        assert shows(pilot, TodayScreen)
        await press(pilot, "m")
        assert shows(pilot, ResumeScreen)
        await press(pilot, "enter")  # gone on with, and broken off again
    async with opened(coach) as pilot:
        assert shows(pilot, ResumeScreen)
        await press(pilot, "q")
    clock.pass_time(days=1)
    async with opened(coach) as pilot:
        assert shows(pilot, ResumeScreen)
    coach.close()


async def test_what_another_window_may_be_sitting_is_not_offered_at_the_start(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    first = opened_coach(tmp_path, clock)
    async with sat(first, "q", "y"):
        pass
    second = first.again()
    async with opened(second) as pilot:
        assert shows(pilot, TodayScreen)
        await press(pilot, "m")
        assert shows(pilot, ResumeScreen)
    second.close()
    first.close()


async def test_another_begins_only_once_the_one_that_was_left_is_over(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space") as pilot:
        await passes(pilot, ticks, 50)
        await press(pilot, "enter", "q", "y", "b", "m")
        assert shows(pilot, ResumeScreen)
        await press(pilot, "e")
        assert "e once more" in flowing(said(pilot, "message"))
        await press(pilot, "e")
        assert shows(pilot, SetupScreen)
        await press(pilot, "q", "m")
        assert shows(pilot, SetupScreen), "it is over"
        await press(pilot, "p", "a")
        assert shows(pilot, MockScreen)
        await press(pilot, "q", "y", "m", "q", "b", "m")
        assert shows(pilot, ResumeScreen)
    coach.close()


async def test_a_skipped_question_is_asked_about_and_kept_as_that(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "s", "n") as pilot:
        assert "1 of 5" in head(pilot)
        for _ in range(5):
            await press(pilot, "s", "y")
        assert shows(pilot, TodayScreen)
        assert "nothing was answered" in said(pilot, "message")
    coach.close()


async def test_ending_in_the_middle_leads_to_the_debrief_and_from_there_to_the_report(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space") as pilot:
        await passes(pilot, ticks, 50)
        await press(pilot, "enter", "q")
        assert "1 answer and this question are saved" in flowing(said(pilot, "message"))
        await press(pilot, "e")
        assert shows(pilot, DebriefScreen)
        await press(pilot, "q")
        assert shows(pilot, TodayScreen)
        await press(pilot, "m")
        assert "in the debrief" in flowing(said(pilot, "body"))
        await press(pilot, "enter", "2")
        assert shows(pilot, DebriefScreen)
        await press(pilot, "e", "y")
        assert shows(pilot, ReportScreen)
        assert "1 of 5 answered" in head(pilot)
        assert "not asked" in said(pilot, "body")
    coach.close()


async def test_an_answer_that_cannot_be_saved_stays_and_says_why(
    tmp_path: Path, clock: FakeClock, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = opened_coach(tmp_path, clock)

    def full() -> NoReturn:
        raise CoachError("coach.db: the disk is full", "make room, then do it again")

    async with sat(coach, "space") as pilot:
        await passes(pilot, ticks, 50)
        with monkeypatch.context() as patch:
            patch.setattr(coach.database, "transaction", full)
            await press(pilot, "enter")
            assert "the disk is full" in said(pilot, "message")
            assert "answer" in head(pilot)
        await press(pilot, "enter")
        assert "follow-up" in head(pilot)
    coach.close()


async def test_one_that_was_ended_in_another_window_says_so(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    from interview_coach.coach.mock import starting

    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space") as pilot:
        other = coach.again()
        left = starting.unfinished(other.database)
        assert left is not None
        starting.give_up(other.database, other.settings, other.clock, left.mock_id)
        other.close()
        await passes(pilot, ticks, 10)
        assert "ended in another window" in flowing(said(pilot, "message"))
        await press(pilot, "q", "y")
        assert shows(pilot, TodayScreen)
        assert "ended in another window" in flowing(said(pilot, "message"))
    coach.close()
