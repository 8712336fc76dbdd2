"""Writes docs/settings.md from the descriptions beside the settings: `make docs`."""

from dataclasses import Field
from pathlib import Path
from typing import Any

from interview_coach.settings import FILE_NAME, as_toml, described

PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"

HEAD = f"""\
# Settings

Everything works without a single setting. To change one, write its line into `{FILE_NAME}` in your
workspace, the folder that holds `decks/`, and start the program again. A name that does not exist or a
value that does not fit is refused with the file, the name and what it takes; nothing is guessed.

This page is made from the program by `make docs`. All settings, each with its default:

```toml
{{example}}
```
"""


def page() -> str:
    """The whole page."""
    example = "\n".join(f"{setting.name} = {as_toml(setting.default)}" for setting in described())
    return HEAD.format(example=example) + "".join(_section(setting) for setting in described())


def _section(setting: Field[Any]) -> str:
    meaning, source = setting.metadata["meaning"], setting.metadata["source"]
    return (
        f"\n## {setting.name}\n\n{meaning}\n\n"
        f"- Default: `{as_toml(setting.default)}`\n- Takes: {_takes(setting)}\n- Why: {source}\n"
    )


def _takes(setting: Field[Any]) -> str:
    """What may stand behind the `=`, in words."""
    default: Any = setting.default
    words = setting.metadata["one_of"]
    if isinstance(default, bool):
        return "`true` or `false`"
    if isinstance(default, str):
        return f"one of {', '.join(map(as_toml, words))}" if words else "a text in quotation marks"
    if isinstance(default, tuple) and isinstance(default[0], str):
        return "a list of texts"
    what = "a list of whole numbers, each" if isinstance(default, tuple) else "a whole number"
    if setting.metadata["as_many"]:
        what = f"{len(default)} whole numbers, each"
    if setting.metadata["rising"]:
        what += " larger than the one before,"
    if isinstance(default, float):
        what = "a number"
    return f"{what} from {setting.metadata['low']:g} to {setting.metadata['high']:g}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
