"""The commands that move what is kept out of the workspace and into it: export, import, merge."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from interview_coach.cli.group import FilePath, group, opened, workspace_option
from interview_coach.cli.waiting import waiting
from interview_coach.telling import Tell, silent

if TYPE_CHECKING:
    from interview_coach.coach.coach import Coach
    from interview_coach.coach.merging import Merged

PACKAGE = "interview-coach.apkg"
NOTES = "Reading notes"


@group.command("export")
@click.argument("form", metavar="{json|csv|apkg|md}", type=click.Choice(["json", "csv", "apkg", "md"]))
@click.argument("file", metavar="[FILE]", required=False, type=FilePath())
@click.option("--force", is_flag=True, help="Write over FILE where it is there already.")
@workspace_option
@click.pass_context
def export_command(
    context: click.Context, form: str, file: Path | None, force: bool, workspace: str | None
) -> None:
    """Write out what is kept, to FILE or to standard output.

    json: everything, as `import` brings it back. csv: the reviews. md: the cards, to read. apkg: the cards with
    their schedule for Anki (to interview-coach.apkg where no FILE is named).
    """
    from interview_coach.cli.output import tell

    as_kept = form in ("json", "csv")
    with opened(context, workspace, to_read=as_kept) as coach, _waiting_for(form, file) as progress:
        if not as_kept:
            coach.sync(partial(progress, NOTES))  # the cards of today
        if form == "apkg":
            done = _export_package(coach, file or Path(PACKAGE), progress, replace=force)
        else:
            done = _export_text(_writer(coach, form, progress), file, replace=force)
    if done:
        tell(done)


def _waiting_for(form: str, file: Path | None) -> AbstractContextManager[Tell]:
    """Where what is written goes to a terminal itself, a line that says how far it is would stand among it."""
    to_terminal = form != "apkg" and (file is None or str(file) == "-") and sys.stdout.isatty()
    return nullcontext(silent) if to_terminal else waiting()


def _writer(coach: "Coach", form: str, progress: Tell) -> Callable[[TextIO], None]:
    from interview_coach.coach import moving_out

    if form == "json":
        return lambda out: moving_out.write_json(coach.database, coach.clock(), out, progress)
    if form == "csv":
        return lambda out: moving_out.write_csv(coach.database, out, progress)
    return lambda out: moving_out.write_markdown(coach.database, coach.settings, coach.clock(), out, progress)


def _export_text(write: Callable[[TextIO], None], file: Path | None, *, replace: bool) -> str:
    """Gives what there is to say about it; nothing where it went to standard output."""
    from interview_coach.cli.output import shown
    from interview_coach.coach.moving_out import to_file

    if file is None or str(file) == "-":
        write(sys.stdout)
        return ""
    to_file(file, write, replace=replace)
    return f"Written: {shown(file)}"


def _export_package(coach: "Coach", file: Path, progress: Tell, *, replace: bool) -> str:
    from interview_coach.cli.output import plural, shown
    from interview_coach.coach.apkg import write_apkg
    from interview_coach.coach.moving_out import written

    with written(file, replace=replace) as made:
        number = write_apkg(coach.database, coach.settings, coach.clock(), made, progress)
    return f"Written: {shown(file)} ({plural(number, 'card')}); open it in Anki with File > Import"


@group.command("import")
@click.argument("file", type=FilePath())
@workspace_option
@click.pass_context
def import_command(context: click.Context, file: Path, workspace: str | None) -> None:
    """Bring in what `export json` wrote, or reviews from a JSON or CSV file.

    The database is backed up first. Exits with 1 where the card of a review is not here.
    """
    from interview_coach.cli.output import one_line, plural, say, shown, tell
    from interview_coach.coach.moving_in import BroughtBack, Imported, import_file

    with opened(context, workspace) as coach, waiting() as progress:
        read_notes = partial(coach.sync, partial(progress, NOTES))
        done = import_file(coach.database, coach.settings, file, coach.clock(), progress, read_notes)
    if isinstance(done, BroughtBack):
        say(f"Brought back {plural(done.cards, 'card')} with {plural(done.reviews, 'review')}.")
    elif not isinstance(done, Imported):
        _say_merged(done)
    else:
        say(f"Added {plural(done.reviews, 'review')}; {done.known} were here already.")
        if done.backup is not None:
            say(f"The database as it was before: {shown(done.backup)}")
        for each in done.unmatched[:20]:
            tell(f"No such card: {one_line(each, 120)}")
        if done.unmatched:
            tell(f"{plural(len(done.unmatched), 'review')} left out: their cards are not here, or not clear.")
            sys.exit(1)


@group.command("merge")
@click.argument("other", metavar="OTHER.DB", type=FilePath())
@workspace_option
@click.pass_context
def merge_command(context: click.Context, other: Path, workspace: str | None) -> None:
    """Join another machine's database to this one: every review counts once.

    OTHER.DB is its data/coach.db, or a backup of it; it is only read. This database is backed up first.
    """
    from interview_coach.coach.merging import merge

    with opened(context, workspace) as coach, waiting() as progress:
        coach.sync(partial(progress, NOTES))
        done = merge(coach.database, coach.settings, other, coach.clock(), progress)
        coach.sync(partial(progress, NOTES))
    _say_merged(done)


def _say_merged(done: "Merged") -> None:
    from interview_coach.cli.output import plural, say, shown

    say(f"Added {plural(done.reviews, 'review')}; {done.known} were here already.")
    if done.undone:
        say(f"{plural(done.undone, 'review')} undone there are undone here too.")
    if done.cards:
        say(f"{plural(done.cards, 'card')} came along that no note here held.")
    say(f"The database as it was before: {shown(done.backup)}")
