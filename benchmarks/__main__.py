"""Runs every benchmark, prints a line a figure, and exits with 1 where a promised ratio does not hold."""

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks import answers, commands, progress, reading, screens, stores
from benchmarks.figures import Figure, told
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
                figures += told([reading.first_reading(root)])
            figures += told([reading.reading_again(root)])
            if count == 10_000:
                figures += told([reading.edited_at_once(root)])
        root = _filled(base / "large", 15_000, 200_000, answers=True)
        figures += told([screens.starting(root), *screens.rating(copied(root)), commands.due(root)])
        figures += told(screens.opening(root))
        figures += told([screens.answering_meanwhile(root)])
        figures += told(progress.looking(root))
        root = _filled(base / "huge", 100_000, 1_000_000)
        anki = stores.anki_runner(ANKI, base / "peer.anki2", 100_000, 1_000_000)
        figures += told(stores.opening(root, anki))
        figures += told(stores.reviewing(root, anki))
    figures += told(answers.looking())
    agreed = answers.agreeing()
    return 0 if agreed and all(figure.kept for figure in figures) else 1


def _filled(root: Path, cards: int, reviews: int, *, answers: bool = False) -> Path:
    (root / "data").mkdir(parents=True)
    fill(root / "data" / "coach.db", cards, reviews, TODAY, answers=answers)
    return root


def copied(root: Path) -> Path:
    """The same workspace beside it, for a measurement that rates: the others find the day as it was filled.

    Its notes keep their times, so that a look at them finds them unchanged there too.
    """
    return Path(shutil.copytree(root, root.with_name(f"{root.name}-rated")))


if __name__ == "__main__":
    sys.exit(main())
