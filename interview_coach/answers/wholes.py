"""A part of a whole that is named elsewhere: "all but one of the fourteen", "of the 14 we closed 13"."""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.answers.measure import Figure, Form, Kind, Role
from interview_coach.answers.reading import text_at
from interview_coach.answers.relations import Reader
from interview_coach.answers.tokens import Sort, Token, listed

_BUT = frozenset({"but", "except", "bar"})
_ALL = frozenset({"all", "every", "none", "each"})
_EVERYONE = frozenset({"all", "everyone", "everybody"})
STARTS = _ALL | _EVERYONE  # the words with which a part of a whole begins
_THE = listed("every the our those these my of their out total")
_THEM = listed("them those these which whom")
_DONE = listed("won kept left got went said took made paid sold met came stood held grew chose gets")
_BACK = 14  # words between a whole and "thirteen of them"
_PLACED = listed("in on at by to for from with of about after before during within over under than")
_AFTER_PART = listed(
    "without were was with had got on in successfully cleanly and of before within by that during but ,"
)


def _whole(tokens: Sequence[Token], at: int, read: Reader, found: Sequence[Figure]) -> Figure | None:
    """The count that "of the fourteen" names, or that "of them" means: the one before."""
    while text_at(tokens, at) in _THE:
        at += 1
    if text_at(tokens, at) in {"them", "those", "these"}:
        before = found[-1] if found else None
        if before is None or at - before.last > _BACK or before.form is not Form.SINGLE or not before.unit:
            return None
        whole: Figure | None = replace(before, last=at + 1, span=(before.span[0], tokens[at].end))
    else:
        whole = read(at)
    return whole if whole is not None and whole.kind is Kind.COUNT and whole.value >= 1 else None


def all_but(tokens: Sequence[Token], at: int, read: Reader, found: Sequence[Figure]) -> Figure | None:
    """ "All but one of the fourteen", "all except two of them"."""
    if tokens[at].text not in _EVERYONE:
        return None
    first = at
    while at < first + 3 and text_at(tokens, at + 1) not in _BUT and text_at(tokens, at + 1).isalpha():
        at += 1  # all disputes but one
    if text_at(tokens, at + 1) not in _BUT:
        return None
    less = tokens[at + 2] if at + 2 < len(tokens) else None
    if less is None or less.sort is not Sort.NUMBER:
        return None
    place = at + 3
    while place < at + 6 and text_at(tokens, place) not in {"of", "out"}:
        if text_at(tokens, place) == "in" and place + 1 < len(tokens) and tokens[place + 1].sort is Sort.NUMBER:
            break  # all but one in ten
        place += 1
    if text_at(tokens, place) not in {"of", "out", "in"}:
        return _all_but_of_those(tokens, at, first, less.value, found)
    whole = _whole(tokens, place + (text_at(tokens, place) == "in"), read, found)
    return (
        None
        if whole is None or less.value >= whole.value
        else _ratio(tokens, first, whole, whole.value - less.value)
    )


def _all_but_of_those(
    tokens: Sequence[Token], at: int, first: int, less: float, found: Sequence[Figure]
) -> Figure | None:
    """ "I had fourteen of those, and all but one closed": weak, since only the sense joins them."""
    before = found[-1] if found else None
    if before is None or before.kind is not Kind.COUNT or before.form is not Form.SINGLE or before.decimals:
        return None
    if first - before.last > _BACK or less >= before.value:
        return None
    span = (before.span[0], tokens[at + 2].end)
    whole = replace(before, span=span, last=at + 3)
    return replace(_ratio(tokens, first, whole, before.value - less), weak=True)


def all_of(tokens: Sequence[Token], at: int, read: Reader, found: Sequence[Figure]) -> Figure | None:
    """ "All fourteen", "all of the 14", "every one of the 14", "none of the 14", "each of the three"."""
    word, after = tokens[at].text, text_at(tokens, at + 1)
    if word not in _ALL or text_at(tokens, at - 1) in {"almost", "nearly", "not"}:
        return None
    start = at + 1
    if word == "every":
        start += 1 + (after == "single" and text_at(tokens, at + 2) == "one")
        if after not in {"one", "single"} or text_at(tokens, start) != "of":
            return None
    elif word != "all" and (word not in {"none", "each"} or after != "of"):
        return None
    whole = _whole(tokens, start, read, found)
    if (
        whole is None
        or whole.unit in {"times", "points"}
        or (word == "all" and text_at(tokens, at + 1) in {"them", "those"})
    ):
        return None
    them = text_at(tokens, whole.last - 1) in _THEM
    return replace(_ratio(tokens, at, whole, 0.0 if word == "none" else whole.value), weak=them)


