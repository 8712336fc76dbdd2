"""A report says what was measured and graded, what to do next, and what it was the last time."""

import errno
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.rubric import LINES
from interview_coach.coach.coach import Coach
from interview_coach.coach.coverage import practised
from interview_coach.coach.mock import past
from interview_coach.coach.mock.advice import next_steps
from interview_coach.coach.mock.debrief import Debrief
from interview_coach.coach.mock.drawn import bar
from interview_coach.coach.mock.interview import Interview
from interview_coach.coach.mock.markdown import markdown, reports_of, write_report
from interview_coach.coach.mock.report import Report
from interview_coach.coach.mock.state import Stage
from interview_coach.errors import CoachError
from interview_coach.recall.day import study_day
from interview_coach.store.wanted import wanted_on
from tests.coach.mock.sitting import (
    ASKING,
    GOOD,
    Ticks,
    answer,
    answer_all,
    begun,
    several_notes,
    spoken,
    suspend,
)
from tests.making import METRICS, FakeClock, note_text, write_note

NO_FIGURE = "We moved it. We reshaped it and we called him. It was usually fine."


@pytest.fixture
def coach(tmp_path: Path) -> Iterator[Coach]:
    opened = several_notes(tmp_path)
    yield opened
    opened.close()


def sat(
    coach: Coach, text: str = GOOD, grade: int = 4, seed: int = 7, skills: tuple[str, ...] = ()
) -> Interview:
    """An interview answered alike throughout, its Results told, and graded alike."""
    interview = begun(coach, Ticks(), seed=seed, skills=skills)
    answer_all(interview, text)
    debrief = Debrief(interview)
    while debrief.current:
        debrief.predict(5)
        for number, each in enumerate(debrief.ticked):
            if each.decided_by == "self" and not each.hit:
                debrief.tick(number)
        for line in LINES:
            debrief.grade(line.code, grade)
        debrief.done()
    return interview


def of(coach: Coach, interview: Interview) -> Report:
    return past.report(coach.database, coach.settings, coach.clock, interview.book.mock_id)


def test_what_was_answered_said_and_graded(coach: Coach) -> None:
    report = of(coach, sat(coach))
    assert len(report.answered) == len(report.answers) == 3
    first = report.answers[0]
    assert [(each.value, each.said) for each in first.figures] == [
        ("47/50", True),
        ("-38%", False),
        ("~9 hours", False),
    ]
    assert first.seconds is not None
    assert first.is_predicted
    assert report.grades == {line.code: 4 for line in LINES}
    assert (report.grade, report.predicted) == (4, 5)
    assert first.asked_on is not None
    assert first.asked_on.answered
    assert not report.given_up
    assert report.to_work_on == ()


def test_a_figure_counts_once_for_its_skill_and_apart_where_it_came_only_when_asked_on(coach: Coach) -> None:
    interview = begun(coach, Ticks())
    while interview.stage in ASKING:
        answer(interview, GOOD if interview.stage is Stage.FOLLOW_UP else NO_FIGURE)
    Debrief(interview).leave_the_rest()
    said, later, of_all = of(coach, interview).figures
    assert (said, later) == (0, 3)
    assert of_all == 9


def test_answers_to_work_on_come_with_their_reasons(coach: Coach) -> None:
    interview = begun(coach, Ticks())
    answer(interview, NO_FIGURE)
    answer(interview, NO_FIGURE)
    interview.skip()
    answer(interview, GOOD)
    answer(interview, GOOD)
    debrief = Debrief(interview)
    debrief.grade("own_action", 2)
    debrief.leave_the_rest()
    report = of(coach, interview)
    reasons = {each.planned.number: each.reasons for each in report.answers}
    assert reasons[1] == ("Own action 2 of 5", "the key figure, 47/50, not said", "no Result told")
    assert reasons[2] == ("skipped",)
    assert reasons[3] == ()
    assert [each.planned.number for each in report.to_work_on] == [1, 2]
    steps = next_steps(report, coach.settings)
    assert steps[0].startswith("Give answer 1 again")
    assert steps[1] == "Have an answer ready to question 2, which you skipped."
    assert "Batches sold 47/50" in " ".join(steps)


