"""How alike two texts are, by the words that carry their meaning.

Character by character, "Tell me about a time you failed" and "Tell me about a time you led" are nearly the
same. So the words that questions share are left out, small slips within a word are forgiven, and a figure
or a negation counts like any other word.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from interview_coach.cards.fingerprint import fold

NEAR = 75  # of 100, by letters in common: "failed" and "failing" are 77, "resolved" and "resolve" 93
_LONGEST = 24  # words left over on either side beyond this are not compared letter by letter

# Words that say nothing of what a question is about. Negations stay, and so do who, why, when and where.
_SET_WORDS = frozenset(
    word
    for line in (
        "a an the this that these those there it its of to in on at by for from with as into and or so",
        "i me my we us our you your they their is are was were be been being am do does did done have has had",
        "can could will would should may might how what which tell about describe give explain share talk walk",
        "than then through example instance time times situation please ever some any",
    )
    for word in line.split()
)
# Scripts that set no spaces between words, or hang particles on them, are compared by pairs of letters.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def words_of(text: str) -> tuple[str, ...]:
    """The words by which a text is compared."""
    words: list[str] = []
    for word in fold(text).split():
        if _UNSPACED.search(word) and len(word) > 1:
            words.extend(first + second for first, second in pairwise(word))
        else:
            words.append(word)
    return tuple(word for word in words if word not in _SET_WORDS) or tuple(words)


def likeness(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of words in common, 0 to 1; order does not count, a slip within a word counts in part."""
    total = len(left) + len(right)
    return 2 * _in_common(left, right) / total if total else 0.0


def containment(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of the shorter text's words that the longer has too: 1 where one was only written out."""
    shorter = min(len(left), len(right))
    return _in_common(left, right) / shorter if shorter else 0.0


def _in_common(left: Iterable[str], right: Iterable[str]) -> float:
    ours, theirs = Counter(left), Counter(right)
    same = ours & theirs
    ours, theirs = ours - same, theirs - same
    common = float(same.total())
    if ours and theirs and len(ours) <= _LONGEST and len(theirs) <= _LONGEST:
        common += _nearly_in_common(ours, theirs)
    return common


def _nearly_in_common(ours: Iterable[str], theirs: Iterable[str]) -> float:
    """Words that are nearly the same, each used once, the nearest first; never figures."""
    from rapidfuzz.fuzz import ratio

    pairs = sorted(
        (-score, one, other)
        for one in ours
        for other in theirs
        if one[0] == other[0]  # slips seldom hit the first letter: "hired" is not "fired"
        and not _has_digit(one)
        and not _has_digit(other)
        and (score := ratio(one, other, score_cutoff=NEAR))
    )
    common = 0.0
    used: set[tuple[str, str]] = set()
    for score, one, other in pairs:
        if ("ours", one) not in used and ("theirs", other) not in used:
            used |= {("ours", one), ("theirs", other)}
            common -= score / 100
    return common


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)
