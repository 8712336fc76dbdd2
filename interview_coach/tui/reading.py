"""The notes read in the background: in a thread with a connection of its own, its progress told."""

import time
from typing import TYPE_CHECKING

from textual.worker import Worker, get_current_worker

from interview_coach.errors import CoachError

if TYPE_CHECKING:
    from interview_coach.coach.coach import Coach
    from interview_coach.tui.app import CoachApp

SHOW_PROGRESS_AFTER = 0.5  # seconds
PROGRESS_EVERY = 0.1  # seconds


class _LeftMeanwhileError(Exception):
    """The person left while the notes were being read."""


def read_notes(app: "CoachApp") -> None:
    """For a thread worker: reads what changed, loads what the first card needs, then tells the app."""
    worker: Worker[None] = get_current_worker()
    began = shown = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal shown
        if worker.is_cancelled:
            raise _LeftMeanwhileError
        now = time.monotonic()
        if now - began > SHOW_PROGRESS_AFTER and now - shown > PROGRESS_EVERY:
            shown = now
            app.call_from_thread(lambda: app.front.say_doing(f"Reading notes: {done:,} of {total:,}"))

    def tell(error: CoachError | None) -> None:
        if not worker.is_cancelled:
            app.call_from_thread(app.notes_were_read, error)

    try:
        coach = app.coach.again()
        try:
            coach.sync(progress)
            _warm_up(coach)
            tell(None)
            _keep_safe(app, worker, coach)
            _load_the_rest()
        finally:
            coach.close()
    except CoachError as error:
        tell(error)
    except _LeftMeanwhileError:
        return


def _warm_up(coach: "Coach") -> None:
    """Loads in the background what the next screens need, so that the first time is as quick as the others."""
    from interview_coach.tui.screens import practice, progress, summary, weak  # noqa: F401 - the import is the work

    coach.practice()


def _keep_safe(app: "CoachApp", worker: "Worker[None]", coach: "Coach") -> None:
    """What nobody waits for: room for the ratings to come, and the day's backup."""
    coach.make_ready()
    try:
        coach.daily_backup()
    except CoachError as caught:
        error = CoachError(f"No backup was made today: {caught.message}", caught.hint)
        if not worker.is_cancelled:
            app.call_from_thread(lambda: app.front.complain(error))


def _load_the_rest() -> None:
    """The screens opened less often: after the backup, which must not wait for what only saves a moment."""
    from interview_coach.tui.screens import brief, coverage  # noqa: F401 - the import is the work
    from interview_coach.tui.screens.interviews import form, interviews  # noqa: F401
    from interview_coach.tui.screens.library import note, search  # noqa: F401
    from interview_coach.tui.screens.mock import setup  # noqa: F401
