"""The period of a rate: "42 pages a week"."""

from collections.abc import Sequence

from interview_coach.answers.measure import Figure
from interview_coach.answers.reading import NO_NOUN, text_at
from interview_coach.answers.tokens import Sort, Token
from interview_coach.answers.units import PERIODS


def rate_of(tokens: Sequence[Token], found: Figure) -> tuple[str, int]:
    """The period of a rate and the token behind it: "42 pages a week", "per month", "monthly"; else "".

    What a rate is counted on stands in its place as digits: "1.2 per hundred articles" is per "100".
    """
    for at in range(found.last, found.last + 4):
        word, after = text_at(tokens, at), text_at(tokens, at + 1)
        if base := _base_of(tokens, at):
            return base
        if word in {"a", "an", "per", "each", "every", "/"} and after in PERIODS:
            return PERIODS[after], at + 2
        if word in {"daily", "weekly", "monthly", "yearly", "annually", "quarterly"}:
            return PERIODS[word], at + 1
        if not word.isalpha() or (word in NO_NOUN and word != "percent"):
            break
    return "", found.last


def _base_of(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """ "Per thousand", "for every hundred", with the token behind."""
    word, after = text_at(tokens, at), text_at(tokens, at + 1)
    place = at + 1 if word == "per" else at + 2 if word == "for" and after in {"every", "each"} else 0
    if not place or place >= len(tokens) or tokens[place].sort is not Sort.NUMBER:
        return None
    return f"{tokens[place].value:.0f}", place + 1
