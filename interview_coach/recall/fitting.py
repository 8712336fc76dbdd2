"""Fitting FSRS to one person's log: the older reviews teach, the newest are held back to judge by.

The 21 weights are fitted by `fsrs-rs-python`, an optional package that is imported inside the one function that
needs it. What they are worth is measured with the schedule that practice itself uses.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import pairwise

from interview_coach.recall.day import from_number
from interview_coach.recall.model import NEW, Rating
from interview_coach.recall.schedule import Schedule

# A card's ratings, oldest first, each with its study day as a number.
History = Sequence[tuple[int, int]]

HELD_BACK = 0.2  # of the reviews that tell of forgetting, the newest
LEAST_HELD = 100
# Standard errors by which the fit must be better, review by review, or chance alone may have made it so.
SURE = 1.0
_NEARLY = 1e-4  # no prediction is surer than that, or one slip would outweigh a thousand reviews


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fit is worth.

    `before` and `after` are the mean log loss per review held back: lower is better, a coin's is 0.693.
    `reviews` were learnt from, `held` judged by. `sure` is the gain in its own standard errors.
    """

    parameters: tuple[float, ...]
    reviews: int
    held: int
    before: float
    after: float
    sure: float

    @property
    def is_gain(self) -> bool:
        """Whether the held-back reviews were predicted better, and by more than chance would have it."""
        return self.after < self.before and self.sure >= SURE


def telling(histories: Sequence[History]) -> int:
    """The reviews that tell of forgetting: not a card's first, and on another day than the one before."""
    return sum(later > earlier for days in _days(histories) for earlier, later in pairwise(days))


def split_day(histories: Sequence[History]) -> int:
    """The study day from which on reviews are held back."""
    told = sorted(later for days in _days(histories) for earlier, later in pairwise(days) if later > earlier)
    return told[int(len(told) * (1 - HELD_BACK))] if told else 0


def _days(histories: Sequence[History]) -> Iterator[list[int]]:
    return ([day for day, _ in history] for history in histories)


def fit(
    histories: Sequence[History],
    current: Sequence[float] | None,
    report: Callable[[str], object] = lambda stage: None,
) -> Fit:
    """Fits weights to the older reviews and measures them against the `current` ones (None: FSRS's own).

    `report` is told what it is at. Raises ImportError where `fsrs-rs-python` is not installed.
    """
    since = split_day(histories)
    report("fitting")
    parameters = train([[review for review in history if review[0] < since] for history in histories])
    report("measuring")
    before = list(losses(histories, since, Schedule(current)))
    after = list(losses(histories, since, Schedule(parameters)))
    held = len(before)
    gains = [one - other for one, other in zip(before, after, strict=True)]
    return Fit(
        parameters=parameters,
        reviews=telling(histories) - held,
        held=held,
        before=sum(before) / max(1, held),
        after=sum(after) / max(1, held),
        sure=_in_errors(gains) if held >= LEAST_HELD else 0.0,
    )


def _in_errors(gains: Sequence[float]) -> float:
    """The mean of some numbers in its own standard errors."""
    mean = sum(gains) / len(gains)
    variance = sum((gain - mean) ** 2 for gain in gains) / max(1, len(gains) - 1)
    return mean / math.sqrt(variance / len(gains)) if variance else 0.0


def losses(histories: Sequence[History], since: int, schedule: Schedule) -> Iterator[float]:
    """The log loss of each review from the day `since` on, predicted from all reviews of its card before it."""
    for history in histories:
        memory, last = NEW, None
        for number, rating in history:
            day = from_number(number)
            if last is not None and number > last and number >= since:
                recall = min(max(schedule.recall(memory, day) or 0.0, _NEARLY), 1 - _NEARLY)
                yield -math.log(recall if rating > Rating.AGAIN else 1 - recall)
            memory = schedule.after(memory, Rating(rating), datetime.combine(day, time(12), UTC), day, seed=0)
            last = number


def train(histories: Sequence[History]) -> tuple[float, ...]:
    """The weights that fit these histories best, inside the bounds of FSRS-6."""
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
    from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview

    items = []
    for history in histories:
        reviews: list[FSRSReview] = []
        last: int | None = None
        for day, rating in history:
            elapsed = 0 if last is None else day - last
            reviews.append(FSRSReview(rating, max(0, elapsed)))
            if last is not None and elapsed > 0:
                items.append(FSRSItem(list(reviews)))
            last = day
    found = FSRS(list(DEFAULT_PARAMETERS)).compute_parameters(items)
    bounds = zip(found, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return tuple(min(max(round(value, 4), low), high) for value, low, high in bounds)
