"""Durations: "ten business days", "an hour and a half", "1h 30m", "half an hour"."""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.answers.measure import Figure, Kind
from interview_coach.answers.numerals import FRACTIONS
from interview_coach.answers.reading import NO_NOUN, figure_at, text_at, value_at
from interview_coach.answers.tokens import Token, listed
from interview_coach.answers.units import BETWEEN, DURATIONS, LETTER_UNITS, WORKING


def _unit_of_time(tokens: Sequence[Token], at: int, text: str) -> tuple[str, int]:
    """The unit of time that begins at a token, and the token behind it."""
    first = at
    if (text_at(tokens, at), text_at(tokens, at + 1)) in {("or", "so"), ("or", "more"), ("-", "ish")}:
        at += 2
    elif text_at(tokens, at) in {"plus", "odd", "ish", "+"}:
        at += 1
    if text_at(tokens, at) == "-" and tokens[at].joined:
        at += 1
    working = False
    while text_at(tokens, at) in BETWEEN:
        working = working or text_at(tokens, at) in WORKING
        at += 1
        if text_at(tokens, at) == "-" and tokens[at].joined:
            at += 1
    word = text_at(tokens, at)
    unit = DURATIONS.get(word)
    if unit is None and text_at(tokens, at + 1) in _SPENT and word.isalpha() and word not in NO_NOUN:
        return DURATIONS[text_at(tokens, at + 1)], at + 2
    between = (word, text_at(tokens, at + 1))
    if (
        unit is None
        and text_at(tokens, at + 2) in _SPENT
        and all(map(str.isalpha, between))
        and not NO_NOUN & {*between}
    ):
        return DURATIONS[text_at(tokens, at + 2)], at + 3
    if unit is None:
        return (
            ("business day", at)
            if working and word != "hours" and text_at(tokens, at - 1) == "weekdays"
            else ("", first)
        )
    if word in LETTER_UNITS and not _is_letter_unit(tokens, at, text):
        return "", first
    if working and unit == "day":
        unit = "business day"
    return ("business week" if working and unit == "week" else unit), at + 1


_SCHOOL_YEARS = listed("ones twos threes fours fives sixes sevens eights nines tens elevens")
_SPENT = frozenset({"hours", "days", "minutes"})  # "900 pro bono hours"


