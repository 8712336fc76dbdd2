"""Queries for statistics. Each reads one index in its order, or one pass of it."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from interview_coach.recall.day import from_number, to_number
from interview_coach.recall.plan import Planned
from interview_coach.recall.readiness import Remembered
from interview_coach.recall.statistics import Day, Tried
from interview_coach.store.asking import GRADE, STANDS
from interview_coach.store.codec import MEMORY_COLUMNS, row_to_memory
from interview_coach.store.log import LONGEST_SECONDS
from interview_coach.store.schema import TELLING


def days(connection: sqlite3.Connection) -> list[Day]:
    """The study days with ratings that stand, of every mode, oldest first; each counts five minutes at most."""
    rows = connection.execute(
        """
        SELECT study_day, count(*), sum(min(duration, ?)) FROM reviews
        WHERE undone_at IS NULL AND mode <> 'reset' GROUP BY study_day ORDER BY study_day
        """,
        (LONGEST_SECONDS * 1000,),
    )
    return [Day(from_number(day), number, round(spent / 1000)) for day, number, spent in rows]


def tried(connection: sqlite3.Connection, since: date) -> dict[date, Tried]:
    """What was tried from memory on each study day from `since` on.

    Of each card's ratings on a day the first counts, where the card was on days then; what was taken back and
    what was crammed or drilled is not among them.
    """
    rows = connection.execute(
        """
        SELECT study_day, count(*), sum(rating > 1) FROM (
            SELECT study_day, card_id, min(turn), rating, phase FROM reviews
            WHERE study_day >= ? AND undone_at IS NULL AND mode = 'practice' GROUP BY study_day, card_id
        ) WHERE phase = 'review' GROUP BY study_day
        """,
        (to_number(since),),
    )
    return {from_number(day): Tried(number, passed) for day, number, passed in rows}


def due_days(connection: sqlite3.Connection, today: date) -> dict[date, int]:
    """How many known cards come back on each study day; what is overdue or in steps comes today.

    Where a card is put off to a day after it is due, it comes on that day.
    """
    rows = connection.execute(
        """
        SELECT day, sum(cards) FROM (
            SELECT max(due_day, buried_until, :today) AS day, count(*) AS cards FROM cards
            WHERE phase = 'review' AND suspended = 0 AND missing_since IS NULL GROUP BY 1
            UNION ALL
            SELECT max(buried_until, :today), count(*) FROM cards
            WHERE phase IN ('learning', 'relearning') AND suspended = 0 AND missing_since IS NULL GROUP BY 1
        ) GROUP BY day
        """,
        {"today": to_number(today)},
    )
    return {from_number(day): number for day, number in rows}


def remembered(connection: sqlite3.Connection) -> dict[int, list[Remembered]]:
    """The cards that can come up, by note, as far as readiness goes."""
    rows = connection.execute(
        """
        SELECT note_id, id, last_day, stability FROM cards
        WHERE phase = 'review' AND suspended = 0 AND missing_since IS NULL
        UNION ALL
        SELECT note_id, id, last_day, stability FROM cards
        WHERE phase IN ('learning', 'relearning') AND suspended = 0 AND missing_since IS NULL
        UNION ALL
        SELECT note_id, id, NULL, NULL FROM cards
        WHERE phase = 'new' AND suspended = 0 AND missing_since IS NULL
        """
    )
    cards: dict[int, list[Remembered]] = {}
    days: dict[int | None, date | None] = {None: None}
    for note_id, card_id, last_day, stability in rows:
        if last_day not in days:
            days[last_day] = from_number(last_day)
        cards.setdefault(note_id, []).append(Remembered(card_id, days[last_day], stability))
    return cards


def unseen(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """The cards never practised that can come up, with their notes, in the order in which they are begun."""
    return connection.execute(
        """
        SELECT id, note_id FROM cards
        WHERE phase = 'new' AND suspended = 0 AND missing_since IS NULL ORDER BY position, note_id
        """
    ).fetchall()


def skills(connection: sqlite3.Connection) -> list[tuple[int, str, str]]:
    """The id, the path and the title of each note that was read, by title."""
    return connection.execute(
        "SELECT id, path, title FROM notes WHERE status = 'read' ORDER BY title COLLATE NOCASE, path"
    ).fetchall()


@dataclass(frozen=True, slots=True)
class SatMock:
    """A mock interview: its day, the questions answered, its mean grade (None: no whole rubric), its time."""

    mock_id: int
    day: date
    finished: bool
    answers: int
    grade: float | None
    seconds: int


def mocks(connection: sqlite3.Connection) -> list[SatMock]:
    """The mock interviews with answers, oldest first; what was skipped and a follow-up are none."""
    rows = connection.execute(
        f"""
        SELECT mocks.id, mocks.study_day, ended_at IS NOT NULL AND mocks.abandoned = 0,
               count(*) FILTER (WHERE asked IS NULL AND attempts.abandoned = 0) AS answers,
               avg({GRADE}), sum(duration + think)
        FROM attempts JOIN mocks ON mocks.id = mock_id
        WHERE mock_id IS NOT NULL GROUP BY mock_id HAVING answers > 0 ORDER BY mock_id
        """  # noqa: S608 - own text
    )
    return [
        SatMock(mock_id, from_number(day), bool(finished), answers, grade, round(spent / 1000))
        for mock_id, day, finished, answers, grade, spent in rows
    ]


def predictions(connection: sqlite3.Connection) -> Iterator[tuple[date, int, dict[str, int]]]:
    """The answers that were both predicted and graded, oldest first: the day, the prediction, the grades.

    Those whose rating was taken back are not among them.
    """
    rows = connection.execute(
        f"""
        SELECT study_day, predicted, rubric FROM attempts
        WHERE {TELLING} AND rubric IS NOT NULL AND predicted IS NOT NULL AND {STANDS} ORDER BY at, id
        """  # noqa: S608 - own text
    )
    for day, predicted, rubric in rows:
        yield from_number(day), predicted, json.loads(rubric)


def asleep(
    connection: sqlite3.Connection, interviews: Mapping[int, date]
) -> list[tuple[date, date, date, date]]:
    """The cards on days that are due on or after the next interview that asks for them, by note.

    Of each the day on which it is due, that of its last review, that to which it is put off (long ago where it
    is not), and the interview's.
    """
    rows = connection.execute(
        """
        SELECT due_day, last_day, buried_until, json_extract(value, '$[1]')
        FROM cards JOIN json_each(?) ON note_id = json_extract(value, '$[0]')
        WHERE phase = 'review' AND suspended = 0 AND missing_since IS NULL
          AND due_day >= json_extract(value, '$[1]') AND buried_until < json_extract(value, '$[1]')
        """,
        (json.dumps([[note_id, to_number(day)] for note_id, day in interviews.items()]),),
    )
    known = lru_cache(from_number)
    return [(known(due), known(last), known(until), known(on)) for due, last, until, on in rows]


def telling(connection: sqlite3.Connection, most: int) -> int:
    """The reviews that tell of forgetting, as `recall.fitting.telling` counts them, counted up to `most`.

    A window over an index that has the cards in order: it is left as soon as there are so many.
    """
    row = connection.execute(
        """
        SELECT count(*) FROM (
            SELECT 1 FROM (
                SELECT mode <> 'reset' AND study_day > lag(CASE WHEN mode <> 'reset' THEN study_day END)
                           OVER (PARTITION BY card_id ORDER BY turn) AS later
                FROM reviews WHERE undone_at IS NULL AND mode IN ('practice', 'reset')
            ) WHERE later LIMIT ?
        )
        """,
        (most,),
    ).fetchone()
    return int(row[0])


def planned(connection: sqlite3.Connection, note_ids: Collection[int]) -> list[Planned]:
    """The cards of some notes that can come up, in the order in which they are begun."""
    rows = connection.execute(
        f"""
        SELECT id, kind, seed, {", ".join(MEMORY_COLUMNS)} FROM cards
        WHERE note_id IN (SELECT value FROM json_each(?)) AND suspended = 0 AND missing_since IS NULL
        ORDER BY position, note_id
        """,  # noqa: S608 - own names
        (json.dumps(list(note_ids)),),
    )
    return [Planned(card_id, kind, seed, row_to_memory(memory)) for card_id, kind, seed, *memory in rows]
