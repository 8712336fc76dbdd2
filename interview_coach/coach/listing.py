"""Cards as lists: all of them, and those of the day with what is known of their recall."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from interview_coach.cards.model import CardKind
from interview_coach.coach.day import queue_of_day
from interview_coach.recall.day import study_day, where_it_is
from interview_coach.recall.model import Memory
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import Settings
from interview_coach.store import cards
from interview_coach.store.cards import CardStatus, StoredCard
from interview_coach.store.database import Database

__all__ = ["CardStatus", "DueCard", "ListedCard", "due_cards", "due_day_of", "list_cards"]


@dataclass(frozen=True, slots=True)
class ListedCard:
    """A card with its state on a study day; `due_day` is None for one never reviewed."""

    stored: StoredCard
    status: CardStatus
    due_day: date | None


@dataclass(frozen=True, slots=True)
class DueCard:
    """A card of the day's queue. `recall` is the predicted recall from 0 to 1, None for a new card."""

    card_id: int
    skill: str
    kind: CardKind
    prompt: str
    due_day: date | None
    recall: float | None


def list_cards(
    database: Database, settings: Settings, now: datetime, *, kept: bool = False
) -> Iterator[ListedCard]:
    """Every card ever made, note by note; with `kept`, none that is missing without a history."""
    day = study_day(now, settings.rollover_hour)
    for stored in cards.load_all(database.connection, kept=kept):
        yield ListedCard(stored, stored.status(day), due_day_of(stored.memory, settings, now))


def due_cards(database: Database, settings: Settings, now: datetime) -> list[DueCard]:
    """The day's queue in its order."""
    day = study_day(now, settings.rollover_hour)
    schedule = Schedule.from_settings(settings)
    due: list[DueCard] = []
    for card_id in queue_of_day(database, settings, now).order:
        stored = cards.load(database.connection, card_id)
        if stored is not None:
            recall = schedule.recall(stored.memory, day)
            card = stored.card
            due_day = due_day_of(stored.memory, settings, now)
            due.append(DueCard(card_id, card.skill, card.kind, card.prompt, due_day, recall))
    return due


def due_day_of(memory: Memory, settings: Settings, now: datetime) -> date | None:
    """The study day on which a card is due; for a learning step, the day in which its moment lies."""
    if memory.due_at is None:
        return memory.due_day
    return study_day(where_it_is(now, memory.due_at), settings.rollover_hour)
