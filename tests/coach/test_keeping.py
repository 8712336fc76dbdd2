"""Backups day by day, and going back to one."""

import fcntl
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from interview_coach.coach.coach import Coach
from interview_coach.coach.keeping import back_up, listed, restore
from interview_coach.coach.practice import Attempt
from interview_coach.coach.replay import differences
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store.backup import Reason
from interview_coach.store.copies import contents_of
from interview_coach.store.database import open_database
from interview_coach.store.schema import CURRENT
from interview_coach.workspace import Workspace
from tests.making import FakeClock, open_at
from tests.store.fixtures.make import FOLDER
from tests.store.test_backup import damage


def ratings(coach: Coach) -> int:
    row = coach.database.connection.execute("SELECT count(*) FROM reviews WHERE undone_at IS NULL").fetchone()
    return int(row[0])


def names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "data" / "backups").iterdir())


def root_page(path: Path, table: str) -> int:
    """Where a table begins, in pages from the file's beginning."""
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return int(row[0]) - 1


# -- day by day


def test_a_backup_is_made_once_on_a_day_after_practice(coach: Coach, clock: FakeClock, root: Path) -> None:
    assert coach.daily_backup() is None, "nothing was practised yet"
    coach.practice().rate(Rating.GOOD)
    first = coach.daily_backup()
    assert first is not None
    assert contents_of(first.path).reviews == 1
    coach.practice().rate(Rating.GOOD)
    assert coach.daily_backup() is None, "once a day"
    clock.pass_time(days=1)
    second = coach.daily_backup()
    assert second is not None
    assert contents_of(second.path).reviews == 2
    clock.pass_time(days=1)
    assert coach.daily_backup() is None, "nothing was practised since"
    coach.practice().undo()
    assert coach.daily_backup() is not None, "taking back is practice too"
    assert len(names(root)) == 3


def test_as_many_ratings_as_in_the_last_backup_and_other_ones_are_backed_up(
    root: Path, clock: FakeClock
) -> None:
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.GOOD)
    early = back_up(coach.database, None, clock())[0]
    practice.rate(Rating.GOOD)
    coach.close()
    clock.pass_time(days=1)
    restore(Workspace(root), early, clock())  # backs up what was there: two ratings
    coach = open_at(root, clock)
    coach.practice().rate(Rating.EASY)  # two again
    made = coach.daily_backup()
    assert made is not None
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT rating FROM reviews").fetchall() == [(3,), (4,)]
    coach.close()


def test_the_backup_just_made_stays_where_the_clock_was_set_back(coach: Coach, clock: FakeClock) -> None:
    coach.practice().rate(Rating.GOOD)
    back_up(coach.database, None, clock())
    coach.practice().rate(Rating.GOOD)
    clock.pass_time(hours=-1)
    made = coach.daily_backup()
    assert made is not None
    assert contents_of(made.path).reviews == 2
    assert coach.daily_backup() is None, "once a day"


