"""Which answers are weak, why, and when they leave the list."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.recall.aim import Aim, aim_of
from interview_coach.recall.given import Answer, Asked, Limits
from interview_coach.recall.reasons import Code, Reason
from interview_coach.recall.weakness import History, Verdict, good_ones, is_good, judge
from interview_coach.settings import DEFAULTS

LIMITS = Limits.from_settings(DEFAULTS, {"result": "Result", "own_action": "Own action"})
FIRST = date(2026, 3, 2)
RATE, RENEWED, WAIT, FOURTH = "Resolution rate", "Renewed", "Waiting time", "Fourth"


def answer(day: int, rating: int | None = 3, **more: Any) -> Answer:
    """An answer on a day counted from the first."""
    return Answer(day, FIRST + timedelta(days=day), rating=rating)._replace(**more)


def typed(day: int, *missed: str, rating: int | None = 3) -> Answer:
    """A typed answer that was to hold four metrics and a Result and missed some."""
    names = [("metric", name) for name in (RATE, RENEWED, WAIT, FOURTH)] + [("result", "Result")]
    asked = tuple(Asked(kind, name, name not in missed) for kind, name in names)
    return answer(day, rating, way="text", asked=asked)


def verdict(*answers: Answer, limits: Limits = LIMITS, recall: float | None = 0.9) -> Verdict:
    return judge(History(answers, recall), limits)


def texts(found: Verdict) -> list[str]:
    return [reason.text for reason in found.reasons]


def codes(found: Verdict) -> list[Code]:
    return [reason.code for reason in found.reasons]


def test_a_card_that_was_never_answered_is_not_weak() -> None:
    assert verdict(recall=None) == Verdict((), 0)


def test_a_metric_missed_twice_in_the_last_three_is_named() -> None:
    assert texts(verdict(typed(0, RATE))) == []
    assert texts(verdict(typed(0, RATE), typed(1, RATE))) == [
        "Resolution rate missed in 2 of 2 answers, last on 2026-03-03"
    ]
    assert texts(verdict(typed(0, RATE), typed(1), typed(2, RATE))) == [
        "Resolution rate missed in 2 of 3 answers, last on 2026-03-04"
    ]


def test_two_different_metrics_missed_once_each_are_no_habit() -> None:
    assert codes(verdict(typed(0, RATE), typed(1, RENEWED))) == []


def test_misses_that_are_further_apart_than_three_answers_are_no_habit() -> None:
    assert codes(verdict(typed(0, RATE), typed(1), typed(2), typed(3, RATE))) == []


def test_the_result_counts_and_the_fourth_metric_does_not() -> None:
    missed = verdict(typed(0, "Result", FOURTH), typed(1, "Result", FOURTH))
    assert texts(missed) == ["the Result missed in 2 of 2 answers, last on 2026-03-03"]
    assert codes(verdict(typed(0, FOURTH), typed(1, FOURTH))) == []


def test_several_misses_are_told_in_one_reason() -> None:
    both = verdict(typed(0, RATE), typed(1, RATE, "Result"), typed(2, "Result", RATE))
    assert texts(both) == [
        "Resolution rate missed in 3 of 3 answers and the Result missed in 2 of 3 answers, last on 2026-03-04"
    ]
    same = verdict(typed(0, RATE, RENEWED), typed(1, RATE, RENEWED))
    assert texts(same) == ["Resolution rate and Renewed missed in 2 of 2 answers, last on 2026-03-03"]


def test_nothing_ticked_of_an_answer_in_the_head_says_nothing() -> None:
    unticked = tuple(Asked("metric", name, hit=False) for name in (RATE, RENEWED))
    assert codes(verdict(*(answer(day, asked=unticked) for day in range(3)))) == []
    one_hit = (Asked("metric", RATE, hit=True), Asked("metric", RENEWED, hit=False))
    assert codes(verdict(*(answer(day, asked=one_hit) for day in range(2)))) == [Code.METRIC_MISSED]


def test_an_answer_that_nobody_has_looked_at_yet_says_nothing() -> None:
    nothing = (RATE, RENEWED, WAIT, FOURTH, "Result")
    assert codes(verdict(typed(0, *nothing, rating=None), typed(1, *nothing, rating=None))) == []
    looked_at = [looked_for("metric", typed(day, *nothing, rating=None)) for day in (0, 1)]
    assert codes(verdict(*looked_at)) == [Code.METRIC_MISSED]


def looked_for(kind: str, given_before: Answer) -> Answer:
    """The same answer, where the program looked for its figures or its Result."""
    asked = tuple(each._replace(detected=each.kind == kind) for each in given_before.asked)
    return given_before._replace(asked=asked)


def test_what_nobody_decided_was_not_missed() -> None:
    """A mock answer whose debrief was left out: the program read its figures, and nobody ticked the Result."""
    text = [looked_for("metric", typed(day, "Result", rating=None)) for day in (0, 1)]
    assert codes(verdict(*text)) == []
    marked = [looked_for("result", typed(day, RATE, RENEWED, WAIT, FOURTH, rating=None)) for day in (0, 1)]
    assert codes(verdict(*marked)) == []
    ticked = [typed(day, "Result", rating=None) for day in (0, 1)]
    assert texts(verdict(*ticked)) == ["the Result missed in 2 of 2 answers, last on 2026-03-03"]
    graded = [each._replace(rubric={"result": 3, "structure": 3}) for each in text]
    assert codes(verdict(*graded)) == [Code.METRIC_MISSED]


def test_a_line_of_the_rubric_below_workable_is_named() -> None:
    low = answer(0, rubric={"result": 2, "structure": 4})
    assert texts(verdict(low)) == ["Result graded 2 of 5 on 2026-03-02"]
    assert codes(verdict(answer(0, rubric={"result": 3, "structure": 3}))) == []
    two = answer(0, rubric={"result": 2, "own_action": 1})
    assert texts(verdict(two)) == ["Result graded 2 of 5 and Own action graded 1 of 5 on 2026-03-02"]


def test_overtime_counts_from_the_overtime_light_and_twice_in_three() -> None:
    late, red = answer(0, profile="answer", over=30_000), answer(1, profile="answer", over=29_999)
    assert codes(verdict(late, red)) == []
    assert codes(verdict(red, red, red)) == []
    again = answer(2, profile="answer", over=41_400)
    assert texts(verdict(late, red, again)) == ["into overtime in 2 of 3 answers, by 0:41 on 2026-03-04"]


def test_answers_that_were_not_timed_are_not_among_the_last_three() -> None:
    late = answer(0, profile="thirty", over=10_000)
    assert codes(verdict(late, answer(1), answer(2), answer(3), late)) == [Code.OVERTIME]


def test_the_fourth_lapse_is_a_reason_and_each_one_after_it() -> None:
    lapse = [answer(day, 1, lapsed=True) for day in range(5)]
    assert codes(verdict(*lapse[:3])) == []
    assert texts(verdict(*lapse[:4])) == ["forgotten 4 times, last on 2026-03-05"]
    left = verdict(*lapse[:4], answer(10), answer(11))
    assert codes(left) == []
    assert texts(verdict(*lapse[:4], answer(10), answer(11), answer(12, 1, lapsed=True))) == [
        "forgotten 5 times, last on 2026-03-14"
    ]


def test_recall_and_a_flag_are_of_the_moment() -> None:
    assert codes(verdict(answer(0), recall=0.7)) == []
    assert texts(verdict(answer(0), recall=0.6999)) == ["recall has fallen to 69 %"]
    flagged = judge(History((answer(0), answer(1), answer(2)), 0.9, flagged=True, flagged_on=FIRST), LIMITS)
    assert texts(flagged) == ["flagged by you on 2026-03-02"]
    assert flagged.good_in_a_row == 3


def test_an_abandoned_answer_is_weak() -> None:
    assert texts(verdict(answer(0), answer(1, None, abandoned=True))) == ["broken off on 2026-03-03"]


def test_the_gravest_reason_comes_first() -> None:
    worst = answer(1, 1, lapsed=True, abandoned=True, rubric={"result": 1}, profile="answer", over=60_000)
    found = judge(History((worst, worst), 0.1, flagged=True), replace(LIMITS, lapses=1))
    assert codes(found) == [code for code in Code if code is not Code.METRIC_MISSED]


def test_it_leaves_the_list_after_good_answers_on_two_study_days() -> None:
    weak = (typed(0, RATE), typed(1, RATE))
    assert verdict(*weak, typed(1)).weak
    assert verdict(*weak, typed(2), typed(2), typed(2)).weak
    left = verdict(*weak, typed(2), typed(3))
    assert not left.weak
    assert left.left_on == FIRST + timedelta(days=3)
    assert [reason.code for reason in left.left_behind] == [Code.METRIC_MISSED]
    assert left.good_in_a_row == 2


def test_an_answer_in_between_that_was_not_good_begins_the_count_again() -> None:
    weak = (typed(0, RATE), typed(1, RATE))
    hard = typed(3, rating=2)
    assert verdict(*weak, typed(2), hard, typed(4)).good_in_a_row == 1
    assert verdict(*weak, typed(2), hard, typed(4)).weak
    assert not verdict(*weak, typed(2), hard, typed(4), typed(5)).weak


def test_an_answer_of_which_nothing_was_said_neither_counts_nor_breaks_the_count() -> None:
    weak = (typed(0, RATE), typed(1, RATE))
    silent = answer(3, None)
    assert is_good(silent, LIMITS) is None
    assert not verdict(*weak, typed(2), silent, typed(4)).weak


late = answer(0, profile="answer", over=60_000)
FIGURES, OVERTIME = (typed(0, RATE), typed(1, RATE)), (late, late._replace(day=FIRST + timedelta(days=1)))
RESULT = (typed(0, "Result"), typed(1, "Result"))


def drills(aim: Aim, *days: int, rating: int | None = 3) -> list[Answer]:
    """Good drills of one aim on some days."""
    return [answer(day, rating, way="spoken", mode="drill", aim=aim) for day in days]


@pytest.mark.parametrize(
    ("weak", "counting"),
    [
        (FIGURES, {Aim.NUMBERS, Aim.RESULT}),
        (RESULT, {Aim.RESULT}),
        (OVERTIME, set()),
        ([answer(day, 1, lapsed=True) for day in range(4)], set()),
        ([answer(0, None, abandoned=True)], {Aim.OPENER}),
        ([answer(0, rubric={"result": 2})], {Aim.RESULT}),
        ([answer(0, rubric={"answers": 2})], {Aim.OPENER}),
        ([answer(0, rubric={"structure": 2})], set()),
        ([answer(0, rubric={"own_action": 2})], set()),
    ],
)
def test_a_drill_of_a_part_counts_for_the_reasons_that_are_about_it(
    weak: tuple[Answer, ...], counting: set[Aim]
) -> None:
    gone = {aim for aim in Aim if not verdict(*weak, *drills(aim, 5, 6)).weak}
    assert gone == counting | {Aim.WHOLE, Aim.THIRTY}
    assert verdict(*weak, *drills(Aim.OPENER, 5)).good_in_a_row == (Aim.OPENER in counting)


def test_each_reason_goes_by_its_own_good_answers_and_the_list_is_left_with_the_last() -> None:
    both = (*FIGURES, *(each._replace(day=FIRST + timedelta(days=1)) for each in OVERTIME))
    figures_gone = verdict(*both, *drills(Aim.NUMBERS, 2, 3))
    assert (codes(figures_gone), figures_gone.good_in_a_row) == ([Code.OVERTIME], 0)
    gone = verdict(
        *both, *drills(Aim.NUMBERS, 2, 3), *drills(Aim.THIRTY, 4), *drills(Aim.NUMBERS, 5), answer(6)
    )
    assert [reason.code for reason in gone.left_behind] == [Code.METRIC_MISSED, Code.OVERTIME]
    assert gone.left_on == FIRST + timedelta(days=6)
    assert gone.left_by == (FIRST + timedelta(days=4), FIRST + timedelta(days=6))


def test_of_two_low_lines_a_drill_of_one_leaves_the_other() -> None:
    low = answer(0, rubric={"result": 2, "own_action": 1})
    assert texts(verdict(low, *drills(Aim.RESULT, 1, 2))) == ["Own action graded 1 of 5 on 2026-03-02"]
    later = answer(1, rubric={"result": 3, "own_action": 2})
    assert texts(verdict(low, later)) == ["Own action graded 2 of 5 on 2026-03-03"]


def test_a_bad_drill_of_a_part_begins_the_count_of_that_part_again() -> None:
    both = (*FIGURES, *(each._replace(day=FIRST + timedelta(days=1)) for each in OVERTIME))
    bad = drills(Aim.NUMBERS, 3, rating=2)
    assert codes(verdict(*both, answer(2), *bad, answer(4))) == [Code.METRIC_MISSED]


def test_what_left_the_list_comes_back_with_the_next_reason() -> None:
    left = (typed(0, RATE), typed(1, RATE), typed(2), typed(3))
    again = verdict(*left, typed(4, RATE), typed(5, RATE))
    assert codes(again) == [Code.METRIC_MISSED]
    assert again.left_on is None
    flagged = judge(History(left, 0.9, flagged=True), LIMITS)
    assert flagged.left_on is None


def test_a_good_answer_is_rated_good_or_graded_as_ready_or_drilled_whole() -> None:
    assert is_good(answer(0, 3), LIMITS)
    assert not is_good(answer(0, 2), LIMITS)
    assert is_good(answer(0, 2, rubric={"result": 4, "own_action": 4}), LIMITS)
    assert is_good(answer(0, None, rubric={"result": 3, "own_action": 4}), LIMITS) is False
    assert is_good(answer(0, 1, rubric={"result": 4, "own_action": 4}), LIMITS) is False
    drilled = typed(0, rating=None)._replace(mode="drill")
    assert is_good(drilled, LIMITS)
    assert is_good(drilled._replace(asked=typed(0, RATE).asked), LIMITS) is False
    assert is_good(drilled._replace(mode="practice"), LIMITS) is None


def test_some_lines_of_the_rubric_make_no_answer_good_and_none_weak_but_in_those_lines() -> None:
    assert is_good(answer(0, None, rubric={"result": 5}), LIMITS) is None
    assert is_good(answer(0, 2, rubric={"result": 5}), LIMITS) is False
    assert is_good(answer(0, 3, rubric={"result": 3}), LIMITS) is True
    low = answer(0, rubric={"result": 2, "own_action": 2})
    assert verdict(low, answer(1, None, rubric={"result": 5}), answer(2, None, rubric={"result": 5})).weak
    assert texts(verdict(answer(0, None, rubric={"result": 2}))) == ["Result graded 2 of 5 on 2026-03-02"]


def test_an_answer_in_which_a_reason_arose_is_no_good_one_however_it_was_rated() -> None:
    given_before = [typed(0, RATE), typed(1, RATE), typed(2), answer(3, None), answer(4, 2)]
    assert good_ones(given_before, LIMITS) == [True, False, True, False, False]


answers = st.builds(
    answer,
    st.integers(0, 12),
    st.sampled_from([None, 1, 2, 3, 4]),
    way=st.sampled_from(["head", "text", "spoken"]),
    mode=st.sampled_from(["practice", "drill", "mock", "cram"]),
    lapsed=st.booleans(),
    abandoned=st.sampled_from([False, False, False, True]),
    over=st.sampled_from([0, 0, 40_000]),
    aim=st.sampled_from(["", "", *Aim]),
    profile=st.sampled_from(["", "answer"]),
    rubric=st.dictionaries(st.sampled_from(["result", "own_action"]), st.integers(1, 5)),
    asked=st.sets(st.sampled_from([RATE, RENEWED])).map(
        lambda said: tuple(Asked("metric", name, name in said) for name in (RATE, RENEWED))
    ),
)
histories = st.lists(answers, max_size=9).map(lambda each: sorted(each, key=lambda one: one.at))


@given(histories)
def test_two_clean_good_days_leave_no_reason_but_those_of_the_moment(given_before: list[Answer]) -> None:
    clean = [answer(20), answer(21)]
    assert not verdict(*given_before, *clean).weak


@given(histories, st.integers(0, 8))
def test_what_is_weak_stays_so_on_one_day_whatever_comes_on_it(given_before: list[Answer], times: int) -> None:
    before = verdict(*given_before)
    same_day = [answer(20)] * times
    after = verdict(*given_before, *same_day)
    if before.weak and before.good_in_a_row == 0:
        assert after.weak
        assert after.good_in_a_row <= 1


@given(histories)
def test_every_reason_has_words_and_the_count_is_that_of_days(given_before: list[Answer]) -> None:
    found = verdict(*given_before)
    assert all(reason.text for reason in found.reasons)
    assert len({reason.code for reason in found.reasons}) == len(found.reasons)
    assert found.good_in_a_row <= len({each.day for each in given_before})
    assert (found.left_on is None) == (not found.left_behind)


@pytest.mark.parametrize(
    ("given_before", "aim"),
    [
        ((typed(0, RATE), typed(1, RATE)), Aim.NUMBERS),
        ((typed(0, "Result"), typed(1, "Result")), Aim.RESULT),
        ((answer(0, profile="answer", over=60_000), answer(1, profile="answer", over=60_000)), Aim.THIRTY),
        ((answer(0, None, abandoned=True),), Aim.OPENER),
        ((answer(0, rubric={"result": 2}),), Aim.RESULT),
        ((answer(0, rubric={"structure": 2}),), Aim.THIRTY),
        ((answer(0, rubric={"answers": 1}),), Aim.OPENER),
        ((answer(0, rubric={"own_action": 1}),), Aim.WHOLE),
        ((), Aim.WHOLE),
    ],
)
def test_a_drill_aims_at_what_the_gravest_reason_is_about(given_before: tuple[Answer, ...], aim: Aim) -> None:
    reasons = verdict(*given_before).reasons
    assert aim_of(reasons) is aim
    assert aim_of(reasons, whole_answer=False) is Aim.WHOLE


def test_a_reason_without_a_part_leaves_the_aim_to_the_next() -> None:
    lapsed, late = Reason(Code.LAPSES, FIRST, (), (5,)), Reason(Code.OVERTIME, FIRST, (), (2, 3, 60_000))
    assert aim_of([lapsed, late]) is Aim.THIRTY
