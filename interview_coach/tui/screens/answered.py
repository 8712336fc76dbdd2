"""After an answer: its prediction, the ticks, the rubric, the redo."""

from interview_coach.coach.answering import Way
from interview_coach.tui import keeping
from interview_coach.tui.screens.answering import AnsweringScreen
from interview_coach.tui.stage import Stage


class AnsweredScreen(AnsweringScreen):
    """What a person says of an answer, each thing saved as it is said and each to be passed over."""

    # -- ticks and hints

    def action_hint(self) -> None:
        """Uncovers one more number."""
        turn = self.turn
        if turn.stage not in Stage.BEFORE:
            self.say("The answer is over; hints come before that.")
        elif not turn.metrics:
            self.say("This card has no numbers to uncover.")
        elif (hinted := turn.with_hint()) is turn:
            self.say("All its numbers are uncovered.")
        else:
            self.turn = hinted
            self.desk.show_points(self.turn)
            self.draw_keys()
            self.say("Uncovered as a hint; that is noted with the answer.")

    def action_tick(self) -> None:
        self.action_tick_at(self.turn.at)

    def action_tick_at(self, index: int) -> None:
        """Ticks a point."""
        if not self.turn.revealed:
            self.say("The answer comes first; then the points can be ticked.")
        elif not self.turn.points:
            self.say(self.rating_words)
        else:
            self.turn = self.turn.toggled(index)
            self._ticked()

    def action_move(self, by: int) -> None:
        """Moves among the points or the rubric's lines; where there are none (yet), scrolls."""
        if self.turn.stage is Stage.GRADING:
            from interview_coach.answers.rubric import LINES

            self.turn = self.turn.to_line(by, len(LINES))
            self.redraw()
            self.desk.show_told()
        elif not self.turn.revealed or not self.turn.points:
            self.action_scroll(by)
        else:
            before = self.turn
            self.turn = before.moved(by)
            if self.turn.passed > before.passed:
                self._ticked()
            else:
                self.desk.show_points(self.turn)
                self.desk.show_told()

    def _ticked(self) -> None:
        """More is known of what was said; what follows from that is drawn and stored."""
        if self.turn.looked is None:
            self.desk.show_points(self.turn)
        else:
            self.judge()
            self.redraw()
        self.desk.show_told()

    # -- what is said of it

    def action_digit(self, number: int) -> None:
        """Predicts, rates or grades, as the stage has it."""
        if self.turn.stage is Stage.PREDICTING:
            self.guess(number)
        elif self.turn.stage is Stage.GRADING:
            self._grade(number)
        elif number > 4:
            self.say("1 to 4 rate the card.")
        else:
            self.action_rate(number)

    def action_rate(self, grade: int) -> None:
        """Saves the rating, then brings the next card."""
        raise NotImplementedError

    def guess(self, level: int | None) -> None:
        showing = self.practice.current
        if showing is None:
            return
        self.turn = self.turn.guessed(level)
        self.draw_card(showing, from_top=True)
        self.say("")
        if self.turn.answer is not None and self.turn.answer.has_text:
            with self.complaining():
                if keeping.asks_now(self.coach):
                    self.say(keeping.QUESTION)
        if level is not None:
            self.save()

    def action_yes(self) -> None:
        """Yes to what was asked: time is taken out; the words are kept, those of this answer too."""
        if self.asks_about_gap:
            self.answer_about_gap(counts=False)
        elif self._is_asking:
            self._keep_words(keep=True)
        else:
            self.say("Nothing is asked now.")

    def action_onward(self) -> None:
        """No to what was asked; else from the ticks to the rubric, and back."""
        if self.asks_about_gap:
            self.answer_about_gap(counts=True)
        elif self._is_asking:
            self._keep_words(keep=False)
        else:
            self.action_rubric()

    @property
    def _is_asking(self) -> bool:
        """What stands on the line no more is not asked."""
        return self.message == keeping.QUESTION

    def action_keep(self) -> None:
        """The words of answers are kept from here on, or no more."""
        self._keep_words(keep=not self.keeps_words)

    def action_leave_box(self) -> None:
        if self._is_asking:
            self._keep_words(keep=False)
        else:
            super().action_leave_box()

    def _keep_words(self, *, keep: bool) -> None:
        with self.complaining():
            said = keeping.choose(self.coach, keep=keep)
            self.forget_keeping()
            self.redraw()
            self.say(said)
            self.save()

    def action_rubric(self) -> None:
        """Opens the rubric, or goes back to the ticks."""
        if not self.turn.revealed:
            self.say("The rubric comes after the answer.")
        elif self.turn.answer is None:
            self.say("The rubric grades an answer that was given; r gives one now.")
        else:
            self.turn = self.turn.graded_or_ticked()
            self.say("")
            self.judge()
            self.redraw(from_top=True)

    def _grade(self, level: int) -> None:
        from interview_coach.answers.rubric import LINES
        from interview_coach.tui.draw.rubric import held_words

        line = LINES[self.turn.line]
        self.turn = self.turn.graded(line.code, level, len(LINES))
        self.say(held_words(self.turn, line, level))
        self.save()
        self.redraw()
        self.desk.show_told()

    def action_detail(self) -> None:
        """How the facts were obtained, or that no more."""
        if self.turn.looked is None:
            self.say("There are no facts about an answer that was not given.")
        else:
            self.turn = self.turn.with_detail()
            self.redraw(from_top=True)

    def action_redo(self) -> None:
        """The same question once more, at once."""
        showing = self.practice.current
        if showing is None or not self.turn.takes_answer:
            self.say("r answers a question once more; this card is of another kind.")
            return
        if not self.turn.revealed:
            self.say("r answers once more, after the answer.")
            return
        self.practice.again()
        self.turn = self.turn.again()
        self.desk.fill(self.turn)
        self.draw_card(showing, from_top=True)
        if self.turn.way is Way.SPOKEN:
            self._speak()
        elif self.turn.way is Way.HEAD:
            self.say("Once more, in the head; w chooses another way.")
        else:
            self.begin_writing(self.turn.way)
            self.say("Your words stand there as they were; change what you like.")
