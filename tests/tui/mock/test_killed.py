"""The program is killed at each stage of a mock interview, and the next start goes on at the very question."""

import signal
import sqlite3
import time
from pathlib import Path

from tests.tui.mock.sitting import written
from tests.tui.terminal import PATIENCE, Program, program


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


def _in_the_answer(run: Program, root: Path) -> None:
    run.until("You were answering question 1")
    run.type("\r")
    run.until("▸Task")
    assert "paused" in run.text
    run.type(" ")
    run.until("· answer")
    run.type("\r")
    run.until("follow-up")
    run.type("w")
    run.until("Free text: ")
    run.type("The oven failed at two")
    run.until("5 words")
    until_saved(run, root, "used", 2500)
    kill(run)


def _in_the_follow_up(run: Program) -> None:
    run.until("the follow-up to")
    run.type("\r")
    run.until("The oven failed at two")
    assert "paused" in run.text
    run.type(" ")
    run.until("follow-up")
    run.type("\x1b")
    run.until("Out of the box")
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
        _in_the_answer(run, root)
    with program(root) as run:
        _in_the_follow_up(run)
    with program(root) as run:
        _in_the_debrief(run)
    assert state_of(root, "stage") == "done", "it is not offered again"
    assert list((root / "data" / "reports").glob("*.md"))
