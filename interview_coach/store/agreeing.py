"""What two databases both have, brought to what either of them knows: the last part of a union of rows.

A rating is written once, but an answer grows by what is said of it, a mock interview goes on, a sitting ends.
Where two rows that are one differ, the rule that takes one of them knows nothing of which is ours, so that both
sides end with the same.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# What says whose row it is, which numbers of the two sides never agree on, or what they are paired by.
_OWN = frozenset({"id", "card_id", "session_id", "review_id", "mock_id", "follows_id", "at", "study_day"})


def agree(connection: sqlite3.Connection) -> None:
    """Brings our rows to what theirs know, once all are paired and those that we lacked are added."""
    _end_sessions(connection)
    _grow_attempts(connection)
    _go_on_with_mocks(connection)
    _date_changed_answers(connection)
    _join_links(connection)


def _end_sessions(connection: sqlite3.Connection) -> None:
    connection.execute(
        """
        UPDATE main.sessions AS each SET ended_at = other.ended_at
        FROM (SELECT ours, ended_at FROM temp.twin_sessions JOIN theirs.sessions ON id = theirs) AS other
        WHERE other.ours = each.id AND other.ended_at > ifnull(each.ended_at, 0)
        """
    )


# -- answers


def _grow_attempts(connection: sqlite3.Connection) -> None:
    """Of an answer that is kept in two ways the fuller one stands, of which more is said.

    It goes with the rating that stands, where one was taken back and given anew on one side.
    """
    for column in ("review_id", "mock_id", "follows_id"):
        table = {"review_id": "reviews", "mock_id": "mocks", "follows_id": "attempts"}[column]
        connection.execute(
            f"""
            UPDATE main.attempts AS each SET {column} = other.ours
            FROM (SELECT one.ours AS attempt, far.ours FROM temp.twin_attempts AS one
                  JOIN theirs.attempts AS their ON their.id = one.theirs
                  JOIN temp.twin_{table} AS far ON far.theirs = their.{column}) AS other
            WHERE other.attempt = each.id AND each.{column} IS NULL
            """  # noqa: S608 - own names
        )
    connection.execute(
        """
        UPDATE main.attempts AS each SET review_id = other.review
        FROM (SELECT one.ours AS attempt, rating.id AS review, rating.undone_at IS NULL AS stands, rating.turn
              FROM temp.twin_attempts AS one
              JOIN theirs.attempts AS their ON their.id = one.theirs
              JOIN temp.twin_reviews AS far ON far.theirs = their.review_id
              JOIN main.reviews AS rating ON rating.id = far.ours) AS other,
             main.reviews AS our
        WHERE other.attempt = each.id AND our.id = each.review_id
          AND (other.stands, other.turn) > (our.undone_at IS NULL, our.turn)
        """
    )
    columns = [name for name in _columns(connection, "attempts") if name not in _OWN]
    fuller = connection.execute(
        f"""
        SELECT twin.ours, twin.theirs FROM temp.twin_attempts AS twin
        JOIN main.attempts AS each ON each.id = twin.ours
        JOIN theirs.attempts AS other ON other.id = twin.theirs
        WHERE ({_fullness("theirs", "other", columns)}) > ({_fullness("main", "each", columns)})
        """  # noqa: S608 - own names
    ).fetchall()
    points = [name for name in _columns(connection, "points") if name != "attempt_id"]
    for ours, theirs in fuller:
        connection.execute(
            f"""
            UPDATE main.attempts SET ({", ".join(columns)}) =
                (SELECT {", ".join(columns)} FROM theirs.attempts WHERE id = ?) WHERE id = ?
            """,  # noqa: S608 - own names
            (theirs, ours),
        )
        connection.execute("DELETE FROM main.points WHERE attempt_id = ?", (ours,))
        connection.execute(
            f"""
            INSERT INTO main.points (attempt_id, {", ".join(points)})
            SELECT ?, {", ".join(points)} FROM theirs.points WHERE attempt_id = ?
            """,  # noqa: S608 - own names
            (ours, theirs),
        )


def _fullness(side: str, row: str, columns: list[str]) -> str:
    """How much a row says, then what it says: an order of any two rows in which only equal ones are equal."""
    filled = " + ".join(f"({row}.{column} IS NOT NULL)" for column in columns)
    said = ", ".join(f"{row}.{column}" for column in columns)
    points = f"""
        SELECT json_group_array(json_array(number, kind, label, expected, hit, hinted, decided_by, evidence))
        FROM (SELECT * FROM {side}.points WHERE attempt_id = {row}.id ORDER BY number)
    """  # noqa: S608 - own names
    return f"{filled}, ({points}), json_array({said})"


# -- mock interviews


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a mock interview stands on one side, in our numbers."""

    state: Mapping[str, Any]
    ended_at: int | None
    abandoned: int

    @property
    def how_far(self) -> tuple[int, int, str]:
        """What orders two stands, whichever side has which: one that ended is further, then the longer."""
        told = json.dumps({**self.state, "sent": None}, sort_keys=True)
        return self.ended_at or 0, len(told), told


