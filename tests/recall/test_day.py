from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.recall.day import day_ends, from_number, study_day, to_number

EARLIEST, LATEST = datetime.fromisoformat("1980-01-01"), datetime.fromisoformat("2100-01-01")
PLUS_TWO = timezone(timedelta(hours=2))


class Spring(tzinfo):
    """A zone whose clock goes from 02:00 to 03:00 on 2025-03-30, as in Central Europe."""

    def utcoffset(self, when: datetime | None) -> timedelta:
        assert when is not None
        summer = (when.month, when.day, when.hour) >= (3, 30, 2)
        return timedelta(hours=2 if summer else 1)

    def dst(self, when: datetime | None) -> timedelta:
        return self.utcoffset(when) - timedelta(hours=1)

    def tzname(self, _when: datetime | None) -> str:
        return "spring"


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2025, 3, 2, 3, 59, 59, tzinfo=PLUS_TWO), date(2025, 3, 1)),
        (datetime(2025, 3, 2, 4, 0, tzinfo=PLUS_TWO), date(2025, 3, 2)),
        (datetime(2025, 3, 2, 23, 59, tzinfo=PLUS_TWO), date(2025, 3, 2)),
        (datetime(2025, 1, 1, 0, 30, tzinfo=UTC), date(2024, 12, 31)),
    ],
)
def test_the_hours_before_the_rollover_belong_to_the_day_before(now: datetime, day: date) -> None:
    assert study_day(now, 4) == day


def test_the_day_goes_by_the_persons_clock_not_by_utc() -> None:
    now = datetime(2025, 3, 2, 3, 30, tzinfo=UTC)
    assert study_day(now, 4) == date(2025, 3, 1)
    assert study_day(now.astimezone(PLUS_TWO), 4) == date(2025, 3, 2)


def test_the_day_turns_at_four_on_the_night_when_the_clock_goes_forward() -> None:
    before = datetime(2025, 3, 30, 3, 59, tzinfo=Spring())
    assert study_day(before, 4) == date(2025, 3, 29)
    ends = day_ends(datetime(2025, 3, 29, 22, tzinfo=Spring()), 4)
    assert ends == datetime(2025, 3, 30, 4, tzinfo=Spring())
    assert ends.astimezone(UTC) == datetime(2025, 3, 30, 2, tzinfo=UTC)


@given(st.datetimes(EARLIEST, LATEST), st.integers(0, 23), st.integers(-12, 14))
def test_a_day_lasts_until_its_end_and_no_longer(now: datetime, hour: int, offset: int) -> None:
    now = now.replace(tzinfo=timezone(timedelta(hours=offset)))
    ends = day_ends(now, hour)
    assert now < ends <= now + timedelta(days=1)
    assert study_day(ends - timedelta(microseconds=1), hour) == study_day(now, hour)
    assert study_day(ends, hour) == study_day(now, hour) + timedelta(days=1)


@given(st.dates())
def test_a_days_number_comes_back_as_the_day(day: date) -> None:
    assert from_number(to_number(day)) == day


def test_days_are_counted_from_1970() -> None:
    assert to_number(date(1970, 1, 1)) == 0
    assert to_number(date(2025, 3, 1)) == 20148
