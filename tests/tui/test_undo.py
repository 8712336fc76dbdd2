"""Undo on Today, and where the note was edited meanwhile: a turn goes back to its own card or to none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.recall.model import Rating
from interview_coach.tui.screens.practice import PracticeScreen
from interview_coach.tui.screens.summary import SummaryScreen
from interview_coach.tui.screens.today import TodayScreen
from tests.making import METRICS, QUESTIONS, FakeClock, note_text, open_at, write_note
from tests.tui.driving import flowing, opened, press, said

Editing = Callable[[str], None]


@pytest.fixture
def editing(monkeypatch: pytest.MonkeyPatch, root: Path) -> Editing:
    """Says what the note will read when the editor is next closed."""
    texts: list[str] = []

    def edit(app: object, coach: Coach, path: str, line: int) -> str:
        write_note(root, path, texts.pop())
        coach.sync()
        return ""

    monkeypatch.setattr("interview_coach.tui.screens.practice.edit_note", edit)
    return texts.append


def prompt(pilot: Pilot[None]) -> str:
    return flowing(said(pilot, "page"))


async def test_ticks_stay_with_their_points_where_a_metric_was_added_above(
    coach: Coach, editing: Editing
) -> None:
    editing(note_text(metrics=(("Ovens", "2", ""), *METRICS)))
    async with opened(coach, "enter", "enter", "x", "3", "e", "u") as pilot:
        assert QUESTIONS[0] in prompt(pilot)
        assert "1/8" in said(pilot, "side")
        assert "[ ] Ovens" in said(pilot, "side")
        assert "[✓] Batches sold" in said(pilot, "side")
        await press(pilot, "3")
        assert QUESTIONS[1] in prompt(pilot)
    rows = coach.database.connection.execute("SELECT label, hit FROM points ORDER BY attempt_id DESC, number")
    assert rows.fetchmany(2) == [("Ovens", 0), ("Batches sold", 1)]


async def test_a_turn_never_goes_to_another_card(coach: Coach, editing: Editing) -> None:
    editing(note_text(questions=QUESTIONS[1:]))
    async with opened(coach, "enter", "enter", "x", "x", "3", "e", "u") as pilot:
        assert QUESTIONS[1] in prompt(pilot)
        assert "Numbers to land" in said(pilot, "side")
        assert "Taken back; its card is in no note now" in said(pilot, "message")
        await press(pilot, "enter")
        assert "0/7" in said(pilot, "side")


async def test_after_an_undo_of_a_card_that_is_gone_the_one_before_it_gets_its_own_turn(
    coach: Coach, editing: Editing
) -> None:
    editing(note_text(questions=(QUESTIONS[0], QUESTIONS[2])))
    async with opened(coach, "enter", "enter", "x", "4", "enter", "x", "x", "4", "e", "u", "u") as pilot:
        assert QUESTIONS[0] in prompt(pilot)
        assert "1/7" in said(pilot, "side")


async def test_the_last_card_undone_after_it_went_missing(coach: Coach, editing: Editing) -> None:
    editing(note_text(questions=QUESTIONS[2:]))
    async with opened(coach, "enter", *["enter", "4"] * 2, "e", "enter", "4") as pilot:
        assert isinstance(pilot.app.screen, SummaryScreen)
        await press(pilot, "u")
        assert QUESTIONS[2] in prompt(pilot)
        await press(pilot, "enter", "4")
        for _ in range(2):  # both of these have left the note: there is nothing to show, and no crash
            await press(pilot, "u", "u")
            assert isinstance(pilot.app.screen, PracticeScreen | SummaryScreen)
    undone = coach.database.connection.execute("SELECT count(*) FROM reviews WHERE undone_at IS NOT NULL")
    assert undone.fetchone()[0] >= 3


async def test_a_hint_taken_counts_also_after_the_note_was_reworded(coach: Coach, editing: Editing) -> None:
    editing(note_text(questions=(QUESTIONS[0].replace("a night", "a winter night"), *QUESTIONS[1:])))
    async with opened(coach, "enter", "h", "e") as pilot:
        assert "winter" in prompt(pilot)
        assert METRICS[0][1] in said(pilot, "side")
        await press(pilot, "enter", "3")
    hints = coach.database.connection.execute("SELECT hints FROM attempts").fetchall()
    assert hints == [(1,)]


def standing(coach: Coach) -> int:
    """How many ratings stand."""
    rows = coach.database.connection.execute("SELECT count(*) FROM reviews WHERE undone_at IS NULL")
    return int(rows.fetchone()[0])


async def test_today_takes_back_the_last_rating_and_goes_to_its_card(coach: Coach) -> None:
    async with opened(coach) as pilot:
        assert "undo" not in said(pilot, "hints")
        await press(pilot, "u")
        assert "There is nothing left to undo." in said(pilot, "message")
        assert isinstance(pilot.app.screen, TodayScreen)
        await press(pilot, "enter", "enter", "4", "enter", "3", "q", "enter")
        assert "u undo" in said(pilot, "hints")
        await press(pilot, "u")
        assert isinstance(pilot.app.screen, PracticeScreen)
        assert QUESTIONS[1] in prompt(pilot)
        assert f"Good is taken back: “{QUESTIONS[1][:40]}" in flowing(said(pilot, "message"))
        assert standing(coach) == 1
        await press(pilot, "u")
        assert QUESTIONS[0] in prompt(pilot)
        assert standing(coach) == 0
        await press(pilot, "q", "enter")
        assert "undo" not in said(pilot, "hints")
        assert "3 cards today" in said(pilot, "body")


async def test_today_undoes_where_nothing_is_due_and_after_a_restart(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    while practice.current is not None:
        practice.rate(Rating.EASY)
    practice.finish()
    coach.close()
    coach = open_at(root, clock)
    async with opened(coach) as pilot:
        assert "That is all for today." in said(pilot, "body")
        assert "u undo" in said(pilot, "hints")
        await press(pilot, "u")
        assert QUESTIONS[2] in prompt(pilot)
        assert standing(coach) == 2
    coach.close()


async def test_today_undoes_a_card_that_its_note_has_no_more(coach: Coach, root: Path) -> None:
    practice = coach.practice()
    while practice.current is not None:
        practice.rate(Rating.EASY)
    write_note(root, text=note_text(questions=QUESTIONS[:2]))
    async with opened(coach, "u") as pilot:
        assert standing(coach) == 2
        assert "Taken back; its card is in no note now" in said(pilot, "message")
