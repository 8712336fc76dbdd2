"""The app: which screen is on show, the notes read in the background, the theme kept."""

import gc
import os
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

# A second repaint within one frame waits for the frame's end; a shorter frame keeps the keys quick. Textual
# reads this once, while it is imported.
os.environ.setdefault("TEXTUAL_FPS", "200")

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from interview_coach.coach.coach import Coach
from interview_coach.coach.day import ALL, Choice
from interview_coach.errors import CoachError
from interview_coach.settings import FILE_NAME
from interview_coach.tui.actions import Where, bindings_of
from interview_coach.tui.draw.basics import clock_time
from interview_coach.tui.ending import run_to_its_end
from interview_coach.tui.reading import read_notes
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.theme import DARK, OWN, completed

if TYPE_CHECKING:
    from interview_coach.coach.exercises import Exercise
    from interview_coach.coach.mock.setup import Setup
    from interview_coach.coach.practice import Practice
    from interview_coach.coach.progress import Statistics
    from interview_coach.tui.turn import Turn

if os.environ["TEXTUAL_FPS"] == "200":
    del os.environ["TEXTUAL_FPS"]  # the person's editor starts without it

Start = Literal["today", "practice", "mock", "brief"]
THEME_FACT = "theme"
NO_UNDO = "There is nothing left to undo."


