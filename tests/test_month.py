"""A simulated month through the real commands: what they report, against a calculation of its own.

The calculation reads the export and nothing of the program but its defaults; it is written for plainness.
"""

import json
import os
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from benchmarks.month import START, practise
from tests.in_process import by_runner

DAYS = 30
Row = dict[str, Any]


@dataclass
class Month:
    """A workspace after the practice, and everything that it exported."""

    root: Path
    now: datetime
    tables: dict[str, list[Row]]

    def report(self, *words: str) -> Any:
        place = ["--workspace", os.fspath(self.root), "--json"]
        return json.loads(by_runner([*words, *place], {"INTERVIEW_COACH_NOW": self.now.isoformat()}, ""))

    @property
    def today(self) -> date:
        return self.now.date()

    def standing(self) -> list[Row]:
        """The ratings that stand, in their order."""
        return sorted(
            (row for row in self.tables["reviews"] if row["undone_at"] is None), key=lambda row: row["turn"]
        )

    def calls_for_figures(self, card: Row) -> bool:
        """Whether an answer is to hold the note's figures.

        Not where the note answers a question itself without one, nor where any of several stories may be told
        and only some end on them.
        """
        passages = json.loads(card["detail"])["passages"]
        if card["kind"] != "question" or not passages:
            return True
        table = [point[2] for point in json.loads(card["detail"])["points"] if point[0] == "metric"]
        if not passages[0][0]:
            return any(value in card["answer"] for value in table)
        results = [text for label, text in passages if label == "Result"]
        return sum(any(value in result for value in table) for result in results) in (0, len(results))

    def cards(self) -> list[Row]:
        return [row for row in self.tables["cards"] if not row["suspended"] and row["missing_since"] is None]


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Month:
    root = tmp_path_factory.mktemp("month")
    now = practise(root, DAYS, by_runner) + timedelta(hours=2)
    environ = {"INTERVIEW_COACH_NOW": now.isoformat()}
    exported = by_runner(["export", "json", "--workspace", os.fspath(root)], environ, "")
    return Month(root, now, json.loads(exported))


def day_of(number: int) -> date:
    return date(1970, 1, 1) + timedelta(days=number)


def recall(card: Row, day: date) -> float:
    """FSRS-6's forgetting curve with its default decay of 0.1542, as published."""
    decay = -0.1542
    elapsed = max(0, (day - day_of(card["last_day"])).days)
    return float((1 + (0.9 ** (1 / decay) - 1) * elapsed / card["stability"]) ** decay)


def test_the_month_is_worth_looking_at(month: Month) -> None:
    assert month.now.date() == START.date() + timedelta(days=DAYS)
    assert len(month.standing()) > 80
    assert len(month.tables["reviews"]) > len(month.standing())


def test_the_days_and_the_streak(month: Month) -> None:
    found = month.report("stats")
    counted = Counter(day_of(row["study_day"]) for row in month.standing())
    assert {day["day"]: day["reviews"] for day in found["days"]} == {
        day.isoformat(): number for day, number in counted.items()
    }
    length = 0
    while month.today - timedelta(days=length + 1) in counted:
        length += 1
    assert found["streak"]["current"] == length
    assert found["streak"]["today_counts"] is False


def test_true_retention(month: Month) -> None:
    first: dict[tuple[int, int], Row] = {}
    for row in month.standing():
        first.setdefault((row["study_day"], row["card_id"]), row)
    for each in month.report("stats")["retention"]:
        tried = [
            row
            for row in first.values()
            if row["phase"] == "review" and (month.today - day_of(row["study_day"])).days < each["days"]
        ]
        passed = [row for row in tried if row["rating"] != 1]
        assert (each["reviews"], each["passed"]) == (len(tried), len(passed))
        assert each["rate"] == pytest.approx(len(passed) / len(tried))


def test_the_forecast(month: Month) -> None:
    expected = Counter[date]()
    for card in month.cards():
        if card["phase"] == "review":
            expected[max(month.today, day_of(card["due_day"]))] += 1
        elif card["phase"] != "new":
            expected[month.today] += 1
    found = {date.fromisoformat(each["day"]): each["due"] for each in month.report("stats")["forecast"]}
    assert found == {day: expected[day] for day in found}
    assert list(found) == [month.today + timedelta(days=ahead) for ahead in range(30)]


