"""`optimize`: the schedule fitted to the person's own log."""

import sys
from typing import TYPE_CHECKING, Any

import click

from interview_coach.cli.group import group, json_option, opened, workspace_option

if TYPE_CHECKING:
    from interview_coach.coach.fitting import Fit

_STAGES = {
    "reading": "Reading the log",
    "fitting": "Fitting to the older reviews",
    "measuring": "Measuring on the reviews held back",
}


@group.command("optimize")
@click.option("--undo", "take_back", is_flag=True, help="Go back to the weights before the last fit.")
@json_option
@workspace_option
@click.pass_context
def optimize_command(context: click.Context, take_back: bool, as_json: bool, workspace: str | None) -> None:
    """Fit the schedule to how you forget, from 1,000 reviews on.

    A review counts when it tells of forgetting: its card was rated on a day before. It learns from the older
    ones and is measured on the newest; what it found is taken only where it predicts those better. Cards stay
    due when they are: it counts from the next rating of each. Needs the extra "optimize".
    """
    from interview_coach.cli.output import print_json, say
    from interview_coach.coach.fitting import fit, undo

    with opened(context, workspace) as coach:
        if take_back:
            kept = undo(coach.database)
            if as_json:
                print_json({"schema": 1, "undone": kept is not None})
            elif kept is None:
                say("Nothing was fitted; the schedule has FSRS's own weights.")
            else:
                say(f"The fit of {kept.at.astimezone():%Y-%m-%d} is taken back, from the next ratings on.")
            return
        found = fit(coach.database, coach.settings, coach.clock(), _Stages(quiet=as_json))
    if found is None:
        return
    if as_json:
        print_json(_shape(found))
    else:
        _print(found)


class _Stages:
    """Says each stage once, on standard error."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._last = ""

    def __call__(self, stage: str, _seconds: float) -> None:
        if stage != self._last and not self._quiet:
            sys.stderr.write(f"{_STAGES[stage]} ...\n")
        self._last = stage


def _print(found: "Fit") -> None:
    from interview_coach.cli.output import say

    say(f"Fitted to {found.reviews:,} reviews, measured on the {found.held:,} newest.")
    say(f"Log loss: {found.before:.4f} before, {found.after:.4f} fitted; lower predicts better.")
    if found.is_gain:
        say("It predicts you better, and counts from the next ratings on.")
        say("To take it back: interview-coach optimize --undo")
    else:
        say("That is no gain that chance alone would not make; the schedule is as it was.")


def _shape(found: "Fit") -> dict[str, Any]:
    return {
        "schema": 1,
        "taken": found.is_gain,
        "reviews": found.reviews,
        "held_back": found.held,
        "log_loss_before": found.before,
        "log_loss_after": found.after,
        "standard_errors": found.sure,
        "parameters": list(found.parameters),
    }
