"""What is said of a value: how exactly it is meant, whether it rose or fell, whether it came about at all."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from interview_coach.answers.measure import Figure, Form, Kind, Near, Role
from interview_coach.answers.reading import NO_NOUN, phrase_at, phrases, text_at
from interview_coach.answers.signs import minus, sign_of
from interview_coach.answers.tokens import Sort, Token, listed
from interview_coach.answers.units import TOP

_NEAR = {
    **dict.fromkeys(
        listed("about around roughly approximately some circa ca approx ~ ± like maybe near ballpark"),
        Near.ABOUT,
    ),
    **dict.fromkeys(listed("nearly almost under below within < close"), Near.BELOW),
    **dict.fromkeys(listed("over above > exceeding past"), Near.ABOVE),
}
_NEAR_PHRASES = {
    ("more", "than"): Near.ABOVE, ("at", "least"): Near.ABOVE, ("greater", "than"): Near.ABOVE,
    ("north", "of"): Near.ABOVE, ("upwards", "of"): Near.ABOVE, ("better", "than"): Near.ABOVE,
    ("longer", "than"): Near.ABOVE, ("less", "than"): Near.BELOW, ("fewer", "than"): Near.BELOW,
    ("up", "to"): Near.BELOW, ("shy", "of"): Near.BELOW, ("at", "most"): Near.BELOW,
    ("close", "to"): Near.BELOW, ("not", "quite"): Near.BELOW, ("not", "even"): Near.BELOW,
    ("region", "of"): Near.ABOUT, ("or", "less"): Near.BELOW,
}  # fmt: skip
_NEAR_AFTER = {
    "or so": Near.ABOUT, "or thereabouts": Near.ABOUT, "give or take": Near.ABOUT, "- ish": Near.ABOUT,
    "ish": Near.ABOUT, "more or less": Near.ABOUT, "or more": Near.ABOVE, "or less": Near.BELOW,
    "or under": Near.BELOW, "+": Near.ABOVE, "plus": Near.ABOVE,
}  # fmt: skip
_OPPOSITE = {
    ("more", "than"): Near.BELOW, ("longer", "than"): Near.BELOW, ("greater", "than"): Near.BELOW,
    ("less", "than"): Near.ABOVE, ("fewer", "than"): Near.ABOVE,
}  # fmt: skip
_DENIALS_OF_BOUNDS = listed("never no not doesn't don't didn't nobody none won't")
_AFTER = phrases(*_NEAR_AFTER)
AIMS = listed(
    "target targets goal goals aim aims aimed aiming benchmark quota promised promise hoped hoping"
    " planned wanted expected supposed budgeted asked forecast projected industry norm threshold limit"
    " want wants competitor competitors budget allowance rival rivals sister plan plans intended intention"
    " wished"
)
_SUBJECTS = listed("it we they i there nobody he she")
_MET = listed("hit met made managed reached did achieved beat")
_OTHERS = listed("sister competitor competitors rival rivals neighbouring neighboring")
_SOMEBODY = listed("colleague predecessor boss friend brother neighbour neighbor")
_MIGHT = listed("would could might should wouldn't couldn't shouldn't")
_LINKS = listed(
    "of was is were be been being to for at by a an the had have has which that about around under over"
    " reach reached hit get got us it : - average standard just only than as from set on"
)
_DENIALS = listed("not never isn't wasn't weren't aren't didn't don't doesn't n't neither nor")
_DO = listed("didn't don't doesn't")  # what was not done was said: "they didn't, 71 percent got it"
_MISSED = (
    ("short", "of"),
    ("fell", "short", "of"),
    ("failed", "to", "reach"),
    ("failed", "to", "hit"),
    ("missed",),
)
_EARLIER = listed("used previously originally formerly initially started baseline had")
_EARLIER_AFTER = phrases(
    "previously", "originally", "beforehand", "the year before", "the previous year", "a year earlier",
    "a year before", "the quarter before", "when i started", "when i joined", "when i arrived",
    "when i took", "at the start", "the month before", "before i started", "before i joined",
    "before that", "before us", "before the change", "ago", "at the beginning", "the term before",
)  # fmt: skip
_FIRST_WHAT = listed("time attempt try sight glance go pass")
_COMPARING = listed("than against with to on from over versus vs compared")
_SCORED = listed("on to at was were is are scored us it")
_REACH = frozenset({"to", "at", "reached", "reaching", "hit", "hitting", "reach"})


def claimed(tokens: Sequence[Token], figure: Figure) -> Figure:
    """The figure with what the words around say of it."""
    near, start = _nearness(tokens, figure)
    sign = figure.sign or sign_of(tokens, figure, start)
    role = _role(tokens, replace(figure, near=near, sign=sign), start)
    level = figure.form is Form.SINGLE and (figure.level or _is_level(tokens, start))
    span = figure.span
    if text_at(tokens, start) in {"~", "<", ">"} and start == figure.first - 1:
        span = (tokens[start].start, span[1])
    if minus(tokens, figure.first - 1):
        span = (tokens[figure.first - 1].start, span[1])
    if near is Near.EXACT and not sign and role is Role.SAID and not level and span == figure.span:
        return figure
    return replace(
        figure,
        near=near,
        sign=0 if level and figure.kind is not Kind.MULTIPLIER else sign,
        role=role,
        level=level,
        span=span,
    )


def _is_level(tokens: Sequence[Token], start: int) -> bool:
    """Whether the value is what was reached: "to 38%", "on plus 31"."""
    if text_at(tokens, start - 1) in _REACH:
        return True
    return text_at(tokens, start - 1) in {"plus", "minus"} and text_at(tokens, start - 2) in _SCORED


def _nearness(tokens: Sequence[Token], figure: Figure) -> tuple[Near, int]:
    """How exactly it is meant, and the first token of what says so."""
    near, at = Near.EXACT, figure.first
    while at > 0:
        word, pair = text_at(tokens, at - 1), (text_at(tokens, at - 2), text_at(tokens, at - 1))
        if pair in _NEAR_PHRASES and not (pair == ("up", "to") and figure.form is Form.CHANGE):
            near, at = _NEAR_PHRASES[pair] if near is Near.EXACT else near, at - 2
            if pair in _OPPOSITE and _is_denied_bound(tokens, at):
                return _OPPOSITE[pair], at
        elif word in _NEAR:
            near, at = _NEAR[word] if near is Near.EXACT else near, at - 1
        elif word in {
            "just",
            "only",
            "well",
            "an",
            "a",
            "the",
            "average",
            "an estimated",
            "exactly",
            "something",
        }:
            at -= 1
        else:
            break
    if near is Near.EXACT and any(
        token.text in {"ish", "so", "odd"} for token in tokens[figure.first : figure.last]
    ):
        near = Near.ABOUT
    after = phrase_at(tokens, figure.last, _AFTER)
    if after and not (after in {("+",), ("plus",)} and text_at(tokens, figure.last + 1).isdigit()):
        near = _NEAR_AFTER[" ".join(after)]
    return near, at


def _is_denied_bound(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bound is denied: "never more than ten", "nobody waits longer than ten"."""
    for place in range(at - 1, max(at - 10, -1), -1):
        far = place < at - 4  # "nobody with a walk-in prescription waited longer than ten minutes"
        if tokens[place].text in ({"nobody", "none"} if far else _DENIALS_OF_BOUNDS):
            return True
        if tokens[place].sort is not Sort.WORD or tokens[place].text in {"and", "but", "so", "or"}:
            return False
    return False


