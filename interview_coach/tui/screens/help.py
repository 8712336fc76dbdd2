"""Help: the keys of the screen it was opened from, and how the program works."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.help import help_lines
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.drawn import Drawn


class HelpScreen(CoachScreen):
    """Made from the table of actions and the settings that hold."""

    WHERE = Where.HELP
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.HELP)

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._of = where

    def compose(self) -> ComposeResult:
        coach = self.coach
        yield Drawn(lambda _: [Content.styled("Help", "bold $text-primary")], id="head")
        with VerticalScroll(id="body", can_focus=False):
            yield Drawn(lambda width: help_lines(self._of, coach.workspace, coach.settings, width), id="day")
        yield Drawn(id="message")
        yield Drawn(id="hints")

    def on_mount(self) -> None:
        self.show_hints(hints_of(Where.HELP))

    def action_scroll(self, by: int) -> None:
        """Scrolls by a line."""
        self.query_one("#body", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_scroll_page(self, by: int) -> None:
        """Scrolls by what fits."""
        body = self.query_one("#body", VerticalScroll)
        body.scroll_relative(y=by * max(1, body.size.height - 2), animate=False)

    def action_leave(self) -> None:
        """Back to where help was opened."""
        self.coach_app.pop_screen()
