"""Units: how they are written, which stand for the same, and what a duration is in other units.

A month is taken as people take it in an interview: as 30 days, as four weeks, or as a twelfth of a year. A
week of business days has five.
"""

from collections.abc import Mapping

from interview_coach.answers.tokens import listed

_NAMES = {
    "ms": "ms msec msecs millisecond milliseconds millis",
    "s": "s sec secs second seconds",
    "min": "min mins minute minutes",
    "h": "h hr hrs hour hours",
    "day": "d day days",
    "week": "w wk wks week weeks",
    "fortnight": "fortnight fortnights",
    "sprint": "sprint sprints",
    "month": "mo mos mth mths month months",
    "quarter": "qtr qtrs quarters",
    "year": "y yr yrs year years",
    "decade": "decade decades",
}
DURATIONS: Mapping[str, str] = {name: unit for unit, names in _NAMES.items() for name in names.split()}
LETTER_UNITS = frozenset({"s", "h", "d", "w", "y", "mo"})  # units only where they touch the digits
WORKING = frozenset({"business", "working", "work", "workings", "weekdays"})
BETWEEN = WORKING | listed(
    "calendar full whole short long consecutive straight solid more extra additional fewer"
)

MONEY: Mapping[str, str] = {
    "$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₹": "inr", "₩": "krw", "₽": "rub", "us$": "usd",
    "usd": "usd", "eur": "eur", "gbp": "gbp", "chf": "chf", "cad": "cad", "aud": "aud", "inr": "inr",
    "jpy": "jpy", "nok": "nok", "sek": "sek", "dkk": "dkk", "rs": "inr",
    "dollar": "usd", "dollars": "usd", "bucks": "usd", "buck": "usd", "euro": "eur", "euros": "eur",
    "pounds": "gbp", "pound": "gbp", "quid": "gbp", "sterling": "gbp", "francs": "chf", "rupees": "inr",
    "yen": "jpy", "kroner": "nok", "kronor": "sek",
}  # fmt: skip

# By their sort, how much of its smallest unit each is.
_MEASURED: Mapping[str, Mapping[float, str]] = {
    "length": {
        1: "millimetre", 10: "cm centimetre", 1000: "metre", 1_000_000: "km kilometre kms", 1_609_344: "mile",
    },
    "weight": {1: "g gram gramme", 1000: "kg kgs kilo kilogram", 1_000_000: "t ton tonne", 453.59237: "lb lbs"},
    "volume": {1: "ml millilitre", 1000: "l litre", 100_000: "hl hectolitre", 1_000_000: "cbm"},
    "data": {1: "kb kilobyte", 1000: "mb megabyte", 1_000_000: "gb gigabyte", 1_000_000_000: "tb terabyte"},
    "frequency": {1: "hz hertz", 1000: "khz", 1_000_000: "mhz", 1_000_000_000: "ghz"},
    "energy": {1: "kwh", 1000: "mwh", 1_000_000: "gwh"},
}  # fmt: skip


def _measures() -> dict[str, tuple[str, float]]:
    found: dict[str, tuple[str, float]] = {}
    for sort, sizes in _MEASURED.items():
        for size, names in sizes.items():
            for name in names.split():
                american = name[:-2] + "er" if name.endswith("re") else name
                found |= dict.fromkeys((name, f"{name}s", american, f"{american}s"), (sort, size))
    return found


MEASURES: Mapping[str, tuple[str, float]] = _measures()
TOP = "top %"  # of a place among others: the top 5 %
CENTS: Mapping[str, str] = {"cent": "cent", "cents": "cent", "pence": "gbp", "penny": "gbp"}

# How many seconds; those of ten days and less hold in every calendar.
_SECONDS = {
    "ms": 0.001,
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "fortnight": 1209600.0,
}
_MONTHS = {"month": 1.0, "quarter": 3.0, "year": 12.0, "decade": 120.0}
_DAY = 86400.0
_PERIODS = listed("hour day night week fortnight month quarter term semester season year shift sprint")
PERIODS: Mapping[str, str] = {
    **{each: each for each in _PERIODS},
    **{f"{each}s": each for each in _PERIODS},
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annually": "year", "annual": "year", "annum": "year",
    "yr": "year", "mo": "month", "wk": "week", "h": "hour", "hr": "hour", "d": "day",
}  # fmt: skip


def in_unit(value: float, unit: str, wanted: str, *, working: bool = False) -> tuple[float, ...]:
    """What a duration may be called in another unit; several where a month does not come out even.

    `unit` may be "business day", and so may `wanted`. With `working`, days that are wanted are business days,
    so that two weeks are ten of them.
    """
    if unit == wanted:
        return (value,)
    if "business day" in {unit, wanted}:
        return _business(value, unit, wanted)
    if working and wanted == "day" and unit in {"week", "month"}:
        return _business(value, unit, "business day")
    straight = _straight(value, unit, wanted)
    return (straight,) if straight is not None else tuple(_over_months(value, unit, wanted))


def _straight(value: float, unit: str, wanted: str) -> float | None:
    for table in (_SECONDS, _MONTHS):
        if unit in table and wanted in table:
            return value * table[unit] / table[wanted]
    return None


def _over_months(value: float, unit: str, wanted: str) -> list[float]:
    """Between days or weeks and months: 30 days, four weeks, or the year's 52 weeks and 365 days."""
    if unit in _MONTHS and wanted in _SECONDS:
        months = value * _MONTHS[unit]
        days = {30 * months, 28 * months if months <= 3 else 0.0, 364 * months / 12, 365 * months / 12}
        return sorted(each * _DAY / _SECONDS[wanted] for each in days if each)
    if unit in _SECONDS and wanted in _MONTHS:
        spent = value * _SECONDS[unit] / _DAY
        readings = {spent / 30, spent / 28 if spent <= 84 else 0.0, spent * 12 / 364, spent * 12 / 365}
        return sorted(each / _MONTHS[wanted] for each in readings if each)
    return []


def _business(value: float, unit: str, wanted: str) -> tuple[float, ...]:
    """Five business days are a week; as bare days they keep their number too."""
    if wanted == "business day":
        if unit == "day":
            return (value, value * 5 / 7) if value % 7 == 0 else (value,)
        weeks = in_unit(value, unit, "week")
        return tuple(each * 5 for each in weeks) if unit in {"week", "month"} else ()
    if wanted == "day":
        return (value, value * 7 / 5) if value % 5 == 0 else (value,)
    return in_unit(value / 5, "week", wanted) if wanted in {"week", "month"} else ()
