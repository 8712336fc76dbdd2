"""Cramming and drilling: practice beside the schedule, which stays as it is to the byte.

Both are logged with the mode of their own. Replaying passes such ratings over, the day's limits and true
retention do not count them, and an undo takes them back within their own sitting alone. They count as study,
and a good answer in them counts towards leaving the list of weak answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.coach.day import Choice
from interview_coach.coach.sitting import Aside
from interview_coach.recall.aim import TASKS, Aim, Task
from interview_coach.recall.queue import Entry, Queue, kept_apart
from interview_coach.settings import Settings
from interview_coach.store import cards, statistics
from interview_coach.store.attempts import Attempt
from interview_coach.store.cards import StoredCard
from interview_coach.store.database import Database

CRAM = "cram"
DRILL = "drill"


class Cram(Aside):
    """The cards of some notes, whether due or not: the lowest predicted recall on a day first.

    One never practised counts as nothing, as in readiness, and so comes before all: what is below the target is
    gone through before what is not. `on` is that day, such as an interview's; None for today. Of the choice,
    `new` bounds the cards that were never practised; None takes all of them.
    """

    mode = CRAM

    def __init__(self, database: Database, settings: Settings, day: date, on: date | None = None) -> None:
        super().__init__(database, settings, day)
        self._on = on or day

    def planned(self, now: datetime, choice: Choice) -> Queue:
        """As many as the choice allows in that order; none next to what gives it away, where that can be."""
        del now
        connection = self._database.connection
        note_of = {
            card_id: note_id
            for card_id, note_id in statistics.unseen(connection)
            if choice.note_ids is None or note_id in choice.note_ids
        }
        least = [*note_of][: choice.new]
        recall: dict[int, float] = {}
        for note_id, remembered in statistics.remembered(connection).items():
            for card in remembered if choice.note_ids is None or note_id in choice.note_ids else ():
                if card.stability is not None and card.last_day is not None:
                    note_of[card.card_id] = note_id
                    since = (self._on - card.last_day).days
                    recall[card.card_id] = self.schedule.curve.recall(since, card.stability)
        least += sorted(recall, key=lambda card_id: (recall[card_id], card_id))
        least = least[: self._settings.session_cards if choice.limit is None else choice.limit]
        kinds = cards.kinds(connection, least)
        order = kept_apart(Entry(card_id, note_of[card_id], kinds[card_id].value) for card_id in least)
        return Queue(due=tuple(entry.card_id for entry in order))


@dataclass(frozen=True, slots=True)
class Drilled:
    """A card to drill, and what at."""

    card_id: int
    aim: Aim


class Drill(Aside):
    """Chosen cards in their order, each aimed at one thing; one that is named again comes up again."""

    mode = DRILL

    def __init__(self, database: Database, settings: Settings, day: date, drilled: Sequence[Drilled]) -> None:
        super().__init__(database, settings, day)
        self._order = tuple(each.card_id for each in drilled)
        self._aims = {each.card_id: each.aim for each in drilled}

    def planned(self, now: datetime, choice: Choice) -> Queue:
        """The cards as they were chosen."""
        del now, choice
        return Queue(due=self._order)

    def task(self, card_id: int) -> Task:
        """What is asked for, and in what time."""
        return TASKS[self._aims.get(card_id, Aim.WHOLE)]

    def asked(self, stored: StoredCard) -> StoredCard:
        """The card with no more to hold, and no more of the note's answer, than it is drilled at."""
        aim, card = self.task(stored.card_id).aim, stored.card
        trimmed = replace(card, points=points_for(card, aim), passages=passages_for(card, aim))
        return replace(stored, card=trimmed)

    def marked(self, stored: StoredCard, attempt: Attempt) -> Attempt:
        """The answer with its aim, and with the words that asked for it."""
        task = self.task(stored.card_id)
        words = "" if task.aim is Aim.WHOLE else task.words
        return replace(attempt, mode=self.mode, aim=attempt.aim or task.aim.value, asked=attempt.asked or words)


def passages_for(card: Card, aim: Aim) -> tuple[Passage, ...]:
    """What an answer aimed like this is held against: of a story the part, of figures each with its meaning.

    Of a beginning its first sentence: the rest would give away what a drill of it is to bring.
    """
    if card.kind is not CardKind.QUESTION:
        return card.passages
    if aim is Aim.OPENER:
        from interview_coach.cards.opening import openings

        held = [(each.label, each.text) for each in card.passages] or [("", card.answer)]
        return tuple(Passage(title, sentence) for title, sentence in openings(held))
    if aim is Aim.NUMBERS:
        return tuple(
            Passage(point.expected, f"{point.label}. {point.context}" if point.context else point.label)
            for point in points_for(card, aim)
        )
    results = tuple(each for each in card.passages if each.label.casefold() == PointKind.RESULT.value)
    return results if aim is Aim.RESULT and results else card.passages


def points_for(card: Card, aim: Aim) -> tuple[Point, ...]:
    """The points of a card that an answer aimed like this is to hold, and that are ticked after it."""
    if aim is Aim.OPENER:
        return ()
    if card.kind is not CardKind.QUESTION or aim in (Aim.WHOLE, Aim.THIRTY):
        return card.points
    wanted = {PointKind.METRIC} if aim is Aim.NUMBERS else {PointKind.METRIC, PointKind.RESULT}
    return tuple(point for point in card.points if point.kind in wanted)
