"""Every figure of an answer, typed or dictated, with its place and its meaning.

Weighed against well-kept libraries: docs/architecture.md, "Figures in answers".
"""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.answers import spoken, wholes
from interview_coach.answers.carried import with_units
from interview_coach.answers.claims import claimed
from interview_coach.answers.measure import Figure, Form, Kind, Near, Role
from interview_coach.answers.numbers import with_numbers
from interview_coach.answers.quantities import quantity
from interview_coach.answers.rates import rate_of
from interview_coach.answers.reading import phrase_at, phrases, text_at
from interview_coach.answers.relations import related
from interview_coach.answers.tokens import Sort, Token, listed, tokens_of
from interview_coach.answers.units import in_unit
from interview_coach.answers.wholes import all_but, all_of, of_them

__all__ = ["Figure", "Form", "Kind", "Near", "Role", "figures_in", "figures_of", "words_in"]

_STARTS = spoken.STARTS | wholes.STARTS
_TURNS = (
    ("no",), ("sorry",), ("i", "mean"), ("i", "meant"), ("correction",), ("make", "that"), ("make", "it"),
    ("or", "rather"), ("scratch", "that"), ("wait",), ("oops",), ("actually",), ("rather",),
    ("strike", "that"), ("my", "mistake"), ("hang", "on"), ("hold", "on"), ("tell", "a", "lie"),
)  # fmt: skip
_EXACTLY = phrases("in fact", "to be exact", "to be precise", "exactly", "precisely", "to be accurate")
_PRECISE = frozenset({"exactly", "precisely", "namely"})
_BRIDGES = listed(
    ", - — -- . ... no sorry wait actually rather it was that's it's i mean meant make that scratch"
    " oops correction well about just strike my mistake were out or is not right wrong let me say"
    " hang hold on tell a lie sec second think guess believe hmm backwards"
)


def words_in(text: str) -> list[Token]:
    """The text's words, numbers and signs."""
    return with_numbers(tokens_of(text))


def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in order. Those that are weak, denied or taken back are among them, so marked."""
    return figures_of(words_in(text), text)


def figures_of(tokens: Sequence[Token], text: str, *, note: bool = False) -> tuple[Figure, ...]:
    """The figures of a text whose tokens are at hand; a note's value may be what an answer would not count."""

    def read(at: int) -> Figure | None:
        return quantity(tokens, at, text, note=note) if at < len(tokens) else None

    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        if tokens[at].sort is Sort.WORD and tokens[at].text not in _STARTS:
            at += 1
            continue
        figure = all_but(tokens, at, read, found) or all_of(tokens, at, read, found) or read(at)
        if figure is None or text_at(tokens, at - 1) == "per":  # a rate's base
            at += 1
            continue
        if figure.kind is not Kind.RATIO:
            figure = related(tokens, _per(figure, rate_of(tokens, figure)[0]), read)
        per, end = rate_of(tokens, figure)
        found.append(claimed(tokens, _per(figure, per)))
        at = max(end, at + 1)
    return of_them(tokens, _corrected(tokens, with_units(tokens, found)))


def _per(figure: Figure, period: str) -> Figure:
    return replace(figure, per=period) if period else figure


def _corrected(tokens: Sequence[Token], found: list[Figure]) -> list[Figure]:
    """The figures with those marked that the speaker took back at once: "12, no, 13 of 14"."""
    kept: list[Figure] = []
    for figure in found:
        before = kept[-1] if kept else None
        between = [] if before is None else [token.text for token in tokens[before.last : figure.first]]
        if before is not None and _is_explained(tokens, before, figure, between):
            kept[-1] = _denied(before)
            kept.append(replace(figure, role=Role.DENIED))
        elif before is not None and _takes_back(tokens, before, figure, between):
            kept[-1] = replace(before, role=Role.REPLACED)
            kept.append(_instead(before, figure))
        else:
            kept.append(figure)
    return kept


def _is_explained(tokens: Sequence[Token], before: Figure, after: Figure, between: Sequence[str]) -> bool:
    """Whether a value is denied by saying what else it was: "to 55, no, 55 was at Christmas"."""
    same = before.value == after.value and after.form is Form.SINGLE
    return same and "no" in between[:2] and text_at(tokens, after.last) in {"was", "were"}


def _denied(figure: Figure) -> Figure:
    """What is left of a figure that was denied: of a change, where it began."""
    if figure.form is Form.CHANGE and figure.other is not None:
        return replace(figure, form=Form.SINGLE, value=figure.other, other=None, role=Role.BEFORE)
    return replace(figure, role=Role.DENIED)


