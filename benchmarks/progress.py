"""The list of weak answers and the statistics, against one pass of the log of reviews."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figure, median
from benchmarks.stores import NOW
from interview_coach.coach.coach import Coach
from interview_coach.settings import DEFAULTS
from interview_coach.workspace import Workspace

# Where a pass takes 19 ms, as on the machine that this was written on, that is 150 ms: from a key to a screen,
# nobody waits for less.
PASSES = 8


def looking(root: Path, runs: int = 7) -> list[Figure]:
    """Each of them, with the pages that it needs in the system's memory."""
    coach = Coach(Workspace(root), DEFAULTS, lambda: NOW)
    coach.make_ready()
    connection = sqlite3.connect(root / "data" / "coach.db")
    passing = _seconds(
        lambda: connection.execute("SELECT count(*) FROM reviews NOT INDEXED WHERE rating = 1").fetchone(), runs
    )
    assert coach.weak().answers
    assert coach.statistics().reviews
    figures = [
        Figure(name, _seconds(work, runs), "one pass of the log", passing, bound=PASSES)
        for name, work in (
            ("weak answers with their reasons", coach.weak),
            ("all statistics", coach.statistics),
        )
    ]
    connection.close()
    coach.close()
    return figures


def _seconds(work: Callable[[], object], runs: int) -> float:
    seconds = []
    for run in range(runs + 1):
        began = time.perf_counter()
        work()
        if run:
            seconds.append(time.perf_counter() - began)
    return median(seconds)
