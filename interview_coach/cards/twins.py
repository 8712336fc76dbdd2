"""Which cards of two databases are the same card, so that their logs can be joined.

Two machines read the same notes at different times, so texts and paths may differ. Surer signs go first,
and each pairs only what it leaves no doubt about on either side; which database is asked about which makes
no difference.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """What a card is known by. `seed` is made of its kind and of the first text that it ever had."""

    card_id: int
    note: str
    kind: str
    slot: str
    prompt_print: str
    answer_print: str
    seed: int


Key = Callable[[Sign, str], Hashable]  # the note's path is given beside, as the other side calls it

_BY_TEXT: tuple[Key, ...] = (
    lambda sign, note: (note, sign.kind, sign.prompt_print, sign.answer_print, sign.slot),
    lambda sign, note: (note, sign.kind, sign.prompt_print, sign.answer_print),
    lambda sign, note: (note, sign.kind, sign.prompt_print),
    lambda sign, _: (sign.kind, sign.prompt_print, sign.answer_print),
)
_BY_NOTE: tuple[Key, ...] = (
    lambda sign, note: (note, sign.kind, sign.prompt_print),
    lambda sign, note: (note, sign.kind, sign.seed),
)


def twins(ours: Sequence[Sign], theirs: Sequence[Sign]) -> dict[int, int]:
    """The ids of our cards by the ids of theirs, for those cards that both have."""
    pairs: dict[int, int] = {}
    for key in _BY_TEXT:
        pairs |= _pairs(ours, theirs, pairs, key, {})
    renamed = _renamed(ours, theirs, pairs)
    for key in _BY_NOTE:
        pairs |= _pairs(ours, theirs, pairs, key, renamed)
    return pairs


def _pairs(
    ours: Iterable[Sign],
    theirs: Iterable[Sign],
    paired: Mapping[int, int],
    key: Key,
    renamed: Mapping[str, str],
) -> dict[int, int]:
    """Cards not paired yet that are the only ones with a key on their side.

    A path that is another note's on the other side is no common name.
    """
    taken = set(paired.values())
    here = set(renamed.values())

    def our_name(note: str) -> str:
        return note if note in here or note not in renamed else f"{note} (ours alone)"

    def their_name(note: str) -> str:
        return renamed.get(note) or (f"{note} (theirs alone)" if note in here else note)

    mine = _only((key(sign, our_name(sign.note)), sign.card_id) for sign in ours if sign.card_id not in taken)
    other = _only(
        (key(sign, their_name(sign.note)), sign.card_id) for sign in theirs if sign.card_id not in paired
    )
    return {other[each]: mine[each] for each in mine.keys() & other.keys()}


def _only(cards: Iterable[tuple[Hashable, int]]) -> dict[Hashable, int]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for key, card_id in cards:
        groups[key].append(card_id)
    return {key: ids[0] for key, ids in groups.items() if len(ids) == 1}


def _renamed(ours: Iterable[Sign], theirs: Iterable[Sign], pairs: Mapping[int, int]) -> dict[str, str]:
    """Our path by theirs for notes that share more cards with each other than with any other note."""
    mine = {sign.card_id: sign.note for sign in ours}
    shared = Counter((sign.note, mine[pairs[sign.card_id]]) for sign in theirs if sign.card_id in pairs)
    best_of: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for (their_note, our_note), number in shared.items():
        best_of["theirs", their_note].append((number, our_note))
        best_of["ours", our_note].append((number, their_note))
    clear = {
        side: max(notes)[1]
        for side, notes in best_of.items()
        if sum(number == max(notes)[0] for number, _ in notes) == 1
    }
    return {
        their_note: our_note
        for their_note, our_note in shared
        if clear.get(("theirs", their_note)) == our_note and clear.get(("ours", our_note)) == their_note
    }
