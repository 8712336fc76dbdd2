"""From lines of Markdown to a small tree of blocks, each with its line in the file.

Structure comes from markdown-it-py's tokens, with three additions: pipe rows without a delimiter row are a
table, `> [!kind] title` is a callout, and indented text is text (a person indents an answer, not code).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from interview_coach.notes.blocks import (
    Block,
    Code,
    Heading,
    Item,
    Listing,
    Para,
    Quote,
    Rule,
    Table,
)
from interview_coach.notes.inline import inline_lines, wikilink
from interview_coach.notes.names import parts_named, section_named
from interview_coach.notes.patterns import regex
from interview_coach.notes.source import Source
from interview_coach.notes.text import Line, make_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

MAX_NESTING = 40  # deeper quotes and lists are cut off; nobody writes them by hand
MAX_COLUMNS = 30  # a row of more pipes is no table


@cache
def parser() -> "MarkdownIt":
    """The one Markdown parser of this process; it keeps nothing from note to note."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    md.enable(["table", "strikethrough"]).disable(["code", "html_block"])
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.use(
        dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, allow_blank_lines=False
    )
    md.block.ruler.before("table", "wide_table", _too_wide, {"alt": ["paragraph", "reference"]})
    md.block.ruler.after("table", "pipe_rows", _pipe_rows, {"alt": ["paragraph"]})
    md.block.ruler.before("paragraph", "label_line", _label_line, {"alt": ["paragraph"]})
    md.block.ruler.before("paragraph", "table_end", _table_end, {"alt": ["blockquote"]})
    md.inline.ruler.before("link", "wikilink", wikilink)
    return md


def parse(source: Source) -> tuple[Block, ...]:
    """The blocks of a note's body."""
    md = parser()
    env: dict[str, Any] = {}
    tokens: list[Token] = []
    md.block.parse("\n".join(source.lines), md, env, tokens)
    return tuple(_Builder(md, env, tokens, source.numbers).blocks(""))


