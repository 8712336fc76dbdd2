"""Who has a database open: a lock that the system lets go of when a process ends, however it ends."""

import fcntl
import os
from pathlib import Path


class Watch:
    """Held while a database is open. One that is alone keeps others waiting until `share`.

    `alone` says that nobody else had it open when the watch began. Where the disk keeps no locks nobody
    can tell, and it says so too: the worst of that is a check too many.
    """

    def __init__(self, database: Path) -> None:
        self.alone = True
        self._file: int | None = None
        try:
            self._file = os.open(database.with_name(f"{database.name}-lock"), os.O_CREAT | os.O_RDWR, 0o600)
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.alone = False
            self.share()  # waits for one that is just checking or migrating
        except OSError:
            pass  # a read-only folder, or a disk without locks: SQLite will say what is wrong, if anything is

    def share(self) -> None:
        """Lets other programs in, and stays on watch."""
        if self._file is not None:
            try:
                fcntl.flock(self._file, fcntl.LOCK_SH)
            except OSError:
                self.end()

    def end(self) -> None:
        """Nobody is on watch here any more."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def left_unclean(database: Path) -> bool:
    """Whether a write-ahead log with something in it is there.

    SQLite puts it into the file and deletes it when the last connection closes. With nobody else at the
    database it means that a program was killed, or that the power went.
    """
    try:
        return database.with_name(f"{database.name}-wal").stat().st_size > 0
    except OSError:
        return False
