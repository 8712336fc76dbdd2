"""Sitting a mock interview by its keys. Nothing is said of an answer; each is on disk as it ends."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType

from interview_coach.coach.answering import Measured, Way, boxed, spoken, written
from interview_coach.coach.mock.state import Stage
from interview_coach.coach.speech import STAR, Speech
from interview_coach.tui.actions import Where, bindings_of
from interview_coach.tui.draw.mock.offers import SKIP
from interview_coach.tui.mocking import SLIP
from interview_coach.tui.screens.mock.asking import AskingScreen
from interview_coach.tui.screens.mock.sitting import WAYS
from interview_coach.tui.text import clean
from interview_coach.tui.widgets.answer_box import TextBox, passed_on

WAY_FACT = "mock way"
WAY_SAID = {
    Way.SPOKEN: "Speak: space marks where Task, Action and Result begin; enter ends.",
    Way.BOXES: "Four boxes: Situation, Task, Action, Result are typed each on its own.",
    Way.TEXT: "Free text: an answer typed in one piece, or a transcript pasted.",
}
BEGIN = {
    Way.SPOKEN: "Speak now. space marks where the next part begins; enter ends the answer.",
    Way.BOXES: "tab goes to the next part; ctrl+s ends the answer.",
    Way.TEXT: "ctrl+s ends the answer.",
}
FOLLOW_UP = "The interviewer asks on."
BACK = "You are back where you were, with the time used. space lets the clock run."


class MockScreen(AskingScreen):
    """One interview, question after question."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.MOCK)

    def on_mount(self) -> None:
        super().on_mount()
        kept = self.coach.fact(WAY_FACT)
        self.way = next((way for way in WAYS if way.value == kept), Way.SPOKEN)
        self.enter(BACK if self.paused else "")

    # -- from stage to stage

    def enter(self, said: str = "") -> None:
        """Shows the stage that the interview has come to; after the last question the debrief."""
        if self.stage in (Stage.DEBRIEF, Stage.DONE):
            from interview_coach.tui.mocking import go_on

            go_on(self.coach_app, self.interview)
            return
        running = self.interview.state.running
        if running.way in {way.value for way in WAYS} and self.is_answering and self.stage is Stage.ANSWER:
            self.way = Way(running.way)
        self.speech = Speech(0.0, tuple(mark / 1000 for mark in running.marks))
        texts = [clean(text) for text in running.texts]
        self.boxes.fill(texts if self.way_now is Way.BOXES else ())
        self.box.text = texts[0] if self.way_now is Way.TEXT and texts else ""
        self.overdue = self.interview.timer.is_over
        self.forget()
        self.set_focus(None)
        self.draw()
        self.say(said)
        if self.is_answering and not self.paused:
            self.write()

    def begin_answer(self) -> None:
        with self.complaining():
            self.interview.answer_now()
            self.enter(BEGIN[self.way])
            self.call_after_refresh(_load)

    def end_answer(self) -> None:
        measured = self._measured()
        with self.complaining():
            number = self.interview.number
            self.interview.answered(measured)
            asks_on = self.stage is Stage.FOLLOW_UP
            self.enter(FOLLOW_UP if asks_on else f"Answer {number} is saved.")

    def _measured(self) -> Measured:
        took = round(self.used * 1000)
        if self.way_now is Way.SPOKEN:
            return spoken(self.speech.stopped(self.used))
        if self.way_now is Way.BOXES:
            return boxed([clean(text) for text in self.boxes.texts], took)
        return written(clean(self.box.text), took)

    def write(self) -> None:
        """Puts the cursor into the box, at once: focus() would leave the next keys elsewhere."""
        if self.way_now is Way.BOXES:
            self.boxes.begin()
        elif self.way_now is Way.TEXT:
            self.set_focus(self.box)

    # -- what a person does

    def action_go(self) -> None:
        """Begins; marks; goes back into the box; lets the clock run on."""
        if self.is_held():
            return
        if self.stage is Stage.THINK:
            self.begin_answer()
        elif self.way_now is not Way.SPOKEN:
            self.write()
        elif self.stage is Stage.FOLLOW_UP:
            self.say("A follow-up has no parts to mark; enter ends the answer.")
        elif self.used >= SLIP:
            self._mark()

    def _mark(self) -> None:
        marked = self.speech.marked(self.used)
        if marked is self.speech:
            self.say("Result is the last part; enter ends the answer.")
            return
        self.speech = marked
        self.keep()
        self.draw_clock()
        self.draw_keys()
        self.say("")

    def action_take_back(self) -> None:
        """Takes the last mark back."""
        if self.is_held() or not self.is_answering or self.way_now is not Way.SPOKEN:
            return
        if not self.speech.marks:
            self.say("There is no mark to take back.")
            return
        self.speech = self.speech.unmarked()
        self.draw_clock()
        self.draw_keys()
        self.say(f"Back in {STAR[len(self.speech.marks)].value.capitalize()}.")

    def action_done(self) -> None:
        """Ends the answer; in the think time, begins it."""
        if self.is_held():
            return
        if self.used < SLIP and (self.stage is Stage.THINK or self.way_now is Way.SPOKEN):
            return  # the second of two presses, of which the first ended what was there before
        if self.stage is Stage.THINK:
            self.begin_answer()
        elif self.way_now is Way.SPOKEN or any(text.strip() for text in self.texts):
            self.end_answer()
        else:
            self.say("Nothing is written yet; s goes on without an answer, out of the box.")

    def action_way(self) -> None:
        """Another way to answer, as long as nothing of this answer would be lost."""
        if self.is_held():
            return
        if self.is_begun:
            self.say("This answer has begun; w chooses another way before the next one.")
            return
        self.way = self.other_way
        self.set_focus(None)
        self.draw()
        self.say(WAY_SAID[self.way])
        with self.complaining():
            self.coach.remember(WAY_FACT, self.way.value)
        if self.is_answering:
            self.keep()
            self.write()

    def action_back(self) -> None:
        """Back to thinking, for as long as is left of it."""
        if self.is_held():
            return
        if self.stage is not Stage.ANSWER:
            self.say("b goes back to thinking from an answer.")
            return
        self.keep()
        with self.complaining():
            self.interview.think_again()
            self.enter("Back to thinking. space begins the answer anew; what was written stays.")

    def action_skip(self) -> None:
        """Goes on without an answer, once that is sure."""
        if not self.is_held():
            self.ask(SKIP)

    def action_leave_box(self) -> None:
        """Out of the box, so that plain keys do something; the clock runs on."""
        if self.is_typing:
            self.set_focus(None)
            self.say("Out of the box; space goes back into it.")

    # -- keys on their way

    def takes(self, key: events.Key) -> bool:
        return passed_on(key, self.focused)

    def on_text_area_changed(self) -> None:
        """The words are counted as they are written."""
        self.draw_clock()

    def on_descendant_focus(self) -> None:
        self.draw_keys()

    def on_descendant_blur(self) -> None:
        self.draw_keys()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted over the question is meant for the box."""
        event.stop()
        if self.is_answering and self.way_now is not Way.SPOKEN and not (self.asking or self.paused):
            self.write()
            if isinstance(self.focused, TextBox):
                self.focused.post_message(events.Paste(event.text))


def _load() -> None:
    """While the person answers there is time to load what the answer will be looked at with."""
    from interview_coach.answers import facts, fix, landing, rubric, signals  # noqa: F401 - the work itself
    from interview_coach.tui.screens.mock import debrief  # noqa: F401 - and where it leads
