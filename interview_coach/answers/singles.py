"""Whether one value is a metric's, by its kind: percentages, money, durations, multiples, counts, ratios."""

from interview_coach.answers.likeness import Likeness, same
from interview_coach.answers.measure import Figure, Form, Kind, Near
from interview_coach.answers.topics import families
from interview_coach.answers.units import MEASURES, TOP, in_unit
from interview_coach.answers.values import Wanted

_MONEYED = frozenset(
    {"new", "annual", "extra", "more", "additional", "net", "recurring", "yearly", "arr", "mrr"}
)
_EARNED = frozenset({"revenue", "cost", "save", "pay", "margin", "funding", "debt", "sell", "price"})
_SOONER = frozenset({"faster", "quicker", "sooner", "speedup"})
_MILLION = 1e6
_LARGE_WHOLE = 10
_LARGE = 1000  # a number from here on needs no unit
_NINES = 99  # from here on each further decimal is another promise
_OF_REST = 0.25
_OFF = 100  # times as many is no other count of the same things
_FAR = 50  # times as long is no other value of the same measure
_NEXT = 60.0  # from one unit of the clock to the next: minutes for seconds
_SLACK = 0.05  # of an approximate duration in another unit


def single(wanted: Wanted, said: Figure, value: float, unit: str) -> Likeness:
    """How a figure stands to a metric of one value; `value` and `unit` are those of the figure's key end."""
    want = wanted.figure
    match want.kind:
        case Kind.PERCENT | Kind.POINTS:
            return _percent(wanted, said, value)
        case Kind.MONEY:
            return _money(want, said, value, unit)
        case Kind.DURATION:
            return _duration(wanted, said, value, unit)
        case Kind.MULTIPLIER:
            return _multiplier(wanted, said, value)
        case Kind.COUNT:
            return _count(want, said, value)
        case Kind.RANK | Kind.ALWAYS:
            if want.kind is not said.kind:
                return Likeness.NONE
            return Likeness.SURE if want.value == value else Likeness.OTHER
        case _:
            return Likeness.NONE


def equal(want: Figure, said: Figure, value: float) -> bool:
    return same(want.value, value, want.near, said.near, max(want.decimals, 0))


def against(want: Figure, said: Figure) -> bool:
    """Whether one fell and the other rose, or one bounds from above and the other from below."""
    if want.sign and said.sign and want.sign != said.sign:
        return True
    return {want.near, said.near} == {Near.BELOW, Near.ABOVE}


def _percent(wanted: Wanted, said: Figure, value: float) -> Likeness:
    want = wanted.figure
    if (want.unit == TOP) is not (said.unit == TOP):
        return Likeness.NONE
    if said.kind is Kind.RATIO and want.kind is Kind.PERCENT:
        share = 100 * said.value / said.other if said.other else -1.0
        exact = abs(share - want.value) < 1e-6
        close = round(share, want.decimals) == round(want.value, want.decimals) or equal(want, said, share)
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
    if against(want, said):
        return Likeness.OTHER
    if said.sign > 0 and not want.sign and want.value == 100 + value:
        return Likeness.SAME  # "34% over target" for 134%
    if said.fraction and value != want.value:
        return _as_fraction(want, said)
    return _share_of(want, said, value)


def _share_of(want: Figure, said: Figure, value: float) -> Likeness:
    """How one percentage stands to another that goes the same way."""
    if said.decimals > want.decimals and want.value < _NINES and round(value, want.decimals) == want.value:
        return Likeness.SAME  # 93.4% for 93%
    if not equal(want, said, value) or _is_too_near_all(want, value):
        rest = want.value > 50 and value == 100 - want.value and not want.sign  # "we lost 7% of it" for 93%
        return Likeness.NONE if rest else Likeness.OTHER
    return Likeness.SURE if want.decimals else Likeness.SAME


def _is_too_near_all(want: Figure, value: float) -> bool:
    """Whether rounding takes too much of the rest away: "almost 95%" are no 93%."""
    off = abs(value - want.value)
    return 50 < want.value < 100 and off > 0.5 and off > _OF_REST * (100 - want.value)


def _as_fraction(want: Figure, said: Figure) -> Likeness:
    """How "a third" stands to another percentage."""
    if said.sign and not said.level and not want.sign and want.value > 100:
        return Likeness.NONE  # "quota went up by a fifth" is no 128% of it
    close = abs(said.value - want.value) < _slack_of_fraction(want, said)
    return Likeness.SAME if close and not want.decimals else Likeness.OTHER


