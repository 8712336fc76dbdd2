"""The program in a real pseudo-terminal, read as a person reads it: by what stands on the screen."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

NOW = "2026-03-02T08:00:00+01:00"
PATIENCE = 20.0  # seconds, for a machine that is busy with other tests


class _Screen(pyte.Screen):
    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        """pyte stumbles over the private form, which asks for something and changes no colour."""
        if not private:
            super().select_graphic_rendition(*attributes)


class Program:
    """One run of the program, in a terminal of 80 columns and 24 lines."""

    def __init__(self, root: Path, *arguments: str, **environ: str) -> None:
        self._screen = _Screen(80, 24)
        self._stream = pyte.Stream(self._screen)
        kept = {name: value for name, value in os.environ.items() if name not in {"VISUAL", "EDITOR"}}
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "interview_coach", "--workspace", os.fspath(root), *arguments],
            env={**kept, "TERM": "xterm-256color", "INTERVIEW_COACH_NOW": NOW, **environ},
            dimensions=(24, 80),
            encoding="utf-8",
        )

    def until(self, text: str) -> None:
        """Waits until a text stands on the screen. Raises AssertionError with what stood there instead."""
        end = time.monotonic() + PATIENCE
        while text not in self.text:
            assert time.monotonic() < end, f"{text!r} did not come up:\n{self.text}"
            try:
                self._stream.feed(self.process.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF as error:
                raise AssertionError(f"it ended before {text!r} came up:\n{self.text}") from error

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def type(self, keys: str) -> None:
        """Presses keys, as fast as it goes."""
        self.process.send(keys)

    def status(self) -> int | None:
        """Waits for the end; gives the status as a shell has it."""
        end = time.monotonic() + PATIENCE
        while self.process.isalive():
            assert time.monotonic() < end, f"it does not end:\n{self.text}"
            try:
                self.process.read_nonblocking(65536, timeout=0.1)
            except (pexpect.TIMEOUT, pexpect.EOF):
                time.sleep(0.02)
        signal = self.process.signalstatus
        return self.process.exitstatus if signal is None else 128 + signal


@contextmanager
def program(root: Path, *arguments: str, **environ: str) -> Iterator[Program]:
    """Runs the program, and ends it whatever happens."""
    run = Program(root, *arguments, **environ)
    try:
        yield run
    finally:
        run.process.close(force=True)
