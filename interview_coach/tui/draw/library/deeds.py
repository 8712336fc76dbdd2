"""What was done to a card in the library, and taken back, in words."""

from interview_coach.cards.model import Card
from interview_coach.cards.prompts import without_skill
from interview_coach.coach.library import Deed, ListedCard
from interview_coach.tui.text import cut

SAID = {
    Deed.SUSPEND: "Suspended: it comes up no more. u undoes.",
    Deed.RESUME: "Taken back in. u undoes.",
    Deed.FLAG: "Flagged as one to work on. u undoes.",
    Deed.UNFLAG: "The flag is off. u undoes.",
    Deed.RESET: "To be learnt anew, its history kept. u undoes.",
}
UNDONE = {
    Deed.SUSPEND: "Taken back in",
    Deed.RESUME: "Suspended again",
    Deed.FLAG: "The flag is off again",
    Deed.UNFLAG: "The flag is on again",
    Deed.RESET: "It is known again as it was",
}
NEVER_LINKED = "This card was never linked to another text, or it is taken apart already."
TAKEN_APART = "Taken apart: this text is a card of its own now. u puts them together again."
UNLINKED = "Taken apart again: its history is with the text that the note has not."
PROMPT = 40  # cells of a prompt that say which card it was, so that it all stands on one line


def undone_words(done: tuple[Deed, ListedCard] | None) -> str:
    """What an undo in the library came to, in words."""
    if done is None:
        return "Nothing done in the library is left to undo."
    deed, listed = done
    return f"{UNDONE[deed]}: {_named(listed.stored.card)}"


def linked_words(card: Card) -> str:
    """Under which text the history of a card goes on; it may stand in another list now."""
    return f"Linked: its history goes on under “{cut(_named(card), 28)}”. u undoes."


def _named(card: Card) -> str:
    return cut(without_skill(card.prompt, card.skill), PROMPT)
