"""The streak, by one rule: a study day counts when a card was rated on it, and the rating stands.

A mock interview that was sat to its end counts as well. Today breaks nothing while it lasts.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

_RULE = "A study day counts when you rated a card or finished a mock interview"


@dataclass(frozen=True, slots=True)
class Streak:
    """Study days in a row: those up to today or, while today does not count, to yesterday; the most ever."""

    current: int
    longest: int
    today_counts: bool


def streak_rule(*, today_counts: bool) -> str:
    """By what the days are counted, in words; what today does is told as long as it does not count yet."""
    return f"{_RULE}." if today_counts else f"{_RULE}; today breaks nothing yet."


def streak(days: Collection[date], today: date) -> Streak:
    """The streak that these study days make. Days after today (a clock was set back) are passed over."""
    counted = {day for day in days if day <= today}
    last = today if today in counted else today - timedelta(days=1)
    return Streak(_back_from(last, counted), _longest(counted), today in counted)


def _back_from(day: date, counted: Collection[date]) -> int:
    length = 0
    while day in counted:
        length += 1
        day -= timedelta(days=1)
    return length


def _longest(counted: Collection[date]) -> int:
    longest = length = 0
    before: date | None = None
    for day in sorted(counted):
        length = length + 1 if before is not None and day - before == timedelta(days=1) else 1
        longest, before = max(longest, length), day
    return longest
