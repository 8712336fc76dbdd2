"""Answering a card: the ways to do it, and what comes after the answer, up to its rating."""

from collections.abc import Sequence

from interview_coach.coach.answering import Ticked, Way, row_of, without_words
from interview_coach.coach.looking import Judged, Look, judge, look, row_with
from interview_coach.coach.practice import Attempt
from interview_coach.tui import keeping
from interview_coach.tui.screens.speaking import SpeakingScreen
from interview_coach.tui.stage import Stage
from interview_coach.tui.turn import Turn

WAY_FACT = "way"
WAY_SAID = {
    Way.SPOKEN: "Speak: space starts a clock and marks each next part.",
    Way.BOXES: "Four boxes: Situation, Task, Action and Result.",
    Way.TEXT: "Free text: typed in one piece, or a transcript pasted.",
    Way.HEAD: "In the head: the answer comes up, and you rate it.",
}


class AnsweringScreen(SpeakingScreen):
    """What a person can do with a card before it is rated."""

    way: Way = Way.SPOKEN
    _keeps: bool | None = None  # whether words are kept, as far as that was asked for

    def remembered_way(self) -> Way:
        """The way that was chosen last; to speak at first."""
        kept = self.coach.fact(WAY_FACT)
        return Way(kept) if kept in set(Way) else Way.SPOKEN

    @property
    def rating_words(self) -> str:
        """What a rating does now, in words."""
        return "1 to 4 rate the card and bring the next."

    def action_tick(self) -> None:
        """Ticks the point at the cursor and goes to the next."""
        raise NotImplementedError

    def action_move(self, by: int) -> None:
        """Moves among the points, or the lines of the rubric."""
        raise NotImplementedError

    def action_rubric(self) -> None:
        """Opens the rubric, or goes back to the ticks."""
        raise NotImplementedError

    def guess(self, level: int | None) -> None:
        """Predicts the answer's level, or passes that over; the note's answer comes up."""
        raise NotImplementedError

    # -- beginning

    def action_go(self) -> None:
        """What space does at each stage: begins, marks, ticks."""
        turn = self.turn
        if turn.stage is Stage.SPEAKING:
            self.mark()
        elif turn.stage is Stage.PREDICTING:
            self.say("1 to 5 say how good you think it was; enter goes on without.")
        elif turn.stage is Stage.SHOWN:
            self.action_tick()
        elif turn.stage is Stage.GRADING:
            self.action_move(1)
        elif turn.way is Way.SPOKEN:
            self._speak()
        elif turn.way in (Way.BOXES, Way.TEXT):
            self.begin_writing(turn.way)
        else:
            self._reveal()

    def action_way(self) -> None:
        """Another way to answer, from here on."""
        if self.turn.stage is not Stage.ASKED or not self.turn.takes_answer:
            self.say("Another way to answer is chosen at a question, before its answer.")
            return
        self._put_text_away()
        self.way = self.other_way
        self.turn = self.turn.in_way(self.way)
        self.desk.open(self.turn.written_in)
        self.redraw()
        self.say(WAY_SAID[self.way])
        with self.complaining():
            self.coach.remember(WAY_FACT, self.way.value)

    def _speak(self) -> None:
        self._put_text_away()
        self.start_clock()
        self.turn = self.turn.spoken_from(self.moment, self.coach.clock())
        self.run_clock()
        self.say("")
        self.call_after_refresh(_load)

    def begin_writing(self, way: Way) -> None:
        self.turn = self.desk.with_text(self.turn)
        self.turn = self.turn.written_from(self.moment, self.coach.clock(), way)
        self.desk.open(way)
        self.redraw()
        self.desk.type_into()
        self.say("")
        self.call_after_refresh(_load)

    def action_answer_box(self) -> None:
        """Goes into the box, or out of it."""
        if self.turn.stage is Stage.SPEAKING:
            self.say("The clock runs; enter ends the answer, esc leaves it.")
        elif self.turn.stage is not Stage.ASKED:
            self.say("The answer is shown already; the next card has its own box.")
        elif self.desk.is_typing:
            self._put_text_away()
            self.redraw()
        else:
            self.begin_writing(Way.BOXES if self.turn.way is Way.BOXES else Way.TEXT)

    def action_leave_box(self) -> None:
        """Leaves the answer: its box keeps its text, its clock is stopped."""
        if self.turn.stage is Stage.SPEAKING:
            self.say("The clock is stopped; space starts it anew.")
            self.keep_abandoned()
            self.practice.again()
            self.turn = self.turn.stopped()
            self.desk.open(None)
            self.redraw()
        elif self.desk.is_typing:
            self.action_answer_box()

    def _put_text_away(self) -> None:
        """Out of the box, which stays where something is written in it."""
        self.turn = self.desk.with_text(self.turn)
        self.set_focus(None)
        if not self.turn.has_text and self.turn.stage is Stage.ASKED:
            self.turn = self.turn.in_way(self.way)
            self.desk.open(None)

    # -- ending

    def action_done(self) -> None:
        """Ends the answer; without one, shows the note's."""
        turn = self.turn
        if turn.stage is Stage.SPEAKING and turn.speech is not None:
            self._ended(turn.with_speech(turn.speech.stopped(self.moment)))
        elif turn.stage is Stage.PREDICTING:
            self.guess(None)
        elif turn.stage is Stage.GRADING:
            self.action_rubric()
        elif turn.stage is Stage.SHOWN:
            self.say(self.rating_words)
        else:
            self._written()

    def _written(self) -> None:
        if self.turn.stage is not Stage.ASKED:
            return
        self._put_text_away()
        if self.turn.takes_answer and self.turn.has_text:
            self._ended(self.turn)
        else:
            self._reveal()

    def _reveal(self) -> None:
        showing = self.practice.current
        if showing is None:
            return
        self.turn = self.desk.with_text(self.turn).shown(self.coach.clock())
        self.set_focus(None)
        self.desk.open(None)
        self.show_card(showing, "")

    def _ended(self, turn: Turn) -> None:
        """The answer is on disk before anything else is done with it."""
        showing = self.practice.current
        if showing is None:
            return
        measured = turn.measured(self.moment)
        row = row_of(measured, self.profile)
        self.turn = turn.ended(measured, row)
        self.set_focus(None)
        self.desk.open(None)
        self.say("")
        self.save()
        looked = look(measured, showing.stored.card, self.coach.settings, self.profile, turn.hinted)
        self.turn = self.turn.looked_at(row_with(row, looked), looked)
        self.judge()
        self.desk.fill(self.turn)
        self.draw_card(showing, from_top=True)

    def judge(self) -> None:
        """What follows from the ticks, and all of it to disk."""
        turn = self.turn
        if turn.looked is not None:
            self.turn = turn.judged_as(self.judged(turn.looked, turn.decided))
            self.save()

    def judged(self, looked: Look, decided: Sequence[Ticked]) -> Judged:
        """What follows from an answer as it was looked at, and from what was decided of its points."""
        return judge(looked, decided, self.coach.settings, self.profile)

    def save(self) -> None:
        """Puts what is known of the answer by now on disk, where one was given."""
        if self.turn.row is None:
            return
        with self.complaining():
            saved = self.practice.answered(self.to_store(self.turn))
            self.turn = self.turn.saved_as(saved)

    def to_store(self, turn: Turn) -> Attempt:
        """An attempt with the words or without, as the person chose."""
        attempt = turn.attempt()
        return attempt if self.keeps_words else without_words(attempt)

    @property
    def keeps_words(self) -> bool:
        """Whether the words of answers are kept."""
        if self._keeps is None:
            self._keeps = self.desk.keeps = keeping.keeps_words(self.coach)
        return self._keeps

    def forget_keeping(self) -> None:
        """It may be another by now whether they are kept."""
        self._keeps = None
        self.desk.keeps = self.keeps_words

    def keep_abandoned(self) -> None:
        """An answer that was begun and is left before its end is kept as that."""
        turn = self.desk.with_text(self.turn)
        now = self.moment
        if self.practice.current is None or not turn.is_begun(now):
            return
        if turn.speech is not None and turn.stage is Stage.SPEAKING:
            turn = turn.with_speech(turn.speech.stopped(now))
        row = row_of(turn.measured(now), self.profile)
        with self.complaining():
            saved = self.practice.answered(self.to_store(turn.left(row)))
            self.turn = self.turn.saved_as(saved)


def _load() -> None:
    """While the person speaks there is time to load what the answer will be looked at with."""
    from interview_coach.answers import facts, fix, landing, rubric, signals  # noqa: F401 - the work itself
