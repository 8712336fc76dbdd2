"""The one owner of the SQLite connection: how it is opened, how it is written, how it is left."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.store.schema import APPLICATION_ID, CURRENT
from interview_coach.store.trouble import BACKUPS, BUSY_MS, damaged, emptied, explained, vanished
from interview_coach.store.watch import Watch, left_unclean

# Room for a long sitting in the write-ahead log: a rating writes some 40 KB to it. It is emptied into the
# file on leaving, or where a sitting fills the room: some 5 ms once in 250 ratings, and the log stays short.
ROOM_BYTES = 10_000_000
WAL_PAGES = ROOM_BYTES // 4_120 - 10
SPARE = 5  # room is made only where so many times as much is free
CACHE_KIB = -2_000  # SQLite's own default, 2 MB


class Database:
    """An open database. Not shared between threads: each thread opens its own."""

    def __init__(self, path: Path, connection: sqlite3.Connection, watch: Watch) -> None:
        self.path = path
        self.connection = connection
        self._watch = watch
        self._identity = _identity(path)

    @property
    def was_alone(self) -> bool:
        """Whether no other program had it open when this one opened it."""
        return self._watch.alone

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside is committed together, on disk, when the block ends.

        Raises CoachError where SQLite could not write: a full disk, a locked or damaged file, a folder
        that has gone.
        """
        with explained(self.path):
            self.refuse_vanished()
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                # A full disk can end the transaction by itself; there is nothing to roll back then.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def explained(self) -> AbstractContextManager[None]:
        """What goes wrong with the database inside, while reading too, is raised as CoachError."""
        return explained(self.path)

    def refuse_vanished(self) -> None:
        """Raises CoachError where the file is not the one that was opened.

        A file that was deleted can be written as long as it is open, and nobody would ever see it again.
        """
        try:
            same = _identity(self.path) == self._identity
        except OSError as error:
            raise vanished(self.path) from error
        if not same:
            raise CoachError(
                f"{self.path}: another file has taken the database's place since it was opened",
                "start again to use it; what was saved before is safe, this was not saved",
            )

    def make_room(self) -> None:
        """Grows the write-ahead log once, so that later commits write over it instead of lengthening it.

        A commit that lengthens the file waits for the disk half as long again, and three times as long now
        and then. What is written here is taken back, so the database stays as it was. Takes some 60 ms, and
        nothing where the log has its room already, or where so little is free that others may need it.
        """
        if self._log_bytes() >= ROOM_BYTES or _free_bytes(self.path) < SPARE * ROOM_BYTES:
            return
        connection = self.connection
        try:
            # With few pages in memory SQLite writes an open transaction's pages to the log as they come.
            connection.execute("PRAGMA cache_size = 16")
            connection.execute("BEGIN")
            connection.execute("INSERT INTO facts VALUES ('room', printf('%.*c', ?, '.'))", (ROOM_BYTES,))
        except sqlite3.Error:
            pass  # ratings are as safe without, and only a little slower
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            connection.execute(f"PRAGMA cache_size = {CACHE_KIB}")
        self._sync_log()

    def _log_bytes(self) -> int:
        try:
            return os.stat(f"{self.path}-wal").st_size  # noqa: PTH116 - a name with a suffix, not a path of ours
        except OSError:
            return 0

    def _sync_log(self) -> None:
        """Lets the log reach the disk now, or the first commit would wait for all of it."""
        with suppress(OSError):
            log = os.open(f"{self.path}-wal", os.O_RDONLY)
            try:
                os.fsync(log)
            finally:
                os.close(log)

    def close(self) -> None:
        """Leaves the database tidy: what is in the write-ahead log goes into the file."""
        try:
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        except sqlite3.Error:
            pass  # the log is read at the next start just as well
        finally:
            self.connection.close()
            self._watch.end()


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _free_bytes(path: Path) -> int:
    """What a person may still write on the disk of a file."""
    try:
        disk = os.statvfs(path.parent)
    except OSError:
        return 0
    return disk.f_bavail * disk.f_frsize


def open_database(path: Path, *, make: bool = True, anew: bool = False) -> Database:
    """Opens the database at `path`, making it (private to the user) or migrating it where needed.

    `make` is False where it must be there already; `anew` is True where one may be made though backups
    of an older one are there. Raises CoachError where it cannot be used: damaged, locked, another
    program's, of a newer version, or gone while its backups are still there.
    """
    with explained(path):
        if not path.exists() or not path.stat().st_size:
            if not make:
                raise emptied(path) if path.exists() else vanished(path)
            if not anew:
                _refuse_lost(path)
            _make(path)
        watch = Watch(path)
        try:
            if watch.alone and left_unclean(path):
                _refuse_damaged(path)
            connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
            try:
                _prepare(path, connection)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            watch.end()
            raise
        watch.share()
        return Database(path, connection, watch)


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _refuse_lost(path: Path) -> None:
    """A person with backups has practised: beginning again at nothing would look as if all were lost."""
    folder = path.parent / BACKUPS
    if not folder.is_dir():
        return
    from interview_coach.store.backup import newest_good
    from interview_coach.store.trouble import command

    backup = newest_good(folder)
    if backup is not None:
        lost = "empty" if path.exists() else "not there"
        raise CoachError(
            f"{path}: the database is {lost}, but backups of it are there",
            f"bring it back with: {command('restore', path, backup.path)}; or move {folder} away to begin anew",
        )


def _refuse_damaged(path: Path) -> None:
    """After a kill: a look through the whole file, by a connection that leaves it and its log as they are."""
    from interview_coach.store.copies import read_only

    with closing(read_only(path)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise damaged(path, found)


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != CURRENT:
        _refuse_foreign(path, connection, version)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # on a Mac nothing less reaches the disk; nothing elsewhere
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
    if version < CURRENT:
        from interview_coach.store.migrations import migrate

        migrate(path, connection, version)


def _refuse_foreign(path: Path, connection: sqlite3.Connection, version: int) -> None:
    if version > CURRENT:
        raise CoachError(
            f"{path}: written by a newer interview-coach (schema {version}, this one knows {CURRENT})",
            "update interview-coach; the file was not touched",
        )
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if tables and not ours:
        raise CoachError(
            f"{path}: a database of another program", "move it away, or choose another --workspace"
        )
