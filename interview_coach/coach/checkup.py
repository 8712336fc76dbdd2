"""What the doctor finds, and the files it looks at: who can read them, what was left behind, how much room."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from interview_coach.coach.keeping import TEMPORARY, backups_of
from interview_coach.settings import Settings
from interview_coach.store import copies
from interview_coach.telling import Tell, silent
from interview_coach.workspace import Workspace

ROOM = 50_000_000  # bytes free below which a backup may not find room: some ten databases of a busy year


class Status(StrEnum):
    """How a check came out; the values are those of `doctor --json`."""

    OK = "ok"
    REPAIRED = "repaired"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, or done about it, and what is left to do."""

    name: str
    status: Status
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All that was looked at. `rebuilt` is the number of cards whose state was put to what the log says."""

    checks: tuple[Check, ...]
    rebuilt: int = 0

    @property
    def is_well(self) -> bool:
        """Whether no problem is left."""
        return all(check.status is not Status.PROBLEM for check in self.checks)


@dataclass(slots=True)
class Visit:
    """What one look at a workspace goes by, and what it has found so far."""

    workspace: Workspace
    settings: Settings
    now: datetime
    rebuild: bool
    alone: bool
    tell: Tell = silent
    checks: list[Check] = field(default_factory=list)
    rebuilt: int = 0

    def say(self, name: str, status: Status, message: str, hint: str = "") -> None:
        """Adds a check."""
        self.checks.append(Check(name, status, message, hint))


def look_at_files(visit: Visit) -> None:
    """Who can read them, what was left behind, how much room there is."""
    data = visit.workspace.data
    if not data.is_dir():
        return
    _make_private(visit, data)
    _clear_leftovers(visit, data)
    free = shutil.disk_usage(data).free
    if free < ROOM:
        visit.say(
            "disk",
            Status.PROBLEM,
            f"{data}: the disk has {size_text(free)} left.",
            "make room, or backups will fail",
        )
    else:
        visit.say("disk", Status.OK, f"The disk has {size_text(free)} left.")


def _make_private(visit: Visit, data: Path) -> None:
    """What was practised is nobody else's business: 0700 for folders, 0600 for files."""
    changed, left = 0, []
    for path, mode in _modes(visit.workspace, data):
        if path.stat().st_mode & 0o777 & ~mode:
            with suppress(OSError):  # another's file, or a disk that keeps no permissions
                path.chmod(mode)
            if path.stat().st_mode & 0o777 & ~mode:
                left.append(path)
            else:
                changed += 1
    if left:
        hint = (
            "if others use this computer, move the workspace to a disk that keeps permissions, or own the file"
        )
        visit.say("permissions", Status.PROBLEM, f"{left[0]}: others may read it.", hint)
    elif changed:
        visit.say(
            "permissions", Status.REPAIRED, f"Files and folders that others could read, now private: {changed}."
        )
    else:
        visit.say("permissions", Status.OK, "Only you can read what was practised.")


def _modes(workspace: Workspace, data: Path) -> Iterator[tuple[Path, int]]:
    yield data, 0o700
    folder = backups_of(workspace)
    if folder.is_dir():
        yield folder, 0o700
    for path in (*sorted(data.glob("coach*.db*")), *sorted(folder.glob("*.db"))):
        yield path, 0o600


def _clear_leftovers(visit: Visit, data: Path) -> None:
    """What a copy or a restore that was cut short left behind. Another program may be making one just now."""
    left = [*data.glob(f"{TEMPORARY}*"), *data.glob(f".*{copies.PART}*")]
    left += backups_of(visit.workspace).glob(f".*{copies.PART}*")
    if not left or not visit.alone:
        return
    for path in left:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    visit.say("leftovers", Status.REPAIRED, f"Copies that were cut short, now removed: {len(left)}.")


def size_text(size: int) -> str:
    """A size in bytes as a person reads it."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.1f} MB"
