"""The one widget that the screens are made of: lines of content, drawn for the width there is."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Draw = Callable[[int], Sequence[Content]]


def _nothing(_width: int) -> Sequence[Content]:
    return ()


class Drawn(Widget):
    """Shows what a function draws for the widget's width; it is asked again whenever the width changes.

    The lines it gives must fit the width: nothing is wrapped here.
    """

    DEFAULT_CSS = """
    Drawn {
        height: auto;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self, draw: Draw = _nothing, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.auto_links = False
        self._draw = draw
        self._drawn: tuple[int, list[Content]] | None = None

    def show(self, draw: Draw, *, layout: bool = False) -> None:
        """Draws something else. `layout` is needed where the number of lines may change and counts."""
        self._draw = draw
        self._drawn = None
        self.refresh(layout=layout)

    def lines(self, width: int) -> list[Content]:
        """The lines for a width, drawn once."""
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, list(self._draw(width)) if width > 0 else [])
        return self._drawn[1]

    def render(self) -> Content:
        return Content("\n").join(self.lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines(width))
