"""Killed at any moment, the program has kept every rating that it called saved."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from interview_coach.recall.schedule import Schedule
from tests.making import FakeClock, note_text, open_at, ratings_of, replayed, write_note

RUNS = 12


def test_sigkill_at_any_moment_loses_no_rating(root: Path) -> None:
    for number in range(150):
        write_note(
            root,
            f"skill-{number}.md",
            note_text(f"Skill {number}", [f"Question {number}.{n}?" for n in range(10)]),
        )
    (root / "settings.toml").write_text("new_per_day = 9999\nsession_cards = 9999\nlearning_steps = [1]\n")
    coach = open_at(root, FakeClock())
    coach.sync()
    coach.close()
    moments = random.Random(7)  # noqa: S311 - moments to be killed at, the same in each run
    saved = 0
    for _ in range(RUNS):
        saved += _ratings_called_saved(root, moments.uniform(0.0, 0.03))
        assert _ratings_kept(root) >= saved
    assert saved > RUNS
    _states_agree_with_the_log(root)


def _ratings_called_saved(root: Path, wait: float) -> int:
    """Practises at full speed, kills the program after a while; how many ratings it had called saved."""
    answers = root / "answers"
    answers.write_text("\n4\n" * 3000)
    with (
        answers.open() as keys,
        subprocess.Popen(
            [sys.executable, "-m", "interview_coach", "practice", "--plain"],
            cwd=root,
            stdin=keys,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "INTERVIEW_COACH_NOW": "2026-03-02T08:00:00+01:00"},
        ) as process,
    ):
        assert process.stdout
        while "Saved." not in process.stdout.readline():
            assert process.poll() is None, "the sitting ended before it could be killed"
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        return 1 + process.stdout.read().count("Saved.")


def _ratings_kept(root: Path) -> int:
    with sqlite3.connect(root / "data" / "coach.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = connection.execute("SELECT count(*) FROM reviews").fetchone()[0]
        assert connection.execute("SELECT sum(reps) FROM cards").fetchone() == (kept,)
    connection.close()
    return int(kept)


def _states_agree_with_the_log(root: Path) -> None:
    coach = open_at(root, FakeClock())
    schedule = Schedule(learning_steps=(1,))
    for listed in coach.cards():
        reviews = ratings_of(coach, listed.stored.card_id)
        assert replayed(schedule, reviews, listed.stored.seed) == listed.stored.memory
    coach.close()
