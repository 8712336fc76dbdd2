"""What one sitting writes: its session, its ratings and marks, and what it takes back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from sqlite3 import Connection

from interview_coach.errors import CoachError
from interview_coach.recall.model import NEW, Memory, Rating
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import Settings
from interview_coach.store import attempts, cards, log
from interview_coach.store.attempts import Attempt
from interview_coach.store.cards import StoredCard
from interview_coach.store.database import Database
from interview_coach.store.facts import RESTORED, get_fact
from interview_coach.store.log import Done, Mark


@dataclass(frozen=True, slots=True)
class Saved:
    """The rows that a rating was saved in."""

    review_id: int
    attempt_id: int


class Ledger:
    """The log as one sitting writes it. It belongs to the database that the sitting began with.

    `mode` is what its ratings are for. Those of another mode than practice leave the cards as they are, and
    nothing done before such a sitting is taken back in it. What is done to cards in the library is taken back
    there.
    """

    def __init__(
        self, database: Database, settings: Settings, schedule: Schedule, day: date, mode: str = log.PRACTICE
    ) -> None:
        self._database = database
        self._settings = settings
        self._day = day
        self._mode = mode
        # Asked for here, since naming the library's version reads its metadata from disk.
        self._algorithm = schedule.algorithm
        self._session_id: int | None = None
        self._algorithms: dict[int, int] = {}  # their ids by the longest interval that they were held to
        self._restored = get_fact(database.connection, RESTORED)
        # What another window does from here on is that window's to take back.
        self._began_after = log.last_turn(database.connection)
        self.holds_more = self._last_before(database.connection) is not None

    @property
    def _moves(self) -> bool:
        return self._mode in (log.PRACTICE, log.LIBRARY)

    def _last_before(self, connection: Connection) -> Done | None:
        """The last thing done before this sitting that can be taken back in it."""
        in_library = self._mode == log.LIBRARY
        return log.last_done(connection, self._began_after, in_library=in_library) if self._moves else None

    @contextmanager
    def saving(self, now: datetime) -> Iterator[tuple[Connection, int]]:
        """A transaction with the id of the session; the first one opens the session."""
        with self._writing() as connection:
            session_id = self._session_id or log.begin_session(connection, self._mode, now, self._day)
            yield connection, session_id
        self._session_id = session_id

    def answer(self, card_id: int, now: datetime, day: date, attempt: Attempt, attempt_id: int | None) -> int:
        """Saves an answer, in the place of `attempt_id` where that is saved already; gives its number."""
        with self.saving(now) as (connection, session_id):
            return self._put(connection, card_id, session_id, None, now, day, attempt, attempt_id)

    def rate(
        self,
        stored: StoredCard,
        rating: Rating,
        after: Memory,
        schedule: Schedule,
        now: datetime,
        day: date,
        duration: int,
        attempt: Attempt,
        attempt_id: int | None,
    ) -> Saved | None:
        """Saves a rating after `duration` milliseconds, with its answer and what `schedule` made of it.

        None where the card was reviewed elsewhere since.
        """
        if not self._moves:
            after = stored.memory
        key = schedule.maximum_interval
        with self.saving(now) as (connection, session_id):
            if self._moves and not cards.put_memory(connection, stored.card_id, after, expected=stored.memory):
                return None
            algorithm = self._algorithms.get(key) or log.algorithm_id(
                connection, self._algorithm, schedule.described
            )
            review_id = log.add_review(
                connection,
                card_id=stored.card_id,
                session_id=session_id,
                algorithm=algorithm,
                now=now,
                day=day,
                rating=rating,
                duration=duration,
                before=stored.memory,
                after=after,
                prompt=stored.card.prompt,
                mode=self._mode,
            )
            saved = Saved(
                review_id,
                self._put(connection, stored.card_id, session_id, review_id, now, day, attempt, attempt_id),
            )
        self._algorithms[key] = algorithm
        return saved

    @staticmethod
    def _put(
        connection: Connection,
        card_id: int,
        session_id: int,
        review_id: int | None,
        now: datetime,
        day: date,
        attempt: Attempt,
        attempt_id: int | None,
    ) -> int:
        if attempt_id is not None:
            attempts.put(connection, attempt_id, attempt, review_id)
            return attempt_id
        return attempts.add(
            connection,
            card_id=card_id,
            session_id=session_id,
            review_id=review_id,
            now=now,
            day=day,
            attempt=attempt,
        )

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._database.transaction() as connection:
            if not self._is_of(connection):
                raise CoachError(
                    "the database was restored from a backup in another window; this was not saved",
                    "leave this sitting and begin a new one",
                )
            yield connection

    def _is_of(self, connection: Connection) -> bool:
        return get_fact(connection, RESTORED) == self._restored

    def mark(self, card_id: int, now: datetime, mark: Mark, value: int) -> Done:
        """Suspends, buries or flags a card, or takes its flag off."""
        with self.saving(now) as (connection, session_id):
            row_id = log.set_mark(
                connection, card_id=card_id, session_id=session_id, now=now, mark=mark, value=value
            )
        return Done(card_id, row_id, mark, value)

    def reset(self, stored: StoredCard, schedule: Schedule, now: datetime, day: date) -> Done | None:
        """Lets a card be learnt anew: a row of the log says so, and the rows before it stay.

        None where the card was reviewed elsewhere since.
        """
        with self.saving(now) as (connection, session_id):
            if not cards.put_memory(connection, stored.card_id, NEW, expected=stored.memory):
                return None
            row_id = log.add_review(
                connection,
                card_id=stored.card_id,
                session_id=session_id,
                algorithm=log.algorithm_id(connection, self._algorithm, schedule.described),
                now=now,
                day=day,
                rating=Rating.AGAIN,
                duration=0,
                before=stored.memory,
                after=NEW,
                prompt=stored.card.prompt,
                mode=log.RESET,
            )
        return Done(stored.card_id, row_id, None, 0)

    def take_back(self, own: Done | None, now: datetime) -> Done | None:
        """Takes back what this sitting did last, or with None the last thing of all; gives what it was.

        `holds_more` says afterwards whether the log has still more to take back.
        """
        with self._writing() as connection:
            done = own or self._last_before(connection)
            if done is not None:
                self._undo(connection, done, now)
            self.holds_more = self._last_before(connection) is not None
        return done

    def _undo(self, connection: Connection, done: Done, now: datetime) -> None:
        if done.mark is not None:
            log.undo_mark(connection, done.row_id, now)
            return
        undone = log.undo_review(connection, done.row_id, now)
        if undone is None or not self._moves:
            return
        card_id, before, after = undone  # the card may be another by now: histories can be relinked
        # Ratings before a reset may have been taken back since, so it never says where the card was.
        if after != NEW and cards.put_memory(connection, card_id, before, expected=after):
            return
        # Reviewed elsewhere since: what is left of its log says where the card stands.
        from interview_coach.coach.replay import replayed

        stored = cards.load(connection, card_id)
        if stored is not None:
            memory = replayed(connection, self._settings, card_id, stored.seed)
            cards.put_memory(connection, card_id, memory, expected=None)

    def end(self, now: datetime) -> None:
        """The sitting was left in order."""
        if self._session_id is not None:
            with self._database.transaction() as connection:
                if self._is_of(connection):
                    log.end_session(connection, self._session_id, now)
