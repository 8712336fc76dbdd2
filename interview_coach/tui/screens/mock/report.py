"""The report of a mock interview, and where to go from it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.mock import past
from interview_coach.coach.mock.advice import next_steps
from interview_coach.coach.mock.markdown import write_report
from interview_coach.coach.mock.report import Report
from interview_coach.coach.mock.setup import qualifying
from interview_coach.tui import mocking
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import counted
from interview_coach.tui.draw.mock import report as draw
from interview_coach.tui.editing import edit_file
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.drawn import Line, Pane


class ReportScreen(CoachScreen):
    """One interview: over all first, each answer in full beneath. `first` writes its file at once."""

    WHERE = Where.MOCK_REPORT
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.MOCK_REPORT)

    def __init__(self, mock_id: int, *, first: bool = False) -> None:
        super().__init__()
        self._mock_id = mock_id
        self._first = first
        self._path: Path | None = None
        self._report: Report | None = None
        self._steps: tuple[str, ...] = ()
        self._lacks = False

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Pane(self._body, id="body")
        yield Line(id="offers")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        with self.complaining():
            self._load()
            if self._first:
                self.say(f"Written to {self._shown(self._write())}")

    def _load(self) -> None:
        coach = self.coach
        report = past.report(coach.database, coach.settings, coach.clock, self._mock_id)
        self._report = report
        self._lacks = qualifying(coach.database, report.setup.skills).lacks_trouble
        self._steps = next_steps(report, coach.settings, lacks_trouble=self._lacks)
        self.query_one("#head", Line).show(lambda width: draw.head(report, width))
        self.query_one("#body", Pane).show(self._body, from_top=False)
        self.query_one("#offers", Line).show(lambda width: draw.keys(report, width))
        self.show_hints(hints_of(Where.MOCK_REPORT, without=self.needless))

    def _body(self, width: int, height: int) -> Sequence[Content]:
        if self._report is None:
            return []
        return draw.lines(self._report, self._steps, self.coach.settings, width, height)

    @property
    def needless(self) -> set[str]:
        report = self._report
        return {"send"} if report is None or not (report.to_work_on or report.sent) else set()

    def _write(self) -> Path:
        """The report as a file, written once from this screen."""
        if self._path is None and self._report is not None:
            self._path = write_report(
                self.coach.workspace, self._report, self.coach.settings, lacks_trouble=self._lacks
            )
        return self._path or self.coach.workspace.data

    def _shown(self, path: Path) -> str:
        root = self.coach.workspace.root
        return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)

    # -- what a person does

    def action_send(self) -> None:
        """Sends the weak answers to today's practice, or takes back what was sent."""
        report, coach = self._report, self.coach
        if report is None:
            return
        with self.complaining():
            if report.sent:
                number = past.take_back_sent(coach.database, coach.clock, self._mock_id)
                said = f"{counted(number, 'card')} taken back." if number else "They were practised already."
            elif report.to_work_on:
                ids = [each.card_id for each in report.to_work_on]
                number = past.send(coach.database, coach.settings, coach.clock, self._mock_id, ids)
                come = "comes" if number == 1 else "come"
                said = f"{counted(number, 'card')} {come} up in today's practice; s takes it back."
                said = said if number else "They are in today's practice already."
            else:
                said = "No answer is weak by what was said of it."
            self._load()
            self.say(said)

    def action_open(self) -> None:
        """Opens the report's file in the person's own editor."""
        with self.complaining():
            path = self._write()
            said = edit_file(self.app, path)
            self.say(said or f"It is {self._shown(path)}")

    def action_again(self) -> None:
        """Sits the same seed again, by the same choice."""
        if self._report is not None:
            with self.complaining():
                mocking.begin(self.coach_app, replace(self._report.setup, seed=self._report.seed))

    def action_past(self) -> None:
        """The interviews that were sat."""
        mocking.open_past(self.coach_app)

    def action_leave(self) -> None:
        """Back to where it was opened."""
        self.coach_app.pop_screen()
