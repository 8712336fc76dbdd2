"""Fitting the schedule to the person: offered from enough reviews on, taken only where it is a gain, undoable.

What was fitted is kept beside the log; each rating keeps the weights that it was computed with. Cards stay due
when they are: what was fitted counts from the next rating of each.
"""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from sqlite3 import Connection
from typing import IO, Any

from interview_coach.errors import CoachError
from interview_coach.recall.day import to_number
from interview_coach.recall.fitting import Fit, telling
from interview_coach.settings import Settings
from interview_coach.store import log, statistics
from interview_coach.store.codec import from_ms, to_ms
from interview_coach.store.database import Database
from interview_coach.store.facts import FITTED, get_fact, put_fact

__all__ = ["Fit", "Kept", "Outlook", "fit", "is_installed", "outlook", "undo"]

# Called a few times a second with what it is at ("reading", "fitting", "measuring") and the seconds spent.
Progress = Callable[[str, float], object]

LONGEST_SECONDS = 300.0
_TICK = 0.2


@dataclass(frozen=True, slots=True)
class Kept:
    """A fit that was taken, and when."""

    fit: Fit
    at: datetime


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether there is anything to fit: the reviews that tell of forgetting, and how many it takes.

    `reviews` are counted no farther than that. `current` is the fit in use, None for FSRS's own weights;
    `installed` says that the package is there.
    """

    reviews: int
    needed: int
    current: Kept | None
    installed: bool

    @property
    def is_offered(self) -> bool:
        """Whether there are enough reviews to fit to."""
        return self.reviews >= self.needed

    @property
    def sentence(self) -> str:
        """That the schedule is fitted, or may be now; "" where that is a matter of practising on."""
        if self.current is not None:
            reviews = self.current.fit.reviews + self.current.fit.held
            since = f"{self.current.at.astimezone():%Y-%m-%d}"
            return f"The schedule is fitted to you since {since}, from {reviews:,} reviews."
        if not self.is_offered:
            return ""
        return (
            f"At least {self.needed:,} reviews tell how you forget. To fit the schedule to them, if that "
            "predicts you better: interview-coach optimize"
        )


def outlook(database: Database, settings: Settings) -> Outlook:
    """Where fitting stands."""
    with database.explained():
        kept = _kept(database.connection)
        reviews = statistics.telling(database.connection, settings.fit_from)
    return Outlook(reviews, settings.fit_from, kept[-1] if kept else None, is_installed())


def is_installed() -> bool:
    """Whether the package that fits is there."""
    try:
        version("fsrs-rs-python")
    except PackageNotFoundError:
        return False
    return True


def fit(
    database: Database,
    settings: Settings,
    now: datetime,
    progress: Progress = lambda stage, seconds: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Fit | None:
    """Fits in a process of its own, and takes what it found where that is a gain: see `Fit.is_gain`.

    None where it was `stopped`. Raises CoachError where there are too few reviews, the package is not
    installed, or the process fails or takes longer than five minutes; nothing is changed then.
    """
    began = time.monotonic()
    progress("reading", 0.0)
    with database.explained():
        histories = _histories(database.connection)
        kept = _kept(database.connection)
    _refuse(telling(histories), settings)
    current = kept[-1].fit.parameters if kept else None
    found = _in_a_process({"histories": histories, "current": current}, began, progress, stopped)
    if found is not None and found.is_gain:
        with database.transaction() as connection:
            _keep(connection, [*_kept(connection), Kept(found, now)])
    return found


def undo(database: Database) -> Kept | None:
    """Goes back to the weights before the last fit, and gives that fit; None where none was taken."""
    with database.transaction() as connection:
        kept = _kept(connection)
        if kept:
            _keep(connection, kept[:-1])
    return kept[-1] if kept else None


def _refuse(reviews: int, settings: Settings) -> None:
    if reviews < settings.fit_from:
        raise CoachError(
            f"there are {reviews:,} reviews that tell of forgetting, and fitting takes {settings.fit_from:,}",
            "a review tells of it when its card was rated on a day before; with fewer, FSRS's own weights "
            "predict better; practise on",
        )
    if not is_installed():
        raise CoachError(
            "fitting needs the package fsrs-rs-python, which is not installed",
            "install it beside the program: pip install 'interview-coach[optimize]', or from a checkout"
            " pip install '.[optimize]'",
        )


def _histories(connection: Connection) -> list[list[tuple[int, int]]]:
    """The ratings of each card, oldest first; what comes after a reset is a history of its own."""
    histories: list[list[tuple[int, int]]] = []
    for _, rated in groupby(log.standing(connection), key=lambda each: each.card_id):
        history: list[tuple[int, int]] = []
        for each in rated:
            if each.reset:
                histories.append(history)
                history = []
            else:
                history.append((to_number(each.day), int(each.rating)))
        histories.append(history)
    return [history for history in histories if history]


# -- what was taken


def _kept(connection: Connection) -> list[Kept]:
    try:
        return [
            Kept(_fit_of(each["fit"]), from_ms(each["at"]))
            for each in json.loads(get_fact(connection, FITTED) or "[]")
        ]
    except (ValueError, KeyError, TypeError):  # of another version, or written by hand: FSRS's own weights do
        return []


def _fit_of(told: dict[str, Any]) -> Fit:
    return Fit(**{**told, "parameters": tuple(float(each) for each in told["parameters"])})


def _keep(connection: Connection, kept: list[Kept]) -> None:
    rows = [{"fit": asdict(each.fit), "at": to_ms(each.at)} for each in kept]
    put_fact(connection, FITTED, json.dumps(rows))


def with_fit(settings: Settings, connection: Connection) -> Settings:
    """The settings with what was fitted to the person, or with FSRS's own weights."""
    kept = _kept(connection)
    return replace(settings, parameters=kept[-1].fit.parameters if kept else None)


