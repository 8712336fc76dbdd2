"""The commands that write notes: a first workspace, and a new note to fill in."""

import re
import unicodedata
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.workspace import Workspace, make_workspace, write_new

SAMPLE = "incident-response.md"

_TEMPLATE = """\
---
type: skill
category:
proficiency:
years_experience:
last_used:
aliases: []
---

# {title}

## Description

%% What this skill is, in two sentences of your own. %%

## Evidence & Proof Points

### Specific Accomplishments

%% One a line, each with what changed because of you. %%

### Quantifiable Results

| Metric | Value | Context |
|--------|-------|---------|

%% One a row, such as: Resolution rate, 13/14, without concessions. These become the prompts. %%

## Resume Presence

**How I typically phrase this skill:**

**Variations by context:**

| Context | Framing |
|---------|---------|

## Demonstrated in Projects

## Interview Notes

**Common questions about this skill:**

%% One a line, numbered: 1. "Tell me about a time when ..." %%

**Your STAR story:**

- **Situation:**
- **Task:**
- **Action:**
- **Result:**

## ATS Keywords
"""


def begin_workspace(workspace: Workspace) -> list[Path]:
    """Makes a workspace with one sample note; gives what was written, nothing where notes are already there.

    Raises CoachError naming the path that cannot be written.
    """
    has_notes = workspace.decks.is_dir() and any(workspace.decks.iterdir())
    return make_workspace(workspace, {} if has_notes else _sample())


def holds_only_sample(workspace: Workspace) -> bool:
    """Whether the sample note, as it was installed, is the only note there is."""
    found = list(islice(workspace.decks.rglob("*.md"), 2))
    try:
        return len(found) == 1 and {found[0].name: found[0].read_text(encoding="utf-8")} == _sample()
    except (OSError, UnicodeDecodeError, CoachError):
        return False


def _sample() -> Mapping[str, str]:
    package = Path(__file__).parent.parent
    # A wheel carries decks/ inside the package; a checkout has it beside the package.
    for place in (package / "samples", package.parent / "decks"):
        note = place / SAMPLE
        if note.is_file():
            return {SAMPLE: note.read_text(encoding="utf-8")}
    raise CoachError(f"the sample note {SAMPLE} is not where it was installed", "install interview-coach again")


def new_note(workspace: Workspace, name: str) -> Path:
    """Writes an empty note for a skill into `decks/`; gives its path. Never overwrites one.

    Raises CoachError where the name is empty, the file is there already, or it cannot be written.
    """
    title = " ".join("".join(c for c in name if c.isprintable()).split())
    path = workspace.decks / f"{file_stem(title)}.md"
    try:
        workspace.decks.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(path, _TEMPLATE.format(title=title))
    except FileExistsError as error:
        raise CoachError(f"{path}: there is such a note already", "open it, or choose another name") from error
    except OSError as error:
        raise CoachError(f"{path}: {error.strerror}", "check the folder's permissions") from error
    return path


def file_stem(title: str) -> str:
    """A file name for a skill's title, in any script: letters and digits with dashes, no path, no dot.

    Raises CoachError where nothing is left of it.
    """
    plain = unicodedata.normalize("NFC", title).casefold().replace("+", " plus").replace("#", " sharp")
    # 50 letters of four bytes each stay under the 255 bytes that file systems allow.
    stem = re.sub(r"[^\w]+", "-", plain).strip("-_")[:50].rstrip("-")
    if not stem:
        raise CoachError(f"{title!r} makes no file name", "give the skill a name with letters in it")
    return stem
