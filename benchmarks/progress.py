"""The list of weak answers and the statistics, against one pass of the log of reviews."""

import sqlite3
import time
from collections.abc import Callable, Sized
from pathlib import Path

from benchmarks.figures import Figure, median
from benchmarks.stores import NOW
from interview_coach.coach.coach import Coach
from interview_coach.settings import DEFAULTS
from interview_coach.workspace import Workspace

# Where a pass takes 19 ms, as on the machine that this was written on, that is 150 ms: from a key to a screen,
# nobody waits for less.
PASSES = 8


def looking(root: Path, runs: int = 9) -> list[Figure]:
    """Each of them in turn, with the pages that it needs in the system's memory."""
    coach = Coach(Workspace(root), DEFAULTS, lambda: NOW)
    coach.make_ready()
    connection = sqlite3.connect(root / "data" / "coach.db")
    query = "SELECT count(*) FROM reviews NOT INDEXED WHERE rating = 1"
    passing = _timed(lambda: connection.execute(query).fetchone())
    weak = _timed(lambda: coach.weak().answers)
    statistics = _timed(lambda: coach.statistics().days)
    seconds: list[list[float]] = [[], [], []]
    for run in range(runs + 1):
        for which, work in enumerate((passing, weak, statistics)):
            spent = work()
            if run:  # the first of each warms the caches
                seconds[which].append(spent)
    connection.close()
    coach.close()
    floor = median(seconds[0])
    return [
        Figure(name, median(spent), "one pass of the log", floor, bound=PASSES)
        for name, spent in (("weak answers with their reasons", seconds[1]), ("all statistics", seconds[2]))
    ]


def _timed(work: Callable[[], Sized]) -> Callable[[], float]:
    """The same work, which finds something, giving the seconds that it took."""

    def timed() -> float:
        began = time.perf_counter()
        found = work()
        spent = time.perf_counter() - began
        assert len(found)
        return spent

    return timed
