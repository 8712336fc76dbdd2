"""What can be wrong inside a whole database, and how it is put right without losing a row of the log."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from interview_coach.cards.fingerprint import fingerprint, seed
from interview_coach.cards.model import CardKind
from interview_coach.store.codec import to_ms
from interview_coach.store.log import Mark, marked

LOST_NOTE = "lost"  # the path of the note that cards without one are given
_LOST_PROMPT = "A card whose text was lost"

_INDEX_FAULTS = ("missing from index", "entries in index", "non-unique entry in index")


def integrity(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file, at most 100 lines; empty where it is whole."""
    found = [" ".join(text.split()) for (text,) in connection.execute("PRAGMA integrity_check")]
    return [] if found == ["ok"] else found


def only_indexes(found: list[str]) -> bool:
    """Whether all that is wrong can be made anew from the tables."""
    return all(any(fault in text for fault in _INDEX_FAULTS) for text in found)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that contradicts something else. `count` finds how often, `mend` puts it right."""

    name: str
    what: str
    count: Callable[[sqlite3.Connection], int]
    mend: Callable[[sqlite3.Connection, int], object]


def _sql(name: str, what: str, rows: str, *statements: str) -> Fault:
    """A fault whose rows one query counts and whose statements (which may use :now) put them right."""

    def count(connection: sqlite3.Connection) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {rows}").fetchone()[0])  # noqa: S608 - own text

    def mend(connection: sqlite3.Connection, now: int) -> None:
        for statement in statements:
            connection.execute(statement, {"now": now})

    return Fault(name, what, count, mend)


def _dangling(table: str, column: str, parent: str) -> str:
    return f"{table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {parent})"  # noqa: S608 - own text


_OF_CARDS = """(SELECT card_id FROM reviews UNION SELECT card_id FROM marks UNION SELECT card_id FROM attempts
    UNION SELECT card_id FROM wanted
    UNION SELECT card_id FROM links UNION SELECT other_id FROM links WHERE other_id IS NOT NULL)"""


def lost_cards(connection: sqlite3.Connection) -> list[int]:
    """The cards that the log tells of and that are not there."""
    rows = connection.execute(
        f"SELECT card_id FROM {_OF_CARDS} WHERE card_id NOT IN (SELECT id FROM cards)"  # noqa: S608 - own text
    )
    return [card_id for (card_id,) in rows]


def _stand_in_cards(connection: sqlite3.Connection, now: int) -> None:
    """Cards with the prompt as it was last shown, missing from the notes: their text brings them back."""
    for card_id in lost_cards(connection):
        row = connection.execute(
            "SELECT prompt FROM reviews WHERE card_id = ? ORDER BY turn DESC LIMIT 1", (card_id,)
        ).fetchone()
        prompt = _LOST_PROMPT if row is None else row[0]
        connection.execute(
            """
            INSERT INTO cards (id, note_id, kind, slot, position, skill, prompt, answer, detail, line,
                               prompt_print, answer_print, seed, created_at, missing_since)
            VALUES (?, ?, ?, '', 0, '', ?, '', '{"cue":[],"passages":[],"points":[]}', 1, ?, ?, ?, ?, ?)
            """,
            (
                card_id,
                _lost_note(connection, now),
                CardKind.QUESTION.value,
                prompt,
                fingerprint(prompt),
                fingerprint(""),
                seed(CardKind.QUESTION, prompt),
                now,
                now,
            ),
        )


def _lost_note(connection: sqlite3.Connection, now: int) -> int:
    connection.execute(
        "INSERT OR IGNORE INTO notes (path, size, mtime_ns, seen_at, status, reason)"
        " VALUES (?, 0, 0, ?, 'missing', 'lost')",
        (LOST_NOTE, now),
    )
    return int(connection.execute("SELECT id FROM notes WHERE path = ?", (LOST_NOTE,)).fetchone()[0])


_OF_NOTES = (("cards", "note_id"), ("links", "old_note_id"), ("links", "new_note_id"))


def _lost_notes(connection: sqlite3.Connection) -> int:
    return sum(
        connection.execute(f"SELECT count(*) FROM {_dangling(table, column, 'notes')}").fetchone()[0]  # noqa: S608
        for table, column in _OF_NOTES
    )


def _stand_in_note(connection: sqlite3.Connection, now: int) -> None:
    """What stood in a note that is lost stands in one that is not there: its text brings it back."""
    lost = _lost_note(connection, now)
    connection.execute(
        f"UPDATE cards SET missing_since = ? WHERE missing_since IS NULL"  # noqa: S608 - own text
        f" AND id IN (SELECT id FROM {_dangling('cards', 'note_id', 'notes')})",
        (now,),
    )
    for table, column in _OF_NOTES:
        rows = _dangling(table, column, "notes")
        connection.execute(
            f"UPDATE {table} SET {column} = ? WHERE id IN (SELECT id FROM {rows})",  # noqa: S608 - own text
            (lost,),
        )


def _contradicted(connection: sqlite3.Connection) -> list[tuple[int, Mark, int]]:
    """The cards that are not marked as the log of marks says: the card, the mark, what the log says."""
    rows = connection.execute("SELECT DISTINCT card_id, mark FROM marks ORDER BY card_id, mark").fetchall()
    found = []
    for card_id, name in rows:
        mark = Mark(name)
        here = connection.execute(f"SELECT {mark.value} FROM cards WHERE id = ?", (card_id,)).fetchone()  # noqa: S608
        logged = marked(connection, card_id, mark)
        if here is not None and here[0] != logged:
            found.append((card_id, mark, logged))
    return found


def _mark_as_logged(connection: sqlite3.Connection, _now: int) -> None:
    for card_id, mark, value in _contradicted(connection):
        connection.execute(f"UPDATE cards SET {mark.value} = ? WHERE id = ?", (value, card_id))  # noqa: S608


_SESSIONS = [
    (table, _dangling(table, "session_id", "sessions")) for table in ("reviews", "marks", "attempts", "mocks")
]

# As `attempts.put` counts it: None where nobody said what an answer in the head held.
_MISSED = """(CASE WHEN way <> 'head' OR rubric IS NOT NULL
        OR EXISTS (SELECT 1 FROM points WHERE attempt_id = attempts.id AND hit = 1)
    THEN (SELECT count(*) FROM points
          WHERE attempt_id = attempts.id AND hit = 0 AND kind IN ('metric', 'result')) END)"""

# In the order in which they are mended: what others hang on first.
FAULTS = (
    *(
        _sql(
            "links",
            f"{table} of sittings that are not there",
            rows,
            f"UPDATE {table} SET session_id = NULL WHERE id IN (SELECT id FROM {rows})",  # noqa: S608 - own text
        )
        for table, rows in _SESSIONS
    ),
    _sql(
        "links",
        "ratings by an algorithm that is not there",
        _dangling("reviews", "algorithm_id", "algorithms"),
        "INSERT INTO algorithms (id, name, parameters) SELECT DISTINCT algorithm_id, 'lost',"  # noqa: S608 - own text
        f" algorithm_id FROM {_dangling('reviews', 'algorithm_id', 'algorithms')}",
    ),
    Fault("links", "cards of notes that are not there", _lost_notes, _stand_in_note),
    Fault("links", "ratings of unknown cards", lambda connection: len(lost_cards(connection)), _stand_in_cards),
    _sql(
        "links",
        "answers to ratings that are not there",
        _dangling("attempts", "review_id", "reviews"),
        "UPDATE attempts SET review_id = NULL WHERE review_id NOT IN (SELECT id FROM reviews)",
    ),
    _sql(
        "links",
        "answers of mock interviews that are not there",
        _dangling("attempts", "mock_id", "mocks"),
        "UPDATE attempts SET mock_id = NULL WHERE mock_id NOT IN (SELECT id FROM mocks)",
    ),
    _sql(
        "links",
        "answers that come after answers that are not there",
        _dangling("attempts", "follows_id", "attempts"),
        "UPDATE attempts SET follows_id = NULL WHERE follows_id NOT IN (SELECT id FROM attempts)",
    ),
    _sql(
        "links",
        "points of answers that are not there",
        _dangling("points", "attempt_id", "attempts"),
        "DELETE FROM points WHERE attempt_id NOT IN (SELECT id FROM attempts)",
    ),
    _sql(
        "counters",
        "ratings that count for the wrong daily limit",
        "reviews WHERE phase <> json_extract(before, '$[0]')",
        "UPDATE reviews SET phase = json_extract(before, '$[0]') WHERE phase <> json_extract(before, '$[0]')",
    ),
    _sql(
        "counters",
        "answers that count other misses than their points say",
        f"attempts WHERE missed IS NOT {_MISSED}",
        f"UPDATE attempts SET missed = {_MISSED} WHERE missed IS NOT {_MISSED}",  # noqa: S608 - own text
    ),
    _sql(
        "flags",
        "cards of missing notes that are not marked as missing",
        "cards JOIN notes ON notes.id = note_id WHERE status = 'missing' AND missing_since IS NULL",
        "UPDATE cards SET missing_since = :now WHERE missing_since IS NULL"
        " AND note_id IN (SELECT id FROM notes WHERE status = 'missing')",
    ),
    _sql(
        "flags",
        "cards with a mark that is neither set nor not",
        "cards WHERE suspended NOT IN (0, 1) OR flagged NOT IN (0, 1)",
        "UPDATE cards SET suspended = suspended <> 0, flagged = flagged <> 0",
    ),
    Fault(
        "flags",
        "cards that are not marked as the log says",
        lambda connection: len(_contradicted(connection)),
        _mark_as_logged,
    ),
)

# Only where no other program has the database open: its sitting is not left.
OPEN_SESSIONS = _sql(
    "sessions",
    "sittings left open by a program that was killed",
    "sessions WHERE ended_at IS NULL",
    """
    UPDATE sessions SET ended_at = max(
        started_at,
        ifnull((SELECT max(at) FROM reviews WHERE session_id = sessions.id), 0),
        ifnull((SELECT max(at) FROM marks WHERE session_id = sessions.id), 0))
    WHERE ended_at IS NULL
    """,
)


def mend(connection: sqlite3.Connection, faults: tuple[Fault, ...], now: datetime) -> None:
    """Puts all of some faults right; inside a transaction."""
    for fault in faults:
        if fault.count(connection):
            fault.mend(connection, to_ms(now))