# -- the process


def _in_a_process(
    given: dict[str, Any], began: float, progress: Progress, stopped: Callable[[], bool]
) -> Fit | None:
    process = subprocess.Popen(
        [sys.executable, "-m", "interview_coach.coach.fitter"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    lines: queue.Queue[str | None] = queue.Queue()
    errors: list[str | None] = []
    threads = [
        threading.Thread(target=_feed, args=(process.stdin, json.dumps(given)), daemon=True),
        threading.Thread(target=_read, args=(process.stdout, lines.put), daemon=True),
        threading.Thread(target=_read, args=(process.stderr, errors.append), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        found = _followed(lines, began, progress, stopped)
    finally:
        process.kill()
        process.wait()
        for thread in threads:
            thread.join()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()
    if found is None and not stopped():
        last = next((line.strip() for line in reversed(errors) if line and line.strip()), "it ended early")
        raise CoachError(
            f"the fit failed: {last}", "the schedule is as it was; interview-coach doctor checks the log"
        )
    return found


def _followed(
    lines: "queue.Queue[str | None]", began: float, progress: Progress, stopped: Callable[[], bool]
) -> Fit | None:
    """Waits for the fit; None where it was stopped or the process ended without one."""
    stage = "reading"
    while not stopped():
        spent = time.monotonic() - began
        if spent > LONGEST_SECONDS:
            raise CoachError(
                f"the fit took longer than {LONGEST_SECONDS / 60:.0f} minutes and was ended",
                "the schedule is as it was; try again when the computer is less busy",
            )
        progress(stage, spent)
        try:
            line = lines.get(timeout=_TICK)
        except queue.Empty:
            continue
        if line is None:
            return None
        told = json.loads(line)
        if "fit" in told:
            return _fit_of(told["fit"])
        stage = told["stage"]
    return None


def _feed(stream: "IO[str] | None", text: str) -> None:
    """Gives the process its input; where it ended before it took it, its error says why."""
    if stream is not None:
        try:
            stream.write(text)
            stream.close()
        except OSError:
            pass


def _read(stream: "IO[str] | None", take: "Callable[[str | None], object]") -> None:
    if stream is not None:
        for line in stream:
            take(line)
    take(None)
