"""Values said without a number: doubled, half of them, a quarter of the cost, not a single complaint."""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.answers.halves import part_of_one
from interview_coach.answers.measure import Figure, Kind
from interview_coach.answers.numerals import ORDINALS, SMALL
from interview_coach.answers.reading import COMPARED, NO_NOUN, figure_at, text_at
from interview_coach.answers.tokens import Sort, Token, listed
from interview_coach.answers.units import PERIODS

_TIMES = {
    **dict.fromkeys(listed("double doubled doubles doubling twice"), 2.0),
    **dict.fromkeys(listed("triple tripled triples tripling treble trebled trebling thrice"), 3.0),
    **dict.fromkeys(listed("quadruple quadrupled quadrupling"), 4.0),
    **dict.fromkeys(listed("quintupled quintuple"), 5.0),
    **dict.fromkeys(listed("halved halve halving halves"), 0.5),
}

_FOLDS = {f"{word}fold": value for word, value in SMALL.items() if value >= 2} | {"hundredfold": 100.0}

_WHOM = listed("us me them him her it")
_PUTTING = listed("put puts placed ranked rated voted made named")  # "they put us first among the sites"
_AMONG = listed("in of out among")
_LEAGUES = listed(
    "region country group company county state network league district division industry market city"
)
_RANKING = listed("ranked came finished placed ranking rank ranks come comes")
STARTS = frozenset(
    {*_TIMES, *_FOLDS, *SMALL, *ORDINALS, "half", "a", "an", "quarter", "third", "around", "hundred"}
    | listed("nobody no not without none never top topped every didn't don't haven't hadn't")
)


def worded(tokens: Sequence[Token], at: int, *, note: bool) -> Figure | None:
    """Values said without a number: doubled, half, a quarter of, half an hour, a fortnight, no complaints."""
    word = tokens[at].text
    if word not in STARTS:
        return None
    after, later = text_at(tokens, at + 1), text_at(tokens, at + 2)
    if word in _TIMES or word in _FOLDS:
        return _multiplied(tokens, at)
    if word in ORDINALS and text_at(tokens, at - 1) in _RANKING:
        return place_of(tokens, at, ORDINALS[word], at + 1)
    if word == "top":
        came = text_at(tokens, at - 1) in _RANKING or later in {"the", "all", "our", "my"}
        return figure_at(tokens, at, at + 1, Kind.RANK, 1) if after in {"of", "in", "for"} and came else None
    if word == "topped":
        return figure_at(tokens, at, at + 1, Kind.RANK, 1) if after in {"the", "our", "my", "every"} else None
    if word == "every":
        return _every(tokens, at)
    if word in SMALL and after in {"fold", "-"} and later == "fold":
        return figure_at(tokens, at, at + 3, Kind.MULTIPLIER, SMALL[word], "x")
    if word in {"half", "a", "an", "quarter", "third"}:
        return part_of_one(tokens, at, note=note)
    if word == "around" and (after, later) == ("the", "clock"):
        return figure_at(tokens, at, at + 3, Kind.ALWAYS, 24)
    if word in ORDINALS:
        return place_of(tokens, at, ORDINALS[word], at + 1)
    if word == "hundred" and (after in {"%", "percent"} or (after, later) == ("per", "cent")):
        return figure_at(tokens, at, at + (2 if later != "cent" else 3), Kind.PERCENT, 100, "%")
    return _none(tokens, at, note=note)


def _every(tokens: Sequence[Token], at: int) -> Figure | None:
    """ "Every eighth form": one in eight, unless it says how often."""
    nth, what = ORDINALS.get(text_at(tokens, at + 1), 0.0), text_at(tokens, at + 2)
    if nth < 3 or what in PERIODS or not what.isalpha():
        return None
    return replace(figure_at(tokens, at, at + 2, Kind.RATIO, 1, what), other=nth)


def _multiplied(tokens: Sequence[Token], at: int) -> Figure | None:
    word, after = tokens[at].text, text_at(tokens, at + 1)
    if after in {"digit", "digits", "check", "checked", "checking", "booked", "booking", "a", "per", "each"}:
        return None
    if word in {"twice", "thrice"} and after not in COMPARED:
        return None
    if word == "double" and after == "-":
        return None
    return figure_at(tokens, at, at + 1, Kind.MULTIPLIER, _TIMES.get(word) or _FOLDS[word], "x")


def _none(tokens: Sequence[Token], at: int, *, note: bool) -> Figure | None:
    """ "No complaints", "not a single complaint", "without a single one": a weak zero."""
    words = [text_at(tokens, at + step) for step in range(4)]
    length = 0
    if words[:3] in (["not", "a", "single"], ["without", "a", "single"]) or words[:2] == ["not", "one"]:
        length = 3 if words[1] == "a" else 2
    elif (
        words[0] in {"no", "without"}
        and words[1].isalpha()
        and not (tokens[at + 1].sort is Sort.NUMBER and _corrects(tokens[at - 1]))
        and words[1]
        not in NO_NOUN | {"one", "way", "longer", "hang", "hold", "wait", "sorry", "actually", "problem"}
    ):
        length = 1 if words[1] != "any" else 2
    elif (single := _not_one(tokens, at)) > 0:
        length = single
    elif words[0] in {"none", "nobody"} or (words[0] == "never" and note):
        length = 1
    if not length:
        return None
    unit = words[length] if length < 4 and words[length].isalpha() else ""
    return replace(figure_at(tokens, at, at + length, Kind.COUNT, 0, unit), weak=not note)


def _corrects(before: Token) -> bool:
    """Whether "no" takes back what stands before it: "three no two", "four I think no three"."""
    return before.sort is Sort.NUMBER or before.text in {"think", "guess", "believe", "sorry", "oh", "wait"}


def _not_one(tokens: Sequence[Token], at: int) -> int:
    """How many tokens "did not have one", "never had a single" take from the denial on; else 0."""
    if tokens[at].text not in {"not", "never", "didn't", "haven't", "hadn't", "don't"}:
        return 0
    step = (
        2
        if text_at(tokens, at + 1)
        in {"have", "had", "see", "saw", "lose", "lost", "miss", "missed", "get", "got"}
        else 0
    )
    if step and text_at(tokens, at + step) == "one":
        return step + 1
    if step and (text_at(tokens, at + step), text_at(tokens, at + step + 1)) == ("a", "single"):
        return step + 2
    return 0


def place_of(tokens: Sequence[Token], at: int, value: float, last: int) -> Figure | None:
    """ "1st place", "ranked 2nd"; every other ordinal is no figure."""
    word, earlier = text_at(tokens, at - 1), text_at(tokens, at - 2)
    before = {word, earlier if word == "the" else ""}
    after = text_at(tokens, last)
    put = word in _WHOM and earlier in _PUTTING and after not in NO_NOUN - _AMONG
    came = word == "in" and earlier in _RANKING and after not in {"thing", "time"}
    among = after == "in" and text_at(tokens, last + 1) == "the" and text_at(tokens, last + 2) in _LEAGUES
    of_many = after == "of" and word not in {"the", "my", "our", "a"}  # "we ended the year fourth of the nine"
    of_many = of_many and any(token.sort is Sort.NUMBER for token in tokens[last + 1 : last + 3])
    if before & _RANKING or put or came or among or of_many or after in {"place", "rank", "ranked"}:
        return figure_at(tokens, at, last + (after in {"place", "rank"}), Kind.RANK, value)
    return None
