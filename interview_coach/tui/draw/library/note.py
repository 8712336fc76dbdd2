"""A note drawn from its blocks: headings, lists, tables, quotations, each line with its line in the file.

Textual's own Markdown takes up to a second for a long note, and mounts a widget a block; these are lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from interview_coach.coach.notepage import (
    Block,
    Code,
    Heading,
    Item,
    Line,
    Listing,
    NotePage,
    Para,
    Quote,
    Rule,
    Table,
)
from interview_coach.tui.draw.basics import BLANK, QUIET, labelled
from interview_coach.tui.text import clean, cut, padded, width_of, wrapped

READING = 88  # cells that prose is read in, at most
HEAD = 18  # cells of a key of the frontmatter
LEAST = 8  # cells of a column of a table
DEEPEST = 8  # levels that are indented any further
Row = tuple[Content, int]  # a line as drawn, and its line in the file


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a block is drawn: how wide, and with what before each line."""

    width: int
    lead: Content = BLANK
    depth: int = 0

    def within(self, lead: Content) -> "_Box":
        if self.depth >= DEEPEST:
            return self
        return _Box(max(4, self.width - lead.cell_length), Content.assemble(self.lead, lead), self.depth + 1)

    def rows(self, lines: Iterable[Content], line: int) -> list[Row]:
        return [(Content.assemble(self.lead, each), line) for each in lines]


def rows(page: NotePage, width: int) -> list[Row]:
    """The whole note for a width."""
    drawn: list[Row] = []
    for key, value in page.head:
        drawn += [(line, 1) for line in labelled(key, value, width, HEAD)]
    if drawn:
        drawn.append((BLANK, 1))
    drawn += _blocks(page.blocks, _Box(min(width, READING)))
    if page.cut:
        said = "The note goes on; e opens the whole of it in your editor."
        drawn += [(Content.styled(line, QUIET), drawn[-1][1]) for line in wrapped(said, width)]
    return drawn


def _blocks(blocks: Sequence[Block], box: _Box) -> list[Row]:
    drawn: list[Row] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not _is_close(before, block):
            drawn += box.rows([BLANK], drawn[-1][1] if drawn else 1)
        drawn += _block(block, box)
        before = block
    return drawn


def _is_close(before: Block, block: Block) -> bool:
    """Whether a block follows the one before it without a gap: what stands under its own title."""
    return isinstance(before, Heading) and before.level > 2 and not isinstance(block, Heading)


def _block(block: Block, box: _Box) -> list[Row]:
    match block:
        case Heading():
            return _heading(block, box)
        case Para():
            return [row for line in block.lines for row in box.rows(_prose(line, box.width), line.line)]
        case Listing():
            return _listing(block, box)
        case Table():
            return _table(block, box)
        case Quote():
            return _quote(block, box)
        case Code():
            lines = [Content.styled(cut(text, box.width), QUIET) for text in clean(block.text).split("\n")]
            return box.rows(lines, block.line)
        case Rule():
            return box.rows([Content.styled("─" * box.width, "$line")], block.line)


def _prose(line: Line, width: int, style: str = "") -> list[Content]:
    return [Content.styled(text, style) for text in wrapped(line.text, width)]


def _heading(block: Heading, box: _Box) -> list[Row]:
    style = "bold $text-primary" if block.level <= 2 else "bold"
    lines = _prose(block.title, box.width, style)
    if block.level == 1:
        lines.append(Content.styled("━" * min(box.width, width_of(lines[-1].plain)), "$text-primary"))
    return box.rows(lines, block.title.line)


def _listing(block: Listing, box: _Box) -> list[Row]:
    drawn: list[Row] = []
    for number, item in enumerate(block.items, start=1):
        drawn += _item(item, f"{number}. " if block.ordered else "• ", box)
    return drawn


def _item(item: Item, mark: str, box: _Box) -> list[Row]:
    """An item: its mark before its first line, the others beneath that line's beginning."""
    inner = _blocks_of_item(item, box.within(Content(" " * width_of(mark))))
    if not inner:
        return box.rows([Content.styled(mark, QUIET)], item.line)
    first, line = inner[0]
    start = box.lead.cell_length
    head = Content.assemble(box.lead, (mark, QUIET), first[start + len(mark) :])
    return [(head, line), *inner[1:]]


def _blocks_of_item(item: Item, box: _Box) -> list[Row]:
    return [row for block in item.blocks for row in _block(block, box)]


def _quote(block: Quote, box: _Box) -> list[Row]:
    inner = box.within(Content.styled("│ ", "$line"))
    title = [] if block.title is None else inner.rows(_prose(block.title, inner.width, "bold"), block.line)
    return [*title, *_blocks(block.blocks, inner)]


def _table(block: Table, box: _Box) -> list[Row]:
    """Columns as wide as what is in them where there is room, else a row as labels and texts."""
    every = [row for row in (block.header, *block.rows) if row]
    if not every:
        return []
    columns = max(len(row) for row in every)
    wanted = [
        max((width_of(clean(row[index].text)) for row in every if index < len(row)), default=0)
        for index in range(columns)
    ]
    widths = _shared(wanted, box.width - 2 * (columns - 1))
    if min(widths) < LEAST and min(widths) < max(wanted):
        return _as_pairs(block, box)
    drawn: list[Row] = []
    for row in every:
        is_head = row is block.header
        cells = [wrapped(row[at].text if at < len(row) else "", max(2, widths[at])) for at in range(columns)]
        drawn += box.rows(_side_by_side(cells, widths, QUIET if is_head else ""), row[0].line)
        if is_head:
            length = sum(widths) + 2 * (columns - 1)
            drawn += box.rows([Content.styled("─" * length, "$line")], row[0].line)
    return drawn


def _side_by_side(cells: Sequence[Sequence[str]], widths: Sequence[int], style: str) -> list[Content]:
    rows = zip_longest(*cells, fillvalue="")
    padding = (
        "  ".join(padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
    return [Content.styled(line, style) for line in padding]


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """The width of each column: what it wants where that fits, the widest giving way first."""
    widths = [max(1, each) for each in wanted]
    while sum(widths) > room and max(widths) > 1:
        widest = widths.index(max(widths))
        others = sorted(widths)
        second = others[-2] if len(others) > 1 else 1
        excess = sum(widths) - room
        widths[widest] -= max(1, min(excess, widths[widest] - second))
    return widths


def _as_pairs(block: Table, box: _Box) -> list[Row]:
    names = [cell.text for cell in block.header]
    drawn: list[Row] = []
    for row in block.rows:
        for index, cell in enumerate(row):
            name = names[index] if index < len(names) else ""
            text = f"{name}: {cell.text}" if name else cell.text
            drawn += box.rows([Content(line) for line in wrapped(text, box.width)], cell.line)
        drawn += box.rows([BLANK], row[0].line if row else block.line)
    return drawn[:-1]
