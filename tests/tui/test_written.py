"""What was written stays with its way to answer: it is shown there alone, and gone on with at its end."""

from pathlib import Path

import pytest

from interview_coach.coach.answering import Way
from interview_coach.coach.coach import Coach
from interview_coach.tui.stage import Stage
from interview_coach.tui.widgets.answer_box import AnswerBox
from interview_coach.tui.widgets.four_boxes import FourBoxes
from tests.making import FakeClock
from tests.tui.answers import attempts, paste, screen_of
from tests.tui.driving import opened, painted, press, said
from tests.tui.mock.sitting import opened_coach, sat

TO_FREE_TEXT = ("w", "w")
ROUND = ("w", "w", "w", "w")


async def test_round_all_the_ways_and_back_what_was_written_stands_in_its_box(coach: Coach) -> None:
    async with opened(coach, "enter", *TO_FREE_TEXT, "space") as pilot:
        await paste(pilot, "An oven failed")
        await press(pilot, "ctrl+s", "3", "r", "escape")
        for _ in ROUND[:-1]:
            await press(pilot, "w")
            assert "An oven failed" not in "\n".join(painted(pilot))
            assert "Write on" not in said(pilot, "ratings")
        await press(pilot, "w")
        assert "An oven failed" in "\n".join(painted(pilot))
        assert "Write on" in said(pilot, "ratings")
        await press(pilot, "space", *" again")
        assert "An oven failed again" in "\n".join(painted(pilot))


async def test_in_the_head_nothing_written_in_another_way_is_shown_or_counted(coach: Coach) -> None:
    async with opened(coach, "enter", *TO_FREE_TEXT, "space") as pilot:
        await paste(pilot, "An oven failed")
        await press(pilot, "escape", "w", "enter")
        assert screen_of(pilot).turn.stage is Stage.SHOWN
        assert "You wrote" not in said(pilot, "page")
        await press(pilot, "r", *ROUND[:-1])
        assert "An oven failed" in "\n".join(painted(pilot)), "it waits with its way"
        await press(pilot, "w", "enter", "3")
    assert attempts(coach, "way", "words") == [("head", 0)]


async def test_four_boxes_keep_their_words_over_an_answer_in_one_piece(coach: Coach) -> None:
    async with opened(coach, "enter", "w", "space") as pilot:
        for word in ("alpha", "bravo", "charlie", "delta"):
            await paste(pilot, word)
            await press(pilot, "tab")
        await press(pilot, "escape", "w", "space")
        await paste(pilot, "In one piece")
        await press(pilot, "ctrl+s", "3", "r", "escape", "w", "w", "w")
        shown = "\n".join(painted(pilot))
        assert all(word in shown for word in ("alpha", "bravo", "charlie", "delta"))
        await press(pilot, "space", *" more")
        assert "alpha more" in "\n".join(painted(pilot))


async def test_a_four_box_answer_stands_there_again_after_one_in_one_piece(coach: Coach) -> None:
    async with opened(coach, "enter", "w", "space") as pilot:
        await paste(pilot, "alpha")
        await press(pilot, "tab")
        await paste(pilot, "bravo")
        await press(pilot, "ctrl+s", "3", "r", "escape", "w", "space")
        await paste(pilot, "In one piece")
        await press(pilot, "ctrl+s", "3", "r", "escape", "w", "w", "w")
        assert pilot.app.screen.query_one(FourBoxes).texts == ("alpha", "bravo", "", "")
        assert "alpha" in "\n".join(painted(pilot))


async def test_a_redo_goes_on_at_the_end_of_the_words(coach: Coach) -> None:
    async with opened(coach, "enter", *TO_FREE_TEXT, "space") as pilot:
        await paste(pilot, "An oven failed")
        await press(pilot, "ctrl+s", "3", "r", *" twice")
        assert pilot.app.screen.query_one(AnswerBox).text == "An oven failed twice"


@pytest.mark.parametrize("way", [Way.TEXT, Way.BOXES])
async def test_after_a_kill_what_is_typed_stands_behind_what_was_there(
    tmp_path: Path, clock: FakeClock, way: Way
) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, "space", *"the oven", way=way.value) as pilot:
        screen = pilot.app.screen
        assert hasattr(screen, "keep")
        screen.keep()  # as the beat does every few seconds; the app then ends without a word
    async with opened(coach, "m", "enter", "space") as pilot:
        if way is Way.BOXES:
            await press(pilot, "shift+tab")
        await press(pilot, *" failed")
        assert "the oven failed" in "\n".join(painted(pilot))
