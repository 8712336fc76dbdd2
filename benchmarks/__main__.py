"""Runs every benchmark, prints a line a figure, and exits with 1 where a promised ratio does not hold."""

import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from benchmarks import commands, reading, screens, stores
from benchmarks.figures import Figure
from benchmarks.filling import fill

TODAY = date(2026, 3, 2)
PROJECT = Path(__file__).parent.parent
ANKI = PROJECT / ".benchmarks" / "anki"


def main() -> int:
    """All of them, in a temporary folder."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="interview-coach-bench-") as folder:
        base = Path(folder)
        for count in (1_000, 10_000):
            root = base / f"notes-{count}"
            reading.make_notes(root, count, PROJECT / "decks")
            if count == 1_000:
                figures += _told([reading.first_reading(root)])
            figures += _told([reading.reading_again(root)])
            if count == 10_000:
                figures += _told([reading.edited_at_once(root)])
        root = _filled(base / "large", 15_000, 200_000)
        figures += _told([screens.starting(root), *screens.rating(root), commands.due(root)])
        root = _filled(base / "huge", 100_000, 1_000_000)
        anki = stores.anki_runner(ANKI, base / "peer.anki2", 100_000, 1_000_000)
        figures += _told(stores.opening(root, anki))
        figures += _told(stores.reviewing(root, anki))
    return 0 if all(figure.kept for figure in figures) else 1


def _filled(root: Path, cards: int, reviews: int) -> Path:
    (root / "data").mkdir(parents=True)
    fill(root / "data" / "coach.db", cards, reviews, TODAY)
    return root


def _told(figures: Iterable[Figure]) -> list[Figure]:
    told = list(figures)
    for figure in told:
        line = f"{figure.name:<48} {figure.ours * 1000:10.2f} ms"
        if figure.ratio is not None and figure.floor is not None:
            line += f"   {figure.ratio:8.2f} x {figure.against} ({figure.floor * 1000:.2f} ms)"
        if figure.bound is not None:
            line += f", promised {figure.bound:g}: {'kept' if figure.kept else 'NOT KEPT'}"
        if figure.limit is not None:
            line += f"   promised {figure.limit * 1000:g} ms: {'kept' if figure.kept else 'NOT KEPT'}"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return told


if __name__ == "__main__":
    sys.exit(main())
