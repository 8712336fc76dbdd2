"""Which figures tell by themselves whose they are, though none of the metric's words stand near.

People seldom say a metric's name: "Citations" becomes "I have been quoted 310 times". A value that hardly comes
up by chance is that metric's where it fits no other and its clause tells of nothing else. A small count or a
common span of time ("3", "two weeks", "half") is never without its words.
"""

from interview_coach.answers.begun import was_begun
from interview_coach.answers.measure import Figure, Form, Kind
from interview_coach.answers.reading import NO_NOUN
from interview_coach.answers.surroundings import Answer
from interview_coach.answers.tokens import Sort, listed
from interview_coach.answers.topics import Topic, is_content
from interview_coach.answers.values import Wanted

_LARGE_COUNT = 100
_LARGE_SUM = 1000
_LARGE_SCALED = 100_000  # "we ran 25k on Sunday"
_OURS = listed("our my those these")
_LARGE_WHOLE = 10  # "two in three" is said of anything
_DOUBLE = 2
_PLURALS = listed("people men women children staff feet crew folk police data percent")
_YEARS = range(1900, 2101)
_COMMON_SHARES = frozenset({10.0, 20.0, 25.0, 30.0, 50.0, 75.0, 100.0})
_OTHERS = listed("another other others their competitor competitors rival rivals neighbouring")
_NO_RESULT = listed(
    "lost claimed paid owed owe budget loan line invested bought buy credit borrowed owned manage managed"
)
_IS = listed("is was are were cost costs")
_APPROXIMATE = listed("at about around over nearly almost roughly just only")
_SUBJECTS = listed("i we you they he she it who that which to and then also just only even had has have did")
_BEHIND = 14  # words before a figure in which somebody else may be named


def tells_itself(answer: Answer, number: int, wanted: Wanted, topic: Topic) -> bool:
    """Whether a figure that agrees with a metric's value is unlikely to be anything else's."""
    figure = answer.figures[number]
    if figure.weak or _is_of_others(answer, figure, topic):
        return False
    if figure.form is Form.CHANGE or was_begun(answer, number, wanted):
        return True
    if figure.fraction:
        return False
    if figure.kind is Kind.RATIO:
        whole = figure.other or 0
        whole = max(whole, _LARGE_WHOLE) if figure.value % 1 else whole  # 4.7 of 5
        return whole >= _LARGE_WHOLE and (_is_own(answer, figure) or not _goes_with(answer, figure.last, topic))
    if figure.kind is Kind.COUNT and figure.scaled and wanted.figure.kind is Kind.MONEY:
        return figure.value >= _LARGE_SCALED  # "fourteen and a half million"
    if figure.kind is Kind.MULTIPLIER and figure.unit == "times" and wanted.figure.kind is Kind.COUNT:
        return figure.value >= _LARGE_COUNT  # "quoted 310 times"
    if figure.kind is not wanted.figure.kind or figure.form is not Form.SINGLE:
        return False
    return _is_rare(answer, figure) and not _is_told_of_subject(answer, figure, topic)


def counts_object(answer: Answer, figure: Figure, topic: Topic) -> bool:
    """Whether it counts what a metric only takes place in or among: "26 students", of removals from class."""
    if figure.kind is not Kind.COUNT:
        return False
    before = [token.text for token in answer.tokens[max(figure.first - 2, 0) : figure.first]]
    if before[1:] == ["of"] and topic.touch(before[0])[0] in topic.objects:
        return True  # "a class of 26"
    return bool(figure.unit) and topic.touch(figure.unit)[0] in topic.objects


def may_count_other(answer: Answer, number: int, wanted: Wanted) -> bool:
    """Whether what a figure counts may be the metric's in other words than the note's."""
    figure = answer.figures[number]
    if figure.kind in (Kind.PERCENT, Kind.RATIO) and was_begun(answer, number, wanted):
        return True
    return _is_own(answer, figure) or _counts_nothing_else(answer, figure)


