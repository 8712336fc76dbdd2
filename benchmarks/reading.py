"""Reading notes: unchanged ones against a bare stat of each file, new ones against reading their bytes."""

import os
import time
from datetime import datetime
from pathlib import Path

from benchmarks.figures import Figure, median
from interview_coach.coach.coach import Coach
from interview_coach.notes.files import read_paths
from interview_coach.settings import DEFAULTS
from interview_coach.workspace import Workspace

NOW = datetime.fromisoformat("2026-03-02T08:00:00+01:00")


def make_notes(root: Path, count: int, samples: Path) -> None:
    """`count` notes after the sample notes, each with questions and a story of its own, saved an hour ago."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(samples.glob("*.md"))]
    then = time.time_ns() - 3_600_000_000_000
    for number in range(count):
        folder = root / "decks" / f"group-{number // 100}"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"skill-{number}.md"
        text = texts[number % len(texts)]
        title = next(line for line in text.splitlines() if line.startswith("# "))
        text = text.replace(title, f"{title} {number}", 1)
        for opening in ('. "', "**Situation:** ", "**Task:** ", "**Action:** ", "**Result:** "):
            text = text.replace(opening, f"{opening}In case {number}: ")
        path.write_text(text, encoding="utf-8")
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


def edited_at_once(root: Path, edited: int = 500) -> Figure:
    """`edited` notes renamed, retitled and edited at once among all, against reading just those.

    Raises RuntimeError where a card lost its history on the way: a quick answer that is wrong is none.
    """
    coach = Coach(Workspace(root), DEFAULTS, lambda: NOW)
    coach.sync()
    files = sorted((root / "decks").rglob("*.md"))
    for file in files[:: len(files) // edited][:edited]:
        text = file.read_text(encoding="utf-8")
        title = next(line for line in text.splitlines() if line.startswith("# "))
        file.unlink()
        file.with_name(f"renamed-{file.name}").write_text(
            text.replace(title, f"{title} again").replace("Tell me about", "Tell us about"), encoding="utf-8"
        )
    renamed = sorted((root / "decks").rglob("renamed-*.md"))
    began = time.perf_counter()
    read_paths(renamed)
    floor = time.perf_counter() - began
    began = time.perf_counter()
    changes = coach.sync().changes
    ours = time.perf_counter() - began
    coach.close()
    if changes.new or changes.missing:
        raise RuntimeError(f"{changes.new} cards lost their history")
    name = f"{len(renamed)} of {len(files):,} notes renamed and edited"
    return Figure(name, ours, "reading them", floor, bound=3)


def _stat_all(folder: str) -> int:
    count = 0
    for entry in os.scandir(folder):
        if entry.is_dir():
            count += _stat_all(entry.path)
        else:
            entry.stat()
            count += 1
    return count
