"""A program in a pseudo-terminal, timed by what it paints."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

_CONTROL = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[PX^_\]].*?(?:\x07|\x1b\\)|\x1b.", re.DOTALL)


class Terminal:
    """One run of a program at a size in cells. Leaving the block ends the program."""

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str], columns: int = 80, lines: int = 24
    ) -> None:
        self._output = b""
        self.began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environ))  # noqa: S606 - the benchmark's own command
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def send(self, keys: str) -> float:
        """Types; gives the moment in seconds. What was painted before is forgotten."""
        self.drain()
        self._output = b""
        moment = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return moment

    def wait_for(self, *texts: str, timeout: float = 20.0) -> float:
        """The moment at which all the texts have been painted since the last keys.

        Raises TimeoutError, with what was painted instead.
        """
        wanted = [text.encode() for text in texts]
        until = time.perf_counter() + timeout
        while True:
            painted = _CONTROL.sub(b"", self._output)
            if all(text in painted for text in wanted):
                return time.perf_counter()
            left = until - time.perf_counter()
            if left <= 0 or not self._read(left):
                raise TimeoutError(f"waited for {texts}, saw {painted[-2000:]!r}")

    def drain(self, quiet: float = 0.05) -> None:
        """Reads until nothing has come for a while (in seconds)."""
        while self._read(quiet):
            pass

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return False
        try:
            piece = os.read(self._terminal, 65536)
        except OSError:
            return False
        self._output += piece
        return bool(piece)
