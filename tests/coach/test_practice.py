"""A sitting: what comes up, what a rating does, and that every step back is possible."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coach.cards.model import CardKind
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.practice import Practice
from interview_coach.coach.summary import Deed
from interview_coach.errors import CoachError
from interview_coach.recall.model import NEW, Memory, Phase, Rating
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import DEFAULTS
from interview_coach.store import cards
from interview_coach.store import database as database_module
from tests.making import QUESTIONS, FakeClock, answered, note_text, open_at, ratings_of, replayed, write_note


def shown(practice: Practice) -> str:
    assert practice.current is not None
    return practice.current.stored.card.prompt


def play(practice: Practice, rating: Rating = Rating.GOOD, at_most: int = 200) -> list[str]:
    """Rates everything alike until nothing is left; the prompts in the order they came up."""
    prompts: list[str] = []
    while practice.current is not None and len(prompts) < at_most:
        prompts.append(shown(practice))
        practice.rate(rating)
    return prompts


def rows(coach: Coach, query: str) -> list[tuple[object, ...]]:
    return coach.database.connection.execute(query).fetchall()


def states(coach: Coach) -> dict[int, object]:
    return {each.stored.card_id: (each.stored.memory, each.status) for each in coach.cards()}


def test_the_first_day_asks_the_questions_and_keeps_what_they_give_away(coach: Coach) -> None:
    prompts = play(coach.practice())
    assert prompts == [*QUESTIONS, *QUESTIONS]  # each once more at its second learning step
    assert coach.today().total == 0
    assert all(memory.phase is Phase.REVIEW for memory in memories_of(coach, CardKind.QUESTION))


def memories_of(coach: Coach, kind: CardKind) -> list[Memory]:
    return [each.stored.memory for each in coach.cards() if each.stored.card.kind is kind]


def test_the_next_days_queue_is_what_fsrs_says(coach: Coach, clock: FakeClock) -> None:
    play(coach.practice())
    due = {each.stored.card_id: each.stored.memory.due_day for each in coach.cards()}
    schedule = Schedule.from_settings(coach.settings)
    for listed in coach.cards():
        if listed.stored.card.kind is CardKind.QUESTION:
            reviews = ratings_of(coach, listed.stored.card_id)
            assert replayed(schedule, reviews, listed.stored.seed) == listed.stored.memory
            assert listed.stored.memory.due_day is not None
            assert listed.stored.memory.due_day > date(2026, 3, 2)
    for _ in range(20):
        clock.pass_time(days=1)
        day = clock.now.date()
        expected = {card_id for card_id, due_day in due.items() if due_day is not None and due_day <= day}
        queued = {card.card_id for card in coach.due_cards() if card.recall is not None}
        assert queued == expected


def test_the_day_after_brings_new_cards_that_the_first_day_had_to_hide(coach: Coach, clock: FakeClock) -> None:
    play(coach.practice())
    clock.pass_time(days=1)
    kinds = {card.kind for card in coach.due_cards()}
    assert kinds
    assert CardKind.QUESTION not in kinds


def test_a_card_rated_again_comes_back_in_the_sitting(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice(Choice(limit=1))
    practice.rate(Rating.AGAIN)
    assert shown(practice) == QUESTIONS[0]
    clock.pass_time(minutes=2)
    practice.rate(Rating.EASY)
    assert practice.current is None
    assert practice.summary().again == ()


def test_a_step_that_ends_too_late_is_left_for_another_sitting(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock, replace(DEFAULTS, learning_steps=(1, 60), new_per_day=1))
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.GOOD)
    assert practice.current is None
    ready = clock.now + timedelta(minutes=60)
    assert (practice.finish().left, practice.finish().ready_at) == (1, ready)
    assert (coach.today().learning, coach.today().ready_at) == (1, ready)
    clock.pass_time(minutes=41)  # from here on it may be taken early
    assert coach.today().ready_at is None
    assert shown(coach.practice()) == QUESTIONS[0]
    coach.close()


def test_steps_that_end_too_late_leave_the_sitting_to_cards_that_can_be_taken(
    root: Path, clock: FakeClock
) -> None:
    settings = replace(DEFAULTS, learning_steps=(60,), new_per_day=2, session_cards=2)
    coach = open_at(root, clock, settings)
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.AGAIN)
    practice.rate(Rating.AGAIN)
    assert coach.practice().current is None
    more = coach.practice(Choice(new=1))
    assert shown(more) == QUESTIONS[2]
    assert coach.practice(Choice(new=1, limit=1)).current is not None
    coach.close()


def test_a_rating_is_on_disk_before_the_next_card_is_given(coach: Coach) -> None:
    practice = coach.practice()
    other = sqlite3.connect(coach.workspace.database)
    for number in range(1, 4):
        practice.rate(Rating.GOOD)
        assert other.execute("SELECT count(*) FROM reviews").fetchone() == (number,)
        assert other.execute("SELECT sum(reps) FROM cards").fetchone() == (number,)
    other.close()


def test_what_is_logged_says_all_about_a_review(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice()
    clock.pass_time(seconds=42)
    assert practice.current is not None
    answer = answered(practice.current.stored.card.points, 0, 2)
    practice.rate(Rating.HARD, replace(answer, duration=40_000, words=120))
    review = rows(
        coach, "SELECT rating, mode, duration, phase, offset, study_day, prompt, undone_at FROM reviews"
    )
    assert review == [(2, "practice", 42_000, "new", 60, 20514, QUESTIONS[0], None)]
    assert rows(coach, "SELECT way, duration, words, hints FROM attempts") == [("typed", 40_000, 120, 0)]
    points = rows(coach, "SELECT kind, label, expected, hit, decided_by FROM points ORDER BY number")
    assert points[:3] == [
        ("metric", "Batches sold", "47/50", 1, "self"),
        ("metric", "Waste", "-38%", 0, "self"),
        ("metric", "Proving time", "~9 hours", 1, "self"),
    ]
    assert practice.summary().landed == 2
    assert practice.summary().metrics == 3


def test_undo_puts_everything_back_and_keeps_the_row(coach: Coach) -> None:
    before = states(coach)
    today = coach.today()
    practice = coach.practice()
    first = shown(practice)
    practice.rate(Rating.GOOD)
    practice.rate(Rating.AGAIN)
    assert (practice.undo(), practice.undo()) == (Deed.RATED, Deed.RATED)
    assert practice.undo() is None
    assert shown(practice) == first
    assert states(coach) == before
    assert coach.today() == today
    assert rows(coach, "SELECT rating, undone_at IS NULL FROM reviews") == [(3, 0), (1, 0)]


@pytest.mark.parametrize("deed", [Deed.SUSPENDED, Deed.BURIED, Deed.FLAGGED])
def test_marks_can_be_undone(coach: Coach, deed: Deed) -> None:
    before = states(coach)
    practice = coach.practice()
    first = shown(practice)
    {Deed.SUSPENDED: practice.suspend, Deed.BURIED: practice.bury, Deed.FLAGGED: practice.flag}[deed]()
    changed = rows(coach, "SELECT count(*) FROM cards WHERE suspended OR flagged OR buried_until")
    assert changed == [(1,)]
    assert practice.undo() is deed
    assert shown(practice) == first
    assert states(coach) == before


def test_a_suspended_card_stays_away_and_a_buried_one_comes_tomorrow(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice()
    practice.suspend()
    practice.bury()
    assert [card.prompt for card in coach.due_cards()] == [QUESTIONS[2]]
    clock.pass_time(days=1)
    assert [card.prompt for card in coach.due_cards()] == [QUESTIONS[1], QUESTIONS[2]]


def test_new_cards_are_limited_over_the_day_and_undo_gives_them_back(root: Path, clock: FakeClock) -> None:
    for number in range(4):
        write_note(root, f"skill-{number}.md", note_text(f"Skill {number}", [f"Question {number}?"]))
    coach = open_at(root, clock, replace(DEFAULTS, new_per_day=5))
    coach.sync()
    first = coach.practice(Choice(limit=3))
    play(first, Rating.EASY)
    assert coach.today().new == 2
    second = coach.practice()
    play(second, Rating.EASY)
    assert coach.today().new == 0
    second.undo()
    assert coach.today().new == 1
    assert len(play(coach.practice(Choice(new=2)), Rating.EASY)) == 2, "asked for by the person"
    coach.close()


def test_skills_take_turns(root: Path, clock: FakeClock) -> None:
    for number in range(2):
        questions = [f"Question {number}.{nth}?" for nth in range(3)]
        write_note(root, f"skill-{number}.md", note_text(f"Skill {number}", questions))
    coach = open_at(root, clock, replace(DEFAULTS, new_per_day=9))
    coach.sync()
    skills = [card.skill for card in coach.due_cards()]
    assert len(skills) == 9
    assert all(here != after for here, after in pairwise(skills))
    coach.close()


def test_two_windows_do_not_count_a_card_twice(coach: Coach) -> None:
    other = coach.again()
    here, there = coach.practice(), other.practice()
    there.rate(Rating.EASY)
    here.rate(Rating.AGAIN)
    assert "another window" in here.notice
    assert rows(coach, "SELECT rating FROM reviews") == [(4,)]
    assert rows(coach, "SELECT max(reps) FROM cards") == [(1,)]
    assert shown(here) == QUESTIONS[1]
    other.close()


def test_undo_after_a_review_elsewhere_leaves_that_review(coach: Coach, clock: FakeClock) -> None:
    here = coach.practice()
    here.rate(Rating.GOOD)
    other = coach.again()
    clock.pass_time(minutes=11)
    there = other.practice(Choice(limit=1))
    assert shown(there) == QUESTIONS[0]
    there.rate(Rating.HARD)
    assert here.undo() is Deed.RATED
    card_id = here.current.stored.card_id if here.current else 0
    stored = cards.load(coach.database.connection, card_id)
    reviews = ratings_of(coach, card_id)
    assert stored is not None
    assert [rating for rating, _, _ in reviews] == [Rating.HARD]
    assert stored.memory == replayed(Schedule.from_settings(DEFAULTS), reviews, stored.seed)
    other.close()


def test_a_rating_that_cannot_be_saved_keeps_its_card(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    practice = coach.practice()
    monkeypatch.setattr(database_module, "BUSY_MS", 10)
    coach.database.connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(coach.workspace.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CoachError, match="another program"):
        practice.rate(Rating.GOOD)
    assert shown(practice) == QUESTIONS[0]
    assert not practice.can_undo
    other.execute("ROLLBACK")
    practice.rate(Rating.GOOD)
    assert shown(practice) == QUESTIONS[1]
    assert rows(coach, "SELECT count(*) FROM reviews JOIN sessions ON sessions.id = session_id") == [(1,)]
    other.close()


def test_a_card_edited_meanwhile_is_shown_as_its_note_says_it_now(coach: Coach, root: Path) -> None:
    practice = coach.practice()
    write_note(
        root,
        text=note_text(questions=["Tell me about a night the bakery almost did not open.", *QUESTIONS[1:]]),
    )
    coach.sync()
    practice.reread()
    assert shown(practice) == "Tell me about a night the bakery almost did not open."


def test_a_card_taken_out_of_its_note_is_passed_over(coach: Coach, root: Path) -> None:
    practice = coach.practice()
    write_note(root, text=note_text(questions=QUESTIONS[1:]))
    coach.sync()
    practice.reread()
    assert shown(practice) == QUESTIONS[1]
    assert "history is kept" in practice.notice


def test_one_skill_can_be_practised_alone(root: Path, clock: FakeClock) -> None:
    write_note(root, "other.md", note_text("Cake Icing", ["How do you ice a cake?"]))
    coach = open_at(root, clock)
    coach.sync()
    for name in ("Cake Icing", "cake", "  ICING "):
        practice = coach.practice(Choice(note_ids=coach.notes_of_skill(name)))
        assert shown(practice) == "How do you ice a cake?"
    with pytest.raises(CoachError, match="no skill 'piano'"):
        coach.notes_of_skill("piano")
    with pytest.raises(CoachError, match="several"):
        coach.notes_of_skill("in")
    coach.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.sampled_from(["1", "2", "3", "4", "u", "u", "s", "b", "f", "wait"]), max_size=30))
def test_after_any_course_the_log_replays_to_the_same_states(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[str]
) -> None:
    root = tmp_path_factory.mktemp("workspace")
    write_note(root)
    clock = FakeClock()
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    for deed in deeds:
        clock.pass_time(seconds=7)
        if deed == "wait":
            clock.pass_time(hours=9)
        elif deed == "u":
            practice.undo()
        elif practice.current is None:
            practice = coach.practice()
        elif deed.isdigit():
            practice.rate(Rating(int(deed)))
        else:
            {"s": practice.suspend, "b": practice.bury, "f": practice.flag}[deed]()
    schedule = Schedule.from_settings(coach.settings)
    for listed in coach.cards():
        reviews = ratings_of(coach, listed.stored.card_id)
        assert replayed(schedule, reviews, listed.stored.seed) == (listed.stored.memory if reviews else NEW)
        assert listed.stored.memory.reps == len(reviews)
    begun = rows(coach, "SELECT count(DISTINCT card_id) FROM reviews WHERE undone_at IS NULL")[0][0]
    assert begun == sum(each.stored.memory.phase is not Phase.NEW for each in coach.cards())
    coach.close()
