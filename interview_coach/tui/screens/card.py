"""How a card stands on the screen: its head, its page, its points, its keys."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from interview_coach.coach.practice import Practice, Showing
from interview_coach.tui.actions import Stage, Where, hints_of
from interview_coach.tui.draw import card as draw
from interview_coach.tui.draw.points import Row, points
from interview_coach.tui.screens.base import TALL, CoachScreen
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
        #left.-writing #page { height: auto; max-height: 60%; }
        #side { width: 24; margin: 1 0 0 2; padding-left: 1; border-left: solid $line; }
        &.-wide #side { width: 44; padding-left: 2; }
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
        self._give_room(bool(self.turn.typed) and not self.turn.revealed)
        self.draw_card(showing, from_top=True)
        self.say(said)

    def turn_with_text(self) -> Turn:
        """The turn with what stands in the answer box, as long as that is there."""
        box = self.query_one(AnswerBox)
        return replace(self.turn, typed=box.text) if not self.turn.revealed else self.turn

    def _give_room(self, there: bool) -> None:
        self.query_one(AnswerBox).display = there
        self.query_one("#left").set_class(there, "-writing")

    def show_box(self, there: bool) -> None:
        """Puts the answer box in its place, or the invitation to it."""
        self._give_room(there)
        if self.practice.current is not None:
            self.draw_card(self.practice.current)

    def scrolled(self) -> Iterable[Pane]:
        """The page; before the answer, while no cursor moves there, the numbers beside it too."""
        return self.query("#page" if self.turn.revealed else "#page, #side").results(Pane)

    def _page(self, showing: Showing, width: int, height: int) -> list[Row]:
        invite = not self.query_one(AnswerBox).display
        roomy = self.size.height >= TALL
        return draw.page(showing.stored.card, self.turn, width, height, invite=invite, roomy=roomy)

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
        self.query_one("#page", Pane).show(
            lambda width, height: [line for line, _ in self._page(showing, width, height)],
            from_top=from_top,
        )
        # Beside the card the panel keeps its place also when it is empty: nothing jumps from card to card,
        # and no layout is worked out anew while a rating waits for the next card.
        holds = bool(turn.points if turn.revealed else turn.metrics)
        self.query_one("#side").display = holds or not self.has_class("-narrow")
        self.draw_points(from_top=from_top)
        self.draw_keys()

    def draw_points(self, *, from_top: bool = False) -> None:
        """Draws the side panel, with the point at the cursor or just uncovered in view."""
        turn = self.turn
        side = self.query_one("#side", Pane)
        side.show(lambda width, height: [line for line, _ in points(turn, width, height)], from_top=from_top)
        if turn.revealed or turn.at in turn.hinted:
            _keep_in_view(side, points(turn, *side.content_size), turn.at)

    def draw_told(self) -> None:
        """Scrolls the answer to where it tells the point at the cursor."""
        showing = self.practice.current
        if showing is not None:
            page = self.query_one("#page", Pane)
            _keep_in_view(page, self._page(showing, *page.content_size), self.turn.at)

    def draw_keys(self) -> None:
        """Draws what can be pressed now."""
        box = self.query_one(AnswerBox)
        typing, begun = self.focused is box, bool(box.text)
        if self.turn.revealed:
            intervals = self.practice.intervals
            self.query_one("#ratings", Line).show(lambda width: draw.ratings(intervals, width))
        else:
            self.query_one("#ratings", Line).show(lambda width: draw.ask_to_reveal(typing, begun, width))
        stage = Stage.SHOWN if self.turn.revealed else Stage.ASKED
        self.show_hints([] if typing else hints_of(Where.PRACTICE, stage, self.needless))

    @property
    def needless(self) -> set[str]:
        turn = self.turn
        without = (
            {"reveal", "reveal_now", "answer_box"} if turn.revealed else {f"rate({n})" for n in range(1, 5)}
        )
        if not self.practice.can_undo:
            without.add("undo")
        if not turn.is_covered:
            without.add("hint")
        if not (turn.revealed and turn.points):
            without.add("tick")
        if self.focused is None:
            without.add("leave_box")
        return without

    def takes(self, key: events.Key) -> bool:
        """Of keys pressed in one go some are on their way here while an earlier one opens the answer box.

        They are text for the box: taken as commands, they would suspend the card or put it off.
        """
        box = self.query_one(AnswerBox)
        meant = self.focused is box and (key.is_printable or key.key == "enter")
        if meant:
            box.post_message(events.Key(key.key, key.character))
        return meant

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted over the card before its answer is meant for the box."""
        event.stop()
        if self.practice.current is not None and not self.turn.revealed:
            self.show_box(True)
            box = self.query_one(AnswerBox)
            self.set_focus(box)
            box.post_message(events.Paste(event.text))

    def on_descendant_focus(self) -> None:
        if self.practice.current is not None:
            self.draw_keys()

    def on_descendant_blur(self) -> None:
        self.on_descendant_focus()


def _keep_in_view(pane: Pane, rows: Sequence[Row], index: int) -> None:
    """Scrolls to the lines of a point, if there are any."""
    own = [row for row, (_, owner) in enumerate(rows) if owner == index]
    if own:
        pane.keep_in_view(own[0], own[-1])
