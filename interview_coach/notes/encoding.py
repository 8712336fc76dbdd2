"""From a file's bytes to its text, whatever program saved it."""

import codecs
import re
import string
from dataclasses import dataclass

from interview_coach.notes.model import Problem, Severity
from interview_coach.notes.text import ESCAPE_SEQUENCE

NOT_UTF_8 = "save the file as UTF-8, then look over its accents and quotation marks"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4096  # bytes; a multiple of four
# How ASCII characters look where each takes several bytes: frontmatter and line ends are written in them.
_WIDE = (
    ("UTF-32", re.compile(b"(?:[\n-~]\x00{3}){2}|(?:\x00{3}[\n-~]){2}")),
    ("UTF-16", re.compile(b"(?:[\n-~]\x00){3}|(?:\x00[\n-~]){3}")),
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class NoText:
    """Why the bytes give no text; `wide` is the encoding that they seem to be in, or ""."""

    reason: str
    wide: str = ""


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]] | NoText:
    """The text with "\\n" line ends and no control characters, and what was odd about its encoding."""
    problems: tuple[Problem, ...] = ()
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            break
    else:
        if b"\x00" in data[: 2 * _LOOKED_AT]:
            return _no_text(data)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            text = data.decode("cp1252", errors="replace")
            problems = (_misread(data, error.start),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _CONTROLS.search(text):
        odd = len(_CONTROLS.findall(text))
        if odd > 32 and odd * 10 > len(text):
            return NoText("not text")
        text = _CONTROLS.sub("", ESCAPE_SEQUENCE.sub("", text))
    return text, problems


def _misread(data: bytes, place: int) -> Problem:
    """The problem with text read as Windows-1252, which it hardly is where few of its letters are ASCII."""
    beyond = len(data.translate(None, bytes(range(128))))
    letters = len(data) - len(data.translate(None, string.ascii_letters.encode()))
    severity = Severity.ERROR if beyond * 2 > letters else Severity.WARNING
    message = "the file is not UTF-8 text; it was read as Windows-1252"
    return Problem(data.count(b"\n", 0, place) + 1, severity, message, NOT_UTF_8)


def _no_text(data: bytes) -> NoText:
    """Zero bytes are in no text, but in the wider encodings when they stand between ASCII characters."""
    start = data[:_LOOKED_AT]
    for name, pattern in _WIDE:
        if pattern.search(start) and start.count(0) * 5 > len(start):
            return NoText(f"not UTF-8 text; it seems to be {name} without a byte order mark", name)
    return NoText("not text")
