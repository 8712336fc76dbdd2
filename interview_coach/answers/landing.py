"""Which metrics an answer holds: landed, said as a percentage, said with another value, or missing.

A figure is a metric's where value and unit agree and, unless the figure is distinctive ("13 of 14", "$1.2M"),
where the metric's own words stand near. Another value is asked about only in the metric's own clause. In
doubt nothing has landed: the person's tick decides.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from interview_coach.answers.begun import ends_change, goes_on, was_begun
from interview_coach.answers.compare import compared
from interview_coach.answers.figures import figures_in
from interview_coach.answers.likeness import Likeness
from interview_coach.answers.lone import counts_object, may_count_other, tells_itself, tells_of_story
from interview_coach.answers.measure import Figure, Form, Kind
from interview_coach.answers.metric import Metric, metric_of
from interview_coach.answers.model import Landing, Sought, Status
from interview_coach.answers.reading import text_at
from interview_coach.answers.reported import is_of_name, is_reported, is_told_by_rest
from interview_coach.answers.surroundings import Answer, Around, Touch, around
from interview_coach.answers.topics import Topic
from interview_coach.answers.units import MEASURES
from interview_coach.answers.values import Wanted, values_of
from interview_coach.answers.wholes import is_done

__all__ = ["has_figure", "land", "values_of"]

_DEGREES = {Likeness.SURE: 3, Likeness.SAME: 2, Likeness.LOOSE: 1, Likeness.PERCENT: 1}
_MATCHES = frozenset(_DEGREES)
# What a metric's words must tell beside a figure, by how much the figure tells itself.
_SLIGHT, _SOME, _FAIR, _CLEAR, _STRONG = 0.15, 0.35, 0.5, 0.7, 0.95
_EARLIER, _NAMED = 0.9, 1.5  # of what they tell before its sentence; the second of its whole name
_AGREES = (Likeness.SURE, Likeness.SAME, Likeness.LOOSE)
_ELSE = (Likeness.OTHER, Likeness.NEARLY)
_STATUSES = (
    (Status.LANDED, _AGREES),
    (Status.AS_PERCENT, frozenset({Likeness.PERCENT})),
    (Status.WRONG, _ELSE),
)


def has_figure(text: str) -> bool:
    """Whether the text says any figure at all."""
    return any(not figure.weak for figure in figures_in(text))


def land(text: str, metrics: Sequence[Sought]) -> tuple[Landing, ...]:
    """What became of each metric in an answer, in their order. Spans count the characters of `text`."""
    answer = Answer.of(text)
    looked = [metric_of(each) for each in metrics]
    claims = _settled(_claims(answer, looked), looked)
    return tuple(_landing(answer, metric, claims[place]) for place, metric in enumerate(looked))


@dataclass(frozen=True, slots=True)
class _Claim:
    """That a figure may be a metric's, with what speaks for it and against."""

    metric: int
    figure: int
    likeness: Likeness
    around: Around
    unlike: bool  # a bare number for a value with a unit
    ratio: bool = False  # of two numbers, which seldom come together by chance
    ends: bool = False  # what a change that was begun earlier came to
    begun: bool = False  # what the metric was before is said too
    telling: bool = False  # a value that hardly comes up by chance
    likely: bool = False  # telling in an answer that holds another of the metrics
    unnamed: bool = False  # a share of what the context names, with no word of the name: "93% of accounts"
    counts_else: bool = False  # a ratio of what the metric does not name
    per_base: bool = False  # a bare number for a rate per thousand
    beside: bool = False  # it counts what the metric only takes place in or among: "a class of 26"

    @property
    def strength(self) -> float:
        """By this the claims on one figure are put in order."""
        beside = self.around
        return (
            0.5 * _DEGREES[self.likeness]
            + 2 * beside.clause
            + beside.sentence
            + 0.3 * beside.before
            - 0.2 * beside.foreign
        )

    def holds(self, *, alone: bool) -> bool:
        """Whether enough speaks for the figure being the metric's, and no other's if it is not `alone`."""
        beside = self.around
        if alone and ((self.begun and self.telling) or (beside.anyone and beside.before >= _NAMED)):
            return True
        if self.unnamed:
            return False
        if beside.foreign or self.unlike:
            shared = self.likeness in (Likeness.SAME, Likeness.PERCENT)  # of something: "93 percent of staff"
            counted = self.likeness is Likeness.LOOSE and not self.unlike and self.per_base
            return not counted and beside.clause >= (_CLEAR if shared else _STRONG)
        if alone and self.ends and self.likeness in (Likeness.SAME, Likeness.SURE):
            return True
        if alone and self.likeness is Likeness.SAME and self.ratio and beside.before >= _CLEAR:
            return True
        alone = alone and beside.plain
        if self.likeness is Likeness.SURE and self.counts_else:
            return beside.clause >= _SOME or beside.before >= _EARLIER
        if self.likeness is Likeness.SURE:
            return beside.sentence >= _SLIGHT or alone or beside.before >= _EARLIER
        if self.likeness is Likeness.SAME:
            return beside.clause >= _SOME or beside.sentence >= _SOME or alone
        told = _SOME if self.likeness is Likeness.PERCENT else _FAIR
        return beside.clause >= told or beside.sentence >= 0.8 or (alone and beside.before >= _EARLIER)


