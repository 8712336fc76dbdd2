"""Turns: the order of the log's rows, after rows from elsewhere came in."""

import sqlite3


def settle_turns(connection: sqlite3.Connection) -> set[int]:
    """Gives rows of the log that have one turn turns of their own again; the cards that it concerns.

    The order goes by what the rows say, so that it is the same whichever of two logs was joined to which.
    """
    connection.execute(
        """
        CREATE TEMP TABLE settled AS
        WITH logged AS (
            SELECT 'reviews' AS log, reviews.id AS id, card_id, turn, at, rating AS value,
                   reviews.prompt AS text FROM main.reviews
            UNION ALL
            SELECT 'marks', marks.id, card_id, turn, at, after, mark || prompt_print
            FROM main.marks JOIN main.cards ON cards.id = card_id
        ), numbered AS (
            SELECT *, row_number() OVER (ORDER BY turn, log, at, value, text, id) AS number FROM logged
        ), settled AS (
            SELECT log, id, card_id, turn AS before, max(turn - number) OVER (ORDER BY number) + number AS turn
            FROM numbered
        )
        SELECT * FROM settled WHERE turn != before
        """
    )
    touched = {card_id for (card_id,) in connection.execute("SELECT card_id FROM temp.settled")}
    for table in ("reviews", "marks"):
        connection.execute(
            f"""
            UPDATE main.{table} AS each SET turn = settled.turn FROM temp.settled AS settled
            WHERE settled.log = '{table}' AND settled.id = each.id
            """  # noqa: S608 - own names
        )
    connection.execute("DROP TABLE temp.settled")
    return touched