@pytest.mark.parametrize("ahead", [0, 21])
def test_readiness_on_a_day(month: Month, ahead: int) -> None:
    day = month.today + timedelta(days=ahead)
    titles = {row["id"]: row["title"] for row in month.tables["notes"]}
    found = {skill["skill"]: skill for skill in month.report("stats", "--on", day.isoformat())["skills"]}
    for note_id, title in titles.items():
        cards = [card for card in month.cards() if card["note_id"] == note_id]
        known = {card["id"]: recall(card, day) for card in cards if card["phase"] != "new"}
        skill = found[title]
        assert (skill["cards"], skill["unseen"]) == (len(cards), len(cards) - len(known))
        assert skill["recall"] == pytest.approx(sum(known.values()) / len(known))
        assert skill["readiness"] == pytest.approx(sum(known.values()) / len(cards))
        below = {each["card_id"] for each in skill["below_target"]}
        assert below == {card["id"] for card in cards if known.get(card["id"], 0) < 0.9}


# -- weak answers


@dataclass
class Given:
    """One answer, as the export has it."""

    at: int
    day: date
    rating: int | None
    lapsed: bool
    held: dict[str, bool]  # by the name of each key metric and the Result; empty where that is not known


def answers_of(month: Month, card_id: int) -> list[Given]:
    reviews = {row["id"]: row for row in month.tables["reviews"]}
    points: dict[int, list[Row]] = {}
    for row in month.tables["points"]:
        points.setdefault(row["attempt_id"], []).append(row)
    given = []
    card = next(row for row in month.tables["cards"] if row["id"] == card_id)
    due = 3 if month.calls_for_figures(card) else 0
    for attempt in month.tables["attempts"]:
        review = reviews.get(attempt["review_id"])
        if attempt["card_id"] != card_id or (review is not None and review["undone_at"] is not None):
            continue
        asked = sorted(points.get(attempt["id"], []), key=lambda row: row["number"])
        metrics = [row for row in asked if row["kind"] == "metric"][:due]
        key = metrics + [row for row in asked if row["kind"] == "result"]
        told = attempt["way"] != "head" and review is not None
        told = told or any(row["hit"] or row["decided_by"] == "auto" for row in key)
        lapsed = review is not None and review["phase"] == "review" and review["rating"] == 1
        held = {row["label"]: bool(row["hit"]) for row in key} if told else {}
        rating = None if review is None else review["rating"]
        given.append(Given(attempt["at"], day_of(attempt["study_day"]), rating, lapsed, held))
    return sorted(given, key=lambda each: each.at)


def arising(answers: list[Given], index: int) -> set[str]:
    """The reasons that arise in one of the answers, from the definition."""
    found = set()
    for name, held in answers[index].held.items():
        last = [each.held[name] for each in answers[: index + 1] if name in each.held][-3:]
        if not held and last.count(False) >= 2:
            found.add("metric_missed")
    if answers[index].lapsed and sum(each.lapsed for each in answers[: index + 1]) >= 4:
        found.add("lapses")
    return found


def good_days(answers: list[Given], index: int) -> int:
    """On how many study days the answers up to this one were good, one after the other."""
    days = set()
    while index >= 0:
        rating = answers[index].rating
        if arising(answers, index) or (rating is not None and rating < 3):
            break
        if rating is not None:
            days.add(answers[index].day)
        index -= 1
    return len(days)


def expected_reasons(month: Month, card: Row) -> tuple[set[str], int]:
    answers = answers_of(month, card["id"])
    reasons: set[str] = set()
    for index in range(len(answers)):
        reasons |= arising(answers, index)
        if good_days(answers, index) >= 2:
            reasons = set()
    if card["phase"] != "new" and recall(card, month.today) < 0.7:
        reasons.add("recall")
    if card["flagged"]:
        reasons.add("flagged")
    return reasons, good_days(answers, len(answers) - 1)


def test_the_weak_answers_and_why(month: Month) -> None:
    expected = {card["id"]: expected_reasons(month, card) for card in month.cards()}
    found = {
        each["card_id"]: ({reason["code"] for reason in each["reasons"]}, each["good_in_a_row"])
        for each in month.report("weak")["answers"]
    }
    assert found == {card_id: each for card_id, each in expected.items() if each[0]}
    codes = set().union(*(reasons for reasons, _ in found.values()))
    assert {"metric_missed", "flagged"} <= codes


def test_when_a_weak_answer_was_last_seen(month: Month) -> None:
    for each in month.report("weak")["answers"]:
        last = max((given.at for given in answers_of(month, each["card_id"])), default=None)
        told = each["last_seen"] and round(datetime.fromisoformat(each["last_seen"]).timestamp() * 1000)
        assert told == last
