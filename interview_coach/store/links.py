"""Links: each time a card was known again under another text or in another note, and the way back."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from interview_coach.cards.fingerprint import fingerprint, seed
from interview_coach.store.belongings import Belongings
from interview_coach.store.codec import from_ms

if TYPE_CHECKING:
    from interview_coach.cards.reconcile import Made

BY_HAND = "by hand"

# What a card says and where: all that comes from a note. The rest of a card is what was learnt.
_PLACE = ("kind", "slot", "position", "skill", "line")
_TEXTS = ("prompt", "answer", "detail")
_CONTENT = ("note_id", *_PLACE, *_TEXTS, "prompt_print", "answer_print", "missing_since", "answer_changed_at")


@dataclass(frozen=True, slots=True)
class Text:
    """What a card said, and the path of the note that it stood in."""

    note: str
    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class Link:
    """A card whose history goes on under another text or in another note.

    `how` is "new text" (same answer), "close", "moved" or "by hand". `other_id` is the card at its other end:
    by hand the one that has the old text now; where it is taken apart, the one that has the new text.
    """

    link_id: int
    card_id: int
    at: datetime
    how: str
    old: Text
    new: Text
    other_id: int | None
    taken_apart_at: datetime | None


def add_link(
    connection: sqlite3.Connection, card_id: int, how: str, note_id: int, made: "Made", now: int
) -> None:
    """Logs that the card is about to be renewed as `made`; its old texts are kept where they differ."""
    connection.execute(
        f"""
        INSERT INTO links (card_id, at, turn, how, old_note_id, new_note_id, old, new)
        SELECT id, :now, {_LAST_TURN}, :how, note_id, :note,
            CASE WHEN {_SAME_TEXTS} THEN {_json(_PLACE)} ELSE {_json(_PLACE + _TEXTS)} END,
            CASE WHEN {_SAME_TEXTS} THEN '{{}}' ELSE json_object('prompt', :prompt, 'answer', :answer) END
        FROM cards WHERE id = :card
        """,  # noqa: S608 - own names
        {
            "card": card_id,
            "now": now,
            "how": how,
            "note": note_id,
            "prompt": made.card.prompt,
            "answer": made.card.answer,
            "prompt_print": made.prompt_print,
            "answer_print": made.answer_print,
        },
    )


def _json(columns: Sequence[str]) -> str:
    pairs = ", ".join(f"'{column}', {column}" for column in columns)
    return f"json_object({pairs})"


_LAST_TURN = "max((SELECT ifnull(max(turn), 0) FROM reviews), (SELECT ifnull(max(turn), 0) FROM marks))"
_SAME_TEXTS = "prompt_print = :prompt_print AND answer_print = :answer_print"


# By the log's own order: links from another machine come in later than they were made.
_NEWEST_FIRST = "ORDER BY links.turn DESC, links.at DESC, links.id DESC"


def latest(connection: sqlite3.Connection, limit: int) -> list[Link]:
    """The latest links, newest first."""
    return _links(connection, f"{_NEWEST_FIRST} LIMIT ?", limit)


def open_link(connection: sqlite3.Connection, card_id: int) -> Link | None:
    """The last link of a card that is not taken apart, or None."""
    found = _links(connection, f"WHERE card_id = ? AND taken_apart_at IS NULL {_NEWEST_FIRST} LIMIT 1", card_id)
    return found[0] if found else None


def _links(connection: sqlite3.Connection, which: str, *values: int) -> list[Link]:
    rows = connection.execute(
        f"""
        SELECT links.id, card_id, at, how, before.path, after.path, old, new, prompt, answer, other_id,
               taken_apart_at
        FROM links JOIN cards ON cards.id = card_id
        JOIN notes AS before ON before.id = old_note_id JOIN notes AS after ON after.id = new_note_id {which}
        """,  # noqa: S608 - own text
        values,
    )
    return [_link(row) for row in rows]


def _link(row: tuple[Any, ...]) -> Link:
    link_id, card_id, at, how, old_note, new_note, old, new, prompt, answer, other_id, taken_apart_at = row
    # Where a card only moved, its texts are those that it has now.
    now = {"prompt": prompt, "answer": answer}
    before, after = {**now, **json.loads(old)}, {**now, **json.loads(new)}
    return Link(
        link_id,
        card_id,
        from_ms(at),
        how,
        Text(old_note, before["prompt"], before["answer"]),
        Text(new_note, after["prompt"], after["answer"]),
        other_id,
        None if taken_apart_at is None else from_ms(taken_apart_at),
    )


def take_apart(connection: sqlite3.Connection, link_id: int, other_id: int, now: int) -> None:
    """The link holds no more; `other_id` is the card that has its new text."""
    connection.execute(
        "UPDATE links SET taken_apart_at = ?, other_id = ? WHERE id = ?", (now, other_id, link_id)
    )


def parting(connection: sqlite3.Connection, card_id: int, other_id: int) -> Link | None:
    """The link that was taken apart into these two cards, where nothing was linked since that stands upon it.

    The first card has the link's old text still. A card that was made by the parting has no link by hand since.
    """
    found = _links(
        connection,
        f"""
        WHERE card_id = ? AND other_id = ? AND taken_apart_at IS NOT NULL
          AND cards.note_id = old_note_id AND cards.prompt = ifnull(json_extract(old, '$.prompt'), cards.prompt)
          AND NOT EXISTS (
            SELECT 1 FROM links AS later WHERE later.card_id = links.card_id AND later.taken_apart_at IS NULL
              AND (later.turn, later.at, later.id) > (links.turn, links.at, links.id))
          AND (how = '{BY_HAND}' OR cards.missing_since IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM links AS also WHERE also.other_id = links.other_id AND also.id != links.id))
        {_NEWEST_FIRST} LIMIT 1
        """,  # noqa: S608 - own text
        card_id,
        other_id,
    )
    return found[0] if found else None


def reopen(connection: sqlite3.Connection, link: Link, given: Belongings) -> None:
    """A link that was taken apart holds again; `given` came back with it.

    A card that the parting had made is no more: what is left of it goes to the link's card.
    """
    if link.how == BY_HAND:
        connection.execute(
            "UPDATE links SET taken_apart_at = NULL, given = ? WHERE id = ?", (given.as_json(), link.link_id)
        )
        return
    connection.execute("UPDATE links SET taken_apart_at = NULL, other_id = NULL WHERE id = ?", (link.link_id,))
    for table in ("links", "wanted"):
        connection.execute(
            f"UPDATE {table} SET card_id = ? WHERE card_id = ?",  # noqa: S608 - own names
            (link.card_id, link.other_id),
        )
    connection.execute("DELETE FROM cards WHERE id = ?", (link.other_id,))


def exchange(connection: sqlite3.Connection, one: int, other: int) -> None:
    """Each of two cards gets what the other says, and where; what was learnt stays with their ids."""
    columns = ", ".join(_CONTENT)
    rows = {
        row[0]: row[1:]
        for row in connection.execute(
            f"SELECT id, {columns} FROM cards WHERE id IN (?, ?)",  # noqa: S608 - own names
            (one, other),
        )
    }
    assignments = ", ".join(f"{column} = ?" for column in _CONTENT)
    connection.executemany(
        f"UPDATE cards SET {assignments} WHERE id = ?",  # noqa: S608 - own names
        [(*rows[other], one), (*rows[one], other)],
    )


def link_by_hand(
    connection: sqlite3.Connection, card_id: int, other_id: int, given: Belongings, now: int
) -> None:
    """Logs that a card is about to exchange its text with another, whose log came along."""
    connection.execute(
        f"""
        INSERT INTO links (card_id, at, turn, how, old_note_id, new_note_id, old, new, other_id, given)
        SELECT one.id, ?, {_LAST_TURN}, ?, one.note_id, other.note_id, one.content,
               json_object('prompt', other.prompt, 'answer', other.answer), other.id, ?
        FROM (SELECT id, note_id, {_json(_PLACE + _TEXTS)} AS content FROM cards WHERE id = ?) AS one,
             (SELECT id, note_id, prompt, answer FROM cards WHERE id = ?) AS other
        """,  # noqa: S608 - own names
        (
            now,
            BY_HAND,
            given.as_json(),
            card_id,
            other_id,
        ),
    )


def part(connection: sqlite3.Connection, link: Link, now: int) -> int:
    """Makes a new card of what the link's card says now, and gives that card its old text back, as missing.

    Gives the new card's id.
    """
    kind, prompt = connection.execute("SELECT kind, prompt FROM cards WHERE id = ?", (link.card_id,)).fetchone()
    cursor = connection.execute(
        f"""
        INSERT INTO cards ({", ".join(_CONTENT)}, seed, created_at)
        SELECT {", ".join(_CONTENT)}, ?, ? FROM cards WHERE id = ?
        """,  # noqa: S608 - own names
        (seed(kind, prompt), now, link.card_id),
    )
    old_note, text = connection.execute(
        "SELECT old_note_id, old FROM links WHERE id = ?", (link.link_id,)
    ).fetchone()
    old = json.loads(text)
    if "prompt" in old:
        old |= {"prompt_print": fingerprint(old["prompt"]), "answer_print": fingerprint(old["answer"])}
    old |= {"note_id": old_note, "missing_since": now, "answer_changed_at": None}
    connection.execute(
        f"UPDATE cards SET {', '.join(f'{column} = ?' for column in old)} WHERE id = ?",  # noqa: S608 - own names
        (*old.values(), link.card_id),
    )
    return int(cursor.lastrowid or 0)
