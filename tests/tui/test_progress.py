"""Progress: each section with its sentence, whatever there is, at any size; counted off the loop."""

import json
import threading
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from interview_coach.answers.calibration import Calibration
from interview_coach.coach.coach import Coach
from interview_coach.coach.progress import Day, Retention, SatMock, Statistics
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.tui.draw.progress import Section, section_lines, tabs
from interview_coach.tui.screens.today import TodayScreen
from tests.making import FakeClock, note_text, open_at, write_note
from tests.tui.driving import SMALL, flowing, opened, painted, press, said, settled
from tests.tui.test_hostile import TEXTS, check

TODAY = date(2026, 3, 2)


async def to_progress(pilot: Pilot[None], *keys: str) -> None:
    await press(pilot, "p")
    await settled(pilot)
    await press(pilot, *keys)


@pytest.fixture
def practised(coach: Coach, clock: FakeClock) -> Coach:
    """Five study days, one missed between them, up to today."""
    for number in range(6):
        clock.now -= timedelta(days=5 - number)
        if number != 3:
            practice = coach.practice()
            ratings = iter([Rating.AGAIN] if number == 4 else [])
            while practice.current is not None:
                practice.rate(next(ratings, Rating.GOOD))
            practice.finish()
        clock.now += timedelta(days=5 - number)
    return coach


async def test_each_section_says_in_words_what_it_draws(practised: Coach) -> None:
    async with opened(practised) as pilot:
        await to_progress(pilot)
        text = flowing(said(pilot, "body"))
        assert "2 study days in a row, today among them. The longest row was 3." in text
        assert "A study day counts when you rated a card or finished a mock interview" in text
        assert "on 5 study days" in text
        assert "in the last 7 days" in text
        await press(pilot, "2")
        assert "the target: 90 %" in said(pilot, "body")
        await press(pilot, "3")
        assert "in the six days after" in flowing(said(pilot, "body"))
        await press(pilot, "4")
        assert "Bread Baking" in said(pilot, "body")
        assert "of 10 cards begun" in said(pilot, "body")
        await press(pilot, "tab")
        assert "No mock interview was sat yet" in flowing(said(pilot, "body"))
        await press(pilot, "tab")
        assert "After 10 more answers with a prediction and a grade" in flowing(said(pilot, "body"))
        await press(pilot, "right")
        assert "2 study days in a row" in said(pilot, "body")
        await press(pilot, "left", "shift+tab")
        assert "No mock" in said(pilot, "body")
        await press(pilot, "q")
        assert "today" in said(pilot, "body")


async def test_ahead_says_under_its_number_how_much_of_today_practice_brings(
    practised: Coach, clock: FakeClock
) -> None:
    clock.pass_time(days=20)
    day = practised.today()
    async with opened(practised) as pilot:
        await to_progress(pilot, "3")
        body = flowing(said(pilot, "body"))
        load = practised.statistics().of_today
        assert load.waits > 0
        assert (load.brings, load.new) == (day.due, day.new)
        assert body.startswith(f"{load.due} cards today, ")
        assert body.index(load.sentence) < body.index("┤")


async def test_before_anything_was_practised_each_section_says_what_will_be_there(
    tmp_path: Path, clock: FakeClock
) -> None:
    coach = open_at(tmp_path, clock)
    async with opened(coach) as pilot:
        await to_progress(pilot)
        for section, says in zip("123456", ("Nothing was practised yet", "Nothing was tried from memory yet",
                                            "No card comes back", "no skills with cards", "No mock interview",
                                            "After 10 more answers"), strict=True):  # fmt: skip
            await press(pilot, section)
            assert says in flowing(said(pilot, "body"))
    coach.close()


async def test_recall_offers_to_fit_the_schedule_once_the_log_tells_enough(practised: Coach) -> None:
    practised.settings = replace(practised.settings, fit_from=1)
    async with opened(practised) as pilot:
        await to_progress(pilot, "2")
        assert "if that predicts you better: interview-coach optimize" in flowing(said(pilot, "body"))
        practised.settings = replace(practised.settings, fit_from=1000)
        await press(pilot, "q")
        await to_progress(pilot, "2")
        assert "optimize" not in said(pilot, "body")


async def test_a_key_is_answered_while_the_log_is_being_counted(
    practised: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), Coach.statistics

    def slow(self: Coach, on: date | None = None) -> Statistics:
        go_on.wait(10)
        return real(self, on)

    monkeypatch.setattr(Coach, "statistics", slow)
    async with opened(practised) as pilot:
        await pilot.press("p")
        assert "Progress" in said(pilot, "head")
        await pilot.press("3")
        assert "reverse" in repr([span.style for span in tabs(Section.AHEAD, 76).spans])
        await pilot.pause(0.6)
        assert "Counting your ratings" in said(pilot, "message")
        go_on.set()
        await settled(pilot)
        assert "in the six days after" in flowing(said(pilot, "body"))
        assert said(pilot, "message") == ""
        go_on.clear()
        await pilot.press("q", "p")  # what was counted the last time stands there at once
        assert "study days in a row" in said(pilot, "body")
        go_on.set()
        await settled(pilot)


