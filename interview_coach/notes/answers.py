"""A question's answer: its text without labels, and the stories told in it."""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.notes.asking import (
    names_story,
    question_label,
)
from interview_coach.notes.blocks import Block, Heading, Listing, Para, Quote
from interview_coach.notes.labels import labels
from interview_coach.notes.names import parts_named
from interview_coach.notes.patterns import regex
from interview_coach.notes.text import (
    Line,
    make_line,
)

_FIELD = regex(r"^[\w \-]{1,30}::\s*\S")


def without_label(blocks: Sequence[Block], *, story: bool) -> list[Block]:
    """The answer's blocks without "Answer:" before them, headings that say so, and Dataview fields.

    In a `story`, "A:" is its action and stays.
    """
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and (question_label(block.title.marked) or names_story(block.title.text)):
            continue
        if isinstance(block, Para):
            lines = [_unlabelled(line, story=story) for line in block.lines if not _is_field(line)]
            lines = [line for line in lines if line.text and not names_story(line.text)]
            if lines:
                kept.append(Para(tuple(lines)))
            continue
        if isinstance(block, Quote) and block.title and _answers(block.title):
            kept.append(replace(block, title=None))
            continue
        if isinstance(block, Listing) and block.items and not kept:
            first, *others = block.items
            blocks_inside = without_label(first.blocks, story=story)
            kept.append(replace(block, items=(replace(first, blocks=tuple(blocks_inside)), *others)))
            continue
        kept.append(block)
    return kept


def _answers(line: Line) -> bool:
    """Whether the line is nothing but a label such as "My answer"."""
    label = question_label(line.marked)
    return label is not None and bool(label["a"]) and not label["rest"]


def _is_field(line: Line) -> bool:
    return bool(_FIELD.match(line.marked)) and not question_label(line.marked)


def _unlabelled(line: Line, *, story: bool) -> Line:
    label = question_label(line.marked)
    if label and label["a"] and not (story and label["a"] == "A"):
        return make_line(label["rest"], line.line)
    return line


def before_story(blocks: Sequence[Block]) -> list[Block]:
    """What stands before the first label of the story."""
    for at, block in enumerate(blocks):
        if not isinstance(block, Para):
            return list(blocks[:at])
        for line in block.lines:
            if (
                parts_named(line.text)
                or any(parts_named(label.name) for label in labels(line.marked))
                or "\x02" in line.marked
            ):
                return list(blocks[:at])
    return []
