"""Help: the keys of the screen it was opened from, and how the program works."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.help import help_lines
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.drawn import Line, Pane


class HelpScreen(CoachScreen):
    """Made from the table of actions and the settings that hold."""

    WHERE = Where.HELP
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.HELP)

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._of = where

    def compose(self) -> ComposeResult:
        coach = self.coach
        yield Line(id="head")
        yield Pane(lambda width, _: help_lines(self._of, coach.workspace, coach.settings, width), id="body")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        self.query_one("#head", Line).show(lambda _: Content.styled("Help", "bold $text-primary"))
        self.show_hints(hints_of(Where.HELP))

    def action_leave(self) -> None:
        """Back to where help was opened."""
        self.coach_app.pop_screen()
