"""A card: a prompt, what a good answer holds, and a kind."""

from dataclasses import dataclass
from enum import StrEnum


class CardKind(StrEnum):
    """The kinds of card; the values are the words used in settings, in frontmatter and in JSON."""

    QUESTION = "question"
    STORY_PART = "story part"
    METRIC = "metric"
    PHRASING = "phrasing"
    OPENER = "opener"


class PointKind(StrEnum):
    """What a point of an answer is about."""

    METRIC = "metric"
    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    LEARNING = "learning"
    KEYWORD = "keyword"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a good answer must hold: what to look for (`label`) and what the note says.

    For a metric, `label` is its name, `expected` its value and `context` its context.
    """

    kind: PointKind
    label: str
    expected: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A labelled stretch of a card's answer, such as one part of a STAR story; "" for no label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One card as a note makes it; nothing here depends on when or how often it was reviewed.

    `answer` is the answer as one plain text (what other programs get); `passages` is the same answer
    laid out for the eye. `points` is what gets ticked after the answer, metrics first, and what the
    side panel masks before it. `cue` is what is shown with the prompt (for a story part, the parts
    before it). `slot` names the card's place in its note ("question 3", "story 1 action"): it
    helps identity, and alone is never enough for it. `line` is where the note says it.
    """

    kind: CardKind
    skill: str
    slot: str
    prompt: str
    answer: str
    line: int
    cue: tuple[Passage, ...] = ()
    passages: tuple[Passage, ...] = ()
    points: tuple[Point, ...] = ()
