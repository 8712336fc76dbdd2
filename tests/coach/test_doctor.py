"""The doctor finds what is wrong, repairs what is safe, and finds nothing more the second time."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from interview_coach.coach.checkup import Diagnosis, Status
from interview_coach.coach.coach import Coach
from interview_coach.coach.doctor import examine
from interview_coach.coach.keeping import back_up, restore
from interview_coach.coach.library import Deed
from interview_coach.coach.replay import differences
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store import faults
from interview_coach.workspace import Workspace
from tests.making import QUESTIONS, FakeClock, answered, note_text, open_at, write_note
from tests.store.test_backup import damage


@pytest.fixture
def practised(root: Path, clock: FakeClock) -> Workspace:
    """A workspace with six ratings, of which one is undone, a flag and a suspended card; left in order."""
    coach = open_at(root, clock)
    coach.sync()
    for _ in range(2):
        practice = coach.practice()
        for rating in (Rating.GOOD, Rating.AGAIN, Rating.EASY):
            assert practice.current is not None
            practice.rate(rating, answered(practice.current.stored.card.points, 0))
        practice.undo()
        practice.flag()
        practice.suspend()
        practice.finish()
        clock.pass_time(days=1)
    coach.close()
    return Workspace(root)


def visit(workspace: Workspace, clock: FakeClock, *, rebuild: bool = False) -> Diagnosis:
    return examine(workspace, DEFAULTS, clock(), rebuild=rebuild)


def of(diagnosis: Diagnosis, status: Status) -> dict[str, str]:
    return {check.name: check.message for check in diagnosis.checks if check.status is status}


def change(workspace: Workspace, *statements: str) -> None:
    """Changes the database as no command of the program would."""
    with closing(sqlite3.connect(workspace.database, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def asked(workspace: Workspace, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(workspace.database)) as connection:
        return connection.execute(query).fetchall()


def whole(workspace: Workspace) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(workspace.data.rglob("*")) if path.is_file())


def test_a_healthy_workspace_is_well_and_is_not_touched(practised: Workspace, clock: FakeClock) -> None:
    before = whole(practised)
    diagnosis = visit(practised, clock, rebuild=True)
    assert {check.status for check in diagnosis.checks} == {Status.OK}
    names = "permissions disk schema integrity links counters flags sessions states backups"
    assert [check.name for check in diagnosis.checks] == names.split()
    assert diagnosis.rebuilt == 0
    assert whole(practised) == before


def test_a_workspace_without_a_database_is_well(root: Path, clock: FakeClock) -> None:
    diagnosis = visit(Workspace(root), clock)
    assert diagnosis.is_well
    assert not (root / "data").exists()


def test_states_that_are_not_what_the_log_says_are_rebuilt_when_asked(
    practised: Workspace, clock: FakeClock
) -> None:
    states = asked(practised, "SELECT * FROM cards")
    change(
        practised,
        "UPDATE cards SET stability = 99, due_day = 1, phase = 'review', due_at = NULL WHERE id = 1",
        "UPDATE cards SET reps = 7 WHERE id = 5",
    )
    diagnosis = visit(practised, clock)
    assert "2" in of(diagnosis, Status.PROBLEM)["states"]
    assert (diagnosis.is_well, diagnosis.rebuilt) == (False, 0)
    diagnosis = visit(practised, clock, rebuild=True)
    assert (diagnosis.is_well, diagnosis.rebuilt) == (True, 2)
    assert asked(practised, "SELECT * FROM cards") == states
    kept = [check.message for check in diagnosis.checks if check.name == "before"]
    assert len(kept) == 1, "a backup was made first"
    before = whole(practised)
    assert visit(practised, clock, rebuild=True).rebuilt == 0
    assert whole(practised) == before


FAULTS = [
    ("links", "DELETE FROM cards WHERE id = 1"),
    ("links", "DELETE FROM notes"),
    ("links", "DELETE FROM sessions WHERE id = 1"),
    ("links", "DELETE FROM algorithms"),
    ("links", "DELETE FROM attempts WHERE id = 1"),
    ("links", "DELETE FROM reviews WHERE id = 2"),
    ("counters", "UPDATE reviews SET phase = 'review' WHERE id = 1"),
    ("counters", "UPDATE attempts SET missed = missed + 1 WHERE missed IS NOT NULL"),
    ("counters", "UPDATE attempts SET missed = NULL"),
    ("flags", "UPDATE notes SET status = 'missing'"),
    ("flags", "UPDATE cards SET flagged = 1 - flagged WHERE id IN (SELECT card_id FROM marks)"),
    ("flags", "UPDATE cards SET suspended = 3 WHERE id = 1"),
    ("sessions", "UPDATE sessions SET ended_at = NULL"),
]


@pytest.mark.parametrize(("name", "statement"), FAULTS, ids=[statement for _, statement in FAULTS])
def test_what_contradicts_itself_is_put_right_once(
    practised: Workspace, clock: FakeClock, name: str, statement: str
) -> None:
    reviews = asked(practised, "SELECT count(*) FROM reviews")[0][0]
    change(practised, statement)
    if statement.startswith("DELETE FROM reviews"):
        reviews = asked(practised, "SELECT count(*) FROM reviews")[0][0]
    diagnosis = visit(practised, clock, rebuild=True)
    assert name in of(diagnosis, Status.REPAIRED)
    assert diagnosis.is_well
    assert asked(practised, "SELECT count(*) FROM reviews") == [(reviews,)], "no rating is lost"
    assert asked(practised, "PRAGMA foreign_key_check") == []
    before = whole(practised)
    again = visit(practised, clock, rebuild=True)
    assert {check.status for check in again.checks} == {Status.OK}
    assert whole(practised) == before
    coach = open_at(practised.root, clock)
    assert list(differences(coach.database.connection, DEFAULTS)) == []
    coach.sync()
    coach.practice().undo()
    coach.close()


def test_a_card_that_was_lost_comes_back_with_its_history_when_its_note_is_read(
    practised: Workspace, clock: FakeClock
) -> None:
    change(practised, "DELETE FROM cards WHERE id = 1")
    visit(practised, clock)
    write_note(practised.root, text=note_text(title="Bread Baking "))  # read again
    coach = open_at(practised.root, clock)
    coach.sync()
    found = [each.stored for each in coach.cards() if each.stored.card.prompt == QUESTIONS[0]]
    assert [(stored.card_id, stored.memory.reps, stored.missing_since) for stored in found] == [(1, 2, None)]
    coach.close()


def test_files_are_made_private(practised: Workspace, clock: FakeClock) -> None:
    back_up_of(practised, clock)
    files = [practised.database, *(practised.data / "backups").iterdir()]
    for path in files:
        path.chmod(0o644)
    practised.data.chmod(0o755)
    assert "permissions" in of(visit(practised, clock), Status.REPAIRED)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(practised.data.stat().st_mode) == 0o700
    assert "permissions" in of(visit(practised, clock), Status.OK)


def back_up_of(workspace: Workspace, clock: FakeClock) -> Path:
    coach = open_at(workspace.root, clock)
    path, _ = back_up(coach.database, None, clock())
    coach.close()
    return path


def test_what_was_cut_short_is_cleared_unless_another_program_may_be_at_it(
    practised: Workspace, clock: FakeClock
) -> None:
    folder = practised.data / ".restoring-abc"
    folder.mkdir()
    (folder / "coach.db").write_text("half")
    (practised.data / "backups").mkdir()
    (practised.data / "backups" / ".coach.db.123.part").write_text("half")
    other = open_at(practised.root, clock)
    assert "leftovers" not in of(visit(practised, clock), Status.REPAIRED)
    assert folder.exists()
    other.close()
    assert "leftovers" in of(visit(practised, clock), Status.REPAIRED)
    assert not folder.exists()
    assert list((practised.data / "backups").iterdir()) == []


def test_a_sitting_that_is_going_on_is_left_alone(practised: Workspace, clock: FakeClock) -> None:
    other = open_at(practised.root, clock)
    sitting = other.practice()
    sitting.rate(Rating.GOOD)
    assert visit(practised, clock, rebuild=True).is_well
    assert asked(practised, "SELECT count(*) FROM sessions WHERE ended_at IS NULL") == [(1,)]
    assert sitting.undo() is not None
    other.close()
    assert "sessions" in of(visit(practised, clock), Status.REPAIRED)


def test_an_index_that_does_not_fit_its_table_is_made_anew(practised: Workspace, clock: FakeClock) -> None:
    change(
        practised,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'study_day, card_id', 'card_id, study_day')"
        " WHERE name = 'reviews_of_day'",
    )
    assert "integrity" in of(visit(practised, clock), Status.REPAIRED)
    assert "integrity" in of(visit(practised, clock), Status.OK)


def test_a_damaged_backup_is_named(practised: Workspace, clock: FakeClock) -> None:
    good = back_up_of(practised, clock)
    clock.pass_time(days=1)
    bad = back_up_of(practised, clock)
    damage(bad)
    message = of(visit(practised, clock), Status.PROBLEM)["backups"]
    assert str(bad) in message
    assert str(good) in message


def test_little_room_on_the_disk_is_a_problem(
    practised: Workspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9 - 10**6, 10**6))
    assert "1.0 MB" in of(visit(practised, clock), Status.PROBLEM)["disk"]


def test_a_database_of_another_version_or_program_is_named_and_left(
    practised: Workspace, clock: FakeClock
) -> None:
    change(practised, "PRAGMA user_version = 99")
    before = practised.database.read_bytes()
    assert "newer" in of(visit(practised, clock), Status.PROBLEM)["database"]
    assert practised.database.read_bytes() == before


@pytest.mark.parametrize("unclean", [False, True])
def test_a_damaged_database_is_left_and_what_can_be_read_is_gathered(
    practised: Workspace, clock: FakeClock, unclean: bool
) -> None:
    back_up_of(practised, clock)
    reviews = asked(practised, "SELECT * FROM reviews")
    if unclean:
        other = sqlite3.connect(practised.database, isolation_level=None)
        other.execute("INSERT INTO facts VALUES ('written', 'before the kill')")
        shutil.copy(f"{practised.database}-wal", practised.root / "wal")
        other.close()
        shutil.copy(practised.root / "wal", f"{practised.database}-wal")
    damage(practised.database, page=2, pages=4)
    before = practised.database.read_bytes()
    first, second = visit(practised, clock), visit(practised, clock)
    assert not first.is_well
    assert not second.is_well
    assert "salvage" in of(first, Status.REPAIRED)
    assert "salvage" in of(second, Status.OK)
    assert practised.database.read_bytes() == before
    assert os.path.exists(f"{practised.database}-wal") is unclean  # noqa: PTH110 - a name with an end
    (found,) = practised.data.glob("coach-salvaged-*.db")
    done = restore(practised, found, clock())
    assert done.aside is not None
    assert done.aside.read_bytes() == before
    assert asked(practised, "SELECT * FROM reviews") == reviews
    after = visit(practised, clock)
    assert after.is_well
    coach: Coach = open_at(practised.root, clock)
    assert list(differences(coach.database.connection, DEFAULTS)) == []
    coach.close()


def steps_of(connection: sqlite3.Connection, fault: faults.Fault) -> int:
    """How much SQLite works, in hundreds of its steps, to find no such fault."""
    counted: list[None] = []
    connection.set_progress_handler(lambda: counted.append(None), 100)
    assert fault.count(connection) == 0
    connection.set_progress_handler(None, 0)
    return len(counted)


def test_many_marks_are_looked_through_in_a_time_that_grows_as_they_do(root: Path, clock: FakeClock) -> None:
    write_note(root, text=note_text(questions=[f"What came of matter {number}?" for number in range(400)]))
    coach = open_at(root, clock)
    coach.sync()
    library = coach.library()
    ids = [each.stored.card_id for each in coach.cards()]
    steps = []
    for number in (50, 400):
        library.do(Deed.SUSPEND, ids[:number])
        steps.append(steps_of(coach.database.connection, faults.FAULTS[-1]))
    assert steps[1] < 12 * steps[0], "eight times as many marks"
    coach.close()
