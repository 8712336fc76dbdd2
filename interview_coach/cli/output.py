"""How commands print: JSON for programs, plain lines for people, and no control character in either."""

import io
import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from interview_coach.errors import CoachError
from interview_coach.notes.text import escaped, without_controls


class ReaderGoneError(Exception):
    """The other end of the pipe was closed: nobody reads on, and nothing is wrong."""


def prepare_streams() -> None:
    """Makes the standard streams take any text, whatever the locale; what it cannot show becomes "?".

    Raises CoachError where standard output is closed.
    """
    if sys.stdout is None:
        raise CoachError("standard output is closed", "run it in a terminal, or write into a file")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty() and _is_utf_8(sys.stdin):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")  # its mark is no key


def _is_utf_8(stream: io.TextIOWrapper) -> bool:
    return stream.encoding.replace("-", "").casefold() == "utf8"


def print_json(value: Mapping[str, Any]) -> None:
    """One JSON object on standard output, in UTF-8 whatever the locale, safe for the terminal as lines are."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    _write(escaped(json.dumps(value, ensure_ascii=False)) + "\n")


def say(text: str = "") -> None:
    """A line for people, at once, safe for the terminal whatever a note or a file name holds."""
    _write("\n".join(without_controls(line) for line in text.split("\n")) + "\n")


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except OSError as error:
        raise CoachError(f"the output could not be written: {error.strerror}", "make room for it") from error


def tell(text: str) -> None:
    """A message beside the output, on standard error."""
    sys.stderr.write(without_controls(text) + "\n")


def tell_wrong_use(error: click.ClickException) -> None:
    """What was wrong with a command, as click says it; the words of the command may be a file's name."""
    said = io.StringIO()
    error.show(said)
    for line in said.getvalue().splitlines():
        tell(line)


def explain(error: CoachError) -> None:
    """What went wrong, and what to do."""
    tell(f"interview-coach: {error.message}")
    if error.hint:
        tell(f"  {error.hint}")


def shown(path: Path) -> str:
    """A path as a person would type it from here."""
    try:
        here = Path.cwd()
    except OSError:  # the folder was deleted under the shell
        return os.fspath(path)
    return str(path.relative_to(here)) if path.is_relative_to(here) else os.fspath(path)


def one_line(text: str, before: int = 0) -> str:
    """The text on one line: all of it into a pipe, what `before` cells leave of the width on a terminal."""
    line = " ".join(text.split())
    if not sys.stdout.isatty():
        return line
    width = max(20, shutil.get_terminal_size().columns - before)
    return line if len(line) <= width else line[: width - 1] + "…"


def plural(number: int, one: str, many: str = "") -> str:
    """'1 card', '2 cards'."""
    return f"{number} {one if number == 1 else many or one + 's'}"
