"""The colours: text stands out from what it stands on, in every theme there is."""

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from interview_coach.tui.theme import OWN, added_colours

TEXTS = ("foreground", "quiet", "text-primary", "text-accent", "text-success", "text-warning", "text-error")
GROUNDS = ("background", "panel", "surface")


def contrast(front: Color, back: Color) -> float:
    """WCAG 2.1's contrast ratio."""
    lighter, darker = sorted((luminance(front), luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    channels = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in color.normalized
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable_in_the_programs_own_themes(theme: Theme, text: str, ground: str) -> None:
    variables = {**theme.to_color_system().generate(), **theme.variables}
    assert contrast(Color.parse(variables[text]), Color.parse(variables[ground])) >= 4.5


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_lesser_text_is_readable_in_textuals_own_themes(name: str) -> None:
    variables = BUILTIN_THEMES[name].to_color_system().generate()
    added = added_colours(variables)
    if added["quiet"].startswith("ansi_"):
        assert added["quiet"] == variables["foreground"]  # the terminal's own text colour
    else:
        quiet, plain = (
            contrast(Color.parse(color), Color.parse(variables["background"]))
            for color in (added["quiet"], variables["foreground"])
        )
        assert quiet >= min(4.5, 0.7 * plain)  # some themes are pale by design


def test_every_builtin_theme_gets_both_added_colours() -> None:
    for theme in App().available_themes.values():
        assert set(added_colours(theme.to_color_system().generate())) == {"quiet", "line"}
