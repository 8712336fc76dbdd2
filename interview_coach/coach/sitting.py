"""Kinds of sitting: what a sitting holds, and what its ratings make of the cards."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from interview_coach.coach.day import Choice, queue_of_day
from interview_coach.recall.day import study_day
from interview_coach.recall.model import Memory, Rating
from interview_coach.recall.plan import Pacing
from interview_coach.recall.queue import Queue
from interview_coach.recall.schedule import Schedule, interval_text
from interview_coach.settings import Settings
from interview_coach.store import log, queue
from interview_coach.store.attempts import Attempt
from interview_coach.store.cards import StoredCard
from interview_coach.store.database import Database

KEPT = "kept"  # on a rating key that leaves a card's day as it is
_SOON = timedelta(minutes=1)


class Daily:
    """The day's practice: each rating says when its card comes back.

    Where a skill is wanted in an interview, none of its cards is sent farther than the interview leaves room
    for. The schedule that held is logged with the rating, so that a replay comes to the same.
    """

    mode = log.PRACTICE

    def __init__(self, database: Database, settings: Settings, day: date) -> None:
        self._database = database
        self._settings = settings
        self.schedule = Schedule.from_settings(settings)
        self._pacing = Pacing(self.schedule, settings.intervals_before)
        self._interviews = queue.interviews_by_note(database.connection, day)

    def planned(self, now: datetime, choice: Choice) -> Queue:
        """What there is to practise."""
        return queue_of_day(self._database, self._settings, now, choice)

    def steps_of(self, card_ids: Collection[int], now: datetime) -> dict[int, datetime]:
        """When the learning steps of some cards end."""
        day, wanted = study_day(now, self._settings.rollover_hour), set(card_ids)
        ending = queue.learning(self._database.connection, day, now + timedelta(days=1))
        return {entry.card_id: due_at for entry, due_at in ending if entry.card_id in wanted}

    def schedule_of(self, stored: StoredCard, day: date) -> Schedule:
        """The schedule of a card on a study day."""
        coming = [each for each in self._interviews.get(stored.note_id, ()) if each > day]
        return self._pacing.on(day, min(coming, default=None))

    def after(self, stored: StoredCard, rating: Rating, now: datetime, day: date) -> Memory:
        """What a rating makes of a card's memory."""
        return self.schedule_of(stored, day).after(stored.memory, rating, now, day, stored.seed)

    def keys(self, stored: StoredCard, now: datetime, day: date) -> dict[Rating, str]:
        """What stands on each rating key."""
        return {rating: interval_text(now, day, self.after(stored, rating, now, day)) for rating in Rating}

    def asked(self, stored: StoredCard) -> StoredCard:
        """A card as such a sitting asks it."""
        return stored

    def marked(self, stored: StoredCard, attempt: Attempt) -> Attempt:
        """An answer as it is saved in such a sitting."""
        del stored
        return attempt


class Aside(Daily):
    """A sitting beside the schedule: it is logged under its own mode, and moves no card.

    A card rated Again comes up once more in the sitting.
    """

    def after(self, stored: StoredCard, rating: Rating, now: datetime, day: date) -> Memory:
        """The same memory, with the moment at which the card comes up again in this sitting, or none."""
        del day
        return replace(stored.memory, due_at=now + _SOON if rating is Rating.AGAIN else None)

    def keys(self, stored: StoredCard, now: datetime, day: date) -> dict[Rating, str]:
        """Again brings the card back at once; the others leave its day as it is."""
        again = self.after(stored, Rating.AGAIN, now, day)
        soon = interval_text(now, day, replace(again, due_day=None))
        return {rating: soon if rating is Rating.AGAIN else KEPT for rating in Rating}

    def marked(self, stored: StoredCard, attempt: Attempt) -> Attempt:
        """The answer under the mode of the sitting."""
        del stored
        return replace(attempt, mode=self.mode)
