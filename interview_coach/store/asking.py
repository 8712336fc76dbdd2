"""What is known of the questions that an interview may ask: how often each was answered, and how well."""

import sqlite3
from dataclasses import dataclass

LAST = 3  # answers or ratings that say how well a question is answered now


@dataclass(frozen=True, slots=True)
class Answered:
    """How often a question was answered, and how well lately, from 0 to 1; None where nobody said."""

    times: int
    strength: float | None


def answered(connection: sqlite3.Connection) -> dict[int, Answered]:
    """Of each card that was ever answered; answers to follow-ups and drills are not counted.

    How well goes by the rubric of its last answers, where they have one; else by its last ratings.
    """
    graded = dict(
        connection.execute(
            """
            SELECT card_id, avg(grade) FROM (
                SELECT card_id, (SELECT avg(value) FROM json_each(rubric)) AS grade,
                    row_number() OVER (PARTITION BY card_id ORDER BY at DESC, id DESC) AS ago
                FROM attempts WHERE rubric IS NOT NULL AND asked IS NULL
            ) WHERE ago <= ? GROUP BY card_id
            """,
            (LAST,),
        ).fetchall()
    )
    rated = dict(
        connection.execute(
            """
            SELECT card_id, avg(rating) FROM (
                SELECT card_id, rating, row_number() OVER (PARTITION BY card_id ORDER BY turn DESC) AS ago
                FROM reviews JOIN cards ON cards.id = card_id
                WHERE kind = 'question' AND undone_at IS NULL AND mode = 'practice'
            ) WHERE ago <= ? GROUP BY card_id
            """,
            (LAST,),
        ).fetchall()
    )
    times = connection.execute(
        "SELECT card_id, count(*) FROM attempts WHERE asked IS NULL AND NOT abandoned GROUP BY card_id"
    )
    return {
        card_id: Answered(number, _strength(graded.get(card_id), rated.get(card_id)))
        for card_id, number in times
    }


def _strength(grade: float | None, rating: float | None) -> float | None:
    if grade is not None:
        return (grade - 1) / 4
    return None if rating is None else (rating - 1) / 3


@dataclass(frozen=True, slots=True)
class Missed:
    """A figure or a Result that the last answers to a question lacked: in how many, and of how many."""

    card_id: int
    label: str
    misses: int
    answers: int


def missed(connection: sqlite3.Connection) -> list[Missed]:
    """What was missed in the last answers that were looked at, the most often first."""
    rows = connection.execute(
        """
        WITH looked_at AS (
            SELECT id, card_id, row_number() OVER (PARTITION BY card_id ORDER BY at DESC, id DESC) AS ago
            FROM attempts WHERE missed IS NOT NULL AND asked IS NULL AND NOT abandoned
        )
        SELECT card_id, label, count(*) FILTER (WHERE hit = 0) AS misses, count(*)
        FROM looked_at JOIN points ON attempt_id = looked_at.id
        WHERE ago <= ? AND kind IN ('metric', 'result')
        GROUP BY card_id, label, expected HAVING misses > 0 ORDER BY misses DESC, card_id, min(points.number)
        """,
        (LAST,),
    )
    return [Missed(*row) for row in rows]
