"""Which figures tell by themselves whose they are, though none of the metric's words stand near.

People seldom say a metric's name: "Citations" becomes "I have been quoted 310 times". A value that hardly comes
up by chance is that metric's where it fits no other and its clause tells of nothing else. A small count or a
common span of time ("3", "two weeks", "half") is never without its words.
"""

from itertools import pairwise

from interview_coach.answers.measure import Figure, Form, Kind, Near
from interview_coach.answers.reading import NO_NOUN, text_at
from interview_coach.answers.surroundings import Answer
from interview_coach.answers.tokens import Sort, listed
from interview_coach.answers.topics import Topic, is_content
from interview_coach.answers.units import MEASURES
from interview_coach.answers.values import Wanted

_LARGE_COUNT = 100
_LARGE_SUM = 1000
_LARGE_SCALED = 100_000  # "we ran 25k on Sunday"
_OURS = listed("our my those these")
_LARGE_WHOLE = 10  # "two in three" is said of anything
_DOUBLE = 2
_SLIGHT = 0.3
_DISTINCT = 3  # figures of a count that hardly anything else is
_PLURALS = listed("people men women children staff feet crew folk police data percent")
_YEARS = range(1900, 2101)
_COMMON_TIMES = frozenset(
    {
        *map(float, range(11)),
        *map(float, range(0, 400, 5)),
        12.0,
        14.0,
        18.0,
        21.0,
        24.0,
        28.0,
        36.0,
        48.0,
        72.0,
    }
)
_SPENT = listed("for spent after every another last next first per over")
_COMMON_SHARES = frozenset({10.0, 20.0, 25.0, 30.0, 50.0, 75.0, 100.0})
_OTHERS = listed("another other others their competitor competitors rival rivals neighbouring")
_MORE = listed("extra additional more less back lower higher better cheaper saved saving savings annual year")
_NO_RESULT = listed(
    "spent cost income turnover salary rent deposit debt fine fines lost claimed paid owed owe budget loan line"
    " invested bought buy credit borrowed owned manage managed"
)
_IS = listed("is was are were cost costs")
_APPROXIMATE = listed("at about around over nearly almost roughly just only")
_SUBJECTS = listed("i we you they he she it who that which to and then also just only even had has have did")
_GIVEN = listed("gave give given gives had has have got allowed")
_MOMENTS = listed("later after ago old on into before")
_BEHIND = 14  # words before a figure in which somebody else may be named


def tells_itself(answer: Answer, figure: Figure, wanted: Wanted, topic: Topic, *, begun: bool) -> bool:
    """Whether a figure that agrees with a metric's value is unlikely to be anything else's.

    `begun` says that what the value was before is said too.
    """
    if figure.weak or _is_of_others(answer, figure, topic):
        return False
    if figure.form is Form.CHANGE or begun:
        return True
    if figure.fraction:
        return False
    if figure.kind is Kind.RATIO:
        whole = figure.other or 0
        whole = max(whole, _LARGE_WHOLE) if figure.value % 1 else whole  # 4.7 of 5
        return whole >= _LARGE_WHOLE and (_is_own(answer, figure) or not _counts_plural(answer, figure, topic))
    if figure.kind is Kind.COUNT and figure.scaled and wanted.figure.kind is Kind.MONEY:
        return figure.value >= _LARGE_SCALED  # "fourteen and a half million"
    if figure.kind in (Kind.PERCENT, Kind.POINTS) and wanted.figure.sign not in (0, figure.sign):
        return False  # 18% are no fall by 18%
    if figure.kind is Kind.MULTIPLIER and figure.unit == "times" and wanted.figure.kind is Kind.COUNT:
        return figure.value >= _LARGE_COUNT  # "quoted 310 times"
    if figure.kind is not wanted.figure.kind or figure.form is not Form.SINGLE:
        return False
    if figure.kind is Kind.PERCENT and figure.value == int(figure.value):
        return False  # nineteen percent may be of a bill: only the rest of the story tells
    return _is_rare(answer, figure, wanted, topic) and not _is_told_of_subject(answer, figure, topic)


