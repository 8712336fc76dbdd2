"""Replaying the log: what a card's ratings, each with what it was computed with, make of its memory.

The ratings are the truth and the memory beside each card is a cache. A rating is computed again with the
parameters that it was made with, not with today's settings. Where another version of the algorithm's
library made it, what that one recorded stands: an update changes no schedule backwards.
"""

import json
import math
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from sqlite3 import Connection

from interview_coach.recall.model import NEW, Memory
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import Settings
from interview_coach.store import cards, log
from interview_coach.store.log import Logged
from interview_coach.telling import Tell, counted, silent

# The last digits of a computed float differ between machines; a day's interval does not hang on them.
TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Difference:
    """A card whose memory beside it is not the one that its ratings make."""

    card_id: int
    cached: Memory
    logged: Memory


class Replay:
    """Replays ratings as the algorithms in the log say."""

    def __init__(self, connection: Connection, settings: Settings) -> None:
        self._usual = Schedule.from_settings(settings)
        self._schedules: dict[int, Schedule] = {}
        self._foreign: set[int] = set()
        for number, name, parameters in log.algorithms(connection):
            if name != self._usual.algorithm:
                self._foreign.add(number)
            self._schedules[number] = _schedule(parameters) or self._usual

    def memory(self, ratings: Iterable[Logged], seed: int) -> Memory:
        """The memory that these ratings of one card, oldest first, leave."""
        last = deque(self.steps(ratings, seed), maxlen=1)
        return last.pop() if last else NEW

    def steps(self, ratings: Iterable[Logged], seed: int) -> Iterator[Memory]:
        """The memory after each of these ratings of one card, oldest first."""
        memory = NEW
        for rated in ratings:
            if rated.reset:
                memory = NEW
            elif rated.algorithm_id in self._foreign and same(rated.before, memory):
                memory = rated.after
            else:
                schedule = self._schedules.get(rated.algorithm_id, self._usual)
                memory = schedule.after(memory, rated.rating, rated.at, rated.day, seed)
            yield memory


def _schedule(parameters: str) -> Schedule | None:
    """The schedule described in the log, or None where the description is not one of ours."""
    try:
        return Schedule(**json.loads(parameters))
    except (TypeError, ValueError):
        return None


def replayed(connection: Connection, settings: Settings, card_id: int, seed: int) -> Memory:
    """The memory that one card's ratings that stand leave."""
    return Replay(connection, settings).memory(log.standing(connection, card_id), seed)


def differences(connection: Connection, settings: Settings, tell: Tell = silent) -> Iterator[Difference]:
    """The cards whose memory is not the one that their ratings make, in the order of their ids."""
    total = cards.count(connection)
    replay = Replay(connection, settings)
    logged = groupby(log.standing(connection), key=lambda rated: rated.card_id)
    owner, ratings = next(logged, (None, iter(())))
    for card_id, seed, cached in counted("Replaying cards", cards.memories(connection), total, tell):
        while owner is not None and owner < card_id:  # ratings of a card that is not there
            owner, ratings = next(logged, (None, iter(())))
        memory = replay.memory(ratings, seed) if owner == card_id else NEW
        if not same(cached, memory):
            yield Difference(card_id, cached, memory)


def same(one: Memory, other: Memory) -> bool:
    """Whether two memories are the same but for the last digits of their floats."""
    floats = ((one.stability, other.stability), (one.difficulty, other.difficulty))
    close = all(
        a == b or (a is not None and b is not None and math.isclose(a, b, rel_tol=TOLERANCE)) for a, b in floats
    )
    return close and replace(one, stability=None, difficulty=None) == replace(
        other, stability=None, difficulty=None
    )
