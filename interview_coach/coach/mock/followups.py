"""The one question that follows an answer: by rule, from what was measured of it, in the note's own words.

What was not measured is not asked about: of an answer that was spoken, only its times are known. No follow-up
tells a figure that the person did not say.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from interview_coach.answers.model import Sought
from interview_coach.answers.probes import filled, probes_for
from interview_coach.answers.profiles import Profile
from interview_coach.cards.make import PART_LABELS
from interview_coach.cards.model import Card, Point, PointKind
from interview_coach.cards.prompts import masked
from interview_coach.settings import Settings

if TYPE_CHECKING:
    from interview_coach.answers.model import Landing
    from interview_coach.coach.looking import Look


class Rule(StrEnum):
    """Why a follow-up was asked; the values are stored, `SAYS` has the words."""

    THEORY = "theory"
    METRIC = "metric"
    FIGURE = "figure"
    TEAM = "team"
    START = "start"
    RESULT = "result"
    OVERTIME = "overtime"
    THIN = "thin"
    DEEPER = "deeper"


SAYS: Mapping[Rule, str] = {
    Rule.THEORY: "the answer told what one does, and no event",
    Rule.METRIC: "a key figure was not said",
    Rule.FIGURE: "a figure was said with another value than the note's",
    Rule.TEAM: "“we” did more than “I”",
    Rule.START: "Situation and Task were long",
    Rule.RESULT: "the Result was short, or not there",
    Rule.OVERTIME: "it ran into overtime",
    Rule.THIN: "it was short",
    Rule.DEEPER: "nothing that was measured was missing",
}

# Each rule's wordings, and the same as somebody puts it who has doubts.
_ASKS: Mapping[Rule, tuple[tuple[str, str], ...]] = {
    Rule.THEORY: (
        ("When exactly was this? Tell me about that one time.", "Stop there. When was that, and where?"),
        ("Tell me about the last time you did that.", "That is what one does. What did you do?"),
    ),
    Rule.FIGURE: (
        ("You said {said}. Where does that figure come from?", "{said}: how do you know?"),
        ("You said {said}. How was that measured?", "{said}: who else would tell me the same?"),
    ),
    Rule.METRIC: (
        (
            "What was the figure for {metric}, and how was it measured?",
            "You gave me no figure for {metric}. Is there one?",
        ),
        ("Can you put a number to {metric}?", "How would I see that in a number? Say, {metric}."),
        ("What was the figure, and how was it measured?", "And in numbers?"),
    ),
    Rule.TEAM: (
        ("You say “we”. Which part was yours?", "I am not hiring your team. What did you do?"),
        ("Which step did you take yourself?", "What would have happened without you?"),
    ),
    Rule.START: (
        ("What was your first step?", "I know the situation by now. What did you do first?"),
        ("Let us go to what you did: what came first?", "Leave the background out. What did you do?"),
    ),
    Rule.RESULT: (
        ("What changed because of it?", "And? What came of it?"),
        ("How did it end?", "How would anybody else have noticed a difference?"),
    ),
    Rule.OVERTIME: (
        ("The same in thirty seconds, please.", "That was long. The same in thirty seconds."),
        ("If you had only thirty seconds for that?", "I have to go in thirty seconds. What should I remember?"),
    ),
    Rule.THIN: (
        ("Take me through it step by step: what did you do?", "Is that all? What did you do, step by step?"),
        ("What happened between the beginning and the end?", "I cannot see it yet. What exactly did you do?"),
    ),
}  # fmt: skip

_NO_TITLES = PART_LABELS | {""}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The question to ask, and the rule that chose it."""

    rule: Rule
    text: str


