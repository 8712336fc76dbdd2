"""What SQL narrows and reads, against reading everything and counting by hand."""

import json
import random
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from interview_coach.cards.model import CardKind
from interview_coach.coach.aside import Drilled
from interview_coach.coach.coach import Coach
from interview_coach.coach.weak import limits_of, weak_list
from interview_coach.recall.aim import Aim
from interview_coach.recall.day import to_number
from interview_coach.recall.model import Rating
from interview_coach.recall.schedule import Schedule
from interview_coach.recall.weakness import History, judge
from interview_coach.settings import DEFAULTS
from interview_coach.store import history, log, statistics
from tests.making import START, FakeClock, open_at, write_note

TODAY = START.date()
CARDS = 10
MODES = ("practice", "practice", "practice", "cram", "drill")


@pytest.fixture(params=range(8))
def scrambled(request: pytest.FixtureRequest, root: Path) -> Iterator[Coach]:
    """A workspace with forty days of answers of every sort, written row by row."""
    coach = open_at(root, FakeClock())
    coach.sync()
    with coach.database.transaction() as connection:
        _scramble(connection, random.Random(request.param))  # noqa: S311 - data for a test
    yield coach
    coach.close()


def _scramble(connection: sqlite3.Connection, rng: random.Random) -> None:
    connection.execute("INSERT INTO algorithms VALUES (1, 'none', '[]')")
    lapses = dict.fromkeys(range(1, CARDS + 1), 0)
    for number in range(1, 260):
        card_id, day = rng.randint(1, CARDS), to_number(TODAY) - 40 + number // 6
        at = day * 86_400_000 + number * 1000
        review_id = aim = None
        if rng.random() < 0.85:
            mode, phase, rating = (
                rng.choice(MODES),
                rng.choice(["new", "review", "review"]),
                rng.choice([1, 2, 3, 3, 3, 3, 4, 4]),
            )
            undone = at if rng.random() < 0.1 else None
            review_id = number
            aim = rng.choice([None, *Aim]) if mode == "drill" else None
            lapses[card_id] += mode == "practice" and phase == "review" and rating == 1 and undone is None
            connection.execute(
                "INSERT INTO reviews VALUES (?, ?, NULL, ?, 60, ?, ?, ?, ?, ?, '[]', '[]', 1, '', ?, ?)",
                (number, card_id, at, day, rating, mode, rng.choice([900, 20_000, 900_000]), phase, undone, at),
            )
        if rng.random() < 0.9:
            _answer(connection, rng, number, card_id, review_id, at, day, aim)
    for card_id, number in lapses.items():
        connection.execute(
            "UPDATE cards SET lapses = ?, flagged = ?, suspended = ?, phase = 'review', last_day = ?,"
            " due_day = ?, stability = ?, reps = 9 WHERE id = ?",
            (
                number,
                rng.random() < 0.1,
                rng.random() < 0.1,
                to_number(TODAY) - rng.randint(0, 60),
                to_number(TODAY) + rng.randint(-5, 40),
                rng.uniform(5, 60),
                card_id,
            ),
        )


def _answer(
    connection: sqlite3.Connection,
    rng: random.Random,
    number: int,
    card_id: int,
    review_id: int | None,
    at: int,
    day: int,
    aim: str | None,
) -> None:
    hits = [rng.random() < 0.9 for _ in range(4)] if rng.random() < 0.5 else [False] * 4
    way = rng.choice(["head", "head", "text", "spoken"])
    rubric = {"result": rng.choice([2, 3, 4, 4, 5, 5]), "structure": 4} if rng.random() < 0.15 else None
    told = way != "head" or rubric is not None or any(hits)
    connection.execute(
        "INSERT INTO attempts (id, card_id, review_id, at, study_day, way, duration, mode, missed, over,"
        " profile, abandoned, rubric, aim) VALUES (?, ?, ?, ?, ?, ?, 1000, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            card_id,
            review_id,
            at,
            day,
            way,
            rng.choice(["practice", "drill", "mock"]),
            hits.count(False) if told else None,
            rng.choice([0] * 8 + [10_000, 40_000]),
            rng.choice([None, "answer"]),
            rng.random() < 0.01,
            None if rubric is None else json.dumps(rubric),
            aim,
        ),
    )
    for place, hit in enumerate(hits, start=1):
        kind, label = ("result", "Result") if place == 4 else ("metric", f"Metric {place}")
        connection.execute(
            "INSERT INTO points VALUES (?, ?, ?, ?, '1', ?, 0, 'self', NULL)", (number, place, kind, label, hit)
        )


