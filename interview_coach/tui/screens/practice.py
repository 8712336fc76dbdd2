"""Practice: card after card on one screen, which nothing leaves until the sitting ends."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from interview_coach.coach.practice import Practice, Showing
from interview_coach.coach.summary import Deed
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.tui.actions import Stage, Where, bindings_of, hints_of
from interview_coach.tui.draw import card as draw
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.turn import Turn, begin
from interview_coach.tui.widgets.answer_box import AnswerBox
from interview_coach.tui.widgets.drawn import Line, Pane

UNDONE = {
    Deed.RATED: "The rating is taken back.",
    Deed.SUSPENDED: "The card is back in.",
    Deed.BURIED: "The card is back for today.",
    Deed.FLAGGED: "The flag is off again.",
    Deed.UNFLAGGED: "The flag is on again.",
}


class PracticeScreen(CoachScreen):
    """One sitting. The regions have fixed places, so that the next card is one repaint away."""

    WHERE = Where.PRACTICE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.PRACTICE)
    CSS = """
    PracticeScreen {
        #middle { height: 1fr; padding: 0 2; }
        #left { width: 1fr; }
        #side { width: 30; margin: 1 0 0 2; padding-left: 2; border-left: solid $line; }
        &.-wide #side { width: 44; }
        &.-narrow #middle { layout: vertical; padding: 0 1; }
        &.-narrow #left { width: 100%; }
        &.-narrow #side { width: 100%; height: 40%; margin: 0; padding: 0; border-left: none; }
        &.-narrow.-short #side { border-top: none; }
    }
    """

    def __init__(self, practice: Practice) -> None:
        super().__init__()
        self.practice = practice
        self._turn = Turn()
        self._past: list[Turn] = []

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                yield Pane(id="page")
                yield AnswerBox()
            yield Pane(id="side")
        yield Line(id="ratings")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        self._next("")

    # -- showing

    def _next(self, said: str) -> None:
        """Shows the current card from its beginning, or ends the sitting where there is none left."""
        showing = self.practice.current
        if showing is None:
            self.coach_app.open_summary(self.practice)
            return
        self._turn = begin(showing)
        self._show(showing, " ".join(filter(None, (self.practice.notice, said))))

    def _show(self, showing: Showing, said: str) -> None:
        box = self.query_one(AnswerBox)
        if box.text != self._turn.typed:
            box.text = self._turn.typed
        box.display = bool(self._turn.typed) and not self._turn.revealed
        self._draw(showing)
        self.say(said)

    def _draw(self, showing: Showing) -> None:
        card, turn, flagged = showing.stored.card, self._turn, showing.stored.flagged
        practice = self.practice
        standing = draw.Standing(practice.done, practice.coming_back, practice.total)
        self.query_one("#head", Line).show(
            lambda width: draw.head(card, standing, is_new=showing.is_new, flagged=flagged, width=width)
        )
        invite = not self.query_one(AnswerBox).display
        self.query_one("#page", Pane).show(
            lambda width, height: draw.page(card, turn, width, height, invite=invite)
        )
        self.query_one("#side").display = bool(turn.points if turn.revealed else turn.metrics)
        self._draw_points()
        self._draw_keys(showing)

    def _draw_points(self) -> None:
        turn = self._turn
        side = self.query_one("#side", Pane)
        side.show(lambda width, _: [line for line, _ in draw.points(turn, width)], from_top=False)
        owners = [owner for _, owner in draw.points(turn, side.content_size.width)]
        rows = [row for row, owner in enumerate(owners) if owner == turn.at]
        if turn.revealed and rows:
            side.keep_in_view(rows[0], rows[-1])

    def _draw_keys(self, showing: Showing) -> None:
        typing = self.query_one(AnswerBox).has_focus
        revealed = self._turn.revealed
        self.query_one("#ratings", Line).show(
            lambda width: (
                draw.ratings(showing.intervals, width) if revealed else draw.ask_to_reveal(typing, width)
            )
        )
        stage = Stage.SHOWN if revealed else Stage.ASKED
        without = set() if self.practice.can_undo else {"undo"}
        without |= set() if self._turn.metrics else {"hint"}
        without |= set() if self._turn.points else {"tick"}
        self.show_hints([] if typing else hints_of(Where.PRACTICE, stage, without))

    def on_descendant_focus(self) -> None:
        if self.practice.current is not None:
            self._draw_keys(self.practice.current)

    def on_descendant_blur(self) -> None:
        self.on_descendant_focus()

    def notes_were_read(self) -> None:
        """The card on show may read otherwise now; one whose answer is shown already stays as it was read."""
        if self.practice.current is not None and not self._turn.revealed:
            self._reread()

    # -- the answer

    def action_answer_box(self) -> None:
        """Goes into the answer box, or out of it."""
        box = self.query_one(AnswerBox)
        if self._turn.revealed:
            self.say("The answer is shown already; the next card has its own box.")
        elif box.has_focus:
            self.set_focus(None)
            self._show_box(bool(box.text))
        else:
            self._show_box(True)
            box.focus()
            self.say("")

    def _show_box(self, there: bool) -> None:
        self.query_one(AnswerBox).display = there
        if self.practice.current is not None:
            self._draw(self.practice.current)

    def action_reveal(self) -> None:
        """Shows the answer; once it is shown, ticks."""
        if self._turn.revealed:
            self.action_tick()
        else:
            self.action_reveal_now()

    def action_reveal_now(self) -> None:
        """Shows the answer."""
        showing = self.practice.current
        if showing is None:
            return
        if self._turn.revealed:
            self.say("1 to 4 rate the card and bring the next.")
            return
        self._turn = self._turn.shown(self.coach.clock(), self.query_one(AnswerBox).text)
        self.set_focus(None)
        self._show(showing, "")

    def action_hint(self) -> None:
        """Uncovers one more number."""
        turn = self._turn
        if turn.revealed:
            self.say("The answer is shown; hints come before it.")
        elif not turn.metrics:
            self.say("This card has no numbers to uncover.")
        elif (hinted := turn.with_hint()) is turn:
            self.say("All its numbers are uncovered.")
        else:
            self._turn = hinted
            self._draw_points()
            self.say("Uncovered as a hint; that is noted with the answer.")

    def action_tick(self) -> None:
        """Ticks the point at the cursor and goes to the next."""
        self.action_tick_at(self._turn.at)

    def action_tick_at(self, index: int) -> None:
        """Ticks a point."""
        if not self._turn.revealed:
            self.say("space shows the answer first; then the points can be ticked.")
        elif not self._turn.points:
            self.say("1 to 4 rate the card and bring the next.")
        else:
            self._turn = self._turn.toggled(index)
            self._draw_points()

    def action_move(self, by: int) -> None:
        """Moves among the points; where there are none (yet), scrolls."""
        if not self._turn.revealed or not self._turn.points:
            self.action_scroll(by)
            return
        self._turn = self._turn.moved(by)
        self._draw_points()

    # -- what is done to the card

    def action_rate(self, grade: int) -> None:
        """Saves the rating, then brings the next card."""
        if self.practice.current is None:
            return
        if not self._turn.revealed:
            self.say("space shows the answer first; 1 to 4 rate it after that.")
            return
        rating = Rating(grade)
        self._do(
            lambda: self.practice.rate(rating, self._turn.attempt()), f"{rating.name.capitalize()}. u undoes."
        )

    def action_suspend(self) -> None:
        """Takes the card out."""
        self._do(self.practice.suspend, "Suspended: it comes up no more. u undoes.")

    def action_bury(self) -> None:
        """Puts the card off till tomorrow."""
        self._do(self.practice.bury, "Put off till tomorrow. u undoes.")

    def _do(self, deed: Callable[[], None], said: str) -> None:
        """Does what brings the next card, remembering this turn for an undo."""
        if self.practice.current is None:
            return
        try:
            deed()
        except CoachError as error:
            self.complain(error)
            return
        if self.practice.notice:
            said = ""  # another window was first: there is nothing of ours to undo
        else:
            self._past.append(self._turn)
        self._next(said)

    def action_flag(self) -> None:
        """Flags the card or takes the flag off."""
        if self.practice.current is None:
            return
        try:
            flagged = self.practice.flag()
        except CoachError as error:
            self.complain(error)
            return
        self._past.append(self._turn)
        self._draw(self.practice.current)
        self.say("Flagged as one to work on. u undoes." if flagged else "The flag is off. u undoes.")

    def action_undo(self) -> None:
        """Takes back the last step; its card comes back as it was left."""
        try:
            deed = self.practice.undo()
        except CoachError as error:
            self.complain(error)
            return
        showing = self.practice.current
        if deed is None or showing is None:
            self.say("There is nothing to undo in this sitting.")
            return
        self._turn = replace(self._past.pop() if self._past else begin(showing), shown_at=showing.shown_at)
        self._show(showing, UNDONE[deed])

    def action_edit(self) -> None:
        """Opens the note at the card's line, then reads it again."""
        showing = self.practice.current
        if showing is None:
            return
        stored = showing.stored
        try:
            self.coach_app.edit_note(stored.path, stored.card.line)
        except CoachError as error:
            self.complain(error)
            return
        self._reread()

    def _reread(self) -> None:
        before = self.practice.current
        self.practice.reread()
        after = self.practice.current
        if before is None or after is None or before.stored.card_id != after.stored.card_id:
            self._next("")
        elif before.stored.card != after.stored.card:
            self._turn = replace(begin(after), typed=self._turn.typed, revealed=self._turn.revealed)
            self._show(after, "The card is as the note has it now.")

    def action_leave(self) -> None:
        """Ends the sitting."""
        self.coach_app.open_summary(self.practice)
