"""One value with its unit, as it stands at one place of a text."""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.answers.measure import Figure, Kind
from interview_coach.answers.naming import names_something
from interview_coach.answers.numerals import FRACTIONS, ORDINALS
from interview_coach.answers.reading import COMPARED, NO_NOUN, SIGNS, figure_at, share, text_at, value_at
from interview_coach.answers.spoken import place_of, worded
from interview_coach.answers.times import duration, fraction_of_unit
from interview_coach.answers.tokens import Sort, Token, listed
from interview_coach.answers.units import CENTS, MONEY, TOP


def quantity(tokens: Sequence[Token], at: int, text: str, *, note: bool = False) -> Figure | None:
    """The value that begins at a token, with its unit; None where there is none.

    `text` is the original, whose capitals tell "3D" from three days. A note's value (`note`) may be a bare
    "one" or 2019.
    """
    token = tokens[at]
    if token.sort is Sort.NUMBER:
        return _numbered(tokens, at, text, note=note)
    if token.sort is Sort.WORD:
        return worded(tokens, at, note=note)
    if token.text in MONEY or token.text == "#":
        return _signed_unit(tokens, at, text)
    return None


def _signed_unit(tokens: Sequence[Token], at: int, text: str) -> Figure | None:
    """A currency's sign or a "#" before the number."""
    after = at + 1
    if after < len(tokens) and tokens[at].text == "#" and tokens[after].sort is Sort.NUMBER:
        rank = tokens[after].value
        return figure_at(tokens, at, after + 1, Kind.RANK, rank) if rank <= 100 else None
    if after < len(tokens) and tokens[at].text in MONEY and tokens[after].sort is Sort.NUMBER:
        value = _thousands(tokens[after], MONEY[tokens[at].text])
        found = figure_at(tokens, at, after + 1, Kind.MONEY, value, MONEY[tokens[at].text])
        return replace(found, decimals=tokens[after].decimals, scaled=tokens[after].scaled)
    return None


def _numbered(tokens: Sequence[Token], at: int, text: str, *, note: bool) -> Figure | None:
    token, after = tokens[at], text_at(tokens, at + 1)
    if token.text == "one" and token.spelt and not note and _is_anyone(tokens, at):
        return None
    if not note and names_something(tokens, at):
        return None
    bare = Figure(
        Kind.COUNT, token.span, token.value, decimals=token.decimals, scaled=token.scaled, first=at, last=at + 1
    )
    round_the_clock = _round_the_clock(tokens, at)
    if round_the_clock:
        return figure_at(tokens, at, round_the_clock, Kind.ALWAYS, 24)
    if (
        token.value == 24
        and (after == "/" or token.spelt)
        and 7.0 in (value_at(tokens, at + 1), value_at(tokens, at + 2))
    ):
        last = at + 2 if value_at(tokens, at + 1) == 7 else at + 3
        return figure_at(tokens, at, last, Kind.ALWAYS, 24)
    for reader in (_nines, _percent, _multiplier, _money, _fraction, duration):
        found = reader(tokens, at, bare, text)
        if found is not None:
            return found
    if after in {"st", "nd", "rd", "th"} and tokens[at + 1].joined:
        return place_of(tokens, at, token.value, at + 2)
    if after.isalpha() and len(after) < 3 and tokens[at + 1].joined and not note:
        return None  # 3D, 5G
    return _count(tokens, at, bare, note=note)


def _round_the_clock(tokens: Sequence[Token], at: int) -> int:
    """The token behind "24 hours a day", and behind "seven days a week" after it; 0 where it is not said."""
    if tokens[at].value != 24 or not _is_rate(tokens, at + 1, "hours", "day"):
        return 0
    week = at + 4 + (text_at(tokens, at + 4) in {",", "and"})
    return week + 4 if value_at(tokens, week) == 7 and _is_rate(tokens, week + 1, "days", "week") else at + 4


def _is_rate(tokens: Sequence[Token], at: int, what: str, period: str) -> bool:
    words = [text_at(tokens, at + step) for step in range(3)]
    return words[0] == what and words[1] in {"a", "per"} and words[2] == period


_DOES = listed(
    "has must should can could would might may needs cannot can't shouldn't never always learns knows"
)


def _is_anyone(tokens: Sequence[Token], at: int) -> bool:
    """ "One has to be careful" speaks of nobody's count; "only one has failed" does."""
    counted = text_at(tokens, at - 1) in {"only", "just", "the", "this", "that", "no", "and", "but", "exactly"}
    return text_at(tokens, at + 1) in _DOES and not counted


def _nines(tokens: Sequence[Token], at: int, bare: Figure, _original: str) -> Figure | None:
    """Availability is said in nines: "four nines" are 99.99 percent."""
    if text_at(tokens, at + 1) != "nines" or not 2 <= bare.value <= 9:
        return None
    count = int(bare.value)
    found = figure_at(tokens, at, at + 2, Kind.PERCENT, round(100 - 10.0 ** (2 - count), 9), "%")
    return replace(found, decimals=count - 2)


