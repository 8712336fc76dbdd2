"""The library in commands: `skills`, `search`, and what `cards` does to a card outside practice."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from interview_coach.cli.group import group, json_option, opened, workspace_option
from interview_coach.cli.identity import cards_command

if TYPE_CHECKING:
    from interview_coach.coach.library import History, Skill
    from interview_coach.coach.searching import Hit

_MARKED_BY = ("suspend", "resume", "flag", "unflag", "reset")
_HELP = {
    "suspend": "Take cards out until they are resumed.",
    "resume": "Take suspended cards back in.",
    "flag": "Flag cards as ones to work on.",
    "unflag": "Take the flag off cards.",
    "reset": "Let cards be learnt anew, as if never seen. Their log stays, and cards undo takes it back.",
}
_DONE = {
    "suspend": "Suspended",
    "resume": "Taken back in",
    "flag": "Flagged",
    "unflag": "Flag taken off",
    "reset": "To be learnt anew",
}


@group.command("skills")
@json_option
@workspace_option
@click.pass_context
def skills_command(context: click.Context, as_json: bool, workspace: str | None) -> None:
    """Every skill with its cards and how well they are remembered now."""
    from interview_coach.cli.output import plural, print_json, say
    from interview_coach.coach.library import Library, readiness_of, recall_of
    from interview_coach.recall.readiness import percent

    with opened(context, workspace) as coach:
        coach.sync()
        skills = Library(coach.database, coach.settings, coach.clock).skills()
    if as_json:
        print_json({"schema": 1, "skills": [_skill_shape(skill) for skill in skills]})
        return
    for skill in skills:
        counts, ready, recall = skill.counts, readiness_of(skill.counts), recall_of(skill.counts)
        known = "not practised yet"
        if ready is not None and recall is not None:
            known = f"{percent(ready)} ready, {percent(recall)} on the {counts.practised} practised"
        told = (
            (counts.due, "due"),
            (counts.new, "new"),
            (counts.suspended, "suspended"),
            (counts.flagged, "flagged"),
            (counts.missing, "missing"),
        )
        more = "".join(f", {number} {word}" for number, word in told if number)
        say(f"{skill.title}  ({skill.path})")
        say(f"  {known}; {plural(counts.cards, 'card')}{more}")
    if not skills:
        say("There are no skill notes in decks/ yet. interview-coach new NAME begins one.")


@group.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, metavar="N", help="At most N finds (20).")
@json_option
@workspace_option
@click.pass_context
def search_command(
    context: click.Context, words: tuple[str, ...], limit: int, as_json: bool, workspace: str | None
) -> None:
    """Search skills, questions, answers and notes for WORDS, the last as the beginning of a word.

    A phrase stands in quotation marks: interview-coach search '"on call"'.
    """
    from contextlib import closing

    from interview_coach.cli.output import one_line, print_json, say
    from interview_coach.coach.searching import Search

    with opened(context, workspace) as coach:
        coach.sync()
        with closing(Search(coach.database, coach.workspace.decks, coach.settings)) as search:
            search.renew()
            hits = search.find(" ".join(words), coach.clock(), limit)
            why_nothing = "" if hits else search.why_nothing()
    if as_json:
        print_json({"schema": 1, "hits": [_hit_shape(hit) for hit in hits]})
        return
    for hit in hits:
        place = f"{hit.path}:{hit.line}: "
        if hit.card is None:
            say(f"{place}note: {hit.excerpt.text}")
            continue
        place += f"card {hit.card.stored.card_id}: "
        say(place + one_line(hit.card.stored.card.prompt, len(place)))
        if hit.in_answer:
            say(f"    {one_line(hit.excerpt.text, 4)}")
    if why_nothing:
        say(why_nothing)


@cards_command.command("history")
@click.argument("card_id", metavar="ID", type=int)
@click.option("--limit", type=click.IntRange(min=1), default=50, metavar="N", help="The last N (50).")
@json_option
@workspace_option
@click.pass_context
def history_command(
    context: click.Context, card_id: int, limit: int, as_json: bool, workspace: str | None
) -> None:
    """The history of card ID: its ratings, its answers, and what was done to it, the newest first."""
    from interview_coach.cli.output import print_json
    from interview_coach.coach.library import Library

    with opened(context, workspace) as coach:
        coach.sync()
        history = Library(coach.database, coach.settings, coach.clock).history(card_id, limit=limit)
    if as_json:
        print_json(_history_shape(history))
    else:
        _print_history(history)


def _marking(deed: str) -> Callable[..., None]:
    @cards_command.command(deed, help=_HELP[deed])
    @click.argument("card_ids", metavar="ID...", nargs=-1, required=True, type=int)
    @workspace_option
    @click.pass_context
    def command(context: click.Context, card_ids: tuple[int, ...], workspace: str | None) -> None:
        from interview_coach.cli.output import plural, say
        from interview_coach.coach.library import Deed, Library

        with opened(context, workspace) as coach:
            coach.sync()
            library = Library(coach.database, coach.settings, coach.clock)
            done = library.do(Deed(deed), card_ids)
            library.close()
        rest = len(card_ids) - done
        say(f"{_DONE[deed]}: {plural(done, 'card')}." + (f" {rest} so already." if rest else ""))
        if done:
            say("To take it back: interview-coach cards undo")

    return command


for _deed in _MARKED_BY:
    _marking(_deed)


@cards_command.command("undo")
@workspace_option
@click.pass_context
def undo_command(context: click.Context, workspace: str | None) -> None:
    """Take back the last thing that a command or the library did to a card; again, for the one before."""
    from interview_coach.cli.output import one_line, say
    from interview_coach.coach.library import Library

    with opened(context, workspace) as coach:
        coach.sync()
        library = Library(coach.database, coach.settings, coach.clock)
        undone = library.undo()
        library.close()
    if undone is None:
        say("There is nothing to undo. A rating is taken back with u, in practice or on Today.")
        return
    deed, listed = undone
    card = listed.stored.card
    say(f"Undone: {deed.value} of card {listed.stored.card_id}: {one_line(card.prompt, 40)}")


def _print_history(history: "History") -> None:
    from interview_coach.cli.output import one_line, say
    from interview_coach.recall.readiness import percent

    stored = history.card.stored
    recall = "" if history.recall is None else f", recall {percent(history.recall)} today"
    card, status = stored.card, history.card.status.value
    say(f"Card {stored.card_id}, {card.skill}, {card.kind.value}, {status}{recall}")
    say(one_line(stored.card.prompt))
    events = [
        *((each.at, _review_line(each.mode, each.rating.name, undone=each.undone)) for each in history.reviews),
        *((each.at, f"answer, {each.attempt.way}, {each.attempt.words} words") for each in history.attempts),
        *(
            (
                each.at,
                f"{each.mark.value.split('_')[0]} {'on' if each.value else 'off'}{', undone' * each.undone}",
            )
            for each in history.marks
        ),
    ]
    for at, what in sorted(events, key=lambda event: event[0], reverse=True):
        say(f"  {at.astimezone():%Y-%m-%d %H:%M}  {what}")
    if not events:
        say("  Nothing yet.")


def _review_line(mode: str, rating: str, *, undone: bool) -> str:
    what = "reset" if mode == "reset" else rating.capitalize() + ("" if mode == "practice" else f" ({mode})")
    return what + (", undone" if undone else "")


def _skill_shape(skill: "Skill") -> dict[str, Any]:
    from interview_coach.coach.library import readiness_of, recall_of

    counts = skill.counts
    return {
        "note": skill.path,
        "skill": skill.title,
        "status": skill.status,
        "recall": recall_of(counts),
        "readiness": readiness_of(counts),
        **{
            name: getattr(counts, name)
            for name in ("cards", "new", "due", "practised", "buried", "suspended", "flagged", "missing")
        },
    }


def _hit_shape(hit: "Hit") -> dict[str, Any]:
    return {
        "note": hit.path,
        "line": hit.line,
        "skill": hit.skill,
        "card_id": None if hit.card is None else hit.card.stored.card_id,
        "kind": None if hit.card is None else hit.card.stored.card.kind.value,
        "status": None if hit.card is None else hit.card.status.value,
        "excerpt": hit.excerpt.text,
        "places": [list(span) for span in hit.excerpt.spans],
    }


def _history_shape(history: "History") -> dict[str, Any]:
    stored = history.card.stored
    return {
        "schema": 1,
        "card_id": stored.card_id,
        "skill": stored.card.skill,
        "prompt": stored.card.prompt,
        "status": history.card.status.value,
        "recall": history.recall,
        "reviews": [
            {
                "time": each.at.isoformat(timespec="milliseconds"),
                "study_day": each.day.isoformat(),
                "rating": None if each.mode == "reset" else int(each.rating),
                "mode": each.mode,
                "duration_ms": each.duration,
                "prompt": each.prompt,
                "undone": each.undone,
            }
            for each in history.reviews
        ],
        "answers": [
            {
                "time": each.at.isoformat(timespec="milliseconds"),
                "study_day": each.study_day.isoformat(),
                "way": each.attempt.way,
                "mode": each.attempt.mode,
                "words": each.attempt.words,
                "duration_ms": each.attempt.duration,
                "hit": sum(point.hit for point in each.attempt.points),
                "points": len(each.attempt.points),
            }
            for each in history.attempts
        ],
        "marks": [
            {
                "time": each.at.isoformat(timespec="milliseconds"),
                "mark": each.mark.value,
                "value": each.value,
                "undone": each.undone,
            }
            for each in history.marks
        ],
    }
