"""What the coming days bring, as the cards stand now: without new ones, and without what is yet to be rated."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 30


@dataclass(frozen=True, slots=True)
class Load:
    """A study day to come, and the cards that it brings back."""

    day: date
    due: int


def forecast(due: Mapping[date, int], today: date, days: int = DAYS) -> tuple[Load, ...]:
    """The next `days` study days, today the first: what is overdue counts today."""
    overdue = sum(number for day, number in due.items() if day < today)
    coming = (today + timedelta(days=ahead) for ahead in range(days))
    return tuple(Load(day, due.get(day, 0) + (overdue if day == today else 0)) for day in coming)
