"""Queries for looking at what there is: skills, a skill's cards page by page, a card's history.

What counts every card reads indexes alone; what lists cards reads no more rows than a page has.
"""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from interview_coach.recall.curve import Curve
from interview_coach.recall.day import from_number, to_number
from interview_coach.recall.model import Memory, Phase, Rating
from interview_coach.store.cards import HAS_HISTORY, IS_KEPT
from interview_coach.store.codec import from_ms, memory_from_json
from interview_coach.store.log import Mark


@dataclass(frozen=True, slots=True)
class Counts:
    """The cards of a note, but those that are missing without a history.

    `due` are those that come up by a study day, in steps or on days. `recall` is the sum of what is predicted
    of the cards `practised`, which are those that can come up and were rated.
    """

    cards: int = 0
    new: int = 0
    in_steps: int = 0
    on_days: int = 0
    due: int = 0
    buried: int = 0
    suspended: int = 0
    flagged: int = 0
    missing: int = 0
    practised: int = 0
    recall: float = 0.0


@dataclass(frozen=True, slots=True)
class Skill:
    """A note that makes cards, or made some; `status` is what became of its file."""

    note_id: int
    path: str
    title: str
    status: str
    counts: Counts


def skills(connection: sqlite3.Connection, day: date, curve: Curve) -> list[Skill]:
    """Every note with cards or read as a skill, by its title, with its cards counted as of a study day."""
    if not connection.execute("SELECT count(*) FROM pragma_function_list WHERE name = 'pow'").fetchone()[0]:
        connection.create_function("pow", 2, pow, deterministic=True)  # an SQLite built without mathematics
    values = {"day": to_number(day), "factor": curve.factor, "decay": curve.decay}
    counted: dict[int, dict[str, float]] = {}
    for names, query in _COUNTS:
        for note_id, *numbers in connection.execute(query, values):
            row = counted.setdefault(note_id, {})
            for name, number in zip(names, numbers, strict=True):
                row[name] = row.get(name, 0) + number
    notes = connection.execute("SELECT id, path, title, status FROM notes ORDER BY title COLLATE NOCASE, path")
    return [
        Skill(note_id, path, title, status, _counts(counted.get(note_id, {})))
        for note_id, path, title, status in notes
        if counted.get(note_id, {}).get("cards") or status == "read"
    ]


_THERE = "suspended = 0 AND missing_since IS NULL"
# Suspended and flagged cards are found by the log of marks, which is short, and not by looking at every card.
_MARKED = "id IN (SELECT card_id FROM marks WHERE mark = '{0}') AND {0} = 1"
# As Curve.recall has it.
_RECALL = "total(pow(1 + :factor * max(0, :day - last_day) / stability, :decay))"
# A plus before the note's id, or SQLite takes the index that has the notes in order, and looks up every card.
_COUNTS = (
    (("cards",), "SELECT note_id, count(*) FROM cards GROUP BY note_id"),
    (
        ("new", "buried"),
        f"""
        SELECT note_id, count(*), sum(buried_until > :day) FROM cards WHERE phase = 'new' AND {_THERE}
        GROUP BY +note_id
        """,  # noqa: S608 - own text
    ),
    (
        ("in_steps", "due", "buried", "practised", "recall"),
        f"""
        SELECT note_id, count(*), sum(buried_until <= :day), sum(buried_until > :day), count(*),
               {_RECALL}
        FROM cards WHERE phase IN ('learning', 'relearning') AND {_THERE} GROUP BY +note_id
        """,  # noqa: S608
    ),
    (
        ("on_days", "due", "buried", "practised", "recall"),
        f"""
        SELECT note_id, count(*), sum(due_day <= :day AND buried_until <= :day), sum(buried_until > :day),
               count(*), {_RECALL}
        FROM cards WHERE phase = 'review' AND {_THERE} GROUP BY +note_id
        """,  # noqa: S608
    ),
    (
        ("suspended",),
        f"""
        SELECT note_id, count(*) FROM cards
        WHERE {_MARKED.format("suspended")} AND missing_since IS NULL GROUP BY note_id
        """,  # noqa: S608
    ),
    (
        ("flagged",),
        f"SELECT note_id, count(*) FROM cards WHERE {_MARKED.format('flagged')} GROUP BY note_id",  # noqa: S608
    ),
    (
        ("missing", "cards"),
        f"""
        SELECT note_id, sum({HAS_HISTORY}), -sum(NOT {HAS_HISTORY}) FROM cards
        WHERE missing_since IS NOT NULL GROUP BY +note_id
        """,  # noqa: S608
    ),
)


def _counts(row: dict[str, float]) -> Counts:
    whole = {name: int(number) for name, number in row.items() if name != "recall"}
    return Counts(**whole, recall=row.get("recall", 0.0))


class Show(StrEnum):
    """Which cards a list shows."""

    ALL = "all"
    DUE = "due"
    NEW = "new"
    SUSPENDED = "suspended"
    FLAGGED = "flagged"
    MISSING = "missing"


