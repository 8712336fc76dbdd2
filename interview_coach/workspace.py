"""Where the notes, the database and the settings are. Pure until something is written."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from interview_coach.errors import CoachError

VARIABLE = "INTERVIEW_COACH_WORKSPACE"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder holding `decks/` (the notes) and `data/` (what the program keeps)."""

    root: Path
    is_users_own: bool = False  # the user's data folder, which is made at its first use

    @property
    def decks(self) -> Path:
        """The skill notes; only read, except by the commands that say so."""
        return self.root / "decks"

    @property
    def data(self) -> Path:
        """The program's own files, private to the user."""
        return self.root / "data"

    @property
    def database(self) -> Path:
        """The one database."""
        return self.data / "coach.db"

    @property
    def exists(self) -> bool:
        """Whether there is anything to practise from: the notes, or what was kept of them."""
        return self.decks.is_dir() or self.database.is_file()


def find_workspace(chosen: str | None, environ: Mapping[str, str], here: Path) -> Workspace:
    """The workspace meant: the one chosen, else the variable's, else the nearest folder upward that
    holds `decks/` or a database, else the user's data folder. It need not exist yet.

    A folder whose notes are away (a link to a vault that is not mounted) is still the one meant: no other
    folder's practice is opened in its place.

    Raises CoachError where the chosen path is a file.
    """
    named = chosen or environ.get(VARIABLE)
    if named:
        try:
            root = Path(os.path.abspath(Path(named).expanduser()))  # noqa: PTH100 - keeps links as written
            is_file = root.exists() and not root.is_dir()
        except (RuntimeError, OSError, ValueError) as error:
            raise CoachError(f"{named}: no such folder can be found", "name it by its whole path") from error
        if is_file:
            raise CoachError(f"{named}: not a folder", "a workspace is a folder that holds decks/ and data/")
        return Workspace(root)
    for folder in (here, *here.parents):
        if _holds_one(folder):
            return Workspace(folder)
    from platformdirs import user_data_path

    return Workspace(user_data_path("interview-coach", appauthor=False), is_users_own=True)


def _holds_one(folder: Path) -> bool:
    try:
        return Workspace(folder).exists
    except OSError:  # a folder above that is closed to this user is none of theirs
        return False


def make_workspace(workspace: Workspace, samples: Mapping[str, str]) -> list[Path]:
    """Makes the folders and writes the sample notes, private to the user; gives the files written.

    Never overwrites one, and leaves folders that are there as they are.

    Raises CoachError naming the path that cannot be written.
    """
    written: list[Path] = []
    try:
        workspace.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        workspace.decks.mkdir(mode=0o700, exist_ok=True)
        workspace.data.mkdir(mode=0o700, exist_ok=True)
        for name, text in samples.items():
            path = workspace.decks / name
            try:
                write_new(path, text)
            except FileExistsError:
                continue
            written.append(path)
    except OSError as error:
        raise CoachError(
            f"{error.filename or workspace.root}: {error.strerror}",
            "choose another folder with --workspace",
        ) from error
    return written


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet, private to the user.

    Raises FileExistsError where its name is taken, by a link too: none is followed.
    """
    path.touch(mode=0o600, exist_ok=False)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        path.unlink(missing_ok=True)  # a part of it would pass for the whole
        raise