def _claims(answer: Answer, metrics: Sequence[Metric]) -> list[_Claim]:
    found: list[_Claim] = []
    names = [pair for metric in metrics for pair in metric.numbered]
    figures = [
        (number, each) for number, each in enumerate(answer.figures) if not is_of_name(answer, each, names)
    ]
    for at, metric in enumerate(metrics):
        if metric.wanted is None:
            continue
        touched = answer.touched(metric.topic)
        for number, figure in figures:
            likeness = compared(metric.wanted, figure) if is_reported(answer, figure, metric) else Likeness.NONE
            by_rest = likeness is Likeness.NONE and is_told_by_rest(answer, number, metric)
            likeness = Likeness.SAME if by_rest else likeness
            if figure.weak and not (likeness is Likeness.OTHER and _denies(metric.wanted, figure)):
                likeness = Likeness.LOOSE if likeness in _MATCHES else Likeness.NONE
            if likeness is not Likeness.NONE:
                beside = around(answer, number, touched, metric.topic, metric.wanted.earlier)
                units = {figure.unit, metric.wanted.figure.unit}
                if units <= MEASURES.keys() or units == {"ppm"}:
                    beside = replace(beside, foreign=False)  # kilograms are nothing that is counted
                if metric.wanted.working and figure.unit == "business day":
                    own = 0.6 if beside.plain else _SOME  # the unit is the metric's
                    beside = replace(beside, clause=beside.clause + own)
                if by_rest and is_done(figure.unit):
                    beside = replace(beside, foreign=False)  # "the other thirteen needed none"
                claim = _claim(answer, at, number, likeness, beside, metric.wanted, metric.topic)
                if metric.wanted.figure.kind is Kind.PERCENT:
                    claim = replace(claim, unnamed=_is_unnamed(answer, figure, touched, metric.topic))
                found.append(claim)
    return found


def _is_unnamed(answer: Answer, figure: Figure, touched: Sequence[Touch], topic: Topic) -> bool:
    """Whether it is a share of what the metric's context names, and nothing in its sentence is of its name."""
    sentence = answer.sentences[figure.first]
    shared = figure.kind is Kind.PERCENT and text_at(answer.tokens, figure.last) == "of"
    own = any(word not in topic.aside for place, word, _ in touched if answer.sentences[place] == sentence)
    return shared and not own


def _claim(
    answer: Answer, metric: int, number: int, likeness: Likeness, beside: Around, wanted: Wanted, topic: Topic
) -> _Claim:
    """What speaks for a figure that stands so to a metric, and what against it."""
    figure = answer.figures[number]
    ends = likeness in _MATCHES and ends_change(answer, number, wanted, topic)
    if likeness is Likeness.LOOSE and beside.plain and ends:
        likeness = Likeness.SAME
    agrees = likeness in _AGREES
    begun = agrees and was_begun(answer, number, wanted)
    telling = agrees and tells_itself(answer, figure, wanted, topic, begun=begun)
    if telling and beside.foreign:
        telling = may_count_other(answer, figure, wanted, beside.clause, begun=begun)
    likely = agrees and tells_of_story(answer, figure, wanted, topic)
    unlike = figure.kind is Kind.COUNT and wanted.figure.kind is Kind.DURATION and figure.form is Form.SINGLE
    unlike = unlike and likeness is not Likeness.SAME and not goes_on(answer, number, wanted)
    of_parts = figure.kind is Kind.RATIO and not figure.weak
    # not "two out of three", of whatever it was
    own = figure.unit in {"", "times", "occasions"} or topic.touch(figure.unit)[1] > 0
    return _Claim(
        metric,
        number,
        likeness,
        beside,
        unlike=unlike,
        ratio=of_parts and own,
        ends=ends,
        begun=begun,
        telling=telling,
        likely=likely and (figure.kind is not Kind.RATIO or beside.sentence > 0),
        counts_else=of_parts and not own,
        per_base=wanted.figure.kind is Kind.RATIO and bool(wanted.figure.per),
        beside=likeness in _ELSE and counts_object(answer, figure, topic),
    )


