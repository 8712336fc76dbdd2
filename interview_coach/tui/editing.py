"""The person's own editor, opened on a note over the screens."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from interview_coach.coach.coach import Coach
from interview_coach.coach.editor import editor_command
from interview_coach.errors import CoachError

REMEDY = "set VISUAL or EDITOR to the command of your editor"


def edit_note(app: App[Any], coach: Coach, path: str, line: int) -> str:
    """Opens a note (its path within decks/) at a line, waits for the person, then reads what changed.

    Gives what there is to say about how the editor ended, "" where it ended well. Raises CoachError where it
    cannot be started or what was written cannot be read in.
    """
    said = edit_file(app, coach.workspace.decks / path, line)
    coach.sync()
    return said


def edit_file(app: App[Any], path: Path, line: int = 1) -> str:
    """Opens a file at a line and waits for the person.

    Gives what there is to say about how the editor ended, "" where it ended well. Raises CoachError where it
    cannot be started.
    """
    command = editor_command(os.environ, path, line)
    if shutil.which(command[0]) is None:
        raise CoachError(f"there is no editor {command[0]!r} here", REMEDY)
    try:
        with app.suspend():
            ended = _run(command)
    except SuspendNotSupported as error:
        raise CoachError("the editor cannot be opened here", f"open {path} in another window") from error
    if isinstance(ended, OSError):
        raise CoachError(f"{command[0]}: {ended.strerror}", REMEDY)
    if ended == 0:
        return ""
    how = f"status {ended}" if ended > 0 else f"signal {-ended}"
    return f"{Path(command[0]).name} ended with {how}."


def _run(command: Sequence[str]) -> int | OSError:
    """How the editor ended. An error is given back, since a raised one would keep the screens suspended."""
    with _keys_are_the_editors():
        try:
            return subprocess.run(command, check=False).returncode  # noqa: S603 - the person's own, no shell
        except OSError as error:
            return error


@contextmanager
def _keys_are_the_editors() -> Iterator[None]:
    """ctrl+c and ctrl+\\ reach every program in the terminal; meanwhile they mean the editor alone.

    A handler of our own does nothing here and is not handed on to the editor, as an ignored signal would be.
    """
    signals = (signal.SIGINT, signal.SIGQUIT)
    before = [signal.signal(each, lambda _number, _frame: None) for each in signals]
    try:
        yield
    finally:
        for each, handler in zip(signals, before, strict=True):
            signal.signal(each, handler)
