"""Answers that were given: how, how long, what was in them, what the person said of them.

An answer is saved as it ends, before anything of it is shown; what the person then ticks, grades and keeps
is put into the same row. Its words are kept only where `text` is given.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from interview_coach.answers.model import Span
from interview_coach.cards.model import Point, PointKind
from interview_coach.recall.day import from_number, to_number
from interview_coach.store.codec import from_ms, to_ms


@dataclass(frozen=True, slots=True)
class Part:
    """A STAR part of an answer: its milliseconds where a key marked it, its words where it was typed."""

    part: str
    milliseconds: int | None = None
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Ticked:
    """A point of an answer, whether it was said, and who decided that: `auto` or `self`.

    `hinted` says that it had been uncovered before; `evidence` are the places in the answer that show it.
    """

    point: Point
    hit: bool
    hinted: bool = False
    decided_by: str = "self"
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer to a question.

    `way` is head, typed, spoken, boxes or text; `mode` practice, drill or mock. `duration` and `think` are
    milliseconds: of the answer (in the head: from prompt to reveal), and before it. `over` is milliseconds
    past the red light of `profile`, as predicted where the answer was written. `predicted` and the lines of
    the `rubric` go from 1 to 5. `asked` holds the words of a follow-up or a drill, "" where the card's own
    prompt was asked; `follows_id` is the answer that this one comes after; `number` its place in a mock.
    """

    way: str
    duration: int
    words: int = 0
    points: tuple[Ticked, ...] = ()
    mode: str = "practice"
    think: int = 0
    profile: str = ""
    over: int = 0
    parts: tuple[Part, ...] = ()
    predicted: int | None = None
    rubric: Mapping[str, int] = field(default_factory=dict)
    signals: Mapping[str, int] = field(default_factory=dict)
    fix: str = ""
    text: str | None = None
    abandoned: bool = False
    mock_id: int | None = None
    number: int | None = None
    follows_id: int | None = None
    asked: str = ""
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """An attempt as it is stored: its number, its card, when it was given, and the review it led to."""

    attempt_id: int
    card_id: int
    at: datetime
    study_day: date
    review_id: int | None
    attempt: Attempt


def add(
    connection: sqlite3.Connection,
    *,
    card_id: int,
    session_id: int,
    review_id: int | None,
    now: datetime,
    day: date,
    attempt: Attempt,
) -> int:
    """Saves an answer; gives its number."""
    row = {
        "card_id": card_id,
        "session_id": session_id,
        "review_id": review_id,
        "at": to_ms(now),
        "study_day": to_number(day),
        **_to_row(attempt),
    }
    cursor = connection.execute(
        f"INSERT INTO attempts ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608 - own names
        tuple(row.values()),
    )
    attempt_id = int(cursor.lastrowid or 0)
    _put_points(connection, attempt_id, attempt.points)
    return attempt_id


def put(
    connection: sqlite3.Connection, attempt_id: int, attempt: Attempt, review_id: int | None = None
) -> None:
    """Puts what is known by now of an answer in the place of what was saved; a review it had stays its own."""
    row = _to_row(attempt)
    if review_id is not None:
        row["review_id"] = review_id
    connection.execute(
        f"UPDATE attempts SET {', '.join(f'{name} = ?' for name in row)} WHERE id = ?",  # noqa: S608 - own names
        (*row.values(), attempt_id),
    )
    connection.execute("DELETE FROM points WHERE attempt_id = ?", (attempt_id,))
    _put_points(connection, attempt_id, attempt.points)


def of_card(connection: sqlite3.Connection, card_id: int, limit: int = 20) -> list[Given]:
    """The last answers to a card, the newest first; those whose rating was taken back are not among them."""
    return _given(
        connection,
        """
        SELECT attempts.* FROM attempts LEFT JOIN reviews ON reviews.id = review_id
        WHERE attempts.card_id = ? AND undone_at IS NULL ORDER BY attempts.at DESC, attempts.id DESC LIMIT ?
        """,
        (card_id, limit),
    )


def of_mock(connection: sqlite3.Connection, mock_id: int) -> list[Given]:
    """The answers of a mock interview in the order in which they were given."""
    return _given(connection, "SELECT * FROM attempts WHERE mock_id = ? ORDER BY id", (mock_id,))


_PLAIN = ("way", "duration", "words", "mode", "think", "over", "predicted", "mock_id", "number", "follows_id")
_OR_NULL = ("profile", "fix", "asked", "aim")


def _to_row(attempt: Attempt) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(attempt, name) for name in _PLAIN}
    row |= {name: getattr(attempt, name) or None for name in _OR_NULL}
    row["hints"] = sum(ticked.hinted for ticked in attempt.points)
    row["missed"] = _missed(attempt)
    row["parts"] = _json([[each.part, each.milliseconds, each.words] for each in attempt.parts])
    row["rubric"] = _json(dict(attempt.rubric))
    row["signals"] = _json(dict(attempt.signals))
    row["text"] = attempt.text
    row["abandoned"] = int(attempt.abandoned)
    return row


def _missed(attempt: Attempt) -> int | None:
    """How many metrics and Results were not said; None where that is not known."""
    told = attempt.way != "head" or attempt.rubric or any(ticked.hit for ticked in attempt.points)
    if not told:
        return None
    return sum(
        not ticked.hit and ticked.point.kind in (PointKind.METRIC, PointKind.RESULT)
        for ticked in attempt.points
    )


def _json(value: object) -> str | None:
    return json.dumps(value, ensure_ascii=False) if value else None


def _put_points(connection: sqlite3.Connection, attempt_id: int, points: Iterable[Ticked]) -> None:
    connection.executemany(
        """
        INSERT INTO points (attempt_id, number, kind, label, expected, hit, hinted, decided_by, evidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            (
                attempt_id,
                number,
                each.point.kind.value,
                each.point.label,
                each.point.expected,
                each.hit,
                each.hinted,
                each.decided_by,
                _json([list(span) for span in each.evidence]),
            )
            for number, each in enumerate(points, start=1)
        ],
    )


def _given(connection: sqlite3.Connection, query: str, values: tuple[int, ...]) -> list[Given]:
    cursor = connection.execute(query, values)
    names = [column[0] for column in cursor.description]
    return [_given_of(connection, dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


def _given_of(connection: sqlite3.Connection, row: Mapping[str, Any]) -> Given:
    known = {each.name for each in fields(Attempt)}
    values = {name: row[name] for name in known & row.keys() if row[name] is not None}
    values |= {name: json.loads(values[name]) for name in ("rubric", "signals") if name in values}
    values["parts"] = tuple(Part(*each) for each in json.loads(row["parts"] or "[]"))
    values["points"] = tuple(_points(connection, row["id"]))
    values["abandoned"] = bool(row["abandoned"])
    return Given(
        row["id"],
        row["card_id"],
        from_ms(row["at"]),
        from_number(row["study_day"]),
        row["review_id"],
        Attempt(**values),
    )


def _points(connection: sqlite3.Connection, attempt_id: int) -> list[Ticked]:
    rows = connection.execute(
        """
        SELECT kind, label, expected, hit, hinted, decided_by, evidence FROM points
        WHERE attempt_id = ? ORDER BY number
        """,
        (attempt_id,),
    )
    return [
        Ticked(
            Point(PointKind(kind), label, expected),
            bool(hit),
            bool(hinted),
            decided_by,
            tuple((start, end) for start, end in json.loads(evidence or "[]")),
        )
        for kind, label, expected, hit, hinted, decided_by, evidence in rows
    ]
