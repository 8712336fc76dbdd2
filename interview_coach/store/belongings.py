"""What belongs to a card: the rows of the log about it. They change hands where cards are linked or parted."""

import json
import sqlite3
from dataclasses import dataclass

from interview_coach.store.log import Mark, marked


@dataclass(frozen=True, slots=True)
class Belongings:
    """Rows of the log, by their ids."""

    reviews: tuple[int, ...] = ()
    attempts: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()

    def __or__(self, other: "Belongings") -> "Belongings":
        return Belongings(
            (*self.reviews, *other.reviews), (*self.attempts, *other.attempts), (*self.marks, *other.marks)
        )

    def as_json(self) -> str:
        """As a link keeps them."""
        return json.dumps({"reviews": self.reviews, "attempts": self.attempts, "marks": self.marks})


def of_card(connection: sqlite3.Connection, card_id: int) -> Belongings:
    """All that is about a card."""
    return Belongings(
        *(
            _ids(connection, f"SELECT id FROM {table} WHERE card_id = ? ORDER BY id", card_id)  # noqa: S608 - own names
            for table in ("reviews", "attempts", "marks")
        )
    )


def brought(connection: sqlite3.Connection, link_id: int) -> Belongings:
    """What came to the link's card from the other one, as far as it is still there."""
    still_there = """
        SELECT logged.id FROM links JOIN json_each(given, '$.{table}') AS came JOIN {table} AS logged
        ON logged.id = came.value AND logged.card_id = links.card_id WHERE links.id = ? ORDER BY logged.id
    """
    return Belongings(
        *(
            _ids(connection, still_there.format(table=table), link_id)
            for table in ("reviews", "attempts", "marks")
        )
    )


def since(connection: sqlite3.Connection, link_id: int) -> Belongings:
    """What was logged of a link's card after the link.

    A mark that was taken back stays where it is: it changes nothing, and elsewhere it would say what was before
    it. Links of earlier versions have the turn of the last review, so a mark is also held against their moment.
    """
    return Belongings(
        _ids(
            connection,
            """
            SELECT reviews.id FROM links JOIN reviews USING (card_id)
            WHERE links.id = ? AND reviews.turn > links.turn ORDER BY reviews.id
            """,
            link_id,
        ),
        _ids(
            connection,
            """
            SELECT attempts.id FROM links JOIN attempts USING (card_id)
            LEFT JOIN reviews ON reviews.id = attempts.review_id
            WHERE links.id = ? AND ifnull(reviews.turn > links.turn, attempts.at > links.at)
            ORDER BY attempts.id
            """,
            link_id,
        ),
        _ids(
            connection,
            """
            SELECT marks.id FROM links JOIN marks USING (card_id)
            WHERE links.id = ? AND marks.turn > links.turn AND marks.at >= links.at AND undone_at IS NULL
            ORDER BY marks.id
            """,
            link_id,
        ),
    )


def _ids(connection: sqlite3.Connection, query: str, value: int) -> tuple[int, ...]:
    return tuple(row_id for (row_id,) in connection.execute(query, (value,)))


def give(connection: sqlite3.Connection, rows: Belongings, card_id: int) -> None:
    """The rows are about this card from now on. It, and who had its marks, are marked as the log says then."""
    marks = json.dumps(rows.marks)
    held = connection.execute(
        "SELECT DISTINCT card_id, mark FROM marks WHERE id IN (SELECT value FROM json_each(?))", (marks,)
    ).fetchall()
    for table, ids in (("reviews", rows.reviews), ("attempts", rows.attempts), ("marks", rows.marks)):
        connection.executemany(
            f"UPDATE {table} SET card_id = ? WHERE id = ?",  # noqa: S608 - own names
            [(card_id, row_id) for row_id in ids],
        )
    for each, mark in {*held, *((card_id, mark) for _, mark in held)}:
        connection.execute(
            f"UPDATE cards SET {Mark(mark).value} = ? WHERE id = ?",  # noqa: S608 - own names
            (marked(connection, each, Mark(mark)), each),
        )
