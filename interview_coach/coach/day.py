"""The day: what there is to practise, in which order, and about how long it takes."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from interview_coach.cards.model import CardKind
from interview_coach.recall.day import day_begins, day_ends, study_day, where_it_is
from interview_coach.recall.queue import BEGIN_WITHIN, Entry, Limits, Queue, build
from interview_coach.settings import Settings
from interview_coach.store import cards, log, notes, queue
from interview_coach.store.database import Database
from interview_coach.store.queue import interviews_by_note
from interview_coach.store.wanted import wanted_on

# Seconds from prompt to rating until the person's own pace is known: a design choice, for answers
# thought or spoken in outline. The log's own means take their place.
SECONDS = {
    CardKind.QUESTION: 75.0,
    CardKind.STORY_PART: 30.0,
    CardKind.METRIC: 12.0,
    CardKind.PHRASING: 25.0,
    CardKind.OPENER: 15.0,
}
# A new card comes up again at its second learning step.
SHOWINGS_OF_NEW = 2
# New cards taken at a time over the day's limit, when a person asks for more.
MORE_NEW = 5
Coming = Mapping[int, Sequence[date]]  # the days of the interviews to come, for each note that one asks for


@dataclass(frozen=True, slots=True)
class Choice:
    """What a sitting is to hold. None leaves it to the settings.

    `limit` is the number of cards, `new` the number of new ones among them (in place of the day's
    limit), `note_ids` the notes to take cards from.
    """

    limit: int | None = None
    new: int | None = None
    note_ids: Collection[int] | None = None


ALL = Choice()


@dataclass(frozen=True, slots=True)
class NextUp:
    """A card that comes up today, as a list shows it."""

    card_id: int
    skill: str
    kind: CardKind
    prompt: str


@dataclass(frozen=True, slots=True)
class Today:
    """What the day holds.

    `learning`, `due` and `new` are cards still to come today, within the limits; `seconds` is what they
    will take at the person's own pace; `held_back` says that more new cards wait for the coming days. Once
    nothing is left, `more_new` is how many new ones could be taken over the day's limit, up to MORE_NEW,
    and `later` the next day that holds cards, with their number. `ready_at` is when the first card can be
    taken, where all that are left wait for their learning steps. `dropped` are cards with a history that their
    notes, which are there, do not have any more; of `noteless` the notes are not there. `can_undo` says that
    something was done, today or before, that is not taken back.
    """

    study_day: date
    learning: int
    due: int
    new: int
    seconds: float
    next_up: tuple[NextUp, ...]
    skills: int
    cards: int
    odd_notes: int
    reviewed: int
    later: tuple[date, int] | None
    held_back: bool
    more_new: int
    dropped: int
    noteless: int
    ready_at: datetime | None = None
    can_undo: bool = False

    @property
    def total(self) -> int:
        """All the cards of the day that are still to come."""
        return self.learning + self.due + self.new

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up, that they will take."""
        return math.ceil(self.seconds / 60)

    @property
    def how_long(self) -> str:
        """How long they will take, in words."""
        if self.seconds < 30:
            return "less than a minute"
        return "about 1 minute" if self.minutes == 1 else f"about {self.minutes} minutes"

    @property
    def missing(self) -> int:
        """How many cards rest until their text is back."""
        return self.dropped + self.noteless

    @property
    def resting(self) -> str:
        """How many cards rest until their text is back, and what became of it; "" where none does."""
        number = self.missing
        if not number:
            return ""
        rest, own = ("1 card rests", "its note") if number == 1 else (f"{number} cards rest", "their notes")
        are = "is" if number == 1 else "are"
        if not self.noteless:
            return f"{rest}: {'it' if number == 1 else 'they'} {are} not in {own} any more"
        if not self.dropped:
            return f"{rest}: {own} {are} not there"
        dropped = "1 is not in its note" if self.dropped == 1 else f"{self.dropped} are not in their notes"
        gone = "the note of 1 is" if self.noteless == 1 else f"the notes of {self.noteless} are"
        return f"{rest}: {dropped} any more, {gone} not there"


def queue_of_day(database: Database, settings: Settings, now: datetime, choice: Choice = ALL) -> Queue:
    """The day's queue from here on: what was practised today is taken off its limits."""
    connection = database.connection
    day = study_day(now, settings.rollover_hour)
    begun, reviewed = queue.spent_on(connection, day)
    new = settings.new_per_day - begun if choice.new is None else choice.new
    coming = interviews_by_note(connection, day + timedelta(days=1))
    learning = [entry for entry, _ in queue.learning(connection, day, day_ends(now, settings.rollover_hour))]
    return build(
        _among(learning, choice.note_ids),
        _among(_due(database, settings, day, coming), choice.note_ids),
        _among(queue.unseen(connection, day), choice.note_ids),
        Limits(new=max(0, new), reviews=max(0, settings.reviews_per_day - reviewed)),
        queue.shown_on(connection, day, day_begins(now, settings.rollover_hour)),
        bury_siblings=settings.bury_siblings,
        interleave=settings.interleave,
        wanted=_among(wanted_on(connection, day), choice.note_ids),
        waiting=queue.waiting(connection, day) if settings.bury_siblings else (),
        beginning=_among(_beginning(database, day, coming), choice.note_ids) if settings.bury_siblings else (),
    )


