"""The blocks that a note's Markdown is read into; each knows its line in the file."""

from collections.abc import Iterable
from dataclasses import dataclass

from interview_coach.notes.text import Line

LABEL_LEVEL = 7  # the rank of a bold label, below every heading


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 to 6, or 7 for a label or a callout's title that stands for one."""

    level: int
    title: Line


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, as the lines it was typed in."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    blocks: tuple["Block", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, bulleted or numbered."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `header` is empty where the note gives none."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, or a callout of some `kind` (lower case) with its title."""

    blocks: tuple["Block", ...]
    line: int
    kind: str = ""
    title: Line | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """A block of code or of mathematics, as it was typed."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule."""

    line: int


Block = Heading | Para | Listing | Table | Quote | Code | Rule


def opening(item: Item) -> tuple[Block, list[Block]]:
    """The first block of an item that has one, a heading in it taken as a line; and the blocks under it."""
    head, *nested = item.blocks
    return (Para((head.title,)) if isinstance(head, Heading) else head), nested


def tables(blocks: Iterable[Block]) -> list[Table]:
    """The tables among the blocks and within their quotations and lists."""
    found: list[Table] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(block)
        elif isinstance(block, Quote):
            found += tables(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                found += tables(item.blocks)
    return found
