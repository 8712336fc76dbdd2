"""One card's turn: hints, ticks, and what of them is recorded."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cards.model import Point, PointKind
from interview_coach.coach.coach import Coach
from interview_coach.tui.turn import Turn, begin

NOW = datetime.fromisoformat("2026-03-02T08:00:00+01:00")
POINTS = (
    Point(PointKind.METRIC, "Batches sold", "47/50"),
    Point(PointKind.METRIC, "Waste", "-38%"),
    Point(PointKind.RESULT, "Result", "Opened on time"),
)
TURN = Turn(points=POINTS, shown_at=NOW)


def test_hints_uncover_the_numbers_one_by_one_and_then_no_more() -> None:
    first = TURN.with_hint()
    second = first.with_hint()
    assert [sorted(turn.hinted) for turn in (first, second)] == [[0], [0, 1]]
    assert second.with_hint() is second


def test_the_time_to_think_is_from_prompt_to_answer() -> None:
    turn = TURN.shown(NOW + timedelta(seconds=12.5), "")
    assert (turn.revealed, turn.attempt().duration) == (True, 12_500)


def test_a_clock_set_back_gives_no_negative_time() -> None:
    assert TURN.shown(NOW - timedelta(hours=1), "").attempt().duration == 0


def test_a_list_that_nobody_touched_says_nothing_about_what_was_landed() -> None:
    attempt = TURN.shown(NOW, "").attempt()
    assert (attempt.way, attempt.points) == ("head", ())


def test_ticks_and_hints_are_recorded_point_by_point() -> None:
    attempt = TURN.with_hint().shown(NOW, "We opened on time").toggled(0).toggled(2).attempt()
    assert (attempt.way, attempt.words) == ("typed", 4)
    assert [each.hit for each in attempt.points] == [True, False, True]
    assert [each.hinted for each in attempt.points] == [True, False, False]


def test_ticking_goes_to_the_next_point_and_unticking_takes_the_tick_back() -> None:
    turn = TURN.shown(NOW, "").toggled(0)
    assert (sorted(turn.ticked), turn.at) == ([0], 1)
    assert turn.toggled(0).ticked == frozenset()


@given(st.lists(st.integers(-3, 3)))
def test_the_cursor_stays_on_the_points(moves: list[int]) -> None:
    turn = TURN
    for move in moves:
        turn = turn.moved(move)
        assert 0 <= turn.at < len(POINTS)
    assert Turn().moved(1).at == 0


def test_a_turn_renewed_keeps_hints_ticks_and_cursor_with_points_that_read_as_before(coach: Coach) -> None:
    showing = coach.practice().current
    assert showing is not None
    card = showing.stored.card
    turn = begin(card, NOW).with_hint().shown(NOW, "words").toggled(0).toggled(2)
    renewed = turn.renewed(replace(card, points=card.points[2:]), NOW)
    assert (renewed.points, renewed.typed, renewed.revealed) == (card.points[2:], "words", True)
    assert (renewed.ticked, renewed.hinted, renewed.at) == (frozenset({0}), frozenset(), 1)
