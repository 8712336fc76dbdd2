"""Queries for what moves in and out: the log row by row, and rows added to it from elsewhere."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from interview_coach.recall.day import from_number, to_number
from interview_coach.recall.model import NEW, Memory, Phase, Rating
from interview_coach.store.codec import from_ms, memory_from_json, memory_to_json, offset_of, to_ms

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


@dataclass(frozen=True, slots=True)
class Incoming:
    """A review from a file, of the card with a number, or with a skill and a prompt.

    `shown` is the prompt as it was then, None where the file does not say; `duration` is in milliseconds.
    """

    card_id: int | None
    skill: str | None
    prompt: str | None
    kind: str | None
    shown: str | None
    time: datetime
    day: date
    rating: Rating
    duration: int
    mode: str
    undone: bool

    @property
    def named(self) -> str:
        """The card as the file names it, for a message."""
        number = "" if self.card_id is None else f"card {self.card_id}"
        text = "" if self.prompt is None else f"{self.skill}: {self.prompt}"
        return ", ".join(part for part in (number, text) if part)


def add_review(
    connection: sqlite3.Connection, card_id: int, review: Incoming, algorithm: int, shown: str
) -> int:
    """Logs a review from elsewhere; gives the row's id. What the card was before and after is yet to be set."""
    none = memory_to_json(NEW)
    at = to_ms(review.time)
    cursor = connection.execute(
        """
        INSERT INTO reviews (card_id, at, offset, study_day, rating, mode, duration, phase, before, after,
                             algorithm_id, prompt, undone_at, turn)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'new', ?, ?, ?, ?, ?, ?)
        """,
        (
            card_id, at, offset_of(review.time), to_number(review.day), int(review.rating), review.mode,
            review.duration, none, none, algorithm, shown, at if review.undone else None, at,
        ),
    )  # fmt: skip
    return int(cursor.lastrowid or 0)


def set_memories(connection: sqlite3.Connection, row_id: int, before: Memory, after: Memory) -> None:
    """What a review from elsewhere found and left."""
    connection.execute(
        "UPDATE reviews SET phase = ?, before = ?, after = ? WHERE id = ?",
        (before.phase.value, memory_to_json(before), memory_to_json(after), row_id),
    )


def standing_ids(connection: sqlite3.Connection, card_id: int) -> list[int]:
    """The rows of a card's ratings that stand, in the order of `log.standing`."""
    rows = connection.execute(
        """
        SELECT id FROM reviews
        WHERE card_id = ? AND undone_at IS NULL AND mode IN ('practice', 'reset') ORDER BY turn, id
        """,
        (card_id,),
    )
    return [row_id for (row_id,) in rows]


def review_keys(connection: sqlite3.Connection) -> set[tuple[int, int, int]]:
    """By what a review is known: its card, its moment in milliseconds, its rating."""
    return set(connection.execute("SELECT card_id, at, rating FROM reviews").fetchall())


def holds_nothing(connection: sqlite3.Connection) -> bool:
    """Whether the database is as good as new: no note was read into it, nothing was practised."""
    tables = (
        "notes",
        "cards",
        "reviews",
        "marks",
        "attempts",
        "sessions",
        "mocks",
        "wanted",
        "interviews",
        "links",
    )
    return not any(
        connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()  # noqa: S608 - own names
        for table in tables
    )


def sizes(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many cards and how many reviews there are."""
    cards, reviews = connection.execute(
        "SELECT (SELECT count(*) FROM cards), (SELECT count(*) FROM reviews)"
    ).fetchone()
    return int(cards), int(reviews)
