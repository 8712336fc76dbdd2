"""From screen to screen of the library, the interviews and the coverage."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_coach.coach.library import Library, Skill
    from interview_coach.tui.app import CoachApp


def open_library(app: "CoachApp") -> None:
    """Every skill there is."""
    from interview_coach.tui.screens.library.skills import LibraryScreen

    app.push_screen(LibraryScreen())


def open_cards(app: "CoachApp", library: "Library", skill: "Skill | None") -> None:
    """The cards of a skill, or of all with None."""
    from interview_coach.tui.screens.library.cards import CardsScreen

    app.push_screen(CardsScreen(library, skill))


def open_search(app: "CoachApp", library: "Library") -> None:
    """A search over everything."""
    from interview_coach.tui.screens.library.search import SearchScreen

    app.push_screen(SearchScreen(library))


def open_note(app: "CoachApp", path: str, line: int = 1) -> None:
    """A note to read, at a line."""
    from interview_coach.tui.screens.library.note import NoteScreen

    app.push_screen(NoteScreen(path, line))


def open_interviews(app: "CoachApp") -> None:
    """The interviews to come."""
    from interview_coach.tui.screens.interviews.interviews import InterviewsScreen

    app.push_screen(InterviewsScreen())


def open_coverage(app: "CoachApp") -> None:
    """Which question has which story."""
    from interview_coach.tui.screens.coverage import CoverageScreen

    app.push_screen(CoverageScreen())
