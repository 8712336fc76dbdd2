"""Reading what can still be read of a damaged database.

Each table is walked in the order of its rows; where a page is broken, the walk goes on after it. The
damaged file is never opened: a copy of it and of its write-ahead log is.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from interview_coach.store.copies import read_only
from interview_coach.store.database import Database, open_database
from interview_coach.store.facts import RESTORED, get_fact
from interview_coach.store.schema import SET_TURNS

# Parents before children.
TABLES = (
    "notes",
    "cards",
    "links",
    "algorithms",
    "sessions",
    "reviews",
    "marks",
    "mocks",
    "attempts",
    "points",
    "wanted",
    "interviews",
    "facts",
)
_SMALL_STEPS = 256  # rows: more than a page of 4 KiB holds of any table
_LAST = 2**48  # no number of a row of ours is higher
_PAGE = 4096
_INTERIOR = 5  # the type of a page that leads to others of its table
_FIRST = -(2**62)


def salvage(damaged: Path, backup: Path | None, into: Database) -> tuple[dict[str, int], dict[str, int]]:
    """Fills a new database with what can be read of a damaged one, then with what a backup has besides.

    Gives the rows of each table that came from the one and from the other. Rows whose parents are lost
    are among them: see `links`. Raises OSError where the file cannot be copied.
    """
    folder = into.path.parent / "damaged"
    folder.mkdir(mode=0o700)
    copy = folder / damaged.name
    for end in ("", "-wal"):
        if damaged.with_name(damaged.name + end).exists():
            shutil.copyfile(damaged.with_name(damaged.name + end), copy.with_name(copy.name + end))
    if not _columns_of(copy):
        _give_schema(copy, backup or _new(folder))
    into.connection.execute("PRAGMA foreign_keys = OFF")
    rows = _pour(copy, into)
    more = {} if backup is None else _pour(backup, into)
    into.connection.execute("PRAGMA foreign_keys = ON")
    return rows, more


def _new(folder: Path) -> Path:
    with closing(open_database(folder / "new.db")) as new:
        return new.path


def _give_schema(copy: Path, donor: Path) -> None:
    """Puts the pages that hold the schema of a database of the same make in the place of broken ones.

    They tell where each table begins, which stays the same as long as the schema does.
    """
    pages = _schema_pages(donor.read_bytes())
    first = bytearray(pages[1])
    if copy.with_name(f"{copy.name}-wal").exists():
        first[18:20] = b"\x02\x02"  # there is a write-ahead log to be read
    first[28:32] = (copy.stat().st_size // _PAGE).to_bytes(4, "big")  # how many pages there are
    first[32:40] = bytes(8)  # no free pages: nothing is going to be written
    with copy.open("r+b") as file:
        for number, page in {**pages, 1: bytes(first)}.items():
            file.seek((number - 1) * _PAGE)
            file.write(page)


def _schema_pages(database: bytes) -> dict[int, bytes]:
    """The pages of the schema's tree, by number: page 1 and what it leads to (SQLite file format, 1.6)."""
    found: dict[int, bytes] = {}
    numbers = [1]
    while numbers:
        number = numbers.pop()
        page = database[(number - 1) * _PAGE : number * _PAGE]
        found[number] = page
        head = 100 if number == 1 else 0
        if page[head] == _INTERIOR:
            cells = int.from_bytes(page[head + 3 : head + 5], "big")
            places = [
                int.from_bytes(page[at : at + 2], "big") for at in range(head + 12, head + 12 + 2 * cells, 2)
            ]
            numbers += [int.from_bytes(page[at : at + 4], "big") for at in (head + 8, *places)]
    return found


def _columns_of(path: Path) -> dict[str, list[str]]:
    """The columns of each of our tables in a database, as far as they can be read."""
    columns = {}
    with closing(_lenient(path)) as connection:
        for table in TABLES:
            try:
                columns[table] = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            except sqlite3.DatabaseError:
                continue
    return {table: names for table, names in columns.items() if names}


def _lenient(path: Path) -> sqlite3.Connection:
    connection = read_only(path)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    return connection


