"""Coverage: the questions beside their stories, and what is missing; each leads to its line in the note."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from interview_coach.coach.coach import Coach
from interview_coach.coach.coverage import Practised, practised
from interview_coach.tui import browsing
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw import coverage as draw
from interview_coach.tui.draw.basics import QUIET, spread
from interview_coach.tui.draw.coverage import Section
from interview_coach.tui.editing import edit_note
from interview_coach.tui.loading import load
from interview_coach.tui.screens.listing import ListScreen
from interview_coach.tui.widgets.drawn import Line

SECTIONS = tuple(Section)
ALL_NOTES = "This concerns all notes together; there is no one line to open."


def _look(coach: Coach) -> Practised:
    return practised(coach.database, coach.workspace.decks, coach.settings)


class CoverageScreen(ListScreen):
    """The rows over the whole width, what the one at the cursor says beneath; read in a thread."""

    WHERE = Where.COVERAGE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.COVERAGE)
    DEFAULT_CSS = """
    CoverageScreen {
        #tabs { margin-top: 1; }
        &.-short #tabs { margin-top: 0; }
        #middle { layout: vertical; padding: 0 2; }
        &.-narrow #middle { padding: 0 1; }
        #list { width: 100%; height: 2fr; }
        #detail {
            width: 100%; height: 1fr; min-height: 6; margin: 0; padding: 0;
            border-left: none; border-top: solid $line;
        }
        &.-short #detail { min-height: 5; }
        &.-in-hand #detail { border-left: none; border-top: heavy $text-primary; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._found: Practised | None = None
        self._at = Section.MISSING

    def above(self) -> Iterable[Widget]:
        return Line(id="tabs"), Line(id="names")

    def on_mount(self) -> None:
        self._draw(None)

    def on_screen_resume(self) -> None:
        """A note may have been edited meanwhile. Reading them all would hold up the first frame."""
        self.call_after_refresh(self._look)

    def notes_were_read(self) -> None:
        self._look()

    def _look(self) -> None:
        load(self, _look, self._show, "Reading the notes")

    def _show(self, found: Practised) -> None:
        self._found = found
        if not found.coverage.findings and found.coverage.questions and self._at is Section.MISSING:
            self._at = Section.QUESTIONS
        self._draw(None)

    def _draw(self, place: int | None) -> None:
        found, section = self._found, self._at
        title = Content.styled("Coverage", "bold $text-primary")
        right = Content.styled("which question has which story", QUIET)
        self.query_one("#head", Line).show(lambda width: spread(title, right, width))
        self.query_one("#tabs", Line).show(lambda width: draw.tabs(section, found, width))
        self.query_one("#names", Line).show(lambda width: draw.names(section, width))
        rows = 0 if found is None else draw.count(found, section)
        self.choices.show(rows, self._row, at=place)

    def _row(self, index: int, width: int) -> tuple[Content, ...]:
        return () if self._found is None else draw.row(self._found, self._at, index, width)

    def choose(self, index: int | None) -> None:
        found, section = self._found, self._at
        if found is not None and index is None:
            self.show_beside(None, lambda width, _: draw.nothing(section, found, width))
        elif found is not None and index is not None:
            self.show_beside((section, index), lambda width, _: draw.detail(found, section, index, width))
        self.show_hints(hints_of(Where.COVERAGE, without=self.needless))

    @property
    def _place(self) -> tuple[str, int] | None:
        """The note and the line of the row at the cursor; a path of "" for all notes."""
        at, found = self.choices.at, self._found
        if at is None or found is None:
            return None
        return draw.place(found, self._at, at)

    @property
    def needless(self) -> set[str]:
        place = self._place
        without = set() if place is not None and place[0] else {"edit", "note"}
        return without if self.choices.count else without | {"detail"}

    # -- what a person does

    def action_section(self, number: int) -> None:
        """Shows a section by its number."""
        self._at = SECTIONS[number - 1]
        self.say("")
        self._draw(0)

    def action_turn(self, by: int) -> None:
        """Shows the next section, or the one before; after the last comes the first."""
        self.action_section((SECTIONS.index(self._at) + by) % len(SECTIONS) + 1)

    def action_edit(self) -> None:
        """Opens the note at the line, then reads it again."""
        place = self._place
        if place is None:
            return
        if not place[0]:
            self.say(ALL_NOTES)
            return
        with self.complaining():
            self.say(edit_note(self.app, self.coach, *place))
            self._look()

    def action_note(self) -> None:
        """Shows the note at the line."""
        place = self._place
        if place is not None and place[0]:
            browsing.open_note(self.coach_app, *place)
        elif place is not None:
            self.say(ALL_NOTES)

    def action_sync(self) -> None:
        """Reads the notes again."""
        self.coach_app.read_notes(said="Reading the notes …")

    def action_leave(self) -> None:
        """Back to where it was opened."""
        self.coach_app.pop_screen()
