"""Weak answers: the list with its reasons, the drills and back, flags, filters, the moment one has left."""

import math
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from interview_coach.cards.model import CardKind
from interview_coach.coach import deadline
from interview_coach.coach.coach import Coach
from interview_coach.coach.library import Deed
from interview_coach.coach.weak import WeakList
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.store import log
from interview_coach.tui.draw import weak as draw
from interview_coach.tui.screens.drill import DrillScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.screens.weak import WeakScreen
from interview_coach.tui.widgets.answer_box import AnswerBox
from tests.making import QUESTIONS, FakeClock, answered, note_text, open_at, write_note
from tests.tui.driving import SMALL, flowing, opened, painted, press, said, settled
from tests.tui.test_hostile import TEXTS, check, hostile_note


def miss(coach: Coach, clock: FakeClock, prompt: str = QUESTIONS[0], days: int = 2) -> None:
    """On each of some days a typed answer to one question says no figure; the others are answered in full."""
    for _ in range(days):
        practice = coach.practice()
        while practice.current is not None:
            points = practice.current.stored.card.points
            whole = practice.current.stored.card.prompt != prompt
            practice.rate(Rating.EASY, answered(points, *(range(len(points)) if whole else ())))
        practice.finish()
        clock.pass_time(days=30)


def flag(coach: Coach, prompt: str) -> None:
    """Flags a card, in the library."""
    card_ids = [each.stored.card_id for each in coach.cards() if each.stored.card.prompt == prompt]
    assert coach.library().do(Deed.FLAG, card_ids) == 1


@pytest.fixture
def weak(coach: Coach, clock: FakeClock) -> Coach:
    """The first question has missed its figures twice."""
    miss(coach, clock)
    assert [each.prompt for each in coach.weak().answers] == [QUESTIONS[0]]
    return coach


async def to_weak(pilot: Pilot[None], *keys: str) -> None:
    await press(pilot, "w")
    await settled(pilot)
    for key in keys:
        await press(pilot, key)
        await settled(pilot)


def cards_of(coach: Coach) -> list[tuple[object, ...]]:
    return coach.database.connection.execute(
        "SELECT id, phase, stability, due_day, reps, lapses FROM cards ORDER BY id"
    ).fetchall()


def drills(coach: Coach) -> list[tuple[object, ...]]:
    return coach.database.connection.execute(
        "SELECT attempts.mode, aim, rating FROM attempts LEFT JOIN reviews ON reviews.id = review_id"
        " WHERE attempts.mode = 'drill' ORDER BY attempts.id"
    ).fetchall()


async def test_each_answer_stands_there_with_its_reasons_its_trend_and_its_note(weak: Coach) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot)
        text = flowing(said(pilot, "detail"))
        assert QUESTIONS[0] in text
        assert "Batches sold, Waste, Proving time and the Result missed in 2 of 2 answers" in text
        assert "Good answers on 2 study days, one after the other, take it off" in text
        assert "The last answers" in text
        assert "missed Batches sold, Waste, Proving time, the Result" in text
        assert "Your note Situation The oven failed at two" in text
        assert any("figures, 4 weeks ago" in row for row in painted(pilot))
        assert "Drill the Result" in said(pilot, "offers")
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_where_nothing_is_weak_it_says_what_would_be(coach: Coach) -> None:
    async with opened(coach) as pilot:
        await to_weak(pilot, "enter", "f", "u", "down", "s", "r", "tab", "3", "e")
        text = flowing(said(pilot, "detail"))
        assert "No answer is weak now." in text
        assert "missed in 2 of its last 3 answers" in text
        assert "after good answers on 2 study days" in text
        assert "drill" not in said(pilot, "hints")


async def test_a_drill_is_logged_as_one_and_moves_no_card(weak: Coach) -> None:
    before = cards_of(weak)
    async with opened(weak) as pilot:
        await to_weak(pilot, "enter")
        assert isinstance(pilot.app.screen, DrillScreen)
        assert "Only the Result: what came of it, and by how much." in said(pilot, "aim")
        await press(pilot, "space", "space")  # spoken, and over: it has no parts to mark
        page, side = flowing(said(pilot, "page")), said(pilot, "side")
        assert "Opened on time and sold 47 of 50 batches" in page
        assert "The oven failed" not in page
        assert "Result" in side
        assert "Situation" not in side
        await press(pilot, "x", "x", "x", "x", "3")
        await settled(pilot)
        assert isinstance(pilot.app.screen, WeakScreen)
        assert drills(weak) == [("drill", "result", 3)]
        assert cards_of(weak) == before
        text = flowing(said(pilot, "detail"))
        assert "Good on 1 of 2 study days so far" in text
        assert "drill: result" in text


