from collections.abc import Iterable, Iterator
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.recall.queue import MAY_MEET, Entry, Limits, Queue, build, gives_away, kept_apart

KINDS = ("question", "story part", "metric", "phrasing", "opener")
PLENTY = Limits(new=1000, reviews=1000)


def entry(card_id: int, note_id: int, kind: str = "question") -> Entry:
    return Entry(card_id, note_id, kind)


@st.composite
def days(draw: st.DrawFn) -> tuple[list[Entry], list[Entry], list[Entry], dict[int, set[str]]]:
    """Three lists of different cards, and what was shown before them."""
    notes_and_kinds = draw(st.lists(st.tuples(st.integers(1, 5), st.sampled_from(KINDS)), max_size=30))
    cards = [entry(number, note, kind) for number, (note, kind) in enumerate(notes_and_kinds)]
    first, second = sorted((draw(st.integers(0, len(cards))), draw(st.integers(0, len(cards)))))
    shown = draw(st.dictionaries(st.integers(1, 5), st.sets(st.sampled_from(KINDS), max_size=2), max_size=3))
    return cards[:first], cards[first:second], cards[second:], shown


limits = st.builds(Limits, new=st.integers(0, 12), reviews=st.integers(0, 12))


def siblings_meet(one: Entry, other_note: int, other_kind: str) -> bool:
    return one.note_id == other_note and (one.kind != other_kind or one.kind not in MAY_MEET)


@given(days(), limits, st.booleans())
def test_siblings_never_meet_on_a_day(
    day: tuple[list[Entry], list[Entry], list[Entry], dict[int, set[str]]], limit: Limits, interleave: bool
) -> None:
    learning, due, new, shown = day
    queue = build(learning, due, new, limit, shown, bury_siblings=True, interleave=interleave)
    by_id = {card.card_id: card for card in learning + due + new}
    later = [by_id[card_id] for card_id in queue.due + queue.new]
    for index, card in enumerate(later):
        others = [(other.note_id, other.kind) for other in learning + later[:index]]
        others += [(note, kind) for note, kinds in shown.items() for kind in kinds]
        assert not any(siblings_meet(card, note, kind) for note, kind in others)


@given(days(), limits, st.booleans(), st.booleans())
def test_limits_hold_and_no_card_is_lost_or_doubled(
    day: tuple[list[Entry], list[Entry], list[Entry], dict[int, set[str]]],
    limit: Limits,
    bury: bool,
    interleave: bool,
) -> None:
    learning, due, new, shown = day
    queue = build(learning, due, new, limit, shown, bury_siblings=bury, interleave=interleave)
    assert sorted(queue.learning) == [card.card_id for card in learning]
    assert len(queue.due) <= limit.reviews
    assert len(queue.new) <= limit.new
    assert len(set(queue.order)) == len(queue.order)
    assert set(queue.due) <= {card.card_id for card in due}
    assert set(queue.new) <= {card.card_id for card in new}
    if not bury:
        assert len(queue.due) == min(len(due), limit.reviews)
        assert len(queue.new) == min(len(new), limit.new)


@given(days(), limits)
def test_a_card_is_held_back_only_for_a_sibling_or_a_limit(
    day: tuple[list[Entry], list[Entry], list[Entry], dict[int, set[str]]], limit: Limits
) -> None:
    learning, due, new, shown = day
    queue = build(learning, due, new, limit, shown, bury_siblings=True, interleave=False)
    by_id = {card.card_id: card for card in learning + due + new}
    taken = [by_id[card_id] for card_id in queue.order]
    for cards, chosen, most in ((due, queue.due, limit.reviews), (new, queue.new, limit.new)):
        if len(chosen) == most:
            continue
        for card in cards:
            if card.card_id not in chosen:
                met = [(other.note_id, other.kind) for other in taken]
                met += [(note, kind) for note, kinds in shown.items() for kind in kinds]
                assert any(siblings_meet(card, note, kind) for note, kind in met)


@given(days(), limits, st.booleans())
def test_interleaving_only_changes_the_order(
    day: tuple[list[Entry], list[Entry], list[Entry], dict[int, set[str]]], limit: Limits, bury: bool
) -> None:
    learning, due, new, shown = day
    mixed = build(learning, due, new, limit, shown, bury_siblings=bury, interleave=True)
    plain = build(learning, due, new, limit, shown, bury_siblings=bury, interleave=False)
    for one, other in ((mixed.learning, plain.learning), (mixed.due, plain.due), (mixed.new, plain.new)):
        assert sorted(one) == sorted(other)


def as_new(notes: tuple[int, ...]) -> list[Entry]:
    return [entry(number, note) for number, note in enumerate(notes)]


