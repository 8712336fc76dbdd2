"""What a log of reviews comes to: true retention, and time spent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WINDOWS = (7, 30, 90)


@dataclass(frozen=True, slots=True)
class Day:
    """A study day: its ratings that stand, and the seconds that they took; a break counts five minutes."""

    day: date
    reviews: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried from memory on a study day, and how much of it came: first reviews of cards on days."""

    reviews: int
    passed: int


@dataclass(frozen=True, slots=True)
class Retention:
    """True retention over the last so many study days, today included; Hard is a pass.

    The first review of a card on a study day counts, where the card was on days then; later ones of that day
    come minutes after an answer was seen.
    """

    days: int
    reviews: int
    passed: int

    @property
    def rate(self) -> float | None:
        """The share that came, 0 to 1; None where nothing was tried."""
        return self.passed / self.reviews if self.reviews else None


def retention(
    tried: Mapping[date, Tried], today: date, windows: Iterable[int] = WINDOWS
) -> tuple[Retention, ...]:
    """True retention over several windows of study days that end today."""
    found = []
    for days in windows:
        inside = [each for day, each in tried.items() if today - timedelta(days=days) < day <= today]
        found.append(Retention(days, sum(each.reviews for each in inside), sum(each.passed for each in inside)))
    return tuple(found)


def seconds_within(days: Iterable[Day], today: date, window: int) -> int:
    """The seconds spent on the last so many study days, today included."""
    first = today - timedelta(days=window - 1)
    return sum(each.seconds for each in days if first <= each.day <= today)
