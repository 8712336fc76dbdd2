"""`weak` and `stats`: what needs work, and what practice has come to."""

from datetime import datetime

import click

from interview_coach.cli.group import group, json_option, opened, workspace_option

REASONS = ("rubric_low", "metric_missed", "overtime", "lapses", "recall", "abandoned", "flagged")


@group.command("weak")
@click.option("--skill", metavar="NAME", help="Only the answers of this skill.")
@click.option("--reason", type=click.Choice(REASONS), help="Only the answers that are weak for this reason.")
@json_option
@workspace_option
@click.pass_context
def weak_command(
    context: click.Context, skill: str | None, reason: str | None, as_json: bool, workspace: str | None
) -> None:
    """The answers that need work, each with its reasons, after reading what changed in the notes.

    An answer leaves the list after good answers on two different study days.
    """
    from interview_coach.cli.output import print_json
    from interview_coach.cli.progress_output import print_weak
    from interview_coach.cli.progress_shapes import weak_shape
    from interview_coach.coach.weak import Code

    with opened(context, workspace) as coach:
        coach.sync()
        found = coach.weak().only(
            note_ids=None if skill is None else coach.notes_of_skill(skill),
            code=None if reason is None else Code(reason),
        )
    if as_json:
        print_json(weak_shape(found))
    else:
        print_weak(found)


@group.command("stats")
@click.option(
    "--on",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day to predict each skill's readiness for, like 2026-03-01. Default: today.",
)
@json_option
@workspace_option
@click.pass_context
def stats_command(context: click.Context, on: datetime | None, as_json: bool, workspace: str | None) -> None:
    """What practice has come to: days, streak, true retention, forecast, and how ready each skill is."""
    from interview_coach.cli.output import print_json
    from interview_coach.cli.progress_output import print_stats
    from interview_coach.cli.progress_shapes import stats_shape

    with opened(context, workspace) as coach:
        coach.sync()
        found = coach.statistics(None if on is None else on.date())
    if as_json:
        print_json(stats_shape(found))
    else:
        print_stats(found)
