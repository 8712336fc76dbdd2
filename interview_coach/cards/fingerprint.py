"""What makes two texts the same text: the words and figures, not how they are set.

Quotes, dashes, emphasis, punctuation, case and white space fold away, in any script. What carries a
figure's meaning stays: "13/14", "1.5", "-5", "93%", "5+", "~10", "$1.2M", "C++" and "C#".
"""

import re
import unicodedata
from hashlib import blake2b
from zlib import crc32

_APOSTROPHES = {ord(mark): "" for mark in "'`\u2018\u2019\u201b\u02bc"}
_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")
# By the time these two are used, other scripts' punctuation has become one of these or a space.
_MARKS = {ord(mark): " " for mark in '!"&()*;?@[\\]^_{|}'} | _APOSTROPHES
_FOLDED_AWAY = re.compile(
    r"""
    [-=.,:/<>~\#] (?:                                           # a mark, unless it says something:
      (?<= [.,:/]) (?: (?!\d) | (?<! \d.) )                     # within a figure: 1.5, 13/14, 3:1
    | (?<= -) (?: (?![\d$€£¥]) | (?<= [^\s\d] -) )              # a minus, a range: -5, 10-20
    | (?<= [<>~]) (?: (?!\s?[\d$€£¥]) | (?<= [-=] >) )          # before a figure, but no arrow: ~10, <5
    | (?<= \#) (?<! [^\W\d_] \#)                                # after a letter: C#
    | (?<= =)
    )
    """,
    re.VERBOSE,
)
_LOOKALIKES = {
    "\u2212": "-",
    "\u2044": "/",
    "\u2215": "/",
    "\u2248": "~",
    "\u223c": "~",
    "\u2264": "<",
    "\u2265": ">",
}


def fold(text: str) -> str:
    """The text as identity sees it. Folding twice gives the same; a text of mere symbols stays itself."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain.translate(_APOSTROPHES))
        plain = "".join(character if character.isascii() else _letter(character) for character in plain)
    plain = plain.translate(_MARKS)
    folded = " ".join(_FOLDED_AWAY.sub(" ", _THOUSANDS.sub("", plain)).split()).replace(" %", "%")
    return folded or " ".join(text.split())


def fingerprint(text: str) -> str:
    """Sixteen hex digits that two texts share when they fold to the same."""
    return blake2b(fold(text).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def seed(kind: str, prompt: str) -> int:
    """The number that a card's fuzz derives from: 32 bits, the same on every machine for the same text."""
    return crc32(f"{kind}\n{fold(prompt)}".encode("utf-8", "surrogatepass"))


def _letter(character: str) -> str:
    """What stays of a character outside ASCII: letters, marks, digits and currency as they are."""
    category = unicodedata.category(character)
    if category[0] in "LMN" or category == "Sc":
        return character
    if category == "Pd":
        return "-"
    return _LOOKALIKES.get(character, "" if category == "Cf" else " ")
