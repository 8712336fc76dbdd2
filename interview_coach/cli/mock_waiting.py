"""Waiting for a line on a terminal, but not for ever."""

import sys


def wait_for_line(seconds: float) -> bool:
    """Waits until a line was typed, at most so long; gives whether there is one.

    Where the system cannot wait for a terminal (Windows), it does not wait, and says that there is a line.
    """
    import select

    if sys.platform == "win32":
        return True
    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    return bool(ready)
