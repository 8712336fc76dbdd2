"""Backups: whole or not there, few enough, and never at the cost of a good one."""

import shutil
import sqlite3
import stat
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.errors import CoachError
from interview_coach.store import backup, copies
from interview_coach.store.backup import DAYS, MONTHS, OTHERS, WEEKS, Backup, Reason, keep_backup, surplus
from interview_coach.store.database import Database, open_database
from interview_coach.store.facts import put_fact
from interview_coach.store.schema import CURRENT
from interview_coach.store.trouble import DamagedError

NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "coach.db")
    with opened.transaction() as connection:
        for number in range(500):
            put_fact(connection, f"name {number}", "value " * 20)
    yield opened
    opened.close()


def facts_in(path: Path) -> int:
    with closing(copies.read_only(path)) as copy:
        return int(copy.execute("SELECT count(*) FROM facts").fetchone()[0])


def damage(path: Path, page: int = 3, pages: int = 2) -> None:
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(b"\xa5" * 4096 * pages)


# -- making one


def test_a_backup_is_one_private_file_with_all_that_was_committed(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    kept = keep_backup(database.connection, folder, NOW, Reason.DAILY)
    assert [path.name for path in folder.iterdir()] == ["coach-2026-03-02T070000Z-daily.db"]
    assert backup.list_backups(folder) == [kept]
    assert facts_in(kept.path) == 500
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_two_backups_of_one_moment_have_two_names(database: Database, tmp_path: Path) -> None:
    first = keep_backup(database.connection, tmp_path, NOW, Reason.ASKED)
    second = keep_backup(database.connection, tmp_path, NOW, Reason.ASKED)
    assert [each.path for each in backup.list_backups(tmp_path)] == [second.path, first.path]


def test_a_backup_is_one_moments_state_while_others_write(database: Database, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(database.path, isolation_level=None, timeout=10)) as other:
            number = 0
            while not stop.is_set():
                other.execute("BEGIN IMMEDIATE")
                for half in ("left", "right"):
                    other.execute("INSERT INTO facts VALUES (?, '')", (f"{half} {number}",))
                other.execute("COMMIT")
                number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(10):
            path = tmp_path / f"{number}.db"
            copies.copy_to(database.connection, path)
            assert facts_in(path) % 2 == 0
    finally:
        stop.set()
        writer.join()


def test_a_damaged_database_does_not_take_the_place_of_a_good_backup(tmp_path: Path) -> None:
    path = tmp_path / "data" / "coach.db"
    with closing(open_database(path)) as database:
        with database.transaction() as connection:
            for number in range(500):
                put_fact(connection, f"name {number}", "value " * 20)
        good = keep_backup(database.connection, path.parent / "backups", NOW, Reason.DAILY)
    damage(path, page=-(-path.stat().st_size // 4096) - 4)
    with closing(open_database(path)) as database, pytest.raises(DamagedError) as caught:
        keep_backup(database.connection, path.parent / "backups", NOW + timedelta(days=1), Reason.DAILY)
    assert str(path) in caught.value.message
    assert f"restore {good.path} --workspace {tmp_path}" in caught.value.hint
    assert list((path.parent / "backups").iterdir()) == [good.path]
    with closing(open_database(path)) as database, pytest.raises(DamagedError):
        copies.copy_to(database.connection, good.path)
    assert facts_in(good.path) == 500


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MiB."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk can be mounted by root only")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_backup_that_finds_no_room_leaves_nothing_behind(database: Database, small_disk: Path) -> None:
    (small_disk / "other").write_bytes(b"x" * 950_000)
    with pytest.raises(CoachError, match="disk is full"):
        copies.copy_to(database.connection, small_disk / "copy.db")
    assert [path.name for path in small_disk.iterdir()] == ["other"]
    (small_disk / "other").unlink()
    copies.copy_to(database.connection, small_disk / "copy.db")
    assert facts_in(small_disk / "copy.db") == 500


# -- looking into one


def test_what_is_no_backup_is_told_apart(database: Database, tmp_path: Path) -> None:
    text, foreign, newer, damaged = (tmp_path / name for name in ("a.txt", "foreign.db", "newer.db", "bad.db"))
    text.write_text("not a database\n" * 100)
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    for path in (newer, damaged):
        copies.copy_to(database.connection, path)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version = {CURRENT + 1}")
    damage(damaged)
    for path, words in (
        (text, "not a database"),
        (foreign, "not a database of interview-coach"),
        (newer, "newer interview-coach"),
        (damaged, "damaged"),
        (tmp_path / "none.db", "no such file"),
    ):
        before = path.read_bytes() if path.exists() else None
        with pytest.raises(CoachError, match=words) as caught:
            copies.contents_of(path)
        assert str(path) in caught.value.message
        assert before is None or path.read_bytes() == before


# -- thinning

moments = st.lists(
    st.tuples(
        st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31)).map(  # noqa: DTZ001 - made aware below
            lambda moment: moment.replace(tzinfo=UTC, microsecond=0)
        ),
        st.sampled_from(Reason),
    ),
    max_size=60,
    unique_by=lambda taken: taken[0],
)


