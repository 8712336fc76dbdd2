"""Today: what the day holds, and one key to start."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.day import ALL, MORE_NEW, Choice, Today
from interview_coach.recall.day import study_day
from interview_coach.tui import browsing
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, clock_time, day_name, spread
from interview_coach.tui.draw.today import Day, today_lines
from interview_coach.tui.loading import load
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.drawn import Line, Pane

if TYPE_CHECKING:
    from interview_coach.coach.glance import Glance

LOOK_AT_CLOCK = 60.0  # seconds


class TodayScreen(CoachScreen):
    """Shows the day at once as the database has it, and again whenever the notes were read."""

    WHERE = Where.TODAY
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.TODAY)

    def __init__(self) -> None:
        super().__init__()
        self._today: Today | None = None
        self._read_once = False
        self._sample = False
        self._glance: Glance | None = None

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Pane(id="body")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        self.set_interval(LOOK_AT_CLOCK, self._turn_the_day)

    def on_screen_resume(self) -> None:
        self.load()

    def _turn_the_day(self) -> None:
        """Whoever left the program open finds the new day on it, or the card that has become ready."""
        if not self.is_current or self._today is None:
            return
        day = study_day(self.coach.clock(), self.coach.settings.rollover_hour)
        if self._today.study_day != day or self._today.ready_at is not None:
            self.load()

    def load(self) -> None:
        """Shows the day as the database has it now."""
        with self.complaining():
            self._today = self.coach.today()
            self._sample = self._today.skills == 1 and self._is_sample()
            self._draw(self._today)
            if self._read_once:
                load(self, lambda coach: coach.glance(), self._show_glance, "Looking for weak answers")

    def _show_glance(self, glance: "Glance") -> None:
        self._glance = glance
        if self._today is not None:
            self._draw(self._today)

    def _is_sample(self) -> bool:
        from interview_coach.coach.beginning import holds_only_sample

        return holds_only_sample(self.coach.workspace)

    def _draw(self, today: Today) -> None:
        self.query_one("#head", Line).show(self._head)
        self.query_one("#body", Pane).show(self._body)
        self.show_hints(hints_of(Where.TODAY, without=self.needless))

    @property
    def needless(self) -> set[str]:
        today = self._today
        useful = {
            "start": today is not None and today.total > 0 and today.ready_at is None,
            "notes": today is not None and today.odd_notes > 0,
            "more_new": self._offers_more,
            "undo": today is not None and today.can_undo,
        }
        return {action for action, is_useful in useful.items() if not is_useful}

    @property
    def _offers_more(self) -> bool:
        """Whether new cards wait for coming days while nothing is left for this one."""
        return self._today is not None and self._today.more_new > 0

    def notes_were_read(self) -> None:
        self._read_once = True
        self.say(self.coach_app.odd_setting)
        self.load()

    def _head(self, width: int) -> Content:
        date = "" if self._today is None else day_name(self._today.study_day)
        title = Content.styled("Interview Coach", "bold $text-primary")
        return spread(title, Content.styled(date, QUIET), width)

    def _body(self, width: int, height: int) -> Sequence[Content]:
        if self._today is None:
            return []
        reading = not self._read_once
        day = Day(self._today, self.coach.workspace.decks, reading, self._sample, self._glance)
        return today_lines(day, width, height)

    # -- what a person does

    def action_start(self) -> None:
        """Starts the day's practice."""
        if self._today is None or not self._today.cards:
            self.say("There are no cards yet.")
        elif self._today.ready_at is not None:
            self.say(f"The next card is ready at {clock_time(self._today.ready_at)}.")
        elif self._today.total:
            self.coach_app.open_practice(ALL)
        elif self._offers_more:
            self.say("Nothing is due; a takes more new cards.")
        else:
            self.say("Nothing is due; you are done for today.")

    def action_more_new(self) -> None:
        """Takes more new cards than the day's limit, once the day's own are done."""
        if not self._offers_more:
            self.say(self._why_no_more())
            return
        self.coach_app.open_practice(Choice(new=MORE_NEW))

    def _why_no_more(self) -> str:
        if self._today is None or not self._today.cards:
            return "There are no cards yet."
        if self._today.total:
            return "The cards of the day come first."
        return "No more today: the rest gives these away; it comes on the coming days."

    def action_notes(self) -> None:
        """Lists the notes that need a look."""
        self.coach_app.open_notes()

    def action_weak(self) -> None:
        """Lists the weak answers."""
        self.coach_app.open_weak()

    def action_progress(self) -> None:
        """Shows what practice has come to."""
        self.coach_app.open_progress()

    def action_library(self) -> None:
        """Skills and cards."""
        browsing.open_library(self.coach_app)

    def action_interviews(self) -> None:
        """The interviews to come."""
        browsing.open_interviews(self.coach_app)

    def action_coverage(self) -> None:
        """Which question has which story."""
        browsing.open_coverage(self.coach_app)

    def action_mock(self) -> None:
        """A mock interview."""
        self.coach_app.open_mock()

    def action_brief(self) -> None:
        """What to read the day before an interview."""
        self.coach_app.open_brief()

    def action_sync(self) -> None:
        """Reads the notes again."""
        self.coach_app.read_notes(said="Reading the notes …")

    def action_undo(self) -> None:
        """Takes back the last step, of whichever sitting, and goes on from its card."""
        with self.complaining():
            said = self.coach_app.undo_from_today()
            if said:
                self.load()
                self.say(said)

    def action_leave(self) -> None:
        """Leaves the program."""
        self.coach_app.exit()
