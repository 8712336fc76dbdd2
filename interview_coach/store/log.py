"""The log: reviews and marks, one row each, written once. Undoing sets a moment on the row.

Each review and each mark has a turn, which orders both logs whatever the clock says.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from interview_coach.cards.model import CardKind
from interview_coach.errors import CoachError
from interview_coach.recall.day import from_number, to_number
from interview_coach.recall.model import Memory, Rating
from interview_coach.store.codec import from_ms, memory_from_json, memory_to_json, offset_of, to_ms

# What is counted of the time from prompt to rating: a card on show for longer was left lying, or the computer
# slept. The log itself keeps what the clock said.
LONGEST_SECONDS = 300
_SHORTEST_SECONDS = 1  # what is rated sooner was not read


PRACTICE = "practice"
RESET = "reset"  # a row of the log that is no rating: the card is learnt anew from there on
LIBRARY = "library"  # the mode of a session in which cards were looked at, and not practised


class Mark(StrEnum):
    """What a person does to a card besides rating it; the values are columns of `cards`."""

    SUSPENDED = "suspended"
    BURIED_UNTIL = "buried_until"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Done:
    """A row of the log that can be taken back: a rating where `mark` is None, else what `mark` was set to."""

    card_id: int
    row_id: int
    mark: Mark | None
    value: int


@dataclass(frozen=True, slots=True)
class Logged:
    """A rating that stands, with the card's memory before and after it as they were at the time.

    `reset` says that it is none, but the moment from which on the card is learnt anew.
    """

    card_id: int
    rating: Rating
    at: datetime
    day: date
    algorithm_id: int
    before: Memory
    after: Memory
    reset: bool = False


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
    mode: str = PRACTICE,
) -> int:
    """One rating, appended; gives the row's id. `duration` is in milliseconds.

    A reset is a row of this log too, with its own mode: no rating, but whatever the card says of it before.
    """
    cursor = connection.execute(
        """
        INSERT INTO reviews (card_id, session_id, at, offset, study_day, rating, mode, duration, phase,
                             before, after, algorithm_id, prompt, turn)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            card_id,
            session_id,
            to_ms(now),
            offset_of(now),
            to_number(day),
            int(rating),
            mode,
            duration,
            before.phase.value,
            memory_to_json(before),
            memory_to_json(after),
            algorithm,
            prompt,
            _next_turn(connection, now),
        ),
    )
    return int(cursor.lastrowid or 0)


def set_mark(
    connection: sqlite3.Connection, *, card_id: int, session_id: int, now: datetime, mark: Mark, value: int
) -> int:
    """Suspends, buries or flags a card (or takes it back), logs what was there before; gives the row's id.

    Raises CoachError where there is no such card any more.
    """
    row = connection.execute(f"SELECT {mark.value} FROM cards WHERE id = ?", (card_id,)).fetchone()  # noqa: S608
    if row is None:
        raise CoachError(
            f"card {card_id} is no more: it was put together with another", "go on with the next card"
        )
    cursor = connection.execute(
        "INSERT INTO marks (card_id, session_id, at, mark, before, after, turn) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (card_id, session_id, to_ms(now), mark.value, row[0], value, _next_turn(connection, now)),
    )
    connection.execute(f"UPDATE cards SET {mark.value} = ? WHERE id = ?", (value, card_id))  # noqa: S608 - own names
    return int(cursor.lastrowid or 0)


def last_turn(connection: sqlite3.Connection) -> int:
    """The turn of the last thing in both logs; 0 where they are empty."""
    row = connection.execute(
        "SELECT max((SELECT ifnull(max(turn), 0) FROM reviews), (SELECT ifnull(max(turn), 0) FROM marks))"
    ).fetchone()
    return int(row[0])


def _next_turn(connection: sqlite3.Connection, now: datetime) -> int:
    return max(to_ms(now), last_turn(connection) + 1)


def last_done(connection: sqlite3.Connection, until: int, *, in_library: bool = False) -> Done | None:
    """The last thing that a person did to a card by the turn `until` and that is not taken back: in practice,
    or in the library. Each takes back its own.
    """
    there = "(SELECT sessions.mode = 'library' FROM sessions WHERE id = session_id) = :in_library"
    ever = "SELECT 1 FROM sessions WHERE mode = 'library' LIMIT 1"
    if in_library and connection.execute(ever).fetchone() is None:
        return None
    # Only the library resets cards. Resets are few: an index that has the mode finds the last at one pass.
    index, mode = ("reviews_of_card", RESET) if in_library else ("reviews_by_turn", PRACTICE)
    row = connection.execute(
        f"""
        SELECT card_id, id, mark, value FROM (
            SELECT * FROM (
                SELECT turn, card_id, id, NULL AS mark, rating AS value FROM reviews INDEXED BY {index}
                WHERE undone_at IS NULL AND mode = :mode AND turn <= :until
                ORDER BY turn DESC, id DESC LIMIT 1
            ) UNION ALL SELECT * FROM (
                SELECT turn, card_id, id, mark, after FROM marks
                WHERE undone_at IS NULL AND {there} AND turn <= :until
                ORDER BY turn DESC, id DESC LIMIT 1
            )
        ) ORDER BY turn DESC LIMIT 1
        """,  # noqa: S608 - own text
        {"until": until, "in_library": in_library, "mode": mode},
    ).fetchone()
    if row is None:
        return None
    card_id, row_id, mark, value = row
    return Done(card_id, row_id, None if mark is None else Mark(mark), value)


