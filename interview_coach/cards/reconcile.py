"""Which card that a note makes now is which card of before, so that an edit keeps months of recall.

Surer signs go first, over all notes, and each takes its cards out of what the next may look at: the same
text; the same text with a new answer; the same answer under a new text; a close match within the note; and
at last a card that moved to another note. A place in the note alone is never enough. Nothing depends on
the order in which cards or files are given.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interview_coach.cards import prompts
from interview_coach.cards.close import close_pairs
from interview_coach.cards.fingerprint import fold
from interview_coach.cards.model import Card, CardKind
from interview_coach.cards.signs import Pair, Side, pairs_by_sign, unique_pairs, without


@dataclass(frozen=True, slots=True)
class Known:
    """A card that the database has. `missing` says that its text was gone at the last look."""

    card_id: int
    note_id: int
    kind: CardKind
    slot: str
    prompt: str
    answer: str
    prompt_print: str
    answer_print: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A card that a note makes now. `note` is the note's path; `note_id` is None for a note not yet known."""

    note_id: int | None
    note: str
    card: Card
    prompt_print: str
    answer_print: str


class How(StrEnum):
    """By what a card was known again. CLOSE and MOVED are worth telling the person about."""

    SAME = "same"
    NEW_ANSWER = "new answer"
    NEW_TEXT = "new text"
    CLOSE = "close"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Match:
    """The card made at this index is the known card with this id."""

    made: int
    card_id: int
    how: How


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Every made card is matched or new, every known card is matched or gone."""

    matches: tuple[Match, ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]


def reconcile(known: Sequence[Known], made: Sequence[Made]) -> Reconciliation:
    """Finds every made card among the known ones.

    `known` holds the cards of the notes that `made` comes from, of notes that are gone, and those missing
    since before: a known card whose note was not looked at must not be among them, or it counts as gone.
    """
    by_id = {card.card_id: card for card in known}
    settled = _same(known, made)
    taken = set(settled.values())
    olds: Sequence[Side] = [_known_side(card) for card in known if card.card_id not in taken]
    news: Sequence[Side] = [_made_side(index, card) for index, card in enumerate(made) if index not in settled]
    if olds and news:
        touched = {side.note for side in news}
        kin = (
            (_known_side(by_id[card_id]), _made_side(index, made[index]))
            for index, card_id in settled.items()
            if by_id[card_id].kind is CardKind.STORY_PART and by_id[card_id].note_id in touched
        )
        pairs = _within_notes(olds, news, kin)
        olds, news = without(pairs, olds, news)
        staying, before = {_note_of(card) for card in made}, {card.note_id for card in known}
        pairs += _across_notes(olds, news, lambda old, new: old not in staying and new not in before)
        settled.update((new.number, old.number) for old, new in pairs)
        taken.update(old.number for old, _ in pairs)
    return Reconciliation(
        tuple(
            Match(index, settled[index], _how(by_id[settled[index]], made[index])) for index in sorted(settled)
        ),
        tuple(index for index in range(len(made)) if index not in settled),
        tuple(sorted(by_id.keys() - taken)),
    )


def _same(known: Sequence[Known], made: Sequence[Made]) -> dict[int, int]:
    """Made cards (by index) whose note, kind, text and answer are those of a known card (by id)."""
    before: dict[Hashable, list[Known]] = defaultdict(list)
    now: dict[Hashable, list[int]] = defaultdict(list)
    for card in known:
        before[card.note_id, card.kind, card.prompt_print, card.answer_print].append(card)
    for index, one in enumerate(made):
        now[_note_of(one), one.card.kind, one.prompt_print, one.answer_print].append(index)
    settled: dict[int, int] = {}
    for key, indexes in now.items():
        olds = before.get(key)
        if olds:
            if len(olds) > 1 or len(indexes) > 1:  # alike in every word: their places tell them apart
                olds = sorted(olds, key=lambda card: (card.missing, card.slot, card.card_id))
                indexes.sort(key=lambda index: (made[index].card.slot, made[index].card.line))
            settled.update(zip(indexes, (card.card_id for card in olds), strict=False))
    return settled


def _within_notes(olds: Sequence[Side], news: Sequence[Side], kin: Iterable[Pair]) -> list[Pair]:
    settled: dict[int | str, list[Pair]] = defaultdict(list)
    for old, new in kin:
        settled[old.note].append((old, new))
    before, now = _by_note(olds), _by_note(news)
    pairs: list[Pair] = []
    for note in before.keys() & now.keys():
        pairs += _all_pairs(before[note], now[note], settled[note])
    return pairs


def _across_notes(
    olds: Sequence[Side], news: Sequence[Side], renamed: Callable[[int | str, int | str], bool]
) -> list[Pair]:
    """Cards that moved: notes that share cards go together, those that share most first.

    A close match counts only where the whole note was renamed: between two living notes, what is merely
    close is another card.
    """
    before, now = _by_note(olds), _by_note(news)
    pairs: list[Pair] = []
    links = _links(olds, news)
    for old_note, new_note in sorted(links, key=lambda notes: (-links[notes], str(notes[0]), str(notes[1]))):
        there, here = before[old_note], now[new_note]
        found = _all_pairs(there, here) if renamed(old_note, new_note) else pairs_by_sign(there, here)
        before[old_note], now[new_note] = without(found, there, here)
        pairs += found
    return pairs


def _links(olds: Sequence[Side], news: Sequence[Side]) -> Counter[tuple[int | str, int | str]]:
    """How many cards a note that lost some shares with a note that gained some."""
    links: Counter[tuple[int | str, int | str]] = Counter()
    for old, new in unique_pairs(olds, news, lambda side: (side.kind, side.subject, side.answer_print)):
        links[old.note, new.note] += 1
    for old, new in unique_pairs(
        olds, news, lambda side: side.subject if side.kind is CardKind.QUESTION else None
    ):
        links[old.note, new.note] += 1
    return links


def _all_pairs(known: Sequence[Side], made: Sequence[Side], kin: Iterable[Pair] = ()) -> list[Pair]:
    pairs = pairs_by_sign(known, made, kin)
    return pairs + close_pairs(*without(pairs, known, made))


def _by_note(sides: Iterable[Side]) -> dict[int | str, Sequence[Side]]:
    notes: dict[int | str, list[Side]] = defaultdict(list)
    for side in sides:
        notes[side.note].append(side)
    return dict(notes)


def _note_of(made: Made) -> int | str:
    return made.note if made.note_id is None else made.note_id


def _known_side(card: Known) -> Side:
    subject = fold(prompts.subject(card.kind, card.prompt))
    return Side(
        card.card_id, card.note_id, card.kind, card.slot, subject, card.answer,
        card.prompt_print, card.answer_print, missing=card.missing,
    )  # fmt: skip


def _made_side(index: int, made: Made) -> Side:
    card = made.card
    subject = fold(prompts.subject(card.kind, card.prompt))
    own = card.kind is CardKind.QUESTION and bool(card.passages) and not card.passages[0].label
    return Side(
        index, _note_of(made), card.kind, card.slot, subject, card.answer,
        made.prompt_print, made.answer_print, own_answer=own,
    )  # fmt: skip


def _how(known: Known, made: Made) -> How:
    if known.note_id != made.note_id:
        return How.MOVED
    same_prompt = known.prompt_print == made.prompt_print
    same_answer = known.answer_print == made.answer_print
    if same_prompt:
        return How.SAME if same_answer else How.NEW_ANSWER
    return How.NEW_TEXT if same_answer else How.CLOSE
