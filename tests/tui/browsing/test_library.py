"""The library: skills, their cards with answer and history, and what is done to a card there."""

import threading
from pathlib import Path

import pytest

from interview_coach.coach.coach import Coach
from interview_coach.coach.identity import latest_links
from interview_coach.coach.library import Library, Show
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.tui.screens.library.card_list import CardListScreen
from interview_coach.tui.screens.library.cards import CardsScreen
from interview_coach.tui.screens.library.linking import LinkScreen
from interview_coach.tui.screens.library.matches import MatchesScreen
from interview_coach.tui.screens.library.note import NoteScreen
from interview_coach.tui.screens.library.skills import LibraryScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.text import width_of
from tests.making import METRICS, QUESTIONS, STORY, FakeClock, note_text, open_at, write_note
from tests.tui.browsing.looking import screen_of, shown
from tests.tui.driving import opened, painted, press, said, settled

EDITED = QUESTIONS[0].replace("a night", "a long night")


@pytest.fixture
def two(root: Path, clock: FakeClock) -> Coach:
    """Two skills, of which one has a card that was rated."""
    write_note(root, "shop.md", note_text("Shop Keeping", questions=("How do you close a till?",)))
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.GOOD)
    practice.finish()
    return coach


async def test_skills_stand_with_how_ready_they_are_and_their_cards(two: Coach) -> None:
    async with opened(two, "l") as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
        text = shown(pilot)
        assert "Bread Baking" in text
        assert "Shop Keeping" in text
        assert "2 skills, 18 cards" in said(pilot, "head")
        assert "10 cards in all" in text
        assert "10 % ready" in text  # one of ten, just rated
        await press(pilot, "o")
        assert "the least ready first" in said(pilot, "head")
        assert "▸ Shop Keeping" in shown(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, TodayScreen)
    two.close()


async def test_a_library_without_cards_says_what_to_do(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "decks").mkdir()
    coach = open_at(tmp_path, clock)
    async with opened(coach, "l") as pilot:
        await settled(pilot)
        assert "interview-coach new NAME" in shown(pilot)
        await press(pilot, "enter", "a", "n", "e", "o", "s")  # nothing to do any of it to
        assert isinstance(pilot.app.screen, LibraryScreen)
    coach.close()


async def test_a_card_shows_its_answer_and_its_history(two: Coach, clock: FakeClock) -> None:
    clock.pass_time(days=1)
    async with opened(two, "l", size=(120, 50)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, CardsScreen)
        text = shown(pilot)
        assert QUESTIONS[0] in text
        assert STORY["Action"] in text
        assert METRICS[0][1] in text
        assert "1 review." in text
        assert "Good, 0:00" in text
        assert "answer in the head" in text
        await press(pilot, "q")
        assert QUESTIONS[1][:30] in shown(pilot)  # the list again
    two.close()


async def test_what_is_done_to_a_card_is_seen_and_taken_back(two: Coach) -> None:
    library = two.library()
    [first, *_] = library.ids(1)
    async with opened(two, "l") as pilot:
        await settled(pilot)
        await press(pilot, "enter", "s")
        assert "Suspended" in said(pilot, "message")
        assert library.card(first).stored.suspended
        assert "suspended" in shown(pilot)
        await press(pilot, "f")
        assert library.card(first).stored.flagged
        await press(pilot, "x")
        assert library.card(first).stored.memory.reps == 0
        await press(pilot, "u")
        assert library.card(first).stored.memory.reps == 1
        assert "known again as it was" in said(pilot, "message")
        await press(pilot, "u", "u")
        after = library.card(first).stored
        assert not after.suspended
        assert not after.flagged
        await press(pilot, "u")
        assert "nothing" in said(pilot, "message").casefold()
        await press(pilot, "down", "x")
        assert "never practised" in said(pilot, "message")
    two.close()


