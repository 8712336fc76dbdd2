"""The schedule against plain py-fsrs, and a test for each of the traps that the wrapper knows."""

import json
import random
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import fsrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from interview_coach.recall.model import NEW, Memory, Phase, Rating
from interview_coach.recall.schedule import STABILITY_MAX, Schedule, interval_text
from interview_coach.settings import Settings
from tests.making import replayed

DAY = date(2025, 3, 1)
MORNING = datetime(2025, 3, 1, 9, tzinfo=UTC)
PHASES = {
    fsrs.State.Learning: Phase.LEARNING,
    fsrs.State.Review: Phase.REVIEW,
    fsrs.State.Relearning: Phase.RELEARNING,
}

ratings = st.sampled_from(Rating)
seeds = st.integers(0, 2**32 - 1)
histories = st.lists(st.tuples(ratings, st.integers(0, 400)), min_size=1, max_size=12)
settings_of_steps = st.sampled_from([((1, 10), (10,)), ((), ()), ((5,), (10, 30)), ((1, 10, 60), ())])


def reviews_of(history: list[tuple[Rating, int]]) -> list[tuple[Rating, datetime, date]]:
    """A history of ratings, each so many days after the one before."""
    reviews = []
    days = 0
    for rating, gap in history:
        days += gap
        reviews.append((rating, MORNING + timedelta(days=days), DAY + timedelta(days=days)))
    return reviews


def plain_fsrs(schedule: fsrs.Scheduler, reviews: list[tuple[Rating, datetime, date]]) -> fsrs.Card:
    card = fsrs.Card(card_id=1)
    for rating, now, _ in reviews:
        card, _ = schedule.review_card(card, fsrs.Rating(rating), now)
    return card


def on_days(**changes: object) -> Memory:
    """A card that left its steps, last reviewed on DAY."""
    known = Memory(Phase.REVIEW, None, 20.0, 5.0, None, DAY + timedelta(days=20), MORNING, DAY, 4, 0)
    return replace(known, **changes)  # type: ignore[arg-type]  # the test's own keywords


@given(histories, settings_of_steps, seeds)
def test_states_are_those_of_plain_fsrs(
    history: list[tuple[Rating, int]], steps: tuple[tuple[int, ...], tuple[int, ...]], seed: int
) -> None:
    learning, relearning = ([timedelta(minutes=step) for step in each] for each in steps)
    plain = fsrs.Scheduler(
        learning_steps=learning, relearning_steps=relearning, maximum_interval=365, enable_fuzzing=False
    )
    reviews = reviews_of(history)
    card = plain_fsrs(plain, reviews)
    assume(card.stability is not None and card.stability < STABILITY_MAX)
    memory = replayed(Schedule(learning_steps=steps[0], relearning_steps=steps[1]), reviews, seed)
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert (memory.phase, memory.step) == (PHASES[card.state], card.step)
    assert memory.reps == len(history)
    if memory.phase is Phase.REVIEW:
        assert memory.due_at is None
        assert memory.due_day is not None
        interval, wanted = (memory.due_day - reviews[-1][2]).days, (card.due - reviews[-1][1]).days
        assert abs(interval - wanted) <= 2 + wanted * 0.15
    else:
        assert (memory.due_at, memory.due_day) == (card.due, None)


@given(histories, seeds)
def test_a_replay_gives_the_memory_that_the_reviews_gave(history: list[tuple[Rating, int]], seed: int) -> None:
    schedule, reviews, memory = Schedule(), reviews_of(history), NEW
    for rating, now, day in reviews:
        memory = schedule.after(memory, rating, now, day, seed)
    assert replayed(Schedule(), reviews, seed) == memory


def test_trap_1_a_card_without_an_id_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    def sleep(_seconds: float) -> None:
        raise AssertionError("py-fsrs slept")

    monkeypatch.setattr(time, "sleep", sleep)
    with pytest.raises(AssertionError, match="slept"):
        fsrs.Card()
    schedule = Schedule()
    memory = schedule.after(NEW, Rating.GOOD, MORNING, DAY, 1)
    schedule.preview(memory, MORNING, DAY, 1)
    schedule.recall(memory, DAY)


