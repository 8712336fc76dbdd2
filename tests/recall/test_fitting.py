"""A fit learns from the older reviews and is judged by the newest, with the schedule that practice uses."""

import math
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.recall.fitting import Fit, fit, losses, split_day, telling, train
from interview_coach.recall.schedule import Schedule
from tests.coach.persons import FORGETS_FAST, histories_of

pytest.importorskip("fsrs_rs_python")

HISTORIES = st.lists(
    st.lists(st.tuples(st.integers(20_000, 20_400), st.integers(1, 4)), min_size=1, max_size=12).map(sorted),
    max_size=20,
)


def test_who_forgets_fast_is_predicted_better_by_a_fit() -> None:
    found = fit(histories_of(FORGETS_FAST, 400, 25), None)
    assert found.is_gain
    assert found.after < found.before
    assert len(found.parameters) == 21
    assert found.held == pytest.approx(0.2 * (found.held + found.reviews), rel=0.05)


def test_a_fit_is_no_gain_over_itself() -> None:
    histories = histories_of(FORGETS_FAST, 200, 12)
    parameters = fit(histories, None).parameters
    again = fit(histories, parameters)
    assert again.after == pytest.approx(again.before)
    assert not again.is_gain


def test_the_loss_is_that_of_an_independent_count() -> None:
    from fsrs import Card, Scheduler
    from fsrs import Rating as Graded

    histories = histories_of(FORGETS_FAST, 30, 10)
    since = split_day(histories)
    scheduler = Scheduler(enable_fuzzing=False)
    expected = []
    for history in histories:
        card, last = Card(card_id=1), None
        for number, rating in history:
            at = datetime.combine(date(1970, 1, 1) + timedelta(days=number), time(12), UTC)
            if last is not None and number > last and number >= since:
                recall = scheduler.get_card_retrievability(card, at)
                expected.append(-math.log(min(max(recall if rating > 1 else 1 - recall, 1e-4), 1 - 1e-4)))
            card, _ = scheduler.review_card(card, Graded(rating), at)
            last = number
    assert list(losses(histories, since, Schedule())) == pytest.approx(expected)


@given(histories=HISTORIES)
def test_what_is_held_back_is_the_newest_fifth_of_what_tells(histories: list[list[tuple[int, int]]]) -> None:
    since = split_day(histories)
    held = len(list(losses(histories, since, Schedule())))
    total = telling(histories)
    assert held <= total
    assert not total or held >= 0.2 * total - 1


def test_what_is_held_back_teaches_nothing() -> None:
    histories = histories_of(FORGETS_FAST, 100, 12)
    since = split_day(histories)
    turned = [[(day, 5 - rating if day >= since else rating) for day, rating in each] for each in histories]
    assert fit(histories, None).parameters == fit(turned, None).parameters


def test_weights_are_inside_the_bounds_of_the_schedule() -> None:
    always_again = [[(20_000 + 3 * day, 1) for day in range(20)] for _ in range(40)]
    assert len(Schedule(train(always_again)).parameters) == 21


@pytest.mark.parametrize(
    ("after", "sure", "is_gain"), [(0.3, 2.0, True), (0.3, 0.9, False), (0.5, 2.0, False), (0.4, 1.0, False)]
)
def test_a_gain_is_better_than_chance_would_have_it(after: float, sure: float, is_gain: bool) -> None:
    assert Fit((), 1_000, 200, 0.4, after, sure).is_gain is is_gain
