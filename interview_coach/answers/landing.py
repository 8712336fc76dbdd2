"""Which metrics an answer holds: landed, said as a percentage, said with another value, or missing.

A figure is a metric's where value and unit agree and, unless the figure is distinctive ("13 of 14", "$1.2M"),
where the metric's own words stand near. Another value is asked about only in the metric's own clause. In
doubt nothing has landed: the person's tick decides.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interview_coach.answers.compare import Likeness, compared
from interview_coach.answers.figures import figures_in, figures_of, words_in
from interview_coach.answers.measure import Figure, Kind, Role
from interview_coach.answers.model import Landing, Sought, Status
from interview_coach.answers.reading import NO_NOUN
from interview_coach.answers.tokens import Sort, Token, listed
from interview_coach.answers.topics import Topic
from interview_coach.answers.values import Wanted, values_of

__all__ = ["has_figure", "land", "values_of"]

_NEAR = 10  # words on either side in which a metric's words speak for a figure
_SENTENCE = 25  # the same within a sentence, which dictation may never end
_FAR = 45  # words before it in which they still may
_BREAKS = frozenset({"but", "while", "whereas", "although", "though", ":", "(", ")", "—", "--", ","})
_AFRESH = listed("we i our my the it they he she this that you")
_MATCHES = frozenset({Likeness.SURE, Likeness.SAME, Likeness.LOOSE, Likeness.PERCENT})
_COUNTED = frozenset({Kind.COUNT, Kind.RATIO, Kind.RANK})
_PRONOUNS = listed("it that this which everything whole thing process average all we i they each")
_BARE = listed(
    "took take takes taken taking got get getting did do done went was were is are came down to in"
    " about only just under over at around roughly by of be had have has been now then ended up end"
    " finished averaged average on each apiece per case total overall all from start finish every time"
    " within it and so or a an the"
)


def has_figure(text: str) -> bool:
    """Whether the text says any figure at all."""
    return any(not figure.weak for figure in figures_in(text))


def land(text: str, metrics: Sequence[Sought]) -> tuple[Landing, ...]:
    """What became of each metric in an answer, in their order. Spans count the characters of `text`."""
    answer = _Answer.of(text)
    looked = [_Metric.of(each) for each in metrics]
    claims = _settled(_claims(answer, looked), looked)
    return tuple(_landing(answer, metric, place, claims) for place, metric in enumerate(looked))


@dataclass(frozen=True, slots=True)
class _Answer:
    text: str
    tokens: Sequence[Token]
    figures: Sequence[Figure]
    clauses: Sequence[int]  # the number of the clause, and of the sentence, that each token is in
    sentences: Sequence[int]
    places: Mapping[str, Sequence[int]]  # where each word stands

    @classmethod
    def of(cls, text: str) -> "_Answer":
        tokens = words_in(text)
        clauses, sentences, clause, sentence = [], [], 0, 0
        for place, token in enumerate(tokens):
            after = tokens[place + 1].text if place + 1 < len(tokens) else ""
            if token.sort is Sort.STOP:
                sentence += 1
                clause += 1
            elif token.text in _BREAKS or (token.text == "and" and after in _AFRESH):
                clause += 1
            clauses.append(clause)
            sentences.append(sentence)
        places: dict[str, list[int]] = defaultdict(list)
        for place, token in enumerate(tokens):
            if token.sort is Sort.WORD:
                places[token.text].append(place)
        return cls(text, tokens, figures_of(tokens, text), clauses, sentences, places)


@dataclass(frozen=True, slots=True)
class _Metric:
    sought: Sought
    wanted: Wanted | None
    topic: Topic

    @classmethod
    def of(cls, sought: Sought) -> "_Metric":
        wanted = values_of(sought.value, sought.name, sought.context)
        name = [token.text for token in words_in(sought.name) if token.sort is Sort.WORD]
        rest = [token.text for token in words_in(sought.context) if token.sort is Sort.WORD]
        if wanted is not None:
            name += [word for word in wanted.words if word.isalpha()]
            name += [wanted.figure.unit] if wanted.figure.kind in {Kind.COUNT, Kind.RATIO} else []
        return cls(sought, wanted, Topic(name, rest))


@dataclass(frozen=True, slots=True)
class _Claim:
    """That a figure may be a metric's, with what speaks for it."""

    metric: int
    figure: int
    likeness: Likeness
    clause: float  # what the metric's words in the figure's clause tell, the nearer the more
    sentence: float
    before: float
    plain: bool  # nothing in the clause says that the figure is about something else
    foreign: bool  # it counts something that is not among the metric's words

    @property
    def strength(self) -> float:
        """By this the claims on one figure are put in order."""
        sure = {Likeness.SURE: 1.5, Likeness.SAME: 1.0}.get(self.likeness, 0.5)
        return sure + 2 * self.clause + self.sentence + 0.3 * self.before - self.foreign

    def holds(self, *, alone: bool) -> bool:
        """Whether enough speaks for the figure being the metric's, and no other's if it is not `alone`."""
        if self.likeness is Likeness.SURE:
            return True
        if self.likeness is Likeness.SAME:
            return self.sentence >= 0.2 or (self.plain and alone)
        needed = 1.2 if self.foreign else 0.5
        return self.clause >= needed or (self.sentence >= 0.8 and not self.foreign)


