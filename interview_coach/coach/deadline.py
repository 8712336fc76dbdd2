"""How long something has taken, whatever the program, the terminal and the computer did meanwhile.

Nothing is counted up: each question is answered from a clock that is read then. So a loop that is blocked, a
program that is stopped by ctrl+z and a laptop that sleeps leave no error behind.
"""

import sys
import time
from collections.abc import Callable

Ticks = Callable[[], float]

SLEPT = 2.0  # seconds by which the wall must be ahead of a clock that stops in sleep to be believed
AWAY = 20.0  # seconds between two looks from which a person is asked whether they were there


def steady_ticks() -> Ticks:
    """A clock in seconds that nobody sets and that runs on while the computer sleeps.

    Linux: CLOCK_BOOTTIME, since CLOCK_MONOTONIC stands still in sleep. macOS: CLOCK_MONOTONIC, which does not
    there, unlike Python's own `time.monotonic`. Windows: `time.monotonic`, which runs on. Elsewhere the
    clock on the wall is a witness beside one that may have stood still.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return lambda: time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return lambda: time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic if sys.platform == "win32" else Watched(time.monotonic, time.time)


class Watched:
    """A clock that may stand still in sleep, beside the clock on the wall, which does not.

    Where the wall has gone on by more than SLEPT longer than the clock between two readings, the computer is
    taken to have slept. A wall that is set back changes nothing.
    """

    def __init__(self, ticks: Ticks, wall: Ticks) -> None:
        self._ticks = ticks
        self._wall = wall
        self._last = (ticks(), wall())
        self._slept = 0.0

    def __call__(self) -> float:
        now = (self._ticks(), self._wall())
        ahead = (now[1] - self._last[1]) - (now[0] - self._last[0])
        if ahead > SLEPT:
            self._slept += ahead
        self._last = now
        return now[0] + self._slept


class Stopwatch:
    """The seconds that something has taken, without its pauses. It begins at once, or `paused`.

    `used` are seconds that were taken before, in an interview that is gone on with.
    """

    def __init__(self, ticks: Ticks, used: float = 0.0, *, paused: bool = False) -> None:
        self._ticks = ticks
        self._before = used
        self._since = None if paused else ticks()
        self._seen = ticks()

    @property
    def used(self) -> float:
        """Seconds so far."""
        running = 0.0 if self._since is None else max(0.0, self._ticks() - self._since)
        return self._before + running

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return self._since is None

    def pause(self) -> None:
        """Stands still from here on."""
        self._before, self._since = self.used, None

    def resume(self) -> None:
        """Runs from here on."""
        if self._since is None:
            self._since = self._seen = self._ticks()

    def away(self) -> float:
        """Seconds since the last call, or since it ran again, where that is AWAY or more; else 0.

        A screen calls it with each beat. A beat that comes so late means that the program was stopped or the
        computer slept; whether that time counts is for the person to say, see `forgive`.
        """
        now = self._ticks()
        gap, self._seen = now - self._seen, now
        return gap if not self.paused and gap >= AWAY else 0.0

    def forgive(self, seconds: float) -> None:
        """Takes time back: the person was not there."""
        used = max(0.0, self.used - seconds)
        self._before = used
        if self._since is not None:
            self._since = self._ticks()


class Deadline(Stopwatch):
    """A stopwatch with an end, after which it counts what is over."""

    def __init__(self, ticks: Ticks, seconds: float, used: float = 0.0, *, paused: bool = False) -> None:
        super().__init__(ticks, used, paused=paused)
        self.seconds = seconds

    @property
    def left(self) -> float:
        """Seconds until the end; 0 from there on."""
        return max(0.0, self.seconds - self.used)

    @property
    def over(self) -> float:
        """Seconds since the end; 0 until there."""
        return max(0.0, self.used - self.seconds)

    @property
    def is_over(self) -> bool:
        """Whether the end is reached."""
        return self.used >= self.seconds
