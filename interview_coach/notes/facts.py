"""The simpler sections: description, proficiency, self-assessment, accomplishments."""

from collections.abc import Sequence

from interview_coach.notes.blocks import Block, Heading, Listing, Para, Quote, Table
from interview_coach.notes.labels import is_bold, labels
from interview_coach.notes.model import Proficiency
from interview_coach.notes.prose import joined, prose
from interview_coach.notes.text import fold, is_placeholder, plain, unquote, without_enumerator

_WHERE = frozenset({"at", "in", "as", "for", "during", "with", "bei", "chez", "en"})
_ACHIEVED = frozenset({"accomplishment", "achievement", "what", "win", "result", "description", "highlight"})


def read_accomplishments(blocks: Sequence[Block]) -> list[str]:
    """Each accomplishment as one text; the items under "At Acme:" are accomplishments of their own."""
    found: list[str] = []
    lists = any(isinstance(block, Listing | Table) for block in blocks)
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                found += _item(item.blocks)
        elif isinstance(block, Table):
            found += [_row(block, at) for at in range(len(block.rows))]
        elif isinstance(block, Quote):
            found += read_accomplishments(block.blocks)
        elif isinstance(block, Para) and not (lists and _introduces(block)):
            found += _paragraph(block)
    return [text for text in found if not is_placeholder(text)]


def _introduces(block: Para) -> bool:
    return joined(block.lines).endswith((":", "：")) or is_bold(block.lines[0].marked) or len(block.lines) == 1


def _paragraph(block: Para) -> list[str]:
    if len(block.lines) == 1 or any(line.text[:1].islower() for line in block.lines[1:]):
        return [unquote(joined(block.lines))]
    return [unquote(without_enumerator(line.text)) for line in block.lines]


def _item(blocks: Sequence[Block]) -> list[str]:
    head = blocks[0] if blocks else None
    if not isinstance(head, Para):
        return read_accomplishments(blocks)
    text = joined(head.lines)
    nested = [each for each in blocks[1:] if isinstance(each, Listing)]
    group = _is_group(text, bold=is_bold(head.lines[0].marked))
    if nested and group:
        return read_accomplishments(nested)
    rest = prose(blocks[1:])
    return ["\n".join(filter(None, (unquote(text), rest)))]


def _is_group(text: str, *, bold: bool) -> bool:
    """Whether an item only says where or when ("At Acme:"), so that those under it are the accomplishments."""
    if not text.endswith((":", "：")):
        return bold and len(text.split()) <= 5
    return len(text.split()) <= 3 or fold(text).split()[0] in _WHERE


def _row(table: Table, at: int) -> str:
    heads = [fold(cell.text) for cell in table.header]
    row = table.rows[at]
    told = next((place for place, head in enumerate(heads) if head in _ACHIEVED and place < len(row)), None)
    if told is not None and len(row[told].text.split()) > 3:
        return unquote(row[told].text)
    return " — ".join(cell.text for cell in row if cell.text)


def read_description(blocks: Sequence[Block]) -> str:
    """A section's paragraphs as one text."""
    text = prose([block for block in blocks if not isinstance(block, Table)])
    return "" if is_placeholder(text) else text


def read_proficiency(blocks: Sequence[Block]) -> list[Proficiency]:
    """The rows of the proficiency table, or "dimension: level" lines."""
    found: list[Proficiency] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                cells = [cell.text for cell in row] + ["", "", ""]
                if any(cells):
                    found.append(Proficiency(cells[0], cells[1], "; ".join(filter(None, cells[2:]))))
        elif isinstance(block, Listing):
            for item in block.items:
                found += read_proficiency(item.blocks)
        elif isinstance(block, Quote):
            found += read_proficiency(block.blocks)
        elif isinstance(block, Para):
            for line in block.lines:
                label = next((each for each in labels(line.marked) if each.colon and plain(each.rest)), None)
                if label is not None:
                    found.append(Proficiency(label.name, plain(label.rest), ""))
    return found


def _is_label(block: Para) -> bool:
    """Whether the paragraph is nothing but a bold label or one with a colon, which begins something else."""
    first = block.lines[0]
    return len(block.lines) == 1 and (is_bold(first.marked) or first.text.endswith((":", "：")))


def intro(blocks: Sequence[Block]) -> str:
    """The paragraphs before a note's first section, for a note without a description."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading | Table | Listing) or (isinstance(block, Para) and _is_label(block)):
            break
        if isinstance(block, Para) and not any("::" in line.marked for line in block.lines):
            kept.append(block)
    return prose(kept)