def test_trap_2_elapsed_time_is_in_study_days_not_blocks_of_24_hours() -> None:
    evening, next_evening = datetime(2025, 3, 1, 22, tzinfo=UTC), datetime(2025, 3, 2, 20, tzinfo=UTC)
    known = on_days()
    next_day = Schedule().after(known, Rating.GOOD, next_evening, DAY + timedelta(days=1), 1)
    same_day = Schedule().after(known, Rating.GOOD, evening, DAY, 1)
    assert next_day.stability != same_day.stability
    card = fsrs.Card(1, fsrs.State.Review, None, 20.0, 5.0, MORNING, MORNING)
    a_day_later, _ = fsrs.Scheduler().review_card(card, fsrs.Rating.Good, MORNING + timedelta(days=1))
    assert next_day.stability == a_day_later.stability
    in_blocks = fsrs.Card(1, fsrs.State.Review, None, 20.0, 5.0, MORNING, evening)
    not_a_day_later, _ = fsrs.Scheduler().review_card(in_blocks, fsrs.Rating.Good, next_evening)
    assert same_day.stability == not_a_day_later.stability


class AlsoUtc(tzinfo):
    """UTC under another class, as ZoneInfo("UTC") is."""

    def utcoffset(self, _when: datetime | None) -> timedelta:
        return timedelta(0)

    def dst(self, _when: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, _when: datetime | None) -> str:
        return "UTC"


def test_trap_3_any_time_zone_is_taken_though_fsrs_takes_one() -> None:
    elsewhere = MORNING.replace(tzinfo=AlsoUtc())
    with pytest.raises(ValueError, match="UTC"):
        fsrs.Scheduler().review_card(fsrs.Card(1), fsrs.Rating.Good, elsewhere)
    wanted = Schedule().after(NEW, Rating.GOOD, MORNING, DAY, 1)
    india = MORNING.astimezone(timezone(timedelta(hours=5, minutes=30)))
    for now in (elsewhere, india):
        memory = Schedule().after(NEW, Rating.GOOD, now, DAY, 1)
        assert memory == wanted
        assert memory.due_at is not None
        assert memory.due_at.tzinfo is UTC
        assert memory.last_at is not None
        assert memory.last_at.tzinfo is UTC


def test_trap_4_fuzz_comes_from_the_card_not_from_the_process() -> None:
    before = random.getstate()
    schedule = Schedule()
    due = {
        seed: schedule.after(on_days(), Rating.GOOD, MORNING, DAY + timedelta(days=20), seed)
        for seed in range(50)
    }
    assert random.getstate() == before
    assert len({memory.due_day for memory in due.values()}) > 3
    random.seed(1)
    again = {
        seed: schedule.after(on_days(), Rating.GOOD, MORNING, DAY + timedelta(days=20), seed)
        for seed in range(50)
    }
    assert again == due


def test_trap_5_hard_is_a_pass() -> None:
    later = DAY + timedelta(days=20)
    hard = Schedule().after(on_days(), Rating.HARD, MORNING, later, 1)
    again = Schedule().after(on_days(), Rating.AGAIN, MORNING, later, 1)
    assert (hard.phase, hard.lapses) == (Phase.REVIEW, 0)
    assert hard.stability is not None
    assert hard.stability > 20
    assert (again.phase, again.lapses) == (Phase.RELEARNING, 1)
    assert again.stability is not None
    assert again.stability < 20


@given(ratings, st.integers(1, 60), st.floats(0.001, STABILITY_MAX), st.integers(0, 50_000), seeds)
def test_trap_6_neither_interval_nor_stability_passes_its_bound(
    rating: Rating, maximum: int, stability: float, elapsed: int, seed: int
) -> None:
    schedule = Schedule(maximum_interval=maximum, relearning_steps=())
    day = DAY + timedelta(days=elapsed)
    memory = schedule.after(on_days(stability=stability), rating, MORNING, day, seed)
    assert memory.stability is not None
    assert memory.stability <= STABILITY_MAX
    assert memory.due_day is not None
    assert 1 <= (memory.due_day - day).days <= maximum