def _instead(before: Figure, after: Figure) -> Figure:
    """What a correction makes of both: of "13 of 15, no, 14" 13 of 14, of "ten days, sorry, twelve" 12 days."""
    span = (before.span[0], after.span[1])
    if before.kind is Kind.RATIO and after.kind is Kind.COUNT:
        return replace(before, span=span, other=after.value, last=after.last, role=Role.SAID)
    if before.form is Form.CHANGE and after.form is Form.SINGLE:
        began = before if after.kind is Kind.COUNT else replace(before, kind=after.kind, unit=after.unit)
        began = replace(began, other_unit=before.other_unit or before.unit or after.unit)
        return replace(began, span=span, value=after.value, last=after.last, role=Role.SAID)
    scale = _scale_left_unsaid(before, after)
    if scale > 1 and before.kind in (Kind.COUNT, Kind.MONEY) and before.value * 1.25 >= after.value * scale:
        value = after.value * scale
        after = replace(after, value=value, kind=before.kind, unit=before.unit, scaled=True)
    if before.kind is after.kind:
        return replace(after, first=before.first, role=Role.SAID)  # the words before the first belong to it too
    if after.kind is Kind.COUNT and not after.unit and after.form is before.form:
        return replace(after, kind=before.kind, unit=before.unit)
    return after


def _makes_exact(tokens: Sequence[Token], before: Figure, after: Figure, between: Sequence[str]) -> bool:
    """ "Over forty customers, 42 in fact"; "nearly half a million, 480 thousand to be exact"."""
    if before.form is Form.CHANGE and before.kind is after.kind and not between and after.form is Form.SINGLE:
        return bool(phrase_at(tokens, after.last, _EXACTLY))  # "to about a week, eight days exactly"
    hedged = before.near is not Near.EXACT is after.near and not between
    if hedged and before.kind is after.kind is Kind.DURATION:  # "under half an hour, 27 minutes"
        readings = in_unit(before.value, before.unit, after.unit)
        return any(each * 0.75 <= after.value <= each * 1.25 for each in readings)
    if before.near is Near.EXACT or before.form is not after.form or len(between) > 5 or "." in between:
        return False
    value = after.value * _scale_left_unsaid(before, after)
    close = before.value * 0.8 <= value <= before.value * 1.25
    says = phrase_at(tokens, after.last, _EXACTLY) or any(word in _PRECISE for word in between)
    return close and bool(says)


def _scale_left_unsaid(before: Figure, after: Figure) -> float:
    """ "North of a million, one point two to be exact": what the second is to be taken times."""
    if not before.scaled or after.scaled or after.value >= 1000 or after.kind is not Kind.COUNT:
        return 1.0
    return next((scale for scale in (1e9, 1e6, 1e3) if before.value >= scale), 1.0)


def _begins_anew(between: list[str], before: Figure, after: Figure) -> bool:
    """ "4.2 out of five, no sorry, I'm mixing up the years, it was 4.7 out of five"."""
    alike = (before.kind, before.form, before.other) == (after.kind, after.form, after.other)
    turns = {"no", "sorry", "wait"} & {*between[:2]} and "." not in between
    return alike and bool(turns) and (between[-1] in {"it's", "is"} or between[-2:] == ["it", "was"])


def _takes_back(tokens: Sequence[Token], before: Figure, after: Figure, between: list[str]) -> bool:
    if _makes_exact(tokens, before, after, between):
        return True
    if not between or len(between) > 14:
        again = before.last == after.first and before.kind is Kind.COUNT
        return again and after.value == before.value
    link = "to" if before.form is Form.CHANGE else text_at(tokens, before.first - 1)
    if link in {"by", "to", "at"} and between[1:][-1:] == [link]:
        between.pop()  # "down by a third, no, by a half"
    if before.kind in (Kind.COUNT, Kind.RATIO) and before.unit and before.unit in between:
        between.remove(before.unit)
    if any(word not in _BRIDGES for word in between):
        return _begins_anew(between, before, after)
    if between[-1:] == ["no"] and text_at(tokens, after.first) == "one":
        return False  # no one
    said = [word for word in between if word not in {",", "-", "—", "--", ".", "..."}]
    return any(tuple(said[step : step + len(turn)]) == turn for turn in _TURNS for step in range(len(said)))
