"""How a card stands on the screen: its head, its page, its points, its keys."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from interview_coach.coach.practice import Practice, Showing
from interview_coach.tui.actions import Stage, Where, hints_of
from interview_coach.tui.draw import card as draw
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.turn import Turn
from interview_coach.tui.widgets.answer_box import AnswerBox
from interview_coach.tui.widgets.drawn import Line, Pane


class CardScreen(CoachScreen):
    """The look of Practice. The regions have fixed places, so that the next card is one repaint away."""

    WHERE = Where.PRACTICE
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
        self.turn = Turn()

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

    def show_card(self, showing: Showing, said: str) -> None:
        """Shows a card as `turn` has it, from its top."""
        box = self.query_one(AnswerBox)
        if box.text != self.turn.typed:
            box.text = self.turn.typed
        box.display = bool(self.turn.typed) and not self.turn.revealed
        self.draw_card(showing, from_top=True)
        self.say(said)

    def turn_with_text(self) -> Turn:
        """The turn with what stands in the answer box, as long as that is there."""
        box = self.query_one(AnswerBox)
        return replace(self.turn, typed=box.text) if not self.turn.revealed else self.turn

    def show_box(self, there: bool) -> None:
        """Puts the answer box in its place, or the invitation to it."""
        self.query_one(AnswerBox).display = there
        if self.practice.current is not None:
            self.draw_card(self.practice.current)

    def draw_card(self, showing: Showing, *, from_top: bool = False) -> None:
        """Draws everything of the card anew, from its top or from where it stands."""
        card, turn, flagged = showing.stored.card, self.turn, showing.stored.flagged
        practice = self.practice
        standing = draw.Standing(practice.number, practice.done, practice.coming_back, practice.total)
        self.query_one("#head", Line).show(
            lambda width: draw.head(
                card, standing, is_new=showing.is_new, again=showing.again, flagged=flagged, width=width
            )
        )
        invite = not self.query_one(AnswerBox).display
        self.query_one("#page", Pane).show(
            lambda width, height: draw.page(card, turn, width, height, invite=invite), from_top=from_top
        )
        self.query_one("#side").display = bool(turn.points if turn.revealed else turn.metrics)
        self.draw_points(from_top=from_top)
        self.draw_keys(showing)

    def draw_points(self, *, from_top: bool = False) -> None:
        """Draws the side panel, with the point at the cursor in view."""
        turn = self.turn
        side = self.query_one("#side", Pane)
        side.show(lambda width, _: [line for line, _ in draw.points(turn, width)], from_top=from_top)
        width = side.content_size.width
        if turn.revealed and turn.points and width > 0:
            rows = [row for row, (_, owner) in enumerate(draw.points(turn, width)) if owner == turn.at]
            side.keep_in_view(rows[0], rows[-1])

    def draw_keys(self, showing: Showing) -> None:
        """Draws what can be pressed now."""
        typing = self.query_one(AnswerBox).has_focus
        revealed = self.turn.revealed
        self.query_one("#ratings", Line).show(
            lambda width: (
                draw.ratings(showing.intervals, width) if revealed else draw.ask_to_reveal(typing, width)
            )
        )
        stage = Stage.SHOWN if revealed else Stage.ASKED
        without = set() if self.practice.can_undo else {"undo"}
        without |= set() if self.turn.metrics else {"hint"}
        without |= set() if self.turn.points else {"tick"}
        self.show_hints([] if typing else hints_of(Where.PRACTICE, stage, without))

    def on_descendant_focus(self) -> None:
        if self.practice.current is not None:
            self.draw_keys(self.practice.current)

    def on_descendant_blur(self) -> None:
        self.on_descendant_focus()
