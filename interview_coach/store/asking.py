"""What is known of the questions that an interview may ask: how often each was answered, and how well."""

import json
import sqlite3
from dataclasses import dataclass
from typing import NamedTuple

from interview_coach.answers.rubric import LINES

LAST = 3  # answers or ratings that say how well a question is answered now

# An answer whose rating was taken back is not counted, here as elsewhere; one without a rating is.
STANDS = "ifnull(review_id NOT IN (SELECT id FROM reviews WHERE undone_at IS NOT NULL), 1)"
# The mean of an answer's rubric; none where a line of it was left out, as in `rubric.grade`.
GRADE = f"(SELECT CASE WHEN count(*) >= {len(LINES)} THEN avg(value) END FROM json_each(rubric))"  # noqa: S608
# The whole grades of each card's answers, the last first; of those that a condition after it leaves.
_GRADED = f"""
    SELECT card_id, {GRADE} AS grade, row_number() OVER (PARTITION BY card_id ORDER BY at DESC, id DESC) AS ago
    FROM attempts WHERE rubric IS NOT NULL AND {GRADE} IS NOT NULL AND asked IS NULL AND {STANDS}
"""  # noqa: S608 - own text


@dataclass(frozen=True, slots=True)
class Answered:
    """How often a question was answered, and how well lately, from 0 to 1; None where nobody said."""

    times: int
    strength: float | None


def answered(connection: sqlite3.Connection) -> dict[int, Answered]:
    """Of each card that was ever answered; answers to follow-ups and drills are not counted.

    How well goes by the rubric of its last answers that were graded on all lines, where there are any; else by
    its last ratings.
    """
    graded = dict(
        connection.execute(
            f"""
            SELECT card_id, avg(grade) FROM ({_GRADED}) WHERE ago <= ? GROUP BY card_id
            """,  # noqa: S608 - own text
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
        f"""
        SELECT card_id, count(*) FROM attempts
        WHERE asked IS NULL AND NOT abandoned AND {STANDS} GROUP BY card_id
        """  # noqa: S608 - own text
    )
    return {
        card_id: Answered(number, _strength(graded.get(card_id), rated.get(card_id)))
        for card_id, number in times
    }


class Question(NamedTuple):
    """A question, or a metric, with what its card says: of its answer the labels and texts, and its points.

    A tuple with names: an interview looks at thousands of them before it begins.
    """

    card_id: int
    path: str
    skill: str
    prompt: str
    prompt_print: str
    slot: str
    suspended: int
    missing_since: int | None
    kind: str
    passages: str
    points: str

    def metrics(self) -> list[tuple[str, str]]:
        """The names and the values of its metrics."""
        return [(label, value) for kind, label, value, _ in json.loads(self.points) if kind == "metric"]

    def told(self) -> list[tuple[str, str]]:
        """The labels and the texts of its answer."""
        return [(label, text) for label, text in json.loads(self.passages)]


def questions(connection: sqlite3.Connection, kinds: tuple[str, str] = ("question", "")) -> list[Question]:
    """Every question there ever was (or every card of two kinds), note by note."""
    rows = connection.execute(
        """
        SELECT cards.id, path, skill, prompt, prompt_print, slot, suspended, missing_since, kind,
            json_extract(detail, '$.passages'), json_extract(detail, '$.points')
        FROM cards JOIN notes ON notes.id = note_id WHERE kind IN (?, ?) ORDER BY path, position, cards.id
        """,
        kinds,
    )
    return list(map(Question._make, rows))


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
    """What was missed in the last answers that were looked at, the most often first.

    What nobody decided was not missed: see `Answer.known`.
    """
    rows = connection.execute(
        f"""
        WITH looked_at AS (
            SELECT id, card_id, rubric IS NOT NULL OR review_id IS NOT NULL OR EXISTS (
                       SELECT 1 FROM points WHERE attempt_id = attempts.id AND hit AND decided_by = 'self'
                   ) AS by_person,
                   row_number() OVER (PARTITION BY card_id ORDER BY at DESC, id DESC) AS ago
            FROM attempts WHERE missed IS NOT NULL AND asked IS NULL AND NOT abandoned AND {STANDS}
        )
        SELECT card_id, label, count(*) FILTER (WHERE hit = 0) AS misses, count(*)
        FROM looked_at JOIN points ON attempt_id = looked_at.id
        WHERE ago <= ? AND kind IN ('metric', 'result') AND (by_person OR EXISTS (
            SELECT 1 FROM points AS other
            WHERE other.attempt_id = looked_at.id AND other.kind = points.kind AND other.decided_by = 'auto'
        ))
        GROUP BY card_id, label, expected HAVING misses > 0 ORDER BY misses DESC, card_id, min(points.number)
        """,  # noqa: S608 - own text
        (LAST,),
    )
    return [Missed(*row) for row in rows]


def graded(connection: sqlite3.Connection) -> list[tuple[int, float]]:
    """The grade of each card's last answer graded on all lines, their mean from 1 to 5; the lowest first."""
    return connection.execute(
        f"""
        SELECT card_id, grade FROM ({_GRADED} AND NOT abandoned) WHERE ago = 1 ORDER BY grade, card_id
        """  # noqa: S608 - own text
    ).fetchall()
