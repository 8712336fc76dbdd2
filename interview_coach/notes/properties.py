"""A note's properties typed as lines under its title, as exports of note programs have them."""

from collections.abc import Mapping, Sequence

from interview_coach.notes.blocks import Block, Heading, Para
from interview_coach.notes.labels import labels
from interview_coach.notes.text import Line, fold, listed, plain

_KNOWN = listed(
    "type|tags|tag|category|area|proficiency|level|skill level|years|years experience|years of experience"
    "|experience|last used|aliases|alias|also known as|status|created|updated|last edited|actively using|owner"
)


def take_properties(blocks: Sequence[Block]) -> tuple[dict[str, str], tuple[Block, ...]]:
    """The properties by folded name, and the blocks without the paragraph that gives them.

    They are a paragraph of two or more lines right under the title, or above it, each "name: value" with a
    known name.
    """
    for at, block in enumerate(blocks[:3]):
        if isinstance(block, Para):
            found = [each for line in block.lines if (each := _property(line)) is not None]
            if len(found) == len(block.lines) >= 2:
                return dict(found), (*blocks[:at], *blocks[at + 1 :])
            break
        if not isinstance(block, Heading):
            break
    return {}, tuple(blocks)


def _property(line: Line) -> tuple[str, str] | None:
    label = next((each for each in labels(line.marked) if each.colon), None)
    if label is None or fold(label.name) not in _KNOWN or not plain(label.rest):
        return None
    return fold(label.name), plain(label.rest)


def with_properties(
    values: Mapping[str, tuple[str, ...]], properties: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """The frontmatter's values, and the properties that it does not have."""
    return {**{name: (value,) for name, value in properties.items()}, **values}
