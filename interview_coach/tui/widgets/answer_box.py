"""Where an answer may be written, or not."""

from textual.widgets import TextArea


class AnswerBox(TextArea):
    """A plain box; tab leaves it, and what is in it is only the person's own."""

    DEFAULT_CSS = """
    AnswerBox {
        height: 6;
        border: round $line;
        border-title-color: $quiet;
        background: $background;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        &:focus { border: round $text-primary; border-title-color: $text-primary; }
        & .text-area--cursor-line { background: $background; }
        & .text-area--placeholder { color: $quiet; }
    }
    """

    def __init__(self) -> None:
        super().__init__(
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            placeholder="Say it aloud, or write it here (a)",
            id="answer",
            highlight_cursor_line=False,
        )
        self.border_title = "Your answer"
