"""A simulated month of practice through the real commands, the same each time.

python -m benchmarks.month DIRECTORY [DAYS]     makes a workspace in an empty folder and practises in it
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.figures import as_installed
from interview_coach.cards.model import CardKind
from interview_coach.coach.day import SECONDS

DECKS = Path(__file__).parent.parent / "decks"
START = datetime.fromisoformat("2026-03-02T07:30:00+01:00")
SHOWINGS = 60  # blocks of lines for a sitting: more than it takes, what is left over is not read
SAID = ("I went through it step by step and it came out right.", "We had 13 of 14 without a concession.")

# Runs one command with these words, environment and input; gives what it printed.
Run = Callable[[Sequence[str], Mapping[str, str], str], str]


def practise(root: Path, days: int, run: Run, seed: int = 20260302) -> datetime:
    """Practises on most of so many days, now and then twice; gives the moment after the last.

    A script rates within no time. What a person takes is put into the log afterwards.
    """
    rng = random.Random(seed)  # noqa: S311 - a person's habits, the same each time
    decks = root / "decks"
    decks.mkdir(parents=True)
    for note in sorted(DECKS.glob("*.md")):
        shutil.copy(note, decks)
    now = START
    for _ in range(days):
        for later in _sittings(rng):
            moment = now + later
            words = ["practice", "--plain", "--limit", "14", "--workspace", os.fspath(root)]
            run(words, {"INTERVIEW_COACH_NOW": moment.isoformat()}, "\n".join(_lines(rng)) + "\n")
        now += timedelta(days=1)
    _take_time(root, rng)
    return now


def _take_time(root: Path, rng: random.Random) -> None:
    """Gives each rating, and the answer that it is of, plausible seconds, by its kind."""
    connection = sqlite3.connect(root / "data" / "coach.db")
    rated = connection.execute(
        "SELECT reviews.id, kind FROM reviews JOIN cards ON cards.id = card_id ORDER BY turn"
    ).fetchall()
    spent = {review: round(1000 * SECONDS[CardKind(kind)] * rng.uniform(0.5, 2)) for review, kind in rated}
    for table, key in (("reviews", "id"), ("attempts", "review_id")):
        connection.executemany(
            f"UPDATE {table} SET duration = ? WHERE {key} = ?",  # noqa: S608 - own names
            [(milliseconds, review) for review, milliseconds in spent.items()],
        )
    connection.commit()
    connection.close()


def _sittings(rng: random.Random) -> list[timedelta]:
    """When the sittings of a day are, from half past seven on; one day in six has none, some a late one."""
    if rng.random() < 1 / 6:
        return []
    late = [timedelta(hours=rng.choice((11, 18)))] if rng.random() < 0.3 else []
    return [timedelta(minutes=rng.randint(0, 50)), *late]


def _lines(rng: random.Random) -> Iterator[str]:
    """What a person types: an answer or none, a look at it, ticks or none, a rating; now and then a slip."""
    for _ in range(SHOWINGS):
        if rng.random() < 0.3:
            yield rng.choice(SAID)
        yield ""
        if rng.random() < 0.6:
            ticked = [str(point) for point in range(1, 8) if rng.random() < 0.75]
            yield f"t {' '.join(ticked)}"
        if rng.random() < 0.04:
            yield "f"
        yield rng.choices("1234", (15, 10, 60, 15))[0]
        if rng.random() < 0.05:
            yield "u"
    yield "q"


def by_process(words: Sequence[str], environ: Mapping[str, str], text: str) -> str:
    """Runs a command as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_coach", *words],
        env=as_installed(environ),
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def main() -> int:
    """Practises, then prints what came of it."""
    root, days = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30
    now = practise(root, days, by_process)
    for command in ("weak", "stats"):
        words = [command, "--workspace", os.fspath(root)]
        sys.stdout.write(by_process(words, {"INTERVIEW_COACH_NOW": now.isoformat()}, "") + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
