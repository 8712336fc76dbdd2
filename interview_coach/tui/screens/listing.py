"""What the screens with a list share: the rows at the left, what the one at the cursor holds beside them."""

from collections.abc import Hashable, Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.choices import Choices
from interview_coach.tui.widgets.drawn import Draw, Line, Pane


class ListScreen(CoachScreen):
    """A list and a detail. The scrolling keys move the cursor; with the detail in hand they scroll that."""

    DEFAULT_CSS = """
    ListScreen {
        #middle { height: 1fr; padding: 1 2 0 2; }
        #list { width: 2fr; }
        #detail { width: 3fr; margin-left: 2; padding-left: 1; border-left: solid $line; }
        &.-short #middle { padding: 0 2; }
        &.-narrow #middle { layout: vertical; padding: 0 1; }
        &.-narrow #list { width: 100%; height: 2fr; }
        &.-narrow #detail {
            width: 100%; height: 3fr; margin: 0; padding: 0; border-left: none; border-top: solid $line;
        }
        &.-nothing #list { display: none; }
        &.-nothing #detail { width: 100%; height: 1fr; border: none; margin: 0; padding: 0; }
        &.-in-hand #detail { border-left: outer $text-primary; }
        &.-in-hand.-narrow #detail { border-left: none; border-top: heavy $text-primary; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._beside: Hashable = None  # what the detail is of

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield from self.above()
        with Horizontal(id="middle"):
            yield Choices(id="list")
            yield Pane(id="detail")
        yield from self.below()
        yield Line(id="message")
        yield Line(id="hints")

    def above(self) -> Iterable[Widget]:
        """What a screen has between its head and its list."""
        return ()

    def below(self) -> Iterable[Widget]:
        """What a screen has between its list and its message line."""
        return ()

    @property
    def choices(self) -> Choices:
        """The rows."""
        return self.query_one("#list", Choices)

    @property
    def detail(self) -> Pane:
        """What stands beside them."""
        return self.query_one("#detail", Pane)

    def show_beside(self, of: Hashable, draw: Draw) -> None:
        """Shows the detail of something: from its top, or where the same is shown anew, from where it stood."""
        same = of is not None and of == self._beside
        self._beside = of
        if not same:
            self.remove_class("-in-hand")
        self.detail.show(draw, from_top=not same)

    def scrolled(self) -> Iterable[Pane]:
        """The detail; the list is moved by its cursor."""
        return (self.detail,)

    def action_go_to(self, index: int) -> None:
        """Puts the cursor on a row."""
        self.choices.go_to(index)

    def action_scroll(self, by: int) -> None:
        """Goes to the next row, or to the one before."""
        if self.scrolls_detail:
            self.detail.scroll_by(by)
        else:
            self.choices.move(by)

    def action_scroll_page(self, by: int) -> None:
        """Goes on by about as many rows as fit, or back."""
        if self.scrolls_detail:
            self.detail.scroll_by_page(by)
        else:
            self.choices.page(by)

    @property
    def scrolls_detail(self) -> bool:
        """Whether the detail is in hand, or there is nothing else to scroll."""
        return self.has_class("-in-hand") or not self.choices.count

    def action_detail(self) -> None:
        """Takes the detail in hand, to scroll it, or gives the keys back to the list."""
        if self.choices.count:
            self.toggle_class("-in-hand")

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Another row is at the cursor."""
        event.stop()
        self.choose(event.index)

    def choose(self, index: int | None) -> None:
        """Shows what the row holds; None where the list is empty."""
        raise NotImplementedError
