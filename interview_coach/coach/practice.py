"""One sitting: card after card, each rating on disk before the next card is given."""

from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from sqlite3 import Connection

from interview_coach.cards.model import PointKind
from interview_coach.coach.clock import Clock
from interview_coach.coach.day import ALL, Choice, queue_of_day
from interview_coach.coach.summary import Deed, Event, Place, Summary, summarise
from interview_coach.recall.day import study_day, to_number
from interview_coach.recall.model import Phase, Rating
from interview_coach.recall.schedule import Schedule, interval_text
from interview_coach.settings import Settings
from interview_coach.store import cards, log, queue
from interview_coach.store.cards import CardStatus, StoredCard
from interview_coach.store.database import Database
from interview_coach.store.log import Attempt, Mark

__all__ = ["NO_ATTEMPT", "Attempt", "Practice", "Showing"]

NO_ATTEMPT = Attempt("head", 0, 0, (), ())


@dataclass(frozen=True, slots=True)
class Showing:
    """The card to show now. `intervals` is what stands on each rating key; `shown_at` is when it came up."""

    stored: StoredCard
    intervals: Mapping[Rating, str]
    shown_at: datetime

    @property
    def is_new(self) -> bool:
        """Whether this card was never rated before."""
        return self.stored.memory.phase is Phase.NEW


