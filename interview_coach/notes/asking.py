"""The signs by which a question, its answer, or a group of questions is known."""

import re
from collections.abc import Sequence

from interview_coach.notes.blocks import LABEL_LEVEL, Block, Heading, Item, Listing, Para, Quote, Table
from interview_coach.notes.labels import is_bold, labels
from interview_coach.notes.names import parts_named, section_named
from interview_coach.notes.patterns import regex
from interview_coach.notes.prose import joined
from interview_coach.notes.questiontables import question_rows
from interview_coach.notes.text import (
    Line,
    as_one,
    asks,
    ends_sentence,
    fold,
    is_question,
    listed,
    make_line,
    plain,
    unquote,
)
from interview_coach.notes.vocabulary import Kind

_QA = regex(
    (
        r"^[\x02\s]*(?:(?P<q>[Qq]|question|frage|pregunta|pergunta|domanda|vraag|вопрос|質問|問|问|질문)"
        r"|(?P<a>A|(?:(?:my|sample|short|model|your|ideal|example|draft) )?(?:ans|answer|response|reply)"
        r"|antwort|réponse"
        r"|respuesta|resposta|risposta|antwoord|ответ|回答|答え?|답변?))"
        r"\s*(?:#?\s*\d{1,3})?[\x03\s]*(?P<by>::|[:：.)]|[-–—](?=[\s\x03])|$)[\x03\s]*(?P<rest>.*)$"
    ),
    re.IGNORECASE | re.DOTALL,
)


def question_label(marked: str) -> re.Match[str] | None:
    """The label of a question or an answer that the line begins with; "a)" numbers a list instead."""
    found = _QA.match(marked)
    if found and (found["a"] == "a" or (found["a"] == "A" and found["by"] not in (":", "：", "::", "."))):
        return None
    return found


def question_in(title: str) -> bool:
    """Whether a heading puts a question, or is labelled as one ("Q: ...")."""
    label = question_label(title)
    return is_question(unquote(title)) or bool(label and label["q"] and label["rest"])


_ANSWER_AFTER = regex(r"^(.*?[?？؟\"”»」]\x03*)\s*(?:::|—|–|->|→|=>|\s-\s|[:：](?=\s)|\|)\s*(.+)$", re.DOTALL)


_BOLD_QUESTION = regex(r"^\s*\x02+([^\x02\x03]+)\x03+(.*)$", re.DOTALL)


_QUOTED = regex(
    r"^\x02*([\"“„«「](?:[^\"“”„«»「」]{12,400})[\"”“»」])[.,;]?\x03*\s*(?:[:：—–\-→]+\s*)?(.*)$", re.DOTALL
)


_FIRST_PERSON = regex(r"^(?:i|we|my|our|ich|wir|je|nous|yo|eu|io|ik|я|мы)\b", re.IGNORECASE)


_GROUP = listed(
    "behavioral|behavioural|technical|situational|general|basic|advanced|easy|medium|hard|other|common"
    "|phone|onsite|screen|screening|round|warm|opening|closing|strategy|misc|leadership|questions"
    "|category|level|beginner|intermediate|expert|competency|culture|hr|panel|recruiter"
)


def split_answer(marked: str) -> tuple[str, str]:
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


def sentences(lines: Sequence[Line], *, item: bool = False) -> list[Line]:
    """The lines, wrapped ones put together: a line goes on where it neither ends a sentence nor is short."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, item):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [as_one(group) for group in groups]


def _goes_on(before: Sequence[Line], line: Line, item: bool) -> bool:
    last = before[-1]
    if (
        ends_sentence(last.text)
        or question_label(line.marked)
        or is_bold(before[0].marked) != is_bold(line.marked)
    ):
        return False
    if labels_parts(line):
        return False
    starts_low = line.text[:1].islower()
    return starts_low or len(last.text) >= 60 or (item and not is_question(before[0].text, loose=True))


def is_asked(text: str, *, answered: bool) -> bool:
    """Whether a paragraph by itself is a question rather than part of an answer."""
    text = text.strip()
    if unquote(text) != text and len(text.split()) >= 3:
        return not answered or is_question(unquote(text), loose=True)
    if _FIRST_PERSON.match(fold(text)):
        return False
    return is_question(text) and not (answered and len(text) > 220)


def looks_asked(line: Line, *, loose: bool = True) -> bool:
    text = line.text
    return unquote(text) != text or is_question(text, loose=loose) or bool(_QUOTED.match(line.marked))


def item_asks(item: Item) -> bool:
    head = item.blocks[0] if item.blocks else None
    if isinstance(head, Heading):
        return looks_asked(head.title)
    if isinstance(head, Quote):
        return quotes_question(head)
    if not isinstance(head, Para):
        return False
    first = head.lines[0]
    label = question_label(first.marked)
    if label:
        return bool(label["q"])
    question, _ = split_answer(first.marked)
    return looks_asked(make_line(question, first.line)) or asks(joined(head.lines))


def strictly_asks(item: Item) -> bool:
    head = item.blocks[0] if item.blocks else None
    return isinstance(head, Para) and asks(unquote(joined(head.lines)))


def all_answers(items: Sequence[Item]) -> bool:
    heads = [item.blocks[0] for item in items if item.blocks]
    return all(
        isinstance(head, Para) and (found := question_label(head.lines[0].marked)) and found["a"]
        for head in heads
    )


def quotes_question(block: Quote) -> bool:
    return any(
        (
            isinstance(each, Para)
            and is_question(unquote(joined(each.lines)))
            and not _FIRST_PERSON.match(fold(joined(each.lines)))
        )
        or (isinstance(each, Listing) and any(map(item_asks, each.items)))
        for each in block.blocks
    )


def blocks_under(after: Sequence[Block], level: int) -> list[Block]:
    """The blocks under a heading of this level, up to the next that ends it."""
    found: list[Block] = []
    for block in after:
        if isinstance(block, Heading) and block.level <= level:
            break
        if level == LABEL_LEVEL and isinstance(block, Para) and is_bold(block.lines[0].marked):
            break
        found.append(block)
    return found


def is_group(title: str, under: Sequence[Block]) -> bool:
    """Whether a heading that is no question stands above several of them."""
    if not _GROUP.isdisjoint(fold(title).split()):
        return True
    return any(
        isinstance(block, Heading)
        or (isinstance(block, Listing) and sum(map(item_asks, block.items)) * 2 >= len(block.items))
        or (isinstance(block, Para) and any(is_asked(line.text, answered=False) for line in block.lines))
        or (isinstance(block, Table) and bool(question_rows(block)))
        or (isinstance(block, Quote) and quotes_question(block))
        for block in under
    )


def labels_parts(line: Line) -> bool:
    """Whether the line is, or begins with, the name of a story's part."""
    whole = bool(parts_named(line.text)) and not asks(line.text)  # "How?" asks
    return whole or any(parts_named(label.name) for label in labels(line.marked))


def lists_parts(block: Listing) -> bool:
    """Whether a list tells a story: at least three items, most of them labelled as parts of one."""
    heads = [item.blocks[0] for item in block.items if item.blocks]
    told = sum(isinstance(head, Para) and _is_part(head.lines[0]) for head in heads)
    return told >= 3 and told * 2 > len(heads)


def _is_part(line: Line) -> bool:
    """Whether the line is labelled as a part, and puts no question ("Challenge: what was hard?")."""
    return labels_parts(line) and not question_label(line.marked) and not asks(line.text)


def names_story(title: str) -> bool:
    named = section_named(title)
    return named is not None and named.kind is Kind.STORY
