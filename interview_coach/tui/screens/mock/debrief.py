"""The debrief: answer by answer, the same view as after an answer in practice, and what was asked on."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from interview_coach.answers.rubric import LINES
from interview_coach.coach.answering import Measured, Way
from interview_coach.coach.deadline import Stopwatch
from interview_coach.coach.mock.debrief import Debrief
from interview_coach.coach.mock.interview import Interview
from interview_coach.errors import CoachError
from interview_coach.tui import keeping, mocking
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.mock import debrief as draw
from interview_coach.tui.draw.points import Row
from interview_coach.tui.draw.rubric import held_words
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.stage import Stage
from interview_coach.tui.turn import Turn
from interview_coach.tui.widgets.desk import Desk
from interview_coach.tui.widgets.drawn import Line, Pane

REPORT = "report"
KEEP = "keep"


class DebriefDesk(Desk):
    """The desk with what was asked on under the answer."""

    after: Debrief

    def _rows(self, width: int, height: int) -> list[Row]:
        rows = super()._rows(width, height)
        follow = self.after.follow_up if self.turn.stage is Stage.SHOWN else None
        if follow is None:
            return rows
        return [*rows, *draw.asked_on(*follow, self.after.profile_of(follow[0]), width)]


class DebriefScreen(CoachScreen):
    """What a person says of each answer, each thing saved as it is said."""

    WHERE = Where.MOCK_DEBRIEF
    KEY_ROWS = 1
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.MOCK_DEBRIEF)

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self.interview = interview
        self.debrief = Debrief(interview)
        self.turn = Turn()
        self._asking = ""
        self._since = Stopwatch(interview.ticks)

    def compose(self) -> ComposeResult:
        self.desk = DebriefDesk(self.debrief.profile, self.coach.settings.rubric_bands)
        self.desk.after = self.debrief
        yield Line(id="head")
        yield self.desk
        yield Line(id="offers")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        self._next("No more questions. Now answer by answer: first, how good do you think it was?")

    # -- showing

    def _next(self, said: str = "") -> None:
        """The answer that comes next; after the last the report."""
        debrief = self.debrief
        if not debrief.current:
            mocking.go_on(self.coach_app, self.interview)
            return
        self._since = Stopwatch(self.interview.ticks)
        attempt = debrief.attempt
        answer = Measured(Way(attempt.way), attempt.duration, attempt.think, attempt.parts, debrief.text)
        self.turn = Turn(
            points=debrief.card.points,
            stage=Stage.PREDICTING if attempt.predicted is None else Stage.SHOWN,
            way=answer.way,
            takes_answer=True,
            answer=answer,
            looked=replace(debrief.looked, facts=debrief.facts),
            row=attempt,
            predicted=attempt.predicted,
        )
        self._draw(from_top=True)
        self.say(said)

    def _draw(self, *, from_top: bool = False) -> None:
        """The turn as the debrief has it now."""
        debrief = self.debrief
        self.turn = replace(
            self.turn,
            ticked=frozenset(index for index, each in enumerate(debrief.ticked) if each.hit),
            own=debrief.own,
            grades=debrief.grades,
            judged=debrief.judged,
        )
        self.desk.keeps = self.interview.keep_words
        place, skill = debrief.place, debrief.planned.skill
        self.query_one("#head", Line).show(lambda width: draw.head(skill, place, width))
        self.desk.show(debrief.card, self.turn, from_top=from_top)
        stage, is_last, has_points = self.turn.stage, place[0] == place[1], bool(self.turn.points)
        self.query_one("#offers", Line).show(
            lambda width: draw.keys(stage, width, is_last=is_last, has_points=has_points)
        )
        self.show_hints(hints_of(Where.MOCK_DEBRIEF, stage, self.needless))

    @property
    def needless(self) -> set[str]:
        without = set() if self._asking else {"yes", "no"}
        if not (self.turn.revealed and self.turn.points):
            without.add("tick")
        return without

    def scrolled(self) -> Iterable[Pane]:
        return self.desk.scrolled()

    # -- what a person says

    def action_digit(self, level: int) -> None:
        """Predicts or grades, as the step has it."""
        if self.turn.stage is Stage.PREDICTING:
            with self.complaining():
                self.debrief.predict(level)
                self._reveal()
        elif self.turn.stage is Stage.GRADING:
            with self.complaining():
                self._grade(level)
        else:
            self.say("enter opens the rubric; there 1 to 5 grade.")

    def _reveal(self) -> None:
        self.turn = self.turn.guessed(self.debrief.attempt.predicted)
        self._draw(from_top=True)
        answer = self.turn.answer
        self.say("")
        with self.complaining():
            if answer is not None and answer.has_text and keeping.asks_now(self.coach):
                self._asking = KEEP
                self.say(keeping.QUESTION)

    def _grade(self, level: int) -> None:
        """The line at the cursor gets its grade, as far as its cap leaves it."""
        line = LINES[self.turn.line]
        self.debrief.grade(line.code, level)
        self.turn = self.turn.to_line(1, len(LINES))
        self._draw()
        self.desk.show_told()
        self.say(held_words(self.turn, line, level))

    def action_tick(self) -> None:
        """Ticks the point at the cursor and goes to the next; in the rubric, to the next line."""
        if self.turn.stage is Stage.GRADING:
            self.action_move(1)
        else:
            self.action_tick_at(self.turn.at)

    def action_tick_at(self, index: int) -> None:
        """Ticks a point or unticks it."""
        if not self.turn.revealed:
            self.say("First 1 to 5 say how good you think it was; enter goes on without.")
        elif self.turn.points:
            with self.complaining():
                self.debrief.tick(index)
                self.turn = replace(self.turn, at=index).moved(1)
                self._draw()
                self.desk.show_told()

    def action_move(self, by: int) -> None:
        """Among the points, or the lines of the rubric."""
        if self.turn.stage is Stage.GRADING:
            self.turn = self.turn.to_line(by, len(LINES))
            self._draw()
        elif self.turn.revealed and self.turn.points:
            self.turn = self.turn.moved(by)
            self.desk.show_points(self.turn)
        else:
            self.action_scroll(by)
            return
        self.desk.show_told()

    def action_rubric(self) -> None:
        """From the ticks to the rubric, and back."""
        if not self.turn.revealed:
            self.say("The rubric comes after the answer.")
            return
        self.debrief.went_through()
        self.turn = self.turn.graded_or_ticked()
        self._draw(from_top=True)
        self.say("")

    def action_detail(self) -> None:
        """How the facts were obtained, or that no more."""
        if self.turn.stage is Stage.SHOWN:
            self.turn = self.turn.with_detail()
            self._draw(from_top=True)

    def action_done(self) -> None:
        """On: past the prediction, to the rubric, to the next answer."""
        if self.turn.stage is Stage.PREDICTING:
            if self._since.used >= mocking.SLIP:  # sooner it is the second of two presses, and no choice
                self._reveal()
        elif self.turn.stage is Stage.SHOWN:
            self.action_rubric()
        else:
            with self.complaining():
                self.debrief.done()
                self._next()

    # -- what is asked

    def _take_question(self) -> str:
        """What is asked, which has its answer now; what stands on the line no more is not asked."""
        asked, self._asking = self._asking, ""
        return asked if self.message in (keeping.QUESTION, draw.QUESTION) else ""

    def action_yes(self) -> None:
        """Yes to what is asked."""
        asked = self._take_question()
        with self.complaining():
            if asked == REPORT:
                self.debrief.leave_the_rest()
                self._next()
            elif asked == KEEP:
                self._keep_words(keep=True)

    def action_no(self) -> None:
        """No to what is asked."""
        asked = self._take_question()
        self.say("")
        if asked == KEEP:
            with self.complaining():
                self._keep_words(keep=False)

    def action_keep(self) -> None:
        """The words of answers are kept from here on, or no more."""
        with self.complaining():
            self._keep_words(keep=not keeping.keeps_words(self.coach))

    def _keep_words(self, *, keep: bool) -> None:
        said = keeping.choose(self.coach, keep=keep)
        self.debrief.keep_words(keep=keeping.keeps_words(self.coach))
        self._draw()
        self.say(said)

    def action_end(self) -> None:
        """Goes through no more of them, once that is sure."""
        self._asking = REPORT
        self.say(draw.QUESTION)

    # -- leaving

    def action_leave(self) -> None:
        """Leaves the rest for later."""
        mocking.leave(
            self.coach_app, self.interview, "The debrief is saved as far as it came; m goes on with it."
        )

    def before_leaving(self) -> None:
        with suppress(CoachError):
            self.interview.leave()
