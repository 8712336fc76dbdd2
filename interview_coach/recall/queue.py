"""The order of a study day's cards: what has begun, what is due, what is new; siblings kept apart.

Cards of one note give each other away (a question's answer is the story, a story part shows the parts
before it), so two of them are not shown on the same study day, except where both are questions, both
metrics or both phrasings.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

# Before an interview siblings are due day after day. For how many study days a new card of a skill that it asks
# for may wait for them at most: a design choice.
BEGIN_WITHIN = 3

# The values of CardKind for which two cards of one note may be shown on the same study day.
MAY_MEET = frozenset({"question", "metric", "phrasing"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What the queue knows of a card. `kind` is a CardKind's value."""

    card_id: int
    note_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What is left of the study day's limits, in cards over all decks."""

    new: int
    reviews: int


@dataclass(frozen=True, slots=True)
class Queue:
    """The ids of the cards to show, each part in its order."""

    learning: tuple[int, ...] = ()
    due: tuple[int, ...] = ()
    new: tuple[int, ...] = ()

    @property
    def order(self) -> tuple[int, ...]:
        """All of them: learning, then due, then new."""
        return self.learning + self.due + self.new


def build(
    learning: Iterable[Entry],
    due: Iterable[Entry],
    new: Iterable[Entry],
    limits: Limits,
    shown_today: Mapping[int, Collection[str]],
    *,
    bury_siblings: bool,
    interleave: bool,
    wanted: Iterable[Entry] = (),
    waiting: Iterable[Entry] = (),
    beginning: Iterable[Entry] = (),
) -> Queue:
    """The queue from cards given by priority, best first; each iterable is read no further than needed.

    `shown_today` maps a note's id to the kinds of its cards reviewed on this study day. Learning cards
    were begun, and what is `wanted` was asked for by the person: both always come, the wanted as the first
    of those due. Limits hold over all decks and are applied last, after burying. The order depends on
    nothing but what is given.

    `waiting` are overdue cards, one of a note at most: the day of its note is each one's, before that of a
    sibling due today. Without that, where siblings are due day after day, it would never be shown. Before even
    those go, as far as the limit of new cards reaches, the cards `beginning`, best first: see BEGIN_WITHIN.
    """
    begun = list(learning)
    asked_for = [entry for entry in wanted if entry not in begun]
    shown: dict[int, set[str]] = {note_id: set(kinds) for note_id, kinds in shown_today.items()}
    for entry in (*begun, *asked_for):
        shown.setdefault(entry.note_id, set()).add(entry.kind)
    if asked_for:
        due, new = _without(due, asked_for), _without(new, asked_for)
    if not bury_siblings:
        taken = [begun, _first(due, limits.reviews), _first(new, limits.new)]
    else:
        theirs = {entry.note_id: entry for entry in waiting}
        first = _apart(beginning, limits.new, {note_id: set(kinds) for note_id, kinds in shown.items()}, {})
        theirs |= {entry.note_id: entry for entry in first}
        new = chain(first, _without(new, frozenset(first)))
        taken = [begun, _apart(due, limits.reviews, shown, theirs), _apart(new, limits.new, shown, {})]
    taken[1] = asked_for + taken[1]
    if interleave:
        last: int | None = None
        for index, part in enumerate(taken):
            taken[index] = _interleaved(part, last)
            last = taken[index][-1].note_id if part else last
    return Queue(*(tuple(entry.card_id for entry in part) for part in taken))


def _without(entries: Iterable[Entry], others: Collection[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry not in others)


def _first(entries: Iterable[Entry], limit: int) -> list[Entry]:
    taken: list[Entry] = []
    if limit > 0:
        for entry in entries:
            taken.append(entry)
            if len(taken) == limit:
                break
    return taken


def _apart(
    entries: Iterable[Entry], limit: int, shown: dict[int, set[str]], waiting: Mapping[int, Entry]
) -> list[Entry]:
    """The first cards up to the limit that meet no sibling, nor the one that waits; notes in `shown` what it
    takes.
    """
    taken: list[Entry] = []
    if limit <= 0:
        return taken
    for entry in entries:
        kinds = shown.setdefault(entry.note_id, set())
        first = waiting.get(entry.note_id, entry)
        others = kinds or ({first.kind} if first != entry else set())
        if not others or (others == {entry.kind} and entry.kind in MAY_MEET):
            kinds.add(entry.kind)
            taken.append(entry)
            if len(taken) == limit:
                break
    return taken


def gives_away(one: Entry, other: Entry) -> bool:
    """Whether of two cards each may tell what the other asks for."""
    return one.note_id == other.note_id and not (one.kind == other.kind and one.kind in MAY_MEET)


def kept_apart(entries: Iterable[Entry]) -> list[Entry]:
    """The same cards, two that give each other away following each other only where it cannot be avoided.

    A card keeps its place unless the one just shown gives it away; then it waits for the first place after it
    where it may stand. What still waits at the end goes into the last gap that takes it.
    """
    spread: list[Entry] = []
    waiting: list[Entry] = []
    for entry in entries:
        waiting.append(entry)
        while (at := _that_may_follow(spread, waiting)) is not None:
            spread.append(waiting.pop(at))
    for entry in waiting:
        spread.insert(_last_gap(spread, entry), entry)
    return spread


def _that_may_follow(spread: Sequence[Entry], waiting: Sequence[Entry]) -> int | None:
    return next((at for at, each in enumerate(waiting) if not spread or not gives_away(spread[-1], each)), None)


def _last_gap(spread: Sequence[Entry], entry: Entry) -> int:
    """The last place where neither neighbour gives a card away; the end where there is none."""
    for at in range(len(spread), -1, -1):
        if not any(gives_away(each, entry) for each in spread[max(0, at - 1) : at + 1]):
            return at
    return len(spread)


def _interleaved(entries: Sequence[Entry], before: int | None) -> list[Entry]:
    """The same cards, two of one note following each other only where it cannot be avoided.

    `before` is the note of the card shown before the first. A card keeps its place unless its note was
    just shown; then it waits for the next card of another note. Those that wait are always of one note,
    the one shown last, so one queue is enough. What still waits at the end goes into the last gaps.
    """
    spread: list[Entry] = []
    waiting: deque[Entry] = deque()
    last = before
    for entry in entries:
        if entry.note_id == last:
            waiting.append(entry)
            continue
        spread.append(entry)
        if waiting:
            spread.append(waiting.popleft())
        last = spread[-1].note_id
    if not waiting:
        return spread
    note_id = waiting[0].note_id
    notes = _with_gaps_filled([entry.note_id for entry in spread], note_id, len(waiting), before)
    others = (entry for entry in spread if entry.note_id != note_id)
    own = (entry for entry in entries if entry.note_id == note_id)
    return [next(own) if each == note_id else next(others) for each in notes]


def _with_gaps_filled(notes: list[int], note_id: int, count: int, before: int | None) -> list[int]:
    """The notes with `count` more of `note_id`: each in a gap between two others, the last gaps first."""
    backwards: list[int] = []
    for here, previous in zip(reversed(notes), [*notes[-2::-1], before], strict=False):
        backwards.append(here)
        if count and note_id not in (here, previous):
            backwards.append(note_id)
            count -= 1
    return [*reversed(backwards), *[note_id] * count]
