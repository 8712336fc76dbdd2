"""Cards that a person wants on a study day, whatever their schedule says. A log: taking back sets a moment."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime

from interview_coach.recall.day import to_number
from interview_coach.recall.queue import Entry
from interview_coach.store.codec import to_ms
from interview_coach.store.log import last_turn


def want(
    connection: sqlite3.Connection, card_ids: Iterable[int], day: date, source: str, now: datetime
) -> list[int]:
    """Puts cards into a study day; gives the rows. `source` is what sent them: mock, weak.

    A card that still waits there is not put there again.
    """
    waiting = {entry.card_id for entry in wanted_on(connection, day)}
    at = max(to_ms(now), last_turn(connection) + 1)  # after every review so far, whatever the clock says
    rows: list[int] = []
    for card_id in card_ids:
        if card_id not in waiting:
            waiting.add(card_id)
            cursor = connection.execute(
                "INSERT INTO wanted (card_id, study_day, source, at) VALUES (?, ?, ?, ?)",
                (card_id, to_number(day), source, at),
            )
            rows.append(int(cursor.lastrowid or 0))
    return rows


def take_back(connection: sqlite3.Connection, rows: Iterable[int], now: datetime) -> int:
    """The cards are not wanted after all; gives how many were taken back just now."""
    return sum(
        connection.execute(
            "UPDATE wanted SET undone_at = ? WHERE id = ? AND undone_at IS NULL", (to_ms(now), row)
        ).rowcount
        for row in rows
    )


def wanted_on(connection: sqlite3.Connection, day: date) -> list[Entry]:
    """The cards wanted on a study day and not reviewed on it since, in the order in which they were sent.

    It reads an index that is empty on most days.
    """
    rows = connection.execute(
        """
        SELECT cards.id, note_id, kind FROM wanted JOIN cards ON cards.id = wanted.card_id
        WHERE wanted.study_day = :day AND wanted.undone_at IS NULL
            AND suspended = 0 AND missing_since IS NULL AND buried_until <= :day
            AND NOT EXISTS (
                SELECT 1 FROM reviews
                WHERE reviews.card_id = wanted.card_id AND turn >= wanted.at AND reviews.study_day = :day
                    AND reviews.undone_at IS NULL AND mode = 'practice')
        ORDER BY wanted.id
        """,
        {"day": to_number(day)},
    )
    return list(dict.fromkeys(Entry(card_id, note_id, kind) for card_id, note_id, kind in rows))
