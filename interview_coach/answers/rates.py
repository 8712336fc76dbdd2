"""The period of a rate: "42 pages a week"."""

from collections.abc import Sequence

from interview_coach.answers.measure import Figure
from interview_coach.answers.reading import NO_NOUN, text_at
from interview_coach.answers.tokens import Token
from interview_coach.answers.units import PERIODS


def rate_of(tokens: Sequence[Token], found: Figure) -> tuple[str, int]:
    """The period of a rate and the token behind it: "42 pages a week", "per month", "monthly"; else ""."""
    for at in range(found.last, found.last + 4):
        word, after = text_at(tokens, at), text_at(tokens, at + 1)
        if word in {"a", "an", "per", "each", "every", "/"} and after in PERIODS:
            return PERIODS[after], at + 2
        if word in {"daily", "weekly", "monthly", "yearly", "annually", "quarterly"}:
            return PERIODS[word], at + 1
        if not word.isalpha() or (word in NO_NOUN and word != "percent"):
            break
    return "", found.last
