"""What each command and screen says of today, at one moment, after two weeks of practice towards an interview.

The day's queue is the truth; whatever says another number says of what.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from benchmarks.month import practise
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import due_on
from interview_coach.coach.interviews import Details, add, find
from interview_coach.coach.library import Library
from interview_coach.coach.upcoming import PlanDay, days_until, standing_of
from interview_coach.recall.model import Rating
from interview_coach.store.wanted import take_back, want
from tests.in_process import by_runner
from tests.making import FakeClock, open_at


def report(coach: Coach, *words: str) -> Any:
    place = ["--workspace", os.fspath(coach.workspace.root), "--json"]
    return json.loads(by_runner([*words, *place], {"INTERVIEW_COACH_NOW": coach.clock().isoformat()}, ""))


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coach]:
    root = tmp_path_factory.mktemp("same") / "day"
    now = practise(root, 14, by_runner) + timedelta(days=2)  # and two days without
    opened = open_at(root, FakeClock(now))
    opened.sync()
    add(opened.database, Details("Onsite", now.date() + timedelta(days=13)), now)
    yield opened
    opened.close()


def test_the_plan_of_today_is_what_practice_brings(coach: Coach) -> None:
    due = report(coach, "due")
    first, *later = _plan(coach)
    assert (first.reviews, first.new) == (due["learning"] + due["due"], due["new"])
    assert first.minutes == due["minutes"] > 0
    assert (first.reviews, first.new) != (0, 0)
    assert sum(day.new for day in later) + first.new == sum(
        not each.stored.memory.reps for each in coach.cards()
    )


def test_the_plan_for_some_skills_is_their_part_of_the_day(coach: Coach) -> None:
    skills = {each.stored.card.skill for each in coach.cards()}
    days = {skill: _plan(coach, skill)[0] for skill in skills}
    found = Counter(each["skill"] for each in report(coach, "due")["cards"])
    assert {skill: day.reviews + day.new for skill, day in days.items()} == {
        skill: found[skill] for skill in skills
    }


def test_the_forecast_of_today_names_its_parts(coach: Coach) -> None:
    found, due = report(coach, "stats"), report(coach, "due")
    parts = found["of_today"]
    assert parts["due"] == found["forecast"][0]["due"]
    assert parts["brings"] + parts["asked"] == due["learning"] + due["due"]
    assert parts["new"] == due["new"]
    assert parts["brings"] + parts["waits"] == parts["due"]
    assert parts["waits"] > 0, "nothing waits, and nothing is shown"
    by_their_day = sum(
        skill.counts.due for skill in Library(coach.database, coach.settings, coach.clock).skills()
    )
    assert parts["due"] - parts["forward"] == by_their_day
    said = by_runner(
        ["stats", "--workspace", os.fspath(coach.workspace.root)],
        {"INTERVIEW_COACH_NOW": coach.clock().isoformat()},
        "",
    )
    assert f"Practice brings {parts['brings'] or 'none'} of today's {parts['due']}" in said


def test_what_was_sent_into_the_day_before_it_is_due_is_told_apart(coach: Coach) -> None:
    days = {each.stored.card_id: each.stored.memory.due_day for each in coach.cards()}
    last = max(days, key=lambda card_id: days[card_id] or date.min)
    before, now = coach.statistics().of_today, coach.clock()
    with coach.database.transaction() as connection:
        row = want(connection, [last], now.date(), "mock", now)
    try:
        parts, due = coach.statistics().of_today, report(coach, "due")
        assert parts.asked == before.asked + (
            last not in set().union(*due_on(coach.database, coach.settings, now.date()))
        )
        assert parts.brings + parts.asked == due["learning"] + due["due"]
        assert _plan(coach)[0].reviews == due["learning"] + due["due"]
    finally:
        with coach.database.transaction() as connection:
            take_back(connection, row, now)


def test_the_ratings_of_the_month_took_time(coach: Coach) -> None:
    spent = report(coach, "stats")["seconds"]
    ratings = sum(day["reviews"] for day in report(coach, "stats")["days"])
    assert 5 * ratings < spent["total"] < 150 * ratings
    assert 0 < spent["last_7"] < spent["total"]


def test_once_the_day_is_practised_no_plan_brings_more_of_it(coach: Coach) -> None:
    practice = coach.practice()
    while practice.current is not None:
        practice.rate(Rating.GOOD)
    practice.finish()
    due = report(coach, "due")
    first = _plan(coach)[0]
    assert (first.reviews, first.new) == (due["learning"] + due["due"], due["new"])


def _plan(coach: Coach, *skills: str) -> tuple[PlanDay, ...]:
    noted = find(coach.database, coach.settings, "Onsite", coach.clock())
    details = replace(noted.details, skills=skills)
    interview = replace(noted, details=details)
    standing = standing_of(coach.database, coach.settings, details)
    return days_until(coach.database, coach.settings, coach.clock(), interview, standing.note_ids)
