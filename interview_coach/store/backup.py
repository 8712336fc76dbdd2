"""Backups: whole copies of the database, each opened and checked before it takes its name.

A copy is made by SQLite's online backup, so that it is one moment's state whatever other programs write.
It is made under another name in the same folder; a copy that was cut short or is not whole never takes
the place of a good one.
"""

import os
import re
import sqlite3
import time
from collections.abc import Callable, Hashable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.store.schema import APPLICATION_ID, CURRENT
from interview_coach.store.trouble import BUSY_MS, busy, explained

PART = ".part"
_MOMENT = "%Y-%m-%dT%H%M%S"

# How many are kept, of the newest ones a day, a week and a month; and of those made by hand or before
# something was changed, which a person may want back though a newer one of that day is there.
DAYS, WEEKS, MONTHS = 7, 4, 6
OTHERS = 10


class Reason(StrEnum):
    """Why a backup was made; the values stand in its name."""

    DAILY = "daily"
    ASKED = "asked"
    MIGRATION = "migration"
    RESTORE = "restore"
    REPAIR = "repair"
    IMPORT = "import"


_NAME = re.compile(rf"coach-(\d{{4}}-\d\d-\d\dT\d{{6}})Z-({'|'.join(Reason)})(?:-\d+)?\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its name alone; whether it is good, `contents_of` says. `moment` is in UTC."""

    path: Path
    moment: datetime
    reason: Reason


@dataclass(frozen=True, slots=True)
class Contents:
    """What a good copy of the database holds. `last` is the moment of the last rating that stands (UTC)."""

    version: int
    cards: int
    reviews: int
    last: datetime | None


def list_backups(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            moment = datetime.strptime(match[1], _MOMENT).replace(tzinfo=UTC)
            found.append(Backup(path, moment, Reason(match[2])))
    return sorted(found, key=lambda backup: (backup.moment, backup.path.stem), reverse=True)


def newest_good(folder: Path) -> Backup | None:
    """The newest backup that is whole, or None."""
    for backup in list_backups(folder):
        try:
            contents_of(backup.path)
        except CoachError:
            continue
        return backup
    return None


def keep_backup(source: sqlite3.Connection, folder: Path, now: datetime, reason: Reason) -> Backup:
    """Backs the database up into `folder`. Raises CoachError where no whole copy could be made."""
    stem = f"coach-{now.astimezone(UTC):{_MOMENT}}Z-{reason.value}"
    path = folder / f"{stem}.db"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    with explained(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy_to(source, path)
    return Backup(path, now.astimezone(UTC).replace(microsecond=0), reason)


def copy_to(source: sqlite3.Connection, path: Path) -> Contents:
    """Copies the database to `path`, in place of what is there only once the copy is whole and on disk.

    Raises CoachError where it could not be made or is not whole: a damaged source, a full disk.
    """
    part = path.with_name(f".{path.name}{PART}")
    try:
        with explained(part):
            part.unlink(missing_ok=True)
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            rows = _copy(source, part)
        contents = contents_of(part, rows)
        with explained(path):
            _to_disk(part)
            part.replace(path)
            _to_disk(path.parent)
    finally:
        for left in (part, *(part.with_name(f"{part.name}-{end}") for end in ("journal", "wal", "shm"))):
            left.unlink(missing_ok=True)
    return contents


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
        os.fsync(file)
    finally:
        os.close(file)


def contents_of(path: Path, rows: dict[str, int] | None = None) -> Contents:
    """What a copy of the database holds, after checking all of it; `path` is only read.

    With `rows` given, each table must have just that many. Raises CoachError where it is no database of
    ours, is of a newer version, or is damaged.
    """
    if not path.is_file():
        raise CoachError(f"{path}: no such file", "interview-coach restore lists the backups there are")
    beside = path.with_name(f"{path.name}-wal").exists()
    # Without a log of its own the file can be read where nothing can be written beside it.
    address = f"{path.absolute().as_uri()}?mode=ro{'' if beside else '&immutable=1'}"
    try:
        with closing(sqlite3.connect(address, uri=True)) as copy:
            version = _version(copy, path)
            found = [text for (text,) in copy.execute("PRAGMA integrity_check(1)")]
            if found != ["ok"] or (rows is not None and _rows(copy) != rows):
                raise CoachError(f"{path}: damaged: {found[0]}", "use another copy; this one was left as it is")
            last = copy.execute("SELECT max(at) FROM reviews WHERE undone_at IS NULL").fetchone()[0]
            return Contents(
                version,
                _count(copy, "cards"),
                _count(copy, "reviews WHERE undone_at IS NULL"),
                None if last is None else datetime.fromtimestamp(last / 1000, UTC),
            )
    except sqlite3.Error as error:
        raise CoachError(
            f"{path}: cannot be read as a database: {error}", "use another copy; this one was left as it is"
        ) from error


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


def surplus(backups: Sequence[Backup], day_of: Callable[[datetime], date]) -> list[Backup]:
    """Which of some good backups are not needed: all but the newest of each of the last 7 days, 4 weeks and
    6 months that have one, and the last 10 that were made by hand or before a change. Never the newest.

    `day_of` gives the study day of a moment.
    """
    newest_first = sorted(backups, key=lambda backup: (backup.moment, backup.path.stem), reverse=True)
    keys: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (DAYS, lambda day: day),
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    )
    kept = {backup.path for backup in [b for b in newest_first if b.reason is not Reason.DAILY][:OTHERS]}
    for number, key in keys:
        seen: dict[Hashable, Path] = {}
        for backup in newest_first:
            seen.setdefault(key(day_of(backup.moment)), backup.path)
        kept.update(list(seen.values())[:number])
    return [backup for backup in newest_first if backup.path not in kept]


def thin(folder: Path, day_of: Callable[[datetime], date]) -> list[Path]:
    """Deletes the backups that are not needed; gives their paths. A damaged one counts for nothing, stays."""
    backups = list_backups(folder)
    if not surplus(backups, day_of):
        return []
    good = [backup for backup in backups if _is_good(backup.path)]
    removed = [backup.path for backup in surplus(good, day_of)]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def _is_good(path: Path) -> bool:
    try:
        contents_of(path)
    except CoachError:
        return False
    return True
