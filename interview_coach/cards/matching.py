"""Which skills a job description asks for: by their titles, their aliases and their ATS keywords.

Each match says which terms were found and where, so that a person can tell a good one from a bad one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from interview_coach.cards.terms import Place, Text, Word, words_in
from interview_coach.notes.model import SkillNote
from interview_coach.notes.text import listed


class Source(StrEnum):
    """Where a term stands in a note."""

    TITLE = "title"
    ALIAS = "alias"
    KEYWORD = "keyword"


@dataclass(frozen=True, slots=True)
class Hit:
    """A term of a skill that the description has, and how it says it: its characters and its line, from 1."""

    term: str
    source: Source
    said: str
    start: int
    end: int
    line: int
    slip: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A skill that a description has terms of, the weightiest first.

    `likely` says that they are enough to choose it: its title, a term of several words, or a word that few
    descriptions have.
    """

    skill: str
    hits: tuple[Hit, ...]
    weight: float
    likely: bool


# Words that most descriptions have, so that alone they say little of a skill.
_GENERIC = listed(
    "account|agile|analysis|analytics|business|change|client|collaboration|communication|compliance|coordination"
    "|customer|customers|data|delivery|design|development|documentation|engineering|experience|excel|growth|hiring"
    "|improvement|innovation|leadership|management|marketing|mentoring|metrics|operations|organization|ownership"
    "|people|performance|planning|presentation|presentations|problem|process|product|project|projects|quality"
    "|reporting|research|results|risk|sales|security|service|skills|software|strategy|stakeholder|success|support|systems|team"
    "|teams|teamwork|technical|technology|testing|time|tools|training|writing"
)
_OF_A_TITLE, _OF_AN_ALIAS = 1.5, 1.25
_SINGLE, _GENERIC_WORD = 1.0, 0.25
_PER_WORD = 2.0
LIKELY = 1.0


def match_skills(description: str, notes: Sequence[SkillNote]) -> tuple[Match, ...]:
    """The skills that the description has terms of, the weightiest first; several notes of a title as one."""
    text = Text(description)
    terms: dict[str, dict[str, tuple[str, Source]]] = {}
    for note in notes:
        own = terms.setdefault(note.title, {})
        for term, source in _terms(note):
            own.setdefault(_key(term), (term, source))
    shared = Counter(key for own in terms.values() for key in own)
    found = (_match(skill, own, text, description, shared) for skill, own in terms.items())
    return tuple(sorted((each for each in found if each), key=lambda each: (-each.weight, each.skill)))


def _terms(note: SkillNote) -> list[tuple[str, Source]]:
    return [
        (note.title, Source.TITLE),
        *((alias, Source.ALIAS) for alias in note.aliases),
        *((keyword, Source.KEYWORD) for keyword in note.keywords),
    ]


def _key(term: str) -> str:
    return " ".join(sorted({word.stem for word in words_in(term)}))


def _match(
    skill: str, terms: dict[str, tuple[str, Source]], text: Text, description: str, shared: Counter[str]
) -> Match | None:
    weighed: list[tuple[float, Hit]] = []
    for key, (term, source) in terms.items():
        place = _place(text, term, source)
        if place is not None:
            weight = _weight(term, source, place) / shared[key]
            said = description[place.start : place.end]
            line = description.count("\n", 0, place.start) + 1
            weighed.append((weight, Hit(term, source, said, place.start, place.end, line, place.slip)))
    if not weighed:
        return None
    weighed.sort(key=lambda each: (-each[0], each[1].start))
    likely = any(
        len(words_in(hit.term)) > 1 or hit.source is Source.TITLE or weight >= LIKELY for weight, hit in weighed
    )
    return Match(skill, tuple(hit for _, hit in weighed), sum(weight for weight, _ in weighed), likely)


def _place(text: Text, term: str, source: Source) -> Place | None:
    """Where a term stands; of a title it is enough where what is its own does: escalations, of "Escalation
    Management".
    """
    place = text.find(term)
    if place is not None or source is not Source.TITLE:
        return place
    words = words_in(term)
    own = [word for word in words if not _says_little(word)]
    return text.find(" ".join(term[word.start : word.end] for word in own)) if len(own) < len(words) else None


def _weight(term: str, source: Source, place: Place) -> float:
    """Two words say more than twice what one does; a single word that every description has says little."""
    single = _GENERIC_WORD if _is_generic(term) else _SINGLE
    weight = _PER_WORD * place.words if place.words > 1 else single
    return weight * {Source.TITLE: _OF_A_TITLE, Source.ALIAS: _OF_AN_ALIAS}.get(source, 1.0)


def _is_generic(term: str) -> bool:
    return all(_says_little(word) for word in words_in(term))


def _says_little(word: Word) -> bool:
    return word.plain in _GENERIC or f"{word.plain}s" in _GENERIC
