"""Common questions, however they are written down, each with what the note gives as its answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from interview_coach.notes.labels import is_bold, labels
from interview_coach.notes.markdown import LABEL_LEVEL, Block, Heading, Item, Listing, Para, Quote, Table
from interview_coach.notes.names import Kind, parts_named, section_named
from interview_coach.notes.prose import joined, prose
from interview_coach.notes.questiontables import question_rows
from interview_coach.notes.stories import Told, read_stories
from interview_coach.notes.text import (
    Line,
    as_one,
    asks,
    ends_sentence,
    fold,
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


def read_questions(blocks: Sequence[Block], *, sure: bool = True) -> list[Asked]:
    """The questions among these blocks. Where a heading says that they are questions (`sure`), list items
    need not look like one; elsewhere they must."""
    reader = _Reader(sure)
    reader.read(blocks)
    if not reader.drafts and sure:
        reader.take_all()
    return [asked for draft in reader.drafts if (asked := _asked(draft)) is not None]


_QA = re.compile(
    r"^[\x02\s]*(?:(?P<q>[Qq]|question|frage|pregunta|pergunta|domanda|vraag|вопрос|質問|問|问|질문)"
    r"|(?P<a>A|(?:(?:my|sample|short|model|your|ideal|example|draft) )?(?:ans|answer|response|reply)|antwort|réponse"
    r"|respuesta|resposta|risposta|antwoord|ответ|回答|答え?|답변?))"
    r"\s*(?:#?\s*\d{1,3})?[\x03\s]*(?P<by>::|[:：.)]|[-–—](?=[\s\x03])|$)[\x03\s]*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def _qa(marked: str) -> re.Match[str] | None:
    """The label of a question or an answer that the line begins with; "a)" numbers a list instead."""
    found = _QA.match(marked)
    if found and (found["a"] == "a" or (found["a"] == "A" and found["by"] not in (":", "：", "::", "."))):
        return None
    return found


_BOTH = re.compile(r"[\x02\s]+(?:A|Answer|Antwort|答|Ответ)[\x03\s]*[:：][\x03\s]*", re.DOTALL)
_ANSWER_AFTER = re.compile(
    r"^(.*?[?？؟\"”»」]\x03*)\s*(?:::|—|–|->|→|=>|\s-\s|[:：](?=\s)|\|)\s*(.+)$", re.DOTALL
)
_BOLD_QUESTION = re.compile(r"^\s*\x02+([^\x02\x03]+)\x03+(.*)$", re.DOTALL)
_QUOTED = re.compile(
    r"^\x02*([\"“„«「](?:[^\"“”„«»「」]{12,400})[\"”“»」])[.,;]?\x03*\s*(?:[:：—–\-→]+\s*)?(.*)$", re.DOTALL
)
_FIRST_PERSON = re.compile(r"^(?:i|we|my|our|ich|wir|je|nous|yo|eu|io|ik|я|мы)\b", re.IGNORECASE)
_GROUP = listed(
    "behavioral|behavioural|technical|situational|general|basic|advanced|easy|medium|hard|other|common"
    "|phone|onsite|screen|screening|round|warm|opening|closing|strategy|misc|leadership|questions"
    "|category|level|beginner|intermediate|expert|competency|culture|hr|panel|recruiter"
)
_REMARKS = listed("tip|tips|warning|caution|danger|todo|bug|attention|important")
_FIELD = re.compile(r"^[\w \-]{1,30}::\s*\S")


AHEAD = 60  # blocks looked at to see what stands under a heading


class _Reader:
    """Goes through the blocks once; `current` is the question that an answer would belong to."""

    def __init__(self, sure: bool) -> None:
        self.sure = sure
        self.drafts: list[_Draft] = []
        self.current: _Draft | None = None
        self.stray: list[Para] = []

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
            for line in _sentences(block.lines):
                self._ask(line.marked, line.line)

    def _ask(self, marked: str, line: int, level: int = LABEL_LEVEL, ordered: bool | None = None) -> None:
        question, answer = _split(marked)
        text = unquote(without_enumerator(plain(question)) if ordered is None else plain(question))
        if is_placeholder(text):
            self.current = None
            return
        self.current = _Draft(text, line, level, ordered)
        if answer and plain(answer):
            self.current.blocks.append(Para((make_line(answer, line),)))
        self.drafts.append(self.current)

    def _heading(self, title: Line, level: int, block: Block, after: Sequence[Block]) -> None:
        label = _qa(title.marked)
        if label and label["a"]:
            if self.current is not None and plain(label["rest"]):
                self.current.blocks.append(Para((make_line(label["rest"], title.line),)))
            return
        if label and label["rest"]:
            self._ask(label["rest"], title.line, level)
            return
        current = self.current
        if parts_named(title.text) or _names_story(title.text):
            if current is not None:
                current.blocks.append(block)
        elif _looks_asked(title):
            self._ask(title.marked, title.line, level)
        elif current is not None and current.level < level:
            current.blocks.append(block)
        else:
            self.current = None
            under = _under(after, level)
            if self.sure and under and not _is_group(title.text, under):
                self._ask(title.marked, title.line, level)

    def _paragraph(self, block: Para, after: Sequence[Block]) -> None:
        first = block.lines[0]
        if len(block.lines) == 1 and is_bold(first.marked) and not _qa(first.marked):
            if (after and not isinstance(after[0], Heading)) or _looks_asked(first):
                self._heading(first, LABEL_LEVEL, block, after)
                return
        for line in _sentences(block.lines):
            self._line(line)

    def _line(self, line: Line) -> None:
        label = _qa(line.marked)
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
        if current is not None and (
            parts_named(line.text) or any(parts_named(each.name) for each in labels(line.marked))
        ):
            current.blocks.append(Para((line,)))
            return
        question, answer = _split(line.marked)
        if _is_asked(plain(question), answered=current is not None):
            self._ask(line.marked, line.line)
        elif current is not None:
            current.blocks.append(Para((line,)))
        else:
            self.stray.append(Para((line,)))

    def _listing(self, block: Listing) -> None:
        current = self.current
        if current is not None and not _all_answers(block.items):
            asked = sum(_item_asks(item) for item in block.items)
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
        head, *nested = item.blocks
        if isinstance(head, Heading):
            head = Para((head.title,))
        if not isinstance(head, Para):
            if isinstance(head, Listing | Quote):
                self.read([head])
            return
        first, *others = _sentences(head.lines, item=True)
        label = _qa(first.marked)
        if label and label["a"] and self.current is not None:
            rest = [Para((make_line(label["rest"], first.line),))] if label["rest"] else []
            self.current.blocks += [*rest, *(Para((line,)) for line in others), *nested]
            return
        inner = [each for block in nested if isinstance(block, Listing) for each in block.items]
        asks_inside = sum(map(_item_asks, inner))
        is_group = not label and not _looks_asked(first, loose=True)
        if inner and is_group and (asks_inside * 2 > len(inner) or first.text.endswith((":", "："))):
            self.current = None
            self.read(nested)
            return
        if not self.sure and not _item_asks(item):
            return
        marked = label["rest"] if label and label["q"] and label["rest"] else first.marked
        while others and all(asks(line.text) for line in others) and not asks(plain(marked)):
            marked = f"{marked} {others.pop(0).marked}"
        self._ask(marked, first.line, ordered=ordered)
        if self.current is None:
            return
        self.current.blocks += [Para((line,)) for line in others]
        if inner and asks_inside == len(inner) and all(_strictly_asks(each) for each in inner):
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
            label = _qa(title.marked)
            if (label and label["a"]) or (self.current is not None and not _looks_asked(title)):
                if self.current is not None and (block.kind not in _REMARKS or label):
                    self.current.blocks += block.blocks
            elif _looks_asked(title) or (self.sure and block.kind not in _REMARKS and block.blocks):
                self._ask(title.marked, title.line)
                if self.current is not None:
                    self.current.blocks += block.blocks
                    self.current = None
            return
        if block.kind in _REMARKS:
            return
        if self.current is not None and not self.current.blocks and not _quotes_question(block):
            self.current.blocks.append(Quote(block.blocks, block.line))
            return
        self.read(block.blocks)


def _split(marked: str) -> tuple[str, str]:
    """A question and the answer typed after it on the same line, if there is one."""
    bold = _BOLD_QUESTION.match(marked)
    if bold and is_question(unquote(plain(bold[1]).rstrip(":："))) and plain(bold[2]):
        return plain(bold[1]).rstrip(":："), bold[2].lstrip(" :：—–-→")
    quoted = _QUOTED.match(marked)
    if quoted and len(plain(quoted[1]).split()) >= 3:
        rest = plain(quoted[2])
        remark = rest.startswith(("(", "（", "[")) and rest.endswith((")", "）", "]"))
        return _with_full_stop(marked, quoted), "" if remark else quoted[2]
    after = _ANSWER_AFTER.match(marked)
    if after and asks(plain(after[1])) and plain(after[2]):
        return after[1], after[2]
    question, _, answer = marked.partition("::") if "::" in plain(marked) else (marked, "", "")
    if answer.strip(": ") and is_question(plain(question)):
        return question, answer.lstrip(": ")
    return marked, ""


def _with_full_stop(marked: str, quoted: re.Match[str]) -> str:
    """The quotation, and the full stop that stands after it rather than in it."""
    stop = marked[quoted.end(1) : quoted.end(1) + 1]
    text = plain(quoted[1])
    return f"{unquote(text)}." if stop == "." and text[-2:-1] not in ".?!" else quoted[1]


def _sentences(lines: Sequence[Line], *, item: bool = False) -> list[Line]:
    """The lines with wrapped ones put together: a line goes on where it neither ends a sentence nor is short."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, item):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [as_one(group) for group in groups]


