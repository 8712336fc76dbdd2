"""Which answers are weak, why, and when they leave the list. A pure function of an answer's history.

A reason arises in an answer (or in time, or by hand) and stands until good answers on two different study
days have come after it, one behind the other. An answer in between that was not good begins the count again.
Two reasons are of the moment, and go by themselves: a recall that has fallen, and a flag.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from interview_coach.recall.reasons import Code, Reason, Target
from interview_coach.settings import Settings

METRIC, RESULT = "metric", "result"
HEAD, DRILL = "head", "drill"
_GOOD = 3  # the rating


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

    `shown` is the name as it may be shown, where that is another one: without the value in it.
    """

    kind: str
    name: str
    hit: bool
    shown: str = ""

    @property
    def told(self) -> str:
        """What to call it."""
        return self.shown or self.name


class Answer(NamedTuple):
    """One answer as the log has it.

    `at` is in milliseconds since 1970; `rating` is 1 to 4, None for an answer that was never rated; `lapsed`
    says that it was Again after the card had been learnt. `asked` are its metrics, in the order of the note,
    and its Result; `detected` says that the program looked for one of them. `over` is milliseconds past the
    red light of `profile`. `rubric` are grades from 1 to 5 by line.
    """

    at: int
    day: date
    way: str = HEAD
    mode: str = "practice"
    aim: str = ""
    rating: int | None = None
    lapsed: bool = False
    asked: tuple[Asked, ...] = ()
    detected: bool = False
    profile: str = ""
    over: int = 0
    abandoned: bool = False
    rubric: Mapping[str, int] = MappingProxyType({})

    @property
    def judged(self) -> bool:
        """Whether it is known what the answer held.

        Where nothing is ticked, found or graded, that is known only of an answer given in words and rated: of
        one in the head, nothing ticked says nothing.
        """
        told = self.detected or bool(self.rubric) or any(each.hit for each in self.asked)
        return told or (self.way != HEAD and self.rating is not None)

    @property
    def grade(self) -> float | None:
        """The mean of the rubric, 1 to 5; None where it was not graded."""
        return sum(self.rubric.values()) / len(self.rubric) if self.rubric else None

    def late(self, limits: Limits) -> bool:
        """Whether it ran into overtime: past the red light by more than its clock allows."""
        return self.over >= max(1, limits.grace.get(self.profile, limits.grace[""]))

    def key(self, metrics: int) -> tuple[Asked, ...]:
        """What it should have held, as far as that is known: the first so many metrics and the Result."""
        if not self.judged:
            return ()
        first = [each for each in self.asked if each.kind == METRIC][:metrics]
        return (*first, *(each for each in self.asked if each.kind == RESULT))


