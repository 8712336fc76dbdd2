"""Readiness, streak, true retention, forecast and plan: each against the plainest way to say the same."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.recall.curve import Curve
from interview_coach.recall.forecast import OfToday, forecast
from interview_coach.recall.model import NEW, Memory, Phase, Rating
from interview_coach.recall.plan import Pacing, Planned, comes_up, longest_interval, plan
from interview_coach.recall.queue import Queue
from interview_coach.recall.readiness import Below, Remembered, readiness
from interview_coach.recall.schedule import Schedule
from interview_coach.recall.statistics import Day, Tried, retention, seconds_within
from interview_coach.recall.streak import streak, streak_rule
from interview_coach.settings import DEFAULTS

TODAY = date(2026, 3, 2)
SCHEDULE = Schedule()
INTERVALS = DEFAULTS.intervals_before
days = st.integers(-40, 5).map(lambda ahead: TODAY + timedelta(days=ahead))


def on_days(stability: float, last: int = -5, due: int = 0) -> Memory:
    """A card on days, last reviewed and due so many days from today."""
    return Memory(
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=5.0,
        due_day=TODAY + timedelta(days=due),
        last_day=TODAY + timedelta(days=last),
        reps=3,
    )


# -- recall and readiness


@given(st.floats(0.01, 36_500), st.integers(-3, 4000))
def test_the_curve_is_that_of_the_schedule(stability: float, elapsed: int) -> None:
    memory = on_days(stability, last=-elapsed)
    assert SCHEDULE.curve.recall(elapsed, stability) == pytest.approx(SCHEDULE.recall(memory, TODAY))


@given(st.floats(0.05, 0.99), st.floats(0.1, 5000))
def test_the_curve_can_be_read_the_other_way_round(recall: float, stability: float) -> None:
    curve = SCHEDULE.curve
    assert curve.recall(curve.stabilities_until(recall) * stability, stability) == pytest.approx(recall)
    assert curve.stabilities_until(0.9) == pytest.approx(1)


def test_readiness_is_the_mean_and_a_card_never_practised_counts_as_nothing() -> None:
    cards = [
        Remembered(1, TODAY - timedelta(days=10), 10.0),
        Remembered(2, TODAY, 50.0),
        Remembered(3, None, None),
        Remembered(4, TODAY - timedelta(days=30), 10.0),
    ]
    found = readiness(cards, TODAY, 0.9, Curve(-0.5))
    lowest = (1 + (0.9**-2 - 1) * 3) ** -0.5
    assert found.recall == pytest.approx((0.9 + 1 + lowest) / 3)
    assert found.readiness == pytest.approx((0.9 + 1 + lowest) / 4)
    assert (found.cards, found.unseen) == (4, 1)
    assert [below.card_id for below in found.below if below.recall is None or below.recall < 0.89] == [4, 3]
    assert found.below[-1] == Below(3, None)


def test_a_skill_without_a_card_practised_has_no_recall() -> None:
    found = readiness([Remembered(1, None, None)], TODAY, 0.9, SCHEDULE.curve)
    assert (found.recall, found.readiness) == (None, 0)
    assert readiness([], TODAY, 0.9, SCHEDULE.curve).readiness == 0


@given(st.lists(st.tuples(st.integers(0, 300), st.floats(0.5, 300)), min_size=1), st.integers(0, 60))
def test_readiness_only_falls_while_nothing_is_done(cards: list[tuple[int, float]], later: int) -> None:
    held = [
        Remembered(number, TODAY - timedelta(days=ago), stability)
        for number, (ago, stability) in enumerate(cards)
    ]
    now = readiness(held, TODAY, 0.9, SCHEDULE.curve)
    then = readiness(held, TODAY + timedelta(days=later), 0.9, SCHEDULE.curve)
    assert then.readiness <= now.readiness + 1e-12
    assert {each.card_id for each in now.below} <= {each.card_id for each in then.below}


# -- the streak


@pytest.mark.parametrize(
    ("ago", "current", "longest", "today_counts"),
    [
        ((), 0, 0, False),
        ((0,), 1, 1, True),
        ((1,), 1, 1, False),
        ((2,), 0, 1, False),
        ((0, 1, 2), 3, 3, True),
        ((1, 2, 4, 5, 6), 2, 3, False),
        ((0, 2, 3), 1, 2, True),
    ],
)
def test_the_streak_counts_back_from_today_or_from_yesterday(
    ago: tuple[int, ...], current: int, longest: int, today_counts: bool
) -> None:
    found = streak([TODAY - timedelta(days=each) for each in ago], TODAY)
    assert (found.current, found.longest, found.today_counts) == (current, longest, today_counts)


def test_the_rule_of_the_streak_speaks_of_today_while_it_does_not_count() -> None:
    assert "today breaks nothing yet." in streak_rule(today_counts=False)
    counts = streak_rule(today_counts=True)
    assert "today" not in counts
    assert counts.endswith("mock interview.")


@given(st.sets(days))
def test_the_streak_by_the_plainest_count(counted: set[date]) -> None:
    found = streak(counted, TODAY)
    marks = "".join("x" if TODAY - timedelta(days=ago) in counted else "." for ago in range(50))
    runs = [len(run) for run in marks.split(".")]
    assert found.longest == max(runs)
    assert found.current == (runs[0] if marks[0] == "x" else runs[1])


# -- retention, time and the forecast


def test_true_retention_looks_at_windows_that_end_today() -> None:
    tried = {
        TODAY: Tried(10, 9),
        TODAY - timedelta(days=6): Tried(10, 8),
        TODAY - timedelta(days=7): Tried(100, 0),
        TODAY + timedelta(days=1): Tried(100, 0),
    }
    week, month, quarter = retention(tried, TODAY)
    assert (week.reviews, week.passed, week.rate) == (20, 17, 0.85)
    assert (month.reviews, month.passed) == (120, 17)
    assert quarter.rate == month.rate
    assert retention({}, TODAY)[0].rate is None


def test_time_is_counted_within_windows_that_end_today() -> None:
    spent = [Day(TODAY - timedelta(days=ago), 1, 60) for ago in (0, 6, 7)]
    assert seconds_within(spent, TODAY, 7) == 120


@given(st.dictionaries(days, st.integers(0, 50)))
def test_the_forecast_loses_no_card_that_comes_within_it(due: dict[date, int]) -> None:
    coming = forecast(due, TODAY)
    assert [load.day for load in coming] == [TODAY + timedelta(days=ahead) for ahead in range(30)]
    assert sum(load.due for load in coming) == sum(due.values())
    assert coming[1].due == due.get(TODAY + timedelta(days=1), 0)


@pytest.mark.parametrize(
    ("load", "said"),
    [
        (OfToday(0, 0, 0, 3, 0), ""),
        (OfToday(1, 0, 1, 0, 0), "Practice brings it today."),
        (
            OfToday(4, 1, 4, 2, 1),
            "Practice brings all 4 today, and 2 new, and 1 that you asked for. Of the 4, 1 is",
        ),
        (OfToday(20, 6, 5, 1, 0), "Practice brings 5 of today's 20, and 1 new; 15 wait for another day, since"),
        (OfToday(20, 6, 5, 1, 0), "Of the 20, 6 are brought forward for an interview."),
        (OfToday(2, 0, 1, 0, 0), "Practice brings 1 of today's 2; 1 waits for another day, since"),
        (OfToday(3, 0, 0, 0, 0), "Practice brings none of today's 3; 3 wait for another day, since"),
    ],
)
def test_todays_load_names_its_parts(load: OfToday, said: str) -> None:
    assert said in load.sentence
    assert (load.sentence == "") == (load.due == 0)


# -- before an interview


@pytest.mark.parametrize(
    ("away", "longest"),
    [
        (1, 1),
        (2, 1),
        (6, 1),
        (7, 2),
        (13, 2),
        (14, 3),
        (21, 3),
        (22, 4),
        (30, 5),
        (31, 6),
        (60, 35),
        (400, 375),
    ],
)
def test_the_longest_interval_before_an_interview(away: int, longest: int) -> None:
    assert longest_interval(away, INTERVALS) == longest


def test_on_the_day_and_after_it_nothing_is_held() -> None:
    assert longest_interval(0, INTERVALS) is None
    assert longest_interval(-3, INTERVALS) is None


@given(st.integers(1, 1000), st.lists(st.integers(1, 30), min_size=3, max_size=3).map(sorted))
def test_no_interval_runs_past_the_interview_and_none_grows_as_it_comes_nearer(
    away: int, intervals: list[int]
) -> None:
    longest, nearer = longest_interval(away, intervals), longest_interval(away - 1, intervals)
    assert longest is not None
    assert 1 <= longest <= away
    assert nearer is None or nearer <= longest


def test_a_review_of_a_card_wanted_in_an_interview_is_held_and_another_is_not() -> None:
    pacing = Pacing(SCHEDULE, INTERVALS)
    assert pacing.on(TODAY, None) is SCHEDULE
    assert pacing.on(TODAY, TODAY) is SCHEDULE
    held = pacing.on(TODAY, TODAY + timedelta(days=14))
    assert held.maximum_interval == 3
    assert pacing.on(TODAY, TODAY + timedelta(days=14)) is held
    assert {**SCHEDULE.described, "maximum_interval": 3} == held.described


def brings(cards: list[Planned], away: int) -> Queue:
    """A day's queue without any limits: what comes up today, and the first new card."""
    interview = TODAY + timedelta(days=away)
    due = [
        card.card_id
        for card in cards
        if card.memory.due_day
        and card.memory.last_day
        and comes_up(card.memory.due_day, card.memory.last_day, TODAY, interview, INTERVALS) <= TODAY
    ]
    new = [card.card_id for card in cards if card.memory.phase is Phase.NEW]
    return Queue(due=tuple(due), new=tuple(new[:1]))


