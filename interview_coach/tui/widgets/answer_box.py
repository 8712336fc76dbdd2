"""Where an answer may be written, or not."""

from textual import events
from textual.widgets import TextArea

from interview_coach.tui.text import clean


class AnswerBox(TextArea):
    """A plain box that is there while it is used; tab leaves it."""

    DEFAULT_CSS = """
    AnswerBox {
        display: none;
        height: 1fr;
        min-height: 3;
        max-height: 12;
        border: round $line;
        border-title-color: $quiet;
        background: $background;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        &:focus { border: round $text-primary; border-title-color: $text-primary; }
    }
    """

    def __init__(self) -> None:
        super().__init__(
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
            id="answer",
        )
        self.border_title = "Your answer"

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted may come from anywhere; the box itself would paint its control characters."""
        event.prevent_default()
        event.stop()
        start, end = self.selection
        self.replace(clean(event.text), start, end, maintain_selection_offset=False)
