"""The time, from outside: the system's, or one that a script sets."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo

from interview_coach.errors import CoachError
from interview_coach.recall.day import in_zone

VARIABLE = "INTERVIEW_COACH_NOW"

Clock = Callable[[], datetime]


def make_clock(environ: Mapping[str, str]) -> Clock:
    """The system's clock in local time; with INTERVIEW_COACH_NOW set, one that starts there and runs on.

    The first knows the rules of the zone that the system is set to, also where that changes while it runs.

    Raises CoachError where the variable is no moment with an offset.
    """
    text = environ.get(VARIABLE)
    if not text:
        return _now
    try:
        start = datetime.fromisoformat(text)
    except ValueError as error:
        raise CoachError(
            f"{VARIABLE} is {text!r}, not a moment", "write it like 2026-03-01T08:00:00+01:00"
        ) from error
    if start.utcoffset() is None or not 1970 < start.year < 9000:
        raise CoachError(
            f"{VARIABLE} is {text!r}, without an offset or out of range",
            "write it like 2026-03-01T08:00:00+01:00",
        )
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def _now() -> datetime:
    # Who travels changes the system's zone under a program that is open; it is not noticed without this.
    time.tzset()
    return in_zone(datetime.now(UTC), SystemZone())


class SystemZone(tzinfo):
    """The zone that the system is set to, which need not say its name: each moment is put to the system."""

    def utcoffset(self, when: datetime | None, /) -> timedelta | None:
        """The offset of a moment of the clock on the wall."""
        return None if when is None else when.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _when: datetime | None, /) -> None:
        """Not known: the system gives whole offsets."""

    def tzname(self, when: datetime | None, /) -> str | None:
        """What the system calls the zone at a moment."""
        return None if when is None else when.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, when: datetime, /) -> datetime:
        """A moment in UTC as the clock on the wall has it."""
        local = when.replace(tzinfo=UTC).astimezone()
        wall = local.replace(tzinfo=None)
        # Where the clock is put back an hour comes twice; by itself the clock on the wall means the first.
        is_second = wall.astimezone().utcoffset() != local.utcoffset()
        return wall.replace(tzinfo=self, fold=int(is_second))
