"""The first sentence of a text, for cards that ask how a story opens."""

import re

_END = re.compile(
    r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s)|[\u3002\uff01\uff1f]+[\u300d\u300f\u201d\uff09)]*|\n"
)
_LAST_WORD = re.compile(r"[^\s(\"'\u201c\u2018]+$")
# English abbreviations that a capital letter or a figure often follows.
_ABBREVIATIONS = re.compile(
    "approx|ca|cf|co|corp|dept|dr|eg|est|fig|gen|gov|ie|inc|jr|ltd|mr|mrs|ms|mt|prof|rep|rev|sen|sr|st|vs"
)


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence or line, its own mark included.

    No mark ends a sentence before a small letter, and no full stop after an abbreviation or an initial.
    """
    text = text.strip()
    for end in _END.finditer(text):
        if _ends_sentence(text, end):
            return text[: end.end()].strip()
    return text


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    if end.group()[0] in "\n\u3002\uff01\uff1f":
        return True
    after = text[end.end() :].lstrip()
    if after[:1].islower():
        return False
    word = _LAST_WORD.search(text[: end.start()])
    if word is None or end.group().rstrip("\"'\u201d\u2019)]") != ".":
        return True
    letters = word.group().casefold()
    if letters == "no":  # the answer no, or number 5
        return not after[:1].isdigit()
    initials = "." in letters or (len(letters) == 1 and letters.isalpha())
    return not initials and _ABBREVIATIONS.fullmatch(letters) is None
