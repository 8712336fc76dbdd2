"""Where mock interviews are kept: begun, gone on with, over, found again."""

import sqlite3
from datetime import timedelta

import pytest

from interview_coach.coach.coach import Coach
from interview_coach.store import attempts, log, mocks
from interview_coach.store.attempts import Attempt
from tests.making import START, FakeClock

DAY = START.date()


@pytest.fixture
def connection(coach: Coach) -> sqlite3.Connection:
    return coach.database.connection


def begin(connection: sqlite3.Connection, clock: FakeClock, seed: int = 7) -> int:
    """An interview, one minute after the one before."""
    clock.pass_time(minutes=1)
    session = log.begin_session(connection, "mock", clock(), DAY)
    return mocks.begin(
        connection,
        session_id=session,
        now=clock(),
        day=DAY,
        seed=seed,
        setup={"questions": 3},
        plan=[{"card_id": 1}],
        state={"stage": "think", "text": "ö"},
    )


def answer(connection: sqlite3.Connection, clock: FakeClock, mock_id: int, asked: str = "") -> None:
    attempt = Attempt("text", 1, mode="mock", mock_id=mock_id, number=1, asked=asked)
    attempts.add(connection, card_id=1, session_id=1, review_id=None, now=clock(), day=DAY, attempt=attempt)


def test_what_was_begun_is_read_back(connection: sqlite3.Connection, clock: FakeClock) -> None:
    mock_id = begin(connection, clock)
    stored = mocks.load(connection, mock_id)
    assert stored is not None
    assert (stored.seed, stored.setup, stored.plan) == (7, {"questions": 3}, ({"card_id": 1},))
    assert stored.state == {"stage": "think", "text": "ö"}
    assert (stored.started_at, stored.offset, stored.study_day) == (START + timedelta(minutes=1), 60, DAY)
    assert mocks.load(connection, mock_id + 1) is None


def test_the_one_left_last_is_gone_on_with_until_it_is_over(
    connection: sqlite3.Connection, clock: FakeClock
) -> None:
    first, second = begin(connection, clock), begin(connection, clock)
    left = mocks.unended(connection)
    assert left is not None
    assert left.mock_id == second
    stood = left.state
    assert mocks.save_state(connection, second, {"stage": "answer"}, stood)
    assert not mocks.save_state(connection, second, {"stage": "answer"}, stood), "it stands elsewhere by now"
    mocks.end(connection, second, clock(), abandoned=True)
    assert not mocks.save_state(connection, second, {"stage": "debrief"}, {"stage": "answer"}), (
        "nothing is written into one that is over"
    )
    stored = mocks.load(connection, second)
    assert stored is not None
    assert (stored.state, stored.abandoned) == ({"stage": "answer"}, True)
    left = mocks.unended(connection)
    assert left is not None
    assert left.mock_id == first


def test_an_end_is_set_once(connection: sqlite3.Connection, clock: FakeClock) -> None:
    mock_id = begin(connection, clock)
    mocks.end(connection, mock_id, clock(), abandoned=False)
    first = mocks.load(connection, mock_id)
    clock.pass_time(hours=1)
    mocks.end(connection, mock_id, clock(), abandoned=True)
    assert mocks.load(connection, mock_id) == first


def test_those_with_an_answer_are_listed_the_newest_first(
    connection: sqlite3.Connection, clock: FakeClock
) -> None:
    ids = [begin(connection, clock) for _ in range(4)]
    for mock_id in (ids[0], ids[1], ids[3]):
        answer(connection, clock, mock_id)
    assert [each.mock_id for each in mocks.latest(connection, 2)] == [ids[3], ids[1]]


def test_a_seed_is_found_again_among_those_that_are_over(
    connection: sqlite3.Connection, clock: FakeClock
) -> None:
    ids = [begin(connection, clock, seed) for seed in (7, 8, 7, 7)]
    for mock_id in ids[:3]:
        mocks.end(connection, mock_id, clock(), abandoned=False)
    assert [each.mock_id for each in mocks.with_seed(connection, 7)] == [ids[2], ids[0]]
    assert [each.mock_id for each in mocks.with_seed(connection, 7, ids[2])] == [ids[0]]
    assert mocks.seeds(connection) == {7, 8}


def test_the_follow_ups_from_before_a_seed_was_first_sat(
    connection: sqlite3.Connection, clock: FakeClock
) -> None:
    ids = [begin(connection, clock, seed) for seed in (1, 2, 3, 2)]
    for number, mock_id in enumerate(ids):
        answer(connection, clock, mock_id)
        answer(connection, clock, mock_id, f"follow-up {number}?")
    assert mocks.asked_lately(connection, 2) == {"follow-up 0?"}
    assert mocks.asked_lately(connection, 3) == {"follow-up 0?", "follow-up 1?"}
    assert mocks.asked_lately(connection, 3, limit=1) == {"follow-up 1?"}


def test_a_question_is_known_by_its_words_or_its_seed(connection: sqlite3.Connection) -> None:
    card_id, prompt, seed = connection.execute(
        "SELECT id, prompt, seed FROM cards WHERE kind = 'question' ORDER BY id DESC LIMIT 1"
    ).fetchone()
    assert mocks.question_like(connection, prompt, 0) == card_id
    assert mocks.question_like(connection, "other words", seed) == card_id
    assert mocks.question_like(connection, "other words", 0) is None
