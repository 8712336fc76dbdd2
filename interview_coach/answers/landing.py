"""Which metrics an answer holds: landed, said as a percentage, said with another value, or missing.

A figure is a metric's where value and unit agree and, unless the figure is distinctive ("13 of 14", "$1.2M"),
where the metric's own words stand near. Another value is asked about only in the metric's own clause. In
doubt nothing has landed: the person's tick decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from interview_coach.answers.compare import Likeness, compared
from interview_coach.answers.figures import figures_in, figures_of, words_in
from interview_coach.answers.measure import Figure, Kind, Role
from interview_coach.answers.model import Landing, Sought, Status
from interview_coach.answers.tokens import Sort, Token, listed
from interview_coach.answers.topics import Topic
from interview_coach.answers.values import Wanted, values_of

__all__ = ["has_figure", "land", "values_of"]

_NEAR = 10  # words on either side in which a metric's words speak for a figure
_FAR = 45  # words before it in which they still may, where nothing else claims the figure
_BREAKS = frozenset({"but", "while", "whereas", "although", "though", ":", "(", ")", "—", "--"})
_AFRESH = listed("we i our my the it they he she this that you")
_MATCHES = frozenset({Likeness.SURE, Likeness.SAME, Likeness.LOOSE, Likeness.PERCENT})


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

    @classmethod
    def of(cls, text: str) -> "_Answer":
        tokens = words_in(text)
        clauses, sentences, clause, sentence = [], [], 0, 0
        for place, token in enumerate(tokens):
            after = tokens[place + 1].text if place + 1 < len(tokens) else ""
            if token.sort is Sort.STOP:
                sentence += 1
                clause += 1
            elif token.text in _BREAKS or token.text == "," or (token.text == "and" and after in _AFRESH):
                clause += 1
            clauses.append(clause)
            sentences.append(sentence)
        return cls(text, tokens, figures_of(tokens, text), clauses, sentences)


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

    @property
    def strength(self) -> float:
        """By this the claims on one figure are put in order."""
        base = {Likeness.SURE: 3.0, Likeness.SAME: 2.0, Likeness.LOOSE: 1.0, Likeness.PERCENT: 1.0}
        return base.get(self.likeness, 0.0) * 0.5 + 2 * self.clause + self.sentence + 0.3 * self.before


def _claims(answer: _Answer, metrics: Sequence[_Metric]) -> list[_Claim]:
    found: list[_Claim] = []
    for at, metric in enumerate(metrics):
        if metric.wanted is None:
            continue
        touched = [
            (place, *metric.topic.touch(token.text))
            for place, token in enumerate(answer.tokens)
            if token.sort is Sort.WORD
        ]
        touched = [each for each in touched if each[2]]
        for number, figure in enumerate(answer.figures):
            if figure.role in {Role.DENIED, Role.REPLACED}:
                continue
            likeness = compared(metric.wanted, figure)
            if likeness is Likeness.NONE or (figure.role is not Role.SAID):
                continue
            if figure.weak and likeness is not Likeness.LOOSE and likeness is not Likeness.SAME:
                continue
            found.append(_Claim(at, number, likeness, *_told(answer, figure, touched)))
    return found


def _told(
    answer: _Answer, figure: Figure, touched: Sequence[tuple[int, str, float]]
) -> tuple[float, float, float]:
    """What a metric's words tell of a figure, in its clause, in its sentence and before it."""
    clause: dict[str, float] = {}
    sentence: dict[str, float] = {}
    before: dict[str, float] = {}
    inside = range(figure.first, figure.last)
    clauses = {answer.clauses[place] for place in (figure.first, figure.last - 1)}
    for place, word, value in touched:
        away = (
            0 if place in inside else figure.first - place if place < figure.first else place - figure.last + 1
        )
        if away > _FAR:
            continue
        worth = value / (1 + max(away - 2, 0) / 8)
        if answer.clauses[place] in clauses and away <= _NEAR:
            clause[word] = max(clause.get(word, 0.0), worth)
        if answer.sentences[place] == answer.sentences[figure.first] and away <= 25:
            sentence[word] = max(sentence.get(word, 0.0), worth)
        elif place < figure.first:
            before[word] = max(before.get(word, 0.0), value)
    return sum(clause.values()), sum(sentence.values()), sum(before.values())


def _settled(claims: Sequence[_Claim], metrics: Sequence[_Metric]) -> list[_Claim]:
    """The claims that hold: each figure is the one metric's that has most to do with it."""
    kept: list[_Claim] = []
    taken: dict[int, int] = {}
    for claim in sorted(
        (each for each in claims if each.likeness in _MATCHES), key=lambda each: (-each.strength, each.metric)
    ):
        if not _holds(claim):
            continue
        owner = taken.setdefault(claim.figure, claim.metric)
        if owner == claim.metric or metrics[owner].sought == metrics[claim.metric].sought:
            kept.append(claim)
    landed = {claim.metric for claim in kept}
    for claim in claims:
        if claim.likeness is Likeness.OTHER and claim.figure not in taken and claim.metric not in landed:
            rivals = [each for each in claims if each.figure == claim.figure and each.metric != claim.metric]
            if claim.clause >= 0.6 and all(claim.clause > each.clause for each in rivals):
                kept.append(claim)
    return kept


def _holds(claim: _Claim) -> bool:
    """Whether enough speaks for a figure being the metric's."""
    match claim.likeness:
        case Likeness.SURE:
            return True
        case Likeness.SAME:
            return claim.sentence >= 0.2 or claim.before >= 0.5
        case _:
            return claim.clause >= 0.5 or claim.sentence >= 0.8


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
