"""Lists of words and phrases, and the places where a text holds them.

An entry counts as whole words, folded on both sides, the longest first. Words behind its bar in the list say
where it means something else: "you know" in "as you know" or "you know the client" is no filler.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from interview_coach.answers.model import Counted, Span
from interview_coach.answers.words import Word, fold, words_of
from interview_coach.settings import BUILT_IN

FIGURE = "#"  # in a guard: any word with a figure in it
EARLIER = 8  # words of a sentence that "since" looks back over
_ABBREVIATION = 3  # letters up to which a word in capitals is one: the ER is no hesitation

_FOLDER = Path(__file__).with_name("lists")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of a list: its folded words, and the words that make it mean something else.

    `after` stands right before the entry, `before` right behind it, `since` up to eight words earlier.
    """

    words: tuple[str, ...]
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The entry as it is shown."""
        return " ".join(self.words)


class PhraseList:
    """The entries of one list, ready to be looked for."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            self._by_first.setdefault(phrase.words[0], []).append(phrase)

    def find(self, text: str, words: Sequence[Word]) -> tuple[Counted, ...]:
        """The entries that a text with these words holds, in the order in which they first come up."""
        places: dict[str, list[Span]] = {}
        shouted = text.isupper()
        at = 0
        while at < len(words):
            phrase = self._at(text, words, at, shouted=shouted)
            if phrase is None:
                at += 1
                continue
            last = at + len(phrase.words) - 1
            places.setdefault(phrase.text, []).append((words[at].start, words[last].end))
            at = last + 1
        return tuple(Counted(entry, tuple(found)) for entry, found in places.items())

    def _at(self, text: str, words: Sequence[Word], at: int, *, shouted: bool) -> Phrase | None:
        for phrase in self._by_first.get(words[at].text, ()):
            if not _stands(phrase, words, at):
                continue
            first = words[at]
            if len(phrase.words) == 1 and len(first.text) <= _ABBREVIATION and not shouted:
                written = text[first.start : first.end]
                if len(written) > 1 and written.isupper():
                    continue
            if not _means_something(phrase, text, words, at):
                return phrase
        return None


def _stands(phrase: Phrase, words: Sequence[Word], at: int) -> bool:
    """Whether the words from `at` on are the entry's, with no punctuation between them."""
    found = words[at : at + len(phrase.words)]
    return len(found) == len(phrase.words) and all(
        word.text == wanted and (word.joined or number == 0)
        for number, (word, wanted) in enumerate(zip(found, phrase.words, strict=True))
    )


def _means_something(phrase: Phrase, text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the words around the entry make it more than one of its list."""
    behind = at + len(phrase.words)
    if at and words[at].joined and _is_among(words[at - 1], phrase.after):
        return True
    if behind < len(words) and words[behind].joined and _is_among(words[behind], phrase.before):
        return True
    for word in reversed(words[max(0, at - EARLIER) : at] if phrase.since else ()):
        if any(mark in text[word.end : words[at].start] for mark in ".!?"):
            return False
        if word.text in phrase.since:
            return True
    return False


def _is_among(word: Word, guard: frozenset[str]) -> bool:
    return word.text in guard or (FIGURE in guard and any(map(str.isdigit, word.text)))


def phrases_of(lines: Iterable[str]) -> Mapping[str, Phrase]:
    """The entries on some lines, by their folded text; a line without a word is none."""
    phrases: dict[str, Phrase] = {}
    for line in lines:
        entry, *guards = line.split("|")
        words = tuple(word.text for word in words_of(entry))
        if words:
            named = {name.strip(): _guard(those) for name, _, those in (each.partition(":") for each in guards)}
            kept = {name: named[name] for name in ("after", "before", "since") if name in named}
            phrases[" ".join(words)] = Phrase(words, **kept)
    return phrases


def _guard(words: str) -> frozenset[str]:
    return frozenset(word if word == FIGURE else fold(word) for word in words.split())


@lru_cache(maxsize=16)
def built_in(name: str) -> Mapping[str, Phrase]:
    """A list of the program's own, such as "fillers". It is to be read, not changed."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return phrases_of(line for line in text.splitlines() if not line.startswith("#"))


def chosen(name: str, entries: Sequence[str]) -> Mapping[str, Phrase]:
    """The list that a setting makes: "built-in" is the program's own, "-entry" takes one out, others add."""
    phrases = dict(built_in(name)) if BUILT_IN in entries else {}
    phrases.update(phrases_of(entry for entry in entries if entry != BUILT_IN and not entry.startswith("-")))
    for entry in entries:
        if entry.startswith("-"):
            phrases.pop(fold(entry), None)
    return phrases
