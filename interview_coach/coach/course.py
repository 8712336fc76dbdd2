"""The course of a sitting: which card comes next, and how to go back. Knows ids and moments alone."""

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

Step = tuple[datetime, int]  # when a learning step ends, and of which card


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sitting stands: what an undo goes back to.

    `order` is the whole queue, shared by all places of a sitting, and `next` the first still to come;
    `again` says that the current card had come up before.
    """

    current: int | None
    again: bool
    order: tuple[int, ...]
    next: int
    steps: tuple[Step, ...]
    done: int


class Course:
    """The queue in its order, and the cards whose learning steps end while the sitting goes on."""

    def __init__(self, order: Iterable[int], steps: Iterable[Step]) -> None:
        self._order = tuple(order)
        self._next = 0
        self._steps = sorted(steps)
        self._seen: set[int] = set()
        self._current: int | None = None
        self._again = False
        self.done = 0

    @property
    def coming_back(self) -> int:
        """The cards that come up again when their step ends."""
        return len(self._steps)

    @property
    def total(self) -> int:
        """The cards finished with, the one on show and those to come."""
        to_come = len(self._order) - self._next
        return self.done + to_come + len(self._steps) + (self._current is not None)

    @property
    def number(self) -> int:
        """How many cards have come up, each counted once."""
        return len(self._seen)

    def take(self, now: datetime, ahead: timedelta) -> int | None:
        """The next card: a step that has ended, else the queue, else a step that ends within `ahead`."""
        self._current = None
        if self._steps and self._steps[0][0] <= now:
            return self._steps.pop(0)[1]
        if self._next < len(self._order):
            self._next += 1
            return self._order[self._next - 1]
        if self._steps and self._steps[0][0] <= now + ahead:
            return self._steps.pop(0)[1]
        return None

    def show(self, card_id: int) -> bool:
        """The card is on show from here on; gives whether it came up before in this sitting."""
        self._current, self._again = card_id, card_id in self._seen
        self._seen.add(card_id)
        return self._again

    def come_back(self, due_at: datetime, card_id: int) -> None:
        """The card comes up again when its step ends."""
        insort(self._steps, (due_at, card_id))

    def place(self) -> Place:
        """Where the sitting stands."""
        return Place(self._current, self._again, self._order, self._next, tuple(self._steps), self.done)

    def place_of(self, card_id: int) -> Place:
        """This sitting with another card on show; the one that was waits as the next."""
        before = [] if self._current is None else [self._current]
        order = tuple(each for each in (*before, *self._order[self._next :]) if each != card_id)
        steps = tuple(step for step in self._steps if step[1] != card_id)
        return Place(card_id, card_id in self._seen, order, 0, steps, self.done)

    def go_to(self, place: Place) -> None:
        """Back to a place; its card is for the caller to show."""
        for card_id, again in ((self._current, self._again), (place.current, place.again)):
            if card_id is not None and not again:
                self._seen.discard(card_id)
        self._order, self._next = place.order, place.next
        self._steps = list(place.steps)
        self.done = place.done
        self._current = None
