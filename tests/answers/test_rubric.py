"""The person grades; the rubric says what a grade means, and what the ticks speak against."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.rubric import LINES, Cap, Grades, Standing, caps, grade, mean, standing, told
from interview_coach.settings import DEFAULTS

Pairs = list[tuple[str, int]]


def test_five_lines_with_five_levels_each_that_differ() -> None:
    assert [line.code for line in LINES] == ["specific", "own_action", "result", "structure", "answers"]
    for line in LINES:
        assert len({line.anchor(level) for level in range(1, 6)}) == 5
        assert not any("you are" in anchor.casefold() for anchor in line.anchors)


def test_nothing_missing_caps_nothing() -> None:
    assert caps(result_ticked=True) == ()
    assert caps(result_ticked=None) == ()


@pytest.mark.parametrize(
    ("result_ticked", "key_missed", "overtime", "expected"),
    [
        (False, "", "", {"result": 2}),
        (True, "13/14", "", {"result": 3}),
        (None, "13/14", "", {"result": 3}),
        (False, "13/14", "2:41", {"result": 2, "structure": 3}),
        (True, "", "2:41", {"structure": 3}),
    ],
)
def test_caps(result_ticked: bool | None, key_missed: str, overtime: str, expected: dict[str, int]) -> None:
    found = caps(result_ticked=result_ticked, key_missed=key_missed, overtime=overtime)
    assert {cap.line: cap.most for cap in found} == expected
    reasons = " ".join(cap.reason for cap in found)
    assert overtime in reasons
    assert result_ticked is False or key_missed in reasons


def test_a_cap_lowers_only_its_line_and_can_be_overruled() -> None:
    found = (Cap("result", 2, "no Result is ticked"),)
    grades = {"specific": 5, "result": 4, "structure": 1}
    assert Grades(grades).under(found).by_line == {"specific": 5, "result": 2, "structure": 1}
    assert Grades.kept(grades, found).under(found).by_line == grades, "stored above its cap, it was overruled"
    assert Grades({"result": 1}).under(found).by_line == {"result": 1}


def test_a_grade_above_its_cap_is_given_twice() -> None:
    caps = (Cap("result", 2, "no Result is ticked"),)
    once = Grades().graded("result", 5, caps)
    assert (once.by_line, once.overruled, once.wished) == ({"result": 2}, frozenset(), ("result", 5))
    assert once.graded("result", 4, caps).by_line == {"result": 2}  # another grade is another wish
    assert once.graded("other", 5, caps).overruled == frozenset()  # the next line is another
    twice = once.graded("result", 5, caps)
    assert (twice.by_line, twice.overruled, twice.wished) == ({"result": 5}, frozenset({"result"}), None)
    assert twice.graded("result", 1, caps).overruled == frozenset()


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(1, 5)), max_size=12), st.integers(1, 5))
def test_grades_stay_within_their_cap_unless_it_was_overruled(given_one_by_one: Pairs, most: int) -> None:
    grades, caps = Grades(), [Cap(line, most, "") for line in "abc"]
    for line, level in given_one_by_one:
        grades = grades.graded(line, level, caps)
        assert all(grade <= most or line in grades.overruled for line, grade in grades.by_line.items())


def test_some_of_the_lines_are_no_grade_of_the_answer_and_are_told_as_what_they_are() -> None:
    whole = {line.code: level for line, level in zip(LINES, (4, 4, 4, 4, 5), strict=True)}
    assert (grade(whole), told(whole)) == (4.2, "4.2 of 5")
    some = {"specific": 5, "result": 5}
    assert (grade(some), told(some)) == (None, "5.0 on 2 of 5 lines")
    assert (grade({}), told({})) == (None, "")


def test_the_mean_is_of_the_lines_that_were_graded() -> None:
    assert mean({}) is None
    assert mean({"specific": 4, "result": 3}) == 3.5


def test_ready_workable_weak() -> None:
    assert [standing(grade).value for grade in (1, 2, 2.9, 3, 3.9, 4, 5)] == (
        ["weak"] * 3 + ["workable"] * 2 + ["ready"] * 2
    )
    assert standing(4, replace(DEFAULTS, rubric_bands=(2, 5))) is Standing.WORKABLE
