"""Being told to end by the system: the terminal was closed, or the computer shuts down."""

import asyncio
import signal
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_coach.tui.app import CoachApp

SIGNALS = (signal.SIGHUP, signal.SIGTERM)
# A terminal that is gone takes no more output, which can hold up the way out; all that was rated is on disk.
PATIENCE = 5  # seconds


async def run_to_its_end(app: "CoachApp") -> None:
    """Runs the app; a signal to end ends it in order, as `q` does, with the status that shells give it."""
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, partial(_leave, app, number))
    await app.run_async()


def _leave(app: "CoachApp", number: signal.Signals) -> None:
    signal.alarm(PATIENCE)
    app.leave(128 + number)
