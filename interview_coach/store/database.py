"""The one owner of the SQLite connection: how it is opened, how it is written, how it is left."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.store.schema import APPLICATION_ID, CURRENT

BUSY_MS = 5_000
# Checkpoints are made on leaving; this bound (in pages of 4 KiB) is for a session that never ends.
WAL_PAGES = 20_000


class Database:
    """An open database. Not shared between threads: each thread opens its own."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside is committed together, on disk, when the block ends.

        Raises CoachError where SQLite could not write: a full disk, a locked or damaged file.
        """
        with explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                # A full disk can end the transaction by itself; there is nothing to roll back then.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Leaves the database tidy: what is in the write-ahead log goes into the file."""
        try:
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        except sqlite3.Error:
            pass  # the log is read at the next start just as well
        finally:
            self.connection.close()


def open_database(path: Path) -> Database:
    """Opens the database at `path`, making it (private to the user) or migrating it where needed.

    Raises CoachError where it cannot be used: damaged, locked, another program's, or of a newer version.
    """
    with explained(path):
        fresh = not path.exists()
        if fresh:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
        try:
            _prepare(path, connection)
        except BaseException:
            connection.close()
            raise
    return Database(path, connection)


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != CURRENT:
        _refuse_foreign(path, connection, version)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
    if version < CURRENT:
        from interview_coach.store.migrations import migrate

        migrate(connection, version)


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


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite and the file system say into what a person can do about it."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _explain(path, error) from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise  # a broken constraint or a wrong statement is a fault of the program
        raise CoachError(
            f"{path}: the database is damaged: {error}",
            "keep a copy of the file and its -wal, then restore your last backup of it",
        ) from error
    except OSError as error:
        raise CoachError(
            f"{error.filename or path}: {error.strerror}", "check the folder's permissions"
        ) from error


def _explain(path: Path, error: sqlite3.OperationalError) -> Exception:
    text = str(error)
    if "locked" in text or "busy" in text:
        return CoachError(
            f"{path}: another program has been writing to the database for {BUSY_MS // 1000} seconds",
            "close it or wait for it, then try again; what was saved before is safe",
        )
    if "full" in text:
        return CoachError(
            f"{path}: the disk is full", "make room, then do it again; what was saved before is safe"
        )
    if "readonly" in text or "unable to open" in text:
        return CoachError(
            f"{path}: the database cannot be written", "check the permissions of the file and its folder"
        )
    if "disk I/O" in text:
        return CoachError(f"{path}: the disk reports an error: {text}", "copy the data folder to another disk")
    if "malformed" in text:
        return CoachError(
            f"{path}: the database is damaged: {text}",
            "keep a copy of the file and its -wal, then restore your last backup of it",
        )
    return error
