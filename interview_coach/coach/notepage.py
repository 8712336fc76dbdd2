"""A note as a page to read: its head and its blocks, each with its line in the file."""

from dataclasses import dataclass
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.notes.blocks import Block, Code, Heading, Item, Listing, Para, Quote, Rule, Table
from interview_coach.notes.encoding import NoText, decode
from interview_coach.notes.files import Loaded, load_file
from interview_coach.notes.head import read_head
from interview_coach.notes.markdown import parse
from interview_coach.notes.source import tidy
from interview_coach.notes.text import Line

__all__ = [
    "Block",
    "Code",
    "Heading",
    "Item",
    "Line",
    "Listing",
    "NotePage",
    "Para",
    "Quote",
    "Rule",
    "Table",
    "note_page",
]

LONGEST = 200_000  # characters shown; a long note has ten thousand


@dataclass(frozen=True, slots=True)
class NotePage:
    """A note as it is on disk now. `head` is its frontmatter; `cut` says that the file goes on."""

    path: str
    head: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    cut: bool


def note_page(decks: Path, path: str) -> NotePage:
    """The note at a path inside decks/. Raises CoachError where it cannot be read as text."""
    loaded = load_file(decks / path, path)
    if not isinstance(loaded, Loaded):
        reason = getattr(loaded, "message", "") or getattr(loaded, "reason", "")
        raise CoachError(f"{path}: {reason}", getattr(loaded, "hint", ""))
    decoded = decode(loaded.data)
    if isinstance(decoded, NoText):
        raise CoachError(f"{path}: {decoded.reason}", "save it as plain text in UTF-8")
    text, _ = decoded
    head = read_head(text[:LONGEST])
    values = tuple((key, ", ".join(texts)) for key, texts in head.values.items())
    return NotePage(path, values, parse(tidy(head.body, head.body_line)), len(text) > LONGEST)