def planned(memory: Memory, card_id: int = 1) -> Planned:
    return Planned(card_id, "question", 7, memory)


def test_the_plan_spreads_new_cards_and_brings_each_card_back_in_time() -> None:
    cards = [planned(NEW, number) for number in range(10)] + [planned(on_days(80.0, due=40), 11)]
    interview, pacing = TODAY + timedelta(days=12), Pacing(SCHEDULE, INTERVALS)
    found = plan(cards, TODAY, interview, {"question": 60.0}, pacing, brings(cards, 12))
    assert [each.day for each in found] == [TODAY + timedelta(days=ahead) for ahead in range(12)]
    assert [each.new for each in found] == [1] * 10 + [0] * 2
    assert all(each.seconds == 60 * each.reviews + 120 * each.new for each in found)
    assert (found[0].reviews, found[0].minutes) == (1, 3)  # due after the interview, it is brought forward
    assert sum(each.reviews for each in found) >= 20  # each new card comes back before the interview


@given(st.integers(-60, 0), st.integers(1, 200), st.integers(1, 90))
def test_no_card_sleeps_through_an_interview(last: int, due: int, away: int) -> None:
    due_day, last_day = TODAY + timedelta(days=due), TODAY + timedelta(days=last)
    interview = TODAY + timedelta(days=away)
    day = comes_up(due_day, last_day, TODAY, interview, INTERVALS)
    if due < away:
        assert day == due_day
    elif away > 1 or last < 0:
        assert TODAY <= day < interview
        longest = longest_interval((interview - day).days, INTERVALS)
        assert longest is not None
        assert (day - last_day).days >= longest
        before = longest_interval((interview - day).days + 1, INTERVALS)
        assert day == TODAY or (before is not None and (day - last_day).days - 1 < before)


