from datetime import timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.recall.fuzz import fuzzed


def range_of_fsrs(days: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """The shortest interval that py-fsrs draws, and the longest that it means to draw."""
    scheduler = fsrs.Scheduler(maximum_interval=36_500)
    drawn = []
    for draw in (0.0, 1.0):
        monkeypatch.setattr("fsrs.scheduler.random", lambda draw=draw: draw)
        drawn.append(scheduler._get_fuzzed_interval(interval=timedelta(days=days)).days)
    return drawn[0], drawn[1] - (days > 2)  # its upper end comes out a day too long


@pytest.mark.parametrize("days", [1, 2, 3, 5, 7, 8, 15, 20, 33, 90, 364])
def test_fuzz_fills_the_range_of_fsrs_and_no_more(days: int, monkeypatch: pytest.MonkeyPatch) -> None:
    low, high = range_of_fsrs(days, monkeypatch)
    drawn = {fuzzed(days, 36_500, seed, 3) for seed in range(2000)}
    assert drawn == set(range(low, high + 1))


def test_fuzz_favours_no_length() -> None:
    drawn = [fuzzed(15, 365, seed, 1) for seed in range(6000)]
    counts = [drawn.count(days) for days in sorted(set(drawn))]
    assert min(counts) > 0.8 * max(counts)


def test_fuzz_changes_from_review_to_review() -> None:
    assert len({fuzzed(100, 365, 42, reps) for reps in range(40)}) > 5


@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 400), st.integers(0, 2**32), st.integers(1, 99))
def test_a_longer_interval_stays_the_longer(one: int, other: int, maximum: int, seed: int, reps: int) -> None:
    short, long = sorted((min(one, maximum), min(other, maximum)))
    results = fuzzed(short, maximum, seed, reps), fuzzed(long, maximum, seed, reps)
    assert 1 <= results[0] <= results[1] <= maximum
