"""The mock interviews that were sat: each with its report, to be read again or sat again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.mock import past
from interview_coach.coach.mock.advice import next_steps
from interview_coach.coach.mock.past import Past
from interview_coach.coach.mock.report import Report
from interview_coach.tui import mocking
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, counted, spread
from interview_coach.tui.draw.mock import past as draw
from interview_coach.tui.screens.listing import ListScreen
from interview_coach.tui.widgets.drawn import Line

SHOWN = 50


class PastScreen(ListScreen):
    """The newest first."""

    WHERE = Where.MOCK_PAST
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.MOCK_PAST)

    def __init__(self) -> None:
        super().__init__()
        self._past: list[Past] = []
        self._reports: dict[int, Report] = {}

    def on_mount(self) -> None:
        coach = self.coach
        with self.complaining():
            self._past = past.past(coach.database, SHOWN)
        title = Content.styled("Mock interviews", "bold $text-primary")
        count = Content.styled(counted(len(self._past), "interview"), QUIET)
        self.query_one("#head", Line).show(lambda width: spread(title, count, width))
        self.show_hints(hints_of(Where.MOCK_PAST, without=self.needless))
        self.set_class(not self._past, "-nothing")
        self.choices.show(len(self._past), lambda index, width: draw.row(self._past[index], width), lines=2)

    @property
    def needless(self) -> set[str]:
        return set() if self._past else {"open", "again"}

    def choose(self, index: int | None) -> None:
        if index is None:
            self.show_beside(None, lambda width, _: draw.nothing(width))
            return

        def lines(width: int, _height: int) -> Sequence[Content]:
            report = self._report(self._past[index].mock_id)
            return [] if report is None else draw.detail(report, self._steps(report), width)

        self.show_beside(self._past[index].mock_id, lines)

    def _report(self, mock_id: int) -> Report | None:
        if mock_id not in self._reports:
            coach = self.coach
            with self.complaining():
                self._reports[mock_id] = past.report(coach.database, coach.settings, coach.clock, mock_id)
        return self._reports.get(mock_id)

    def _steps(self, report: Report) -> tuple[str, ...]:
        return next_steps(report, self.coach.settings)

    # -- what a person does

    @property
    def _here(self) -> Past | None:
        return None if self.choices.at is None else self._past[self.choices.at]

    def action_open(self) -> None:
        """Opens the report again."""
        if self._here is not None:
            mocking.open_report(self.coach_app, self._here.mock_id)

    def action_again(self) -> None:
        """Sits the same seed again, by the same choice."""
        report = None if self._here is None else self._report(self._here.mock_id)
        if report is not None:
            with self.complaining():
                mocking.begin(self.coach_app, replace(report.setup, seed=report.seed))

    def action_leave(self) -> None:
        """Back to where it was opened."""
        self.coach_app.pop_screen()
