"""Queries about cards: what they hold, what is known of their recall, which are there today."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from interview_coach.cards.model import Card, CardKind
from interview_coach.recall.day import from_number
from interview_coach.recall.model import Memory
from interview_coach.store.codec import (
    MEMORY_COLUMNS,
    card_of,
    detail_of,
    from_ms,
    memory_to_row,
    row_to_memory,
    to_ms,
)

if TYPE_CHECKING:
    from interview_coach.cards.reconcile import Known, Made


class CardStatus(StrEnum):
    """Whether a card can come up; the values are those of `cards --json`."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    BURIED = "buried"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card with its id, its note and all that is known of it."""

    card_id: int
    note_id: int
    path: str
    card: Card
    memory: Memory
    seed: int
    suspended: bool
    buried_until: date
    flagged: bool
    missing_since: datetime | None
    answer_changed_at: datetime | None

    def status(self, day: date) -> CardStatus:
        """Whether the card can come up on a study day."""
        if self.missing_since is not None:
            return CardStatus.MISSING
        if self.suspended:
            return CardStatus.SUSPENDED
        return CardStatus.BURIED if self.buried_until > day else CardStatus.ACTIVE


_COLUMNS = f"""
    cards.id, note_id, path, kind, skill, slot, prompt, answer, line, detail, seed, suspended,
    buried_until, flagged, missing_since, answer_changed_at, {", ".join(MEMORY_COLUMNS)}
"""


# A card that is in no note is worth telling of where something is known of it: a rating, an answer, a mark that
# outlasts a day.
HAS_HISTORY = """(EXISTS (SELECT 1 FROM reviews WHERE card_id = cards.id)
    OR EXISTS (SELECT 1 FROM attempts WHERE card_id = cards.id)
    OR EXISTS (SELECT 1 FROM marks WHERE card_id = cards.id AND mark IN ('suspended', 'flagged')))"""
IS_KEPT = f"(missing_since IS NULL OR {HAS_HISTORY})"


def load(connection: sqlite3.Connection, card_id: int) -> StoredCard | None:
    """One card, or None where there is no such id."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM cards JOIN notes ON notes.id = note_id WHERE cards.id = ?",  # noqa: S608 - own names
        (card_id,),
    ).fetchone()
    return None if row is None else _stored(row)


def texts_of_kind(connection: sqlite3.Connection, kind: CardKind) -> list[tuple[int, int, str]]:
    """The cards of a kind that are in their notes: id, note and prompt."""
    return connection.execute(
        "SELECT id, note_id, prompt FROM cards WHERE kind = ? AND missing_since IS NULL", (kind.value,)
    ).fetchall()


def load_all(connection: sqlite3.Connection, *, kept: bool = False) -> Iterator[StoredCard]:
    """Every card, note by note in the notes' own order; with `kept`, none that is missing without a history."""
    rows = connection.execute(
        f"""
        SELECT {_COLUMNS} FROM cards JOIN notes ON notes.id = note_id
        {f"WHERE {IS_KEPT}" if kept else ""} ORDER BY path, position, cards.id
        """  # noqa: S608 - own names
    )
    return map(_stored, rows)


def _stored(row: tuple[Any, ...]) -> StoredCard:
    card_id, note_id, path, kind, skill, slot, prompt, answer, line, detail, seed, *rest = row
    suspended, buried_until, flagged, missing_since, answer_changed_at, *memory = rest
    return StoredCard(
        card_id=card_id,
        note_id=note_id,
        path=path,
        card=card_of(kind, skill, slot, prompt, answer, line, detail),
        memory=row_to_memory(memory),
        seed=seed,
        suspended=bool(suspended),
        buried_until=from_number(buried_until),
        flagged=bool(flagged),
        missing_since=None if missing_since is None else from_ms(missing_since),
        answer_changed_at=None if answer_changed_at is None else from_ms(answer_changed_at),
    )


def known_cards(connection: sqlite3.Connection, note_ids: Collection[int]) -> "list[Known]":
    """The cards of some notes, and all that are missing: what new cards may turn out to be."""
    from interview_coach.cards.reconcile import Known  # only a look at changed notes needs it

    rows = connection.execute(
        """
        SELECT id, note_id, kind, slot, prompt, answer, prompt_print, answer_print, missing_since
        FROM cards
        WHERE note_id IN (SELECT value FROM json_each(?)) OR missing_since IS NOT NULL
        ORDER BY id
        """,
        (json.dumps(sorted(note_ids)),),
    )
    return [
        Known(
            card_id,
            note_id,
            CardKind(kind),
            slot,
            prompt,
            answer,
            prompt_print,
            answer_print,
            missing is not None,
        )
        for card_id, note_id, kind, slot, prompt, answer, prompt_print, answer_print, missing in rows
    ]


