"""Close matches: a card whose text and answer both changed a little, found by what it still says."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from interview_coach.cards.likeness import likeness, words_of
from interview_coach.cards.model import CardKind
from interview_coach.cards.signs import Pair, Side

CLOSE = 0.75  # the likeness of a close match in another place of the note
SAME_PLACE = 0.15  # what the same place in the note adds: there, a likeness of 0.6 will do
CLEARLY = 0.1  # how much less alike every other candidate must be
_COMPARED = 8  # candidates for one card, those that share the most words
_COMMON = 64  # a word that more cards of a note have finds no candidates

Scores = dict[int, dict[int, float]]


def close_pairs(known: Sequence[Side], made: Sequence[Side]) -> list[Pair]:
    """Pairs of one note's cards that are close and clearly closer than any other candidate on either side.

    Its work grows with the number of cards, not with its square.
    """
    old_groups, new_groups = _families(known), _families(made)
    pairs: list[Pair] = []
    for family in old_groups.keys() & new_groups.keys():
        pairs += _pairs(old_groups[family], new_groups[family])
    return pairs


def _families(sides: Sequence[Side]) -> dict[tuple[str, str], list[Side]]:
    """Cards by kind, story parts by part as well: an Action is never a Result."""
    families: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for side in sides:
        part = side.slot.rpartition(" ")[2] if side.kind is CardKind.STORY_PART else ""
        families[side.kind, part].append(side)
    return families


def _pairs(known: Sequence[Side], made: Sequence[Side]) -> Iterator[Pair]:
    olds = {old.number: old for old in known}
    news = {new.number: new for new in made}
    scores = _scores(known, made)
    while True:
        sure = list(_sure(scores))
        for new, old in sure:
            yield olds[old], news[new]
        taken = {old for _, old in sure}
        settled = {new for new, _ in sure}
        if not sure:
            return
        scores = {
            new: {old: score for old, score in row.items() if old not in taken}
            for new, row in scores.items()
            if new not in settled
        }


def _scores(known: Sequence[Side], made: Sequence[Side]) -> Scores:
    """For each made card, the likeness of its candidates that could matter, their place counted in."""
    texts = {old.number: words_of(_text(old)) for old in known}
    holders: dict[str, list[int]] = defaultdict(list)
    places: dict[str, list[int]] = defaultdict(list)
    for old in sorted(known, key=lambda old: old.number):
        places[old.slot].append(old.number)
        for word in set(texts[old.number]):
            holders[word].append(old.number)
    scores: Scores = {}
    for new in made:
        words = words_of(_text(new))
        here = places.get(new.slot, ())
        shared = Counter(
            number
            for word in set(words)
            if len(holders.get(word, ())) <= _COMMON
            for number in holders.get(word, ())
        )
        best = sorted(shared, key=lambda number: (-shared[number], number))[:_COMPARED]
        row = {
            number: likeness(texts[number], words) + (SAME_PLACE if number in here else 0)
            for number in {*best, *here[:_COMPARED]}
        }
        scores[new.number] = {number: score for number, score in row.items() if score > CLOSE - CLEARLY}
    return scores


def _text(side: Side) -> str:
    """What tells a card from its like: the words of a story part or a phrasing, else what is asked."""
    return side.answer if side.kind in (CardKind.STORY_PART, CardKind.PHRASING) else side.subject


def _sure(scores: Scores) -> Iterator[tuple[int, int]]:
    """Pairs (made, known) that each prefer the other, clearly."""
    columns: Scores = defaultdict(dict)
    for new, row in scores.items():
        for old, score in row.items():
            columns[old][new] = score
    for new, row in scores.items():
        best = _clear_best(row)
        if best is not None and _clear_best(columns[best]) == new:
            yield new, best


def _clear_best(row: dict[int, float]) -> int | None:
    if not row:
        return None
    best = max(row, key=row.__getitem__)
    others = (score for number, score in row.items() if number != best)
    return best if row[best] >= CLOSE and row[best] - max(others, default=0.0) >= CLEARLY else None