def undo_mark(connection: sqlite3.Connection, row_id: int, now: datetime) -> None:
    """Takes a mark back: the card is as its other marks left it. Nothing happens where that was done before."""
    row = connection.execute(
        "UPDATE marks SET undone_at = ? WHERE id = ? AND undone_at IS NULL RETURNING card_id, mark",
        (to_ms(now), row_id),
    ).fetchone()
    if row is not None:
        card_id, mark = row[0], Mark(row[1])
        connection.execute(
            f"UPDATE cards SET {mark.value} = ? WHERE id = ?",  # noqa: S608 - own names
            (marked(connection, card_id, mark), card_id),
        )


def marked(connection: sqlite3.Connection, card_id: int, mark: Mark) -> int:
    """What the log of marks says of a card: its last mark that stands, else what was there before the first."""
    row = connection.execute(
        """
        SELECT ifnull(
            (SELECT after FROM marks WHERE card_id = :card AND mark = :mark AND undone_at IS NULL
             ORDER BY turn DESC, id DESC LIMIT 1),
            (SELECT before FROM marks WHERE card_id = :card AND mark = :mark ORDER BY turn, id LIMIT 1))
        """,
        {"card": card_id, "mark": mark.value},
    ).fetchone()
    return int(row[0] or 0)


def undo_review(
    connection: sqlite3.Connection, row_id: int, now: datetime
) -> tuple[int, Memory, Memory] | None:
    """Marks a review as undone; gives its card and the memory before and after it, which the caller puts back.

    None where it was undone before, in another window.
    """
    row = connection.execute(
        "UPDATE reviews SET undone_at = ? WHERE id = ? AND undone_at IS NULL RETURNING card_id, before, after",
        (to_ms(now), row_id),
    ).fetchone()
    return None if row is None else (row[0], memory_from_json(row[1]), memory_from_json(row[2]))


def seconds_per_kind(connection: sqlite3.Connection, last: int = 400) -> dict[CardKind, float]:
    """The person's own pace: mean seconds from prompt to rating by kind of card, in the last practice.

    Each counts as three times the middle one at most: a break says nothing of a card, and neither does a rating
    within a second, as a script gives it.
    """
    rows = connection.execute(
        """
        SELECT kind, min(duration, ?) FROM (
            SELECT card_id, duration FROM reviews
            WHERE undone_at IS NULL AND mode = 'practice' ORDER BY id DESC LIMIT ?
        ) JOIN cards ON cards.id = card_id WHERE duration >= ?
        """,
        (LONGEST_SECONDS * 1000, last, _SHORTEST_SECONDS * 1000),
    )
    durations: dict[str, list[int]] = {}
    for kind, duration in rows:
        durations.setdefault(kind, []).append(duration)
    return {CardKind(kind): _usual(each) / 1000 for kind, each in durations.items()}


def _usual(durations: list[int]) -> float:
    most = 3 * sorted(durations)[len(durations) // 2]
    return sum(min(each, most) for each in durations) / len(durations)


def standing(connection: sqlite3.Connection, card_id: int | None = None) -> Iterator[Logged]:
    """The ratings and resets that make memories, of one card or of all: card by card, each's oldest first."""
    which, values = ("", ()) if card_id is None else ("card_id = ? AND", (card_id,))
    rows = connection.execute(
        f"""
        SELECT card_id, rating, at, study_day, algorithm_id, before, after, mode = 'reset' FROM reviews
        WHERE {which} undone_at IS NULL AND mode IN ('practice', 'reset') ORDER BY card_id, turn, id
        """,  # noqa: S608 - own names
        values,
    )
    for card, rating, at, day, algorithm, before, after, reset in rows:
        memories = memory_from_json(before), memory_from_json(after)
        yield Logged(card, Rating(rating), from_ms(at), from_number(day), algorithm, *memories, bool(reset))


def algorithms(connection: sqlite3.Connection) -> list[tuple[int, str, str]]:
    """The id, the name and the parameters (JSON) of each algorithm that ratings were computed with."""
    return connection.execute("SELECT id, name, parameters FROM algorithms").fetchall()