def _beginning(database: Database, day: date, coming: Coming) -> Iterator[Entry]:
    """The cards never reviewed that an interview asks for, of the notes that have begun none for some days."""
    if coming:
        connection = database.connection
        waiting = coming.keys() - queue.begun_since(connection, day - timedelta(days=BEGIN_WITHIN - 1))
        yield from (entry for entry in queue.unseen(connection, day) if entry.note_id in waiting)


def _due(database: Database, settings: Settings, day: date, coming: Coming) -> Iterator[Entry]:
    """What is due, then what is brought forward so that it does not sleep through an interview."""
    yield from queue.due(database.connection, day)
    yield from _brought_forward(database, settings, day, coming)


def _brought_forward(database: Database, settings: Settings, day: date, coming: Coming) -> Iterator[Entry]:
    if coming:
        from interview_coach.recall.plan import longest_interval

        bounds: dict[int, tuple[date, int]] = {}
        for note_id, on in coming.items():
            longest = longest_interval((on[0] - day).days, settings.intervals_before)
            if longest is not None:
                bounds[note_id] = on[0], longest
        yield from queue.brought_forward(database.connection, day, bounds)


def due_on(database: Database, settings: Settings, day: date) -> tuple[set[int], set[int]]:
    """The cards that come back on a study day, limits and siblings aside: those due, those brought forward."""
    coming = interviews_by_note(database.connection, day + timedelta(days=1))
    forward = _brought_forward(database, settings, day, coming)
    return {each.card_id for each in queue.due(database.connection, day)}, {each.card_id for each in forward}


def queue_of_tomorrow(database: Database, settings: Settings, now: datetime) -> Queue:
    """What the next study day will hold if nothing more is done today."""
    return queue_of_day(database, settings, day_ends(now, settings.rollover_hour))


def _next_day_with_cards(database: Database, settings: Settings, now: datetime) -> tuple[date, int] | None:
    """The next study day that brings cards back or begins new ones, and how many; siblings wait there too."""
    day = study_day(now, settings.rollover_hour)
    tomorrow = queue_of_tomorrow(database, settings, now)
    if tomorrow.order:
        return day + timedelta(days=1), len(tomorrow.order)
    later = queue.next_due(database.connection, day)
    if later is None:
        return None
    ahead = later - day
    return later, len(queue_of_day(database, settings, now + ahead).order)


def _among(entries: Iterable[Entry], note_ids: Collection[int] | None) -> Iterator[Entry]:
    return (entry for entry in entries if note_ids is None or entry.note_id in note_ids)


def today(database: Database, settings: Settings, now: datetime, shown: int = 5) -> Today:
    """What the day holds, with the first `shown` cards of it."""
    connection = database.connection
    day = study_day(now, settings.rollover_hour)
    planned = queue_of_day(database, settings, now)
    next_up = [cards.load(connection, card_id) for card_id in planned.order[:shown]]
    begun, reviewed = queue.spent_on(connection, day)
    dropped, noteless = cards.count_missing(connection)
    return Today(
        study_day=day,
        learning=len(planned.learning),
        due=len(planned.due),
        new=len(planned.new),
        seconds=_seconds(database, planned),
        next_up=tuple(
            NextUp(one.card_id, one.card.skill, one.card.kind, one.card.prompt)
            for one in next_up
            if one is not None
        ),
        skills=notes.skill_count(connection),
        cards=cards.count_present(connection),
        odd_notes=notes.count_odd(connection),
        reviewed=begun + reviewed,
        later=None if planned.order else _next_day_with_cards(database, settings, now),
        held_back=any(
            True for _ in islice(queue.unseen(connection, day + timedelta(days=1)), len(planned.new), None)
        ),
        more_new=0 if planned.order else len(queue_of_day(database, settings, now, Choice(new=MORE_NEW)).new),
        dropped=dropped,
        noteless=noteless,
        ready_at=ready_at(database, settings, now, planned),
        can_undo=log.last_done(connection, log.last_turn(connection)) is not None,
    )


def ready_at(database: Database, settings: Settings, now: datetime, planned: Queue) -> datetime | None:
    """When the first card of the day's queue can be taken, on the clock that `now` is of.

    None where one can be taken now, and where there is none.
    """
    if planned.due or planned.new or not planned.learning:
        return None
    day, end = study_day(now, settings.rollover_hour), day_ends(now, settings.rollover_hour)
    first = min((due_at for _, due_at in queue.learning(database.connection, day, end)), default=now)
    return where_it_is(now, first) if first > now + timedelta(minutes=settings.learn_ahead) else None


def own_pace(database: Database) -> dict[CardKind, float]:
    """The seconds that a card of each kind takes the person, or most people as long as little was practised."""
    return {**SECONDS, **log.seconds_per_kind(database.connection)}


def _seconds(database: Database, planned: Queue) -> float:
    """What a queue takes at the person's own pace."""
    pace = own_pace(database)
    kinds = cards.kinds(database.connection, planned.order)
    new = set(planned.new)
    return sum(pace[kinds[card_id]] * (SHOWINGS_OF_NEW if card_id in new else 1) for card_id in planned.order)
