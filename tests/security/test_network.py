"""Nothing leaves the computer: whole sessions with the network refused, nothing loaded that could use it."""

from pathlib import Path

import click

from interview_coach.cli.commands import group
from tests import running
from tests.making import QUESTIONS, write_note
from tests.security.guarded import make_guard, run, whole_sitting
from tests.tui.terminal import program

CLIENTS = {"http.client", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc", "socketserver"}


def other_machine(folder: Path) -> Path:
    """A folder that holds another machine's database, on which something was practised."""
    write_note(folder / "machine")
    running.run(folder / "machine", "practice", "--plain", lines="\n3\n")
    (folder / "machine" / "data" / "coach.db").rename(folder / "other.db")
    return folder


def test_every_command_works_with_the_network_refused_and_loads_nothing_for_it(tmp_path: Path) -> None:
    root, guard = tmp_path / "mine", make_guard(tmp_path / "guard")
    root.mkdir()
    other = other_machine(tmp_path / "other")
    for words, lines in whole_sitting(root, other):
        done = run(root, guard, *words, lines=lines)
        assert done.returncode == 0, (words, done.stderr.decode())
    assert guard.events("network") == []
    assert guard.events("start") == []
    assert guard.events("load") == []
    assert len(guard.events("modules")) == len(whole_sitting(root, other)), "the guard was on in each"
    assert not guard.modules() & (CLIENTS | {"ssl", "asyncio", "textual"})


def test_no_command_is_left_out(tmp_path: Path) -> None:
    """But for `cards relink` and `cards split`, which need two numbers and are in `cards` like the others.

    `serve` is there to be reached, by this computer alone: web/test_serving.py.
    """
    named = {words[0] for words, _ in whole_sitting(tmp_path, tmp_path)}
    assert named == set(group.commands) - {"serve"}
    interviews = group.commands["interviews"]
    assert isinstance(interviews, click.Group)
    assert {words[1] for words, _ in whole_sitting(tmp_path, tmp_path) if words[0] == "interviews"} == set(
        interviews.commands
    )


def test_the_guard_would_see_it(tmp_path: Path) -> None:
    root, guard = tmp_path / "mine", make_guard(tmp_path / "guard")
    write_note(root)
    code = "\nimport socket, subprocess, http.client, contextlib\nsubprocess.run(['true'])\n"
    code += "with contextlib.suppress(OSError):\n    socket.create_connection(('127.0.0.1', 9))\n"
    with (guard.folder / "sitecustomize.py").open("a", encoding="utf-8") as hook:
        hook.write(code)
    run(root, guard, "due")
    assert [event for event, _ in guard.events("network")] == ["socket.getaddrinfo"]
    assert "subprocess.Popen" in [event for event, _ in guard.events("start")]
    assert "http.client" in guard.modules()


def test_the_screens_work_with_the_network_refused(root: Path, tmp_path: Path) -> None:
    guard = make_guard(tmp_path / "guard")
    with program(root, **guard.environ) as screens:
        screens.until("3 cards today")
        screens.type("n")
        screens.until("All notes read well")
        screens.type("q")
        screens.until("3 cards today")
        screens.type("\r")
        screens.until(QUESTIONS[0][:30])
        screens.type("h")
        screens.until("that is noted")
        screens.type("asome words")
        screens.until("some words")
        screens.type("\x13")
        screens.until("how good was it?")
        screens.type("3")
        screens.until("4  Easy")
        screens.type("x3")
        screens.until("2 of 3")
        screens.type("?")
        screens.until("Practice")
        screens.type("q")
        screens.until("2 of 3")
        screens.type("q")
        screens.until("1 card")
        screens.type("q")
        assert screens.status() == 0
    assert guard.events("network") == []
    assert guard.events("start") == []
    assert guard.events("load") == []
    loaded = guard.modules()
    assert "textual" in loaded
    assert not loaded & CLIENTS  # ssl is not among them: asyncio loads it and does nothing with it
