"""Whether a figure of an answer is a metric's figure, said in whatever form means the same."""

from enum import Enum, auto

from interview_coach.answers.measure import Figure, Form, Kind, Near
from interview_coach.answers.topics import families
from interview_coach.answers.units import in_unit
from interview_coach.answers.values import Wanted

_MONEYED = frozenset(
    {"new", "annual", "extra", "more", "additional", "net", "recurring", "yearly", "arr", "mrr"}
)
_EARNED = frozenset({"revenue", "cost", "save", "pay", "margin", "funding", "debt", "sell", "price"})
_SCALES_OF_MARKS = frozenset({5.0, 10.0, 100.0})
_FAR = 50  # times as long is no other value of the same measure
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


def compared(wanted: Wanted, said: Figure) -> Likeness:
    """How a figure of an answer stands to a metric's."""
    want = wanted.figure
    if want.form is Form.CHANGE:
        return _change(wanted, said)
    if want.form in {Form.RANGE, Form.PAIR}:
        return _range(wanted, said)
    if want.kind is Kind.RATIO:
        return _ratio(wanted, said)
    if said.form in {Form.RANGE, Form.PAIR}:
        return _within(wanted, said)
    return _single(wanted, said, said.value, said.unit)


def same(want: float, said: float, wanted: Near, near: Near, decimals: int = 0) -> bool:
    """Whether two values are one, allowing what "about" allows.

    Exact values must be equal. An approximate one in the note holds for what rounds to it, within five
    percent. An approximate one in the answer may have been rounded to two figures or more, in its direction.
    """
    if want == said or abs(want - said) <= 1e-9 * max(abs(want), abs(said)):
        return True
    if (wanted is not Near.EXACT and near is not Near.EXACT) or wanted is Near.ABOUT:
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


def _single(wanted: Wanted, said: Figure, value: float, unit: str) -> Likeness:
    want = wanted.figure
    match want.kind:
        case Kind.PERCENT | Kind.POINTS:
            return _percent(wanted, said, value)
        case Kind.MONEY:
            return _money(want, said, value, unit)
        case Kind.DURATION:
            return _duration(wanted, said, value, unit)
        case Kind.MULTIPLIER:
            return _multiplier(want, said, value)
        case Kind.COUNT:
            return _count(want, said, value)
        case Kind.RANK | Kind.ALWAYS:
            if want.kind is not said.kind:
                return Likeness.NONE
            return Likeness.SURE if want.value == value else Likeness.OTHER
        case _:
            return Likeness.NONE


def _equal(want: Figure, said: Figure, value: float) -> bool:
    return same(want.value, value, want.near, said.near, max(want.decimals, 0))


def _against(want: Figure, said: Figure) -> bool:
    """Whether one fell and the other rose, or one bounds from above and the other from below."""
    if want.sign and said.sign and want.sign != said.sign:
        return True
    return {want.near, said.near} == {Near.BELOW, Near.ABOVE}


def _percent(wanted: Wanted, said: Figure, value: float) -> Likeness:
    want = wanted.figure
    if said.kind is Kind.RATIO and want.kind is Kind.PERCENT:
        share = 100 * said.value / said.other if said.other else -1.0
        exact = abs(share - want.value) < 1e-6
        close = round(share, want.decimals) == round(want.value, want.decimals)
        return Likeness.SAME if exact else Likeness.LOOSE if close else Likeness.NONE
    if said.kind is Kind.MULTIPLIER and want.kind is Kind.PERCENT:
        halved = value == 0.5 and want.value == 50 and want.sign <= 0
        doubled = value == 2 and want.value == 100 and want.sign > 0
        if halved or doubled:
            return Likeness.SAME
        return (
            Likeness.OTHER
            if said.unit == "x" and want.sign and (value > 1) != (want.sign > 0)
            else Likeness.NONE
        )
    if (
        said.kind is Kind.COUNT
        and not said.unit
        and not said.scaled
        and said.value == want.value
        and want.kind is not Kind.POINTS
    ):
        if want.decimals:
            return Likeness.SAME
        return Likeness.LOOSE if said.level or want.form is Form.CHANGE else Likeness.NONE
    if said.kind is not want.kind:
        return Likeness.NONE
    if (
        said.level
        and want.sign
        and want.kind is Kind.PERCENT
        and said.form is Form.SINGLE
        and _signed_value(wanted)
    ):
        return Likeness.NONE
    if _against(want, said):
        return Likeness.OTHER
    if said.fraction and value != want.value:
        return Likeness.SAME if abs(value - want.value) < 0.4 and not want.decimals else Likeness.OTHER
    if not _equal(want, said, value):
        return Likeness.OTHER
    return Likeness.SURE if want.decimals else Likeness.SAME


def _signed_value(wanted: Wanted) -> bool:
    return wanted.figure.sign < 0


