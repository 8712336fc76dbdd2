"""The command palette: what can be done now, the likeliest first, its key beside it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from interview_coach.errors import CoachError
from interview_coach.tui.actions import actions_of, keys_of
from interview_coach.tui.draw.basics import QUIET

if TYPE_CHECKING:
    from interview_coach.tui.app import CoachApp

Command = tuple[str, str, Callable[[], object]]  # what it does, its keys, the doing


class Commands(Provider):
    """The actions of the screen that the palette was opened over, in the table's order, then the program's."""

    def _commands(self) -> Iterator[Command]:
        app = cast("CoachApp", self.app)
        screen = app.front
        for action in actions_of(screen.WHERE):
            if action.do not in screen.needless and not action.do.startswith("move("):
                yield action.help, keys_of(action), partial(app.run_action, action.do, screen)
        yield "Choose a theme, dark or light; the choice is kept", "", app.action_change_theme
        yield "Save a screenshot", "", partial(save_screenshot_of, app)
        yield "What the keys do, and how it works", "?", app.action_help
        if screen is not app.screen_stack[0]:
            yield "Leave the program", "ctrl+q", app.action_quit

    async def discover(self) -> Hits:
        for does, keys, command in self._commands():
            yield DiscoveryHit(_line(Content(does), keys), command, text=does)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for does, keys, command in self._commands():
            score = matcher.match(does)
            if score > 0:
                yield Hit(score, _line(matcher.highlight(does), keys), command, text=does)


def _line(does: Content, keys: str) -> Content:
    return Content.assemble(does, (f"   {keys}" if keys else "", QUIET))


def save_screenshot_of(app: "CoachApp") -> None:
    """Saves the screen as an SVG picture, once the palette is gone from it, and says where."""
    app.call_after_refresh(_save, app)


def _save(app: "CoachApp") -> None:
    from platformdirs import user_downloads_path

    folder = user_downloads_path()
    with app.front.complaining():
        try:
            path = app.save_screenshot(path=str(folder if folder.is_dir() else Path.home()))
            Path(path).chmod(0o600)
        except OSError as error:
            raise CoachError(
                f"the picture was not saved: {error}", "make room, or let it be written"
            ) from error
        app.front.say(f"Saved as {path}")
