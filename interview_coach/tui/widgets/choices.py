"""A list with a cursor, of any length: only the rows in view are asked for and drawn."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from interview_coach.tui.draw.basics import QUIET, clickable, counted
from interview_coach.tui.widgets.drawn import LEAST_FOR_MARKS, WHEEL

# A row by its index and for a width, its lines as many as the list has a row take.
DrawRow = Callable[[int, int], tuple[Content, ...]]

CURSOR = "▸ "
INDENT = "  "


class Choices(Widget):
    """Rows of equal height. It holds no text itself: `draw` is asked for each row as it comes into view."""

    DEFAULT_CSS = "Choices { height: 1fr; text-wrap: nowrap; text-overflow: clip; }"

    class Chosen(Message):
        """The cursor is on another row now, or on another thing in the same one."""

        def __init__(self, index: int | None) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.auto_links = False
        self.count = 0
        self._at = 0
        self._top = 0
        self._lines = 1
        self._draw: DrawRow = lambda _index, _width: ()

    @property
    def at(self) -> int | None:
        """The row with the cursor; None in an empty list."""
        return self._at if self.count else None

    def show(self, count: int, draw: DrawRow, *, at: int | None = None, lines: int = 1) -> None:
        """Shows other rows, of so many lines each, with the cursor where it was or on row `at`."""
        self.count, self._draw, self._lines = count, draw, lines
        self.go_to(self._at if at is None else at)

    def go_to(self, index: int) -> None:
        """Puts the cursor on a row, or on the nearest one that there is."""
        self._at = max(0, min(index, self.count - 1))
        self.refresh()
        self.post_message(self.Chosen(self.at))

    def move(self, by: int) -> None:
        """Goes down by some rows, or up."""
        self.go_to(self._at + by)

    def page(self, by: int) -> None:
        """Goes down by the rows that fit, or up."""
        self.go_to(self._at + by * max(1, self._rows - 2))

    @property
    def _rows(self) -> int:
        """How many whole rows fit."""
        return max(1, self.content_size.height // self._lines)

    def render(self) -> Content:
        width, height = self.content_size
        if width < 1 or height < 1 or not self.count:
            return Content("")
        rows = self._rows
        marked = self.count > rows and height > LEAST_FOR_MARKS and rows > 2
        edge = 1 if marked else 0  # the cursor keeps clear of the marks
        top = max(0, min(self._top, self.count - rows))
        if self._at < top + (edge if top else 0):
            top = self._at - edge
        elif self._at >= top + rows - (edge if top + rows < self.count else 0):
            top = self._at - rows + 1 + edge
        self._top = top = max(0, min(top, self.count - rows))
        lines = [line for index in range(top, min(top + rows, self.count)) for line in self._row(index, width)]
        if marked and top:
            lines[: self._lines] = self._mark(f"▲ {counted(top + 1, 'more', 'more')} above")
        below = self.count - top - rows
        if marked and below > 0:
            lines[-self._lines :] = self._mark(f"▼ {counted(below + 1, 'more', 'more')} below")
        return Content("\n").join(lines)

    def _mark(self, text: str) -> list[Content]:
        return [Content.styled(text, QUIET), *([Content("")] * (self._lines - 1))]

    def _row(self, index: int, width: int) -> list[Content]:
        drawn = list(self._draw(index, width - len(INDENT)))[: self._lines]
        drawn += [Content("")] * (self._lines - len(drawn))
        lead = Content.styled(CURSOR, "bold $text-primary") if index == self._at else Content(INDENT)
        first = Content.assemble(lead, drawn[0].stylize("bold") if index == self._at else drawn[0])
        lines = [first, *(Content.assemble(INDENT, line) for line in drawn[1:])]
        return [clickable(line, f"screen.go_to({index})") for line in lines]

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move(-WHEEL)
