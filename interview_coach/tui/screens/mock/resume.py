"""A mock interview that was left: gone on with at the very question, put off, or ended."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.mock import starting
from interview_coach.coach.mock.starting import Unfinished
from interview_coach.coach.mock.state import Stage
from interview_coach.recall.day import where_it_is
from interview_coach.tui import mocking
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import (
    BLANK,
    QUIET,
    button,
    clickable,
    clock_time,
    counted,
    day_name,
    fitting,
)
from interview_coach.tui.draw.clock import minutes
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.text import wrapped
from interview_coach.tui.widgets.drawn import Line, Pane

AT = {
    Stage.THINK: "thinking about question {number} of {total}, {used} into it",
    Stage.ANSWER: "answering question {number} of {total}, {used} into it",
    Stage.FOLLOW_UP: "answering the follow-up to question {number} of {total}, {used} into it",
    Stage.DEBRIEF: "in the debrief, at the answer to question {number} of {total}",
}


class ResumeScreen(CoachScreen):
    """Where it stands, and three ways from there."""

    WHERE = Where.MOCK_RESUME
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.MOCK_RESUME)

    def __init__(self, left: Unfinished, said: str = "") -> None:
        super().__init__()
        self._left = left
        self._first_said = said
        self._sure = False

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Pane(self._body, id="body")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        title = Content.styled("A mock interview that was left", "bold $text-primary")
        self.query_one("#head", Line).show(lambda _: title)
        self.show_hints(hints_of(Where.MOCK_RESUME))
        self.say(self._first_said)

    def _body(self, width: int, _height: int) -> Sequence[Content]:
        left = self._left
        began = where_it_is(self.coach.clock(), left.started_at)
        told = AT.get(left.stage, "").format(number=left.number, total=left.total, used=minutes(left.used))
        saved = f"; {counted(left.answered, 'answer')} {'is' if left.answered == 1 else 'are'} saved"
        told += saved if left.answered else ""
        text = f"It began on {day_name(began)} at {clock_time(began)}. You were {told}."
        offers = fitting(
            [
                clickable(button("enter", "Go on there"), "screen.resume"),
                clickable(button("q", "Not now", QUIET), "screen.leave"),
                clickable(button("e", "End it", "$text-error"), "screen.end"),
            ],
            width,
        )
        clock = "The clock waits for you there."
        return [
            *(Content.styled(line, "bold") for line in wrapped(text, width)),
            BLANK,
            *(Content.styled(line, QUIET) for line in wrapped(clock, width)),
            BLANK,
            offers,
        ]

    def action_resume(self) -> None:
        """Goes on where it was left."""
        with self.complaining():
            mocking.resume(self.coach_app, self._left.mock_id)

    def action_end(self) -> None:
        """Ends it, at the second time: an answer that was being given is lost by that."""
        if not self._sure:
            self._sure = True
            answered = self._left.answered
            kept = "What was answered is kept, and its report." if answered else "Nothing was answered."
            self.say(f"End that interview for good? {kept} e once more ends it.")
            return
        coach = self.coach
        with self.complaining():
            starting.give_up(coach.database, coach.settings, coach.clock, self._left.mock_id)
            mocking.open_setup(self.coach_app, said="That interview is ended.")

    def action_leave(self) -> None:
        """Leaves it for later; today it is not offered again by itself."""
        with self.complaining():
            self.coach.remember(mocking.LATER_FACT, mocking.put_off(self.coach_app, self._left))
        self.coach_app.back_to_today()
        self.coach_app.front.say("It waits for you: m goes on with it.")
