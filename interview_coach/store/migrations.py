"""Bringing a database to the current schema: small steps, in order, each in one transaction.

A database that holds something is backed up first, and the backup opened and checked.
Loaded only when a database is new or old: sqlite-utils costs a start some 40 ms, and on an ordinary
day there is nothing to migrate.
"""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from interview_coach.store.schema import APPLICATION_ID, VERSIONS
from interview_coach.store.trouble import BACKUPS


def migrate(path: Path, connection: sqlite3.Connection, version: int) -> None:
    """Applies the steps after `version`. A step that fails leaves the database as it was before it.

    Raises CoachError where the backup cannot be made; nothing was changed then.
    """
    from sqlite_utils import Database

    if version:
        from interview_coach.store.backup import Reason, keep_backup

        keep_backup(connection, path.parent / BACKUPS, datetime.now(UTC), Reason.MIGRATION)
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