def test_what_is_said_later_of_an_answer_is_backed_up(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice()
    answer = Attempt("text", 4_000, words=3)
    practice.answered(answer)
    assert coach.daily_backup() is not None
    clock.pass_time(days=1)
    assert coach.daily_backup() is None, "nothing is new"
    practice.answered(replace(answer, rubric={"result": 4}))
    assert coach.daily_backup() is not None


def test_the_day_of_a_backup_turns_with_the_study_day(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    clock.pass_time(hours=15)  # eleven at night
    coach.practice().rate(Rating.GOOD)
    assert coach.daily_backup() is not None
    clock.pass_time(hours=4)  # three at night: the same study day
    coach.practice().rate(Rating.GOOD)
    assert coach.daily_backup() is None
    clock.pass_time(hours=2)
    assert coach.daily_backup() is not None
    coach.close()


def test_backups_are_thinned_as_the_days_pass(coach: Coach, clock: FakeClock, root: Path) -> None:
    for _ in range(40):
        practice = coach.practice()
        if practice.current is not None:
            practice.rate(Rating.AGAIN)
        coach.daily_backup()
        clock.pass_time(days=1)
    assert 8 < len(names(root)) <= 17


def test_a_daily_backup_of_a_damaged_database_says_so_and_keeps_the_good_one(
    root: Path, clock: FakeClock
) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.GOOD)
    good = coach.daily_backup()
    coach.close()
    assert good is not None
    damage(coach.database.path, page=root_page(coach.database.path, "points"), pages=1)
    clock.pass_time(days=1)
    coach = open_at(root, clock)
    coach.practice().rate(Rating.GOOD)
    with pytest.raises(CoachError, match="damaged") as caught:
        coach.daily_backup()
    assert str(good.path) in caught.value.hint
    assert names(root) == [good.path.name]
    coach.close()


# -- by hand


def test_a_backup_goes_where_it_is_asked_to(coach: Coach, tmp_path: Path, clock: FakeClock) -> None:
    coach.practice().rate(Rating.GOOD)
    file = tmp_path / "mine.db"
    path, contents = back_up(coach.database, file, clock())
    assert (path, contents.reviews, contents.cards) == (file, 1, 10)
    coach.practice().rate(Rating.GOOD)
    assert back_up(coach.database, file, clock())[1].reviews == 2, "in the place of an older backup"
    folder = tmp_path / "folder"
    folder.mkdir()
    assert back_up(coach.database, folder, clock())[0].parent == folder
    assert back_up(coach.database, None, clock())[0].parent == coach.workspace.data / "backups"


def test_a_backup_writes_over_nothing_but_a_backup(coach: Coach, root: Path, clock: FakeClock) -> None:
    note = root / "decks" / "bread.md"
    text = note.read_bytes()
    with pytest.raises(CoachError, match="no backup"):
        back_up(coach.database, note, clock())
    assert note.read_bytes() == text
    with pytest.raises(CoachError, match="the database itself"):
        back_up(coach.database, coach.database.path, clock())


# -- going back


def test_restore_brings_everything_back_and_keeps_what_was_there(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.GOOD)
    before = [each.stored for each in coach.cards()]
    file, _ = back_up(coach.database, root / "mine.db", clock())
    bytes_before = file.read_bytes()
    coach.practice().rate(Rating.EASY)
    coach.practice().suspend()
    done = restore(Workspace(root), file, clock())
    assert [each.stored for each in coach.cards()] == before
    assert done.contents.reviews == 1
    assert file.read_bytes() == bytes_before
    assert done.before is not None
    restore(Workspace(root), done.before, clock())
    assert ratings(coach) == 2, "a restore can be taken back by another"
    coach.close()


def test_an_open_window_sees_the_restored_database_and_starts_anew(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    file, _ = back_up(coach.database, None, clock())
    sitting = coach.practice()
    sitting.rate(Rating.GOOD)
    restore(Workspace(root), file, clock())
    for deed in (lambda: sitting.rate(Rating.GOOD), sitting.suspend, sitting.undo):
        with pytest.raises(CoachError, match="restored from a backup in another window"):
            deed()
    assert ratings(coach) == 0
    sitting.finish()
    coach.practice().rate(Rating.GOOD)
    assert ratings(coach) == 1
    assert list(differences(coach.database.connection, DEFAULTS)) == []
    coach.close()


def test_restore_waits_for_no_ever_when_another_program_writes(
    root: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = open_at(root, clock)
    file, _ = back_up(coach.database, None, clock())
    for module in ("copies", "database"):
        monkeypatch.setattr(f"interview_coach.store.{module}.BUSY_MS", 50)
    with (
        coach.database.transaction(),
        pytest.raises(CoachError, match="another program has been writing"),
    ):
        restore(Workspace(root), file, clock())
    restore(Workspace(root), file, clock())
    coach.close()


@pytest.mark.parametrize("kind", ["damaged", "newer", "foreign", "text", "none", "itself"])
def test_what_cannot_be_restored_is_refused_with_nothing_changed(
    root: Path, clock: FakeClock, kind: str
) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.GOOD)
    file, _ = back_up(coach.database, root / "file.db", clock())
    coach.close()
    if kind == "damaged":
        damage(file)
    elif kind == "newer":
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(f"PRAGMA user_version = {CURRENT + 1}")
    elif kind == "foreign":
        file.unlink()
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("CREATE TABLE theirs (x)")
    elif kind == "text":
        file.write_text("dear diary")
    elif kind == "none":
        file.unlink()
    else:
        file = root / "data" / "coach.db"
    before = (root / "data" / "coach.db").read_bytes()
    with pytest.raises(CoachError) as caught:
        restore(Workspace(root), file, clock())
    assert str(file) in caught.value.message
    assert caught.value.hint
    assert (root / "data" / "coach.db").read_bytes() == before
    assert sorted(path.name for path in (root / "data").iterdir()) == ["coach.db", "coach.db-lock"]


def test_a_backup_of_an_older_version_is_brought_up(root: Path, clock: FakeClock) -> None:
    file = root / "old.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((FOLDER / "version_1.sql").read_text(encoding="utf-8"))
    before = file.read_bytes()
    done = restore(Workspace(root), file, clock())
    assert done.before is None
    coach = open_at(root, clock)
    assert ratings(coach) == done.contents.reviews > 0
    assert list(differences(coach.database.connection, DEFAULTS)) == []
    assert file.read_bytes() == before
    coach.close()


def test_a_backup_with_other_pages_is_restored_too(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.GOOD)
    file, _ = back_up(coach.database, root / "file.db", clock())
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("VACUUM")
    coach.practice().rate(Rating.GOOD)
    restore(Workspace(root), file, clock())
    assert ratings(coach) == 1
    coach.close()


def test_a_copy_made_by_hand_with_its_log_beside_it_is_restored_whole(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.GOOD)
    for end in ("", "-wal"):
        shutil.copy(f"{coach.database.path}{end}", root / f"copy.db{end}")
    coach.practice().rate(Rating.GOOD)
    assert restore(Workspace(root), root / "copy.db", clock()).contents.reviews == 1
    coach.close()


def test_a_damaged_database_is_put_aside_with_its_log(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.GOOD)
    file, _ = back_up(coach.database, None, clock())
    coach.close()
    path = root / "data" / "coach.db"
    path.write_bytes(b"\xff" * 50_000)
    path.with_name("coach.db-wal").write_bytes(b"\xee" * 50_000)
    with pytest.raises(CoachError, match="damaged") as caught:
        open_at(root, clock)
    assert f"interview-coach restore {file} --workspace {root}" in caught.value.hint
    done = restore(Workspace(root), file, clock())
    assert done.aside is not None
    assert done.aside.read_bytes() == b"\xff" * 50_000
    assert done.aside.with_name(f"{done.aside.name}-wal").read_bytes() == b"\xee" * 50_000
    coach = open_at(root, clock)
    assert ratings(coach) == 1
    coach.close()


def test_a_damaged_database_that_is_open_elsewhere_stays_where_it_is(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    file, _ = back_up(coach.database, None, clock())
    coach.close()
    coach = open_at(root, clock)
    path = root / "data" / "coach.db"
    content = b"\xff" * path.stat().st_size
    with path.open("r+b") as file_now:
        file_now.write(content)
    with pytest.raises(CoachError, match="open in another window"):
        restore(Workspace(root), file, clock())
    assert path.read_bytes() == content
    coach.database.connection.close()


def test_a_database_that_is_gone_is_not_begun_anew_in_silence(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.GOOD)
    file, _ = back_up(coach.database, None, clock())
    coach.close()
    path = root / "data" / "coach.db"
    for gone, said in ((path.unlink, "not there"), (path.touch, "empty")):
        gone()
        with pytest.raises(CoachError, match=f"the database is {said}, but backups of it are there") as caught:
            open_at(root, clock)
        assert str(file) in caught.value.hint
    assert restore(Workspace(root), file, clock()).contents.reviews == 1
    coach = open_at(root, clock)
    assert ratings(coach) == 1
    coach.close()


def test_a_database_that_was_emptied_under_an_open_window_is_called_so(coach: Coach, root: Path) -> None:
    (root / "data" / "coach.db").write_bytes(b"")
    with pytest.raises(CoachError, match="the database is empty"):
        coach.again()


def test_on_a_mac_a_copy_is_on_the_disk_itself_before_it_counts(
    coach: Coach, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda file, command: asked.append(command))
    back_up(coach.database, None, clock())
    assert asked == [51, 51]  # the file, and the folder that has its name


def test_the_list_of_backups_says_which_are_damaged(coach: Coach, root: Path, clock: FakeClock) -> None:
    coach.practice().rate(Rating.GOOD)
    back_up(coach.database, None, clock() - timedelta(days=1))
    path, _ = back_up(coach.database, None, clock())
    damage(path)
    (bad, none), (good, contents) = listed(Workspace(root))
    assert (bad.path, none, good.reason) == (path, None, Reason.ASKED)
    assert contents is not None
    assert contents.reviews == 1


def test_practice_under_other_settings_survives_a_restore(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock, replace(DEFAULTS, retention=0.8))
    coach.sync()
    coach.practice().rate(Rating.EASY)
    file, _ = back_up(coach.database, None, clock())
    coach.close()
    restore(Workspace(root), file, clock())
    database = open_database(root / "data" / "coach.db")
    assert list(differences(database.connection, DEFAULTS)) == []
    database.close()