def test_the_shares_of_a_spoken_answer_stand_beside_what_to_compare_with(coach: Coach) -> None:
    interview = begun(coach, Ticks(), follow_ups=False)
    for _ in range(3):
        interview.answer_now()
        interview.answered(spoken(50, 30, 60, 60))
    Debrief(interview).leave_the_rest()
    report = of(coach, interview)
    assert [round(each.share) for each in report.answers[0].shares] == [25, 15, 30, 30]
    assert [each.target for each in report.answers[0].shares] == list(coach.settings.part_shares)
    steps = " ".join(next_steps(report, coach.settings))
    assert "answers 1, 2 and 3 ran into overtime" in steps
    assert "Situation and Task took over 35 %" in steps
    drawn = markdown(report, coach.settings)
    assert "3:20 of 2:00, overtime" in drawn


def test_it_is_set_beside_the_last_time_the_same_seed_was_sat(coach: Coach, clock: FakeClock) -> None:
    first = sat(coach, grade=3)
    assert of(coach, first).before is None
    sat(coach, seed=8)
    second = of(coach, sat(coach, grade=4))
    assert second.before is not None
    assert second.before.mock_id == first.book.mock_id
    text = markdown(second, coach.settings)
    assert "+1.0 since last time" in text
    assert clock.now.year == 2026


def test_other_questions_of_the_same_seed_are_not_set_beside_each_other(coach: Coach) -> None:
    sat(coach, grade=3, skills=("Skill 0",))
    assert of(coach, sat(coach, grade=4, skills=("Skill 1",))).before is None


def test_where_one_question_has_gone_the_others_are_set_beside_their_own(coach: Coach) -> None:
    first = sat(coach, grade=3)
    suspend(coach, first.plan[0].card_id)
    report = of(coach, sat(coach, grade=4))
    beside = [report.last_time(each) for each in report.answers]
    assert beside[0] is None
    assert [each and each.planned.prompt for each in beside[1:]] == [each.prompt for each in first.plan[1:]]
    assert "2 of its 3 questions were asked on 2 March 2026" in markdown(report, coach.settings)


def test_a_note_whose_points_changed_their_order_moves_no_tick(coach: Coach) -> None:
    interview = sat(coach)
    before = of(coach, interview)
    planned = interview.plan[0]
    path = coach.workspace.decks / planned.path
    first, second = (f"| {' | '.join(row)} |" for row in METRICS[:2])
    path.write_text(path.read_text().replace(f"{first}\n{second}", f"{second}\n{first}"))
    coach.sync()
    assert of(coach, interview).answers[0].figures == before.answers[0].figures


def test_what_is_said_of_a_prediction_is_counted(coach: Coach) -> None:
    report = of(coach, sat(coach, grade=3))
    assert "You predicted 2.0 above what you graded, over 3 answers." in next_steps(report, coach.settings)


def test_a_missing_question_about_a_failure_is_a_thing_to_do(coach: Coach) -> None:
    report = of(coach, sat(coach))
    assert not any("failure" in step for step in next_steps(report, coach.settings))
    assert any("failure" in step for step in next_steps(report, coach.settings, lacks_trouble=True))


def test_past_interviews_are_listed_the_newest_first_and_opened_again(coach: Coach) -> None:
    first, second = sat(coach, grade=3), sat(coach, seed=8)
    begun(coach, Ticks(), seed=9)  # nothing was answered in it
    listed = past.past(coach.database)
    assert [(each.mock_id, each.grade, each.answered, each.is_over) for each in listed] == [
        (second.book.mock_id, 4, 3, True),
        (first.book.mock_id, 3, 3, True),
    ]
    assert of(coach, first) == past.report(coach.database, coach.settings, coach.clock, listed[1].mock_id)
    skipped = begun(coach, Ticks(), seed=10)
    skipped.answer_now()
    skipped.skip()
    answer_all(skipped)
    Debrief(skipped).leave_the_rest()
    for each in past.past(coach.database):
        told = past.report(coach.database, coach.settings, coach.clock, each.mock_id)
        assert (each.started_at, each.seed, each.is_over) == (told.started_at, told.seed, told.is_over)
        assert (each.questions, each.answered) == (len(told.answers), len(told.answered))
        assert each.grade == told.grade
        assert set(each.skills) == {answer.planned.skill for answer in told.answers}
    with pytest.raises(CoachError, match="no mock interview 99"):
        past.report(coach.database, coach.settings, coach.clock, 99)


def test_a_report_survives_its_notes(coach: Coach) -> None:
    interview = sat(coach)
    before = of(coach, interview)
    for path in coach.workspace.decks.glob("*.md"):
        path.unlink()
    write_note(coach.workspace.root, text=note_text("Another"))
    coach.sync()
    assert of(coach, interview) == before


# -- the file


