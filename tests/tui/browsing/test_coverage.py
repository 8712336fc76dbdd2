"""Coverage: what is missing in words, questions with stories, stories with questions, each to its line."""

from pathlib import Path

import pytest

from interview_coach.answers.facts import clock
from interview_coach.coach.coach import Coach
from interview_coach.coach.coverage import practised
from interview_coach.tui.screens.coverage import CoverageScreen
from interview_coach.tui.screens.library.note import NoteScreen
from interview_coach.tui.screens.today import TodayScreen
from tests.making import QUESTIONS, FakeClock, note_text, open_at, write_note
from tests.tui.browsing.looking import screen_of, shown
from tests.tui.driving import opened, press, said, settled


@pytest.fixture
def lacking(root: Path, clock: FakeClock) -> Coach:
    """One note with a story, one without."""
    write_note(root, "shop.md", note_text("Shop Keeping", questions=("How do you close a till?",), story={}))
    coach = open_at(root, clock)
    coach.sync()
    return coach


async def test_what_is_missing_is_said_with_the_remedy(lacking: Coach) -> None:
    found = practised(lacking.database, lacking.workspace.decks, lacking.settings)
    async with opened(lacking, "c", size=(120, 30)) as pilot:
        await settled(pilot)
        screen_of(pilot, CoverageScreen)
        assert f"Missing {len(found.coverage.findings)}" in said(pilot, "tabs")
        for finding in found.coverage.findings:
            text = shown(pilot)
            assert finding.message[1:] in text
            assert finding.hint.split(";")[0] in text
            await press(pilot, "down")
    lacking.close()


async def test_each_question_stands_beside_its_story_and_how_often_it_was_answered(lacking: Coach) -> None:
    async with opened(lacking, "c", "2") as pilot:
        await settled(pilot)
        text = shown(pilot)
        assert "Question Told with Answered" in text
        assert QUESTIONS[0][:20] in text
        assert "Bread Baking" in text
        assert "! nothing yet" in text
        assert "never" in text
        await press(pilot, "right")
        [story] = practised(lacking.database, lacking.workspace.decks, lacking.settings).coverage.stories
        assert f"{story.words} words, {clock(story.seconds)} to say" in shown(pilot)
        await press(pilot, "right")
        assert "1 Missing" in said(pilot, "tabs")
        await press(pilot, "q")
        screen_of(pilot, TodayScreen)
    lacking.close()


async def test_enter_opens_the_note_at_the_line(lacking: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    opened_at: list[tuple[str, int]] = []

    def edit(app: object, coach: Coach, path: str, line: int) -> str:
        opened_at.append((path, line))
        return ""

    monkeypatch.setattr("interview_coach.tui.screens.coverage.edit_note", edit)
    found = practised(lacking.database, lacking.workspace.decks, lacking.settings)
    async with opened(lacking, "c", "2") as pilot:
        await settled(pilot)
        await press(pilot, "down", "enter")
        question = found.coverage.questions[1]
        assert opened_at == [(question.path, question.line)]
        await settled(pilot)
        await press(pilot, "n")
        await settled(pilot)
        screen_of(pilot, NoteScreen)
    lacking.close()


async def test_what_was_edited_in_a_note_opened_from_it_is_seen_on_the_way_back(
    lacking: Coach, root: Path
) -> None:
    async with opened(lacking, "c", "2") as pilot:
        await settled(pilot)
        await press(pilot, "n")
        write_note(root, "shop.md", note_text("Shop Keeping", questions=("How do you close a till?",)))
        await press(pilot, "q")
        await settled(pilot)
        assert "! nothing yet" not in shown(pilot)
    lacking.close()


async def test_tab_takes_what_stands_beneath_in_hand(lacking: Coach) -> None:
    async with opened(lacking, "c", "3", size=(80, 16)) as pilot:
        await settled(pilot)
        assert "more" in said(pilot, "detail")
        await press(pilot, "tab", "end", *["down"] * 9)
        assert "above" in said(pilot, "detail")
        assert "more" not in said(pilot, "detail")
        await press(pilot, "tab")
        assert "▸" in shown(pilot)
    lacking.close()


async def test_what_concerns_all_notes_has_no_line(lacking: Coach) -> None:
    async with opened(lacking, "c", "1") as pilot:
        await settled(pilot)
        await press(pilot, *["down"] * 30, "enter")
        assert "all notes together" in said(pilot, "message")
        await press(pilot, "n")
        screen_of(pilot, CoverageScreen)
    lacking.close()


async def test_notes_without_questions_say_so(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "decks").mkdir()
    coach = open_at(tmp_path, clock)
    async with opened(coach, "c") as pilot:
        await settled(pilot)
        assert "no questions and no stories" in shown(pilot)
        await press(pilot, "enter", "n", "2", "3")
        screen_of(pilot, CoverageScreen)
    coach.close()


async def test_reading_the_notes_again_renews_it(lacking: Coach, root: Path) -> None:
    async with opened(lacking, "c") as pilot:
        await settled(pilot)
        write_note(root, "shop.md", note_text("Shop Keeping", questions=("How do you close a till?",)))
        await press(pilot, "r")
        await settled(pilot)
        assert said(pilot, "message") == ""
        await press(pilot, "2")
        assert "! nothing yet" not in shown(pilot)
    lacking.close()


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_it_stands_at_other_sizes(lacking: Coach, size: tuple[int, int]) -> None:
    async with opened(lacking, "c", "2") as pilot:
        await settled(pilot)
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert "▸ Tell me about" in shown(pilot)
        assert "bread.md:" in shown(pilot)
    lacking.close()
