"""Before a mock interview: what is chosen, what that leaves to ask, and that it is remembered."""

from datetime import date
from pathlib import Path

from interview_coach.coach import interviews
from interview_coach.coach.interviews import Details
from interview_coach.tui.screens.mock.interview import MockScreen
from interview_coach.tui.screens.mock.setup import SetupScreen
from tests.making import QUESTIONS, FakeClock, note_text, open_at, write_note
from tests.tui.driving import flowing, opened, press, said
from tests.tui.mock.sitting import FERRY_QUESTIONS, Ticks, head, opened_coach, shows, ticks

__all__ = ["ticks"]


async def test_enter_begins_with_the_usual_at_once(tmp_path: Path, clock: FakeClock, ticks: Ticks) -> None:
    coach = opened_coach(tmp_path, clock)
    async with opened(coach, "m") as pilot:
        assert "6 questions qualify, of 2 skills" in said(pilot, "body")
        await press(pilot, "enter")
        assert shows(pilot, MockScreen)
        assert "1 of 5" in head(pilot)
        assert "0:30" not in said(pilot, "question")
    coach.close()


async def test_what_was_chosen_is_remembered_but_for_the_seed(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    keys = (
        "left",
        "down",
        "down",
        "7",
        "5",
        "down",
        "right",
        "down",
        "right",
        "down",
        "space",
        "down",
        "space",
    )
    async with opened(coach, "m", *keys, "down", "4", "2") as pilot:
        chosen = said(pilot, "body")
        for each in ("[3]", "[75 s]", "[introduction 1:30]", "[Four boxes]", "[none]", "[tough]", "[42]"):
            assert each in chosen
        await press(pilot, "enter")
        assert "seed 42" in head(pilot)
        assert "1 of 3" in head(pilot)
        await press(pilot, "q", "e", "m")
        again = said(pilot, "body")
        for each in ("[3]", "[75 s]", "[introduction 1:30]", "[Four boxes]", "[none]", "[tough]", "[drawn]"):
            assert each in again
    coach.close()


async def test_a_number_is_typed_and_rubbed_out_where_there_is_one(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with opened(coach, "m", "1", "2") as pilot:
        assert "[12]" in said(pilot, "body")
        assert "So 6 will be asked" in said(pilot, "body")
        await press(pilot, "backspace")
        assert "[1]" in said(pilot, "body")
        await press(pilot, "down", "4")
        assert "can be typed in" in said(pilot, "message")
        await press(pilot, "down", "down", "1", "5", "0")
        assert "[own 2:30]" in said(pilot, "body")
    coach.close()


async def test_questions_left_out_are_counted_and_listed_with_the_reason(
    root: Path, clock: FakeClock, ticks: Ticks
) -> None:
    write_note(root, "bare.md", note_text("Bare", ("Why is there no answer to this?",), (), {}))
    coach = open_at(root, clock)
    coach.sync()
    async with opened(coach, "m") as pilot:
        assert "Left out: 1 no story and no answer in the note" in flowing(said(pilot, "body"))
        assert "Why is there" not in said(pilot, "body")
        await press(pilot, "x")
        assert "Why is there no answer to this?" in said(pilot, "body")
    coach.close()


async def test_nothing_to_ask_is_said_with_the_remedy(tmp_path: Path, clock: FakeClock, ticks: Ticks) -> None:
    (tmp_path / "decks").mkdir()
    coach = open_at(tmp_path, clock)
    coach.sync()
    async with opened(coach, "m") as pilot:
        assert "There is nothing to ask yet" in said(pilot, "body")
        assert "Begin" not in said(pilot)  # nor is a key named that would do nothing
        assert "begin" not in said(pilot, "hints")
        await press(pilot, "enter")
        assert shows(pilot, SetupScreen)
        assert "interview-coach new NAME" in flowing(said(pilot, "message"))
    coach.close()


async def test_skills_are_ticked_or_taken_from_an_interview(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    details = Details("Harbour", date(2026, 3, 9), skills=("Ferry Crossing",))
    interviews.add(coach.database, details, coach.clock())
    async with opened(coach, "m", "down", "right") as pilot:
        assert "[Harbour]" in said(pilot, "body")
        assert "3 questions qualify, of 1 skill" in said(pilot, "body")
        await press(pilot, "s", "down", "space", "down", "space", "enter")
        assert "[1 of 2]" in said(pilot, "body")
        await press(pilot, "enter")
        asked = pilot.app.screen
        assert isinstance(asked, MockScreen)
        assert {each.prompt for each in asked.interview.plan} == set(QUESTIONS)
    coach.close()


async def test_the_brief_is_of_the_next_interview_and_goes_through_the_skills(
    tmp_path: Path, clock: FakeClock, ticks: Ticks
) -> None:
    coach = opened_coach(tmp_path, clock)
    details = Details("Harbour", date(2026, 3, 3), skills=("Ferry Crossing",))
    interviews.add(coach.database, details, coach.clock())
    async with opened(coach, "b") as pilot:
        text = flowing(said(pilot, "body"))
        assert "Harbour" in head(pilot)
        assert "tomorrow" in head(pilot)
        assert "90/90" in text
        assert "engine stopped" in text
        assert "▼" not in text, "it is one screen"
        await press(pilot, "right")
        assert "47/50" in said(pilot, "body")
        assert "90/90" in said(pilot, "body")
        await press(pilot, "right")
        assert "90/90" not in said(pilot, "body")
        await press(pilot, "left", "left", "m")
        assert "[Harbour]" in said(pilot, "body")
        await press(pilot, "enter")
        asked = pilot.app.screen
        assert isinstance(asked, MockScreen)
        assert {each.prompt for each in asked.interview.plan} == set(FERRY_QUESTIONS)
    coach.close()
