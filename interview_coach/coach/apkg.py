"""Cards with their schedule as a package for Anki."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from html import escape
from pathlib import Path

from interview_coach.cards.model import Card, Passage
from interview_coach.recall.day import study_day
from interview_coach.recall.model import Memory, Phase
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import Settings
from interview_coach.store import anki, cards, travel
from interview_coach.store.anki import AnkiCard, AnkiReview
from interview_coach.store.cards import StoredCard
from interview_coach.store.codec import offset_of
from interview_coach.store.database import Database
from interview_coach.store.travel import LoggedReview
from interview_coach.telling import Tell, counted, silent

_TYPES = {
    Phase.NEW: anki.NEW,
    Phase.LEARNING: anki.LEARNING,
    Phase.REVIEW: anki.REVIEW,
    Phase.RELEARNING: anki.RELEARNING,
}
# Anki's log knows no new cards: their first review is one of a learning step (0), as all until they are known.
_LOGGED = {Phase.NEW: 0, Phase.LEARNING: 0, Phase.REVIEW: 1, Phase.RELEARNING: 2}
_RED_FLAG = 1


def write_apkg(database: Database, settings: Settings, now: datetime, path: Path, tell: Tell = silent) -> int:
    """Writes the cards that are in a note today; gives how many.

    What Anki can hold goes along: due day, interval, FSRS's memory, reviews, lapses, suspended, flagged, and
    the log of reviews. What it cannot: the real offset of a moment, ticks and hints, cards put off to
    another day.
    """
    reviews: Mapping[int, list[LoggedReview]] = defaultdict(list)
    for review in travel.logged_reviews(database.connection):
        if review.counts:
            reviews[review.card_id].append(review)
    present = [stored for stored in cards.load_all(database.connection) if stored.missing_since is None]
    first = _first_day(present, study_day(now, settings.rollover_hour))
    crt = datetime.combine(first, time(settings.rollover_hour), tzinfo=now.tzinfo)
    schedule = Schedule.from_settings(settings)
    made = (
        _anki_card(number, stored, reviews.get(stored.card_id, ()), first, settings, schedule)
        for number, stored in enumerate(counted("Writing cards", present, len(present), tell), start=1)
    )
    anki.write_package(path, made, int(crt.timestamp()), offset_of(now), int(now.timestamp()))
    return len(present)


def _first_day(present: Sequence[StoredCard], today: date) -> date:
    """A day before everything, so that no due day counts below nought."""
    days = (day for one in present for day in (one.memory.due_day, one.memory.last_day) if day is not None)
    return min(days, default=today) - timedelta(days=1)


def _anki_card(
    number: int,
    stored: StoredCard,
    reviews: Sequence[LoggedReview],
    first: date,
    settings: Settings,
    schedule: Schedule,
) -> AnkiCard:
    memory = stored.memory
    kind = _TYPES[memory.phase]
    steps = {Phase.LEARNING: settings.learning_steps, Phase.RELEARNING: settings.relearning_steps}
    in_steps = len(steps.get(memory.phase, ())) - (memory.step or 0)
    return AnkiCard(
        guid=f"interview-coach-{stored.card_id}-{stored.seed:08x}",
        deck=f"Interview coach::{stored.card.skill.replace('::', ': ')}",
        fields=tuple(_fields(stored)),
        type=kind,
        queue=anki.SUSPENDED if stored.suspended else min(kind, anki.REVIEW) if kind != 3 else anki.LEARNING,
        due=_due(memory, number, first),
        interval=_interval(memory),
        factor=anki.NO_FACTOR if memory.phase is Phase.NEW else anki.EASE,
        reps=memory.reps,
        lapses=memory.lapses,
        steps_left=max(1, in_steps) if memory.due_at is not None else 0,
        flag=_RED_FLAG if stored.flagged else 0,
        data=_data(memory, number, settings, schedule),
        reviews=tuple(_anki_review(review) for review in reviews),
    )


def _due(memory: Memory, number: int, first: date) -> int:
    if memory.due_day is not None:
        return (memory.due_day - first).days
    return number if memory.due_at is None else int(memory.due_at.timestamp())


def _interval(memory: Memory) -> int:
    """Days; for a card that is being learnt again, about what it will have after that."""
    if memory.due_day is not None and memory.last_day is not None:
        return (memory.due_day - memory.last_day).days
    return max(1, round(memory.stability or 0)) if memory.phase is Phase.RELEARNING else 0


def _data(memory: Memory, number: int, settings: Settings, schedule: Schedule) -> dict[str, float]:
    """What Anki keeps of FSRS with a card, under its own names and as finely as it does."""
    if memory.stability is None or memory.difficulty is None or memory.last_at is None:
        return {}
    return {
        "pos": number,
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": settings.retention,
        "decay": round(schedule.parameters[20], 3),
        "lrt": int(memory.last_at.timestamp()),
    }


def _anki_review(review: LoggedReview) -> AnkiReview:
    difficulty = review.after.difficulty or 1.0
    return AnkiReview(
        at=review.at,
        rating=int(review.rating),
        interval=_logged_interval(review.after),
        last_interval=_logged_interval(review.before),
        factor=round((difficulty - 1) / 9 * 1000) + 100,  # as Anki logs FSRS's difficulty
        took=min(review.duration, 60_000 * 60),
        kind=_LOGGED[review.phase],
    )


def _logged_interval(memory: Memory) -> int:
    if memory.due_at is not None and memory.last_at is not None:
        return -max(1, int((memory.due_at - memory.last_at).total_seconds()))
    return _interval(memory)


def _fields(stored: StoredCard) -> Iterator[str]:
    card = stored.card
    yield _html(card.prompt)
    yield "<br>".join(map(_passage, card.cue))
    yield "<br>".join(map(_passage, card.passages)) or _html(card.answer)
    yield "".join(_points(card))
    yield _html(card.skill)
    yield _html(card.kind.value)
    yield _html(f"{stored.path}, line {card.line}")


def _points(card: Card) -> Iterator[str]:
    """The points that stand nowhere else on the card: the parts of a story are its passages."""
    for point in card.points:
        if point.context or point.label.casefold() not in {each.label.casefold() for each in card.passages}:
            beside = f" ({point.context})" if point.context else ""
            yield f"<li>{_html(f'{point.label}: {point.expected}{beside}')}</li>"


def _passage(passage: Passage) -> str:
    return f"<b>{_html(passage.label)}:</b> {_html(passage.text)}" if passage.label else _html(passage.text)


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
