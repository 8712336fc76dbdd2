"""What a story is about where interviewers ask for it by name: a failure, a conflict.

By English words: those of the competencies for what a question or a title says, and stricter ones for the
story itself: an oven that failed makes no story of failure. Who has such a story under other words loses
nothing but a hint.
"""

import re
from enum import StrEnum

from interview_coach.answers.probes import about
from interview_coach.answers.words import fold


class Theme(StrEnum):
    """What an interview is likely to ask for by name; the values are words for people and competencies."""

    FAILURE = "failure"
    CONFLICT = "conflict"


# Folded as answers.words folds: no case, no accents, a hyphen as a space.
_TOLD = {
    Theme.FAILURE: re.compile(
        r"\b(?:(?:i|we) failed|(?:my|our|own) (?:\w+ )?(?:mistakes?|failures?|errors?)|"
        r"(?:i|we) (?:\w+ )?(?:was|were|got it|had got it|went) (?:\w+ )?wrong|"
        r"(?:i|we) should have|(?:i|we) regret(?:ted)?|"
        r"(?:i|we) (?:missed|lost|misjudged|overlooked|underestimated)|"
        r"fell short|setbacks?|in hindsight|looking back)\b"
    ),
    Theme.CONFLICT: re.compile(
        r"\b(?:conflicts? (?:with|between)|disagree(?:d|ment|ments|ing)?|disputes?|disputed|clash(?:ed)?|"
        r"tensions? (?:with|between)|push(?:ed|ing) back|pushback|confronted|(?:openly )?objected|"
        r"(?:refused|resisted|opposed) (?:to|it|us|me|the|my|our)|"
        r"argued (?:with|against|that)|furious|hostile)\b"
    ),
}


def themes_asked(text: str) -> frozenset[Theme]:
    """What a question asks for, or a title names, by the words that choose its follow-ups too."""
    return frozenset(map(Theme, about(text, tuple(Theme))))


def themes_told(text: str) -> frozenset[Theme]:
    """What the words of a story tell of."""
    folded = fold(text)
    return frozenset(theme for theme, pattern in _TOLD.items() if pattern.search(folded))