def test_no_weak_card_is_left_out_by_the_search(scrambled: Coach) -> None:
    limits, curve = limits_of(DEFAULTS), Schedule.from_settings(DEFAULTS).curve
    connection = scrambled.database.connection
    every = history.load_candidates(connection, range(1, CARDS + 1))
    answers = history.answers(connection, every)
    weak = {
        card_id
        for card_id, card in every.items()
        if card.last_day is not None
        and card.stability is not None
        and judge(
            History(
                tuple(answers.get(card_id, ())),
                curve.recall((TODAY - card.last_day).days, card.stability),
                card.flagged,
            ),
            limits,
        ).weak
    }
    found = weak_list(scrambled.database, DEFAULTS, START)
    assert {each.card_id for each in found.answers} == weak
    assert weak


def test_drills_of_a_part_do_not_hide_a_card_that_stays_weak(coach: Coach) -> None:
    connection, today = coach.database.connection, to_number(TODAY)
    connection.execute("INSERT INTO algorithms VALUES (1, 'none', '[]')")
    for number, (mode, aim, missed) in enumerate(
        [("practice", None, 1), ("practice", None, 1), ("drill", "opener", 0), ("drill", "opener", 0)], start=1
    ):
        day, at = today - 9 + number, number * 1000
        connection.execute(
            "INSERT INTO reviews VALUES (?, 1, NULL, ?, 60, ?, 3, ?, 9, 'review', '[]', '[]', 1, '', NULL, ?)",
            (number, at, day, mode, at),
        )
        connection.execute(
            "INSERT INTO attempts (id, card_id, review_id, at, study_day, way, duration, mode, missed, aim)"
            " VALUES (?, 1, ?, ?, ?, 'text', 900, ?, ?, ?)",
            (number, number, at, day, mode, missed, aim),
        )
        if missed:
            connection.execute(
                "INSERT INTO points VALUES (?, 1, 'metric', 'Waste', '1', 0, 0, 'self', NULL)", (number,)
            )
    assert [each.card_id for each in coach.weak().answers] == [1]


def test_a_cards_answers_are_those_that_were_not_taken_back(scrambled: Coach) -> None:
    connection = scrambled.database.connection
    undone = {row[0] for row in connection.execute("SELECT id FROM reviews WHERE undone_at IS NOT NULL")}
    given = [(row[0], row[1]) for row in connection.execute("SELECT card_id, review_id FROM attempts")]
    answered = {review_id for _, review_id in given}
    bare = [
        row[0]
        for row in connection.execute("SELECT card_id, id FROM reviews WHERE undone_at IS NULL")
        if row[1] not in answered
    ]
    expected = [card_id for card_id, review_id in given if review_id not in undone] + bare
    found = history.answers(connection, range(1, CARDS + 1))
    assert {card_id: len(each) for card_id, each in found.items()} == {
        card_id: expected.count(card_id) for card_id in set(expected)
    }
    assert all(each == sorted(each, key=lambda answer: answer.at) for each in found.values())


def test_the_days_and_what_was_tried_by_the_plainest_count(scrambled: Coach) -> None:
    rows = scrambled.database.connection.execute(
        "SELECT study_day, card_id, turn, rating, mode, phase, duration FROM reviews WHERE undone_at IS NULL"
        " ORDER BY turn"
    ).fetchall()
    reviews: dict[int, int] = {}
    milliseconds: dict[int, int] = {}
    first: dict[tuple[int, int], tuple[int, str]] = {}
    for day, card_id, _, rating, mode, phase, duration in rows:
        reviews[day] = reviews.get(day, 0) + 1
        milliseconds[day] = milliseconds.get(day, 0) + min(duration, 300_000)
        if mode == "practice":
            first.setdefault((day, card_id), (rating, phase))
    found = statistics.days(scrambled.database.connection)
    assert {to_number(day.day): day.reviews for day in found} == reviews
    assert {to_number(day.day): day.seconds for day in found} == {
        day: round(spent / 1000) for day, spent in milliseconds.items()
    }
    tried = statistics.tried(scrambled.database.connection, date(1970, 1, 1))
    expected: dict[int, list[bool]] = {}
    for (day, _), (rating, phase) in first.items():
        if phase == "review":
            expected.setdefault(day, []).append(rating > 1)
    assert {to_number(day): (each.reviews, each.passed) for day, each in tried.items()} == {
        day: (len(each), sum(each)) for day, each in expected.items()
    }
    since = TODAY - timedelta(days=6)
    late = {day: each for day, each in tried.items() if day >= since}
    assert statistics.tried(scrambled.database.connection, since) == late


