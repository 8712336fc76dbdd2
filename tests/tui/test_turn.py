"""One card's turn: hints, ticks, and what of them is recorded."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.profiles import profile_of
from interview_coach.answers.rubric import Cap
from interview_coach.cards.model import Card, CardKind, Point, PointKind
from interview_coach.coach.answering import Way, row_of
from interview_coach.coach.coach import Coach
from interview_coach.coach.looking import Judged, look
from interview_coach.settings import DEFAULTS
from interview_coach.tui.stage import Stage
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
    turn = TURN.shown(NOW + timedelta(seconds=12.5))
    assert (turn.revealed, turn.attempt().duration) == (True, 12_500)


def test_a_clock_set_back_gives_no_negative_time() -> None:
    assert TURN.shown(NOW - timedelta(hours=1)).attempt().duration == 0


def test_a_list_that_nobody_touched_says_nothing_about_what_was_landed() -> None:
    attempt = TURN.shown(NOW).attempt()
    assert (attempt.way, attempt.points) == ("head", ())


def test_ticks_and_hints_are_recorded_point_by_point() -> None:
    attempt = replace(TURN, typed="We opened on time").with_hint().shown(NOW).toggled(0).toggled(2).attempt()
    assert (attempt.way, attempt.words) == ("typed", 4)
    assert [each.hit for each in attempt.points] == [True, False, True]
    assert [each.hinted for each in attempt.points] == [True, False, False]


def test_ticking_goes_to_the_next_point_and_unticking_takes_the_tick_back() -> None:
    turn = TURN.shown(NOW).toggled(0)
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
    turn = replace(begin(card, NOW), typed="words").with_hint().shown(NOW).toggled(0).toggled(2)
    renewed = turn.renewed(replace(card, points=card.points[2:]), NOW)
    assert (renewed.points, renewed.typed, renewed.revealed) == (card.points[2:], "words", True)
    assert (renewed.ticked, renewed.hinted, renewed.at) == (frozenset({0}), frozenset(), 1)


# -- an answer that is measured

PROFILE = profile_of(DEFAULTS)
CARD = Card(CardKind.QUESTION, "Baking", "1", "Tell me about a night.", "", 1, points=POINTS)


def answered(text: str) -> Turn:
    """A turn whose answer was written, ended and looked at."""
    begun = replace(begin(CARD, NOW, Way.TEXT).written_from(10.0, NOW, Way.TEXT), typed=text)
    measured = begun.measured(70.0)
    turn = begun.ended(measured, row_of(measured, PROFILE))
    return turn.looked_at(turn.attempt(), look(measured, CARD, DEFAULTS, PROFILE))


def test_what_was_found_is_ticked_and_what_the_person_unticked_stays_so() -> None:
    turn = answered("We sold 47 of 50 batches.").guessed(4)
    assert (turn.stage, turn.predicted, turn.ticked) == (Stage.SHOWN, 4, frozenset({0}))
    assert [(each.hit, each.decided_by) for each in turn.attempt().points] == [(True, "auto"), (False, "auto")]
    own = turn.toggled(0)
    assert own.looked is not None
    again = own.looked_at(own.attempt(), own.looked)
    assert [(each.hit, each.decided_by) for each in again.attempt().points] == [
        (False, "self"),
        (False, "auto"),
        (False, "self"),
    ]


def test_a_hint_alone_decides_nothing() -> None:
    turn = replace(answered("We sold bread."), hinted=frozenset({1}))
    assert len(turn.attempt().points) == 3
    assert [each.point for each in turn.decided] == [POINTS[0], POINTS[1]]  # which the text itself decided


def test_points_gone_through_stay_so_after_the_rubric() -> None:
    ticked = answered("We sold 47 of 50 batches.").guessed(4).toggled(1)
    assert [each.point for each in ticked.decided] == [*POINTS[:2]]
    graded = ticked.graded_or_ticked()
    assert [(each.point, each.hit) for each in graded.decided][2:] == [(POINTS[2], False)]
    assert graded.graded_or_ticked().decided == graded.decided, "the fix is the same on the way back"
    untouched = answered("We sold 47 of 50 batches.").guessed(4)
    assert untouched.graded_or_ticked().graded_or_ticked().decided == untouched.decided


def test_a_grade_above_its_cap_takes_the_same_key_twice() -> None:
    turn = answered("Bread.").guessed(None).graded_or_ticked()
    turn = turn.judged_as(Judged(caps=(Cap("result", 2, "no Result is ticked"),)))
    once = turn.graded("result", 5, 5)
    assert (once.attempt().rubric, once.line) == ({"result": 2}, 1)
    twice = once.to_line(-1, 5).graded("result", 5, 5)
    assert (twice.attempt().rubric, twice.line) == ({"result": 5}, 1)
    assert twice.judged_as(twice.judged).attempt().rubric == {"result": 5}, "overruled is overruled"


def test_a_redo_keeps_the_words_and_the_hints_and_knows_what_it_follows() -> None:
    first = replace(answered("We sold 47 of 50."), hinted=frozenset({1})).saved_as(7).guessed(3).toggled(2)
    again = first.again()
    assert (again.stage, again.typed, again.follows) == (Stage.ASKED, first.typed, 7)
    assert again.hinted == frozenset({1})
    assert (again.answer, again.ticked, again.predicted, again.saved) == (None, frozenset(), None, None)
    assert again.before == first.attempt()


def test_in_speech_a_slip_is_no_answer_and_a_mark_makes_one() -> None:
    turn = begin(CARD, NOW, Way.SPOKEN).spoken_from(100.0, NOW + timedelta(seconds=9))
    assert turn.speech is not None
    assert [turn.is_begun(moment) for moment in (104.9, 105.0)] == [False, True]
    assert turn.with_speech(turn.speech.marked(101.0)).is_begun(101.0)
    ended = turn.with_speech(turn.speech.stopped(160.5))
    assert (ended.measured(999.0).milliseconds, ended.measured(999.0).think) == (60_500, 9_000)


def test_text_of_one_way_is_no_text_of_another() -> None:
    turn = replace(begin(CARD, NOW, Way.TEXT), typed="words")
    assert turn.has_text
    assert not turn.in_way(Way.BOXES).has_text
    assert turn.in_way(Way.SPOKEN).put_by(Way.SPOKEN).typed == "words"
