"""Notes that need a look: each problem with its place and its remedy, one key from the editor."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview_coach.notes.model import Problem, Severity
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, counted, spread
from interview_coach.tui.editing import edit_note
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.text import content
from interview_coach.tui.widgets.drawn import Line

SHOWN = 200  # each costs a measurement; whoever has more mends these first
STYLES = {Severity.ERROR: "$text-error", Severity.WARNING: "$text-warning", Severity.INFO: "$text-primary"}


class NotesScreen(CoachScreen):
    """Lists the problems, worst first within a note, and goes to each in the person's editor."""

    WHERE = Where.NOTES
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.NOTES)
    AUTO_FOCUS = "OptionList"
    CSS = """
    NotesScreen OptionList {
        height: 1fr;
        border: none;
        background: $background;
        background-tint: transparent;
        padding: 1 0 0 0;
        scrollbar-size-vertical: 1;
        & > .option-list--option { padding: 0 2; }
        & > .option-list--separator { color: $background; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._problems: list[tuple[str, Problem]] = []

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield OptionList(id="problems", markup=False)
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        self.show_hints(hints_of(Where.NOTES))
        with self.complaining():
            self._load()

    def _load(self) -> None:
        found = [(note.path, problem) for note in self.coach.odd_notes() for problem in note.problems]
        self._problems = found[:SHOWN]
        title = Content.styled("Notes that need a look", "bold $text-primary")
        notes = counted(len({path for path, _ in found}), "note")
        count = Content.styled(f"{counted(len(found), 'problem')} in {notes}" if found else "", QUIET)
        self.query_one("#head", Line).show(lambda width: spread(title, count, width))
        problems = self.query_one(OptionList)
        at = problems.highlighted or 0
        problems.clear_options()
        for path, problem in self._problems:
            problems.add_options([Option(_described(path, problem)), None])
        problems.highlighted = min(at, len(self._problems) - 1) if self._problems else None
        if not found:
            self.say("All notes read well. q goes back.")
        elif len(found) > SHOWN:
            self.say(f"The first {SHOWN} are shown; interview-coach check lists them all.")

    def notes_were_read(self) -> None:
        self.say("")
        with self.complaining():
            self._load()

    # -- what a person does

    def action_scroll(self, by: int) -> None:
        """Goes to the next problem, or to the one before."""
        problems = self.query_one(OptionList)
        if by > 0:
            problems.action_cursor_down()
        else:
            problems.action_cursor_up()

    def on_option_list_option_selected(self) -> None:
        self.action_edit()

    def action_edit(self) -> None:
        """Opens the note at the problem's line, then reads it again."""
        at = self.query_one(OptionList).highlighted
        if at is None:
            return
        path, problem = self._problems[at]
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


def _described(path: str, problem: Problem) -> Content:
    """One problem: where, how much it matters, what it is, what to do."""
    place = content(f"{path}:{problem.line}", "bold")
    severity = Content.styled(f"  {problem.severity.value}", STYLES[problem.severity])
    lines = [Content.assemble(place, severity), Content.assemble("  ", content(problem.message))]
    if problem.hint:
        lines.append(Content.assemble("  → ", content(problem.hint)).stylize(QUIET))
    return Content("\n").join(lines)