class Practice:
    """One sitting over a queue of cards. `current` is the card to show, None when there is none left."""

    def __init__(self, database: Database, settings: Settings, clock: Clock, choice: Choice = ALL) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._schedule = Schedule.from_settings(settings)
        # Asked for here, since naming the library's version reads its metadata from disk.
        self._algorithm = self._schedule.algorithm
        now = clock()
        self._day = study_day(now, settings.rollover_hour)
        planned = queue_of_day(database, settings, now, choice)
        limit = settings.session_cards if choice.limit is None else choice.limit
        chosen = planned.order[:limit]
        ends = dict(self._steps_of(chosen, now))
        self._waiting = deque(card_id for card_id in chosen if card_id not in ends)
        self._steps = sorted((due_at, card_id) for card_id, due_at in ends.items())
        self._done = 0
        self._events: list[Event] = []
        self._ids: tuple[int, int] | None = None
        self.current: Showing | None = None
        self.notice = ""
        self._advance()

    def _steps_of(self, chosen: tuple[int, ...], now: datetime) -> list[tuple[int, datetime]]:
        day_end = now + timedelta(days=1)
        wanted = set(chosen)
        return [
            (entry.card_id, due_at)
            for entry, due_at in queue.learning(self._database.connection, self._day, day_end)
            if entry.card_id in wanted
        ]

    # -- where the sitting stands

    @property
    def done(self) -> int:
        """The cards finished with for this sitting."""
        return self._done

    @property
    def coming_back(self) -> int:
        """The cards rated in this sitting, or begun before it, that come up again in it."""
        return len(self._steps)

    @property
    def total(self) -> int:
        """The cards of this sitting: those finished with, the one on show and those to come."""
        return self._done + len(self._waiting) + len(self._steps) + (self.current is not None)

    @property
    def can_undo(self) -> bool:
        """Whether anything was done in this sitting that is not undone yet."""
        return bool(self._events)

    def milliseconds_on_show(self) -> int:
        """How long the current card has been on show."""
        return int((self._clock() - self._showing().shown_at) / timedelta(milliseconds=1))

    # -- what a person does

    def rate(self, rating: Rating, attempt: Attempt = NO_ATTEMPT) -> None:
        """Commits a rating of the current card, then moves on.

        Where another program reviewed the card meanwhile, that review stands and `notice` says so.
        Raises CoachError where the rating could not be saved; the card stays the current one.
        """
        showing = self._showing()
        stored = showing.stored
        now = self._clock()
        day = study_day(now, self._settings.rollover_hour)
        after = self._schedule.after(stored.memory, rating, now, day, stored.seed)
        place = self._place()
        points = stored.card.points if attempt.hits else ()
        seconds = max(0.0, (now - showing.shown_at).total_seconds())
        row_id = None
        with self._saving(now) as (connection, session_id, algorithm):
            if cards.put_memory(connection, stored.card_id, after, expected=stored.memory):
                row_id = log.add_review(
                    connection,
                    card_id=stored.card_id,
                    session_id=session_id,
                    algorithm=algorithm,
                    now=now,
                    day=day,
                    rating=rating,
                    duration=int(seconds * 1000),
                    before=stored.memory,
                    after=after,
                    prompt=stored.card.prompt,
                )
                log.add_attempt(
                    connection,
                    card_id=stored.card_id,
                    session_id=session_id,
                    review_id=row_id,
                    now=now,
                    day=day,
                    attempt=attempt,
                    points=points,
                )
        if row_id is None:
            self._advance()
            self.notice = "That card was reviewed in another window meanwhile; the review made there stands."
            return
        asked = [hit for point, hit in zip(points, attempt.hits, strict=True) if point.kind is PointKind.METRIC]
        self._events.append(
            Event(Deed.RATED, row_id, stored, place, rating, after, seconds, sum(asked), len(asked))
        )
        if after.due_at is not None:
            self._steps = sorted([*self._steps, (after.due_at, stored.card_id)])
        else:
            self._done += 1
        self._advance()

    def suspend(self) -> None:
        """Takes the current card out until it is taken back in."""
        self._mark(Deed.SUSPENDED, Mark.SUSPENDED, 1)
        self._advance()

    def bury(self) -> None:
        """Puts the current card off to the next study day."""
        day = study_day(self._clock(), self._settings.rollover_hour)
        self._mark(Deed.BURIED, Mark.BURIED_UNTIL, to_number(day) + 1)
        self._advance()

    def flag(self) -> bool:
        """Flags the current card as one to work on, or takes its flag off; gives whether it has one now."""
        showing = self._showing()
        flagged = not showing.stored.flagged
        self._mark(Deed.FLAGGED if flagged else Deed.UNFLAGGED, Mark.FLAGGED, int(flagged))
        self.current = replace(showing, stored=replace(showing.stored, flagged=flagged))
        return flagged

    def undo(self) -> Deed | None:
        """Takes back the last thing done; its card is the current one again. None if there is nothing.

        The log keeps the row and says that it was undone.
        """
        if not self._events:
            return None
        event = self._events[-1]
        now = self._clock()
        with self._database.transaction() as connection:
            if event.deed is not Deed.RATED:
                log.undo_mark(connection, event.row_id, now)
            else:
                before, after = log.undo_review(connection, event.row_id, now)
                if not cards.put_memory(connection, event.stored.card_id, before, expected=after):
                    # Reviewed elsewhere since: what is left of its log says where the card stands.
                    memory = self._schedule.replay(
                        log.reviews_of(connection, event.stored.card_id), event.stored.seed
                    )
                    cards.put_memory(connection, event.stored.card_id, memory, expected=None)
        self._events.pop()
        self._go_to(event.place)
        return event.deed

    def reread(self) -> None:
        """Shows the current card as its note says it now; goes on where the note has it no more."""
        showing = self._showing()
        stored = cards.load(self._database.connection, showing.stored.card_id)
        if stored is None or stored.status(self._day) is not CardStatus.ACTIVE:
            self._advance()
            self.notice = "That card is in the note no more; its history is kept."
            return
        self.current = replace(showing, stored=stored)

    def finish(self) -> Summary:
        """Ends the sitting and says what it came to. It can still be undone and gone on with."""
        if self._ids is not None:
            with self._database.transaction() as connection:
                log.end_session(connection, self._ids[0], self._clock())
        return self.summary()

    def summary(self) -> Summary:
        """What the sitting has come to so far."""
        waiting = self._steps[0][0] if self._steps else None
        return summarise(self._database, self._settings, self._clock(), self._events, waiting)

    # -- how it moves

    def _showing(self) -> Showing:
        if self.current is None:
            raise LookupError("no card is on show")
        return self.current

    @contextmanager
    def _saving(self, now: datetime) -> Iterator[tuple[Connection, int, int]]:
        """A transaction with the ids of the session and of the algorithm; the first one opens the session."""
        with self._database.transaction() as connection:
            ids = self._ids or (
                log.begin_session(connection, "practice", now, self._day),
                log.algorithm_id(connection, self._algorithm, self._schedule.described),
            )
            yield connection, *ids
        self._ids = ids

    def _mark(self, deed: Deed, mark: Mark, value: int) -> None:
        stored = self._showing().stored
        place = self._place()
        now = self._clock()
        with self._saving(now) as (connection, session_id, _):
            row_id = log.set_mark(
                connection, card_id=stored.card_id, session_id=session_id, now=now, mark=mark, value=value
            )
        self._events.append(Event(deed, row_id, stored, place))

    def _place(self) -> Place:
        current = None if self.current is None else self.current.stored.card_id
        return Place(current, tuple(self._waiting), tuple(self._steps), self._done)

    def _go_to(self, place: Place) -> None:
        self._waiting = deque(place.waiting)
        self._steps = list(place.steps)
        self._done = place.done
        self.current = None
        self.notice = ""
        if place.current is not None:
            self._show(place.current)

    def _advance(self) -> None:
        """Brings up the next card: a step that has ended, else the queue, else a step that may come early."""
        self.current = None
        self.notice = ""
        while self.current is None:
            now = self._clock()
            if self._steps and self._steps[0][0] <= now:
                card_id = self._steps.pop(0)[1]
            elif self._waiting:
                card_id = self._waiting.popleft()
            elif self._steps and self._steps[0][0] <= now + timedelta(minutes=self._settings.learn_ahead):
                card_id = self._steps.pop(0)[1]
            else:
                return
            self._show(card_id)

    def _show(self, card_id: int) -> None:
        """Puts a card on show, unless it was taken out meanwhile: in its note or in another window."""
        now = self._clock()
        day = study_day(now, self._settings.rollover_hour)
        stored = cards.load(self._database.connection, card_id)
        if stored is None or stored.status(day) is not CardStatus.ACTIVE:
            return
        preview = self._schedule.preview(stored.memory, now, day, stored.seed)
        intervals = {rating: interval_text(now, day, memory) for rating, memory in preview.items()}
        self.current = Showing(stored, intervals, now)
