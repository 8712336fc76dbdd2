"""Joining the log of another database to this one, as a union of rows.

What both have is paired first, so that nothing is counted twice: a review is known by its card, its moment
and its rating, or by its moment, its rating and the prompt that was shown, where a card changed hands in one
of the two. What was undone in either is undone.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from interview_coach.cards.twins import Sign
from interview_coach.store import log
from interview_coach.store.agreeing import agree
from interview_coach.store.log import Mark
from interview_coach.store.turns import settle_turns

TABLES = (
    "notes",
    "cards",
    "algorithms",
    "sessions",
    "reviews",
    "marks",
    "mocks",
    "attempts",
    "wanted",
    "interviews",
)

_SAME = {
    "notes": ("path",),
    "algorithms": ("name", "parameters"),
    "sessions": ("mode", "started_at", "offset"),
    "interviews": ("name", "day", "skills"),
    "mocks": ("started_at", "seed"),
}
_CARD = "(SELECT ours FROM twin_cards WHERE theirs = each.card_id)"
_SESSION = "(SELECT ours FROM twin_sessions WHERE theirs = each.session_id)"
_REVIEW = "(SELECT ours FROM twin_reviews WHERE theirs = each.review_id)"
_ALGORITHM = "(SELECT ours FROM twin_algorithms WHERE theirs = each.algorithm_id)"
_MOCK = "(SELECT ours FROM twin_mocks WHERE theirs = each.mock_id)"
_NOTE = "(SELECT ours FROM twin_notes WHERE theirs = each.note_id)"
_CARD_OF_REVIEW = f"(SELECT card_id FROM main.reviews WHERE id = {_REVIEW})"  # noqa: S608 - own text


@dataclass(frozen=True, slots=True)
class Joined:
    """What a union added, in rows, and the cards whose log is another one now."""

    cards: int
    reviews: int
    known: int
    undone: int
    touched: frozenset[int]


@contextmanager
def attached(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """The database at `path`, of the same schema, is there as `theirs`."""
    connection.execute("ATTACH DATABASE ? AS theirs", (str(path),))
    try:
        yield
    finally:
        connection.execute("DETACH DATABASE theirs")


def signs(connection: sqlite3.Connection, side: str) -> list[Sign]:
    """What the cards of a side ("main" or "theirs") are known by."""
    rows = connection.execute(
        f"""
        SELECT cards.id, path, kind, slot, prompt_print, answer_print, seed
        FROM {side}.cards AS cards JOIN {side}.notes AS notes ON notes.id = note_id ORDER BY cards.id
        """  # noqa: S608 - own names
    )
    return [Sign(*row) for row in rows]


def join(connection: sqlite3.Connection, twin_cards: Mapping[int, int], now: int) -> Joined:
    """Adds to ours what only theirs has. `twin_cards` are our cards by theirs, `now` is in milliseconds.

    The memories of the cards `touched` are for the caller to replay.
    """
    with _pairing(connection):
        connection.executemany("INSERT INTO temp.twin_cards VALUES (?, ?)", twin_cards.items())
        touched = _earliest_seeds(connection)
        for table, columns in _SAME.items():
            names = ", ".join(columns)
            _pair(connection, table, names, names, columns)
        _add(
            connection, "notes", {"status": "CASE each.status WHEN 'read' THEN 'missing' ELSE each.status END"}
        )
        _add(connection, "algorithms", {})
        _add(connection, "sessions", {})
        _join_interviews(connection)
        added = _add(
            connection, "cards", {"note_id": _NOTE, "missing_since": f"ifnull(each.missing_since, {now:d})"}
        )
        touched |= _ids(connection, "SELECT ours FROM temp.added_cards")
        reviews, known, undone = _join_reviews(connection, touched)
        _join_marks(connection, touched)
        _add(connection, "mocks", {"session_id": _SESSION})
        _join_attempts(connection)
        _join_wanted(connection)
        agree(connection)
        touched |= settle_turns(connection)
        return Joined(added, reviews, known, undone, frozenset(touched))


@contextmanager
def _pairing(connection: sqlite3.Connection) -> Iterator[None]:
    """Tables of which row of theirs is which of ours, for as long as a union takes."""
    for table in TABLES:
        connection.execute(
            f"CREATE TEMP TABLE twin_{table} (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL UNIQUE)"
        )
        connection.execute(
            f"CREATE TEMP TABLE added_{table} (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL)"
        )
    yield
    for table in TABLES:
        connection.execute(f"DROP TABLE temp.twin_{table}")
        connection.execute(f"DROP TABLE temp.added_{table}")


def _earliest_seeds(connection: sqlite3.Connection) -> set[int]:
    """Both sides of a pair go on with the lower seed, so that both machines schedule alike.

    Gives the cards that it changes.
    """
    return _ids(
        connection,
        """
        UPDATE main.cards AS each SET seed = other.seed
        FROM (SELECT ours, seed FROM temp.twin_cards JOIN theirs.cards ON id = theirs) AS other
        WHERE other.ours = each.id AND other.seed < each.seed RETURNING id
        """,
    )


def _pair(connection: sqlite3.Connection, table: str, ours: str, theirs: str, names: tuple[str, ...]) -> None:
    """Pairs rows with equal values, the first of several with the first.

    `ours` and `theirs` are expressions for the values called `names`.
    """
    columns = ", ".join(names)
    connection.execute(
        f"""
        INSERT INTO temp.twin_{table} (theirs, ours)
        WITH mine (id, {columns}) AS (
            SELECT id, {ours} FROM main.{table} AS each
            WHERE id NOT IN (SELECT ours FROM temp.twin_{table})
        ), other (id, {columns}) AS (
            SELECT id, {theirs} FROM theirs.{table} AS each
            WHERE id NOT IN (SELECT theirs FROM temp.twin_{table})
        ), my_rows AS (
            SELECT *, row_number() OVER (PARTITION BY {columns} ORDER BY id) AS nth FROM mine
        ), other_rows AS (
            SELECT *, row_number() OVER (PARTITION BY {columns} ORDER BY id) AS nth FROM other
        )
        SELECT other_rows.id, my_rows.id FROM other_rows JOIN my_rows USING ({columns}, nth)
        """  # noqa: S608 - own names
    )


def _add(connection: sqlite3.Connection, table: str, replaced: Mapping[str, str]) -> int:
    """Adds the rows of theirs that have no pair, with new ids and some columns `replaced`; gives how many."""
    connection.execute(
        f"""
        INSERT INTO temp.added_{table} (theirs, ours)
        SELECT id, (SELECT ifnull(max(id), 0) FROM main.{table}) + row_number() OVER (ORDER BY id)
        FROM theirs.{table} WHERE id NOT IN (SELECT theirs FROM temp.twin_{table})
        """  # noqa: S608 - own names
    )
    columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
    values = [replaced.get(column, f"each.{column}") for column in columns if column != "id"]
    added = connection.execute(
        f"""
        INSERT INTO main.{table} (id, {", ".join(column for column in columns if column != "id")})
        SELECT new.ours, {", ".join(values)}
        FROM temp.added_{table} AS new JOIN theirs.{table} AS each ON each.id = new.theirs
        """  # noqa: S608 - own names
    ).rowcount
    connection.execute(f"INSERT INTO temp.twin_{table} SELECT theirs, ours FROM temp.added_{table}")  # noqa: S608
    return added


def _join_reviews(connection: sqlite3.Connection, touched: set[int]) -> tuple[int, int, int]:
    """Gives the reviews added, those known before, and those of ours that theirs had undone."""
    names = ("card_id", "at", "rating")
    _pair(connection, "reviews", "card_id, at, rating", f"{_CARD}, at, rating", names)
    names = ("at", "rating", "prompt")
    _pair(connection, "reviews", "at, rating, prompt", "at, rating, prompt", names)
    known = connection.execute("SELECT count(*) FROM temp.twin_reviews").fetchone()[0]
    undone = _undo(connection, "reviews", touched)
    replaced = {"card_id": _CARD, "session_id": _SESSION, "algorithm_id": _ALGORITHM}
    added = _add(connection, "reviews", replaced)
    touched |= _ids(
        connection, "SELECT card_id FROM main.reviews WHERE id IN (SELECT ours FROM temp.added_reviews)"
    )
    return added, int(known), undone


def _join_marks(connection: sqlite3.Connection, touched: set[int]) -> None:
    names = ("card_id", "at", "mark", "after")
    _pair(connection, "marks", "card_id, at, mark, after", f"{_CARD}, at, mark, after", names)
    # A mark keeps no prompt. Where its card changed hands, both are copies of one database, with one id.
    _pair(connection, "marks", "card_id, at, mark, after", "card_id, at, mark, after", names)
    marked: set[int] = set()
    _undo(connection, "marks", marked)
    _add(connection, "marks", {"card_id": _CARD, "session_id": _SESSION})
    marked |= _ids(connection, "SELECT card_id FROM main.marks WHERE id IN (SELECT ours FROM temp.added_marks)")
    touched |= marked
    for card_id in marked:
        for mark in Mark:
            logged = connection.execute(
                "SELECT 1 FROM main.marks WHERE card_id = ? AND mark = ? LIMIT 1", (card_id, mark.value)
            ).fetchone()
            if logged is not None:
                connection.execute(
                    f"UPDATE main.cards SET {mark.value} = ? WHERE id = ?",  # noqa: S608 - own names
                    (log.marked(connection, card_id, mark), card_id),
                )


def _undo(connection: sqlite3.Connection, table: str, touched: set[int]) -> int:
    """What one side has undone is undone, at the earlier moment; the turn is the later of the two.

    An earlier union may have moved turns on, and the order that it came to stays. Gives how many of ours stood
    before.
    """
    other = f"(SELECT ours, undone_at, turn FROM temp.twin_{table} JOIN theirs.{table} ON id = theirs) AS other"  # noqa: S608
    stood = _ids(
        connection,
        f"""
        SELECT each.id FROM main.{table} AS each JOIN {other} ON other.ours = each.id
        WHERE each.undone_at IS NULL AND other.undone_at IS NOT NULL
        """,  # noqa: S608 - own names
    )
    touched |= {
        card_id
        for (card_id,) in connection.execute(
            f"""
            UPDATE main.{table} AS each
            SET undone_at = min(
                    ifnull(each.undone_at, other.undone_at), ifnull(other.undone_at, each.undone_at)
                ),
                turn = max(each.turn, other.turn)
            FROM {other}
            WHERE other.ours = each.id
              AND (other.turn > each.turn OR other.undone_at < ifnull(each.undone_at, other.undone_at + 1))
            RETURNING card_id
            """  # noqa: S608 - own names
        )
    }
    return len(stood)


def _join_attempts(connection: sqlite3.Connection) -> None:
    """An attempt is known by its review and its moment, or by its card where one of the two had none yet, or
    was rated anew since: one of the ratings is taken back then.
    """
    _pair(connection, "attempts", "review_id, at", f"{_REVIEW}, at", ("owner", "at"))
    by_review = _ids(connection, "SELECT theirs FROM temp.twin_attempts")
    _pair(connection, "attempts", "card_id, at", f"{_CARD}, at", ("owner", "at"))
    of_two_reviews = """
        SELECT twin.theirs FROM temp.twin_attempts AS twin
        JOIN main.attempts AS each ON each.id = twin.ours
        JOIN theirs.attempts AS other ON other.id = twin.theirs
        JOIN main.reviews AS our ON our.id = each.review_id
        JOIN temp.twin_reviews AS far ON far.theirs = other.review_id
        JOIN main.reviews AS their ON their.id = far.ours
        WHERE our.undone_at IS NULL AND their.undone_at IS NULL
    """
    connection.executemany(
        "DELETE FROM temp.twin_attempts WHERE theirs = ?",
        [(each,) for each in _ids(connection, of_two_reviews) - by_review],
    )
    card = f"ifnull({_CARD_OF_REVIEW}, {_CARD})"
    replaced = {"card_id": card, "session_id": _SESSION, "review_id": _REVIEW, "mock_id": _MOCK}
    _add(connection, "attempts", {**replaced, "follows_id": "NULL"})
    connection.execute(
        """
        UPDATE main.attempts AS each SET follows_id = twin.ours
        FROM temp.added_attempts AS new
        JOIN theirs.attempts AS other ON other.id = new.theirs
        JOIN temp.twin_attempts AS twin ON twin.theirs = other.follows_id
        WHERE each.id = new.ours
        """
    )
    columns = [row[1] for row in connection.execute("PRAGMA main.table_info(points)")]
    values = ("new.ours" if column == "attempt_id" else f"each.{column}" for column in columns)
    connection.execute(
        f"""
        INSERT INTO main.points ({", ".join(columns)}) SELECT {", ".join(values)}
        FROM temp.added_attempts AS new JOIN theirs.points AS each ON each.attempt_id = new.theirs
        """  # noqa: S608 - own names
    )


def _join_interviews(connection: sqlite3.Connection) -> None:
    """What was removed or said anew on either side is over with on both."""
    connection.execute(
        """
        UPDATE main.interviews AS each SET removed_at = other.removed_at
        FROM (SELECT ours, removed_at FROM temp.twin_interviews JOIN theirs.interviews ON id = theirs) AS other
        WHERE other.ours = each.id AND other.removed_at < ifnull(each.removed_at, other.removed_at + 1)
        """
    )
    _add(connection, "interviews", {})


def _join_wanted(connection: sqlite3.Connection) -> None:
    """A card wanted on a day is wanted in both; taken back in either, it is taken back."""
    names = ("card_id", "study_day", "source", "at")
    _pair(connection, "wanted", ", ".join(names), f"{_CARD}, study_day, source, at", names)
    connection.execute(
        """
        UPDATE main.wanted AS each SET undone_at = other.undone_at
        FROM (SELECT ours, undone_at FROM temp.twin_wanted JOIN theirs.wanted ON id = theirs) AS other
        WHERE other.ours = each.id AND other.undone_at < ifnull(each.undone_at, other.undone_at + 1)
        """
    )
    _add(connection, "wanted", {"card_id": _CARD})


def _ids(connection: sqlite3.Connection, query: str) -> set[int]:
    return {row_id for (row_id,) in connection.execute(query)}
