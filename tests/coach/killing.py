"""Kills a program at work many times and looks at what it left.

`python -m tests.coach.killing WHAT FOLDER RUNS`, where WHAT is practice, restores, migrations or backups.
One interpreter forks the programs, so that a run costs milliseconds. Each says what it has done by a byte
in a pipe, as the screen says "Saved."; it is killed at a random moment after some of them.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from interview_coach.coach.coach import Coach
from interview_coach.coach.doctor import examine
from interview_coach.coach.keeping import back_up, restore
from interview_coach.coach.library import Deed
from interview_coach.coach.practice import Attempt
from interview_coach.coach.replay import differences
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store import faults
from interview_coach.store.backup import list_backups
from interview_coach.store.copies import contents_of
from interview_coach.store.database import open_database
from interview_coach.store.schema import CURRENT
from interview_coach.workspace import Workspace
from tests.making import START, FakeClock, note_text, open_at, write_note
from tests.store.test_upgrade import as_it_was, columns_of, content

SETTINGS = replace(DEFAULTS, new_per_day=9999, reviews_per_day=9999, session_cards=9999)

ANSWER = Attempt("text", 4_000, words=3, text="As one should")

Tell = Callable[[], None]


def kill(work: Callable[[Tell], None], wait: float, words: int = 1) -> int:
    """Forks, works in the child, kills it `wait` seconds after some words; gives how many it had said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)

        def tell() -> None:
            os.write(writing, b".")

        try:
            work(tell)
        finally:
            os._exit(0)
    os.close(writing)
    said = b""
    while len(said) < words:
        word = os.read(reading, 65536)
        assert word, "the child ended before it could be killed"
        said += word
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while chunk := os.read(reading, 65536):
        said += chunk
    os.close(reading)
    return len(said)


# -- practice


def practise(root: Path, seed: int, tell: Tell) -> None:
    """Answers, rates, resets, marks and undoes without end."""
    chance = random.Random(seed)  # noqa: S311 - the same course each time
    clock = FakeClock(START + timedelta(minutes=20 * seed))
    coach = open_at(root, clock, SETTINGS)
    practice = coach.practice()
    tell()
    while True:
        clock.pass_time(seconds=chance.choice([1, 30, -5, 900]))
        if practice.current is None:
            clock.pass_time(days=1)
            practice = coach.practice()
        elif chance.random() < 0.6:
            if chance.random() < 0.5:
                practice.answered(ANSWER)
            practice.rate(chance.choice(list(Rating)), ANSWER)
            tell()
        elif chance.random() < 0.5:
            if practice.undo() is not None:
                tell()
        elif chance.random() < 0.2:
            # The card on show is another now: the sitting goes on with one as it is.
            if coach.library().do(Deed.RESET, [practice.current.stored.card_id]):
                tell()
            practice = coach.practice()
        else:
            chance.choice([practice.flag, practice.bury])()
            tell()


def logged(coach: Coach) -> int:
    """Everything the log has of what was done: each rating, each mark, each of them taken back."""
    row = coach.database.connection.execute(
        "SELECT (SELECT count(*) + count(undone_at) FROM reviews)"
        " + (SELECT count(*) + count(undone_at) FROM marks)"
    ).fetchone()
    return int(row[0])


# An answer may be saved before its rating, and goes on to the next where that is taken back and given again:
# each rating that stands has one, one that was taken back may have passed its own on, some wait for a rating.
UNANSWERED = """
    SELECT id FROM reviews WHERE undone_at IS NULL AND mode <> 'reset'
    AND NOT EXISTS (SELECT 1 FROM attempts WHERE review_id = reviews.id)
"""
ASTRAY = """
    SELECT review_id FROM attempts JOIN reviews ON reviews.id = review_id
    GROUP BY review_id HAVING count(*) > 1 OR max(attempts.card_id <> reviews.card_id)
"""

COUNTING = """
    SELECT count(*) FROM reviews AS each WHERE undone_at IS NULL AND mode = 'practice' AND turn > (
        SELECT ifnull(max(turn), 0) FROM reviews
        WHERE card_id = each.card_id AND mode = 'reset' AND undone_at IS NULL
    )
"""


