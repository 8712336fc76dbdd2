"""How a card stands on the screen: what fits, what scrolls, what is offered, what stays of what was written."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.tui.widgets.answer_box import AnswerBox
from tests.making import METRICS, QUESTIONS, STORY, FakeClock, note_text, open_at, write_note
from tests.tui.driving import flowing, opened, painted, press, said


def prompt(pilot: Pilot[None]) -> str:
    return flowing(said(pilot, "page"))


async def test_going_to_a_part_of_the_story_scrolls_the_answer_to_it(root: Path, clock: FakeClock) -> None:
    story = {**STORY, "Situation": " ".join(f"night{n}" for n in range(200))}
    write_note(root, text=note_text(story=story))
    coach = open_at(root, clock)
    async with opened(coach, "enter", "enter") as pilot:
        assert "Opened on time" not in said(pilot, "page")
        await press(pilot, *["down"] * 6)
        assert "▸[ ] Result" in said(pilot, "side")
        assert "Opened on time" in said(pilot, "page")
        await press(pilot, *["up"] * 3)
        assert "▸[ ] Situation" in said(pilot, "side")
        assert "night0" in said(pilot, "page")
    coach.close()


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_each_number_uncovered_comes_into_view_and_keys_scroll_to_the_others(
    coach: Coach, size: tuple[int, int]
) -> None:
    async with opened(coach, "enter", size=size) as pilot:
        for _, value, _ in METRICS:
            await press(pilot, "h")
            assert value in "\n".join(painted(pilot))
        await press(pilot, *["k"] * 12)
        assert "Numbers to land" in said(pilot, "side")
        await press(pilot, *["pagedown"] * 6)
        assert METRICS[-1][1] in said(pilot, "side")
    coach.close()


async def test_what_can_be_done_is_offered_and_nothing_else(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        assert "Start the clock" in said(pilot, "ratings")
        await press(pilot, "a", "y", "tab")
        assert "Write on" in said(pilot, "ratings")
        assert "Done" in said(pilot, "ratings")
        await press(pilot, "h", "h")
        assert "h hint" in said(pilot, "hints")
        await press(pilot, "h")
        assert "h hint" not in said(pilot, "hints")
        assert "uncovers" not in said(pilot, "side")


LIKE_A_USERS = {
    "Situation": "Owner-level dispute threatening the lease; several faults across ovens and supplier",
    "Task": "Settle the faults, win trust back, and keep the place",
    "Action": "Drew up a rescue plan, brought builders and suppliers to one table, set up a "
    "regular call with the owner, went after the causes",
    "Result": "Settled in 10 working days without a cut in price; lease renewed and extended",
}


async def test_a_story_of_usual_length_is_seen_whole_at_80_columns(root: Path, clock: FakeClock) -> None:
    question = "Tell me about a difficult dispute that you settled."
    write_note(root, text=note_text(questions=(question,), story=LIKE_A_USERS))
    coach = open_at(root, clock)
    async with opened(coach, "enter", "enter") as pilot:
        screen = flowing(said(pilot, "page"))
        assert question in screen
        assert "extended" in screen
        assert "▼" not in "\n".join(painted(pilot))
    coach.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_the_answer_box_opens_where_it_was_drawn(coach: Coach, size: tuple[int, int]) -> None:
    def box(rows: list[str]) -> list[int]:
        return [y for y, row in enumerate(rows) if "Your answer" in row or "╰" in row]

    async with opened(coach, "enter", "w", "w", size=size) as pilot:
        before = box(painted(pilot))
        await press(pilot, "a")
        await pilot.pause()
        assert box(painted(pilot)) == before
        assert before[0] < 7


@pytest.mark.parametrize("key", ["u", "s", "b", "q"])
async def test_what_was_written_waits_for_the_card_whatever_is_done_before_its_rating(
    coach: Coach, key: str
) -> None:
    async with opened(coach, "enter", "enter", "4", "h", "a", *"two ovens", "tab", key) as pilot:
        if key == "q":
            await press(pilot, "m")
        elif key == "u":
            await press(pilot, "enter", "4")
        else:
            await press(pilot, "u")
        assert QUESTIONS[1] in prompt(pilot)
        assert pilot.app.screen.query_one(AnswerBox).text == "two ovens"
        assert METRICS[0][1] in said(pilot, "side")
        await press(pilot, "enter", "enter", "1", "enter", "4")
        assert QUESTIONS[1] in prompt(pilot)  # it comes again, to be answered anew
        assert pilot.app.screen.query_one(AnswerBox).text == ""


async def test_a_long_text_pasted_outlives_a_resize(coach: Coach) -> None:
    text = "\n".join(f"line {n} of what I said" for n in range(3000))
    async with opened(coach, "enter", "a") as pilot:
        pilot.app.screen.post_message(events.Paste(text))
        await pilot.pause()
        await pilot.resize_terminal(50, 14)
        await pilot.resize_terminal(120, 40)
        await press(pilot, "tab")
        assert pilot.app.screen.query_one(AnswerBox).text == text
        await press(pilot, "enter", "enter", "3")
    kept = coach.database.connection.execute("SELECT way, words FROM attempts").fetchall()
    assert kept == [("text", 18000)]


async def test_what_is_pasted_over_the_card_goes_into_the_box(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        pilot.app.post_message(events.Paste("moved the dough, s q 3"))
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.screen.query_one(AnswerBox).text == "moved the dough, s q 3"
        await press(pilot, "!", "ctrl+s", "enter")
        assert "moved the dough, s q 3!" in flowing(said(pilot, "page"))
        pilot.app.post_message(events.Paste("later"))
        await pilot.pause()
        assert "later" not in said(pilot, "page")
