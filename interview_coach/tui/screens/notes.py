"""Notes that need a look: each problem with its place and its remedy, one key from the editor."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.notes.model import Problem
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw import notes as draw
from interview_coach.tui.draw.basics import QUIET, counted, spread
from interview_coach.tui.editing import edit_note
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.drawn import Line, Pane

SHOWN = 200  # whoever has more mends these first
LINES_EACH = 4  # of a problem, about


class NotesScreen(CoachScreen):
    """Lists the problems, worst first within a note, and goes to each in the person's editor."""

    WHERE = Where.NOTES
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.NOTES)
    CSS = "NotesScreen #body { padding: 0 2; } NotesScreen.-narrow #body { padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._problems: list[tuple[str, Problem]] = []
        self._at = 0
        self._described: tuple[int, list[list[Content]]] | None = None  # for a width

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Pane(id="body")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        self.show_hints(hints_of(Where.NOTES))
        with self.complaining():
            self._load()

    def _load(self) -> None:
        found = [(note.path, problem) for note in self.coach.odd_notes() for problem in note.problems]
        self._problems = found[:SHOWN]
        self._described = None
        title = Content.styled("Notes that need a look", "bold $text-primary")
        notes = counted(len({path for path, _ in found}), "note")
        count = Content.styled(f"{counted(len(found), 'problem')} in {notes}" if found else "", QUIET)
        self.query_one("#head", Line).show(lambda width: spread(title, count, width))
        self.action_go_to(self._at)
        if not found:
            self.say("All notes read well. q goes back.")
        elif len(found) > SHOWN:
            self.say(f"The first {SHOWN} are shown; interview-coach check lists them all.")

    def _rows(self, width: int) -> list[draw.Row]:
        if self._described is None or self._described[0] != width:
            self._described = (width, [draw.described(*each, width) for each in self._problems])
        return draw.listed(self._described[1], self._at)

    def notes_were_read(self) -> None:
        self.say("")
        with self.complaining():
            self._load()

    # -- what a person does

    def action_go_to(self, index: int) -> None:
        """Puts the cursor on a problem."""
        self._at = max(0, min(index, len(self._problems) - 1))
        body = self.query_one("#body", Pane)
        body.show(lambda width, _: [line for line, _ in self._rows(width)], from_top=False)
        own = [row for row, (_, owner) in enumerate(self._rows(body.content_size.width)) if owner == self._at]
        if own and body.content_size.width:
            body.keep_in_view(own[0], own[-1])

    def action_scroll(self, by: int) -> None:
        """Goes to the next problem, or to the one before."""
        self.action_go_to(self._at + by)

    def action_scroll_page(self, by: int) -> None:
        """Goes on by about as many problems as fit, or back."""
        fitting = max(1, self.query_one("#body").content_size.height // LINES_EACH)
        self.action_go_to(self._at + by * fitting)

    def action_edit(self) -> None:
        """Opens the note at the problem's line, then reads it again."""
        if not self._problems:
            return
        path, problem = self._problems[self._at]
        with self.complaining():
            said = edit_note(self.app, self.coach, path, problem.line)
            self.notes_were_read()
            if said:
                self.say(said)

    def action_sync(self) -> None:
        """Reads the notes again."""
        self.coach_app.read_notes(said="Reading the notes …")

    def action_leave(self) -> None:
        """Back to Today."""
        self.coach_app.pop_screen()
