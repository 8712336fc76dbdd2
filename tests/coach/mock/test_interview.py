"""An interview as it is sat: its stages, its clock, what is on disk after each step."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from interview_coach.cards.model import CardKind
from interview_coach.coach.answering import Way, written
from interview_coach.coach.coach import Coach
from interview_coach.coach.identity import relink
from interview_coach.coach.mock import past, starting
from interview_coach.coach.mock.book import Book
from interview_coach.coach.mock.debrief import Debrief
from interview_coach.coach.mock.order import Role
from interview_coach.coach.mock.setup import Setup
from interview_coach.coach.mock.state import Stage
from interview_coach.errors import CoachError
from interview_coach.store import attempts
from tests.coach.mock.sitting import (
    ASKING,
    GOOD,
    SETUP,
    Ticks,
    again,
    answer,
    answer_all,
    begun,
    schedule_of,
    several_notes,
    spoken,
    suspend,
)
from tests.making import note_text, write_note


@pytest.fixture
def coach(tmp_path: Path) -> Iterator[Coach]:
    opened = several_notes(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


def test_it_goes_from_thinking_to_the_answer_to_the_follow_up_to_the_next_question(
    coach: Coach, ticks: Ticks
) -> None:
    interview = begun(coach, ticks)
    seen = []
    while interview.stage in ASKING:
        seen.append((interview.number, interview.stage))
        if interview.stage is Stage.THINK:
            interview.answer_now()
        else:
            interview.answered(written(GOOD, 90_000))
    stages = [Stage.THINK, Stage.ANSWER, Stage.FOLLOW_UP]
    assert seen == [(number, stage) for number in (1, 2, 3) for stage in stages]
    assert interview.stage is Stage.DEBRIEF


def test_without_think_time_and_follow_ups_only_the_answers_are_left(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks, think=0, follow_ups=False)
    for number in (1, 2, 3):
        assert (interview.number, interview.stage) == (number, Stage.ANSWER)
        interview.answered(written(GOOD, 1000))
    assert interview.stage is Stage.DEBRIEF


def test_the_clock_shows_the_think_time_then_the_answers_then_the_follow_ups(
    coach: Coach, ticks: Ticks
) -> None:
    interview = begun(coach, ticks)
    ticks.now += 12
    assert interview.timer.left == 18
    interview.answer_now()
    assert (interview.timer.used, interview.timer.seconds) == (0, 120)
    ticks.now += 130
    assert interview.timer.over == 10
    interview.answered(written("We moved it and we sold 47 of 50 batches.", 130_000))
    assert (interview.stage, interview.timer.used, interview.timer.seconds) == (Stage.FOLLOW_UP, 0, 90)


def test_the_same_in_thirty_seconds_is_timed_so(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    interview.answer_now()
    interview.answered(spoken(20, 20, 80, 60))
    assert interview.timer.seconds == 30


def test_back_to_thinking_goes_on_with_the_think_time(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    ticks.now += 10
    interview.answer_now()
    ticks.now += 50
    interview.think_again()
    assert interview.timer.left == 20
    ticks.now += 5
    interview.answer_now()
    interview.answered(written(GOOD, 1000))
    kept = attempts.of_mock(coach.database.connection, interview.book.mock_id)
    assert kept[0].attempt.think == 15_000


def test_a_pause_costs_no_time(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    interview.answer_now()
    ticks.now += 30
    interview.pause()
    ticks.now += 3600
    interview.carry_on()
    ticks.now += 1
    assert interview.timer.used == 31


def test_each_answer_is_on_disk_as_it_ends_with_what_was_measured(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    answer(interview, "We moved it and we sold 47 of 50 batches.")
    (given,) = attempts.of_mock(coach.database.connection, interview.book.mock_id)
    attempt = given.attempt
    assert (attempt.mode, attempt.mock_id, attempt.number, attempt.asked) == (
        "mock",
        interview.book.mock_id,
        1,
        "",
    )
    assert (attempt.way, attempt.words, attempt.profile) == ("text", 10, "answer")
    assert attempt.signals["we_actions"] == 2
    assert [(each.point.label, each.hit) for each in attempt.points[:2]] == [
        ("Batches sold", True),
        ("Waste", False),
    ]
    answer(interview, "I moved it myself.")
    _, follow = attempts.of_mock(coach.database.connection, interview.book.mock_id)
    assert follow.attempt.asked.endswith("?")
    assert follow.attempt.follows_id == given.attempt_id
    assert not [each for each in follow.attempt.points if not each.hit], (
        "what it was not asked for is not missed"
    )


def test_words_are_kept_only_where_the_person_said_so(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    answer(interview)
    interview.keep_words = True
    answer(interview)
    kept = attempts.of_mock(coach.database.connection, interview.book.mock_id)
    assert [each.attempt.text is None for each in kept] == [True, False]
    assert all(not point.evidence for point in kept[0].attempt.points)


def test_the_words_of_an_answer_are_in_no_place_of_the_database_once_it_has_ended(
    coach: Coach, ticks: Ticks
) -> None:
    interview = begun(coach, ticks)
    interview.answer_now()
    interview.running(Way.TEXT, ("The xylophone was the reason.",))
    assert "xylophone" in _everything(coach)
    interview.answered(written("The xylophone was the reason.", 1000))
    assert "xylophone" not in _everything(coach)


def _everything(coach: Coach) -> str:
    return "\n".join(coach.database.connection.iterdump())


def test_a_skipped_question_is_kept_as_one_that_was_not_answered(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    interview.skip()
    assert interview.number == 2
    answer(interview)
    interview.skip()
    kept = attempts.of_mock(coach.database.connection, interview.book.mock_id)
    assert [(each.attempt.number, each.attempt.abandoned, bool(each.attempt.asked)) for each in kept] == [
        (1, True, False),
        (2, False, False),
        (2, True, True),
    ]


def test_an_interview_in_which_nothing_was_answered_is_given_up(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    for _ in range(3):
        interview.skip()
    assert interview.stage is Stage.DONE
    assert interview.book.row().abandoned
    assert starting.unfinished(coach.database) is None


def test_ended_early_it_goes_through_what_was_answered(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    answer(interview)
    interview.end()
    assert interview.stage is Stage.DEBRIEF
    debrief = Debrief(interview)
    assert debrief.place == (1, 1)
    debrief.done()
    assert interview.book.row().abandoned
    report = past.report(coach.database, coach.settings, coach.clock, interview.book.mock_id)
    assert report.given_up
    assert [each.is_skipped for each in report.answers] == [False, True, True]


def test_a_step_that_does_not_fit_the_stage_changes_nothing(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    with pytest.raises(LookupError):
        interview.answered(written(GOOD, 1000))
    with pytest.raises(LookupError):
        interview.think_again()
    assert interview.stage is Stage.THINK


# -- left and gone on with


@pytest.mark.parametrize("steps", range(9))
def test_after_a_kill_it_goes_on_at_the_very_place(coach: Coach, ticks: Ticks, steps: int) -> None:
    interview = begun(coach, ticks)
    for _ in range(steps):
        if interview.stage is Stage.THINK:
            interview.answer_now()
        else:
            interview.answered(written(GOOD, 90_000))
    place = (interview.number, interview.stage, interview.asked, interview.profile)
    resumed = again(coach, ticks)
    assert (resumed.number, resumed.stage, resumed.asked, resumed.profile) == place
    answer_all(resumed)
    assert resumed.stage is Stage.DEBRIEF
    kept = attempts.of_mock(coach.database.connection, resumed.book.mock_id)
    assert len(kept) == 6


def test_the_running_answer_comes_back_with_the_time_used(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    ticks.now += 7
    interview.answer_now()
    ticks.now += 40
    interview.running(Way.BOXES, ("The oven failed", "", "", ""), (1000, 2000))
    ticks.now += 3  # and killed
    resumed = again(coach, ticks)
    ticks.now += 500
    assert resumed.timer.paused
    assert resumed.timer.used == 40
    assert resumed.state.running.texts == ("The oven failed", "", "", "")
    assert resumed.state.running.marks == (1000, 2000)
    assert resumed.state.thought == 7000
    resumed.carry_on()
    ticks.now += 10
    assert resumed.timer.used == 50


def test_left_in_order_it_keeps_the_time_to_the_moment(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    ticks.now += 11
    interview.leave()
    assert again(coach, ticks).timer.left == 19


def test_an_interview_goes_on_where_its_note_was_renamed_and_edited(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    second = interview.plan[1]
    path = coach.workspace.decks / second.path
    edited = second.prompt.replace("number", "with the number")
    path.with_name("renamed.md").write_text(path.read_text().replace(second.prompt, edited))
    path.unlink()
    coach.sync()
    answer(interview)
    answer(interview)
    assert interview.number == 2
    assert interview.stored.card.prompt == edited


def test_an_interview_that_was_begun_elsewhere_since_cannot_be_written(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    answer(interview)
    begun(coach, ticks, seed=8)
    with pytest.raises(CoachError, match="ended in another window"):
        answer(interview)
    with pytest.raises(CoachError, match="is over"):
        starting.resume(coach.database, coach.settings, coach.clock, interview.book.mock_id)


def test_of_two_windows_on_one_interview_only_the_one_that_goes_on_writes(coach: Coach, ticks: Ticks) -> None:
    first = begun(coach, ticks)
    second = again(coach, ticks)
    answer_all(second)
    for step in (first.keep, first.answer_now, first.skip, first.end, first.leave):
        with pytest.raises(CoachError, match="gone on with in another window"):
            step()
    assert (first.number, first.stage) == (1, Stage.THINK)
    assert again(coach, ticks).stage is Stage.DEBRIEF
    assert len(second.book.answers()) == 6, "no question was answered twice"
    third = again(coach, ticks)
    debrief = Debrief(third)
    debrief.predict(4)
    debrief.done()
    with pytest.raises(CoachError, match="gone on with in another window"):
        Debrief(second).predict(1)
    assert third.book.answers()[0].attempt.predicted == 4


def test_a_step_that_could_not_be_saved_can_be_taken_again(
    coach: Coach, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    interview = begun(coach, ticks)
    answer(interview)
    with monkeypatch.context() as patch:
        patch.setattr("interview_coach.store.mocks.save_state", _full)
        for step in (interview.skip, interview.keep, lambda: interview.answered(written(GOOD, 1000))):
            with pytest.raises(CoachError, match="the disk is full"):
                step()
    assert interview.stage is Stage.FOLLOW_UP
    assert len(interview.book.answers()) == 1
    answer(interview)
    assert interview.number == 2


def _full(*_: object) -> bool:
    raise sqlite3.OperationalError("database or disk is full")


def test_back_from_an_answer_without_words_the_way_is_free_again(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    interview.answer_now()
    interview.running(Way.SPOKEN, (), (1000,))
    interview.think_again()
    assert interview.state.running.way == ""
    interview.answer_now()
    interview.running(Way.TEXT, ("The oven failed",))
    interview.think_again()
    assert interview.state.running.texts == ("The oven failed",)
    assert interview.state.running.way == Way.TEXT.value


def test_a_question_that_has_gone_is_passed_over_and_the_clock_waits_there_too(
    coach: Coach, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = begun(coach, ticks)
    gone = first.plan[0]
    monkeypatch.setattr(Book, "card", lambda book, planned: None if planned == gone else found(book, planned))
    resumed = again(coach, ticks)
    ticks.now += 50
    assert (resumed.number, resumed.timer.paused, resumed.timer.used) == (2, True, 0)


found = Book.card


def test_another_interview_gives_up_the_one_that_was_left(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks)
    answer(interview)
    begun(coach, ticks, seed=8)
    assert interview.book.row().abandoned
    left = starting.unfinished(coach.database)
    assert left is not None
    assert (left.seed, left.number, left.answered, left.total) == (8, 1, 0, 3)


# -- the schedule, the seed


def test_an_interview_moves_no_schedule(coach: Coach, ticks: Ticks) -> None:
    practice = coach.practice()
    for rating in (1, 3, 4):
        practice.rate(rating)  # type: ignore[arg-type] # an IntEnum's values
    before = schedule_of(coach)
    interview = begun(coach, ticks)
    answer_all(interview)
    debrief = Debrief(interview)
    while debrief.current:
        debrief.predict(3)
        debrief.grade("result", 2)
        debrief.done()
    assert schedule_of(coach) == before


def test_the_same_seed_asks_the_same_again_though_much_was_learnt_since(coach: Coach, ticks: Ticks) -> None:
    first = begun(coach, ticks)
    answer_all(first)
    Debrief(first).leave_the_rest()
    other = begun(coach, ticks, seed=99)
    answer_all(other)
    Debrief(other).leave_the_rest()
    assert [each.card_id for each in other.plan] != [each.card_id for each in first.plan]
    second = begun(coach, ticks)
    assert second.plan == first.plan
    asked = []
    while second.stage in ASKING:
        answer(second)
        asked.append(second.follow_up)
    assert second.state.follow_ups == first.state.follow_ups, "the same answers are asked on alike"


def test_the_same_seed_keeps_what_can_be_asked_still_and_chooses_the_rest_anew(
    coach: Coach, ticks: Ticks
) -> None:
    first = begun(coach, ticks, questions=5)
    answer_all(first)
    Debrief(first).leave_the_rest()
    suspend(coach, first.plan[2].card_id)
    second = begun(coach, ticks, questions=5)
    same = [one.card_id == other.card_id for one, other in zip(first.plan, second.plan, strict=True)]
    assert same == [True, True, False, True, True]
    assert len({each.card_id for each in second.plan}) == 5


def test_the_same_seed_asks_the_same_words_after_a_card_was_linked_to_another(
    coach: Coach, ticks: Ticks
) -> None:
    first = begun(coach, ticks)
    answer_all(first)
    Debrief(first).leave_the_rest()
    asked = {each.card_id for each in first.plan}
    other = next(
        each.stored.card_id
        for each in coach.cards()
        if each.stored.card.kind is CardKind.QUESTION and each.stored.card_id not in asked
    )
    relink(coach.database, coach.settings, first.plan[0].card_id, other, coach.clock())
    second = begun(coach, ticks)
    assert [each.prompt for each in second.plan] == [each.prompt for each in first.plan]
    assert second.plan[0].card_id == other


def test_a_seed_that_is_drawn_was_never_sat(coach: Coach, ticks: Ticks) -> None:
    draws = iter([4, 4, 4, 11])
    seeds = [
        starting.begin(
            coach.database,
            coach.settings,
            coach.clock,
            replace(SETUP, seed=None),
            ticks=ticks,
            draw=lambda _: next(draws),
        ).seed
        for _ in range(2)
    ]
    assert seeds == [5, 12]


def test_with_nothing_to_ask_it_says_why(tmp_path: Path, ticks: Ticks) -> None:
    write_note(tmp_path, text=note_text(story={}))
    coach = several_notes(tmp_path, 0)
    with pytest.raises(CoachError) as caught:
        begun(coach, ticks)
    assert "no question to ask" in caught.value.message
    assert "3 no story and no answer" in caught.value.hint
    coach.close()


def test_the_questions_of_chosen_skills_alone_are_asked(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks, skills=("Skill 1", "Skill 2"))
    assert {each.skill for each in interview.plan} == {"Skill 1", "Skill 2"}
    assert Role.TROUBLE in [each.role for each in interview.plan]


def test_own_lights_stand_as_far_apart_as_the_usual(coach: Coach, ticks: Ticks) -> None:
    interview = begun(coach, ticks, answer=60)
    profile = interview.profile
    assert (profile.green, profile.yellow, profile.red, profile.overtime) == (30, 45, 60, 75)
    answer(interview)
    assert interview.timer.seconds == 60, "a follow-up gets no more than an answer"
    assert isinstance(interview.setup, Setup)
