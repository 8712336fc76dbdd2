"""Statistics through the coach: mock interviews, calibration, time, and what left the list."""

from datetime import timedelta

import pytest

from interview_coach.answers.rubric import LINES
from interview_coach.cards.model import CardKind, PointKind
from interview_coach.coach.coach import Coach
from interview_coach.coach.practice import Attempt, Ticked
from interview_coach.coach.weak import Code
from interview_coach.recall.day import to_number
from interview_coach.recall.model import Rating
from interview_coach.store import attempts, log
from tests.making import FakeClock

CODES = [line.code for line in LINES]


def sit_mock(coach: Coach, clock: FakeClock, *grades: int, ended: bool = True) -> None:
    """A mock interview with an answer for each grade, predicted at 4."""
    with coach.database.transaction() as connection:
        day = clock().date()
        connection.execute(
            "INSERT INTO mocks (started_at, offset, study_day, seed, setup, plan, state, ended_at)"
            " VALUES (0, 60, ?, 1, '{}', '[]', '{}', ?)",
            (to_number(day), 1 if ended else None),
        )
        mock_id = connection.execute("SELECT max(id) FROM mocks").fetchone()[0]
        session = connection.execute(
            "INSERT INTO sessions (mode, started_at, offset, study_day) VALUES ('mock', 0, 60, 0) RETURNING id"
        ).fetchone()[0]
        for number, grade in enumerate(grades, start=1):
            attempt = Attempt(
                "text",
                50_000,
                mode="mock",
                think=10_000,
                predicted=4,
                rubric=dict.fromkeys(CODES, grade),
                mock_id=mock_id,
                number=number,
            )
            attempts.add(
                connection,
                card_id=number,
                session_id=session,
                review_id=None,
                now=clock(),
                day=day,
                attempt=attempt,
            )


def test_mock_interviews_count_as_study_and_their_time_too(coach: Coach, clock: FakeClock) -> None:
    sit_mock(coach, clock, 3, 5)
    clock.pass_time(days=1)
    sit_mock(coach, clock, 2, ended=False)
    found = coach.statistics()
    assert [(mock.answers, mock.grade, mock.finished, mock.seconds) for mock in found.mocks] == [
        (2, 4.0, True, 120),
        (1, 2.0, False, 60),
    ]
    assert [(day.reviews, day.seconds) for day in found.days] == [(0, 120), (0, 60)]
    assert (found.streak.current, found.streak.today_counts) == (1, False)
    assert (found.time.last_7, found.time.total) == (180, 180)


def test_predictions_are_compared_with_grades_once_there_are_enough(coach: Coach, clock: FakeClock) -> None:
    sit_mock(coach, clock, 3, 3)
    few = coach.statistics()
    assert few.calibration == ()
    assert few.answers_lacking == coach.settings.calibration_answers - 2
    for _ in range(4):
        sit_mock(coach, clock, 3, 4)
    enough = coach.statistics()
    assert {line.line: line.difference for line in enough.calibration} == dict.fromkeys(
        CODES, pytest.approx(0.6)
    )
    assert [each.graded for each in enough.predictions[:3]] == [3, 3, 3]


