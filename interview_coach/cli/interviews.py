"""`interviews`: what is to come, and which skills it asks for."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview_coach.cli.group import FilePath, group, json_option, opened, workspace_option
from interview_coach.cli.interview_lines import called, interview_shape, line, match_shape, skills_of, why
from interview_coach.errors import CoachError

if TYPE_CHECKING:
    from interview_coach.coach.coach import Coach
    from interview_coach.coach.interviews import Details, Interview


@group.group("interviews", invoke_without_command=True)
@json_option
@workspace_option
@click.pass_context
def interviews_command(context: click.Context, as_json: bool, workspace: str | None) -> None:
    """The interviews to come and those that are over; with a command, add or change one."""
    if context.invoked_subcommand is not None:
        context.obj = workspace or context.obj
        return
    _list(context, as_json, workspace)


@interviews_command.command("list")
@json_option
@workspace_option
@click.pass_context
def list_command(context: click.Context, as_json: bool, workspace: str | None) -> None:
    """The interviews to come, the next one first, then those that are over."""
    _list(context, as_json, workspace)


def _list(context: click.Context, as_json: bool, workspace: str | None) -> None:
    from interview_coach.cli.output import print_json, say
    from interview_coach.coach.interviews import listed, ready_for

    with opened(context, workspace) as coach:
        coach.sync()
        rows = [
            (row, ready_for(coach.database, coach.settings, row.interview) if row.days >= 0 else ())
            for row in listed(coach.database, coach.settings, coach.clock())
        ]
    if as_json:
        print_json({"schema": 1, "interviews": [interview_shape(row, ready) for row, ready in rows]})
        return
    for row, ready in rows:
        say(line(row.interview, row.days))
        say(f"      {skills_of(row.interview.details, ready)}")
    if not rows:
        say('No interview is noted. Add one with: interview-coach interviews add NAME DATE ("in 2 weeks")')


_description = click.option(
    "--description",
    type=FilePath(),
    metavar="FILE",
    help="The job description, a text file; - reads it from standard input.",
)


@interviews_command.command("add")
@click.argument("name")
@click.argument("when", metavar="DATE", nargs=-1, required=True)
@click.option("--company", default="", metavar="TEXT")
@click.option("--role", default="", metavar="TEXT")
@_description
@click.option(
    "--skill", "skills", multiple=True, metavar="NAME", help="A skill that it asks for; may be repeated."
)
@workspace_option
@click.pass_context
def add_command(
    context: click.Context,
    name: str,
    when: tuple[str, ...],
    company: str,
    role: str,
    description: Path | None,
    skills: tuple[str, ...],
    workspace: str | None,
) -> None:
    """Note an interview: NAME, and DATE as 2026-12-12, 12 Dec, friday or in 2 weeks.

    With a job description, the skills that it asks for are found in it. Without any, it is about all of them.
    """
    from interview_coach.coach.coverage import read_decks
    from interview_coach.coach.interviews import Details, add, day_of, skills_meant, suggested

    with opened(context, workspace) as coach:
        coach.sync()
        day = day_of(" ".join(when), coach.settings, coach.clock())
        text = _text_of(description)
        chosen = skills_meant(coach.database, skills)
        if text:
            chosen += suggested(text, read_decks(coach.workspace.decks))
        interview = add(coach.database, Details(name, day, company, role, text, chosen), coach.clock())
        _say_kept(coach, interview, had_description=bool(text))


@interviews_command.command("edit")
@click.argument("which")
@click.option("--name", metavar="TEXT")
@click.option("--date", "when", metavar="DATE")
@click.option("--company", metavar="TEXT")
@click.option("--role", metavar="TEXT")
@_description
@click.option("--add-skill", "put_in", multiple=True, metavar="NAME", help="May be repeated.")
@click.option("--drop-skill", "taken_out", multiple=True, metavar="NAME", help="May be repeated.")
@workspace_option
@click.pass_context
def edit_command(
    context: click.Context,
    which: str,
    name: str | None,
    when: str | None,
    company: str | None,
    role: str | None,
    description: Path | None,
    put_in: tuple[str, ...],
    taken_out: tuple[str, ...],
    workspace: str | None,
) -> None:
    """Change the interview WHICH, by its number or its name. Skills put in or dropped stay so."""
    from interview_coach.coach.coverage import read_decks
    from interview_coach.coach.interviews import day_of, edit, find, rematched, skills_meant

    with opened(context, workspace) as coach:
        coach.sync()
        interview = find(coach.database, coach.settings, which, coach.clock())
        details = _renamed(interview.details, name, company, role)
        if when is not None:
            details = replace(details, day=day_of(when, coach.settings, coach.clock()))
        if description is not None:
            text = _text_of(description)
            skills = rematched(details, text, read_decks(coach.workspace.decks))
            details = replace(details, description=text, skills=skills)
        dropped = skills_meant(coach.database, taken_out, details.skills)
        added = skills_meant(coach.database, put_in, details.skills)
        kept = tuple(skill for skill in details.skills if skill not in dropped)
        changed = edit(coach.database, interview, replace(details, skills=(*kept, *added)), coach.clock())
        _say_kept(coach, changed, had_description=description is not None)


def _renamed(details: "Details", name: str | None, company: str | None, role: str | None) -> "Details":
    return replace(
        details,
        name=details.name if name is None else name,
        company=details.company if company is None else company,
        role=details.role if role is None else role,
    )


@interviews_command.command("remove")
@click.argument("which")
@workspace_option
@click.pass_context
def remove_command(context: click.Context, which: str, workspace: str | None) -> None:
    """Remove the interview WHICH, by its number or its name."""
    from interview_coach.cli.output import say
    from interview_coach.coach.interviews import find, remove

    with opened(context, workspace) as coach:
        interview = find(coach.database, coach.settings, which, coach.clock())
        remove(coach.database, interview, coach.clock())
    say(f"Removed: {called(interview)}. To take it back: interview-coach interviews undo")


@interviews_command.command("undo")
@workspace_option
@click.pass_context
def undo_command(context: click.Context, workspace: str | None) -> None:
    """Take back the last thing done to interviews. A second undo takes the first back."""
    from interview_coach.cli.output import say
    from interview_coach.coach.interviews import undo

    with opened(context, workspace) as coach:
        done = undo(coach.database, coach.clock())
        if done is None:
            say("There is nothing to undo.")
        elif done.began is None:
            say(f"Taken out again: {called(done.ended)}.")
        else:
            _say_kept(coach, done.began, had_description=False)


@interviews_command.command("match")
@click.argument("which", required=False)
@_description
@json_option
@workspace_option
@click.pass_context
def match_command(
    context: click.Context, which: str | None, description: Path | None, as_json: bool, workspace: str | None
) -> None:
    """Which skills a job description asks for, and why: that of the interview WHICH, or of a file."""
    from interview_coach.cli.output import print_json
    from interview_coach.coach.coverage import read_decks
    from interview_coach.coach.interviews import Details, find, suggested, weighed

    if (which is None) == (description is None):
        raise CoachError("a match needs one description", "name an interview, or a file with --description")
    with opened(context, workspace) as coach:
        decks = read_decks(coach.workspace.decks)
        if which is not None:
            details = find(coach.database, coach.settings, which, coach.clock()).details
        else:
            text = _text_of(description)
            details = Details("", date.max, description=text, skills=suggested(text, decks))
    rows = weighed(details, decks)
    if as_json:
        skills = [
            {"skill": row.skill, "chosen": row.chosen, **match_shape(row.match)}
            for row in rows
            if row.chosen or row.match
        ]
        print_json({"schema": 1, "skills": skills})
        return
    from interview_coach.cli.output import say

    for row in rows:
        if row.chosen or row.match:
            say(f"{'x' if row.chosen else ' '} {row.skill}: {why(row.match)}")
    if not any(row.match for row in rows):
        say("No title, alias or keyword of your notes stands in that description.")


def _text_of(file: Path | None) -> str:
    """A description from a file, or from standard input for "-"; bounded, whatever it is."""
    from interview_coach.coach.interviews import MAX_DESCRIPTION

    if file is None:
        return ""
    if str(file) == "-":
        return sys.stdin.read(MAX_DESCRIPTION + 1).strip() if sys.stdin else ""
    try:
        with file.open(encoding="utf-8-sig") as text:
            return text.read(MAX_DESCRIPTION + 1).strip()
    except OSError as error:
        raise CoachError(f"{file}: {error.strerror}", "check the path") from error
    except UnicodeDecodeError as error:
        raise CoachError(f"{file}: no text in UTF-8", "save it as plain text, or paste it with -") from error


def _say_kept(coach: "Coach", interview: "Interview", *, had_description: bool) -> None:
    from interview_coach.cli.output import say
    from interview_coach.coach.coverage import read_decks
    from interview_coach.coach.interviews import weighed
    from interview_coach.recall.day import study_day

    today = study_day(coach.clock(), coach.settings.rollover_hour)
    say(line(interview, (interview.details.day - today).days))
    say(f"      {skills_of(interview.details)}")
    if had_description:
        for row in weighed(interview.details, read_decks(coach.workspace.decks)):
            if row.match is not None:
                say(f"  {'x' if row.chosen else ' '} {row.skill}: {why(row.match)}")
        number = interview.interview_id
        say(f"To correct it: interview-coach interviews edit {number} --add-skill NAME --drop-skill NAME")
