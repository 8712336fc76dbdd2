"""The screens, in a pseudo-terminal: the start, and the way from a rating to the next card."""

import os
import sys
import time
from pathlib import Path

from benchmarks.figures import Figure, as_installed, median, percentile
from benchmarks.terminal import Terminal

ENVIRON = as_installed({"TERM": "xterm-256color", "INTERVIEW_COACH_NOW": "2026-03-02T08:00:00+01:00"})
COACH = [sys.executable, "-m", "interview_coach"]
EMPTY = [sys.executable, os.fspath(Path(__file__).with_name("empty_app.py"))]
# What Today says of the queue that the filled database holds; a frame without it is not useful yet.
COUNTS = ("100", "Next up")
RATINGS = 60


def starting(root: Path, runs: int = 9) -> Figure:
    """From starting the program to Today with its counts, against an empty Textual program."""
    ours: list[float] = []
    floor: list[float] = []
    for run in range(runs + 1):
        for command, seconds, texts in ((EMPTY, floor, ("ready",)), (_command(root), ours, COUNTS)):
            with Terminal(command, ENVIRON) as terminal:
                moment = terminal.wait_for(*texts) - terminal.began
            if run:  # the first of each warms the caches
                seconds.append(moment)
    return Figure(
        "start to Today with its counts", median(ours), "an empty Textual app", median(floor), bound=1.5
    )


def rating(root: Path) -> list[Figure]:
    """From pressing a rating to the next card painted."""
    seconds = []
    with Terminal([*_command(root), "practice", "--limit", str(RATINGS + 20)], ENVIRON) as terminal:
        terminal.wait_for("1 of")
        for number in range(2, RATINGS + 2):
            time.sleep(0.1)
            terminal.send("\r")
            terminal.wait_for("Good")
            pressed = terminal.send("3")
            seconds.append(terminal.wait_for(f"{number} of") - pressed)
    name = "rating key to next card painted"
    return [
        Figure(f"{name}, 50th percentile", median(seconds), "", limit=None),
        Figure(f"{name}, 95th percentile", percentile(seconds, 0.95), "16 ms", limit=0.016),
    ]


# A screen by its key on Today, and what it says once it is there: what it is about, or that it reads the notes.
OPENED = (
    ("weak answers", "w", "Weak answers"),
    ("progress", "p", "Progress"),
    ("library", "l", "15,000 cards"),
    ("interviews", "i", "No interview is noted"),
    ("coverage", "c", "which question has which story"),
)
SOON = 0.150  # seconds in which a screen is there, wherever it gets what it shows from


def opening(root: Path, runs: int = 7) -> list[Figure]:
    """From the key on Today to a screen, and from a letter to what a search finds."""
    with Terminal(_command(root), ENVIRON) as terminal:
        terminal.wait_for(*COUNTS)
        time.sleep(1)  # the notes are looked at, and what is weak
        figures = [
            Figure(
                f"key to the {name}", _opened(terminal, key, says, runs), f"{SOON * 1000:.0f} ms", limit=SOON
            )
            for name, key, says in OPENED
        ]
        figures.append(Figure("letter to what a search finds", _searched(terminal), "", limit=None))
    return figures


def _opened(terminal: Terminal, key: str, says: str, runs: int) -> float:
    seconds = []
    for _ in range(runs):
        pressed = terminal.send(key)
        moment = terminal.wait_for(says)
        seconds.append(moment - pressed)
        time.sleep(0.2)
        terminal.send("q")
        terminal.wait_for("Next up")
        time.sleep(0.2)
    return median(seconds)


def _searched(terminal: Terminal) -> float:
    """The last letter of words that most cards have one of."""
    terminal.send("l")
    terminal.wait_for("15,000 cards")
    terminal.send("/")
    terminal.wait_for("Type words", timeout=60)
    terminal.send("tell me matter 777")
    terminal.wait_for("11 finds")
    pressed = terminal.send("7")
    return terminal.wait_for("1 find") - pressed


def answering_meanwhile(root: Path, runs: int = 5) -> Figure:
    """From a key pressed at once after opening Progress to its answer: the log is being counted meanwhile."""
    seconds = []
    for _ in range(runs):
        with Terminal(_command(root), ENVIRON) as terminal:
            terminal.wait_for(*COUNTS)
            time.sleep(1)
            terminal.send("p")
            terminal.wait_for("Progress")
            pressed = terminal.send("?")
            seconds.append(terminal.wait_for("Help") - pressed)
    return Figure("key while Progress counts", median(seconds), f"{SOON * 1000:.0f} ms", limit=SOON)


def _command(root: Path) -> list[str]:
    return [*COACH, "--workspace", os.fspath(root)]
