"""A database of each earlier schema opens with all that it held."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from interview_coach.coach.replay import differences
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store.backup import Reason, list_backups
from interview_coach.store.copies import contents_of
from interview_coach.store.database import open_database
from interview_coach.store.schema import CURRENT
from tests.making import FakeClock, open_at
from tests.store.fixtures.make import FOLDER

VERSIONS = range(1, CURRENT + 1)


def as_it_was(root: Path, version: int) -> Path:
    """The database of a version, in a workspace; gives its path."""
    path = root / "data" / "coach.db"
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FOLDER / f"version_{version}.sql").read_text(encoding="utf-8"))
    return path


def content(path: Path, columns: dict[str, list[str]] | None = None) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, in the columns given."""
    with closing(sqlite3.connect(path)) as connection:
        wanted = columns or columns_of(path)
        return {
            table: connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY rowid").fetchall()  # noqa: S608
            for table, names in wanted.items()
        }


def columns_of(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {t: [row[1] for row in connection.execute(f"PRAGMA table_info({t})")] for (t,) in tables}


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_database_is_brought_up_with_equal_content(tmp_path: Path, version: int) -> None:
    path = as_it_was(tmp_path, version)
    columns, before = columns_of(path), content(path)
    open_database(path).close()
    assert content(path, columns) == before
    fresh = tmp_path / "fresh.db"
    open_database(fresh).close()
    assert columns_of(path) == columns_of(fresh)
    assert contents_of(path).version == CURRENT


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_the_database_is_backed_up_before_it_is_brought_up(tmp_path: Path, version: int) -> None:
    path = as_it_was(tmp_path, version)
    before = content(path)
    open_database(path).close()
    (kept,) = list_backups(path.parent / "backups")
    assert kept.reason is Reason.MIGRATION
    assert contents_of(kept.path).version == version
    assert content(kept.path) == before
    open_database(path).close()
    assert len(list_backups(path.parent / "backups")) == 1


@pytest.mark.parametrize("version", VERSIONS)
def test_practice_goes_on_where_an_old_database_left_it(tmp_path: Path, version: int) -> None:
    as_it_was(tmp_path, version)
    (tmp_path / "decks").mkdir()
    clock = FakeClock()
    clock.pass_time(days=4)
    coach = open_at(tmp_path, clock)
    assert list(differences(coach.database.connection, DEFAULTS)) == []
    practice = coach.practice()
    practice.rate(Rating.GOOD)
    assert list(differences(coach.database.connection, DEFAULTS)) == []
    while practice.undo() is not None:
        assert list(differences(coach.database.connection, DEFAULTS)) == []
    assert coach.database.connection.execute("SELECT sum(reps), sum(flagged) FROM cards").fetchone() == (0, 0)
    coach.close()


def test_what_was_done_before_has_its_order(tmp_path: Path) -> None:
    path = as_it_was(tmp_path, 1)
    database = open_database(path)
    for table in ("reviews", "marks"):
        rows = database.connection.execute(f"SELECT id, turn, at FROM {table} ORDER BY turn").fetchall()  # noqa: S608
        assert [row[0] for row in rows] == sorted(row[0] for row in rows)
        assert all(turn >= at for _, turn, at in rows)
    turns = database.connection.execute("SELECT turn FROM reviews UNION ALL SELECT turn FROM marks").fetchall()
    assert len(set(turns)) == len(turns)
    database.close()
