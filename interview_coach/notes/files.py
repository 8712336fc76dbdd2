"""Finds notes on the disk and reads them, opening nothing that could block, loop or fill the memory."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from interview_coach.notes.model import MAX_BYTES, TOO_LARGE, Failed, Ignored, ReadResult

SUFFIXES = (".md", ".markdown")
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})  # besides all hidden ones: .obsidian, .trash, .git
MAX_DEPTH = 64

_CONFLICT = re.compile(
    (
        r"\.sync-conflict-\d{8}"
        r"|\([^()]*\b(?:conflicted copy|conflict(?:ed)? version|case conflict|sync conflict"
        r"|encoding conflict|SFConflict)\b[^()]*\)"
        r"|[_ -]conflict-\d{8}|\[conflict(?:ed)?\]|\(conflict(?:ed)?(?: \d+)?\)|\.conflict(?:ed)?(?:-\d+)?$"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a note; `relative` is its path from the root, with "/" between the parts."""

    location: str
    relative: str
    size: int
    mtime_ns: int

    @property
    def path(self) -> Path:
        """Where the file is; made when it is asked for, since few of thousands of files are opened."""
        return Path(self.location)


@dataclass(frozen=True, slots=True)
class Unread:
    """A folder, file or link that cannot be reached now, and why: nothing is known of the notes in it.

    The root is ".".
    """

    relative: str
    reason: str

    def holds(self, relative: str) -> bool:
        """Whether a path from the root is this one or lies below it."""
        return self.relative in (".", relative) or relative.startswith(f"{self.relative}/")


def find_notes(root: Path) -> Iterator[Found | Ignored | Unread]:
    """Every Markdown file under the root, folder by folder, each in the order of names.

    Hidden folders are passed over in silence. What should not be read is given as Ignored, what cannot be
    reached now as Unread, each with its reason, the root itself included; nothing is raised.
    """
    yield from _walk(os.fspath(root), "", {os.path.realpath(root)}, 0)


def _walk(folder: str, prefix: str, seen: set[str], depth: int) -> Iterator[Found | Ignored | Unread]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Unread(_shown(prefix.rstrip("/") or "."), f"the folder cannot be read: {_why(error)}")
        return
    for entry in entries:
        name = entry.name
        if name.startswith("."):
            continue
        try:
            if entry.is_dir():
                if name not in SKIPPED_FOLDERS and depth < MAX_DEPTH and _is_new(entry, seen):
                    yield from _walk(entry.path, f"{prefix}{name}/", seen, depth + 1)
            elif name.lower().endswith(SUFFIXES):
                yield _candidate(entry, f"{prefix}{name}")
            elif entry.is_symlink():
                entry.stat()  # a link of any name may lead to a folder of notes on a disk that is not mounted
        except FileNotFoundError:
            yield Unread(_shown(f"{prefix}{name}"), "the link leads nowhere now")
        except OSError as error:
            yield Unread(_shown(f"{prefix}{name}"), f"it cannot be reached: {_why(error)}")


def _is_new(entry: "os.DirEntry[str]", seen: set[str]) -> bool:
    """Whether a folder is not walked yet. Links out of the root are followed once, loops never."""
    if not entry.is_symlink():
        return True
    real = os.path.realpath(entry.path)
    if any(real == each or real.startswith(each + os.sep) or each.startswith(real + os.sep) for each in seen):
        return False
    seen.add(real)
    return True


def _candidate(entry: "os.DirEntry[str]", relative: str) -> Found | Ignored:
    shown = relative if relative.isascii() else _shown(relative)
    if "conflict" in relative.lower() and _CONFLICT.search(entry.name.rsplit(".", 1)[0]):
        return Ignored(shown, "a conflict copy made by a sync program; compare it with the note and delete one")
    status = entry.stat()
    if not stat.S_ISREG(status.st_mode):
        return Ignored(shown, _kind(status.st_mode))
    if status.st_size > MAX_BYTES:
        return Ignored(shown, TOO_LARGE)
    return Found(entry.path, shown, status.st_size, status.st_mtime_ns)


def _shown(path: str) -> str:
    """The path as text that can be printed and stored, also where its bytes are no UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a special file (a pipe, a socket or a device), not a regular one"


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of a file."""

    data: bytes


def load_file(path: Path, shown: str) -> Loaded | Ignored | Failed:
    """The bytes of a file, its path given as `shown`. Blocks on nothing and raises nothing."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Ignored(shown, _kind(status.st_mode))
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        with os.fdopen(descriptor, "rb") as file:
            mode = os.fstat(file.fileno())
            if not stat.S_ISREG(mode.st_mode):
                return Ignored(shown, _kind(mode.st_mode))
            if mode.st_size > MAX_BYTES:
                return Ignored(shown, TOO_LARGE)
            return Loaded(file.read(MAX_BYTES + 1))
    except FileNotFoundError:
        return Failed(shown, 1, "there is no such file", "check the path")
    except PermissionError:
        return Failed(shown, 1, "the file may not be read", "give yourself permission to read it")
    except (OSError, ValueError) as error:
        reason = _why(error) if isinstance(error, OSError) else str(error)
        return Failed(
            shown, 1, f"the file cannot be read: {reason}", "if it is kept in a cloud, download it first"
        )


def read_file(path: Path, shown: str) -> ReadResult:
    """What the file holds, its path given as `shown`. Blocks on nothing and raises nothing."""
    from interview_coach.notes.reader import read_note

    loaded = load_file(path, shown)
    return read_note(shown, loaded.data) if isinstance(loaded, Loaded) else loaded


def read_paths(paths: Sequence[Path]) -> list[ReadResult]:
    """The files named, whatever they are called, and the notes of the folders named, in order."""
    results: list[ReadResult] = []
    for path in paths:
        if not path.is_dir():
            results.append(read_file(path, _shown(str(path))))
            continue
        for found in find_notes(path):
            shown = _shown(str(path / (found.path if isinstance(found, Ignored) else found.relative)))
            results.append(
                read_file(found.path, shown) if isinstance(found, Found) else Ignored(shown, found.reason)
            )
    return results
