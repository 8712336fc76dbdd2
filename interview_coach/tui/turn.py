"""One card's turn on the screen: whether the answer is shown, what was hinted, ticked and typed. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from interview_coach.cards.model import CardKind, Point, PointKind
from interview_coach.coach.practice import Attempt, Showing, Ticked


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a turn stands. `ticked` and `hinted` are indexes of `points`; `at` is the one with the cursor."""

    points: tuple[Point, ...] = ()
    shown_at: datetime | None = None
    revealed: bool = False
    thought_ms: int = 0
    typed: str = ""
    ticked: frozenset[int] = frozenset()
    hinted: frozenset[int] = frozenset()
    at: int = 0
    touched: bool = False

    @property
    def metrics(self) -> tuple[int, ...]:
        """The indexes of the points that are numbers to land."""
        return tuple(i for i, point in enumerate(self.points) if point.kind is PointKind.METRIC)

    @property
    def is_covered(self) -> bool:
        """Whether a number is left that a hint would uncover."""
        return not self.revealed and not self.hinted.issuperset(self.metrics)

    def with_hint(self) -> "Turn":
        """One more number uncovered, the cursor on it; the same turn where there is none left."""
        covered = [i for i in self.metrics if i not in self.hinted]
        return replace(self, hinted=self.hinted | {covered[0]}, at=covered[0]) if covered else self

    def shown(self, now: datetime, typed: str) -> "Turn":
        """The answer comes up."""
        thought = 0.0 if self.shown_at is None else (now - self.shown_at).total_seconds()
        return replace(self, revealed=True, typed=typed, thought_ms=max(0, int(thought * 1000)), at=0)

    def moved(self, by: int) -> "Turn":
        """The cursor goes to another point, stopping at either end."""
        return replace(self, at=min(max(0, self.at + by), max(0, len(self.points) - 1)))

    def toggled(self, index: int) -> "Turn":
        """A point is ticked or unticked; the cursor goes to the one after it."""
        return replace(self, ticked=self.ticked ^ {index}, touched=True, at=index).moved(1)

    def renewed(self, showing: Showing) -> "Turn":
        """The same turn at the card as its note has it now: points that read as before keep hints and ticks."""
        fresh = begin(showing)
        before = {point: index for index, point in enumerate(self.points)}
        kept = {index: before[point] for index, point in enumerate(fresh.points) if point in before}
        here = [index for index, was in kept.items() if was == self.at]
        return replace(
            self,
            points=fresh.points,
            shown_at=fresh.shown_at,
            ticked=frozenset(index for index, was in kept.items() if was in self.ticked),
            hinted=frozenset(index for index, was in kept.items() if was in self.hinted),
            at=here[0] if here else 0,
        )

    def put_by(self) -> "Turn":
        """What stays of a turn that is left before its rating: what was written and which hints were taken."""
        return replace(self, revealed=False, thought_ms=0, ticked=frozenset(), touched=False, at=0)

    def attempt(self) -> Attempt:
        """What is to be recorded of the answer.

        Points count as asked only where the person ticked something or took a hint: a list that nobody
        touched says nothing about what was landed.
        """
        words = len(self.typed.split())
        counted = self.touched or self.hinted
        each = range(len(self.points)) if counted else range(0)
        return Attempt(
            way="typed" if words else "head",
            duration=self.thought_ms,
            words=words,
            points=tuple(Ticked(self.points[i], i in self.ticked, i in self.hinted) for i in each),
        )


def begin(showing: Showing) -> Turn:
    """A card comes up. The one point of a metric card is its answer, which rating it already says."""
    card = showing.stored.card
    points = () if card.kind is CardKind.METRIC else card.points
    return Turn(points=points, shown_at=showing.shown_at)
