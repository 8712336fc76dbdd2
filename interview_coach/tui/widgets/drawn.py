"""The widgets that the screens are made of: lines of content, drawn for the space there is.

They have fixed places, so that showing something else is a repaint of their own cells and no new layout.
"""

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from interview_coach.tui.draw.basics import QUIET, counted

Draw = Callable[[int, int], Sequence[Content]]

LEAST_FOR_MARKS = 3  # of so few lines none is given to saying that there are more
WHEEL = 3  # lines a turn of the mouse wheel scrolls


def _nothing(_width: int, _height: int) -> Sequence[Content]:
    return ()


class Line(Widget):
    """One line of content, drawn for the widget's width."""

    DEFAULT_CSS = "Line { height: 1; text-wrap: nowrap; text-overflow: clip; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.auto_links = False
        self._draw: Callable[[int], Content] = lambda _width: Content("")
        self._drawn = (0, Content(""))  # for a width
        self._shown = Content("")

    def show(self, draw: Callable[[int], Content]) -> None:
        """Draws something else; asked again whenever the width changes."""
        self._draw = draw
        width = self.content_size.width
        self._drawn = (width, draw(width))
        if not self._drawn[1].is_same(self._shown):
            self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        if self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        self._shown = self._drawn[1]
        return self._shown


class Pane(Widget):
    """As many lines as there are, scrolled by keys and wheel; marks at the ends say what is out of view.

    The lines that `draw` gives for a width and a height must fit the width: nothing is wrapped here.
    """

    DEFAULT_CSS = "Pane { height: 1fr; text-wrap: nowrap; text-overflow: clip; }"

    def __init__(self, draw: Draw = _nothing, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.auto_links = False
        self._draw = draw
        self._top = 0  # the line wanted at the top, for which there may be too few lines for a moment
        self._at = 0  # the line that is at the top
        self._drawn: tuple[tuple[int, int], Sequence[Content]] | None = None
        self._shown: list[Content] = []

    def show(self, draw: Draw, *, from_top: bool = True) -> None:
        """Draws something else, from its beginning or from where it stands."""
        self._draw = draw
        self._drawn = None
        if from_top:
            self._top = 0
        if self.styles.is_auto_height:
            self.refresh(layout=True)
        self._repaint()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Where its height goes by its content, a line more than that holds off what comes beneath."""
        return len(self._draw(width, container.height)) + 1

    def scroll_by(self, lines: int) -> None:
        """Goes down by some lines, or up."""
        self._go_to(self._at + lines)

    def _go_to(self, line: int) -> None:
        self._top = line
        self._repaint()
        self._top = self._at

    def scroll_by_page(self, pages: int) -> None:
        """Goes down by what fits between the marks, or up."""
        self.scroll_by(pages * max(1, self.content_size.height - 2))

    def keep_in_view(self, first: int, last: int) -> None:
        """Scrolls no more than it takes to show the lines from `first` to `last`, clear of the marks."""
        height = self.content_size.height
        mark = 1 if height > LEAST_FOR_MARKS else 0
        if first < self._at + mark:
            self._go_to(first - mark)
        elif last >= self._at + height - mark:
            self._go_to(min(last - height + 1 + mark, first - mark))

    def render(self) -> Content:
        self._shown = self._in_view()
        return Content("\n").join(self._shown)

    def _repaint(self) -> None:
        """Has those rows painted again that read otherwise than they did."""
        before, now = self._shown, self._in_view()
        width, height = self.content_size
        blank = Content("")
        changed = [
            row
            for row in range(height)
            if not (before[row] if row < len(before) else blank).is_same(now[row] if row < len(now) else blank)
        ]
        if changed:
            self.refresh(*(Region(0, row, width, 1) for row in changed))

    def _in_view(self) -> list[Content]:
        """The lines that fit the widget where it is scrolled to, with a mark at an end that hides some."""
        width, height = self.content_size
        if width < 1 or height < 1:
            self._at = self._top
            return []
        if self._drawn is None or self._drawn[0] != (width, height):
            self._drawn = ((width, height), self._draw(width, height))
        lines = self._drawn[1]
        self._at = top = max(0, min(self._top, len(lines) - height))
        shown = list(lines[top : top + height])
        below = len(lines) - top - height
        if top and height > LEAST_FOR_MARKS:
            shown[0] = Content.styled(f"▲ {counted(top + 1, 'line')} above", QUIET)
        if below > 0 and height > LEAST_FOR_MARKS:
            shown[-1] = Content.styled(f"▼ {counted(below + 1, 'line')} more", QUIET)
        return shown

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_by(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_by(-WHEEL)
