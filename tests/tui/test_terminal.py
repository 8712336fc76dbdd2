"""What only a real terminal shows: editors over the screens, and ends that the system makes."""

import os
import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.making import QUESTIONS
from tests.tui.terminal import program

FIRST = QUESTIONS[0][:30]


def script(path: Path, text: str) -> str:
    """An editor of our own."""
    path.write_text(f"#!{sys.executable}\n{text}")
    path.chmod(0o755)
    return os.fspath(path)


def test_an_editor_that_is_not_there_is_told_and_the_screen_stays(root: Path) -> None:
    with program(root, "practice", EDITOR="/no/such/editor") as run:
        run.until(FIRST)
        run.type("e")
        run.until("there is no editor '/no/such/editor' here")
        assert "set VISUAL or EDITOR" in run.text
        run.type("\r")
        run.until("4  Easy")


def test_an_editor_that_cannot_be_started_is_told_and_the_screen_comes_back(root: Path) -> None:
    editor = root / "editor"
    editor.write_text("#!/no/such/interpreter\n")
    editor.chmod(0o755)
    with program(root, "practice", EDITOR=os.fspath(editor)) as run:
        run.until(FIRST)
        run.type("e")
        run.until("No such file")
        run.type("\r")
        run.until("4  Easy")


def test_an_editor_that_ends_badly_says_so(root: Path) -> None:
    with program(root, "practice", EDITOR="false") as run:
        run.until(FIRST)
        run.type("e")
        run.until("false ended with status 1.")
        assert FIRST in run.text


def test_ctrl_c_in_the_editor_is_the_editors(root: Path) -> None:
    """The editor gets it as any program does, and the screens are there afterwards."""
    editor = script(
        root / "editor",
        "import signal, sys, time\n"
        "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler, 'ignored'\n"
        "print('editing', flush=True)\n"
        "try:\n    time.sleep(60)\n"
        "except KeyboardInterrupt:\n    sys.exit(3)\n",
    )
    with program(root, "practice", EDITOR=editor) as run:
        run.until(FIRST)
        run.type("e")
        run.until("editing")
        run.type("\x03")
        run.until("ended with status 3.")
        run.type("\r")
        run.until("4  Easy")


def test_what_the_screens_set_for_themselves_is_not_handed_on_to_the_editor(root: Path) -> None:
    editor = script(root / "editor", "import os, sys\nsys.exit(7 if 'TEXTUAL_FPS' in os.environ else 8)\n")
    with program(root, "practice", EDITOR=editor) as run:
        run.until(FIRST)
        run.type("e")
        run.until("ended with status 8.")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_ends_in_order(root: Path, number: signal.Signals) -> None:
    with program(root, "practice") as run:
        run.until(FIRST)
        run.type("\r")
        run.until("4  Easy")
        run.type("3")
        run.until("2 of 3")
        run.process.kill(number)
        assert run.status() == 128 + number
    _left_in_order(root)


def test_a_terminal_that_is_closed_ends_it_in_order(root: Path) -> None:
    with program(root, "practice") as run:
        run.until(FIRST)
        run.type("\r")
        run.until("4  Easy")
        run.type("3")
        run.until("2 of 3")
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, run.process.child_fd)
        os.close(nothing)
        assert run.status() == 128 + signal.SIGHUP
    _left_in_order(root)


def _left_in_order(root: Path) -> None:
    """The sitting has its end, and nothing is left beside the database."""
    database = root / "data" / "coach.db"
    assert not database.with_name("coach.db-wal").exists()
    connection = sqlite3.connect(database)
    (ended,) = connection.execute("SELECT count(*) FROM sessions WHERE ended_at IS NOT NULL").fetchone()
    connection.close()
    assert ended == 1


def test_keys_pressed_all_at_once_are_what_they_were_meant_for(root: Path) -> None:
    """The first opens the box, all others are text for it, though they come before it is there."""
    with program(root) as run:
        run.until("3 cards today")
        run.type("\r \x1b[B")  # a screen that is only just coming takes no harm
        run.until(FIRST)
        run.type("q")
        run.until("Nothing was rated")
        run.type("m")
        run.until(FIRST)
        run.type("asub 3 q f\re")
        run.until("sub 3 q f")
        run.until("│ e ")
        assert "1 of 3" in run.text
    connection = sqlite3.connect(root / "data" / "coach.db")
    assert connection.execute("SELECT count(*) FROM marks").fetchone() == (0,)
    connection.close()
