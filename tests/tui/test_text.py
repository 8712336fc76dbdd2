"""The one door for text: what comes through is readable, harmless and no wider than asked for."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from interview_coach.cards.prompts import without_skill
from interview_coach.tui.text import clean, cut, cut_middle, flowed, one_line, padded, wrapped

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
NASTY = st.text(
    st.sampled_from("ab \t\n\r\x1b[]0;m\x07\x9b\x9d\\漢é\u0301👩\u200d\u202e\u2028\ud800\u200b/@=()")
) | st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("[/] list[int] [@click=app.quit]x[/]", "[/] list[int] [@click=app.quit]x[/]"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b[31;1mred\x1b[0m", "red"),
        ("\x9b2Jcleared", "cleared"),
        ("\x1bPpayload\x1b\\end", "end"),
        ("open \x1b]0; never ended", "open ]0; never ended"),
        ("a\x00b\x08c", "abc"),
        ("\u202eevil\u202c", "evil"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\ttab", "    tab"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("👩\u200d👧 می\u200cخواهم", "👩\u200d👧 می\u200cخواهم"),
    ],
)
def test_what_comes_through(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected


@given(NASTY)
def test_nothing_comes_through_that_moves_the_cursor_or_turns_the_text(text: str) -> None:
    out = clean(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in out)
    assert not set(out) & set(BIDI)
    out.encode()  # what cannot be encoded would stop the terminal's writer


@given(NASTY, st.integers(0, 40))
def test_what_is_cut_fits_its_width_on_one_line(text: str, width: int) -> None:
    short = cut(text, width)
    assert cell_len(short) <= width
    assert "\n" not in short
    if cell_len(one_line(text)) <= width:
        assert short == one_line(text)
    assert cell_len(padded(text, width)) == width


@given(NASTY, st.integers(4, 40))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(cell_len(line) <= width for line in lines)
    letters = "".join(clean(text).split())
    assert "".join("".join(lines).split()).replace("\u200d", "") == letters.replace("\u200d", "")


def test_a_figure_and_its_percent_sign_stand_on_one_line() -> None:
    assert wrapped("Action 33 %, Result 16 %", 10) == ["Action", "33 %,", "Result", "16 %"]
    assert all(cell_len(line) <= 3 for line in wrapped("1000 %", 3))


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrapped("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


@given(NASTY, st.integers(3, 40))
def test_what_is_cut_in_the_middle_fits_and_keeps_both_ends(text: str, width: int) -> None:
    short = cut_middle(text, width)
    assert cell_len(short) <= width
    if cell_len(one_line(text)) <= width:
        assert short == one_line(text)


def test_a_path_cut_in_the_middle_keeps_its_start_and_its_end() -> None:
    assert cut_middle("~/a/very/long/way/to/the/notes/decks", 18) == "~/a/very/…es/decks"


def test_the_skill_is_not_said_twice() -> None:
    assert without_skill("Baking: the Action of your story.", "Baking") == "The Action of your story."
    assert without_skill("Why baking?", "Baking") == "Why baking?"


@given(st.lists(st.text("ab%1 ", min_size=1).map(one_line).filter(bool), max_size=6), st.integers(4, 30))
def test_parts_flow_into_lines_and_none_is_broken_that_fits_one(parts: list[str], width: int) -> None:
    lines = flowed(parts, width)
    assert all(cell_len(line) <= width for line in lines)
    for part in parts:
        if cell_len(part) <= width:
            assert any(part in line for line in lines)


@given(st.lists(NASTY, max_size=5), st.integers(4, 40))
def test_parts_that_flow_are_as_harmless_as_any_text(parts: list[str], width: int) -> None:
    for line in flowed(parts, width):
        assert cell_len(line) <= width
        assert one_line(line) == line.strip()


def test_a_share_is_not_parted_from_what_it_is_of() -> None:
    shares = "Situation 45 %, Task 30 %, Action 15 %, Result 10%"
    assert wrapped(shares, 35) == ["Situation 45 %, Task 30 %,", "Action 15 %, Result 10%"]
    assert wrapped(shares, 20) == ["Situation 45 %,", "Task 30 %,", "Action 15 %,", "Result 10%"]


def test_a_fact_stays_whole_where_the_line_ends() -> None:
    facts = ["2:18 in all, past red", "Situation 45 %", "Result 6 %"]
    assert flowed(facts, 32) == ["2:18 in all, past red", "Situation 45 % · Result 6 %"]
    assert flowed([], 32) == []
