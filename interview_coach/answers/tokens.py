"""An answer as words, numbers and signs, each with its place in the text as it was given.

Typed and dictated answers differ in quotes, dashes, spaces and digits; they are made alike one character for
one, so that every place stays right.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

from interview_coach.answers.model import Span


def listed(words: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(words.split())


# Said while thinking: they may stand in the middle of a figure ("thirteen um of fourteen").
FILLERS = listed("um umm uhm uh uhh er erm ah hmm hm mm")

_ALIKE = {
    **dict.fromkeys("\u2018\u2019\u02bc\u2032\uff07\u00b4`", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\u2043\ufe63\uff0d", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u2002\u2003\u2008\u200a\u3000", "\u00a0"),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    **dict.fromkeys("\u2192\u27f6\u21d2\u279c\u279d\u2794\u21e8", "\u2192"),
    **dict.fromkeys("\u223c\u2248\uff5e\u2243", "~"),
    **dict.fromkeys("\uff05\ufe6a\u066a", "%"),
    "\u00d7": "x",
    "\u2715": "x",
    "\u2264": "<",
    "\u2265": ">",
    "\uff1c": "<",
    "\uff1e": ">",
    "\uff0b": "+",
    "\uff0c": ",",
    "\uff0e": ".",
    "\uff1a": ":",
    "\uff08": "(",
    "\uff09": ")",
    "\uff04": "$",
}
_TABLE = str.maketrans(_ALIKE)
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅘": 0.8, "⅛": 0.125}
_ABBREVIATED = listed(
    "approx ca circa no nr vs eg ie avg max min hrs hr mins secs sec est incl mr mrs ms dr st"
)
_LETTERS = 2  # said one by one from which on they spell a word, unless one is a word itself
_LONGEST = 15  # digits; more are a telephone or an account number


class Sort(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    SIGN = auto()
    STOP = auto()  # the end of a sentence or a line
    NAME = auto()  # digits that measure nothing: dates, times of day, versions, Q3, room 12


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign; `text` is made alike and in small letters, the span counts the original.

    `value` and `decimals` (digits after the point, as said) are those of a number. `scaled` is true of a
    number with a word or a letter of scale in it ("1.2 million", "10k"), `spelt` of one said in words.
    `joined` is true where nothing stands between this token and the one before.
    """

    sort: Sort
    text: str
    start: int
    end: int
    value: float = 0.0
    decimals: int = 0
    joined: bool = False
    scaled: bool = False
    spelt: bool = False

    @property
    def span(self) -> Span:
        """The characters of the answer."""
        return self.start, self.end


def alike(text: str) -> str:
    """The text in small letters with one kind of quote, dash, space and digit, as long as before."""
    if text.isascii():
        return text.lower()
    low = text.translate(_TABLE)
    low = low.lower() if len(low.lower()) == len(low) else "".join(map(_small, low))
    if any(mark.isdecimal() and not mark.isascii() for mark in low):
        low = "".join(str(unicodedata.decimal(mark, mark)) for mark in low)
    return low


def _small(mark: str) -> str:
    small = mark.lower()
    return small if len(small) == 1 else mark


@cache
def _scanner() -> re.Pattern[str]:
    letters = r"[^\W\d_]"
    return re.compile(
        rf"""
        (?P<stop>[.!?\u2026;]+(?=\s|["')\]]|$)|[\u3002\uff01\uff1f])
        |(?P<space>\s+)
        |(?P<dotted>\d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.]))
        |(?P<name>\d{{4}}-\d\d?-\d\d?(?!\d)|\d\d?(?P<sep>[/.])\d\d?(?P=sep)(?:\d{{4}}|\d\d)(?![\d/])
          |\d+(?:\.\d+){{2,}}|(?<![\d.:])[012]?\d:[0-5]\d(?::[0-5]\d)?(?!\d)
          |v\d+(?:\.\d+)+|(?<![\d½¼¾]){letters}+(?:-{letters}+){{0,2}}-?\d[\w-]*(?<!-))
        |(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)
          |\d{{1,3}}(?:[\u00a0']\d{{3}}|\ \d00)+(?:[.,]\d{{1,2}})?(?![\d])
          |\d+,\d\d?(?![\d,])|\d+(?:\.\d+)?|(?<![\w.])\.\d+)
        |(?P<glyph>[½¼¾⅓⅔⅕⅘⅛])
        |(?P<word>{letters}+(?:'{letters}+)*)
        |(?P<sign>->|=>|--+|\S)
        """,
        re.VERBOSE,
    )


@cache
def _leading() -> re.Pattern[str]:
    """Words that are written together with the number after them, and do not make it a name."""
    money = "us|usd|eur|gbp|chf|cad|aud|inr|rs|jpy|nok|sek|dkk"
    return re.compile(
        rf"(?:{money})(?=\d)|x(?=\d+(?![\w]))|(?:top|sub|under|over|about|approx|ca|circa)(?=-\d)"
        r"|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?=-\d)"
    )


