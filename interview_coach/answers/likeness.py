"""How a figure may stand to a metric, and when two values are one."""

from enum import Enum, auto

from interview_coach.answers.measure import Near

_SLACK = 0.05  # of an approximate value: the rounding that a person would do


class Likeness(Enum):
    """How a figure stands to a metric."""

    NONE = auto()  # another kind of figure: it says nothing of the metric
    OTHER = auto()  # the same measure, another value
    NEARLY = auto()  # one of its two values, and another: "12 of 14" for 13/14
    PERCENT = auto()  # the same ratio as a percentage
    LOOSE = auto()  # the same value, and only its surroundings tell whose
    SAME = auto()  # the same value in the same unit
    SURE = auto()  # the same, and nothing else is likely to read so


def same(want: float, said: float, wanted: Near, near: Near, decimals: int = 0) -> bool:
    """Whether two values are one, allowing what "about" allows.

    Exact values must be equal. An approximate one in the note holds for what rounds to it, within five
    percent. An approximate one in the answer may have been rounded to two figures or more, in its direction.
    """
    if want == said or abs(want - said) <= 1e-9 * max(abs(want), abs(said)):
        return True
    if wanted is Near.ABOUT:
        return abs(want - said) <= _SLACK * abs(want) and abs(want - said) <= _half_step(want, decimals)
    if near is Near.EXACT or wanted is not Near.EXACT:
        return False
    if (near is Near.BELOW and want > said) or (near is Near.ABOVE and want < said):
        return False
    return abs(want - said) <= 0.02 * abs(want) and _is_rounded(said, want) and abs(want) >= 200


def _half_step(value: float, decimals: int) -> float:
    """Half of the last figure that a round value gives: 5 for 110, 0.5 for 10, 0.05 for 1.2."""
    step = 10.0**-decimals
    digits = round(abs(value) / step)
    while digits and digits % 10 == 0 and digits >= 100:
        digits //= 10
        step *= 10
    return step / 2 + 1e-9


def _is_rounded(said: float, want: float) -> bool:
    """Whether the value said is the other rounded to two or three figures."""
    return any(float(f"{want:.{places}e}") == said for places in (1, 2))
