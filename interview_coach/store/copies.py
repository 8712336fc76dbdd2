"""Whole copies of a database: made by SQLite's online backup, opened and checked before they take a name.

A copy is one moment's state whatever other programs write meanwhile. It is made under another name in the
same folder; one that was cut short or is not whole never takes the place of a good one.
"""

import fcntl
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.store.log import last_turn
from interview_coach.store.schema import APPLICATION_ID, CURRENT, TELLING
from interview_coach.store.trouble import BUSY_MS, DamagedError, busy, damaged, explained

PART = ".part"  # ends the name of a copy that is being made
ANOTHER = "use another copy; this one is left as it is"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a good copy of the database holds. `last` is the moment of the last rating that stands (UTC)."""

    version: int
    cards: int
    reviews: int
    last: datetime | None


def copy_to(source: sqlite3.Connection, path: Path) -> Contents:
    """Copies the database to `path`, in place of what is there only once the copy is whole and on disk.

    Raises CoachError where it could not be made or is not whole: a damaged source, a full disk.
    """
    part = beside(path)
    try:
        with explained(path):
            part.unlink(missing_ok=True)
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            rows = _copy(source, part)
        try:
            contents = contents_of(part, rows)
        except DamagedError as error:
            raise damaged(_path_of(source), error.message.partition(": damaged: ")[2]) from error
        with explained(path):
            _to_disk(part)
            part.replace(path)
            _to_disk(path.parent)
    finally:
        for left in (part, *(part.with_name(f"{part.name}-{end}") for end in ("journal", "wal", "shm"))):
            left.unlink(missing_ok=True)
    return contents


def beside(path: Path) -> Path:
    """The name under which a file is made before it takes its own; it is short enough where that one is."""
    return path.with_name(f".{path.name[:40]}.{os.getpid()}{PART}")


def _path_of(connection: sqlite3.Connection) -> Path:
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def _copy(source: sqlite3.Connection, part: Path) -> dict[str, int]:
    """Copies one moment's state; gives the rows that each table had at that moment."""
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        source.execute("BEGIN")
        try:
            rows = _rows(source)
            source.backup(copy, progress=patience(part))
        finally:
            source.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, that needs no other beside it
    return rows


def patience(path: Path) -> Callable[[int, int, int], None]:
    """A progress function for a backup: gives up where the copy waits for a lock as long as writing would."""
    end = time.monotonic() + BUSY_MS / 1000

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > end:
            raise busy(path)

    return progress


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {name: _count(connection, f'"{name}"') for (name,) in tables.fetchall()}


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - own names


def _to_disk(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        # On a Mac nothing less than this command of its own makes the disk write.
        full = getattr(fcntl, "F_FULLFSYNC", None)
        if full is None:
            os.fsync(file)
        else:
            fcntl.fcntl(file, full)
    finally:
        os.close(file)


def contents_of(path: Path, rows: dict[str, int] | None = None) -> Contents:
    """What a copy of the database holds, after checking all of it; `path` is only read.

    With `rows` given, each table must have just that many. Raises CoachError where it is no database of
    ours, is of a newer version, or is damaged.
    """
    if not path.is_file():
        raise CoachError(f"{path}: no such file", "interview-coach restore lists the backups there are")
    try:
        with closing(read_only(path)) as copy:
            version = _version(copy, path)
            found = [text for (text,) in copy.execute("PRAGMA integrity_check(1)")]
            if found != ["ok"]:
                text = " ".join(found[0].split())
                raise DamagedError(f"{path}: damaged: {text}", ANOTHER)
            if rows is not None and _rows(copy) != rows:
                raise CoachError(f"{path}: the copy does not hold all that it should", "try again")
            last = copy.execute("SELECT max(at) FROM reviews WHERE undone_at IS NULL").fetchone()[0]
            return Contents(
                version,
                _count(copy, "cards"),
                _count(copy, "reviews WHERE undone_at IS NULL"),
                None if last is None else datetime.fromtimestamp(last / 1000, UTC),
            )
    except sqlite3.Error as error:
        if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
            raise CoachError(
                f"{path}: cannot be read now: {error}", "try again, or use another copy"
            ) from error
        raise DamagedError(f"{path}: damaged: {error}", ANOTHER) from error


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing. A file without a log of its own is read as it stands, also where
    nothing can be written beside it.
    """
    beside = path.with_name(f"{path.name}-wal").exists()
    address = f"{path.absolute().as_uri()}?mode=ro{'' if beside else '&immutable=1'}"
    return sqlite3.connect(address, uri=True, isolation_level=None)


def is_ours(path: Path) -> bool:
    """Whether a file is a database of this program, whole or not."""
    try:
        with closing(read_only(path)) as copy:
            return bool(copy.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)
    except sqlite3.Error:
        return False


def practised(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Figures that change with practice: the same figures, the same practice.

    After a restore there may be as many rows as before it, and other ones: the last turn tells them apart.
    """
    counts = tuple(
        _count(connection, rows)
        for rows in (
            "reviews",
            "reviews WHERE undone_at IS NOT NULL",
            "marks",
            "marks WHERE undone_at IS NOT NULL",
            "attempts",
            f"attempts WHERE {TELLING}",
            "mocks",
            "mocks WHERE ended_at IS NOT NULL",
            "wanted",
            "wanted WHERE undone_at IS NOT NULL",
            "interviews",
            "interviews WHERE removed_at IS NOT NULL",
        )
    )
    return (*counts, last_turn(connection))


def _version(copy: sqlite3.Connection, path: Path) -> int:
    version = int(copy.execute("PRAGMA user_version").fetchone()[0])
    if copy.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID or version < 1:
        raise CoachError(f"{path}: not a database of interview-coach", "name a file that `backup` made")
    if version > CURRENT:
        raise CoachError(
            f"{path}: written by a newer interview-coach (schema {version}, this one knows {CURRENT})",
            "update interview-coach; nothing was touched",
        )
    return version
