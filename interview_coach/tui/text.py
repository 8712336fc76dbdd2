"""The one door for text from notes, files and errors on its way to the screen.

Nothing that comes through here is read as markup, moves the cursor or turns the reading direction, and
every width is counted in the terminal's cells.
"""

import re
from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

ELLIPSIS = "…"

# Whole escape sequences with what they carry: OSC, then DCS, SOS, PM and APC, then CSI, then the short ones.
_ESCAPES = re.compile(
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]*(?:\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|\x1b[ -/]*[0-Z\\^-~]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, soft hyphens, direction marks and overrides, invisible operators, tags. The joiners U+200C and
# U+200D stay: scripts and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# A joiner with nothing to join would draw the next cell in, in Textual's count of them.
_STRAY_JOINERS = re.compile("(?:(?<!\\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\\S))")
_JOINERS = "\u200c\u200d"
_SURROGATES = re.compile("[\ud800-\udfff]")
_PERCENT = re.compile(r"(?<=\d) (?=%)")
_UNBROKEN = "\ud800"  # as wide as a space and in no clean text; lines do not break at it
_SHARE = re.compile(rf"(?<=[^\W\d_]) (?=\d{{1,3}}{_UNBROKEN}?%)")  # what it is a share of stands before it


def clean(text: str) -> str:
    """The text with nothing in it but what a person can read; lines stay lines, a tab becomes spaces."""
    if text.isprintable():
        return text
    text = _ESCAPES.sub("", text)
    text = _LINE_ENDS.sub("\n", text).replace("\t", "    ")
    text = _STRAY_JOINERS.sub("", _INVISIBLE.sub("", text))
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text clean, on one line, its white space folded."""
    return " ".join(clean(text).split())


def content(text: str, style: str = "") -> Content:
    """The text as content in one style; `style` is ours, never the user's."""
    return Content.styled(clean(text), style)


def cut(text: str, width: int) -> str:
    """The text on one line of at most `width` cells, ended by an ellipsis where something was cut."""
    folded = one_line(text)
    if cell_len(folded) <= width:
        return folded
    if width < 1:
        return ""
    return Content(folded).truncate(width - 1).plain.rstrip(_JOINERS) + ELLIPSIS


def cut_middle(text: str, width: int) -> str:
    """The text on one line of at most `width` cells, its middle left out where it is longer: for paths."""
    folded = one_line(text)
    if cell_len(folded) <= width:
        return folded
    start, end = "", ""
    for first, last in zip(folded, reversed(folded), strict=True):
        if cell_len(f"{start}{first}{ELLIPSIS}{end}") > width:
            break
        start += first
        if cell_len(f"{start}{ELLIPSIS}{last}{end}") > width:
            break
        end = last + end
    return cut(f"{start.rstrip(_JOINERS)}{ELLIPSIS}{end.lstrip(_JOINERS)}", width)


def padded(text: str, width: int) -> str:
    """The text cut to `width` cells and filled up to it."""
    short = cut(text, width)
    return short + " " * (width - cell_len(short))


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells; a word longer than a line is broken.

    "30 %" is one word, and "Task 30 %" where a line holds it.
    """
    joined = _PERCENT.sub(_UNBROKEN, clean(text).strip("\n"))
    shares = _SHARE.sub(_UNBROKEN, joined)
    if shares != joined and max(cell_len(word.replace(_UNBROKEN, " ")) for word in shares.split()) <= width:
        joined = shares
    lines = Content(joined).wrap(max(2, width))
    return [line.plain.replace(_UNBROKEN, " ").rstrip().strip(_JOINERS) for line in lines] or [""]


def flowed(parts: Sequence[str], width: int, gap: str = " · ") -> list[str]:
    """The parts one after the other in lines of at most `width` cells; a longer one is broken."""
    lines: list[str] = []
    for part in filter(None, map(one_line, parts)):
        longer = f"{lines[-1]}{gap}{part}" if lines else part
        if lines and cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines += wrapped(part, width)
    return lines


def width_of(text: str) -> int:
    """How many cells a text takes."""
    return cell_len(text)
