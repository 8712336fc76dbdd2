"""After an answer: the prediction, what was found, ticks, the rubric with its caps, the redo, the words."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.settings import DEFAULTS
from interview_coach.tui.stage import Stage
from tests.making import FakeClock, open_at
from tests.tui.answers import Ticks, attempts, fake_ticks, paste, points, screen_of
from tests.tui.driving import flowing, opened, painted, press, said

RIGHT = "The oven failed at two. I moved the dough and we sold 47 of 50 batches on opening day."
WRONG = RIGHT.replace("47 of 50 batches", "45 of 50 batches")


@pytest.fixture
def ticks(monkeypatch: pytest.MonkeyPatch) -> Ticks:
    return fake_ticks(monkeypatch)


async def write(pilot: Pilot[None], text: str, *keys: str) -> None:
    """Writes an answer in one piece and presses what comes after it."""
    await press(pilot, "a")
    await paste(pilot, text)
    await press(pilot, "ctrl+s", *keys)


async def test_a_prediction_is_stored_and_can_be_passed_over(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "space")
        assert "1 to 5" in said(pilot, "message")
        await press(pilot, "4")
        assert screen_of(pilot).turn.stage is Stage.SHOWN
        assert attempts(coach, "predicted") == [4]
        await press(pilot, "3")
        await write(pilot, RIGHT, "enter", "3")
    assert attempts(coach, "predicted") == [4, None]


async def test_a_figure_that_was_said_is_ticked_with_the_words_that_prove_it(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter")
        assert "[✓] Batches sold" in said(pilot, "side")
        assert "found" in said(pilot, "side")
        assert "47 of 50 batches" in flowing(said(pilot, "page"))
        assert points(coach, "label", "hit", "decided_by")[:3] == [
            ("Batches sold", 1, "auto"),
            ("Waste", 0, "auto"),
            ("Proving time", 0, "auto"),
        ]
        await press(pilot, "x")
        assert "[ ] Batches sold" in said(pilot, "side")
        assert points(coach, "label", "hit", "decided_by")[:2] == [
            ("Batches sold", 0, "self"),
            ("Waste", 0, "auto"),
        ]


async def test_another_figure_than_the_notes_is_asked_about_and_not_held_against_anyone(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, WRONG, "enter")
        assert "You said “45 of 50" in flowing(said(pilot, "page"))
        assert "the note has 47/50. Which is it?" in flowing(said(pilot, "page"))
        assert "[?] Batches sold" in said(pilot, "side")
        await press(pilot, "x")
        assert "[✓] Batches sold" in said(pilot, "side")
        assert "Which is it?" not in flowing(said(pilot, "page"))


async def test_evidence_off_the_screen_is_scrolled_to_with_its_point(coach: Coach) -> None:
    long = "Nothing much happened then. " * 60 + "We cut waste by 38 percent against the year before."
    async with opened(coach, "enter") as pilot:
        await write(pilot, long, "enter")
        assert "38 percent" not in flowing(said(pilot, "page"))
        await press(pilot, "down")
        assert "[✓] Waste" in said(pilot, "side")
        assert "38 percent" in flowing(said(pilot, "page"))


async def test_the_facts_come_with_how_they_were_obtained_where_that_is_asked_for(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter")
        assert "said aloud" in flowing(said(pilot, "page"))
        assert "at 140 a minute" not in flowing(said(pilot, "page"))
        await press(pilot, "d")
        assert "at 140 a minute" in flowing(said(pilot, "page"))
        await press(pilot, "d")
        assert "at 140 a minute" not in flowing(said(pilot, "page"))


async def test_parts_stand_beside_the_notes_own_and_one_thing_is_to_fix(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter", "space") as pilot:
        for seconds in (40, 10, 48):
            ticks.pass_time(seconds)
            await press(pilot, "space")
        ticks.pass_time(4)
        await press(pilot, "enter", "enter")
        page = said(pilot, "page")
        assert all(length in page for length in ("0:40", "0:10", "0:48"))
        assert page.count("→") == 1
        assert "Give the Result its place" in flowing(page)
        assert attempts(coach, "fix") == ["result"]
        assert said(pilot, "side").count("[✓]") == 4  # the parts that were marked


async def test_the_rubric_is_graded_line_by_line_and_its_cap_can_be_overruled(
    coach: Coach, ticks: Ticks
) -> None:
    async with opened(coach, "enter", "space") as pilot:
        ticks.pass_time(30)
        await press(pilot, "space")
        ticks.pass_time(30)
        await press(pilot, "enter", "enter", "g")
        assert "How was it, line by line?" in said(pilot, "page")
        assert "General claims" in said(pilot, "page")
        await press(pilot, "4", "3", "5")
        assert attempts(coach, "rubric") == [{"specific": 4, "own_action": 3, "result": 2}]
        assert "Result at most 2: no Result is ticked. 5 on that line" in flowing(said(pilot, "message"))
        await press(pilot, "up")
        assert "At most 2: no Result is ticked. 5 once more overrules that." in flowing(said(pilot, "page"))
        await press(pilot, "5")
        assert attempts(coach, "rubric")[0]["result"] == 5
        assert "overruled: at most 2" in flowing(said(pilot, "page"))
        await press(pilot, "up", "1", "enter")
        assert attempts(coach, "rubric")[0]["result"] == 1
        assert "1 Again" in flowing(said(pilot, "ratings"))
        await press(pilot, "n", "n", "3")
    assert attempts(coach, "review_id") == [1]


async def test_without_an_answer_there_is_no_rubric_and_a_five_rates_nothing(coach: Coach) -> None:
    async with opened(coach, "enter", "enter", "g") as pilot:
        assert "r gives one now" in said(pilot, "message")
        await press(pilot, "5")
        assert "1 to 4 rate" in said(pilot, "message")
        assert attempts(coach, "id") == []


async def test_a_redo_is_another_answer_that_follows_the_first_and_says_what_changed(
    coach: Coach, ticks: Ticks
) -> None:
    async with opened(coach, "enter", "space") as pilot:
        for first in (True, False):
            for seconds in (20, 10, 40):
                ticks.pass_time(seconds)
                await press(pilot, "space")
            ticks.pass_time(4 if first else 21)
            await press(pilot, "enter", "2")
            if first:
                await press(pilot, "r")
                assert screen_of(pilot).turn.stage is Stage.SPEAKING
        page = flowing(said(pilot, "page"))
        assert "Result 0:04 → 0:21" in page
        assert "whole 1:14 → 1:31" in page
        await press(pilot, "3")
    assert attempts(coach, "follows_id", "duration", "review_id") == [(None, 74_000, None), (1, 91_000, 1)]


async def test_a_redo_in_another_way_is_not_compared_part_by_part(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter", "space") as pilot:
        for _ in range(4):
            ticks.pass_time(5)
            await press(pilot, "space")
        await press(pilot, "enter", "2", "d")
        assert "0:20 spoken" not in said(pilot, "page")  # "0:20 in all" says it
        await press(pilot, "d", "r", "escape", "w", "space", *"At the bakery.", "ctrl+s", "enter")
        assert "Since the first" not in said(pilot, "page")


async def test_a_redo_of_a_written_answer_begins_with_its_words(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter", "r")
        assert screen_of(pilot).desk.box.text == RIGHT
        assert screen_of(pilot).desk.is_typing
        await press(pilot, "ctrl+end", *" Twice.", "ctrl+s", "enter")
        assert "19 words → 20 words" in flowing(said(pilot, "page"))
    assert attempts(coach, "follows_id", "words") == [(None, 19), (1, 20)]


async def test_undo_after_the_rating_brings_the_answer_back_with_all_that_was_said_of_it(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "4", "down", "x", "g", "5", "enter", "3", "u")
        turn = screen_of(pilot).turn
        assert (turn.stage, turn.predicted, turn.grades.by_line) == (Stage.SHOWN, 4, {"specific": 5})
        assert "[✓] Waste" in said(pilot, "side")
        assert "47 of 50 batches" in flowing(said(pilot, "page"))
        await press(pilot, "4")
    assert attempts(coach, "predicted", "rubric", "review_id") == [(4, {"specific": 5}, 2)]


async def test_a_cap_that_comes_after_the_grade_holds_for_it_too(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter", "g", "down", "down", "5")
        assert "no Result is ticked" in flowing(said(pilot, "message")), "in free text the person says it"
        await press(pilot, "g", *["down"] * 6, "x", "g", "up", "5", "g")
        assert attempts(coach, "rubric") == [{"result": 5}]
        await press(pilot, "x")
        assert attempts(coach, "rubric") == [{"result": 2}]


async def test_j_and_k_go_among_ticks_and_lines_as_the_arrows_do(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "4", "j", "j", "k")
        assert screen_of(pilot).turn.at == 1
        await press(pilot, "g", "j", "j", "k")
        assert screen_of(pilot).turn.line == 1


# -- left before its rating


async def test_an_answer_that_was_left_waits_as_it_was_for_its_rating(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "4", "g", "5", "enter", "q")
        await press(pilot, "m")
        assert "[✓] Batches sold" in said(pilot, "side")
        await press(pilot, "q", "m", "3")
    assert attempts(coach, "predicted", "rubric", "abandoned", "review_id") == [(4, {"specific": 5}, 0, 1)]


async def test_an_undo_of_the_card_before_it_leaves_an_answer_as_it_was(coach: Coach) -> None:
    async with opened(coach, "enter", "enter", "3") as pilot:
        await write(pilot, RIGHT, "4", "g", "5", "enter", "u")
        await press(pilot, "4")
        turn = screen_of(pilot).turn
        assert (turn.stage, turn.predicted, turn.grades.by_line) == (Stage.SHOWN, 4, {"specific": 5})
        await press(pilot, "3")
    assert attempts(coach, "predicted", "review_id") == [(None, 2), (4, 3)]


async def test_taking_a_flag_back_leaves_the_answer_that_came_after_it(coach: Coach) -> None:
    async with opened(coach, "enter", "f") as pilot:
        await write(pilot, RIGHT, "4", "down", "x", "g", "5", "enter", "u")
        assert "The flag is off again" in said(pilot, "message")
        turn = screen_of(pilot).turn
        assert (turn.stage, turn.predicted, turn.grades.by_line) == (Stage.SHOWN, 4, {"specific": 5})
        assert "[✓] Waste" in said(pilot, "side")
        await press(pilot, "x", "3")
    assert attempts(coach, "predicted", "rubric", "review_id") == [(4, {"specific": 5}, 1)]


async def test_a_redo_that_is_left_still_follows_the_first(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter", "r", "escape", "q", "m", "enter", "enter", "3")
    assert attempts(coach, "follows_id", "abandoned", "review_id") == [(None, 0, None), (1, 0, 1)]


# -- the words


def evidence(coach: Coach) -> list[object]:
    return [row[0] for row in points(coach, "evidence") if row[0]]


async def test_words_are_kept_only_by_those_who_want_that_and_asked_for_once(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter")
        assert "Keep the words of your answers" in flowing(said(pilot, "message"))
        assert (attempts(coach, "text"), evidence(coach)) == ([None], [])
        await press(pilot, "n")
        assert "Only counts are kept" in said(pilot, "message")
        await press(pilot, "n")
        assert screen_of(pilot).turn.stage is Stage.GRADING  # n is free again
        await press(pilot, "n", "3")
        await write(pilot, RIGHT, "enter")
        assert "Keep the words" not in said(pilot, "message")
    assert (attempts(coach, "text"), evidence(coach)) == ([None, None], [])
    assert attempts(coach, "words") == [19, 19]


async def test_yes_keeps_the_words_of_this_answer_too(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter", "y")
        assert attempts(coach, "text") == [RIGHT]
        start = RIGHT.index("47")
        assert any(f"[{start}, " in str(each) for each in evidence(coach))
        await press(pilot, "3")
    assert attempts(coach, "text") == [RIGHT]


async def test_y_and_n_answer_only_a_question_that_stands_on_the_line(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter", "h")
        assert "Keep the words" not in said(pilot, "message")
        await press(pilot, "y")
        assert "Nothing is asked" in said(pilot, "message")
        await press(pilot, "n")
        assert screen_of(pilot).turn.stage is Stage.GRADING
        await press(pilot, "g", "3")
        await write(pilot, RIGHT, "enter")
        assert "Keep the words" not in said(pilot, "message"), "it was asked, and whoever went on said no"
        assert "not kept; t keeps them" in said(pilot, "page")
        await press(pilot, "t")
        assert "kept; t lets them go" in said(pilot, "page")
        assert attempts(coach, "text") == [None, RIGHT]
        await press(pilot, "t")
    assert attempts(coach, "text") == [None, None]


@pytest.mark.parametrize(("choice", "kept"), [("yes", RIGHT), ("no", None)])
async def test_the_settings_go_first_and_nothing_is_asked(
    root: Path, clock: FakeClock, choice: str, kept: str | None
) -> None:
    coach = open_at(root, clock, replace(DEFAULTS, keep_answers=choice))
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter")
        assert "Keep the words" not in said(pilot, "message")
    assert attempts(coach, "text") == [kept]
    coach.close()


@pytest.mark.parametrize(
    "text", ["[/] [@click=app.quit]x[/] sold 47 of 50", "漢字" * 80 + " 47 of 50 batches sold"]
)
async def test_odd_words_are_shown_as_they_are(coach: Coach, text: str) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, text, "enter", "down", "pagedown")
        assert "47 of 50" in flowing("\n".join(painted(pilot)))
        await press(pilot, "3")
    assert len(attempts(coach, "id")) == 1


async def test_a_note_changed_after_the_answer_keeps_what_was_ticked(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "enter", "f")
        assert "[✓] Batches sold" in said(pilot, "side")
        assert screen_of(pilot).turn.stage is Stage.SHOWN
        await press(pilot, "u", "3")
    assert attempts(coach, "review_id") == [1]


async def test_an_answer_that_was_left_says_on_coming_back_that_its_words_are_kept(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "4", "y")
        assert "lets them go" in said(pilot, "page")
        await press(pilot, "q", "enter", "enter")
        assert "lets them go" in said(pilot, "page")
        await press(pilot, "t")
        assert "keeps them" in said(pilot, "page")
    assert attempts(coach, "text") == [None]


async def test_the_summary_says_that_an_answer_is_saved_which_was_left_without_a_rating(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        await write(pilot, RIGHT, "4", "q")
        assert "saved as far as it came; its card waits for a rating" in flowing(said(pilot, "body"))
        await press(pilot, "enter", "enter", "3", "q")
        assert "waits for a rating" not in said(pilot, "body")
        await press(pilot, "enter", "enter", "q")
        assert "waits for a rating" not in said(pilot, "body"), "this card was not answered"
