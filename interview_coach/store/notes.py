"""Queries about notes: which files were seen, what became of them, what was odd in them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_coach.notes.model import Problem


class Status(StrEnum):
    """What became of a file at the last look."""

    READ = "read"
    IGNORED = "ignored"
    FAILED = "failed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was last seen; `hash` is of the bytes last read."""

    note_id: int
    path: str
    size: int
    mtime_ns: int
    hash: str
    status: Status


@dataclass(frozen=True, slots=True)
class NoteState:
    """What is to be kept of one look at a file."""

    path: str
    title: str
    size: int
    mtime_ns: int
    hash: str
    status: Status
    reason: str = ""
    problems: "tuple[Problem, ...]" = ()


def known_files(connection: sqlite3.Connection) -> dict[str, FileRecord]:
    """Every file ever seen, by path."""
    rows = connection.execute("SELECT id, path, size, mtime_ns, hash, status FROM notes")
    return {
        path: FileRecord(note_id, path, size, mtime_ns, digest, Status(status))
        for note_id, path, size, mtime_ns, digest, status in rows
    }


def put_note(connection: sqlite3.Connection, state: NoteState, seen_at: int) -> int:
    """Writes what a file was read as; gives the note's id, which a path keeps for good."""
    row = connection.execute(
        """
        INSERT INTO notes (path, title, hash, size, mtime_ns, seen_at, status, reason, problems)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (path) DO UPDATE SET
            title = CASE excluded.title WHEN '' THEN title ELSE excluded.title END,
            hash = excluded.hash, size = excluded.size, mtime_ns = excluded.mtime_ns,
            seen_at = excluded.seen_at, status = excluded.status, reason = excluded.reason,
            problems = excluded.problems
        RETURNING id
        """,
        (
            state.path,
            state.title,
            state.hash,
            state.size,
            state.mtime_ns,
            seen_at,
            state.status.value,
            state.reason,
            json.dumps(
                [[p.line, p.severity.value, p.message, p.hint] for p in state.problems], ensure_ascii=False
            ),
        ),
    ).fetchone()
    return int(row[0])


def touch(connection: sqlite3.Connection, path: str, size: int, mtime_ns: int, seen_at: int) -> None:
    """The file was saved again with the same bytes."""
    connection.execute(
        "UPDATE notes SET size = ?, mtime_ns = ?, seen_at = ? WHERE path = ?", (size, mtime_ns, seen_at, path)
    )


def mark_missing(connection: sqlite3.Connection, note_ids: Iterable[int]) -> None:
    """The files are not there today. Nothing is deleted; they come back when they are seen again."""
    connection.executemany(
        "UPDATE notes SET status = 'missing', reason = 'not found' WHERE id = ?",
        [(note_id,) for note_id in note_ids],
    )


@dataclass(frozen=True, slots=True)
class OddNote:
    """A note in which something is odd: what could not be read at all, and what a person may mend."""

    path: str
    status: Status
    problems: "tuple[Problem, ...]"


# A file that reads as empty is odd while it has cards: it was not always so.
_ODD = (
    " problems != '[]' AND (status IN ('read', 'failed') OR (status = 'ignored' AND EXISTS"
    " (SELECT 1 FROM cards WHERE note_id = notes.id AND missing_since IS NULL)))"
)


def odd_notes(connection: sqlite3.Connection) -> list[OddNote]:
    """The notes with problems, those that could not be read, and those that read as empty now, by path."""
    rows = connection.execute(
        f"SELECT path, status, problems FROM notes WHERE{_ODD} ORDER BY path"  # noqa: S608 - own text
    )
    return [OddNote(path, Status(status), _problems(problems)) for path, status, problems in rows]


def count_odd(connection: sqlite3.Connection) -> int:
    """How many notes `odd_notes` lists."""
    row = connection.execute(f"SELECT count(*) FROM notes WHERE{_ODD}").fetchone()  # noqa: S608 - own text
    return int(row[0])


def skill_count(connection: sqlite3.Connection) -> int:
    """How many skill notes there are today."""
    return int(connection.execute("SELECT count(*) FROM notes WHERE status = 'read'").fetchone()[0])


def _problems(text: str) -> "tuple[Problem, ...]":
    from interview_coach.notes.model import Problem, Severity  # rarely needed, and 5 ms of a start

    rows: Sequence[tuple[int, str, str, str]] = json.loads(text)
    return tuple(Problem(line, Severity(severity), message, hint) for line, severity, message, hint in rows)


def titles(connection: sqlite3.Connection) -> dict[int, str]:
    """The title of each skill note there is today, by its id."""
    return dict(connection.execute("SELECT id, title FROM notes WHERE status = 'read'").fetchall())


def named(connection: sqlite3.Connection, note_id: int) -> tuple[str, str] | None:
    """The path and the title of a skill note there is today, or None where it is none."""
    row = connection.execute(
        "SELECT path, title FROM notes WHERE id = ? AND status = 'read'", (note_id,)
    ).fetchone()
    return None if row is None else (str(row[0]), str(row[1]))
