"""The signs by which a note's title and its sections are known."""

from collections.abc import Sequence

from interview_coach.notes.blocks import LABEL_LEVEL, Block, Heading, Item, Listing, Para, Quote
from interview_coach.notes.labels import Label, is_bold, labels
from interview_coach.notes.names import Match, parts_named, section_headed, section_named
from interview_coach.notes.text import Line, is_question, plain, unquote, without_enumerator

NEARBY = 60  # blocks looked at around a heading to see what it belongs to


def find_title(blocks: Sequence[Block]) -> Heading | None:
    """The heading that names the note: its first of level 1, else the one that opens it."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    if not headings:
        first_para = blocks[0] if blocks else None
        if isinstance(first_para, Para) and _is_title_line(first_para):
            return Heading(1, first_para.lines[0])
        lists = [block for block in blocks[:3] if isinstance(block, Listing)]  # an outliner's note is one list
        head = next((block for each in lists for item in each.items[:1] for block in item.blocks[:1]), None)
        return head if isinstance(head, Heading) and not _named(head.title.text) else None
    first = [heading for heading in headings if heading.level == 1] or headings
    if not first:
        return None
    heading = first[0]
    text = heading.title.text
    if heading is headings[0] and heading.level == 1 and len(first) == 1:
        after = next(iter(blocks[blocks.index(heading) + 1 :]), None)
        named = _named(text)
        return None if named and named.sure and _is_content(after) else heading
    told = (
        _named(text) or (heading.level > 1 and section_headed(text)) or is_question(text) or parts_named(text)
    )
    return None if told else heading


def _is_content(block: Block | None) -> bool:
    """Whether what stands right under a section's name is what the section holds, and no introduction."""
    if block is None or isinstance(block, Heading):
        return False
    if not isinstance(block, Para):
        return True
    first = block.lines[0]
    return is_question(unquote(first.text)) or any(parts_named(label.name) for label in labels(first.marked))


def _is_title_line(block: Para) -> bool:
    """Whether a paragraph by itself names a note that has no headings: all bold, or all in capitals."""
    line = block.lines[0]
    alone = len(block.lines) == 1 and len(line.text) <= 60 and not line.text.endswith((":", "：", ".", "?"))
    return alone and (is_bold(line.marked) or line.text.isupper()) and _named(line.text) is None


def _named(text: str) -> Match | None:
    """The section that the whole title or a label at its start names."""
    names = (text, *(label.name for label in labels(text)))
    return next((match for name in names if (match := section_named(name)) is not None), None)


def has_question_above(blocks: Sequence[Block], level: float) -> bool:
    """Whether a question stands above by itself, so that a story could be told as an answer to it."""
    for block in reversed(blocks[-NEARBY:]):
        if isinstance(block, Heading) and block.level < level:
            text = block.title.text
            return is_question(text, loose=True) or unquote(without_enumerator(text)) != text
        if isinstance(block, Para) and level >= LABEL_LEVEL:
            first = block.lines[0]
            if is_question(unquote(first.text)):
                return len(block.lines) == 1 and is_bold(first.marked)
        if isinstance(block, Quote) and block.title and is_question(block.title.text):
            return False
    return False


def item_label(line: Line, *, nested: bool) -> tuple[Label, Match | None]:
    whole = Label(line.text.rstrip(" :："), "", bold=is_bold(line.marked), colon=False)
    for label in (whole, *labels(line.marked)):
        match = section_named(label.name)
        if match is None or (parts_named(label.name) and not match.sure):
            continue
        if nested and not plain(label.rest):
            return label, match
        if match.sure and plain(label.rest) and label.colon:
            return label, match
    return whole, None


def is_section_item(item: Item) -> bool:
    """Whether an item of a list stands for a section, as in an outliner's notes."""
    if not item.blocks:
        return False
    head, *others = item.blocks
    if isinstance(head, Heading):
        return section_headed(head.title.text) is not None or holds_sections(others)
    if not isinstance(head, Para):
        return False
    _, match = item_label(head.lines[0], nested=bool(others) or len(head.lines) > 1)
    return match is not None or holds_sections(others)


def holds_sections(blocks: Sequence[Block]) -> bool:
    for block in blocks:
        if isinstance(block, Heading) and section_headed(block.title.text):
            return True
        if isinstance(block, Para) and any(item_label(line, nested=True)[1] for line in block.lines):
            return True
        if isinstance(block, Listing) and any(map(is_section_item, block.items)):
            return True
        if isinstance(block, Quote) and block.title and section_named(block.title.text):
            return True
    return False
