"""The program run in a process of its own under a guard that it cannot take off.

The guard is a hook for Python's audit events, set before the program begins: whatever asks for the network
is refused, and that and every program started is written down.
"""

import ast
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.running import PATIENCE, clean_environ

_HOOK = """
import atexit, json, os, sys

_log = os.open(os.environ["GUARD_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "telnetlib.")
_STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.spawn")
_LOADS = ("pickle.find_class", "marshal.loads", "sqlite3.load_extension", "webbrowser.open")


def _note(kind, event, arguments):
    os.write(_log, (json.dumps([kind, event, repr(arguments)]) + "\\n").encode())


def _hook(event, arguments):
    if event == "socket.__new__" and arguments[1] == 1:
        return  # AF_UNIX: the pair with which asyncio wakes itself up; it leads nowhere
    if event.startswith(_NETWORK):
        _note("network", event, arguments)
        raise PermissionError(f"the guard refuses {event}")
    if event.startswith(_STARTS):
        _note("start", event, arguments)
    if event.startswith(_LOADS) and not sys._getframe(1).f_code.co_filename.startswith("<frozen"):
        _note("load", event, arguments)


atexit.register(lambda: _note("modules", "", sorted(sys.modules)))
sys.addaudithook(_hook)
"""


@dataclass(frozen=True)
class Guard:
    """A folder with the hook in it and what it wrote down."""

    folder: Path

    @property
    def environ(self) -> dict[str, str]:
        """What a process needs to be under the guard."""
        path = os.pathsep.join(filter(None, (os.fspath(self.folder), os.environ.get("PYTHONPATH"))))
        return {"PYTHONPATH": path, "GUARD_LOG": os.fspath(self.folder / "log")}

    def events(self, kind: str) -> list[tuple[str, str]]:
        """What was written down of a kind: network, start, load or modules, as (event, arguments)."""
        rows = [json.loads(line) for line in (self.folder / "log").read_text(encoding="utf-8").splitlines()]
        return [(event, arguments) for each, event, arguments in rows if each == kind]

    def modules(self) -> set[str]:
        """All that the processes had loaded in the end."""
        return {name for _, names in self.events("modules") for name in ast.literal_eval(names)}


def make_guard(folder: Path) -> Guard:
    """Sets up the guard in a folder of its own."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_HOOK, encoding="utf-8")
    return Guard(folder)


def run(root: Path, guard: Guard, *words: str, lines: str = "") -> subprocess.CompletedProcess[bytes]:
    """`interview-coach` in the folder `root`, started from nothing under the guard."""
    return subprocess.run(
        [sys.executable, "-m", "interview_coach", *words],
        cwd=root,
        input=lines.encode(),
        env={**clean_environ(root), **guard.environ},
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )


def everything(root: Path) -> dict[str, Any]:
    """All below a folder: each path with its mode, and what a file holds or a link says."""
    found: dict[str, Any] = {}
    for path in sorted(root.rglob("*")):
        what = str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else None
        found[str(path.relative_to(root))] = oct(path.lstat().st_mode), what
    return found


def whole_sitting(root: Path, other: Path) -> list[tuple[tuple[str, ...], str]]:
    """Every command there is, as (words, lines typed), in an order in which each has something to do.

    `other` is a folder for what is written on request, in which `other.db` is another machine's database.
    """
    out = os.fspath
    return [
        (("init", out(root)), ""),
        (("new", "Bread Slicing"), ""),
        (("notes",), ""),
        (("notes", "--json"), ""),
        (("check", "--coverage"), ""),
        (("coverage",), ""),
        (("feedback", "Bread Slicing"), "I cut 13 of 14 loaves, um, evenly.\n"),
        (("interviews", "add", "Bakery", "2026-03-20", "--description", "-"), "We look for bread slicing.\n"),
        (("interviews", "edit", "Bakery", "--role", "Baker"), ""),
        (("interviews", "match", "Bakery"), ""),
        (("interviews", "list", "--json"), ""),
        (("brief", "--plain", "--interview", "Bakery"), ""),
        (("mock", "--plain", "--questions", "1"), "I cut 13 of 14 loaves.\n.\n\n\n\n\n\n\n"),
        (("mock", "--list"), ""),
        (("due",), ""),
        (("due", "--json"), ""),
        (("cards", "--json"), ""),
        (("practice", "--plain"), "h\nan answer of my own\n\nt 1\n3\n\n1\ns\nu\nf\nb\nq\n"),
        (("practice", "--plain"), "u\nq\n"),
        (("cards",), ""),
        (("cards", "links"), ""),
        (("cards", "history", "1"), ""),
        (("cards", "flag", "1"), ""),
        (("cards", "undo"), ""),
        (("skills",), ""),
        (("search", "slicing"), ""),
        (("optimize", "--undo"), ""),
        (("stats",), ""),
        (("weak",), ""),
        (("interviews", "remove", "Bakery"), ""),
        (("interviews", "undo"), ""),
        (("export", "json", out(other / "all.json")), ""),
        (("export", "csv", out(other / "reviews.csv")), ""),
        (("export", "md", out(other / "cards.md")), ""),
        (("export", "apkg", out(other / "cards.apkg")), ""),
        (("export", "json"), ""),
        (("backup",), ""),
        (("backup", out(other / "copy.db")), ""),
        (("import", out(other / "reviews.csv")), ""),
        (("import", out(other / "all.json")), ""),
        (("merge", out(other / "other.db")), ""),
        (("restore",), ""),
        (("restore", out(other / "copy.db")), ""),
        (("doctor",), ""),
        (("doctor", "--rebuild", "--json"), ""),
    ]
