"""Keeping the database: backups day by day and by hand, and bringing one back."""

import secrets
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.recall.day import study_day, where_it_is
from interview_coach.settings import Settings
from interview_coach.store import backup, copies
from interview_coach.store.backup import Backup, Reason
from interview_coach.store.copies import Contents
from interview_coach.store.database import Database, open_database
from interview_coach.store.facts import RESTORED, put_fact
from interview_coach.store.trouble import BACKUPS, DamagedError, explained
from interview_coach.store.watch import Watch
from interview_coach.telling import Tell, counted, silent
from interview_coach.workspace import Workspace

__all__ = ["Backup", "Contents", "Restored", "back_up", "backups_of", "daily_backup", "listed", "restore"]

TEMPORARY = ".restoring-"  # begins the names of folders that last as long as a restore
RESTORING = "Restoring: steps done"
PAGE_SIZE = 4096  # SQLite's own default, which our databases have


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore brought back, and where the database before it is: `before` is the backup of a good
    one, `aside` a damaged one under its new name; both None where there was none.
    """

    contents: Contents
    before: Path | None
    aside: Path | None


def backups_of(workspace: Workspace) -> Path:
    """The folder of the backups, which need not be there yet."""
    return workspace.data / BACKUPS


def daily_backup(database: Database, settings: Settings, now: datetime) -> Backup | None:
    """The backup of a study day, unless it is there already or nothing was practised since the last one.

    Thins the older ones once it is made. Raises CoachError where the copy cannot be made or is not whole.
    """
    database.refuse_vanished()
    folder = database.path.parent / BACKUPS
    day_of = _day_of(settings, now)
    taken = backup.list_backups(folder)
    if any(each.reason is Reason.DAILY and day_of(each.moment) == day_of(now) for each in taken):
        return None
    with database.explained():
        if backup.is_kept(database.connection, taken):
            return None
    made = backup.keep_backup(database.connection, folder, now, Reason.DAILY)
    backup.thin(folder, day_of, made.path)
    return made


def _day_of(settings: Settings, now: datetime) -> Callable[[datetime], date]:
    return lambda moment: study_day(where_it_is(now, moment), settings.rollover_hour)


def back_up(database: Database, target: Path | None, now: datetime) -> tuple[Path, Contents]:
    """A backup asked for: beside the others, or where `target` names a file or a folder.

    Raises CoachError where no whole copy could be made, and rather than write over a file that is not a
    database of ours.
    """
    database.refuse_vanished()
    if target is None or target.is_dir():
        folder = target or database.path.parent / BACKUPS
        kept = backup.keep_backup(database.connection, folder, now, Reason.ASKED).path
        return kept, copies.contents_of(kept)
    if target.exists() and target.samefile(database.path):
        raise CoachError(f"{target}: that is the database itself", "name another file")
    if target.exists() and not copies.is_ours(target):
        raise CoachError(f"{target}: a file that is no backup is there", "name another file, or a folder")
    return target, copies.copy_to(database.connection, target)


def restore(workspace: Workspace, file: Path, now: datetime, tell: Tell = silent) -> Restored:
    """Puts a backup in the place of the database, in every open window at once.

    `file` is only read. The present database is backed up first; one that is damaged is put aside. Raises
    CoachError where `file` is damaged, another program's or of a newer version: nothing is changed then.
    """
    path = workspace.database
    if path.exists() and file.exists() and file.samefile(path):
        raise CoachError(f"{file}: that is the database itself", "name one of the backups")
    tell(RESTORING, 0, 3)
    contents = copies.contents_of(file)
    with explained(workspace.data):
        workspace.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=workspace.data) as folder:
            tell(RESTORING, 1, 3)
            ready = _made_ready(file, Path(folder) / path.name)
            tell(RESTORING, 2, 3)
            try:
                before = _keep_present(path, now)
                aside = None
            except DamagedError:
                before, aside = None, _put_aside(path, now)
            with closing(open_database(path, anew=True)) as database, closing(sqlite3.connect(ready)) as source:
                source.backup(database.connection, progress=copies.patience(path))
    return Restored(contents, before, aside)


def _made_ready(file: Path, ready: Path) -> Path:
    """A copy of a backup in today's schema, that says of itself that it was restored."""
    with closing(copies.read_only(file)) as source:
        copies.copy_to(source, ready)
    with closing(open_database(ready)) as database:
        with database.transaction() as connection:
            put_fact(connection, RESTORED, secrets.token_hex(8))
        page_size = database.connection.execute("PRAGMA page_size").fetchone()[0]
        database.connection.execute("PRAGMA journal_mode = DELETE")
        if page_size != PAGE_SIZE:  # pages of another size cannot be put into a database that is open elsewhere
            database.connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            database.connection.execute("VACUUM")
    return ready


def _keep_present(path: Path, now: datetime) -> Path | None:
    """Backs up the database that a restore is about to replace; None where there is none."""
    if not path.exists() or not path.stat().st_size:
        return None
    with closing(open_database(path)) as database:
        return backup.keep_backup(database.connection, path.parent / BACKUPS, now, Reason.RESTORE).path


def _put_aside(path: Path, now: datetime) -> Path:
    """Gives a damaged database and its log another name; gives that name."""
    watch = Watch(path)
    try:
        if not watch.alone:
            raise CoachError(f"{path}: damaged, and open in another window", "close the other window first")
        stem = f"coach-damaged-{now.astimezone(UTC):{backup.MOMENT}}Z"
        aside = backup.free_name(path.parent, stem)
        path.rename(aside)
        for end in ("-wal", "-shm"):
            beside = path.with_name(path.name + end)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + end))
    finally:
        watch.end()
    return aside


def listed(workspace: Workspace, tell: Tell = silent) -> list[tuple[Backup, Contents | None]]:
    """The backups there are, newest first, with what each holds; None for one that is damaged."""
    found: list[tuple[Backup, Contents | None]] = []
    taken = backup.list_backups(backups_of(workspace))
    for each in counted("Looking through backups", taken, len(taken), tell):
        try:
            found.append((each, copies.contents_of(each.path)))
        except CoachError:
            found.append((each, None))
    return found
