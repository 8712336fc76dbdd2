"""A plain command as a whole process, against an interpreter that does nothing."""

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.figures import Figure, as_installed, median


def due(root: Path, runs: int = 11) -> Figure:
    """`due --json` on the large database."""
    nothing = [sys.executable, "-c", "pass"]
    ours = [sys.executable, "-m", "interview_coach", "due", "--json", "--workspace", os.fspath(root)]
    environ = as_installed({"INTERVIEW_COACH_NOW": "2026-03-02T08:00:00+01:00"})
    seconds: dict[int, list[float]] = {0: [], 1: []}
    for run in range(runs + 1):
        for which, command in enumerate((nothing, ours)):
            began = time.perf_counter()
            subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, check=True)
            if run:
                seconds[which].append(time.perf_counter() - began)
    return Figure("due --json", median(seconds[1]), "python -c pass", median(seconds[0]))
