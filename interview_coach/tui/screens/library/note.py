"""A note to read as it is on disk, at the line it was opened for."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.coach import Coach
from interview_coach.coach.notepage import NotePage, note_page
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, spread
from interview_coach.tui.draw.library import note as draw
from interview_coach.tui.editing import edit_note
from interview_coach.tui.loading import load
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.text import cut_middle
from interview_coach.tui.widgets.drawn import Line, Pane


class NoteScreen(CoachScreen):
    """Read in a thread, drawn as lines."""

    WHERE = Where.NOTE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.NOTE)
    CSS = "NoteScreen #body { padding: 0 2; } NoteScreen.-narrow #body { padding: 0 1; }"

    def __init__(self, path: str, line: int = 1) -> None:
        super().__init__()
        self._path = path
        self._line = line
        self._page: NotePage | None = None
        self._drawn: tuple[int, list[draw.Row]] | None = None  # for a width

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Pane(self._body, id="body")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        title = Content.styled("Note", "bold $text-primary")
        path = self._path
        self.query_one("#head", Line).show(
            lambda width: spread(title, Content.styled(cut_middle(path, max(1, width - 8)), QUIET), width)
        )
        self.show_hints(hints_of(Where.NOTE))
        self._read()

    def notes_were_read(self) -> None:
        self._read()

    def _read(self) -> None:
        def read(coach: Coach) -> NotePage:
            return note_page(coach.workspace.decks, self._path)

        load(self, read, self._show, "Reading the note")

    def _show(self, page: NotePage) -> None:
        before, self._page, self._drawn = self._page, page, None
        body = self.query_one("#body", Pane)
        body.show(self._body, from_top=before is None)
        if before is None and self._line > 1:
            self.call_after_refresh(self._go_to_line)

    def _go_to_line(self) -> None:
        """The first row that the line, or what comes before it, is drawn in; a little under the top."""
        body = self.query_one("#body", Pane)
        rows = self._rows(body.content_size.width)
        at = max((row for row, (_, line) in enumerate(rows) if line <= self._line), default=0)
        first = min((row for row, (_, line) in enumerate(rows) if line == rows[at][1]), default=at)
        body.scroll_by(max(0, first - body.content_size.height // 3))

    def _rows(self, width: int) -> list[draw.Row]:
        if self._page is None:
            return []
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, draw.rows(self._page, width))
        return self._drawn[1]

    def _body(self, width: int, _height: int) -> Sequence[Content]:
        at = self._line if self._line > 1 else 0
        return [line.stylize("bold $text-accent") if own == at else line for line, own in self._rows(width)]

    # -- what a person does

    def action_edit(self) -> None:
        """Opens the note in the editor, then reads it again."""
        with self.complaining():
            self.say(edit_note(self.app, self.coach, self._path, self._line))
            self._read()

    def action_leave(self) -> None:
        """Back to where it was opened."""
        self.coach_app.pop_screen()
