"""The charts and the calendar: what they say, without colour and in any width."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.tui.draw.blocks import EIGHTHS, Column, columns, meter, nice_top, trend, with_axis
from interview_coach.tui.draw.calendar import Year, calendar
from interview_coach.tui.draw.dates import ago, short_day

TODAY = date(2026, 3, 5)  # a Thursday


@given(st.integers(0, 10**7))
def test_the_top_of_an_axis_holds_the_greatest_value_and_is_never_twice_as_far(most: int) -> None:
    assert most <= nice_top(most) <= max(1, 2 * most)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=30), st.integers(1, 12))
def test_a_column_is_as_high_as_its_value_and_what_is_there_shows(values: list[int], rows: int) -> None:
    drawn = columns([Column(value) for value in values], rows, top=max(1, *values, 1))
    assert len(drawn) == rows + 1
    for index, value in enumerate(values):
        eighths = sum(EIGHTHS.index(line.plain[index * 2]) for line in drawn[:rows])
        assert eighths == (max(1, round(8 * rows * value / max(1, *values, 1))) if value else 0)


def test_an_axis_names_its_top_its_middle_and_its_foot() -> None:
    drawn = with_axis(columns([Column(12, "M")], 4, top=12), 4, "12", "6")
    assert [line.plain.rstrip() for line in drawn] == [
        "12 ┤ █",
        "   │ █",
        " 6 ┤ █",
        "   │ █",
        " 0 └───",
        "     M",
    ]


@pytest.mark.parametrize("width", [1, 7, 50])
def test_a_meter_is_as_wide_as_asked_and_shows_where_it_should_reach(width: int) -> None:
    drawn = meter(0.5, width, target=0.9).plain
    assert len(drawn) == width
    assert drawn.count("┃") == 1


def test_a_trend_tells_nothing_of_what_is_not_known() -> None:
    assert trend([0.0, None, 1.0]).plain == "▁·█"


# -- the calendar


def days_back(*numbers: int) -> dict[date, int]:
    return {TODAY - timedelta(days=back): number for back, number in enumerate(numbers) if number}


def rows(year: Year, width: int = 76) -> list[str]:
    return [line.plain for line in calendar(year, width)]


def test_each_day_stands_in_its_weeks_column_and_its_weekdays_row() -> None:
    drawn = rows(Year(days_back(9, 0, 0, 5), (), TODAY))
    by_name = {line[:3]: line[5:].split(" ") for line in drawn[1:8]}
    thursday, monday = by_name["Thu"], by_name["Mon"]
    assert thursday[12] == "█"
    assert by_name["Tue"][12] == "·"
    assert monday[12] == "░" or monday[12] in "▒▓"
    assert by_name["Fri"][12].strip() == ""  # it is still to come
    assert any("9 or more ratings" in line for line in drawn)


def test_a_day_with_a_finished_mock_interview_alone_is_told_from_one_with_nothing() -> None:
    yesterday = TODAY - timedelta(days=1)
    drawn = rows(Year(days_back(3), {yesterday}, TODAY))
    assert next(line for line in drawn if line.startswith("Wed"))[5:].split(" ")[12] == "○"
    assert any("○ a mock interview alone" in line for line in drawn)
    assert not any("○" in line for line in rows(Year(days_back(3, 4), {yesterday}, TODAY)))


@given(st.dictionaries(st.integers(0, 900), st.integers(1, 400)), st.integers(20, 132))
def test_the_calendar_fits_any_width_and_ends_with_this_week(found: dict[int, int], width: int) -> None:
    year = Year({TODAY - timedelta(days=back): number for back, number in found.items()}, (), TODAY)
    drawn = rows(year, width)
    assert all(len(line.rstrip()) <= width for line in drawn[:8])
    lengths = {len(line) for line in drawn[1:8]}
    assert len(lengths) == 1
    assert all(
        line.startswith(name) for line, name in zip(drawn[1:8], ("Mon", "Tue", "Wed", "Thu"), strict=False)
    )


def test_one_long_evening_leaves_the_other_days_their_levels() -> None:
    usual = rows(Year(days_back(400, 4, 8, 12, 16), (), TODAY))
    glyphs = {glyph for line in usual[1:8] for glyph in line[5:] if glyph in "░▒▓█"}
    assert len(glyphs) >= 3


def test_days_gone_by_are_told_in_few_words() -> None:
    told = [ago(TODAY - timedelta(days=back), TODAY) for back in (0, 1, 5, 20, 90, 800)]
    assert told == ["today", "yesterday", "5 days ago", "2 weeks ago", "3 months ago", "2 years ago"]
    assert short_day(date(2025, 12, 31), TODAY) == "31 Dec 2025"
    assert short_day(date(2026, 3, 1), TODAY) == "1 Mar"
