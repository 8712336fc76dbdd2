"""Units that a bare number takes from the figure before: "it was nine days and now it is about five"."""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.answers.measure import Figure, Form, Kind
from interview_coach.answers.reading import text_at
from interview_coach.answers.tokens import Sort, Token, listed

_FAR = 12  # words from one to the other
_LINKS = listed(
    "to is was it its it's about around just only now at roughly under over nearly almost down up take takes"
    " took runs ran mine ours"
)
_GO_ON = listed(
    "we i they he she then today later after by in from got brought cut went came fell rose dropped grew"
    " reduced raised increased shortened that which this ended so"
)
_WHEN = listed("within in after over during for")
_OPENERS = {"", ".", ",", "\n", "and", "but", "so", "then", "!", "?"}
_SUBJECTS = listed("it its we i they he she that this the my our their ,")
_REACHED = frozenset({"to", "now", "it", "its", "it's", "mine", "ours"})
_LATER = frozenset({"after", "now", "today", "afterwards"})
_UNITED = (Kind.PERCENT, Kind.DURATION, Kind.MONEY)


def with_units(tokens: Sequence[Token], found: Sequence[Figure]) -> list[Figure]:
    """The figures with units carried on to bare numbers that go on from the figure before."""
    kept: list[Figure] = []
    for figure in found:
        before = kept[-1] if kept else None
        if before is not None and _goes_on(tokens, before, figure):
            kept.append(replace(figure, kind=before.kind, unit=before.unit))
        else:
            kept.append(figure)
    return kept


def _goes_on(tokens: Sequence[Token], before: Figure, figure: Figure) -> bool:
    bare = figure.kind is Kind.COUNT and figure.form is Form.SINGLE and not figure.unit and not figure.weak
    if not bare or before.kind not in _UNITED or before.form is not Form.SINGLE or before.weak:
        return False
    if not 0 < figure.first - before.last <= _FAR or text_at(tokens, figure.last) in {"of", "out"}:
        return False
    if _tells_when(tokens, before):
        return False
    between = tokens[before.last : figure.first]
    if any(token.sort is Sort.STOP for token in between):
        return False
    if _has_new_subject([token.text for token in between]):
        return False
    words: list[str] = []
    for token in reversed(between):
        if token.text not in _LINKS:
            break
        words.append(token.text)
    after = not words and text_at(tokens, figure.last) in _LATER  # "40 minutes before, 15 after"
    return after or bool(_REACHED & {*words})


def _tells_when(tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether a time only sets the scene: "eight months later it was", "within two years it was"."""
    if figure.kind is not Kind.DURATION:
        return False
    after = text_at(tokens, figure.last)
    opens = text_at(tokens, figure.first - 1) in _WHEN and text_at(tokens, figure.first - 2) in _OPENERS
    return after in {"later", "on", "in"} or (opens and after.partition("'")[0] in _SUBJECTS)


def _has_new_subject(between: Sequence[str]) -> bool:
    """Whether something else is told of from an "and" on: "three days, and NPS rose to 51"."""
    after = [
        between[place + 1]
        for place, word in enumerate(between[:-1])
        if word == "and" and between[place + 1] != ","
    ]
    return bool(after) and after[-1] not in _LINKS | _GO_ON
