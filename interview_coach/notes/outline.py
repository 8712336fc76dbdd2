"""From blocks to sections: which part of the note is about what.

Headings, bold labels and callouts all open sections. A section runs until the next heading of the same or
a higher rank, or the next label that names a section.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from interview_coach.notes.blocks import LABEL_LEVEL, Block, Heading, Item, Listing, Para, Quote
from interview_coach.notes.labels import Label, is_bold, labels
from interview_coach.notes.names import Match, close_section, parts_named, section_headed, section_named
from interview_coach.notes.places import (
    LOOSE,
    Place,
    Setting,
    begins_anew,
    is_part,
    is_within,
    label_opens,
)
from interview_coach.notes.signs import NEARBY, find_title, holds_sections, is_section_item, item_label
from interview_coach.notes.text import Line, is_question, make_line, plain
from interview_coach.notes.vocabulary import Kind

_ONE_LINE = frozenset({Kind.KEYWORDS, Kind.SELF_ASSESSMENT, Kind.PITCH, Kind.PROFICIENCY, Kind.RESUME})
_QUESTION_CALLOUTS = frozenset({"question", "help", "faq"})


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the note. `kind` is None where nothing tells what it holds; `extra` is what its title
    says beyond its name ("STAR story: the Acme renewal"); `misspelt` is the name meant, if it was mistyped."""

    kind: Kind | None
    title: str
    line: int
    blocks: tuple[Block, ...]
    sure: bool = True
    extra: str = ""
    misspelt: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """A note's title and sections, in the order of the file. `untold` are titles that name nothing known,
    `doubtful` those that were known by a single word in them."""

    title: Line | None
    sections: tuple[Section, ...]
    untold: tuple[str, ...]
    doubtful: tuple[str, ...]


def outline(blocks: Sequence[Block], spelling: Mapping[str, tuple[str, Match]] | None = None) -> Outline:
    """The sections of a note; `spelling` says which section a mistyped title means."""
    title = find_title(blocks)
    outliner = _Outliner(spelling or {})
    outliner.feed([block for block in blocks if block is not title])
    sections = tuple(
        Section(
            each.kind,
            each.title,
            each.line,
            tuple(each.blocks),
            each.sure,
            each.extra,
            each.misspelt,
            int(each.rank),
        )
        for each in outliner.done
    )
    untold, doubtful = tuple(dict.fromkeys(outliner.untold)), tuple(dict.fromkeys(outliner.doubtful))
    return Outline(title.title if title else None, sections, untold, doubtful)


MAX_TITLES = 200  # titles looked at for a mistyped name


def spellings(titles: Iterable[str]) -> dict[str, tuple[str, Match]]:
    """What the titles that name nothing were meant to name, where one name is very near."""
    found = ((title, close_section(title)) for title in itertools.islice(titles, MAX_TITLES))
    return {title: near for title, near in found if near is not None}


