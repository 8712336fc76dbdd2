"""Today in each of its states, and what starts from it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from interview_coach.cli.listing import print_due
from interview_coach.coach import interviews
from interview_coach.coach.beginning import begin_workspace
from interview_coach.coach.coach import Coach
from interview_coach.coach.library import Deed
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.settings import Settings
from interview_coach.tui.app import CoachApp
from interview_coach.tui.draw.today import Day, today_lines
from interview_coach.tui.palette import save_screenshot_of
from interview_coach.tui.screens.help import HelpScreen
from interview_coach.tui.screens.practice import PracticeScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.workspace import Workspace
from tests.making import QUESTIONS, FakeClock, note_text, open_at, write_note
from tests.tui.driving import flowing, opened, painted, press, said, settled


def rate_all(coach: Coach, rating: Rating) -> None:
    practice = coach.practice()
    while practice.current is not None:
        practice.rate(rating)


async def test_the_day_at_a_glance(coach: Coach) -> None:
    async with opened(coach) as pilot:
        assert "Monday 2 March" in said(pilot, "head")
        text = said(pilot, "body")
        assert "3 cards today, about 8 minutes" in text
        assert "3 new" in text
        assert all(question[:30] in text for question in QUESTIONS)
        assert "1 skill, 10 cards" in text


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(29, "less than a minute"), (30, "about 1 minute"), (60, "about 1 minute"), (61, "about 2 minutes")],
)
def test_how_long_the_day_takes_is_said_alike_on_the_screen_and_by_the_command(
    coach: Coach, capsys: pytest.CaptureFixture[str], seconds: float, told: str
) -> None:
    today = replace(coach.today(), seconds=seconds)
    assert any(
        line.plain.endswith(f"3 cards today, {told}") for line in today_lines(Day(today, Path("decks")), 80)
    )
    print_due(today, coach.due_cards())
    assert f"3 new; {told}." in capsys.readouterr().out


async def test_each_key_is_named_and_what_is_next_gives_way_to_it(coach: Coach) -> None:
    async with opened(coach) as pilot:
        hints = said(pilot, "hints").split("\n")
        assert len(hints) == 2
        for key in (
            "enter",
            "m mock",
            "w weak",
            "l library",
            "p progress",
            "i interviews",
            "b brief",
            "c coverage",
        ):
            assert key in "\n".join(hints)
        assert hints[-1].endswith("? help")
        assert "more" not in said(pilot, "body").split("\n")[-1]  # no mark of lines out of view
        await pilot.resize_terminal(80, 14)
        await settled(pilot)
        assert "\n" not in said(pilot, "hints")


async def test_the_first_frame_needs_no_reading(
    root: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = open_at(root, clock)
    coach.sync()
    monkeypatch.setattr(CoachApp, "read_notes", lambda self, said="": None)
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "3 cards today" in said(pilot, "body")
    coach.close()


async def test_notes_changed_meanwhile_are_read_after_the_first_frame(coach: Coach, root: Path) -> None:
    write_note(root, "second.md", note_text("Shop Keeping", questions=("How do you price a loaf?",)))
    async with opened(coach) as pilot:
        assert "2 skills" in said(pilot, "body")
        write_note(root, "third.md", note_text("Book Keeping", questions=("How do you close a year?",)))
        await press(pilot, "r")
        await settled(pilot)
        assert "3 skills" in said(pilot, "body")


async def test_nothing_due_says_when_the_next_cards_come_and_what_can_be_done(
    coach: Coach, clock: FakeClock
) -> None:
    rate_all(coach, Rating.EASY)
    async with opened(coach) as pilot:
        text = said(pilot, "body")
        assert "That is all for today." in text
        assert "3 cards come tomorrow" in text
        assert "reads the notes again" in text
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert said(pilot, "message").strip()


async def test_more_new_cards_can_be_taken_over_the_limit(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock, Settings(new_per_day=1))
    coach.sync()
    rate_all(coach, Rating.EASY)
    async with opened(coach) as pilot:
        assert "takes 2 more new cards now" in said(pilot, "body")
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, PracticeScreen)
        assert pilot.app.screen.practice.total == 2
    coach.close()


async def test_more_new_cards_where_only_siblings_are_left_says_why_not(coach: Coach) -> None:
    rate_all(coach, Rating.EASY)
    async with opened(coach, "a") as pilot:
        assert isinstance(pilot.app.screen, TodayScreen)
        assert "coming days" in said(pilot, "message")


async def test_without_notes_it_says_where_they_belong(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "decks").mkdir()
    coach = open_at(tmp_path, clock)
    async with opened(coach) as pilot:
        text = said(pilot, "body")
        assert "No skill notes yet" in text
        assert str(tmp_path / "decks") in text.replace("\n", "").replace("  ", "")
        assert "interview-coach new NAME" in text
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
    coach.close()


async def test_notes_without_cards_are_not_called_missing(tmp_path: Path, clock: FakeClock) -> None:
    write_note(tmp_path, text="---\ntype: skill\n---\n# Baking\n\nI bake.\n")
    coach = open_at(tmp_path, clock)
    async with opened(coach) as pilot:
        assert "1 skill note read" in flowing(said(pilot, "body"))
    coach.close()


async def test_an_error_while_reading_is_told_with_its_remedy(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(self: Coach, progress: object = None) -> None:
        raise CoachError("coach.db: another program has been writing for 5 seconds", "close it, then try again")

    monkeypatch.setattr(Coach, "sync", failing)
    async with opened(coach) as pilot:
        message = flowing(said(pilot, "message"))
        assert "another program has been writing" in message
        assert "close it, then try again" in message
        assert "3 cards today" in said(pilot, "body")


async def test_help_tells_the_keys_of_the_screen_it_was_opened_from(coach: Coach) -> None:
    async with opened(coach, "question_mark") as pilot:
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "Start today's practice" in said(pilot, "body")
        await press(pilot, *["pagedown"] * 9)
        assert str(coach.workspace.database.name) in said(pilot, "body")
        await press(pilot, "q", "enter", "question_mark")
        assert "Again: it did not come" in said(pilot, "body")
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, PracticeScreen)


async def palette(pilot: Pilot[None], *typed: str) -> list[str]:
    """Opens the palette, types into it; gives its lines."""
    await press(pilot, "ctrl+p")
    await pilot.pause(0.3)
    await press(pilot, *typed)
    await pilot.pause(0.5)
    options = pilot.app.screen.query_one(OptionList).options
    return [str(option.prompt) for option in options]


async def test_the_palette_does_what_the_screen_can(coach: Coach) -> None:
    async with opened(coach) as pilot:
        lines = await palette(pilot, *"Start today")
        assert lines == ["Start today's practice   enter, space"]
        await press(pilot, "enter")
        await pilot.pause(0.3)
        assert isinstance(pilot.app.screen, PracticeScreen)


async def test_the_palette_lists_what_helps_now_in_the_order_of_use(coach: Coach) -> None:
    async with opened(coach, "enter") as pilot:
        before = await palette(pilot)
        assert before[0].startswith("Begin the answer")
        assert not any("1" in line.split() or "Again" in line or "Tick" in line for line in before)
        await press(pilot, "escape", "enter")
        after = await palette(pilot)
        assert after[0].startswith("Again: it did not come")
        assert not any(line.startswith(("Begin the answer", "End the answer")) for line in after)
        assert after[-1] == "Leave the program   ctrl+q"


async def test_a_picture_of_the_screen_is_saved_and_where_is_said(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_downloads_path", lambda: tmp_path)
    async with opened(coach) as pilot:
        assert len(await palette(pilot, *"screenshot")) == 1
        await press(pilot, "enter")
        await pilot.pause(0.3)
        (picture,) = tmp_path.glob("*.svg")
        assert str(picture) in "".join(said(pilot, "message").split("\n"))
        assert picture.stat().st_mode & 0o777 == 0o600
        assert "cards today" in picture.read_text(encoding="utf-8").replace("&#160;", " ")
        monkeypatch.setattr(CoachApp, "save_screenshot", failing_to_save)
        assert isinstance(pilot.app, CoachApp)
        save_screenshot_of(pilot.app)
        await pilot.pause()
        assert "the picture was not saved" in said(pilot, "message")


def failing_to_save(*_: object, **__: object) -> NoReturn:
    raise OSError(28, "No space left on device")


async def test_the_chosen_theme_is_kept_and_an_unknown_one_passed_over(coach: Coach) -> None:
    async with opened(coach) as pilot:
        pilot.app.theme = "coach-light"
        await pilot.pause()
    assert coach.fact("theme") == "coach-light"
    assert CoachApp(coach).theme == "coach-light"
    coach.remember("theme", "no-such-theme")
    assert CoachApp(coach).theme == coach.settings.theme == "coach-dark"


async def test_a_theme_in_the_settings_that_does_not_exist_is_named(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock, Settings(theme="no-such-theme"))
    async with opened(coach) as pilot:
        assert pilot.app.theme == "coach-dark"
        assert "settings.toml: no theme 'no-such-theme'; ctrl+p lists them all." in said(pilot, "message")
    coach.close()


async def test_a_theme_of_the_terminals_own_colours_can_draw_every_screen(coach: Coach) -> None:
    async with opened(coach) as pilot:
        pilot.app.theme = "ansi-dark"
        await press(pilot, "enter", "enter", "x", "3", "q", "question_mark")
        assert "Everywhere" in said(pilot, "body")


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (60, 18), (120, 40), (200, 60)])
async def test_it_holds_at_any_size(coach: Coach, size: tuple[int, int]) -> None:
    async with opened(coach, size=size) as pilot:
        assert "3 cards today"[: size[0] - 4] in "\n".join(painted(pilot))
        await press(pilot, "enter", "enter", "down", "down", "down", "x")
        assert "1 " in said(pilot, "ratings")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "3", "a", "y", "ctrl+s", "enter", "1", "q")
        assert "2 cards" in said(pilot, "body")
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert len(painted(pilot)) == size[1]


async def test_the_new_day_is_there_for_who_left_it_open(coach: Coach, clock: FakeClock) -> None:
    rate_all(coach, Rating.GOOD)
    async with opened(coach) as pilot:
        clock.pass_time(days=1)
        screen = pilot.app.screen
        assert isinstance(screen, TodayScreen)
        screen._turn_the_day()
        await pilot.pause()
        assert "Tuesday 3 March" in said(pilot, "head")


async def test_cards_that_all_wait_for_their_step_are_named_with_the_moment(
    root: Path, clock: FakeClock
) -> None:
    coach = open_at(root, clock, Settings(learning_steps=(60,)))
    coach.sync()
    rate_all(coach, Rating.HARD)
    clock.pass_time(minutes=5)
    async with opened(coach) as pilot:
        text = said(pilot, "body")
        assert "3 cards today" in text
        assert "The next is ready at 09:30." in text
        assert "Start" not in text
        assert "start" not in said(pilot, "hints")
        await press(pilot, "enter")
        assert "ready at 09:30" in said(pilot, "message")
        clock.pass_time(minutes=70)
        screen = pilot.app.screen
        assert isinstance(screen, TodayScreen)
        screen._turn_the_day()
        await pilot.pause()
        assert "Start" in said(pilot, "body")
    coach.close()


async def test_the_summary_offers_no_more_where_all_that_is_left_waits(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock, Settings(learning_steps=(60,), new_per_day=1))
    async with opened(coach, "enter", "enter", "1") as pilot:
        assert "Later today  1 card, the next ready at 09:00" in said(pilot, "body")
        assert "More now" not in said(pilot, "body")
        assert "more now" not in said(pilot, "hints")
        await press(pilot, "m")
        assert "the next comes at 09:00" in said(pilot, "message")
    coach.close()


async def test_the_folder_of_the_notes_is_named(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(coach.workspace.root))
    async with opened(coach) as pilot:
        assert "Notes in ~/decks" in said(pilot, "body")
        assert "sample" not in said(pilot, "body")


async def test_on_a_first_run_it_says_that_the_note_is_a_sample(tmp_path: Path, clock: FakeClock) -> None:
    begin_workspace(Workspace(tmp_path))
    coach = open_at(tmp_path, clock)
    async with opened(coach) as pilot:
        text = flowing(said(pilot, "body"))
        assert "This is a sample note. Your own belong in the folder below" in text
        assert "interview-coach new NAME" in text
        write_note(tmp_path, "own.md")
        await press(pilot, "r")
        await settled(pilot)
        assert "sample" not in said(pilot, "body")
    coach.close()


async def test_cards_whose_notes_are_gone_are_said_to_rest(coach: Coach, root: Path) -> None:
    questions = ("How?", "Why did the oven fail?")
    write_note(root, "second.md", note_text("Shop Keeping", questions=questions, metrics=(), story={}))
    coach.sync()
    (flagged,) = [each.stored.card_id for each in coach.cards() if each.stored.card.prompt == "How?"]
    coach.library().do(Deed.FLAG, [flagged])
    (root / "decks" / "second.md").unlink()
    async with opened(coach) as pilot:
        assert "1 card rests: its note is not there" in said(pilot, "body"), "of the other nothing is known"


async def test_cards_that_their_notes_dropped_are_said_to_rest_with_the_note_there(
    coach: Coach, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coach.practice().flag()
    write_note(root, text=note_text(questions=["Which oven would you buy?", *QUESTIONS[1:]]))
    write_note(root, "second.md", note_text("Shop Keeping", questions=("How?",), metrics=(), story={}))
    coach.sync()
    assert coach.today().resting == "1 card rests: it is not in its note any more"
    (flagged,) = [each.stored.card_id for each in coach.cards() if each.stored.card.prompt == "How?"]
    coach.library().do(Deed.FLAG, [flagged])
    (root / "decks" / "second.md").unlink()
    coach.sync()
    both = "2 cards rest: 1 is not in its note any more, the note of 1 is not there"
    async with opened(coach) as pilot:
        assert both in said(pilot, "body")
    print_due(coach.today(), ())
    assert f"{both}. What was learnt is kept" in flowing(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("dropped", "noteless", "told"),
    [
        (0, 0, ""),
        (2, 0, "2 cards rest: they are not in their notes any more"),
        (0, 3, "3 cards rest: their notes are not there"),
        (2, 3, "5 cards rest: 2 are not in their notes any more, the notes of 3 are not there"),
    ],
)
def test_what_rests_is_told_with_what_became_of_it(
    coach: Coach, dropped: int, noteless: int, told: str
) -> None:
    assert replace(coach.today(), dropped=dropped, noteless=noteless).resting == told


# -- what stands beside the day's cards


async def test_weak_answers_and_the_next_interview_are_told_once_they_are_known(
    coach: Coach, clock: FakeClock
) -> None:
    coach.practice().flag()
    day = clock().date() + timedelta(days=8)
    interviews.add(coach.database, interviews.Details("Baker [/] at list[int]", day), clock())
    async with opened(coach) as pilot:
        body = flowing(said(pilot, "body"))
        assert "1 weak answer w works on them" in body
        assert "Baker [/] at list[int] on Tuesday 10 March, in 8 days" in body
        assert "─ 0 % of its cards recalled then" in body


async def test_nothing_is_told_of_readiness_before_anything_was_practised(coach: Coach) -> None:
    async with opened(coach) as pilot:
        assert "recalled" not in said(pilot, "body")
        assert "weak" not in said(pilot, "body")