async def test_the_numbers_alone_are_asked_for_typed_and_found(weak: Coach) -> None:
    weak.remember("way", "text")
    async with opened(weak) as pilot:
        await to_weak(pilot, "1")
        assert "Only the numbers" in said(pilot, "aim")
        await press(pilot, "space")
        pilot.app.screen.query_one("#answer", AnswerBox).text = "We sold 47 out of 50 batches."
        await press(pilot, "ctrl+s")
        assert "[✓] Batches sold" in said(pilot, "side")
        assert "Against the year before" in flowing(said(pilot, "page"))
        assert "Before you look" not in said(pilot, "page")
        await press(pilot, "g")
        assert "rubric is for whole answers" in said(pilot, "message")


async def test_the_opener_has_ten_seconds_and_nothing_to_tick(weak: Coach) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot, "2")
        assert "0:10" in said(pilot, "aim")
        assert "red     0:10" in said(pilot, "page")
        await press(pilot, "w")
        assert "four boxes" not in said(pilot, "message").casefold()
        assert "Numbers to land" not in said(pilot, "side")
        await press(pilot, "w", "w", "space", "enter")
        assert isinstance(pilot.app.screen, DrillScreen)
        turn = pilot.app.screen.turn
        assert turn.answer is not None
        assert turn.judged.fix is None  # ten seconds are short, and that is what was asked for


async def test_of_a_beginning_the_first_sentence_is_shown_and_no_more(weak: Coach) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot, "2", "space", "space")
        page = flowing(said(pilot, "page"))
        assert "The oven failed at two in the morning" in page
        assert "bread on the shelves" not in page
        assert "Opened on time" not in page


async def test_a_drill_that_has_a_time_begins_with_a_clock(weak: Coach) -> None:
    weak.remember("way", "head")
    async with opened(weak) as pilot:
        for drill in "246":
            await to_weak(pilot, drill)
            assert "Start the clock" in said(pilot, "ratings"), drill
            await press(pilot, "q")
        await to_weak(pilot, "1")
        assert "Show the answer" in said(pilot, "ratings")
        await press(pilot, "q")
    assert weak.fact("way") == "head", "the way of practice stays"


async def test_enter_after_the_answer_says_what_a_rating_does_in_a_drill(weak: Coach) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot, "3", "space", "space", "enter")
        assert "2 to 4 rate it and go back to the list; 1 and r ask it once more." in said(pilot, "message")
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, DrillScreen)
        await press(pilot, "q")
        await to_weak(pilot, "6", "space", "enter", "enter", "enter")
        assert "2 to 4 lead on to 1:00; 1 and r stay at this time." in said(pilot, "message")


async def test_each_rating_leads_down_the_ladder_and_an_overrun_of_a_rung_is_no_overtime(
    weak: Coach, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter(range(0, 100_000, 100))
    monkeypatch.setattr(deadline, "AWAY", math.inf)  # nobody is asked whether they were there
    monkeypatch.setattr(DrillScreen, "monotonic", property(lambda _: float(next(moments))))
    async with opened(weak) as pilot:
        await to_weak(pilot, "6", "space", "enter", "enter")
        assert "▸2:00" in said(pilot, "aim")
        assert "2 to 4 lead on to 1:00; 1 and r stay" in said(pilot, "message")
        assert "Again 2:00" in said(pilot, "ratings")
        assert "Good 1:00" in said(pilot, "ratings")
        await press(pilot, "r", "enter", "enter", "1")  # once more, and again
        assert "▸2:00" in said(pilot, "aim")
        await press(pilot, "enter", "3")
        assert "▸1:00" in said(pilot, "aim")
        assert "The same in 1:00." in said(pilot, "message")
        await press(pilot, "u")
        assert "▸2:00" in said(pilot, "aim")
        await press(pilot, "4", "space", "enter", "enter", "3")
        assert "▸0:30" in said(pilot, "aim")
        assert "red     0:30" in said(pilot, "page")
        await press(pilot, "space", "enter", "enter")
        assert "Good 0:" not in said(pilot, "ratings")
        await press(pilot, "3")
        await settled(pilot)
        assert isinstance(pilot.app.screen, WeakScreen)
    over = weak.database.connection.execute(
        "SELECT profile, over FROM attempts WHERE mode = 'drill' AND way = 'spoken' ORDER BY id"
    ).fetchall()
    assert over[2:] == [(None, 0)] * 2


async def test_a_key_right_after_the_cursor_drills_the_answer_that_it_is_on(coach: Coach) -> None:
    metric = next(each.stored.card.prompt for each in coach.cards() if each.stored.card.kind is CardKind.METRIC)
    flag(coach, QUESTIONS[0])
    flag(coach, metric)
    async with opened(coach) as pilot:
        await to_weak(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, WeakScreen)
        ways = len(screen.ways)
        screen.action_scroll(1)
        assert {ways, len(screen.ways)} == {1, 6}


async def test_a_card_that_asks_for_one_thing_is_drilled_as_it_is(coach: Coach) -> None:
    prompt = next(each.stored.card.prompt for each in coach.cards() if each.stored.card.kind is CardKind.METRIC)
    flag(coach, prompt)
    async with opened(coach) as pilot:
        await to_weak(pilot, "1")
        assert said(pilot, "offers").split("enter")[1].strip() == "Drill this card"
        assert "asks for a single thing: enter drills it" in said(pilot, "message")
        await press(pilot, "enter")
        assert "The card as it is." in said(pilot, "aim")


async def test_two_good_study_days_take_it_off_and_that_is_a_moment(weak: Coach, clock: FakeClock) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot, "enter", "space", "space", "x", "x", "x", "x", "3")
        assert "Good on 1 of 2 study days" in flowing(said(pilot, "detail"))
        clock.pass_time(days=1)
        await press(pilot, "enter", "space", "space", "x", "x", "x", "x", "4")
        await settled(pilot)
        text = flowing("\n".join(painted(pilot)))
        assert "✓ Off the list" in text
        assert "It came well on 1 May and 2 May, one after the other." in text
        assert QUESTIONS[0] in text
        await press(pilot, "enter")  # goes on, and drills nothing
        assert isinstance(pilot.app.screen, WeakScreen)
        assert any("off the list today" in row for row in painted(pilot))
        assert weak.weak().answers == ()