def _role(tokens: Sequence[Token], figure: Figure, start: int) -> Role:
    if _taken_back(tokens, figure, start):
        return Role.DENIED
    before = _linked(tokens, start)
    if _is_of_others(tokens, start) or text_at(tokens, start - 2) in _SOMEBODY:
        return Role.AIM
    if figure.form is not Form.CHANGE and any(word in AIMS for word in before):
        return Role.SAID if _is_met(tokens, figure.last) else Role.AIM
    if any(word in _MIGHT for word in before) or _is_supposed(tokens, start, figure.last):
        return Role.AIM
    after = text_at(tokens, figure.last)
    if after in {"target", "goal", "quota", "benchmark", "elsewhere"}:
        return Role.AIM
    if (
        after == "nationally" and figure.kind is not Kind.RANK and figure.unit != TOP
    ):  # what others reach; a place is one's own
        return Role.AIM
    if figure.form is Form.CHANGE:
        return Role.SAID
    return Role.BEFORE if _was_before(tokens, figure, start, before) else Role.SAID


def _is_supposed(tokens: Sequence[Token], start: int, last: int) -> bool:
    """ "If we protected 93 % we would get a bonus"."""
    for place in range(start - 1, max(start - 9, -1), -1):
        if tokens[place].sort is Sort.STOP:
            return False
        if tokens[place].text == "if":
            return any(token.text in {"would", "we'd", "i'd"} for token in tokens[last : last + 9])
    return False


