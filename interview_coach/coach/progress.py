"""Progress: what the log of practice comes to, and how ready each skill is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from interview_coach.answers import rubric
from interview_coach.answers.calibration import Calibration, Pair, calibrate, lacking
from interview_coach.coach.day import due_on, own_pace, queue_of_day
from interview_coach.coach.fitting import Outlook, outlook
from interview_coach.recall.day import study_day
from interview_coach.recall.forecast import Load, OfToday, forecast
from interview_coach.recall.plan import Pacing, PlanDay, comes_up, plan
from interview_coach.recall.readiness import Below, Readiness, readiness
from interview_coach.recall.schedule import Schedule
from interview_coach.recall.statistics import WINDOWS, Day, Retention, retention, seconds_within
from interview_coach.recall.streak import Streak, streak, streak_rule
from interview_coach.settings import Settings
from interview_coach.store import queue, statistics
from interview_coach.store.database import Database
from interview_coach.store.statistics import SatMock

__all__ = [
    "Below",
    "Calibration",
    "Day",
    "Load",
    "OfToday",
    "Outlook",
    "PlanDay",
    "Prediction",
    "Readiness",
    "Retention",
    "SatMock",
    "Skill",
    "Statistics",
    "Streak",
    "Time",
    "minutes_until",
    "skills_on",
    "statistics_of",
    "streak_rule",
]


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill, by its note, and its readiness."""

    note_id: int
    path: str
    skill: str
    readiness: Readiness


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds spent on cards and in mock interviews: on the last 7 and 30 study days, and ever."""

    last_7: int
    last_30: int
    total: int


@dataclass(frozen=True, slots=True)
class Prediction:
    """A grade that was predicted, 1 to 5, and the mean of those given on all lines after the ticks."""

    day: date
    predicted: int
    graded: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """All statistics as of a study day. `target` is the recall that the schedule aims at, 0 to 1.

    `days` are the study days with ratings or mock interviews, oldest first; a day of mocks alone has 0 reviews.
    `predictions` are the answers that were both predicted and graded on all lines, oldest first;
    `answers_lacking` is how many more the first line of calibration needs. `fit` says whether the schedule is
    fitted to the person, or could be.
    """

    study_day: date
    target: float
    days: tuple[Day, ...]
    streak: Streak
    retention: tuple[Retention, ...]
    forecast: tuple[Load, ...]
    of_today: OfToday
    skills: tuple[Skill, ...]
    mocks: tuple[SatMock, ...]
    calibration: tuple[Calibration, ...]
    answers_lacking: int
    predictions: tuple[Prediction, ...]
    time: Time
    fit: Outlook

    @property
    def reviews(self) -> int:
        """All ratings that stand."""
        return sum(day.reviews for day in self.days)


def statistics_of(database: Database, settings: Settings, now: datetime, on: date | None = None) -> Statistics:
    """Everything, with the readiness on a study day (today where none is given).

    For a thread of its own: a log of 200,000 reviews takes a moment.
    """
    connection = database.connection
    today = study_day(now, settings.rollover_hour)
    sat = statistics.mocks(connection)
    days = _with_mocks(statistics.days(connection), sat)
    counted = {day.day for day in days if day.reviews} | {mock.day for mock in sat if mock.finished}
    predicted = list(statistics.predictions(connection))
    coming = forecast(_due_days(database, settings, today), today)
    pairs = [Pair(each, final) for _, each, final in predicted]
    tried = statistics.tried(connection, today - timedelta(days=max(WINDOWS) - 1))
    return Statistics(
        study_day=today,
        target=settings.retention,
        days=days,
        streak=streak(counted, today),
        retention=retention(tried, today),
        forecast=coming,
        of_today=_of_today(database, settings, now, coming[0]),
        skills=skills_on(database, settings, on or today),
        mocks=tuple(sat),
        calibration=calibrate(pairs, settings),
        answers_lacking=lacking(pairs, settings),
        predictions=tuple(
            Prediction(day, each, graded)
            for day, each, final in predicted
            if (graded := rubric.grade(final)) is not None
        ),
        time=Time(
            seconds_within(days, today, 7), seconds_within(days, today, 30), sum(day.seconds for day in days)
        ),
        fit=outlook(database, settings),
    )


def _due_days(database: Database, settings: Settings, today: date) -> dict[date, int]:
    """How many cards come back on each study day, those brought forward before an interview among them."""
    connection = database.connection
    due = statistics.due_days(connection, today)
    tomorrow = today + timedelta(days=1)
    coming = {note_id: on[0] for note_id, on in queue.interviews_by_note(connection, tomorrow).items()}
    if not coming:
        return due

    @cache  # thousands of cards were last seen on the same few days
    def forward(last_day: date, since: date, interview: date) -> date:
        return comes_up(interview, last_day, since, interview, settings.intervals_before)

    for due_day, last_day, put_off, interview in statistics.asleep(connection, coming):
        day = forward(last_day, max(today, put_off), interview)
        if day < interview:
            due[due_day] -= 1
            due[day] = due.get(day, 0) + 1
    return due


def _of_today(database: Database, settings: Settings, now: datetime, load: Load) -> OfToday:
    """What of today's load the day's queue brings, by the queue itself."""
    planned = queue_of_day(database, settings, now)
    due, forward = due_on(database, settings, load.day)
    brings = len((due | forward).intersection(planned.due))
    return OfToday(
        due=load.due,
        forward=len(forward),
        brings=len(planned.learning) + brings,
        new=len(planned.new),
        asked=len(planned.due) - brings,
    )


def _with_mocks(days: Sequence[Day], sat: Sequence[SatMock]) -> tuple[Day, ...]:
    """The days with the time of mock interviews added."""
    found = {day.day: day for day in days}
    for mock in sat:
        before = found.get(mock.day, Day(mock.day, 0, 0))
        found[mock.day] = Day(mock.day, before.reviews, before.seconds + mock.seconds)
    return tuple(found[day] for day in sorted(found))


def skills_on(database: Database, settings: Settings, day: date) -> tuple[Skill, ...]:
    """Every skill with cards and its readiness on a study day, by name, if nothing more is done until then."""
    connection = database.connection
    curve = Schedule.from_settings(settings).curve
    cards = statistics.remembered(connection)
    return tuple(
        Skill(note_id, path, title, readiness(cards[note_id], day, settings.retention, curve))
        for note_id, path, title in statistics.skills(connection)
        if note_id in cards
    )


def minutes_until(
    database: Database, settings: Settings, now: datetime, interview: date, note_ids: Sequence[int]
) -> tuple[PlanDay, ...]:
    """What each study day until an interview's eve takes for the skills that it asks for; today what its queue
    brings of them.
    """
    return plan(
        statistics.planned(database.connection, note_ids),
        study_day(now, settings.rollover_hour),
        interview,
        {kind.value: seconds for kind, seconds in own_pace(database).items()},
        Pacing(Schedule.from_settings(settings), settings.intervals_before),
        queue_of_day(database, settings, now),
    )
