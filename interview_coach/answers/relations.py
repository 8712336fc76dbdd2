"""Two values that belong together: 13 of 14, from 40 to 15, between 8 and 12, "15, down from 40"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from interview_coach.answers.measure import Figure, Form, Kind
from interview_coach.answers.naming import is_date, is_year
from interview_coach.answers.rates import rate_of
from interview_coach.answers.reading import SIGNS, phrase_at, phrases, text_at
from interview_coach.answers.tokens import Sort, Token, listed
from interview_coach.answers.units import DURATIONS, TOP

Reader = Callable[[int], Figure | None]

_THE = listed(
    "the our those these all my their his her its every total about only some last first next same other past"
    " original"
)
_HEDGE = listed(
    "about around roughly approximately some circa ~ nearly almost just only over under well like maybe"
    " an a the average of"
)
_DOWN = listed("down up back right all the way just")
_INSTEAD = phrases(
    "instead of", "rather than", "compared to", "compared with", "as against", "versus", "vs", "down from",
    "up from", "from", "where it was", "was", "it was", "previously", "formerly", "before it was",
)  # fmt: skip
_BRACKETED = frozenset({("was",), ("it", "was"), ("previously",), ("formerly",)})
_DOES = listed(
    "has goes gets comes needs fails leaves makes takes passes turns ends runs misses stays drops gives"
)
_HUNDRED = 100.0
_PART = 100  # a sum of which less is told is another: "three of the $5,000 grants"
_MANY = 20
_CHAIN = 8  # words between the two values of a change that begins with "from"
_INSERTS = frozenset({"-", "—", "--", ",", "("})
_MASS = (Kind.COUNT, Kind.PERCENT, Kind.MONEY, Kind.DURATION, Kind.POINTS)


def related(tokens: Sequence[Token], left: Figure, read: Reader) -> Figure:
    """The figure with what belongs to it on its right."""
    for relation in (_part_of_sum, _ratio, _change_or_range, _reversed_change):
        found = relation(tokens, left, read)
        if found is not None and found.kind is not Kind.PERCENT:
            return found
        left = found or left  # "from nine in every hundred to four"
    return left


def _joined(left: Figure, right: Figure, form: Form, tokens: Sequence[Token], first: int) -> Figure:
    """Two values as one figure, the key value being the right one in a change, else the left one."""
    left, right = _same_unit(left, right)
    span = (min(tokens[first].start, left.span[0]), right.span[1])
    changed = form is Form.CHANGE
    key, other = (right, left) if changed else (left, right)
    return replace(
        key,
        span=span,
        form=form,
        other=other.value,
        other_unit=other.unit,
        decimals=max(left.decimals, right.decimals),
        scaled=left.scaled or right.scaled,
        first=first,
        last=right.last,
        per=left.per or right.per,
        weak=False,
    )


def _same_unit(left: Figure, right: Figure) -> tuple[Figure, Figure]:
    """What one of the two has left unsaid: "8 to 12 weeks", "$1 to 2 million", "from 42 pages to 11"."""
    if left.kind is Kind.COUNT and right.kind in _MASS and right.kind is not Kind.COUNT:
        left = replace(left, kind=right.kind, unit=right.unit)
    elif right.kind is Kind.COUNT and left.kind in _MASS and left.kind is not Kind.COUNT:
        right = replace(right, kind=left.kind, unit=left.unit)
    if right.scaled and not left.scaled and left.value < 1000 <= right.value:
        scale = next((each for each in (1e9, 1e6, 1e3) if right.value >= each), 1.0)
        if left.value * scale <= right.value * 20:
            left = replace(left, value=left.value * scale)
    if left.unit == right.unit:
        return left, right
    return replace(left, unit=left.unit or right.unit), replace(right, unit=right.unit or left.unit)


def _fit(left: Figure, right: Figure) -> bool:
    """Whether two values can be of one measure."""
    if left.kind is right.kind:
        return left.kind is not Kind.MONEY or left.unit == right.unit
    return Kind.COUNT in (left.kind, right.kind) and left.kind in _MASS and right.kind in _MASS


def _skip(tokens: Sequence[Token], at: int, words: frozenset[str]) -> int:
    while text_at(tokens, at) in words:
        at += 1
    return at


def _past_insert(tokens: Sequence[Token], at: int) -> int:
    """Behind what is put in: "12 - of the 14", "12 (of 15)", "sixteen of the clubs, out of eighteen"."""
    if text_at(tokens, at) in _INSERTS and text_at(tokens, at + 1) in {"of", "out"}:
        return at + 1
    for place in range(at + 2, at + 6):
        words = [text_at(tokens, place + step) for step in range(3)]
        if text_at(tokens, at) == "of" and words == [",", "out", "of"]:
            return place + 1
    return at


def _ratio(tokens: Sequence[Token], left: Figure, read: Reader) -> Figure | None:
    """ "13 of 14", "13 out of the 14", "13/14", "nine in ten", "3 per 1,000", "13 cases of the 14"."""
    if left.kind is Kind.POINTS and text_at(tokens, left.last) == "out":
        left = replace(left, kind=Kind.COUNT, unit="")  # "47 points out of 50"
    if left.kind is not Kind.COUNT:
        return None
    at = _past_insert(tokens, left.last)
    word = text_at(tokens, at)
    if word == "/" or (word == ":" and tokens[at].joined):
        right = read(at + 1) if _is_number(tokens, at + 1) else None
        return None if is_date(tokens, left.first, at + 1) else _part_of(tokens, left, right, any_size=True)
    for step in range(5):
        place = at + step
        words = (text_at(tokens, place), text_at(tokens, place + 1))
        if words == ("out", "of"):
            return _part_of(tokens, left, read(_skip(tokens, place + 2, _THE | {"a", "of"})))
        if words[0] == "of":
            whole = _skip(tokens, place + 1, _THE | {"a"})
            if step and whole == place + 1:
                return None
            whole += text_at(tokens, whole).endswith("'s")  # "21 of the company's 24 teams"
            right = read(whole)
            # "one of the eleven out of twelve"
            inner = right is not None and text_at(tokens, right.last) == "out"
            return None if inner else _part_of(tokens, left, right)
        based = _is_number(tokens, place + (1 if words[0] == "per" else 2))
        if step and based and (words[0] == "per" or words in {("for", "every"), ("for", "each")}):
            return _one_in(tokens, left, read, place)
        if not step and words[0] in {"in", "for", "per", "from"}:
            return _one_in(tokens, left, read, place)
        if words[0] == "in" and left.unit and (words[1] == "every" or _ends_share(tokens, left, place + 2)):
            return _one_in(tokens, left, read, place)
        if not words[0].isalpha() or tokens[place].sort is not Sort.WORD or words[0] in {"and", "or", "but"}:
            return None
    return None


def _part_of_sum(tokens: Sequence[Token], left: Figure, read: Reader) -> Figure | None:
    """ "310 of the 325 thousand pounds": the part is the figure, in the unit of the whole."""
    at = left.last + (text_at(tokens, left.last) == "out")
    if left.kind not in (Kind.COUNT, Kind.MONEY) or left.unit.isdigit() or text_at(tokens, at) != "of":
        return None
    right = read(_skip(tokens, at + 1, _THE | {"a"}))
    if right is None or right.kind is not Kind.MONEY or text_at(tokens, right.last) in {"of", "per"}:
        return None
    part, whole = _same_unit(left, right)
    if part.unit != whole.unit or part.value >= whole.value or part.value < whole.value / _PART:
        return None
    span = (left.span[0], right.span[1])
    return replace(part, span=span, last=right.last, decimals=left.decimals, scaled=right.scaled)


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].sort is Sort.NUMBER


def _ends_share(tokens: Sequence[Token], left: Figure, at: int) -> bool:
    """Whether nothing that is counted follows: "two deals in five are won", not "three deals in ten weeks"."""
    after = text_at(tokens, at)
    if not _is_number(tokens, at - 1):
        return False
    if not after.isalpha() or after in {"are", "were", "is", "was", "get", "got"}:
        return True
    many = tokens[at - 1].value >= _MANY and after not in DURATIONS  # "one table in two hundred complains"
    return left.value == 1 and (not after.endswith("s") or after in _DOES or many)  # "one patient in three has"


def _one_in(tokens: Sequence[Token], left: Figure, read: Reader, at: int) -> Figure | None:
    """ "Nine in ten", "one in every eight", "five per thousand", "went 14 for 14", "the top one in twenty"."""
    word = tokens[at].text
    if word == "from":
        return _part_of(tokens, left, read(at + 2)) if text_at(tokens, at + 1) == "the" else None
    right = read(_skip(tokens, at + 1, frozenset({"every", "each"} if word == "for" else {"every"})))
    went = text_at(tokens, left.first - 1) in {"went", "gone", "was", "were", "are", "go"}
    every = text_at(tokens, at + 1) in {"every", "each"}
    if word == "for" and not (went or every or (right is not None and right.value == left.value)):
        return None  # but "six for six"
    found = _percentage(_part_of(tokens, left, right))
    if found is not None and found.other and text_at(tokens, left.first - 1) == "top":
        return replace(found, kind=Kind.PERCENT, value=100 * found.value / found.other, other=None, unit=TOP)
    return found


def _percentage(found: Figure | None) -> Figure | None:
    """ "Five in every hundred" is said for five percent."""
    if found is None or found.other != _HUNDRED or found.unit:
        return found
    return replace(found, kind=Kind.PERCENT, other=None, unit="%")


def _part_of(
    tokens: Sequence[Token], left: Figure, right: Figure | None, *, any_size: bool = False
) -> Figure | None:
    if right is not None and right.kind is Kind.DURATION and not left.unit:
        right = replace(right, kind=Kind.COUNT) if text_at(tokens, left.last) in {"of", "out", "/"} else None
    if right is None or right.kind not in (Kind.COUNT, Kind.MULTIPLIER) or right.value <= 0:
        return None
    if right.kind is Kind.MULTIPLIER and right.unit != "times":
        return None
    if left.value > right.value and not any_size:
        return None
    return replace(
        left,
        kind=Kind.RATIO,
        span=(left.span[0], tokens[right.last - 1].end),
        other=right.value,
        unit=right.unit,
        last=right.last,
        weak=False,
    )


def _change_or_range(tokens: Sequence[Token], left: Figure, read: Reader) -> Figure | None:
    """ "From 40 to 15", "40 -> 15", "8-12", "between 8 and 12", "nine or ten"."""
    if left.kind not in (*_MASS, Kind.MULTIPLIER, Kind.RANK):
        return None
    before = _skip_back(tokens, left.first - 1)
    opening = text_at(tokens, before)
    at = left.last
    if left.kind is Kind.COUNT and left.unit and text_at(tokens, at + 1) in {"→", ">"}:
        at += 1  # 12 FTE -> 3 FTE
    if opening == "between" and text_at(tokens, at) == "and":
        return _pair(tokens, left, read, at + 1, Form.RANGE, before)
    if text_at(tokens, at) in {"→", "—", "--", ">"} or (text_at(tokens, at) == "-" and at + 1 < len(tokens)):
        sign = tokens[at].text
        form = Form.CHANGE if sign in {"→", ">"} else Form.PAIR
        if sign in {"—", "--"} and not tokens[at].joined:
            return None
        return _pair(tokens, left, read, at + 1, form, left.first)
    if text_at(tokens, at) == "or" and left.kind in _MASS:
        found = _pair(tokens, left, read, at + 1, Form.RANGE, left.first)
        return found if found and found.other and found.value < found.other <= found.value * 1.6 else None
    if opening == "from" or (opening == "of" and text_at(tokens, before - 1) == "out"):
        return _from_to(tokens, left, read, before)
    if opening.endswith("ing") and text_at(tokens, before - 1) == "from":
        return _from_to(tokens, left, read, before - 1)
    place = _skip(tokens, rate_of(tokens, left)[1], _DOWN)
    grown = opening in SIGNS or opening == "by"  # "up six points to 97" ends at 97
    if text_at(tokens, place) == "to" and not grown and (place == at or left.kind is not Kind.MULTIPLIER):
        form = Form.PAIR if place == at else Form.CHANGE
        return _pair(tokens, left, read, place + 1, form, left.first)
    return None


def _skip_back(tokens: Sequence[Token], at: int) -> int:
    while at >= 0 and text_at(tokens, at) in _HEDGE - {"of"}:
        at -= 1
    return at


def _from_to(tokens: Sequence[Token], left: Figure, read: Reader, first: int) -> Figure | None:
    """ "From 42 pages a week in the first year all the way down to 11"."""
    doing = text_at(tokens, first + 1) if text_at(tokens, first + 1).endswith("ing") else ""
    for place in range(left.last, min(left.last + _CHAIN, len(tokens))):
        token = tokens[place]
        if (
            doing and token.text == "to" and text_at(tokens, place + 1) == doing
        ):  # from losing nine to losing four
            return _pair(tokens, left, read, place + 2, Form.CHANGE, first)
        if token.text == "to" and (_is_number(tokens, _skip(tokens, place + 1, _HEDGE)) or place == left.last):
            found = _pair(tokens, left, read, place + 1, Form.CHANGE, first)
            if found is not None:
                return found
        if token.sort is Sort.STOP or (token.sort is Sort.NUMBER and not is_year(tokens, place)):
            return None
    return None


def _pair(
    tokens: Sequence[Token], left: Figure, read: Reader, at: int, form: Form, first: int
) -> Figure | None:
    right = next(filter(None, map(read, range(at, _skip(tokens, at, _HEDGE - {"of"}) + 1))), None)
    if right is None or not _fit(left, right):
        return None
    if form is Form.PAIR and left.value > right.value and right.kind in (left.kind, Kind.COUNT):
        form = Form.CHANGE
    if form is Form.PAIR and left.kind is right.kind is Kind.DURATION and left.unit != right.unit:
        form = Form.CHANGE
    return _joined(left, right, form, tokens, first)


def _reversed_change(tokens: Sequence[Token], left: Figure, read: Reader) -> Figure | None:
    """ "15 pages, down from 40", "15 instead of 40", "61 (was 42)", "to 15 from 40"."""
    if left.kind not in _MASS:
        return None
    at = left.last
    for step in range(6):
        place = at + step
        if text_at(tokens, place) in {",", "(", "-", "—", "--"}:
            place += 1
        words = phrase_at(tokens, place, _INSTEAD)
        if words in _BRACKETED and text_at(tokens, place - 1) != "(":
            words = ()
        if words == ("from",) and text_at(tokens, _skip_back(tokens, left.first - 1)) != "to":
            words = ()
        if words:
            right = read(_skip(tokens, place + len(words), _HEDGE))
            if right is None or not _fit(left, right):
                return None
            if words == ("from",) and text_at(tokens, right.last) == "to":
                return None  # a change of its own: "to five days, and the other from 58 to 41"
            turned = _joined(right, left, Form.CHANGE, tokens, left.first)
            return replace(turned, span=(left.span[0], right.span[1]), first=left.first, last=right.last)
        token = tokens[at + step] if at + step < len(tokens) else None
        if token is None or token.sort is not Sort.WORD or token.text in {"and", "but", "or", "so", "then"}:
            return None
    return None
