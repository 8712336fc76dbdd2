"""`mock` and `brief`: an interview against the clock, and what to read the day before one."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from interview_coach.cli.group import group, need_terminal, opened, workspace_option

if TYPE_CHECKING:
    from interview_coach.coach.coach import Coach
    from interview_coach.coach.mock.setup import Setup


@group.command("mock")
@click.option("--plain", is_flag=True, help="Plain lines, no screen: for screen readers and scripts.")
@click.option("--questions", type=click.IntRange(1, 20), metavar="N", help="How many questions.")
@click.option("--think", type=click.IntRange(0, 600), metavar="S", help="Seconds to think before each answer.")
@click.option("--answer", type=click.IntRange(10, 3600), metavar="S", help="Seconds until the red light.")
@click.option("--profile", type=click.Choice(["answer", "introduction", "deep", "thirty"]), help="Which clock.")
@click.option("--follow-ups/--no-follow-ups", default=None, help="One question after each answer, or none.")
@click.option("--tough/--kind", default=None, help="Follow-ups put by somebody who doubts, or not.")
@click.option(
    "--seed", type=click.IntRange(0, 2**31 - 1), metavar="N", help="The same seed asks the same again."
)
@click.option("--skill", multiple=True, metavar="NAME", help="Only questions of this skill; may be repeated.")
@click.option("--interview", metavar="NAME", help="Only questions of an interview's skills.")
@click.option("--list", "listing", is_flag=True, help="The interviews that were sat.")
@click.option("--report", type=int, metavar="NUMBER", help="The report of one of them again.")
@workspace_option
@click.pass_context
def mock_command(
    context: click.Context,
    plain: bool,
    questions: int | None,
    think: int | None,
    answer: int | None,
    profile: str | None,
    follow_ups: bool | None,
    tough: bool | None,
    seed: int | None,
    skill: tuple[str, ...],
    interview: str | None,
    listing: bool,
    report: int | None,
    workspace: str | None,
) -> None:
    """Sit a mock interview: questions against the clock, follow-ups, then a debrief and a report.

    With --plain: type an answer, a line with a single dot ends it; q leaves, to be gone on with.
    """
    if not (plain or listing or report is not None):
        need_terminal("mock --plain")
    with opened(context, workspace) as coach:
        if listing or report is not None:
            _look_back(coach, report)
            return
        coach.sync()
        chosen = {
            "questions": questions,
            "think": think,
            "answer": answer,
            "profile": profile,
            "follow_ups": follow_ups,
            "tough": tough,
            "seed": seed,
        }
        setup = _setup(coach, chosen, skill, interview)
        if not plain:
            _open_screens(coach, setup)
            return
        from interview_coach.cli.commands import back_up
        from interview_coach.cli.mock_plain import sit

        try:
            sit(coach, setup, sys.stdin or ())
        finally:
            back_up(coach)


def _setup(
    coach: "Coach", chosen: Mapping[str, object], skills: tuple[str, ...], interview: str | None
) -> "Setup":
    """What was chosen last, with what the options choose in its place."""
    from interview_coach.coach.interviews import find, skills_meant
    from interview_coach.coach.mock.setup import last_choice

    setup = last_choice(coach.database, coach.settings)
    given: dict[str, object] = {name: value for name, value in chosen.items() if value is not None}
    if "profile" in given:
        given.setdefault("answer", None)
    if interview is not None:
        details = find(coach.database, coach.settings, interview, coach.clock()).details
        given |= {"interview": details.name, "skills": details.skills}
    if skills:
        given["skills"] = skills_meant(coach.database, skills)
    return replace(setup, **given)  # type: ignore[arg-type] # by name, from options that have the kinds


def _open_screens(coach: "Coach", setup: "Setup") -> None:
    from interview_coach.tui.app import run

    run(coach, start="mock", about=setup)


def _look_back(coach: "Coach", number: int | None) -> None:
    from interview_coach.cli.mock_lines import say_past, say_report
    from interview_coach.coach.mock.past import past, report

    if number is None:
        say_past(past(coach.database))
    else:
        say_report(report(coach.database, coach.settings, coach.clock, number), coach.settings)


@group.command("brief")
@click.option("--plain", is_flag=True, help="Plain lines, no screen.")
@click.option("--interview", metavar="NAME", help="For this interview; else for the next one.")
@click.option("--skill", multiple=True, metavar="NAME", help="For this skill; may be repeated.")
@workspace_option
@click.pass_context
def brief_command(
    context: click.Context, plain: bool, interview: str | None, skill: tuple[str, ...], workspace: str | None
) -> None:
    """What to read the day before: openers, numbers, the weakest points; one screen, one minute."""
    with opened(context, workspace) as coach:
        if not plain:
            need_terminal("brief --plain")
            _open_brief(coach, interview, skill)
            return
        from interview_coach.cli.mock_lines import say_brief
        from interview_coach.coach.brief import brief

        coach.sync()
        say_brief(brief(coach.database, coach.settings, coach.clock(), interview=interview or "", skills=skill))


def _open_brief(coach: "Coach", interview: str | None, names: tuple[str, ...]) -> None:
    from interview_coach.coach.interviews import find, skills_meant
    from interview_coach.coach.mock.setup import Setup
    from interview_coach.tui.app import run

    if names:
        coach.sync()
    skills = skills_meant(coach.database, names)
    if interview is not None:
        details = find(coach.database, coach.settings, interview, coach.clock()).details
        about = Setup(skills=skills or details.skills, interview=details.name)
    else:
        about = Setup(skills=skills)
    run(coach, start="brief", about=about)
