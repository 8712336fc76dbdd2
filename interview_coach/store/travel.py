"""Queries for what moves in and out: the log as it is, row by row."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from interview_coach.recall.day import from_number
from interview_coach.recall.model import Memory, Phase, Rating
from interview_coach.store.codec import from_ms, memory_from_json

PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class LoggedReview:
    """A row of the log. `at` is in milliseconds since 1970, `offset` in minutes east of UTC, `duration` in
    milliseconds; `shown` is the prompt as it was then.
    """

    review_id: int
    card_id: int
    at: int
    offset: int
    day: date
    rating: Rating
    mode: str
    duration: int
    phase: Phase
    before: Memory
    after: Memory
    shown: str
    undone_at: datetime | None

    @property
    def counts(self) -> bool:
        """Whether it made the card's memory what it is: practised, and not undone."""
        return self.undone_at is None and self.mode == PRACTICE

    @property
    def moment(self) -> datetime:
        """When it was, as the clock on the wall had it."""
        return from_ms(self.at).astimezone(timezone(timedelta(minutes=self.offset)))


def logged_reviews(connection: sqlite3.Connection) -> Iterator[LoggedReview]:
    """Every review ever, undone ones too, in their order."""
    rows = connection.execute(
        """
        SELECT id, card_id, at, offset, study_day, rating, mode, duration, phase, before, after, prompt,
               undone_at
        FROM reviews ORDER BY turn, id
        """
    )
    for (
        review_id, card_id, at, offset, day, rating, mode, duration, phase, before, after, shown, undone_at
    ) in rows:  # fmt: skip
        yield LoggedReview(
            review_id, card_id, at, offset, from_number(day), Rating(rating), mode, duration, Phase(phase),
            memory_from_json(before), memory_from_json(after), shown,
            None if undone_at is None else from_ms(undone_at),
        )  # fmt: skip
