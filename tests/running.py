"""The program in processes of its own that need not load it: one that has loaded everything is forked.

That every command also finds by itself what it needs is seen in security/test_network.py, which starts each
from nothing.
"""

import atexit
import gc
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import MappingProxyType

NOW = "2026-03-02T08:00:00+01:00"
PATIENCE = 60  # seconds
LATE = (  # what the program loads inside functions
    "csv", "frontmatter", "fsrs", "mdit_py_plugins.dollarmath", "mdit_py_plugins.footnote", "rapidfuzz.fuzz",
    "sqlite_utils", "tomllib", "zipfile",
)  # fmt: skip


def clean_environ(root: Path) -> dict[str, str]:
    """The environment without what the person has set for the program, and with a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("INTERVIEW_COACH")}
    return {**kept, "INTERVIEW_COACH_NOW": NOW, "HOME": os.fspath(root / "home")}


def run(
    root: Path, *words: str, lines: str = "", umask: int = -1, environ: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[bytes]:
    """`interview-coach` with these words and lines typed, in the folder `root`."""
    server = _server()
    assert server.stdin
    assert server.stdout
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "0").write_text(lines, encoding="utf-8")
        wanted = [name, os.fspath(root), list(words), umask, {**clean_environ(root), **environ}]
        server.stdin.write(json.dumps(wanted) + "\n")
        server.stdin.flush()
        status = int(server.stdout.readline())
        out, err = ((folder / stream).read_bytes() for stream in "12")
    return subprocess.CompletedProcess(words, status, out, err)


@cache
def _server() -> "subprocess.Popen[str]":
    words = [sys.executable, "-m", "tests.running"]
    server = subprocess.Popen(
        words, cwd=Path(__file__).parents[1], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    atexit.register(server.communicate)
    return server


def _serve() -> None:
    """Forks for each line that comes in, and answers it with the exit status."""
    import interview_coach

    named = [module.name for module in walk_packages(interview_coach.__path__, "interview_coach.")]
    for name in (*named, *LATE):
        if not re.match(r"interview_coach\.(tui|web|__main__)", name):
            import_module(name)
    gc.freeze()  # what is loaded is left as it is, and shared, in each fork
    while line := sys.stdin.readline():
        child = os.fork()
        if not child:
            _become(*json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - the answer


def _become(folder: str, root: str, words: list[str], umask: int, environ: dict[str, str]) -> None:
    """Turns this process into a run of the program; ends it."""
    from interview_coach.cli import main

    signal.alarm(PATIENCE)
    for number, mode in enumerate((os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT)):
        os.dup2(os.open(f"{folder}/{number}", mode), number)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w", 1)  # noqa: SIM115 - till the end
    os.chdir(root)
    if umask >= 0:
        os.umask(umask)
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    sys.argv = ["interview-coach", *words]
    try:
        main()
    except SystemExit as left:
        sys.stdout.flush()
        os._exit(int(left.code or 0))  # at once: taking down all that was loaded takes longer than most runs


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        _serve()