def test_what_is_overdue_is_planned_for_today() -> None:
    pacing = Pacing(SCHEDULE, INTERVALS)
    (today,) = plan([planned(on_days(5.0, due=-3))], TODAY, TODAY, {"question": 30.0}, pacing, Queue(due=(1,)))
    assert (today.reviews, today.new, today.seconds) == (1, 0, 30)


def test_today_holds_what_its_queue_brings_and_the_days_after_it_what_is_needed() -> None:
    known = [planned(on_days(60.0, due=-number), number) for number in range(8)]
    unseen = [planned(NEW, number) for number in range(10, 14)]
    interview, pacing = TODAY + timedelta(days=10), Pacing(SCHEDULE, INTERVALS)
    queue = Queue(due=(2, 5), new=(12,))
    found = plan([*known, *unseen], TODAY, interview, {"question": 60.0}, pacing, queue)
    assert (found[0].reviews, found[0].new, found[0].seconds) == (2, 1, 240)
    assert found[1].reviews >= 6  # what today has no room for, and perhaps the new one again
    assert sum(each.new for each in found) == 4
    nothing = plan([*known, *unseen], TODAY, interview, {"question": 60.0}, pacing, Queue())
    assert (nothing[0].reviews, nothing[0].new, nothing[0].seconds) == (0, 0, 0)
    assert nothing[1].reviews == 8


