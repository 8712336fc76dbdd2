"""Where an answer may be written, or not."""

from textual import events
from textual.widget import Widget
from textual.widgets import TextArea

from interview_coach.answers.words import word_count
from interview_coach.tui.draw.basics import counted
from interview_coach.tui.text import clean

OUT = frozenset({"ctrl+s", "escape", "tab", "shift+tab"})  # keys that lead out of a box


def passed_on(key: events.Key, box: Widget | None) -> bool:
    """Passes a key on to the box with the cursor; False where there is none, or the key is not meant for it.

    Of keys pressed in one go some are on their way elsewhere while an earlier one opens a box. They are text
    for the box: taken as commands, they would suspend the card or put it off.
    """
    if not isinstance(box, TextBox) or not (key.is_printable or key.key == "enter" or key.key in OUT):
        return False
    box.post_message(events.Key(key.key, key.character))
    return True


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

    def load_text(self, text: str) -> None:
        """What is put into the box stands before the cursor: who goes on writing goes on at its end."""
        super().load_text(text)
        self.move_cursor(self.document.end)

    def on_text_area_changed(self) -> None:
        """The frame says how many words there are."""
        words = word_count(self.text)
        self.border_title = f"{self._title} · {counted(words, 'word')}" if words else self._title

    async def on_key(self, event: events.Key) -> None:
        """A key that leads out of the box does so before those behind it, which are no text for this box then.

        On their way through the tree they would change places with each other.
        """
        here = self.screen.focused is self
        if here and event.key not in OUT:
            return
        event.prevent_default()
        event.stop()
        if not here and passed_on(event, self.screen.focused):
            return
        if (active := self.screen.active_bindings.get(event.key)) is not None:
            await self.app.run_action(active.binding.action, active.node)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted may come from anywhere; the box itself would paint its control characters."""
        event.prevent_default()
        event.stop()
        start, end = self.selection
        self.replace(clean(event.text), start, end, maintain_selection_offset=False)


class AnswerBox(TextBox):
    """One box for the whole answer, there while it is used."""

    DEFAULT_CSS = """
    AnswerBox { display: none; height: 1fr; min-height: 3; max-height: 65%; }
    """

    def __init__(self) -> None:
        super().__init__("Your answer", id="answer")
