"""What sections and story parts are called: one table of names, and how a title is matched to it.

A title is folded (no case, accents, punctuation, emoji) and freed of numbering, of "your", "my" and
"the" before it and "about this skill" after it, then looked up. A heading may also be told by one word,
so that "Questions they ask about escalations" is found; that is too loose for a label within text.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from interview_coach.notes.patterns import regex
from interview_coach.notes.text import fold, without_enumerator, without_marks
from interview_coach.notes.vocabulary import PARTS, SECTIONS, Kind, Part

_BEFORE = regex(
    r"^(?:(?:your|my|our|the|some|a|an|this skills|these|section|part|top \d+|\d+|meine|mein|mes|mon"
    r"|ma|mis|mi|moja|moje|moj|muj|minha|meu|mijn|le"
    r"|la|les|il|i|die|der|das|мои|моя|我的) )+"
)
_AFTER = regex(
    r" (?:(?:about|for|on|in|with|of|from|regarding|related to|around) (?:this|the|that|my"
    r"|these)?(?: |$)?"
    r"(?:skill|skills|topic|area|interview|interviews|role|job|position|it|this)?|section|list|here"
    r"|so far|table"
    r"|\d{1,3})$"
)


_REMARK = regex(r"[(（\[]([^()（）\[\]]+)[)）\]]")


@dataclass(frozen=True, slots=True)
class Match:
    """A title found in the table. `sure` is false where the name could mean something else."""

    kind: Kind
    sure: bool


@cache
def _sections() -> dict[str, Match]:
    found: dict[str, Match] = {}
    for kind, names in SECTIONS.items():
        for sure, listed in ((True, names.sure), (False, names.unsure)):
            for name in filter(None, listed.split("|")):
                found.setdefault(fold(name), Match(kind, sure))
    return found


@cache
def _parts() -> dict[str, Part]:
    return {fold(name): part for part, names in PARTS.items() for name in names.split("|")}


@cache
def _telling() -> tuple[tuple[Kind, frozenset[str], tuple[str, ...]], ...]:
    rows = ((kind, names) for kind, names in SECTIONS.items() if names.words)
    return tuple(
        (kind, frozenset(map(fold, names.words.split("|"))), tuple(filter(None, names.unless.split("|"))))
        for kind, names in rows
    )


def _trimmed(title: str) -> str:
    """The title folded, without numbering, possessives, remarks in brackets, "about this skill"."""
    bare = re.sub(r"[(（\[][^()（）\[\]]*[)）\]]", " ", title) or title
    folded = fold(without_enumerator(without_marks(bare)))
    folded = _BEFORE.sub("", folded)
    return _AFTER.sub("", folded)


@lru_cache(maxsize=4096)
def section_named(title: str) -> Match | None:
    """The section that this title names, by the whole of it."""
    if not title or len(title) > 90:
        return None
    names = _sections()
    found = names.get(fold(title)) or names.get(_trimmed(title))
    remark = _REMARK.search(title) if found is not None and not found.sure else None
    meant = names.get(fold(remark[1])) if remark else None  # "Story (STAR)"
    return meant if meant is not None and meant.sure else found


@lru_cache(maxsize=4096)
def section_headed(title: str) -> Match | None:
    """The section that this heading announces: by its whole name, else by a telling word in it."""
    found = section_named(title)
    if found is not None or title.rstrip().endswith(("?", "？")):
        return found
    folded = _trimmed(title)
    words = folded.split()
    if not words or len(words) > 8:
        return None
    for kind, telling, unless in _telling():
        if not telling.isdisjoint(words) and not any(f" {each} " in f" {folded} " for each in unless):
            return Match(kind, sure=False)
    return None


@lru_cache(maxsize=4096)
def parts_named(title: str) -> tuple[Part, ...]:
    """The story parts that this label names; two for "Situation/Task"; none if it names anything else."""
    if not title or len(title) > 60:
        return ()
    bare = re.sub(r"[(\[]([A-Za-z])[)\]](?=[a-z])", r"\1", without_marks(title) or title)
    bare = re.sub(r"[(（\[][^()（）\[\]]*[)）\]]", " ", bare)
    names = _parts()
    whole = names.get(fold(title)) or names.get(_undetermined(fold(without_enumerator(bare))))
    if whole is not None:
        return (whole,)
    pieces = [
        fold(without_enumerator(piece))
        for piece in re.split(r"[/&+,]|\s[-–—]\s|\band\b|\bund\b|\by\b|\bet\b", bare)
    ]
    pieces = [_undetermined(piece) for piece in pieces]
    if len(pieces) == 1:
        pieces = _letter_and_name(pieces[0])
    found = [names[piece] for piece in pieces if piece in names]
    return tuple(dict.fromkeys(found)) if found and len(found) == len(pieces) else ()


def _letter_and_name(folded: str) -> list[str]:
    """ "S - Situation" is the name alone."""
    words = folded.split()
    if len(words) == 2 and len(words[0]) == 1 and words[1][:1] == words[0]:
        return [words[1]]
    return [folded]


def _undetermined(folded: str) -> str:
    """The name without "my" before it or a number after it."""
    return re.sub(r"^(?:the|my|our|your|mein|meine|mon|ma|mi) | \d{1,2}$", "", folded)


def close_section(title: str) -> tuple[str, Match] | None:
    """The section name that this title misspells, if it is a near miss of just one kind."""
    folded = _trimmed(title)
    if len(folded) < 6 or len(folded.split()) > 5:
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    names = _sections()
    best = process.extractOne(
        folded, names.keys(), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.84
    )
    if best is None or names[best[0]].kind is Kind.OTHER or not _misspells(folded, best[0]):
        return None
    return best[0], names[best[0]]


def _misspells(folded: str, name: str) -> bool:
    """Whether each word that differs is a slip of the same word, and no other form of it."""
    typed, meant = folded.split(), name.split()
    if len(typed) != len(meant):
        return False
    differing = [(a, b) for a, b in zip(typed, meant, strict=True) if a != b]
    return all(len(b) >= 4 and not a.startswith(b[:-1]) and not b.startswith(a[:-1]) for a, b in differing)


def close_part(label: str) -> Part | None:
    """The story part that this label misspells ("Situtation")."""
    folded = fold(label)
    if len(folded) < 4 or " " in folded:
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    full = {"situation": Part.SITUATION, "task": Part.TASK, "action": Part.ACTION, "result": Part.RESULT}
    best = process.extractOne(
        folded, full.keys(), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.75
    )
    return full[best[0]] if best else None
