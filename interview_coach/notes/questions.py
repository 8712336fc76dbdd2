"""Common questions, however they are written down, each with what the note gives as its answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from interview_coach.notes.answers import before_story, without_label
from interview_coach.notes.asking import (
    all_answers,
    blocks_under,
    is_asked,
    is_group,
    item_asks,
    labels_parts,
    lists_parts,
    looks_asked,
    names_story,
    question_label,
    quotes_question,
    sentences,
    split_answer,
    strictly_asks,
)
from interview_coach.notes.blocks import LABEL_LEVEL, Block, Heading, Item, Listing, Para, Quote, Table, opening
from interview_coach.notes.drafts import Told
from interview_coach.notes.labels import is_bold, labels
from interview_coach.notes.names import parts_named
from interview_coach.notes.patterns import regex
from interview_coach.notes.prose import prose, without_lone_dash
from interview_coach.notes.questiontables import question_rows
from interview_coach.notes.stories import read_stories
from interview_coach.notes.text import (
    Line,
    asks,
    is_placeholder,
    is_question,
    listed,
    make_line,
    plain,
    unquote,
    without_enumerator,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the note has it, its answer if it has one, and the stories told under it."""

    text: str
    line: int
    answer: str | None = None
    told: tuple[Told, ...] = ()


@dataclass(slots=True)
class _Draft:
    text: str
    line: int
    level: int = LABEL_LEVEL
    ordered: bool | None = None  # the kind of list that it is an item of, or None
    blocks: list[Block] = field(default_factory=list)


def read_questions(blocks: Sequence[Block], *, sure: bool = True) -> tuple[list[Asked], list[Told]]:
    """The questions among these blocks, and the stories among them that answer none of them.

    Where a heading says that they are questions (`sure`), list items need not look like one; elsewhere they
    must.
    """
    reader = _Reader(sure)
    reader.read(blocks)
    if not reader.drafts and sure:
        reader.take_all()
    asked = [asked for draft in reader.drafts if (asked := _asked(draft)) is not None]
    return asked, read_stories(reader.beside, sure=False) if reader.beside else []


_BOTH = regex(r"[\x02\s]+(?:A|Answer|Antwort|答|Ответ)[\x03\s]*[:：][\x03\s]*", re.DOTALL)
_REMARKS = listed("tip|tips|warning|caution|danger|todo|bug|attention|important")


_NUMBERED = regex(r"^Q\s?\d{1,3}[\s.:)–—-]+(?=\S)")
AHEAD = 60  # blocks looked at to see what stands under a heading