def test_trap_6_plain_fsrs_sets_no_bound_to_stability() -> None:
    elapsed = timedelta(days=36_000)
    card = fsrs.Card(1, fsrs.State.Review, None, 36_000.0, 1.0, MORNING, MORNING)
    unbounded, _ = fsrs.Scheduler().review_card(card, fsrs.Rating.Easy, MORNING + elapsed)
    assert unbounded.stability is not None
    assert unbounded.stability > STABILITY_MAX
    memory = on_days(stability=36_000.0, difficulty=1.0)
    assert Schedule().after(memory, Rating.EASY, MORNING + elapsed, DAY + elapsed, 1).stability == STABILITY_MAX


@given(histories, st.integers(0, 60), seeds)
def test_trap_7_a_preview_is_four_reviews_in_order(
    history: list[tuple[Rating, int]], gap: int, seed: int
) -> None:
    schedule, reviews = Schedule(), reviews_of(history)
    memory = replayed(schedule, reviews, seed)
    now, day = reviews[-1][1] + timedelta(days=gap), reviews[-1][2] + timedelta(days=gap)
    preview = schedule.preview(memory, now, day, seed)
    assert preview == {rating: schedule.after(memory, rating, now, day, seed) for rating in Rating}
    waits = [
        (preview[rating].due_day or day) - day + ((preview[rating].due_at or now) - now)
        for rating in list(Rating)[1:]
    ]
    assert waits == sorted(waits)


