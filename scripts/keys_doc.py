"""Writes docs/keys.md from the table of actions: `make docs`."""

from pathlib import Path

from interview_coach.tui.actions import keys_page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "keys.md"

if __name__ == "__main__":
    PAGE.write_text(keys_page(), encoding="utf-8")
