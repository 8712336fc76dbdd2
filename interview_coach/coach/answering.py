"""Ways to answer, and what can be said of an answer once it has ended. Pure; for practice and mocks alike."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from interview_coach.answers.model import Landing, Signals, Span
from interview_coach.cards.model import Card, CardKind, Point, PointKind
from interview_coach.coach.lights import Lights
from interview_coach.coach.speech import STAR, Speech
from interview_coach.settings import Settings
from interview_coach.store.attempts import Attempt, Part, Ticked

__all__ = ["Attempt", "Look", "Measured", "Part", "Ticked", "Way", "attempt_of", "look", "spoken", "written"]

BETWEEN_BOXES = "\n\n"


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
    def words(self) -> int:
        """The words of the text; 0 where there is none."""
        return len(self.text.split())

    @property
    def places(self) -> tuple[Span, ...]:
        """Where each part stands in the text of four boxes."""
        if self.way is not Way.BOXES:
            return ()
        spans, start = [], 0
        for box in self.text.split(BETWEEN_BOXES):
            spans.append((start, start + len(box)))
            start += len(box) + len(BETWEEN_BOXES)
        return tuple(spans)


def spoken(speech: Speech, think: int = 0) -> Measured:
    """What was measured of an answer that was said."""
    return Measured(Way.SPOKEN, round(speech.seconds(speech.began) * 1000), think, speech.parts())


def written(text: str, milliseconds: int, think: int = 0) -> Measured:
    """What was measured of an answer in one piece; `text` is clean."""
    return Measured(Way.TEXT, milliseconds, think, (), text.strip())


def boxed(texts: Sequence[str], milliseconds: int, think: int = 0) -> Measured:
    """What was measured of an answer in four boxes, in the order of STAR; the texts are clean."""
    boxes = [re.sub(r"\n\s*\n", "\n", text.strip()) for text in texts]
    parts = tuple(Part(part.value, None, len(box.split())) for part, box in zip(STAR, boxes, strict=True))
    return Measured(Way.BOXES, milliseconds, think, parts, BETWEEN_BOXES.join(boxes))


@dataclass(frozen=True, slots=True)
class Look:
    """What can be said of an answer: observations, each of them checkable.

    `ticked` goes with the card's points; what the program decided says `auto` and is the person's to change.
    `over` is milliseconds past the red light, as predicted where the answer was written.
    """

    ticked: tuple[Ticked, ...] = ()
    over: int = 0
    signals: Signals | None = None
    landings: tuple[Landing, ...] = ()


def look(
    measured: Measured, card: Card, settings: Settings, lights: Lights, hinted: Collection[int] = ()
) -> Look:
    """Looks at an answer to a card; `hinted` are the indexes of the points uncovered before."""
    ticked = tuple(
        replace(_ticked(point, measured), hinted=index in hinted) for index, point in enumerate(card.points)
    )
    return Look(ticked, lights.over(measured.milliseconds))


def _ticked(point: Point, measured: Measured) -> Ticked:
    """Parts that were marked or typed say which of them were told; what else was, only the person knows."""
    if point.kind not in STAR or not measured.parts:
        return Ticked(point, hit=False)
    told = any(each.part == point.kind.value and (each.milliseconds or each.words) for each in measured.parts)
    return Ticked(point, told, decided_by="auto", evidence=_place(point.kind, measured) if told else ())


def _place(part: PointKind, measured: Measured) -> tuple[Span, ...]:
    return (measured.places[STAR.index(part)],) if measured.places else ()


def attempt_of(measured: Measured, lights: Lights, looked: Look | None = None) -> Attempt:
    """The row of an answer as it ends; what the person says of it comes after that."""
    return Attempt(
        way=measured.way.value,
        duration=measured.milliseconds,
        think=measured.think,
        words=measured.words,
        parts=measured.parts,
        profile=lights.profile,
        over=0 if looked is None else looked.over,
    )
