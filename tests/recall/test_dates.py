"""A day is understood as a person writes it; where it might mean two, it is not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.recall.dates import day_meant

TODAY = date(2026, 3, 2)  # a Monday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-12", date(2026, 12, 12)),
        ("2026/1/5", date(2026, 1, 5)),
        ("12 Dec", date(2026, 12, 12)),
        ("12th of December", date(2026, 12, 12)),
        ("the 1st of March", date(2027, 3, 1)),
        ("March 2", TODAY),
        ("Dec. 12, 2027", date(2027, 12, 12)),
        ("12 Sept 2026", date(2026, 9, 12)),
        ("12.12.", date(2026, 12, 12)),
        ("1. 2. 2027", date(2027, 2, 1)),
        ("29 feb", date(2028, 2, 29)),
        ("today", TODAY),
        (" Tomorrow ", date(2026, 3, 3)),
        ("monday", date(2026, 3, 9)),
        ("on Tue", date(2026, 3, 3)),
        ("in 2 weeks", date(2026, 3, 16)),
        ("2 weeks", date(2026, 3, 16)),
        ("10 days from now", date(2026, 3, 12)),
        ("in a fortnight", date(2026, 3, 16)),
        ("next week", date(2026, 3, 9)),
        ("in 3 months", date(2026, 6, 2)),
        ("3/4/2026", None),
        ("next friday", None),
        ("30 Feb", None),
        ("2026-13-01", None),
        ("12 Decembre", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_as_written(text: str, day: date | None) -> None:
    assert day_meant(text, TODAY) == day


def test_a_month_ahead_of_a_long_one_ends_where_the_month_does() -> None:
    assert day_meant("in a month", date(2026, 1, 31)) == date(2026, 2, 28)
    assert day_meant("in 1 month", date(2026, 12, 31)) == date(2027, 1, 31)


@given(today=st.dates(date(2000, 1, 1), date(2100, 1, 1)), ahead=st.integers(0, 360))
def test_a_date_without_a_year_is_the_next_one(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        assert day_meant(f"{day.day} {day:%B}", today) == day
    assert day_meant(day.isoformat(), today) == day
    assert day_meant(f"in {ahead} days", today) == day


@given(text=st.text(max_size=30))
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert day_meant(text, TODAY) is None or isinstance(day_meant(text, TODAY), date)
