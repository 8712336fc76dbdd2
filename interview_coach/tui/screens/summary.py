"""Summary: what a sitting came to, and where to go from there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.day import ALL
from interview_coach.coach.practice import Practice
from interview_coach.coach.summary import Summary
from interview_coach.recall.day import study_day
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, day_name, spread
from interview_coach.tui.draw.summary import summary_lines
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.drawn import Line, Pane


class SummaryScreen(CoachScreen):
    """Shown over the practice it sums up, so that an undo goes straight back into it."""

    WHERE = Where.SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.SUMMARY)

    def __init__(self, practice: Practice, summary: Summary) -> None:
        super().__init__()
        self.practice = practice
        self.summary = summary

    def compose(self) -> ComposeResult:
        can_undo = self.practice.can_undo
        yield Line(id="head")
        yield Pane(lambda width, _: summary_lines(self.summary, can_undo, width), id="body")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        title = Content.styled("This sitting", "bold $text-primary")
        day = study_day(self.coach.clock(), self.coach.settings.rollover_hour)
        date = Content.styled(day_name(day), QUIET)
        self.query_one("#head", Line).show(lambda width: spread(title, date, width))
        self.say(self.practice.notice)
        self.show_hints(hints_of(Where.SUMMARY, without=self.needless))

    @property
    def needless(self) -> set[str]:
        useful = {"more": self._offers_more, "undo": self.practice.can_undo}
        return {action for action, is_useful in useful.items() if not is_useful}

    @property
    def _offers_more(self) -> bool:
        return self.summary.left > 0 and self.summary.ready_at is None

    # -- what a person does

    def action_today(self) -> None:
        """Back to Today."""
        self.coach_app.back_to_today()

    def action_more(self) -> None:
        """Goes on with what today still holds."""
        if self.summary.left:
            self.coach_app.open_practice(ALL)  # which says when, where none can be taken yet
        else:
            self.say("Today holds no more cards.")

    def action_undo(self) -> None:
        """Goes back into the sitting with its last step taken back."""
        if self.practice.can_undo:
            self.coach_app.undo_from_summary()
        else:
            self.say("There is nothing left to undo.")

    def action_leave(self) -> None:
        """Leaves the program."""
        self.coach_app.exit()
