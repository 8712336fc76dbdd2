"""Quantified results, from tables and from lines of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_coach.notes.blocks import Block, Heading, Item, Listing, Para, Quote, Table, opening
from interview_coach.notes.figures import Measured, find_figure, has_figure, split_sentence, split_value
from interview_coach.notes.labels import Label, labels
from interview_coach.notes.metrictables import table_metrics
from interview_coach.notes.model import Metric
from interview_coach.notes.patterns import regex
from interview_coach.notes.prose import joined, prose
from interview_coach.notes.text import (
    STRONG_OFF,
    STRONG_ON,
    Line,
    as_one,
    fold,
    is_placeholder,
    listed,
    make_line,
    plain,
    unquote,
    without_enumerator,
    without_marks,
)

_VALUE = listed("value|figure|number|result|amount|score|after|now|wert|valor|valeur")
_REMARK = listed("context|note|notes|source|how|scope|timeframe|baseline|details|kontext|contexto")
_BOLD = regex(rf"{STRONG_ON}+([^{STRONG_ON}{STRONG_OFF}]+){STRONG_OFF}+")


def read_metrics(blocks: Sequence[Block], *, sure: bool = True) -> tuple[list[Metric], list[Line]]:
    """The metrics of a section, and the lines that ought to be one but give no figure.

    A line without a figure is a metric only where it reads "name: value" and the section is `sure` to hold
    metrics; elsewhere it is no fault either.
    """
    metrics: list[Metric] = []
    without: list[Line] = []
    told = any(isinstance(block, Listing | Table) for block in blocks)  # what stands beside them is a remark
    for each in _read(blocks, sure):
        if isinstance(each, Metric):
            metrics.append(each)
        elif sure and not (told and each.remark):
            without.append(each.line)
    return metrics, without


@dataclass(frozen=True, slots=True)
class _Figureless:
    """A line in which no figure was found; a `remark` stands in a paragraph, not in a list."""

    line: Line
    remark: bool


_Read = Iterator[Metric | _Figureless]


def _read(blocks: Sequence[Block], sure: bool) -> _Read:
    heading: Line | None = None
    for block in blocks:
        if isinstance(block, Heading):
            heading = block.title
        elif isinstance(block, Table):
            yield from table_metrics(block)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _item(item, sure)
        elif isinstance(block, Quote):
            yield from _read(block.blocks, sure)
        elif isinstance(block, Para):
            yield from _paragraph(block, heading, sure)
            heading = None


def _paragraph(block: Para, heading: Line | None, sure: bool) -> _Read:
    if heading is not None and not has_figure(heading.text) and has_figure(joined(block.lines)):
        value, context = split_value(joined(block.lines))
        if len(value) <= 60:
            yield Metric(heading.text, value, context, heading.line)
            return
    for line in _lines(block.lines):
        if line.text.endswith((":", "：")):
            continue
        for each in _several(line):
            metric = _line(each, sure)
            if metric is not None:
                yield metric
            elif not is_placeholder(each.text):
                yield _Figureless(each, remark=True)


_LISTED_APART = regex(r"\s*[;；]\s+|\s+[·•|/]\s+")
_COMPARES = regex(r"(?i:up|down|from|vs|was|were|versus|against|compared|target|goal)\b")
_LISTED = regex(r"\s*[;；]\s+|\s+[·•|]\s+|,\s+(?=\D|\d+\D)")


def _several(line: Line) -> list[Line]:
    """A line that lists results with figures, as one line for each; else the line alone."""
    for pattern in (_LISTED_APART, _LISTED):
        pieces = pattern.split(line.marked)
        texts = [plain(piece) for piece in pieces]
        if len(pieces) > 1 and all(map(_names_and_counts, texts)):
            return [make_line(piece, line.line) for piece in pieces]
    return [line]


def _names_and_counts(text: str) -> bool:
    """Whether the text has a figure and words beside it, and does not compare with the one before."""
    figure = None if _COMPARES.match(text) else find_figure(text)
    return figure is not None and any(map(str.isalpha, text.replace(figure.group(), "", 1)))


def _opens_with_count(text: str) -> bool:
    """Whether a bare number begins the text: "24 people", not "4 years running", which may add to a result."""
    figure = find_figure(text)
    return figure is not None and figure.start() == 0 and not any(map(str.isalpha, figure.group()))


def _lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, wrapped ones put together: a line that has no figure and begins low goes on."""
    groups: list[list[Line]] = []
    figured = False
    for line in lines:
        has = has_figure(line.text)
        if groups and line.text[:1].islower() and not (has and figured):
            groups[-1].append(line)
            figured = figured or has
        else:
            groups.append([line])
            figured = has
    return [as_one(group) for group in groups]


