"""After a mock interview: weak ones sent to today, the file, past interviews, the same seed again."""

from pathlib import Path

from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.store.wanted import wanted_on
from interview_coach.tui.screens.mock.past import PastScreen
from interview_coach.tui.screens.mock.report import ReportScreen
from interview_coach.tui.screens.today import TodayScreen
from tests.making import FakeClock
from tests.tui.driving import flowing, opened, painted, press, said
from tests.tui.mock.sitting import TO_SEED, Ticks, head, opened_coach, passes, shows, ticks

__all__ = ["ticks"]

CHOSEN = ("left", *TO_SEED[:5], "right", *TO_SEED[:2], "7")  # three questions, no follow-ups, the seed 7


async def sit_three(pilot: Pilot[None], ticks: Ticks, grade: str, lines: int = 5) -> None:
    """Three spoken answers, so many lines of each graded alike, up to the report."""
    for _ in range(3):
        await press(pilot, "space")
        await passes(pilot, ticks, 80)
        await press(pilot, "enter")
    for _ in range(3):
        await press(pilot, grade, "enter", *grade * lines, "enter")
    assert shows(pilot, ReportScreen)


async def test_answers_graded_on_some_lines_are_told_as_that_and_have_no_grade(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with opened(coach, "m", *CHOSEN, "enter") as pilot:
        await sit_three(pilot, ticks, "5", lines=2)
        body = said(pilot, "body")
        assert [line.split()[-1] for line in body.splitlines() if line[:2] in ("1 ", "2 ", "3 ")] == [
            "part"
        ] * 3
        assert "Specific" in body
        await press(pilot, "p")
        assert "graded 5.0 on 2 of 5 lines" in flowing(said(pilot, "detail"))
        assert "5.0" not in said(pilot, "list")
    assert [mock.grade for mock in coach.statistics().mocks] == [None]
    coach.close()


async def test_before_the_first_one_the_list_says_what_one_comes_to(coach: Coach) -> None:
    async with opened(coach, "m", "p", "enter", "a") as pilot:
        assert shows(pilot, PastScreen)
        assert "No mock interview was sat yet." in said(pilot, "detail")
        assert "│" not in "".join(painted(pilot))
        assert "report" not in said(pilot, "hints")


def first_question(pilot: Pilot[None]) -> str:
    """The first question as the report's table has it, without what was measured."""
    return next(line[:20] for line in said(pilot, "body").splitlines() if line.startswith("1 "))


def wanted(coach: Coach) -> int:
    return len(wanted_on(coach.database.connection, coach.today().study_day))


async def test_weak_ones_go_to_today_the_file_is_written_once_and_it_is_sat_again_beside_the_last_time(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with opened(coach, "m", *CHOSEN, "enter") as pilot:
        await sit_three(pilot, ticks, "2")
        await weak_ones_are_sent_and_taken_back(pilot, coach)
        await press(pilot, "o")
        assert "editor" in said(pilot, "message"), "there is none without a terminal"
        assert len(list((tmp_path / "data" / "reports").glob("*.md"))) == 1
        await press(pilot, "q")
        assert shows(pilot, TodayScreen)
        clock.pass_time(days=1)
        await a_past_one_is_opened_and_sat_again(pilot, ticks)
        await press(pilot, "a")
        assert "1 of 3" in head(pilot), "from its report too"
    coach.close()


async def weak_ones_are_sent_and_taken_back(pilot: Pilot[None], coach: Coach) -> None:
    assert "Specific" in said(pilot, "body")
    assert "Give answer 1 again" in flowing(said(pilot, "body"))
    assert wanted(coach) == 0, "an interview sends nothing by itself"
    await press(pilot, "s")
    assert "3 cards come up in today's practice" in flowing(said(pilot, "message"))
    assert wanted(coach) == 3
    await press(pilot, "s")
    assert "3 cards taken back" in said(pilot, "message")
    assert wanted(coach) == 0


async def a_past_one_is_opened_and_sat_again(pilot: Pilot[None], ticks: Ticks) -> None:
    await press(pilot, "m", "p")
    assert shows(pilot, PastScreen)
    listed = "\n".join(painted(pilot))
    assert "Monday 2 March" in listed
    assert "3 of 3 answered · seed 7" in listed
    await press(pilot, "enter")
    assert shows(pilot, ReportScreen)
    first = first_question(pilot)
    await press(pilot, "q", "a")
    assert "seed 7" in head(pilot)
    assert "1 of 3" in head(pilot)
    await sit_three(pilot, ticks, "4")
    again = said(pilot, "body")
    assert first_question(pilot) == first
    assert "↑" in again
    assert "Last time" in again
    assert "(+2.0)" in again
