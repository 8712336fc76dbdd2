"""Parts of one: "half the cost", "a quarter of them", "half an hour", "an hour and a half", "half a degree"."""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.answers.measure import Figure, Kind
from interview_coach.answers.numerals import FRACTIONS, ORDINALS, SCALES
from interview_coach.answers.reading import NO_NOUN, figure_at, share, text_at
from interview_coach.answers.times import fraction_of_unit, whole_unit
from interview_coach.answers.tokens import Token, listed
from interview_coach.answers.units import DURATIONS

_PARTS = listed("half quarter third fifth tenth sixth eighth")
_WHICH = listed("second first other the this last next every per each")  # which half, not how much
_COMPARED = listed(
    "of fewer less more as lower higher faster slower quicker cheaper shorter longer smaller larger bigger"
    " better"
)
_OF_HALF = listed("the our their what my its")
_NO_HALF = listed("way past time term hour day dozen baked a")
_DENIALS = listed("not never no without nobody didn't haven't hasn't hadn't don't doesn't wasn't weren't")
_SPANS = listed("hour day year minute second")


def part_of_one(tokens: Sequence[Token], at: int, *, note: bool) -> Figure | None:
    """What "half", "a quarter" or "an hour" means here; None where it is no figure ("this quarter")."""
    first = at
    if tokens[at].text in {"a", "an"}:
        whole = whole_unit(tokens, at)
        if whole is not None:
            return whole
        if text_at(tokens, at + 1) == "single":
            denied = any(text_at(tokens, at - step) in _DENIALS for step in range(1, 5))
            found = figure_at(tokens, at, at + 2, Kind.COUNT, 0 if denied else 1, text_at(tokens, at + 2))
            return replace(found, weak=True)
        at += 1
    word = text_at(tokens, at)
    if word not in _PARTS or text_at(tokens, first - 1) in _WHICH:
        return None
    if word == "half":
        return _half_of_unit(tokens, first, at, note=note) or _half(tokens, first, at, note=note)
    part = FRACTIONS.get(word) or 1 / ORDINALS[word]
    unit, last = fraction_of_unit(tokens, at + 1)
    if unit:
        return figure_at(tokens, first, last, Kind.DURATION, part, unit)
    after, before = text_at(tokens, at + 1), text_at(tokens, first - 1)
    if (before == "in" and word == "quarter") or (first == at and not note):
        return None  # in a quarter: three months
    compared = note or after in _COMPARED or before in {"by", "in"}
    return share(tokens, first, at + 1, part) if compared else None


def _half_of_unit(tokens: Sequence[Token], first: int, at: int, *, note: bool) -> Figure | None:
    """ "Half an hour", "a half day", "half a percent", "half a degree"."""
    place = at + 2 if text_at(tokens, at + 1) == "-" else at + 1
    after, later = text_at(tokens, place), text_at(tokens, place + 1)
    if after in {"a", "an"} and later in _SPANS:
        return figure_at(tokens, first, place + 2, Kind.DURATION, 0.5, DURATIONS[later])
    if after in {"hour", "day"} and first != at:
        return figure_at(tokens, first, place + 1, Kind.DURATION, 0.5, DURATIONS[after])
    if after == "a" and later in {"percent", "%"}:
        return figure_at(tokens, first, place + 2, Kind.PERCENT, 0.5, "%")
    if after == "a" and later.isalpha() and later not in SCALES and later not in NO_NOUN:
        return replace(figure_at(tokens, first, place + 1, Kind.COUNT, 0.5, later), weak=not note, decimals=1)
    return None


def _half(tokens: Sequence[Token], first: int, at: int, *, note: bool) -> Figure | None:
    """ "Half of them", "by half", "half the cost"; not "half the time", "halfway"."""
    after, later, before = text_at(tokens, at + 1), text_at(tokens, at + 2), text_at(tokens, first - 1)
    if after in _NO_HALF or (after, later) == ("the", "time"):
        return None
    compared = after in _COMPARED | _OF_HALF or before in {"by", "in", "about", "to"}
    return share(tokens, first, at + 1, 0.5) if compared or note else None


def part_of_scale(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    """ "Half a million", "three quarters of a million", "half a dozen", and how many tokens say it."""
    skip = 1 if text_at(tokens, at) in {"a", "three", "one", "two"} else 0
    skip += skip and text_at(tokens, at + skip) == "-"
    part = FRACTIONS.get(text_at(tokens, at + skip))
    length = skip + 1 + (text_at(tokens, at + skip + 1) == "of")
    scale = SCALES.get(text_at(tokens, at + length + 1))
    if part is None or text_at(tokens, at + length) != "a" or scale is None:
        return 0.0, 0
    times = {"three": 3.0, "two": 2.0}.get(text_at(tokens, at), 1.0) if skip else 1.0
    return part * times * scale, length + 2
