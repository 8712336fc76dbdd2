"""Interviews: for each its name, its day, what it is for and the skills that it asks for.

A row is written once, and only `removed_at` is ever set afterwards: an edit ends a row and writes another at
the same moment, and so does taking something back. Two machines' rows can be joined by that.
"""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from interview_coach.recall.day import from_number, to_number
from interview_coach.store.codec import from_ms, to_ms


@dataclass(frozen=True, slots=True)
class Details:
    """What a person says of an interview. `skills` are titles of notes; none means every skill."""

    name: str
    day: date
    company: str = ""
    role: str = ""
    description: str = ""
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview as it is kept."""

    interview_id: int
    details: Details
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """Something done to interviews: what it ended and what it began; both in an edit."""

    ended: Interview | None
    began: Interview | None


_COLUMNS = "id, name, day, company, role, description, skills, made_at"


def begin(connection: sqlite3.Connection, details: Details, moment: int) -> Interview:
    """Writes a new row. `moment` is from `next_moment`."""
    row = (
        details.name,
        to_number(details.day),
        details.company,
        details.role,
        details.description,
        json.dumps(list(details.skills), ensure_ascii=False),
        moment,
    )
    cursor = connection.execute(
        "INSERT INTO interviews (name, day, company, role, description, skills, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        row,
    )
    return Interview(int(cursor.lastrowid or 0), details, from_ms(moment))


def end(connection: sqlite3.Connection, interview_id: int, moment: int) -> bool:
    """An interview is over with: removed, or said anew in another row. False where that was done before."""
    cursor = connection.execute(
        "UPDATE interviews SET removed_at = ? WHERE id = ? AND removed_at IS NULL", (moment, interview_id)
    )
    return cursor.rowcount == 1


def next_moment(connection: sqlite3.Connection, now: datetime) -> int:
    """The moment of the next change in milliseconds: now, or one past the last where the clock was set back."""
    return max(to_ms(now), _last_moment(connection) + 1)


def _last_moment(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT max(max(made_at), ifnull(max(removed_at), 0)) FROM interviews").fetchone()
    return int(row[0] or 0)


def standing(connection: sqlite3.Connection) -> list[Interview]:
    """The interviews that are not removed, the earliest day first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM interviews WHERE removed_at IS NULL ORDER BY day, id"  # noqa: S608 - own names
    )
    return [_interview(row) for row in rows]


def next_from(connection: sqlite3.Connection, day: date) -> Interview | None:
    """The first interview on a day or after it."""
    return next((each for each in standing(connection) if each.details.day >= day), None)


def current(connection: sqlite3.Connection, interview_id: int) -> Interview | None:
    """The interview of a number, also where edits have given it another since; None where it is removed."""
    row = connection.execute(
        f"""
        WITH RECURSIVE later (id, removed_at) AS (
            SELECT id, removed_at FROM interviews WHERE id = ?
            UNION
            SELECT new.id, new.removed_at FROM interviews AS new JOIN later ON new.made_at = later.removed_at
        )
        SELECT {_COLUMNS} FROM interviews WHERE removed_at IS NULL AND id IN (SELECT id FROM later)
        """,  # noqa: S608 - own names
        (interview_id,),
    ).fetchone()
    return None if row is None else _interview(row)


def last_change(connection: sqlite3.Connection) -> Change | None:
    """The last thing done to interviews; None where nothing ever was."""
    moment = _last_moment(connection)
    if not moment:
        return None
    ended, began = (
        connection.execute(f"SELECT {_COLUMNS} FROM interviews WHERE {column} = ?", (moment,)).fetchone()  # noqa: S608
        for column in ("removed_at", "made_at")
    )
    return Change(None if ended is None else _interview(ended), None if began is None else _interview(began))


def _interview(row: tuple[int, str, int, str, str, str, str, int]) -> Interview:
    interview_id, name, day, company, role, description, skills, made_at = row
    titles = tuple(str(title) for title in json.loads(skills))
    details = Details(name, from_number(day), company, role, description, titles)
    return Interview(interview_id, details, from_ms(made_at))
