"""A question on the desk: its page, what it is answered with, and its points beside it.

It knows no sitting: practice and the mock interview put their questions on it alike. Its regions have fixed
places, so that the next card is one repaint away.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from interview_coach.answers.profiles import Profile
from interview_coach.answers.words import word_count
from interview_coach.cards.model import Card
from interview_coach.coach.answering import Way
from interview_coach.tui.draw.page import Setting, page
from interview_coach.tui.draw.points import Row, points
from interview_coach.tui.stage import Stage
from interview_coach.tui.text import clean
from interview_coach.tui.turn import Turn
from interview_coach.tui.widgets.answer_box import AnswerBox, TextBox
from interview_coach.tui.widgets.clock import Clock
from interview_coach.tui.widgets.drawn import Pane
from interview_coach.tui.widgets.four_boxes import FourBoxes

TALL = 20  # rows of the terminal from which a prompt stands off the top


class Desk(Horizontal):
    """Shows one card's turn; a screen says what becomes of its keys."""

    SCOPED_CSS = False  # its places go by the classes of the screen that it stands on
    DEFAULT_CSS = """
    Desk {
        height: 1fr;
        padding: 0 2;
        #left { width: 1fr; }
        #left.-answering #page { height: auto; max-height: 60%; }
        #clock { display: none; }
        #side { width: 24; margin: 1 0 0 2; padding-left: 1; border-left: solid $line; }
    }
    .-wide Desk #side { width: 44; padding-left: 2; }
    .-narrow Desk {
        layout: vertical;
        padding: 0 1;
        #left { width: 100%; }
        #side { width: 100%; height: 40%; margin: 0; padding: 0; border-left: none; }
    }
    .-narrow.-short Desk #side { border-top: none; }
    """

    def __init__(self, profile: Profile, bands: tuple[int, ...]) -> None:
        super().__init__(id="middle")
        self.parts = True  # whether the parts of a story are marked while it is told
        self.keeps = False  # whether the words of an answer are kept
        self.card: Card | None = None
        self.turn = Turn()
        self._profile = profile
        self._bands = bands
        self._opened: Way | None = None
        self._told: Callable[[int, int], Sequence[Row]] = self._rows  # the page as it was drawn last
        self._boxed = False  # whether there may be text in the four boxes
        self.page = Pane(id="page")
        self.clock = Clock()
        self.box = AnswerBox()
        self.boxes = FourBoxes()
        self.side = Pane(id="side")

    def compose(self) -> ComposeResult:
        with Vertical(id="left"):
            yield self.page
            yield self.clock
            yield self.box
            yield self.boxes
        yield self.side

    # -- what stands there

    @property
    def opened(self) -> Way | None:
        """What the answer is being given with, where that stands there."""
        return self._opened

    @property
    def words(self) -> int:
        """The words in what is open."""
        texts = self.boxes.texts if self._opened is Way.BOXES else (self.box.text,)
        return sum(map(word_count, texts))

    def with_text(self, turn: Turn) -> Turn:
        """The turn with what stands in its boxes, as long as it is being answered."""
        if turn.stage is not Stage.ASKED:
            return turn
        boxes = self.boxes.texts if self._boxed else turn.boxes
        return replace(turn, typed=clean(self.box.text), boxes=boxes)

    @property
    def is_typing(self) -> bool:
        """Whether plain keys go into a box."""
        return isinstance(self.screen.focused, TextBox)

    def scrolled(self) -> Iterable[Pane]:
        """The page; before the answer, while no cursor moves there, the numbers beside it too."""
        return (self.page,) if self.turn.revealed else (self.page, self.side)

    # -- showing

    def show(self, card: Card, turn: Turn, *, from_top: bool = False) -> None:
        """Draws a card as its turn stands, from its top or from where it stands."""
        self.card, self.turn = card, turn
        rows = self._told = lru_cache(maxsize=1)(self._rows)
        self.page.show(lambda width, height: [line for line, _ in rows(width, height)], from_top=from_top)
        self._place_side()
        self.show_points(turn, from_top=from_top)

    def _place_side(self) -> None:
        """Beside the card the panel keeps its place also when it is empty.

        So nothing jumps from card to card, and no layout is worked out anew while a rating waits for the next
        card. Beneath it, in a narrow terminal, it gives way to what needs the room.
        """
        turn = self.turn
        holds = bool(turn.points if turn.revealed else turn.metrics)
        needed = holds and self._opened is not Way.BOXES and turn.stage not in Stage.LEVELS
        self.side.display = needed or not self.screen.has_class("-narrow")

    def on_resize(self) -> None:
        """The terminal may be narrow now, or wide again."""
        self.call_after_refresh(self._place_side)

    def _rows(self, width: int, height: int) -> list[Row]:
        if self.card is None:
            return []
        roomy = self.screen.size.height >= TALL
        opened = self._opened is not None
        setting = Setting(
            self._profile, self._bands, opened=opened, roomy=roomy, parts=self.parts, keeps=self.keeps
        )
        return page(self.card, self.turn, width, height, setting)

    def hold_to(self, profile: Profile) -> None:
        """The next answer is held to another clock."""
        self._profile = profile

    def show_points(self, turn: Turn, *, from_top: bool = False) -> None:
        """Draws the side panel, with the point at the cursor or just uncovered in view."""
        self.turn = turn
        side, rows = self.side, lru_cache(maxsize=1)(partial(points, turn, typing=self.is_typing))
        side.show(lambda width, height: [line for line, _ in rows(width, height)], from_top=from_top)
        if turn.revealed or turn.at in turn.hinted:
            _keep_in_view(side, rows(*side.content_size), turn.at)

    def show_told(self) -> None:
        """Scrolls to where the page tells the point at the cursor, or has the rubric's line."""
        at = self.turn.line if self.turn.stage is Stage.GRADING else self.turn.at
        _keep_in_view(self.page, self._told(*self.page.content_size), at)

    # -- answering

    def open(self, way: Way | None) -> None:
        """Puts what the answer is given with into its place, or the invitation to it."""
        if way is self._opened:
            return
        self._opened = way
        self._boxed = self._boxed or way is Way.BOXES
        self.clock.display = way is Way.SPOKEN
        self.box.display = way is Way.TEXT
        self.boxes.display = way is Way.BOXES
        self.query_one("#left").set_class(way is not None, "-answering")
        self._place_side()
        if way is not Way.SPOKEN:
            self.clock.stop()

    def run_clock(self, turn: Turn, now: Callable[[], float], beat: Callable[[], object]) -> None:
        """The clock runs as the turn's speech has it, and calls `beat` each time that it looks."""
        if turn.speech is not None and turn.stage is Stage.SPEAKING:
            self.open(Way.SPOKEN)
            self.clock.run(turn.speech, self._profile, now, beat, parts=self.parts)

    def type_into(self) -> None:
        """Puts the cursor into the box that is open, at once: focus() would leave the next keys elsewhere."""
        if self._opened is Way.BOXES:
            self.boxes.begin()
        elif self._opened is Way.TEXT:
            self.screen.set_focus(self.box)

    def fill(self, turn: Turn) -> None:
        """Puts into the boxes what the turn has for them."""
        if self.box.text != turn.typed:
            self.box.text = turn.typed
        if self._boxed or turn.boxes:
            self.boxes.fill(turn.boxes)
            self._boxed = any(turn.boxes)


def _keep_in_view(pane: Pane, rows: Sequence[Row], index: int) -> None:
    """Scrolls to the lines of a point, if there are any."""
    own = [row for row, (_, owner) in enumerate(rows) if owner == index]
    if own:
        pane.keep_in_view(own[0], own[-1])
