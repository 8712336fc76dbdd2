"""The rubric: five lines from 1 to 5, each level with a line that says what it looks like.

The person grades. A cap says what the ticks and the clock speak against, with its reason, and can be
overruled. Anchored scales: Taylor and Small 2002, validity .63 for questions about past behaviour.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from interview_coach.settings import DEFAULTS, Settings

LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the rubric: the code it is stored under, its name, what each level from 1 looks like."""

    code: str
    name: str
    anchors: tuple[str, str, str, str, str]

    def anchor(self, level: int) -> str:
        """What a level from 1 to 5 looks like."""
        return self.anchors[level - 1]


SPECIFIC, OWN_ACTION, RESULT, STRUCTURE, ANSWERS = "specific", "own_action", "result", "structure", "answers"

LINES = (
    Line(
        SPECIFIC,
        "Specific",
        (
            "General claims",
            "An event is hinted at",
            "One event, in thin detail",
            "Concrete; the constraints are clear within 30 % of the time",
            "The same, and the stakes in one sentence",
        ),
    ),
    Line(
        OWN_ACTION,
        "Own action",
        (
            "It cannot be told what I did",
            "Mostly the team",
            "Some of my steps are named",
            "My steps in order, with a decision",
            "The same, and why, and what I rejected",
        ),
    ),
    Line(
        RESULT,
        "Result",
        (
            "None",
            "“It went well”",
            "An outcome, unmeasured",
            "The note's key figure, right",
            "The same, with the baseline, and how it was measured",
        ),
    ),
    Line(
        STRUCTURE,
        "Structure and time",
        (
            "Lost, or over 3 minutes",
            "The result is missing, or out of order",
            "Four parts, lopsided",
            "Balanced, inside the red light",
            "The headline first, and it ends on the result",
        ),
    ),
    Line(
        ANSWERS,
        "Answers the question",
        (
            "Another question",
            "One next to it",
            "By inference",
            "Directly",
            "Directly, and tied to the role",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Cap:
    """The highest level that what was ticked and timed leaves to a line, and the reason to show."""

    line: str
    most: int
    reason: str


def caps(*, result_ticked: bool | None, key_missed: str = "", overtime: str = "") -> tuple[Cap, ...]:
    """What speaks against the higher levels of some lines.

    `result_ticked` is whether the Result is ticked, None where the note has none to tick. `key_missed` names
    the key figure that was not said, such as "13/14", and `overtime` the time it ran to, such as "2:41"; ""
    for neither. A line has one cap at most, the lowest.
    """
    found: list[Cap] = []
    if result_ticked is False:
        found.append(Cap(RESULT, 2, "no Result is ticked"))
    elif key_missed:
        found.append(Cap(RESULT, 3, f"the key figure, {key_missed}, is not ticked"))
    if overtime:
        found.append(Cap(STRUCTURE, 3, f"it ran to {overtime}, into overtime"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Grades:
    """What a person graded, by the codes of the lines.

    `overruled` are the lines whose cap the person overruled, `wished` is a grade above a cap that the same one
    once more would overrule.
    """

    by_line: Mapping[str, int] = field(default_factory=dict)
    overruled: frozenset[str] = frozenset()
    wished: tuple[str, int] | None = None

    @classmethod
    def kept(cls, by_line: Mapping[str, int], found: Iterable[Cap]) -> "Grades":
        """Grades as they were stored: one above its cap was overruled."""
        return cls(by_line, frozenset(cap.line for cap in found if by_line.get(cap.line, 0) > cap.most))

    def graded(self, line: str, level: int, found: Iterable[Cap]) -> "Grades":
        """A line gets its grade.

        One above what a cap leaves becomes that at first; the same one again overrules the cap: whoever grades
        line after line overrules none unawares.
        """
        most = min((cap.most for cap in found if cap.line == line), default=max(LEVELS))
        if level > most and line not in self.overruled and self.wished != (line, level):
            return replace(self, by_line={**self.by_line, line: most}, wished=(line, level))
        overruled = self.overruled | {line} if level > most else self.overruled - {line}
        wished = None if self.wished is None or self.wished[0] == line else self.wished
        return Grades({**self.by_line, line: level}, overruled, wished)

    def under(self, found: Iterable[Cap]) -> "Grades":
        """The same under other caps: a grade above one becomes that, but where it was overruled."""
        most = {cap.line: cap.most for cap in found if cap.line not in self.overruled}
        held = {line: min(grade, most.get(line, grade)) for line, grade in self.by_line.items()}
        return replace(self, by_line=held)


def mean(grades: Mapping[str, int]) -> float | None:
    """The mean of the lines that were graded; None where none was."""
    return sum(grades.values()) / len(grades) if grades else None


def grade(grades: Mapping[str, int]) -> float | None:
    """The grade of a whole answer: the mean of its lines; None where one was left out.

    Two good lines say nothing of the other three: they stand for themselves.
    """
    return mean(grades) if all(line.code in grades for line in LINES) else None


def told(grades: Mapping[str, int]) -> str:
    """The grades in a few words: "4.2 of 5", or "5.0 on 2 of 5 lines" where some were left out; "" for none."""
    found = mean(grades)
    if found is None:
        return ""
    of = f"of {max(LEVELS)}" if grade(grades) is not None else f"on {len(grades)} of {len(LINES)} lines"
    return f"{found:.1f} {of}"


class Standing(StrEnum):
    """What a grade, or a mean of grades, means for the interview."""

    READY = "ready"
    WORKABLE = "workable"
    WEAK = "weak"


def standing(grade: float, settings: Settings = DEFAULTS) -> Standing:
    """Ready from 4, workable from 3, weak below, unless the settings say otherwise."""
    workable, ready = settings.rubric_bands
    if grade >= ready:
        return Standing.READY
    return Standing.WORKABLE if grade >= workable else Standing.WEAK