def test_a_prediction_whose_rating_was_taken_back_is_not_compared(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice()
    practice.rate(Rating.GOOD, Attempt("text", 9_000, 40, predicted=4, rubric=dict.fromkeys(CODES, 3)))
    assert [each.predicted for each in coach.statistics().predictions] == [4]
    practice.undo()
    assert coach.statistics().predictions == ()


def test_some_lines_of_the_rubric_are_compared_line_by_line_and_are_no_grade(
    coach: Coach, clock: FakeClock
) -> None:
    sit_mock(coach, clock, 3, 4)
    coach.database.connection.execute("UPDATE attempts SET rubric = '{\"result\": 5}' WHERE number = 1")
    found = coach.statistics()
    assert [mock.grade for mock in found.mocks] == [4]
    assert [each.graded for each in found.predictions] == [4]
    assert found.answers_lacking == coach.settings.calibration_answers - 2, "the Result was graded in both"


def test_a_card_left_on_show_counts_five_minutes(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice()
    for seconds in (20, 4000):
        clock.pass_time(seconds=seconds)
        practice.rate(Rating.EASY)
    assert coach.statistics().time.total == 320


def test_the_moment_at_which_a_card_leaves_the_list_can_be_asked_for(coach: Coach, clock: FakeClock) -> None:
    card = next(each.stored for each in coach.cards() if each.stored.card.kind is CardKind.QUESTION)
    points = card.card.points
    session = log.begin_session(coach.database.connection, "drill", clock(), clock().date())

    def answer(*, whole: bool) -> None:
        clock.pass_time(days=1)
        ticked = tuple(Ticked(point, hit=whole or point.kind is not PointKind.RESULT) for point in points)
        with coach.database.transaction() as connection:
            attempts.add(
                connection,
                card_id=card.card_id,
                session_id=session,
                review_id=None,
                now=clock(),
                day=clock().date(),
                attempt=Attempt("text", 9_000, points=ticked, mode="drill"),
            )

    def codes() -> list[Code]:
        standing = coach.standing_of(card.card_id)
        assert standing is not None
        return [reason.code for reason in standing.reasons]

    for _ in range(2):
        answer(whole=False)
    assert codes() == [Code.METRIC_MISSED]
    assert [each.card_id for each in coach.weak().answers] == [card.card_id]
    answer(whole=True)
    assert codes() == [Code.METRIC_MISSED]
    answer(whole=True)
    left = coach.standing_of(card.card_id)
    assert left is not None
    assert left.left_on == clock().date()
    assert [reason.code for reason in left.left_behind] == [Code.METRIC_MISSED]
    assert [each.card_id for each in coach.weak().left_today] == [card.card_id]
    assert [look.share for look in left.looks] == [0.75, 0.75, 1.0, 1.0]
    clock.pass_time(days=1)
    assert coach.weak().left_today == ()


def test_a_suspended_card_is_on_no_list(coach: Coach) -> None:
    practice = coach.practice()
    assert practice.current is not None
    card_id = practice.current.stored.card_id
    practice.flag()
    assert [each.card_id for each in coach.weak().answers] == [card_id]
    practice.suspend()
    assert coach.weak().answers == ()
    assert coach.standing_of(card_id) is None


def test_an_answer_says_how_many_of_its_figures_were_missed(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice()
    assert practice.current is not None
    points = practice.current.stored.card.points

    def missed(attempt: Attempt) -> int | None:
        number = practice.answered(attempt)
        practice.again()
        row = coach.database.connection.execute(
            "SELECT missed FROM attempts WHERE id = ?", (number,)
        ).fetchone()
        return None if row[0] is None else int(row[0])

    none = tuple(Ticked(point, hit=False) for point in points)
    one = (Ticked(points[0], hit=True), *none[1:])
    assert missed(Attempt("head", 0, points=none)) is None
    assert missed(Attempt("head", 0, points=one)) == 3  # two metrics and the Result
    assert missed(Attempt("text", 0, points=none)) == 4
    assert missed(Attempt("head", 0, points=none, rubric={"result": 2})) == 4
    assert missed(Attempt("text", 0)) == 0


def test_a_low_grade_stays_a_reason_until_better_answers_come(coach: Coach, clock: FakeClock) -> None:
    sit_mock(coach, clock, 2)
    clock.pass_time(days=40)
    (weak,) = coach.weak().answers
    (reason,) = weak.reasons
    assert reason.subjects == tuple(line.name for line in LINES)
    assert reason.text.endswith("graded 2 of 5 on 2026-03-02")
    assert weak.last_seen is not None
    assert clock() - weak.last_seen == timedelta(days=40)
