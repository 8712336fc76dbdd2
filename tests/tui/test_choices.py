"""The list of any length: where its cursor goes, what of it is asked for, what it shows."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from interview_coach.tui.widgets.choices import Choices


class Listing(App[None]):
    """A list alone."""

    def __init__(self, count: int, lines: int = 1) -> None:
        super().__init__()
        self.count, self.lines = count, lines
        self.asked: set[int] = set()
        self.chosen: list[int | None] = []

    def compose(self) -> ComposeResult:
        yield Choices(id="list")

    @property
    def choices(self) -> Choices:
        return self.query_one(Choices)

    def on_mount(self) -> None:
        self.choices.show(self.count, self.row, lines=self.lines)

    def row(self, index: int, width: int) -> tuple[Content, ...]:
        self.asked.add(index)
        return (Content(f"row {index} [/] list[int]"), Content(f"of {width}"))

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        self.chosen.append(event.index)

    def shown(self) -> list[str]:
        return self.choices.render().plain.split("\n")


async def test_a_hundred_thousand_rows_cost_as_many_as_are_in_view() -> None:
    app = Listing(100_000)
    async with app.run_test(size=(40, 12)) as pilot:
        app.choices.go_to(99_999)
        await pilot.pause()
        assert app.shown()[-1] == "▸ row 99999 [/] list[int]"
        assert app.shown()[0] == "▲ 99,989 more above"
        assert len(app.asked) < 60
        assert app.chosen == [0, 99_999]


@pytest.mark.parametrize("lines", [1, 2, 3])
async def test_the_row_at_the_cursor_is_in_view_wherever_it_goes(lines: int) -> None:
    app = Listing(57, lines)
    async with app.run_test(size=(40, 12)) as pilot:
        for step in (1, 1, 7, -3, 30, 100, -1, -8, -100, 5):
            app.choices.move(step)
            await pilot.resize_terminal(40, 24 if step % 2 else 9)
            await pilot.pause()
            here = [line for line in app.shown() if line.startswith("▸")]
            assert here == [f"▸ row {app.choices.at} [/] list[int]"]


async def test_an_empty_list_has_nothing_at_its_cursor() -> None:
    app = Listing(0)
    async with app.run_test(size=(40, 12)) as pilot:
        app.choices.move(1)
        await pilot.pause()
        assert app.choices.at is None
        assert app.shown() == [""]
        assert set(app.chosen) == {None}


async def test_a_list_that_becomes_shorter_keeps_its_cursor_inside() -> None:
    app = Listing(50)
    async with app.run_test(size=(40, 12)) as pilot:
        app.choices.go_to(40)
        app.choices.show(3, app.row)
        await pilot.pause()
        assert app.choices.at == 2
        assert app.shown()[2].startswith("▸ row 2")


async def test_a_page_goes_by_what_fits() -> None:
    app = Listing(50)
    async with app.run_test(size=(40, 12)) as pilot:
        app.choices.page(1)
        await pilot.pause()
        assert app.choices.at == 10
