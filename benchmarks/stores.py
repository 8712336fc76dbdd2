"""The store: opening it to the first due card, and one review; against bare SQLite and against Anki."""

import gc
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from benchmarks.figures import Figure, median, percentile
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.workspace import Workspace

NOW = datetime.fromisoformat("2026-03-02T08:00:00+01:00")
PEER = Path(__file__).with_name("anki_peer.py")
REVIEWS = 200  # two of them are slower than the 99th percentile


def opening(root: Path, anki: Callable[..., str] | None, runs: int = 9) -> list[Figure]:
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
        theirs = [float(anki("first")) for _ in range(runs)]
        figures.append(Figure(name, median(ours), "Anki", median(theirs), bound=0.05))
    return figures


def reviewing(root: Path, anki: Callable[..., str] | None) -> list[Figure]:
    """One review, from the rating to the next card in hand with its four intervals: on disk both times."""
    coach = Coach(Workspace(root), replace(DEFAULTS, reviews_per_day=REVIEWS + 10), lambda: NOW)
    practice = coach.practice(Choice(limit=REVIEWS + 10))
    coach.make_ready()  # as the screens do once the first card is on show
    ours: list[float] = []
    os.sync()  # what the filling left for the disk is not to be waited for by either
    gc.disable()
    while practice.current is not None and len(ours) < REVIEWS:
        began = time.perf_counter()
        practice.rate(Rating.GOOD)
        ours.append(time.perf_counter() - began)
    gc.enable()
    coach.close()
    if anki is None:
        return [Figure("one review, 50th percentile", median(ours), "")]
    theirs = json.loads(anki("review", str(REVIEWS)))
    return [
        Figure("one review, 50th percentile", median(ours), "Anki", median(theirs), bound=1.2),
        Figure(
            "one review, 99th percentile", percentile(ours, 0.99), "Anki", percentile(theirs, 0.99), bound=0.25
        ),
    ]


def anki_runner(environment: Path, collection: Path, cards: int, reviews: int) -> Callable[..., str] | None:
    """Runs the peer on a collection of the same size; None where its environment is not there."""
    python = environment / "bin" / "python"
    if not python.exists():
        sys.stderr.write("Anki is not installed in the benchmark's environment: its figures are left out.\n")
        return None

    def run(verb: str, *words: str) -> str:
        command = [os.fspath(python), os.fspath(PEER), verb, os.fspath(collection), *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    run("fill", str(cards), str(reviews))
    return run
