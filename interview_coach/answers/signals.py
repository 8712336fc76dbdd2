"""Signals: what can be counted in the words of an answer, each with its places.

They are counts and trends. None of them says how good an answer is, and nobody is marked by them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from interview_coach.answers.model import Counted, Signals, Span
from interview_coach.answers.phrases import PhraseList, built_in, chosen
from interview_coach.answers.sentences import sentences_of
from interview_coach.answers.words import Word, spoken_seconds, word_count, words_of
from interview_coach.settings import DEFAULTS, Settings

NEAR = 25  # words on either side that count as the sentence where a dictation has no full stops

# What may stand between "I" and what I did. "I always built" tells a habit, "I never built" nothing done.
_BETWEEN = re.compile(
    "again|already|also|first|just|later|next|now|once|only|soon|still|then|therefore|together|\\w+ly"
)
_NO_EVENT = re.compile("generally|hardly|hypothetically|normally|rarely|theoretically|typically|usually")
_PERFECT = frozenset(["have", "had"])
_NOT_DONE = frozenset(["if", "unless", "whether"])  # before "I": nothing that happened
_NUMBERED = frozenset(["class", "grade", "level", "part", "phase", "stage", "step", "tier", "type"])  # Phase I


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists that an answer is looked at with."""

    fillers: PhraseList
    hedges: PhraseList
    theoretical: PhraseList
    vague: PhraseList
    action_verbs: frozenset[str]
    state_verbs: frozenset[str]


def lists_of(settings: Settings = DEFAULTS) -> Lists:
    """The lists as the settings choose them."""
    fillers = dict(chosen("fillers", settings.fillers))
    if settings.ambiguous_fillers:
        fillers = {**built_in("ambiguous"), **fillers}
        for entry in settings.fillers:
            fillers.pop(entry.removeprefix("-") if entry.startswith("-") else "", None)
    return Lists(
        PhraseList(fillers.values()),
        PhraseList(chosen("hedges", settings.hedges).values()),
        PhraseList(chosen("theoretical", settings.theoretical).values()),
        PhraseList(chosen("vague", settings.vague).values()),
        frozenset(chosen("actions", settings.action_verbs)),
        frozenset(chosen("states", settings.state_verbs)),
    )


def signals(text: str, lists: Lists, words_per_minute: int, figures: Sequence[Span] | None = None) -> Signals:
    """What can be counted in an answer. Any text is taken; nothing is raised.

    `figures` are the places of the figures in it, where they are known; size words in a sentence with one are
    not vague.
    """
    words = words_of(text)
    number = word_count(text)
    return Signals(
        words=number,
        spoken_seconds=spoken_seconds(number, words_per_minute),
        fillers=lists.fillers.find(text, words),
        hedges=lists.hedges.find(text, words),
        theoretical=lists.theoretical.find(text, words),
        vague=_without_figure(lists.vague.find(text, words), text, words, figures),
        i_actions=tuple(_actions("i", words, lists)),
        we_actions=tuple(_actions("we", words, lists)),
    )


def total(counted: Iterable[Counted]) -> int:
    """How often the entries stand there, all together."""
    return sum(each.count for each in counted)


def _actions(pronoun: str, words: Sequence[Word], lists: Lists) -> Iterator[Span]:
    """Where "I" or "we" stands with a past form of something done: "we built", "I then quickly decided".

    Between the two may stand "have" or "had" and up to two adverbs. A past form ends in -ed, or is in the list
    of those that do not; what one felt, knew or was, what was not done, habits and conditions are none.
    """
    for at, word in enumerate(words):
        if word.text != pronoun:
            continue
        before = words[at - 1].text if at and word.joined else ""
        if before in _NOT_DONE or (pronoun == "i" and before in _NUMBERED):
            continue
        verb = _verb(words, at + 1)
        if verb is None or not _is_action(words[verb].text, lists):
            continue
        behind = words[verb + 1].text if verb + 1 < len(words) and words[verb + 1].joined else ""
        if behind == "not" or (words[verb].text == "used" and behind == "to"):
            continue
        yield word.start, words[verb].end


def _verb(words: Sequence[Word], at: int) -> int | None:
    """Where the verb is, past "have" or "had" and up to two adverbs; None where the sentence breaks before."""
    adverbs = 0
    perfect = False
    while at < len(words) and words[at].joined:
        text = words[at].text
        if text in _PERFECT and not perfect:
            perfect = True
        elif adverbs < 2 and _BETWEEN.fullmatch(text) and not _NO_EVENT.fullmatch(text):
            adverbs += 1
        else:
            return at
        at += 1
    return None


def _is_action(verb: str, lists: Lists) -> bool:
    if verb in lists.state_verbs:
        return False
    return verb in lists.action_verbs or (verb.endswith("ed") and len(verb) > 3)


def _without_figure(
    found: Sequence[Counted], text: str, words: Sequence[Word], figures: Sequence[Span] | None
) -> tuple[Counted, ...]:
    """The entries at their places in sentences that hold no figure."""
    if not found:
        return ()
    if figures is None:
        from interview_coach.answers.figures import figures_in

        figures = [figure.span for figure in figures_in(text) if not figure.weak]
    near = _Stretches(text, words)
    kept = (
        (each.text, tuple(place for place in each.places if not _holds_one(near.around(place), figures)))
        for each in found
    )
    return tuple(Counted(entry, places) for entry, places in kept if places)


def _holds_one(stretch: Span, figures: Sequence[Span]) -> bool:
    """Whether one of the figures, which are in order, begins in the stretch."""
    at = bisect_left(figures, stretch[0], key=lambda figure: figure[0])
    return at < len(figures) and figures[at][0] < stretch[1]


class _Stretches:
    """The sentence around a place; where it has no end, at most 25 words on either side."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self._words = words
        self._sentences = sentences_of(text)

    def around(self, place: Span) -> Span:
        """Its first character, and the one behind its last."""
        sentence = self._sentences[bisect_right(self._sentences, place[0], key=lambda each: each[0]) - 1]
        at = bisect_right(self._words, place[0], key=lambda word: word.start) - 1
        first, last = self._words[max(0, at - NEAR)], self._words[min(len(self._words) - 1, at + NEAR)]
        return max(sentence[0], first.start), min(sentence[1], last.end)