async def test_the_rating_of_a_drill_is_taken_back(weak: Coach) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot, "enter", "space", "space", "x", "3", "u")
        assert f"Good is taken back: “{QUESTIONS[0][:30]}" in flowing(said(pilot, "message"))
        undone = weak.database.connection.execute(
            "SELECT undone_at IS NOT NULL FROM reviews WHERE mode = 'drill'"
        ).fetchall()
        assert undone == [(1,)]
        await press(pilot, "u")
        assert "Nothing is left to undo here" in said(pilot, "message")


async def test_a_drill_that_is_left_leaves_nothing_to_undo(weak: Coach) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot, "enter", "q")
        assert isinstance(pilot.app.screen, WeakScreen)
        assert "undo" not in said(pilot, "hints")
        assert drills(weak) == []


async def test_a_drill_neither_suspends_nor_puts_off(weak: Coach) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot, "enter", "s")
        assert "Suspending is for practice" in said(pilot, "message")
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, DrillScreen)
        assert weak.database.connection.execute("SELECT count(*) FROM marks").fetchone() == (0,)


async def test_a_flag_puts_an_answer_on_the_list_and_takes_it_off_and_back(weak: Coach) -> None:
    flag(weak, QUESTIONS[2])
    async with opened(weak) as pilot:
        await to_weak(pilot, "down")
        assert "Flagged by you on" in flowing(said(pilot, "detail"))
        assert QUESTIONS[2] in flowing(said(pilot, "detail"))
        await to_weak(pilot, "f")
        assert len(weak.weak().answers) == 1
        assert "nothing else keeps it here" in said(pilot, "message")
        await press(pilot, "u")
        await settled(pilot)
        assert "The flag is on again." in said(pilot, "message")
        assert QUESTIONS[2] in flowing(said(pilot, "detail"))


