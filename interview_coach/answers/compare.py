"""Whether a figure of an answer is a metric's figure, said in whatever form means the same."""

from dataclasses import replace

from interview_coach.answers.likeness import Likeness, same
from interview_coach.answers.measure import Figure, Form, Kind, Near
from interview_coach.answers.singles import ratio, single
from interview_coach.answers.units import in_unit
from interview_coach.answers.values import Wanted

_LARGE = 1000  # a count from here on is seldom said of something else
_CLOCK = frozenset({"s", "min", "h", "day", "week", "month", "year"})
_SCALES_OF_MARKS = frozenset({5.0, 10.0, 100.0})


def compared(wanted: Wanted, said: Figure) -> Likeness:
    """How a figure of an answer stands to a metric's. What the note has beside its own is no other value."""
    if _is_change_to(wanted, said):
        return Likeness.SURE
    found = _compared(wanted, said)
    told = found is Likeness.OTHER and said.form is Form.SINGLE
    return Likeness.NONE if told and any(_is_known(each, said) for each in wanted.beside) else found


def _is_change_to(wanted: Wanted, said: Figure) -> bool:
    """Whether it is told whence the value came, as the note tells it: "from 104 to 118" for 118%, was 104."""
    want = wanted.figure
    if want.form is not Form.SINGLE or said.form not in (Form.CHANGE, Form.PAIR):
        return False
    kinds = said.kind is want.kind or (said.kind is Kind.COUNT and not said.unit)
    pair = (said.other, said.value) if said.form is Form.CHANGE else (said.value, said.other)
    came = any(each.kind is want.kind and each.value == pair[0] for each in wanted.beside)
    return kinds and came and pair[1] == want.value and want.kind is not Kind.RATIO


def _is_known(known: Figure, said: Figure) -> bool:
    if known.kind is said.kind is Kind.RATIO:
        return (said.value, said.other) == (known.value, known.other)
    units = said.unit == known.unit or known.kind in (Kind.COUNT, Kind.RATIO)
    if known.kind is Kind.MONEY and said.kind is Kind.COUNT and said.scaled:
        return said.value in (known.value, known.other)  # "six and a half million"
    return said.kind is known.kind and units and said.value in (known.value, known.other)


def _compared(wanted: Wanted, said: Figure) -> Likeness:
    want = wanted.figure
    if (
        want.kind is Kind.COUNT
        and wanted.counted
        and said.kind is Kind.DURATION
        and said.unit == wanted.counted
    ):
        said = replace(said, kind=Kind.COUNT, unit="")  # 1,150 bed days, of bed days freed
    if wanted.counted and said.unit == "people":
        return Likeness.NONE  # no days
    if want.kind is Kind.DURATION and said.kind is Kind.RATIO and said.unit in _CLOCK:
        said = replace(said, kind=Kind.DURATION, other=None)  # "52 of the sixty hours"
    if said.kind is Kind.RATIO and said.per and want.kind is Kind.COUNT:
        said = replace(said, kind=Kind.COUNT, other=None, unit="")  # 3 per 1,000, in the note's unit
    if want.form is Form.CHANGE:
        return _change(wanted, said)
    if want.form in (Form.RANGE, Form.PAIR):
        return _range(wanted, said)
    if want.kind is Kind.RATIO:
        return ratio(wanted, said)
    if said.form in (Form.RANGE, Form.PAIR):
        return _within(wanted, said)
    return single(wanted, said, said.value, said.unit)


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
        and want.kind in (Kind.PERCENT, Kind.DURATION, Kind.MONEY, Kind.POINTS)
        and not (said.unit and want.kind is Kind.DURATION)
    )


def _change(wanted: Wanted, said: Figure) -> Likeness:
    want = wanted.figure
    if said.form in (Form.CHANGE, Form.PAIR):
        first, last = _ends(wanted, said)
        if first and last:
            return Likeness.SURE
        if first or last:
            return Likeness.NEARLY
        return Likeness.OTHER if _commensurate(want, said) else Likeness.NONE
    if said.kind is Kind.RATIO and want.kind is Kind.PERCENT:
        return single(wanted, said, said.value, said.unit)
    if said.kind is Kind.RATIO and want.kind is Kind.COUNT and said.other in _SCALES_OF_MARKS:
        return Likeness.LOOSE if said.value == want.value else Likeness.NONE
    if said.form is Form.RANGE or not _commensurate(want, said):
        return Likeness.NONE
    found = single(wanted, said, said.value, said.unit)
    if found is Likeness.OTHER:
        start = want.other is not None and _end(
            wanted, want.other, want.other_unit or want.unit, said, said.value, said.unit
        )
        return Likeness.NONE if start or said.sign else Likeness.OTHER
    if said.sign and want.kind is not Kind.DURATION and not said.level:
        return Likeness.NONE  # "down 15" is not "down to 15"
    small = want.kind is Kind.COUNT and want.value < _LARGE
    return Likeness.LOOSE if found in (Likeness.SAME, Likeness.SURE) and small else found


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
    if wanted.figure.near is Near.ABOUT and inside and said.other - said.value <= 0.2 * said.other:
        return Likeness.SAME
    return Likeness.NONE if inside else Likeness.OTHER
