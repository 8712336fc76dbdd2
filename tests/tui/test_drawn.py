"""Lines and panes: where a pane stands when what it shows changes."""

from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.content import Content

from interview_coach.tui.widgets.drawn import Pane


class Reading(App[None]):
    """A pane alone."""

    def compose(self) -> ComposeResult:
        yield Pane(id="pane")

    @property
    def pane(self) -> Pane:
        return self.query_one(Pane)

    def shown(self) -> list[str]:
        return self.pane.render().plain.split("\n")


def lines(number: int) -> Sequence[Content]:
    return [Content(f"line {index}") for index in range(number)]


async def test_what_is_short_for_a_moment_is_scrolled_as_before_when_it_is_long_again() -> None:
    """As a detail is of which a part is still being worked out."""
    app = Reading()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.show(lambda _width, _height: lines(50))
        await pilot.pause()
        app.pane.scroll_by(20)
        assert app.shown()[1] == "line 21"
        app.pane.show(lambda _width, _height: lines(3), from_top=False)
        await pilot.pause()
        assert app.shown() == ["line 0", "line 1", "line 2"]
        app.pane.show(lambda _width, _height: lines(50), from_top=False)
        await pilot.pause()
        assert app.shown()[1] == "line 21"
        app.pane.show(lambda _width, _height: lines(50))
        assert app.shown()[1] == "line 1"


async def test_scrolling_past_an_end_leaves_nothing_to_scroll_back() -> None:
    app = Reading()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.show(lambda _width, _height: lines(30))
        await pilot.pause()
        app.pane.scroll_by(1000)
        assert app.shown()[-1] == "line 29"
        app.pane.scroll_by(-1)
        assert app.shown()[-2] == "line 27"
        app.pane.scroll_by(-1000)
        app.pane.scroll_by(1)
        assert app.shown()[1] == "line 2"
