"""The weeks before an interview: how far apart reviews may lie, and what each day until then takes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from interview_coach.recall.model import Memory, Phase, Rating
from interview_coach.recall.schedule import Schedule

AWAY = (7, 14, 30)  # the days before an interview that `intervals_before` names intervals for


def longest_interval(days_away: int, intervals: Sequence[int]) -> int | None:
    """The longest interval, in days, for a review so many days before an interview; None from that day on.

    Between the three named days it is interpolated and rounded down; nearer than the first it falls to a day.
    Farther away than the last, the close spacing has not begun: an interval may be as long as leaves the card
    its review when it does, so that each card is seen in the last month and no interval passes the interview.
    Without such a bound of its own the months before would be as dense as the weeks (Cepeda et al. 2008: the
    best gap is 20 to 40 % of a week but 5 to 10 % of a year).
    """
    if days_away < 1:
        return None
    points = [(1, 1), *zip(AWAY, intervals, strict=True)]
    if days_away > AWAY[-1]:
        return days_away - AWAY[-1] + intervals[-1]
    cap = intervals[-1]
    for (low, shorter), (high, longer) in pairwise(points):
        if low <= days_away <= high:
            cap = shorter + (longer - shorter) * (days_away - low) // (high - low)
            break
    return max(1, min(cap, days_away))


def comes_up(due_day: date, last_day: date, today: date, interview: date, intervals: Sequence[int]) -> date:
    """When a card on days comes up from today on, where the next interview that asks for it is to come.

    One that is due before the interview comes when it is due. One that would sleep through it is brought
    forward, to the first day on which as long an interval as the interview leaves room for is over.
    """
    if due_day < interview:
        return max(due_day, today)
    day = max(today, last_day)
    while day < interview:
        longest = longest_interval((interview - day).days, intervals)
        if longest is not None and (day - last_day).days >= longest:
            return day
        day += timedelta(days=1)
    return due_day


@dataclass(frozen=True, slots=True)
class Planned:
    """A card of the skills that an interview asks for; `kind` says at which pace it goes."""

    card_id: int
    kind: str
    seed: int
    memory: Memory


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A study day before the interview: known cards, new cards, and the seconds that they take."""

    day: date
    reviews: int
    new: int
    seconds: float

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up."""
        return int(-(-self.seconds // 60))


class Pacing:
    """Schedules by their longest interval: the same person's, held to what an interview leaves room for."""

    def __init__(self, usual: Schedule, intervals: Sequence[int]) -> None:
        self._usual = usual
        self.intervals = intervals
        self._held: dict[int, Schedule] = {}

    def on(self, day: date, interview: date | None) -> Schedule:
        """The schedule of a review on a study day, where the card's next interview is on `interview`."""
        cap = None if interview is None else longest_interval((interview - day).days, self.intervals)
        if cap is None or cap >= self._usual.maximum_interval:
            return self._usual
        if cap not in self._held:
            self._held[cap] = self._usual.held_to(cap)
        return self._held[cap]


def plan(
    cards: Iterable[Planned],
    today: date,
    interview: date,
    seconds: Mapping[str, float],
    pacing: Pacing,
) -> tuple[PlanDay, ...]:
    """What each study day from today to the eve of the interview holds, if each card is answered Good in time.

    `seconds` is the person's own pace by kind of card. Cards never practised are begun in even numbers a day,
    early enough for two reviews; a new card is shown twice on its first day. Limits of a day are not applied:
    the plan says what is needed.
    """
    length = max(1, (interview - today).days)
    reviews, new, spent = [0] * length, [0] * length, [0.0] * length
    listed = list(cards)
    unseen = [card for card in listed if card.memory.phase is Phase.NEW]
    room = max(1, length - 2)
    starts = {card.card_id: number * room // len(unseen) for number, card in enumerate(unseen)}
    for card in listed:
        memory, pace = card.memory, seconds[card.kind]
        index = starts.get(card.card_id, _days_until(memory, today, interview, pacing))
        while index < length:
            day = today + timedelta(days=index)
            if memory.phase is Phase.NEW:
                new[index] += 1
                spent[index] += 2 * pace
            else:
                reviews[index] += 1
                spent[index] += pace
            memory = _answered(memory, day, interview, card.seed, pacing)
            index = max(index + 1, _days_until(memory, today, interview, pacing))
    days = (today + timedelta(days=index) for index in range(length))
    return tuple(PlanDay(*row) for row in zip(days, reviews, new, spent, strict=True))


def _days_until(memory: Memory, today: date, interview: date, pacing: Pacing) -> int:
    """Days from today until the card comes up; a learning step ends today, as the plan sees it."""
    if memory.due_day is None or memory.last_day is None:
        return 0
    return (comes_up(memory.due_day, memory.last_day, today, interview, pacing.intervals) - today).days


def _answered(memory: Memory, day: date, interview: date, seed: int, pacing: Pacing) -> Memory:
    """The memory after the day's ratings: Good until the card has left its steps."""
    schedule = pacing.on(day, interview)
    now = datetime.combine(day, time(12), tzinfo=UTC)
    while True:
        memory = schedule.after(memory, Rating.GOOD, now, day, seed)
        if memory.due_day is not None:
            return memory
