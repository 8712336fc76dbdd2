"""An answer as the log has it, and from where on one is weak."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from interview_coach.settings import Settings

METRIC, RESULT = "metric", "result"
HEAD, DRILL = "head", "drill"


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on an answer is weak: see the settings of the same names.

    `workable` and `ready` are grades of the rubric, and `lines` the names of its lines by their codes. `grace`
    are the milliseconds between the red light and overtime by the name of the clock; under "" stands that of
    an answer whose clock is not known.
    """

    workable: int
    ready: int
    window: int
    misses: int
    key_metrics: int
    lapses: int
    recall: float
    good_days: int
    grace: Mapping[str, int]
    lines: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_settings(cls, settings: Settings, lines: Mapping[str, str]) -> "Limits":
        """The limits that the settings ask for."""
        workable, ready = settings.rubric_bands
        lights = {
            "answer": settings.answer_lights,
            "introduction": settings.introduction_lights,
            "deep": settings.deep_lights,
            "thirty": settings.thirty_lights,
        }
        grace = {name: 1000 * (overtime - red) for name, (_, _, red, overtime) in lights.items()}
        return cls(
            workable=workable,
            ready=ready,
            window=settings.weak_window,
            misses=settings.weak_misses,
            key_metrics=settings.key_metrics,
            lapses=settings.weak_lapses,
            recall=settings.weak_recall,
            good_days=settings.weak_good_days,
            grace={**grace, "": grace[settings.answer_profile]},
            lines=lines,
        )


# The next two are tuples with names: a list of weak answers makes tens of thousands of them, and a frozen
# dataclass takes five times as long to make.
class Asked(NamedTuple):
    """A metric or a Result that an answer was to hold, its name, and whether it did.

    `shown` is the name as it may be shown, where that is another one: without the value in it. `detected` says
    that the program looked for it.
    """

    kind: str
    name: str
    hit: bool
    shown: str = ""
    detected: bool = False

    @property
    def told(self) -> str:
        """What to call it."""
        return self.shown or self.name


class Answer(NamedTuple):
    """One answer as the log has it.

    `at` is in milliseconds since 1970; `rating` is 1 to 4, None for an answer that was never rated; `lapsed`
    says that it was Again after the card had been learnt. `asked` are its metrics, in the order of the note,
    and its Result. `over` is milliseconds past the red light of `profile`. `rubric` are grades from 1 to 5 by
    line.
    """

    at: int
    day: date
    way: str = HEAD
    mode: str = "practice"
    aim: str = ""
    rating: int | None = None
    lapsed: bool = False
    asked: tuple[Asked, ...] = ()
    profile: str = ""
    over: int = 0
    abandoned: bool = False
    rubric: Mapping[str, int] = MappingProxyType({})

    @property
    def known(self) -> tuple[Asked, ...]:
        """What it was to hold, as far as it is known whether it did.

        Where the person ticked or graded, or rated an answer given in words, what is not ticked was not said.
        Else only the program has decided, and only of what it looked for: with the figures in a text it knows
        nothing of the Result, with a Result marked by a key nothing of the figures.
        """
        if self.rubric or (self.way != HEAD and self.rating is not None):
            return self.asked
        if any(each.hit and not each.detected for each in self.asked):
            return self.asked
        kinds = {each.kind for each in self.asked if each.detected}
        return tuple(each for each in self.asked if each.kind in kinds)

    def grade(self, limits: Limits) -> float | None:
        """The mean of the rubric, 1 to 5; None where a line was left out, of which the others tell nothing."""
        if not self.rubric or any(line not in self.rubric for line in limits.lines):
            return None
        return sum(self.rubric.values()) / len(self.rubric)

    def late(self, limits: Limits) -> bool:
        """Whether it ran into overtime: past the red light by more than its clock allows."""
        return self.over >= max(1, limits.grace.get(self.profile, limits.grace[""]))

    def key(self, metrics: int) -> tuple[Asked, ...]:
        """What it should have held, as far as that is known: the first so many metrics and the Result."""
        known = self.known
        first = [each for each in known if each.kind == METRIC][:metrics]
        return (*first, *(each for each in known if each.kind == RESULT))
