"""What SQLite and the file system complain of, in words that a person can act on."""

import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interview_coach.errors import CoachError

BUSY_MS = 5_000
BACKUPS = "backups"  # the folder beside the database


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
        raise damaged(path, str(error)) from error
    except OSError as error:
        raise CoachError(
            f"{error.filename or path}: {error.strerror}", "check the folder's permissions"
        ) from error


def _explain(path: Path, error: sqlite3.OperationalError) -> Exception:
    text = str(error)
    if "locked" in text or "busy" in text:
        return busy(path)
    if "full" in text:
        return CoachError(
            f"{path}: the disk is full", "make room, then do it again; what was saved before is safe"
        )
    if "readonly" in text or "unable to open" in text:
        return vanished(path) if not path.parent.is_dir() else _cannot_write(path)
    if "disk I/O" in text:
        return CoachError(f"{path}: the disk reports an error: {text}", "copy the data folder to another disk")
    if "malformed" in text:
        return damaged(path, text)
    return error


def busy(path: Path) -> CoachError:
    """Another program holds the database."""
    return CoachError(
        f"{path}: another program has been writing to the database for {BUSY_MS // 1000} seconds",
        "close it or wait for it, then try again; what was saved before is safe",
    )


def _cannot_write(path: Path) -> CoachError:
    return CoachError(
        f"{path}: the database cannot be written", "check the permissions of the file and its folder"
    )


def vanished(path: Path) -> CoachError:
    """The database is not where it was when it was opened."""
    return CoachError(
        f"{path}: the database is not there any more: its folder was moved, deleted or unmounted",
        "bring the folder back and start again; what was saved before is in it, this was not saved",
    )


def emptied(path: Path) -> CoachError:
    """The database's file is there, without a byte in it."""
    return CoachError(
        f"{path}: the database is empty: its file is there, and nothing is in it any more",
        "start again: what backups there are is said then; this was not saved",
    )


class DamagedError(CoachError):
    """A database, or a copy of one, that cannot be trusted."""


def damaged(path: Path, text: str) -> DamagedError:
    """The database cannot be trusted: what SQLite says of it, and the way back to a good one.

    `path` is left as it is. The hint names the newest good backup and the command that restores it.
    """
    from interview_coach.store.backup import newest_good  # only where something is wrong

    whole = f"{path}: the database is damaged: {' '.join(text.split())}; the file is left as it is"
    doctor = f"what can still be read is gathered by: {command('doctor', path)}"
    backup = newest_good(path.parent / BACKUPS)
    if backup is None:
        return DamagedError(whole, f"there is no good backup beside it; {doctor}")
    restore = command("restore", path, backup.path)
    return DamagedError(
        whole, f"the newest good backup is of {backup.moment.astimezone():%Y-%m-%d %H:%M}: {restore}; {doctor}"
    )


def command(name: str, database: Path, *words: Path) -> str:
    """A command as it can be typed anywhere, for the workspace that a database is of."""
    return shlex.join(["interview-coach", name, *map(str, words), "--workspace", str(database.parent.parent)])
