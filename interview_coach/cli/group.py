"""The command itself: its options for all commands, and how they open the workspace meant."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from interview_coach import __version__
from interview_coach.errors import CoachError

if TYPE_CHECKING:
    from interview_coach.coach.coach import Coach
    from interview_coach.workspace import Workspace

Command = Callable[..., Any]


class FilePath(click.Path):
    """A path as a person gives it, once it is sure that a file can be called that."""

    name = "path"

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> "str | bytes | os.PathLike[str]":
        path = super().convert(value, param, ctx)
        try:
            Path(os.fsdecode(path)).exists()
        except (OSError, ValueError) as error:  # a name that is too long, or that holds what no name can
            raise CoachError(
                f"{os.fsdecode(path)}: no such file can be there", "check the spelling of the path"
            ) from error
        return path


def workspace_option(command: Command) -> Command:
    return click.option(
        "--workspace",
        metavar="DIR",
        help="The folder holding decks/ and data/. Default: $INTERVIEW_COACH_WORKSPACE, else the nearest "
        "folder upward with decks/, else your own data folder.",
    )(command)


def json_option(command: Command) -> Command:
    return click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")(command)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="interview-coach %(version)s")
@workspace_option
@click.pass_context
def group(context: click.Context, workspace: str | None) -> None:
    """Practise for interviews in the terminal, from skill notes written in Markdown.

    Without a command it opens on today's practice.
    """
    context.obj = workspace
    if context.invoked_subcommand is None:
        need_terminal("practice --plain", "due")
        from interview_coach.tui.app import run

        with opened(context, None) as coach:
            run(coach)


def meant(context: click.Context, workspace: str | None) -> "Workspace":
    """The workspace that a command means: its own option, else the one given before the command."""
    from interview_coach.workspace import find_workspace

    try:
        here = Path.cwd()
    except OSError:  # the folder was deleted under the shell; a workspace named in full is found all the same
        here = Path(os.sep)
    return find_workspace(workspace or context.obj, os.environ, here)


def need_terminal(*without: str) -> None:
    """Raises CoachError where the screens would have nothing to be shown on or nobody to press a key.

    `without` are the commands that do the same on plain lines.
    """
    if os.environ.get("TEXTUAL_DRIVER", "").startswith("textual.drivers.web_driver"):
        return  # a browser is the terminal: `serve`
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        raise CoachError(
            "the screens need a terminal",
            " and ".join(f"interview-coach {each}" for each in without)
            + (" works without" if len(without) == 1 else " work without"),
        )


@contextmanager
def opened(context: click.Context, workspace: str | None, *, to_read: bool = False) -> "Iterator[Coach]":
    """The workspace meant, opened. The user's own data folder is made at its first use, and that is said.

    `to_read` says that one that cannot be written will do.
    """
    from interview_coach.coach.coach import open_coach

    place = meant(context, workspace)
    if not place.exists and place.is_users_own:
        from interview_coach.cli.output import tell
        from interview_coach.coach.beginning import begin_workspace

        begin_workspace(place)
        tell(f"Made a workspace with a sample note in {place.root}")
    coach = open_coach(place, os.environ, to_read=to_read)
    try:
        yield coach
    finally:
        coach.close()