def named(taken: list[tuple[datetime, Reason]]) -> list[Backup]:
    return [Backup(Path(f"{number}.db"), moment, reason) for number, (moment, reason) in enumerate(taken)]


def day_of(moment: datetime) -> date:
    return moment.date()


@given(moments)
def test_thinning_keeps_the_newest_of_each_day_week_and_month(taken: list[tuple[datetime, Reason]]) -> None:
    backups = named(taken)
    removed = surplus(backups, day_of)
    kept = [each for each in backups if each not in removed]
    newest_first = sorted(backups, key=lambda each: each.moment, reverse=True)
    assert newest_first[:1] == sorted(kept, key=lambda each: each.moment, reverse=True)[:1]
    for number, unit in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest: dict[str, Backup] = {}
        for each in newest_first:
            newest.setdefault(each.moment.strftime(unit), each)
        assert set(list(newest.values())[:number]) <= set(kept)
    assert set([each for each in newest_first if each.reason is not Reason.DAILY][:OTHERS]) <= set(kept)
    assert len(kept) <= DAYS + WEEKS + MONTHS + OTHERS
    assert surplus(kept, day_of) == []


@given(st.integers(1, 500))
def test_a_year_and_more_of_days_leaves_few(days: int) -> None:
    """One a day, thinned each day, as it goes in practice."""
    kept: list[Backup] = []
    for number in range(days):
        kept.append(Backup(Path(f"{number}.db"), NOW + timedelta(days=number), Reason.DAILY))
        removed = surplus(kept, day_of)
        kept = [each for each in kept if each not in removed]
    ages = {days - 1 - int(each.path.stem) for each in kept}
    assert set(range(min(days, DAYS))) <= ages
    assert len(kept) <= DAYS + WEEKS + MONTHS
    if days > 200:
        assert max(ages) > 120


def test_thinning_counts_no_damaged_backup(database: Database, tmp_path: Path) -> None:
    """Else the damaged one of a day would push out the good one."""
    folder = tmp_path / "backups"
    for number in range(30):
        keep_backup(database.connection, folder, NOW + timedelta(days=number), Reason.DAILY)
    for each in backup.list_backups(folder)[:3]:
        damage(each.path)
    good = [each.path for each in backup.list_backups(folder)][3:10]
    assert backup.thin(folder, day_of)
    assert all(path.exists() for path in good)
    assert backup.newest_good(folder) == backup.list_backups(folder)[3]


def test_the_only_good_backup_stays(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    only = keep_backup(database.connection, folder, NOW - timedelta(days=1000), Reason.DAILY)
    for number in range(40):
        damage(keep_backup(database.connection, folder, NOW + timedelta(days=number), Reason.DAILY).path)
    backup.thin(folder, day_of)
    assert backup.newest_good(folder) == only
