"""How the answers that a card holds begin."""

from collections.abc import Iterable

from interview_coach.cards.make import PART_LABELS
from interview_coach.cards.sentence import first_sentence


def openings(passages: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The title and the first sentence of each story that may answer a question, or of its own answer.

    `passages` are the labels and texts of what a card holds; where that is one story, or an answer without a
    title, its title is "".
    """
    held = list(passages)
    parts = [text for label, text in held if label in PART_LABELS]
    if parts:
        return [("", first_sentence(parts[0]))]
    titled = [(label, _without_label(text)) for label, text in held if label]
    return titled or [("", first_sentence(text)) for _, text in held]


def _without_label(text: str) -> str:
    """The first sentence of a story in one text, which begins with the name of its first part."""
    label, colon, rest = text.partition(": ")
    return first_sentence(rest if colon and label in PART_LABELS else text)
