"""What the screens with a list share: the rows at the left, what the one at the cursor holds beside them."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal

from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.choices import Choices
from interview_coach.tui.widgets.drawn import Line, Pane


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

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        with Horizontal(id="middle"):
            yield Choices(id="list")
            yield Pane(id="detail")
        yield Line(id="message")
        yield Line(id="hints")

    @property
    def choices(self) -> Choices:
        """The rows."""
        return self.query_one("#list", Choices)

    @property
    def detail(self) -> Pane:
        """What stands beside them."""
        return self.query_one("#detail", Pane)

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
        """Whether the detail is in hand."""
        return self.has_class("-in-hand")

    def action_detail(self) -> None:
        """Takes the detail in hand, to scroll it, or gives the keys back to the list."""
        if self.choices.count:
            self.toggle_class("-in-hand")

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Another row is at the cursor."""
        event.stop()
        self.remove_class("-in-hand")
        self.choose(event.index)

    def choose(self, index: int | None) -> None:
        """Shows what the row holds; None where the list is empty."""
        raise NotImplementedError
