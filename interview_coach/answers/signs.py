"""Whether a value is a fall or a rise: "cut by 38 percent", "18% up on last year", "34 percent over quota"."""

from collections.abc import Sequence

from interview_coach.answers.measure import Figure, Form, Kind
from interview_coach.answers.reading import SIGNS, text_at
from interview_coach.answers.tokens import Sort, Token, listed

_BEYOND, _WHAT_WAS_SET = listed("over above below"), listed("quota target plan goal budget forecast")
_PARTICLES = frozenset({"up", "down"})
_WITH_PARTICLE = listed(
    "turn turned turning show showed showing sign signed signing set pick picked picking call called end ended"
    " follow back look make made start started log logged hold held break broke write wrote clean settle"
)


def sign_of(tokens: Sequence[Token], figure: Figure, start: int) -> int:
    """-1 or 1 where a fall or a rise is said, else 0. `start`: the first token of what is said of it."""
    if figure.kind in (Kind.RATIO, Kind.RANK, Kind.ALWAYS) or figure.form is not Form.SINGLE:
        return 0
    if minus(tokens, figure.first - 1):
        return -1 if tokens[figure.first - 1].text == "-" else 1
    if figure.kind is Kind.MULTIPLIER:
        return 0
    for step in range(1, 3):
        word = text_at(tokens, start - step)
        particle = _is_particle(tokens, start - step)
        if word in SIGNS and word not in {"more", "less", "fewer"} and not particle:
            return SIGNS[word]
        if particle or word not in {"by", "a", "an", "of", "was", "is", "were", "are"}:
            break
    if figure.kind is Kind.PERCENT and _is_beyond(tokens, figure.last):
        return 1 if text_at(tokens, figure.last) != "below" else -1
    for step in range(2):
        after = text_at(tokens, figure.last + step)
        if after in SIGNS and after not in {"cut", "up", "plus", "add"}:
            return SIGNS[after]
        if after == "cut" and not step and text_at(tokens, figure.first - 1) == "a":
            return -1
        if not after.isalpha() or after in {"and", "of", "in", "to", "with", "by", "or"}:
            break
    if text_at(tokens, start - 1) == "by":
        return _by(tokens, start - 2)
    return 0


def _by(tokens: Sequence[Token], at: int) -> int:
    """The verb before "by": "cut the waste in both kitchens by 38 percent"."""
    for place in range(at, max(at - 9, -1), -1):
        if tokens[place].sort in (Sort.STOP, Sort.NUMBER):
            return 0
        if _is_particle(tokens, place):
            continue
        if tokens[place].text in SIGNS:
            return SIGNS[tokens[place].text]
    return 0


def _is_beyond(tokens: Sequence[Token], at: int) -> bool:
    """ "34 percent over quota", "12 percent below our target"."""
    ahead = {text_at(tokens, at + step) for step in (1, 2, 3)}
    return text_at(tokens, at) in _BEYOND and bool(ahead & _WHAT_WAS_SET)


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """Whether "up" only belongs to its verb: "we cut the people who don't turn up by 45%"."""
    return text_at(tokens, at) in _PARTICLES and text_at(tokens, at - 1) in _WITH_PARTICLE


def minus(tokens: Sequence[Token], at: int) -> bool:
    """Whether a "-" or "+" stands before the digits, and not between two numbers."""
    if text_at(tokens, at) not in {"-", "+"} or not tokens[at + 1].joined:
        return False
    return at == 0 or not tokens[at].joined or text_at(tokens, at - 1) in {"(", "$", "~"}