def test_the_file_is_private_and_overwrites_nothing(coach: Coach) -> None:
    report = of(coach, sat(coach))
    first = write_report(coach.workspace, report, coach.settings)
    second = write_report(coach.workspace, report, coach.settings)
    assert (first.name, second.name) == ("mock-2026-03-02-0800-seed-7.md", "mock-2026-03-02-0800-seed-7-2.md")
    assert first.read_text() == second.read_text()
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_written_is_said(coach: Coach) -> None:
    report = of(coach, sat(coach))
    reports_of(coach.workspace).write_text("a file")
    with pytest.raises(CoachError, match="could not be written"):
        write_report(coach.workspace, report, coach.settings)


def test_a_disk_that_is_full_leaves_no_half_of_a_report(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    report = of(coach, sat(coach))
    write = Path.write_text

    def full(path: Path, text: str, encoding: str, newline: str) -> NoReturn:
        write(path, text[:100], encoding=encoding, newline=newline)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full)
        with pytest.raises(CoachError, match="No space left"):
            write_report(coach.workspace, report, coach.settings)
    assert not list(reports_of(coach.workspace).iterdir())
    assert write_report(coach.workspace, report, coach.settings).name.endswith("seed-7.md")


def test_what_a_note_says_means_nothing_in_the_file(tmp_path: Path) -> None:
    question = "What is **this** [link](http://x) <b>and</b> `that` | # and ```?"
    write_note(tmp_path, text=note_text("A _skill_ | [[x]]", [question]))
    coach = several_notes(tmp_path, 0)
    text = markdown(of(coach, sat(coach)), coach.settings)
    for mark in ("**this", "[link](", "<b>", "| #"):
        assert mark not in text
    fences = [line for line in text.splitlines() if line.startswith("```")]
    assert len(fences) == 4, "the summary and one answer"
    coach.close()


def test_every_line_of_the_file_is_worth_its_place(coach: Coach) -> None:
    text = markdown(of(coach, sat(coach, grade=3)), coach.settings)
    for part in ("## In short", "## What to do next", "## 1. ", "## 3. ", "**Asked on**", "mock --seed 7"):
        assert part in text
    assert GOOD not in text, "the answer itself is not in it where words are not kept"


@given(st.floats(0, 500), st.floats(1, 200), st.none() | st.floats(0, 300))
def test_a_bar_is_as_wide_as_it_is_asked_to_be(value: float, whole: float, mark: float | None) -> None:
    drawn = bar(value, whole, mark, width=20)
    assert len(drawn) == 20
    assert ("│" in drawn or "┃" in drawn) is (mark is not None)


def test_a_bar_is_in_proportion() -> None:
    assert bar(5, 10, width=10) == "█████·····"
    assert bar(10, 10, width=4) == "████"
    assert bar(0, 10, width=4) == "····"
    assert bar(20, 10, 5, width=10) == "████┃█████"


# -- sent to today's practice


def test_weak_answers_go_to_today_and_can_be_taken_back(coach: Coach) -> None:
    interview = sat(coach)
    mock_id = interview.book.mock_id
    ids = [each.card_id for each in of(coach, interview).answers[:2]]
    day = study_day(coach.clock(), 4)

    def waiting() -> list[int]:
        return [entry.card_id for entry in wanted_on(coach.database.connection, day)]

    assert past.send(coach.database, coach.settings, coach.clock, mock_id, ids) == 2
    assert past.send(coach.database, coach.settings, coach.clock, mock_id, ids) == 0
    assert waiting() == ids
    assert of(coach, interview).sent == 2
    assert set(ids) <= {card.card_id for card in coach.due_cards()}
    assert past.take_back_sent(coach.database, coach.clock, mock_id) == 2
    assert waiting() == []
    assert of(coach, interview).sent == 0


def test_progress_and_coverage_count_the_questions_answered(coach: Coach) -> None:
    """Of three one is skipped, and of the others each is asked on."""
    interview = begun(coach, Ticks())
    interview.skip()
    answer_all(interview)
    Debrief(interview).leave_the_rest()
    assert interview.state.follow_ups
    assert [each.answers for each in coach.statistics().mocks] == [2]
    (listed,) = past.past(coach.database)
    assert listed.answered == 2
    covered = practised(coach.database, coach.workspace.decks, coach.settings)
    assert [each.answers for each in covered.answers if each is not None] == [1, 1]


def test_an_interview_of_which_every_question_was_skipped_is_in_no_list(coach: Coach) -> None:
    interview = begun(coach, Ticks())
    for _ in range(3):
        interview.skip()
    assert coach.statistics().mocks == ()
    assert past.past(coach.database) == []
