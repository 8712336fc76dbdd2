"""The time, from outside: the system's, or one that a script sets."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from interview_coach.errors import CoachError

VARIABLE = "INTERVIEW_COACH_NOW"

Clock = Callable[[], datetime]


def make_clock(environ: Mapping[str, str]) -> Clock:
    """The system's clock in local time; with INTERVIEW_COACH_NOW set, one that starts there and runs on.

    Raises CoachError where the variable is no moment with an offset.
    """
    text = environ.get(VARIABLE)
    if not text:
        return lambda: datetime.now().astimezone()
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
