"""A person who forgets by a curve of their own, and the log of their practice."""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from interview_coach.coach.coach import Coach
from interview_coach.recall.model import NEW, Memory, Phase, Rating
from interview_coach.recall.schedule import Schedule
from interview_coach.store import cards, log

FORGETS_FAST = (
    0.05, 0.3, 0.7, 2.5, 6.4, 0.83, 3.0, 0.001, 1.2, 0.17, 0.5, 1.5, 0.06, 0.26, 1.65, 0.6, 1.87, 0.54, 0.09,
    0.07, 0.3,
)  # fmt: skip


def histories_of(
    forgets: Sequence[float] | None, number: int, reviews: int, seed: int = 1
) -> list[list[tuple[int, int]]]:
    """The ratings of so many cards, day by day, scheduled by FSRS's own weights: (day as a number, rating)."""
    draw = random.Random(seed)  # noqa: S311 - a person, not a secret
    truth, schedule = Schedule(forgets), Schedule()
    found = []
    for card in range(number):
        day = date(2025, 1, 1) + timedelta(days=draw.randrange(60))
        real, seen, history = NEW, NEW, []
        for _ in range(reviews):
            known = 1.0 if real is NEW else truth.recall(real, day) or 0.0
            rating = Rating.GOOD if draw.random() < known else Rating.AGAIN
            now = datetime.combine(day, time(12)).astimezone()
            real, seen = (
                each.after(memory, rating, now, day, card) for each, memory in ((truth, real), (schedule, seen))
            )
            history.append((day.toordinal() - date(1970, 1, 1).toordinal(), int(rating)))
            day = seen.due_day or day + timedelta(days=draw.randrange(1, 3))
        found.append(history)
    return found


def write_log(coach: Coach, histories: Sequence[Sequence[tuple[int, int]]]) -> None:
    """Writes the ratings into the log of a workspace, spread over its cards, as practice would have."""
    schedule = Schedule.from_settings(coach.settings)
    ids = [each.stored.card_id for each in coach.cards()]
    with coach.database.transaction() as connection:
        algorithm = log.algorithm_id(connection, schedule.algorithm, schedule.described)
        session = log.begin_session(connection, "practice", coach.clock(), date(2025, 1, 1))
        for card_id, history in zip(ids, histories, strict=True):
            stored = cards.load(connection, card_id)
            assert stored is not None
            memory: Memory = stored.memory
            for number, rating in history:
                day = date(1970, 1, 1) + timedelta(days=number)
                now = datetime.combine(day, time(12)).astimezone()
                after = schedule.after(memory, Rating(rating), now, day, stored.seed)
                log.add_review(
                    connection, card_id=card_id, session_id=session, algorithm=algorithm, now=now, day=day,
                    rating=Rating(rating), duration=5_000, before=memory, after=after,
                    prompt=stored.card.prompt,
                )  # fmt: skip
                memory = after
            assert memory.phase is not Phase.NEW
            cards.put_memory(connection, card_id, memory, expected=None)
