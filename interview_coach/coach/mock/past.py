"""Interviews that were sat: listed, opened again, set beside the last time; and weak answers sent to today."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from statistics import fmean

from interview_coach.answers import rubric
from interview_coach.coach.clock import Clock
from interview_coach.coach.mock.book import Book
from interview_coach.coach.mock.report import Report, answer_of, local
from interview_coach.coach.mock.setup import profile_for
from interview_coach.coach.mock.starting import plan_of, setup_of
from interview_coach.coach.mock.state import Stage, State
from interview_coach.errors import CoachError
from interview_coach.recall.day import study_day
from interview_coach.settings import Settings
from interview_coach.store import attempts, mocks
from interview_coach.store.database import Database
from interview_coach.store.mocks import StoredMock
from interview_coach.store.wanted import take_back, want


@dataclass(frozen=True, slots=True)
class Past:
    """An interview in a list. `grade` is None where no answer was graded on all lines."""

    mock_id: int
    started_at: datetime
    seed: int
    questions: int
    answered: int
    skills: tuple[str, ...]
    grade: float | None
    is_over: bool


def past(database: Database, limit: int = 50) -> list[Past]:
    """The last interviews in which anything was answered, the newest first."""
    with database.explained():
        found = mocks.latest(database.connection, limit)
        grades = mocks.grades_of(database.connection, [each.mock_id for each in found])
    return [_listed(each, grades[each.mock_id]) for each in found]


def _listed(stored: StoredMock, answers: Mapping[int, Mapping[str, int]]) -> Past:
    """From the grades of its answers by their numbers: whole reports would take tens of times as long."""
    plan = plan_of(stored)
    answered = [answers[each.number] for each in plan if each.number in answers]
    grades = [grade for each in answered if (grade := rubric.grade(each)) is not None]
    return Past(
        stored.mock_id,
        local(stored.started_at, stored.offset),
        stored.seed,
        len(plan),
        len(answered),
        tuple(dict.fromkeys(each.skill for each in plan)),
        fmean(grades) if grades else None,
        State.from_json(stored.state).stage is Stage.DONE,
    )


def report(database: Database, settings: Settings, clock: Clock, mock_id: int) -> Report:
    """The report of an interview. Raises CoachError where there is none of that number."""
    with database.explained():
        stored = mocks.load(database.connection, mock_id)
    if stored is None:
        raise CoachError(
            f"there is no mock interview {mock_id}", "interview-coach mock --list names those there are"
        )
    return report_of(database, settings, clock, stored)


def report_of(
    database: Database, settings: Settings, clock: Clock, stored: StoredMock, *, compare: bool = True
) -> Report:
    """The report of an interview, set beside the last time its seed was sat."""
    book = Book(database, settings, clock, stored.mock_id)
    state, setup = State.from_json(stored.state), setup_of(stored, settings)
    with database.explained():
        rows = attempts.of_mock(database.connection, stored.mock_id)
        before = mocks.with_seed(database.connection, stored.seed, stored.mock_id) if compare else []
    given = {each.attempt.number: each.attempt for each in rows if not each.attempt.asked}
    followed = {each.attempt.number: each.attempt for each in rows if each.attempt.asked}
    known = setup.profile if hasattr(settings, f"{setup.profile}_lights") else settings.answer_profile
    profile = profile_for(replace(setup, profile=known), settings)
    answers = tuple(
        answer_of(
            planned,
            book.card(planned),
            given.get(planned.number),
            followed.get(planned.number),
            state.follow_ups.get(planned.number),
            state.fixes.get(planned.number, ""),
            profile,
            settings,
        )
        for planned in plan_of(stored)
    )
    made = Report(
        stored.mock_id,
        local(stored.started_at, stored.offset),
        stored.seed,
        setup,
        answers,
        stored.abandoned,
        state.stage is Stage.DONE,
        len(state.sent),
    )
    earlier = [report_of(database, settings, clock, each, compare=False) for each in before]
    return next(
        (beside for each in earlier if each.answered and _mostly_again(beside := replace(made, before=each))),
        made,
    )


def _mostly_again(report: Report) -> bool:
    """Whether it asked enough of the same questions to be set beside the last time of its seed."""
    return 2 * report.asked_again > len(report.answers)


def send(database: Database, settings: Settings, clock: Clock, mock_id: int, card_ids: Collection[int]) -> int:
    """Puts weak answers into today's practice, because the person says so; gives how many came in."""
    now = clock()
    with database.transaction() as connection:
        stored = mocks.load(connection, mock_id)
        rows = want(connection, card_ids, study_day(now, settings.rollover_hour), "mock", now)
        if stored is not None:
            state = State.from_json(stored.state)
            mocks.put_state(connection, mock_id, replace(state, sent=(*state.sent, *rows)).to_json())
    return len(rows)


def take_back_sent(database: Database, clock: Clock, mock_id: int) -> int:
    """Takes back all that was sent from an interview and still waits; gives how many."""
    now = clock()
    with database.transaction() as connection:
        stored = mocks.load(connection, mock_id)
        if stored is None:
            return 0
        state = State.from_json(stored.state)
        number = take_back(connection, state.sent, now)
        mocks.put_state(connection, mock_id, replace(state, sent=()).to_json())
    return number