def _pour(source: Path, into: Database) -> dict[str, int]:
    """Adds the rows of `source` that can be read and that are not there yet; gives their number by table."""
    poured: dict[str, int] = {}
    there = _columns_of(source)
    wanted = _columns_of(into.path)
    with closing(_lenient(source)) as connection, into.transaction() as writing:
        if not _of_the_same_line(connection, writing):
            return {}
        for table in TABLES:
            columns = [name for name in wanted[table] if name in there.get(table, ())]
            if columns:
                poured[table] = _pour_table(connection, writing, table, columns)
        if "turn" not in there.get("reviews", ["turn"]):
            for statement in SET_TURNS:
                writing.execute(statement)
    return poured


def _of_the_same_line(source: sqlite3.Connection, into: sqlite3.Connection) -> bool:
    """Whether the ratings that both have are the same: else their numbers name other cards.

    What a restore has put away is of another line too, whether or not anything was practised since.
    """
    restored = get_fact(into, RESTORED)
    if restored is not None and restored != _restored(source):
        return False
    found = dict(into.execute("SELECT id, at FROM reviews").fetchall())
    return all(found.get(number, at) == at for number, at in readable(source, "reviews", ["id", "at"]))


def _restored(source: sqlite3.Connection) -> str | None:
    facts = dict(readable(source, "facts", ["name", "value"]))
    return facts.get(RESTORED)


def _pour_table(source: sqlite3.Connection, into: sqlite3.Connection, table: str, columns: list[str]) -> int:
    statement = (
        f"INSERT OR IGNORE INTO {table} ({', '.join(columns)})"  # noqa: S608 - own names
        f" VALUES ({', '.join('?' * len(columns))})"
    )
    number = 0
    for row in readable(source, table, columns):
        try:
            number += into.execute(statement, row).rowcount
        except sqlite3.IntegrityError:
            continue  # a value that this column cannot hold: the row was broken
    return number


def readable(connection: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of a table that can be read, in the order of their numbers."""
    query = f"SELECT rowid, {', '.join(columns)} FROM {table} WHERE rowid >= ? ORDER BY rowid"  # noqa: S608
    start: int | None = _FIRST
    while start is not None:
        try:
            for row in connection.execute(query, (start,)):
                if not start <= row[0] <= _LAST:
                    break  # pages that lead back to themselves, or numbers that are none
                start = row[0] + 1
                yield row[1:]
        except sqlite3.DatabaseError:
            # Python steps one row ahead: the last good row before a broken page has to be asked for alone.
            alone = _one(connection, query, start)
            if not alone:
                start = _beyond(connection, query, start)
            else:
                start = max(alone[0], start) + 1
                yield alone[1:]
        else:
            return


def _one(connection: sqlite3.Connection, query: str, start: int) -> tuple[Any, ...] | None:
    """The first row from `start`; an empty one where there is no more, None where it cannot be read."""
    try:
        return connection.execute(f"{query} LIMIT 1", (start,)).fetchone() or ()
    except sqlite3.DatabaseError:
        return None


def _beyond(connection: sqlite3.Connection, query: str, start: int) -> int | None:
    """The next number from which rows can be read, where they cannot from `start`; None if there is none."""

    def reads(number: int) -> bool:
        return _one(connection, query, number) is not None

    start = max(start, 0)
    for number in range(start + 1, start + _SMALL_STEPS):
        if reads(number):
            return number
    broken, step = start + _SMALL_STEPS - 1, _SMALL_STEPS
    while not reads(start + step):
        broken, step = start + step, step * 2
        if step > _LAST:
            return None
    whole = start + step
    while whole - broken > 1:
        middle = (whole + broken) // 2
        broken, whole = (broken, middle) if reads(middle) else (middle, whole)
    return whole


def told(rows: Mapping[str, int]) -> str:
    """The numbers of rows in words: '12 ratings, 4 cards'."""
    words = {"reviews": "ratings", "points": "points of answers"}
    return ", ".join(f"{number:,} {words.get(table, table)}" for table, number in rows.items() if number)