def tells_of_story(answer: Answer, figure: Figure, wanted: Wanted, topic: Topic) -> bool:
    """Whether a figure that agrees is likely the metric's in an answer that tells the note's story anyhow."""
    both = figure.form in (Form.RANGE, Form.PAIR) and wanted.figure.form is not Form.SINGLE  # "8 to 12 weeks"
    if figure.weak or figure.fraction or not (both or figure.form is Form.SINGLE):
        return False
    if wanted.rated and figure.kind is Kind.COUNT:
        return figure.value % 1 > 0 and not figure.unit  # "gave us a four point six"
    if figure.kind is not wanted.figure.kind:
        return False
    if _is_of_others(answer, figure, topic) or is_given(answer, figure):
        return False
    behind = [token.text for token in answer.tokens[figure.last : figure.last + 2]]
    match figure.kind:
        case Kind.DURATION:
            moment = bool(_MOMENTS & {*behind[:1]}) and behind != ["on", "average"]
            return figure.value > 1 and not moment and not _is_spent(answer, figure, topic)
        case Kind.COUNT:
            return figure.unit not in MEASURES and _is_rare(answer, figure, wanted, topic)
        case Kind.RATIO:
            return (figure.other or 0) > _DOUBLE and not _counts_plural(answer, figure, topic)
        case _:
            signs = figure.sign == wanted.figure.sign or not wanted.figure.sign
            return signs and _is_rare(answer, figure, wanted, topic)


def counts_object(answer: Answer, figure: Figure, topic: Topic) -> bool:
    """Whether it counts what a metric only takes place in or among: "26 students", of removals from class."""
    if figure.kind is not Kind.COUNT:
        return False
    before = [token.text for token in answer.tokens[max(figure.first - 2, 0) : figure.first]]
    if before[1:] == ["of"] and topic.touch(before[0])[0] in topic.objects:
        return True  # "a class of 26"
    return bool(figure.unit) and topic.touch(figure.unit)[0] in topic.objects


def is_given(answer: Answer, figure: Figure) -> bool:
    """Whether it is the time that somebody had for something: "she gave me ten weeks to prove it"."""
    after = [token.text for token in answer.tokens[figure.last : figure.last + 2]]
    before = [token.text for token in answer.tokens[max(figure.first - 4, 0) : figure.first]]
    to_do = after[:1] == ["to"] and after[1:] != ["be"]  # "to be exact"
    return figure.kind is Kind.DURATION and to_do and bool(_GIVEN & {*before})


def may_count_other(answer: Answer, figure: Figure, wanted: Wanted, told: float, *, begun: bool) -> bool:
    """Whether what a figure counts may be the metric's in other words than the note's.

    `told` is what the metric's words tell in its clause, `begun` says that what the value was before is said.
    """
    if figure.kind in (Kind.PERCENT, Kind.RATIO) and begun:
        return True
    return _is_distinct(figure, wanted, told) or _is_own(answer, figure) or _counts_nothing_else(answer, figure)


def _is_distinct(figure: Figure, wanted: Wanted, told: float) -> bool:
    """Whether a large count is hardly anything else's: "1,450", a rate of the metric's, some of its words."""
    if figure.kind is not Kind.COUNT or figure.value < _LARGE_COUNT or figure.unit in MEASURES:
        return False
    rate = bool(figure.per) and figure.per == wanted.figure.per
    figures = len(f"{figure.value:.0f}".rstrip("0"))
    told_of = told >= _SLIGHT and (figures > 1 or figure.unit in _PLURALS)  # "two hundred parcels"
    return rate or told_of or figures >= _DISTINCT


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