def follow_up(
    looked: "Look",
    card: Card,
    profile: Profile,
    settings: Settings,
    *,
    before: Sequence[FollowUp] = (),
    lately: Collection[str] = (),
    tough: bool = False,
    chance: float = 0.0,
) -> FollowUp | None:
    """The follow-up to an answer; None where the person's own probes are all there is, and none can be filled.

    Of several rules that apply it is the one that this interview used least (`before`), and of those the first.
    The words are drawn by `chance`, from 0 up to 1, among those not asked `before` or `lately`.
    """
    applying = [rule for rule in _APPLIES if _APPLIES[rule](looked, profile, settings)]
    used = [each.rule for each in before]
    rule = min(applying, key=used.count, default=Rule.DEEPER)
    values = _values(rule, looked, card)
    if rule is Rule.DEEPER:
        texts = [probe.words(tough=tough) for probe in probes_for(card.prompt, settings.mock_probes)]
    else:
        texts = [words[tough] for words in _ASKS[rule]]
        if rule is Rule.THEORY and looked.wanted.asks_what_would_be:
            texts = texts[-1:]  # the question itself asked for no time; the last wording does not say it did
    asked = [text for each in texts if (text := filled(each, values))]
    if rule is Rule.METRIC and len(asked) > 1:
        asked = asked[:-1]  # the one that names no metric is for where its name would tell the value
    stale = {each.text for each in before}
    fresh = [each for each in asked if each not in stale and each not in lately]
    choice = fresh or [each for each in asked if each not in stale] or asked
    return FollowUp(rule, choice[int(chance * len(choice))]) if choice else None


def _key_missed(looked: "Look") -> "Landing | None":
    from interview_coach.answers.fix import key_missed

    return key_missed(looked.wanted.key, looked.landings)


def _is_theory(looked: "Look", _profile: Profile, _settings: Settings) -> bool:
    from interview_coach.answers.facts import QUIET_THEORETICAL
    from interview_coach.answers.signals import total

    found = looked.signals
    if found is None or found.i_actions or found.we_actions:
        return False
    return total(found.theoretical) > QUIET_THEORETICAL


def _is_teams(looked: "Look", _profile: Profile, _settings: Settings) -> bool:
    found = looked.signals
    return found is not None and len(found.we_actions) > max(1, len(found.i_actions))


def _starts_long(looked: "Look", _profile: Profile, settings: Settings) -> bool:
    share = looked.given.share("situation", "task")
    return share is not None and share > settings.longest_start


def _ends_short(looked: "Look", _profile: Profile, settings: Settings) -> bool:
    share = looked.given.share("result")
    return share is not None and share < settings.shortest_result


def _is_thin(looked: "Look", profile: Profile, settings: Settings) -> bool:
    found = looked.signals
    return found is not None and found.words < profile.thin_words(settings.words_per_minute)


_APPLIES: Mapping[Rule, Callable[["Look", Profile, Settings], bool]] = {
    Rule.THEORY: _is_theory,
    Rule.FIGURE: lambda looked, _profile, _settings: bool(looked.doubtful),
    Rule.METRIC: lambda looked, _profile, _settings: _key_missed(looked) is not None,
    Rule.TEAM: _is_teams,
    Rule.START: _starts_long,
    Rule.RESULT: _ends_short,
    Rule.OVERTIME: lambda looked, profile, _: looked.over >= (profile.overtime - profile.red) * 1000,
    Rule.THIN: _is_thin,
}


def _values(rule: Rule, looked: "Look", card: Card) -> dict[str, str]:
    """What a text can be filled with: the note's own names, and of figures only those that were said."""
    values = {"skill": card.skill}
    titles = [passage.label for passage in card.passages if passage.label not in _NO_TITLES]
    if len(titles) == 1:
        values["story"] = f"“{titles[0]}”"
    if rule is Rule.METRIC:
        missed = _key_missed(looked)
        values["metric"] = "" if missed is None else _named(missed.sought)
        return values
    said = looked.doubtful if rule is Rule.FIGURE else [each for each in looked.landings if each.evidence]
    if said:
        values["said"] = f"“{said[0].said}”"
        values["metric"] = _named(said[0].sought)
    return values


def _named(sought: Sought) -> str:
    """A metric as it may be asked for; "" where its value is a part of its name."""
    name, _ = masked(Point(PointKind.METRIC, sought.name, sought.value, sought.context))
    return f"“{name}”" if name == sought.name else ""