def add_card(
    connection: sqlite3.Connection, note_id: int, position: int, made: "Made", seed: int, now: int
) -> int:
    """A card that was not there before; gives its id."""
    cursor = connection.execute(
        """
        INSERT INTO cards (note_id, position, kind, slot, skill, prompt, answer, detail, line,
                           prompt_print, answer_print, seed, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (note_id, position, *_content(made), seed, now),
    )
    return int(cursor.lastrowid or 0)


def renew_card(
    connection: sqlite3.Connection, card_id: int, note_id: int, position: int, made: "Made", now: int
) -> None:
    """What the note says now, for a card that was there before; its recall stays as it is.

    A card that was missing is back, and one whose answer reads otherwise now says since when. Where the
    card is all that already, nothing is written: most cards of an edited note are.
    """
    row = (note_id, position, *_content(made))
    connection.execute(
        """
        UPDATE cards SET
            note_id = ?, position = ?, kind = ?, slot = ?, skill = ?, prompt = ?, answer = ?, detail = ?,
            line = ?, prompt_print = ?, answer_print = ?, missing_since = NULL,
            answer_changed_at = CASE WHEN answer_print = ? THEN answer_changed_at ELSE ? END
        WHERE id = ? AND (missing_since IS NOT NULL OR
            (note_id, position, kind, slot, skill, prompt, answer, detail, line, prompt_print, answer_print)
            IS NOT (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
        """,
        (*row, made.answer_print, now, card_id, *row),
    )


def _content(made: "Made") -> tuple[Any, ...]:
    card = made.card
    return (
        card.kind.value,
        card.slot,
        card.skill,
        card.prompt,
        card.answer,
        detail_of(card),
        card.line,
        made.prompt_print,
        made.answer_print,
    )


def mark_missing(connection: sqlite3.Connection, card_ids: Iterable[int], now: int) -> None:
    """The cards are in no note today. They keep their history and come back with their text."""
    connection.executemany(
        "UPDATE cards SET missing_since = ? WHERE id = ? AND missing_since IS NULL",
        [(now, card_id) for card_id in card_ids],
    )


def memories(connection: sqlite3.Connection) -> Iterator[tuple[int, int, Memory]]:
    """The id, the seed and the memory of every card, in the order of their ids."""
    rows = connection.execute(
        f"SELECT id, seed, {', '.join(MEMORY_COLUMNS)} FROM cards ORDER BY id"  # noqa: S608 - own names
    )
    for card_id, seed, *memory in rows:
        yield card_id, seed, row_to_memory(memory)


def put_memory(connection: sqlite3.Connection, card_id: int, memory: Memory, expected: Memory | None) -> bool:
    """Writes a card's recall. With `expected` given, only where the card's recall is still that.

    False where another program reviewed the card meanwhile; nothing is written then.
    """
    assignments = ", ".join(f"{column} = ?" for column in MEMORY_COLUMNS)
    last_at = None if expected is None or expected.last_at is None else to_ms(expected.last_at)
    cursor = connection.execute(
        f"UPDATE cards SET {assignments} WHERE id = ? AND (? OR (reps = ? AND last_at IS ?))",  # noqa: S608 - own names
        (*memory_to_row(memory), card_id, expected is None, 0 if expected is None else expected.reps, last_at),
    )
    return cursor.rowcount == 1


def count(connection: sqlite3.Connection) -> int:
    """How many cards there are."""
    return int(connection.execute("SELECT count(*) FROM cards").fetchone()[0])


def count_present(connection: sqlite3.Connection) -> int:
    """How many cards have a note today."""
    missing = connection.execute("SELECT count(*) FROM cards WHERE missing_since IS NOT NULL").fetchone()[0]
    return count(connection) - int(missing)


def count_missing(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many cards are in no note today and keep a history for when their text is back.

    First those whose note is there without them, then those whose note is not there.
    """
    there, gone = connection.execute(
        f"""
        SELECT count(*) FILTER (WHERE status != 'missing'), count(*) FILTER (WHERE status = 'missing')
        FROM cards JOIN notes ON notes.id = note_id WHERE missing_since IS NOT NULL AND {HAS_HISTORY}
        """  # noqa: S608 - own text
    ).fetchone()
    return int(there), int(gone)


def kinds(connection: sqlite3.Connection, card_ids: Collection[int]) -> dict[int, CardKind]:
    """The kind of each of some cards."""
    rows = connection.execute(
        "SELECT id, kind FROM cards WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(card_ids)),),
    )
    return {card_id: CardKind(kind) for card_id, kind in rows}
