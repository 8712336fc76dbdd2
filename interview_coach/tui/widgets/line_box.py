"""A box for one line of text."""

from textual import events
from textual.widgets import Input

from interview_coach.tui.text import one_line


class LineBox(Input):
    """One line, without a frame; what is pasted into it comes clean and on one line."""

    DEFAULT_CSS = """
    LineBox {
        background: $surface;
        color: $foreground;
        height: 1;
        padding: 0 1;
        &:focus { background: $panel; }
    }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", longest: int = 200, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(
            one_line(value),
            placeholder=placeholder,
            max_length=longest,
            compact=True,
            select_on_focus=False,
            id=id,
        )

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(one_line(event.text), *self.selection)