def agree(coach: Coach) -> None:
    """The file is whole; the log, the states of the cards and the counters say the same."""
    connection = coach.database.connection
    assert faults.integrity(connection) == []
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert list(differences(connection, SETTINGS)) == []
    assert [fault.what for fault in faults.FAULTS if fault.count(connection)] == []
    assert connection.execute(UNANSWERED).fetchall() == [], "a rating and the answer to it are written together"
    assert connection.execute(ASTRAY).fetchall() == [], "an answer is of its own card's rating, of one only"
    reps = connection.execute("SELECT sum(reps) FROM cards").fetchone()
    assert reps == connection.execute(COUNTING).fetchone()


def practice(root: Path, runs: int) -> None:
    for number in range(6):
        write_note(root, f"{number}.md", note_text(f"Skill {number}", [f"Question {number}?"]))
    coach = open_at(root, FakeClock(), SETTINGS)
    coach.sync()
    coach.practice()  # loads here what each child would have to load
    coach.close()
    before = 0
    chance = random.Random(1)  # noqa: S311 - the same moments each time
    for run in range(runs):
        said = kill(partial(practise, root, run), chance.uniform(0, 0.004), chance.randint(2, 4)) - 1
        coach = open_at(root, FakeClock(), SETTINGS)
        after = logged(coach)
        assert before + said <= after <= before + said + 1, "said, and perhaps one more that could not be said"
        agree(coach)
        coach.close()
        before = after
    assert before > runs


# -- what replaces or changes a whole database


def restores(root: Path, runs: int) -> None:
    """Killed while it restores, a database is the one of before or the one restored."""
    write_note(root)
    workspace, clock = Workspace(root), FakeClock()
    coach = open_at(root, clock, SETTINGS)
    coach.sync()
    files = []
    for number in range(2):
        coach.practice().rate(Rating.EASY)
        files.append(back_up(coach.database, root / f"{number}.db", clock())[0])
    coach.close()
    chance = random.Random(2)  # noqa: S311

    def work(tell: Tell) -> None:
        tell()
        restore(workspace, chance.choice(files), clock())

    for _ in range(runs):
        chance.random()  # so that each child draws anew
        kill(work, chance.uniform(0, 0.03))
        coach = open_at(root, clock, SETTINGS)
        assert logged(coach) in (1, 2)
        agree(coach)
        coach.close()
    for kept in list_backups(workspace.data / "backups"):
        contents_of(kept.path)
    assert examine(workspace, SETTINGS, clock(), rebuild=False).is_well
    assert not list(workspace.data.glob(".*")), "what was cut short is cleared"


def migrations(root: Path, runs: int) -> None:
    """Killed while it is brought up to the present schema, an old database keeps its content."""
    chance = random.Random(3)  # noqa: S311
    for run in range(runs):
        path = as_it_was(root / str(run), chance.randrange(1, CURRENT))
        columns, before = columns_of(path), content(path)

        def work(tell: Tell, path: Path = path) -> None:
            tell()
            open_database(path)

        kill(work, chance.uniform(0, 0.02))
        for _ in range(2):
            open_database(path).close()
            assert content(path, columns) == before
        for kept in list_backups(path.parent / "backups"):
            assert content(kept.path, columns) == before  # also that of a version between


def backups(root: Path, runs: int) -> None:
    """Killed while it backs up, a program leaves whole backups only."""
    write_note(root)
    coach = open_at(root, FakeClock(), SETTINGS)
    coach.sync()
    coach.practice().rate(Rating.EASY)
    coach.close()
    chance = random.Random(4)  # noqa: S311

    def work(tell: Tell) -> None:
        tell()
        opened = open_at(root, FakeClock(), SETTINGS)
        while True:
            back_up(opened.database, None, datetime.now(UTC))
            tell()

    made = 0
    for _ in range(runs):
        made += kill(work, chance.uniform(0, 0.02), chance.randint(2, 3)) - 1
    found = list_backups(root / "data" / "backups")
    assert len(found) >= made >= runs, "each that was said to be made is there"
    for kept in found:
        assert contents_of(kept.path).reviews == 1


if __name__ == "__main__":
    what, folder, number_of_runs = sys.argv[1:]
    kinds = {"practice": practice, "restores": restores, "migrations": migrations, "backups": backups}
    kinds[what](Path(folder), int(number_of_runs))
    sys.stdout.write("all agree\n")
