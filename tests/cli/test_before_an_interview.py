"""Practice towards an interview through the real commands, against a calculation of its own.

The calculation reads the export and knows of the program what is written of it: at most 2 days between two
reviews 7 days before an interview, 3 at 14 and 5 at 30, and nothing past the day itself.
"""

import json
import os
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from benchmarks.month import practise
from tests.in_process import by_runner
from tests.making import write_note

Row = dict[str, Any]
EPOCH = date(1970, 1, 1)
SPACED = {1: 1, 7: 2, 14: 3, 30: 5}  # the days before the interview, and the longest interval


class Person:
    """A person at the command line, in a workspace, at a moment that moves on."""

    def __init__(self, root: Path, now: datetime) -> None:
        self.root, self.now = root, now

    @property
    def today(self) -> date:
        return self.now.date()

    def run(self, *words: str, said: str = "") -> str:
        environ = {"INTERVIEW_COACH_NOW": self.now.isoformat()}
        return by_runner([*words, "--workspace", os.fspath(self.root)], environ, said)

    def report(self, *words: str) -> Any:
        return json.loads(self.run(*words, "--json"))

    def tables(self) -> dict[str, list[Row]]:
        return dict(json.loads(self.run("export", "json")))

    def cards(self) -> list[Row]:
        return [row for row in self.tables()["cards"] if not row["suspended"] and row["missing_since"] is None]


@pytest.fixture(scope="module")
def person(tmp_path_factory: pytest.TempPathFactory) -> Person:
    """Ten days of practice, and on the morning after them an interview is noted, in 14 days."""
    root = tmp_path_factory.mktemp("before")
    person = Person(root, practise(root, 10, by_runner))
    person.run("interviews", "add", "Acme", "in 2 weeks")
    return person


def day_of(number: int) -> date:
    return EPOCH + timedelta(days=number)


def longest(away: int) -> int:
    """The longest interval so many days before the interview: between the named days in proportion."""
    below = max(day for day in SPACED if day <= away)
    above = min(day for day in SPACED if day >= away)
    if above == below:
        return SPACED[below]
    return SPACED[below] + int((SPACED[above] - SPACED[below]) * (away - below) / (above - below))


def comes(card: Row, today: date, interview: date) -> date:
    """When a card on days is asked for again."""
    due, last = max(day_of(card["due_day"]), today), day_of(card["last_day"])
    day = max(today, last)
    while due >= interview and day < interview:
        if (day - last).days >= longest((interview - day).days):
            return day
        day += timedelta(days=1)
    return due


def forecast(person: Person, interview: date) -> dict[str, int]:
    expected = Counter[date]()
    for card in person.cards():
        if card["phase"] == "review":
            expected[comes(card, person.today, interview)] += 1
        elif card["phase"] != "new":
            expected[person.today] += 1
    days = [person.today + timedelta(days=ahead) for ahead in range(30)]
    return {day.isoformat(): expected[day] for day in days}


def test_until_the_day_nothing_sleeps_through_it_and_no_interval_is_too_long(person: Person) -> None:
    begun, interview = person.today, person.today + timedelta(days=14)
    late = [card for card in person.cards() if card["due_day"] and day_of(card["due_day"]) >= interview]
    assert late, "some cards would have slept through it"
    while person.today < interview:
        found = person.report("stats")["forecast"]
        assert {each["day"]: each["due"] for each in found} == forecast(person, interview)
        person.run("practice", "--plain", "--limit", "60", "--new", "3", said="\n3\n" * 200)
        person.now += timedelta(days=1)
    rated = [card for card in person.cards() if card["last_day"] and day_of(card["last_day"]) >= begun]
    assert {card["id"] for card in late} <= {card["id"] for card in rated}
    for card in rated:
        last = day_of(card["last_day"])
        if card["due_day"] is not None:
            assert card["due_day"] - card["last_day"] <= longest((interview - last).days)
    waits = sorted((interview - day_of(card["last_day"])).days for card in rated)
    # A note has six kinds of siblings or more that may not meet, and one of them a day.
    assert waits[-1] <= 12
    assert waits[len(waits) * 3 // 4] <= 7


def test_left_alone_for_months_each_card_whose_recall_falls_is_weak_and_says_so(person: Person) -> None:
    person.now += timedelta(days=150)
    decay = -0.1542  # FSRS-6's own, as published
    expected = {
        card["id"]
        for card in person.cards()
        if card["stability"] is not None
        and (1 + (0.9 ** (1 / decay) - 1) * (person.today - day_of(card["last_day"])).days / card["stability"])
        ** decay
        < 0.7
    }
    found = {
        each["card_id"]
        for each in person.report("weak")["answers"]
        if "recall" in {reason["code"] for reason in each["reasons"]}
    }
    assert found == expected
    assert found
    assert len(found) < len(person.cards())


def test_of_one_note_every_card_is_begun_before_the_interview(tmp_path: Path) -> None:
    """Its siblings are due day after day then, and a new card may not meet them."""
    write_note(tmp_path)
    person = Person(tmp_path, datetime.fromisoformat("2026-03-02T08:00:00+01:00"))
    person.run("interviews", "add", "Acme", "in 2 weeks")
    for _ in range(14):
        person.run("practice", "--plain", said="\n3\n" * 60)
        person.now += timedelta(days=1)
    assert {card["phase"] for card in person.cards()} == {"review"}