def _is_rare(answer: Answer, figure: Figure, wanted: Wanted, topic: Topic) -> bool:
    if figure.kind is Kind.DURATION:
        bound = figure.near is Near.BELOW is wanted.figure.near  # "in less than five minutes"
        # "handed back after 52 hours" is no time spent
        late = text_at(answer.tokens, figure.first - 1) == "after"
        return bound or (figure.value not in _COMMON_TIMES and (late or not _is_spent(answer, figure, topic)))
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
            return figure.value >= _LARGE_COUNT and not year and not _names_place(answer, figure)
        case Kind.MULTIPLIER:
            after = [token.text for token in answer.tokens[figure.last : figure.last + 5]]
            named = any(topic.touch(word)[1] for word in after[2:]) or not {*after[2:]}.isdisjoint(_PLURALS)
            else_ = after[1:2] == ["many"] and not named  # "three times as many workers"
            return figure.value > _DOUBLE and after[:1] in (["as"], ["more"]) and not else_
        case _:
            return False


def _is_spent(answer: Answer, figure: Figure, topic: Topic) -> bool:
    """Whether something else took that long: "for 61 days", "61 days recruiting", "to get a key"."""
    after = [token.text for token in answer.tokens[figure.last : figure.last + 5]] or [""]
    before = {token.text for token in answer.tokens[max(figure.first - 2, 0) : figure.first]}
    to_do = after[0] == "to" and not any(topic.touch(word)[1] for word in after)
    return to_do or after[0].endswith("ing") or bool(before & _SPENT)


def _counts_plural(answer: Answer, figure: Figure, topic: Topic) -> bool:
    """Whether people or things are counted that are none of the metric's: "13 of the 14 job applicants"."""
    if _is_plural(figure.unit) and not topic.touch(figure.unit)[1]:
        return True
    if _names_place(answer, figure):
        return True
    for token in answer.tokens[figure.last : figure.last + 3]:
        if token.sort is not Sort.WORD or token.text in NO_NOUN or topic.touch(token.text)[1]:
            return False
        if _is_plural(token.text):
            return True
    return False


def _names_place(answer: Answer, figure: Figure) -> bool:
    """Whether a name follows: "260 Harbour Street", "13/14 Main Street"."""
    end = figure.span[1]
    return answer.text[end : end + 2].strip().isupper()


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss"))


def _goes_with(answer: Answer, at: int, topic: Topic) -> bool:
    """Whether a noun that is none of the metric's stands at a place: "13 of the 14 applicants"."""
    if at >= len(answer.tokens) or answer.tokens[at].sort is not Sort.WORD:
        return False
    word = answer.tokens[at].text.removesuffix("'s")  # there's
    return word not in NO_NOUN and not word.endswith("ing") and is_content(word) and not topic.touch(word)[1]


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
    subject = subject or figure.unit == "times"  # "it has been quoted 310 times"
    return figure.kind is Kind.COUNT and opens and not subject and _goes_with(answer, at, topic)


def _is_of_others(answer: Answer, figure: Figure, topic: Topic) -> bool:
    """Whether the sentence tells of somebody else, of money that went, or of what is none of the metric's."""
    sentence = answer.sentences[figure.first]
    before = [
        answer.tokens[place].text
        for place in range(max(figure.first - _BEHIND, 0), figure.first)
        if answer.sentences[place] == sentence
    ]
    words = {
        word
        for word, after in pairwise([*before, ""])
        if not topic.touch(word)[1] and after != "own" and not (word == "other" and after in NO_NOUN)
    }
    spent = figure.kind is Kind.MONEY and figure.form is not Form.CHANGE and words & _NO_RESULT
    if words & _OTHERS or spent:
        return True
    behind = answer.tokens[figure.last].text if figure.last < len(answer.tokens) else ""
    if figure.kind is Kind.MONEY and behind not in _MORE and _goes_with(answer, figure.last, topic):
        return True  # "a £400k grant"
    if figure.kind in (Kind.DURATION, Kind.MONEY):
        return before[-1:] == ["for"] or (behind == "of" and _goes_with(answer, figure.last + 1, topic))
    return False
