"""The forgetting curve of FSRS-6, for many cards at once and for days to come."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Curve:
    """Recall after a time: (1 + factor * days / stability) ** decay, which is 0.9 where the two are equal.

    `decay` is below 0: the last of the 21 weights, negated (Open Spaced Repetition, "The Algorithm", FSRS-6).
    """

    decay: float
    factor: float = field(init=False)  # puts the recall after `stability` days at 90 %

    def __post_init__(self) -> None:
        """Computes the factor once: a curve is asked for thousands of cards."""
        object.__setattr__(self, "factor", 0.9 ** (1 / self.decay) - 1)

    def recall(self, days: float, stability: float) -> float:
        """The predicted recall, 0 to 1, `days` after the last review."""
        return float((1 + self.factor * max(0, days) / stability) ** self.decay)

    def stabilities_until(self, recall: float) -> float:
        """After how many times its stability a card's recall has fallen to a value from 0 to 1."""
        return float((recall ** (1 / self.decay) - 1) / self.factor)
