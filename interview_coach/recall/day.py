"""The study day: the day that a review counts for. It turns at an hour of the night, not at midnight."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

_EPOCH = date(1970, 1, 1).toordinal()


def study_day(now: datetime, rollover_hour: int) -> date:
    """The day that `now` counts for; `now` is aware and in the person's local time.

    It goes by the clock on the wall: an hour before `rollover_hour` belongs to the day before, also on
    the nights when the clock is put forward or back.
    """
    return (now.replace(tzinfo=None) - timedelta(hours=rollover_hour)).date()


def day_begins(now: datetime, rollover_hour: int) -> datetime:
    """The moment at which the study day of `now` began, where `now` is."""
    return _turn(study_day(now, rollover_hour), rollover_hour, now)


def day_ends(now: datetime, rollover_hour: int) -> datetime:
    """The moment at which the study day of `now` turns into the next, where `now` is.

    A day on which the clock is put forward lasts 23 hours, one on which it is put back 25.
    """
    return _turn(study_day(now, rollover_hour) + timedelta(days=1), rollover_hour, now)


def _turn(day: date, rollover_hour: int, now: datetime) -> datetime:
    zone = _zone_of(now)
    return in_zone(datetime.combine(day, time(rollover_hour), tzinfo=zone), zone)


class LocalOffset(tzinfo):
    """The offset that a zone has at one moment, and the `zone` itself, by whose rules the days turn.

    Python counts between two moments of one zone as the clock on the wall shows them: an hour off across a
    night when it is put forward or back. Between offsets it counts the time that passed.
    """

    def __init__(self, zone: tzinfo, offset: timedelta) -> None:
        self.zone = zone
        self._offset = offset

    def utcoffset(self, _when: datetime | None, /) -> timedelta:
        """The offset, whatever the moment."""
        return self._offset

    def dst(self, _when: datetime | None, /) -> None:
        """Not known: an offset does not say how it came about."""

    def tzname(self, when: datetime | None, /) -> str | None:
        """What the zone calls itself at a moment."""
        return self.zone.tzname(when)

    def fromutc(self, when: datetime, /) -> datetime:
        """A moment in UTC as it is with this offset."""
        return when + self._offset


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """An aware moment as the clock on the wall has it in a zone, which it remembers."""
    offset = moment.astimezone(zone).utcoffset() or timedelta()
    return moment.astimezone(LocalOffset(zone, offset))


def where_it_is(now: datetime, moment: datetime) -> datetime:
    """Another moment as the clock on the wall has it where `now` is: in summer by summer time."""
    return in_zone(moment, _zone_of(now))


def _zone_of(now: datetime) -> tzinfo:
    zone = now.tzinfo
    return zone.zone if isinstance(zone, LocalOffset) else zone or UTC


def to_number(day: date) -> int:
    """The days from 1970-01-01 to `day`, as the database keeps them."""
    return day.toordinal() - _EPOCH


def from_number(number: int) -> date:
    """The day that `to_number` made the number of."""
    return date.fromordinal(number + _EPOCH)
