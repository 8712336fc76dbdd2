"""Every figure of an answer, typed or dictated, with its place and its meaning.

Weighed against well-kept libraries: docs/architecture.md, "Figures in answers".
"""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.answers.claims import claimed
from interview_coach.answers.measure import Figure, Form, Kind, Near, Role
from interview_coach.answers.numbers import with_numbers
from interview_coach.answers.quantities import quantity, with_rate
from interview_coach.answers.reading import text_at
from interview_coach.answers.relations import Reader, related
from interview_coach.answers.tokens import Sort, Token, listed, tokens_of

__all__ = ["Figure", "Form", "Kind", "Near", "Role", "figures_in", "figures_of", "words_in"]

_TURNS = (
    ("no",), ("sorry",), ("i", "mean"), ("i", "meant"), ("correction",), ("make", "that"), ("make", "it"),
    ("or", "rather"), ("scratch", "that"), ("wait",), ("oops",), ("actually",), ("rather",),
    ("strike", "that"), ("my", "mistake"),
)  # fmt: skip
_BRIDGES = listed(
    ", - — -- . ... no sorry wait actually rather it was that's it's i mean meant make that scratch"
    " oops correction well about just strike my mistake were out or"
)
_ALL = frozenset({"all", "every", "both"})
_BACK = 14  # words between a whole and "thirteen of them"


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
        figure = _all_but(tokens, at, read) or _all_of(tokens, at, read) or read(at)
        if figure is None:
            at += 1
            continue
        figure = figure if figure.kind is Kind.RATIO else related(tokens, figure, read)
        figure = with_rate(tokens, figure)
        found.append(claimed(tokens, figure))
        at = max(figure.last, at + 1)
    return _of_them(tokens, _corrected(tokens, found))


def _read_whole(tokens: Sequence[Token], at: int, read: Reader) -> Figure | None:
    while text_at(tokens, at) in {"the", "our", "those", "these", "my", "of", "their"}:
        at += 1
    whole = read(at)
    return whole if whole is not None and whole.kind is Kind.COUNT and whole.value >= 1 else None


def _all_but(tokens: Sequence[Token], at: int, read: Reader) -> Figure | None:
    """ "All but one of the fourteen", "all except two of 14"."""
    words = (text_at(tokens, at), text_at(tokens, at + 1))
    if words not in {("all", "but"), ("all", "except"), ("everyone", "but"), ("all", "bar")}:
        return None
    less = tokens[at + 2] if at + 2 < len(tokens) else None
    if less is None or less.sort is not Sort.NUMBER:
        return None
    place = at + 3
    while place < at + 6 and text_at(tokens, place) not in {"of", "out"}:
        place += 1
    if text_at(tokens, place) == "out":
        place += 1
    whole = _read_whole(tokens, place + 1, read) if text_at(tokens, place) == "of" else None
    if whole is None or less.value >= whole.value:
        return None
    return _ratio(tokens, at, whole, whole.value - less.value)


def _all_of(tokens: Sequence[Token], at: int, read: Reader) -> Figure | None:
    """ "All fourteen", "all of the 14", "every one of the 14", "none of the 14", "each of the three"."""
    word, after = text_at(tokens, at), text_at(tokens, at + 1)
    part = 1.0
    if word == "all":
        start = at + 1
    elif (word, after) == ("every", "one") or (word, after) == ("every", "single"):
        start = at + 2
    elif word in {"none", "each"} and after == "of":
        start, part = at + 1, float(word == "each")
    else:
        return None
    if word == "every" and text_at(tokens, start) == "one":
        start += 1
    if word == "every" and text_at(tokens, start) != "of":
        return None
    whole = _read_whole(tokens, start, read)
    if whole is None or whole.unit in {"times", "points"}:
        return None
    return _ratio(tokens, at, whole, whole.value * part)