def tokens_of(text: str) -> list[Token]:
    """The text's tokens, without spaces, list numbers and what was said while thinking."""
    low = alike(text)
    found: list[Token] = []
    scan, leading = _scanner(), _leading()
    at, spaced = 0, True
    while (match := scan.match(low, at)) is not None:
        kind, end = match.lastgroup or "sign", match.end()
        if kind == "name" and not low[at].isdigit():
            lead = leading.match(low, at)
            if lead is not None:
                kind, end = "word", lead.end()
        if kind != "space":
            found.append(_token(kind, low[at:end], at, end, joined=not spaced))
        elif "\n" in match.group() and _begins_a_line(text, match):
            found.append(Token(Sort.STOP, "\n", at, end))
        spaced = kind == "space"
        at = end
    return _without_fillers(_without_lists(_spelt_out(found)))


def _spelt_out(tokens: list[Token]) -> list[Token]:
    """The tokens with letters dictated one by one as the word that they spell: "t e u"."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].sort is Sort.WORD and len(tokens[end].text) == 1:
            end += 1
        letters = tokens[at:end]
        if len(letters) > 1 and letters[0].text in {"k", "m"}:  # "840 k a r r"
            kept.append(letters.pop(0))
        if len(letters) > _LETTERS or (
            len(letters) == _LETTERS and not {"a", "i"} & {each.text for each in letters}
        ):
            word = "".join(each.text for each in letters)
            kept.append(replace(letters[0], text=word, end=letters[-1].end))
        else:
            kept += letters or [tokens[at]]
        at = max(end, at + 1)
    return kept


def _begins_a_line(text: str, space: re.Match[str]) -> bool:
    """Whether a line break ends a sentence: not where a long line was only folded."""
    after = text[space.end() : space.end() + 1]
    return (
        space.group().count("\n") > 1
        or after.isupper()
        or not after.isalnum()
        or _numbers_line(text, space.end())
    )


def _numbers_line(text: str, at: int) -> bool:
    return re.match(r"\d{1,2}[.)]\s", text[at : at + 4]) is not None


def _token(kind: str, text: str, start: int, end: int, *, joined: bool) -> Token:
    if kind in {"number", "dotted"}:
        digits = _plain(text)
        if len(digits.replace(".", "")) > _LONGEST:
            return Token(Sort.NAME, "", start, end, joined=joined)
        decimals = len(digits.partition(".")[2])
        return Token(Sort.NUMBER, text, start, end, float(digits), decimals, joined=joined)
    if kind == "glyph":
        return Token(Sort.NUMBER, text, start, end, _GLYPHS[text], 2, joined=joined)
    sort = {"stop": Sort.STOP, "name": Sort.NAME, "word": Sort.WORD}.get(kind, Sort.SIGN)
    return Token(sort, {"->": "→", "=>": "→"}.get(text, text), start, end, joined=joined)


def _plain(text: str) -> str:
    """Digits with a point, whichever way thousands and decimals were set apart."""
    text = text.replace(" ", "").replace("\u00a0", "").replace("'", "")
    whole, comma, rest = text.rpartition(",")
    if comma and "." not in rest and len(rest) < 3:
        return f"{whole}.{rest}"
    text = text.replace(",", "")
    return text.replace(".", "") if text.count(".") > 1 else text


def _without_lists(tokens: list[Token]) -> list[Token]:
    """The tokens without list numbers ("1. Called the client") and without the stops of abbreviations."""
    kept: list[Token] = []
    last = 0.0
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        if token.text == "." and token.joined and before is not None and before.text in _ABBREVIATED:
            if before.text == "no" and at + 1 < len(tokens) and tokens[at + 1].sort is Sort.NUMBER:
                kept[-1] = replace(before, text="nr")
            continue
        if token.sort is Sort.NUMBER and token.end - token.start < 3 and _is_item(tokens, at, last):
            last = token.value
            kept.append(Token(Sort.STOP, token.text, token.start, token.end))
        else:
            kept.append(token)
    return kept


def _is_item(tokens: list[Token], at: int, last: float) -> bool:
    if at + 2 >= len(tokens) or not tokens[at + 1].joined or tokens[at + 1].text not in {".", ")"}:
        return False
    before = tokens[at - 1] if at else None
    if before is not None and before.text == "(":
        return tokens[at + 1].text == ")"
    follows = tokens[at].value in {1.0, last + 1}
    if before is None or before.text == "\n":
        return True
    return follows and (last > 0 or before.sort is Sort.STOP or before.text in {":", ","})


def _without_fillers(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    after_filler = False
    for at, token in enumerate(tokens):
        if _is_filler(tokens, at):
            if kept and kept[-1].text == ",":
                kept.pop()
            after_filler = True
        elif not (after_filler and token.text == ","):
            kept.append(token)
            after_filler = False
    return kept


def _is_filler(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1] if at else None
    text = tokens[at].text
    if text == "mm":  # or millimetres
        return before is None or before.sort is not Sort.NUMBER
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return (
        text in FILLERS
        or (text, after) == ("you", "know")
        or (text == "know" and before is not None and before.text == "you")
    )
