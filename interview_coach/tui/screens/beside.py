"""Practice beside the schedule, which stays as it is: cramming and drills."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.widget import Widget

from interview_coach.tui.screens.practice import PracticeScreen
from interview_coach.tui.widgets.drawn import Line

NOT_HERE = {
    "suspend": "Suspending is for practice; f flags.",
    "bury": "Nothing here moves a card; q goes back.",
}


class BesideScreen(PracticeScreen):
    """Practice with a line under its head that says what it is for, and without what would move a card."""

    def compose(self) -> ComposeResult:
        yield from self._with_aim(super().compose())

    @staticmethod
    def _with_aim(widgets: Iterable[Widget]) -> Iterable[Widget]:
        for widget in widgets:
            yield widget
            if widget.id == "head":
                yield Line(id="aim")

    @property
    def needless(self) -> set[str]:
        return super().needless | set(NOT_HERE)

    def action_suspend(self) -> None:
        self.say(NOT_HERE["suspend"])

    def action_bury(self) -> None:
        self.say(NOT_HERE["bury"])
