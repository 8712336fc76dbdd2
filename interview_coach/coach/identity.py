"""Identity by hand: a card's history goes on under another card's text, or is taken apart from its own."""

from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection

from interview_coach.coach.replay import Replay
from interview_coach.errors import CoachError
from interview_coach.settings import Settings
from interview_coach.store import belongings, cards, links, log
from interview_coach.store.cards import StoredCard
from interview_coach.store.codec import to_ms
from interview_coach.store.database import Database
from interview_coach.store.links import Link

__all__ = ["Link", "Parted", "candidates", "latest_links", "link_of", "relink", "split"]

_LIST = "interview-coach cards lists the cards with their numbers, the missing ones too"


@dataclass(frozen=True, slots=True)
class Parted:
    """What a split left: `old` has the old text and the history, `new` the text of before the split."""

    old: StoredCard
    new: StoredCard


def latest_links(database: Database, limit: int) -> list[Link]:
    """The latest matches that changed a card's text or note, newest first."""
    return links.latest(database.connection, limit)


def link_of(database: Database, card_id: int) -> Link | None:
    """The last link of a card that can be taken apart; None where it has none."""
    return links.open_link(database.connection, card_id)


def candidates(database: Database, card_id: int, limit: int) -> list[int]:
    """The cards that may have a missing card's text now, by their prompts: of its own note first, then the
    likeliest of all notes. For a thread of its own. Raises CoachError where there is no such card.
    """
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import extract

    old = _load(database.connection, card_id)
    rows = cards.texts_of_kind(database.connection, old.card.kind)
    own = {each: prompt for each, note_id, prompt in rows if note_id == old.note_id}
    others = {each: prompt for each, note_id, prompt in rows if note_id != old.note_id}
    ranked: list[int] = []
    for prompts in (own, others):
        near = extract(old.card.prompt, prompts, scorer=token_set_ratio, limit=limit - len(ranked))
        ranked += [key for _, _, key in near]
    return ranked


def relink(database: Database, settings: Settings, old: int, new: int, now: datetime) -> StoredCard:
    """The history of card `old` goes on under the text of card `new`, together with `new`'s own and its marks.

    `new`'s number takes the old text, without a history. `split` undoes it. Where a split left the two,
    that is undone: the link holds again, and a card that the split had made is no more. Raises CoachError where
    there is no such card, or the two are not of one kind.
    """
    with database.transaction() as connection:
        one, other = _load(connection, old), _load(connection, new)
        if old == new:
            raise CoachError(f"card {old} is linked to itself already", "name two cards")
        if one.card.kind is not other.card.kind:
            raise CoachError(
                f"card {old} is a {one.card.kind.value}, card {new} a {other.card.kind.value}",
                "link two cards of one kind",
            )
        given = belongings.of_card(connection, new)
        parted = links.parting(connection, old, new)
        if parted is None:
            links.link_by_hand(connection, old, new, given, to_ms(now))
        links.exchange(connection, old, new)
        belongings.give(connection, given, old)
        if parted is not None:
            links.reopen(connection, parted, given)
        _replay(connection, settings, old, new)
        return _load(connection, old)


def split(database: Database, settings: Settings, card_id: int, now: datetime) -> Parted:
    """Takes a card's last link apart: its text becomes a card of its own, and its history stays with the old
    text, which is missing until a note has it again.

    Ratings and marks given under the present text since the link go with that text, and so does what `relink`
    had brought along. `relink` undoes it. Raises CoachError where there is no such card, or no link.
    """
    with database.transaction() as connection:
        _load(connection, card_id)
        link = links.open_link(connection, card_id)
        if link is None:
            raise CoachError(
                f"card {card_id} was never linked to another text, or all its links are taken apart",
                "interview-coach cards links lists the latest",
            )
        with_new = belongings.since(connection, link.link_id) | belongings.brought(connection, link.link_id)
        if link.other_id is None:
            other = links.part(connection, link, to_ms(now))
        else:
            other = link.other_id
            links.exchange(connection, card_id, other)
        belongings.give(connection, with_new, other)
        links.take_apart(connection, link.link_id, other, to_ms(now))
        _replay(connection, settings, card_id, other)
        return Parted(_load(connection, card_id), _load(connection, other))


def _load(connection: Connection, card_id: int) -> StoredCard:
    stored = cards.load(connection, card_id)
    if stored is None:
        raise CoachError(f"there is no card {card_id}", _LIST)
    return stored


def _replay(connection: Connection, settings: Settings, *card_ids: int) -> None:
    """The log says what is known of the recall of each card that there is now."""
    replay = Replay(connection, settings)
    for card_id in card_ids:
        stored = cards.load(connection, card_id)
        if stored is not None:
            memory = replay.memory(log.standing(connection, card_id), stored.seed)
            cards.put_memory(connection, card_id, memory, expected=None)
