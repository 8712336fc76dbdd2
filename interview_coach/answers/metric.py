"""A note's metric as an answer is looked through for it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from interview_coach.answers.figures import words_in
from interview_coach.answers.measure import Kind
from interview_coach.answers.model import Sought
from interview_coach.answers.tokens import Sort
from interview_coach.answers.topics import Topic
from interview_coach.answers.values import Wanted, values_of

_WORDS = (Sort.WORD, Sort.NAME)
_KEPT = ("protected", "kept", "retained", "renewed", "saved", "passed", "won", "resolved")


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric: what is sought, its key figure (None where it has none), its words."""

    sought: Sought
    wanted: Wanted | None
    topic: Topic
    numbered: tuple[tuple[str, float], ...] = ()  # words and numbers of its name: Progress 8
    of_kept: bool = False  # whether it is of what was kept, passed or won


@lru_cache(maxsize=256)
def metric_of(sought: Sought) -> Metric:
    """The metric, read once for all answers."""
    wanted = values_of(sought.value, sought.name, sought.context)
    named = words_in(sought.name)
    name = [token.text for token in named if token.sort in _WORDS]
    rest = [token.text for token in words_in(sought.context) if token.sort in _WORDS]
    said: list[str] = []
    if wanted is not None:
        said += [word for word in wanted.words if word.isalnum()]
        said += [wanted.figure.unit] if wanted.figure.kind in (Kind.COUNT, Kind.RATIO) else []
    numbered = tuple(
        (word.text, number.value)
        for word, number in pairwise(named)
        if word.sort in _WORDS and number.sort is Sort.NUMBER
    )
    capitals = re.findall(r"\b[A-Z]{3,5}\b", sought.name)
    topic = Topic(name, rest, said, map(str.lower, capitals))
    return Metric(sought, wanted, topic, numbered, any(map(topic.has, _KEPT)))
