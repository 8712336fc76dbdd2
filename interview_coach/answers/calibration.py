"""How a person's predictions compare with their own later grades, line by line of the rubric.

People judge their own interviews badly, and going through the points first cuts the overconfidence (Dunlosky
et al. 2011): the grade comes after the ticks, the prediction before anything is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from interview_coach.answers.rubric import LINES
from interview_coach.settings import DEFAULTS, Settings

RECENT = 30  # answers that make up "now"


@dataclass(frozen=True, slots=True)
class Pair:
    """One answer: the grade that was predicted, 1 to 5, and the grades given after the ticks, by line."""

    predicted: int
    final: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Calibration:
    """One line: by how much the last predictions were too high (below 0: too low), from how many answers.

    `before` is the same for the answers before those, None where they are too few.
    """

    line: str
    difference: float
    answers: int
    before: float | None
    text: str


def calibrate(pairs: Iterable[Pair], settings: Settings = DEFAULTS) -> tuple[Calibration, ...]:
    """The lines with enough answers, oldest pair first, in the order of the rubric."""
    known = tuple(pairs)
    found: list[Calibration] = []
    for line in LINES:
        differences = [pair.predicted - pair.final[line.code] for pair in known if line.code in pair.final]
        if len(differences) < settings.calibration_answers:
            continue
        difference = fmean(differences[-RECENT:])
        before = _mean_of_enough(differences[:-RECENT], settings.calibration_answers)
        said = _said(line.name, difference, before, settings.calibration_band)
        found.append(Calibration(line.code, difference, len(differences[-RECENT:]), before, said))
    return tuple(found)


def lacking(pairs: Iterable[Pair], settings: Settings = DEFAULTS) -> int:
    """How many more graded predictions the first line needs; 0 where one has enough."""
    counts = {line.code: 0 for line in LINES}
    for pair in pairs:
        for code in pair.final:
            counts[code] = counts.get(code, 0) + 1
    return max(0, settings.calibration_answers - max(counts.values()))


def _mean_of_enough(differences: Sequence[int], least: int) -> float | None:
    return fmean(differences) if len(differences) >= least else None


def _said(name: str, difference: float, before: float | None, band: float) -> str:
    now = f"you rate {name} {_how(difference, band)}"
    if before is None or _how(before, band) == _how(difference, band):
        return now
    return f"{now}; it was {_how(before, band)} before"


def _how(difference: float, band: float) -> str:
    shown = round(difference, 1)
    if abs(shown) <= band:
        return "about right"
    return f"{abs(shown):.1f} too {'high' if difference > 0 else 'low'}"
