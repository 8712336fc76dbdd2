"""When a card comes back: FSRS-6 by py-fsrs, behind the one wrapper that knows its traps.

Days and minutes are kept apart. What FSRS counts in days (elapsed time, intervals) are study days, given
to it at a fixed hour; learning steps run on real time. Nothing is remembered here: the same reviews
always give the same memory.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Self, cast

from interview_coach.recall.curve import Curve
from interview_coach.recall.fuzz import fuzzed
from interview_coach.recall.model import Memory, Phase, Rating
from interview_coach.settings import Settings

if TYPE_CHECKING:
    import fsrs

# In days. Anki and ts-fsrs set this bound; py-fsrs sets none.
STABILITY_MAX = 36_500.0

_NOON = time(12, tzinfo=UTC)  # py-fsrs takes datetime.timezone.utc alone, and this is it
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_STATES = {Phase.NEW: 1, Phase.LEARNING: 1, Phase.REVIEW: 2, Phase.RELEARNING: 3}  # fsrs.State
_PHASES = (Phase.NEW, Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING)  # by the number of fsrs.State


@cache
def _version() -> str:
    """The version of the library that computes: reading its metadata takes half a millisecond."""
    from importlib.metadata import version

    return version("fsrs")


class Schedule:
    """FSRS with one person's settings.

    `parameters` are the 21 weights of FSRS-6, None for the defaults that py-fsrs brings; `retention` is the
    recall to aim at (0 to 1); steps are in minutes, `maximum_interval` in days. The first use raises
    ValueError where a parameter is outside the bounds of FSRS.
    """

    __slots__ = ("_learning", "_maximum", "_parameters", "_relearning", "_retention", "_scheduler")

    def __init__(
        self,
        parameters: Sequence[float] | None = None,
        retention: float = 0.9,
        learning_steps: Sequence[int] = (1, 10),
        relearning_steps: Sequence[int] = (10,),
        maximum_interval: int = 365,
    ) -> None:
        self._parameters = parameters
        self._retention = retention
        self._learning = [timedelta(minutes=step) for step in learning_steps]
        self._relearning = [timedelta(minutes=step) for step in relearning_steps]
        self._maximum = maximum_interval
        self._scheduler: fsrs.Scheduler | None = None

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """The schedule that the settings ask for, with what was fitted to the person."""
        return cls(
            parameters=settings.parameters,
            retention=settings.retention,
            learning_steps=settings.learning_steps,
            relearning_steps=settings.relearning_steps,
            maximum_interval=settings.maximum_interval,
        )

    def held_to(self, days: int) -> Schedule:
        """The same schedule with no interval longer than so many days."""
        held = Schedule(self._parameters, self._retention, maximum_interval=min(days, self._maximum))
        held._learning, held._relearning = self._learning, self._relearning
        return held

    @property
    def maximum_interval(self) -> int:
        """The longest interval, in days."""
        return self._maximum

    @property
    def longest_from(self) -> float:
        """From which stability on, in days, a card comes back after the longest interval."""
        return self._maximum / self.curve.stabilities_until(self._retention)

    @property
    def curve(self) -> Curve:
        """The forgetting curve that recall is predicted by."""
        return Curve(-self.parameters[-1])

    @property
    def algorithm(self) -> str:
        """The algorithm and its library's version, for the log of reviews."""
        return f"FSRS-6 fsrs {_version()}"

    @property
    def parameters(self) -> tuple[float, ...]:
        """The 21 weights in use, for the log of reviews."""
        return self._fsrs().parameters

    @property
    def described(self) -> dict[str, object]:
        """All that a schedule is computed with, for the log of reviews; steps in minutes, intervals in days."""
        return {
            "parameters": self.parameters,
            "retention": self._retention,
            "learning_steps": [step / timedelta(minutes=1) for step in self._learning],
            "relearning_steps": [step / timedelta(minutes=1) for step in self._relearning],
            "maximum_interval": self._maximum,
        }

    def after(self, memory: Memory, rating: Rating, now: datetime, day: date, seed: int) -> Memory:
        """The memory after a review at the moment `now` (aware), which counts for the study day `day`.

        A learning step ends its minutes after `now`, even where the study day turns before that; a card
        that has left its steps is due on a study day. `seed` is the card's number for the fuzz. A review
        dated before the last one (the clock was put back) counts as one on the same day.
        """
        import fsrs

        at = datetime.combine(day, _NOON)
        card, _ = self._fsrs().review_card(_as_fsrs(memory), fsrs.Rating(rating), at)
        phase = _PHASES[card.state]
        reps = memory.reps + 1
        wait = card.due - at
        in_steps = phase is not Phase.REVIEW
        days = 0 if in_steps else fuzzed(wait.days, self._maximum, seed, reps)
        return Memory(
            phase=phase,
            step=card.step,
            stability=min(cast("float", card.stability), STABILITY_MAX),
            difficulty=card.difficulty,
            due_at=now.astimezone(UTC) + wait if in_steps else None,
            due_day=None if in_steps else day + timedelta(days=days),
            last_at=now.astimezone(UTC),
            last_day=day,
            reps=reps,
            lapses=memory.lapses + (memory.phase is Phase.REVIEW and rating is Rating.AGAIN),
        )

    def preview(self, memory: Memory, now: datetime, day: date, seed: int) -> dict[Rating, Memory]:
        """What each rating would make of the memory. It costs four reviews: ask once a card."""
        return {rating: self.after(memory, rating, now, day, seed) for rating in Rating}

    def recall(self, memory: Memory, day: date) -> float | None:
        """The predicted recall (0 to 1) on a study day; None for a card that was never reviewed."""
        if memory.stability is None:
            return None
        return self._fsrs().get_card_retrievability(_as_fsrs(memory), datetime.combine(day, _NOON))

    def _fsrs(self) -> fsrs.Scheduler:
        if self._scheduler is None:
            import fsrs

            chosen = {} if self._parameters is None else {"parameters": tuple(self._parameters)}
            self._scheduler = fsrs.Scheduler(
                **chosen,
                desired_retention=self._retention,
                learning_steps=self._learning,
                relearning_steps=self._relearning,
                maximum_interval=self._maximum,
                enable_fuzzing=False,  # it draws from the process's random numbers: see fuzz.py
            )
        return self._scheduler


