"""An answer being spoken: when it began, where its parts were marked, how long each took. Pure.

Moments are seconds of a monotonic clock: only differences mean anything, so that a slow screen, a resize or
a clock set back changes no answer's time.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from interview_coach.cards.model import PointKind
from interview_coach.store.attempts import Part

STAR = (PointKind.SITUATION, PointKind.TASK, PointKind.ACTION, PointKind.RESULT)


@dataclass(frozen=True, slots=True)
class Speech:
    """It starts in the Situation; each mark is where the next part begins. `ended` is None while it runs."""

    began: float
    marks: tuple[float, ...] = ()
    ended: float | None = None

    @property
    def part(self) -> PointKind:
        """The part that is being told, as far as the marks say."""
        return STAR[len(self.marks)]

    @property
    def next_part(self) -> PointKind | None:
        """The part that the next mark begins; None in the last."""
        return STAR[len(self.marks) + 1] if len(self.marks) + 1 < len(STAR) else None

    def marked(self, now: float) -> "Speech":
        """The next part begins; the same speech where there is none, or where it has ended."""
        if self.next_part is None or self.ended is not None:
            return self
        return replace(self, marks=(*self.marks, max(now, self.began, *self.marks)))

    def unmarked(self) -> "Speech":
        """The last mark taken back; the same speech where there is none."""
        return replace(self, marks=self.marks[:-1]) if self.marks and self.ended is None else self

    def stopped(self, now: float) -> "Speech":
        """It is over."""
        return self if self.ended is not None else replace(self, ended=max(now, self.began, *self.marks))

    def seconds(self, now: float) -> float:
        """How long it has taken."""
        return max(0.0, (now if self.ended is None else self.ended) - self.began)

    def lengths(self, now: float) -> tuple[float, ...]:
        """The seconds of each part that has begun, the one being told included."""
        last = now if self.ended is None else self.ended
        ends = (self.began, *self.marks, max(last, self.began, *self.marks))
        return tuple(after - before for before, after in pairwise(ends))

    def parts(self) -> tuple[Part, ...]:
        """The parts as they were marked, once it has ended; none where nothing was marked: not measured.

        The milliseconds add up to those of the whole.
        """
        if not self.marks or self.ended is None:
            return ()
        ends = [round((each - self.began) * 1000) for each in (self.began, *self.marks, self.ended)]
        return tuple(
            Part(part.value, after - before)
            for part, (before, after) in zip(STAR, pairwise(ends), strict=False)
        )
