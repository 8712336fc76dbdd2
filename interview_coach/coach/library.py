"""The library: every skill and card there is, their history, and what a person does to a card outside practice.

Each thing done is a row of the log and can be taken back. A reset lets a card be learnt anew: its rows stay.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from interview_coach.coach.clock import Clock
from interview_coach.coach.ledger import Ledger
from interview_coach.coach.listing import ListedCard, due_day_of
from interview_coach.errors import CoachError
from interview_coach.recall.day import study_day
from interview_coach.recall.model import Phase
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import Settings
from interview_coach.store import attempts, cards, library, log
from interview_coach.store.attempts import Given
from interview_coach.store.database import Database
from interview_coach.store.library import Counts, Marked, Place, Reviewed, Show, Skill
from interview_coach.store.log import Done, Mark

__all__ = [
    "Counts",
    "Deed",
    "History",
    "Library",
    "ListedCard",
    "Marked",
    "Page",
    "Place",
    "Reviewed",
    "Show",
    "Skill",
    "readiness_of",
    "recall_of",
]

PAGE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Some cards of a list, in the order of the notes. `after` leads to the next page; None at the end."""

    cards: tuple[ListedCard, ...]
    after: Place | None


@dataclass(frozen=True, slots=True)
class History:
    """A card's history, the newest first. `before` leads to older reviews; None where there are none."""

    card: ListedCard
    recall: float | None
    reviews: tuple[Reviewed, ...]
    attempts: tuple[Given, ...]
    marks: tuple[Marked, ...]
    before: int | None


class Deed(StrEnum):
    """What can be done to a card in the library; the values are commands of `cards`."""

    SUSPEND = "suspend"
    RESUME = "resume"
    FLAG = "flag"
    UNFLAG = "unflag"
    RESET = "reset"


_MARKS = {
    Deed.SUSPEND: (Mark.SUSPENDED, 1),
    Deed.RESUME: (Mark.SUSPENDED, 0),
    Deed.FLAG: (Mark.FLAGGED, 1),
    Deed.UNFLAG: (Mark.FLAGGED, 0),
}


class Library:
    """The library as long as a person looks at it. Belongs to the thread of its database."""

    def __init__(self, database: Database, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._schedule = Schedule.from_settings(settings)
        with database.explained():
            self._ledger = Ledger(database, settings, self._schedule, self._today(), log.LIBRARY)
        self._done: list[Done] = []

    def _today(self) -> date:
        return study_day(self._clock(), self._settings.rollover_hour)

    # -- what there is

    def skills(self) -> list[Skill]:
        """Every skill with its cards counted as of today; for a thread of its own where there are many."""
        with self._database.explained():
            return library.skills(self._database.connection, self._today(), self._schedule.curve)

    def cards(
        self, note_id: int | None = None, show: Show = Show.ALL, after: Place | None = None, limit: int = PAGE
    ) -> Page:
        """The next cards of a skill, or of all with None; `after` is from the page before."""
        with self._database.explained():
            places = library.cards_shown(
                self._database.connection, note_id, show, self._today(), after, limit + 1
            )
            listed = tuple(self._listed(card_id) for _, _, card_id in places[:limit])
        return Page(listed, places[limit - 1] if len(places) > limit else None)

    def ids(self, note_id: int | None = None, show: Show = Show.ALL) -> list[int]:
        """The cards of a skill, or of all with None, in the order of the notes; for a thread of its own."""
        with self._database.explained():
            return library.ids_shown(self._database.connection, note_id, show, self._today())

    def recall(self, listed: ListedCard) -> float | None:
        """The predicted recall of a card today, 0 to 1; None where it was never practised."""
        return self._schedule.recall(listed.stored.memory, self._today())

    def card(self, card_id: int) -> ListedCard:
        """One card as it is now. Raises CoachError where there is none."""
        with self._database.explained():
            return self._listed(card_id)

    def history(self, card_id: int, before: int | None = None, limit: int = PAGE) -> History:
        """A card's last reviews, or those before the ones already seen, with its last answers and marks.

        Reviews that were taken back are among them, and say so. Raises CoachError where there is no such card.
        """
        connection = self._database.connection
        with self._database.explained():
            listed = self._listed(card_id)
            rows = library.reviews_of(connection, card_id, before, limit + 1)
            given = attempts.of_card(connection, card_id, limit) if before is None else []
            marks = library.marks_of(connection, card_id, limit) if before is None else []
        older = rows[limit - 1].turn if len(rows) > limit else None
        recall = self._schedule.recall(listed.stored.memory, self._today())
        return History(listed, recall, tuple(rows[:limit]), tuple(given), tuple(marks), older)

    def _listed(self, card_id: int) -> ListedCard:
        stored = cards.load(self._database.connection, card_id)
        if stored is None:
            raise CoachError(
                f"there is no card {card_id}",
                "interview-coach cards lists the cards with their numbers, the missing ones too",
            )
        due_day = due_day_of(stored.memory, self._settings, self._clock())
        return ListedCard(stored, stored.status(self._today()), due_day)

    # -- what a person does

    @property
    def can_undo(self) -> bool:
        """Whether anything was done in the library, now or before, that is not taken back."""
        return bool(self._done) or self._ledger.holds_more

    def do(self, deed: Deed, card_ids: Iterable[int]) -> int:
        """Does it to each of some cards that it is not true of already; gives to how many.

        A reset lets a card be learnt anew, as if never seen; its log stays. Raises CoachError where there is no
        such card, or it could not be saved.
        """
        return sum(self._did(deed, self.card(card_id)) for card_id in list(card_ids))

    def _did(self, deed: Deed, listed: ListedCard) -> bool:
        stored, now = listed.stored, self._clock()
        if deed is Deed.RESET:
            if stored.memory.phase is Phase.NEW:
                return False
            done = self._ledger.reset(stored, self._schedule, now, self._today())
        else:
            mark, value = _MARKS[deed]
            if value == (stored.suspended if mark is Mark.SUSPENDED else stored.flagged):
                return False
            done = self._ledger.mark(stored.card_id, now, mark, value)
        if done is not None:
            self._done.append(done)
        return done is not None

    def undo(self) -> tuple[Deed, ListedCard] | None:
        """Takes back the last thing done in the library, now or before; gives what it was and its card.

        None where there is nothing left.
        """
        own = self._done[-1] if self._done else None
        done = self._ledger.take_back(own, self._clock())
        if own is not None:
            self._done.pop()
        return None if done is None else (_deed_of(done), self.card(done.card_id))

    def close(self) -> None:
        """The library was left in order."""
        self._ledger.end(self._clock())


def _deed_of(done: Done) -> Deed:
    if done.mark is None:
        return Deed.RESET
    return next(deed for deed, (mark, value) in _MARKS.items() if (mark, value) == (done.mark, done.value))


def recall_of(counts: Counts) -> float | None:
    """The mean predicted recall of a skill's cards that were practised, 0 to 1; None where none was."""
    return counts.recall / counts.practised if counts.practised else None


def readiness_of(counts: Counts) -> float | None:
    """The mean over all cards that can come up, one never practised counting 0; None where there is none."""
    number = counts.practised + counts.new
    return counts.recall / number if number else None