def _go_on_with_mocks(connection: sqlite3.Connection) -> None:
    """Each goes on where it came further; its cards, and what was sent to practice, get our numbers."""
    cards, wanted = _twins(connection, "cards"), _twins(connection, "wanted")
    added = connection.execute(
        "SELECT id, plan, state FROM main.mocks WHERE id IN (SELECT ours FROM temp.added_mocks)"
    ).fetchall()
    for mock_id, plan, state in added:
        values = _text(_with_ours(json.loads(plan), cards)), _text(_sent(json.loads(state), wanted)), mock_id
        connection.execute("UPDATE main.mocks SET plan = ?, state = ? WHERE id = ?", values)
    known = connection.execute(
        """
        SELECT each.id, each.state, each.ended_at, each.abandoned, other.state, other.ended_at, other.abandoned
        FROM temp.twin_mocks AS twin
        JOIN main.mocks AS each ON each.id = twin.ours JOIN theirs.mocks AS other ON other.id = twin.theirs
        WHERE twin.theirs NOT IN (SELECT theirs FROM temp.added_mocks)
        """
    ).fetchall()
    for mock_id, state, ended_at, abandoned, their_state, their_end, their_abandoned in known:
        ours = _Stand(json.loads(state), ended_at, abandoned)
        theirs = _Stand(_sent(json.loads(their_state), wanted), their_end, their_abandoned)
        stand = max(ours, theirs, key=lambda each: each.how_far)
        sent = dict.fromkeys([*ours.state.get("sent", ()), *theirs.state.get("sent", ())])
        if stand is not ours or len(sent) > len(ours.state.get("sent", ())):
            connection.execute(
                "UPDATE main.mocks SET state = ?, ended_at = ?, abandoned = ? WHERE id = ?",
                (_text({**stand.state, "sent": list(sent)}), stand.ended_at, stand.abandoned, mock_id),
            )


def check_mocks(connection: sqlite3.Connection) -> None:
    """Whether a database's mock interviews can be joined. Raises ValueError, KeyError or TypeError if not."""
    for plan, state in connection.execute("SELECT plan, state FROM mocks"):
        _with_ours(json.loads(plan), {})
        _sent(json.loads(state), {})


def _with_ours(plan: Any, cards: Mapping[int, int]) -> Any:
    """The questions of an interview, each of our card."""
    return [{**each, "card_id": cards.get(each["card_id"], each["card_id"])} for each in plan]


def _sent(state: Any, wanted: Mapping[int, int]) -> dict[str, Any]:
    """Where an interview stands, the rows of what it sent to practice being ours."""
    return {**state, "sent": [wanted[each] for each in state.get("sent", ()) if each in wanted]}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _twins(connection: sqlite3.Connection, table: str) -> dict[int, int]:
    return dict(connection.execute(f"SELECT theirs, ours FROM temp.twin_{table}").fetchall())  # noqa: S608 - own names


# -- cards


def _date_changed_answers(connection: sqlite3.Connection) -> None:
    """Where both have the same answer, it changed when either first saw it."""
    connection.execute(
        """
        UPDATE main.cards AS each SET answer_changed_at = other.answer_changed_at
        FROM (SELECT ours, answer_print, answer_changed_at
              FROM temp.twin_cards JOIN theirs.cards ON id = theirs) AS other
        WHERE other.ours = each.id AND other.answer_print = each.answer_print
          AND other.answer_changed_at < ifnull(each.answer_changed_at, other.answer_changed_at + 1)
        """
    )


def _join_links(connection: sqlite3.Connection) -> None:
    """Matches that the other machine made of a card that says the same here can be taken apart here too.

    One that both made is one, of the earlier moment. Links by hand, and what was taken apart, stay where they
    were done: the cards of the other side stand otherwise.
    """
    connection.execute(
        """
        CREATE TEMP TABLE their_links AS
        SELECT card.ours AS card_id, at, turn, how, before.ours AS old_note_id, after.ours AS new_note_id,
               old, new
        FROM theirs.links AS link
        JOIN temp.twin_cards AS card ON card.theirs = link.card_id
        JOIN temp.twin_notes AS before ON before.theirs = link.old_note_id
        JOIN temp.twin_notes AS after ON after.theirs = link.new_note_id
        JOIN theirs.cards AS their ON their.id = link.card_id
        JOIN main.cards AS our ON our.id = card.ours
        WHERE link.other_id IS NULL AND link.taken_apart_at IS NULL
          AND (our.prompt_print, our.answer_print) = (their.prompt_print, their.answer_print)
        """
    )
    same = f"({_LINKED.format('our')}) IS ({_LINKED.format('their')})"
    connection.execute(
        f"""
        INSERT INTO main.links (card_id, at, turn, how, old_note_id, new_note_id, old, new)
        SELECT card_id, at, turn, how, old_note_id, new_note_id, old, new FROM temp.their_links AS their
        WHERE NOT EXISTS (SELECT 1 FROM main.links AS our WHERE {same}) ORDER BY turn, at
        """  # noqa: S608 - own text
    )
    connection.execute(
        f"""
        UPDATE main.links AS our SET at = min(our.at, their.at), turn = min(our.turn, their.turn)
        FROM temp.their_links AS their WHERE {same} AND (their.at < our.at OR their.turn < our.turn)
        """  # noqa: S608 - own text
    )
    connection.execute("DROP TABLE temp.their_links")


# What was linked to what; where a card only moved, its texts are not told.
_LINKED = (
    "{0}.card_id, {0}.old_note_id, {0}.new_note_id, json_extract({0}.old, '$.prompt'), "
    "json_extract({0}.new, '$.prompt'), json_extract({0}.new, '$.answer')"
)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