async def test_what_was_done_to_one_card_is_not_said_over_the_next(two: Coach) -> None:
    async with opened(two, "l") as pilot:
        await settled(pilot)
        await press(pilot, "enter", "s")
        assert "Suspended" in said(pilot, "message")
        await press(pilot, "down")
        assert said(pilot, "message").strip() == ""
    two.close()


async def test_s_takes_a_suspended_card_back_in(two: Coach) -> None:
    async with opened(two, "l") as pilot:
        await settled(pilot)
        await press(pilot, "enter", "s", "s")
        assert two.library().ids(None, Show.SUSPENDED) == []
    two.close()


async def test_a_key_pressed_twice_while_all_cards_are_looked_up_acts_on_the_card_as_it_is(
    two: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    async with opened(two, "l", "a") as pilot:
        ids = Library.ids

        def slowly(self: Library, note_id: int | None = None, show: Show = Show.ALL) -> list[int]:
            assert go_on.wait(10)
            return ids(self, note_id, show)

        monkeypatch.setattr(Library, "ids", slowly)
        await pilot.press("f", "f")
        assert "The flag is off" in said(pilot, "message")
        await pilot.press("s", "u", "s")
        assert "Suspended" in said(pilot, "message")
        go_on.set()
        await settled(pilot)
        card_id = screen_of(pilot, CardsScreen).card_id
        assert card_id is not None
        stored = two.library().card(card_id).stored
        assert (stored.flagged, stored.suspended) == (False, True)
    two.close()


async def test_an_undo_that_fails_can_be_tried_again(edited: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> object:
        raise CoachError("the disk is full", "make room")

    async with opened(edited, "l", "enter", size=(120, 40)) as pilot:
        await press(pilot, "t")
        with monkeypatch.context() as patch:
            patch.setattr("interview_coach.coach.identity.relink", full)
            await press(pilot, "u")
            assert "the disk is full" in said(pilot, "message")
        await press(pilot, "u")
        assert "One card again" in said(pilot, "message")
    edited.close()


async def test_v_goes_through_the_cards_by_where_they_stand(two: Coach) -> None:
    library = two.library()
    [_, second, *_] = library.ids(1)
    async with opened(two, "l") as pilot:
        await settled(pilot)
        await press(pilot, "a")
        await settled(pilot)
        assert "All cards" in said(pilot, "head")
        assert "18 cards" in said(pilot, "head")
        await press(pilot, "down", "s")
        await settled(pilot)
        for name, number in (("due by today", 1), ("new", 16), ("suspended", 1)):
            await press(pilot, "v")
            await settled(pilot)
            assert name in said(pilot, "head")
            assert len(screen_of(pilot, CardListScreen).ids) == number, name
        assert screen_of(pilot, CardListScreen).ids == [second]
        await press(pilot, "v")
        await settled(pilot)
        assert "No card is flagged" in said(pilot, "message")
        await press(pilot, "s", "f", "x", "n", "e", "t", "r", "enter", "tab")  # nothing to do any of it to
    two.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_rows_of_all_cards_name_their_skills_where_there_are_several(
    two: Coach, size: tuple[int, int]
) -> None:
    async with opened(two, "l", size=size) as pilot:
        await settled(pilot)
        await press(pilot, "a")
        await settled(pilot)
        screen = screen_of(pilot, CardsScreen)
        rows = ["\n".join(line.plain for line in screen.draw_row(at, 38)) for at in range(len(screen.ids))]
        assert sum("Bread Baking" in row for row in rows) == 10
        assert sum("Shop Keeping" in row for row in rows) == 8
        assert len(set(rows)) == 18
        assert all(width_of(line) <= 38 for row in rows for line in row.splitlines())
        assert "Bread Bak" in shown(pilot)
        await press(pilot, "q", "enter")
        of_one = screen_of(pilot, CardsScreen)
        assert "Bread" not in "".join(line.plain for line in of_one.draw_row(0, 38)), "the head names it"
    two.close()


async def test_a_single_skill_is_not_named_in_every_row(coach: Coach) -> None:
    async with opened(coach, "l") as pilot:
        await settled(pilot)
        await press(pilot, "a")
        await settled(pilot)
        screen = screen_of(pilot, CardsScreen)
        assert "Bread Baking" not in "".join(line.plain for line in screen.draw_row(0, 38))


async def test_the_cursor_goes_through_a_long_list_and_a_click_goes_to_a_card(
    tmp_path: Path, clock: FakeClock
) -> None:
    write_note(tmp_path, text=note_text(questions=[f"What was matter {n} about?" for n in range(50)]))
    coach = open_at(tmp_path, clock)
    async with opened(coach, "l") as pilot:
        await settled(pilot)
        await press(pilot, "enter", *["pagedown"] * 12)
        assert "Proving time" in shown(pilot)
        await press(pilot, *["pageup"] * 12, "down")
        assert "▸ What was matter 1 about?" in shown(pilot)
        y = next(y for y, row in enumerate(painted(pilot)) if "matter 3 " in row)
        await pilot.click(offset=(6, y))
        await pilot.pause()
        assert "▸ What was matter 3 about?" in shown(pilot)
        await press(pilot, "tab", "j", "j")  # the detail is in hand
        assert "▸ What was matter 3 about?" in shown(pilot)
        assert "above" in said(pilot, "detail")
    coach.close()


async def test_after_the_editor_the_cards_are_as_the_note_has_them(
    coach: Coach, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reword(app: object, coach: Coach, path: str, line: int) -> str:
        assert QUESTIONS[1] in (root / "decks" / path).read_text().splitlines()[line - 1]
        write_note(root, path, note_text().replace(QUESTIONS[1], QUESTIONS[1].replace("late", "very late")))
        coach.sync()
        return ""

    monkeypatch.setattr("interview_coach.tui.screens.library.card_list.edit_note", reword)
    async with opened(coach, "l") as pilot:
        await settled(pilot)
        await press(pilot, "enter", "down", "e")
        assert "very late" in shown(pilot)


async def test_where_the_editor_fails_it_says_so(coach: Coach) -> None:
    async with opened(coach, "l") as pilot:
        await settled(pilot)
        await press(pilot, "e")
        assert "the editor cannot be opened here" in said(pilot, "message")


# -- the note


async def test_the_note_is_drawn_and_opened_at_the_cards_line(coach: Coach) -> None:
    async with opened(coach, "l") as pilot:
        await settled(pilot)
        await press(pilot, "n")
        await settled(pilot)
        assert isinstance(pilot.app.screen, NoteScreen)
        text = shown(pilot)
        assert "Quantifiable Results" in text
        assert "47/50" in text
        assert "|" not in text  # a table, and not its source
        await press(pilot, "n", "enter", *["down"] * 6, "n")
        await settled(pilot)
        assert "Action" in shown(pilot)


async def test_a_note_that_is_gone_is_told(coach: Coach, root: Path) -> None:
    async with opened(coach, "l") as pilot:
        await settled(pilot)
        (root / "decks" / "bread.md").unlink()
        await press(pilot, "n")
        await settled(pilot)
        assert "bread.md: there is no such file" in said(pilot, "message")
        await press(pilot, "q")


# -- close matches


@pytest.fixture
def edited(two: Coach, root: Path) -> Coach:
    """A rated question was worded otherwise: known again by its likeness."""
    text = note_text(questions=(EDITED, *QUESTIONS[1:]), story={**STORY, "Result": "Opened on time, sold out"})
    write_note(root, "bread.md", text)
    two.sync()
    assert latest_links(two.database, 5)
    return two


async def test_a_close_match_is_told_in_the_library_and_can_be_taken_apart(edited: Coach) -> None:
    async with opened(edited, "l", size=(100, 30)) as pilot:
        await settled(pilot)
        assert "under an edited text: m shows them" in said(pilot, "matches")
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, MatchesScreen)
        assert QUESTIONS[0] in shown(pilot)
        assert EDITED in shown(pilot)
        before = edited.library().ids(1)
        await press(pilot, "t")
        assert "two cards again" in said(pilot, "message")
        assert len(edited.library().ids(1)) == len(before) + 1
        await press(pilot, "t")
        assert "taken apart already" in said(pilot, "message")
        await press(pilot, "u")
        assert "One card again" in said(pilot, "message")
        await press(pilot, "u")
        assert "Nothing was taken apart" in said(pilot, "message")
    edited.close()


async def test_a_card_says_what_it_was_matched_with_and_is_taken_apart_and_linked_again(edited: Coach) -> None:
    async with opened(edited, "l", size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert "Known again on" in shown(pilot)
        assert QUESTIONS[0] in shown(pilot)
        await press(pilot, "t")
        assert "a card of its own now" in said(pilot, "message")
        assert "Not practised yet." in shown(pilot)
        missing = edited.library().ids(1, Show.MISSING)
        assert len(missing) == 1
        await press(pilot, *["v"] * 5)
        assert screen_of(pilot, CardListScreen).ids == missing
        assert "not in its note" in shown(pilot)
        await press(pilot, "r")
        await settled(pilot)
        assert isinstance(pilot.app.screen, LinkScreen)
        assert f"▸ {EDITED[:30]}" in shown(pilot)  # the likeliest first
        await press(pilot, "enter")
        assert edited.library().card(missing[0]).stored.card.prompt == EDITED
        assert f"goes on under “{EDITED[:20]}" in said(pilot, "message")
        await press(pilot, "u")
        await settled(pilot)
        assert screen_of(pilot, CardListScreen).ids == missing
        assert edited.library().card(missing[0]).stored.card.prompt == QUESTIONS[0]
        assert "Taken apart again" in said(pilot, "message")
    edited.close()


async def test_undo_goes_back_in_the_order_in_which_things_were_done(edited: Coach) -> None:
    async with opened(edited, "l", "enter", size=(120, 40)) as pilot:
        await press(pilot, "t", "f", "u")
        assert "The flag is off again" in said(pilot, "message")
        await press(pilot, "u")
        assert "One card again" in said(pilot, "message")
    edited.close()


async def test_the_keys_say_how_to_get_back_from_a_card_over_the_whole_width(two: Coach) -> None:
    async with opened(two, "l", "enter") as pilot:
        assert "enter open" in said(pilot, "hints")
        assert "tab scroll" in said(pilot, "hints")
        await press(pilot, "enter")
        assert "enter the list" in said(pilot, "hints")
        assert "tab" not in said(pilot, "hints")
        await press(pilot, "q")
        assert "enter open" in said(pilot, "hints")
    two.close()


async def test_a_card_that_was_never_matched_is_not_taken_apart(coach: Coach) -> None:
    async with opened(coach, "l") as pilot:
        await settled(pilot)
        await press(pilot, "m")
        assert "No card goes on under another text" in said(pilot, "message")
        await press(pilot, "enter", "t")
        assert "never linked" in said(pilot, "message")
        await press(pilot, "r")
        assert "its note does not have" in said(pilot, "message")


async def test_an_error_while_looking_is_told(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: object) -> object:
        raise CoachError("the disk is gone", "put it back")

    async with opened(coach) as pilot:
        monkeypatch.setattr("interview_coach.coach.library.Library.skills", broken)
        await press(pilot, "l")
        await settled(pilot)
        assert "the disk is gone" in said(pilot, "message")
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, TodayScreen)


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_it_stands_at_other_sizes_and_after_a_resize(two: Coach, size: tuple[int, int]) -> None:
    async with opened(two, "l") as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await pilot.resize_terminal(*size)
        await settled(pilot)
        rows = painted(pilot)
        assert len(rows) == size[1]
        assert any("▸" in row for row in rows)
        assert QUESTIONS[0][:20] in shown(pilot)
    two.close()