def _is_own(answer: Answer, figure: Figure) -> bool:
    """Whether a large ratio is of what is the speaker's or was told of: "11 of those 14 sellers"."""
    words = {token.text for token in answer.tokens[figure.first : figure.last]}
    large = figure.kind is Kind.RATIO and (figure.other or 0) > figure.value >= _LARGE_WHOLE
    return large and bool(words & _OURS)


def _counts_nothing_else(answer: Answer, figure: Figure) -> bool:
    """Whether no plural stands right behind a count: "a hundred and eighty left", "310 times"."""
    if figure.kind is Kind.MULTIPLIER:
        return True
    if figure.kind is not Kind.COUNT or figure.value <= 1:
        return False
    for token in answer.tokens[figure.last : figure.last + 4]:
        if token.sort is not Sort.WORD or token.text in NO_NOUN:
            break
        if token.text.endswith("s") or token.text in _PLURALS:
            return False
    return True


def _is_rare(answer: Answer, figure: Figure) -> bool:
    if figure.kind is Kind.DURATION:
        return False  # anything may take eleven weeks
    if figure.value != int(figure.value):
        return True
    match figure.kind:
        case Kind.MONEY:
            return figure.value >= _LARGE_SUM
        case Kind.PERCENT:
            return figure.value not in _COMMON_SHARES
        case Kind.COUNT:
            start, end = figure.span
            year = figure.value in _YEARS and "," not in answer.text[start:end]
            named = answer.text[end : end + 2].strip().isupper()  # "260 Harbour Street"
            return figure.value >= _LARGE_COUNT and not year and not named
        case Kind.MULTIPLIER:
            after = answer.tokens[figure.last : figure.last + 1]
            return figure.value > _DOUBLE and bool(after) and after[0].text in {"as", "more"}
        case _:
            return False


def _goes_with(answer: Answer, at: int, topic: Topic) -> bool:
    """Whether a noun that is none of the metric's stands at a place: "13 of the 14 applicants"."""
    if at >= len(answer.tokens) or answer.tokens[at].sort is not Sort.WORD:
        return False
    word = answer.tokens[at].text
    return word not in NO_NOUN and is_content(word) and not topic.touch(word)[1]


def _is_told_of_subject(answer: Answer, figure: Figure, topic: Topic) -> bool:
    """Whether another noun is what it is said of or what it numbers: "my rent was 2,500", "in plot 112"."""
    at = figure.first - 1
    while at > 0 and answer.tokens[at].text in _APPROXIMATE:
        at -= 1
    if at >= 0 and answer.tokens[at].text in _IS and not figure.sign:
        return _goes_with(answer, at - 1, topic) if at else False
    opens = at == 0 or (
        at > 0 and (answer.tokens[at - 1].sort is Sort.STOP or answer.tokens[at - 1].text in NO_NOUN)
    )
    subject = at > 0 and answer.tokens[at - 1].text in _SUBJECTS
    return figure.kind is Kind.COUNT and opens and not subject and _goes_with(answer, at, topic)


def _is_of_others(answer: Answer, figure: Figure, topic: Topic) -> bool:
    """Whether the sentence tells of somebody else, of money that went, or of what is none of the metric's."""
    sentence = answer.sentences[figure.first]
    before = [
        answer.tokens[place].text
        for place in range(max(figure.first - _BEHIND, 0), figure.first)
        if answer.sentences[place] == sentence
    ]
    words = {word for word in before if not topic.touch(word)[1]}
    if words & _OTHERS or (figure.kind is Kind.MONEY and words & _NO_RESULT):
        return True
    behind = answer.tokens[figure.last].text if figure.last < len(answer.tokens) else ""
    if figure.kind in (Kind.DURATION, Kind.MONEY):
        return before[-1:] == ["for"] or (behind == "of" and _goes_with(answer, figure.last + 1, topic))
    return False
