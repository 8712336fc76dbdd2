"""How commands print: JSON for programs, plain lines for people, and no control character in either."""

import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from interview_coach.errors import CoachError
from interview_coach.notes.text import without_controls


def print_json(value: Mapping[str, Any]) -> None:
    """One JSON object on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def say(text: str = "") -> None:
    """A line for people, at once, safe for the terminal whatever a note or a file name holds."""
    sys.stdout.write("\n".join(without_controls(line) for line in text.split("\n")) + "\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """A message beside the output, on standard error."""
    sys.stderr.write(without_controls(text) + "\n")


def explain(error: CoachError) -> None:
    """What went wrong, and what to do."""
    tell(f"interview-coach: {error.message}")
    if error.hint:
        tell(f"  {error.hint}")


def shown(path: Path) -> str:
    """A path as a person would type it from here."""
    here = Path.cwd()
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