async def test_leaving_while_it_counts_leaves_nothing_behind(
    practised: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), Coach.statistics

    def slow(self: Coach, on: date | None = None) -> Statistics:
        go_on.wait(10)
        return real(self, on)

    monkeypatch.setattr(Coach, "statistics", slow)
    async with opened(practised) as pilot:
        await press(pilot, "p", "q")
        go_on.set()
        await settled(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_what_cannot_be_counted_is_told(practised: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Coach, on: date | None = None) -> Statistics:
        raise CoachError("coach.db: the disk is gone", "put it back")

    monkeypatch.setattr(Coach, "statistics", fail)
    async with opened(practised) as pilot:
        await to_progress(pilot, "1", "2", "3")
        assert "the disk is gone (put it back)" in flowing(said(pilot, "message"))


@pytest.mark.parametrize("size", [SMALL, (60, 20), (120, 40), (40, 12)])
async def test_it_holds_at_any_size_and_after_a_resize(practised: Coach, size: tuple[int, int]) -> None:
    async with opened(practised) as pilot:
        await to_progress(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        for key in "123456":
            await press(pilot, key)
            check(pilot)
            assert f"{key} {list(Section)[int(key) - 1]}" in "\n".join(painted(pilot))


async def test_a_tall_terminal_shows_the_next_section_as_well(practised: Coach) -> None:
    async with opened(practised, size=(120, 40)) as pilot:
        await to_progress(pilot)
        text = said(pilot, "body")
        assert "2 Recall ──" in text
        assert "the target: 90 %" in text
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "2 Recall" not in said(pilot, "body")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_hostile_names_of_skills(tmp_path: Path, clock: FakeClock, text: str) -> None:
    write_note(tmp_path, text=note_text(text[:200]))
    coach = open_at(tmp_path, clock)
    coach.sync()
    async with opened(coach) as pilot:
        await to_progress(pilot, "4")
        check(pilot)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        check(pilot)
    coach.close()


# -- drawn from figures made up


def drawn(found: Statistics, section: Section, width: int = 76, height: int = 20) -> str:
    lines = section_lines(section, found, width, height)
    assert all(line.cell_length <= width for line in lines)
    return "\n".join(line.plain for line in lines)


@pytest.fixture
def found(practised: Coach) -> Statistics:
    return practised.statistics()


def with_(found: Statistics, **changes: object) -> Statistics:
    from dataclasses import replace

    return replace(found, **changes)  # type: ignore[arg-type]  # of what type each is, its caller knows


@pytest.mark.parametrize(
    ("passed", "says"),
    [
        (900, "about where it should be; chance alone moves it by 2 points"),
        (850, "5 points below the target"),
        (960, "6 points above the target"),
    ],
)
def test_recall_is_held_against_the_target_as_far_as_chance_allows(
    found: Statistics, passed: int, says: str
) -> None:
    windows = (Retention(7, 0, 0), Retention(30, 1000, passed), Retention(90, 1000, passed))
    text = drawn(with_(found, retention=windows), Section.RECALL)
    assert says in flowing(text)
    assert "Over 30 days" in text
    assert "nothing was tried" in text


def test_mock_interviews_are_drawn_and_listed_the_latest_first(found: Statistics) -> None:
    sat = tuple(
        SatMock(n, TODAY - timedelta(days=20 - n), n != 3, 5, None if n == 3 else 2.0 + n / 10, 700)
        for n in range(1, 8)
    )
    text = drawn(with_(found, mocks=sat), Section.MOCKS)
    assert "7 mock interviews begun, 6 finished." in text
    assert "The first was graded 2.1 of 5 on average, the last 2.7." in text
    assert text.index("17 Feb") < text.index("11 Feb")
    assert "not graded" in text
    assert "not finished" in text
    assert "5 ┤" in text


def test_predictions_are_set_against_grades_in_plain_words(found: Statistics) -> None:
    lines = (
        Calibration("result", 1.2, 30, 0.4, "you rate Result 1.2 too high; it was 0.4 too high before"),
        Calibration("structure", -0.5, 12, None, "you rate Structure and time 0.5 too low"),
    )
    text = drawn(with_(found, calibration=lines, answers_lacking=0), Section.JUDGEMENT)
    assert "You rate Result 1.2 too high; it was 0.4 too high before." in text
    high, low = (line for line in text.split("\n") if "●" in line)
    assert high.index("●") > high.index("┼")
    assert low.index("●") < low.index("┼")
    assert "12 answers" in low


def test_two_hundred_skills_are_listed_and_the_rest_counted(found: Statistics) -> None:
    from dataclasses import replace

    many = tuple(replace(found.skills[0], note_id=n, skill=f"Skill {n}") for n in range(1500))
    text = drawn(with_(found, skills=many), Section.SKILLS)
    assert "and 1,300 skills more" in text


def test_a_year_of_days_is_drawn_as_wide_as_it_fits(found: Statistics) -> None:
    year = tuple(Day(TODAY - timedelta(days=back), 10 + back % 7, 600) for back in range(364, -1, -1))
    for width in (36, 56, 76, 116):
        text = drawn(with_(found, days=year, study_day=TODAY), Section.DAYS, width)
        assert "or more ratings" in text
    assert json.dumps(text).count("\\u2591") > 10
