"""What stands around a figure: the words of a metric near it, and signs that it is about something else."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interview_coach.answers.figures import figures_of, words_in
from interview_coach.answers.measure import Figure, Kind
from interview_coach.answers.reading import NO_NOUN, text_at
from interview_coach.answers.tokens import Sort, Token, listed
from interview_coach.answers.topics import Topic, families, is_content
from interview_coach.answers.units import DURATIONS, MONEY, PERIODS, TOP, WORKING

_NEAR = 10  # words on either side in which a metric's words speak for a figure
_SENTENCE = 25  # the same within a sentence, which dictation may never end
_FAR = 45  # words before it in which they still may
_BEYOND = 0.4  # what a word counts for beyond an earlier figure, or after "and"
DETERMINERS = listed("the our my his her their its all your those these")
_ANYTHING = listed("people cases everyone everybody everything time")
_PERSONS = frozenset({"customer", "staff", "pupil", "nurse", "participant"})  # families
_GOT = listed("as became become got get had have caught")
_NOUNS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "age")  # that nothing else ends with
_MEANT = 0.5  # "no time" is none of the lost-time injuries
_BREAKS = frozenset({"but", "while", "whereas", "although", "though", "(", ")", "—", "--", ","})
_RESUMES = listed("was is were are has had went took fell rose dropped grew it came")  # after an insertion
_LATER = listed("now after today afterwards")  # ", and now it is 35"
_AFRESH = listed("we i our my the it they he she this that you")
_UNITS_OF_TIME = frozenset({*DURATIONS, *PERIODS})
_UNITS = frozenset({*DURATIONS, *MONEY, *WORKING, "percent", "points", "point", "times"})
_ONWARD = listed("by from per for without with across since after before where which who while each every")
_THROUGHOUT, _WE = listed("over for during after through every"), listed("i we he she they you")
_PRONOUNS = listed("it there that this which everything whole thing process average all we i they each")
_BARE = listed(
    "took take takes taken taking got get getting did do done went was were is are came down to in about"
    " only just under over at around roughly by of be had have has been now then ended up end finished"
    " averaged average on each apiece per case total overall all from start finish every time within it and"
    " so or a an the us me them there up out than still give thereabouts more less altogether"
    " today nowadays these days currently old fell fallen rose risen dropped grew grown climbed shrank jumped"
)

Touch = tuple[int, str, float]  # a place in the answer, the metric's word that stands there, what it tells


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, read once for all metrics. Clauses and sentences are numbered, a number for each token."""

    text: str
    tokens: Sequence[Token]
    figures: Sequence[Figure]
    clauses: Sequence[int]
    sentences: Sequence[int]
    places: Mapping[str, Sequence[int]]  # where each word with a meaning of its own stands

    @classmethod
    def of(cls, text: str) -> "Answer":
        """The answer that a person gave."""
        tokens = words_in(text)
        clauses: list[int] = []
        sentences: list[int] = []
        places: dict[str, list[int]] = defaultdict(list)
        clause = count = sentence = opened = 0
        for place, token in enumerate(tokens):
            after = tokens[place + 1].text if place + 1 < len(tokens) else ""
            sentence += token.sort is Sort.STOP
            onward = token.text == "," and _goes_on_to(tokens, place + 1)  # "cut it by 25, to 15"
            breaks = (token.text in _BREAKS and not onward) or (token.text == "and" and after in _AFRESH)
            count += token.sort is Sort.STOP or breaks
            if token.sort is Sort.STOP or place == 0 or tokens[place - 1].sort is Sort.STOP:
                opened = count
            if token.sort is Sort.STOP or breaks:
                later = tokens[place + 2].text if after == "and" and place + 2 < len(tokens) else after
                resumed = token.text == "," and (after in _RESUMES or later in _LATER)
                clause = opened if resumed else count
            clauses.append(clause)
            sentences.append(sentence)
            if token.sort in (Sort.WORD, Sort.NAME):
                places[token.text.removesuffix("'s")].append(place)
        places = {word: where for word, where in places.items() if is_content(word)}
        return cls(text, tokens, figures_of(tokens, text), clauses, sentences, places)

    def touched(self, topic: Topic) -> list[Touch]:
        """Where the answer has words of a metric's, in order."""
        found: list[Touch] = []
        for text, places in self.places.items():
            word, value = topic.touch_content(text)
            if value:
                found += [(place, word, value) for place in places]
        for acronym in topic.acronyms:
            found += [(place, acronym, 1.0) for place in self._spelt_out(acronym)]
        return sorted(found)

    def _spelt_out(self, acronym: str) -> Iterator[int]:
        """Where words stand whose first letters are an acronym: "System Usability Scale" for SUS."""
        for places in (places for word, places in self.places.items() if word[0] == acronym[0]):
            for place in places:
                words = self.tokens[place : place + len(acronym)]
                if [token.text[:1] for token in words] == [*acronym] and all(
                    len(token.text) > 1 for token in words
                ):
                    yield place + len(acronym) - 1