def _slack_of_fraction(want: Figure, said: Figure) -> float:
    """How many percent a fraction may be off: "roughly a third" are 34, "nearly half" 48."""
    lies = want.value - said.value
    hedged = said.near is Near.ABOUT or (lies < 0 if said.near is Near.BELOW else lies > 0)
    return 2.1 if hedged and said.near is not Near.EXACT else 0.4


def _signed_value(wanted: Wanted) -> bool:
    return wanted.figure.sign < 0


def _money(want: Figure, said: Figure, value: float, unit: str) -> Likeness:
    if said.kind is Kind.PERCENT and said.fraction and want.value < 1:  # "14 pence on the pound"
        return Likeness.SAME if abs(value - 100 * want.value) < 1e-6 else Likeness.OTHER
    if said.kind is Kind.MONEY and unit not in {"", "cent", want.unit}:
        return Likeness.NONE if value == want.value else Likeness.OTHER
    if said.kind is Kind.MONEY:
        if not equal(want, said, value) or against(want, said):
            return Likeness.OTHER
        return Likeness.SURE if value >= 1000 else Likeness.SAME
    bare = not said.unit or said.unit in _MONEYED or bool(families(said.unit) & _EARNED)
    bare = bare or (said.scaled and value >= _MILLION and not said.unit.endswith(("s", "people")))
    if said.kind is not Kind.COUNT or not bare:
        return Likeness.NONE
    if want.decimals == 2 and value == round(want.value * 100) and not said.scaled:
        return Likeness.LOOSE  # "four twenty" for 4.20
    if said.scaled or value >= 1000:
        return Likeness.SAME if equal(want, said, value) else Likeness.OTHER if said.scaled else Likeness.NONE
    if value == want.value >= 10 and not said.unit and said.form is not Form.RANGE:
        return Likeness.LOOSE  # "we charge two hundred and eighty a day"
    return Likeness.NONE


def _duration(wanted: Wanted, said: Figure, value: float, unit: str) -> Likeness:
    want = wanted.figure
    if said.kind is Kind.COUNT and (not said.unit or value == want.value == 0):
        alike = Likeness.SAME if value >= _LARGE else Likeness.LOOSE
        return alike if value == want.value else Likeness.NONE
    if said.kind is not Kind.DURATION:
        return Likeness.NONE
    if against(want, said):
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
    if converted and value == want.value and readings in ((_NEXT * value,), (value / _NEXT,)):
        return Likeness.OTHER  # "thirty minutes" for thirty seconds
    far = all(not want.value / _FAR < each < want.value * _FAR for each in readings)
    return Likeness.NONE if said.sign or far else Likeness.OTHER


def _multiplier(wanted: Wanted, said: Figure, value: float) -> Likeness:
    want = wanted.figure
    if said.form is Form.CHANGE and said.kind is not Kind.MULTIPLIER:
        made = value / said.other if said.other and said.unit == said.other_unit else 0.0
        begun = any(each.kind is said.kind and each.other == said.other for each in wanted.beside)
        return Likeness.SAME if made == want.value else Likeness.OTHER if begun else Likeness.NONE
    if said.kind is Kind.MULTIPLIER:
        if not equal(want, said, value):
            return Likeness.OTHER if said.unit == "x" else Likeness.NONE
        distinct = Likeness.SURE if want.decimals and said.decimals else Likeness.SAME
        return distinct if said.unit == "x" else Likeness.LOOSE
    if said.kind is Kind.COUNT and want.decimals and not said.unit and value == want.value:
        return Likeness.LOOSE  # "a return of 3.8"
    if said.kind is not Kind.PERCENT:
        return Likeness.NONE
    if value == 50 and said.fraction:
        if want.value == 0.5:
            return Likeness.SAME
        return Likeness.OTHER if want.value > 1 and not said.level else Likeness.NONE
    if said.fraction and said.level and _SOONER & {*wanted.words}:
        return Likeness.LOOSE if abs(100 / value - want.value) < 0.01 else Likeness.NONE  # a third of the time
    if not said.sign or said.level or said.form is not Form.SINGLE:
        return Likeness.NONE
    made = 1 + said.sign * value / 100  # up by 200 percent is three times as much
    return Likeness.SAME if abs(made - want.value) < 1e-9 else Likeness.OTHER


def _measured(want: Figure, said: Figure, value: float) -> Likeness:
    """Lengths, weights and what else has units that go over into each other."""
    (sort, size), (said_sort, said_size) = MEASURES[want.unit], MEASURES[said.unit]
    if sort != said_sort:
        return Likeness.NONE
    reading = value * said_size / size
    return Likeness.SAME if equal(want, said, reading) and not against(want, said) else Likeness.OTHER