def _percent(tokens: Sequence[Token], at: int, bare: Figure, _original: str) -> Figure | None:
    words = tuple(text_at(tokens, at + step) for step in (1, 2, 3))
    top = text_at(tokens, at - 1) in {"top", "best"}
    if words[0] == "-" and words[1] in {"percent", "point", "points"}:
        at, words = at + 1, (*words[1:], "")
    length, kind, value = 0, Kind.PERCENT, bare.value
    if words[:2] in {("per", "cent"), ("per", "cents")}:
        length = 2
    elif words[0] in {"%", "percent", "pct", "percents"}:
        length = 1
    elif words[0] in {"‰", "permille"}:
        length, value = 1, value / 10
    elif words[0] == "percentage" and words[1] in {"point", "points"}:
        length, kind = 2, Kind.POINTS
    elif words[0] in {"pp", "ppts", "ppt", "pts", "pt", "points", "point"}:
        length, kind = 1, Kind.POINTS
    elif words[0] in {"bps", "bp"} or words[:2] == ("basis", "points"):
        length, kind, value = (1 if words[0] in {"bps", "bp"} else 2), Kind.POINTS, value / 100
    if not length:
        return None
    if kind is Kind.PERCENT and text_at(tokens, at + length + 1) in {"point", "points", "pts"}:
        length, kind = length + 1, Kind.POINTS
    last = at + 1 + length
    span = (bare.span[0], tokens[last - 1].end)
    if top and kind is Kind.PERCENT:  # a place among others, and no share of anything
        found = figure_at(tokens, at, at + 1 + length, kind, value, TOP)
        return replace(found, decimals=bare.decimals)
    return replace(
        bare, kind=kind, value=value, unit="%" if kind is Kind.PERCENT else "point", span=span, last=last
    )


def _multiplier(tokens: Sequence[Token], at: int, bare: Figure, _original: str) -> Figure | None:
    after = text_at(tokens, at + 1)
    last = at + 2
    if after == "-" and text_at(tokens, at + 2) in {"fold", "x"}:
        last = at + 3
    elif after in {"x", "fold"} and value_at(tokens, at + 2) is None:
        pass
    elif after in {"time", "times"}:
        return _times(tokens, at, bare, last)
    elif text_at(tokens, at - 1) == "x" and tokens[at].joined and not tokens[at - 1].joined:
        found = figure_at(tokens, at - 1, at + 1, Kind.MULTIPLIER, bare.value, "x")
        return replace(found, decimals=bare.decimals)
    elif tuple(text_at(tokens, at - step) for step in (2, 1)) == ("factor", "of"):
        last = at + 1
    else:
        return None
    found = figure_at(tokens, at, last, Kind.MULTIPLIER, bare.value, "x")
    return replace(found, decimals=bare.decimals)


_SELDOM_AS_MUCH = 100  # "two hundred times that year" is how often
_OFTEN = listed("a an per each every in during i we he she they you")


def _times(tokens: Sequence[Token], at: int, bare: Figure, last: int) -> Figure | None:
    """ "Three times" is how often, unless something is compared."""
    up = SIGNS.get(text_at(tokens, at - 1)) == 1
    often = (text_at(tokens, last) in _OFTEN and not up) or bare.value >= _SELDOM_AS_MUCH
    if often or bare.value == 1:
        return replace(
            bare, unit="times", span=(bare.span[0], tokens[last - 1].end), last=last, weak=bare.value == 1
        )
    found = figure_at(tokens, at, last, Kind.MULTIPLIER, bare.value, "x")
    compared = up or text_at(tokens, last) in COMPARED
    return replace(found, decimals=bare.decimals, unit="x" if compared else "times")


def _money(tokens: Sequence[Token], at: int, bare: Figure, _original: str) -> Figure | None:
    if (
        text_at(tokens, at + 1) in {"p", "¢"}
        and (tokens[at + 1].joined or tokens[at].spelt)
        and bare.value < 100
    ):
        coin = "gbp" if tokens[at + 1].text == "p" else "cent"
        found = figure_at(tokens, at, at + 2, Kind.MONEY, bare.value / 100, coin)
        return replace(found, decimals=bare.decimals + 2)
    if text_at(tokens, at + 1) in CENTS and text_at(tokens, at + 4) in {"dollar", "euro", "pound"}:
        return share(tokens, at, at + 5, bare.value / 100)  # ninety-three cents of every dollar
    if text_at(tokens, at + 1) in CENTS:
        found = figure_at(tokens, at, at + 2, Kind.MONEY, bare.value / 100, CENTS[text_at(tokens, at + 1)])
        return replace(found, decimals=bare.decimals + 2)
    step = 2 if text_at(tokens, at + 1) in {"us", "american", "canadian", "australian", "-"} else 1
    unit = MONEY.get(text_at(tokens, at + step))
    before = MONEY.get(text_at(tokens, at - 1))
    if (
        unit is None
        and before is not None
        and tokens[at - 1].sort is Sort.WORD
        and len(tokens[at - 1].text) == 3
    ):
        found = figure_at(tokens, at - 1, at + 1, Kind.MONEY, bare.value, before)
    elif unit is None or (text_at(tokens, at + step) in {"$", "£"} and not tokens[at + step].joined):
        return None
    else:
        found = figure_at(tokens, at, at + step + 1, Kind.MONEY, _thousands(tokens[at], unit), unit)
        found = _with_cents(tokens, found)
    return replace(found, decimals=max(bare.decimals, found.decimals), scaled=bare.scaled)


