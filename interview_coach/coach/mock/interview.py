"""A mock interview that is being sat: question after question against the clock, nothing said until the end.

Each answer is on disk as it ends, and the one being given every few seconds, so that after a kill it is gone on
with at the very question, with the time used. The schedule of the cards is never touched.
"""

import random
from collections.abc import Iterable
from dataclasses import replace

from interview_coach.answers.profiles import Profile, profile_of
from interview_coach.coach.answering import Measured, Way, row_of, without_words
from interview_coach.coach.deadline import Deadline, Ticks
from interview_coach.coach.looking import Look, look, row_with
from interview_coach.coach.mock.book import Book
from interview_coach.coach.mock.followups import FollowUp, Rule, follow_up
from interview_coach.coach.mock.setup import Setup, profile_for
from interview_coach.coach.mock.state import Planned, Running, Stage, State
from interview_coach.settings import Settings
from interview_coach.store.attempts import Attempt
from interview_coach.store.cards import StoredCard

_NOTHING = Attempt(Way.HEAD.value, 0, abandoned=True)


class Interview:
    """One interview. `stage` says what is going on; each step is saved before it is taken.

    A screen shows `asked` with `timer` (of the think time, then of the answer, whose lights are `profile`'s),
    calls `running` every few seconds and one of the steps when a key says so. Times come from `timer.used`,
    which stands still while paused: a `Speech` that began at 0 can be marked with it. Once `stage` is DEBRIEF,
    `debrief.Debrief` goes on.
    """

    def __init__(
        self,
        book: Book,
        settings: Settings,
        ticks: Ticks,
        *,
        setup: Setup,
        seed: int,
        plan: tuple[Planned, ...],
        state: State,
        keep_words: bool = False,
        paused: bool = False,
    ) -> None:
        self.book = book
        self.settings = settings
        self.setup = setup
        self.seed = seed
        self.plan = plan
        self.state = state
        self.keep_words = keep_words
        self.heard: dict[int, tuple[Measured, Look]] = {}  # what this sitting heard, by the answer's number
        self.ticks = ticks
        self._stored: StoredCard | None = None
        self._ids = {
            given.attempt.number: given.attempt_id for given in book.answers() if not given.attempt.asked
        }
        self.timer = Deadline(ticks, 0.0, paused=True)
        self._enter(paused=paused)

    # -- where it stands

    @property
    def stage(self) -> Stage:
        """What is going on."""
        return self.state.stage

    @property
    def number(self) -> int:
        """Which question it is, counted from 1."""
        return self.state.number

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.plan)

    @property
    def planned(self) -> Planned:
        """The question."""
        return self.plan[self.state.number - 1]

    @property
    def stored(self) -> StoredCard:
        """The card of the question."""
        if self._stored is None:
            raise LookupError("no question is on show")
        return self._stored

    @property
    def follow_up(self) -> FollowUp | None:
        """The follow-up to this question, once it was asked."""
        return self.state.follow_ups.get(self.number)

    @property
    def asked(self) -> str:
        """The words of what is asked now."""
        if self.stage is Stage.FOLLOW_UP and self.follow_up is not None:
            return self.follow_up.text
        return self.stored.card.prompt

    @property
    def profile(self) -> Profile:
        """The clock of the answer that is asked for now."""
        return self.profile_of(self.follow_up if self.stage is Stage.FOLLOW_UP else None)

    def profile_of(self, follow: FollowUp | None) -> Profile:
        """The clock of an answer, or of one to a follow-up, which is shorter."""
        usual = profile_for(self.setup, self.settings)
        if follow is None:
            return usual
        short = profile_of(self.settings, "thirty" if follow.rule is Rule.OVERTIME else "introduction")
        return short if short.red < usual.red else usual

    # -- what a person does

    def answer_now(self) -> None:
        """The think time is over, or not needed any more."""
        self._expect(Stage.THINK)
        self._go(replace(self.state, stage=Stage.ANSWER, thought=self._used(), used=0))

    def think_again(self) -> None:
        """Back to thinking, where the think time goes on; what was written stays, what was said is dropped."""
        self._expect(Stage.ANSWER)
        texts = self.state.running.texts  # without words nothing binds the answer to the way it was begun in
        running = replace(self.state.running, marks=()) if any(map(str.strip, texts)) else Running()
        self._go(replace(self.state, stage=Stage.THINK, used=self.state.thought, running=running))

    def keep(self) -> None:
        """Saves the time used so far."""
        self._keep()

    def running(self, way: Way, texts: Iterable[str] = (), marks: Iterable[int] = ()) -> None:
        """Saves the answer as far as it has come: its texts, the milliseconds at which its parts began."""
        self._expect(Stage.ANSWER, Stage.FOLLOW_UP)
        self.state = replace(self.state, running=Running(way.value, tuple(texts), tuple(marks)))
        self._keep()

    def answered(self, measured: Measured) -> None:
        """Saves an answer that has ended, and asks on or goes on to the next question."""
        self._expect(Stage.ANSWER, Stage.FOLLOW_UP)
        profile = self.profile
        measured = replace(measured, think=0 if self._asks_on else self.state.thought)
        looked = look(measured, self.stored.card, self.settings, profile)
        row = row_with(row_of(measured, profile), looked)
        row = replace(row, points=looked.ticked, text=measured.text or None)
        state = self.state
        if self._asks_on:  # it was asked for one thing; what else it lacks was not missed
            row = replace(row, points=tuple(each for each in row.points if each.hit))
        else:
            facts = {**state.facts, self.number: looked.facts}
            state = replace(state, answered=(*state.answered, self.number), facts=facts)
        attempt_id = self._add(row if self.keep_words else without_words(row), self._asking_on(state, looked))
        self.heard[attempt_id] = (measured, looked)

    def _asking_on(self, state: State, looked: Look) -> State:
        if self._asks_on or not self.setup.follow_ups:
            return self._after(state)
        chance = random.Random(self.seed * 100 + self.number).random()  # noqa: S311 - to be repeated
        follow = follow_up(
            looked,
            self.stored.card,
            self.profile,
            self.settings,
            before=tuple(state.follow_ups.values()),
            lately=self.book.asked_lately(self.seed),
            tough=self.setup.tough,
            chance=chance,
        )
        if follow is None:
            return self._after(state)
        follow_ups = {**state.follow_ups, self.number: follow}
        return replace(state, stage=Stage.FOLLOW_UP, used=0, running=Running(), follow_ups=follow_ups)

    def skip(self) -> None:
        """Goes on without an answer, which is kept as one that was not given."""
        self._expect(Stage.THINK, Stage.ANSWER, Stage.FOLLOW_UP)
        self._add(_NOTHING, self._after(self.state))

    def pause(self) -> None:
        """The clock stands still."""
        self.timer.pause()
        self._keep()

    def carry_on(self) -> None:
        """The clock runs on."""
        self.timer.resume()

    def leave(self) -> None:
        """Leaves for now; the interview can be gone on with."""
        if self.stage is not Stage.DONE:
            self._keep()
        self.book.leave()

    def end(self) -> None:
        """Asks no more: what was answered is gone through. Where nothing was, the interview is given up."""
        self._expect(Stage.THINK, Stage.ANSWER, Stage.FOLLOW_UP)
        self._go(replace(self.state, given_up=True).to_debrief())

    def said(self, attempt_id: int, attempt: Attempt, state: State) -> None:
        """Saves what was said of an answer, and where the interview stands since."""
        if self.keep_words and attempt_id in self.heard:
            attempt = replace(attempt, text=self.heard[attempt_id][0].text or None)
        state = replace(state, said=state.said + 1)
        self.book.put(attempt_id, attempt if attempt.text else without_words(attempt), state)
        self.state = state

    # -- how it moves

    @property
    def _asks_on(self) -> bool:
        return self.stage is Stage.FOLLOW_UP

    def _expect(self, *stages: Stage) -> None:
        if self.stage not in stages:
            raise LookupError(f"not while the interview is at {self.stage.value}")

    def _used(self) -> int:
        return round(self.timer.used * 1000)

    def _keep(self) -> None:
        self.state = replace(self.state, used=self._used())
        self.book.keep(self.state)

    def _go(self, state: State, *, paused: bool = False) -> None:
        self.book.keep(state)
        self.state = state
        self._enter(paused=paused)

    def _add(self, attempt: Attempt, state: State) -> int:
        follow = self.follow_up if self._asks_on else None
        attempt = replace(
            attempt,
            number=self.number,
            asked="" if follow is None else follow.text,
            follows_id=None if follow is None else self._ids.get(self.number),
        )
        attempt_id = self.book.add(self.stored.card_id, attempt, state)
        if follow is None:
            self._ids[self.number] = attempt_id
        self.state = state
        self._enter()
        return attempt_id

    def _after(self, state: State) -> State:
        """The next question that is still there; after the last, what was answered is gone through."""
        stage = Stage.THINK if self.setup.think else Stage.ANSWER
        for planned in self.plan[state.number :]:
            if self.book.card(planned) is not None:
                return replace(state, stage=stage, number=planned.number, used=0, thought=0, running=Running())
        return state.to_debrief()

    def _enter(self, *, paused: bool = False) -> None:
        """Brings up the question, and the clock of the stage as far as it has run."""
        state = self.state
        self._stored = None
        if state.stage in (Stage.DEBRIEF, Stage.DONE):
            self.timer = Deadline(self.ticks, 0.0, paused=True)
            return
        self._stored = self.book.card(self.planned)
        if self._stored is None:  # gone since it was left
            self._go(self._after(state), paused=paused)
            return
        seconds = self.setup.think if state.stage is Stage.THINK else self.profile.red
        self.timer = Deadline(self.ticks, seconds, state.used / 1000, paused=paused)
