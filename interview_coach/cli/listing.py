"""`cards` and `due` for people."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from interview_coach.cards.prompts import without_skill
from interview_coach.cli.output import one_line, plural, say
from interview_coach.coach.day import Today
from interview_coach.coach.listing import CardStatus, DueCard, ListedCard
from interview_coach.coach.plan import Changes
from interview_coach.recall.readiness import percent

if TYPE_CHECKING:
    from interview_coach.coach.identity import Link


def print_cards(cards: Iterable[ListedCard], changes: Changes) -> None:
    """A line a card, under the skill it belongs to."""
    skill, some_missing = None, False
    for each in cards:
        card = each.stored.card
        some_missing |= each.status is CardStatus.MISSING
        if card.skill != skill:
            skill = card.skill
            say(f"{skill}  ({each.stored.path})")
        due = "new" if each.due_day is None else each.due_day.isoformat()
        state = f"{card.kind.value:<10}  {each.status.value:<9}  {due:<10}"
        say(f"  {each.stored.card_id:>5}  {state}  {one_line(without_skill(card.prompt, skill), 44)}")
    counts = (
        f"{changes.new} new, {changes.kept} kept, {changes.relinked} relinked, "
        f"{changes.missing} missing, {changes.revived} back again"
    )
    say(f"Cards: {counts}.")
    if changes.relinked:
        say("Which were relinked, and how to take one apart: interview-coach cards links")
    if changes.new and changes.missing and some_missing:
        say("If a new one is a missing one reworded, its history goes on: interview-coach cards relink OLD NEW")
    if skill is None:
        say("There are no cards yet. interview-coach new NAME begins a note; put it into decks/.")


def print_links(links: "Sequence[Link]") -> None:
    """Three lines a link: when and how, what the card said before, what it says since."""
    for link in links:
        apart = "" if link.taken_apart_at is None else ", taken apart since"
        say(f"{link.at.astimezone():%Y-%m-%d %H:%M}  card {link.card_id}, {link.how}{apart}")
        say(f"  was: {one_line(link.old.prompt, 40)}  ({link.old.note})")
        say(f"  now: {one_line(link.new.prompt, 40)}  ({link.new.note})")
    if links:
        say("To take the last link of a card apart: interview-coach cards split ID")
    else:
        say("No card was known again under another text or in another note.")


def say_why_nothing(today: Today) -> None:
    """When cards come next; or, where there are none, what to do about it."""
    if today.ready_at is not None:
        say(f"The next card is ready at {today.ready_at:%H:%M}.")
    elif today.later is not None:
        day, number = today.later
        say(f"Next: {plural(number, 'card')} on {day.isoformat()}.")
    elif not today.cards:
        say("There are no skill notes in decks/ yet. interview-coach new NAME begins one.")
    if today.resting:
        say(f"{today.resting}. What was learnt is kept, and goes on when the text is back.")


def print_due(today: Today, cards: Sequence[DueCard]) -> None:
    """The day in a sentence, then its cards in their order."""
    if not cards:
        say(f"{today.study_day.isoformat()}: nothing is due.")
        say_why_nothing(today)
        return
    parts = [(today.learning, "in steps"), (today.due, "due"), (today.new, "new")]
    held = ", ".join(f"{number} {word}" for number, word in parts if number)
    say(f"{today.study_day.isoformat()}: {held}; {today.how_long}.")
    for each in cards:
        recall = "new" if each.recall is None else percent(each.recall)
        place = f"  {recall:>5}  {each.skill}, {each.kind.value}: "
        say(place + one_line(without_skill(each.prompt, each.skill), len(place)))
