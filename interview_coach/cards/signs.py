"""The signs by which a card is known again inside one note, surest first, short of a close match."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from interview_coach.cards.likeness import containment, likeness, words_of
from interview_coach.cards.model import CardKind

KEPT_OF_SUBJECT = 0.6  # likeness of two questions or metric names that have the same answer
KEPT_OF_ANSWER = 0.5  # share of the shorter answer's words that the longer one must have too
TELLING_WORDS = 4  # a question's own answer of fewer words ("Yes.") says nothing of which question it was


@dataclass(frozen=True, slots=True)
class Side:
    """A card as both sides of the search see it, known or made.

    `number` is the card's id or its index among the made. `subject` is what the prompt asks about, folded.
    `own_answer` says that the answer was written for this very question (told of made cards only).
    """

    number: int
    note: int | str
    kind: CardKind
    slot: str
    subject: str
    answer: str
    prompt_print: str
    answer_print: str
    missing: bool = False
    own_answer: bool = False

    @property
    def story(self) -> str:
        """The story that a story part's slot names: "story 1" of "story 1 action"."""
        return self.slot.rpartition(" ")[0]


Pair = tuple[Side, Side]  # known, made


def pairs_by_sign(known: Sequence[Side], made: Sequence[Side], kin: Iterable[Pair] = ()) -> list[Pair]:
    """Which of the known cards of one note are which of the made, by everything but a close match.

    `kin` are pairs of the same note that are settled already: they tell which of its stories is which.
    """
    found: list[Pair] = []
    stories = {(old.story, new.story) for old, new in kin if old.kind is CardKind.STORY_PART}

    def same_story(old: Side, new: Side) -> bool:
        return (old.story, new.story) in stories

    signs: tuple[tuple[Callable[[Side], Hashable], Callable[[Side, Side], bool]], ...] = (
        (_part_told, _always),
        (_prompt, _asks_the_same),
        (_subject, _asks_the_same),
        (_part_asked, same_story),
        (_answer, _answers_the_same),
    )
    for key, holds in signs:
        pairs = [(old, new) for old, new in unique_pairs(known, made, key) if holds(old, new)]
        found += pairs
        stories.update((old.story, new.story) for old, new in pairs if old.kind is CardKind.STORY_PART)
        known, made = without(pairs, known, made)
    return found


def unique_pairs(
    known: Iterable[Side], made: Iterable[Side], key: Callable[[Side], Hashable]
) -> Iterator[Pair]:
    """Pairs with the same key (None is none) where it leaves no doubt, cards not missing going first.

    Where several cards share a key, their places in the note tell which is which.
    """
    before, now = _grouped(known, key), _grouped(made, key)
    for each in before.keys() & now.keys():
        olds = [old for old in before[each] if not old.missing] or before[each]
        if len(olds) == len(now[each]) == 1:
            yield olds[0], now[each][0]
            continue
        old_places, new_places = (_grouped(sides, lambda side: side.slot) for sides in (olds, now[each]))
        for place in old_places.keys() & new_places.keys():
            if len(old_places[place]) == len(new_places[place]) == 1:
                yield old_places[place][0], new_places[place][0]


def without(
    pairs: Iterable[Pair], known: Sequence[Side], made: Sequence[Side]
) -> tuple[Sequence[Side], Sequence[Side]]:
    """Both sides without the cards that are paired."""
    olds, news = set(), set()
    for old, new in pairs:
        olds.add(old.number)
        news.add(new.number)
    if not olds:
        return known, made
    return [old for old in known if old.number not in olds], [new for new in made if new.number not in news]


def _grouped(sides: Iterable[Side], key: Callable[[Side], Hashable]) -> dict[Hashable, list[Side]]:
    groups: dict[Hashable, list[Side]] = defaultdict(list)
    for side in sides:
        value = key(side)
        if value is not None:
            groups[value].append(side)
    return groups


def _part_told(side: Side) -> Hashable:
    """A story part is what it says; its prompt is nearly the same for every story."""
    return side.answer_print if side.kind is CardKind.STORY_PART else None


def _prompt(side: Side) -> Hashable:
    return side.kind, side.prompt_print


def _subject(side: Side) -> Hashable:
    return side.kind, side.subject


def _part_asked(side: Side) -> Hashable:
    return side.subject if side.kind is CardKind.STORY_PART else None


def _answer(side: Side) -> Hashable:
    return None if side.kind is CardKind.STORY_PART else (side.kind, side.answer_print)


def _always(_old: Side, _new: Side) -> bool:
    return True


def _asks_the_same(old: Side, new: Side) -> bool:
    """A question or a metric's name says which card it is; "the Action of your story" does not."""
    if old.kind is CardKind.STORY_PART or (
        old.kind is CardKind.PHRASING and old.prompt_print != new.prompt_print
    ):
        return containment(words_of(old.answer), words_of(new.answer)) >= KEPT_OF_ANSWER
    return True


def _answers_the_same(old: Side, new: Side) -> bool:
    """The same answer says little where many questions share one story, or many metrics a value."""
    if old.kind is CardKind.PHRASING or (new.own_answer and len(words_of(new.answer)) >= TELLING_WORDS):
        return True
    return likeness(words_of(old.subject), words_of(new.subject)) >= KEPT_OF_SUBJECT