@dataclass(frozen=True, slots=True)
class Around:
    """What speaks for a figure being a metric's, and what against it.

    `clause`, `sentence` and `before` add up what the metric's words tell in the figure's clause and sentence,
    the nearer the more, and before the sentence. `plain`: nothing in its clause is about something else.
    `shared`: "both" says that it is of two metrics. `foreign`: it counts what is not among the metric's words.
    `anyone`: what it counts is only called people.
    """

    clause: float
    sentence: float
    before: float
    plain: bool
    shared: bool
    foreign: bool
    anyone: bool = False


def _goes_on_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause only adds a value to the one before: ", to 15", ", at 61"."""
    word = tokens[at].text if at < len(tokens) else ""
    return word in {"to", "from"} or (
        word == "at" and at + 1 < len(tokens) and tokens[at + 1].sort is Sort.NUMBER
    )


def around(
    answer: Answer, number: int, touched: Sequence[Touch], topic: Topic, earlier: Collection[float] = ()
) -> Around:
    """The surroundings of a figure of the answer, as a metric sees them.

    `earlier` are the metric's former values: its words before one of these go on to speak for the next.
    """
    figure = answer.figures[number]
    told = _told(answer, number, touched, earlier)
    return Around(
        *told,
        _is_plain(answer, figure),
        _is_shared(answer, figure),
        _is_foreign(answer, figure, topic),
        figure.unit in _ANYTHING,
    )


def _own_words(answer: Answer, number: int, earlier: Collection[float]) -> tuple[int, int]:
    """The places between which words rather speak for this figure than for the one before or after it."""
    figure = answer.figures[number]
    before = answer.figures[number - 1] if number else None
    rival = (
        before is not None and before.kind is figure.kind and not before.weak and before.last <= figure.first
    )
    since = before.first if before is not None and rival and before.value not in earlier else 0
    until = figure.last
    while until < min(len(answer.tokens), figure.last + _NEAR) and answer.tokens[until].text != "and":
        until += 1
    return since, until


def _told(
    answer: Answer, number: int, touched: Sequence[Touch], earlier: Collection[float]
) -> tuple[float, float, float]:
    """What a metric's words tell of a figure, in its clause, in its sentence and before it."""
    figure = answer.figures[number]
    clause: dict[str, float] = {}
    sentence: dict[str, float] = {}
    before: dict[str, float] = {}
    since, until = _own_words(answer, number, earlier)
    clauses = {answer.clauses[place] for place in (figure.first, figure.last - 1)}
    refers = any(
        token.text in {"it", "its", "that"} for token in answer.tokens[max(figure.first - 5, 0) : figure.first]
    ) or any(token.text == "them" for token in answer.tokens[figure.last : figure.last + 2])
    if refers:  # "the food cost was high and I got it down to …"
        clauses |= {*range(min(clauses) - 2, max(clauses))}  # ", and we" ends two
    start = bisect_left(touched, figure.first - _FAR, key=lambda each: each[0])
    for at in range(start, len(touched)):
        place, word, value = touched[at]
        away = figure.first - place if place < figure.first else max(place - figure.last + 1, 0)
        if away > 0 and place < figure.first and answer.clauses[place] == answer.clauses[figure.first]:
            inserted = {answer.clauses[place]} != {*answer.clauses[place : figure.first]}
            away = answer.clauses[place : figure.first].count(answer.clauses[place]) if inserted else away
        if place >= figure.last + _SENTENCE:
            break
        if away == 0 and answer.tokens[place].text in _UNITS:
            continue
        worth = value / (1 + max(away - 2, 0) / 8)
        if place < since or place >= until:
            worth *= _BEYOND
        if answer.clauses[place] in clauses and away <= _NEAR:
            clause[word] = max(clause.get(word, 0.0), worth)
        if answer.sentences[place] == answer.sentences[figure.first] and away <= _SENTENCE:
            sentence[word] = max(sentence.get(word, 0.0), worth)
        elif place < figure.first:
            before[word] = max(before.get(word, 0.0), value)
    return sum(clause.values()), sum(sentence.values()), sum(before.values())


def _is_plain(answer: Answer, figure: Figure) -> bool:
    """Whether the figure stands alone ("in about ten days") or after no more than "it took"."""
    if figure.kind is Kind.DURATION and figure.per:
        return False  # "I had forty minutes a day for it"
    opens = (
        text_at(answer.tokens, figure.first - 1) in _THROUGHOUT and text_at(answer.tokens, figure.last) in _WE
    )
    if figure.kind is Kind.DURATION and opens:
        return False  # "over nine weeks I held a surgery"
    before = _content_beside(answer, range(figure.first - 1, figure.first - 8, -1), figure.first)
    after = _content_beside(answer, range(figure.last, figure.last + 4), figure.last - 1)
    return not before and (not after or figure.kind is Kind.RANK)


