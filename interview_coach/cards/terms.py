"""The words of a job description, and whether a skill's terms stand among them.

Whole words, without case and accents, whatever their ending: "manage escalations" has the words of "Escalation
Management". English endings.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_coach.notes.text import listed

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:[+#]{1,2}(?![^\W_]))?")
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
# What parts a text, so that words on its two sides are of no one phrase. A wrapped line goes on.
_PART = re.compile(r"[.!?;:,|()\[\]•·▪]|\n\s*\n|\n\s*[-–*\d]")
_STOP = listed(
    "a|an|the|of|and|or|in|on|for|to|with|by|at|from|as|is|are|be|our|your|we|you|it|its|their|this|that|will|us"
    "|who|have|has|all|any"
)
_CAPITALS = frozenset({"IT", "US"})  # words of their own, where "it" and "us" say nothing
# Words between those of a term, as in "management of difficult escalations".
_GAP = 2
# Words from this length on may have one slip of the pen: "escaltion", but "contact" is no "contract".
_LONG = 8

# The longest first, where one ends like another.
_ENDINGS = (
    *("izations", "ization", "izing", "izers", "izer", "ized", "izes", "ize", "erships", "ership"),
    *("ations", "ation", "ators", "ator", "ating", "ated", "ates", "ate", "ments", "ment", "ships", "ship"),
    *("ings", "ing", "ions", "ion", "ers", "ors", "er", "or", "ed", "e"),
)
_WHOLE = listed("customer|computer|server|career|number|order|center|vendor|sensor|error|news")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: what it is compared by, itself without case and plural, and where it is.

    Words of different parts are of no one phrase.
    """

    stem: str
    plain: str
    start: int
    end: int
    part: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term was found. `words` is how many it has that say something; `slip` that one is misspelt."""

    start: int
    end: int
    words: int
    slip: bool


def stem(word: str) -> str:
    """What is left of a folded English word without its ending; the same for all of a family, or nearly so."""
    if len(word) <= 3 or not word.isalpha():
        return word
    word = (
        word.replace("isation", "ization")
        .replace("programme", "program")
        .replace("iour", "ior")
        .replace("lyz", "lys")
    )
    word = re.sub(r"is(e[drs]?|ing|ers?)$", r"iz\1", word) if len(word) > 6 else word
    word = re.sub(r"([^aeiou])our(?=$|s$|al$)", r"\1or", word)
    word = _singular(word)
    if word in _WHOLE or word.endswith("eer"):
        return word
    word = re.sub(
        r"lysis$", "lyse", re.sub(r"duction$", "duce", word)
    )  # analyse an analysis, reduce a reduction
    for ending in _ENDINGS:
        least = 4 if ending in ("er", "ers", "or", "ors") else 3
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word.removesuffix(ending)
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]  # planning, plan
    return word.removesuffix("e") if len(word) > 4 else word


def _singular(word: str) -> str:
    if word in _WHOLE:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ly|the|cri)ses$", word):
        return word[:-2] + "is"  # analyses, hypotheses, crises
    if re.search(r"(?:ss|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def words_in(text: str) -> tuple[Word, ...]:
    """The words of a text that say something, in their order."""
    words: list[Word] = []
    part, end = 0, 0
    for found in _WORD.finditer(text):
        if _PART.search(text, end, found.start() + 1):
            part += 1
        end = found.end()
        said = re.sub(r"['’]s?$", "", found.group())
        folded = _folded(said)
        if said in _CAPITALS:
            words.append(Word(said, said, found.start(), end, part))
        elif folded and folded not in _STOP:
            words.append(Word(stem(folded), _singular(folded), found.start(), end, part))
    return tuple(words)


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("’", "'")


def _stem_as_one(compound: str) -> str:
    return stem(_folded(compound).replace("-", ""))


class Text:
    """A text that terms are looked for in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = words_in(text)
        self._at: dict[str, list[int]] = defaultdict(list)
        self._plain: dict[str, str] = {}
        for index, word in enumerate(self._words):
            self._at[word.stem].append(index)
            self._plain[word.plain] = word.stem
        self._compounds = {
            _stem_as_one(found.group()): Place(found.start(), found.end(), 1, slip=False)
            for found in reversed(list(_COMPOUND.finditer(text)))
        }
        self._near: dict[str, tuple[str, ...]] = {}

    def find(self, term: str) -> Place | None:
        """The first place where all words of a term stand close together, in any order."""
        wanted = list({word.stem: word for word in words_in(term)}.values())
        if len(wanted) == 1 and len(_WORD.findall(term)) > 1:
            return self._literally(term)  # "on-call", "up to date": little is left of them but a common word
        places = [self._places(each) for each in wanted]
        if not wanted or not all(places):
            return self._as_one(term)
        for first in sorted(index for found in places for index in found):
            last = self._window(first, places, len(wanted))
            if last is not None:
                slip = any(each.stem not in self._at for each in wanted)
                return Place(self._words[first].start, self._words[last].end, len(wanted), slip)
        return None

    def _literally(self, term: str) -> Place | None:
        words = r"[\W_]+".join(re.escape(word) for word in _WORD.findall(term))
        found = re.search(rf"(?<!\w){words}(?!\w)", self._text, re.IGNORECASE)
        return None if found is None else Place(found.start(), found.end(), 1, slip=False)

    def _as_one(self, term: str) -> Place | None:
        """Where a term stands that only a hyphen tells from it: "post-mortem", "postmortem"."""
        if not _COMPOUND.fullmatch(term):
            return None if " " in term else self._compounds.get(_stem_as_one(term))
        at = self._at.get(_stem_as_one(term))
        return None if at is None else Place(self._words[at[0]].start, self._words[at[0]].end, 1, slip=False)

    def _window(self, first: int, places: Sequence[dict[int, None]], number: int) -> int | None:
        """The index of the last word of a term that begins with the word `first`; None where it does not."""
        missing = [found for found in places if first not in found]
        reach = first + number + (_GAP if number > 1 else 0)
        for index in range(first, min(reach, len(self._words))):
            if self._words[index].part != self._words[first].part:
                return None
            missing = [found for found in missing if index not in found]
            if not missing:
                return index
        return None

    def _places(self, wanted: Word) -> dict[int, None]:
        stems = (wanted.stem,) if wanted.stem in self._at else self._slips(wanted.plain)
        return {index: None for each in stems for index in self._at[each]}

    def _slips(self, wanted: str) -> tuple[str, ...]:
        """The words of the text that are nearly this one."""
        if len(wanted) < _LONG:
            return ()
        if wanted not in self._near:
            self._near[wanted] = tuple(self._misspelt(wanted))
        return self._near[wanted]

    def _misspelt(self, wanted: str) -> Iterator[str]:
        from rapidfuzz.distance import OSA

        for plain, stemmed in self._plain.items():
            if (
                len(plain) >= _LONG
                and plain[0] == wanted[0]
                and OSA.distance(plain, wanted, score_cutoff=1) <= 1
            ):
                yield stemmed