def _goes_on(before: Sequence[Line], line: Line, item: bool) -> bool:
    last = before[-1]
    if ends_sentence(last.text) or _qa(line.marked) or is_bold(before[0].marked) != is_bold(line.marked):
        return False
    if parts_named(line.text) or any(parts_named(each.name) for each in labels(line.marked)):
        return False
    starts_low = line.text[:1].islower()
    return starts_low or len(last.text) >= 60 or (item and not is_question(before[0].text, loose=True))


def _is_asked(text: str, *, answered: bool) -> bool:
    """Whether a paragraph by itself is a question rather than part of an answer."""
    text = text.strip()
    if unquote(text) != text and len(text.split()) >= 3:
        return not answered or is_question(unquote(text), loose=True)
    if _FIRST_PERSON.match(fold(text)):
        return False
    return is_question(text) and not (answered and len(text) > 220)


def _looks_asked(line: Line, *, loose: bool = True) -> bool:
    text = line.text
    return unquote(text) != text or is_question(text, loose=loose) or bool(_QUOTED.match(line.marked))


def _item_asks(item: Item) -> bool:
    head = item.blocks[0] if item.blocks else None
    if isinstance(head, Heading):
        return _looks_asked(head.title)
    if isinstance(head, Quote):
        return _quotes_question(head)
    if not isinstance(head, Para):
        return False
    first = head.lines[0]
    label = _qa(first.marked)
    if label:
        return bool(label["q"])
    question, _ = _split(first.marked)
    return _looks_asked(make_line(question, first.line)) or asks(joined(head.lines))


