"""Which of a note's figures its answers were to hold: not those that go with another story, or with none.

What is stored of an answer names all its note's figures. A story that failed is no weaker for lacking what
another one saved, nor an answer that the note itself gives without a figure. There what counts as missed goes
by `wanted`, as the one thing to fix does. A note with one story has its figures for that story.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from sqlite3 import Connection

from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.recall.given import METRIC, Answer, Asked
from interview_coach.store import cards

_About = tuple[tuple[Passage, ...], tuple[Point, ...]]


@dataclass(frozen=True, slots=True)
class Called:
    """The names of the figures of a card that an answer to it does not call for.

    `one_is_enough` where any of several stories may be told: whoever told one has not missed another's figure.
    """

    others: frozenset[str]
    one_is_enough: bool


@dataclass(slots=True)
class Calls:
    """What the cards of a list call for. Questions of one note mostly call for the same: it is found once."""

    connection: Connection
    _known: dict[_About, Called] = field(default_factory=dict)

    def heard(self, card_id: int, kind: str, answers: Sequence[Answer]) -> list[Answer]:
        """A card's answers, asked for no more than they call for."""
        if kind != CardKind.QUESTION.value or not any(map(_lacks_a_figure, answers)):
            return list(answers)
        stored = cards.load(self.connection, card_id)
        if stored is None:
            return list(answers)
        called = self._called(stored.card)
        return [each._replace(asked=_asked(each.asked, called)) for each in answers]

    def _called(self, card: Card) -> Called:
        about = (card.passages, card.points)
        if about not in self._known:
            self._known[about] = called_of(card)
        return self._known[about]


def called_of(card: Card) -> Called:
    """What an answer to a card calls for."""
    from interview_coach.coach.looking import stories_of, wanted_of

    any_of_several = len(stories_of(card)) > 1
    if not any_of_several and all(each.label for each in card.passages):
        return Called(frozenset(), one_is_enough=False)
    names = frozenset(each.label for each in card.points if each.kind is PointKind.METRIC)
    return Called(names - {each.name for each in wanted_of(card).key}, any_of_several)


def _lacks_a_figure(answer: Answer) -> bool:
    return any(each.kind == METRIC and not each.hit for each in answer.asked)


def _asked(asked: Collection[Asked], called: Called) -> tuple[Asked, ...]:
    """What was called for, then what was said besides. A figure that the note has no more stays as it was."""
    metrics = [each for each in asked if each.kind == METRIC]
    due = [each for each in metrics if each.name not in called.others]
    if called.one_is_enough and any(each.hit for each in due):
        due = [each for each in due if each.hit]
    besides = [each for each in metrics if each.name in called.others and each.hit]
    return (*due, *besides, *(each for each in asked if each.kind != METRIC))
