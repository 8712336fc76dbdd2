"""One sitting: card after card, each rating on disk before the next card is given."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from interview_coach.cards.model import PointKind
from interview_coach.coach.clock import Clock
from interview_coach.coach.course import Course, Place
from interview_coach.coach.day import ALL, Choice
from interview_coach.coach.ledger import Ledger
from interview_coach.coach.showing import Showing
from interview_coach.coach.sitting import Daily
from interview_coach.coach.summary import Deed, Event, Summary, deed_of, summarise
from interview_coach.recall.day import study_day, to_number
from interview_coach.recall.model import Rating
from interview_coach.settings import Settings
from interview_coach.store import cards
from interview_coach.store.attempts import Attempt, Part, Ticked
from interview_coach.store.cards import CardStatus
from interview_coach.store.database import Database
from interview_coach.store.log import LONGEST_SECONDS, Done, Mark

__all__ = ["NO_ATTEMPT", "Attempt", "Part", "Practice", "Showing", "Ticked"]

NO_ATTEMPT = Attempt("head", 0)


class Practice:
    """One sitting over a queue of cards. `current` is the card to show, None when there is none left."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        clock: Clock,
        choice: Choice = ALL,
        sitting: Daily | None = None,
    ) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._ahead = timedelta(minutes=settings.learn_ahead)
        now = clock()
        self._day = study_day(now, settings.rollover_hour)
        self.sitting = sitting or Daily(database, settings, self._day)
        self._ledger = Ledger(database, settings, self.sitting.schedule, self._day, self.sitting.mode)
        planned = self.sitting.planned(now, choice)
        limit = settings.session_cards if choice.limit is None else choice.limit
        ends = self.sitting.steps_of(planned.learning, now)
        # What can be taken goes first: steps that end too late for it may be more than the sitting holds.
        late = {card_id for card_id, due_at in ends.items() if due_at > now + self._ahead}
        chosen = sorted(planned.order, key=late.__contains__)[:limit]
        self._course = Course(
            (card_id for card_id in chosen if card_id not in ends),
            ((ends[card_id], card_id) for card_id in chosen if card_id in ends),
        )
        self._seconds = 0.0
        self._events: list[Event] = []
        self._intervals: Mapping[Rating, str] | None = None
        self._attempt_id: int | None = None  # the answer to the card on show, where one is saved
        self.current: Showing | None = None
        self.notice = ""
        self.taken_back: Rating | None = None  # the rating that the last undo took back, if it was one
        self._advance()

    # -- where the sitting stands

    @property
    def done(self) -> int:
        """The cards finished with for this sitting."""
        return self._course.done

    @property
    def coming_back(self) -> int:
        """The cards rated in this sitting, or begun before it, that come up again in it."""
        return self._course.coming_back

    @property
    def total(self) -> int:
        """The cards of this sitting: those finished with, the one on show and those to come."""
        return self._course.total

    @property
    def number(self) -> int:
        """Which card of the sitting is on show, each counted once however often it comes up."""
        return self._course.number

    @property
    def can_undo(self) -> bool:
        """Whether anything was done, in this sitting or an earlier one, that is not undone yet."""
        return bool(self._events) or self._ledger.holds_more

    @property
    def intervals(self) -> Mapping[Rating, str]:
        """What stands on each rating key: how long until the current card comes back.

        Four reviews are computed for it, once a card and only when it is asked for: a rating waits for
        nothing that the next card shows later.
        """
        if self._intervals is None:
            stored, now = self._showing().stored, self._clock()
            day = study_day(now, self._settings.rollover_hour)
            self._intervals = self.sitting.keys(stored, now, day)
        return self._intervals

    def milliseconds_on_show(self) -> int:
        """How long the current card has been on show."""
        return max(0, (self._clock() - self._showing().shown_at) // timedelta(milliseconds=1))

    # -- what a person does

    def answered(self, attempt: Attempt) -> int:
        """Saves an answer to the current card as it ends, or what is known of it since; gives its number.

        Raises CoachError where it could not be saved.
        """
        now = self._clock()
        day = study_day(now, self._settings.rollover_hour)
        stored = self._showing().stored
        attempt = self.sitting.marked(stored, attempt)
        self._attempt_id = self._ledger.answer(stored.card_id, now, day, attempt, self._attempt_id)
        return self._attempt_id

    def again(self) -> int | None:
        """The next answer to the current card is another one; gives the number of the one it comes after."""
        before, self._attempt_id = self._attempt_id, None
        return before

    def take_up(self, attempt_id: int) -> None:
        """The next answer to the current card is one that was begun before, under its number."""
        self._attempt_id = attempt_id

    def rate(self, rating: Rating, attempt: Attempt = NO_ATTEMPT) -> None:
        """Commits a rating of the current card, then moves on.

        Where another program reviewed the card meanwhile, that review stands and `notice` says so.
        Raises CoachError where the rating could not be saved; the card stays the current one.
        """
        showing = self._showing()
        stored = showing.stored
        now = self._clock()
        day = study_day(now, self._settings.rollover_hour)
        after = self.sitting.after(stored, rating, now, day)
        schedule = self.sitting.schedule_of(stored, day)
        attempt = self.sitting.marked(stored, attempt)
        place = self._course.place()
        seconds = max(0.0, (now - showing.shown_at).total_seconds())
        saved = self._ledger.rate(
            stored, rating, after, schedule, now, day, int(seconds * 1000), attempt, self._attempt_id
        )
        if saved is None:
            self._advance()
            self.notice = "That card was reviewed in another window meanwhile; that review stands."
            return
        # Time spent is spent, also where the rating is taken back; while a laptop was closed none was.
        self._seconds += min(seconds, LONGEST_SECONDS)
        asked = [each.hit for each in attempt.points if each.point.kind is PointKind.METRIC]
        self._events.append(
            Event(
                Done(stored.card_id, saved.review_id, None, rating),
                stored,
                place,
                rating,
                after,
                sum(asked),
                len(asked),
                saved.attempt_id,
            )
        )
        if after.due_at is not None:
            self._course.come_back(after.due_at, stored.card_id)
        else:
            self._course.done += 1
        self._advance()

    def suspend(self) -> None:
        """Takes the current card out until it is taken back in."""
        self._mark(Mark.SUSPENDED, 1)
        self._course.done += 1
        self._advance()

    def bury(self) -> None:
        """Puts the current card off to the next study day."""
        day = study_day(self._clock(), self._settings.rollover_hour)
        self._mark(Mark.BURIED_UNTIL, to_number(day) + 1)
        self._course.done += 1
        self._advance()

    def flag(self) -> bool:
        """Flags the current card as one to work on, or takes its flag off; gives whether it has one now."""
        showing = self._showing()
        flagged = not showing.stored.flagged
        self._mark(Mark.FLAGGED, int(flagged))
        self.current = replace(showing, stored=replace(showing.stored, flagged=flagged))
        return flagged

    def undo(self) -> Deed | None:
        """Takes back the last thing done, in this sitting or, after its first, in the ones before it.

        Its card is the current one again. None if there is nothing left. The log keeps the row and says
        that it was undone, so that the day's limits go back too.
        """
        event = self._events[-1] if self._events else None
        done = self._ledger.take_back(None if event is None else event.done, self._clock())
        self.taken_back = None if done is None or done.mark is not None else Rating(done.value)
        if done is None:
            return None
        if event is None:
            self._go_to(self._course.place_of(done.card_id))
        else:
            self._events.pop()
            before, answer = self.current, event.attempt_id
            if done.mark is Mark.FLAGGED and before is not None and before.stored.card_id == done.card_id:
                answer = self._attempt_id  # the card stayed on show, and may have been answered since
            self._go_to(event.place)
            # Another card is on show where this one could not be; its answer is another too.
            if self.current is not None and self.current.stored.card_id == done.card_id:
                self._attempt_id = answer
        return deed_of(done)

    def reread(self) -> None:
        """Shows the current card as its note says it now; goes on where the note has it no more."""
        showing = self._showing()
        with self._database.explained():
            stored = cards.load(self._database.connection, showing.stored.card_id)
        day = study_day(self._clock(), self._settings.rollover_hour)
        if stored is None or stored.status(day) is not CardStatus.ACTIVE:
            self._advance()
            self.notice = "That card is in the note no more; its history is kept."
            return
        self.current = replace(showing, stored=self.sitting.asked(stored))

    def finish(self) -> Summary:
        """Ends the sitting and says what it came to. It can still be undone and gone on with."""
        self._ledger.end(self._clock())
        return self.summary()

    def summary(self) -> Summary:
        """What the sitting has come to so far."""
        with self._database.explained():
            return summarise(
                self._database,
                self._settings,
                self._clock(),
                self._events,
                self._seconds,
                is_unrated=self.current is not None and self._attempt_id is not None,
            )

    # -- how it moves

    def _showing(self) -> Showing:
        if self.current is None:
            raise LookupError("no card is on show")
        return self.current

    def _mark(self, mark: Mark, value: int) -> None:
        stored = self._showing().stored
        place = self._course.place()
        done = self._ledger.mark(stored.card_id, self._clock(), mark, value)
        self._events.append(Event(done, stored, place, attempt_id=self._attempt_id))

    def _go_to(self, place: Place) -> None:
        self._course.go_to(place)
        self.current = None
        self.notice = ""
        if place.current is None:
            return
        self._show(place.current)
        if self.current is None:
            self._advance()
            self.notice = "Taken back; its card is in no note now, or put off, and cannot be shown."

    def _advance(self) -> None:
        """Brings up the next card that can be shown."""
        self.current = None
        self.notice = ""
        while self.current is None:
            card_id = self._course.take(self._clock(), self._ahead)
            if card_id is None:
                return
            self._show(card_id)

    def _show(self, card_id: int) -> None:
        """Puts a card on show, unless it was taken out meanwhile: in its note or in another window."""
        now = self._clock()
        day = study_day(now, self._settings.rollover_hour)
        with self._database.explained():
            stored = cards.load(self._database.connection, card_id)
        if stored is None or stored.status(day) is not CardStatus.ACTIVE:
            return
        self._intervals = None
        self._attempt_id = None
        self.current = Showing(self.sitting.asked(stored), now, again=self._course.show(card_id))