def _claims(answer: _Answer, metrics: Sequence[_Metric]) -> list[_Claim]:
    found: list[_Claim] = []
    for at, metric in enumerate(metrics):
        if metric.wanted is None:
            continue
        touched = _touched(answer, metric.topic)
        for number, figure in enumerate(answer.figures):
            likeness = compared(metric.wanted, figure) if figure.role is Role.SAID else Likeness.NONE
            if figure.weak:
                likeness = Likeness.LOOSE if likeness in _MATCHES else Likeness.NONE
            if likeness is not Likeness.NONE:
                told = _told(answer, figure, touched)
                plain = _is_plain(answer, figure)
                found.append(
                    _Claim(at, number, likeness, *told, plain, _is_foreign(answer, figure, metric.topic))
                )
    return found


def _touched(answer: _Answer, topic: Topic) -> list[tuple[int, str, float]]:
    """The places where the answer has a word of the metric's, that word, and how much it tells."""
    found: list[tuple[int, str, float]] = []
    for text, places in answer.places.items():
        word, value = topic.touch(text)
        if value:
            found += [(place, word, value) for place in places]
    return sorted(found)


def _told(
    answer: _Answer, figure: Figure, touched: Sequence[tuple[int, str, float]]
) -> tuple[float, float, float]:
    """What a metric's words tell of a figure, in its clause, in its sentence and before it."""
    clause: dict[str, float] = {}
    sentence: dict[str, float] = {}
    before: dict[str, float] = {}
    clauses = {answer.clauses[place] for place in (figure.first, figure.last - 1)}
    start = bisect_left(touched, figure.first - _FAR, key=lambda each: each[0])
    for place, word, value in touched[start:]:
        away = figure.first - place if place < figure.first else max(place - figure.last + 1, 0)
        if place >= figure.last + _SENTENCE:
            break
        if away == 0 and figure.kind not in _COUNTED:
            continue  # its unit
        worth = value / (1 + max(away - 2, 0) / 8)
        if answer.clauses[place] in clauses and away <= _NEAR:
            clause[word] = max(clause.get(word, 0.0), worth)
        if answer.sentences[place] == answer.sentences[figure.first] and away <= _SENTENCE:
            sentence[word] = max(sentence.get(word, 0.0), worth)
        elif place < figure.first:
            before[word] = max(before.get(word, 0.0), value)
    return sum(clause.values()), sum(sentence.values()), sum(before.values())


def _is_plain(answer: _Answer, figure: Figure) -> bool:
    """Whether the figure stands alone ("in about ten days") or after no more than "it took"."""
    before = _content_beside(answer, range(figure.first - 1, figure.first - 8, -1), figure.first)
    after = _content_beside(answer, range(figure.last, figure.last + 4), figure.last - 1)
    return not before and not after


def _content_beside(answer: _Answer, places: range, own: int) -> bool:
    """Whether a word with a meaning of its own stands in the figure's clause, going away from the figure."""
    for place in places:
        if not 0 <= place < len(answer.tokens) or answer.clauses[place] != answer.clauses[own]:
            return False
        text = answer.tokens[place].text
        if text in _PRONOUNS or text in {"and", "from", "per", "for"}:
            return False
        if answer.tokens[place].sort is not Sort.SIGN and text not in _BARE:
            return True
    return False


def _is_foreign(answer: _Answer, figure: Figure, topic: Topic) -> bool:
    """Whether a count counts something else than the metric does: "4 nurses" where doses are meant."""
    if figure.kind is not Kind.COUNT or not figure.unit:
        return False
    for place in range(figure.last, min(figure.last + 4, len(answer.tokens))):
        token = answer.tokens[place]
        if token.sort is not Sort.WORD or token.text in NO_NOUN:
            break
        if topic.touch(token.text)[1] >= 0.2:
            return False
    return True


def _settled(claims: Sequence[_Claim], metrics: Sequence[_Metric]) -> list[_Claim]:
    """The claims that hold: each figure is the one metric's that has most to do with it."""
    kept: list[_Claim] = []
    taken: dict[int, int] = {}
    possible = Counter(each.figure for each in claims if each.likeness in _MATCHES)
    matches = [
        each for each in claims if each.likeness in _MATCHES and each.holds(alone=possible[each.figure] == 1)
    ]
    for claim in sorted(matches, key=lambda each: (-each.strength, each.metric)):
        owner = taken.setdefault(claim.figure, claim.metric)
        if owner == claim.metric or metrics[owner].sought == metrics[claim.metric].sought:
            kept.append(claim)
    landed = {claim.metric for claim in kept}
    rivals: dict[int, list[float]] = defaultdict(list)
    for claim in claims:
        rivals[claim.figure].append(claim.clause)
    for claim in claims:
        if claim.likeness is Likeness.OTHER and claim.figure not in taken and claim.metric not in landed:
            nearest = sorted(rivals[claim.figure], reverse=True)[:2]
            alone = nearest[0] == claim.clause and (len(nearest) == 1 or nearest[1] < claim.clause)
            if claim.clause >= 0.6 and alone and not claim.foreign:
                kept.append(claim)
    return kept


def _landing(answer: _Answer, metric: _Metric, place: int, claims: Sequence[_Claim]) -> Landing:
    own = [claim for claim in claims if claim.metric == place]
    for status, wanted in (
        (Status.LANDED, {Likeness.SURE, Likeness.SAME, Likeness.LOOSE}),
        (Status.AS_PERCENT, {Likeness.PERCENT}),
        (Status.WRONG, {Likeness.OTHER}),
    ):
        spans = tuple(sorted(answer.figures[claim.figure].span for claim in own if claim.likeness in wanted))
        if spans:
            return Landing(metric.sought, status, spans, answer.text[spans[0][0] : spans[0][1]])
    return Landing(metric.sought, Status.MISSING)
