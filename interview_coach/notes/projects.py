"""Projects that show the skill, and the skills related to it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from interview_coach.notes.blocks import Block, Heading, Item, Listing, Para, Quote, Table, opening
from interview_coach.notes.labels import is_bold, labels
from interview_coach.notes.model import Project
from interview_coach.notes.patterns import regex
from interview_coach.notes.prose import prose, without_lone_dash
from interview_coach.notes.text import (
    LINK_OFF,
    LINK_ON,
    Line,
    as_one,
    fold,
    is_placeholder,
    listed,
    make_line,
    plain,
    unquote,
)

_LINK = regex(rf"{LINK_ON}([^{LINK_ON}{LINK_OFF}]+){LINK_OFF}")
_SEPARATOR = regex(r"^[\s\x02\x03]*(?:[:：—–=|→,;]|--?>?)?[\s\x02\x03]*")
_GROUPS = frozenset({"evidence", "primary", "secondary", "supporting", "main", "other", "projects", "also"})
_NAME = listed(
    "project|projects|name|where|projekt|projet|proyecto|projeto|progetto|проект|プロジェクト|项目"
    "|프로젝트|title"
    "|company"
)


def read_projects(blocks: Sequence[Block]) -> list[Project]:
    """The projects of a section, each with what the note says that it shows."""
    found: list[Project] = []
    pending: Line | None = None
    for block in blocks:
        before = len(found)
        if isinstance(block, Listing):
            found += [project for item in block.items for project in _item(item)]
        elif isinstance(block, Table):
            found += _table(block)
        elif isinstance(block, Quote):
            found += read_projects(block.blocks)
        elif isinstance(block, Heading):
            pending = block.title
            continue
        elif isinstance(block, Para):
            if pending is not None and not _LINK.match(block.lines[0].marked):
                found.append(Project(_name(pending), prose([block]), pending.line))
            else:
                found += _paragraph(block)
        if pending is not None and _LINK.search(pending.marked) and len(found) == before:
            found.append(Project(_name(pending), "", pending.line))
        pending = None
    if pending is not None and _LINK.search(pending.marked):
        found.append(Project(_name(pending), "", pending.line))
    return [project for project in found if not is_placeholder(project.name)]


def _name(line: Line) -> str:
    return unquote(line.text.rstrip(" :："))


def _paragraph(block: Para) -> Iterator[Project]:
    for line in block.lines:
        if line.text.endswith((":", "：")) or (is_bold(line.marked) and not _LINK.search(line.marked)):
            continue  # "Primary evidence:" stands above projects
        if _LINK.search(line.marked) or any(label.rest for label in labels(line.marked)):
            yield from _line(line, "")


def _item(item: Item) -> Iterator[Project]:
    if not item.blocks:
        return
    head, nested = opening(item)
    if not isinstance(head, Para):
        yield from read_projects(item.blocks)
        return
    line = as_one(head.lines)
    if (
        line.text.endswith((":", "："))
        and not _LINK.search(line.marked)
        and any(isinstance(each, Listing) for each in nested)
    ):
        yield from read_projects(nested)
        return
    yield from _line(line, prose(nested))


def _line(line: Line, extra: str) -> Iterator[Project]:
    links = list(_LINK.finditer(line.marked))
    starts = bool(links) and not plain(line.marked[: links[0].start()])
    if starts:
        between = [line.marked[a.end() : b.start()] for a, b in pairwise(links)]
        if (
            between
            and all(fold(plain(gap)) in ("", "and", "&", "und", "y", "et") for gap in between)
            and not plain(line.marked[links[-1].end() :])
        ):
            yield from (Project(plain(link[1]), "", line.line) for link in links)
            return
        rest = line.marked[links[0].end() :]
        separated = _SEPARATOR.match(rest)
        evidence = plain(rest[separated.end() :] if separated else rest)
        yield Project(plain(links[0][1]), _joined(_bare(evidence), extra), line.line)
        return
    for label in labels(line.marked):
        if links and not _GROUPS.isdisjoint(fold(label.name).split()):
            for piece in re.split(rf"[;；]\s*|,\s*(?={LINK_ON})", label.rest):
                yield from _line(make_line(piece, line.line), "")
            return
        if label.rest or label.bold:
            yield Project(unquote(label.name), _joined(_bare(plain(label.rest)), extra), line.line)
            return
    remark = re.fullmatch(r"(.+?)\s*[(（]([^()（）]+)[)）]", line.text)
    if remark:
        yield Project(unquote(remark[1]), _joined(remark[2], extra), line.line)
        return
    yield Project(
        unquote(line.text.rstrip(" :：")),
        without_lone_dash(extra),
        line.line,
    )


def _bare(text: str) -> str:
    """The text without one pair of brackets round the whole."""
    whole = re.fullmatch(r"[(（]([^()（）]*)[)）]\.?", text)
    return unquote(whole[1] if whole else text)


def _joined(evidence: str, extra: str) -> str:
    if not evidence:
        return without_lone_dash(extra)
    return "\n".join(filter(None, (evidence, extra)))


def _table(block: Table) -> Iterator[Project]:
    heads = [fold(cell.text) for cell in block.header]
    name_at = next((at for at, head in enumerate(heads) if head in _NAME), 0)
    for row in block.rows:
        if name_at < len(row) and row[name_at].text:
            others = [cell.text for at, cell in enumerate(row) if at != name_at and cell.text]
            yield Project(unquote(row[name_at].text), "; ".join(others), row[0].line)


def read_related(blocks: Sequence[Block]) -> list[str]:
    """The names of related skills, each once."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                found += read_related(item.blocks)
        elif isinstance(block, Quote):
            found += read_related(block.blocks)
        elif isinstance(block, Table):
            found += [row[0].text for row in block.rows if row and row[0].text]
        elif isinstance(block, Para):
            for line in block.lines:
                found += _related(line)
    return list(dict.fromkeys(found))


def _related(line: Line) -> list[str]:
    links = [plain(link[1]) for link in _LINK.finditer(line.marked)]
    if links:
        return links
    text = line.text
    if text.endswith((":", "：")) or is_placeholder(text):
        return []
    pieces = (
        text.split(",")
        if len(text.split(",")) > 1 and "." not in text
        else [re.split(r"\s[—–-]\s|:\s", text)[0]]
    )
    return [piece.strip() for piece in pieces if piece.strip()]
