"""Practice by its keys: the card loop, what is saved, what can be taken back."""

from pathlib import Path
from typing import NoReturn

import pytest
from textual.pilot import Pilot

from interview_coach.cards.model import CardKind
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.settings import Settings
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.practice import PracticeScreen
from interview_coach.tui.screens.summary import SummaryScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.answer_box import AnswerBox
from tests.making import QUESTIONS, STORY, FakeClock, note_text, open_at, write_note
from tests.tui.driving import flowing, opened, painted, press, said, settled


def saved(coach: Coach) -> list[tuple[object, ...]]:
    """The ratings on disk that count, oldest first, with the answer given to each."""
    return coach.database.connection.execute(
        "SELECT rating, way, words, hints FROM reviews LEFT JOIN attempts ON attempts.review_id = reviews.id"
        " WHERE reviews.undone_at IS NULL ORDER BY reviews.id"
    ).fetchall()


def ticks(coach: Coach) -> list[tuple[object, ...]]:
    return coach.database.connection.execute(
        "SELECT label, hit, hinted FROM points ORDER BY attempt_id, number"
    ).fetchall()


def marks(coach: Coach) -> list[tuple[object, ...]]:
    return coach.database.connection.execute(
        "SELECT suspended, buried_until > 0, flagged FROM cards ORDER BY id LIMIT 1"
    ).fetchall()


def prompt(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, PracticeScreen)
    assert screen.practice.current is not None
    return screen.practice.current.stored.card.prompt


