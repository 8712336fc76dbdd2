"""Which answers are weak, told once more from the definition: each reason by itself, over the whole history.

The program goes through the answers once; this looks at every answer anew, and shares nothing with it but the
answers themselves and figures written out here.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.recall.given import Answer, Asked, Limits
from interview_coach.recall.weakness import History, judge
from interview_coach.settings import DEFAULTS

Answers = Sequence[Answer]
Why = tuple[str, ...]  # a code, and what it is about
LINES = ("result", "structure", "answers")
LIMITS = Limits.from_settings(DEFAULTS, {line: line for line in LINES})
FIRST = date(2026, 3, 2)
OVERTIME = {"": 30_000, "answer": 30_000, "thirty": 10_000}  # milliseconds past the red light
DRILLS_OF_A_PART = {"numbers", "opener", "result"}
ANSWERED_BY = {  # the drills of a part that are about a reason; the others take the whole answer
    ("metric_missed", "metric"): {"numbers", "result"},
    ("metric_missed", "result"): {"result"},
    ("rubric_low", "result"): {"result"},
    ("rubric_low", "answers"): {"opener"},
    ("abandoned",): {"opener"},
}


def decided(answer: Answer) -> list[Asked]:
    """The points of which somebody said whether they were told: the person of all, the program of some."""
    by_person = any(each.hit and not each.detected for each in answer.asked)
    if by_person or answer.rubric or (answer.way != "head" and answer.rating):
        return list(answer.asked)
    return [each for each in answer.asked if any(o.detected and o.kind == each.kind for o in answer.asked)]


def key(answer: Answer) -> list[Asked]:
    metrics = [each for each in decided(answer) if each.kind == "metric"]
    return metrics[:3] + [each for each in decided(answer) if each.kind == "result"]


def late(answer: Answer) -> bool:
    return answer.over >= OVERTIME[answer.profile]


def arising(answers: Answers, at: int) -> set[Why]:
    """The reasons that arise in one of the answers."""
    answer, so_far = answers[at], answers[: at + 1]
    found: set[Why] = {("rubric_low", line) for line, grade in answer.rubric.items() if grade <= 2}
    for point in key(answer):
        told = [one.hit for each in so_far for one in key(each) if one[:2] == point[:2]]
        if not point.hit and told[-3:].count(False) >= 2:
            found.add(("metric_missed", point.kind, point.name))
    timed = [late(each) for each in so_far if each.profile or each.over]
    if late(answer) and timed[-3:].count(True) >= 2:
        found.add(("overtime",))
    if answer.lapsed and sum(each.lapsed for each in so_far) >= 4:
        found.add(("lapses",))
    if answer.abandoned:
        found.add(("abandoned",))
    return found


def good(answers: Answers, at: int) -> bool | None:
    answer = answers[at]
    if arising(answers, at) or answer.rating == 1:
        return False
    whole = set(LINES) <= set(answer.rubric)
    if whole and sum(answer.rubric.values()) >= 4 * len(answer.rubric):
        return True
    if answer.rating or whole:
        return (answer.rating or 0) >= 3
    if answer.mode == "drill" and decided(answer):
        return all(each.hit for each in decided(answer)) and not answer.over
    return None


def is_about(why: Why, aim: str) -> bool:
    return aim not in DRILLS_OF_A_PART or aim in ANSWERED_BY.get(why[:2], set())


def has_gone(answers: Answers, why: Why, since: int) -> bool:
    """Whether good answers on two study days came after it, with none between them that was not good."""
    days: set[date] = set()
    for at in range(since + 1, len(answers)):
        verdict = good(answers, at)
        if verdict is not None and is_about(why, answers[at].aim):
            days = days | {answers[at].day} if verdict else set()
        if len(days) == 2:
            return True
    return False


def reasons(answers: Answers) -> set[Why]:
    arisen = [arising(answers, at) for at in range(len(answers))]
    low = [at for at, each in enumerate(arisen) if any(why[0] == "rubric_low" for why in each)]
    standing = set()
    for why in set().union(*arisen):
        last = max(at for at, each in enumerate(arisen) if why in each)
        graded_since = why[0] == "rubric_low" and last != low[-1]
        if not graded_since and not has_gone(answers, why, last):
            standing.add(why)
    return standing


def subject_of(why: Why) -> str:
    """What a reason names: a metric, the Result, a line of the rubric, or nothing."""
    if why[:2] == ("metric_missed", "result"):
        return "the Result"
    return why[-1] if len(why) > 1 else ""


@st.composite
def points(draw: st.DrawFn) -> tuple[Asked, ...]:
    names = [("metric", name) for name in "ABCD"] + [("result", "Result")]
    looked_for = draw(st.sets(st.sampled_from(["metric", "result"])))
    hits = draw(st.lists(st.sampled_from([True, True, False]), min_size=5, max_size=5))
    return tuple(Asked(*name, hit, "", name[0] in looked_for) for name, hit in zip(names, hits, strict=True))


given_answers = st.builds(
    Answer,
    at=st.just(0),
    day=st.integers(0, 9).map(lambda ahead: FIRST + timedelta(days=ahead)),
    way=st.sampled_from(["head", "text", "spoken"]),
    mode=st.sampled_from(["practice", "practice", "drill", "mock", "cram"]),
    aim=st.sampled_from(["", "", "whole", "thirty seconds", *sorted(DRILLS_OF_A_PART)]),
    rating=st.sampled_from([None, 1, 2, 3, 3, 4]),
    lapsed=st.booleans(),
    asked=st.just(()) | points(),
    profile=st.sampled_from(["", "answer", "thirty"]),
    over=st.sampled_from([0, 0, 0, 9_999, 10_000, 29_999, 30_000]),
    abandoned=st.sampled_from([False] * 9 + [True]),
    rubric=st.just({})
    | st.dictionaries(st.sampled_from(["result", "structure", "answers", "own_action"]), st.integers(2, 5)),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(given_answers, max_size=12).map(lambda each: sorted(each, key=lambda one: one.day)))
def test_the_reasons_are_those_of_the_definition(answers: list[Answer]) -> None:
    found = judge(History(tuple(answers), 0.9), LIMITS)
    expected = {(why[0], subject_of(why)) for why in reasons(answers)}
    told = {(each.code.value, subject) for each in found.reasons for subject in each.subjects or ("",)}
    assert told == expected
