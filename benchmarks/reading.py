"""Reading notes: unchanged ones against a bare stat of each file, new ones against reading their bytes."""

import os
import time
from datetime import datetime
from pathlib import Path

from benchmarks.figures import Figure, median
from interview_coach.coach.coach import Coach
from interview_coach.settings import DEFAULTS
from interview_coach.workspace import Workspace

NOW = datetime.fromisoformat("2026-03-02T08:00:00+01:00")


def make_notes(root: Path, count: int, samples: Path) -> None:
    """`count` notes after the sample notes, each a skill of its own, as if saved an hour ago."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(samples.glob("*.md"))]
    then = time.time_ns() - 3_600_000_000_000
    for number in range(count):
        folder = root / "decks" / f"group-{number // 100}"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"skill-{number}.md"
        text = texts[number % len(texts)]
        title = next(line for line in text.splitlines() if line.startswith("# "))
        path.write_text(text.replace(title, f"{title} {number}", 1), encoding="utf-8")
        os.utime(path, ns=(then, then))


def first_reading(root: Path) -> Figure:
    """All notes read for the first time, against reading the bytes of the files."""
    files = sorted((root / "decks").rglob("*.md"))
    began = time.perf_counter()
    for file in files:
        file.read_bytes()
    floor = time.perf_counter() - began
    coach = Coach(Workspace(root), DEFAULTS, lambda: NOW)
    began = time.perf_counter()
    coach.sync()
    ours = time.perf_counter() - began
    coach.close()
    return Figure(f"first reading of {len(files):,} notes", ours, "reading their bytes", floor)


def reading_again(root: Path, runs: int = 5) -> Figure:
    """Notes unchanged since the last look, against a stat of each file."""
    coach = Coach(Workspace(root), DEFAULTS, lambda: NOW)
    coach.sync()
    ours, floor, files = [], [], 0
    for _ in range(runs):
        began = time.perf_counter()
        files = _stat_all(os.fspath(root / "decks"))
        floor.append(time.perf_counter() - began)
        began = time.perf_counter()
        coach.sync()
        ours.append(time.perf_counter() - began)
    coach.close()
    return Figure(
        f"looking again at {files:,} unchanged notes", median(ours), "a stat of each file", median(floor)
    )


def _stat_all(folder: str) -> int:
    count = 0
    for entry in os.scandir(folder):
        if entry.is_dir():
            count += _stat_all(entry.path)
        else:
            entry.stat()
            count += 1
    return count
