"""Queries that the day's queue is built from. Each reads one index only, and lazily."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache

from interview_coach.recall.day import from_number, to_number
from interview_coach.recall.queue import Entry
from interview_coach.store.codec import from_ms, to_ms

_OPEN = "suspended = 0 AND missing_since IS NULL AND buried_until <= :day"


def learning(connection: sqlite3.Connection, day: date, until: datetime) -> list[tuple[Entry, datetime]]:
    """The cards whose learning step ends by `until`, soonest first, with that moment."""
    rows = connection.execute(
        f"""
        SELECT id, note_id, kind, due_at FROM cards
        WHERE phase IN ('learning', 'relearning') AND {_OPEN} AND due_at <= :until
        ORDER BY due_at, id
        """,  # noqa: S608 - own names
        {"day": to_number(day), "until": to_ms(until)},
    )
    return [(Entry(card_id, note_id, kind), from_ms(due_at)) for card_id, note_id, kind, due_at in rows]


def due(connection: sqlite3.Connection, day: date) -> Iterator[Entry]:
    """The cards due on a study day: first those due that very day, then the overdue, lowest recall first.

    Recall falls with the days since the last review over the stability (FSRS-6's forgetting curve), so
    that quotient gives the order without computing one recall.
    """
    number = to_number(day)
    for condition, order in (
        ("due_day = :day", "id"),
        ("due_day < :day", "(:day - last_day) / stability DESC, id"),
    ):
        rows = connection.execute(
            f"""
            SELECT id, note_id, kind FROM cards
            WHERE phase = 'review' AND {_OPEN} AND {condition} ORDER BY {order}
            """,  # noqa: S608 - own names
            {"day": number},
        )
        for card_id, note_id, kind in rows:
            yield Entry(card_id, note_id, kind)


def waiting(connection: sqlite3.Connection, day: date) -> list[Entry]:
    """Of each note with cards overdue on a study day the one with the lowest recall."""
    rows = connection.execute(
        f"""
        SELECT id, note_id, kind, max((:day - last_day) / stability) FROM cards
        WHERE phase = 'review' AND {_OPEN} AND due_day < :day GROUP BY +note_id
        """,  # noqa: S608 - own names
        {"day": to_number(day)},
    )
    return [Entry(card_id, note_id, kind) for card_id, note_id, kind, _ in rows]


def brought_forward(
    connection: sqlite3.Connection, day: date, bounds: Mapping[int, tuple[date, int]]
) -> Iterator[Entry]:
    """The cards not due on a study day that would sleep through an interview, lowest recall first.

    `bounds` gives for a note its next interview and the longest interval, in days, that it leaves room for.
    """
    rows = connection.execute(
        f"""
        SELECT cards.id, note_id, kind
        FROM cards JOIN json_each(:bounds) ON note_id = json_extract(value, '$[0]')
        WHERE phase = 'review' AND {_OPEN} AND due_day > :day
          AND due_day >= json_extract(value, '$[1]') AND :day - last_day >= json_extract(value, '$[2]')
        ORDER BY (:day - last_day) / stability DESC, cards.id
        """,  # noqa: S608 - own names
        {
            "day": to_number(day),
            "bounds": json.dumps([[note_id, to_number(on), days] for note_id, (on, days) in bounds.items()]),
        },
    )
    for card_id, note_id, kind in rows:
        yield Entry(card_id, note_id, kind)


def unseen(connection: sqlite3.Connection, day: date) -> Iterator[Entry]:
    """The cards never reviewed: the first of each note, then the second of each, so that all skills begin."""
    rows = connection.execute(
        f"""
        SELECT id, note_id, kind FROM cards WHERE phase = 'new' AND {_OPEN} ORDER BY position, note_id
        """,  # noqa: S608 - own names
        {"day": to_number(day)},
    )
    for card_id, note_id, kind in rows:
        yield Entry(card_id, note_id, kind)


def begun_since(connection: sqlite3.Connection, since: date) -> set[int]:
    """The notes of which a new card was begun on a study day or after it."""
    rows = connection.execute(
        """
        SELECT DISTINCT note_id FROM reviews JOIN cards ON cards.id = card_id
        WHERE study_day >= ? AND reviews.phase = 'new' AND undone_at IS NULL AND mode = 'practice'
        """,
        (to_number(since),),
    )
    return {note_id for (note_id,) in rows}


def shown_on(connection: sqlite3.Connection, day: date, began: datetime) -> dict[int, set[str]]:
    """The kinds of card reviewed or put away on a study day that began at a moment, by note."""
    rows = connection.execute(
        """
        SELECT note_id, kind FROM reviews JOIN cards ON cards.id = card_id
        WHERE study_day = :day AND undone_at IS NULL AND mode = 'practice'
        UNION
        SELECT note_id, kind FROM marks JOIN cards ON cards.id = card_id
        WHERE undone_at IS NULL AND at >= :began AND mark IN ('suspended', 'buried_until')
        """,
        {"day": to_number(day), "began": to_ms(began)},
    )
    shown: dict[int, set[str]] = {}
    for note_id, kind in rows:
        shown.setdefault(note_id, set()).add(kind)
    return shown


def spent_on(connection: sqlite3.Connection, day: date) -> tuple[int, int]:
    """What a study day's limits have been used up by: new cards begun, and reviews of cards on days."""
    row = connection.execute(
        """
        SELECT count(*) FILTER (WHERE phase = 'new'), count(*) FILTER (WHERE phase = 'review')
        FROM reviews WHERE study_day = ? AND undone_at IS NULL AND mode = 'practice'
        """,
        (to_number(day),),
    ).fetchone()
    return int(row[0]), int(row[1])


def next_due(connection: sqlite3.Connection, day: date) -> date | None:
    """The first study day after `day` on which a known card is due; None if there is none."""
    row = connection.execute(
        """
        SELECT min(due_day) FROM cards
        WHERE phase = 'review' AND suspended = 0 AND missing_since IS NULL AND due_day > ?
        """,
        (to_number(day),),
    ).fetchone()
    return None if row[0] is None else from_number(row[0])


def interviews_by_note(connection: sqlite3.Connection, today: date) -> dict[int, list[date]]:
    """The days of the interviews to come, today's included, for each note whose skill one asks for."""
    rows = connection.execute(
        """
        WITH coming AS (SELECT day, skills FROM interviews WHERE removed_at IS NULL AND day >= ?)
        SELECT notes.id, day FROM coming JOIN notes ON status = 'read' WHERE skills = '[]'
        UNION ALL
        SELECT notes.id, day FROM coming CROSS JOIN json_each(skills)  -- in this order: each list is read once
        CROSS JOIN notes ON title = value AND status = 'read'
        ORDER BY day
        """,
        (to_number(today),),
    )
    found: dict[int, list[date]] = {}
    days = lru_cache(from_number)
    for note_id, day in rows:
        found.setdefault(note_id, []).append(days(day))
    return found
