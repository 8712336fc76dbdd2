"""The commands that keep the database: backup, restore, doctor."""

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from interview_coach.cli.group import FilePath, group, json_option, meant, opened, workspace_option
from interview_coach.cli.waiting import waiting
from interview_coach.recall.day import where_it_is

if TYPE_CHECKING:
    from interview_coach.coach.checkup import Diagnosis
    from interview_coach.coach.keeping import Contents
    from interview_coach.workspace import Workspace


@group.command("backup")
@click.argument("target", metavar="[FILE]", required=False, type=FilePath())
@workspace_option
@click.pass_context
def backup_command(context: click.Context, target: Path | None, workspace: str | None) -> None:
    """Copy the database, checked, into data/backups/ or to FILE (a file or a folder)."""
    from interview_coach.cli.output import say, shown
    from interview_coach.coach.keeping import back_up

    with opened(context, workspace, to_read=True) as coach:
        path, contents = back_up(coach.database, target, coach.clock())
        say(f"{shown(path)}: {_held(contents, coach.clock())}.")


@group.command("restore")
@click.argument("file", metavar="[FILE]", required=False, type=FilePath())
@workspace_option
@click.pass_context
def restore_command(context: click.Context, file: Path | None, workspace: str | None) -> None:
    """Go back to a backup; without FILE, list those there are. The present database is backed up first."""
    from interview_coach.cli.output import say, shown
    from interview_coach.coach.clock import make_clock
    from interview_coach.coach.keeping import restore

    place, now = meant(context, workspace), make_clock(os.environ)()
    if file is None:
        _list(place, now)
        return
    with waiting() as tell:
        done = restore(place, file, now, tell)
    say(f"Restored {shown(file)}: {_held(done.contents, now)}.")
    if done.before is not None:
        say(f"The database as it was before is kept: {shown(done.before)}")
    if done.aside is not None:
        say(f"The damaged database is put aside: {shown(done.aside)}")


def _list(place: "Workspace", now: datetime) -> None:
    from interview_coach.cli.output import say, shown
    from interview_coach.coach.keeping import backups_of, listed

    with waiting() as tell:
        found = listed(place, tell)
    for each, contents in found:
        held = "damaged" if contents is None else _held(contents, now)
        moment = f"{where_it_is(now, each.moment):%Y-%m-%d %H:%M}"
        say(f"{moment}  {held}  {shown(each.path)}")
    if found:
        say("Restore one with: interview-coach restore FILE")
    else:
        say(f"There is no backup in {shown(backups_of(place))} yet. Make one with: interview-coach backup")


def _held(contents: "Contents", now: datetime) -> str:
    from interview_coach.cli.output import plural

    held = f"{plural(contents.cards, 'card')}, {plural(contents.reviews, 'rating')}"
    if contents.last is None:
        return held
    return f"{held}, the last on {where_it_is(now, contents.last):%Y-%m-%d %H:%M}"


@group.command("doctor")
@click.option("--rebuild", is_flag=True, help="Put every card where the log of ratings puts it.")
@json_option
@workspace_option
@click.pass_context
def doctor_command(context: click.Context, rebuild: bool, as_json: bool, workspace: str | None) -> None:
    """Check what is kept and repair what is safe. Exits with 1 if a problem is left."""
    from interview_coach.cli.output import print_json, say
    from interview_coach.coach.clock import make_clock
    from interview_coach.coach.doctor import examine
    from interview_coach.settings import load

    place = meant(context, workspace)
    with waiting() as tell:
        diagnosis = examine(place, load(place.root), make_clock(os.environ)(), rebuild=rebuild, tell=tell)
    if as_json:
        print_json(_shape(diagnosis))
    else:
        for check in diagnosis.checks:
            say(f"{check.status.value:<8}  {check.name:<11}  {check.message}")
            if check.hint:
                say(f"{'':<23}{check.hint}")
    if not diagnosis.is_well:
        sys.exit(1)


def _shape(diagnosis: "Diagnosis") -> dict[str, Any]:
    checks = [
        {"name": check.name, "status": check.status.value, "message": check.message, "hint": check.hint}
        for check in diagnosis.checks
    ]
    return {"schema": 1, "checks": checks, "rebuilt": diagnosis.rebuilt}
