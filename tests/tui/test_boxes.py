"""The boxes that an answer is written in: what of it can be read while it is written."""

import pytest

from interview_coach.coach.coach import Coach
from tests.tui.answers import paste
from tests.tui.driving import SMALL, opened, painted, press, said

LARGE = (120, 40)
LONG = f"Alpha opened the bakery at two in the morning, {'and then an oven failed, ' * 3}omega"


async def test_where_there_is_room_each_of_the_four_can_be_read_whole(coach: Coach) -> None:
    async with opened(coach, "enter", "w", "space", size=LARGE) as pilot:
        for number in range(4):
            await paste(pilot, LONG)
            if number < 3:
                await press(pilot, "tab")
        shown = "\n".join(painted(pilot))
        assert (shown.count("Alpha"), shown.count("omega")) == (4, 4)


async def test_where_there_is_little_a_box_that_was_left_shows_how_it_begins(coach: Coach) -> None:
    async with opened(coach, "enter", "w", "space", size=SMALL) as pilot:
        await paste(pilot, LONG)
        await press(pilot, "tab")
        assert "Alpha" in "\n".join(painted(pilot))
        await press(pilot, "shift+tab", *" end")
        assert "omega end" in "\n".join(painted(pilot))


async def test_a_tall_terminal_holds_an_answer_of_two_hundred_words(coach: Coach) -> None:
    async with opened(coach, "enter", "a", size=LARGE) as pilot:
        await paste(pilot, f"first {'moved ' * 198} last")
        shown = "\n".join(painted(pilot))
        assert "first" in shown
        assert "last " in shown


@pytest.mark.parametrize("size", [LARGE, SMALL, (44, 16), (80, 60)])
async def test_a_long_answer_leaves_prompt_and_keys_their_place(coach: Coach, size: tuple[int, int]) -> None:
    async with opened(coach, "enter", "w", "space", size=size) as pilot:
        await paste(pilot, LONG * 5)
        assert "Situation" in "\n".join(painted(pilot))
        assert "ctrl+s" in said(pilot, "ratings")
        focused = pilot.app.screen.focused
        assert focused is not None
        assert focused.region.bottom <= size[1] - 3
