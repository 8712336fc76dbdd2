"""The database file: private, refused where it is not ours, and honest about what went wrong."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from interview_coach.errors import CoachError
from interview_coach.store import database as module
from interview_coach.store.database import open_database
from interview_coach.store.schema import CURRENT


def test_a_new_database_is_private_to_the_user(tmp_path: Path) -> None:
    path = tmp_path / "data" / "coach.db"
    database = open_database(path)
    with database.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('a', 'b')")
    files = [path, path.with_name("coach.db-wal")]
    assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600, 0o600]
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    database.close()


def test_each_commit_reaches_the_disk(tmp_path: Path) -> None:
    database = open_database(tmp_path / "coach.db")
    settings = {
        name: database.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "fullfsync", "foreign_keys", "user_version")
    }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "foreign_keys": 1,
        "user_version": CURRENT,
    }
    database.close()


def test_a_transaction_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    database = open_database(tmp_path / "coach.db")

    def write_and_fail() -> None:
        with database.transaction() as connection:
            connection.execute("INSERT INTO facts VALUES ('a', 'b')")
            raise LookupError

    with pytest.raises(LookupError):
        write_and_fail()
    assert database.connection.execute("SELECT count(*) FROM facts").fetchone() == (0,)
    with database.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('a', 'c')")
    assert database.connection.execute("SELECT value FROM facts").fetchall() == [("c",)]
    database.close()


def test_a_newer_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "coach.db"
    open_database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {CURRENT + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CoachError, match="newer interview-coach"):
        open_database(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "coach.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CoachError, match="another program"):
        open_database(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_damaged_database_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "coach.db"
    path.write_bytes(content)
    with pytest.raises(CoachError) as caught:
        open_database(path)
    assert str(path) in caught.value.message
    assert "backup" in caught.value.hint
    assert path.read_bytes() == content


def test_a_full_disk_keeps_what_was_saved(tmp_path: Path) -> None:
    database = open_database(tmp_path / "coach.db")
    with database.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('kept', 'yes')")
    pages = database.connection.execute("PRAGMA page_count").fetchone()[0]
    database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CoachError, match="disk is full"), database.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('large', ?)", ("x" * 100_000,))
    assert database.connection.execute("SELECT name FROM facts").fetchall() == [("kept",)]
    database.connection.execute(f"PRAGMA max_page_count = {pages + 100}")
    with database.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('large', ?)", ("x" * 100_000,))
    database.close()


def test_a_locked_database_says_who_waits_for_whom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUSY_MS", 50)
    path = tmp_path / "coach.db"
    first, second = open_database(path), open_database(path)
    with first.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('a', 'b')")
        with pytest.raises(CoachError, match="another program"), second.transaction():
            pass
    with second.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('c', 'd')")
    first.close()
    second.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the way")
    with pytest.raises(CoachError, match="data"):
        open_database(tmp_path / "data" / "coach.db")


def test_room_in_the_log_changes_nothing_and_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "coach.db"
    log = path.with_name("coach.db-wal")
    database = open_database(path)
    with database.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('a', 'b')")
    database.make_room()
    size, written = log.stat().st_size, log.stat().st_mtime_ns
    assert size >= module.ROOM_BYTES
    assert database.connection.execute("SELECT * FROM facts").fetchall() == [("a", "b")]
    assert database.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.make_room()
    assert (log.stat().st_size, log.stat().st_mtime_ns) == (size, written)
    with database.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('c', 'd')")
    assert log.stat().st_size == size, "written over, not lengthened"
    database.close()
    again = open_database(path)
    assert again.connection.execute("SELECT count(*) FROM facts").fetchone() == (2,)
    again.close()


def test_a_disk_that_is_nearly_full_is_not_filled_with_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "coach.db"
    database = open_database(path)
    disk = os.statvfs(tmp_path)
    monkeypatch.setattr(module, "SPARE", disk.f_blocks * disk.f_frsize)
    size = path.with_name("coach.db-wal").stat().st_size
    database.make_room()
    assert path.with_name("coach.db-wal").stat().st_size == size
    database.close()
