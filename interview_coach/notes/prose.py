"""From blocks back to plain text: paragraphs apart by an empty line, list items as lines "- x"."""

from collections.abc import Iterable, Sequence

from interview_coach.notes.blocks import Block, Code, Heading, Item, Listing, Para, Quote, Table
from interview_coach.notes.text import Line, clean, unquote


def joined(lines: Iterable[Line]) -> str:
    """Lines of one paragraph as one line."""
    return " ".join(line.text for line in lines if line.text)


def prose(blocks: Sequence[Block]) -> str:
    """The blocks as plain text, without quotation marks round the whole of a paragraph."""
    text = ""
    for block in blocks:
        piece = _one(block)
        if piece:
            text += ("\n" if isinstance(block, Listing) else "\n\n") * bool(text) + piece
    return text


def _one(block: Block) -> str:
    if isinstance(block, Para):
        return unquote(joined(block.lines))
    if isinstance(block, Heading):
        return block.title.text
    if isinstance(block, Listing):
        return "\n".join(filter(None, map(item_prose, block.items)))
    if isinstance(block, Quote):
        title = block.title.text if block.title else ""
        return "\n\n".join(filter(None, (title, prose(block.blocks))))
    if isinstance(block, Table):
        return "\n".join(" | ".join(cell.text for cell in row) for row in (block.header, *block.rows) if row)
    if isinstance(block, Code):
        return "\n".join(filter(None, map(clean, block.text.splitlines())))
    return ""


def item_prose(item: Item) -> str:
    """One list item as "- x", what is nested in it after it."""
    text = prose(item.blocks)
    return f"- {text}" if text and not text.startswith("- ") else text


def without_lone_dash(text: str) -> str:
    """The text without the dash of a list of a single item."""
    return text.removeprefix("- ") if text.count("\n- ") == 0 else text


def first_line(block: Block) -> Line | None:
    """The line that a block opens with, if it is text."""
    if isinstance(block, Para):
        return block.lines[0]
    return block.title if isinstance(block, Heading) else None