def test_what_is_due_by_the_plainest_count(scrambled: Coach) -> None:
    cards = [each.stored for each in scrambled.cards() if not each.stored.suspended]
    expected: dict[date, int] = {}
    for card in cards:
        assert card.memory.due_day is not None
        day = max(card.memory.due_day, TODAY)
        expected[day] = expected.get(day, 0) + 1
    assert statistics.due_days(scrambled.database.connection, TODAY) == expected
    held = statistics.remembered(scrambled.database.connection)
    assert sorted(each.card_id for note in held.values() for each in note) == sorted(
        card.card_id for card in cards
    )


def test_what_was_before_a_reset_is_forgotten(scrambled: Coach) -> None:
    connection = scrambled.database.connection
    before = history.answers(connection, [1])[1]
    middle = before[len(before) // 2].at
    connection.execute(
        "INSERT INTO reviews VALUES"
        " (9999, 1, NULL, ?, 60, 1, 1, 'reset', 0, 'review', '[]', '[]', 1, '', NULL, ?)",
        (middle, middle),
    )
    assert history.answers(connection, [1])[1] == [each for each in before if each.at > middle]


def test_the_reviews_that_tell_of_forgetting_by_the_plainest_count(scrambled: Coach) -> None:
    connection = scrambled.database.connection
    # Two cards are learnt anew half way.
    connection.execute("UPDATE reviews SET mode = 'reset' WHERE id IN (60, 61) AND undone_at IS NULL")
    before: dict[int, int | None] = {}
    expected = 0
    for card_id, day, mode in connection.execute(
        "SELECT card_id, study_day, mode FROM reviews WHERE undone_at IS NULL ORDER BY turn"
    ).fetchall():
        if mode in ("practice", "reset"):
            earlier = before.get(card_id)
            expected += mode == "practice" and earlier is not None and day > earlier
            before[card_id] = day if mode == "practice" else None
    assert statistics.telling(connection, 1_000) == expected > 20
    assert statistics.telling(connection, 20) == 20


def test_an_answer_to_a_follow_up_is_none_to_the_card(coach: Coach) -> None:
    connection = coach.database.connection
    insert = (
        "INSERT INTO attempts (id, card_id, at, study_day, way, duration, mode, follows_id)"
        " VALUES (?, 1, ?, 20000, 'text', 1000, 'mock', ?)"
    )
    connection.execute(insert, (1, 5, None))
    connection.execute(insert, (2, 6, 1))
    assert [each.at for each in history.answers(connection, [1])[1]] == [5]


def test_the_searches_read_indexes_and_not_the_log(coach: Coach) -> None:
    """A plan that scans the reviews or the attempts would grow with every one of them."""
    statements: list[str] = []
    connection = coach.database.connection
    connection.set_trace_callback(statements.append)
    coach.weak()
    coach.statistics()
    connection.set_trace_callback(None)
    scanned = {
        row[3]
        for statement in statements
        if statement.lstrip().startswith(("SELECT", "WITH"))
        for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
        if row[3].startswith("SCAN") and any(table in row[3] for table in ("reviews", "attempts", "points"))
    }
    assert {plan for plan in scanned if "INDEX" not in plan} == set()


def test_the_pace_is_the_mean_of_practice_and_a_break_is_not_in_it(root: Path, clock: FakeClock) -> None:
    write_note(root)
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    for seconds in (10, 20, 4000):
        clock.pass_time(seconds=seconds)
        practice.rate(Rating.EASY)
    clock.pass_time(days=1)
    drill = coach.drill([Drilled(1, Aim.NUMBERS)])
    clock.pass_time(seconds=5)
    drill.rate(Rating.EASY)
    assert log.seconds_per_kind(coach.database.connection) == {CardKind.QUESTION: 30.0}
    coach.close()


def test_ratings_within_a_second_are_no_evidence_of_a_pace(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice()
    practice.rate(Rating.EASY)
    clock.pass_time(seconds=0.9)
    practice.rate(Rating.EASY)
    assert log.seconds_per_kind(coach.database.connection) == {}
    clock.pass_time(seconds=12)
    practice.rate(Rating.EASY)
    assert log.seconds_per_kind(coach.database.connection) == {CardKind.QUESTION: 12.0}