async def test_a_sitting_from_the_first_key_to_the_summary(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        assert QUESTIONS[0] in flowing(said(pilot, "page"))
        assert "1 of 3" in said(pilot, "head")
        assert "47/50" not in "\n".join(painted(pilot))
        await press(pilot, "enter")
        assert all(part in said(pilot, "page") for part in ("Situation", "Task", "Action", "Result"))
        assert "47/50" in said(pilot, "side")
        await press(pilot, "3")
        assert QUESTIONS[1] in flowing(said(pilot, "page"))
        assert saved(coach) == [(3, "head", 0, 0)]
        await press(pilot, "enter", "4", "enter", "4")
        await press(pilot, "enter", "3")  # the first one again, at its second learning step
        assert isinstance(pilot.app.screen, SummaryScreen)
        assert [rating for rating, *_ in saved(coach)] == [3, 4, 4, 3]


async def test_before_the_answer_a_rating_key_says_what_comes_first(coach: Coach) -> None:
    async with opened(coach, "enter", "3") as pilot:
        assert "enter shows the answer first" in said(pilot, "message")
        assert saved(coach) == []


async def test_after_the_answer_enter_rates_nothing_by_accident(coach: Coach) -> None:
    async with opened(coach, "enter", "enter", "enter") as pilot:
        assert "1 to 4 rate" in said(pilot, "message")
        assert saved(coach) == []


async def test_hints_uncover_one_number_at_a_time_and_are_recorded(coach: Coach) -> None:
    async with opened(coach, "enter", "h") as pilot:
        assert "47/50" in said(pilot, "side")
        assert "-38%" not in said(pilot, "side")
        assert "hint" in said(pilot, "message")
        await press(pilot, "enter", "3")
    assert saved(coach) == [(3, "head", 0, 1)]
    assert ticks(coach)[:2] == [("Batches sold", 0, 1), ("Waste", 0, 0)]


async def test_points_are_ticked_by_keys_and_go_on_to_the_next(coach: Coach) -> None:
    async with opened(coach, "enter", "enter", "space", "down", "x") as pilot:
        assert "2/7" in said(pilot, "side")
        assert said(pilot, "side").count("[✓]") == 2
        await press(pilot, "up", "x")  # the tick just made is taken off again
        assert "1/7" in said(pilot, "side")
        await press(pilot, "3")
    assert [row[:2] for row in ticks(coach)[:3]] == [("Batches sold", 1), ("Waste", 0), ("Proving time", 0)]


async def test_a_click_ticks_a_point_rates_and_opens_the_box(coach: Coach) -> None:
    async with opened(coach, "enter", "w", "w") as pilot:
        rows = painted(pilot)
        y = next(y for y, row in enumerate(rows) if "Your answer" in row)
        await pilot.click(offset=(10, y))
        assert pilot.app.screen.query_one(AnswerBox).has_focus
        await press(pilot, "tab", "enter")
        y = next(y for y, row in enumerate(painted(pilot)) if "Waste" in row)
        await pilot.click(offset=(60, y))
        await pilot.pause()
        assert "[✓] Waste" in said(pilot, "side")
        rows = painted(pilot)
        y = next(y for y, row in enumerate(rows) if "Good" in row)
        await pilot.click(offset=(rows[y].index("Good"), y))
        await pilot.pause()
        assert [rating for rating, *_ in saved(coach)] == [3]


async def test_what_was_typed_stays_to_be_compared_and_its_words_are_counted(coach: Coach) -> None:
    async with opened(coach, "enter", "a", *"1 oven q", "tab") as pilot:
        assert prompt(pilot) == QUESTIONS[0]  # 1, space and q only typed
        await press(pilot, "enter", "enter")  # done, and no prediction
        assert "You wrote" in said(pilot, "page")
        assert "1 oven q" in said(pilot, "page")
        await press(pilot, "3")
        assert pilot.app.screen.query_one(AnswerBox).text == ""
    assert saved(coach) == [(3, "text", 3, 0)]


@pytest.mark.parametrize("leave", ["tab", "escape"])
async def test_the_box_is_left_by_tab_and_by_escape_and_keeps_its_text(coach: Coach, leave: str) -> None:
    async with opened(coach, "enter", "tab", "h", leave) as pilot:
        box = pilot.app.screen.query_one(AnswerBox)
        assert (box.has_focus, box.display, box.text) == (False, True, "h")
        await press(pilot, "h")
        assert "47/50" in said(pilot, "side")


async def test_ctrl_s_shows_the_answer_from_inside_the_box(coach: Coach) -> None:
    async with opened(coach, "enter", "a", "x", "ctrl+s", "enter") as pilot:
        assert "You wrote" in said(pilot, "page")
        await press(pilot, "2")
    assert saved(coach) == [(2, "text", 1, 0)]


async def test_undo_brings_the_card_back_as_it_was_left(coach: Coach) -> None:
    async with opened(coach, "enter", "a", "y", "tab", "enter", "enter", "x", "1", "u") as pilot:
        assert prompt(pilot) == QUESTIONS[0]
        assert "You wrote" in said(pilot, "page")
        assert "1/7" in said(pilot, "side")
        assert saved(coach) == []
        await press(pilot, "4")
        assert [rating for rating, *_ in saved(coach)] == [4]


@pytest.mark.parametrize(
    ("key", "word", "expected"),
    [("s", "Suspended", (1, 0, 0)), ("b", "tomorrow", (0, 1, 0)), ("f", "Flagged", (0, 0, 1))],
)
async def test_each_step_says_what_it_did_and_can_be_taken_back(
    coach: Coach, key: str, word: str, expected: tuple[int, int, int]
) -> None:
    async with opened(coach, "enter", key) as pilot:
        assert word in said(pilot, "message")
        assert "u undoes" in said(pilot, "message")
        assert marks(coach) == [expected]
        assert (prompt(pilot) == QUESTIONS[0]) == (key == "f")
        await press(pilot, "u")
        assert prompt(pilot) == QUESTIONS[0]
        assert marks(coach) == [(0, 0, 0)]
        await press(pilot, "u")
        assert "nothing left to undo" in said(pilot, "message")


async def test_a_flagged_card_says_so(coach: Coach) -> None:
    async with opened(coach, "enter", "f") as pilot:
        assert "flagged" in said(pilot, "head")


async def test_the_last_card_can_be_undone_from_the_summary(coach: Coach) -> None:
    async with opened(coach, "enter", *["enter", "4"] * 3) as pilot:
        assert isinstance(pilot.app.screen, SummaryScreen)
        await press(pilot, "u")
        assert prompt(pilot) == QUESTIONS[2]
        assert len(saved(coach)) == 2
        await press(pilot, "1")
        await press(pilot, "enter", "3", "q")
        assert isinstance(pilot.app.screen, SummaryScreen)
        assert [rating for rating, *_ in saved(coach)] == [4, 4, 1, 3]


async def test_the_summary_counts_and_leads_on(coach: Coach) -> None:
    async with opened(coach, "enter", "enter", "x", "3", "enter", "1", "q") as pilot:
        text = said(pilot, "body")
        assert "2 cards" in text
        assert "1 of 2" in text
        assert "1 of 3 landed" in text
        assert QUESTIONS[1] in text
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, PracticeScreen)
        await press(pilot, "q", "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert "Done today: 2 cards" in said(pilot, "body")


async def test_nothing_rated_is_said_plainly(coach: Coach) -> None:
    async with opened(coach, "enter", "q") as pilot:
        assert "Nothing was rated" in said(pilot, "body")


async def test_a_rating_that_cannot_be_saved_keeps_the_card_and_says_why(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(coach, "enter", "enter") as pilot:

        def full() -> NoReturn:
            raise CoachError("coach.db: the disk is full", "make room, then do it again; it is safe so far")

        with monkeypatch.context() as patch:
            patch.setattr(coach.database, "transaction", full)
            await press(pilot, "3")
            assert "the disk is full" in said(pilot, "message")
            assert "make room" in said(pilot, "message")
            assert prompt(pilot) == QUESTIONS[0]
        await press(pilot, "3")
        assert [rating for rating, *_ in saved(coach)] == [3]


async def test_a_card_rated_in_another_window_is_told_and_passed_over(coach: Coach) -> None:
    async with opened(coach, "enter", "enter") as pilot:
        other = coach.again()
        other.practice().rate(Rating.GOOD)
        other.close()
        await press(pilot, "1")
        assert "another window" in said(pilot, "message")
        assert prompt(pilot) == QUESTIONS[1]
        assert [rating for rating, *_ in saved(coach)] == [3]


async def test_undo_goes_on_into_the_sitting_before(coach: Coach) -> None:
    async with opened(coach, "enter", "enter", "4", "q", "enter", "enter", "u") as pilot:
        assert prompt(pilot) == QUESTIONS[0]
        assert saved(coach) == []
        assert "enter" in said(pilot, "ratings")  # its answer is asked for anew


async def test_a_long_story_scrolls_under_ratings_that_stay(root: Path, clock: FakeClock) -> None:
    story = {**STORY, "Action": " ".join(f"step{n}" for n in range(400))}
    write_note(root, text=note_text(story=story))
    coach = open_at(root, clock)
    async with opened(coach, "enter", "enter") as pilot:
        assert "▼" in said(pilot, "page")
        assert "step399" not in said(pilot, "page")
        await press(pilot, *["pagedown"] * 12)
        assert "Opened on time" in said(pilot, "page")
        assert "▲" in said(pilot, "page")
        assert "4 " in said(pilot, "ratings")
        assert "Easy" in painted(pilot)[21]
        await press(pilot, *["pageup"] * 12)
        assert "▲" not in said(pilot, "page")
        await press(pilot, "j")  # among the ticks, and no line further
        assert "▲" not in said(pilot, "page")
    coach.close()


async def test_story_part_cards_tell_the_story_so_far_and_nothing_after(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock, Settings(cards=("story part",), bury_siblings=False))
    async with opened(coach, "enter", "enter", "4", "enter", "4") as pilot:
        page = flowing(said(pilot, "page"))
        assert "The Action of your story" in page
        assert "The story so far" in page
        assert "Situation" in page
        assert "pizzeria" not in page
        await press(pilot, "enter")
        assert "pizzeria" in said(pilot, "page")
    coach.close()


async def test_a_metric_card_hides_its_value_and_its_panel_is_empty(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock, Settings(cards=("metric",)))
    async with opened(coach, "enter") as pilot:
        assert "Batches sold" in said(pilot, "page")
        assert "47/50" not in "\n".join(painted(pilot))
        assert not said(pilot, "side").strip()
        await press(pilot, "h")
        assert "no numbers to uncover" in said(pilot, "message")
        await press(pilot, "enter")
        assert "47/50" in said(pilot, "page")
        await press(pilot, "enter")
        assert "1 to 4 rate" in said(pilot, "message")
    coach.close()


async def test_practice_opens_at_once_where_it_is_asked_for(coach: Coach) -> None:
    async with opened(coach, start="practice") as pilot:
        assert isinstance(pilot.app.screen, PracticeScreen)
        await press(pilot, "q", "enter")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_practice_asked_for_on_the_first_day_waits_for_the_notes(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)  # nothing read yet
    async with opened(coach, start="practice") as pilot:
        await settled(pilot)
        assert prompt(pilot) == QUESTIONS[0]
    coach.close()


async def test_leaving_from_anywhere_brings_the_sitting_to_its_end(coach: Coach) -> None:
    async with opened(coach, "enter", "enter", "3", "question_mark", "ctrl+q") as pilot:
        await pilot.pause()
    ended = coach.database.connection.execute("SELECT count(*) FROM sessions WHERE ended_at IS NOT NULL")
    assert ended.fetchone() == (1,)


async def test_a_note_edited_while_its_card_is_on_show_is_shown_as_it_reads_now(
    coach: Coach, root: Path
) -> None:
    async with opened(coach, "enter") as pilot:
        renamed = "Tell me about a morning the bakery nearly did not open."
        write_note(root, text=note_text(questions=(renamed, *QUESTIONS[1:])))
        assert isinstance(pilot.app, CoachApp)
        pilot.app.read_notes()
        await settled(pilot)
        assert "a morning" in flowing(said(pilot, "page"))


def test_every_kind_of_card_has_a_choice(coach: Coach) -> None:
    """Choice is what the screens hand on; a sitting of no new cards is empty on the first day."""
    assert coach.practice(Choice(new=0)).current is None
    assert {each.stored.card.kind for each in coach.cards()} == {
        CardKind.QUESTION,
        CardKind.STORY_PART,
        CardKind.METRIC,
    }


async def test_a_card_whose_answer_changed_since_its_last_rating_says_so(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.practice().rate(Rating.AGAIN)
    clock.pass_time(minutes=2)
    write_note(root, text=note_text(story={**STORY, "Result": "Eighty loaves were on the shelves by nine"}))
    async with opened(coach, "enter") as pilot:
        assert QUESTIONS[0] in flowing(said(pilot, "page"))
        assert "answer changed" in said(pilot, "head")
        await press(pilot, "enter", "4")
    coach.sync()
    assert not any(
        each.stored.answer_changed_at
        and each.stored.card.prompt == QUESTIONS[0]
        and each.stored.memory.last_at
        and each.stored.answer_changed_at > each.stored.memory.last_at
        for each in coach.cards()
    )
    coach.close()