async def test_the_flag_key_pressed_twice_while_the_list_is_looked_up_leaves_no_flag(
    weak: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    look = Coach.weak

    def slowly(self: Coach) -> WeakList:
        assert go_on.wait(10)
        return look(self)

    async with opened(weak) as pilot:
        await to_weak(pilot)
        monkeypatch.setattr(Coach, "weak", slowly)
        await pilot.press("f", "f")
        assert "The flag is off" in said(pilot, "message")
        go_on.set()
        await settled(pilot)
        assert not weak.weak().answers[0].flagged
        await press(pilot, "u")
        assert weak.weak().answers[0].flagged
        await press(pilot, "u", "u")
        assert "Nothing is left to undo" in said(pilot, "message")


async def test_what_comes_well_says_that_only_its_flag_keeps_it(weak: Coach, clock: FakeClock) -> None:
    flag(weak, QUESTIONS[2])
    answer = next(each for each in weak.weak().answers if each.prompt == QUESTIONS[2])
    good = replace(answer, good_in_a_row=3)
    text = flowing("\n".join(line.plain for line in draw.detail(good, None, clock().date(), 60)))
    assert "Good on 3 study days, one after the other. Only your flag keeps it here; f takes it off." in text
    text = flowing(
        "\n".join(
            line.plain for line in draw.detail(replace(answer, good_in_a_row=0), None, clock().date(), 60)
        )
    )
    assert "take it off the list" in text


async def test_filters_hold_the_list_to_a_skill_and_to_a_reason(
    weak: Coach, root: Path, clock: FakeClock
) -> None:
    write_note(root, "shop.md", note_text("Shop Keeping", questions=("How do you count?",)))
    weak.sync()
    flag(weak, "How do you count?")
    async with opened(weak) as pilot:
        await to_weak(pilot)
        assert "2" in said(pilot, "head")
        await press(pilot, "s")
        assert "Bread Baking · 1 of 2" in said(pilot, "head")
        await press(pilot, "s")
        assert "Shop Keeping · 1 of 2" in said(pilot, "head")
        await press(pilot, "r")
        assert "Shop Keeping · flagged · 1 of 2" in said(pilot, "head")
        await press(pilot, "r", "s")
        assert "of 2" not in said(pilot, "head")
        await press(pilot, "r")
        assert "figures · 1 of 2" in said(pilot, "head")


async def test_what_stands_beside_the_list_is_scrolled_once_it_is_in_hand(weak: Coach) -> None:
    async with opened(weak, size=(60, 20)) as pilot:
        await to_weak(pilot)
        first = said(pilot, "detail")
        await press(pilot, "tab", "down", "down")
        assert "above" in said(pilot, "detail")
        scrolled = said(pilot, "detail")
        await press(pilot, "f")  # the same answer, looked up anew
        await settled(pilot)
        assert "above" in said(pilot, "detail")
        await press(pilot, "u")
        await settled(pilot)
        assert said(pilot, "detail") == scrolled
        await press(pilot, "tab", "down")
        assert said(pilot, "detail") != first or "▸" in "\n".join(painted(pilot))


async def test_the_note_is_opened_at_the_answers_line(weak: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    places: list[tuple[str, int]] = []

    def open_there(app: object, coach: Coach, path: str, line: int) -> str:
        places.append((path, line))
        return "ed ended with status 1."

    monkeypatch.setattr("interview_coach.tui.screens.weak.edit_note", open_there)
    async with opened(weak) as pilot:
        await to_weak(pilot, "e")
        assert places == [("bread.md", weak.weak().answers[0].line)]
        assert "ended with status 1" in said(pilot, "message")


async def test_a_card_put_off_is_not_drilled_and_that_is_said(weak: Coach) -> None:
    weak.database.connection.execute("UPDATE cards SET buried_until = 99999")
    async with opened(weak) as pilot:
        await to_weak(pilot, "enter")
        assert isinstance(pilot.app.screen, WeakScreen)
        assert "put off till tomorrow" in said(pilot, "message")


async def test_what_cannot_be_looked_up_is_told(weak: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Coach) -> None:
        raise CoachError("coach.db: the disk is gone", "put it back")

    async with opened(weak) as pilot:
        monkeypatch.setattr(Coach, "weak", fail)
        await to_weak(pilot)
        assert "the disk is gone (put it back)" in flowing(said(pilot, "message"))
        await press(pilot, "enter", "s", "r", "f", "u", "tab", "q")
        assert isinstance(pilot.app.screen, TodayScreen)


@pytest.mark.parametrize("size", [SMALL, (60, 20), (120, 40), (40, 12)])
async def test_it_holds_at_any_size_and_after_a_resize(weak: Coach, size: tuple[int, int]) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        check(pilot)
        assert QUESTIONS[0][:12] in "\n".join(painted(pilot))
        for key in ("tab", "pagedown", "tab", "enter", "space", "space", "x"):
            await press(pilot, key)
            check(pilot)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_hostile_text_stays_in_its_cells(tmp_path: Path, clock: FakeClock, text: str) -> None:
    write_note(tmp_path, text=hostile_note(text))
    coach = open_at(tmp_path, clock)
    coach.sync()
    question = next(card.stored.card.prompt for card in coach.cards())
    miss(coach, clock, prompt=question)
    async with opened(coach) as pilot:
        await to_weak(pilot)
        check(pilot)
        for key in ("s", "r", "tab", "pagedown", "down", "1", "space", "space", "x", "3"):
            await press(pilot, key)
            check(pilot)
    coach.close()


async def test_marks_made_here_are_the_librarys_to_take_back(weak: Coach) -> None:
    async with opened(weak) as pilot:
        await to_weak(pilot, "f", "q")
    done = log.last_done(weak.database.connection, 2**62, in_library=True)
    assert done is not None
    assert done.mark is log.Mark.FLAGGED
    assert weak.weak().study_day == date(2026, 5, 1)
