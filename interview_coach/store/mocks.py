"""Mock interviews: what was chosen, which questions in which order, where each stands.

`setup`, `plan` and `state` are JSON that the mock interview itself writes and reads; the answers are attempts.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from interview_coach.recall.day import from_number, to_number
from interview_coach.store.codec import from_ms, offset_of, to_ms

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoredMock:
    """A mock interview as it is kept. `ended_at` is None while it can be gone on with.

    `abandoned` says that it was given up before its end.
    """

    mock_id: int
    started_at: datetime
    offset: int
    study_day: date
    seed: int
    setup: Json
    plan: tuple[Json, ...]
    state: Json
    ended_at: datetime | None
    abandoned: bool


def begin(
    connection: sqlite3.Connection,
    *,
    session_id: int,
    now: datetime,
    day: date,
    seed: int,
    setup: Json,
    plan: Sequence[Json],
    state: Json,
) -> int:
    """An interview begins; gives its number."""
    cursor = connection.execute(
        """
        INSERT INTO mocks (session_id, started_at, offset, study_day, seed, setup, plan, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            session_id,
            to_ms(now),
            offset_of(now),
            to_number(day),
            seed,
            _text(setup),
            _text(list(plan)),
            _text(state),
        ),
    )
    return int(cursor.lastrowid or 0)


def save_state(connection: sqlite3.Connection, mock_id: int, state: Json, stood: Json) -> bool:
    """Where the interview stands now. False where another window ended it, or it is not as it `stood`."""
    cursor = connection.execute(
        "UPDATE mocks SET state = ? WHERE id = ? AND ended_at IS NULL AND state = ?",
        (_text(state), mock_id, _text(stood)),
    )
    return cursor.rowcount == 1


def put_state(connection: sqlite3.Connection, mock_id: int, state: Json) -> None:
    """What is said of an interview after its end."""
    connection.execute("UPDATE mocks SET state = ? WHERE id = ?", (_text(state), mock_id))


def end(connection: sqlite3.Connection, mock_id: int, now: datetime, *, abandoned: bool) -> None:
    """The interview is over: asked to its end, or given up."""
    connection.execute(
        "UPDATE mocks SET ended_at = ?, abandoned = ? WHERE id = ? AND ended_at IS NULL",
        (to_ms(now), int(abandoned), mock_id),
    )


def load(connection: sqlite3.Connection, mock_id: int) -> StoredMock | None:
    """One interview, or None where there is no such number."""
    found = _found(connection, "WHERE id = ?", mock_id)
    return found[0] if found else None


def unended(connection: sqlite3.Connection) -> StoredMock | None:
    """The interview that was left last without an end, or None."""
    found = _found(connection, "WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1")
    return found[0] if found else None


def latest(connection: sqlite3.Connection, limit: int) -> list[StoredMock]:
    """The last interviews, the newest first; those given up before an answer are not among them."""
    return _found(connection, f"WHERE {_ANSWERED} ORDER BY started_at DESC, id DESC LIMIT ?", limit)


def grades_of(connection: sqlite3.Connection, mock_ids: Sequence[int]) -> dict[int, dict[int, dict[str, int]]]:
    """Of each of some interviews its answers by their numbers, those broken off left out, with their grades by
    the lines of the rubric.
    """
    rows = connection.execute(
        """
        SELECT mock_id, number, abandoned, rubric FROM attempts
        WHERE mock_id IN (SELECT value FROM json_each(?)) AND asked IS NULL ORDER BY id
        """,
        (json.dumps(list(mock_ids)),),
    )
    found: dict[int, dict[int, dict[str, int]]] = {mock_id: {} for mock_id in mock_ids}
    for mock_id, number, abandoned, rubric in rows:
        found[mock_id].pop(number, None)
        if not abandoned:
            found[mock_id][number] = json.loads(rubric) if rubric else {}
    return found


def with_seed(connection: sqlite3.Connection, seed: int, before: int | None = None) -> list[StoredMock]:
    """The interviews of a seed that are over, the newest first; with `before`, only those earlier than it."""
    return _found(
        connection,
        "WHERE seed = ? AND ended_at IS NOT NULL AND id < ifnull(?, 1 << 62) ORDER BY started_at DESC, id DESC",
        seed,
        before,
    )


def asked_lately(connection: sqlite3.Connection, seed: int, limit: int = 20) -> frozenset[str]:
    """The last follow-ups before a seed was first sat: the same ones each time that it is sat again."""
    rows = connection.execute(
        """
        SELECT asked FROM attempts
        WHERE asked IS NOT NULL AND mock_id < (SELECT min(id) FROM mocks WHERE seed = ?)
        ORDER BY id DESC LIMIT ?
        """,
        (seed, limit),
    )
    return frozenset(text for (text,) in rows)


def seeds(connection: sqlite3.Connection) -> frozenset[int]:
    """The seeds of all interviews there were."""
    return frozenset(seed for (seed,) in connection.execute("SELECT seed FROM mocks"))


def question_like(connection: sqlite3.Connection, prompt: str, seed: int) -> int | None:
    """The question that reads so, else the one with a seed; one that is in a note today before others."""
    row = connection.execute(
        """
        SELECT id FROM cards WHERE kind = 'question' AND (prompt = :prompt OR seed = :seed)
        ORDER BY prompt != :prompt, missing_since IS NOT NULL, id LIMIT 1
        """,
        {"prompt": prompt, "seed": seed},
    ).fetchone()
    return None if row is None else int(row[0])


# What was skipped is broken off.
_ANSWERED = "EXISTS (SELECT 1 FROM attempts WHERE mock_id = mocks.id AND attempts.abandoned = 0)"


def _found(connection: sqlite3.Connection, which: str, *values: object) -> list[StoredMock]:
    rows = connection.execute(
        f"""
        SELECT id, started_at, offset, study_day, seed, setup, plan, state, ended_at, abandoned
        FROM mocks {which}
        """,  # noqa: S608 - own text
        values,
    )
    return [
        StoredMock(
            mock_id,
            from_ms(started_at),
            offset,
            from_number(day),
            seed,
            json.loads(setup),
            tuple(json.loads(plan)),
            json.loads(state),
            None if ended_at is None else from_ms(ended_at),
            bool(abandoned),
        )
        for mock_id, started_at, offset, day, seed, setup, plan, state, ended_at, abandoned in rows
    ]


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