class _Outliner:
    def __init__(self, spelling: Mapping[str, tuple[str, Match]]) -> None:
        self.spelling = spelling
        self.stack: list[Place] = [Place(None, 0)]
        self.done: list[Place] = [self.stack[0]]
        self.untold: list[str] = []
        self.doubtful: list[str] = []
        self.floor = 1  # sections below it stay open: what is inside a callout or an item cannot end them
        self.coming: Sequence[Block] = ()

    @property
    def top(self) -> Place:
        return self.stack[-1]

    def feed(self, blocks: Sequence[Block]) -> None:
        for at, block in enumerate(blocks):
            if isinstance(block, Heading):
                self._heading(block, blocks[at + 1 : at + 1 + NEARBY])
            elif isinstance(block, Para):
                self._paragraph(block, blocks[at + 1 : at + 3])
            elif isinstance(block, Quote):
                self._quote(block)
            elif isinstance(block, Listing):
                self._listing(block)
            else:
                self.top.blocks.append(block)

    def _open(self, section: Place) -> None:
        self._close(section.rank)
        self.stack.append(section)
        self.done.append(section)

    def _close(self, rank: float) -> None:
        while len(self.stack) > self.floor and self.top.rank >= rank:
            self.stack.pop()

    def _parent(self, rank: float) -> Place:
        """The section that would hold a heading of this rank."""
        for at in range(len(self.stack) - 1, self.floor - 1, -1):
            if self.stack[at].rank < rank:
                return self.stack[at]
        return self.stack[self.floor - 1]

    # headings

    def _heading(self, heading: Heading, after: Sequence[Block]) -> None:
        text, level = heading.title.text, heading.level
        if is_part(heading, self.top, after):
            follows = self.top.kind is Kind.QUESTIONS and level > self.top.rank
            if self.top.kind is not Kind.STORY and not follows:
                self._open(Place(Kind.STORY, level - 0.5, line=heading.title.line))
            self.top.blocks.append(heading)
            return
        if self.top.kind is Kind.QUESTIONS and level >= self.top.rank and is_question(text):
            self.top.blocks.append(heading)
            return
        parent = self._parent(level)
        match, extra, meant = self._headed(text, parent)
        if match and is_within(match, parent, level) and not begins_anew(self.top, text, after):
            match = None
        if match is None and (
            parent.kind not in LOOSE or (parent.kind is Kind.INTERVIEW and is_question(text))
        ):
            self._close(level)
            self.top.blocks.append(heading)
        else:
            kind, sure = (match.kind, match.sure) if match else (None, True)
            self._open(Place(kind, level, text, heading.title.line, sure, extra, meant))

    def _headed(self, text: str, parent: Place) -> tuple[Match | None, str, str]:
        """The section that a heading opens, what its title says beyond the name, the name if mistyped."""
        loose = parent.kind in LOOSE
        match = named = section_named(text)
        if named is None:
            for label in labels(text):
                head = section_named(label.name)
                if head is not None and (head.sure or loose):
                    return head, plain(label.rest), ""
        if match is None and text in self.spelling:
            meant, match = self.spelling[text]
            return match, "", meant
        if match is None and loose:
            match = section_headed(text)
            (self.untold if match is None else self.doubtful).append(text)
        return match, "", ""

    # labels

    def _paragraph(self, block: Para, after: Sequence[Block]) -> None:
        kept: list[Line] = []
        one_line: Place | None = None
        for at, line in enumerate(block.lines):
            count = len(block.lines)
            found = self._labelled(line, Setting(count == 1, at == 0, at == count - 1, after))
            if found is None:
                kept.append(line)
                continue
            self._flush(kept)
            label, match, meant = found
            if match.kind is Kind.OTHER and plain(label.rest):
                continue
            self._close(LABEL_LEVEL)
            section = Place(match.kind, LABEL_LEVEL, label.name, line.line, match.sure, misspelt=meant)
            self._open(section)
            if rest := plain(label.rest):
                if match.kind is Kind.STORY and len(rest) <= 80:
                    section.extra = rest
                else:
                    kept.append(make_line(label.rest, line.line))
            one_line = section if rest and match.kind in _ONE_LINE else None
        self._flush(kept)
        if one_line is not None and self.top is one_line:
            self.stack.pop()

    def _flush(self, kept: list[Line]) -> None:
        if kept:
            self.top.blocks.append(Para(tuple(kept)))
            kept.clear()

    def _labelled(self, line: Line, setting: Setting) -> tuple[Label, Match, str] | None:
        """The section that this line opens as a label, if it does here."""
        whole = Label(line.text, "", bold=is_bold(line.marked), colon=line.text.endswith((":", "：")))
        for label in (whole, *labels(line.marked)):
            match = section_named(label.name)
            parent = self._parent(LABEL_LEVEL)
            if match is not None and label_opens(label, match, self.top, parent, setting):
                return label, match, ""
        if setting.alone and (whole.bold or line.text.endswith((":", "："))):
            title = line.text.rstrip(" :：")
            if title in self.spelling and self.top.kind in LOOSE:
                meant, match = self.spelling[title]
                return Label(title, "", bold=True, colon=True), match, meant
            if not parts_named(title):
                self.untold.append(title)
        return None

    # what holds other blocks

    def _quote(self, block: Quote) -> None:
        title = block.title.text if block.title else ""
        match = section_headed(title) if title and not is_question(title) else None
        fits = match is not None and (self.top.kind in LOOSE or match.sure) and match.kind is not Kind.OTHER
        if match and fits and not is_within(match, self.top, LABEL_LEVEL):
            self._enclosed(Place(match.kind, LABEL_LEVEL, title, block.line, match.sure), block.blocks)
        elif self.top.kind in LOOSE and block.kind in _QUESTION_CALLOUTS:
            section = Place(Kind.QUESTIONS, LABEL_LEVEL, line=block.line, sure=False, blocks=[block])
            self.done.append(section)
        elif self.top.kind in LOOSE and holds_sections(block.blocks):
            self._enclosed(None, block.blocks)
        else:
            self.top.blocks.append(block)

    def _listing(self, block: Listing) -> None:
        if self.top.kind is Kind.STORY:
            kept: list[Item] = []
            beside: list[Item] = []
            for item in block.items:
                (beside if _is_beside_story(item) else kept).append(item)
            if kept:
                self.top.blocks.append(Listing(tuple(kept), block.ordered))
            for item in beside:
                self._item(item)
            return
        if self.top.kind not in LOOSE or not any(map(is_section_item, block.items)):
            self.top.blocks.append(block)
            return
        for item in block.items:
            self._item(item) if is_section_item(item) else self.top.blocks.append(
                Listing((item,), block.ordered)
            )

    def _item(self, item: Item) -> None:
        head, *others = item.blocks
        lines = head.lines if isinstance(head, Para) else (head.title,) if isinstance(head, Heading) else ()
        label, match = (
            item_label(lines[0], nested=len(item.blocks) > 1 or len(lines) > 1) if lines else (None, None)
        )
        if label is None or match is None:
            self._enclosed(None, others)
            return
        first = [Para((make_line(label.rest, lines[0].line),))] if plain(label.rest) else []
        rest = [Para(lines[1:])] if lines[1:] else []
        self._enclosed(
            Place(match.kind, LABEL_LEVEL, label.name, item.line, match.sure), [*first, *rest, *others]
        )

    def _enclosed(self, section: Place | None, blocks: Sequence[Block]) -> None:
        """Reads blocks that end where their callout or item does."""
        depth, floor = len(self.stack), self.floor
        if section is not None:
            self.stack.append(section)
            self.done.append(section)
        self.floor = len(self.stack)
        self.feed(blocks)
        del self.stack[depth:]
        self.floor = floor


def _is_beside_story(item: Item) -> bool:
    """Whether an item among a story's parts is labelled as metrics or keywords instead."""
    head = item.blocks[0] if item.blocks else None
    if not isinstance(head, Para):
        return False
    _, match = item_label(head.lines[0], nested=len(item.blocks) > 1)
    return match is not None and match.sure and match.kind in (Kind.METRICS, Kind.KEYWORDS)
