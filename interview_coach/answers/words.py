"""The words of a text with their places, and how many there are.

A word is folded for comparing: no case, no accents, one kind of apostrophe, a hyphen as a space, a letter
drawn out ("ummmm") as two. "I'd", "we've" and the like are the two words that they stand for.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

_APOSTROPHES = "'\u2019\u2018\u02bc`\u00b4\uff07"
# What ends a word: white space, controls, punctuation. Signs of other scripts that Python takes for no letter
# stay in their words, which a class of letters would break at each vowel sign.
_BREAKS = (
    r"\s\x00-\x1f\x7f-\x9f!-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02bc"
    r"\u060c\u061b\u061f\u0964\u0965\u2010-\u2029\u202f-\u205f\u3000-\u3003\u3008-\u301f"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_WORD = re.compile(rf"[^{_BREAKS}]+(?:[{_APOSTROPHES}][^{_BREAKS}]+)*")
_JOINS = re.compile(r"[^\S\n]*\n?[^\S\n]*|[-\u2010\u2011]")  # between two words that belong together
_CHUNK = re.compile(r"[^\s\u2013-\u2015\u2026]+")
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")

# Scripts that set no spaces between words, and the letters that make one on the average.
_UNSPACED = (
    (re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), 2),  # Han, kana
    (re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), 5),  # Thai, Lao, Burmese, Khmer
)

# Behind "I'd" these say that it is "I had"; behind anything else it is "I would".
_BEHIND_HAD = re.compile(
    "already|just|never|recently|previously|better|been|had|done|gone|given|taken|written|seen|known|spoken|chosen"
    "|built|led|made|sent|spent|held|kept|found|left|lost|met|told|brought|taught|bought|caught|heard|thought"
    "|agreed|guaranteed|begun|broken|drawn|driven|grown|shown|thrown|won|[^\\W\\d_]+(?<!e)ed"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the characters that it takes in the text.

    `joined` says that nothing but a space, one line end or a hyphen stands between it and the word before.
    """

    text: str
    start: int
    end: int
    joined: bool


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in their order."""
    found = [(folded, match) for match in _WORD.finditer(text) if (folded := _folded(match.group()))]
    following = [folded for folded, _ in [*found, ("", None)]][1:]
    words: list[Word] = []
    end = -1
    for (folded, match), after in zip(found, following, strict=True):
        joined = end >= 0 and _JOINS.fullmatch(text, end, match.start()) is not None
        end = match.end()
        for part in _spoken(folded, after):
            words.append(Word(part, match.start(), end, joined))
            joined = True
    return tuple(words)


def fold(text: str) -> str:
    """The folded words of a text with a space between them."""
    return " ".join(word.text for word in words_of(text))


def word_count(text: str) -> int:
    """How many words a text has, in any script.

    What stands between spaces and dashes is one word if it holds a letter or a figure: "13/14" and
    "well-known" are one. In scripts without spaces two letters of Chinese or Japanese are counted as a word,
    and five of Thai, Lao, Burmese or Khmer.
    """
    unspaced = 0
    if not text.isascii():
        for letters, number in _UNSPACED:
            text, times = letters.subn(" ", text)
            unspaced += ceil(times / number)
    return unspaced + sum(any(map(str.isalnum, chunk)) for chunk in _CHUNK.findall(text))


def spoken_seconds(words: int, words_per_minute: int) -> int:
    """How long that many words take to say, to the second."""
    return round(words * 60 / words_per_minute)


def _folded(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.casefold())
        word = _UNSEEN.sub("", word).translate(_ONE_APOSTROPHE)
    return _DRAWN_OUT.sub(r"\1\1", word.casefold().translate(_ONE_APOSTROPHE))


_ONE_APOSTROPHE = {ord(mark): "'" for mark in _APOSTROPHES}


def _spoken(word: str, after: str) -> Iterator[str]:
    """The words that a short form stands for."""
    whole, mark, short = word.rpartition("'")
    if not mark or short not in ("d", "ve"):
        yield word
        return
    yield whole
    if short == "ve":
        yield "have"
    else:
        yield "had" if _BEHIND_HAD.fullmatch(after) else "would"
