"""The head of a card: what it is, and where the sitting stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from interview_coach.cards.model import Card
from interview_coach.tui.draw.basics import (
    PROGRESS,
    QUIET,
    Share,
    bar,
    spread,
)
from interview_coach.tui.text import cut, width_of


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a sitting stands: which card is on show, cards done, cards that come back in it, all its cards."""

    number: int
    done: int
    coming_back: int
    total: int


def head(card: Card, standing: Standing, marks: Sequence[str], width: int) -> Content:
    """Skill and kind at the left, with what else is said of the card; the sitting's progress at the right."""
    bar_width = min(24, max(0, width // 5))
    right = Content.assemble((f"{standing.number} of {standing.total} ", QUIET), progress(standing, bar_width))
    kind = "".join(f" · {word}" for word in (card.kind.value, *marks))
    skill = cut(card.skill, max(8, width - right.cell_length - 2 - width_of(kind)))
    return spread(Content.assemble((skill, "bold $text-primary"), (kind, QUIET)), right, width)


def progress(standing: Standing, width: int) -> Content:
    """Done, coming back, still to come; each with a line of its own kind."""
    to_come = standing.total - standing.done - standing.coming_back
    done, back, rest = PROGRESS
    return bar(
        [
            Share(standing.done, done, "$text-success"),
            Share(standing.coming_back, back, "$text-accent"),
            Share(to_come, rest, "$line"),
        ],
        width,
    )