@dataclass(frozen=True, slots=True)
class History:
    """A card's answers, oldest first, and what holds of it now. `recall` is 0 to 1, None if never rated."""

    answers: tuple[Answer, ...] = ()
    recall: float | None = None
    flagged: bool = False
    flagged_on: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where an answer stands. It is weak where it has reasons, in the order of their gravity.

    `good_in_a_row` counts the study days of the good answers since the last that was not. `left_on` is the
    study day on which it left the list by them and `left_behind` why it was there; both hold until another
    reason arises.
    """

    reasons: tuple[Reason, ...]
    good_in_a_row: int
    left_on: date | None = None
    left_behind: tuple[Reason, ...] = ()

    @property
    def weak(self) -> bool:
        """Whether the answer is on the list."""
        return bool(self.reasons)


def judge(history: History, limits: Limits) -> Verdict:
    """Where an answer with this history stands."""
    course = _Course(limits)
    for answer in history.answers:
        course.take(answer)
    reasons = [*course.standing.values(), *_of_the_moment(history, limits)]
    merged = tuple(_merged(reasons))
    return Verdict(
        merged,
        len(course.good),
        None if merged else course.left_on,
        () if merged else tuple(_merged(course.left)),
    )


def is_good(answer: Answer, limits: Limits) -> bool | None:
    """Whether an answer in which no reason arose is a good one; None where nothing was said of it.

    It is where it was rated Good or better or graded as ready, and where it is a drill that was not rated and
    held all that it was to hold, in time.
    """
    if answer.grade is not None and answer.grade >= limits.ready:
        return True
    if answer.rating is not None:
        return answer.rating >= _GOOD
    if answer.grade is not None:
        return False
    if answer.mode == DRILL and answer.judged and answer.asked:
        return all(each.hit for each in answer.asked) and not answer.over
    return None


class _Course:
    """The way through the answers of one card, one after the other."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._asked: dict[tuple[str, str], deque[bool]] = {}
        self._timed: deque[bool] = deque(maxlen=limits.window)
        self._lapses = 0
        self.standing: dict[tuple[Code, str], Reason] = {}
        self.good: list[date] = []
        self.left: tuple[Reason, ...] = ()
        self.left_on: date | None = None

    def take(self, answer: Answer) -> None:
        """What an answer adds or ends."""
        arisen = dict(self._missed(answer)) if answer.asked else {}
        arisen |= {(reason.code, ""): reason for reason in self._arisen(answer)}
        self.standing |= arisen
        if arisen:
            self.left, self.left_on = (), None
        good = False if arisen else is_good(answer, self._limits)
        if not good:
            if good is not None:
                self.good.clear()
            return
        if answer.day not in self.good:
            self.good.append(answer.day)
        if self.standing and len(self.good) >= self._limits.good_days:
            self.left, self.left_on = tuple(self.standing.values()), answer.day
            self.standing.clear()

    def _arisen(self, answer: Answer) -> Iterator[Reason]:
        limits = self._limits
        low = [line for line, grade in answer.rubric.items() if grade < limits.workable]
        if low:
            yield Reason(
                Code.RUBRIC_LOW,
                answer.day,
                tuple(limits.lines.get(line, line) for line in low),
                tuple(answer.rubric[line] for line in low),
                frozenset(Target(line) for line in low if line in set(Target)),
            )
        if answer.profile or answer.over:
            late = answer.late(limits)
            self._timed.append(late)
            if late and sum(self._timed) >= limits.misses:
                yield Reason(Code.OVERTIME, answer.day, (), (sum(self._timed), len(self._timed), answer.over))
        if answer.lapsed:
            self._lapses += 1
            if self._lapses >= limits.lapses:
                yield Reason(Code.LAPSES, answer.day, (), (self._lapses,))
        if answer.abandoned:
            yield Reason(Code.ABANDONED, answer.day)

    def _missed(self, answer: Answer) -> Iterator[tuple[tuple[Code, str], Reason]]:
        for each in answer.key(self._limits.key_metrics):
            seen = self._asked.setdefault((each.kind, each.name), deque(maxlen=self._limits.window))
            seen.append(each.hit)
            missed = len(seen) - sum(seen)
            if not each.hit and missed >= self._limits.misses:
                told = each.told if each.kind == METRIC else f"the {each.name}"
                target = frozenset({Target(each.kind)})
                reason = Reason(Code.METRIC_MISSED, answer.day, (told,), (missed, len(seen)), target)
                yield (Code.METRIC_MISSED, f"{each.kind} {each.name}"), reason


def _of_the_moment(history: History, limits: Limits) -> Iterator[Reason]:
    if history.recall is not None and history.recall < limits.recall:
        last = history.answers[-1].day if history.answers else None
        yield Reason(Code.RECALL, last, (), (int(history.recall * 100),))
    if history.flagged:
        yield Reason(Code.FLAGGED, history.flagged_on)


def _merged(reasons: Sequence[Reason]) -> Iterator[Reason]:
    """One reason a code, in the order of the codes: that of metrics names all that were missed."""
    for code in Code:
        same = [reason for reason in reasons if reason.code is code]
        if not same:
            continue
        first = same[0]
        if len(same) > 1:
            first = replace(
                first,
                on=max((reason.on for reason in same if reason.on is not None), default=None),
                subjects=tuple(subject for reason in same for subject in reason.subjects),
                figures=tuple(figure for reason in same for figure in reason.figures),
                targets=frozenset().union(*(reason.targets for reason in same)),
            )
        yield first
