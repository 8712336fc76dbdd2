"""What a skill note holds, once read. Every text is plain: no Markdown, no control characters.

Lines count from 1 in the file as the person's editor shows it, so that `$EDITOR +LINE` lands there.
"""

from dataclasses import dataclass
from enum import StrEnum

MAX_BYTES = 1 << 20  # a person's note is a few KiB; more is an export or a mistake
TOO_LARGE = "larger than 1 MiB, so no note written by hand"


class Severity(StrEnum):
    """How much a problem matters: an error loses content, a warning may, a hint only helps."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd in a note, and the remedy. It stops nothing else from being read."""

    line: int
    severity: Severity
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Question:
    """A common question about the skill. `answer` is the note's own answer to it, or None.

    `story` is the index in `SkillNote.stories` of a story written under this very question, or None
    where the note's stories serve all its questions alike.
    """

    text: str
    line: int
    answer: str | None = None
    story: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One STAR story; a part that the note does not have is "".

    `learning` is the fifth part that some people add (what I took from it, reflection, L of STAR-L).
    CAR, PAR and CCAR notes are read into the same four: context, challenge and problem by their sense.
    """

    title: str
    line: int
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    learning: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """One quantified result, its value as the person wrote it ("13/14", "~10 days")."""

    name: str
    value: str
    context: str
    line: int


@dataclass(frozen=True, slots=True)
class Phrasing:
    """How the note phrases the skill for one audience.

    `audience` is "technical", "non-technical", "leadership" or "resume line" where the note means one
    of these, else the note's own words.
    """

    audience: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Project:
    """A project that shows the skill, by the name a reader sees, and what the note says it shows."""

    name: str
    evidence: str
    line: int


@dataclass(frozen=True, slots=True)
class Proficiency:
    """One row of the proficiency table: the dimension, its level as written, the remark beside it."""

    dimension: str
    level: str
    remark: str


@dataclass(frozen=True, slots=True)
class SkillNote:
    """One skill note, read. `path` is as it was given to the reader."""

    path: str
    title: str
    line: int = 1
    category: str = ""
    proficiency: str = ""
    years: str = ""
    last_used: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    dimensions: tuple[Proficiency, ...] = ()
    self_assessment: str = ""
    accomplishments: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    phrasings: tuple[Phrasing, ...] = ()
    projects: tuple[Project, ...] = ()
    related: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    stories: tuple[Story, ...] = ()
    keywords: tuple[str, ...] = ()
    card_kinds: tuple[str, ...] | None = None  # the frontmatter's `cards:`, as written; None if absent
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file that is no skill note, and why: another type, a template, a conflict copy, too large."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that looks like a skill note but could not be read."""

    path: str
    line: int
    message: str
    hint: str = ""


ReadResult = SkillNote | Ignored | Failed
