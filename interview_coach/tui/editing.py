"""The person's own editor, opened on a note over the screens."""

import os
import subprocess
from typing import Any

from textual.app import App, SuspendNotSupported

from interview_coach.coach.coach import Coach
from interview_coach.coach.editor import editor_command
from interview_coach.errors import CoachError


def edit_note(app: App[Any], coach: Coach, path: str, line: int) -> None:
    """Opens a note (its path within decks/) at a line, waits for the person, then reads what changed.

    Raises CoachError where the editor cannot be started or what was written cannot be read in.
    """
    command = editor_command(os.environ, coach.workspace.decks / path, line)
    try:
        with app.suspend():
            subprocess.run(command, check=False)  # noqa: S603 - the person's own editor, without a shell
    except SuspendNotSupported as error:
        raise CoachError("the editor cannot be opened here", "open the note in another window") from error
    except OSError as error:
        raise CoachError(
            f"{command[0]}: {error.strerror}", "set VISUAL or EDITOR to the command of your editor"
        ) from error
    coach.sync()
