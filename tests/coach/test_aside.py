"""Cramming and drilling leave the schedule as it is; a card wanted in an interview is not sent past it."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from interview_coach.cards.model import CardKind, PointKind
from interview_coach.coach.aside import Drill, Drilled, points_for
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.doctor import examine
from interview_coach.coach.practice import Practice, Showing
from interview_coach.coach.replay import differences
from interview_coach.coach.summary import Deed
from interview_coach.recall.aim import Aim
from interview_coach.recall.day import to_number
from interview_coach.recall.model import Rating
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import DEFAULTS
from interview_coach.store import attempts
from interview_coach.workspace import Workspace
from tests.making import FakeClock, answered, note_text, write_note


def rows(coach: Coach, table: str) -> list[tuple[object, ...]]:
    return coach.database.connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()  # noqa: S608


def play(practice: Practice, *ratings: Rating) -> list[int]:
    """Rates with these, in turn, until nothing is left; the cards in the order they came up."""
    shown: list[int] = []
    while practice.current is not None and len(shown) < 100:
        shown.append(practice.current.stored.card_id)
        practice.rate(ratings[(len(shown) - 1) % len(ratings)])
    return shown


def shown_now(practice: Practice) -> Showing:
    assert practice.current is not None
    return practice.current


@pytest.fixture
def practised(coach: Coach, clock: FakeClock) -> Coach:
    """A week of practice, with a card forgotten and one in its steps."""
    for day in range(7):
        practice = coach.practice()
        play(practice, Rating.GOOD, Rating.GOOD, Rating.AGAIN if day == 3 else Rating.HARD)
        practice.finish()
        clock.pass_time(days=1)
    practice = coach.practice()
    practice.rate(Rating.AGAIN)
    return coach


def test_cramming_leaves_every_card_as_it_is_to_the_byte(practised: Coach, clock: FakeClock) -> None:
    before, logged, today = rows(practised, "cards"), len(rows(practised, "reviews")), practised.today()
    crammed = practised.cram(Choice(limit=10))
    shown = play(crammed, *Rating)
    crammed.finish()
    assert len(set(shown)) == 10
    assert rows(practised, "cards") == before
    assert len(rows(practised, "reviews")) == logged + len(shown)
    after = practised.today()
    assert (after.learning, after.due, after.new, after.reviewed) == (
        today.learning,
        today.due,
        today.new,
        today.reviewed,
    )
    assert list(differences(practised.database.connection, DEFAULTS)) == []
    rebuilt = examine(Workspace(practised.workspace.root), DEFAULTS, clock(), rebuild=True)
    assert rebuilt.is_well
    assert rebuilt.rebuilt == 0
    assert rows(practised, "cards") == before


def test_cramming_brings_what_is_least_known_first_the_unseen_as_nothing(
    root: Path, practised: Coach, clock: FakeClock
) -> None:
    """Each card has a note of its own here but the first ten, so that what gives away can be kept apart."""
    for number in range(30):
        write_note(root, f"{number}.md", note_text(f"Skill {number}", [f"What of {number}?"], (), {}))
    practised.sync()
    play(practised.practice(Choice(limit=30, new=20)), *Rating)
    clock.pass_time(days=40)
    schedule, day = Schedule.from_settings(DEFAULTS), clock().date()
    recall = {
        each.stored.card_id: schedule.recall(each.stored.memory, day) or 0.0 for each in practised.cards()
    }
    cards = {each.stored.card_id: each.stored for each in practised.cards()}
    notes = [cards[card_id].note_id for card_id in recall]
    shown = play(practised.cram(Choice(limit=100)), Rating.GOOD)
    alone = [card_id for card_id in shown if notes.count(cards[card_id].note_id) == 1]
    assert len(alone) == 30
    assert 0.0 in [recall[card_id] for card_id in alone] != [0.0] * 30
    assert [recall[card_id] for card_id in alone] == sorted(recall[card_id] for card_id in alone)
    assert set(shown) == set(recall)
    of_one = [(cards[card_id].note_id, cards[card_id].card.kind) for card_id in shown]
    for (note, kind), (next_note, next_kind) in pairwise(of_one):
        assert note != next_note or (kind == next_kind and kind is not CardKind.STORY_PART)
    seen = play(practised.cram(Choice(limit=100, new=0)), Rating.GOOD)
    assert set(seen) == {card_id for card_id, recalled in recall.items() if recalled}
    few = play(practised.cram(Choice(limit=5)), Rating.GOOD)
    assert [recall[card_id] for card_id in few] == [0.0] * 5


def test_a_card_rated_again_comes_up_again_and_the_keys_say_so(practised: Coach) -> None:
    crammed = practised.cram(Choice(limit=2))
    assert list(crammed.intervals.values()) == ["1m", "kept", "kept", "kept"]
    first = shown_now(crammed)
    crammed.rate(Rating.AGAIN)
    assert crammed.coming_back == 1
    crammed.rate(Rating.GOOD)
    second = shown_now(crammed)
    assert second.stored.card_id == first.stored.card_id
    assert second.again


def test_a_crammed_rating_is_taken_back_in_its_own_sitting_alone(practised: Coach) -> None:
    before = rows(practised, "cards")
    crammed = practised.cram()
    could_undo = crammed.can_undo  # what was practised before is not taken back here
    crammed.rate(Rating.AGAIN)
    assert (could_undo, crammed.can_undo) == (False, True)
    assert crammed.undo() is Deed.RATED
    assert crammed.undo() is None
    crammed.rate(Rating.EASY)
    crammed.finish()
    assert rows(practised, "cards") == before
    practice = practised.practice()
    practice.undo()
    undone = practised.database.connection.execute(
        "SELECT mode, rating FROM reviews WHERE undone_at IS NOT NULL ORDER BY undone_at, id"
    ).fetchall()
    assert sorted(undone) == [("cram", 1), ("practice", 1)]


def test_cramming_counts_for_no_limit_and_no_retention_but_as_study(practised: Coach, clock: FakeClock) -> None:
    clock.pass_time(days=1)
    before = practised.statistics()
    play(practised.cram(Choice(limit=5)), Rating.GOOD)
    after = practised.statistics()
    assert after.retention == before.retention
    assert after.forecast == before.forecast
    assert after.days[-1].reviews == 5
    assert after.streak.current == before.streak.current + 1


def test_a_drill_is_logged_with_its_aim_and_moves_nothing(practised: Coach) -> None:
    before = rows(practised, "cards")
    card = next(each.stored for each in practised.cards() if each.stored.card.kind is CardKind.QUESTION)
    drill = practised.drill([Drilled(card.card_id, Aim.NUMBERS)])
    assert isinstance(drill.sitting, Drill)
    assert drill.sitting.task(card.card_id).words.startswith("Only the numbers")
    points = points_for(card.card, Aim.NUMBERS)
    assert {point.kind for point in points} == {PointKind.METRIC}
    drill.answered(answered(points))
    drill.rate(Rating.GOOD, answered(points, 0, 1, 2))
    assert drill.current is None
    assert rows(practised, "cards") == before
    saved = attempts.of_card(practised.database.connection, card.card_id)[0].attempt
    assert (saved.mode, saved.aim) == ("drill", "numbers")
    assert saved.asked.startswith("Only the numbers")
    assert all(point.hit for point in saved.points)


def test_the_points_of_a_drill_are_those_that_it_asks_for(coach: Coach) -> None:
    cards = {each.stored.card.kind: each.stored.card for each in coach.cards()}
    question, metric = cards[CardKind.QUESTION], cards[CardKind.METRIC]
    kinds = [point.kind for point in points_for(question, Aim.RESULT)]
    assert kinds == [PointKind.METRIC] * 3 + [PointKind.RESULT]
    assert points_for(question, Aim.WHOLE) == question.points
    assert points_for(question, Aim.OPENER) == ()
    assert points_for(metric, Aim.NUMBERS) == metric.points


# -- before an interview


def interview(coach: Coach, day: date, *skills: str) -> None:
    with coach.database.transaction() as connection:
        connection.execute(
            "INSERT INTO interviews (name, day, skills) VALUES ('Talk', ?, ?)",
            ((day - date(1970, 1, 1)).days, json.dumps(skills)),
        )


def due_days(coach: Coach) -> dict[str, set[int]]:
    """How many days after today cards come back, by skill."""
    found: dict[str, set[int]] = {}
    for each in coach.cards():
        if each.stored.memory.due_day is not None:
            ahead = (each.stored.memory.due_day - coach.clock().date()).days
            found.setdefault(each.stored.card.skill, set()).add(ahead)
    return found


def test_no_interval_runs_past_an_interview_and_the_log_can_be_replayed(
    root: Path, coach: Coach, clock: FakeClock
) -> None:
    write_note(root, "icing.md", note_text("Cake Icing", ["How do you ice a cake?", "And a bun?"]))
    coach.sync()
    interview(coach, clock().date() + timedelta(days=14), "Bread Baking")
    practice = coach.practice(Choice(limit=20))
    assert practice.intervals[Rating.EASY] in {"2d", "3d"}
    play(practice, Rating.EASY)
    due = due_days(coach)
    assert due["Bread Baking"] <= {2, 3}
    assert min(due["Cake Icing"]) > 3
    assert list(differences(coach.database.connection, DEFAULTS)) == []
    clock.pass_time(days=3)
    play(coach.practice(), Rating.EASY)
    assert max(due_days(coach)["Bread Baking"]) == 2
    assert list(differences(coach.database.connection, DEFAULTS)) == []
    clock.pass_time(days=11)
    play(coach.practice(), Rating.EASY)
    assert max(due_days(coach)["Bread Baking"]) > 5  # the day has come, and nothing is held any more


def test_what_would_sleep_through_an_interview_is_brought_forward(coach: Coach, clock: FakeClock) -> None:
    play(coach.practice(), Rating.EASY)
    clock.pass_time(days=3)
    far = {each.stored.card_id for each in coach.cards() if each.due_day is not None}
    assert len(far) == 3
    assert all(each > 3 for each in due_days(coach)["Bread Baking"])
    due = {each.card_id for each in coach.due_cards() if each.recall is not None}
    assert due == set()
    interview(coach, clock().date() + timedelta(days=4))
    coach.settings = replace(coach.settings, new_per_day=0)  # or one of them would have the day of the note
    due = {each.card_id for each in coach.due_cards() if each.recall is not None}
    assert due == far
    assert coach.statistics().forecast[0].due == len(far)
    coach.database.connection.execute(
        "UPDATE cards SET buried_until = ? WHERE id = ?", (to_number(clock().date()) + 1, min(far))
    )
    assert [each.due for each in coach.statistics().forecast[:2]] == [len(far) - 1, 1], "put off to tomorrow"
    coach.database.connection.execute("UPDATE cards SET buried_until = 0")
    play(coach.practice(), Rating.GOOD)
    assert max(due_days(coach)["Bread Baking"]) == 1
    assert list(differences(coach.database.connection, DEFAULTS)) == []


def test_an_interview_without_skills_asks_for_all_and_one_removed_for_none(
    coach: Coach, clock: FakeClock
) -> None:
    interview(coach, clock().date() + timedelta(days=7))
    assert coach.practice().intervals[Rating.EASY] == "2d"
    coach.database.connection.execute("UPDATE interviews SET removed_at = 1")
    assert coach.practice().intervals[Rating.EASY] not in {"1d", "2d"}


def test_the_plan_until_an_interview_begins_every_card_in_time(practised: Coach, clock: FakeClock) -> None:
    (skill,) = practised.readiness(clock().date() + timedelta(days=10))
    found = practised.minutes_until(clock().date() + timedelta(days=10), [skill.note_id])
    assert len(found) == 10
    assert sum(day.new for day in found) == skill.readiness.unseen
    assert all(day.minutes >= 0 for day in found)
    assert sum(day.reviews for day in found) >= skill.readiness.cards - skill.readiness.unseen
