"""Bringing a database to the current schema: small steps, in order, each in one transaction.

Loaded only when a database is new or old: sqlite-utils costs a start some 40 ms, and on an ordinary
day there is nothing to migrate.
"""

import sqlite3

from interview_coach.store.schema import APPLICATION_ID, VERSIONS


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Applies the steps after `version`. A step that fails leaves the database as it was before it."""
    from sqlite_utils import Database

    database = Database(connection, execute_plugins=False)
    for number, statements in enumerate(VERSIONS[version:], start=version + 1):
        with database.atomic():
            # Two programs may find the same old database; the one that came second has nothing to do.
            if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
                continue
            for statement in statements:
                database.execute(statement)
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute(f"PRAGMA user_version = {number}")
