"""The commands for notes, cards and practice: options in, one call to the coach, one way of printing out."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview_coach.cli import (
    coverage,
    feedback,
    fitting,
    identity,
    interviews,
    keeping,
    library,
    mock,
    moving,
    progress,
    serving,
)
from interview_coach.cli.group import (
    FilePath,
    group,
    json_option,
    meant,
    need_terminal,
    opened,
    workspace_option,
)

if TYPE_CHECKING:
    from interview_coach.coach.coach import Coach
    from interview_coach.notes.model import Problem, ReadResult

# Importing a module of commands puts them into the group.
__all__ = [
    "coverage",
    "feedback",
    "fitting",
    "group",
    "identity",
    "interviews",
    "keeping",
    "library",
    "mock",
    "moving",
    "progress",
    "serving",
]


@group.command("notes")
@click.argument("paths", nargs=-1, type=FilePath())
@json_option
@workspace_option
@click.pass_context
def notes_command(
    context: click.Context, paths: tuple[Path, ...], as_json: bool, workspace: str | None
) -> None:
    """What is read from the skill notes (those of the workspace, or PATHS)."""
    from interview_coach.cli.output import print_json
    from interview_coach.cli.reading import print_notes
    from interview_coach.cli.shapes import notes_shape

    results = _read(context, paths, workspace)
    if as_json:
        print_json(notes_shape(results))
    else:
        print_notes(results)


@group.command("check")
@click.argument("paths", nargs=-1, type=FilePath())
@click.option("--coverage", "with_coverage", is_flag=True, help="Also where the stories fall short.")
@json_option
@workspace_option
@click.pass_context
def check_command(
    context: click.Context, paths: tuple[Path, ...], with_coverage: bool, as_json: bool, workspace: str | None
) -> None:
    """What is odd in the notes, each with its line and remedy. Exits with 1 if content was lost."""
    from interview_coach.cli.output import print_json
    from interview_coach.cli.reading import print_problems, problems_of
    from interview_coach.cli.shapes import problems_shape
    from interview_coach.notes.model import Severity

    results = _read(context, paths, workspace)
    problems = problems_of(results)
    if with_coverage:
        problems += _coverage(context, results, paths, workspace)
    if as_json:
        print_json(problems_shape(problems))
    else:
        print_problems(results, problems)
    if any(problem.severity is Severity.ERROR for _, problem in problems):
        sys.exit(1)


@group.command("due")
@json_option
@workspace_option
@click.pass_context
def due_command(context: click.Context, as_json: bool, workspace: str | None) -> None:
    """What today holds, after reading what changed in the notes."""
    with opened(context, workspace) as coach:
        coach.sync()
        today = coach.today()
        if as_json:
            from interview_coach.cli.output import print_json
            from interview_coach.cli.shapes import due_shape

            print_json(due_shape(today, coach.due_cards()))
        else:
            from interview_coach.cli.listing import print_due

            print_due(today, coach.due_cards())


@group.command("practice")
@click.option("--plain", is_flag=True, help="Plain lines, no screen: for screen readers and scripts.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N cards in this sitting.")
@click.option(
    "--new", type=click.IntRange(min=0), metavar="N", help="At most N new cards, in place of the day's limit."
)
@click.option("--skill", metavar="NAME", help="Only the cards of this skill.")
@workspace_option
@click.pass_context
def practice_command(
    context: click.Context,
    plain: bool,
    limit: int | None,
    new: int | None,
    skill: str | None,
    workspace: str | None,
) -> None:
    """Practise the cards of today.

    With --plain: an empty line shows the answer, 1 to 4 rate it, u undoes, s suspends, q leaves.
    """
    from interview_coach.coach.day import Choice

    if not plain:
        need_terminal("practice --plain", "due")
    with opened(context, workspace) as coach:
        if plain or skill is not None:
            coach.sync()
        choice = Choice(limit, new, None if skill is None else coach.notes_of_skill(skill))
        if plain:
            from interview_coach.cli.plain import practise

            try:
                practise(coach, choice, sys.stdin or ())
            finally:
                back_up(coach)
        else:
            from interview_coach.tui.app import run

            run(coach, start="practice", choice=choice)


def back_up(coach: "Coach") -> None:
    """Once a day, after a sitting. Where it cannot be made, that is said; the sitting stands all the same."""
    from interview_coach.cli.output import tell
    from interview_coach.errors import CoachError

    try:
        coach.daily_backup()
    except CoachError as error:
        tell(f"No backup was made today: {error}")


@group.command("init")
@click.argument("directory", metavar="[DIR]", required=False)
@workspace_option
@click.pass_context
def init_command(context: click.Context, directory: str | None, workspace: str | None) -> None:
    """Make a workspace with a sample note, in DIR or here."""
    from interview_coach.cli.output import say, shown
    from interview_coach.coach.beginning import begin_workspace
    from interview_coach.workspace import VARIABLE

    named = directory or workspace or context.obj or os.environ.get(VARIABLE)
    place = meant(context, named or ".")
    written = begin_workspace(place)
    say(f"Workspace: {place.root}")
    for path in written:
        say(f"A sample note to look at: {shown(path)}")
    if not written:
        say(f"The notes in {shown(place.decks)} are as they were.")
    say("Put your skill notes into decks/, or begin one with: interview-coach new NAME")


@group.command("new")
@click.argument("name")
@workspace_option
@click.pass_context
def new_command(context: click.Context, name: str, workspace: str | None) -> None:
    """Begin a new skill note called NAME, with the sections to fill in."""
    from interview_coach.cli.output import say, shown
    from interview_coach.coach.beginning import new_note

    with opened(context, workspace) as coach:
        path = new_note(coach.workspace, name)
    say(
        f"{shown(path)}: fill in the questions, the story and the results; check it with: interview-coach check"
    )


def _coverage(
    context: click.Context, results: "list[ReadResult]", paths: tuple[Path, ...], workspace: str | None
) -> "list[tuple[str, Problem]]":
    """By the settings of the workspace meant, or the defaults where notes are read without one."""
    from interview_coach.cli.coverage import coverage_problems
    from interview_coach.settings import load

    place = meant(context, workspace)
    return coverage_problems(results, load(place.root), paths[0] if paths else place.decks)


def _read(context: click.Context, paths: tuple[Path, ...], workspace: str | None) -> "list[ReadResult]":
    from interview_coach.cli.reading import read

    if paths:
        return read(paths)
    from interview_coach.errors import CoachError

    place = meant(context, workspace)
    if not place.decks.is_dir():
        raise CoachError(f"{place.decks}: no such folder", "interview-coach init makes a workspace")
    return read((place.decks,))