def mixed_notes(notes: tuple[int, ...]) -> list[int]:
    queue = build([], [], as_new(notes), PLENTY, {}, bury_siblings=True, interleave=True)
    for note in set(notes):  # within a note, the order stays
        own = [card_id for card_id in queue.new if notes[card_id] == note]
        assert own == sorted(own)
    return [notes[card_id] for card_id in queue.new]


@pytest.mark.parametrize("length", range(7))
def test_one_note_follows_itself_only_where_it_cannot_be_avoided(length: int) -> None:
    for notes in product(range(3), repeat=length):
        repeats = sum(one == other for one, other in pairwise(mixed_notes(notes)))
        unavoidable = max((2 * notes.count(note) - 1 - length for note in notes), default=0)
        assert repeats == max(0, unavoidable), notes


def test_interleaving_keeps_priority_as_far_as_it_can() -> None:
    assert mixed_notes((1, 2, 3, 1, 2)) == [1, 2, 3, 1, 2]
    assert mixed_notes((1, 1, 2, 3, 4)) == [1, 2, 1, 3, 4]
    assert mixed_notes((1, 1, 1, 2, 2, 2, 3)) == [1, 2, 1, 2, 1, 2, 3]
    assert mixed_notes((1, 2, 3, 3)) == [1, 3, 2, 3]


def test_the_parts_of_the_queue_mix_over_their_joints() -> None:
    due, new = [entry(1, 7), entry(2, 8), entry(3, 7)], [entry(4, 7), entry(5, 9)]
    queue = build([], due, new, PLENTY, {}, bury_siblings=True, interleave=True)
    assert queue == Queue((), (1, 2, 3), (5, 4))


