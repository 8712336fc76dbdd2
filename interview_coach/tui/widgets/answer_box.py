"""Where an answer may be written, or not."""

from textual import events
from textual.widgets import TextArea

from interview_coach.tui.draw.basics import counted
from interview_coach.tui.text import clean


class TextBox(TextArea):
    """A plain box that counts its words in its frame; tab leaves it."""

    DEFAULT_CSS = """
    TextBox {
        border: round $line;
        border-title-color: $quiet;
        background: $background;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        &:focus { border: round $text-primary; border-title-color: $text-primary; }
    }
    """

    def __init__(self, title: str, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
            id=id,
        )
        self._title = title
        self.border_title = title

    def on_text_area_changed(self) -> None:
        """The frame says how many words there are."""
        words = len(self.text.split())
        self.border_title = f"{self._title} · {counted(words, 'word')}" if words else self._title

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted may come from anywhere; the box itself would paint its control characters."""
        event.prevent_default()
        event.stop()
        start, end = self.selection
        self.replace(clean(event.text), start, end, maintain_selection_offset=False)


class AnswerBox(TextBox):
    """One box for the whole answer, there while it is used."""

    DEFAULT_CSS = """
    AnswerBox { display: none; height: 1fr; min-height: 3; max-height: 12; }
    """

    def __init__(self) -> None:
        super().__init__("Your answer", id="answer")
