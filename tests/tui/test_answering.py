"""Giving an answer: aloud with marks, in four boxes, in one piece; what is on disk as it ends, or is left."""

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from interview_coach.coach import deadline
from interview_coach.coach.coach import Coach
from interview_coach.settings import Settings
from interview_coach.tui.app import CoachApp
from interview_coach.tui.draw.clock import DIGIT_ROWS
from interview_coach.tui.screens.summary import SummaryScreen
from interview_coach.tui.stage import Stage
from interview_coach.tui.text import width_of
from interview_coach.tui.widgets.clock import Clock
from interview_coach.tui.widgets.four_boxes import FourBoxes
from tests.making import METRICS, QUESTIONS, FakeClock, note_text, open_at, write_note
from tests.tui.answers import Ticks, attempts, fake_ticks, screen_of
from tests.tui.driving import SMALL, flowing, opened, painted, press, said, settled

SPOKEN = ("space", 12, "space", 8, "space", 50, "space", 21)  # Situation 12 s, Task 8, Action 50, Result 21


@pytest.fixture
def ticks(monkeypatch: pytest.MonkeyPatch) -> Ticks:
    return fake_ticks(monkeypatch)


async def go(pilot: Pilot[None], ticks: Ticks, *steps: str | int) -> None:
    """Presses keys and lets seconds pass."""
    for step in steps:
        if isinstance(step, int):
            ticks.pass_time(step)
        else:
            await press(pilot, step)


def clock_of(pilot: Pilot[None]) -> str:
    return said(pilot, "clock")


# -- aloud


async def test_an_answer_spoken_with_its_marks_is_on_disk_before_anything_is_said_of_it(
    coach: Coach, ticks: Ticks
) -> None:
    async with opened(coach, "enter") as pilot:
        assert "space" in said(pilot, "ratings")
        assert "Start the clock" in said(pilot, "ratings")
        await go(pilot, ticks, *SPOKEN, "enter")
        assert screen_of(pilot).turn.stage is Stage.PREDICTING
        assert attempts(coach, "way", "duration", "profile", "abandoned") == [("spoken", 91_000, "answer", 0)]
        assert attempts(coach, "parts") == [
            [
                ["situation", 12_000, None],
                ["task", 8_000, None],
                ["action", 50_000, None],
                ["result", 21_000, None],
            ]
        ]
        assert "47 of 50" not in said(pilot, "page")  # nothing of the note is shown before the prediction


