"""Where the sentences of an answer begin and end, as typed, pasted or dictated."""

import re
from collections.abc import Iterator

from interview_coach.answers.model import Span

_END = re.compile(
    r"(?<![.!?\u2026\u061f\u0964])[.!?\u2026\u061f\u0964]+[\"'\u201d\u2019)\]]*(?=\s)"
    r"|[\u3002\uff01\uff1f]+[\u300d\u300f\u201d\uff09)]*"
    r"|\n[^\S\n]*\n|\n(?=[^\S\n]{0,40}(?:[-*\u2022\u2013]\s|[^\W\d_]))"
)
_LAST_WORD = re.compile(r"[^\s(\"'\u201c\u2018]+$")
_CLOSERS = "\"'\u201d\u2019)]"
_ABBREVIATIONS = re.compile(
    "approx|avg|ca|cf|co|corp|dept|dr|eg|est|fig|gen|gov|hrs?|ie|inc|jr|ltd|max|min|mr|mrs|ms|mt|nr|pp?|prof|rep|rev"
    "|sen|sr|st|vs"
)


def sentences_of(text: str) -> tuple[Span, ...]:
    """The places of the sentences, without the white space round them; what has no words is none.

    No full stop ends a sentence after an abbreviation or an initial, and no "..." before a small letter. A line
    end does where a list item, a blank line or a capital letter follows.
    """
    return tuple(span for start, end in _pieces(text) if (span := _trimmed(text, start, end)) is not None)


def _pieces(text: str) -> Iterator[Span]:
    start = 0
    for end in _END.finditer(text):
        if _ends(text, start, end):
            yield start, end.end()
            start = end.end()
    yield start, len(text)


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    marks = end.group().rstrip(_CLOSERS)
    after = text[end.end() : end.end() + 200].lstrip()
    if end.group().startswith("\n"):
        following = after.split(maxsplit=1)[0] if after else ""
        return end.group() != "\n" or not following[:1].isalpha() or _begins(following)
    if marks.startswith(("..", "\u2026")):
        return not after[:1].islower()
    if marks != ".":
        return True
    word = _LAST_WORD.search(text, max(start, end.start() - 40), end.start())
    letters = word.group().casefold() if word is not None else ""
    if letters in ("a.m", "p.m"):
        return after[:1].isupper()
    if letters == "no":  # the answer no, or number 5
        return not after[:1].isdigit()
    initials = ("." in letters and not letters[0].isdigit()) or (len(letters) == 1 and letters.isalpha())
    return letters == "i" or not (initials or _ABBREVIATIONS.fullmatch(letters))


def _begins(word: str) -> bool:
    """Whether a word's capital begins a sentence; "I" is one wherever it stands."""
    return word[:1].isupper() and word.rstrip(",'\u2019") not in ("I", "I'm", "I'd", "I've", "I'll")


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    inner = piece.strip()
    if not any(map(str.isalnum, inner)):
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(inner)
