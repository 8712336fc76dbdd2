"""The study day: the day that a review counts for. It turns at an hour of the night, not at midnight."""

from datetime import date, datetime, time, timedelta

_EPOCH = date(1970, 1, 1).toordinal()


def study_day(now: datetime, rollover_hour: int) -> date:
    """The day that `now` counts for; `now` is aware and in the person's local time.

    It goes by the clock on the wall: an hour before `rollover_hour` belongs to the day before, also on
    the nights when the clock is put forward or back.
    """
    return (now.replace(tzinfo=None) - timedelta(hours=rollover_hour)).date()


def day_ends(now: datetime, rollover_hour: int) -> datetime:
    """The moment at which the study day of `now` turns into the next, in the time zone of `now`."""
    tomorrow = study_day(now, rollover_hour) + timedelta(days=1)
    return datetime.combine(tomorrow, time(rollover_hour), tzinfo=now.tzinfo)


def to_number(day: date) -> int:
    """The days from 1970-01-01 to `day`, as the database keeps them."""
    return day.toordinal() - _EPOCH


def from_number(number: int) -> date:
    """The day that `to_number` made the number of."""
    return date.fromordinal(number + _EPOCH)
