"""Progress: what practice has come to, section by section."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.coach import Coach
from interview_coach.coach.progress import Statistics
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, day_name, spread
from interview_coach.tui.draw.progress import Section, page, tabs
from interview_coach.tui.loading import load
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.drawn import Line, Pane

SECTIONS = tuple(Section)


class ProgressScreen(CoachScreen):
    """Shows at once what was counted the last time, and counts anew in a thread meanwhile."""

    WHERE = Where.PROGRESS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.PROGRESS)
    CSS = "ProgressScreen Line#tabs { margin-top: 1; } ProgressScreen.-short Line#tabs { margin-top: 0; }"

    def __init__(self) -> None:
        super().__init__()
        self._found: Statistics | None = None
        self._at = Section.DAYS

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Line(id="tabs")
        yield Pane(self._lines, id="body")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        self._found = self.coach_app.statistics
        self.show_hints(hints_of(Where.PROGRESS))
        self._draw()
        self._count()

    def _count(self) -> None:
        load(self, Coach.statistics, self._show, "Counting your ratings")

    def _show(self, found: Statistics) -> None:
        self.coach_app.statistics = self._found = found
        self._draw(from_top=False)

    def _draw(self, *, from_top: bool = True) -> None:
        self.query_one("#head", Line).show(self._head)
        self.query_one("#tabs", Line).show(lambda width: tabs(self._at, width))
        self.query_one("#body", Pane).show(self._lines, from_top=from_top)

    def _head(self, width: int) -> Content:
        title = Content.styled("Progress", "bold $text-primary")
        day = "" if self._found is None else day_name(self._found.study_day)
        return spread(title, Content.styled(day, QUIET), width)

    def _lines(self, width: int, height: int) -> Sequence[Content]:
        return [] if self._found is None else page(self._at, self._found, width, height)

    def notes_were_read(self) -> None:
        self._count()

    # -- what a person does

    def action_section(self, number: int) -> None:
        """Shows a section by its number."""
        self._at = SECTIONS[number - 1]
        self._draw()

    def action_turn(self, by: int) -> None:
        """Shows the next section, or the one before; after the last comes the first."""
        self._at = SECTIONS[(SECTIONS.index(self._at) + by) % len(SECTIONS)]
        self._draw()

    def action_leave(self) -> None:
        """Back to Today."""
        self.coach_app.pop_screen()
