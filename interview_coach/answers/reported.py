"""Whether a figure of an answer is reported at all as something that a metric could be."""

from collections.abc import Sequence

from interview_coach.answers.begun import is_part_of_said, leaves_rest
from interview_coach.answers.claims import AIMS
from interview_coach.answers.lone import is_given
from interview_coach.answers.measure import Figure, Kind, Role
from interview_coach.answers.metric import Metric
from interview_coach.answers.reading import NO_NOUN, text_at
from interview_coach.answers.roots import related
from interview_coach.answers.surroundings import DETERMINERS, Answer
from interview_coach.answers.tokens import Sort

_NAMED = 0.5  # what a word must tell to name the metric
_APART = frozenset({"late", "away", "apart"})  # "five minutes late" is no time that anything took
_SOONER = ("early", "ahead", "before")
_TALKED = frozenset(
    {"talked", "spoke", "talk", "talking", "speaking", "chatted", "discussed", "sat", "met", "stood"}
)
_LOST = frozenset(
    {"lost", "lose", "losing", "failed", "fail", "fails", "failing", "churned", "unresolved", "unhappy"}
)
_MARKS = frozenset({"points", "marks", "percent", "times", "nps"})


def is_of_name(answer: Answer, figure: Figure, names: Sequence[tuple[str, float]]) -> bool:
    """Whether a number is only part of a metric's name, of those given: "Progress 8"."""
    before = text_at(answer.tokens, figure.first - 1)
    return any(figure.value == value and related(before, word) for word, value in names)


def is_told_by_rest(answer: Answer, number: int, metric: Metric) -> bool:
    """Whether a part is told apart from its whole, or by those that are none of it."""
    if metric.wanted is None:
        return False
    rest = leaves_rest(answer, answer.figures[number], metric.wanted, metric.topic)
    return rest or is_part_of_said(answer, number, metric.wanted)


def is_reported(answer: Answer, figure: Figure, metric: Metric) -> bool:
    """Whether the figure is said to have come about; an aim is one too where the metric is about that aim."""
    after = text_at(answer.tokens, figure.last)
    if is_given(answer, figure) and not metric.topic.touch("deadline")[1]:
        return False
    if metric.wanted is not None and metric.wanted.scored and _counts_things(answer, figure):
        return False
    if _is_opposite(answer, figure, metric):
        return False
    apart = figure.kind is Kind.DURATION and after in _APART
    if (apart or _is_attribute(answer, figure)) and not metric.topic.touch(after)[1]:
        return False
    if figure.kind is Kind.DURATION and _is_talk(answer, figure) and not metric.topic.touch("talk")[1]:
        return False
    if figure.role is Role.BEFORE and after == "before":  # "21 days before the contract's date"
        behind = [token.text for token in answer.tokens[figure.last + 1 : figure.last + 5]]
        early = any(metric.topic.touch(word)[1] for word in _SOONER)
        early = early or (metric.wanted is not None and "out" in metric.wanted.words)
        named = any(metric.topic.touch(word)[1] >= _NAMED for word in behind)
        return early and ((named and behind[0] in DETERMINERS) or figure.level)
    if figure.role is not Role.AIM:
        return figure.role is Role.SAID
    around_it = answer.tokens[max(figure.first - 6, 0) : figure.last + 1]
    return any(token.text in AIMS and metric.topic.touch(token.text)[1] for token in around_it)


def _is_opposite(answer: Answer, figure: Figure, metric: Metric) -> bool:
    """Whether a share is of what was lost, where the metric is of what was kept: "we lost 93 percent of it"."""
    if figure.kind not in (Kind.PERCENT, Kind.RATIO) or not metric.of_kept:
        return False
    behind: list[str] = []
    for token in answer.tokens[figure.last : figure.last + 6]:
        if token.sort is not Sort.WORD or token.text in {"and", "but", "while"}:
            break
        behind.append(token.text)
    words = (text_at(answer.tokens, figure.first - 1), *behind)
    return any(word in _LOST and not metric.topic.has(word) for word in words)


def _counts_things(answer: Answer, figure: Figure) -> bool:
    """Whether it counts what no score is made of: "sixty-one customer interviews" are no NPS."""
    if figure.kind is not Kind.COUNT or not figure.unit or figure.unit in _MARKS:
        return False
    head = answer.tokens[figure.last : figure.last + 2]
    return any(
        token.sort is Sort.WORD and token.text.endswith("s") for token in head if token.text not in NO_NOUN
    )


def _is_talk(answer: Answer, figure: Figure) -> bool:
    """Whether people talked or sat together for that long: "I talked about it for five minutes"."""
    words = [token.text for token in answer.tokens[max(figure.first - 7, 0) : figure.first]]
    return words[-1:] == ["for"] and any(word in _TALKED for word in words)


def _is_attribute(answer: Answer, figure: Figure) -> bool:
    """Whether it tells of one thing how much it has: "a six page report" is one report."""
    behind = answer.tokens[figure.last + 1] if figure.last + 1 < len(answer.tokens) else None
    if figure.kind is not Kind.COUNT or figure.value <= 1 or not figure.unit or behind is None:
        return False
    one = figure.first > 0 and answer.tokens[figure.first - 1].text in {"a", "an"}
    return one and not figure.unit.endswith("s") and behind.sort is Sort.WORD and behind.text not in NO_NOUN
