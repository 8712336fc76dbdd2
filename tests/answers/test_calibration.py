"""Predictions against grades, in plain words, and only from enough answers."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.calibration import Pair, calibrate, lacking
from interview_coach.answers.rubric import LINES
from interview_coach.settings import DEFAULTS

FIVE = replace(DEFAULTS, calibration_answers=5)


def pairs(predicted: int, number: int, **final: int) -> list[Pair]:
    return [Pair(predicted, final)] * number


def test_too_few_answers_say_nothing() -> None:
    assert calibrate(pairs(4, 9, result=2)) == ()
    assert (lacking([]), lacking(pairs(4, 9, result=2)), lacking(pairs(4, 12, result=2))) == (10, 1, 0)


def test_the_difference_is_said_line_by_line() -> None:
    known = pairs(4, 2, result=3, structure=4, specific=5) + pairs(4, 8, result=3, structure=4, specific=5)
    specific, result, structure = calibrate(known)
    assert (specific.line, specific.text) == ("specific", "you rate Specific 1.0 too low")
    assert (result.difference, result.answers, result.text) == (1.0, 10, "you rate Result 1.0 too high")
    assert structure.text == "you rate Structure and time about right"


def test_a_third_of_a_grade_is_about_right() -> None:
    (line,) = calibrate(pairs(3, 7, result=3) + pairs(4, 3, result=3))
    assert line.text == "you rate Result about right"
    (line,) = calibrate(pairs(3, 6, result=3) + pairs(4, 4, result=3))
    assert line.text == "you rate Result 0.4 too high"


def test_what_it_was_before_is_said_where_it_changed() -> None:
    (line,) = calibrate(pairs(5, 10, result=3) + pairs(3, 30, result=3))
    assert (line.difference, line.before, line.answers) == (0, 2, 30)
    assert line.text == "you rate Result about right; it was 2.0 too high before"
    (line,) = calibrate(pairs(4, 40, result=3))
    assert line.text == "you rate Result 1.0 too high"


@given(
    st.lists(
        st.builds(
            Pair,
            st.integers(1, 5),
            st.dictionaries(st.sampled_from([x.code for x in LINES]), st.integers(1, 5)),
        )
    )
)
def test_the_means_stay_in_bounds(known: list[Pair]) -> None:
    for line in calibrate(known, FIVE):
        assert -4 <= line.difference <= 4
        assert line.answers >= 5
        assert line.text.startswith("you rate ")
