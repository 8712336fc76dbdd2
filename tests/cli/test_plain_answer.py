"""Answers typed in plain practice: what is said of them, and what is stored."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from interview_coach.cli.plain import practise
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import ALL
from interview_coach.settings import DEFAULTS
from tests.making import FakeClock, open_at

RIGHT = "I moved the dough and we sold 47 of 50 batches on opening day."


def typed(coach: Coach, capsys: pytest.CaptureFixture[str], *lines: str) -> str:
    """A sitting of these lines; gives what it said."""
    practise(coach, ALL, lines)
    return capsys.readouterr().out


def stored(coach: Coach, columns: str) -> Sequence[tuple[object, ...]]:
    return coach.database.connection.execute(f"SELECT {columns} FROM attempts ORDER BY id").fetchall()  # noqa: S608 - own names


def points(coach: Coach) -> list[tuple[object, ...]]:
    return coach.database.connection.execute(
        "SELECT label, hit, decided_by, evidence FROM points ORDER BY attempt_id, number"
    ).fetchall()


def test_what_was_said_and_what_was_not_is_told_with_one_thing_to_fix(
    coach: Coach, capsys: pytest.CaptureFixture[str]
) -> None:
    out = typed(coach, capsys, "I moved the dough", "and we sold 45 of 50 batches.", "", "3", "q")
    assert "You said “45 of 50" in out
    assert "the note has 47/50 (Batches sold). Which is it?" in out
    assert "Not said: Waste, -38%." in out
    assert out.count("One thing to fix:") == 1
    assert "said aloud" in out
    assert stored(coach, "way, words, review_id, text") == [("text", 11, 1, None)]


def test_a_figure_found_is_ticked_and_t_takes_the_tick_off(
    coach: Coach, capsys: pytest.CaptureFixture[str]
) -> None:
    out = typed(coach, capsys, RIGHT, "", "t 1", "t 2", "3", "q")
    assert "Said: Batches sold, 47/50: “47 of 50" in out
    assert points(coach)[:3] == [
        ("Batches sold", 0, "self", None),
        ("Waste", 1, "self", None),
        ("Proving time", 0, "auto", None),
    ]


def test_it_is_on_disk_as_soon_as_the_answer_is_shown(coach: Coach, capsys: pytest.CaptureFixture[str]) -> None:
    out = typed(coach, capsys, RIGHT, "")  # and the input ends
    assert "Said: Batches sold" in out
    assert stored(coach, "way, review_id, abandoned") == [("text", None, 0)]
    assert [row[:3] for row in points(coach)] == [
        ("Batches sold", 1, "auto"),
        ("Waste", 0, "auto"),
        ("Proving time", 0, "auto"),
    ]


def test_the_words_are_kept_where_the_settings_say_so(
    root: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    coach = open_at(root, clock, replace(DEFAULTS, keep_answers="yes"))
    coach.sync()
    typed(coach, capsys, RIGHT, "", "3", "q")
    assert stored(coach, "text") == [(RIGHT,)]
    assert points(coach)[0][3] is not None
    coach.close()


def test_without_an_answer_nothing_is_said_of_one(coach: Coach, capsys: pytest.CaptureFixture[str]) -> None:
    out = typed(coach, capsys, "", "3", "q")
    assert "One thing to fix" not in out
    assert stored(coach, "way") == [("head",)]


def test_what_was_typed_stays_where_its_rating_is_taken_back(
    root: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    coach = open_at(root, clock, replace(DEFAULTS, keep_answers="yes"))
    coach.sync()
    typed(coach, capsys, RIGHT, "", "1", "u", "", "3", "q")
    assert stored(coach, "text, way, review_id") == [(RIGHT, "text", 1), (None, "head", 2)]
    coach.close()