def _too_wide(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Keeps rows of very many pipes away from the table rule, which would make a token of each."""
    first, last = state.bMarks[start], state.eMarks[start]
    if last - first <= MAX_COLUMNS or state.src.count("|", first, last) <= MAX_COLUMNS:
        return False
    if silent:
        return True
    token = state.push("paragraph_open", "p", 1)
    token.map = [start, start + 1]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = state.src[first:last].strip(), [start, start + 1], []
    state.push("paragraph_close", "p", -1)
    state.line = start + 1
    return True


_BOLD_LABEL = regex(r"^(\*\*|__)([^*_]{1,80})\1\s*([:：]?)(.*)$")
_PLAIN_LABEL = regex(r"^([^:：]{1,50}?)\s*(?:::|[:：])")


def _label_line(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Ends an item's paragraph before a label at the margin, typed without an empty line between.

    To Markdown it is more of the item above; to whoever typed "**Result:** ..." after a list it is not.
    """
    if not silent or state.sCount[start] >= state.blkIndent:
        return False
    text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    bold = _BOLD_LABEL.match(text)
    if bold:
        return bool(bold[3]) or bold[2].rstrip().endswith((":", "：")) or not bold[4]
    found = _PLAIN_LABEL.match(text)
    if found is None:
        return False
    section = section_named(found[1])
    return bool(parts_named(found[1])) or (section is not None and section.sure)


def _table_end(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Ends a table before a line without a pipe, which Markdown would make a row of one cell."""
    if not silent or state.parentType != "table":
        return False
    return "|" not in state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]


_CELL_END = regex(r"(?<!\\)\|")


def _pipe_rows(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Rows in outer pipes that no delimiter row makes a table, as a table without a header."""
    rows: list[str] = []
    for at in range(start, end):
        text = state.src[state.bMarks[at] + state.tShift[at] : state.eMarks[at]].rstrip()
        if state.sCount[at] < state.blkIndent or not text.startswith("|") or len(_CELL_END.findall(text)) < 3:
            break
        rows.append(text)
        if silent:
            return True
    if not rows:
        return False
    state.push("table_open", "table", 1).map = [start, start + len(rows)]
    cells = [[cell.strip() for cell in _CELL_END.split(text.strip("|"))] for text in rows]
    ruled = [all(re.fullmatch(r":?-+:?", cell) for cell in row) for row in cells]
    for at, row in enumerate(cells):
        if ruled[at]:
            continue
        _push_row(state, start + at, row)
        if at == 0 and ruled[1:2] == [True]:
            state.push("thead_close", "thead", -1)  # a delimiter row of another width
    state.push("table_close", "table", -1)
    state.line = start + len(rows)
    return True


def _push_row(state: "StateBlock", line: int, cells: list[str]) -> None:
    state.push("tr_open", "tr", 1).map = [line, line + 1]
    for cell in cells:
        state.push("td_open", "td", 1)
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = cell.replace("\\|", "|"), [line, line + 1], []
        state.push("td_close", "td", -1)
    state.push("tr_close", "tr", -1)


_HTML_HEADING = regex(r"^<h([1-6])(?:\s[^>]{0,200})?>[^\n]*</h\1>\s*$", re.IGNORECASE)
_CALLOUT = regex(r"^\s*\[!([\w -]{1,40})(?:\|[^\]]{0,40})?\][+-]?\s*")
_CHECKBOX = regex(r"^(?:\[[^\[\]]\]|\[\])\s+")


class _Builder:
    """Reads the tokens once, from first to last."""

    def __init__(
        self, md: "MarkdownIt", env: dict[str, Any], tokens: "list[Token]", numbers: Sequence[int]
    ) -> None:
        self.md = md
        self.env = env
        self.tokens = tokens
        self.numbers = numbers
        self.at = 0

    def blocks(self, closing: str) -> Iterator[Block]:
        """The blocks up to the token that closes the one they are in."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                return
            yield from self._block(token)

    def _block(self, token: "Token") -> Iterator[Block]:
        kind = token.type
        if kind == "heading_open":
            yield from self._heading(token)
        elif kind == "paragraph_open":
            tag = _HTML_HEADING.match(self.tokens[self.at].content)
            lines = self._inline()
            if lines:
                yield Heading(int(tag[1]), lines[0]) if tag and len(lines) == 1 else Para(tuple(lines))
        elif kind in ("bullet_list_open", "ordered_list_open"):
            if items := tuple(self._items(kind.replace("open", "close"))):
                yield Listing(items, kind.startswith("ordered"))
        elif kind == "blockquote_open":
            yield from self._quote(token)
        elif kind == "table_open":
            yield self._table(token)
        elif kind in ("fence", "math_block"):
            yield Code(token.content, self._line(token))
        elif kind == "hr":
            yield Rule(self._line(token))
        elif kind == "footnote_reference_open":
            for _ in self.blocks("footnote_reference_close"):
                pass

    def _line(self, token: "Token") -> int:
        at = token.map[0] if token.map else 0
        return self.numbers[min(at, len(self.numbers) - 1)]

    def _inline(self) -> list[Line]:
        """The lines of the inline token that comes next, and past the token that closes its block."""
        token = self.tokens[self.at]
        self.at += 2
        first, last = token.map or (0, 1)
        lines = inline_lines(self.md, token.content, self.numbers[first:last] or self.numbers[-1:], self.env)
        return [line for line in lines if line.text or "#" in line.marked]

    def _heading(self, token: "Token") -> Iterator[Block]:
        lines = self._inline()
        if token.markup == "-" and not _underlined_title(lines):
            if lines:
                yield Para(tuple(lines))  # "...and expanded" with a rule typed right under it is no heading
            yield Rule(self._line(token))
        elif lines:
            whole = make_line(" ".join(line.marked for line in lines), lines[0].line)
            yield Heading(int(token.tag[1]), whole)

    def _items(self, closing: str) -> Iterator[Item]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                return
            blocks = tuple(self.blocks("list_item_close"))
            yield Item(_without_checkbox(blocks), self._line(token))

    def _quote(self, token: "Token") -> Iterator[Block]:
        blocks = tuple(self.blocks("blockquote_close"))
        first = blocks[0] if blocks else None
        callout = _CALLOUT.match(first.lines[0].marked) if isinstance(first, Para) else None
        if callout is None or not isinstance(first, Para):
            yield Quote(blocks, self._line(token))
            return
        head, *others = first.lines
        title = make_line(head.marked[callout.end() :], head.line)
        rest = (Para(tuple(others)), *blocks[1:]) if others else blocks[1:]
        yield Quote(rest, self._line(token), callout[1].casefold().strip(), title)

    def _table(self, opening: "Token") -> Table:
        header: tuple[Line, ...] = ()
        rows: list[tuple[Line, ...]] = []
        cells: list[Line] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type == "inline":
                lines = inline_lines(self.md, token.content, (self._line(token),), self.env)
                marked = lines[0].marked if len(lines) == 1 else "\v".join(line.marked for line in lines)
                cells.append(make_line(marked, self._line(token)))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
            elif token.type == "thead_close" and rows:
                header = rows.pop()
        self.at += 1
        return Table(header if any(cell.text for cell in header) else (), tuple(rows), self._line(opening))


def _underlined_title(lines: list[Line]) -> bool:
    """Whether text with dashes right under it is a title: one short line that ends no sentence."""
    if len(lines) != 1:
        return False
    text = lines[0].text
    return (
        len(text) <= 70
        and not text.endswith((".", ",", ";", "。", "!"))
        and text.count(",") < 3
        and ": " not in text
    )


def _without_checkbox(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    first = blocks[0] if blocks else None
    if not isinstance(first, Para):
        return blocks
    head = first.lines[0]
    box = _CHECKBOX.match(head.marked)
    if box is None:
        return blocks
    return (
        replace(first, lines=(make_line(head.marked[box.end() :], head.line), *first.lines[1:])),
        *blocks[1:],
    )
