"""The clock is right whatever happened between two looks at it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.coach.deadline import AWAY, Deadline, Stopwatch, Watched, steady_ticks


class Ticks:
    """A clock in seconds that is moved by hand."""

    def __init__(self, now: float = 5000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


MOVES = st.lists(
    st.tuples(st.sampled_from(["pause", "resume", "look", "pass"]), st.floats(0, 3600)), max_size=200
)


@given(MOVES, st.floats(0, 600), st.booleans())
def test_time_used_is_the_time_that_passed_while_it_ran(
    moves: list[tuple[str, float]], used: float, paused: bool
) -> None:
    ticks = Ticks()
    watch = Stopwatch(ticks, used, paused=paused)
    expected, runs = used, not paused
    for move, seconds in moves:
        if move == "pass":
            ticks.now += seconds
            expected += seconds if runs else 0.0
        elif move == "look":
            watch.away()
        else:
            getattr(watch, move)()
            runs = move == "resume"
        assert watch.used == pytest.approx(expected, abs=1e-6)
        assert watch.paused is not runs


def test_ten_minutes_with_a_loop_that_is_blocked_now_and_then_are_ten_minutes() -> None:
    ticks = Ticks()
    deadline = Deadline(ticks, 120)
    beat = 0
    while ticks.now < 5600:
        beat += 1
        ticks.now = min(5600, ticks.now + (2.7 if beat % 50 == 0 else 0.0331))
        assert deadline.used == pytest.approx(ticks.now - 5000, abs=1e-6)
    assert deadline.over == pytest.approx(480, abs=0.05)


def test_the_end_is_reached_once_and_counted_past() -> None:
    ticks = Ticks()
    deadline = Deadline(ticks, 30, used=20)
    assert (deadline.left, deadline.over, deadline.is_over) == (10, 0, False)
    ticks.now += 10
    assert (deadline.left, deadline.over, deadline.is_over) == (0, 0, True)
    ticks.now += 75
    assert (deadline.left, deadline.over, deadline.is_over) == (0, 75, True)


def test_a_stopped_program_or_a_sleeping_computer_is_noticed_and_can_be_taken_out() -> None:
    ticks = Ticks()
    watch = Stopwatch(ticks)
    ticks.now += 5
    assert watch.away() == 0
    ticks.now += 900
    assert watch.away() == 900
    assert watch.used == 905, "the time counts unless the person says otherwise"
    assert watch.away() == 0, "it is asked about once"
    ticks.now += 2
    watch.forgive(900)
    assert watch.used == 7
    ticks.now += 3
    assert watch.used == 10


def test_a_pause_is_no_absence() -> None:
    ticks = Ticks()
    watch = Stopwatch(ticks)
    watch.pause()
    ticks.now += 900
    assert watch.away() == 0
    watch.resume()
    ticks.now += AWAY - 1
    assert watch.away() == 0


def test_more_than_was_used_cannot_be_taken_out() -> None:
    ticks = Ticks()
    watch = Stopwatch(ticks, used=3)
    watch.forgive(10)
    assert watch.used == 0


# -- a clock that stops while the computer sleeps


def test_a_clock_that_stands_still_in_sleep_is_put_right_by_the_wall() -> None:
    ticks, wall = Ticks(), Ticks(1.7e9)
    watch = Stopwatch(Watched(ticks, wall))
    ticks.now += 10
    wall.now += 10
    assert watch.used == 10
    wall.now += 1800  # asleep
    ticks.now += 1
    wall.now += 1
    assert watch.used == pytest.approx(1811)


@given(st.lists(st.floats(-7200, 2), min_size=1, max_size=20))
def test_a_wall_that_is_set_back_or_put_right_by_a_little_changes_nothing(steps: list[float]) -> None:
    ticks, wall = Ticks(), Ticks(1.7e9)
    watch = Stopwatch(Watched(ticks, wall))
    for step in steps:
        ticks.now += 1
        wall.now += 1 + step
        watch.away()
    assert watch.used == pytest.approx(len(steps), abs=1e-3)


def test_for_real_with_a_blocked_loop_and_a_pause() -> None:
    ticks = steady_ticks()
    watch = Stopwatch(ticks)
    began = time.monotonic()
    for seconds in (0.01, 0.3, 0.01):
        time.sleep(seconds)
        watch.away()
    watch.pause()
    ran = time.monotonic() - began
    time.sleep(0.2)
    assert watch.used == pytest.approx(ran, abs=0.05)
    watch.resume()
    again = time.monotonic()
    time.sleep(0.1)
    assert watch.used == pytest.approx(ran + time.monotonic() - again, abs=0.05)