def test_the_order_is_learning_then_due_then_new() -> None:
    queue = build([entry(3, 1)], [entry(2, 2)], [entry(1, 3)], PLENTY, {}, bury_siblings=True, interleave=True)
    assert queue.order == (3, 2, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_two_questions_two_metrics_and_two_phrasings_may_meet(kind: str) -> None:
    queue = build(
        [], [entry(1, 1, kind)], [entry(2, 1, kind)], PLENTY, {}, bury_siblings=True, interleave=False
    )
    assert queue.order == ((1, 2) if kind in {"question", "metric", "phrasing"} else (1,))


def test_what_was_shown_today_gives_away_its_siblings() -> None:
    due = [entry(1, 1, "question"), entry(2, 1, "metric"), entry(3, 2, "metric")]
    queue = build([], due, [], PLENTY, {1: {"question"}}, bury_siblings=True, interleave=False)
    assert queue.due == (1, 3)


def test_learning_cards_come_though_siblings_were_shown_and_hold_theirs_back() -> None:
    learning = [entry(1, 1, "story part"), entry(2, 1, "metric")]
    due = [entry(3, 1, "question"), entry(4, 2, "question")]
    limit = Limits(new=0, reviews=1)
    queue = build(learning, due, [], limit, {1: {"question"}}, bury_siblings=True, interleave=False)
    assert queue == Queue((1, 2), (4,), ())


def test_limits_are_applied_after_burying() -> None:
    new = [entry(1, 1, "question"), entry(2, 1, "metric"), entry(3, 1, "story part"), entry(4, 2, "question")]
    queue = build([], [], new, Limits(new=2, reviews=0), {}, bury_siblings=True, interleave=False)
    assert queue.new == (1, 4)


def test_no_more_is_read_than_the_limit_needs() -> None:
    def endless() -> Iterator[Entry]:
        for number in range(100):
            read.append(number)
            yield entry(number, number)

    read: list[int] = []
    for bury in (True, False):
        read.clear()
        queue = build(
            [], endless(), endless(), Limits(new=0, reviews=3), {}, bury_siblings=bury, interleave=True
        )
        assert queue.due == (0, 1, 2)
        assert read == [0, 1, 2]


@given(days(), limits, st.booleans(), st.sets(st.integers(0, 30), max_size=6))
def test_what_is_wanted_always_comes_and_nothing_comes_twice(
    day: tuple[list[Entry], list[Entry], list[Entry], dict[int, set[str]]],
    limit: Limits,
    bury: bool,
    ids: set[int],
) -> None:
    learning, due, new, shown = day
    wanted = [card for card in (*learning, *due, *new) if card.card_id in ids]
    queue = build(learning, due, new, limit, shown, bury_siblings=bury, interleave=False, wanted=wanted)
    asked_for = [card.card_id for card in wanted if card not in learning]
    assert list(queue.due[: len(asked_for)]) == asked_for
    assert len(queue.due) - len(asked_for) <= limit.reviews
    assert len(set(queue.order)) == len(queue.order)


def test_an_overdue_card_has_its_notes_day_before_siblings_due_today() -> None:
    """Else one would wait for as long as the others are due, which before an interview is every day."""
    today = [entry(1, 1), entry(2, 1), entry(3, 2)]
    overdue = [entry(4, 1, "metric"), entry(5, 1, "metric"), entry(6, 1, "story part"), entry(7, 2)]

    def due(*waiting: Entry) -> tuple[int, ...]:
        queue = build(
            [], today + overdue, [], PLENTY, {}, bury_siblings=True, interleave=False, waiting=waiting
        )
        return queue.due

    assert due() == (1, 2, 3, 7)
    assert due(overdue[0], overdue[3]) == (3, 4, 5, 7)
    assert due(overdue[2], overdue[3]) == (3, 6, 7)


def test_a_new_card_that_is_to_be_begun_has_its_notes_day_as_far_as_the_limit_of_new_ones_reaches() -> None:
    due = [entry(1, 1), entry(2, 2), entry(3, 3)]
    new = [entry(4, 9), entry(5, 1, "story part"), entry(6, 1, "story part"), entry(7, 2, "story part")]

    def taken(most: int, shown: dict[int, set[str]], *beginning: Entry) -> tuple[int, ...]:
        limit = Limits(new=most, reviews=9)
        return build(
            [],
            due,
            new,
            limit,
            shown,
            bury_siblings=True,
            interleave=False,
            beginning=beginning,
            waiting=due[:1],
        ).order

    assert taken(9, {}) == (1, 2, 3, 4)
    assert taken(9, {}, *new[1:]) == (3, 5, 7, 4)
    assert taken(1, {}, *new[1:]) == (2, 3, 5)
    assert taken(0, {}, *new[1:]) == (1, 2, 3)
    assert taken(9, {1: {"question"}}, *new[1:]) == (1, 3, 7, 4)


@given(days(), limits, st.booleans(), st.data())
def test_whatever_waits_siblings_never_meet_and_what_waits_is_shown_where_it_can_be(
    day: tuple[list[Entry], list[Entry], list[Entry], dict[int, set[str]]],
    limit: Limits,
    interleave: bool,
    data: st.DataObject,
) -> None:
    learning, due, new, shown = day
    by_note = {card.note_id: card for card in due}
    waiting = [card for card in by_note.values() if data.draw(st.booleans())]
    beginning = [card for card in new if data.draw(st.booleans())]
    queue = build(
        learning,
        due,
        new,
        limit,
        shown,
        bury_siblings=True,
        interleave=interleave,
        waiting=waiting,
        beginning=beginning,
    )
    assert len(set(queue.order)) == len(queue.order)
    assert len(queue.new) <= limit.new
    by_id = {card.card_id: card for card in learning + due + new}
    later = [by_id[card_id] for card_id in queue.due + queue.new]
    assert not any(
        siblings_meet(card, other.note_id, other.kind)
        for index, card in enumerate(later)
        for other in learning + later[:index]
    )
    begun = {card.note_id for card in learning} | {note for note, kinds in shown.items() if kinds}
    begun |= {card.note_id for card in beginning}
    if len(queue.due) < limit.reviews:
        assert {card.card_id for card in waiting if card.note_id not in begun} <= set(queue.due)


# -- one after the other


def clashes(cards: Iterable[Entry]) -> int:
    return sum(gives_away(one, other) for one, other in pairwise(cards))


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(KINDS)), max_size=20))
def test_kept_apart_they_are_the_same_cards_and_never_closer(drawn: list[tuple[int, str]]) -> None:
    cards = [entry(number, *each) for number, each in enumerate(drawn)]
    spread = kept_apart(cards)
    assert sorted(each.card_id for each in spread) == list(range(len(cards)))
    assert clashes(spread) <= clashes(cards)
    if not clashes(cards):
        assert spread == cards


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(KINDS)), max_size=6))
def test_none_follows_what_gives_it_away_where_only_one_waits_at_a_time(drawn: list[tuple[int, str]]) -> None:
    """Between any two cards stands one of a note of its own, so that each has a place to go."""
    own = [entry(100 + number, 100 + number) for number in range(len(drawn) + 1)]
    cards = [*(entry(number, *each) for number, each in enumerate(drawn)), *own]
    assert clashes(kept_apart(cards)) == 0


def test_a_card_waits_no_longer_than_it_must() -> None:
    story, number, other, again = (
        entry(1, 1, "story part"), entry(2, 1, "metric"), entry(3, 2), entry(4, 1, "metric")
    )  # fmt: skip
    assert kept_apart([story, number, other, again]) == [story, other, number, again]
    assert kept_apart([other, story, number]) == [number, other, story], "in the last gap that takes it"
    assert kept_apart([story, number]) == [story, number]
