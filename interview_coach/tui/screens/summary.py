"""Summary: what a sitting came to, and where to go from there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from interview_coach.coach.day import ALL
from interview_coach.coach.practice import Practice
from interview_coach.coach.summary import Summary
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, day_name, spread
from interview_coach.tui.draw.summary import summary_lines
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.drawn import Drawn


class SummaryScreen(CoachScreen):
    """Shown over the practice it sums up, so that an undo goes straight back into it."""

    WHERE = Where.SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.SUMMARY)

    def __init__(self, practice: Practice, summary: Summary) -> None:
        super().__init__()
        self.practice = practice
        self.summary = summary

    def compose(self) -> ComposeResult:
        now = self.coach.clock()
        title = Content.styled("The sitting", "bold $text-primary")
        date = Content.styled(day_name(now.date()), QUIET)
        can_undo = self.practice.can_undo
        yield Drawn(lambda width: [spread(title, date, width)], id="head")
        with VerticalScroll(id="body", can_focus=False):
            yield Drawn(lambda width: summary_lines(self.summary, now, can_undo, width), id="day")
        yield Drawn(id="message")
        yield Drawn(id="hints")

    def on_mount(self) -> None:
        self.say(self.practice.notice)
        self.show_hints(hints_of(Where.SUMMARY))

    # -- what a person does

    def action_today(self) -> None:
        """Back to Today."""
        self.coach_app.back_to_today()

    def action_more(self) -> None:
        """Goes on with what today still holds."""
        if self.summary.left:
            self.coach_app.open_practice(ALL)
        else:
            self.say("Today holds no more cards.")

    def action_undo(self) -> None:
        """Goes back into the sitting with its last step taken back."""
        if self.practice.can_undo:
            self.coach_app.undo_from_summary()
        else:
            self.say("There is nothing to undo in this sitting.")

    def action_leave(self) -> None:
        """Leaves the program."""
        self.coach_app.exit()