def _ratio(tokens: Sequence[Token], first: int, whole: Figure, part: float) -> Figure:
    first = min(first, whole.first)
    span = (tokens[first].start, whole.span[1])
    return replace(whole, kind=Kind.RATIO, span=span, value=part, other=whole.value, first=first, weak=False)


def of_them(tokens: Sequence[Token], found: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with a part joined to the whole before it: "fourteen cases, and I closed 13 of them".

    Where only the sense joins them ("fourteen cases, and I closed thirteen without a loss") the ratio is
    added as a weak figure, and the part stays.
    """
    kept: list[Figure] = []
    for figure in found:
        whole = kept[-1] if kept else None
        if whole is not None and _is_sum_of_before(tokens, whole, figure):
            kept[-1] = replace(whole, role=Role.BEFORE)
        part = _part_of_before(tokens, whole, figure) if whole is not None else None
        if part is not None and whole is not None and not part.weak:
            kept[-1] = replace(whole, weak=True)
        if part is None or part.weak:
            kept.append(figure)
        if part is not None:
            kept.append(part)
    return tuple(kept)


def _part_of_before(tokens: Sequence[Token], whole: Figure, part: Figure) -> Figure | None:
    if whole.kind is Kind.MULTIPLIER and whole.unit == "times":
        whole = replace(whole, kind=Kind.COUNT)  # "stopped us 60 times, and 57 of them"
    single = whole.form is part.form is Form.SINGLE and whole.kind is part.kind is Kind.COUNT
    if (
        not single
        or whole.role is not Role.SAID
        or part.decimals
        or whole.decimals
        or part.role is not Role.SAID
    ):
        return None
    if part.value > whole.value or whole.value < 2 or not 0 < part.first - whole.last <= _BACK:
        return None
    if text_at(tokens, whole.last) in {"each", "apiece"}:
        return None  # "26 children each, and two of them had left"
    stops = any(token.sort is Sort.STOP for token in tokens[whole.last : part.first])
    after = text_at(tokens, part.last)
    last = part.last
    weak = False
    if after == "of" and text_at(tokens, part.last + 1) in _THEM:
        last += 2
    elif stops or (part.unit and not (_opens(tokens, whole) and is_done(part.unit))):
        return None
    elif not _opens(tokens, whole):
        ends = last >= len(tokens) or tokens[last].sort is Sort.STOP or after in _AFTER_PART
        if not whole.unit or not ends or text_at(tokens, part.first - 1) in _PLACED:
            return None
        weak = True
    span = (whole.span[0], tokens[last - 1].end)
    unit = part.unit or whole.unit
    return replace(
        part, kind=Kind.RATIO, other=whole.value, unit=unit, span=span, first=whole.first, last=last, weak=weak
    )


def _is_sum_of_before(tokens: Sequence[Token], whole: Figure, part: Figure) -> bool:
    """ "Of the 325k for the fit-out we used £310k": the sum is what there was."""
    sums = whole.kind in (Kind.MONEY, Kind.COUNT) and part.kind is Kind.MONEY
    near = 0 < part.first - whole.last <= _BACK and part.form is Form.SINGLE
    between = tokens[whole.last : part.first]
    return (
        sums
        and near
        and part.value < whole.value
        and _opens(tokens, whole)
        and not any(token.sort is Sort.STOP for token in between)
    )


def is_done(word: str) -> bool:
    """Whether a word says what became of the part, and not what is counted: "of fifty, 38 renewed"."""
    return word.endswith("ed") or word in _DONE


def _opens(tokens: Sequence[Token], whole: Figure) -> bool:
    """Whether the whole stands after "of the": "of the fourteen we closed thirteen"."""
    before = text_at(tokens, whole.first - 1)
    return before == "of" or (before in _THE and text_at(tokens, whole.first - 2) == "of")