def _thousands(number: Token, currency: str) -> float:
    """ "340.000 €" is said with a point for thousands."""
    dotted = number.decimals == 3 and not number.scaled and not number.spelt and currency == "eur"
    return number.value * 1000 if dotted else number.value


def _with_cents(tokens: Sequence[Token], found: Figure) -> Figure:
    """ "Four dollars twenty", "four dollars and twenty cents"."""
    at = found.last + (text_at(tokens, found.last) == "and")
    cents = value_at(tokens, at)
    named = text_at(tokens, at + 1) in CENTS
    if (
        cents is None
        or cents >= 100
        or not (named or (at == found.last and tokens[at].spelt and tokens[at - 1].sort is Sort.WORD))
    ):
        return found
    last = at + 1 + named
    span = (found.span[0], tokens[last - 1].end)
    return replace(found, value=found.value + cents / 100, decimals=2, span=span, last=last)


def _fraction(tokens: Sequence[Token], at: int, bare: Figure, _original: str) -> Figure | None:
    """ "Two thirds", "three quarters", "one fifth", "3/4 of"."""
    step = at + 2 if text_at(tokens, at + 1) == "-" else at + 1
    word = text_at(tokens, step)
    part = FRACTIONS.get(word) or (
        1 / ORDINALS[word.rstrip("s")] if ORDINALS.get(word.rstrip("s"), 0) > 3 else 0.0
    )
    plural = word.endswith("s") and word != "halves"
    if not part or bare.value > 9 or plural != (bare.value > 1) or bare.decimals:
        return None
    if word in {"quarter", "quarters"}:
        after = text_at(tokens, step + 1)
        span = text_at(tokens, at - 1) in _SPANS or after in {"in", "ago", "later"}
        if bare.value > 3 or (after != "of" and (bare.value < 3 or span)):
            return None  # quarters of a year
    if bare.value == 1 and text_at(tokens, at - 1) == "the":
        return None
    unit, last = fraction_of_unit(tokens, step + 1)
    if unit:
        return figure_at(tokens, at, last, Kind.DURATION, part * bare.value, unit)
    return share(tokens, at, step + 1, part * bare.value)


_NOUNS_IN_LY = listed("family supply assembly reply anomaly ally fly bully rally jelly")
_SPANS = listed("in for over last past next within after consecutive previous first straight the every")


def _is_adverb(word: str) -> bool:
    """ "28.5 mostly through portion control" counts nothing."""
    return word.endswith("ly") and word not in _NOUNS_IN_LY


_NO_RANKED = listed("most thing reason rule priority")
_REACHED = listed("from to at were was are we're came come finished ranked hit reached made ended")


def _count(tokens: Sequence[Token], at: int, bare: Figure, *, note: bool) -> Figure:
    """A bare number, with the word that it counts."""
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if before == "top" or (before == "-" and text_at(tokens, at - 2) == "top"):
        return replace(bare, kind=Kind.RANK, unit="top")
    if before in {"number", "nr"} and bare.value <= 100:
        rule = text_at(tokens, at - 2) in {"my", "your"} or after in _NO_RANKED
        first = bare.value == 1 and not rule  # "my number one rule"
        ended = not after.isalpha() or after in {"out", "and", "so", "but", "from", "that", "for"}
        reached = text_at(tokens, at - 2) in _REACHED and ended
        ranked = first or reached or after in {"in", "of", "nationally", "spot", "place", "position", ""}
        listed_thing = after == "on" and text_at(tokens, at + 3) in {"list", "agenda"}
        if ranked and not listed_thing:
            return figure_at(tokens, at - 1, at + 1, Kind.RANK, bare.value)
    if [text_at(tokens, at + step) for step in (1, 2, 3)] == ["parts", "per", "million"]:
        return replace(bare, unit="ppm", span=(bare.span[0], tokens[at + 3].end), last=at + 4)
    if after == "of" and text_at(tokens, at + 2) in {"us", "you"}:
        return replace(bare, unit="people")
    counts = after.isalpha() and tokens[at + 1].sort is Sort.WORD and after not in NO_NOUN
    counts = counts and not _is_adverb(after)
    done = bare.scaled and after.endswith("ed") and text_at(tokens, at + 2) in NO_NOUN  # "40k stayed in"
    counts = counts and not done
    pronoun = tokens[at].text == "one" and tokens[at].spelt and not note
    return replace(bare, unit=after if counts else "", weak=pronoun) if counts or pronoun else bare
