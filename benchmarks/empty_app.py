"""The least that a Textual program can be: the floor that a start is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """One line of text."""
        yield Static("ready")


if __name__ == "__main__":
    Empty().run()
