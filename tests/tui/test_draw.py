"""The drawings: every line fits its width, whatever it is given, and bars say what they count."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.profiles import profile_of
from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.coach.answering import Way, written
from interview_coach.coach.brief import Brief, Opener, WeakPoint
from interview_coach.coach.looking import look
from interview_coach.coach.mock.state import REPEATS
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.tui.actions import Where, hint_of, hints_of
from interview_coach.tui.draw import brief as brief_page
from interview_coach.tui.draw import offers
from interview_coach.tui.draw.basics import (
    Share,
    bar,
    hint_line,
    labelled,
    labelled_bar,
    relative_day,
)
from interview_coach.tui.draw.mock import sitting
from interview_coach.tui.draw.page import Setting, page
from interview_coach.tui.draw.points import HINT_USED, MASK, points
from interview_coach.tui.stage import Stage
from interview_coach.tui.turn import Turn

TEXT = st.text(st.sampled_from("ab [漢👩é\u0301/]\n.")) | st.just("x" * 300)
WIDTHS = st.integers(24, 130)
COUNTS = st.lists(st.integers(0, 500), min_size=1, max_size=4)
PROFILE = profile_of(DEFAULTS)
INTERVALS = {Rating.AGAIN: "1m", Rating.HARD: "6m", Rating.GOOD: "10m", Rating.EASY: "2.1mo"}


def some_points() -> st.SearchStrategy[tuple[Point, ...]]:
    one = st.builds(Point, st.sampled_from([PointKind.METRIC, PointKind.ACTION]), TEXT, TEXT, TEXT)
    return st.lists(one, max_size=4).map(tuple)


def cards() -> st.SearchStrategy[Card]:
    passages = st.lists(st.builds(Passage, TEXT, TEXT), max_size=3).map(tuple)
    return st.builds(
        Card,
        kind=st.sampled_from(CardKind),
        skill=TEXT,
        slot=st.just("1"),
        prompt=TEXT,
        answer=TEXT,
        line=st.just(1),
        cue=passages,
        passages=passages,
        points=some_points(),
    )


@given(COUNTS, st.integers(4, 80))
def test_a_bar_fills_its_width_and_leaves_out_nothing_that_is_there(counts: list[int], width: int) -> None:
    glyphs = "█▓░▒"
    drawn = bar([Share(count, glyph, "") for count, glyph in zip(counts, glyphs, strict=False)], width).plain
    assert len(drawn) == (width if any(counts) else 0)
    for count, glyph in zip(counts, glyphs, strict=False):
        assert (glyph in drawn) == (count > 0)


@given(COUNTS, st.integers(10, 80))
def test_the_words_stand_under_their_own_stretch(counts: list[int], width: int) -> None:
    names = ("learning", "due", "new", "else")
    shares = [(Share(c, "▄", ""), f"{c} {name}") for c, name in zip(counts, names, strict=False)]
    lines = [line.plain for line in labelled_bar(shares, width)]
    assert all(len(line) <= width for line in lines)
    if len(lines) == 2:
        bar_drawn, words = lines
        starts = [
            at for at, glyph in enumerate(bar_drawn) if glyph == "▄" and bar_drawn[at - 1 : at] in {"", " "}
        ]
        present = [label for share, label in shares if share.count]
        assert len(starts) == len(present)
        assert all(words[at:].startswith(label) for at, label in zip(starts, present, strict=True))


@given(
    cards(),
    WIDTHS,
    st.integers(1, 40),
    st.sampled_from([Stage.ASKED, Stage.PREDICTING, Stage.SHOWN, Stage.GRADING]),
    st.sampled_from(Way),
    st.booleans(),
    TEXT,
)
def test_a_page_fits_its_width(
    card: Card, width: int, height: int, stage: Stage, way: Way, opened: bool, typed: str
) -> None:
    turn = Turn(points=card.points, stage=stage, way=way, takes_answer=way is not Way.HEAD, typed=typed)
    lines = [line for line, _ in page(card, turn, width, height, Setting(PROFILE, opened=opened))]
    assert all(line.cell_length <= width for line in lines)
    assert not any("\n" in line.plain for line in lines)


def test_a_story_stands_apart_unless_only_that_keeps_it_from_fitting() -> None:
    parts = tuple(Passage(name, "one line") for name in ("Situation", "Task", "Action", "Result"))
    card = Card(CardKind.QUESTION, "Baking", "1", "Why?", "", 1, passages=parts)
    shown = Turn(stage=Stage.SHOWN)
    assert [len(page(card, shown, 40, height, Setting(PROFILE))) for height in (10, 9, 6)] == [10, 7, 10]


@given(some_points(), st.integers(18, 130), st.integers(1, 40), st.booleans())
def test_the_points_fit_their_width_and_each_has_its_rows(
    given_points: tuple[Point, ...], width: int, height: int, revealed: bool
) -> None:
    stage = Stage.SHOWN if revealed else Stage.ASKED
    turn = Turn(points=given_points, stage=stage, hinted=frozenset({0}))
    rows = points(turn, width, height)
    assert all(line.cell_length <= width for line, _ in rows)
    owners = {owner for _, owner in rows} - {None}
    assert owners == set(range(len(given_points)) if revealed else turn.metrics)


def test_a_value_is_masked_alike_whatever_its_length_until_a_hint_uncovers_it() -> None:
    turn = Turn(
        points=(
            Point(PointKind.METRIC, "Waste", "-38%"),
            Point(PointKind.METRIC, "Sold", "forty-seven of fifty"),
        )
    )
    covered = "\n".join(line.plain for line, _ in points(turn, 40, 20))
    assert "38" not in covered
    assert "forty" not in covered
    assert covered.count(MASK) == 2
    hinted = "\n".join(line.plain for line, _ in points(turn.with_hint(), 40, 20))
    assert "-38%" in hinted
    assert "forty" not in hinted


@pytest.mark.parametrize("width", [20, 28, 36, 44, 60, 80])
def test_all_four_ratings_are_there_at_any_width(width: int) -> None:
    line = offers.ratings(INTERVALS, width).plain
    assert [line.find(f" {n} ") >= 0 for n in (1, 2, 3, 4)] == [True] * 4
    assert width < 36 or "2.1mo" in line[:width]


@pytest.mark.parametrize(
    ("intervals", "told"),
    [
        (("10m", "1.5mo", "2mo", "3mo"), "10m 1.5mo 2.0mo 3.0mo"),
        (("10m", "8d", "9.5mo", "12mo"), "10m 8d 9.5mo 12mo"),
        (("10m", "12d", "2mo", "3mo"), "10m 12d 2mo 3mo"),
        (("1m", "kept", "kept", "kept"), "1m"),  # beside the schedule
    ],
)
def test_intervals_of_one_unit_are_told_alike(intervals: tuple[str, ...], told: str) -> None:
    line = offers.ratings(dict(zip(Rating, intervals, strict=True)), 76).plain
    assert " ".join(word for word in line.split() if word not in "1234" and not word.istitle()) == told


def test_the_rubric_says_how_to_go_among_its_lines_and_back() -> None:
    line = " ".join(offers.levels("Done", 76, lines=True).plain.split())
    assert line == "1 2 3 4 5 enter Done ↑ ↓ Line g Back to the ticks"
    assert "Line" not in offers.levels("Skip", 76).plain


def test_a_label_too_long_for_its_column_is_not_cut() -> None:
    lines = [each.plain for each in labelled("74 → 19 min", "Time to restore", 60, 11)]
    assert lines == ["74 → 19 min", f"{'':11}Time to restore"]
    assert [each.plain for each in labelled("93%", "Revenue", 60, 11, note="0:12")] == [
        f"{'93%':11}Revenue",
        f"{'0:12':11}",
    ]
    noted = labelled("The carton price rise", "In January", 60, 12, note="0:12")
    assert [each.plain for each in noted] == ["The carton price rise", f"{'0:12':12}In January"]


def test_the_ratings_are_named_at_80_columns() -> None:
    words = offers.ratings(INTERVALS, 76).plain.split()
    assert " ".join(words) == "1 Again 1m 2 Hard 6m 3 Good 10m 4 Easy 2.1mo"


@pytest.mark.parametrize("width", [36, 56, 76, 100])
@pytest.mark.parametrize("where", [Where.TODAY, Where.PRACTICE, Where.SUMMARY, Where.NOTES])
@pytest.mark.parametrize("stage", [Stage.ASKED, Stage.SHOWN])
def test_how_to_leave_and_help_stay_on_the_hint_line_however_narrow(
    where: Where, stage: Stage, width: int
) -> None:
    hints = [hint_of(action) for action in hints_of(where, stage)]
    line = hint_line(hints, width).plain
    leave = next(f"{keys} {label}" for keys, label, do in hints if do == "screen.leave")
    assert line.endswith(f"{leave}   ? help")
    assert len(line) <= width


@pytest.mark.parametrize("width", [36, 56, 76, 100])
def test_keys_go_on_in_a_second_row_and_the_last_stay_last(width: int) -> None:
    hints = [hint_of(action) for action in hints_of(Where.TODAY)]
    one, two = (hint_line(hints, width, rows).plain.split("\n") for rows in (1, 2))
    assert len(one) == 1
    assert len(two) == 2
    assert all(len(row) <= width for row in two)
    assert two[-1].endswith("q quit   ? help")
    assert " ".join(two).count("   ") >= one[0].count("   ")
    assert "\n" not in hint_line(hints, 500, 2).plain


def test_at_80_columns_undo_is_named_once_there_is_something_to_undo() -> None:
    for stage in (Stage.ASKED, Stage.SHOWN):
        line = hint_line([hint_of(action) for action in hints_of(Where.PRACTICE, stage)], 76).plain
        assert "u undo" in line
        assert "e edit" in line


def test_where_there_is_room_for_nothing_else_help_stays() -> None:
    hints = [hint_of(action) for action in hints_of(Where.PRACTICE, Stage.ASKED)]
    assert hint_line(hints, 10).plain == "? help"


def test_days_are_named_as_a_person_would() -> None:
    today = date(2026, 3, 2)
    assert relative_day(today + timedelta(days=1), today) == "tomorrow"
    assert relative_day(today + timedelta(days=3), today) == "on Thursday"
    assert relative_day(today + timedelta(days=30), today) == "on Wednesday 1 April"


def test_a_name_and_a_context_do_not_tell_the_value_before_it_is_uncovered() -> None:
    turn = Turn(points=(Point(PointKind.METRIC, "Closed 13/14 escalations", "13/14", "13/14 of all"),))
    covered = "\n".join(line.plain for line, _ in points(turn, 40, 20))
    assert "13/14" not in covered
    assert "Closed ___ escalations" in covered
    for open_turn in (turn.with_hint(), replace(turn, stage=Stage.SHOWN)):
        assert "Closed 13/14 escalations" in "\n".join(line.plain for line, _ in points(open_turn, 40, 20))


LONG = Point(
    PointKind.METRIC, "Average time from report to repair in days", "~10 days", "Business days, last year"
)


def test_names_go_on_to_a_second_line_and_contexts_beneath_unless_the_height_is_short() -> None:
    turn = Turn(points=(LONG, LONG), stage=Stage.SHOWN)
    airy = [line.plain for line, _ in points(turn, 22, 14)]
    assert len(airy) == 12
    assert "    report to repair in…" not in airy
    assert [len(points(turn, 22, height)) for height in (12, 11)] == [12, 5]


def test_what_was_said_in_place_of_a_number_has_a_line_of_its_own_where_it_needs_one() -> None:
    spoken = written("It took twenty-seven business days from report to repair on average.", 0, 0)
    card = Card(CardKind.QUESTION, "Baking", "1", "Why?", "", 1, points=(LONG,))
    turn = replace(
        Turn(points=(LONG,), stage=Stage.SHOWN), looked=look(spoken, card, DEFAULTS, PROFILE, frozenset())
    )
    for height in (20, 1):
        shown = " ".join(" ".join(line.plain for line, owner in points(turn, 21, height) if owner == 0).split())
        assert "said: twenty-seven" in shown
        assert "twe…" not in shown


def test_a_used_hint_is_marked_before_the_name_and_explained() -> None:
    turn = replace(Turn(points=(LONG, LONG)).with_hint(), stage=Stage.SHOWN)
    for height in (30, 1):
        rows = [line.plain for line, _ in points(turn, 22, height)]
        assert [row for row in rows if f"[ ] {HINT_USED} Average" in row] == [
            row for row, (_, owner) in zip(rows, points(turn, 22, height), strict=True) if owner == 0
        ][:1]
        assert rows[-1] == f"{HINT_USED} a hint used"


def test_a_part_of_the_story_takes_one_row_and_repeats_nothing() -> None:
    turn = Turn(points=(Point(PointKind.ACTION, "Action", "Moved the dough"),), stage=Stage.SHOWN)
    assert [line.plain for line, owner in points(turn, 22, 20) if owner == 0] == ["▸[ ] Action"]


@pytest.mark.parametrize(("room", "rows"), [(5, 0), (6, 5), (10, 7), (30, 20)])
def test_the_answer_box_stands_right_beneath_the_prompt_and_takes_what_room_there_is(
    room: int, rows: int
) -> None:
    card = Card(CardKind.QUESTION, "Baking", "1", "Why?", "", 1)
    lines = [line.plain for line, _ in page(card, Turn(), 40, 2 + room, Setting(PROFILE))]
    assert [index for index, line in enumerate(lines) if "Your answer" in line] == ([3] if rows else [])
    assert len(lines) == 2 + (rows + 1 if rows else 0)


def test_the_brief_says_what_is_wrong_with_a_weak_answer_also_where_the_screen_is_small() -> None:
    openers = tuple(
        Opener("Baking", f"Story {each}", "In March " + "the flour was late " * 9) for each in range(4)
    )
    prompt, why = "Everyone has a theory and the oven is cold. …", "Flour saved and the Result missed in 2 of 2"
    found = Brief("Baking", openers=openers, weakest=tuple(WeakPoint("Baking", prompt, why) for _ in range(3)))
    drawn = [line.plain for line in brief_page.lines(found, 76, 14)]
    assert sum(line.endswith(why) for line in drawn) == 3
    assert len(drawn) <= 14


def test_a_story_that_comes_twice_is_told_of_alike_on_the_screen_and_on_plain_lines() -> None:
    lines = sitting.question(sitting.Asked("Why us?", repeats=True), 80, roomy=False)
    assert REPEATS in " ".join(line.plain.strip() for line in lines)
    assert "may have been told" in REPEATS, "who skipped the question before has not told it"