def _as_fsrs(memory: Memory) -> fsrs.Card:
    """The memory as py-fsrs has it, its last review at the fixed hour of its study day."""
    import fsrs

    return fsrs.Card(
        card_id=1,  # without one, Card() sleeps for a millisecond
        state=fsrs.State(_STATES[memory.phase]),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_EVER,  # without one, it asks the clock; nothing reads it before it is set
        last_review=None if memory.last_day is None else datetime.combine(memory.last_day, _NOON),
    )


def interval_text(before_now: datetime, day: date, memory: Memory) -> str:
    """How long until the card comes back, in at most five cells: "10m", "12d", "2.1mo", "1.3y".

    `before_now` and `day` are the moment and the study day of the review that `memory` comes after.
    """
    if memory.due_day is not None:
        return _days_text((memory.due_day - day).days)
    if memory.due_at is None:
        return "now"
    minutes = math.ceil((memory.due_at - before_now).total_seconds() / 60)
    if minutes < 1:
        return "now"
    if minutes < 60:
        return f"{minutes}m"
    return f"{_short(minutes / 60)}h" if minutes < 24 * 60 else f"{_short(minutes / 60 / 24)}d"


def _days_text(days: int) -> str:
    if days < 1:
        return "now"
    if days <= 30:
        return f"{days}d"
    return f"{_short(days / 365.25 * 12)}mo" if days < 365 else f"{_short(days / 365.25)}y"


def _short(number: float) -> str:
    """One decimal under ten, none where it would be a nought or the number is longer."""
    return f"{number:.1f}".removesuffix(".0") if number < 9.95 else f"{number:.0f}"
