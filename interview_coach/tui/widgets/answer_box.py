"""Where an answer may be written, or not."""

from textual.widgets import TextArea

HEIGHT = 6  # the drawn invitation in its place is as high


class AnswerBox(TextArea):
    """A plain box that is there while it is used; tab leaves it."""

    DEFAULT_CSS = """
    AnswerBox {
        display: none;
        height: 6;
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
