"""The program's own themes, one dark and one light, and what it adds to every theme.

Colours only repeat what words, glyphs and places say: the screens read the same without them. Text is at
least 4.5:1 against what it stands on (WCAG 2.1, 1.4.3); a test computes it.
"""

from collections.abc import Mapping, Sequence

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

CONTRAST = 4.5
_TEXTS = ("text-primary", "text-accent", "text-success", "text-warning", "text-error")
_STEPS = 8


def completed(variables: Mapping[str, str]) -> dict[str, str]:
    """A theme's variables with `quiet` (lesser text) and `line` (rules and frames), its texts readable.

    Textual's own muted text gets its shade from what is behind a widget, which text inside content does not
    have; a mix of the theme's foreground and background holds everywhere. Colours of text that some of
    Textual's light themes have paler than can be read are mixed with the foreground as far as it takes.
    """
    back_name, front_name = variables["background"], variables["foreground"]
    if back_name.startswith("ansi_") or front_name.startswith("ansi_"):
        return {"quiet": front_name, "line": front_name, **variables}
    back, front = Color.parse(back_name), Color.parse(front_name)
    grounds = (back, Color.parse(variables["panel"]))
    added = {"quiet": back.blend(front, 0.85).hex, "line": back.blend(front, 0.25).hex}
    texts = {name: _readable(Color.parse(variables[name]), front, grounds).hex for name in _TEXTS}
    return {**added, **variables, **texts}


def _readable(color: Color, front: Color, grounds: Sequence[Color]) -> Color:
    mixes = (color.blend(front, step / _STEPS) for step in range(_STEPS))
    return next((mix for mix in mixes if all(contrast(mix, back) >= CONTRAST for back in grounds)), front)


def contrast(front: Color, back: Color) -> float:
    """The contrast ratio of WCAG 2.1, from 1 to 21."""
    lighter, darker = sorted((_luminance(front), _luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    """The relative luminance of WCAG 2.1, from 0 to 1."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in color.normalized
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
