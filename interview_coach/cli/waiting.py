"""A line on the terminal that says how far a long command has come, and goes when it is done."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from interview_coach.telling import Tell, silent

AFTER = 0.5  # seconds without a word that nobody minds
EVERY = 0.1  # seconds
_CLEAR = "\r\x1b[K"


@contextmanager
def waiting() -> Iterator[Tell]:
    """What a long piece of work tells its counts to. Nothing is shown where nobody looks, or the line cannot be
    written over: standard error is no terminal, or a plain one.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM", "") in {"", "dumb"}:
        yield silent
        return
    line = _Line()
    try:
        yield line.tell
    finally:
        line.clear()


class _Line:
    def __init__(self) -> None:
        self._next = time.monotonic() + AFTER
        self._shown = False

    def tell(self, what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + EVERY
        self._shown = True
        text = f"{what}: {done:,} of {total:,}"
        sys.stderr.write(_CLEAR + text[: shutil.get_terminal_size().columns - 1])
        sys.stderr.flush()

    def clear(self) -> None:
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
