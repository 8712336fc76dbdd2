"""A long command says how far it has come, on a terminal; in a pipe it says nothing, and it leaves no trace."""

import os
import re
import sys
import time
from pathlib import Path

import pexpect
import pyte
import pytest

from interview_coach.cli.waiting import waiting
from interview_coach.telling import counted, silent
from tests.cli.test_commands import run
from tests.making import write_note
from tests.running import NOW

COUNT = re.compile(r": \d+ of \d+")
IMPATIENT = (
    "import interview_coach.cli.waiting as waiting\n"
    "waiting.AFTER = waiting.EVERY = 0\n"
    "from interview_coach.cli import main\nmain()\n"
)


@pytest.fixture
def places(root: Path, tmp_path: Path) -> Path:
    """A workspace with something to export, to merge, to import and to restore beside it; gives its folder."""
    run("practice", "--plain", root=root, lines="\n4\n\n4\nq\n")
    run("export", "json", "all.json", root=root)
    run("export", "csv", "reviews.csv", root=root)
    run("backup", "copy.db", root=root)
    write_note(tmp_path / "other")
    run("practice", "--plain", root=tmp_path / "other", lines="\n3\nq\n", now="2026-03-05T08:00:00+01:00")
    return root


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("merge", "other/data/coach.db"), ("Looking through cards: 10 of 10", "Replaying cards: 1 of 1")),
        (("import", "all.json"), ("Reading cards: 10 of 10", "Reading reviews: 2 of 2")),
        (("import", "reviews.csv"), ("Finding cards: 2 of 2",)),
        (("restore", "copy.db"), ("Restoring: steps done: 2 of 3",)),
        (("restore",), ()),
        (("export", "json", "other.json"), ("Writing cards: 10 of 10",)),
        (("export", "md", "cards.md"), ("Writing cards: 10 of 10",)),
        (("export", "apkg"), ("Writing cards: 10 of 10",)),
        (("doctor",), ("Replaying cards: 10 of 10",)),
        (("export", "csv"), ()),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_on_a_terminal_it_counts_and_leaves_nothing_behind(
    places: Path, words: tuple[str, ...], told: tuple[str, ...]
) -> None:
    child = pexpect.spawn(
        sys.executable, ["-c", IMPATIENT, *words], cwd=places, encoding="utf-8",
        dimensions=(40, 80), timeout=30,
        env={**os.environ, "INTERVIEW_COACH_NOW": NOW, "TERM": "xterm", "HOME": str(places / "home")},
    )  # fmt: skip
    sent = child.read()
    child.close()
    assert child.exitstatus == 0, sent
    for each in told:
        assert f"\r\x1b[K{each}" in sent
    screen = pyte.Screen(80, 40)
    pyte.Stream(screen).feed(sent)
    assert not [line for line in screen.display if COUNT.search(line)], "and what it said is gone"
    quiet = run(*words, *(("--force",) if words[0] == "export" else ()), root=places)
    assert quiet.returncode == 0
    assert "\x1b" not in quiet.stderr
    assert not COUNT.search(quiet.stderr)


class Terminal:
    """Standard error that is looked at."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


def test_half_a_second_passes_in_silence_and_a_line_stays_long_enough_to_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal, now = Terminal(), [100.0]
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setenv("TERM", "xterm")
    with waiting() as tell:
        for number, _ in enumerate(counted("Reading notes", range(20_000), 20_000, tell)):
            now[0] += 0.0001
            if number < 4_900:
                assert terminal.text == ""
    lines = terminal.text.split("\r\x1b[K")
    assert lines[0] == lines[-1] == ""
    assert 10 <= len(lines) - 2 <= 17
    assert "Reading notes: 15,0" in terminal.text
    with waiting() as tell:
        tell("Reading notes", 1, 2)
    assert terminal.text.split("\r\x1b[K") == lines, "what takes no time says nothing, and clears nothing"


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_write_over_a_line_is_spared(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", term)
    with waiting() as tell:
        assert tell is silent
