"""Practice: card after card on one screen, which nothing leaves until the sitting ends."""

from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from textual.binding import BindingType

from interview_coach.cards.prompts import without_skill
from interview_coach.coach.practice import Practice, Showing
from interview_coach.coach.summary import Deed
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.tui.actions import Where, bindings_of
from interview_coach.tui.editing import edit_note
from interview_coach.tui.screens.answered import AnsweredScreen
from interview_coach.tui.stage import Stage
from interview_coach.tui.text import cut
from interview_coach.tui.turn import Turn, begin

UNDONE = {
    Deed.SUSPENDED: "The card takes part again.",
    Deed.BURIED: "The card is back for today.",
    Deed.FLAGGED: "The flag is off again.",
    Deed.UNFLAGGED: "The flag is on again.",
}
RATING_UNDONE = "{rating} is taken back: “{prompt}”"
PROMPT_LENGTH = 45  # cells of a prompt that say which card it was, on one line of 80
FLAGS = (Deed.FLAGGED, Deed.UNFLAGGED)  # what leaves its card on show

HELD_WHILE_SPEAKING = ("undo", "suspend", "bury", "flag", "edit", "way", "answer_box")


class PracticeScreen(AnsweredScreen):
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
        self.way = self.remembered_way()
        self._next(self._first_said)

    # -- showing

    def _next(self, said: str) -> None:
        """Shows the current card from its beginning, or ends the sitting where there is none left."""
        showing = self.practice.current
        if showing is None:
            self.end()
            return
        self.turn = self._begin(showing)
        self.show_card(showing, _joined(self.practice.notice, said))

    def _begin(self, showing: Showing) -> Turn:
        left = self._put_by.pop(showing.stored.card_id, None)
        if left is None:
            return begin(showing.stored.card, showing.shown_at, self.way)
        if left.saved is not None:
            self.practice.take_up(left.saved)
            self.forget_keeping()  # above its words it says whether they are kept
        return left.renewed(showing.stored.card, showing.shown_at)

    def _put_turn_by(self) -> None:
        """The card on show is left without a rating: what was written in its box waits for it."""
        if self.practice.current is not None:
            self.keep_abandoned()
            self._put_by[self.practice.current.stored.card_id] = self.with_text().put_by(self.way)

    def notes_were_read(self) -> None:
        """The card on show may read otherwise now; one whose answer is shown already stays as it was read."""
        if self.is_current and self.practice.current is not None and not self.turn.revealed:
            with self.complaining():
                self._reread()

    def before_leaving(self) -> None:
        """Everything is saved but that the sitting was left in order, which a full disk may keep from us."""
        self.keep_abandoned()
        with suppress(CoachError):
            self.practice.finish()

    # -- what is done to the card

    def action_rate(self, grade: int) -> None:
        """Saves the rating, then brings the next card."""
        if self.practice.current is None:
            return
        if self.turn.stage is not Stage.SHOWN:
            self.say("enter shows the answer first; 1 to 4 rate it after that.")
            return
        rating = Rating(grade)
        attempt = self.to_store(self.turn)
        self._do(lambda: self.practice.rate(rating, attempt), f"{rating.name.capitalize()}. u undoes.")

    def action_suspend(self) -> None:
        """Takes the card out."""
        self.keep_abandoned()
        self._do(self.practice.suspend, "Suspended: it comes up no more. u undoes.")

    def action_bury(self) -> None:
        """Puts the card off till tomorrow."""
        self.keep_abandoned()
        self._do(self.practice.bury, "Put off till tomorrow. u undoes.")

    def _do(self, deed: Callable[[], None], said: str) -> None:
        """Does what brings the next card, remembering this turn for an undo."""
        showing = self.practice.current
        if showing is None:
            return
        turn = self.with_text()
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
        self.turn = self.with_text()
        with self.complaining():
            flagged = self.practice.flag()
            self._past.append((showing.stored.card_id, self.turn))
            self.draw_card(self.practice.current or showing)
            self.say("Flagged as one to work on. u undoes." if flagged else "The flag is off. u undoes.")

    def action_undo(self) -> None:
        """Takes back the last step; its card comes back as it was left, where it can be shown."""
        with self.complaining():
            self._put_turn_by()
            before, left = self.practice.current, self.with_text()
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
                stays = deed in FLAGS and before is not None and before.stored.card_id == card_id
                self.turn = (left if stays else turn).renewed(showing.stored.card, showing.shown_at)
            else:
                self.turn = self._begin(showing)
            self.show_card(showing, self.practice.notice or undone_words(self.practice, deed))

    def action_edit(self) -> None:
        """Opens the note at the card's line, then reads it again."""
        showing = self.practice.current
        if showing is None:
            return
        with self.complaining():
            self._reread(edit_note(self.app, self.coach, showing.stored.path, showing.stored.card.line))

    def _reread(self, said: str = "") -> None:
        before = self.practice.current
        self.keep_abandoned()  # in case the note has the card no more
        self.practice.reread()
        after = self.practice.current
        if before is None or after is None or before.stored.card_id != after.stored.card_id:
            self._next(said)
        elif before.stored.card != after.stored.card:
            self.turn = self.with_text().renewed(after.stored.card, after.shown_at)
            self.show_card(after, _joined(said, "The card is as the note has it now."))
        elif said:
            self.say(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the clock runs a slip of the finger does nothing to the card."""
        if self.turn.stage is Stage.SPEAKING and action in HELD_WHILE_SPEAKING:
            self.say("The clock runs: enter ends the answer, esc leaves it.")
            return False
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Ends the sitting."""
        self._put_turn_by()
        if self.turn.stage is Stage.SPEAKING:
            self.turn = self.turn.stopped()
            self.desk.open(None)
        self.end()

    def end(self) -> None:
        """The sitting is over: what it came to is told."""
        self.coach_app.open_summary(self.practice)


def undone_words(practice: Practice, deed: Deed) -> str:
    """What was taken back just now; of a rating which it was, and of which card."""
    if practice.taken_back is None:
        return UNDONE[deed]
    card = None if practice.current is None else practice.current.stored.card
    prompt = "" if card is None else cut(without_skill(card.prompt, card.skill), PROMPT_LENGTH)
    return RATING_UNDONE.format(rating=practice.taken_back.name.capitalize(), prompt=prompt)


def _joined(*said: str) -> str:
    return " ".join(filter(None, said))