def test_what_is_asked_for_before_its_day_is_planned_for_today_alone() -> None:
    cards = [planned(on_days(60.0, due=4)), planned(NEW, 2)]
    interview, pacing = TODAY + timedelta(days=3), Pacing(SCHEDULE, INTERVALS)
    found = plan(cards, TODAY, interview, {"question": 60.0}, pacing, Queue(due=(1, 2)))
    assert (found[0].reviews, found[0].new, found[0].seconds) == (2, 0, 120)
    assert sum(each.new for each in found) == 0


@given(st.lists(st.integers(-10, 90), max_size=6), st.integers(0, 40))
def test_by_the_plan_no_card_goes_longer_unseen_than_the_interview_allows(due: list[int], away: int) -> None:
    """Each card is seen at the end as lately as the interval that held when it was seen before."""
    cards = [planned(on_days(60.0, due=each), number) for number, each in enumerate(due)]
    interview, pacing = TODAY + timedelta(days=away), Pacing(SCHEDULE, INTERVALS)
    found = plan(cards, TODAY, interview, {"question": 30.0}, pacing, brings(cards, away))
    seen = sum(each.reviews for each in found)
    in_time = sum(each < max(1, away) for each in due)
    assert seen >= in_time
    if away > 12:
        lately = sum(each.reviews for each in found[-6:])
        assert lately >= in_time


def shown_day_by_day(cards: list[Planned], away: int, retention: float) -> list[tuple[int, int]]:
    """What each day holds of known cards and of new ones, each review computed by FSRS."""
    interview, usual = TODAY + timedelta(days=away), Schedule(retention=retention)
    shown = [(0, 0)] * away
    for card in cards:
        memory = card.memory
        for index in range(away):
            day = TODAY + timedelta(days=index)
            if memory.due_day and memory.last_day:
                comes = comes_up(memory.due_day, memory.last_day, TODAY, interview, INTERVALS)
                if max(comes, memory.last_day + timedelta(days=index > 0)) > day:
                    continue
            reviews, new = shown[index]
            shown[index] = (reviews, new + 1) if memory.phase is Phase.NEW else (reviews + 1, new)
            schedule = Pacing(usual, INTERVALS).on(day, interview)
            noon = datetime.combine(day, time(12), tzinfo=UTC)
            while memory.last_day != day or memory.due_day is None:
                memory = schedule.after(memory, Rating.GOOD, noon, day, card.seed)
    return shown


cards_of_all_sorts = st.lists(
    st.builds(
        lambda card, seed: Planned(1, "question", seed, card),
        st.just(NEW) | st.builds(on_days, st.floats(0.1, 400), st.integers(-60, -1), st.integers(-20, 90)),
        st.integers(0, 1 << 40),
    ),
    max_size=1,
)


@settings(max_examples=60, deadline=None)
@given(cards_of_all_sorts, st.integers(1, 50), st.sampled_from([0.8, 0.9, 0.95]))
def test_the_plan_is_that_of_computing_each_review(cards: list[Planned], away: int, target: float) -> None:
    pacing = Pacing(Schedule(retention=target), INTERVALS)
    queue = brings(cards, away)
    found = plan(cards, TODAY, TODAY + timedelta(days=away), {"question": 30.0}, pacing, queue)
    assert [(each.reviews, each.new) for each in found] == shown_day_by_day(cards, away, target)


def test_the_plan_asks_fsrs_only_where_the_interview_leaves_a_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of cards are followed for weeks, and each review by FSRS takes 30 microseconds."""
    computed: list[date] = []
    after = Schedule.after

    def counted(self: Schedule, memory: Memory, rating: Rating, now: datetime, day: date, seed: int) -> Memory:
        computed.append(day)
        return after(self, memory, rating, now, day, seed)

    monkeypatch.setattr(Schedule, "after", counted)
    cards = [planned(on_days(20.0, due=number % 30), number) for number in range(30)]
    interview, pacing = TODAY + timedelta(days=30), Pacing(Schedule(), INTERVALS)
    found = plan(cards, TODAY, interview, {"question": 30.0}, pacing, brings(cards, 30))
    assert sum(each.reviews for each in found) > 100
    assert not computed