async def test_the_lights_are_told_in_words_and_shapes(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter", "space") as pilot:
        seen = []
        for seconds in (30, 40, 30, 60):
            ticks.pass_time(seconds)
            await pilot.pause(0.3)
            seen.append(clock_of(pilot))
        assert "○ green" in seen[0]
        assert "● green   1:00  long enough" in seen[1]
        assert "● yellow  1:30  land the result" in seen[2]
        assert "● red     2:00  over by 0:40" in seen[3]


async def test_space_marks_backspace_takes_back_and_the_last_part_says_so(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter", "space") as pilot:
        assert "Task begins" in said(pilot, "ratings")
        await go(pilot, ticks, 10, "space", 5, "space")
        assert "Result begins" in said(pilot, "ratings")
        await go(pilot, ticks, "backspace")
        assert "▸" in clock_of(pilot)
        assert "Action begins" in said(pilot, "ratings")
        assert "Back in Task." in said(pilot, "message")
        await go(pilot, ticks, "backspace", "backspace")
        assert "There is no mark to take back" in said(pilot, "message")
        await go(pilot, ticks, "space", "space", "space", "space")
        assert "Result is the last part" in said(pilot, "message")


async def test_time_that_nobody_was_there_is_asked_about_as_in_the_mock_interview(
    coach: Coach, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deadline, "AWAY", 20.0)
    async with opened(coach, "enter") as pilot:
        await go(pilot, ticks, 900, "space", 10, "space", 5)
        for key, shown in (("y", "▸Task 0:05"), ("n", "▸Task 15:05")):
            screen_of(pilot).look_for_gap()
            assert not screen_of(pilot).asks_about_gap
            ticks.pass_time(900)  # ctrl+z and fg, or the lid was closed; a key may come before any beat
            await press(pilot, "enter", "space", "escape", "q")
            assert "Nobody was here for 15:00" in said(pilot, "message")
            assert "y  Take it out" in said(pilot, "ratings")
            ticks.pass_time(300)  # the clock stands still until it is said
            await press(pilot, key)
            await pilot.pause(0.3)
            assert shown in clock_of(pilot)
        await go(pilot, ticks, "question_mark", 15, "q", 1, "enter")
    assert attempts(coach, "duration") == [916_000], "help lay over it for the other fifteen"


async def test_an_answer_without_marks_has_no_parts(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter") as pilot:
        await go(pilot, ticks, "space", 80, "enter", "enter")
        assert "1:20 spoken" in said(pilot, "page")
    assert attempts(coach, "duration", "parts") == [(80_000, None)]


@pytest.mark.parametrize("size", [(60, 20), (120, 40), (40, 12), (80, 24)])
async def test_a_resize_in_the_middle_keeps_time_and_marks(
    coach: Coach, ticks: Ticks, size: tuple[int, int]
) -> None:
    async with opened(coach, "enter") as pilot:
        await go(pilot, ticks, "space", 12, "space", 30)
        await pilot.resize_terminal(*size)
        await pilot.pause(0.3)
        screen = flowing("\n".join(painted(pilot)))
        assert "0:30" in screen  # of the Task
        await go(pilot, ticks, "space", "enter")
    assert attempts(coach, "duration") == [42_000]
    assert attempts(coach, "parts")[0][:2] == [["situation", 12_000, None], ["task", 30_000, None]]


async def test_hints_can_be_taken_while_speaking(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter") as pilot:
        await go(pilot, ticks, "space", 9, "h")
        assert METRICS[0][1] in said(pilot, "side")
        await go(pilot, ticks, "enter", "enter", "3")
    assert attempts(coach, "hints") == [1]


@pytest.mark.parametrize("key", ["u", "s", "b", "f", "e", "w", "a"])
async def test_while_the_clock_runs_a_slip_of_the_finger_does_nothing(
    coach: Coach, ticks: Ticks, key: str
) -> None:
    async with opened(coach, "enter") as pilot:
        await go(pilot, ticks, "space", 20, key)
        assert screen_of(pilot).turn.stage is Stage.SPEAKING
        assert "The clock runs" in said(pilot, "message")
    marks = coach.database.connection.execute("SELECT count(*) FROM marks").fetchone()
    assert marks == (0,)


# -- written


async def test_four_boxes_are_gone_through_by_tab_and_count_their_words(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter", "w") as pilot:
        assert "Four boxes" in said(pilot, "message")
        await press(pilot, "space", *"oven failed", "tab", "tab", *"I moved it", "tab", *"sold 47 of 50")
        boxes = pilot.app.screen.query_one(FourBoxes)
        assert boxes.texts == ("oven failed", "", "I moved it", "sold 47 of 50")
        assert [box.border_title for box in boxes.boxes] == [
            "Situation · 2 words",
            "Task",
            "Action · 3 words",
            "Result · 4 words",
        ]
        assert "9 words, about 0:04 spoken" in said(pilot, "ratings")
        await press(pilot, "tab")
        assert boxes.boxes[0].has_focus
        await press(pilot, "shift+tab")
        assert boxes.boxes[3].has_focus
        ticks.pass_time(95)
        await press(pilot, "ctrl+s")
        assert attempts(coach, "way", "words", "duration") == [("boxes", 9, 95_000)]
        assert attempts(coach, "parts") == [
            [["situation", None, 2], ["task", None, 0], ["action", None, 3], ["result", None, 4]]
        ]


async def test_the_words_counted_while_writing_are_those_that_are_measured_afterwards(coach: Coach) -> None:
    """A lone sign is no word, and two letters of a script without spaces are one."""
    async with opened(coach, "enter", "a") as pilot:
        screen_of(pilot).desk.box.text = "we lost [/] nothing - \u56db\u5341\u5206 in all"
        await settled(pilot)
        shown = said(pilot, "ratings")
        await press(pilot, "ctrl+s")
        (stored,) = attempts(coach, "words")
        assert stored == 7
        assert f"{stored} words" in shown


async def test_escape_leaves_the_boxes_and_keeps_their_text(coach: Coach) -> None:
    async with opened(coach, "enter", "w", "space", *"up at two", "escape") as pilot:
        assert not screen_of(pilot).desk.is_typing
        assert "Write on" in said(pilot, "ratings")
        await press(pilot, "space")
        assert screen_of(pilot).desk.boxes.texts[0] == "up at two"


async def test_a_resize_in_the_middle_keeps_what_was_written(coach: Coach) -> None:
    async with opened(coach, "enter", "w", "space", *"oven", "tab", *"bread") as pilot:
        await pilot.resize_terminal(60, 20)
        await press(pilot, "!")
        await pilot.resize_terminal(120, 40)
        await press(pilot, "!", "ctrl+s")
    assert attempts(coach, "words") == [2]


async def test_the_way_is_remembered_and_goes_round(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        said_of = []
        for _ in range(5):
            await press(pilot, "w")
            said_of.append(said(pilot, "message").split(":")[0])
        assert said_of == ["Four boxes", "Free text", "In the head", "Speak", "Four boxes"]
    async with opened(coach, "enter") as pilot:
        assert "Write in four boxes" in said(pilot, "ratings")
        await press(pilot, "enter", "4")
        assert "Write in four boxes" in said(pilot, "ratings")


async def test_in_the_head_space_shows_the_answer_and_nothing_is_predicted(coach: Coach) -> None:
    async with opened(coach, "enter", "w", "w", "w", "space") as pilot:
        assert "47 of 50" in said(pilot, "page")
        await press(pilot, "3")
    assert attempts(coach, "way", "predicted", "parts") == [("head", None, None)]


async def test_other_cards_than_questions_are_shown_by_space_and_take_no_answer(
    root: Path, clock: FakeClock
) -> None:
    coach = open_at(root, clock, Settings(cards=("story part",)))
    async with opened(coach, "enter") as pilot:
        await press(pilot, "w")
        assert "is chosen at a question" in said(pilot, "message")
        await press(pilot, "space", "r")
        assert "of another kind" in said(pilot, "message")
        await press(pilot, "3")
    assert attempts(coach, "way") == ["head"]
    coach.close()


# -- left before its end


@pytest.mark.parametrize("leave", ["q", "escape", "ctrl+q"])
async def test_an_answer_that_was_begun_and_left_is_kept_as_that(
    coach: Coach, ticks: Ticks, leave: str
) -> None:
    async with opened(coach, "enter") as pilot:
        await go(pilot, ticks, "space", 30, "space", 5, leave)
        await pilot.pause()
    assert attempts(coach, "way", "duration", "abandoned", "review_id") == [("spoken", 35_000, 1, None)]


async def test_a_clock_started_by_a_slip_leaves_nothing(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter") as pilot:
        await go(pilot, ticks, "space", 2, "escape")
        assert screen_of(pilot).turn.stage is Stage.ASKED
        await go(pilot, ticks, "space", 3, "q")
        assert isinstance(pilot.app.screen, SummaryScreen)
    assert attempts(coach, "id") == []


async def test_what_was_written_and_left_becomes_the_answer_when_it_is_gone_on_with(coach: Coach) -> None:
    async with opened(coach, "enter", "w", "w", "space", *"one oven", "escape", "q") as pilot:
        assert attempts(coach, "abandoned", "words") == [(1, 2)]
        await press(pilot, "m")
        assert QUESTIONS[0] in flowing(said(pilot, "page"))
        await press(pilot, "space", *"s", "ctrl+s", "enter", "3")
    assert attempts(coach, "abandoned", "words", "review_id") == [(0, 2, 1)]


@pytest.mark.parametrize(("keys", "kept"), [(("space", 30), "spoken"), (("a", *"An oven."), "text")])
async def test_an_answer_to_a_question_that_leaves_its_note_meanwhile_is_kept_as_far_as_it_came(
    coach: Coach, root: Path, ticks: Ticks, keys: tuple[str | int, ...], kept: str
) -> None:
    async with opened(coach, "enter") as pilot:
        await go(pilot, ticks, *keys)
        write_note(root, text=note_text(questions=QUESTIONS[1:]))
        assert isinstance(pilot.app, CoachApp)
        pilot.app.read_notes()
        await settled(pilot)
        assert QUESTIONS[1] in flowing(said(pilot, "page"))
        assert screen_of(pilot).turn.stage is Stage.ASKED
    assert attempts(coach, "way", "abandoned") == [(kept, 1)]


async def test_an_answer_goes_on_where_its_note_was_edited_meanwhile(
    coach: Coach, root: Path, ticks: Ticks
) -> None:
    async with opened(coach, "enter") as pilot:
        await go(pilot, ticks, "space", 30, "space")
        write_note(root, text=note_text(metrics=(("Ovens", "2", ""), *METRICS)))
        assert isinstance(pilot.app, CoachApp)
        pilot.app.read_notes()
        await settled(pilot)
        assert screen_of(pilot).turn.stage is Stage.SPEAKING
        await go(pilot, ticks, 20, "enter", "enter", "3")
    assert attempts(coach, "duration", "abandoned", "review_id") == [(50_000, 0, 1)]


# -- whatever the size


async def test_at_each_stage_a_resize_keeps_what_can_be_pressed(coach: Coach, ticks: Ticks) -> None:
    stages = (("enter", "w"), ("space",), (*"Two.", "ctrl+s"), ("4",), ("g",), ("g", "r"), ("escape", "w", "w"))
    async with opened(coach) as pilot:
        for keys in stages:
            await go(pilot, ticks, *keys)
            wide = screen_of(pilot).turn
            for size in ((40, 12), (60, 20), (120, 40), (24, 8), SMALL):
                await pilot.resize_terminal(*size)
                await settled(pilot)
                rows = painted(pilot)
                assert len(rows) == size[1]
                assert said(pilot, "ratings").split()[0] in "\n".join(rows)
                assert all(width_of(row) == size[0] for row in rows)
                assert screen_of(pilot).turn == wide


async def test_before_its_prediction_a_narrow_screen_says_what_the_levels_mean(coach: Coach) -> None:
    async with opened(coach, "enter", "a", "x", "ctrl+s", size=(40, 12)) as pilot:
        assert "ready: as you would say it" in flowing("\n".join(painted(pilot)))


# -- how much the clock costs


async def test_while_the_clock_runs_no_more_is_painted_than_what_changed(
    coach: Coach, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    regions: list[Region] = []
    refresh = Clock.refresh

    def counting(self: Clock, *changed: Region, layout: bool = False) -> Clock:
        regions.extend(changed)
        return refresh(self, *changed, layout=layout)

    async with opened(coach, "enter", "space", "space") as pilot:
        monkeypatch.setattr(Clock, "refresh", counting)
        await pilot.pause(1.0)
        assert regions == []
        ticks.pass_time(1)
        await pilot.pause(0.5)
        assert 0 < sum(region.height for region in regions) <= 2 * DIGIT_ROWS


async def test_no_timer_is_left_of_a_clock_that_was_stopped(coach: Coach, ticks: Ticks) -> None:
    async with opened(coach, "enter") as pilot:
        for end in (("enter", "enter", "r"), ("escape", "space"), ("enter", "enter", "3")):
            await go(pilot, ticks, "space", 20, "space", "space", "backspace", *end)
        clock = screen_of(pilot).desk.clock
        assert list(clock._timers) == []  # Textual gives them by no public name


async def test_while_a_box_has_the_keys_the_panel_says_how_a_number_is_uncovered_from_there(
    coach: Coach,
) -> None:
    async with opened(coach, "enter", "a") as pilot:
        assert "esc h" in said(pilot, "side"), "h is a letter here"
        await press(pilot, "h", "escape")
        assert "esc h" not in said(pilot, "side")
        await press(pilot, "h", "a")
        assert "47/50" in said(pilot, "side")
        assert "esc h" in said(pilot, "side")
