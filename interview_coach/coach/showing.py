"""The card on show in a sitting, and what is said of it beside its kind."""

from dataclasses import dataclass
from datetime import datetime

from interview_coach.recall.model import Phase
from interview_coach.store.cards import StoredCard


@dataclass(frozen=True, slots=True)
class Showing:
    """The card to show now.

    `shown_at` is when it came up; `again` says that it came up before in this sitting.
    """

    stored: StoredCard
    shown_at: datetime
    again: bool = False

    @property
    def is_new(self) -> bool:
        """Whether this card was never rated before."""
        return self.stored.memory.phase is Phase.NEW

    @property
    def has_new_answer(self) -> bool:
        """Whether the note's answer to it reads otherwise than when the card was last rated."""
        changed, rated = self.stored.answer_changed_at, self.stored.memory.last_at
        return changed is not None and rated is not None and changed > rated

    @property
    def marks(self) -> tuple[str, ...]:
        """What is said of the card beside its kind."""
        words = (
            ("new", self.is_new),
            ("once more", self.again),
            ("answer changed", self.has_new_answer),
            ("flagged", self.stored.flagged),
        )
        return tuple(word for word, is_so in words if is_so)
