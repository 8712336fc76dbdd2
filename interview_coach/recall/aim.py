"""What a drill of a weak answer aims at, and how long it has: from the reasons why the answer is weak."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from interview_coach.recall.reasons import Code, Reason, Target


class Aim(StrEnum):
    """What is drilled; the values are what is stored with the answer."""

    NUMBERS = "numbers"
    OPENER = "opener"
    RESULT = "result"
    THIRTY = "thirty seconds"
    WHOLE = "whole"


_PARTS = frozenset({Aim.NUMBERS, Aim.OPENER, Aim.RESULT})
LADDER = (120, 60, 30)  # seconds for the whole answer, from rung to rung
AS_IT_IS = "The card as it is."  # what is asked of a card that asks for a single thing


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked for in a drill, and the seconds for it; None for no limit."""

    aim: Aim
    words: str
    seconds: int | None = None


TASKS = {
    Aim.NUMBERS: Task(Aim.NUMBERS, "Only the numbers: say each figure, and what it measures."),
    Aim.OPENER: Task(Aim.OPENER, "Only the beginning: which story, and its first sentence.", 10),
    Aim.RESULT: Task(Aim.RESULT, "Only the Result: what came of it, and by how much."),
    Aim.THIRTY: Task(Aim.THIRTY, "The same answer in thirty seconds.", 30),
    Aim.WHOLE: Task(Aim.WHOLE, "The whole answer."),
}


def aim_of(reasons: Sequence[Reason], *, whole_answer: bool = True) -> Aim:
    """What to aim at first: at what the gravest reason is about.

    `whole_answer` is False for a card that asks for one thing, such as a metric: that one thing is drilled.
    """
    aims = (_aim(reason) for reason in reasons) if whole_answer else ()
    return next((aim for aim in aims if aim is not None), Aim.WHOLE)


def _aim(reason: Reason) -> Aim | None:
    if reason.code is Code.OVERTIME:
        return Aim.THIRTY
    if reason.code is Code.ABANDONED:
        return Aim.OPENER
    if reason.code not in (Code.RUBRIC_LOW, Code.METRIC_MISSED):
        return None
    by_target = (
        (Target.RESULT, Aim.RESULT),
        (Target.METRIC, Aim.NUMBERS),
        (Target.ANSWERS, Aim.OPENER),
        (Target.STRUCTURE, Aim.THIRTY),
    )
    return next((aim for target, aim in by_target if target in reason.targets), Aim.WHOLE)


def counts_for(aim: str, reason: Reason) -> bool:
    """Whether an answer that was aimed so, "" for none, is one to what a reason is about.

    The whole answer always is, in whatever time. A part of it is where that part is what lacked, or where it is
    the exercise that the reason asks for: good numbers say nothing of overtime or of a lapse.
    """
    if aim not in _PARTS:
        return True
    figures = aim == Aim.RESULT and Target.METRIC in reason.targets  # a Result is told with its figures
    return figures or _aim(reason) == aim
