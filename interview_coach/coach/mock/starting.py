"""How an interview begins, and how one that was left is gone on with."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from interview_coach.coach.clock import Clock
from interview_coach.coach.deadline import Ticks, steady_ticks
from interview_coach.coach.mock.book import Book, card_of
from interview_coach.coach.mock.interview import Interview
from interview_coach.coach.mock.order import Asked, Role, make_order
from interview_coach.coach.mock.setup import SEEDS, Qualifying, Setup, qualifying, remember, usual
from interview_coach.coach.mock.state import Planned, Stage, State
from interview_coach.errors import CoachError
from interview_coach.settings import Settings
from interview_coach.store import cards, mocks
from interview_coach.store.database import Database
from interview_coach.store.mocks import StoredMock


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An interview that was left before its end: it stands at a question, or is being gone through.

    `used` are the seconds of the stage that were used.
    """

    mock_id: int
    started_at: datetime
    stage: Stage
    number: int
    total: int
    answered: int
    seed: int
    used: float = 0.0


def unfinished(database: Database) -> Unfinished | None:
    """The interview that was left last, or None."""
    with database.explained():
        stored = mocks.unended(database.connection)
    if stored is None:
        return None
    state = State.from_json(stored.state)
    return Unfinished(
        stored.mock_id,
        stored.started_at,
        state.stage,
        state.number,
        len(stored.plan),
        len(state.answered),
        stored.seed,
        state.used / 1000,
    )


def begin(
    database: Database,
    settings: Settings,
    clock: Clock,
    setup: Setup,
    *,
    ticks: Ticks | None = None,
    keep_words: bool = False,
    draw: Callable[[int], int] = secrets.randbelow,
) -> Interview:
    """Begins an interview and remembers what was chosen; `draw` gives a number below another, for the seed.

    A seed that was sat before asks the same questions, as far as they can be asked still. Another interview
    that was left is given up. Raises CoachError where no question qualifies.
    """
    found = qualifying(database, setup.skills)
    if not found.candidates:
        raise CoachError("there is no question to ask", _remedy(found))
    _give_up_others(database, settings, clock)
    seed = _drawn(database, draw) if setup.seed is None else setup.seed
    plan = _plan(database, _asked(database, found, setup, seed))
    stage = Stage.THINK if setup.think else Stage.ANSWER
    state = State(stage=stage)
    book = Book.begin(database, settings, clock, seed=seed, setup=setup, plan=plan, state=state)
    remember(database, setup)
    return Interview(
        book,
        settings,
        ticks or steady_ticks(),
        setup=replace(setup, seed=seed),
        seed=seed,
        plan=plan,
        state=state,
        keep_words=keep_words,
    )


def resume(
    database: Database,
    settings: Settings,
    clock: Clock,
    mock_id: int,
    *,
    ticks: Ticks | None = None,
    keep_words: bool = False,
) -> Interview:
    """Goes on with an interview where it was left, its clock standing still until `carry_on`.

    Raises CoachError where it is over, or not there any more.
    """
    book = Book(database, settings, clock, mock_id)
    stored = book.open_again()
    if stored.ended_at is not None:
        raise CoachError(
            "this interview is over", "its report can be read again, and its seed can be sat again"
        )
    return Interview(
        book,
        settings,
        ticks or steady_ticks(),
        setup=setup_of(stored, settings),
        seed=stored.seed,
        plan=plan_of(stored),
        state=State.from_json(stored.state),
        keep_words=keep_words,
        paused=True,
    )


def give_up(database: Database, settings: Settings, clock: Clock, mock_id: int) -> None:
    """Ends an interview that was left; what was answered in it is kept."""
    book = Book(database, settings, clock, mock_id)
    state = State.from_json(book.open_again().state)
    given_up = state.given_up or state.stage is not Stage.DEBRIEF
    book.keep(replace(state.to_debrief(), stage=Stage.DONE, given_up=given_up, facts={}))


def setup_of(stored: StoredMock, settings: Settings) -> Setup:
    """What was chosen for an interview."""
    return Setup.from_json(stored.setup, usual(settings))


def plan_of(stored: StoredMock) -> tuple[Planned, ...]:
    """The questions of an interview."""
    return tuple(Planned.from_json(each) for each in stored.plan)


def _give_up_others(database: Database, settings: Settings, clock: Clock) -> None:
    while (left := unfinished(database)) is not None:
        give_up(database, settings, clock, left.mock_id)


def _drawn(database: Database, draw: Callable[[int], int]) -> int:
    """A seed that no interview had: the same one means to sit the same again."""
    with database.explained():
        taken = mocks.seeds(database.connection)
    for _ in range(100):
        seed = draw(SEEDS - 1) + 1
        if seed not in taken:
            return seed
    return max(taken) + 1


def _asked(database: Database, found: Qualifying, setup: Setup, seed: int) -> Sequence[Asked]:
    with database.explained():
        before = mocks.with_seed(database.connection, seed)
        again: list[tuple[int, Role]] = []
        for stored in before:
            same_choice = (stored.setup["questions"], list(stored.setup.get("skills", ()))) == (
                setup.questions,
                list(setup.skills),
            )
            if same_choice:
                known = ((card_of(database.connection, each), each.role) for each in plan_of(stored))
                again = [(card.card_id, role) for card, role in known if card is not None]
                break
    return make_order(found.candidates, setup.questions, seed, again).asked


def _plan(database: Database, asked: Sequence[Asked]) -> tuple[Planned, ...]:
    with database.explained():
        loaded = [(each, cards.load(database.connection, each.card_id)) for each in asked]
    return tuple(
        Planned(
            number,
            stored.card_id,
            stored.path,
            stored.card.skill,
            stored.card.prompt,
            Role(each.role),
            each.repeats,
            stored.seed,
        )
        for number, (each, stored) in enumerate(((one, card) for one, card in loaded if card is not None), 1)
    )


def _remedy(found: Qualifying) -> str:
    reasons = ", ".join(f"{number} {why.value}" for why, number in found.counted().items())
    if reasons:
        return f"left out: {reasons}"
    return "write questions and a STAR story into a note: interview-coach new NAME begins one"
