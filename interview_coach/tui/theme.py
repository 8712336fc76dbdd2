"""The program's own themes, one dark and one light, and the one colour that it adds to every theme.

Colours only repeat what words, glyphs and places say: the screens read the same without them. Text is at
least 4.5:1 against what it stands on (WCAG 2.1, 1.4.3); a test computes it.
"""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="coach-dark",
    primary="#8fb8e6",
    secondary="#7d93b2",
    accent="#e6bd74",
    success="#93c99d",
    warning="#e6bd74",
    error="#e88b84",
    foreground="#dde2ea",
    background="#15181e",
    surface="#1b1f27",
    panel="#262c37",
    dark=True,
    variables={
        "quiet": "#98a2b3",
        "line": "#343c4a",
        "text-primary": "#8fb8e6",
        "text-accent": "#e6bd74",
        "text-success": "#93c99d",
        "text-warning": "#e6bd74",
        "text-error": "#e88b84",
        "border": "#8fb8e6",
        "border-blurred": "#343c4a",
        "block-cursor-background": "#2f4560",
        "block-cursor-foreground": "#f2f5fa",
        "block-cursor-text-style": "none",
        "scrollbar": "#3d4656",
        "scrollbar-background": "#15181e",
    },
)

LIGHT = Theme(
    name="coach-light",
    primary="#285f96",
    secondary="#56708f",
    accent="#85540a",
    success="#2b6a3a",
    warning="#85540a",
    error="#a63328",
    foreground="#23282f",
    background="#faf8f4",
    surface="#f3f0ea",
    panel="#e7e3da",
    dark=False,
    variables={
        "quiet": "#5a626d",
        "line": "#d3cec2",
        "text-primary": "#285f96",
        "text-accent": "#85540a",
        "text-success": "#2b6a3a",
        "text-warning": "#85540a",
        "text-error": "#a63328",
        "border": "#285f96",
        "border-blurred": "#d3cec2",
        "block-cursor-background": "#cfdeee",
        "block-cursor-foreground": "#16191e",
        "block-cursor-text-style": "none",
        "scrollbar": "#c4beb0",
        "scrollbar-background": "#faf8f4",
    },
)

OWN = (DARK, LIGHT)


def added_colours(variables: Mapping[str, str]) -> dict[str, str]:
    """`quiet` (lesser text) and `line` (rules and frames) for a theme that does not have them.

    Textual's own muted text gets its shade from what is behind a widget, which text inside content does not
    have; a mix of the theme's foreground and background holds everywhere.
    """
    background, foreground = variables["background"], variables["foreground"]
    if background.startswith("ansi_") or foreground.startswith("ansi_"):
        return {"quiet": foreground, "line": foreground}
    back, front = Color.parse(background), Color.parse(foreground)
    return {"quiet": back.blend(front, 0.85).hex, "line": back.blend(front, 0.25).hex}
