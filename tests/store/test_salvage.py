"""What can be read of a damaged database is read, whatever part of it is broken."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interview_coach.store import copies, faults
from interview_coach.store.database import open_database
from interview_coach.store.facts import RESTORED, put_fact
from interview_coach.store.faults import FAULTS
from interview_coach.store.salvage import TABLES, readable, salvage
from tests.store.test_upgrade import VERSIONS, as_it_was, content

PAGE = 4096
NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A database of some days' practice; its copy in backups.db is of before the last rating."""
    path = as_it_was(tmp_path, VERSIONS[-1])
    with closing(open_database(path)) as database:
        copies.copy_to(database.connection, tmp_path / "backup.db")
        with database.transaction() as connection:
            connection.execute("UPDATE reviews SET rating = 1 WHERE id = 1")
    return path


def gathered(path: Path, backup: Path | None, tmp_path: Path) -> tuple[Path, dict[str, int], dict[str, int]]:
    folder = tmp_path / f"gathered {len(list(tmp_path.iterdir()))}"
    with closing(open_database(folder / "coach.db")) as into:
        rows, more = salvage(path, backup, into)
        with into.transaction() as connection:
            faults.mend(connection, FAULTS, NOW)
        assert into.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert faults.integrity(into.connection) == []
        return into.path, rows, more


def break_page(path: Path, number: int, fill: bytes = b"\xa5") -> None:
    with path.open("r+b") as file:
        file.seek(number * PAGE)
        file.write(fill * PAGE)


def cells_of(path: Path, number: int) -> int:
    """How many rows a leaf of a table holds."""
    page = path.read_bytes()[number * PAGE : (number + 1) * PAGE]
    assert page[0] == 13
    return int.from_bytes(page[3:5], "big")


def test_all_of_a_sound_database_is_read(sound: Path, tmp_path: Path) -> None:
    path, _, more = gathered(sound, None, tmp_path)
    assert content(path) == content(sound)
    assert more == {}


def test_each_page_may_break_and_the_rest_is_read(sound: Path, tmp_path: Path) -> None:
    """With the backup of before the last rating, nothing but that rating can be lost."""
    whole = content(sound)
    pages = sound.stat().st_size // PAGE
    backup = tmp_path / "backup.db"
    for number in range(pages):
        broken = tmp_path / "broken.db"
        broken.write_bytes(sound.read_bytes())
        break_page(broken, number, b"\x00" if number % 2 else b"\xa5")
        before = broken.read_bytes()
        path, rows, more = gathered(broken, backup, tmp_path)
        assert broken.read_bytes() == before
        for table in TABLES:
            found = content(path)[table]
            if table == "reviews":  # the rating changed since the backup may be the old one
                assert [row[0] for row in found] == [row[0] for row in whole[table]], number
            else:
                assert sorted(found, key=repr) == sorted(whole[table], key=repr), (number, table)
        assert sum(rows.values()) + sum(more.values()) == sum(len(each) for each in whole.values())
        assert sum(rows.values()) > 0, number


def test_without_a_backup_the_log_is_kept_though_its_cards_are_lost(sound: Path, tmp_path: Path) -> None:
    whole = content(sound)
    with closing(sqlite3.connect(sound)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'cards'").fetchone()[0]
    break_page(sound, root - 1)
    path, rows, _ = gathered(sound, None, tmp_path)
    assert rows["cards"] == 0
    assert content(path)["reviews"] == whole["reviews"]
    with closing(sqlite3.connect(path)) as connection:
        stand_ins = dict(connection.execute("SELECT id, prompt FROM cards WHERE missing_since IS NOT NULL"))
        shown = dict(connection.execute("SELECT card_id, prompt FROM reviews ORDER BY turn"))
    assert shown.items() <= stand_ins.items()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_broken_first_page_is_taken_from_a_new_database(tmp_path: Path, version: int) -> None:
    """Only where the file was made in today's schema does a new one begin its tables at the same pages."""
    path = as_it_was(tmp_path, version)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_count")
    reviews = content(path)["reviews"]
    break_page(path, 0)
    found, rows, _ = gathered(path, None, tmp_path)
    kept = [row[: len(reviews[0])] for row in content(found)["reviews"]]
    assert kept in ([], reviews)
    assert rows.get("reviews", 0) == len(kept)


def test_what_stands_in_the_write_ahead_log_is_read_too(tmp_path: Path) -> None:
    source = tmp_path / "data" / "coach.db"
    database = open_database(source)
    with database.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('only', 'in the log')")
    broken = tmp_path / "killed" / "coach.db"
    broken.parent.mkdir()
    for end in ("", "-wal"):
        broken.with_name(f"coach.db{end}").write_bytes(source.with_name(f"coach.db{end}").read_bytes())
    database.close()
    before = broken.with_name("coach.db-wal").read_bytes()
    path, _, _ = gathered(broken, None, tmp_path)
    assert ("only", "in the log") in content(path)["facts"]
    assert broken.with_name("coach.db-wal").read_bytes() == before
    assert not broken.with_name("coach.db-shm").exists(), "the file itself was not opened"


def test_a_backup_of_another_persons_practice_adds_nothing(sound: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("UPDATE reviews SET at = at + 1")
        connection.execute("INSERT INTO facts VALUES ('theirs', 'yes')")
    path, _, more = gathered(sound, other, tmp_path)
    assert more == {}
    assert content(path) == content(sound)


def test_what_a_restore_put_away_is_not_gathered_again(sound: Path, tmp_path: Path) -> None:
    put_away = tmp_path / "put away.db"
    with closing(open_database(sound)) as database:
        copies.copy_to(database.connection, put_away)  # as a restore keeps what was there
        with database.transaction() as connection:  # and as it leaves an older state
            connection.execute("UPDATE attempts SET review_id = NULL")
            connection.execute("DELETE FROM reviews WHERE id = (SELECT max(id) FROM reviews)")
            put_fact(connection, RESTORED, "a restore")
        (left,) = database.connection.execute("SELECT count(*) FROM reviews").fetchone()
    _, rows, more = gathered(sound, put_away, tmp_path)
    assert (rows["reviews"], more) == (left, {})
    with closing(open_database(put_away)) as database, database.transaction() as connection:
        put_fact(connection, RESTORED, "a restore")
    assert gathered(sound, put_away, tmp_path)[2]["reviews"] == 1


def test_reading_goes_on_behind_long_holes(tmp_path: Path) -> None:
    path = tmp_path / "numbers.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE numbers (id INTEGER PRIMARY KEY, text TEXT)")
        connection.executemany(
            "INSERT INTO numbers VALUES (?, ?)", ((number, f"{number} " * 20) for number in range(20_000))
        )
    pages = path.stat().st_size // PAGE
    lost = 0
    for number in (40, pages // 2, *range(pages // 4, pages // 4 + 60), pages - 3):
        lost += cells_of(path, number)
        break_page(path, number)
    with closing(copies.read_only(path)) as connection:
        found = [row[0] for row in readable(connection, "numbers", ["id", "text"])]
    assert len(set(found)) == len(found) == 20_000 - lost


def test_a_file_of_nothing_but_noise_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "noise.db"
    path.write_bytes(bytes(range(256)) * 400)
    found, rows, _ = gathered(path, None, tmp_path)
    assert sum(rows.values()) == 0
    assert content(found)["reviews"] == []
