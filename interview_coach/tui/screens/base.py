"""What every screen has: a head line, a body, a message line and a line of keys."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.content import Content
from textual.css.scalar import Scalar
from textual.screen import Screen

from interview_coach.errors import CoachError
from interview_coach.tui.actions import Action, Where, hint_of
from interview_coach.tui.draw.basics import hint_line
from interview_coach.tui.text import content, wrapped
from interview_coach.tui.widgets.drawn import Line, Pane

if TYPE_CHECKING:
    from interview_coach.coach.coach import Coach
    from interview_coach.tui.app import CoachApp

# From how many cells a screen has which class.
_WIDTHS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
TALL = 20
_HEIGHTS = [(0, "-short"), (TALL, "-tall")]


class CoachScreen(Screen[None]):
    """A screen of the program. `WHERE` says which keys of the table are its own.

    Its keys take up to `KEY_ROWS` rows: two where a screen has many, one where what stands above must not move.
    """

    WHERE: Where
    KEY_ROWS: ClassVar[int] = 2
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    def __init__(self) -> None:
        super().__init__()
        self._said = "", ""
        self._hints: Sequence[tuple[str, str, str]] = ()
        self._doing = ""  # what the message line said last of work that takes a moment

    @property
    def coach_app(self) -> "CoachApp":
        """The app, as what it is."""
        return cast("CoachApp", self.app)

    @property
    def needless(self) -> set[str]:
        """The actions of this screen that would do nothing now: hint line and palette leave them out."""
        return set()

    @property
    def coach(self) -> "Coach":
        """The one thing that the screens talk to."""
        return self.coach_app.coach

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys pressed before the screen is there yet come to nothing."""
        return self.is_mounted

    def takes(self, key: events.Key) -> bool:
        """Whether a key that nothing took yet is no command here, but meant for something else."""
        return False

    def say(self, text: str) -> None:
        """A quiet word above the keys; "" clears it."""
        self._show_message(text, "$text-accent")

    @property
    def message(self) -> str:
        """What the message line says."""
        return self._said[0]

    def say_doing(self, text: str) -> None:
        """A word on work that takes a moment, until it is done; it gives way to whatever else is said."""
        if self.message in ("", self._doing):
            self._doing = text
            self.say(text)

    def done_doing(self) -> None:
        """That work is done: what was said of it goes."""
        if self._doing and self.message == self._doing:
            self.say("")
        self._doing = ""

    def complain(self, error: CoachError) -> None:
        """Says what went wrong and what to do about it."""
        self._show_message(f"! {error}", "$text-error")

    @contextmanager
    def complaining(self) -> Iterator[None]:
        """What fails inside the block is told on the message line, and the rest of the block left undone."""
        try:
            yield
        except CoachError as error:
            self.complain(error)

    def _show_message(self, text: str, style: str) -> None:
        """In as many lines as it takes: what is cut off may be what matters."""
        self._said = text, style
        line = self.query_one("#message", Line)
        _set_height(line, len(wrapped(text, line.content_size.width or self.size.width)))
        line.show(lambda width: Content("\n").join(content(each, style) for each in wrapped(text, width)))

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """The lines beneath take as many rows as they need for the width that there is now."""
        self._show_message(*self._said)
        self._draw_hints()

    def before_leaving(self) -> None:
        """The program is about to end; a screen that has something to bring to an end does so."""

    def show_hints(self, actions: Iterable[Action]) -> None:
        """Draws the line of keys."""
        self.show_keys([hint_of(action) for action in actions])

    def show_keys(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Draws the line of keys from (key, label, action)."""
        self._hints = keys
        self._draw_hints()

    def _draw_hints(self) -> None:
        keys, line = self._hints, self.query_one("#hints", Line)
        most = self.KEY_ROWS if self.size.height >= TALL else 1
        drawn = hint_line(keys, line.content_size.width or self.size.width, most)
        _set_height(line, drawn.plain.count("\n") + 1)
        line.show(lambda width: hint_line(keys, width, most))

    def scrolled(self) -> Iterable[Pane]:
        """What the scrolling keys scroll."""
        return self.query("#body").results(Pane)

    def action_scroll(self, by: int) -> None:
        """Scrolls by some lines."""
        for pane in self.scrolled():
            pane.scroll_by(by)

    def action_scroll_page(self, by: int) -> None:
        """Scrolls by what fits."""
        for pane in self.scrolled():
            pane.scroll_by_page(by)

    def notes_were_read(self) -> None:
        """The notes were read again; a screen that shows something of them shows it anew."""


def _set_height(line: Line, rows: int) -> None:
    if line.styles.height != Scalar.from_number(rows):
        line.styles.height = rows