def _money(want: Figure, said: Figure, value: float, unit: str) -> Likeness:
    if said.kind is Kind.MONEY and unit not in {"", "cent", want.unit}:
        return Likeness.NONE if value == want.value else Likeness.OTHER
    if said.kind is Kind.MONEY:
        if not _equal(want, said, value) or _against(want, said):
            return Likeness.OTHER
        return Likeness.SURE if value >= 1000 else Likeness.SAME
    if said.kind is not Kind.COUNT or not (
        not said.unit or said.unit in _MONEYED or families(said.unit) & _EARNED
    ):
        return Likeness.NONE
    if said.scaled or value >= 1000:
        return Likeness.SAME if _equal(want, said, value) else Likeness.OTHER if said.scaled else Likeness.NONE
    # "four twenty" for 4.20
    return Likeness.LOOSE if want.decimals == 2 and value == round(want.value * 100) else Likeness.NONE


def _duration(wanted: Wanted, said: Figure, value: float, unit: str) -> Likeness:
    want = wanted.figure
    if said.kind is Kind.COUNT and (not said.unit or value == want.value == 0):
        return Likeness.LOOSE if value == want.value else Likeness.NONE
    if said.kind is not Kind.DURATION:
        return Likeness.NONE
    if _against(want, said):
        return Likeness.OTHER
    if want.unit == "day" and unit == "business day":
        readings: tuple[float, ...] = (value,) if wanted.working else (value, value * 7 / 5)
    elif want.unit == "business day" and unit == "day":
        readings = (value, value * 5 / 7) if value % 7 == 0 else (value,)
    else:
        readings = in_unit(value, unit, want.unit, working=wanted.working)
    converted = unit != want.unit
    for reading in readings:
        if same(want.value, reading, want.near, said.near, want.decimals):
            return Likeness.SAME
        if converted and want.near is Near.ABOUT and abs(reading - want.value) <= _SLACK * want.value:
            return Likeness.SAME
    far = all(not want.value / _FAR < each < want.value * _FAR for each in readings)
    return Likeness.NONE if said.sign or far else Likeness.OTHER


def _multiplier(want: Figure, said: Figure, value: float) -> Likeness:
    if said.kind is Kind.MULTIPLIER:
        if not _equal(want, said, value):
            return Likeness.OTHER if said.unit == "x" else Likeness.NONE
        return Likeness.SAME if said.unit == "x" else Likeness.LOOSE
    if said.kind is Kind.PERCENT and value == 50 and said.fraction:
        if want.value == 0.5:
            return Likeness.SAME
        return Likeness.OTHER if want.value > 1 and not said.level else Likeness.NONE
    return Likeness.NONE


def _count(want: Figure, said: Figure, value: float) -> Likeness:
    if said.kind is Kind.RATIO and not want.scaled:
        return Likeness.LOOSE if value == want.value and want.value > 1 else Likeness.NONE
    if said.kind is Kind.POINTS and not want.unit and not said.sign and said.unit == "point":
        return Likeness.LOOSE if value == want.value else Likeness.NONE
    if said.kind is Kind.MULTIPLIER and said.unit == "times" and want.unit in {"", "times"}:
        other = Likeness.OTHER if want.unit else Likeness.NONE
        return Likeness.LOOSE if value == want.value else other
    if said.kind is not Kind.COUNT:
        return Likeness.NONE
    if want.value == 0 or said.value == 0:
        return Likeness.LOOSE if want.value == said.value else Likeness.OTHER
    if not _equal(want, said, value) or _against(want, said):
        delta = said.sign and not want.sign and not said.unit
        return Likeness.NONE if delta else Likeness.OTHER
    figures = len(f"{want.value:.0f}".rstrip("0"))
    if want.value >= 1000 and (figures >= 2 or want.scaled):
        return Likeness.SAME
    return Likeness.LOOSE


def _ratio(wanted: Wanted, said: Figure) -> Likeness:
    want = wanted.figure
    part, whole = want.value, want.other or 1.0
    if said.kind is Kind.RATIO:
        if said.value != part or said.other != whole:
            close = whole > 10 and (said.value == part or said.other == whole)
            return Likeness.NEARLY if close else Likeness.OTHER
        return Likeness.SURE if whole > 10 and part != whole else Likeness.SAME
    if said.kind is Kind.PERCENT and said.form is Form.SINGLE and part <= whole:
        share = 100 * part / whole
        rounded = abs(said.value - share) <= 0.5 * 10.0**-said.decimals + 1e-9
        if said.fraction:
            return (
                Likeness.SAME
                if abs(said.value - share) < 1e-6
                else Likeness.PERCENT
                if rounded
                else Likeness.OTHER
            )
        return Likeness.PERCENT if rounded else Likeness.OTHER
    if said.kind in {Kind.COUNT, Kind.POINTS} and wanted.rated and said.form is Form.SINGLE:
        marks = said.unit in {"", "star", "stars", "point", "rating", "score", "average", "overall"}
        if marks and said.value == part:
            return (
                Likeness.LOOSE if want.decimals == 0 and said.unit not in {"star", "stars"} else Likeness.SAME
            )
        return Likeness.OTHER if marks and said.decimals and said.value <= whole else Likeness.NONE
    if said.form is not Form.SINGLE and {said.value, said.other} == {part, whole} and part > whole:
        return Likeness.SAME
    return Likeness.NONE


