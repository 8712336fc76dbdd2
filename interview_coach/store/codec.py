"""How moments, memories and cards are written in the database, and read back the same."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.recall.day import from_number, to_number
from interview_coach.recall.model import Memory, Phase

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

MEMORY_COLUMNS = (
    "phase",
    "step",
    "stability",
    "difficulty",
    "due_at",
    "due_day",
    "last_at",
    "last_day",
    "reps",
    "lapses",
)


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 (UTC) of an aware moment, rounded down."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(ms: int) -> datetime:
    """The moment, in UTC."""
    return _EPOCH + ms * _MILLISECOND


def offset_of(moment: datetime) -> int:
    """Minutes east of UTC of an aware moment."""
    return int((moment.utcoffset() or timedelta()) / timedelta(minutes=1))


def memory_to_row(memory: Memory) -> tuple[Any, ...]:
    """The values for MEMORY_COLUMNS."""
    return (
        memory.phase.value,
        memory.step,
        memory.stability,
        memory.difficulty,
        None if memory.due_at is None else to_ms(memory.due_at),
        _day(memory.due_day),
        None if memory.last_at is None else to_ms(memory.last_at),
        _day(memory.last_day),
        memory.reps,
        memory.lapses,
    )


def row_to_memory(row: tuple[Any, ...] | list[Any]) -> Memory:
    """The memory written as MEMORY_COLUMNS."""
    phase, step, stability, difficulty, due_at, due_day, last_at, last_day, reps, lapses = row
    return Memory(
        phase=Phase(phase),
        step=step,
        stability=stability,
        difficulty=difficulty,
        due_at=None if due_at is None else from_ms(due_at),
        due_day=None if due_day is None else from_number(due_day),
        last_at=None if last_at is None else from_ms(last_at),
        last_day=None if last_day is None else from_number(last_day),
        reps=reps,
        lapses=lapses,
    )


def memory_to_json(memory: Memory) -> str:
    """The memory as a JSON array in the order of MEMORY_COLUMNS: what the log keeps."""
    return json.dumps(memory_to_row(memory), separators=(",", ":"))


def memory_from_json(text: str) -> Memory:
    """The memory that `memory_to_json` wrote."""
    return row_to_memory(json.loads(text))


def detail_of(card: Card) -> str:
    """What a card holds beside its prompt and its answer, as JSON."""
    return json.dumps(
        {
            "cue": [[passage.label, passage.text] for passage in card.cue],
            "passages": [[passage.label, passage.text] for passage in card.passages],
            "points": [[point.kind.value, point.label, point.expected, point.context] for point in card.points],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def card_of(kind: str, skill: str, slot: str, prompt: str, answer: str, line: int, detail: str) -> Card:
    """The card as its note made it."""
    parts = json.loads(detail)
    return Card(
        kind=CardKind(kind),
        skill=skill,
        slot=slot,
        prompt=prompt,
        answer=answer,
        line=line,
        cue=tuple(Passage(*passage) for passage in parts["cue"]),
        passages=tuple(Passage(*passage) for passage in parts["passages"]),
        points=tuple(Point(PointKind(kind), *rest) for kind, *rest in parts["points"]),
    )


def _day(day: date | None) -> int | None:
    return None if day is None else to_number(day)
