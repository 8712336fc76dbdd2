"""What an interview writes: its row, its answers, where it stands. It never touches a card's schedule."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

from interview_coach.coach.clock import Clock
from interview_coach.coach.mock.setup import Setup
from interview_coach.coach.mock.state import Planned, Stage, State
from interview_coach.errors import CoachError
from interview_coach.recall.day import study_day
from interview_coach.settings import Settings
from interview_coach.store import attempts, cards, log, mocks
from interview_coach.store.attempts import Attempt, Given
from interview_coach.store.cards import StoredCard
from interview_coach.store.database import Database
from interview_coach.store.facts import RESTORED, get_fact
from interview_coach.store.mocks import Json, StoredMock

MODE = "mock"


class Book:
    """The rows of one interview. `mock_id` is its number."""

    def __init__(self, database: Database, settings: Settings, clock: Clock, mock_id: int) -> None:
        self.mock_id = mock_id
        self._database = database
        self._settings = settings
        self._clock = clock
        self._session: int | None = None
        self._stood: Json = {}  # as this window knows it: where it is not, another one goes on with it
        with database.explained():
            self._restored = get_fact(database.connection, RESTORED)

    @classmethod
    def begin(
        cls,
        database: Database,
        settings: Settings,
        clock: Clock,
        *,
        seed: int,
        setup: Setup,
        plan: Sequence[Planned],
        state: State,
    ) -> "Book":
        """An interview begins."""
        now = clock()
        day = study_day(now, settings.rollover_hour)
        with database.transaction() as connection:
            session = log.begin_session(connection, MODE, now, day)
            mock_id = mocks.begin(
                connection,
                session_id=session,
                now=now,
                day=day,
                seed=seed,
                setup=replace(setup, seed=seed).to_json(),
                plan=[each.to_json() for each in plan],
                state=state.to_json(),
            )
        book = cls(database, settings, clock, mock_id)
        book._session = session
        book._stood = state.to_json()
        return book

    @contextmanager
    def _writing(self) -> Iterator[tuple[Connection, datetime, int]]:
        """A transaction with the moment and the session, which the first one opens."""
        now = self._clock()
        with self._database.transaction() as connection:
            if get_fact(connection, RESTORED) != self._restored:
                raise CoachError(
                    "the database was restored from a backup in another window; this was not saved",
                    "leave this interview and begin a new one",
                )
            day = study_day(now, self._settings.rollover_hour)
            session = self._session or log.begin_session(connection, MODE, now, day)
            yield connection, now, session
        self._session = session

    def keep(self, state: State) -> None:
        """Where the interview stands. Raises CoachError where another window ended it or goes on with it."""
        with self._writing() as (connection, _, _session):
            self._keep(connection, state)
        self._stood = state.to_json()

    def _keep(self, connection: Connection, state: State) -> None:
        """Saves where it stands, and where that is its end, that it is over."""
        if not mocks.save_state(connection, self.mock_id, state.to_json(), self._stood):
            stored = mocks.load(connection, self.mock_id)
            if stored is None or stored.ended_at is not None:
                raise CoachError(
                    "this interview was ended in another window; this was not saved",
                    "leave it; what was answered before is kept",
                )
            raise CoachError(
                "this interview was gone on with in another window; this was not saved",
                "leave it here and go on there, or come back to it when that window has left it",
            )
        if state.stage is Stage.DONE:
            mocks.end(connection, self.mock_id, self._clock(), abandoned=state.is_abandoned)

    def add(self, card_id: int, attempt: Attempt, state: State) -> int:
        """An answer has ended, and the interview stands elsewhere since: both at once. Gives its number."""
        with self._writing() as (connection, now, session):
            attempt_id = attempts.add(
                connection,
                card_id=card_id,
                session_id=session,
                review_id=None,
                now=now,
                day=study_day(now, self._settings.rollover_hour),
                attempt=replace(attempt, mode=MODE, mock_id=self.mock_id),
            )
            self._keep(connection, state)
        self._stood = state.to_json()
        return attempt_id

    def put(self, attempt_id: int, attempt: Attempt, state: State) -> None:
        """What is known by now of an answer."""
        with self._writing() as (connection, _, _session):
            attempts.put(connection, attempt_id, attempt)
            self._keep(connection, state)
        self._stood = state.to_json()

    def leave(self) -> None:
        """It is left for now, in order, to be gone on with."""
        if self._session is not None:
            with self._writing() as (connection, now, session):
                log.end_session(connection, session, now)

    # -- reading

    def open_again(self) -> StoredMock:
        """The interview as it is kept, to be gone on with from there."""
        stored = self.row()
        self._stood = stored.state
        return stored

    def row(self) -> StoredMock:
        """The interview as it is kept."""
        with self._database.explained():
            found = mocks.load(self._database.connection, self.mock_id)
        if found is None:
            raise CoachError("this interview is not in the database any more", "leave it and begin a new one")
        return found

    def answers(self) -> list[Given]:
        """Its answers in the order in which they were given."""
        with self._database.explained():
            return attempts.of_mock(self._database.connection, self.mock_id)

    def asked_lately(self, seed: int) -> frozenset[str]:
        """The follow-ups of other interviews, the last ones; one that is sat again is to ask the same."""
        with self._database.explained():
            return mocks.asked_lately(self._database.connection, seed)

    def card(self, planned: Planned) -> StoredCard | None:
        """The card of a question today: see `card_of`."""
        with self._database.explained():
            return card_of(self._database.connection, planned)


def card_of(connection: Connection, planned: Planned) -> StoredCard | None:
    """The card of a question, also where its number or its words have changed; None where it is gone."""
    stored = cards.load(connection, planned.card_id)
    if stored is not None and stored.card.prompt == planned.prompt:
        return stored
    like = mocks.question_like(connection, planned.prompt, planned.key)
    if like is not None and like != planned.card_id:
        return cards.load(connection, like)
    return stored if stored is not None and stored.seed == planned.key else None
