"""Opening a database where nothing can be written: on a read-only disk, in a folder of somebody else's."""

import os
import sqlite3
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.store.copies import read_only
from interview_coach.store.database import Database
from interview_coach.store.schema import CURRENT
from interview_coach.store.trouble import explained
from interview_coach.store.watch import Watch


def cannot_be_written(path: Path) -> bool:
    """Whether a database is there that this user can read, and not write."""
    return os.access(path, os.R_OK) and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def open_to_read(path: Path) -> Database:
    """Opens a database as it stands; what would write to it raises CoachError.

    Raises CoachError where it cannot be read so: it is of another version, or its last ratings are in the log
    beside it, which SQLite cannot take in without writing.
    """
    elsewhere = "copy the workspace's folder to where it can be written, and do it there"
    with explained(path):
        connection = read_only(path)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            message = (
                f"{path}: its last ratings are in {path.name}-wal, and nothing can be written here to read them"
            )
            raise CoachError(message, elsewhere) from error
        if version != CURRENT:
            connection.close()
            age = "an older" if version < CURRENT else "a newer"
            raise CoachError(f"{path}: written by {age} interview-coach (schema {version})", elsewhere)
        return Database(path, connection, Watch(path))
