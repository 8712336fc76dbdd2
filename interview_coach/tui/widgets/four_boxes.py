"""An answer written in four boxes, one for each part of its story."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from interview_coach.coach.speech import STAR
from interview_coach.tui.text import clean
from interview_coach.tui.widgets.answer_box import TextBox


class FourBoxes(VerticalScroll, can_focus=False):
    """Situation, Task, Action and Result, each with its words counted.

    The one with the cursor has the room; of the others as much is to be read as a tall terminal leaves.
    """

    DEFAULT_CSS = """
    FourBoxes {
        display: none;
        height: 1fr;
        max-height: 36;
        scrollbar-size-vertical: 1;
        TextBox { height: auto; min-height: 3; max-height: 20%; }
        TextBox:focus { height: 1fr; min-height: 4; max-height: 100%; }
        &.-left #part-situation { height: 1fr; min-height: 4; max-height: 100%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "go(1)", "Next part", show=False),
        Binding("shift+tab", "go(-1)", "Part before", show=False),
    ]

    def compose(self) -> ComposeResult:
        for part in STAR:
            yield TextBox(part.value.capitalize(), id=f"part-{part.value}")

    @property
    def boxes(self) -> list[TextBox]:
        """The four, in their order."""
        return list(self.query(TextBox))

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in them, clean."""
        return tuple(clean(box.text) for box in self.boxes)

    def fill(self, texts: Sequence[str]) -> None:
        """Puts texts into them; none empties them."""
        for index, box in enumerate(self.boxes):
            text = texts[index] if index < len(texts) else ""
            if box.text != text:
                box.text = text
                self.call_after_refresh(self._show_beginning, box)

    def begin(self) -> None:
        """Puts the cursor into the first that is empty."""
        empty = (box for box in self.boxes if not box.text.strip())
        self.screen.set_focus(next(empty, self.boxes[0]))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The box gets its room first; then the line with the cursor is looked for in it."""
        if isinstance(event.widget, TextBox):
            self.call_after_refresh(event.widget.scroll_cursor_visible)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Of a box that is too small for its text by now, the beginning says best what stands in it."""
        self.call_after_refresh(self._show_beginning, event.widget)

    def _show_beginning(self, box: Widget) -> None:
        if box is not self.screen.focused:
            box.scroll_home(animate=False)

    def action_go(self, by: int) -> None:
        """Goes to the next box or the one before; after the last comes the first."""
        boxes = self.boxes
        # Of keys that come in one go the screen knows the focus before the boxes themselves do.
        here = next((index for index, box in enumerate(boxes) if box is self.screen.focused), -1)
        self.screen.set_focus(boxes[(here + by) % len(boxes)])
