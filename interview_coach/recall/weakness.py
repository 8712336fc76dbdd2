"""Which answers are weak, why, and when they leave the list. A pure function of an answer's history.

A reason arises in an answer (or in time, or by hand) and stands until good answers on two different study
days have come after it, one behind the other. An answer in between that was not good begins the count again.
A drill of a part of the answer is one to the reasons that are about that part: see `aim.counts_for`.
Two reasons are of the moment, and go by themselves: a recall that has fallen, and a flag.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from interview_coach.recall.aim import counts_for
from interview_coach.recall.given import DRILL, METRIC, Answer, Limits
from interview_coach.recall.reasons import Code, Reason, Target

_AGAIN, _GOOD = 1, 3  # ratings


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

    `good_in_a_row` counts the study days of the good answers since the last that was not, as far as they are
    answers to the reason that is the farthest from going. `left_on` is the study day on which it left the list,
    `left_by` the days of the good answers that did it, and `left_behind` why it was there; they hold until
    another reason arises.
    """

    reasons: tuple[Reason, ...]
    good_in_a_row: int
    left_on: date | None = None
    left_behind: tuple[Reason, ...] = ()
    left_by: tuple[date, ...] = ()

    @property
    def weak(self) -> bool:
        """Whether the answer is on the list."""
        return bool(self.reasons)


def judge(history: History, limits: Limits) -> Verdict:
    """Where an answer with this history stands."""
    course = _Course(limits)
    for answer in history.answers:
        course.take(answer)
    standing = [each.reason for each in course.standing.values()]
    merged = tuple(_merged([*standing, *_of_the_moment(history, limits)]))
    good = min((len(each.good) for each in course.standing.values()), default=len(course.good))
    if merged:
        return Verdict(merged, good)
    return Verdict((), good, course.left_on, tuple(_merged(course.left)), course.left_by)


def good_ones(answers: Sequence[Answer], limits: Limits) -> list[bool]:
    """Of a card's answers, oldest first, whether each was good: one in which a reason arose is not."""
    course = _Course(limits)
    return [course.take(answer) for answer in answers]


def is_good(answer: Answer, limits: Limits) -> bool | None:
    """Whether an answer in which no reason arose is a good one; None where nothing was said of it.

    It is where it was rated Good or better or graded as ready on all lines, and where it is a drill that was
    not rated and held all that it was to hold, in time. What was rated Again did not come, whatever its grades.
    """
    if answer.rating == _AGAIN:
        return False
    grade = answer.grade(limits)
    if grade is not None and grade >= limits.ready:
        return True
    if answer.rating is not None:
        return answer.rating >= _GOOD
    if grade is not None:
        return False
    if answer.mode == DRILL and answer.known:
        return all(each.hit for each in answer.known) and not answer.over
    return None


_Key = tuple[Code, str]


@dataclass(slots=True)
class _Standing:
    """A reason that stands, and the study days of the good answers to it since."""

    reason: Reason
    good: list[date] = field(default_factory=list)


class _Course:
    """The way through the answers of one card, one after the other."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._asked: dict[tuple[str, str], deque[bool]] = {}
        self._timed: deque[bool] = deque(maxlen=limits.window)
        self._lapses = 0
        self._behind: dict[_Key, Reason] = {}
        self.standing: dict[_Key, _Standing] = {}
        self.good: list[date] = []
        self.left: tuple[Reason, ...] = ()
        self.left_on: date | None = None
        self.left_by: tuple[date, ...] = ()

    def take(self, answer: Answer) -> bool:
        """What an answer adds or ends; gives whether it was a good one."""
        arisen = dict(self._missed(answer)) if answer.asked else {}
        arisen |= self._arisen(answer)
        good = False if arisen else is_good(answer, self._limits)
        if arisen:
            self._arise(arisen)
        if good is None:
            return False
        counted = [self.good]
        if self.standing:
            counted += [each.good for each in self.standing.values() if counts_for(answer.aim, each.reason)]
        for days in counted:
            if not good:
                days.clear()
            elif answer.day not in days:
                days.append(answer.day)
        if good and self.standing:
            self._leave(answer.day)
        return good

    def _arise(self, arisen: dict[_Key, Reason]) -> None:
        self.left, self.left_on, self.left_by = (), None, ()
        if any(code is Code.RUBRIC_LOW for code, _ in arisen):  # the last grades hold
            self.standing = {key: each for key, each in self.standing.items() if key[0] is not Code.RUBRIC_LOW}
        self.standing |= {key: _Standing(reason) for key, reason in arisen.items()}

    def _leave(self, day: date) -> None:
        """Lets go of the reasons that have had their good days."""
        for key, each in list(self.standing.items()):
            if len(each.good) >= self._limits.good_days:
                self._behind[key] = each.reason
                self.left_by = tuple(each.good)
                del self.standing[key]
        if not self.standing:
            self.left, self.left_on = tuple(self._behind.values()), day
            self._behind = {}

    def _arisen(self, answer: Answer) -> dict[_Key, Reason]:
        limits, day = self._limits, answer.day
        arisen: dict[_Key, Reason] = {}
        for line, grade in answer.rubric.items():
            if grade < limits.workable:
                targets = frozenset({Target(line)} if line in set(Target) else ())
                name = limits.lines.get(line, line)
                arisen[Code.RUBRIC_LOW, line] = Reason(Code.RUBRIC_LOW, day, (name,), (grade,), targets)
        if answer.profile or answer.over:
            late = answer.late(limits)
            self._timed.append(late)
            if late and sum(self._timed) >= limits.misses:
                figures = sum(self._timed), len(self._timed), answer.over
                arisen[Code.OVERTIME, ""] = Reason(Code.OVERTIME, day, (), figures)
        if answer.lapsed:
            self._lapses += 1
            if self._lapses >= limits.lapses:
                arisen[Code.LAPSES, ""] = Reason(Code.LAPSES, day, (), (self._lapses,))
        if answer.abandoned:
            arisen[Code.ABANDONED, ""] = Reason(Code.ABANDONED, day)
        return arisen

    def _missed(self, answer: Answer) -> Iterator[tuple[_Key, Reason]]:
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