class _Reader:
    """Goes through the blocks once; `current` is the question that an answer would belong to."""

    def __init__(self, sure: bool) -> None:
        self.sure = sure
        self.drafts: list[_Draft] = []
        self.current: _Draft | None = None
        self.stray: list[Para] = []
        self.beside: list[Block] = []  # parts of a story that stand under no question

    def read(self, blocks: Sequence[Block]) -> None:
        """Each block in its turn."""
        for at, block in enumerate(blocks):
            if isinstance(block, Heading):
                self._heading(block.title, block.level, block, blocks[at + 1 : at + 1 + AHEAD])
            elif isinstance(block, Para):
                self._paragraph(block, blocks[at + 1 : at + 1 + AHEAD])
            elif isinstance(block, Listing):
                self._listing(block)
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Quote):
                self._quote(block)
            elif self.current is not None:
                self.current.blocks.append(block)

    def take_all(self) -> None:
        """Nothing looked like a question where a heading promised some: each paragraph is one."""
        for block in self.stray:
            for line in sentences(block.lines):
                self._ask(line.marked, line.line)

    def _ask(self, marked: str, line: int, level: int = LABEL_LEVEL, ordered: bool | None = None) -> None:
        question, answer = split_answer(marked)
        shown = _NUMBERED.sub("", plain(question))
        text = unquote(without_enumerator(shown) if ordered is None else shown)
        if is_placeholder(text):
            self.current = None
            return
        self.current = _Draft(text, line, level, ordered)
        if answer and plain(answer):
            self.current.blocks.append(Para((make_line(answer, line),)))
        self.drafts.append(self.current)

    def _heading(self, title: Line, level: int, block: Block, after: Sequence[Block]) -> None:
        label = question_label(title.marked)
        if label and label["a"]:
            if self.current is not None and plain(label["rest"]):
                self.current.blocks.append(Para((make_line(label["rest"], title.line),)))
            return
        if label and label["rest"]:
            self._ask(label["rest"], title.line, level)
            return
        current = self.current
        if parts_named(title.text) or names_story(title.text):
            if current is not None:
                current.blocks.append(block)
        elif looks_asked(title):
            self._ask(title.marked, title.line, level)
        elif current is not None and current.level < level:
            current.blocks.append(block)
        else:
            self.current = None
            under = blocks_under(after, level)
            alike = any(draft.level == level for draft in self.drafts)  # a topic without anything under it yet
            if self.sure and (not is_group(title.text, under) if under else alike):
                self._ask(title.marked, title.line, level)

    def _paragraph(self, block: Para, after: Sequence[Block]) -> None:
        first = block.lines[0]
        bold = len(block.lines) == 1 and is_bold(first.marked) and not question_label(first.marked)
        if bold and (looks_asked(first) or (after and not isinstance(after[0], Heading))):
            self._heading(first, LABEL_LEVEL, block, after)
            return
        if self.current is None and self.drafts and any(map(labels_parts, block.lines[:2])):
            self.beside.append(block)
            return
        for line in sentences(block.lines):
            self._line(line)

    def _line(self, line: Line) -> None:
        label = question_label(line.marked)
        current = self.current
        if label and label["q"]:
            if label["rest"]:
                question, *after = _BOTH.split(label["rest"], maxsplit=1)
                self._ask(question, line.line)
                if after and self.current is not None:
                    self.current.blocks.append(Para((make_line(after[0], line.line),)))
            return
        if (
            label
            and current is not None
            and (label["rest"] or label["a"] != "A")
            and not _starts_story(current)
        ):
            if label["rest"]:
                current.blocks.append(Para((make_line(label["rest"], line.line),)))
            return
        if line.text in ("?", "??"):
            return
        if current is not None and labels_parts(line):
            current.blocks.append(Para((line,)))
            return
        question, _ = split_answer(line.marked)
        if is_asked(plain(question), answered=current is not None):
            self._ask(line.marked, line.line)
        elif current is not None:
            current.blocks.append(Para((line,)))
        else:
            self.stray.append(Para((line,)))

    def _listing(self, block: Listing) -> None:
        current = self.current
        if lists_parts(block):
            (self.beside if current is None else current.blocks).append(block)
            return
        if current is not None and not all_answers(block.items):
            asked = sum(item_asks(item) for item in block.items)
            same_list = current.ordered is not None and current.ordered == block.ordered
            if asked * 2 < len(block.items) and not same_list:
                current.blocks.append(block)
                return
        for item in block.items:
            self._item(item, block.ordered)
        if len(block.items) > 1:
            self.current = None

    def _item(self, item: Item, ordered: bool) -> None:
        if not item.blocks:
            return
        head, nested = opening(item)
        if not isinstance(head, Para):
            if isinstance(head, Listing | Quote):
                self.read([head])
            return
        first, *others = sentences(head.lines, item=True)
        label = question_label(first.marked)
        if label and label["a"] and self.current is not None:
            rest = [Para((make_line(label["rest"], first.line),))] if label["rest"] else []
            self.current.blocks += [*rest, *(Para((line,)) for line in others), *nested]
            return
        inner = [each for block in nested if isinstance(block, Listing) for each in block.items]
        asks_inside = sum(map(item_asks, inner))
        is_group = not label and not looks_asked(first, loose=True)
        if inner and is_group and (asks_inside * 2 > len(inner) or first.text.endswith((":", "："))):
            self.current = None
            self.read(nested)
            return
        if not self.sure and not item_asks(item):
            return
        marked = label["rest"] if label and label["q"] and label["rest"] else first.marked
        while others and all(asks(line.text) for line in others) and not asks(plain(marked)):
            marked = f"{marked} {others.pop(0).marked}"
        self._ask(marked, first.line, ordered=ordered)
        if self.current is None:
            return
        self.current.blocks += [Para((line,)) for line in others]
        if inner and asks_inside == len(inner) and all(strictly_asks(each) for each in inner):
            asked = self.current
            self.current = None
            self.read(nested)
            self.current = asked
        else:
            self.current.blocks += nested

    def _table(self, block: Table) -> None:
        rows = question_rows(block)
        if not rows or (
            self.current is not None and not any(is_question(unquote(text)) for text, _, _ in rows)
        ):
            if self.current is not None:
                self.current.blocks.append(block)
            return
        for text, line, answer in rows:
            self._ask(text, line)
            if answer and self.current is not None:
                self.current.blocks.append(Para((make_line(answer, line),)))
        self.current = None

    def _quote(self, block: Quote) -> None:
        title = block.title
        if title is not None and title.text:
            label = question_label(title.marked)
            if (label and label["a"]) or (self.current is not None and not looks_asked(title)):
                if self.current is not None and (block.kind not in _REMARKS or label):
                    self.current.blocks += block.blocks
            elif looks_asked(title) or (self.sure and block.kind not in _REMARKS and block.blocks):
                self._ask(title.marked, title.line)
                if self.current is not None:
                    self.current.blocks += block.blocks
                    self.current = None
            return
        if block.kind in _REMARKS:
            return
        if self.current is not None and not self.current.blocks and not quotes_question(block):
            self.current.blocks.append(Quote(block.blocks, block.line))
            return
        self.read(block.blocks)


def _starts_story(draft: _Draft) -> bool:
    """Whether the answer so far has parts of a story, so that "A:" means Action."""
    for block in draft.blocks:
        lines = block.lines if isinstance(block, Para) else (block.title,) if isinstance(block, Heading) else ()
        if any(parts_named(label.name) for line in lines for label in labels(line.marked)):
            return True
    return False


def _asked(draft: _Draft) -> Asked | None:
    blocks = without_label(draft.blocks, story=True)
    told = read_stories(blocks, sure=False) if blocks else []
    blocks = before_story(blocks) if told else without_label(draft.blocks, story=False)
    text = without_lone_dash(prose(blocks).strip())
    return Asked(draft.text, draft.line, None if is_placeholder(text) else text, tuple(told))
