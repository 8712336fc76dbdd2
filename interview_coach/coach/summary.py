"""What was done in a sitting, and what it came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from interview_coach.coach.course import Place
from interview_coach.coach.day import queue_of_day, queue_of_tomorrow, ready_at
from interview_coach.recall.model import Memory, Phase, Rating
from interview_coach.settings import Settings
from interview_coach.store.cards import StoredCard
from interview_coach.store.database import Database
from interview_coach.store.log import Done, Mark


class Deed(StrEnum):
    """What a person did to a card, in the words a message uses."""

    RATED = "rated"
    SUSPENDED = "suspended"
    BURIED = "buried"
    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"


def deed_of(done: Done) -> Deed:
    """What a row of the log was."""
    if done.mark is None:
        return Deed.RATED
    if done.mark is Mark.FLAGGED:
        return Deed.FLAGGED if done.value else Deed.UNFLAGGED
    return Deed.SUSPENDED if done.mark is Mark.SUSPENDED else Deed.BURIED


@dataclass(frozen=True, slots=True)
class Event:
    """Something done in this sitting that can be undone."""

    done: Done
    stored: StoredCard
    place: Place
    rating: Rating | None = None
    after: Memory | None = None
    landed: int = 0
    metrics: int = 0
    attempt_id: int | None = None

    @property
    def left_first_steps(self) -> bool:
        """Whether this rating brought a new card to days."""
        return (
            self.stored.memory.phase in (Phase.NEW, Phase.LEARNING)
            and self.after is not None
            and self.after.phase is Phase.REVIEW
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """What a sitting came to.

    `learnt` are the new cards that left their first steps; `again` the prompts last rated Again;
    `landed` and `metrics` count the metric points ticked and asked; `left` is what today still holds;
    `ready_at` when the first of that can be taken, where it all waits for learning steps; `tomorrow` and
    `new_tomorrow` are the known and the new cards that tomorrow's queue will hold. `is_unrated` says that the
    card on show has an answer that is saved, and no rating yet.
    """

    ratings: Mapping[Rating, int]
    cards: int
    new: int
    learnt: int
    seconds: int
    again: tuple[str, ...]
    landed: int
    metrics: int
    left: int
    tomorrow: int
    new_tomorrow: int
    ready_at: datetime | None
    is_unrated: bool = False

    @property
    def reviews(self) -> int:
        """All ratings given."""
        return sum(self.ratings.values())

    @property
    def recalled(self) -> int:
        """Ratings other than Again: Hard is a pass."""
        return self.reviews - self.ratings[Rating.AGAIN]


def summarise(
    database: Database,
    settings: Settings,
    now: datetime,
    events: Sequence[Event],
    seconds: float,
    *,
    is_unrated: bool,
) -> Summary:
    """What a sitting has come to in `seconds`; `is_unrated` as in the summary."""
    left = queue_of_day(database, settings, now)
    tomorrow = queue_of_tomorrow(database, settings, now)
    rated = [event for event in events if event.rating is not None]
    last = {event.stored.card_id: event for event in rated}
    begun = {event.stored.card_id for event in rated if event.stored.memory.phase is Phase.NEW}
    return Summary(
        ratings={rating: sum(event.rating is rating for event in rated) for rating in Rating},
        cards=len(last),
        new=len(begun),
        learnt=sum(event.left_first_steps for event in rated),
        seconds=round(seconds),
        again=tuple(e.stored.card.prompt for e in last.values() if e.rating is Rating.AGAIN),
        landed=sum(event.landed for event in rated),
        metrics=sum(event.metrics for event in rated),
        left=len(left.order),
        tomorrow=len(tomorrow.learning) + len(tomorrow.due),
        new_tomorrow=len(tomorrow.new),
        ready_at=ready_at(database, settings, now, left),
        is_unrated=is_unrated,
    )
