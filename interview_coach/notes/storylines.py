"""The lines that stories are told in, and the labels, titles and asides among them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interview_coach.notes.blocks import Block, Heading, Item, Listing, Para, Quote, Table
from interview_coach.notes.labels import labels
from interview_coach.notes.names import parts_named
from interview_coach.notes.patterns import regex
from interview_coach.notes.prose import prose
from interview_coach.notes.text import (
    Line,
    fold,
    listed,
    make_line,
    plain,
    unquote,
)
from interview_coach.notes.vocabulary import Part


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a story's text: how deep it stands, and how it joins what was before it."""

    line: Line
    depth: int  # a heading's level, 7 for paragraphs, more for each list around it
    join: str  # "" for a wrapped line, else "\n\n" or "\n- "
    heading: bool = False
    leads: bool = False  # an item with more blocks under it


def pieces_of(block: Block, depth: int) -> Iterator[Piece]:
    """The lines of a block in their order, quotations and callouts opened."""
    if isinstance(block, Heading):
        yield Piece(block.title, block.level, "\n\n", heading=True)
    elif isinstance(block, Para):
        for at, line in enumerate(block.lines):
            yield Piece(line, depth, "\n\n" if at == 0 else "")
    elif isinstance(block, Quote):
        if block.title and block.title.text:
            yield Piece(block.title, depth, "\n\n", heading=True)
        for inner in block.blocks:
            yield from pieces_of(inner, depth)
    elif isinstance(block, Listing):
        for item in block.items:
            yield from _pieces_of_item(item, depth + 1)
    elif isinstance(block, Table):
        yield Piece(make_line(prose([block]), block.line), depth, "\n\n")


def _pieces_of_item(item: Item, depth: int) -> Iterator[Piece]:
    for at, inner in enumerate(item.blocks):
        for nth, piece in enumerate(pieces_of(inner, depth)):
            first = at == 0 and nth == 0
            yield Piece(piece.line, depth, "\n- ", piece.heading, len(item.blocks) > 1) if first else piece


_ASIDE = listed(
    "skills|skills shown|skills demonstrated|skills used|tags|tag|tip|tips|note|notes|time|duration"
    "|length|company|employer|role|when|where|date|year|use for|used for|good for|follow up|follow ups"
    "|follow up questions|keywords|themes|theme|competency|competencies|source|questions|answers"
    "|use it for|works for|delivery|timing|metrics|links|related|status|industry|location|team|project"
    "|difficulty|confidence|last told|last practiced|rating"
)


TITLE = regex(
    (
        r"^(?:(?:my|the|first|second|third)\s+)?(?:star\s+)?(?:story|example|situation example|case"
        r"|anecdote|scenario|geschichte|beispiel|histoire|exemple"
        r"|historia|ejemplo|storia|esempio|verhaal|история|пример|エピソード|例|故事|사례)\s*(?:#|nr\.?"
        r"|no\.?|№)?\s*(?:\d{1,2}|[A-Z]|one|two|three)?\s*"
        r"(?:[:：.)\-–—|]+\s*|$)(.*)$"
    ),
    re.IGNORECASE,
)


LETTER = regex(
    r"^[\x02\s(\[]*([STARLCPO])[)\]]?[\x03\s]*(?:[:：.)=|]|[-–—](?=[\s\x03])|—|–)[\s\x03]*(.*)$", re.DOTALL
)


LETTERS = "SCPOTARL"


_INLINE = regex(
    r"(?:^|(?<=[.;!?。；])|\s[|/·•→]\s|\s)\s*\x02*((?:[A-Z][a-zA-Z]{3,10}|[STARLCPO]))\x03*\s*[:：]\x03*\s*"
)


_BOLD_WITHIN = regex(r"\x02+([^\x02\x03]{1,40})\x03+")


_TITLES = listed(
    "title|titel|titre|titulo|titolo|name|story|story title|question|prompt|answers|frage|pregunta"
)


def titled(line: Line) -> str:
    """The title that a line such as "Title: the Acme deal" gives, or ""."""
    named = (label for label in labels(line.marked) if label.colon and fold(label.name) in _TITLES)
    return next((unquote(plain(label.rest)) for label in named), "")


def is_aside(line: Line) -> bool:
    """Whether the line is a remark about the story ("Use for: conflict questions"), no part of it."""
    return any(label.colon and fold(label.name) in _ASIDE for label in labels(line.marked))


def leads_to_parts(after: list[Piece], depth: int) -> bool:
    """Whether labelled parts stand under this item."""
    for piece in after:
        if piece.depth <= depth and piece.join == "\n- ":
            return False
        if parts_named(piece.line.text) or any(parts_named(label.name) for label in labels(piece.line.marked)):
            return True
    return False


def labels_within(line: Line) -> tuple[str, list[tuple[Part, str]]] | None:
    """A story told on one line, as its title and parts: **S:** text **T:** text, or S: text. T: text."""
    marked = line.marked
    if len(marked) < 20 or (":" not in marked and "：" not in marked and "\x02" not in marked):
        return None
    for pattern in (_BOLD_WITHIN, _INLINE):
        found = [
            (match, named[0])
            for match in pattern.finditer(marked)
            if (named := parts_named(match[1].strip(" :：-–—.")))
            and (pattern is _INLINE or _labels_bold(marked, match))
        ]
        if pattern is _BOLD_WITHIN and len(found) < 3:
            found = _bold_names(marked)
        parts = [part for _, part in found]
        title = plain(marked[: found[0][0].start()]).rstrip(" :：–—-.") if found else ""
        if len(set(parts)) == len(parts) >= 3 and len(title) <= 60:
            ends = [match.start() for match, _ in found[1:]] + [len(marked)]
            texts = [marked[match.end() : end] for (match, _), end in zip(found, ends, strict=True)]
            texts = [text.strip(" :：-–—=|/;\x03") for text in texts]
            return title, list(zip(parts, texts, strict=True))
    return None


def _bold_names(marked: str) -> list[tuple[re.Match[str], Part]]:
    """Bold names of parts without a colon, the first opening the line: **Situation** text **Task** text."""
    found = [
        (match, named[0]) for match in _BOLD_WITHIN.finditer(marked) if (named := parts_named(match[1].strip()))
    ]
    opens = bool(found) and not plain(marked[: found[0][0].start()])
    return found if opens and all(match[1][:1].isupper() for match, _ in found) else []


def _labels_bold(marked: str, match: re.Match[str]) -> bool:
    """A bold word is a label only with a colon or a dash, inside it or after it, or as a lone letter."""
    word = match[1].rstrip()
    return (
        word.endswith((":", "：", "-", "–", "—", "."))
        or marked[match.end() :].lstrip()[:1] in tuple(":：-–—=")
        or len(word) == 1
    )
