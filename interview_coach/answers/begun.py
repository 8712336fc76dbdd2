"""Changes that are told in two parts: "it was forty minutes in January. By June it was 15"."""

from interview_coach.answers.measure import Figure, Form, Kind
from interview_coach.answers.surroundings import Answer
from interview_coach.answers.units import in_unit
from interview_coach.answers.values import Wanted

_BEGAN = 120  # words back to where one may have begun
_LARGE = 100  # a count that seldom comes up by chance


def goes_on(answer: Answer, number: int, wanted: Wanted) -> bool:
    """Whether a bare number tells what became of a value that the note gives too: "now it's thirty-five"."""
    figure = answer.figures[number]
    now = any(
        token.text in {"now", "today"} for token in answer.tokens[max(figure.first - 4, 0) : figure.last + 1]
    )
    return now and any(
        before.kind is known.kind is wanted.figure.kind and before.value == known.value
        for known in wanted.beside
        for before in answer.figures[:number]
    )


def ends_change(answer: Answer, number: int, wanted: Wanted) -> bool:
    """Whether a figure ends a change that an earlier one began: "it was forty minutes. By June it was 15"."""
    want, figure = wanted.figure, answer.figures[number]
    if want.form is not Form.CHANGE or figure.form is not Form.SINGLE:
        return False
    counts_else = figure.kind is Kind.COUNT and want.kind is not Kind.COUNT and bool(figure.unit)
    if figure.kind not in (want.kind, Kind.COUNT) or counts_else:
        return False
    if figure.first and answer.tokens[figure.first - 1].text == "for":
        return False  # "it rained for 48 hours": how long it went on, not what it came to
    if figure.per and not want.per:
        return False  # "I had forty minutes a day for it"
    for before in reversed(answer.figures[:number]):
        if figure.first - before.last >= _BEGAN:
            break
        if before.value == want.other and _is_start(before, want):
            return True
        counted = before.kind is Kind.COUNT
        if before.level and (before.kind is want.kind or counted) and not (counted and before.unit):
            return False  # it came to something else: "it was nine hours and I got it down to two"
    return False


def _is_start(before: Figure, want: Figure) -> bool:
    """Whether a figure may be the start of a change by its unit, which a bare number leaves open."""
    if before.kind is Kind.COUNT:
        return want.kind is Kind.COUNT or not before.unit
    return before.kind is want.kind and before.unit == (want.other_unit or want.unit)


def was_begun(answer: Answer, number: int, wanted: Wanted) -> bool:
    """Whether the value that the metric had before was said, and what it came to is no other figure between."""
    want = wanted.figure
    if want.form is not Form.CHANGE or want.other is None:
        return False
    figure, unit = answer.figures[number], want.other_unit or want.unit
    for before in reversed(answer.figures[:number]):
        if _is_value(before, want.kind, want.other, unit):
            return True
        large = want.kind is Kind.COUNT and min(want.other, want.value) >= _LARGE
        alike = before.kind is figure.kind and before.unit in (unit, want.unit, figure.unit)
        if alike and not before.weak and not large:
            return False
    return False


def _is_value(figure: Figure, kind: Kind, value: float, unit: str) -> bool:
    if figure.weak or figure.form is not Form.SINGLE:
        return False
    if figure.kind is Kind.COUNT and kind is not Kind.COUNT:
        return figure.value == value and not figure.unit
    if figure.kind is not kind:
        return False
    if kind is Kind.DURATION and figure.unit != unit:
        return value in in_unit(figure.value, figure.unit, unit)
    return figure.value == value