def test_the_schedule_loads_fsrs_only_when_it_is_asked() -> None:
    code = (
        "import sys; from interview_coach.recall.schedule import Schedule; Schedule();"
        "sys.exit('fsrs' in sys.modules or 'textual' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_learning_step_runs_on_real_time_past_the_turn_of_the_day() -> None:
    night = datetime(2025, 3, 2, 3, 55, tzinfo=UTC)
    memory = Schedule().after(NEW, Rating.GOOD, night, DAY, 1)
    assert memory.due_at == datetime(2025, 3, 2, 4, 5, tzinfo=UTC)
    assert (memory.due_day, memory.phase, memory.step) == (None, Phase.LEARNING, 1)


@pytest.mark.parametrize("rating", Rating)
def test_a_clock_put_back_is_the_same_day_to_fsrs(rating: Rating) -> None:
    yesterday = DAY - timedelta(days=400)
    memory = Schedule().after(on_days(), rating, MORNING - timedelta(days=400), yesterday, 1)
    same_day = Schedule().after(on_days(), rating, MORNING, DAY, 1)
    assert (memory.stability, memory.difficulty) == (same_day.stability, same_day.difficulty)
    assert memory.last_day == yesterday
    assert memory.due_day is None or memory.due_day > yesterday


def test_recall_falls_with_the_days_to_the_retention_at_the_stability() -> None:
    schedule = Schedule()
    assert schedule.recall(NEW, DAY) is None
    recalls = [schedule.recall(on_days(), DAY + timedelta(days=days)) for days in (-5, 0, 5, 20, 200)]
    assert recalls[:2] == [1.0, 1.0]
    assert recalls[3] == pytest.approx(0.9)
    known = [recall for recall in recalls if recall is not None]
    assert known == sorted(known, reverse=True)


def test_lapses_count_again_on_days_only() -> None:
    schedule = Schedule()
    memory = schedule.after(NEW, Rating.AGAIN, MORNING, DAY, 1)
    memory = schedule.after(memory, Rating.AGAIN, MORNING, DAY, 1)
    assert (memory.reps, memory.lapses) == (2, 0)
    memory = schedule.after(on_days(), Rating.AGAIN, MORNING, DAY + timedelta(days=9), 1)
    memory = schedule.after(memory, Rating.AGAIN, MORNING, DAY + timedelta(days=9), 1)
    assert (memory.reps, memory.lapses) == (6, 1)


@given(st.lists(st.integers(1, 99), max_size=3), st.sampled_from([Phase.LEARNING, Phase.RELEARNING]), ratings)
def test_a_step_that_the_settings_no_longer_have_is_no_dead_end(
    steps: list[int], phase: Phase, rating: Rating
) -> None:
    memory = on_days(phase=phase, step=5, due_at=MORNING, due_day=None)
    schedule = Schedule(learning_steps=steps, relearning_steps=steps)
    after = schedule.after(memory, rating, MORNING, DAY, 1)
    again_in_steps = rating is Rating.AGAIN and len(steps) > 0
    assert after.phase is (phase if again_in_steps else Phase.REVIEW)
    assert after.due_at == (MORNING + timedelta(minutes=steps[0]) if again_in_steps else None)


def test_settings_make_the_schedule() -> None:
    settings = Settings(retention=0.8, learning_steps=(3,), relearning_steps=(), maximum_interval=30)
    schedule = Schedule.from_settings(settings)
    assert schedule.after(NEW, Rating.AGAIN, MORNING, DAY, 1).due_at == MORNING + timedelta(minutes=3)
    known = schedule.after(on_days(), Rating.EASY, MORNING, DAY + timedelta(days=20), 1)
    assert known.due_day is not None
    assert (known.due_day - DAY).days - 20 <= 30
    lapsed = schedule.after(on_days(), Rating.AGAIN, MORNING, DAY + timedelta(days=20), 1)
    assert lapsed.phase is Phase.REVIEW


def test_the_log_learns_the_algorithm_and_its_weights() -> None:
    schedule = Schedule()
    assert schedule.algorithm.startswith("FSRS-6 fsrs 6.")
    assert schedule.parameters == fsrs.Scheduler().parameters
    changed = (*schedule.parameters[:20], 0.2)
    assert Schedule(parameters=changed).parameters == changed


def test_what_the_log_keeps_makes_the_same_schedule_again() -> None:
    schedule = Schedule(retention=0.85, learning_steps=(2, 15), relearning_steps=(), maximum_interval=90)
    again = Schedule(**json.loads(json.dumps(schedule.described)))
    reviews = reviews_of(
        [(Rating.GOOD, 0), (Rating.GOOD, 0), (Rating.HARD, 3), (Rating.AGAIN, 9), (Rating.EASY, 30)]
    )
    assert replayed(again, reviews, 7) == replayed(schedule, reviews, 7)


def test_weights_out_of_bounds_are_refused() -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        Schedule(parameters=[-1.0] * 21).after(NEW, Rating.GOOD, MORNING, DAY, 1)


@pytest.mark.parametrize(
    ("wait", "text"),
    [
        (timedelta(seconds=30), "1m"),
        (timedelta(minutes=5, seconds=30), "6m"),
        (timedelta(minutes=10), "10m"),
        (timedelta(minutes=90), "1.5h"),
        (timedelta(hours=12), "12h"),
        (timedelta(hours=36), "1.5d"),
        (timedelta(minutes=-3), "now"),
    ],
)
def test_a_steps_length_is_short_to_read(wait: timedelta, text: str) -> None:
    assert interval_text(MORNING, DAY, Memory(Phase.LEARNING, due_at=MORNING + wait)) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (1, "1d"),
        (12, "12d"),
        (30, "30d"),
        (31, "1mo"),
        (64, "2.1mo"),
        (360, "12mo"),
        (365, "1y"),
        (475, "1.3y"),
    ],
)
def test_an_intervals_length_is_short_to_read(days: int, text: str) -> None:
    assert interval_text(MORNING, DAY, on_days(due_day=DAY + timedelta(days=days))) == text


@given(st.integers(0, 36_500))
def test_an_intervals_length_fits_a_rating_key(days: int) -> None:
    assert len(interval_text(MORNING, DAY, on_days(due_day=DAY + timedelta(days=days)))) <= 5


@given(st.floats(-60, 3000))
def test_a_steps_length_fits_a_rating_key(minutes: float) -> None:
    due_at = MORNING + timedelta(minutes=minutes)
    assert len(interval_text(MORNING, DAY, Memory(Phase.LEARNING, due_at=due_at))) <= 5
