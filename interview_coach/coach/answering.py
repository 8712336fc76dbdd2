"""Ways to give an answer, and what is measured while it is given. Pure; for practice and mocks alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from interview_coach.answers.model import Span
from interview_coach.answers.profiles import Profile
from interview_coach.answers.words import word_count
from interview_coach.cards.model import Card, CardKind
from interview_coach.coach.speech import STAR, Speech
from interview_coach.settings import Settings
from interview_coach.store.attempts import Attempt, Part, Ticked

__all__ = ["Attempt", "Measured", "Part", "Span", "Ticked", "Way", "boxed", "row_of", "spoken", "written"]

BETWEEN_BOXES = "\n\n"
KEEP_FACT = "keep answers"  # the fact that holds what was said where keeping was asked about


class Way(StrEnum):
    """How an answer is given; the values are what is stored."""

    SPOKEN = "spoken"  # said aloud, its parts marked by a key
    BOXES = "boxes"  # typed into four boxes, one a part
    TEXT = "text"  # typed or pasted in one piece
    HEAD = "head"  # thought, and not measured

    @property
    def after(self) -> "Way":
        """The way that comes next where a key goes through them."""
        ways = list(Way)
        return ways[(ways.index(self) + 1) % len(ways)]


def takes_an_answer(card: Card) -> bool:
    """Whether a card asks for a whole answer, to be given and looked at; others are recalled and rated."""
    return card.kind is CardKind.QUESTION


@dataclass(frozen=True, slots=True)
class Measured:
    """An answer that has ended: how it was given and what was measured of it.

    `milliseconds` is from its first moment to its last, `think` what went before. `text` has no blanks at
    its ends; of four boxes it holds all four with an empty line between them. `parts` is empty where parts
    were neither marked nor typed: they are not measured then.
    """

    way: Way
    milliseconds: int
    think: int = 0
    parts: tuple[Part, ...] = ()
    text: str = ""

    @property
    def has_text(self) -> bool:
        """Whether there are words to look at."""
        return bool(self.text.strip())

    @property
    def words(self) -> int:
        """The words of the text; 0 where there is none."""
        return word_count(self.text)

    @property
    def places(self) -> tuple[Span, ...]:
        """Where each part stands in the text of four boxes; nowhere once the text was not kept."""
        if self.way is not Way.BOXES or not self.has_text:
            return ()
        spans, start = [], 0
        for box in self.text.split(BETWEEN_BOXES):
            spans.append((start, start + len(box)))
            start += len(box) + len(BETWEEN_BOXES)
        return tuple(spans)


def spoken(speech: Speech, think: int = 0) -> Measured:
    """What was measured of an answer that was said and has ended."""
    return Measured(Way.SPOKEN, round(speech.seconds(speech.began) * 1000), think, speech.parts())


def written(text: str, milliseconds: int, think: int = 0) -> Measured:
    """What was measured of an answer in one piece; `text` is clean."""
    return Measured(Way.TEXT, milliseconds, think, (), text.strip())


def boxed(texts: Sequence[str], milliseconds: int, think: int = 0) -> Measured:
    """What was measured of an answer in four boxes, in the order of STAR; the texts are clean."""
    boxes = [re.sub(r"\n\s*\n", "\n", text.strip()) for text in texts]
    parts = tuple(Part(part.value, None, word_count(box)) for part, box in zip(STAR, boxes, strict=True))
    return Measured(Way.BOXES, milliseconds, think, parts, BETWEEN_BOXES.join(boxes))


def row_of(measured: Measured, profile: Profile) -> Attempt:
    """The row of an answer as it ends; what is found and said of it comes after that."""
    return Attempt(
        way=measured.way.value,
        duration=measured.milliseconds,
        think=measured.think,
        words=measured.words,
        parts=measured.parts,
        profile=profile.name,
        text=measured.text if measured.has_text else None,
    )


def keeping(settings: Settings, said: str | None) -> str:
    """Whether the words of answers are kept: yes, no, or ask where that is still to be asked.

    `said` is what the person said when it was asked. The settings go first.
    """
    return settings.keep_answers if settings.keep_answers != "ask" else said or "ask"


def without_words(attempt: Attempt) -> Attempt:
    """What is stored where a person's words are not to be kept: neither they nor places in them."""
    points = tuple(replace(each, evidence=()) for each in attempt.points)
    return replace(attempt, text=None, points=points)
