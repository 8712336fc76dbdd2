"""What takes a moment, worked out in a thread with a coach of its own while the keys stay quick."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.css.query import NoMatches
from textual.worker import get_current_worker

from interview_coach.errors import CoachError

if TYPE_CHECKING:
    from textual.widget import Widget

    from interview_coach.coach.coach import Coach
    from interview_coach.tui.screens.base import CoachScreen

Found = TypeVar("Found")

SAID_AFTER = 0.5  # seconds; what is quicker says nothing of itself
SAID_EVERY = 1.0


def load(
    screen: "CoachScreen", work: "Callable[[Coach], Found]", show: Callable[[Found], None], doing: str
) -> None:
    """Has `work` done in a thread, then shows what it gives, in place of what an earlier call may still give.

    From half a second on the message line says `doing` and for how long, unless something else stands there.
    What goes wrong is told there too.
    """
    began = time.monotonic()
    is_done = False
    widgets = tuple(screen.children)

    def tell() -> None:
        # One that was cancelled before it began counts as running still.
        if worker.is_running and not worker.is_cancelled and not is_done:
            screen.say_doing(f"{doing} … {time.monotonic() - began:.0f} s")
            screen.set_timer(SAID_EVERY, tell)

    def done(found: Found) -> None:
        nonlocal is_done
        is_done = True
        # A call that came meanwhile will show what is newer.
        if screen.is_attached and not worker.is_cancelled:
            screen.done_doing()
            try:
                show(found)
            except NoMatches:
                if not _is_leaving(screen, widgets):
                    raise

    def failed(error: CoachError) -> None:
        nonlocal is_done
        is_done = True
        if screen.is_attached:
            screen.done_doing()
            screen.complain(error)

    worker = screen.run_worker(
        partial(_work, screen, work, done, failed),
        thread=True,
        exclusive=True,
        group="loading",
        exit_on_error=True,
    )
    screen.set_timer(SAID_AFTER, tell)


def _is_leaving(screen: "CoachScreen", widgets: Sequence["Widget"]) -> bool:
    """Whether the screen is being taken down, its widgets before itself: what was found is of no use then."""
    there = all(widget.is_attached and widget.is_running for widget in widgets)
    return not (screen.is_current and there)


def _work(
    screen: "CoachScreen",
    work: "Callable[[Coach], Found]",
    done: Callable[[Found], None],
    failed: Callable[[CoachError], None],
) -> None:
    worker = get_current_worker()
    try:
        coach = screen.coach.again()
        try:
            tell = partial(done, work(coach))
        finally:
            coach.close()
    except CoachError as error:
        tell = partial(failed, error)
    if not worker.is_cancelled:
        screen.app.call_from_thread(tell)
