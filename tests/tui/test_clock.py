"""The clock of a spoken answer as it is drawn: right, readable without colour, no wider than it may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.profiles import profile_of
from interview_coach.coach.speech import Speech
from interview_coach.settings import DEFAULTS
from interview_coach.tui.draw.clock import clock, large, light_words, minutes

PROFILE = profile_of(DEFAULTS)
MARKED = Speech(0.0).marked(12).marked(20)


def drawn(speech: Speech | None, now: float, width: int = 50, height: int = 12) -> list[str]:
    return [line.plain for line in clock(speech, PROFILE, now, width, height)]


@given(
    st.lists(st.floats(0, 400), max_size=3).map(sorted),
    st.floats(0, 4000),
    st.integers(1, 130),
    st.integers(0, 30),
)
def test_it_fits_what_room_there_is(marks: list[float], now: float, width: int, height: int) -> None:
    speech = Speech(0.0, tuple(marks))
    for each in (None, speech):
        lines = clock(each, PROFILE, now, width, height)
        assert len(lines) <= height
        assert all(line.cell_length <= width for line in lines)


def test_each_part_fills_its_share_of_the_bar_with_its_letter() -> None:
    bar = next(line for line in drawn(MARKED, 50, width=150) if line.startswith("S"))
    assert (bar.count("S"), bar.count("T"), bar.count("A")) == (12, 8, 30)  # a cell a second up to 2:30
    assert bar[90] == bar[120] == "┊"


def test_unmarked_time_is_no_part() -> None:
    assert not any(letter in line for line in drawn(Speech(0.0), 50)[3:4] for letter in "STAR")


def test_the_part_being_told_is_marked_and_timed() -> None:
    assert "▸A 0:30" in "\n".join(drawn(MARKED, 50, width=34))
    assert "▸Action 0:30" in "\n".join(drawn(MARKED, 50, width=80))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "green in 1:00"),
        (59.5, "green in 0:01"),
        (60, "green: long enough"),
        (95, "yellow: land the result"),
        (120, "over by 0:00"),
        (171, "over by 0:51"),
    ],
)
def test_what_a_light_means_is_said_in_words(seconds: float, words: str) -> None:
    assert light_words(seconds, PROFILE) == words
    assert words in "\n".join(drawn(Speech(0.0), seconds, width=40, height=3))


def test_large_digits_are_three_rows_of_one_width() -> None:
    for seconds in range(0, 700, 7):
        rows = large(minutes(seconds))
        assert len(rows) == 3
        assert len({len(row) for row in rows}) == 1


def test_each_digit_looks_unlike_the_others() -> None:
    assert len({tuple(large(str(digit))) for digit in range(10)}) == 10
