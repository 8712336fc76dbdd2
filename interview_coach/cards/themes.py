"""What a story is about where interviewers ask for it by name: a failure, a conflict.

By English words, a list for what a question or a title says and a stricter one for the story itself: an oven
that failed makes no story of failure. Who has such a story under other words loses nothing but a hint.
"""

import re
from enum import StrEnum

from interview_coach.answers.words import fold


class Theme(StrEnum):
    """What an interview is likely to ask for by name; the values are words for people and for JSON."""

    FAILURE = "failure"
    CONFLICT = "conflict"


# Folded as answers.words folds: no case, no accents, a hyphen as a space.
_ASKED = {
    Theme.FAILURE: re.compile(
        r"\b(?:fail(?:ed|s|ure|ures|ing)?|mistakes?|setbacks?|regrets?|regretted|weakness(?:es)?|lost|"
        r"(?:went|gone|go|goes|got|was|were) (?:so |badly |very )?wrong|fell short|missed|"
        r"(?:did not|didn't) (?:go|work|succeed|meet|deliver)|unsuccessful|criticism|learned the hard way)\b"
    ),
    Theme.CONFLICT: re.compile(
        r"\b(?:conflicts?|conflicting|disagree(?:d|ment|ments|ing)?|disputes?|clash(?:ed|es)?|tensions?|"
        r"push(?:ed|ing|es)? back|pushback|confront(?:ed|ation|ing)?|objections?|resistance|"
        r"(?:difficult|angry|hostile|unhappy|upset|demanding|challenging|frustrated|tough) "
        r"(?:\w+ ){0,2}?(?:customers?|clients?|stakeholders?|colleagues?|co ?workers?|managers?|boss|"
        r"person|people|persons|team ?mates?|members?|suppliers?|vendors?|parents?|patients?|users?|"
        r"executives?))\b"
    ),
}
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
    """What a question asks for, or a title names."""
    return _found(_ASKED, text)


def themes_told(text: str) -> frozenset[Theme]:
    """What the words of a story tell of."""
    return _found(_TOLD, text)


def _found(patterns: dict[Theme, re.Pattern[str]], text: str) -> frozenset[Theme]:
    folded = fold(text)
    return frozenset(theme for theme, pattern in patterns.items() if pattern.search(folded))