def _ends(wanted: Wanted, said: Figure) -> tuple[bool, bool]:
    """Whether the first and the last value of a pair are those wanted."""
    want = wanted.figure
    if not _commensurate(want, said):
        return False, False
    first = want.other if want.form is Form.CHANGE else want.value
    last = want.value if want.form is Form.CHANGE else want.other
    said_first = said.other if said.form is Form.CHANGE else said.value
    said_last = said.value if said.form is Form.CHANGE else said.other
    first_unit, last_unit = _units(want)
    said_first_unit, said_last_unit = _units(said)
    return (
        _end(wanted, first, first_unit, said, said_first, said_first_unit),
        _end(wanted, last, last_unit, said, said_last, said_last_unit),
    )


def _units(figure: Figure) -> tuple[str, str]:
    if figure.form is Form.CHANGE:
        return figure.other_unit or figure.unit, figure.unit
    return figure.unit, figure.other_unit or figure.unit


def _end(
    wanted: Wanted, want: float | None, unit: str, said: Figure, value: float | None, said_unit: str
) -> bool:
    if want is None or value is None:
        return False
    figure = wanted.figure
    if figure.kind is not Kind.DURATION or said.kind is not Kind.DURATION or unit == said_unit:
        return same(want, value, figure.near, said.near, figure.decimals)
    readings = in_unit(value, said_unit, unit, working=wanted.working)
    return any(same(want, each, figure.near, said.near, figure.decimals) for each in readings)


def _commensurate(want: Figure, said: Figure) -> bool:
    if want.kind is said.kind:
        return want.kind is not Kind.MONEY or want.unit == said.unit or not said.unit
    return (
        said.kind is Kind.COUNT
        and want.kind in {Kind.PERCENT, Kind.DURATION, Kind.MONEY, Kind.POINTS}
        and not (said.unit and want.kind is Kind.DURATION)
    )


def _change(wanted: Wanted, said: Figure) -> Likeness:
    want = wanted.figure
    if said.form in {Form.CHANGE, Form.PAIR}:
        first, last = _ends(wanted, said)
        if first and last:
            return Likeness.SURE
        if first or last:
            return Likeness.NEARLY
        return Likeness.OTHER if _commensurate(want, said) else Likeness.NONE
    if said.kind is Kind.RATIO and want.kind is Kind.COUNT and said.other in _SCALES_OF_MARKS:
        return Likeness.LOOSE if said.value == want.value else Likeness.NONE
    if said.form is Form.RANGE or not _commensurate(want, said):
        return Likeness.NONE
    found = _single(wanted, said, said.value, said.unit)
    if found is Likeness.OTHER:
        start = want.other is not None and _end(
            wanted, want.other, want.other_unit or want.unit, said, said.value, said.unit
        )
        return Likeness.NONE if start or said.sign else Likeness.OTHER
    if said.sign and want.kind is not Kind.DURATION and not said.level:
        return Likeness.NONE  # "down 15" is not "down to 15"
    return Likeness.LOOSE if found in {Likeness.SAME, Likeness.SURE} and want.kind is Kind.COUNT else found


def _range(wanted: Wanted, said: Figure) -> Likeness:
    if not _commensurate(wanted.figure, said):
        return Likeness.NONE
    if said.form is Form.SINGLE:
        return Likeness.OTHER if _outside(wanted, said) else Likeness.NONE
    return Likeness.SURE if _ends(wanted, said) == (True, True) else Likeness.OTHER


def _outside(wanted: Wanted, said: Figure) -> bool:
    """Whether a single value lies beyond a range that is wanted."""
    want = wanted.figure
    readings: tuple[float, ...] = (said.value,)
    if want.kind is Kind.DURATION and said.kind is Kind.DURATION:
        readings = in_unit(said.value, said.unit, want.unit, working=wanted.working)
    low, high = sorted((want.value, want.other or want.value))
    return bool(readings) and all(each < low or each > high for each in readings)


def _within(wanted: Wanted, said: Figure) -> Likeness:
    """A range in place of one value: "nine or ten days" for about ten."""
    if said.kind is not wanted.figure.kind or said.other is None:
        return Likeness.NONE
    inside = said.value <= wanted.figure.value <= said.other
    if wanted.figure.near is Near.ABOUT and inside and said.other - said.value <= 0.15 * said.other:
        return Likeness.SAME
    return Likeness.NONE if inside else Likeness.OTHER