def _content_beside(answer: Answer, places: range, own: int) -> bool:
    """Whether a word with a meaning of its own stands in the figure's clause, going away from the figure."""
    for place in places:
        if not 0 <= place < len(answer.tokens) or answer.clauses[place] != answer.clauses[own]:
            return False
        text = answer.tokens[place].text.partition("'")[0]  # "we're at nine"
        if text in _PRONOUNS or text == "and" or (place > own and text in _ONWARD):
            return False
        if answer.tokens[place].sort is Sort.STOP:
            return False
        idle = answer.tokens[place].sort in (Sort.SIGN, Sort.NUMBER) or text in _BARE or text in _UNITS_OF_TIME
        if not idle:
            return True
    return False


def _is_shared(answer: Answer, figure: Figure) -> bool:
    clause = answer.clauses[figure.first]
    words = range(max(figure.first - _NEAR, 0), figure.first)
    return any(answer.tokens[place].text == "both" and answer.clauses[place] == clause for place in words)


def _is_foreign(answer: Answer, figure: Figure, topic: Topic) -> bool:
    """Whether it counts something else than the metric does: "4 nurses" for doses, "93 percent of staff"."""
    start = figure.last
    if _is_told_of_else(answer, figure, topic):
        return True
    if figure.unit == TOP:
        return False
    if figure.kind is Kind.PERCENT:
        if start >= len(answer.tokens) or answer.tokens[start].text != "of":
            return _is_of_noun(answer, start, topic)
        start += 1
        while start < len(answer.tokens) and answer.tokens[start].text in DETERMINERS:
            start += 1
        if start >= len(answer.tokens) or answer.tokens[start].text in NO_NOUN:
            return False
        if answer.tokens[start].text in _ANYTHING:
            return False
    elif figure.kind is not Kind.COUNT or not figure.unit or (figure.unit == "times" and figure.per):
        return False
    return _counts_else(answer, figure, start, topic)


def _counts_else(answer: Answer, figure: Figure, start: int, topic: Topic) -> bool:
    """Whether the words from a place on, of what is counted, are none of the metric's."""
    persons = figure.unit in _ANYTHING or bool(families(figure.unit) & _PERSONS)
    if persons and _is_done_by_them(answer, start, topic):
        return False
    for place in range(start, min(start + 4, len(answer.tokens))):
        token = answer.tokens[place]
        if token.sort is not Sort.WORD or token.text in NO_NOUN:
            break
        if topic.is_base(token.text):
            return True
        told = topic.touch(token.text)[1] >= (_MEANT if figure.value == 0 else 0.2)
        if told and not _only_describes(answer, place, topic):
            return False
    return True


def _is_done_by_them(answer: Answer, start: int, topic: Topic) -> bool:
    """Whether what the people counted did or got is the metric's: "six people on my team got promoted"."""
    for place in range(start, min(start + 7, len(answer.tokens))):
        token = answer.tokens[place]
        if token.sort is Sort.STOP or token.text in {"and", "but", "to", "about"}:
            return False
        if token.text.endswith("ed") and topic.touch(token.text)[1] >= _MEANT:
            return True
        behind = [text_at(answer.tokens, place + step) for step in (1, 2)]
        if token.text in _GOT and any(topic.touch(word)[1] >= _MEANT for word in behind):
            return True  # "eighty-five people signed up as patrons", "three patients got c diff"
    return False


def _is_told_of_else(answer: Answer, figure: Figure, topic: Topic) -> bool:
    """Whether its sentence sets out with something else: "as for staff, the score was 4.7"."""
    sentence = answer.sentences[figure.first]
    first = bisect_left(answer.sentences, sentence)
    first += answer.tokens[first].sort is Sort.STOP
    words = [token.text for token in answer.tokens[first : min(figure.first, first + 8)]]
    if words[:2] != ["as", "for"] or "," not in words[2:]:
        return False
    named = words[2 : words.index(",", 2)]
    return any(map(is_content, named)) and not any(topic.touch(word)[1] for word in named)


def _is_of_noun(answer: Answer, place: int, topic: Topic) -> bool:
    """Whether a share is of what stands right behind it: "93 percent adoption" is no revenue."""
    token = answer.tokens[place] if place < len(answer.tokens) else None
    if token is None or token.sort is not Sort.WORD or not token.text.endswith(_NOUNS):
        return False
    return token.text not in NO_NOUN and not topic.touch(token.text)[1]


def _only_describes(answer: Answer, place: int, topic: Topic) -> bool:
    """Whether a word only says what the things counted are for: "12 hiring managers" are no hires."""
    after = answer.tokens[place + 1] if place + 1 < len(answer.tokens) else None
    if after is None or not answer.tokens[place].text.endswith("ing"):
        return False
    return after.sort is Sort.WORD and after.text not in NO_NOUN and not topic.touch(after.text)[1]
