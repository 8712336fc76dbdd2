"""From a note's text to lines that Markdown can be read from, each knowing its line in the file.

Obsidian's comments, HTML comments and hand-typed bullets are dealt with here, line by line and outside
code, because Markdown has no notion of them and lines must keep their numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_coach.notes.model import Problem, Severity
from interview_coach.notes.patterns import regex

MAX_LINES = 10_000  # bounds the time for a hostile file to a few seconds, as the next one does
MAX_LINE = 10_000  # characters; a paragraph of 1,500 words typed as one line
MAX_LINKS = 100  # wikilinks on one line


@dataclass(frozen=True, slots=True)
class Source:
    """A note's text as lines, `numbers` giving each its line in the file, and what was odd about it."""

    lines: Sequence[str]
    numbers: Sequence[int]
    problems: tuple[Problem, ...] = ()


_BULLETS = "•◦▪▫‣●○∙·➢➤►▶➡👉🔹🔸🔷🔶❓❔📌"
_BULLET = regex(rf"^([ \t>]*)[{_BULLETS}]\ufe0f?[ \t\u3000\xa0]+(?=\S)")
_NUMBER = regex(
    r"^([ \t>]*)(?:[(（]?([0-9０-９]{1,3})(?:[、．）]|\)(?=\S))[ \t\u3000]*|([①-⑳])[ \t\u3000]*)(?=\S)"
)
_HEADING = regex(r"^( {0,3}#{2,6})(?=[^\s#])")
_TITLE_WITHOUT_SPACE = regex(r"^ {0,3}#[A-ZÀ-Þ]\S*(?: [^\s#]+)+\s*$")  # "#Giving feedback", but no row of tags
_CHECKBOX = regex(r"^([ \t>]*)([☐☑☒✅✔✓]\ufe0f?)[ \t]+(?=\S)")
_WIDE_PIPES = regex(r"^[ \t>]*｜")
_LINK_PIPE = regex(r"\[\[([^\[\]|\\\n]{1,300})\|([^\[\]|\n]{0,300})\]\]")
_FENCE = regex(r"^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})(.*)$")
_OPENER = regex(r"%%|<!--|`+")
_NEEDS_CARE = regex(
    (
        rf"%%|<!--|```|~~~|\[\[[^\]\n]{{0,300}}\||^[ \t>]*(?:[{_BULLETS}☐☑☒✅✔✓][\ufe0f \t\u3000\xa0]"
        rf"|[(（]?[0-9０-９]{{1,3}}[、．）)]"
        r"|[①-⑳]|｜)|^ {0,3}#{2,6}[^\s#]"
    ),
    re.MULTILINE,
)


def tidy(text: str, first_line: int) -> Source:
    """The body's lines without comments, hand-typed bullets made Markdown's own; code is left alone."""
    lines = text.split("\n")
    problems: list[Problem] = []
    if len(lines) > MAX_LINES:
        message = f"the note has {len(lines)} lines; only the first {MAX_LINES} were read"
        problems.append(
            Problem(first_line + MAX_LINES, Severity.ERROR, message, "split it into notes, one a skill")
        )
        lines = lines[:MAX_LINES]
    if len(max(lines, key=len, default="")) > MAX_LINE:
        lines = [_cut(line, first_line + at, problems) for at, line in enumerate(lines)]
        text = "\n".join(lines)
    first = next((at for at, line in enumerate(lines[:50]) if line.strip()), None)
    if first is not None and _TITLE_WITHOUT_SPACE.match(lines[first]):
        lines[first] = f"# {lines[first].lstrip()[1:]}"
    if _DEEP_ITEM.search(text):
        lines = list(_moved_out(lines))
    if not _NEEDS_CARE.search(text):
        return Source(lines, range(first_line, first_line + len(lines)), tuple(problems))
    reader = _Tidier(lines, first_line)
    kept = list(reader.run())
    problems += reader.problems
    return Source([line for _, line in kept], [number for number, _ in kept], tuple(problems))


def _cut(line: str, number: int, problems: list[Problem]) -> str:
    if len(line) <= MAX_LINE:
        return line
    message = f"the line has {len(line)} characters; only the first {MAX_LINE} were read"
    problems.append(Problem(number, Severity.ERROR, message, "break it into paragraphs"))
    return line[:MAX_LINE]


_DEEP_ITEM = regex(r"^(?: {4}|\t| {1,3}\t)[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]", re.MULTILINE)
_ITEM = regex(r"^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]")


