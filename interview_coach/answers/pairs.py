"""Numbers that are said in pairs: "one twenty" is 120, "fourteen fifty covers" 1,450."""

from collections.abc import Sequence

from interview_coach.answers.numerals import SMALL, TENS
from interview_coach.answers.reading import text_at
from interview_coach.answers.tokens import Token, listed
from interview_coach.answers.units import DURATIONS

_VERBS = listed("is was has")
_HOURS = frozenset({"at", "by", "until", "from"})
_EACH = frozenset({"a", "per", "each", "apiece"})


def in_pairs(tokens: Sequence[Token], start: int, at: int, first: float) -> tuple[float, int]:
    """What a number below a hundred makes with the one said right after it, and the place behind.

    The number began at `start`, and `at` stands behind its first pair. "Four oh three" is 403, "twenty
    twenty-four" a year.
    """
    word, before = text_at(tokens, at), text_at(tokens, start - 1)
    if first < 1 or text_at(tokens, at - 1) == "ten" or (first <= 4 and before == "q"):
        return first, at
    if word in {"oh", "o"} and 1 <= SMALL.get(text_at(tokens, at + 1), 0) <= 9:
        return first * 100 + SMALL[text_at(tokens, at + 1)], at + 2
    second = TENS.get(word) or (SMALL.get(word, 0.0) if first >= 19 else 0.0) or _teen(tokens, at, first)
    if second < 10 or (
        first >= 10 and not 19 <= first <= 20 and not _is_counted(tokens, at, first, second, before)
    ):
        return first, at
    last = at + 1
    skip = 1 if text_at(tokens, last) == "-" and tokens[last].joined else 0
    unit = SMALL.get(text_at(tokens, last + skip), 0.0)
    if second >= 20 and 1 <= unit <= 9:
        last, second = last + 1 + skip, second + unit
    behind = text_at(tokens, last + 2 if text_at(tokens, last + 1) in {"the", "our", "my"} else last + 1)
    whole = TENS.get(behind, SMALL.get(behind, 0.0))
    if text_at(tokens, last) == "of" and 0 < whole < 100:
        return first, at  # "to retrieve one, 24 of 25 are …"
    return first * 100 + second, last


def _is_counted(tokens: Sequence[Token], at: int, first: float, second: float, before: str) -> bool:
    """ "Fourteen fifty covers", "twenty-three fifty a head", which is not "at fourteen fifty"."""
    ahead = at + 1 + (text_at(tokens, at + 1) in SMALL)
    noun = text_at(tokens, ahead)
    of_time = noun.isalpha() and text_at(tokens, ahead + 1) in DURATIONS  # eleven fifty bed days
    plural = (of_time or noun.endswith("s")) and noun not in _VERBS and noun not in DURATIONS
    counts = noun in _EACH or (plural and first <= 18)
    return first >= 11 and second >= 20 and counts and before not in _HOURS


def _teen(tokens: Sequence[Token], at: int, first: float) -> float:
    """ "One eighteen", which is not "one twelve-month lease"."""
    teen, noun = SMALL.get(text_at(tokens, at), 0.0), text_at(tokens, at + 1)
    counted = noun in {"-", *DURATIONS} or (noun.endswith("s") and noun not in _VERBS)
    return teen if 1 <= first <= 9 and teen >= 11 and not counted else 0.0
