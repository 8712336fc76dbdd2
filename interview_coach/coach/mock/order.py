"""Which questions an interview asks, in which order. Pure: the same facts and the same seed, the same order.

A warm-up, one strong, one weak, one that is least covered, one about a failure or a conflict; a longer
interview goes round again, a shorter one keeps what matters most. Where the stories do not go round, the
questions that need one a second time come last.
"""

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a question is there for; the values are stored, and the words in a report."""

    WARM_UP = "warm-up"
    STRONG = "a strong one"
    WEAK = "a weak one"
    LEAST = "least covered"
    TROUBLE = "a failure or a conflict"


ROUND = (Role.STRONG, Role.WEAK, Role.LEAST, Role.TROUBLE)
_SHORT: Mapping[int, tuple[Role, ...]] = {
    1: (Role.WEAK,),
    2: (Role.WARM_UP, Role.WEAK),
    3: (Role.WARM_UP, Role.WEAK, Role.TROUBLE),
    4: (Role.WARM_UP, Role.STRONG, Role.WEAK, Role.TROUBLE),
}
# Whoever has the fewest questions to choose from chooses first.
_CHOOSES = (Role.TROUBLE, Role.WEAK, Role.STRONG, Role.LEAST, Role.WARM_UP)
AT_LEAST_OF_ONE_SKILL = 2  # questions that one skill may give, however many skills there are


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked, and what is known of it.

    `key` names it whatever the database's numbers are. `stories` are the stories that may answer it, one of
    them. `strength` goes from 0 to 1, None where it was never answered; `answered` and `skill_answered` are
    how often it and its skill were. `lately` is 0 where it was in none of the last interviews, and higher
    the later it was. `trouble` says that it asks for a failure or a conflict.
    """

    card_id: int
    key: str
    skill: str
    stories: frozenset[str] = frozenset()
    strength: float | None = None
    answered: int = 0
    skill_answered: int = 0
    lately: int = 0
    trouble: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in its place. `repeats` says that its story must be one that an earlier question needs."""

    card_id: int
    role: Role
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The questions in their order. `lacks_trouble`: none of all asks for a failure or a conflict."""

    asked: tuple[Asked, ...]
    lacks_trouble: bool = False


def roles_of(number: int) -> tuple[Role, ...]:
    """The roles of an interview of so many questions, in their order."""
    if number in _SHORT:
        return _SHORT[number]
    rounds = [ROUND[place % len(ROUND)] for place in range(number - 1)]
    return (Role.WARM_UP, *rounds)[:number]


def make_order(
    candidates: Collection[Candidate], number: int, seed: int, again: Sequence[tuple[int, Role]] = ()
) -> Order:
    """The questions of an interview, as many as there are up to `number`.

    `again` are the cards and the roles of one that is sat again: what can be asked still keeps its place, and
    only the others are chosen anew. In one that is not, no story is told twice while another is still untold.

    A choice goes, in this order: to a question whose story was not told yet, of a skill that was not asked
    too often, not asked lately, fitting the role, and where several fit alike by lot.
    """
    left = {each.card_id: each for each in candidates}
    length = min(len(again) or number, len(left))
    if len(again) > length:
        again = [each for each in again if each[0] in left][:length]
    roles = [*(role for _, role in again), *roles_of(length)[len(again) :]]
    lots = _lots(candidates, seed)
    at_most = max(AT_LEAST_OF_ONE_SKILL, -(-len(roles) // len({each.skill for each in candidates} or {""})))
    chosen = {place: left.pop(each) for place, (each, _) in enumerate(again) if each in left}
    for place in _choosing(roles):
        if place in chosen:
            continue
        fitting = [each for each in left.values() if each.trouble or roles[place] is not Role.TROUBLE]
        if not fitting:
            roles[place] = Role.LEAST
        taken = list(chosen.values())
        best = min(fitting or left.values(), key=_preference(roles[place], taken, at_most, lots))
        chosen[place] = left.pop(best.card_id)
        if best.strength is None and roles[place] in (Role.STRONG, Role.WEAK):
            roles[place] = Role.LEAST  # how well it goes is not known yet, and so not said
    lacks = Role.TROUBLE in roles_of(number) and not any(each.trouble for each in candidates)
    asked = _in_order([chosen[place] for place in range(len(roles))], roles)
    if not again:  # those with a story of their own have it whatever comes between them: no mark changes
        asked = tuple(sorted(asked, key=lambda each: each.repeats))
    return Order(asked, lacks_trouble=lacks)


def _lots(candidates: Iterable[Candidate], seed: int) -> dict[int, float]:
    """A lot for each. `random()` alone is promised to be the same in every version of Python."""
    chance = random.Random(seed)  # noqa: S311 - a game of chance, and to be repeated
    return {each.card_id: chance.random() for each in sorted(candidates, key=lambda each: each.key)}


def _choosing(roles: Sequence[Role]) -> list[int]:
    """The places in the order in which they are filled: all of the first round before the second."""
    rounds = [sum(role is other for other in roles[:place]) for place, role in enumerate(roles)]
    return sorted(range(len(roles)), key=lambda place: (rounds[place], _CHOOSES.index(roles[place])))


def _preference(
    role: Role, taken: Sequence[Candidate], at_most: int, lots: Mapping[int, float]
) -> Callable[[Candidate], tuple[object, ...]]:
    told = [each.stories for each in taken]
    free = _told_apart(told)
    adds: dict[frozenset[str], int] = {}
    asked = Counter(each.skill for each in taken)

    def preference(each: Candidate) -> tuple[object, ...]:
        if each.stories not in adds:
            adds[each.stories] = _told_apart([*told, each.stories]) - free
        repeats = bool(each.stories) and not adds[each.stories]
        often = asked[each.skill] >= at_most
        return (repeats, often, each.lately, *_fit(role, each), lots[each.card_id])

    return preference


def _fit(role: Role, each: Candidate) -> tuple[float, ...]:
    """How well a question fits a role; the lowest fits best."""
    known = each.strength is not None
    strength = each.strength or 0.0
    match role:
        case Role.WARM_UP:  # familiar ground, and no trouble to begin with
            return (each.trouble, -each.answered, -strength)
        case Role.STRONG:
            return (not known, -strength)
        case Role.WEAK:
            return (not known, strength)
        case Role.LEAST:
            return (each.skill_answered, each.answered)
        case Role.TROUBLE:
            return (each.answered,)


def _in_order(chosen: Sequence[Candidate], roles: Sequence[Role]) -> tuple[Asked, ...]:
    """The questions with their roles, and whether each can be told with a story of its own."""
    told = [_told_apart([each.stories for each in chosen[:place]]) for place in range(len(chosen) + 1)]
    return tuple(
        Asked(each.card_id, role, bool(each.stories) and told[place + 1] == told[place])
        for place, (each, role) in enumerate(zip(chosen, roles, strict=True))
    )


def _told_apart(questions: Sequence[frozenset[str]]) -> int:
    """How many of some questions can each be answered with a story that no other of them takes."""
    teller: dict[str, int] = {}

    def tells(question: int, tried: set[str]) -> bool:
        for story in sorted(questions[question] - tried):
            tried.add(story)
            if story not in teller or tells(teller[story], tried):
                teller[story] = question
                return True
        return False

    return sum(tells(question, set()) for question in range(len(questions)))
