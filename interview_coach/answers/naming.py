"""Digits that measure nothing: years, dates, times of day, rooms and tickets."""

from collections.abc import Sequence

from interview_coach.answers.reading import NO_NOUN, text_at, value_at
from interview_coach.answers.tokens import Token, listed
from interview_coach.answers.units import DURATIONS, MONEY

_LABELS = listed(
    "room rooms ticket flight version page chapter step phase level tier band section floor ward bay"
    " gate invoice extension ext iso windows python java sprint week day module stage act article"
    " exhibit highway class type series session grade year age aged q ipv key lane platform track"
    " terminal apartment flat suite door unit model number no nr issue incident case order route part"
    " line pier dock zone lot block round week option appendix postcode zip code phone tel call dial rfc"
    " sop sku id item task bug pr ticket"
)

_SAFE_LABELS = listed("call number no nr issue incident case order part line unit code option task over")

_MONTHS = listed(
    "january february march april may june july august september october november december jan feb mar"
    " apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
)

_YEAR_BEFORE = (
    listed(
        "in since by until till from during of year early late mid fy summer autumn fall winter spring"
        " before after around back to and through q1 q2 q3 q4 class end start"
    )
    | _MONTHS
)


_ONE_OF_MANY = listed("a an one per each every this that last")
_NOT_NAMED = frozenset({"of", "out", "/", "%", "percent", "per", "point", "points"})
_OF_DECADES = listed("the my his her their early mid late")
_STRONG = listed("room rooms version flight python windows release table ticket")
_PERSONS = listed("man woman lad boy girl lady guy gentleman child patient")
_TIMES_OF_DAY = listed("morning afternoon evening night day mornings afternoons evenings")
_SUBJECTS = listed("the we i they he she my our it")


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number names a year: 1950 to 2099 after a word of time, or with nothing that it counts."""
    token = tokens[at]
    whole = token.value == int(token.value) and not token.decimals and "," not in token.text
    if not whole or not 1950 <= token.value <= 2099 or (token.scaled and token.text.endswith("k")):
        return False
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if (
        before in MONEY
        or after in MONEY
        or after in {"%", "percent", "units", "x", "times"}
        or after in DURATIONS
    ):
        return False
    return before in _YEAR_BEFORE or not after.isalpha() or after in NO_NOUN


def names_something(tokens: Sequence[Token], at: int) -> bool:
    """Years, times of day, dates, room 12: digits that measure nothing."""
    before, after, later = (text_at(tokens, at + step) for step in (-1, 1, 2))
    if after in {"time", "times"}:
        return False  # how often: "we release four times a day"
    if any(names(tokens, at) for names in (is_year, _is_decade, _is_age, _is_one_to_one, _is_hour)):
        return True
    if after in {"am", "pm", "oclock", "o'clock"} or (
        after in {"a", "p"} and later == "." and text_at(tokens, at + 3) == "m"
    ):
        return True
    if before in _MONTHS and after not in {"%", "percent"} and not _is_part(tokens, at):
        return not (after.isalpha() and after not in NO_NOUN)
    if after in _MONTHS and before in {"on", "by", "of", "until", "since", "the"}:
        return True
    # "off the table 1,450 jabs"
    many = tokens[at].value >= 100 and after.endswith("s") and after not in NO_NOUN
    if before in _STRONG and not many and not (after in {"of", "out"} and value_at(tokens, at + 2) is not None):
        return True
    if before == "nr" and tokens[at].text != "one" and tokens[at].value != 1:
        return after not in {"of", "out", "%", "percent"} and not after.isalpha()
    numbered = after == "of" and value_at(tokens, at + 2) is None and value_at(tokens, at + 3) is None
    if before not in _LABELS or (after in _NOT_NAMED and not numbered):  # chapter nine of the manual
        return False
    spanned = before in DURATIONS and text_at(tokens, at - 2) in _ONE_OF_MANY  # "after a year three of them"
    if after in DURATIONS or after in MONEY or spanned:
        return False
    if before == "no" and (tokens[at].spelt or tokens[at].decimals):
        return False  # "1.1, no 1.3 million"
    if before in _SAFE_LABELS:
        ends = not after.isalpha() or after in {"was", "is", "were", "are"}
        return ends and tokens[at].value > 14
    return (
        not after.isalpha()
        or after in NO_NOUN
        or before in {"room", "rooms", "ticket", "version", "page", "flight"}
    )


def _is_one_to_one(tokens: Sequence[Token], at: int) -> bool:
    """ "We met one to one", "a one-on-one": no figures."""
    if tokens[at].text not in {"one", "1"}:
        return False
    words = [text_at(tokens, at + step) for step in (-4, -3, -2, -1, 1, 2, 3, 4)]
    ahead = [word for word in words[4:] if word != "-"][:2]
    behind = [word for word in words[:4] if word != "-"][-2:]
    return (ahead[:1] in (["to"], ["on"]) and ahead[1:] == [tokens[at].text]) or (
        behind[1:] in (["to"], ["on"]) and behind[:1] == [tokens[at].text]
    )


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """ "In June 52 of our 58 passed"."""
    linked = text_at(tokens, at + 1) in {"of", "out"}
    return linked and any(value_at(tokens, at + step) is not None for step in (2, 3, 4))


_PARTS_OF_TEXTS = frozenset({"section", "clause", "paragraph"})
_STANDS = listed("ended stands stood sits settled finished landed levelled peaked bottomed")


def _is_hour(tokens: Sequence[Token], at: int) -> bool:
    """ "At three we met", "each afternoon at three", "four in the morning"."""
    earlier, before, after = (text_at(tokens, at + step) for step in (-2, -1, 1))
    if tokens[at].value > 12 or tokens[at].decimals or earlier in _STANDS:
        return False
    if before == "at" and (after in _SUBJECTS or earlier in _TIMES_OF_DAY):
        return True
    in_the = (after, text_at(tokens, at + 2)) == ("in", "the")
    return (
        in_the and text_at(tokens, at + 3) in _TIMES_OF_DAY and before in {"at", "and", "until", "by", "around"}
    )


def _is_decade(tokens: Sequence[Token], at: int) -> bool:
    """ "In the 30s", "her late 40s"."""
    value, after = tokens[at].value, at + 1
    spoken = after < len(tokens) and tokens[after].text == "s" and tokens[after].joined
    return spoken and value % 10 == 0 and text_at(tokens, at - 1) in _OF_DECADES


def _is_age(tokens: Sequence[Token], at: int) -> bool:
    """ "You have to be 18 to use it", "she must be 21 or older", "my boss, who is 50", "I was 38 when"."""
    if not 10 <= tokens[at].value < 100:
        return False
    who, verb, after = (text_at(tokens, at + step) for step in (-2, -1, 1))
    if verb == "of" and who in _PERSONS:
        return True
    if verb == "be":
        return who in {"to", "must"} and after in {"to", "or"}
    aged = who in {"who", "i", "he", "she"} and verb in {"is", "am", "was", "turned"}
    return aged and after in {"", ",", ".", "when", "then", "and", "by", "at"}


def is_date(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether two numbers with a slash name a day: "on 11/12", "13/14 of May"."""
    pair = (tokens[first].value, value_at(tokens, last) or 0.0)
    after = last + 1 + (text_at(tokens, last + 1) == "of")
    named = text_at(tokens, after) in _MONTHS or text_at(tokens, first - 1) in _PARTS_OF_TEXTS
    fits = 1 <= min(pair) <= 12 and max(pair) <= 31 and not tokens[first].decimals
    return named or (fits and text_at(tokens, first - 1) in {"on", "since", "until"})
