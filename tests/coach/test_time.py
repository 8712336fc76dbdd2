"""What the clock does: zones, summer time, a closed laptop, a clock that was wrong, another rollover hour.

The day is the date on the clock where the person is, turning at the rollover hour. A date that comes twice
has one limit; a date that is passed over leaves its cards to the next. Learning steps go by the time that
really passed.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.coach.coach import Coach
from interview_coach.coach.replay import differences
from interview_coach.recall.day import day_begins, day_ends, in_zone, study_day
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.workspace import Workspace
from tests.making import note_text, write_note

TWO_A_DAY = replace(DEFAULTS, new_per_day=2, bury_siblings=False)
# With whole hours and parts of one, north and south; Azores and Beirut put the clock back to midnight.
ZONES = (
    "America/Los_Angeles",
    "America/St_Johns",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Auckland",
)
SOME = tuple(f"What about the {name}?" for name in ("flour", "oven", "dough", "salt", "water", "tin", "crust"))

pytestmark = pytest.mark.skipif(
    not available_timezones().issuperset(ZONES), reason="the rules of zones are not installed here (tzdata)"
)


@dataclass
class Traveller:
    """A clock that a person carries from zone to zone; it counts as the real one does."""

    moment: datetime
    zone: str = "Europe/Berlin"

    def __call__(self) -> datetime:
        return in_zone(self.moment, ZoneInfo(self.zone))

    def pass_time(self, **units: float) -> None:
        """Some time passes."""
        self.moment += timedelta(**units)

    def wall(self, text: str) -> None:
        """Goes to when the clock on the wall here shows `text`."""
        self.moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


@pytest.fixture
def clock() -> Traveller:
    return Traveller(datetime(2026, 3, 2, 9, tzinfo=UTC))


@pytest.fixture
def travelling(tmp_path: Path, clock: Traveller) -> Iterator[Coach]:
    """Seven questions, two new cards a day."""
    write_note(tmp_path, text=note_text(questions=SOME, metrics=(), story={}))
    coach = Coach(Workspace(tmp_path), TWO_A_DAY, clock)
    coach.sync()
    yield coach
    assert list(differences(coach.database.connection, coach.settings)) == []
    coach.close()


def rate_all(coach: Coach, rating: Rating = Rating.EASY) -> int:
    """A sitting to its end; gives the ratings that it took."""
    practice, rated = coach.practice(), 0
    while practice.current is not None:
        practice.rate(rating)
        rated += 1
    practice.finish()
    return rated


def new_today(coach: Coach, clock: Traveller) -> tuple[date, int]:
    """The study day and its new cards that are left."""
    today = coach.today()
    return today.study_day, today.new


# -- travelling


def test_travel_east_in_the_middle_of_a_day_keeps_the_day_and_its_limit(
    travelling: Coach, clock: Traveller
) -> None:
    clock.wall("2026-03-02T12:00")
    assert rate_all(travelling) == 2
    clock.zone = "Asia/Tokyo"  # eight hours on: it is eight in the evening of the same day
    assert new_today(travelling, clock) == (date(2026, 3, 2), 0)
    clock.wall("2026-03-03T03:59")
    assert new_today(travelling, clock) == (date(2026, 3, 2), 0)
    clock.wall("2026-03-03T04:00")
    assert new_today(travelling, clock) == (date(2026, 3, 3), 2)


def test_travel_west_in_the_middle_of_a_day_makes_it_longer_not_double(
    travelling: Coach, clock: Traveller
) -> None:
    clock.wall("2026-03-03T10:00")
    assert rate_all(travelling) == 2
    clock.zone = "America/Los_Angeles"  # one in the night of the same date: the study day before
    assert new_today(travelling, clock) == (date(2026, 3, 2), 2), "of a day on which nothing was practised"
    clock.wall("2026-03-03T10:00")
    assert new_today(travelling, clock) == (date(2026, 3, 3), 0), "and the day that was spent stays spent"
    clock.wall("2026-03-04T10:00")
    assert new_today(travelling, clock) == (date(2026, 3, 4), 2)


def test_west_over_the_date_line_a_date_that_comes_twice_has_one_limit(
    travelling: Coach, clock: Traveller
) -> None:
    clock.zone = "Pacific/Auckland"
    clock.wall("2026-03-02T12:00")
    assert rate_all(travelling) == 2
    clock.wall("2026-03-03T12:00")
    assert rate_all(travelling) == 2
    clock.zone = "America/Los_Angeles"  # three in the afternoon of the day before
    assert new_today(travelling, clock) == (date(2026, 3, 2), 0)
    clock.wall("2026-03-03T12:00")
    assert new_today(travelling, clock) == (date(2026, 3, 3), 0)
    clock.wall("2026-03-04T12:00")
    assert new_today(travelling, clock) == (date(2026, 3, 4), 2)


def test_east_over_the_date_line_the_cards_of_the_date_passed_over_come_on_the_next(
    travelling: Coach, clock: Traveller
) -> None:
    clock.zone = "America/Los_Angeles"
    clock.wall("2026-03-02T08:00")
    assert rate_all(travelling) == 2
    first = min(each.due_day for each in travelling.cards() if each.due_day)
    clock.wall(f"{first - timedelta(days=1)}T20:00")
    assert travelling.today().due == 0
    clock.zone = "Pacific/Auckland"
    clock.wall(f"{first + timedelta(days=1)}T20:00")  # 27 hours later, most of them on the date passed over
    assert travelling.today().due == sum(
        each.due_day is not None and each.due_day <= first + timedelta(days=1) for each in travelling.cards()
    )
    assert travelling.today().due >= 1


def test_a_learning_step_takes_as_long_as_it_takes_wherever_one_goes(
    travelling: Coach, clock: Traveller
) -> None:
    practice = travelling.practice()
    practice.rate(Rating.AGAIN)
    practice.rate(Rating.GOOD)
    clock.zone = "America/New_York"
    clock.pass_time(seconds=61)
    again = travelling.practice()
    assert again.current is not None
    assert again.current.stored.memory.reps == 1
    assert travelling.today().learning == 2
    clock.zone = "Asia/Tokyo"
    clock.pass_time(minutes=10)
    assert travelling.today().ready_at is None
    assert rate_all(travelling, Rating.EASY) == 2


# -- summer time


@given(
    st.datetimes(datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2037-01-01")),
    st.integers(0, 23),
    st.sampled_from(ZONES),
)
def test_a_day_lasts_from_its_turn_to_the_next_in_any_zone(utc: datetime, hour: int, name: str) -> None:
    zone = ZoneInfo(name)
    now = in_zone(utc.replace(tzinfo=UTC), zone)
    begins, ends = day_begins(now, hour), day_ends(now, hour)
    assert begins <= now < ends
    assert timedelta(hours=22) < ends - begins < timedelta(hours=26)
    assert study_day(begins, hour) == study_day(now, hour)
    assert study_day(in_zone(ends - timedelta(microseconds=1), zone), hour) == study_day(now, hour)
    assert study_day(ends, hour) == study_day(now, hour) + timedelta(days=1)


@pytest.mark.parametrize(
    ("evening", "hours"), [("2026-03-28T22:00", 5), ("2026-10-24T22:00", 7), ("2026-10-17T22:00", 6)]
)
def test_the_day_turns_at_the_hour_on_the_wall_on_the_nights_when_the_clock_changes(
    travelling: Coach, clock: Traveller, evening: str, hours: int
) -> None:
    clock.wall(evening)
    ends = day_ends(clock(), 4)
    assert ends - clock() == timedelta(hours=hours)
    assert ends.strftime("%H:%M") == "04:00"
    assert rate_all(travelling) == 2
    clock.moment = ends.astimezone(UTC) - timedelta(seconds=1)
    assert travelling.today().new == 0
    assert day_ends(clock(), 4) == ends
    clock.pass_time(seconds=1)
    assert travelling.today().new == 2
    assert day_begins(clock(), 4) == ends == clock()


@pytest.mark.parametrize(
    ("put_off", "looked", "left"),
    [
        ("2026-03-28T03:30", "2026-03-28T10:00", 1),  # of the study day before
        ("2026-03-28T04:30", "2026-03-29T03:30", 0),
        ("2026-10-24T04:30", "2026-10-24T20:00", 0),
        ("2026-10-24T03:30", "2026-10-24T20:00", 1),
    ],
)
def test_what_was_put_away_rests_its_note_for_the_whole_of_a_day_of_23_or_25_hours(
    tmp_path: Path, clock: Traveller, put_off: str, looked: str, left: int
) -> None:
    write_note(tmp_path, text=note_text(questions=(), metrics=()))  # a story, its parts giving each other away
    coach = Coach(Workspace(tmp_path), DEFAULTS, clock)
    coach.sync()
    clock.wall(put_off)
    coach.practice().suspend()
    clock.wall(looked)
    assert coach.today().new == left
    coach.close()


@pytest.mark.parametrize("before", ["2026-03-29T01:55", "2026-10-25T02:55"])
def test_a_step_over_the_hour_that_is_not_there_or_comes_twice_takes_ten_minutes(
    travelling: Coach, clock: Traveller, before: str
) -> None:
    clock.wall(before)
    practice = travelling.practice()
    practice.rate(Rating.GOOD)
    first = practice.summary().seconds
    clock.pass_time(minutes=9, seconds=59)
    ends = travelling.database.connection.execute("SELECT due_at FROM cards WHERE phase = 'learning'")
    assert ends.fetchone()[0] == (clock.moment + timedelta(seconds=1)).timestamp() * 1000
    clock.pass_time(seconds=1)
    assert practice.milliseconds_on_show() == 600_000
    practice.rate(Rating.EASY)
    assert practice.summary().seconds == first + 300, "ten minutes on one card, of which five count"


def test_when_a_card_is_ready_is_said_in_the_time_that_the_wall_will_show(
    travelling: Coach, clock: Traveller
) -> None:
    coach = Coach(travelling.workspace, replace(TWO_A_DAY, learning_steps=(60,)), clock)
    clock.wall("2026-03-29T01:30")
    assert rate_all(coach, Rating.AGAIN) == 2
    ready = coach.today().ready_at
    assert ready is not None
    assert f"{ready:%H:%M}" == "03:30"
    coach.close()


# -- a laptop that was closed, a clock that was wrong, another rollover hour


def test_a_night_with_the_laptop_closed_on_a_card_counts_for_the_next_day_and_for_minutes(
    travelling: Coach, clock: Traveller
) -> None:
    practice = travelling.practice()
    practice.rate(Rating.AGAIN)
    clock.pass_time(seconds=20)
    practice.rate(Rating.GOOD)
    clock.pass_time(hours=23)
    assert practice.current is not None
    assert practice.current.again, "the step that ended in the night"
    practice.rate(Rating.EASY)
    assert practice.summary().seconds == 20 + 300
    rows = travelling.database.connection.execute("SELECT study_day - 20514, duration FROM reviews ORDER BY id")
    assert rows.fetchall() == [(0, 0), (0, 20_000), (1, 23 * 3_600_000)], "the log keeps what the clock said"
    assert travelling.today().new == 2, "the new day has its own limit"
    assert travelling.today().minutes < 15, "and a night is no pace"


def test_a_clock_set_back_neither_loses_the_day_nor_gives_it_twice(travelling: Coach, clock: Traveller) -> None:
    clock.wall("2026-03-05T10:00")
    assert rate_all(travelling) == 2
    clock.wall("2026-03-04T10:00")  # it had been a day ahead
    practice = travelling.practice()
    shown = practice.current
    assert shown is not None
    clock.pass_time(minutes=-30)
    assert practice.milliseconds_on_show() == 0
    practice.rate(Rating.EASY)
    assert practice.summary().seconds == 0
    clock.wall("2026-03-05T10:00")
    assert new_today(travelling, clock) == (date(2026, 3, 5), 0)
    clock.wall("2026-03-06T10:00")
    assert new_today(travelling, clock) == (date(2026, 3, 6), 2)


def test_another_rollover_hour_moves_the_turn_of_the_day_and_no_rating(
    travelling: Coach, clock: Traveller
) -> None:
    clock.wall("2026-03-03T05:00")
    assert rate_all(travelling) == 2
    later = Coach(travelling.workspace, replace(TWO_A_DAY, rollover_hour=6), clock)
    assert new_today(later, clock) == (date(2026, 3, 2), 2), "five in the morning is yesterday now"
    clock.wall("2026-03-03T07:00")
    assert new_today(later, clock) == (date(2026, 3, 3), 0), "what was done counts for its day"
    later.close()


# -- the system's own clock


SCRIPT = """
import os, time
from datetime import datetime, UTC
from interview_coach.coach.clock import SystemZone, make_clock
from interview_coach.recall.day import day_ends, in_zone
for moment in (1774735200, 1792875600, 1792893000, 1792889400):
    now = in_zone(datetime.fromtimestamp(moment, UTC), SystemZone())
    print(now.isoformat(), day_ends(now, 4).isoformat())
clock = make_clock({})
before = clock().utcoffset()
os.environ["TZ"] = "Asia/Tokyo"
print(before, clock().utcoffset())
"""


def test_the_systems_zone_knows_its_own_summer_time_and_may_change_while_the_program_runs() -> None:
    said = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "TZ": "CET-1CEST,M3.5.0,M10.5.0/3"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert said[:4] == [
        "2026-03-28T23:00:00+01:00 2026-03-29T04:00:00+02:00",
        "2026-10-24T23:00:00+02:00 2026-10-25T04:00:00+01:00",
        "2026-10-25T02:50:00+01:00 2026-10-25T04:00:00+01:00",
        "2026-10-25T02:50:00+02:00 2026-10-25T04:00:00+01:00",
    ]
    assert said[4].split()[1] == "9:00:00"
