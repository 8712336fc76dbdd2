"""What was found and what the person says of it, answer by answer; gone on with after a kill."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_coach.answers.rubric import LINES
from interview_coach.coach.answering import Way, written
from interview_coach.coach.brief import brief
from interview_coach.coach.coach import Coach
from interview_coach.coach.mock import starting
from interview_coach.coach.mock.debrief import Debrief
from interview_coach.coach.mock.interview import Interview
from interview_coach.coach.mock.state import Stage
from interview_coach.errors import CoachError
from interview_coach.store import attempts
from interview_coach.store.attempts import Attempt
from tests.coach.mock.sitting import GOOD, Ticks, again, answer_all, begun, several_notes, spoken

ALL_FIGURES = GOOD + "The waste fell by 38 percent, and the proving took about 9 hours."


@pytest.fixture
def coach(tmp_path: Path) -> Iterator[Coach]:
    opened = several_notes(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def interview(coach: Coach) -> Interview:
    """Three questions answered, none gone through."""
    made = begun(coach, Ticks())
    answer_all(made)
    return made


def kept(coach: Coach, interview: Interview, number: int = 1) -> Attempt:
    return next(
        each.attempt
        for each in attempts.of_mock(coach.database.connection, interview.book.mock_id)
        if each.attempt.number == number and not each.attempt.asked
    )


def point(debrief: Debrief, label: str) -> int:
    return next(number for number, each in enumerate(debrief.ticked) if each.point.label == label)


def test_what_was_found_is_ticked_with_the_place_that_proves_it(interview: Interview) -> None:
    debrief = Debrief(interview)
    sold = debrief.ticked[point(debrief, "Batches sold")]
    assert (sold.hit, sold.decided_by) == (True, "auto")
    start, end = sold.evidence[0]
    assert debrief.text[start:end] == "47 of 50"


def test_each_step_is_on_disk_as_it_is_taken(coach: Coach, interview: Interview) -> None:
    debrief = Debrief(interview)
    debrief.predict(4)
    assert kept(coach, interview).predicted == 4
    debrief.tick(point(debrief, "Result"))
    ticked = kept(coach, interview).points[point(debrief, "Result")]
    assert (ticked.hit, ticked.decided_by) == (True, "self")
    debrief.grade("result", 4)
    assert kept(coach, interview).rubric == {"result": 4}
    fix = debrief.fix
    debrief.done()
    assert kept(coach, interview).fix == ("" if fix is None else fix.code)
    assert debrief.number == 2


def test_a_cap_holds_a_grade_until_it_is_overruled_or_its_reason_goes(interview: Interview) -> None:
    debrief = Debrief(interview)
    cap = debrief.grade("result", 5)
    assert cap is not None
    assert (debrief.grades.by_line["result"], cap.reason) == (2, "no Result is ticked")
    assert debrief.grade("result", 5) is None
    assert debrief.grades.by_line["result"] == 5
    debrief.done()
    assert debrief.grade("result", 5) is not None, "overruled on one answer is not overruled on the next"
    debrief.tick(point(debrief, "Result"))
    assert debrief.grade("result", 5) is None


def test_before_the_points_were_gone_through_nothing_is_said_of_a_result_that_nobody_marked(
    interview: Interview,
) -> None:
    debrief = Debrief(interview)
    debrief.tick(point(debrief, "Batches sold"))  # found, and said to be wrong; the Result is still open
    debrief.tick(point(debrief, "Batches sold"))
    assert debrief.fix is None or debrief.fix.code != "result"
    debrief.went_through()
    assert debrief.fix is not None
    assert debrief.fix.code == "result"
    debrief.tick(point(debrief, "Result"))
    assert debrief.fix is None or debrief.fix.code != "result"


def test_of_two_windows_that_go_through_one_answer_the_later_is_told(
    coach: Coach, interview: Interview
) -> None:
    here, there = Debrief(interview), Debrief(again(coach, Ticks()))
    here.predict(4)
    result = point(there, "Result")
    with pytest.raises(CoachError, match="gone on with in another window"):
        there.tick(result)
    assert not there.ticked[result].hit
    here.tick(result)
    assert (kept(coach, interview).predicted, kept(coach, interview).points[result].hit) == (4, True)
    back = Debrief(again(coach, Ticks()))
    back.grade("result", 3)
    assert kept(coach, interview).rubric == {"result": 3}


def test_unticking_a_result_holds_down_the_grade_that_stood(interview: Interview) -> None:
    debrief = Debrief(interview)
    debrief.tick(point(debrief, "Result"))
    debrief.grade("result", 4)
    debrief.tick(point(debrief, "Result"))
    assert debrief.grades.by_line["result"] == 2


def test_gone_through_the_last_the_interview_is_over(coach: Coach, interview: Interview) -> None:
    debrief = Debrief(interview)
    for place in (1, 2, 3):
        assert debrief.place == (place, 3)
        debrief.done()
    assert not debrief.current
    assert interview.stage is Stage.DONE
    row = interview.book.row()
    assert row.ended_at is not None
    assert not row.abandoned
    assert starting.unfinished(coach.database) is None


def test_after_a_kill_it_goes_on_with_what_was_said_and_measured(coach: Coach, interview: Interview) -> None:
    debrief = Debrief(interview)
    debrief.done()
    debrief.predict(5)
    debrief.tick(point(debrief, "Result"))
    before = (
        debrief.number,
        debrief.facts,
        [each.hit for each in debrief.ticked],
        debrief.fix,
        debrief.judged.caps,
    )
    resumed = Debrief(again(coach, Ticks()))
    after = (
        resumed.number,
        resumed.facts,
        [each.hit for each in resumed.ticked],
        resumed.fix,
        resumed.judged.caps,
    )
    assert after == before
    assert resumed.attempt.predicted == 5
    assert resumed.text == "", "words that are not kept are gone"
    assert resumed.ticked[0].point.context == debrief.ticked[0].point.context
    resumed.leave_the_rest()
    assert starting.unfinished(coach.database) is None


def test_the_facts_are_not_kept_longer_than_they_are_needed(coach: Coach, interview: Interview) -> None:
    assert interview.state.facts
    Debrief(interview).leave_the_rest()
    assert interview.book.row().state["facts"] == {}


def test_of_a_spoken_answer_the_times_are_known_and_the_figures_are_the_persons_to_tick(coach: Coach) -> None:
    interview = begun(coach, Ticks(), follow_ups=False)
    for _ in range(3):
        interview.answer_now()
        interview.answered(spoken(40, 30, 40, 10))
    debrief = Debrief(interview)
    assert [fact.code for fact in debrief.facts][:1] == ["parts"]
    decided = {each.point.label: (each.hit, each.decided_by) for each in debrief.ticked}
    assert decided["Batches sold"] == (False, "self")
    assert decided["Result"] == (True, "auto")


def test_a_note_that_lost_its_points_meanwhile_is_gone_through_all_the_same(
    coach: Coach, interview: Interview
) -> None:
    for path in coach.workspace.decks.glob("*.md"):
        text = path.read_text()
        path.write_text("\n".join(line for line in text.splitlines() if not line.startswith("| Waste")))
    coach.sync()
    debrief = Debrief(again(coach, Ticks()))
    assert "Waste" in [each.point.label for each in debrief.ticked]
    for line in LINES:
        debrief.grade(line.code, 3)
    debrief.leave_the_rest()
    assert not debrief.current


def test_what_was_asked_on_stands_beside_its_answer(interview: Interview) -> None:
    debrief = Debrief(interview)
    assert debrief.follow_up is not None
    follow, attempt, text = debrief.follow_up
    assert attempt.asked == follow.text
    assert text == GOOD.strip()


@pytest.mark.parametrize("way", [Way.TEXT, Way.SPOKEN])
def test_an_interview_that_nobody_goes_through_makes_no_answer_weak_for_what_nobody_decided(
    coach: Coach, way: Way
) -> None:
    """Of a text the program knows the figures alone, of an answer with its parts marked the Result alone."""
    for _ in range(2):
        sat = begun(coach, Ticks(), follow_ups=False)
        while sat.stage is not Stage.DEBRIEF:
            sat.answer_now()
            sat.answered(written(ALL_FIGURES, 90_000) if way is Way.TEXT else spoken(20, 10, 40, 20))
        Debrief(sat).leave_the_rest()
    assert coach.weak().answers == ()
    assert brief(coach.database, coach.settings, coach.clock()).weakest == ()