def _item(item: Item, sure: bool) -> _Read:
    if not item.blocks:
        return
    head, nested = opening(item)
    if not isinstance(head, Para):
        yield from _read(item.blocks, sure)
        return
    inner = [each for block in nested if isinstance(block, Listing) for each in block.items]
    line = as_one(head.lines)
    told = {fold(label.name): plain(label.rest) for each in inner for label in _labels_of(each)}
    value = next((text for name, text in told.items() if name in _VALUE), "")
    if value:
        remarks = [text for name, text in told.items() if name in _REMARK]
        yield Metric(unquote(line.text.rstrip(" :：")), value, "; ".join(remarks), line.line)
        return
    several = [] if nested else _several(line)
    if len(several) > 1 and all(_opens_with_count(each.text) for each in several):
        yield from filter(None, (_line(each, sure) for each in several))
        return
    metric = _line(line, sure and not inner) if has_figure(line.text) or not inner else None
    if metric is not None:
        extra = prose(nested).replace("\n- ", "; ").removeprefix("- ")
        context = "; ".join(filter(None, (metric.context, extra)))
        yield Metric(metric.name, metric.value, context, metric.line)
    elif inner:
        yield from _under_name(line, inner, sure)
    elif not is_placeholder(line.text):
        yield _Figureless(line, remark=False)


def _under_name(line: Line, inner: Sequence[Item], sure: bool) -> _Read:
    """A name with its figure nested under it, or a group's name with its metrics nested under it."""
    first = prose(inner[0].blocks)
    bare = find_figure(first)
    if (
        len(inner) <= 2
        and bare is not None
        and bare.start() == 0
        and len(first) <= 40
        and not line.text.endswith((":", "："))
    ):
        value, context = split_value(first)
        others = [prose(each.blocks) for each in inner[1:]]
        yield Metric(line.text, value, "; ".join(filter(None, (context, *others))), line.line)
        return
    for each in inner:
        yield from _item(each, sure)


def _labels_of(item: Item) -> Iterator[Label]:
    head = item.blocks[0] if item.blocks else None
    if isinstance(head, Para):
        yield from (label for label in labels(head.lines[0].marked) if label.colon)


def _line(line: Line, sure: bool) -> Metric | None:
    bare = without_enumerator(line.text)
    number, text = line.text[: len(line.text) - len(bare)], unquote(bare)
    if is_placeholder(text):
        return None
    measured = _measured(line.marked.lstrip().removeprefix(number), text, sure)
    if measured is None:
        return None
    return Metric(_name(measured.name), unquote(measured.value), measured.context, line.line)


def _name(name: str) -> str:
    return unquote(without_marks(name).strip(" :：=–—-→|.,;"))


def _measured(marked: str, text: str, sure: bool) -> Measured | None:
    for label in labels(marked):
        rest = plain(label.rest)
        if not rest or (not label.colon and _within_figure(text, label.name)):
            continue
        if label.colon or (label.bold and marked.lstrip().startswith(STRONG_ON)):
            if has_figure(rest) and not (find_figure(label.name) and not find_figure(rest)):
                if find_figure(rest) is None and find_figure(label.name) is None and not label.colon:
                    continue
                if not label.colon and find_figure(label.name):
                    return _bold_figure(text, label.name, rest)
                return Measured(label.name, *split_value(rest))
            if find_figure(label.name):
                return _bold_figure(text, label.name, rest)
            if label.colon and sure and len(label.name) <= 60:
                return Measured(label.name, rest, "")
        elif find_figure(rest) and not find_figure(label.name):
            return Measured(label.name, *split_value(rest))
        elif find_figure(label.name) and len(label.name) <= 25:
            return _bold_figure(text, label.name, rest)
    for bold in _BOLD.finditer(marked):
        value = plain(bold[1])
        if find_figure(value) and len(value) <= 40 and value in text:
            return split_sentence(text, value, text.index(value))
    return split_sentence(text)


def _within_figure(text: str, name: str) -> bool:
    """Whether the dash or arrow after the name stands within a figure ("eNPS 21 → 48")."""
    figure = find_figure(text)
    return figure is not None and figure.start() < len(name) < figure.end() - 1


def _bold_figure(text: str, value: str, rest: str) -> Measured:
    """A figure with what it measures after it: "93%: revenue protected (of escalated accounts)"."""
    figure = find_figure(value)
    before = value[: figure.start()].strip() if figure else ""
    if figure and before.isalpha():
        return Measured(before, value[figure.start() :], rest)  # **NPS +18** in two quarters
    after = split_sentence(f"{value} {rest}", value, 0)
    return after if after is not None else Measured(rest, value, "")
