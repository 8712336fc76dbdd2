"""Readiness: what is predicted of a skill's cards on a date, if nothing more is done until then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from interview_coach.recall.curve import Curve


class Remembered(NamedTuple):
    """A card as far as readiness goes: its last review and its stability, both None if there was none."""

    card_id: int
    last_day: date | None
    stability: float | None


class Below(NamedTuple):
    """A card that will be below the target; `recall` is None where it was never practised."""

    card_id: int
    recall: float | None


@dataclass(frozen=True, slots=True)
class Readiness:
    """A skill's cards on a study day.

    `recall` is the mean predicted recall, 0 to 1, of those practised; None where none was. `readiness` is the
    mean of all: a card never practised counts 0, since nothing speaks for it. `below` are the cards under the
    target, the lowest first and those never practised last.
    """

    day: date
    target: float
    cards: int
    unseen: int
    recall: float | None
    readiness: float
    below: tuple[Below, ...]


def percent(share: float) -> str:
    """A share from 0 to 1 as the program writes it: "48 %". The figures of notes stay as they stand there."""
    return f"{round(share * 100)} %"


def readiness(cards: Iterable[Remembered], day: date, target: float, curve: Curve) -> Readiness:
    """The readiness of these cards on a study day, against a target from 0 to 1."""
    recalls: list[tuple[float, int]] = []
    unseen: list[Below] = []
    for card in cards:
        if card.stability is None or card.last_day is None:
            unseen.append(Below(card.card_id, None))
        else:
            recalls.append((curve.recall((day - card.last_day).days, card.stability), card.card_id))
    total, number = sum(recall for recall, _ in recalls), len(recalls) + len(unseen)
    below = [Below(card_id, recall) for recall, card_id in sorted(recalls) if recall < target]
    return Readiness(
        day=day,
        target=target,
        cards=number,
        unseen=len(unseen),
        recall=total / len(recalls) if recalls else None,
        readiness=total / number if number else 0.0,
        below=(*below, *unseen),
    )