def _ratio(tokens: Sequence[Token], first: int, whole: Figure, part: float) -> Figure:
    span = (tokens[first].start, whole.span[1])
    return replace(whole, kind=Kind.RATIO, span=span, value=part, other=whole.value, first=first, weak=False)


def _corrected(tokens: Sequence[Token], found: list[Figure]) -> list[Figure]:
    """The figures with those marked that the speaker took back at once: "12, no, 13 of 14"."""
    kept: list[Figure] = []
    for figure in found:
        before = kept[-1] if kept else None
        if before is not None and _takes_back(tokens, before, figure):
            kept[-1] = replace(before, role=Role.REPLACED)
            kept.append(_instead(before, figure))
        else:
            kept.append(figure)
    return kept


def _instead(before: Figure, after: Figure) -> Figure:
    """What a correction makes of both: of "13 of 15, no, 14" 13 of 14, of "ten days, sorry, twelve" 12 days."""
    span = (before.span[0], after.span[1])
    if before.kind is Kind.RATIO and after.kind is Kind.COUNT:
        return replace(before, span=span, other=after.value, last=after.last, role=Role.SAID)
    if before.form is Form.CHANGE and after.form is Form.SINGLE:
        return replace(before, span=span, value=after.value, last=after.last, role=Role.SAID)
    if after.kind is Kind.COUNT and not after.unit and after.form is before.form:
        return replace(after, kind=before.kind, unit=before.unit)
    return after


def _takes_back(tokens: Sequence[Token], before: Figure, after: Figure) -> bool:
    between = [token.text for token in tokens[before.last : after.first]]
    if not between or len(between) > 7:
        return not between and before.kind is Kind.COUNT and after.value == before.value
    if before.kind is Kind.COUNT and before.unit and before.unit in between:
        between.remove(before.unit)
    if any(word not in _BRIDGES for word in between):
        return False
    said = [word for word in between if word not in {",", "-", "—", "--", ".", "..."}]
    return any(tuple(said[step : step + len(turn)]) == turn for turn in _TURNS for step in range(len(said)))


def _of_them(tokens: Sequence[Token], found: list[Figure]) -> tuple[Figure, ...]:
    """The figures with a part joined to the whole before it: "fourteen cases, and I closed 13 of them"."""
    kept: list[Figure] = []
    for figure in found:
        whole = next((each for each in reversed(kept) if each.kind in {Kind.COUNT, Kind.RATIO}), None)
        part = _part_of_before(tokens, whole, figure) if whole is not None and whole.role is Role.SAID else None
        kept.append(part or figure)
    return tuple(kept)


def _opens(tokens: Sequence[Token], whole: Figure) -> bool:
    """Whether the whole stands after "of the": "of the fourteen we closed thirteen"."""
    before = (text_at(tokens, whole.first - 2), text_at(tokens, whole.first - 1))
    return (
        before in {("of", "the"), ("of", "those"), ("out", "of"), ("of", "our"), ("of", "all")}
        or before[1] == "of"
    )


def _part_of_before(tokens: Sequence[Token], whole: Figure, part: Figure) -> Figure | None:
    if part.kind is not Kind.COUNT or part.form is not Form.SINGLE or whole.form is not Form.SINGLE:
        return None
    total = whole.other if whole.kind is Kind.RATIO else whole.value
    if total is None or part.value > total or total < 2 or part.first - whole.last > _BACK or part.decimals:
        return None
    back = tuple(text_at(tokens, part.last + step) for step in range(2))
    of_them = back in {("of", "them"), ("of", "those"), ("of", "these"), ("of", "which"), ("of", "whom")}
    opened = _opens(tokens, whole)
    stops = any(token.sort is Sort.STOP for token in tokens[whole.last : part.first])
    if whole.kind is Kind.RATIO or not (of_them or (opened and not stops and not part.unit)):
        return None
    last = part.last + 2 if of_them else part.last
    span = (whole.span[0], tokens[last - 1].end)
    return replace(part, kind=Kind.RATIO, other=total, span=span, first=whole.first, last=last, weak=False)