def _count(want: Figure, said: Figure, value: float) -> Likeness:
    if said.kind is Kind.RATIO and not want.scaled:
        whole = said.other == want.value and want.value > _LARGE_WHOLE  # "one of the 24 customers I talked to"
        return Likeness.LOOSE if (value == want.value and want.value > 1) or whole else Likeness.NONE
    if said.kind is Kind.POINTS and not want.unit and not said.sign and said.unit == "point":
        return Likeness.LOOSE if value == want.value else Likeness.NONE
    if said.kind is Kind.MULTIPLIER and said.unit == "times" and want.unit in {"", "times"}:
        other = Likeness.OTHER if want.unit else Likeness.NONE
        return Likeness.LOOSE if value == want.value else other
    if said.kind is not Kind.COUNT:
        return Likeness.NONE
    if want.unit in MEASURES and said.unit in MEASURES:
        return _measured(want, said, value)
    if want.unit in MEASURES and not said.scaled and said.value != want.value:
        return Likeness.NONE  # a number without a unit is no other length or weight
    if want.value == 0 or said.value == 0:
        return Likeness.LOOSE if want.value == said.value else Likeness.OTHER
    if not equal(want, said, value) or against(want, said):
        delta = said.sign and not want.sign and not said.unit
        far = value * _OFF < want.value or want.value * _OFF < value
        return Likeness.NONE if delta or far else Likeness.OTHER
    figures = len(f"{want.value:.0f}".rstrip("0"))
    if want.value >= 1000 and (figures >= 2 or want.scaled):
        return Likeness.SAME
    return Likeness.LOOSE


def _on_base(want: Figure, said: Figure) -> Likeness:
    """ "1.2" or "from 3.5 to 1.2 per hundred" for 1.2 per 100."""
    if said.value == want.value:
        return Likeness.SAME if want.decimals else Likeness.LOOSE
    return Likeness.OTHER if said.per == want.per else Likeness.NONE


def ratio(wanted: Wanted, said: Figure) -> Likeness:
    """How a figure stands to a ratio or a mark on a scale."""
    want = wanted.figure
    part, whole = want.value, want.other or 1.0
    if want.per and said.kind is Kind.COUNT and said.form is not Form.RANGE:
        return _on_base(want, said)
    if said.kind is Kind.RATIO:
        if said.value != part or said.other != whole:
            if whole > _LARGE_WHOLE and said.other == whole and said.value == whole - part < part:
                return Likeness.NONE  # "only one of the fourteen was not resolved"
            close = whole > 10 and (said.value == part or said.other == whole)
            return Likeness.NEARLY if close else Likeness.OTHER
        return Likeness.SURE if whole > 10 and part != whole else Likeness.SAME
    if said.kind is Kind.PERCENT and said.form is Form.SINGLE and part <= whole:
        share = 100 * part / whole
        rounded = abs(said.value - share) <= 0.5 * 10.0**-said.decimals + 1e-9
        rounded = rounded or same(share, said.value, Near.EXACT, said.near)  # "just under ninety" for 17 of 19
        if said.fraction:
            return (
                Likeness.SAME
                if abs(said.value - share) < 1e-6
                else Likeness.PERCENT
                if rounded
                else Likeness.OTHER
            )
        return Likeness.PERCENT if rounded else Likeness.OTHER
    if said.kind is Kind.COUNT and said.form is Form.CHANGE and not said.unit and wanted.rated:
        known = any(each.value == said.other for each in wanted.beside)  # "from 4.1 to 4.7 out of five"
        if said.value != part:
            return Likeness.OTHER if said.decimals and said.value <= whole else Likeness.NONE
        return Likeness.SURE if known else Likeness.SAME
    if said.kind in (Kind.COUNT, Kind.POINTS) and wanted.rated and said.form is Form.SINGLE:
        marks = said.unit in {"", "star", "stars", "point", "rating", "score", "average", "overall"}
        if marks and said.value == part:
            return (
                Likeness.LOOSE if want.decimals == 0 and said.unit not in {"star", "stars"} else Likeness.SAME
            )
        return Likeness.OTHER if marks and said.decimals and said.value <= whole else Likeness.NONE
    if said.form is not Form.SINGLE and {said.value, said.other} == {part, whole} and part > whole:
        return Likeness.SAME
    return Likeness.NONE