def _strictly_asks(item: Item) -> bool:
    head = item.blocks[0] if item.blocks else None
    return isinstance(head, Para) and asks(unquote(joined(head.lines)))


def _all_answers(items: Sequence[Item]) -> bool:
    heads = [item.blocks[0] for item in items if item.blocks]
    return all(isinstance(head, Para) and (found := _qa(head.lines[0].marked)) and found["a"] for head in heads)


def _quotes_question(block: Quote) -> bool:
    return any(
        (
            isinstance(each, Para)
            and is_question(unquote(joined(each.lines)))
            and not _FIRST_PERSON.match(fold(joined(each.lines)))
        )
        or (isinstance(each, Listing) and any(map(_item_asks, each.items)))
        for each in block.blocks
    )


def _under(after: Sequence[Block], level: int) -> list[Block]:
    """The blocks under a heading of this level, up to the next that ends it."""
    found: list[Block] = []
    for block in after:
        if isinstance(block, Heading) and block.level <= level:
            break
        if level == LABEL_LEVEL and isinstance(block, Para) and is_bold(block.lines[0].marked):
            break
        found.append(block)
    return found


def _is_group(title: str, under: Sequence[Block]) -> bool:
    """Whether a heading that is no question stands above several of them."""
    if not _GROUP.isdisjoint(fold(title).split()):
        return True
    return any(
        isinstance(block, Heading)
        or (isinstance(block, Listing) and sum(map(_item_asks, block.items)) * 2 >= len(block.items))
        or (isinstance(block, Para) and any(_is_asked(line.text, answered=False) for line in block.lines))
        or (isinstance(block, Table) and bool(question_rows(block)))
        or (isinstance(block, Quote) and _quotes_question(block))
        for block in under
    )


def _names_story(title: str) -> bool:
    named = section_named(title)
    return named is not None and named.kind is Kind.STORY


def _starts_story(draft: _Draft) -> bool:
    """Whether the answer so far has parts of a story, so that "A:" means Action."""
    for block in draft.blocks:
        lines = block.lines if isinstance(block, Para) else (block.title,) if isinstance(block, Heading) else ()
        if any(parts_named(label.name) for line in lines for label in labels(line.marked)):
            return True
    return False


def _asked(draft: _Draft) -> Asked | None:
    blocks = _without_label(draft.blocks, story=True)
    told = read_stories(blocks, sure=False) if blocks else []
    blocks = _before_story(blocks) if told else _without_label(draft.blocks, story=False)
    text = prose(blocks).strip()
    return Asked(draft.text, draft.line, None if is_placeholder(text) else text, tuple(told))


def _without_label(blocks: Sequence[Block], *, story: bool) -> list[Block]:
    """The answer's blocks without "Answer:" before them, headings that say so, and Dataview fields.

    In a `story`, "A:" is its action and stays.
    """
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and (_qa(block.title.marked) or _names_story(block.title.text)):
            continue
        if isinstance(block, Para):
            lines = [_unlabelled(line, story=story) for line in block.lines if not _is_field(line)]
            lines = [line for line in lines if line.text and not _names_story(line.text)]
            if lines:
                kept.append(Para(tuple(lines)))
            continue
        if isinstance(block, Listing) and block.items and not kept:
            first, *others = block.items
            blocks_inside = _without_label(first.blocks, story=story)
            kept.append(replace(block, items=(replace(first, blocks=tuple(blocks_inside)), *others)))
            continue
        kept.append(block)
    return kept


def _is_field(line: Line) -> bool:
    return bool(_FIELD.match(line.marked)) and not _qa(line.marked)


def _unlabelled(line: Line, *, story: bool) -> Line:
    label = _qa(line.marked)
    if label and label["a"] and not (story and label["a"] == "A"):
        return make_line(label["rest"], line.line)
    return line


def _before_story(blocks: Sequence[Block]) -> list[Block]:
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