def _denies(wanted: Wanted, figure: Figure) -> bool:
    """Whether "one incident" is said where none is wanted."""
    return wanted.figure.kind is figure.kind is Kind.COUNT and wanted.figure.value == 0 < figure.value


def _settled(claims: Sequence[_Claim], metrics: Sequence[Metric]) -> dict[int, list[_Claim]]:
    """The claims that hold, by metric: each figure is the one metric's that has most to do with it."""
    kept: dict[int, list[_Claim]] = defaultdict(list)
    taken: dict[int, int] = {}
    matches = _likely([each for each in claims if each.likeness in _MATCHES])
    for claim in sorted(matches, key=lambda each: (-each.strength, each.metric)):
        owner = taken.setdefault(claim.figure, claim.metric)
        shared = claim.around.shared or metrics[owner].sought == metrics[claim.metric].sought
        if owner == claim.metric or shared:
            kept[claim.metric].append(claim)
    near: dict[int, list[float]] = defaultdict(list)
    for claim in claims:
        near[claim.figure].append(claim.around.clause)
    _keep(kept, taken, _lone(claims, near, [each for each in claims if each.telling]))
    if kept:  # the note's story is being told
        _keep(kept, taken, _lone(claims, near, [each for each in claims if each.likely]))
    landed = set(kept)
    for claim in claims:
        open_still = claim.figure not in taken and claim.metric not in landed
        if claim.likeness in _ELSE and open_still and _is_asked_about(claim, near[claim.figure]):
            kept[claim.metric].append(claim)
    return kept


def _keep(kept: dict[int, list[_Claim]], taken: dict[int, int], found: Sequence[_Claim]) -> None:
    """Adds claims of metrics that have none yet, on figures that are nobody's."""
    for claim in found:
        if claim.metric not in kept and claim.figure not in taken:
            kept[claim.metric].append(claim)
            taken[claim.figure] = claim.metric


def _likely(matches: Sequence[_Claim]) -> list[_Claim]:
    """The matches for which enough speaks, beside those that other metrics have on the same figure."""
    rivals: dict[int, list[Likeness]] = defaultdict(list)
    for claim in matches:
        rivals[claim.figure].append(claim.likeness)
    found = []
    for claim in matches:
        degree, others = _DEGREES[claim.likeness], rivals[claim.figure]
        surer = degree == 1 and Likeness.SURE in others
        as_good = sum(_DEGREES[each] >= degree or each is Likeness.PERCENT for each in others)
        if not surer and claim.holds(alone=as_good == 1):
            found.append(claim)
    return found


def _lone(claims: Sequence[_Claim], near: dict[int, list[float]], telling: Sequence[_Claim]) -> list[_Claim]:
    """The claims that hold without a metric's words: telling, of one metric only, and of nothing else said."""
    metrics: dict[int, set[int]] = defaultdict(set)
    figures: dict[int, set[int]] = defaultdict(set)
    denied = set()
    for claim in claims:
        if claim.likeness in _MATCHES:
            metrics[claim.figure].add(claim.metric)
            if claim in telling:
                figures[claim.metric].add(claim.figure)
        elif _is_asked_about(claim, near[claim.figure]):
            denied.add(claim.metric)
    return [
        claim
        for claim in telling
        if claim.metric not in denied and len(metrics[claim.figure]) == 1 and len(figures[claim.metric]) == 1
    ]


def _is_asked_about(claim: _Claim, near: Sequence[float]) -> bool:
    """Whether a figure of another value stands among the words of this metric and of no other as much."""
    told = claim.around.clause
    if claim.beside and told <= 1:
        return False  # nothing but that is said of the metric
    if claim.likeness is Likeness.NEARLY and (claim.around.plain or told >= _SOME):
        return True
    if claim.likeness is Likeness.NEARLY and claim.around.sentence >= _CLEAR and not claim.around.foreign:
        return True
    return told >= (_STRONG if claim.around.foreign else 0.6) and told == max(near) and near.count(told) == 1


def _landing(answer: Answer, metric: Metric, claims: Sequence[_Claim]) -> Landing:
    for status, likenesses in _STATUSES:
        found = (answer.figures[claim.figure].span for claim in claims if claim.likeness in likenesses)
        spans = tuple(sorted(set(found)))
        if spans:
            return Landing(metric.sought, status, spans, answer.text[spans[0][0] : spans[0][1]])
    return Landing(metric.sought, Status.MISSING)
