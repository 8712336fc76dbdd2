"""`cards`, and its commands for saying by hand which card is which."""

import click

from interview_coach.cli.group import group, json_option, opened, workspace_option


@group.group("cards", invoke_without_command=True)
@json_option
@workspace_option
@click.pass_context
def cards_command(context: click.Context, as_json: bool, workspace: str | None) -> None:
    """Every card with its state, after reading what changed in the notes.

    With a command: say by hand which card is which.
    """
    if context.invoked_subcommand is not None:
        context.obj = workspace or context.obj
        return
    from interview_coach.cli.listing import print_cards
    from interview_coach.cli.output import print_json
    from interview_coach.cli.shapes import cards_shape

    with opened(context, workspace) as coach:
        synced = coach.sync()
        if as_json:
            print_json(cards_shape(coach.cards(), synced.changes))
        else:
            print_cards(coach.cards(kept=True), synced.changes)


@cards_command.command("links")
@click.option("--limit", type=click.IntRange(min=1), default=50, metavar="N", help="At most N of them (50).")
@json_option
@workspace_option
@click.pass_context
def links_command(context: click.Context, limit: int, as_json: bool, workspace: str | None) -> None:
    """The latest cards known again under another text or in another note, newest first."""
    from interview_coach.cli.listing import print_links
    from interview_coach.cli.output import print_json
    from interview_coach.cli.shapes import links_shape
    from interview_coach.coach.identity import latest_links

    with opened(context, workspace) as coach:
        coach.sync()
        found = latest_links(coach.database, limit)
    if as_json:
        print_json(links_shape(found))
    else:
        print_links(found)


@cards_command.command("relink")
@click.argument("old", type=int)
@click.argument("new", type=int)
@workspace_option
@click.pass_context
def relink_command(context: click.Context, old: int, new: int, workspace: str | None) -> None:
    """Let the history of card OLD go on under the text of card NEW, with NEW's own ratings.

    Undone by: cards split OLD.
    """
    from interview_coach.cli.output import one_line, plural, say
    from interview_coach.coach.identity import relink

    with opened(context, workspace) as coach:
        coach.sync()
        stored = relink(coach.database, coach.settings, old, new, coach.clock())
    reviews = plural(stored.memory.reps, "review")
    say(f"Card {old}, {reviews}, now asks: {one_line(stored.card.prompt, 60)}")
    say(f"To undo it: interview-coach cards split {old}")


@cards_command.command("split")
@click.argument("card_id", metavar="ID", type=int)
@workspace_option
@click.pass_context
def split_command(context: click.Context, card_id: int, workspace: str | None) -> None:
    """Take apart how card ID was last known again: its text becomes a card of its own.

    The history stays with the old text, which is missing until a note has it again.
    """
    from interview_coach.cli.output import one_line, plural, say
    from interview_coach.coach.identity import split

    with opened(context, workspace) as coach:
        coach.sync()
        parted = split(coach.database, coach.settings, card_id, coach.clock())
    for stored in (parted.old, parted.new):
        reviews = plural(stored.memory.reps, "review")
        missing = ", in no note" if stored.missing_since is not None else ""
        say(f"Card {stored.card_id}, {reviews}{missing}: {one_line(stored.card.prompt, 60)}")
    say(f"To undo it: interview-coach cards relink {card_id} {parted.new.card_id}")