def _is_letter_unit(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether a letter is a unit: it touches the digits, or is a small h or s after them; "3D" is none."""
    if text[tokens[at].start].isupper():
        return False
    return tokens[at].joined or (tokens[at].text in {"h", "s"} and not tokens[at - 1].spelt)


def duration(tokens: Sequence[Token], at: int, bare: Figure, text: str) -> Figure | None:
    unit, last = _unit_of_time(tokens, at + 1, text)
    if not unit and (text_at(tokens, at + 1), text_at(tokens, at + 2)) == ("of", "a") and 0 < bare.value < 1:
        unit, last = DURATIONS.get(text_at(tokens, at + 3), ""), at + 4  # point six of a second
    if not unit:
        return None
    if tokens[last - 1].text == "year" and text_at(tokens, last) in _SCHOOL_YEARS:
        return None  # 58 of the year ones
    if _is_age(tokens, last) and unit not in {"ms", "s", "min", "h"}:
        return None
    value, decimals = bare.value, bare.decimals
    if unit in {"fortnight", "decade"}:
        value, unit = (value * 2, "week") if unit == "fortnight" else (value * 10, "year")
    extra = _part_of_unit(tokens, last)
    if extra:
        value, last, decimals = value + extra[0], extra[1], 2
    if unit == "business week":
        value, unit = value * 5, "business day"
    weak = tokens[at].text == "one" and unit == "day" and text_at(tokens, at - 1) not in _WITHIN
    found = figure_at(tokens, at, last, Kind.DURATION, value, unit)
    sign = -1 if text_at(tokens, at + 1) == "fewer" else 0
    return _with_smaller(tokens, replace(found, decimals=decimals, weak=weak, sign=sign), text)


_TAKES = listed("took take takes taken about around roughly under over nearly almost is was than")
_WITHIN = listed("in within under to than about just of from by every took takes only exactly")


def _is_age(tokens: Sequence[Token], last: int) -> bool:
    words = [text_at(tokens, last + step) for step in (0, 1)]
    return (
        words[0] in {"old", "olds"}
        or (words[0] == "-" and words[1] in {"old", "olds"})
        or words == ["of", "age"]
    )


def _part_of_unit(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """ "… and a half" after the unit: "an hour and a half", "two weeks and a half"."""
    if [text_at(tokens, at + step) for step in range(3)] == ["and", "three", "quarters"]:
        return 0.75, at + 3
    if (
        text_at(tokens, at) == "and"
        and text_at(tokens, at + 1) == "a"
        and text_at(tokens, at + 2) in {"half", "quarter"}
    ):
        after = text_at(tokens, at + 3)
        if after not in {"of", "an", "a", "million", "hour"}:
            return FRACTIONS[text_at(tokens, at + 2)], at + 3
    return None


_PARTED = listed("hour second minute day week year")
_SMALLER = {
    "h": ("min", 60.0),
    "min": ("s", 60.0),
    "day": ("h", 24.0),
    "week": ("day", 7.0),
    "year": ("month", 12.0),
}


def _with_smaller(tokens: Sequence[Token], found: Figure, text: str) -> Figure:
    """ "Two hours and fifteen minutes", "1h 30m", "1 h 30"."""
    smaller = _SMALLER.get(found.unit)
    at = found.last + (text_at(tokens, found.last) in {"and", ","})
    value = value_at(tokens, at)
    if smaller is None or value is None or value >= smaller[1]:
        return found
    unit, last = _unit_of_time(tokens, at + 1, text)
    if found.unit == "h" and tokens[at].joined and not unit:
        unit, last = "min", at + 1  # 1h30
    if found.unit == "h" and not unit and _ends_time(tokens, at):
        unit, last = "min", at + 1  # one hour thirty, an hour and twenty-five
    if unit != smaller[0] and text_at(tokens, at + 1) == "m" and found.unit == "h":
        unit, last = "min", at + 2
    if unit != smaller[0]:
        return found
    total = found.value * smaller[1] + value
    return replace(
        found, value=total, unit=unit, span=(found.span[0], tokens[last - 1].end), last=last, weak=False
    )


def _ends_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number said right after hours is minutes: nothing that it could count follows."""
    after = text_at(tokens, at + 1)
    return (
        tokens[at].spelt
        and tokens[at].value >= 5
        and after not in {"was", "were", "is"}
        and (not after.isalpha() or after in NO_NOUN - {"percent"})
    )


def fraction_of_unit(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The unit that a part is of, and the token behind: "of an hour", "of a second"; else ""."""
    words = [text_at(tokens, at + step) for step in range(3)]
    parted = words[0] == "of" and words[1] in {"an", "a", "one"} and words[2] in _PARTED
    return (DURATIONS[words[2]], at + 3) if parted else ("", at)


def whole_unit(tokens: Sequence[Token], at: int) -> Figure | None:
    """ "An hour and a half", "a fortnight", "a week": the last is none unless something took that long."""
    after = at + 1
    working = text_at(tokens, after) in BETWEEN
    after += working
    unit = DURATIONS.get(text_at(tokens, after))
    if (
        unit is None
        or text_at(tokens, after) in LETTER_UNITS
        or unit == "s"
        or text_at(tokens, after).endswith("s")
    ):
        return None
    value, last, weak = 1.0, after + 1, text_at(tokens, at - 1) not in _TAKES and not working
    if unit == "fortnight":
        value, unit, weak = 2.0, "week", False
    extra = _part_of_unit(tokens, last)
    if extra:
        value, last, weak = value + extra[0], extra[1], False
    found = replace(
        figure_at(tokens, at, last, Kind.DURATION, value, unit), weak=weak, decimals=2 if extra else 0
    )
    return _with_smaller(tokens, found, "")
