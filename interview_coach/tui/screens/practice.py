"""Practice: card after card on one screen, which nothing leaves until the sitting ends."""

from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from textual.binding import BindingType

from interview_coach.coach.practice import Practice, Showing
from interview_coach.coach.summary import Deed
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.tui.actions import Where, bindings_of
from interview_coach.tui.editing import edit_note
from interview_coach.tui.screens.card import CardScreen
from interview_coach.tui.turn import Turn, begin
from interview_coach.tui.widgets.answer_box import AnswerBox

UNDONE = {
    Deed.RATED: "The rating is taken back.",
    Deed.SUSPENDED: "The card takes part again.",
    Deed.BURIED: "The card is back for today.",
    Deed.FLAGGED: "The flag is off again.",
    Deed.UNFLAGGED: "The flag is on again.",
}


class PracticeScreen(CardScreen):
    """One sitting, and what a person can do in it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.PRACTICE)

    def __init__(self, practice: Practice, put_by: dict[int, Turn], said: str = "") -> None:
        """`put_by` holds the turns of cards that were left before their rating; it outlives the sitting.

        `said` goes on the message line of its first card.
        """
        super().__init__(practice)
        self._first_said = said
        self._put_by = put_by
        self._past: list[tuple[int, Turn]] = []  # with the card that each was at

    def on_mount(self) -> None:
        self._next(self._first_said)

    # -- showing

    def _next(self, said: str) -> None:
        """Shows the current card from its beginning, or ends the sitting where there is none left."""
        showing = self.practice.current
        if showing is None:
            self.coach_app.open_summary(self.practice)
            return
        self.turn = self._begin(showing)
        self.show_card(showing, _joined(self.practice.notice, said))

    def _begin(self, showing: Showing) -> Turn:
        left = self._put_by.pop(showing.stored.card_id, None)
        return begin(showing) if left is None else left.renewed(showing)

    def _put_turn_by(self) -> None:
        """The card on show is left without a rating: what was written in its box waits for it."""
        if self.practice.current is not None:
            self._put_by[self.practice.current.stored.card_id] = self.turn_with_text().put_by()

    def notes_were_read(self) -> None:
        """The card on show may read otherwise now; one whose answer is shown already stays as it was read."""
        if self.is_current and self.practice.current is not None and not self.turn.revealed:
            with self.complaining():
                self._reread()

    def before_leaving(self) -> None:
        """Everything is saved but that the sitting was left in order, which a full disk may keep from us."""
        with suppress(CoachError):
            self.practice.finish()

    # -- the answer

    def action_answer_box(self) -> None:
        """Goes into the answer box, or out of it."""
        box = self.query_one(AnswerBox)
        if self.turn.revealed:
            self.say("The answer is shown already; the next card has its own box.")
        elif self.focused is box:
            self.set_focus(None)
            self.show_box(bool(box.text))
        else:
            self.show_box(True)
            self.set_focus(box)  # at once: box.focus() would leave the next keys to the screen
            self.say("")

    def action_leave_box(self) -> None:
        """Goes out of the answer box."""
        if self.focused is not None:
            self.action_answer_box()

    def action_reveal(self) -> None:
        """Shows the answer; once it is shown, ticks."""
        if self.turn.revealed:
            self.action_tick()
        else:
            self.action_reveal_now()

    def action_reveal_now(self) -> None:
        """Shows the answer."""
        showing = self.practice.current
        if showing is None:
            return
        if self.turn.revealed:
            self.say("1 to 4 rate the card and bring the next.")
            return
        self.turn = self.turn.shown(self.coach.clock(), self.query_one(AnswerBox).text)
        self.set_focus(None)
        self.show_card(showing, "")

    def action_hint(self) -> None:
        """Uncovers one more number."""
        turn = self.turn
        if turn.revealed:
            self.say("The answer is shown; hints come before it.")
        elif not turn.metrics:
            self.say("This card has no numbers to uncover.")
        elif (hinted := turn.with_hint()) is turn:
            self.say("All its numbers are uncovered.")
        else:
            self.turn = hinted
            self.draw_points()
            self.draw_keys()
            self.say("Uncovered as a hint; that is noted with the answer.")

    def action_tick(self) -> None:
        """Ticks the point at the cursor and goes to the next."""
        self.action_tick_at(self.turn.at)

    def action_tick_at(self, index: int) -> None:
        """Ticks a point."""
        if not self.turn.revealed:
            self.say("space shows the answer first; then the points can be ticked.")
        elif not self.turn.points:
            self.say("1 to 4 rate the card and bring the next.")
        else:
            self.turn = self.turn.toggled(index)
            self.draw_points()
            self.draw_told()

    def action_move(self, by: int) -> None:
        """Moves among the points; where there are none (yet), scrolls."""
        if not self.turn.revealed or not self.turn.points:
            self.action_scroll(by)
            return
        self.turn = self.turn.moved(by)
        self.draw_points()
        self.draw_told()

    # -- what is done to the card

    def action_rate(self, grade: int) -> None:
        """Saves the rating, then brings the next card."""
        if self.practice.current is None:
            return
        if not self.turn.revealed:
            self.say("space shows the answer first; 1 to 4 rate it after that.")
            return
        rating = Rating(grade)
        self._do(
            lambda: self.practice.rate(rating, self.turn.attempt()), f"{rating.name.capitalize()}. u undoes."
        )

    def action_suspend(self) -> None:
        """Takes the card out."""
        self._do(self.practice.suspend, "Suspended: it comes up no more. u undoes.")

    def action_bury(self) -> None:
        """Puts the card off till tomorrow."""
        self._do(self.practice.bury, "Put off till tomorrow. u undoes.")

    def _do(self, deed: Callable[[], None], said: str) -> None:
        """Does what brings the next card, remembering this turn for an undo."""
        showing = self.practice.current
        if showing is None:
            return
        turn = self.turn_with_text()
        with self.complaining():
            deed()
            self._put_by.pop(showing.stored.card_id, None)
            if self.practice.notice:
                said = ""  # another window was first: there is nothing of ours to undo
            else:
                self._past.append((showing.stored.card_id, turn))
            self._next(said)

    def action_flag(self) -> None:
        """Flags the card or takes the flag off."""
        showing = self.practice.current
        if showing is None:
            return
        self.turn = self.turn_with_text()
        with self.complaining():
            flagged = self.practice.flag()
            self._past.append((showing.stored.card_id, self.turn))
            self.draw_card(self.practice.current or showing)
            self.say("Flagged as one to work on. u undoes." if flagged else "The flag is off. u undoes.")

    def action_undo(self) -> None:
        """Takes back the last step; its card comes back as it was left, where it can be shown."""
        with self.complaining():
            self._put_turn_by()
            deed = self.practice.undo()
            if deed is None:
                self.say("There is nothing left to undo.")
                return
            card_id, turn = self._past.pop() if self._past else (None, Turn())
            showing = self.practice.current
            if showing is None:
                self._next("")
                return
            if showing.stored.card_id == card_id:
                self.turn = turn.renewed(showing)
            else:
                self.turn = self._begin(showing)
            self.show_card(showing, self.practice.notice or UNDONE[deed])

    def action_edit(self) -> None:
        """Opens the note at the card's line, then reads it again."""
        showing = self.practice.current
        if showing is None:
            return
        with self.complaining():
            self._reread(edit_note(self.app, self.coach, showing.stored.path, showing.stored.card.line))

    def _reread(self, said: str = "") -> None:
        before = self.practice.current
        self.practice.reread()
        after = self.practice.current
        if before is None or after is None or before.stored.card_id != after.stored.card_id:
            self._next(said)
        elif before.stored.card != after.stored.card:
            self.turn = self.turn_with_text().renewed(after)
            self.show_card(after, _joined(said, "The card is as the note has it now."))
        elif said:
            self.say(said)

    def action_leave(self) -> None:
        """Ends the sitting."""
        self._put_turn_by()
        self.coach_app.open_summary(self.practice)


def _joined(*said: str) -> str:
    return " ".join(filter(None, said))
