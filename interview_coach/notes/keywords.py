"""Keywords for applicant tracking systems: a line, several lines, a list, hashtags or code."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from interview_coach.notes.blocks import Block, Code, Listing, Para, Quote, Table
from interview_coach.notes.labels import labels
from interview_coach.notes.names import section_named
from interview_coach.notes.patterns import regex
from interview_coach.notes.text import (
    CODE_OFF,
    CODE_ON,
    Line,
    clean,
    fold,
    is_placeholder,
    plain,
    unquote,
    without_enumerator,
)
from interview_coach.notes.vocabulary import Kind

_COMMA = regex(r"[,;，；、|·•‧∙؛،\n]|\s[/–—]\s")
_CODE = regex(rf"{CODE_ON}([^{CODE_OFF}]*){CODE_OFF}")
_TAG = regex(r"(?<!\S)#([\w/\-]*[^\W\d][\w/\-]*)")


def read_keywords(blocks: Sequence[Block]) -> list[str]:
    """The keywords in their order, each once, whatever its case."""
    found: dict[str, str] = {}
    for word in _words(blocks):
        text = _bare(word)
        if text and not is_placeholder(text):
            found.setdefault(fold(text) or text, text)
    return list(found.values())


def _bare(word: str) -> str:
    text = unquote(re.sub(r"^(?:and|und|y|et|e|и)\s+", "", without_enumerator(clean(word)).strip(" .")))
    return text if text.count(")") <= text.count("(") else text.rstrip(") ")


def _words(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Para):
            yield from _paragraph(block)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _words(item.blocks)
        elif isinstance(block, Quote):
            yield from _words(block.blocks)
        elif isinstance(block, Table):
            yield from (piece for row in block.rows for cell in row for piece in _pieces(cell.marked))
        elif isinstance(block, Code):
            yield from (piece for line in block.text.splitlines() for piece in _pieces(line))


def _paragraph(block: Para) -> Iterator[str]:
    """One text where lines were wrapped at a comma, else a text for each line."""
    wrapped = any("," in line.text or ";" in line.text for line in block.lines[:-1])
    if not wrapped:
        for line in block.lines:
            yield from _line(line)
        return
    pieces: list[str] = []
    before = ""
    for line in block.lines:
        shown = _unlabelled(line.marked)
        low = line.text[:1].islower()
        fresh = (
            before.endswith((",", ";", "、", "，"))
            or shown is not line.marked
            or (not low and len(before) < 60)
        )
        pieces += ["\n" if fresh else " ", shown]
        before = line.text
    yield from _pieces("".join(pieces))


def _line(line: Line) -> Iterator[str]:
    yield from _pieces(_unlabelled(line.marked))


def _unlabelled(marked: str) -> str:
    """The line without the name of a group ("Hard skills: SQL, Python"); a name alone says nothing."""
    for label in labels(marked):
        if label.colon and len(label.name.split()) <= 4:
            return label.rest
    return marked


def _pieces(marked: str) -> Iterator[str]:
    codes = _CODE.findall(marked)
    if codes and not re.search(r"\w", plain(_CODE.sub("", marked))):
        for code in codes:
            yield from _split(code)
        return
    for piece in _split(marked):
        words = piece.split()
        tags = list(takewhile(_TAG.fullmatch, reversed(words)))
        phrase = " ".join(words[: len(words) - len(tags)])
        if phrase:
            yield plain(_TAG.sub(r"\1", phrase))  # a tag within a phrase is a word of it
        yield from (plain(tag.removeprefix("#")) for tag in reversed(tags) if not _names_them(tag))


def _names_them(tag: str) -> bool:
    """Whether a tag says that these are keywords rather than being one."""
    named = section_named(tag)
    return named is not None and named.kind is Kind.KEYWORDS


def _split(text: str) -> list[str]:
    """The text at commas and their like, but not within brackets."""
    pieces, depth, start = [], 0, 0
    marks = {found.start(): found.end() for found in _COMMA.finditer(text)}
    for at, mark in enumerate(text):
        depth = max(0, depth + (mark in "([（") - (mark in ")]）"))
        if at in marks and depth == 0 and at >= start:
            pieces.append(text[start:at])
            start = marks[at]
    return [*pieces, text[start:]]
