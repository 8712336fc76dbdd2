"""The store: opening it to the first due card, and one review; against bare SQLite and against Anki."""

import gc
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from benchmarks.figures import Figure, median, percentile
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.practice import Practice
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.workspace import Workspace

NOW = datetime.fromisoformat("2026-03-02T08:00:00+01:00")
PEER = Path(__file__).with_name("anki_peer.py")
REVIEWS = 200  # two of them are slower than the 99th percentile
IN_TURN = 20


@dataclass(frozen=True, slots=True)
class Anki:
    """Anki's backend, in an environment of its own, at work on a collection."""

    python: Path
    collection: Path

    def run(self, verb: str, *words: str) -> str:
        """What the peer has to say."""
        return subprocess.run(self._command(verb, *words), capture_output=True, text=True, check=True).stdout

    @contextmanager
    def reviewing(self) -> Iterator[Callable[[int], list[float]]]:
        """Its collection, open; takes a number of reviews, and gives the seconds of each."""
        with subprocess.Popen(
            self._command("review", str(REVIEWS)), text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as peer:
            words, answers = peer.stdin, peer.stdout
            assert words is not None
            assert answers is not None

            def take(number: int) -> list[float]:
                words.write(f"{number}\n")
                words.flush()
                return [float(each) for each in json.loads(answers.readline())]

            yield take

    def _command(self, verb: str, *words: str) -> list[str]:
        return [os.fspath(self.python), os.fspath(PEER), verb, os.fspath(self.collection), *words]


def opening(root: Path, anki: Anki | None, runs: int = 9) -> list[Figure]:
    """From opening the database to the first due card in hand."""
    ours, floor = [], []
    for _ in range(runs):
        began = time.perf_counter()
        connection = sqlite3.connect(root / "data" / "coach.db")
        row = connection.execute(
            "SELECT prompt, answer, detail FROM cards WHERE phase = 'review' AND suspended = 0"
            " AND missing_since IS NULL AND due_day = 20514 LIMIT 1"
        ).fetchone()
        floor.append(time.perf_counter() - began)
        assert row is not None
        connection.close()
        began = time.perf_counter()
        coach = Coach(Workspace(root), DEFAULTS, lambda: NOW)
        practice = coach.practice()
        ours.append(time.perf_counter() - began)
        assert practice.current is not None
        coach.close()
    name = "opening the store to the first due card"
    figures = [Figure(name, median(ours), "a bare sqlite3 query", median(floor))]
    if anki is not None:
        theirs = [float(anki.run("first")) for _ in range(runs)]
        figures.append(Figure(name, median(ours), "Anki", median(theirs), bound=0.05))
    return figures


def reviewing(root: Path, anki: Anki | None) -> list[Figure]:
    """One review, from the rating to the next card in hand: on disk both times.

    Ours and Anki's are taken in turns: how long a disk takes changes from minute to minute.
    """
    coach = Coach(Workspace(root), replace(DEFAULTS, reviews_per_day=REVIEWS + 10), lambda: NOW)
    practice = coach.practice(Choice(limit=REVIEWS + 10))
    coach.make_ready()  # as the screens do once the first card is on show
    ours: list[float] = []
    theirs: list[float] = []
    with nullcontext() if anki is None else anki.reviewing() as peer:
        os.sync()  # what the filling left for the disk is not to be waited for by either
        for _ in range(0, REVIEWS, IN_TURN):
            ours += _reviews(practice)
            theirs += [] if peer is None else peer(IN_TURN)
    coach.close()
    if anki is None:
        return [Figure("one review, 50th percentile", median(ours), "")]
    return [
        Figure("one review, 50th percentile", median(ours), "Anki", median(theirs), bound=1.2),
        Figure(
            "one review, 99th percentile", percentile(ours, 0.99), "Anki", percentile(theirs, 0.99), bound=0.25
        ),
    ]


def _reviews(practice: Practice) -> list[float]:
    """Seconds of each of some reviews."""
    seconds = []
    gc.disable()
    for _ in range(IN_TURN):
        assert practice.current is not None
        began = time.perf_counter()
        practice.rate(Rating.GOOD)
        seconds.append(time.perf_counter() - began)
    gc.enable()
    return seconds


def anki_runner(environment: Path, collection: Path, cards: int, reviews: int) -> Anki | None:
    """Anki with a collection of the same size; None where its environment is not there."""
    python = environment / "bin" / "python"
    if not python.exists():
        sys.stderr.write("Anki is not installed in the benchmark's environment: its figures are left out.\n")
        return None
    anki = Anki(python, collection)
    anki.run("fill", str(cards), str(reviews))
    return anki