def _is_met(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is said next that an aim was reached: "under an hour from arrival, and we hit that"."""
    words = [token.text for token in tokens[at : at + 9]]
    return any(
        verb in _MET and (after in {"that", "it"} or (after, later) == ("every", "time"))
        for verb, after, later in zip(words, words[1:], [*words[2:], ""], strict=False)
    )


def _is_of_others(tokens: Sequence[Token], start: int) -> bool:
    """Whether the sentence has told of a rival so far: "our sister hotel is at 80"; a ward sister is none."""
    for place in range(start - 1, max(start - 9, -1), -1):
        token = tokens[place]
        if token.sort is Sort.STOP:
            return False
        alone = token.text == "sister" and not text_at(tokens, place + 1).isalpha()
        if token.text in _OTHERS and not alone:
            return True
    return False


def _taken_back(tokens: Sequence[Token], figure: Figure, start: int) -> bool:
    word, earlier = text_at(tokens, start - 1), text_at(tokens, start - 2)
    behind = [token.text for token in tokens[max(start - 5, 0) : start]]
    unable = any(pair == ("able", "to") for pair in pairwise(behind)) and bool(_DENIALS & {*behind})
    if unable or (figure.near is Near.EXACT and "nobody" in behind[-2:]):
        return True  # "I wasn't able to protect 93%", "nobody resolves 13 of 14"
    if figure.near in (Near.ABOVE, Near.BELOW) and text_at(tokens, start) in {
        "more",
        "less",
        "fewer",
        "longer",
    }:
        return False
    if figure.weak and figure.value == 0:
        return False  # "wasn't a single one" is a nought, not a nought denied
    if word in _DENIALS - _DO and text_at(tokens, start) not in {"only", "just"}:
        return True
    if earlier in _DENIALS and word in {"reach", "hit", "get", "make", "the", "quite", "by", "to"}:
        return True
    if figure.sign or (figure.kind is Kind.COUNT and figure.unit):
        return False  # "missed 40% fewer days"; "missed two deadlines" counts what was missed
    return any(
        tuple(text_at(tokens, start - len(words) + step) for step in range(len(words))) == words
        for words in _MISSED
    )


def _linked(tokens: Sequence[Token], start: int) -> list[str]:
    """The words right before a figure that say what it is: "the target had been", "we hoped for"."""
    words: list[str] = []
    for place in range(start - 1, max(start - 6, -1), -1):
        word = tokens[place].text
        words.append(word)
        if word not in _LINKS:
            break
    return words


def _was_before(tokens: Sequence[Token], figure: Figure, start: int, before: Sequence[str]) -> bool:
    if figure.kind is Kind.DURATION and _is_moment(tokens, figure, start):
        return True  # when it was, not how long it took
    word, earlier = text_at(tokens, start - 1), text_at(tokens, start - 2)
    named = figure.kind is Kind.MONEY and text_at(tokens, start) == "the"
    part = figure.kind is Kind.PERCENT and text_at(tokens, figure.last) == "of"
    if word == "from" and (part or (named and _is_noun(tokens, figure.last))):
        return False  # "from the $240k grant", "from half a percent of tables": where it came out of
    if word == "from" or (earlier, word) in {
        ("instead", "of"),
        ("rather", "than"),
        ("compared", "to"),
        ("compared", "with"),
    }:
        return True
    if word in {"versus", "vs", "previously", "originally", "formerly", "initially"}:
        return True
    if "had" in before and "been" in before:
        return True
    if before and before[-1] == "used" and before[-2:-1] != ["to"]:
        return False  # "it used 27 percent less" is no custom of old
    if before and before[-1] in _EARLIER and before[-1] != "had":
        return before[-1] != "started" or "at" in before or "with" in before
    return _is_dated(tokens, figure, before)


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].sort is Sort.WORD and tokens[at].text not in NO_NOUN


def _is_moment(tokens: Sequence[Token], figure: Figure, start: int) -> bool:
    """ "Ten days ago", "ten days earlier, we had …"; "it came ten days earlier" is how much sooner."""
    word = text_at(tokens, figure.last)
    if word == "earlier":
        return not text_at(tokens, start - 1).isalpha()
    return word in {"ago", "before"}


def _is_dated(tokens: Sequence[Token], figure: Figure, before: Sequence[str]) -> bool:
    """Whether the words behind it say that it was so earlier: "was 42 at the start"."""
    at = figure.last
    for step in range(3):
        rest = tuple(text_at(tokens, at + step + each) for each in range(3))
        if rest[0] in _COMPARING or rest[0] in {"now", "today", "ahead", "above", "behind", "below", "better"}:
            return False
        phrase = phrase_at(tokens, at + step, _EARLIER_AFTER)
        if phrase == ("before", "that") and text_at(tokens, at + step + 2) in _SUBJECTS:
            return False  # "91 percent; before that it was a gut feeling"
        if phrase:
            return True
        if rest[:2] == ("at", "first") and rest[2] not in _FIRST_WHAT:
            return True
        over_it = text_at(tokens, at + step - 1) == "the"  # "in the last year" is now
        if rest[:2] == ("last", "year") and {"was", "were"} & {*before} and not over_it:
            return True
        if (
            figure.kind is not Kind.DURATION
            and rest[0] in {"before", "earlier"}
            and (rest[1] in {"", ",", ".", "and", "but", "now"})
        ):
            return True
        if not rest[0].isalpha():
            break
    return False
