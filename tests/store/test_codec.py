"""What is written into the database comes back the same."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.recall.model import Memory, Phase
from interview_coach.store.codec import (
    card_of,
    detail_of,
    from_ms,
    memory_from_json,
    memory_to_json,
    memory_to_row,
    offset_of,
    row_to_memory,
    to_ms,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001 - the zone is set below
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
)
FINITE = st.floats(0.001, 36500)
MEMORIES = st.builds(
    Memory,
    phase=st.sampled_from(Phase),
    step=st.none() | st.integers(0, 5),
    stability=st.none() | FINITE,
    difficulty=st.none() | FINITE,
    due_at=st.none() | MOMENTS,
    due_day=st.none() | DAYS,
    last_at=st.none() | MOMENTS,
    last_day=st.none() | DAYS,
    reps=st.integers(0, 10_000),
    lapses=st.integers(0, 10_000),
)
PASSAGES = st.lists(st.builds(Passage, st.text(), st.text())).map(tuple)
CARDS = st.builds(
    Card,
    kind=st.sampled_from(CardKind),
    skill=st.text(),
    slot=st.text(),
    prompt=st.text(),
    answer=st.text(),
    line=st.integers(1, 10_000),
    cue=PASSAGES,
    passages=PASSAGES,
    points=st.lists(st.builds(Point, st.sampled_from(PointKind), st.text(), st.text(), st.text())).map(tuple),
)


@given(MEMORIES)
def test_a_memory_comes_back_the_same_from_the_log_and_from_the_card(memory: Memory) -> None:
    assert memory_from_json(memory_to_json(memory)) == memory
    assert row_to_memory(memory_to_row(memory)) == memory


@given(CARDS)
def test_a_card_comes_back_the_same(card: Card) -> None:
    stored = card_of(
        card.kind.value, card.skill, card.slot, card.prompt, card.answer, card.line, detail_of(card)
    )
    assert stored == card


@given(MOMENTS, st.integers(-14 * 60, 14 * 60))
def test_a_moment_is_the_same_in_any_zone(moment: datetime, offset: int) -> None:
    there = moment.astimezone(timezone(timedelta(minutes=offset)))
    assert from_ms(to_ms(there)) == moment
    assert offset_of(there) == offset
