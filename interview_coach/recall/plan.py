"""The weeks before an interview: how far apart reviews may lie, and what each day until then takes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from interview_coach.recall.fuzz import fuzzed
from interview_coach.recall.model import Memory, Phase, Rating
from interview_coach.recall.queue import Queue
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
    queue: Queue,
) -> tuple[PlanDay, ...]:
    """What each study day from today to the eve of the interview holds, if each card is answered Good in time.

    Today holds what its `queue` still brings of the cards, within the day's limits. The days after it say what
    is needed, whatever their limits: cards never practised are begun in even numbers a day, early enough for
    two reviews. `seconds` is the person's own pace by kind of card; a new card is shown twice on its first day.
    Some 40 ms for 1,000 cards.
    """
    road = _Road(today, interview, pacing)
    reviews, new, spent = [0] * road.length, [0] * road.length, [0.0] * road.length
    listed = list(cards)
    brought, begun = frozenset(queue.order), frozenset(queue.new)
    unseen = [card for card in listed if card.memory.phase is Phase.NEW and card.card_id not in brought]
    room = max(1, road.length - 3)
    starts = {card.card_id: 1 + number * room // len(unseen) for number, card in enumerate(unseen)}
    for card in listed:
        pace, is_new = seconds[card.kind], card.card_id in begun or card.card_id in starts
        first = 0 if card.card_id in brought else starts.get(card.card_id) or max(1, road.first(card.memory))
        for index in road.showings(card, first):
            (new if is_new else reviews)[index] += 1
            spent[index] += 2 * pace if is_new else pace
            is_new = False
    days = (today + timedelta(days=index) for index in range(road.length))
    return tuple(PlanDay(*row) for row in zip(days, reviews, new, spent, strict=True))


class _Road:
    """The study days from today to the eve of an interview, by their numbers: today is 0."""

    def __init__(self, today: date, interview: date, pacing: Pacing) -> None:
        self._today, self._interview, self._pacing = today, interview, pacing
        self._end = (interview - today).days
        self.length = max(1, self._end)
        schedules = [pacing.on(self._day(index), interview) for index in range(self.length)]
        self._held = [(each, each.maximum_interval, each.longest_from) for each in schedules]
        self._forward: dict[int, int] = {}

    def _day(self, index: int) -> date:
        return self._today + timedelta(days=index)

    def showings(self, card: Planned, index: int) -> Iterator[int]:
        """The days on which a card comes up, the first of them given.

        Once its stability is enough for the longest interval, that alone says when it comes: Good never lowers
        it, and the longest interval only falls. To compute each review by FSRS takes ten times as long.
        """
        memory, reps = card.memory, card.memory.reps
        while index < self.length:
            yield index
            schedule, longest, enough = self._held[index]
            if memory.phase is Phase.REVIEW and (memory.stability or 0) >= enough:
                reps += 1
                due = index + fuzzed(longest, longest, card.seed, reps)
            else:
                memory = _answered(memory, self._day(index), schedule, card.seed)
                due, reps = self._number(memory.due_day), memory.reps
            index = max(index + 1, self._comes_up(due, index))

    def first(self, memory: Memory) -> int:
        """When a card comes up that was practised, as it stands; a learning step ends today."""
        if memory.due_day is None or memory.last_day is None:
            return 0
        return self._comes_up(self._number(memory.due_day), self._number(memory.last_day))

    def _number(self, day: date | None) -> int:
        return 0 if day is None else (day - self._today).days

    def _comes_up(self, due: int, last: int) -> int:
        """As `comes_up` has it, which is asked but once for each day of a last review."""
        if due < self._end:
            return max(due, 0)
        if last not in self._forward:
            interview, intervals = self._interview, self._pacing.intervals
            day = comes_up(interview, self._day(last), self._today, interview, intervals)
            self._forward[last] = self._number(day)
        forward = self._forward[last]
        return forward if forward < self._end else due


def _answered(memory: Memory, day: date, schedule: Schedule, seed: int) -> Memory:
    """The memory after the day's ratings: Good until the card has left its steps."""
    now = datetime.combine(day, time(12), tzinfo=UTC)
    while True:
        memory = schedule.after(memory, Rating.GOOD, now, day, seed)
        if memory.due_day is not None:
            return memory
