"""Small things to remember, by name: what the cards were made with, the theme last chosen."""

import sqlite3

RESTORED = "restored"  # changes with each restore: a sitting that began before one must not go on
FITTED = "fitted"  # JSON: the fits of the schedule that were taken, the one in use last


def get_fact(connection: sqlite3.Connection, name: str) -> str | None:
    """The value kept under a name, or None."""
    row = connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def put_fact(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Keeps a value under a name, in place of what was there."""
    connection.execute(
        "INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
