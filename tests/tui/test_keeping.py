"""The screens keep safe what was practised: the day's backup is made behind them, and a failing one is told."""

import time
from pathlib import Path

from interview_coach.coach.coach import Coach
from interview_coach.coach.keeping import backups_of, listed
from interview_coach.recall.model import Rating
from interview_coach.tui.screens.practice import PracticeScreen
from interview_coach.workspace import Workspace
from tests.making import QUESTIONS, FakeClock, open_at
from tests.tui.driving import flowing, opened, press, said, settled
from tests.tui.terminal import PATIENCE, program


def ratings_kept(workspace: Workspace) -> list[int]:
    """How many ratings each good backup holds, newest first."""
    return [contents.reviews for _, contents in listed(workspace) if contents is not None]


async def test_opening_the_app_after_practice_makes_the_days_backup(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    async with opened(coach):
        assert ratings_kept(coach.workspace) == [], "nothing was practised yet"
    coach.practice().rate(Rating.GOOD)
    for _ in range(2):  # once a day
        async with opened(coach) as pilot:
            assert said(pilot, "message").strip() == ""
            assert ratings_kept(coach.workspace) == [1]
    coach.practice().rate(Rating.GOOD)
    clock.pass_time(days=1)
    async with opened(coach):
        assert ratings_kept(coach.workspace) == [2, 1]
    coach.close()


async def test_a_backup_that_fails_is_told_and_practice_goes_on(coach: Coach) -> None:
    coach.practice().rate(Rating.EASY)
    folder = backups_of(coach.workspace)
    folder.write_text("a file where the folder should be", encoding="utf-8")
    async with opened(coach) as pilot:
        message = flowing(said(pilot, "message"))
        assert "No backup was made today" in message
        assert folder.name in message
        await press(pilot, "enter", "enter", "4")
        assert isinstance(pilot.app.screen, PracticeScreen)
        assert QUESTIONS[2] in flowing(said(pilot, "page"))
        await press(pilot, "q", "enter")
        folder.unlink()
        await press(pilot, "r")
        await settled(pilot)
        assert said(pilot, "message").strip() == ""
    assert ratings_kept(coach.workspace) == [2]


def test_in_a_terminal_too(root: Path) -> None:
    with program(root, "practice") as run:
        run.until(QUESTIONS[0][:30])
        run.type("\r")
        run.until("4  Easy")
        run.type("3")
        run.until("2 of 3")
        run.type("q")
        run.until("Recalled")
        run.type("q")
        assert run.status() == 0
    workspace = Workspace(root)
    assert ratings_kept(workspace) == []
    with program(root) as run:
        run.until("cards today")
        end = time.monotonic() + PATIENCE
        while not ratings_kept(workspace):
            assert time.monotonic() < end
            time.sleep(0.05)
        run.type("q")
        assert run.status() == 0
    assert ratings_kept(workspace) == [1]
