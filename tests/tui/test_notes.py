"""Notes that need a look: what is wrong, where, what to do, and the way to the editor and back."""

from pathlib import Path

import pytest

from interview_coach.coach.coach import Coach
from interview_coach.notes.model import Problem, Severity
from interview_coach.store.notes import OddNote, Status
from interview_coach.tui.screens.notes import NotesScreen
from interview_coach.tui.screens.practice import PracticeScreen
from interview_coach.tui.screens.today import TodayScreen
from tests.making import QUESTIONS, STORY, FakeClock, note_text, open_at, write_note
from tests.tui.driving import flowing, opened, painted, press, said, settled

NO_RESULT = {part: text for part, text in STORY.items() if part != "Result"}


@pytest.fixture
def odd(root: Path, clock: FakeClock) -> Coach:
    """A workspace whose second note has a story without a Result."""
    write_note(root, "odd.md", note_text("Shop Keeping", questions=("How?",), story=NO_RESULT))
    coach = open_at(root, clock)
    coach.sync()
    return coach


async def test_each_problem_is_listed_with_its_place_and_its_remedy(odd: Coach) -> None:
    problem = odd.odd_notes()[0].problems[0]
    async with opened(odd) as pilot:
        assert "1 note needs a look" in said(pilot, "body")
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, NotesScreen)
        text = flowing("\n".join(painted(pilot)))
        assert f"odd.md:{problem.line}" in text
        assert problem.severity.value in text
        assert problem.message in text
        assert problem.hint.split(maxsplit=1)[0] in text
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, TodayScreen)
    odd.close()


async def test_a_mended_note_leaves_the_list(odd: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    opened_at: list[tuple[str, int]] = []

    def mend(app: object, coach: Coach, path: str, line: int) -> str:
        opened_at.append((path, line))
        write_note(coach.workspace.root, path, note_text("Shop Keeping", questions=("How?",)))
        coach.sync()
        return ""

    monkeypatch.setattr("interview_coach.tui.screens.notes.edit_note", mend)
    line = odd.odd_notes()[0].problems[0].line
    async with opened(odd, "n", "enter") as pilot:
        assert opened_at == [("odd.md", line)]
        assert "All notes read well" in said(pilot, "message")
        await press(pilot, "enter")  # nothing is left to open
        await press(pilot, "q")
        assert "needs a look" not in said(pilot, "body")
    odd.close()


async def test_reading_again_renews_the_list(odd: Coach, root: Path) -> None:
    async with opened(odd, "n") as pilot:
        (root / "decks" / "odd.md").unlink()
        await press(pilot, "r")
        await settled(pilot)
        assert "All notes read well" in said(pilot, "message")
    odd.close()


async def test_where_no_editor_can_be_opened_it_says_so(odd: Coach) -> None:
    async with opened(odd, "n", "e") as pilot:  # a terminal in a test cannot be lent to an editor
        assert "the editor cannot be opened here" in said(pilot, "message")
    odd.close()


async def test_a_card_is_read_again_after_its_note_was_edited(
    coach: Coach, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reword(app: object, coach: Coach, path: str, line: int) -> str:
        text = (root / "decks" / path).read_text(encoding="utf-8")
        assert QUESTIONS[0] in text.splitlines()[line - 1]
        write_note(root, path, text.replace("a night", "a winter night"))
        coach.sync()
        return ""

    monkeypatch.setattr("interview_coach.tui.screens.practice.edit_note", reword)
    async with opened(coach, "enter", "a", "z", "tab", "e") as pilot:
        assert "a winter night" in flowing(said(pilot, "page"))
        assert "as the note has it now" in said(pilot, "message")
        await press(pilot, "enter", "enter")
        assert "You wrote" in said(pilot, "page")


async def test_a_card_taken_out_of_its_note_makes_way_for_the_next(
    coach: Coach, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shorten(app: object, coach: Coach, path: str, line: int) -> str:
        write_note(root, path, note_text(questions=QUESTIONS[1:]))
        coach.sync()
        return ""

    monkeypatch.setattr("interview_coach.tui.screens.practice.edit_note", shorten)
    async with opened(coach, "enter", "e") as pilot:
        assert isinstance(pilot.app.screen, PracticeScreen)
        assert QUESTIONS[1] in flowing(said(pilot, "page"))
        assert "in the note no more" in said(pilot, "message")


async def test_a_remedy_that_takes_two_lines_keeps_its_indent(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "do this and then that, " * 6
    problem = Problem(3, Severity.WARNING, "what is odd " * 9, long)
    monkeypatch.setattr(Coach, "odd_notes", lambda self: [OddNote("odd.md", Status.READ, (problem,))])
    async with opened(coach, "n") as pilot:
        rows = [row.rstrip() for row in painted(pilot)]
        first = next(y for y, row in enumerate(rows) if "→" in row)
        assert rows[first + 1].startswith(" " * (rows[first].index("→") + 2))
        assert "▸ odd.md:3  warning" in said(pilot, "body")


async def test_the_cursor_goes_to_the_last_problem_and_no_further(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = tuple(Problem(n, Severity.INFO, f"message {n}", "remedy") for n in range(1, 31))
    monkeypatch.setattr(Coach, "odd_notes", lambda self: [OddNote("odd.md", Status.READ, problems)])
    async with opened(coach, "n") as pilot:
        await press(pilot, *["pagedown"] * 9)
        assert "▸ odd.md:30" in said(pilot, "body")
        y = next(y for y, row in enumerate(painted(pilot)) if "message 28" in row)
        await pilot.click(offset=(6, y))
        await pilot.pause()
        assert "▸ odd.md:28" in said(pilot, "body")
        await press(pilot, *["pageup"] * 9)
        assert "▸ odd.md:1 " in said(pilot, "body")
