"""When the disk, the folder or another program gets in the way: told plainly, and nothing saved is lost."""

import contextlib
import io
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from interview_coach.coach.coach import open_coach
from interview_coach.coach.keeping import back_up
from interview_coach.coach.moving_out import write_json
from interview_coach.coach.practice import Practice
from interview_coach.coach.replay import differences
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store import database
from interview_coach.store.database import open_database
from interview_coach.workspace import Workspace
from tests.making import QUESTIONS, FakeClock, note_text, open_at, write_note


def saved(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        number = connection.execute("SELECT count(*) FROM reviews").fetchone()[0]
    connection.close()
    return int(number)


def practised_at(disk: Path, clock: FakeClock) -> None:
    """A workspace with one note and one rating."""
    write_note(disk)
    coach = open_at(disk, clock)
    coach.sync()
    coach.practice().rate(Rating.EASY)
    coach.close()


def shown(practice: Practice) -> str:
    return practice.current.stored.card.prompt if practice.current is not None else ""


Mount = Callable[[str, Path], None]


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mounts a disk in memory, with options, at a folder; takes it off again."""
    mounted: list[Path] = []

    def mount(options: str, place: Path) -> None:
        place.mkdir(exist_ok=True)
        words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        if shutil.which("mount") is None or subprocess.run(words, capture_output=True, check=False).returncode:
            pytest.skip("a disk can be mounted by root only")
        mounted.append(place)

    yield mount
    for place in mounted:
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def fill(path: Path) -> None:
    """Writes until there is no room."""
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as filler:
        while filler.write(b"x" * 4096):
            pass


def test_a_full_disk_loses_nothing_and_practice_goes_on_when_there_is_room(
    tmp_path: Path, clock: FakeClock, mount: Mount
) -> None:
    disk = tmp_path / "disk"
    mount("size=3m", disk)
    write_note(disk, text=note_text(questions=[f"Question {number}?" for number in range(9)]))
    coach = open_at(disk, clock)
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.EASY)
    fill(disk / "filler")
    kept, told = 1, ""
    while not told:  # the log has some room of its own
        try:
            practice.rate(Rating.EASY)
            kept += 1
        except CoachError as error:
            told = str(error)
    assert "the disk is full" in told
    assert "make room" in told
    on_show = shown(practice)
    assert saved(coach.database.path) == kept
    with pytest.raises(CoachError, match="full"):
        coach.daily_backup()
    (disk / "filler").unlink()
    practice.rate(Rating.EASY)
    assert shown(practice) != on_show
    assert saved(coach.database.path) == kept + 1
    assert list(differences(coach.database.connection, DEFAULTS)) == []
    assert coach.daily_backup() is not None
    coach.close()


def test_a_read_only_workspace_is_said_at_once(tmp_path: Path, clock: FakeClock, mount: Mount) -> None:
    disk = tmp_path / "disk"
    mount("size=3m", disk)
    practised_at(disk, clock)
    for what in (disk / "data" / "coach.db", disk / "data"):
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(CoachError, match=r"cannot be written|Read-only") as caught:
            open_at(disk, clock).practice().rate(Rating.EASY)
        assert "permissions" in caught.value.hint
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        assert saved(disk / "data" / "coach.db") == 1
        if what.is_file():
            open_at(disk, clock).close()  # with the lock file there already, and without
            (disk / "data" / "coach.db-lock").unlink()


def test_what_cannot_be_written_is_exported_and_backed_up_elsewhere(
    tmp_path: Path, clock: FakeClock, mount: Mount
) -> None:
    disk, out = tmp_path / "disk", tmp_path / "out"
    mount("size=3m", disk)
    practised_at(disk, clock)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with closing(open_coach(Workspace(disk), {}, to_read=True)) as reading:
        path, contents = back_up(reading.database, out, clock())
        assert (path, contents.reviews) == (out, 1)
        text = io.StringIO()
        write_json(reading.database, clock(), text)
        assert '"rating": 4' in text.getvalue() or '"rating":4' in text.getvalue()
        with pytest.raises(CoachError, match="cannot be written"):
            reading.remember("a", "b")
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    with closing(open_coach(Workspace(disk), {}, to_read=True)) as writing:
        writing.remember("a", "b")  # where it can be written it is opened as ever


def test_ratings_that_only_a_log_holds_are_not_left_out_in_silence(
    tmp_path: Path, clock: FakeClock, mount: Mount
) -> None:
    disk = tmp_path / "disk"
    mount("size=9m", disk)
    write_note(disk)
    coach = open_at(disk, clock)
    coach.sync()
    coach.practice().rate(Rating.EASY)
    kept = [(path.name, path.read_bytes()) for path in (disk / "data").glob("coach.db*")]
    coach.close()
    for name, content in kept:
        if not name.endswith("-shm"):
            (disk / "data" / name).write_bytes(content)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(CoachError, match=r"its last ratings are in coach\.db-wal") as caught:
        open_coach(Workspace(disk), {}, to_read=True)
    assert "copy the workspace's folder" in caught.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_without_permission_is_named(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.close()
    coach.database.path.chmod(0o400)
    with pytest.raises(CoachError, match="cannot be written"):
        open_at(root, clock).remember("a", "b")


def _delete(root: Path) -> None:
    shutil.rmtree(root / "data")


def _move(root: Path) -> None:
    (root / "data").rename(root / "moved")


def _replace(root: Path) -> None:
    shutil.copy(root / "data" / "coach.db", root / "copy.db")
    (root / "copy.db").replace(root / "data" / "coach.db")


@pytest.mark.parametrize("goes", [_delete, _move, _replace])
def test_a_workspace_that_goes_while_it_is_open_is_not_written_into_the_void(
    root: Path, clock: FakeClock, goes: Callable[[Path], None]
) -> None:
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.EASY)
    goes(root)
    for deed in (lambda: practice.rate(Rating.EASY), practice.suspend, practice.undo, coach.daily_backup):
        with pytest.raises(CoachError, match=r"not there any more|another file has taken"):
            deed()
    assert shown(practice) == QUESTIONS[1]
    if goes is not _replace:
        with pytest.raises(CoachError, match="not there any more"):
            coach.again()
        assert not (root / "data").exists(), "and nothing is begun anew in its place"
    if goes is _move:
        (root / "moved").rename(root / "data")
        practice.rate(Rating.EASY)
        assert saved(coach.database.path) == 2
    coach.database.connection.close()


def test_an_unmounted_disk_is_named(tmp_path: Path, clock: FakeClock, mount: Mount) -> None:
    disk = tmp_path / "disk"
    mount("size=3m", disk)
    write_note(disk)
    coach = open_at(disk, clock)
    coach.sync()
    practice = coach.practice()
    subprocess.run(["umount", "-l", str(disk)], check=True)
    with pytest.raises(CoachError, match="not there any more") as caught:
        practice.rate(Rating.EASY)
    assert "bring the folder back" in caught.value.hint
    coach.database.connection.close()


LOCKER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
"""


def test_another_program_that_writes_is_waited_for_and_then_named(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.database.connection.execute("PRAGMA busy_timeout = 100")
    practice = coach.practice()
    words = [sys.executable, "-c", LOCKER, str(coach.database.path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        with pytest.raises(CoachError, match="another program has been writing"):
            practice.rate(Rating.EASY)
        assert coach.today().total == 3, "reading goes on"
        other.communicate("\n")
    practice.rate(Rating.EASY)
    assert saved(coach.database.path) == 1
    coach.close()


# -- the look through the file after a kill


def killed(root: Path) -> Path:
    """A workspace as a kill leaves it, its last rating in the write-ahead log alone."""
    left = root / "left"
    coach = open_at(root, FakeClock())
    coach.sync()
    coach.practice().rate(Rating.EASY)
    shutil.copytree(root / "data", left / "data")
    coach.close()
    return left / "data" / "coach.db"


def checks_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often opening a database looks through the whole of it."""
    looks: list[Path] = []
    monkeypatch.setattr(database, "_refuse_damaged", looks.append)
    open_database(path).close()
    monkeypatch.undo()
    return len(looks)


def test_the_database_is_looked_through_after_a_kill_and_not_otherwise(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = killed(root)
    assert checks_made(path, monkeypatch) == 1
    assert saved(path) == 1
    assert checks_made(path, monkeypatch) == 0, "it was left in order"


def test_a_program_that_is_running_is_not_taken_for_one_that_was_killed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = open_at(root, FakeClock())
    coach.sync()
    assert coach.database.path.with_name("coach.db-wal").stat().st_size > 0
    assert checks_made(coach.database.path, monkeypatch) == 0
    again = coach.again()
    again.close()
    assert checks_made(coach.database.path, monkeypatch) == 0
    coach.close()


def test_damage_after_a_kill_is_found_before_anything_is_shown(root: Path) -> None:
    path = killed(root)
    with path.open("r+b") as file:
        file.write(b"\xa5" * 4096)
    wal = path.with_name("coach.db-wal")
    with wal.open("r+b") as file:  # the log's own first page, which would hide the file's
        file.write(b"\x00" * 32)
    before = path.read_bytes(), wal.read_bytes()
    with pytest.raises(CoachError, match="the database is damaged"):
        open_at(path.parent.parent, FakeClock())
    assert (path.read_bytes(), wal.read_bytes()) == before, "left as it is, for the doctor"
