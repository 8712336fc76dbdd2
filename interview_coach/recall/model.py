"""What is known about how well a card is remembered."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum


class Rating(IntEnum):
    """A person's own grade of one recall. Hard is a pass: the answer came, with effort."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(StrEnum):
    """Where a card stands: not seen yet, in its first steps, on days, or back in steps after a lapse."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one card's recall: a cache that replaying its reviews gives again.

    `stability` is in days (the time in which recall falls to 90 %), `difficulty` from 1 to 10; both are
    None until the first review. `due_at` is the moment a learning step ends (UTC); a card on days has
    None there and a `due_day`. A new card has neither.
    """

    phase: Phase = Phase.NEW
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    due_at: datetime | None = None
    due_day: date | None = None
    last_at: datetime | None = None
    last_day: date | None = None
    reps: int = 0
    lapses: int = 0


NEW = Memory()
