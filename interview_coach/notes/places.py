"""Whether a title or label opens a section at its place in the note, or belongs to the one it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interview_coach.notes.blocks import LABEL_LEVEL, Block, Code, Heading, Listing, Para, Quote, Table
from interview_coach.notes.figures import has_figure
from interview_coach.notes.labels import Label, labels
from interview_coach.notes.names import Match, parts_named, section_named
from interview_coach.notes.prose import prose
from interview_coach.notes.signs import NEARBY, has_question_above
from interview_coach.notes.text import Line, plain
from interview_coach.notes.vocabulary import Kind, Part

LOOSE = frozenset({None, Kind.OTHER, Kind.INTERVIEW})  # sections within which other sections are expected


@dataclass(slots=True)
class Place:
    """A section that is open: what follows belongs to it until a title of its rank or above."""

    kind: Kind | None
    rank: float
    title: str = ""
    line: int = 0
    sure: bool = True
    extra: str = ""
    misspelt: str = ""
    blocks: list[Block] = field(default_factory=list)


def is_within(match: Match, parent: Place, level: float) -> bool:
    """Whether a section's name, at this place, is rather a part of the section around it."""
    if parent.kind in LOOSE:
        return False
    if parent.kind is Kind.QUESTIONS and match.kind is Kind.STORY:
        return has_question_above(parent.blocks, level)
    if parent.kind is match.kind:
        return level < LABEL_LEVEL or match.kind is not Kind.STORY
    return not match.sure and parent.sure


def is_part(heading: Heading, top: Place, after: Sequence[Block]) -> bool:
    """Whether a heading such as Situation or Results is a part of a story."""
    if not parts_named(heading.title.text) or begins_anew(top, heading.title.text, after):
        return False
    if top.kind is Kind.STORY and _continues_story(heading, top):
        return True
    if top.kind is Kind.QUESTIONS and has_question_above(top.blocks, heading.level):
        return True
    named = section_named(heading.title.text)
    if named is not None and named.sure:
        return False
    others = [block for block in after if isinstance(block, Heading)][:2]
    return any(other.level == heading.level and parts_named(other.title.text) for other in others)


def _continues_story(heading: Heading, top: Place) -> bool:
    """Whether a part's heading belongs to the story being told; "Results" could begin the next section."""
    if heading.level > top.rank or section_named(heading.title.text) is None:
        return True
    return any(isinstance(block, Heading) and block.level == heading.level for block in top.blocks[-NEARBY:])


def begins_anew(top: Place, title: str, after: Sequence[Block]) -> bool:
    """Whether a name such as Results or Impact, after a story that has its result, begins the figures."""
    match = section_named(title)
    return (
        match is not None
        and match.kind is Kind.METRICS
        and top.kind in (Kind.STORY, Kind.QUESTIONS)
        and _leads_to_figures(after)
        and _last_part(top.blocks[-NEARBY:]) in (Part.RESULT, Part.LEARNING)
    )


def _leads_to_figures(after: Sequence[Block]) -> bool:
    """Whether a table or a list follows that gives figures, most of its lines each."""
    block = next((block for block in after if not isinstance(block, Code)), None)
    if isinstance(block, Table):
        lines = [" ".join(cell.text for cell in row) for row in block.rows]
    elif isinstance(block, Listing):
        lines = [prose(item.blocks) for item in block.items[:NEARBY]]
    else:
        return False
    return sum(map(has_figure, lines)) * 2 > len(lines)


def _last_part(blocks: Sequence[Block]) -> Part | None:
    """The part of a story that was labelled last."""
    last: Part | None = None
    for line in _lines(blocks):
        named = parts_named(line.text) or next(
            filter(None, (parts_named(e.name) for e in labels(line.marked))), ()
        )
        last = named[-1] if named else last
    return last


def _lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines at which parts may be labelled."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.title
        elif isinstance(block, Para):
            yield from block.lines
        elif isinstance(block, Listing):
            for item in block.items[:NEARBY]:
                yield from _lines(item.blocks[:1])
        elif isinstance(block, Quote):
            yield from _lines(block.blocks)
        elif isinstance(block, Table):
            yield from (row[0] for row in block.rows if row)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line stands in its paragraph: `alone`, as its `first` or `last`, and what comes `after` that."""

    alone: bool
    first: bool
    last: bool
    after: Sequence[Block]

    @property
    def leads(self) -> bool:
        """Whether a list or a table follows."""
        return isinstance(next(iter(self.after), None), Listing | Table)


def label_opens(label: Label, match: Match, top: Place, parent: Place, setting: Setting) -> bool:
    """Whether a label that names a section opens it here; `parent` is the section that would hold it."""
    rest = plain(label.rest)
    if parts_named(label.name) and (top.kind is Kind.STORY or not match.sure):
        if rest or not (label.bold or label.colon):
            return False
        if top.kind in LOOSE:
            return label.bold and match.kind is Kind.METRICS
        return setting.last and begins_anew(top, label.name, setting.after)
    if is_within(match, parent, LABEL_LEVEL):
        return False
    if label.bold:
        return match.sure or not rest or label.colon
    if not match.sure:
        return label.colon and not rest and top.kind in LOOSE
    telling = " " in label.name or not label.name.isascii()
    telling = telling or (setting.alone and (setting.leads or label.name.isupper()))
    return label.colon or (setting.first and not rest and telling)