class CoachApp(App[None]):
    """One coach, one stack of screens: Today at the bottom, a sitting and its summary above it."""

    TITLE = "Interview Coach"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.EVERYWHERE)
    CSS = """
    CommandPalette #--input { border: none; padding: 1 1 0 1; }
    CoachScreen {
        background: $background;
        color: $foreground;
        align-horizontal: center;
        & > * { max-width: 132; }
        Line { padding: 0 2; }
        #head, #hints { background: $panel; }
        #body { padding: 1 2 0 2; }
        &.-short #body { padding: 0 2; }
        &.-narrow Line, &.-narrow #body { padding: 0 1; }
    }
    """

    def __init__(
        self, coach: Coach, start: Start = "today", choice: Choice = ALL, about: "Setup | None" = None
    ) -> None:
        """`about` is what is chosen at first for a mock interview, or what a brief is about."""
        super().__init__()
        self.coach = coach
        self._start = start
        self._about = about
        self._awaited = choice if start == "practice" else None
        self._put_by: dict[int, Turn] = {}
        self.statistics: Statistics | None = None  # as they were counted the last time
        for theme in OWN:
            self.register_theme(theme)
        wanted = (coach.fact(THEME_FACT) or "", coach.settings.theme, DARK.name)
        self.theme = next(name for name in wanted if name in self.available_themes)

    def get_css_variables(self) -> dict[str, str]:
        self.theme_variables = completed(super().get_css_variables())
        return self.theme_variables

    def get_default_screen(self) -> Screen[None]:
        return TodayScreen()

    def on_mount(self) -> None:
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.call_after_refresh(self._after_first_frame)

    @property
    def odd_setting(self) -> str:
        """What is to be said of a theme in the settings that does not exist; "" if there is such a theme."""
        name = self.coach.settings.theme
        return (
            "" if name in self.available_themes else f"{FILE_NAME}: no theme {name!r}; ctrl+p lists them all."
        )

    @property
    def front(self) -> CoachScreen:
        """Our own screen that is on show, maybe under the palette."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, CoachScreen))

    def _keep_theme(self, theme: object) -> None:
        with self.front.complaining():
            self.coach.remember(THEME_FACT, self.theme)

    def _after_first_frame(self) -> None:
        with self.front.complaining():
            if self._awaited is not None and self.coach.today().cards:
                self.open_practice(self._awaited)
                self._awaited = None
            self._open_start()
        self.read_notes()

    def _open_start(self) -> None:
        """Opens what the program was started for; on Today an interview that was left, which is offered."""
        if self._start == "mock":
            self.open_mock(self._about)
        elif self._start == "brief":
            self.open_brief(self._about)
        elif self._start == "today":
            from interview_coach.tui.mocking import offer_to_go_on

            offer_to_go_on(self)

    # -- reading the notes

    def read_notes(self, said: str = "") -> None:
        """Reads what changed in the notes, in a thread with its own connection, then tells the screens."""
        if said:
            self.front.say("")
            self.front.say_doing(said)
        self.run_worker(partial(read_notes, self), thread=True, exclusive=True, exit_on_error=True)

    def notes_were_read(self, error: CoachError | None) -> None:
        """Shows what is new on every screen, or what went wrong."""
        if not gc.get_freeze_count():
            # What is loaded by now stays till the end; left out of the collector's rounds, it holds up no key.
            gc.collect()
            gc.freeze()
        for screen in self.screen_stack:
            if isinstance(screen, CoachScreen) and screen.is_mounted:
                screen.done_doing()
                screen.notes_were_read()
        if error is not None:
            self.front.complain(error)
        elif self._awaited is not None:
            self.open_practice(self._awaited)
        self._awaited = None

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Before a key is looked up among the bindings."""
        if isinstance(self.screen, CoachScreen) and self.screen.takes(event):
            event.prevent_default()

    # -- going from screen to screen

    def open_practice(self, choice: Choice) -> None:
        """Begins a sitting over Today, in place of one that has ended."""
        from interview_coach.tui.screens.practice import PracticeScreen

        with self.front.complaining():
            practice = self.coach.practice(choice)
            if practice.current is None:
                ready_at = self.coach.today().ready_at
                when = "on the coming days" if ready_at is None else f"at {clock_time(ready_at)}"
                self.front.say(f"There is no card to take now; the next comes {when}.")
                return
            self.back_to_today()
            self.push_screen(PracticeScreen(practice, self._put_by))

    def undo_from_today(self) -> str:
        """Takes back the last step of all, and begins a sitting at its card.

        Where there is no card to show, gives what is to be said instead.
        """
        from interview_coach.tui.screens.practice import PracticeScreen, undone_words

        practice = self.coach.practice()
        deed = practice.undo()
        said = NO_UNDO if deed is None else practice.notice or undone_words(practice, deed)
        if deed is None or practice.current is None:
            return said
        self.push_screen(PracticeScreen(practice, self._put_by, said))
        return ""

    def open_summary(self, practice: "Practice") -> None:
        """Ends a sitting and says what it came to."""
        from interview_coach.tui.screens.summary import SummaryScreen

        with self.front.complaining():
            self.push_screen(SummaryScreen(practice, practice.finish()))

    def undo_from_summary(self) -> None:
        """Back into the sitting under the summary, its last step taken back."""
        from interview_coach.tui.screens.practice import PracticeScreen

        self.pop_screen()
        if isinstance(self.screen, PracticeScreen):
            self.screen.action_undo()

    def back_to_today(self) -> None:
        """Closes everything over Today."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def open_notes(self) -> None:
        """Lists the notes that need a look."""
        from interview_coach.tui.screens.notes import NotesScreen

        self.push_screen(NotesScreen())

    def open_weak(self) -> None:
        """Lists the weak answers."""
        from interview_coach.tui.screens.weak import WeakScreen

        self.push_screen(WeakScreen())

    def open_drill(self, card_id: int, exercise: "Exercise") -> "Practice | None":
        """Drills one card over the list of weak answers; None where it cannot come up now."""
        from interview_coach.coach.aside import Drilled
        from interview_coach.tui.screens.drill import DrillScreen

        practice = self.coach.drill([Drilled(card_id, exercise.aim)] * len(exercise.rungs))
        if practice.current is None:
            return None
        self.push_screen(DrillScreen(practice, exercise))
        return practice

    def open_progress(self) -> None:
        """Shows what practice has come to."""
        from interview_coach.tui.screens.progress import ProgressScreen

        self.push_screen(ProgressScreen())

    def open_mock(self, setup: "Setup | None" = None) -> None:
        """A mock interview: one that was left, or what is chosen before another."""
        from interview_coach.tui.mocking import open_mock

        open_mock(self, setup)

    def open_brief(self, about: "Setup | None" = None) -> None:
        """What to read the day before an interview, the next one where nothing else is named."""
        from interview_coach.tui.mocking import open_brief

        open_brief(self, about)

    def leave(self, status: int = 0) -> None:
        """Ends the program from anywhere, with a status for the shell."""
        for screen in self.screen_stack:
            if isinstance(screen, CoachScreen):
                screen.before_leaving()
        self.exit(return_code=status)

    async def action_quit(self) -> None:
        """Leaves the program from anywhere."""
        self.leave()

    def action_help(self) -> None:
        """Shows the keys of the screen on show and how the program works."""
        from interview_coach.tui.screens.help import HelpScreen

        if isinstance(self.screen, CoachScreen) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen.WHERE))

    def action_command_palette(self) -> None:
        """Lists what can be done now."""
        from textual.command import CommandPalette

        from interview_coach.tui.palette import Commands

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette([Commands], placeholder="What would you like to do?"))


def run(coach: Coach, start: Start = "today", choice: Choice = ALL, about: "Setup | None" = None) -> None:
    """Opens the screens on Today, or straight on what `start` says, and comes back when the person leaves.

    Raises SystemExit where a signal ended them.
    """
    import asyncio

    app = CoachApp(coach, start, choice, about)
    asyncio.run(run_to_its_end(app))
    if app.return_code and app.return_code > 128:
        raise SystemExit(app.return_code)