_SHOWN = {
    Show.ALL: IS_KEPT,
    Show.DUE: f"""
        {_THERE} AND buried_until <= :day
        AND (phase = 'review' AND due_day <= :day OR phase IN ('learning', 'relearning'))
    """,
    Show.NEW: f"phase = 'new' AND {_THERE}",
    Show.SUSPENDED: f"{_MARKED.format('suspended')} AND missing_since IS NULL",
    Show.FLAGGED: _MARKED.format("flagged"),
    Show.MISSING: f"missing_since IS NOT NULL AND {HAS_HISTORY}",
}
Place = tuple[int, int, int]  # where a card stands in such a list: its note, its position, its id
_BEFORE_ALL = (0, -1, 0)


def cards_shown(
    connection: sqlite3.Connection, note_id: int | None, show: Show, day: date, after: Place | None, limit: int
) -> list[Place]:
    """The places of the next cards of a note, or with None of all notes, in the order of the notes."""
    note, position, card_id = after or _BEFORE_ALL
    return connection.execute(
        f"""
        SELECT note_id, position, id FROM cards
        WHERE {"note_id = :note_id AND" if note_id is not None else ""} ({_SHOWN[show]})
          AND (note_id, position, id) > (:note, :position, :card_id)
        ORDER BY note_id, position, id LIMIT :limit
        """,  # noqa: S608 - own names
        {
            "note_id": note_id,
            "day": to_number(day),
            "note": note,
            "position": position,
            "card_id": card_id,
            "limit": limit,
        },
    ).fetchall()


def ids_shown(connection: sqlite3.Connection, note_id: int | None, show: Show, day: date) -> list[int]:
    """The ids of all such cards at once: some 20 ms for 15,000."""
    rows = connection.execute(
        f"""
        SELECT id FROM cards
        WHERE {"note_id = :note_id AND" if note_id is not None else ""} ({_SHOWN[show]})
        ORDER BY note_id, position, id
        """,  # noqa: S608 - own names
        {"note_id": note_id, "day": to_number(day)},
    )
    return [card_id for (card_id,) in rows]


# -- a card's history


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A row of the log of one card; `mode` tells practice from a reset and from what never moved the schedule.

    `duration` is in milliseconds, `prompt` is as it was shown then.
    """

    turn: int
    at: datetime
    day: date
    rating: Rating
    mode: str
    duration: int
    phase: Phase
    after: Memory
    prompt: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """Something done to a card beside rating it: what it was set to."""

    at: datetime
    mark: Mark
    value: int
    undone: bool


def reviews_of(connection: sqlite3.Connection, card_id: int, before: int | None, limit: int) -> list[Reviewed]:
    """The rows of a card's log, the newest first: the last ones, or those before a turn."""
    rows = connection.execute(
        """
        SELECT turn, at, study_day, rating, mode, duration, phase, after, prompt, undone_at IS NOT NULL
        FROM reviews WHERE card_id = ? AND turn < ? ORDER BY turn DESC, id DESC LIMIT ?
        """,
        (card_id, (1 << 62) if before is None else before, limit),
    )
    return [
        Reviewed(
            turn, from_ms(at), from_number(day), Rating(rating), mode, duration, Phase(phase),
            memory_from_json(after), prompt, bool(undone),
        )
        for turn, at, day, rating, mode, duration, phase, after, prompt, undone in rows
    ]  # fmt: skip


def marks_of(connection: sqlite3.Connection, card_id: int, limit: int) -> list[Marked]:
    """What was done to a card beside rating it, the newest first."""
    rows = connection.execute(
        """
        SELECT at, mark, after, undone_at IS NOT NULL FROM marks
        WHERE card_id = ? ORDER BY turn DESC, id DESC LIMIT ?
        """,
        (card_id, limit),
    )
    return [Marked(from_ms(at), Mark(mark), value, bool(undone)) for at, mark, value, undone in rows]


# -- what was practised of the questions


@dataclass(frozen=True, slots=True)
class Answered:
    """How often a question was answered, and the last study day on which it was."""

    answers: int
    last: date


def answers_to_questions(connection: sqlite3.Connection) -> dict[tuple[str, str], Answered]:
    """What was practised of each question in a note today, by its note's path and its prompt.

    Practice, drills and mock interviews count alike. Answers to follow-ups do not, nor those that were broken
    off or whose rating was taken back.
    """
    rows = connection.execute(
        """
        SELECT path, cards.prompt, count(*), max(attempts.study_day)
        FROM attempts
        JOIN cards ON cards.id = attempts.card_id
        JOIN notes ON notes.id = note_id
        LEFT JOIN reviews ON reviews.id = review_id
        WHERE kind = 'question' AND missing_since IS NULL AND undone_at IS NULL AND NOT abandoned
          AND NOT (attempts.mode = 'mock' AND follows_id IS NOT NULL)
        GROUP BY cards.id
        """
    )
    return {(path, prompt): Answered(number, from_number(last)) for path, prompt, number, last in rows}
