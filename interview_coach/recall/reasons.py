"""Why an answer needs work: the reasons, each with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Code(StrEnum):
    """The kinds of reason, the gravest first; the values are those of `weak --json`."""

    RUBRIC_LOW = "rubric_low"
    METRIC_MISSED = "metric_missed"
    OVERTIME = "overtime"
    LAPSES = "lapses"
    RECALL = "recall"
    ABANDONED = "abandoned"
    FLAGGED = "flagged"


class Target(StrEnum):
    """What a reason is about, where it is about one part of the answer; it decides what a drill aims at."""

    METRIC = "metric"
    RESULT = "result"
    STRUCTURE = "structure"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `on` is the study day on which it last arose, None where that is not known.

    `subjects` names the metrics missed, or the lines of the rubric; `figures` are the code's own numbers: each
    line's grade; for each metric how often it was missed and in how many answers; how often the answer ran
    over, of how many, and the milliseconds past the red light the last time; the lapses; the recall in percent.
    """

    code: Code
    on: date | None = None
    subjects: tuple[str, ...] = ()
    figures: tuple[int, ...] = ()
    targets: frozenset[Target] = frozenset()

    @property
    def text(self) -> str:
        """The reason in words: "Resolution rate missed in 2 of 3 answers, last on 2026-03-01"."""
        return _WORDS[self.code](self)


def _rubric(reason: Reason) -> str:
    if len(set(reason.figures)) == 1:
        told = f"{listed(reason.subjects)} graded {reason.figures[0]} of 5"
    else:
        graded = zip(reason.subjects, reason.figures, strict=True)
        told = listed([f"{line} graded {grade} of 5" for line, grade in graded])
    return told + _when(reason, " on ")


def _missed(reason: Reason) -> str:
    counts = list(zip(reason.figures[::2], reason.figures[1::2], strict=True))
    if len(set(counts)) == 1:
        told = f"{listed(reason.subjects)} missed in {counts[0][0]} of {counts[0][1]} answers"
    else:
        each = [
            f"{subject} missed in {missed} of {asked} answers"
            for subject, (missed, asked) in zip(reason.subjects, counts, strict=True)
        ]
        told = listed(each)
    return told + _when(reason, ", last on ")


def _overtime(reason: Reason) -> str:
    over, timed, milliseconds = reason.figures
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return f"into overtime in {over} of {timed} answers, by {minutes}:{seconds:02}{_when(reason, ' on ')}"


def _lapses(reason: Reason) -> str:
    (lapses,) = reason.figures
    times = "once" if lapses == 1 else f"{lapses} times"
    return f"forgotten {times}{_when(reason, ', last on ')}"


def _recall(reason: Reason) -> str:
    return f"recall has fallen to {reason.figures[0]} %"


def _abandoned(reason: Reason) -> str:
    return f"broken off{_when(reason, ' on ')}"


def _flagged(reason: Reason) -> str:
    return f"flagged by you{_when(reason, ' on ')}"


def _when(reason: Reason, before: str) -> str:
    return "" if reason.on is None else before + reason.on.isoformat()


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


_WORDS = {
    Code.RUBRIC_LOW: _rubric,
    Code.METRIC_MISSED: _missed,
    Code.OVERTIME: _overtime,
    Code.LAPSES: _lapses,
    Code.RECALL: _recall,
    Code.ABANDONED: _abandoned,
    Code.FLAGGED: _flagged,
}
