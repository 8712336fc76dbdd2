"""Backups: which there are, what they are called, how many are kept."""

import re
import sqlite3
from collections.abc import Callable, Hashable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.store.copies import contents_of, copy_to, practised, read_only
from interview_coach.store.trouble import explained

MOMENT = "%Y-%m-%dT%H%M%S"

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


def list_backups(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            moment = datetime.strptime(match[1], MOMENT).replace(tzinfo=UTC)
            found.append(Backup(path, moment, Reason(match[2])))
    return sorted(found, key=lambda backup: (backup.moment, backup.path.stem), reverse=True)


def newest_good(folder: Path) -> Backup | None:
    """The newest backup that is whole, or None."""
    return next((backup for backup in list_backups(folder) if is_good(backup.path)), None)


def keep_backup(source: sqlite3.Connection, folder: Path, now: datetime, reason: Reason) -> Backup:
    """Backs the database up into `folder`. Raises CoachError where no whole copy could be made."""
    with explained(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    path = free_name(folder, f"coach-{now.astimezone(UTC):{MOMENT}}Z-{reason.value}")
    copy_to(source, path)
    return Backup(path, now.astimezone(UTC).replace(microsecond=0), reason)


def free_name(folder: Path, stem: str) -> Path:
    """A database's path in `folder` that is not taken."""
    path, number = folder / f"{stem}.db", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


def is_kept(connection: sqlite3.Connection, backups: Sequence[Backup]) -> bool:
    """Whether the newest of some backups (newest first) holds all that was practised, or nothing was.

    It was checked when it was made, and is not looked through again here.
    """
    here = practised(connection)
    if not any(here):
        return True
    for backup in backups:
        try:
            with closing(read_only(backup.path)) as copy:
                return practised(copy) == here
        except sqlite3.Error:
            continue
    return False


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


def thin(folder: Path, day_of: Callable[[datetime], date], made: Path | None = None) -> list[Path]:
    """Deletes the backups that are not needed; gives their paths. A damaged one counts for nothing, stays.

    The one just `made` stays as well: where the clock was set back, others seem to be newer.
    """
    backups = list_backups(folder)
    if not surplus(backups, day_of):
        return []
    good = [backup for backup in backups if is_good(backup.path)]
    removed = [backup.path for backup in surplus(good, day_of) if backup.path != made]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def is_good(path: Path) -> bool:
    """Whether a backup is whole."""
    try:
        contents_of(path)
    except CoachError:
        return False
    return True
