"""The help screen's body: the keys of the screen it was opened from, and what a new user needs to know."""

from pathlib import Path

from textual.content import Content

from interview_coach.settings import FILE_NAME, Settings
from interview_coach.tui.actions import Where, actions_of, keys_of
from interview_coach.tui.draw.basics import BLANK, labelled
from interview_coach.workspace import Workspace

COLUMN = 20


def help_lines(where: Where, workspace: Workspace, settings: Settings, width: int) -> list[Content]:
    """The whole body."""
    lines: list[Content] = []
    for place in (where, Where.EVERYWHERE):
        lines += [Content.styled(place.value, "bold $text-primary"), BLANK]
        for action in actions_of(place):
            lines += labelled(keys_of(action), action.help, width, COLUMN)
        lines.append(BLANK)
    lines += [Content.styled("How it works", "bold $text-primary"), BLANK]
    for title, text in _ideas(settings):
        lines += [*labelled(title, text, width, COLUMN), BLANK]
    lines += [Content.styled("Where things are", "bold $text-primary"), BLANK]
    for title, path in _places(workspace):
        lines += labelled(title, str(path), width, COLUMN)
    return lines


def _ideas(settings: Settings) -> tuple[tuple[str, str], ...]:
    hour = f"{settings.rollover_hour:02d}:00"
    return (
        (
            "The grades",
            "You grade yourself. Again: it did not come. Hard: it came, with effort; this is a pass. Good: it "
            "came. Easy: it came at once. Each key says when the card would come back.",
        ),
        (
            "Say it aloud",
            "Answer before you look: recalling is what makes it stay. Then tick what you really said, and "
            "grade after that.",
        ),
        (
            "The study day",
            f"It turns at {hour}, so that a late evening counts for the day it belongs to.",
        ),
        (
            "Cards that wait",
            "A question shows the story and the numbers of its note, so the other kinds of card from that note "
            "wait for another day.",
        ),
        (
            "Your notes",
            "They are read, never written. Edit them as you like: a card whose words change keeps its "
            "history, and one that was gone comes back with it.",
        ),
        (
            "What is saved",
            "Each rating, before the next card comes up. You can close the terminal at any moment. u takes "
            "back step by step; the log keeps what was undone.",
        ),
    )


def _places(workspace: Workspace) -> tuple[tuple[str, Path], ...]:
    return (
        ("notes", workspace.decks),
        ("database", workspace.database),
        ("settings", workspace.root / FILE_NAME),
    )
