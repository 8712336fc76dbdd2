"""The whole database as one JSON document, and back: every table, every row, every value as it is kept."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from interview_coach.notes.text import escaped
from interview_coach.store.schema import APPLICATION_ID, CURRENT, VERSIONS
from interview_coach.telling import Tell, counted, silent

SCHEMA = 1
MARK = "interview_coach"  # the key that tells such a document from any other


def tables(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables, each after those that it refers to."""
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY rowid"
    )
    return [name for (name,) in rows]


def rows(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table, column by name, in the order in which they were written."""
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608 - a name from `tables`
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def write(connection: sqlite3.Connection, out: TextIO, head: Mapping[str, Any], tell: Tell = silent) -> None:
    """Writes the document, a line a row, all as of one moment. `head` comes first in it."""
    connection.execute("BEGIN")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        first = {"schema": SCHEMA, **head, "database": version}
        out.write("{" + ",\n".join(f"{_text(key)}: {_text(value)}" for key, value in first.items()))
        for table in tables(connection):
            out.write(f",\n{_text(table)}: [")
            between = "\n"
            for row in counted(f"Writing {table}", rows(connection, table), _count(connection, table), tell):
                out.write(between + _text(row))
                between = ",\n"
            out.write("]")
        out.write("}\n")
    finally:
        connection.execute("COMMIT")


def build(document: Mapping[str, Any], path: Path, tell: Tell = silent) -> None:
    """Makes a new database of the document at `path`, of the schema that the document was written from.

    Raises ValueError saying what is wrong with a document that cannot be used.
    """
    version = document.get("database")
    if not isinstance(version, int) or not 1 <= version <= CURRENT:
        raise ValueError(f"its database schema is {version!r}; this interview-coach knows 1 to {CURRENT}")
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("BEGIN")
        for statement in (each for steps in VERSIONS[:version] for each in steps):
            connection.execute(statement)
        for table in tables(connection):
            _fill(connection, table, document.get(table), tell)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
        stray = connection.execute("PRAGMA foreign_key_check").fetchone()
        if stray is not None:
            raise ValueError(f"row {stray[1]} of {stray[0]!r} refers to one of {stray[2]!r} that is not there")
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise ValueError(str(error)) from error
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, table: str, given: Any, tell: Tell) -> None:
    if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
        raise ValueError(f"it has no list of rows {table!r}")
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - our own schema
    for number, row in enumerate(counted(f"Reading {table}", given, len(given), tell), start=1):
        if row.keys() != set(columns):
            odd = ", ".join(sorted(row.keys() ^ set(columns)))
            raise ValueError(f"row {number} of {table!r} lacks or has beside its columns: {odd}")
        try:
            connection.execute(statement, [row[column] for column in columns])
        except (sqlite3.Error, OverflowError) as error:
            raise ValueError(f"row {number} of {table!r}: {error}") from error


def copy(source: sqlite3.Connection, target: sqlite3.Connection, tell: Tell = silent) -> None:
    """Puts every row of one database into another of the same schema that holds none but facts."""
    for table in tables(source):
        for row in counted(f"Bringing back {table}", rows(source, table), _count(source, table), tell):
            target.execute(
                f"INSERT OR REPLACE INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608
                list(row.values()),
            )


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - as in `rows`


def _text(value: Any) -> str:
    return escaped(json.dumps(value, ensure_ascii=False))
