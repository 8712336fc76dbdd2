"""The program is killed at each stage of a mock interview, and the next start goes on at the very question."""

import signal
import sqlite3
import time
from pathlib import Path

from tests.tui.mock.sitting import written
from tests.tui.terminal import PATIENCE, Program, program

LEFT = "A mock interview that was left"


def kill(run: Program) -> None:
    """With no time for a last word."""
    run.process.kill(signal.SIGKILL)
    assert run.status() == 128 + signal.SIGKILL


def state_of(root: Path, what: str) -> object:
    """Something of where the interview stands, as it is on disk."""
    connection = sqlite3.connect(root / "data" / "coach.db")
    try:
        row = connection.execute("SELECT json_extract(state, ?) FROM mocks", (f"$.{what}",)).fetchone()
    finally:
        connection.close()
    return None if row is None else row[0]


def until_saved(run: Program, root: Path, what: str, least: float) -> None:
    """Waits until so much of it is on disk, reading what the terminal shows meanwhile."""
    end = time.monotonic() + PATIENCE
    while not (isinstance(found := state_of(root, what), int | float) and found >= least):
        assert time.monotonic() < end, f"{what} stays at {found}"
        run.until("of 5")
        time.sleep(0.1)


def begin(run: Program) -> None:
    run.until("6 questions qualify")
    run.type("\r")
    run.until("to think")


def _in_the_think_time(run: Program, root: Path) -> None:
    run.until("You were thinking about question 1")
    run.type("\r")
    run.until("with the time used")
    run.type(" ")
    run.until("to think")
    run.type(" ")
    run.until("· answer")
    time.sleep(0.9)  # a key pressed sooner is taken for a slip
    run.type(" ")
    run.until("▸Task")
    until_saved(run, root, "used", 2500)
    kill(run)


def _in_the_answer(run: Program) -> None:
    run.until("You were answering question 1")
    run.type("\r")
    run.until("▸Task")
    assert "paused" in run.text
    run.type(" ")
    run.until("· answer")
    run.type("\r")
    run.until("follow-up")
    kill(run)


def _in_the_follow_up(run: Program) -> None:
    run.until("the follow-up to")
    run.type("\r")
    run.until("paused")
    run.type(" ")
    run.until("follow-up")
    run.type("q")
    run.until("Leave the interview?")
    run.type("e")
    run.until("how good was it")
    run.type("4")
    run.until("What you said")
    kill(run)


def _in_the_debrief(run: Program) -> None:
    run.until("You were in the debrief")
    run.type("\r")
    run.until("What you said")
    run.type("e")
    run.until("on to the report?")
    run.type("y")
    run.until("Written to data/reports/")
    assert "1 of 5 answered" in run.text
    kill(run)


def _when_over(run: Program) -> None:
    run.until("cards today")
    run.type("m")
    run.until("Past interviews")
    assert LEFT not in run.text


def test_killed_at_every_stage(tmp_path: Path) -> None:
    root = written(tmp_path)
    with program(root) as run:
        run.until("cards today")
        run.type("m")
        begin(run)
        until_saved(run, root, "used", 2500)
        kill(run)
    with program(root) as run:
        _in_the_think_time(run, root)
    with program(root) as run:
        _in_the_answer(run)
    with program(root) as run:
        _in_the_follow_up(run)
    with program(root) as run:
        _in_the_debrief(run)
    with program(root) as run:
        _when_over(run)
    assert list((root / "data" / "reports").glob("*.md"))


def test_killed_while_writing(tmp_path: Path) -> None:
    root = written(tmp_path)
    with program(root) as run:
        run.until("cards today")
        run.type("m")
        run.until("[Speak]")
        run.type("\x1b[B" * 4 + "\x1b[D")
        run.until("[Free text]")
        begin(run)
        run.type(" ")
        run.until("· answer")
        run.type("The oven failed at two")
        run.until("5 words")
        until_saved(run, root, "used", 2500)
        kill(run)
    with program(root) as run:
        run.until("You were answering question 1")
        run.type("\r")
        run.until("The oven failed at two")
        run.type(" ")
        run.until("· answer")
        run.type("\x13")
        run.until("follow-up")
        assert state_of(root, "number") == 1
