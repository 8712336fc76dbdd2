"""Changes that are told in two parts: "it was forty minutes in January. By June it was 15"."""

from collections.abc import Iterator
from dataclasses import replace

from interview_coach.answers.measure import Figure, Form, Kind, Role
from interview_coach.answers.reading import text_at
from interview_coach.answers.surroundings import Answer
from interview_coach.answers.tokens import listed
from interview_coach.answers.topics import Topic
from interview_coach.answers.units import in_unit
from interview_coach.answers.values import Wanted

_BEGAN = 120  # words back to where one may have begun
_NEXT = 12  # words on to a bare number that goes on from it
_PART = 60  # words from a whole on to its part
_WHOLE = 10  # from here on the whole and the part seldom come together by chance
_SOON = 20  # words on to where it may be told what it was
_BEFORE = listed(
    "was were had used before previously formerly originally instead than against versus vs compared when from"
)
_LARGE = 100  # a count that seldom comes up by chance


def _back(answer: Answer, number: int) -> Iterator[Figure]:
    """The figures before one, the nearest first, without what was taken back."""
    return (each for each in reversed(answer.figures[:number]) if each.role not in (Role.REPLACED, Role.DENIED))


def goes_on(answer: Answer, number: int, wanted: Wanted) -> bool:
    """Whether a bare number tells what became of a value that the note gives too: "now it's thirty-five"."""
    figure = answer.figures[number]
    now = any(
        token.text in {"now", "today"} for token in answer.tokens[max(figure.first - 4, 0) : figure.last + 1]
    )
    since = 0 if now else max(number - 1, 0)
    near = 0 if now else figure.first - _NEXT
    return any(
        before.kind is known.kind is wanted.figure.kind and before.value == known.value
        for known in wanted.beside
        for before in answer.figures[since:number]
        if before.last >= near
    )


def is_part_of_said(answer: Answer, number: int, wanted: Wanted) -> bool:
    """Whether a count is the part of a ratio whose whole was said before: "we burst fourteen; thirteen held".

    What is told in between may only be the rest: "four of my thirty failed, so twenty-six passed".
    """
    want, figure = wanted.figure, answer.figures[number]
    whole = want.other or 0.0
    single = figure.kind is Kind.COUNT and figure.form is Form.SINGLE and not figure.weak
    other = text_at(answer.tokens, figure.first - 1) == "other"  # "the other seven"
    least = 3 if other else _WHOLE
    if want.kind is not Kind.RATIO or want.per or want.decimals or whole < least or not single:
        return False
    if figure.value != want.value or figure.value >= whole:
        return False
    for before in _back(answer, number):
        if figure.first - before.last > _PART:
            return False
        if whole in (before.value, before.other) and before.kind in (Kind.COUNT, Kind.RATIO, Kind.MULTIPLIER):
            return True
        if before.kind is Kind.COUNT and before.value != whole - want.value and not before.weak:
            return False
    return False


def leaves_rest(answer: Answer, figure: Figure, wanted: Wanted, topic: Topic) -> bool:
    """Whether those are told that are none of the part: "only one of the fourteen was not resolved"."""
    want = wanted.figure
    if want.kind is not Kind.RATIO or figure.kind is not Kind.RATIO or figure.other != want.other:
        return False
    if figure.value != (want.other or 0.0) - want.value:
        return False
    after = [token.text for token in answer.tokens[figure.last : figure.last + 6]]
    at = next((at for at, word in enumerate(after[:4]) if word == "not" or word.endswith("n't")), None)
    return at is not None and any(topic.touch(word)[1] for word in after[at + 1 :])


def ends_change(answer: Answer, number: int, wanted: Wanted, topic: Topic) -> bool:
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
    for before in _back(answer, number):
        if figure.first - before.last >= _BEGAN:
            break
        if before.value == want.other and _is_start(before, want, topic):
            return True
        if before.value == want.other and _is_each(answer, before) and _is_each(answer, figure):
            return True  # "26 children each … we were at seventeen a head"
        counted = before.kind is Kind.COUNT
        if before.level and (before.kind is want.kind or counted) and not (counted and before.unit):
            return False  # it came to something else: "it was nine hours and I got it down to two"
    return False


def _is_start(before: Figure, want: Figure, topic: Topic) -> bool:
    """Whether a figure may be the start of a change by its unit, which a bare number leaves open."""
    if before.kind is Kind.COUNT:
        return not before.unit or (want.kind is Kind.COUNT and topic.touch(before.unit)[1] > 0)
    return before.kind is want.kind and before.unit == (want.other_unit or want.unit)


def _is_each(answer: Answer, figure: Figure) -> bool:
    words = [token.text for token in answer.tokens[figure.last : figure.last + 3]]
    return bool({"each", "apiece"} & {*words}) or "head" in words[1:] or "per" in words[:2]


def was_begun(answer: Answer, number: int, wanted: Wanted) -> bool:
    """Whether a value that the metric had before was said too, with none in between."""
    return is_part_of_said(answer, number, wanted) or any(
        _precedes(answer, number, wanted, former) or _follows(answer, number, former)
        for former in _formers(wanted)
    )


def _formers(wanted: Wanted) -> list[Figure]:
    """What the value was before: where a change began, the note's other figures of its kind."""
    want = wanted.figure
    found = [
        each for each in wanted.beside if each.kind is want.kind and each.form is Form.SINGLE and not each.weak
    ]
    found = [each for each in found if (each.value, each.other) != (want.value, want.other)]
    if want.form is Form.CHANGE and want.other is not None:
        found.append(
            replace(want, form=Form.SINGLE, value=want.other, other=None, unit=want.other_unit or want.unit)
        )
    return found


def _precedes(answer: Answer, number: int, wanted: Wanted, former: Figure) -> bool:
    want, figure = wanted.figure, answer.figures[number]
    for before in _back(answer, number):
        if _is_value(before, former):
            return True
        large = want.kind is Kind.COUNT and min(former.value, want.value) >= _LARGE
        alike = before.kind is figure.kind and before.unit in (former.unit, want.unit, figure.unit)
        if alike and before.form is Form.SINGLE and not before.weak and not large:
            return False
    return False


def _follows(answer: Answer, number: int, former: Figure) -> bool:
    """Whether the next figure says it: "89 percent finished, where only 62 percent had before"."""
    figure = answer.figures[number]
    after = next((each for each in answer.figures[number + 1 :] if not each.weak), None)
    if after is None or after.first - figure.last > _SOON:
        return False
    told = any(token.text in _BEFORE for token in answer.tokens[figure.last : after.last + 6])
    return told and _is_value(after, former)


def _is_value(figure: Figure, former: Figure) -> bool:
    kind, value = former.kind, former.value
    if figure.weak or figure.form is not Form.SINGLE:
        return False
    if figure.kind is Kind.COUNT and kind is not Kind.COUNT:
        return figure.value == value and not figure.unit
    if figure.kind is not kind or (kind is Kind.RATIO and figure.other != former.other):
        return False
    if kind is Kind.DURATION and figure.unit != former.unit:
        return value in in_unit(figure.value, figure.unit, former.unit)
    return figure.value == value
