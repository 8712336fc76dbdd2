"""The colours: text stands out from what it stands on, in every theme there is."""

from collections.abc import AsyncIterator, Iterator

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES, Theme

from interview_coach.coach.coach import Coach
from interview_coach.notes.model import Problem, Severity
from interview_coach.store.notes import OddNote, Status
from interview_coach.tui.draw.answered import DOUBTFUL, FOUND
from interview_coach.tui.theme import OWN, completed, contrast
from tests.tui.driving import opened, painted, press

TEXTS = ("foreground", "quiet", "text-primary", "text-accent", "text-success", "text-warning", "text-error")
COMMON = ("coach-dark", "coach-light", "textual-dark", "textual-light", "nord", "gruvbox")
GROUNDS = ("background", "panel", "surface")


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable_in_the_programs_own_themes(theme: Theme, text: str, ground: str) -> None:
    variables = {**theme.to_color_system().generate(), **theme.variables}
    assert contrast(Color.parse(variables[text]), Color.parse(variables[ground])) >= 4.5


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_text_is_readable_in_textuals_own_themes(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    variables = completed({**theme.to_color_system().generate(), **theme.variables})
    if variables["background"].startswith("ansi_"):
        assert variables["quiet"] == variables["foreground"]  # the terminal's own text colour
        return
    front, back = Color.parse(variables["foreground"]), Color.parse(variables["background"])
    for text in TEXTS:  # some themes are pale by design: never less than nearly their own foreground
        ratio = contrast(Color.parse(variables[text]), back)
        assert ratio >= min(4.5, 0.7 * contrast(front, back)), text


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(Color.parse("#fff"), Color.parse("#000")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


def text_cells(pilot: Pilot[None], *, rows: range) -> Iterator[tuple[str, float]]:
    """Each stretch of letters as painted in some rows, with its contrast."""
    for strip in pilot.app.screen._compositor.render_strips()[rows.start : rows.stop]:
        for segment in strip:
            style = segment.style
            if style is None or not any(char.isalnum() for char in segment.text):
                continue
            front, back = style.color, style.bgcolor
            assert front is not None
            assert back is not None
            if style.reverse:
                front, back = back, front
            yield segment.text, contrast(Color.from_rich_color(front), Color.from_rich_color(back))


async def in_common_themes(pilot: Pilot[None]) -> AsyncIterator[str]:
    """The screen on show in one theme after the other."""
    for theme in COMMON:
        pilot.app.theme = theme
        await pilot.pause()
        yield theme


async def test_the_problem_at_the_cursor_is_readable(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = tuple(Problem(n, severity, f"message {n}", "remedy") for n, severity in enumerate(Severity, 1))
    monkeypatch.setattr(Coach, "odd_notes", lambda self: [OddNote("odd.md", Status.READ, problems)])
    async with opened(coach, "n") as pilot:
        for number in range(1, 4):
            top = next(y for y, row in enumerate(painted(pilot)) if f"▸ odd.md:{number}" in row)
            async for theme in in_common_themes(pilot):
                cells = list(text_cells(pilot, rows=range(top, top + 3)))
                assert len(cells) >= 4
                assert all(ratio >= 4.5 for _, ratio in cells), (theme, cells)
            await press(pilot, "down")


async def test_all_that_is_painted_is_readable(coach: Coach) -> None:
    async with opened(coach) as pilot:
        for keys in (
            (),
            ("enter", "h"),
            ("a", "y"),
            ("ctrl+s", "x"),
            ("1", "f"),
            ("question_mark",),
            ("q", "q"),
        ):
            await press(pilot, *keys)
            async for theme in in_common_themes(pilot):
                cells = list(text_cells(pilot, rows=range(24)))
                assert cells
                assert not [(theme, *cell) for cell in cells if cell[1] < 4.5]


def test_what_is_doubtful_is_told_from_what_was_found_without_colour() -> None:
    found, doubtful = ({each for each in style.split() if each[0] != "$"} for style in (FOUND, DOUBTFUL))
    assert found != doubtful