def _moved_out(lines: list[str]) -> Iterator[str]:
    """Lists typed with an indent under a label or a heading, moved to the margin.

    Markdown takes them for more of the paragraph before, or for code; a person does not.
    """
    shift, in_list = 0, False
    for line in lines:
        shown = line.expandtabs(4) if "\t" in line[:40] else line
        indent = len(shown) - len(shown.lstrip(" "))
        if not shown.strip() or (shift and indent >= shift):
            yield shown[shift:] if shift else line
            continue
        shift = 0
        if _ITEM.match(shown):
            shift = indent if indent >= 4 and not in_list else 0
            in_list = in_list or not shift
        elif indent < 2:
            in_list = False
        yield shown[shift:] if shift else line


class _Tidier:
    """One pass over the lines, knowing whether it is inside code or inside a comment."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self.lines = lines
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.fence = ""
        self.closer = ""  # what ends the comment that the current line is inside of
        self.dropped = -1  # the line of a fence that nothing closes
        self.last = {
            mark: max((at for at, line in enumerate(lines) if mark in line), default=-1)
            for mark in ("%%", "-->")
        }

    def run(self) -> Iterator[tuple[int, str]]:
        """Each line that is left, with its number; a line that held nothing but a comment goes."""
        for at, line in enumerate(self.lines):
            if not self.closer and self._is_code(at, line):
                yield self.first_line + at, line
                continue
            started_inside = bool(self.closer)
            if self.dropped == at:
                continue
            text = self._without_comments(at, line) if self.closer or "%%" in line or "<!--" in line else line
            if text is not line and not text.strip() and not started_inside and not self.closer:
                continue
            yield self.first_line + at, self._in_markdown(text)

    def _is_code(self, at: int, line: str) -> bool:
        found = _FENCE.match(line)
        if self.fence:
            closes = found and found[1].startswith(self.fence) and not found[2].strip()
            self.fence = "" if closes else self.fence
            return True
        if not found or (found[1][0] == "`" and "`" in found[2]):
            return False
        if at <= self._last_fence(found[1]):
            self.fence = found[1]
            return True
        self._unclosed(at, "code fence", found[1])
        self.dropped = at
        return False

    def _last_fence(self, fence: str) -> int:
        """The last line that could close this fence; one that nothing closes would hide all the rest."""
        if fence not in self.last:
            closing = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*$")
            self.last[fence] = (
                max((at for at, line in enumerate(self.lines) if closing.match(line)), default=-1) - 1
            )
        return self.last[fence]

    def _without_comments(self, at: int, line: str) -> str:
        kept: list[str] = []
        place = 0
        if self.closer:
            end = line.find(self.closer)
            if end < 0:
                return ""
            place = end + len(self.closer)
            self.closer = ""
        while found := _OPENER.search(line, place):
            mark = found.group()
            kept.append(line[place : found.start()])
            place = found.end()
            if mark[0] == "`":
                end = line.find(mark, place)
                stop = end + len(mark) if end >= 0 else place
                kept.append(line[found.start() : stop])
                place = stop
                continue
            closer = "%%" if mark == "%%" else "-->"
            end = line.find(closer, place)
            if (
                mark == "%%"
                and found.start()
                and line[found.start() - 1].isdigit()
                and (end < 0 or line[end - 1].isdigit())
            ):
                kept.append("%")  # "grew by 40%%" is a typing error or an escape, no comment
            elif end >= 0:
                place = end + len(closer)
            elif self.last[closer] > at:
                self.closer = closer
                place = len(line)
                break
            else:
                self._unclosed(at, "comment", mark, closer)
        kept.append(line[place:])
        return "".join(kept)

    def _unclosed(self, at: int, what: str, mark: str, closer: str = "") -> None:
        message = f"the {what} that begins with {mark} is never closed; what follows was read as text"
        hint = f"add {closer or mark} where the {what} ends"
        self.problems.append(Problem(self.first_line + at, Severity.WARNING, message, hint))

    @staticmethod
    def _in_markdown(line: str) -> str:
        """The line with bullets, numbers and pipes that Markdown does not know put its own way."""
        if "[[" in line and line.count("[[") <= MAX_LINKS:
            line = _LINK_PIPE.sub(r"[[\1\\|\2]]", line)
        if line.isascii():
            if line[:8].lstrip(" ").startswith("##"):
                return _HEADING.sub(r"\1 ", line)
            return _NUMBER.sub(lambda found: f"{found[1]}{found[2]}. ", line) if ")" in line[:12] else line
        if _WIDE_PIPES.match(line):
            line = line.replace("｜", "|")
        line = _HEADING.sub(r"\1 ", line)
        line = _CHECKBOX.sub(r"\1- ", _BULLET.sub(r"\1- ", line))
        return _NUMBER.sub(_ordinary_number, line)


def _ordinary_number(found: re.Match[str]) -> str:
    number = int(found[2]) if found[2] else ord(found[3]) - ord("①") + 1
    return f"{found[1]}{number}. "
