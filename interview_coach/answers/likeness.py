"""How a figure may stand to a metric, and when two values are one."""

from enum import Enum, auto

from interview_coach.answers.measure import Near

_BOUNDED, _HEDGED = 0.06, 0.03  # how far "nearly 1,500" and "about 1,500" may be from what they round
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
    percent. An approximate one in the answer may have been rounded, in its direction: to two figures or more,
    or to a rounder value close by ("nearly 1,500" for 1,450).
    """
    if want == said or abs(want - said) <= 1e-9 * max(abs(want), abs(said)):
        return True
    if wanted is Near.ABOUT:
        return abs(want - said) <= _SLACK * abs(want) and abs(want - said) <= _half_step(want, decimals)
    if near is Near.EXACT or wanted is not Near.EXACT:
        return False
    if (near is Near.BELOW and want > said) or (near is Near.ABOVE and want < said):
        return False
    if abs(want - said) <= 0.02 * abs(want) and _is_rounded(said, want) and abs(want) >= 200:
        return True
    slack = _HEDGED if near is Near.ABOUT else _BOUNDED
    return abs(want - said) <= slack * abs(want) and _step(said) > _step(want)


def _step(value: float) -> float:
    """What a value is a multiple of at most, in ones and fives: 10 of 40, 1 of 38, 50 of 250, 500 of 1,500."""
    digits, _, exponent = f"{abs(value):.8e}".partition("e")
    digits = digits.replace(".", "").rstrip("0") or "0"
    step = 10.0 ** (int(exponent) - len(digits) + 1)
    return step * 5 if digits.endswith("5") else step


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
