"""The command `feedback`: an answer on standard input, what can be said of it on standard output."""

import codecs
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview_coach.cli.group import group, json_option, meant, workspace_option
from interview_coach.errors import CoachError

if TYPE_CHECKING:
    from interview_coach.notes.model import SkillNote
    from interview_coach.workspace import Workspace

MOST = 64 * 1024  # characters; five minutes of speech are some 4,000


@group.command("feedback")
@click.argument("note")
@click.option("--question", metavar="TEXT", help="The question that was answered: its number or its words.")
@json_option
@workspace_option
@click.pass_context
def feedback_command(
    context: click.Context, note: str, question: str | None, as_json: bool, workspace: str | None
) -> None:
    """What can be counted in an answer, read from standard input.

    NOTE is the path of a skill note, or the name of a skill of the workspace. Nothing is stored.
    """
    from interview_coach.cli.answers import feedback_shape, print_feedback
    from interview_coach.cli.output import print_json
    from interview_coach.coach.feedback import feedback, question_of
    from interview_coach.settings import load

    place = meant(context, workspace)
    settings = load(place.root)
    read = _note(note, place)
    asked = None if question is None else question_of(read, question)
    text = _answer()
    found = feedback(text, read, asked, settings)
    if as_json:
        print_json(feedback_shape(found))
    else:
        print_feedback(found, text)


def _note(name: str, place: "Workspace") -> "SkillNote":
    """The note meant: a file where there is one of this name, else a skill."""
    from interview_coach.coach.feedback import note_at, note_of_skill
    from interview_coach.notes.files import SUFFIXES

    path = Path(name)
    if path.is_file() or (name.lower().endswith(SUFFIXES) and not (place.decks / name).is_file()):
        return note_at(path)
    return note_of_skill(name.removesuffix(".md"), place.decks)


def _encoding(sent: io.TextIOWrapper) -> str:
    """UTF-8, unless a mark at the beginning says UTF-16, which PowerShell writes into files."""
    begins = sent.buffer.peek(4) if isinstance(sent.buffer, io.BufferedReader) else b""
    wide = begins.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if wide and not begins.startswith(codecs.BOM_UTF32_LE) else "utf-8-sig"


def _answer() -> str:
    """The answer, whole, with the line ends it was sent with, so that places count its own characters."""
    from interview_coach.cli.output import tell

    if sys.stdin is None:
        raise CoachError(
            "standard input is closed", "pipe the answer in: interview-coach feedback NOTE < answer.txt"
        )
    if sys.stdin.isatty():
        tell("Type or paste the answer, then press enter and ctrl+d.")
    elif isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding=_encoding(sys.stdin), errors="replace", newline="")
    text = sys.stdin.read(MOST + 1)
    if len(text) > MOST:
        raise CoachError(
            f"the answer is longer than {MOST:,} characters", "send one answer; five minutes are some 4,000"
        )
    return text
