"""Cramming for an interview: the least known of its cards first, beside the schedule, which stays as it is."""

from collections.abc import Callable

from textual.content import Content

from interview_coach.coach.practice import Practice
from interview_coach.tui.draw.basics import QUIET, counted
from interview_coach.tui.screens.beside import BesideScreen
from interview_coach.tui.text import cut
from interview_coach.tui.widgets.drawn import Line

STAYS = "the schedule stays as it is"


class CramScreen(BesideScreen):
    """Practice with a line that says what it is; at its end back to the interviews."""

    DEFAULT_CSS = "CramScreen #aim { background: $panel; }"

    def __init__(self, practice: Practice, name: str, told: Callable[[str], None]) -> None:
        """`told` is given what the sitting came to, in words."""
        super().__init__(practice, {})
        self._name = name
        self._told = told

    def on_mount(self) -> None:
        super().on_mount()
        said = f"Cramming for {self._name}: {STAYS}"
        self.query_one("#aim", Line).show(lambda width: Content.styled(cut(said, width), QUIET))

    def end(self) -> None:
        """The sitting is over: back, with what it came to."""
        with self.complaining():
            summary = self.practice.finish()
            self.coach_app.pop_screen()
            if summary.reviews:
                recalled = f"{summary.recalled} of {counted(summary.reviews, 'answer')} came"
                self._told(f"Crammed {counted(summary.cards, 'card')}: {recalled}; {STAYS}.")
