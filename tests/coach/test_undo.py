"""Undo goes back through earlier sittings, in the order in which things were done."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.practice import Attempt, Practice
from interview_coach.coach.replay import differences
from interview_coach.coach.summary import Deed
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS, Settings
from interview_coach.store.cards import StoredCard
from tests.making import QUESTIONS, FakeClock, note_text, open_at, write_note

MANY_NEW = replace(DEFAULTS, new_per_day=9999, session_cards=9999)


def shown(practice: Practice) -> str:
    assert practice.current is not None
    return practice.current.stored.card.prompt


def can_undo(practice: Practice) -> bool:
    return practice.can_undo


def state(coach: Coach) -> object:
    """Everything that undoing has to put back: the cards and the day."""
    return [(each.stored, each.status) for each in coach.cards()], coach.today()


def stored(coach: Coach) -> list[StoredCard]:
    return [each.stored for each in coach.cards()]


def check(coach: Coach) -> None:
    assert list(differences(coach.database.connection, coach.settings)) == []


def test_after_a_restart_undo_goes_on_where_it_was(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    before = state(coach)
    practice = coach.practice()
    assert not practice.can_undo
    practice.rate(Rating.GOOD)
    practice.flag()
    practice.bury()
    practice.finish()
    coach.close()

    coach = open_at(root, clock)
    practice = coach.practice()
    assert can_undo(practice)
    total = practice.total
    assert [practice.undo() for _ in range(3)] == [Deed.BURIED, Deed.FLAGGED, Deed.RATED]
    assert shown(practice) == QUESTIONS[0]
    assert not can_undo(practice)
    assert practice.undo() is None
    assert practice.total == total + 1, "the buried card; the rated one was in its steps already"
    assert state(coach) == before
    check(coach)
    coach.close()


def test_the_card_that_was_on_show_waits_for_the_one_undone(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.EASY)
    practice = coach.practice()
    assert shown(practice) == QUESTIONS[1]
    practice.undo()
    assert shown(practice) == QUESTIONS[0]
    practice.rate(Rating.EASY)
    assert shown(practice) == QUESTIONS[1]
    assert practice.undo() is Deed.RATED
    assert shown(practice) == QUESTIONS[0]
    coach.close()


def test_undo_works_when_nothing_is_due(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock, replace(DEFAULTS, new_per_day=1))
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.EASY)
    assert practice.current is None
    practice = coach.practice()
    assert practice.current is None
    assert practice.can_undo
    assert practice.undo() is Deed.RATED
    assert shown(practice) == QUESTIONS[0]
    assert coach.today().new == 1, "the day's limit is given back"
    coach.close()


def test_the_order_is_exact_though_the_clock_is_set_back(root: Path, clock: FakeClock) -> None:
    for number in range(6):
        write_note(root, f"{number}.md", note_text(f"Skill {number}", [f"Question {number}?"]))
    coach = open_at(root, clock, MANY_NEW)
    coach.sync()
    random_ = random.Random(5)  # noqa: S311 - the same course each time
    done: list[object] = []
    states = [stored(coach)]
    for _ in range(80):
        clock.pass_time(minutes=random_.choice([-1500, -5, 0, 1, 20, 1441]))
        practice = coach.practice()
        if practice.current is None:
            continue
        match random_.choice("rrrbf"):
            case "r":
                practice.rate(random_.choice(list(Rating)))
                done.append(Deed.RATED)
            case "b":
                practice.bury()
                done.append(Deed.BURIED)
            case _:
                done.append(Deed.FLAGGED if practice.flag() else Deed.UNFLAGGED)
        states.append(stored(coach))
        check(coach)
    assert len(done) > 30
    undoing = coach.practice()
    while done:
        assert states.pop() == stored(coach)
        assert undoing.undo() is done.pop()
        check(coach)
    assert states == [stored(coach)]
    assert undoing.undo() is None
    coach.close()


def test_a_card_rated_again_after_the_clock_was_set_back_counts_as_it_was_rated(
    root: Path, clock: FakeClock
) -> None:
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice(Choice(limit=1))
    for rating in (Rating.AGAIN, Rating.GOOD, Rating.HARD):
        assert shown(practice) == QUESTIONS[0]
        practice.flag()
        clock.pass_time(minutes=-1)
        practice.rate(rating)
        clock.pass_time(minutes=-1)
        check(coach)
    undoing = coach.practice()
    for flag in (Deed.FLAGGED, Deed.UNFLAGGED, Deed.FLAGGED):
        assert (undoing.undo(), undoing.undo()) == (Deed.RATED, flag)
        check(coach)
    assert undoing.undo() is None
    coach.close()


def test_a_card_that_is_in_no_note_is_undone_and_passed_over(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.EASY)
    write_note(root, text=note_text(questions=QUESTIONS[1:]))
    coach.sync()
    practice = coach.practice()
    assert practice.undo() is Deed.RATED
    assert shown(practice) == QUESTIONS[1]
    assert "Taken back" in practice.notice
    check(coach)
    coach.close()


def test_what_another_window_took_back_is_not_taken_back_twice(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    here = coach.practice()
    here.rate(Rating.GOOD)
    other = coach.again()
    there = other.practice()
    assert there.undo() is Deed.RATED
    clock.pass_time(minutes=1)
    there.rate(Rating.EASY)
    assert here.undo() is Deed.RATED
    rows = coach.database.connection.execute("SELECT rating, undone_at IS NULL FROM reviews").fetchall()
    assert rows == [(3, 0), (4, 1)]
    check(coach)
    other.close()
    coach.close()


def test_two_marks_taken_back_out_of_order_leave_what_stands(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    other = coach.again()
    here, there = coach.practice(), other.practice()
    here.flag()
    there.reread()
    there.flag()  # off again, there
    here.undo()
    flagged = coach.database.connection.execute("SELECT sum(flagged) FROM cards").fetchone()
    assert flagged == (0,), "the last mark that stands took the flag off"
    there.undo()
    assert coach.database.connection.execute("SELECT sum(flagged) FROM cards").fetchone() == (0,)
    other.close()
    coach.close()


@pytest.mark.parametrize("hour", [0, 4, 23])
def test_a_changed_rollover_hour_changes_nothing_that_was_done(root: Path, clock: FakeClock, hour: int) -> None:
    clock.pass_time(hours=18)  # two at night: still the day before
    coach = open_at(root, clock)
    coach.sync()
    before = stored(coach)
    coach.practice().rate(Rating.EASY)
    coach.close()
    changed: Settings = replace(DEFAULTS, rollover_hour=hour)
    coach = open_at(root, clock, changed)
    check(coach)
    practice = coach.practice()
    practice.rate(Rating.GOOD)
    check(coach)
    assert (practice.undo(), practice.undo()) == (Deed.RATED, Deed.RATED)
    assert stored(coach) == before
    coach.close()


def test_settings_changed_since_do_not_change_what_earlier_ratings_made(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    for _ in range(4):
        practice = coach.practice()
        while practice.current is not None:
            practice.rate(Rating.GOOD)
        clock.pass_time(days=4)
    coach.close()
    coach = open_at(root, clock, replace(DEFAULTS, retention=0.8, learning_steps=(5,), maximum_interval=30))
    check(coach)
    coach.practice().rate(Rating.HARD)
    check(coach)
    algorithms = coach.database.connection.execute("SELECT count(*) FROM algorithms").fetchone()
    assert algorithms == (2,)
    coach.close()


def test_ratings_by_another_version_of_the_library_stand_as_they_were_recorded(
    root: Path, clock: FakeClock
) -> None:
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.GOOD)
    clock.pass_time(minutes=11)
    practice.rate(Rating.GOOD)
    with coach.database.transaction() as connection:  # as an older library would have left it
        connection.execute("UPDATE algorithms SET name = 'FSRS-5 of old'")
        connection.execute("UPDATE cards SET stability = stability * 2 WHERE reps > 0")
        connection.execute(
            "UPDATE reviews SET after = (SELECT json_array(phase, step, stability, difficulty, due_at, due_day,"
            " last_at, last_day, reps, lapses) FROM cards WHERE id = card_id)"
        )
    check(coach)
    coach.practice().rate(Rating.GOOD)
    check(coach)
    coach.close()


def test_asking_whether_there_is_something_to_undo_costs_nothing(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.GOOD)
    statements: list[str] = []
    coach.database.connection.set_trace_callback(statements.append)
    assert practice.can_undo
    coach.database.connection.set_trace_callback(None)
    assert statements == []
    coach.close()


def test_undo_has_no_end_but_the_first_thing_done(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    for _ in range(300):
        practice.rate(Rating.AGAIN)
        clock.pass_time(minutes=2)
        practice = practice if practice.current is not None else coach.practice()
    steps = 0
    undoing = coach.practice()
    while undoing.undo() is not None:
        steps += 1
    assert steps == 300
    assert coach.database.connection.execute("SELECT sum(reps) FROM cards").fetchone() == (0,)
    coach.close()


ANSWER = Attempt("text", 4_000, words=3, text="As one should")


def answers(coach: Coach) -> list[tuple[str, int, int]]:
    """The words of each answer, its card, and the card of its rating."""
    return coach.database.connection.execute(
        "SELECT text, attempts.card_id, reviews.card_id FROM attempts JOIN reviews ON reviews.id = review_id"
    ).fetchall()


def test_an_answer_goes_to_no_other_card_where_its_own_cannot_be_shown(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    first = practice.current
    assert first is not None
    practice.rate(Rating.EASY, ANSWER)
    write_note(root, text=note_text(questions=QUESTIONS[1:]))
    coach.sync()
    practice.undo()
    second = practice.current
    assert second is not None
    assert second.stored.card_id != first.stored.card_id
    practice.rate(Rating.GOOD, replace(ANSWER, text="Another answer"))
    assert answers(coach) == [
        ("As one should", first.stored.card_id, first.stored.card_id),
        ("Another answer", second.stored.card_id, second.stored.card_id),
    ]
    coach.close()


def test_a_rating_given_again_takes_its_answer_with_it(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    practice.answered(ANSWER)
    practice.rate(Rating.AGAIN, ANSWER)
    practice.undo()
    practice.rate(Rating.EASY, ANSWER)
    assert coach.database.connection.execute(
        "SELECT text, rating, undone_at FROM attempts JOIN reviews ON reviews.id = review_id"
    ).fetchall() == [("As one should", Rating.EASY, None)]
    coach.close()
