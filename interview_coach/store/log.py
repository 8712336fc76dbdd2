"""The log: reviews, attempts and marks, one row each, written once. Undoing sets a moment on the row."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from interview_coach.cards.model import CardKind, Point
from interview_coach.recall.day import from_number, to_number
from interview_coach.recall.model import Memory, Rating
from interview_coach.store.codec import from_ms, memory_from_json, memory_to_json, offset_of, to_ms


class Mark(StrEnum):
    """What a person does to a card besides rating it; the values are columns of `cards`."""

    SUSPENDED = "suspended"
    BURIED_UNTIL = "buried_until"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer to a prompt: how it was given, how long it took, what was in it.

    `duration` is milliseconds from prompt to reveal. `hits` and `hinted` hold, for each point of the
    card, whether the person ticked it and whether it had been revealed as a hint.
    """

    way: str
    duration: int
    words: int
    hits: tuple[bool, ...]
    hinted: tuple[bool, ...]


def begin_session(connection: sqlite3.Connection, mode: str, now: datetime, day: date) -> int:
    """A sitting begins; gives its id."""
    cursor = connection.execute(
        "INSERT INTO sessions (mode, started_at, offset, study_day) VALUES (?, ?, ?, ?)",
        (mode, to_ms(now), offset_of(now), to_number(day)),
    )
    return int(cursor.lastrowid or 0)


def end_session(connection: sqlite3.Connection, session_id: int, now: datetime) -> None:
    """The sitting was left in order."""
    connection.execute("UPDATE sessions SET ended_at = ? WHERE id = ?", (to_ms(now), session_id))


def algorithm_id(connection: sqlite3.Connection, name: str, parameters: Any) -> int:
    """The id under which reviews name the algorithm and all it was computed with."""
    text = json.dumps(parameters, separators=(",", ":"))
    found = connection.execute(
        "SELECT id FROM algorithms WHERE name = ? AND parameters = ?", (name, text)
    ).fetchone()
    if found is None:
        found = connection.execute(
            "INSERT INTO algorithms (name, parameters) VALUES (?, ?) RETURNING id", (name, text)
        ).fetchone()
    return int(found[0])


def add_review(
    connection: sqlite3.Connection,
    *,
    card_id: int,
    session_id: int,
    algorithm: int,
    now: datetime,
    day: date,
    rating: Rating,
    duration: int,
    before: Memory,
    after: Memory,
    prompt: str,
) -> int:
    """One rating, appended; gives the row's id. `duration` is in milliseconds."""
    cursor = connection.execute(
        """
        INSERT INTO reviews (card_id, session_id, at, offset, study_day, rating, mode, duration, phase,
                             before, after, algorithm_id, prompt)
        VALUES (?, ?, ?, ?, ?, ?, 'practice', ?, ?, ?, ?, ?, ?)
        """,
        (
            card_id,
            session_id,
            to_ms(now),
            offset_of(now),
            to_number(day),
            int(rating),
            duration,
            before.phase.value,
            memory_to_json(before),
            memory_to_json(after),
            algorithm,
            prompt,
        ),
    )
    return int(cursor.lastrowid or 0)


def add_attempt(
    connection: sqlite3.Connection,
    *,
    card_id: int,
    session_id: int,
    review_id: int,
    now: datetime,
    day: date,
    attempt: Attempt,
    points: tuple[Point, ...],
) -> None:
    """How the answer to a reviewed card was given, and its points as the person ticked them."""
    cursor = connection.execute(
        """
        INSERT INTO attempts (card_id, session_id, review_id, at, study_day, way, duration, words, hints)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            card_id,
            session_id,
            review_id,
            to_ms(now),
            to_number(day),
            attempt.way,
            attempt.duration,
            attempt.words,
            sum(attempt.hinted),
        ),
    )
    connection.executemany(
        """
        INSERT INTO points (attempt_id, number, kind, label, expected, hit, hinted, decided_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'self')
        """,
        [
            (cursor.lastrowid, number, point.kind.value, point.label, point.expected, hit, hinted)
            for number, (point, hit, hinted) in enumerate(
                zip(points, attempt.hits, attempt.hinted, strict=True), start=1
            )
        ],
    )


def set_mark(
    connection: sqlite3.Connection, *, card_id: int, session_id: int, now: datetime, mark: Mark, value: int
) -> int:
    """Suspends, buries or flags a card (or takes it back), logs what was there before; gives the row's id."""
    before = connection.execute(f"SELECT {mark.value} FROM cards WHERE id = ?", (card_id,)).fetchone()[0]  # noqa: S608
    cursor = connection.execute(
        "INSERT INTO marks (card_id, session_id, at, mark, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        (card_id, session_id, to_ms(now), mark.value, before, value),
    )
    connection.execute(f"UPDATE cards SET {mark.value} = ? WHERE id = ?", (value, card_id))  # noqa: S608 - own names
    return int(cursor.lastrowid or 0)


def undo_mark(connection: sqlite3.Connection, row_id: int, now: datetime) -> None:
    """Puts back what a mark had changed."""
    card_id, mark, before = connection.execute(
        "UPDATE marks SET undone_at = ? WHERE id = ? RETURNING card_id, mark, before", (to_ms(now), row_id)
    ).fetchone()
    connection.execute(f"UPDATE cards SET {Mark(mark).value} = ? WHERE id = ?", (before, card_id))  # noqa: S608


def undo_review(connection: sqlite3.Connection, row_id: int, now: datetime) -> tuple[Memory, Memory]:
    """Marks a review as undone; gives the memory before and after it. Putting it back is for the caller."""
    before, after = connection.execute(
        "UPDATE reviews SET undone_at = ? WHERE id = ? RETURNING before, after", (to_ms(now), row_id)
    ).fetchone()
    return memory_from_json(before), memory_from_json(after)


def seconds_per_kind(connection: sqlite3.Connection, last: int = 400) -> dict[CardKind, float]:
    """Mean seconds from prompt to rating by kind of card, over the last reviews; a break counts 5 minutes."""
    rows = connection.execute(
        """
        SELECT kind, avg(min(duration, 300000)) / 1000.0 FROM (
            SELECT card_id, duration FROM reviews WHERE undone_at IS NULL ORDER BY id DESC LIMIT ?
        ) JOIN cards ON cards.id = card_id GROUP BY kind
        """,
        (last,),
    )
    return {CardKind(kind): seconds for kind, seconds in rows}


def reviews_of(connection: sqlite3.Connection, card_id: int) -> list[tuple[Rating, datetime, date]]:
    """The card's reviews that count, oldest first: what its memory is replayed from."""
    rows = connection.execute(
        """
        SELECT rating, at, study_day FROM reviews
        WHERE card_id = ? AND undone_at IS NULL AND mode = 'practice' ORDER BY at, id
        """,
        (card_id,),
    )
    return [(Rating(rating), from_ms(at), from_number(day)) for rating, at, day in rows]
