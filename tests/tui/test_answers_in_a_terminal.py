"""Answers in a real terminal: killed right after its end, sent to the background while the clock runs."""

import re
import signal
import sqlite3
import time
from pathlib import Path

from tests.making import QUESTIONS
from tests.tui.terminal import Program, program

FIRST = QUESTIONS[0][:30]


def stored(root: Path, columns: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(root / "data" / "coach.db")
    rows = connection.execute(f"SELECT {columns} FROM attempts ORDER BY id").fetchall()  # noqa: S608 - own names
    connection.close()
    return rows


def stopped(run: Program) -> bool:
    """Whether the program is stopped, as the system has it."""
    status = Path(f"/proc/{run.process.pid}/stat").read_text(encoding="ascii")
    return status.rsplit(")", 1)[1].split()[0] == "T"


def test_killed_right_after_its_end_an_answer_is_on_disk(root: Path) -> None:
    with program(root, "practice") as run:
        run.until(FIRST)
        run.type(" ")
        run.until("Task begins")
        time.sleep(0.4)
        run.type(" ")
        run.until("Action begins")
        run.type("\r")
        run.until("how good was it")
        run.process.kill(signal.SIGKILL)
        run.status()
    ((way, duration, parts, abandoned),) = stored(root, "way, duration, parts, abandoned")
    assert (way, abandoned) == ("spoken", 0)
    assert isinstance(duration, int)
    assert duration >= 400
    assert "situation" in str(parts)


def test_in_the_background_the_clock_goes_on_and_the_marks_stay(root: Path) -> None:
    with program(root, "practice") as run:
        run.until(FIRST)
        run.type(" ")
        run.until("Task begins")
        began = time.monotonic()
        run.type(" ")
        run.until("▸Task")
        run.type("\x1a")
        end = time.monotonic() + 20
        while not stopped(run):
            assert time.monotonic() < end, "it was not stopped"
            time.sleep(0.02)
        time.sleep(2.0)
        run.process.kill(signal.SIGCONT)
        run.type("\r")
        run.until("how good was it")
        took = time.monotonic() - began
    ((duration, parts),) = stored(root, "duration, parts")
    assert isinstance(duration, int)
    assert 2000 <= duration <= took * 1000 + 1000
    assert re.search(r'"task", \d{4}', str(parts))


def test_keys_that_come_in_one_go_each_find_their_box(root: Path) -> None:
    with program(root, "practice") as run:
        run.until(FIRST)
        run.type("w ovens fail\t\tmoved it\tsold 47 of 50\x13")
        run.until("how good was it")
    ((way, parts),) = stored(root, "way, parts")
    assert way == "boxes"
    assert re.findall(r"null, (\d+)", str(parts)) == ["2", "0", "2", "4"]


def test_keys_behind_the_end_of_an_answer_are_no_words_of_it(root: Path) -> None:
    with program(root, "practice") as run:
        run.until(FIRST)
        run.type("aovens failed\x1343")
        run.until("2 of")
    (row,) = stored(root, "way, words, predicted, review_id")
    assert row == ("text", 2, 4, 1)
