"""A note's value, read as people write it: "13/14", "~10 days", "$1.2M ARR", "40 -> 15", "<5 min", "#1"."""

import re
from dataclasses import dataclass, replace

from interview_coach.answers.figures import figures_of, words_in
from interview_coach.answers.measure import Figure, Form, Kind, Near, Role
from interview_coach.answers.rates import rate_of
from interview_coach.answers.tokens import Sort, Token
from interview_coach.answers.units import DURATIONS, LETTER_UNITS, WORKING

_RISING = re.compile(r"\b(?:growth|increase|uplift|rise|gain)s?\b", re.IGNORECASE)
_FALLING = re.compile(r"\b(?:reduction|decrease|drop|decline|cut)s?\b", re.IGNORECASE)
_RATED = re.compile(
    r"\b(?:rating|score|satisfaction|csat|stars?|reviews?|evaluation|survey|feedback|gpa|nps)\b", re.IGNORECASE
)


_NO_UNIT = frozenset({"", "allowed", "before", "previously", "now", "promised", "agreed"})
_SCORED = re.compile(r"\b(?:nps|csat|score|promoter)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The key figure of a metric. `rated` is true of a mark on a scale, `working` of business days."""

    figure: Figure
    rated: bool = False
    working: bool = False
    words: tuple[str, ...] = ()  # what the value says beside the figure: ARR, teams
    counted: str = ""  # the unit of time that its name counts: bed days freed
    scored: bool = False  # a score without a scale, such as NPS 61
    beside: tuple[Figure, ...] = ()  # the note's other figures: "was 3 hours", "per 10,000 items"

    @property
    def earlier(self) -> frozenset[float]:
        """What the value may have been before: the start of a change, the note's other figures of its kind."""
        own = self.figure
        began = {own.other} if own.form is Form.CHANGE and own.other is not None else set()
        return frozenset(began | {each.value for each in self.beside if each.kind is own.kind})


def values_of(value: str, name: str = "", context: str = "") -> Wanted | None:
    """The key figure of a metric's value, the first that it has; None of a value without any.

    The name and the context tell what the value leaves unsaid: days in "Average resolution (days)", business
    days in "Business days".
    """
    tokens = words_in(value)
    found = [each for each in figures_of(tokens, value, note=True) if each.role is not Role.REPLACED]
    strong = [each for each in found if not each.weak] or found
    if not strong:
        return None
    if _is_change_of_ratios(tokens, strong):
        strong = [strong[1], strong[0], *strong[2:]]
    figure = replace(strong[0], role=Role.SAID, weak=False)
    named, told = words_in(name), words_in(context)
    around = [*named, *told]
    figure = _with_unit(figure, named, told)
    if figure.kind is Kind.DURATION and figure.sign == 0:
        working = any(token.text in WORKING for token in [*tokens, *around])
    else:
        working = False
    if not figure.sign and figure.form is Form.SINGLE:
        figure = replace(figure, sign=1 if _RISING.search(name) else -1 if _FALLING.search(name) else 0)
        figure = replace(figure, sign=figure.sign if figure.kind in (Kind.PERCENT, Kind.POINTS) else 0)
    words = tuple(
        token.text
        for place, token in enumerate(tokens)
        if token.sort in (Sort.WORD, Sort.NAME) and not figure.first <= place < figure.last
    )
    rated = figure.kind is Kind.RATIO and (
        figure.decimals > 0 or _RATED.search(f"{name} {context}") is not None
    )
    period = rate_of(told, replace(figure, last=0))
    if period[0] and not figure.per and period[1] <= 2:
        figure = replace(figure, per=period[0])  # context: "A quarter"
    scored = figure.kind is Kind.COUNT and _SCORED.search(f"{value} {name}") is not None
    beside = (*strong[1:], *(_alike(figure, each) for each in figures_of(told, context, note=True)))
    counted = next(filter(None, (DURATIONS.get(token.text, "") for token in named)), "")
    return Wanted(figure, rated, working, words, counted, scored, beside)


def _alike(figure: Figure, former: Figure) -> Figure:
    """A bare number of the context, in the unit of the value: "Was 50", "60 allowed" of 27 minutes."""
    bare = former.kind is Kind.COUNT and former.unit in _NO_UNIT and former.form is Form.SINGLE
    if not (bare and figure.kind in (Kind.DURATION, Kind.PERCENT, Kind.MONEY)):
        return former
    return replace(former, kind=figure.kind, unit=figure.unit)


def _is_change_of_ratios(tokens: list[Token], found: list[Figure]) -> bool:
    """ "9/12 -> 11/12", "1 in 8 -> 0": what was reached is the second."""
    if len(found) < 2 or found[0].kind is not Kind.RATIO:
        return False
    between = [token.text for token in tokens[found[0].last : found[1].first]]
    return between in (["→"], ["to"], [">"])


def _with_unit(figure: Figure, name: list[Token], context: list[Token]) -> Figure:
    """A bare number with the unit that its name or context gives: "Time to restore (minutes)", "Minutes"."""
    if figure.kind is not Kind.COUNT or figure.unit:
        return figure
    only = DURATIONS.get(context[-1].text, "") if 0 < len(context) <= 2 else ""
    if only and context[0].text in {*DURATIONS, "in", *WORKING}:
        return replace(figure, kind=Kind.DURATION, unit=only, other_unit=only)
    if len(context) == 1 and context[0].text == "times":
        return replace(figure, unit="times")
    words = [token.text for token in name]
    for place, word in enumerate(words):
        unit = DURATIONS.get(word)
        alone = place == 0 or words[place - 1] in {"(", ",", "[", "in", "working"}
        alone = alone or place == len(words) - 1  # delay minutes, volunteer hours
        if unit and alone and word not in LETTER_UNITS and word.endswith("s"):
            return replace(figure, kind=Kind.DURATION, unit=unit, other_unit=unit)
        if word in {"%", "percent", "percentage"}:
            return replace(figure, kind=Kind.PERCENT, unit="%")
    return figure


__all__ = ["Near", "Wanted", "values_of"]
