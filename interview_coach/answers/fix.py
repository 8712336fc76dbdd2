"""The one thing to fix in an answer, by a fixed order of importance.

More than a third of feedback makes performance worse, most when it points at the person (Kluger and DeNisi
1996). So it is one thing, about the answer, with the note's own figure or words; and where nothing stands out,
none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from interview_coach.answers.facts import QUIET_THEORETICAL, QUIET_VAGUE, Given, Way, clock, length, written
from interview_coach.answers.model import SAID, Counted, Landing, Signals, Sought, Status
from interview_coach.answers.profiles import Profile
from interview_coach.answers.signals import total
from interview_coach.settings import DEFAULTS, Settings

QUOTED = 90  # characters of the note that a fix quotes


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to fix: the code that is stored, and the sentence that says it."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the note has for this question.

    `key` are the metrics one of which an answer should hold; `action` and `result` the note's own words, ""
    where it has none; `asks_what_would_be` that the question itself asks for what one would do.
    """

    key: tuple[Sought, ...] = ()
    action: str = ""
    result: str = ""
    asks_what_would_be: bool = False


def key_metrics(metrics: Sequence[Sought], result: str = "", own_answer: str = "") -> tuple[Sought, ...]:
    """The metrics of a note one of which an answer to a question should hold, in the note's order.

    Where the note answers the question itself, those that its answer names, which may be none; else the first,
    which a note puts there for a reason, and those that the story's Result names; all, where it names none.
    """
    from interview_coach.answers.landing import land

    named = [each.sought for each in land(own_answer or result, metrics) if each.status in SAID]
    if own_answer:
        return tuple(named)
    return tuple(each for each in metrics if each in named or each is metrics[0]) if named else tuple(metrics)


def key_missed(key: Sequence[Sought], landings: Sequence[Landing]) -> Landing | None:
    """The key metric to ask for where not one was said: one said with another value, else the first."""
    found = [each for each in landings if each.sought in key]
    if not found or any(each.status in SAID for each in found):
        return None
    return next((each for each in found if each.status is Status.WRONG), found[0])


def one_fix(
    given: Given,
    profile: Profile,
    wanted: Wanted,
    *,
    signals: Signals | None = None,
    landings: Sequence[Landing] = (),
    result_ticked: bool | None = None,
    settings: Settings = DEFAULTS,
) -> Fix | None:
    """The first of these that holds, None where none does:

    1. no key metric said, or said with another value; 2. no Result, or a short one; 3. theoretical wording and
    no event; 4. overtime; 5. Situation and Task too long; 6. size words and no figure; 7. thin.

    `signals` and `landings` are those of the answer's text; ticks come in as landings too, since the person's
    own tick overrules. `result_ticked` is None where it was not asked.
    """
    if given.way is not Way.HEAD and signals is not None and not signals.words:
        return None  # nothing was said yet, and there is nothing to fix about that
    look = _Look(given, profile, wanted, signals, tuple(landings), result_ticked, settings)
    return next((fix for rule in _IN_ORDER if (fix := rule(look)) is not None), None)


@dataclass(frozen=True, slots=True)
class _Look:
    given: Given
    profile: Profile
    wanted: Wanted
    signals: Signals | None
    landings: tuple[Landing, ...]
    result_ticked: bool | None
    settings: Settings


def _figure(look: _Look) -> Fix | None:
    missed = key_missed(look.wanted.key, look.landings)
    if missed is None:
        return None
    named = named_metric(missed.sought)
    if missed.status is Status.WRONG:
        return Fix("figure", f"Settle the figure: the answer says “{missed.said}”, the note {named}.")
    return Fix("figure", f"Say the figure: {named}.")


def _result(look: _Look) -> Fix | None:
    share = look.given.share("result")
    is_short = share is not None and share < look.settings.shortest_result
    if look.result_ticked is not False and not is_short:
        return None
    told = is_short and look.given.parts.get("result")
    how = f"it took {share} % of the answer" if told else "the answer ends without it"
    return Fix("result", f"Give the Result its place: {how}.{_from_note('Yours', look.wanted.result)}")


def _theory(look: _Look) -> Fix | None:
    signals = look.signals
    if signals is None or look.wanted.asks_what_would_be or signals.i_actions or signals.we_actions:
        return None
    if total(signals.theoretical) <= QUIET_THEORETICAL:
        return None
    said = f"“{written(max(signals.theoretical, key=_count))}”"
    return Fix(
        "event",
        f"Tell one time that it happened, where {said} stands now.{_from_note('Yours', look.wanted.action)}",
    )


def _overtime(look: _Look) -> Fix | None:
    seconds = length(look.given, look.signals)
    if seconds is None or seconds < look.profile.overtime:
        return None
    ran = "It ran to" if look.given.way is Way.SPOKEN else "Said aloud it runs to"
    return Fix("overtime", f"End by {clock(look.profile.red)}. {ran} {clock(seconds)}.")


def _start(look: _Look) -> Fix | None:
    share = look.given.share("situation", "task")
    if share is None or share <= look.settings.longest_start:
        return None
    return Fix(
        "start",
        f"Come to the Action sooner: Situation and Task took {share} %."
        f"{_from_note('Your first step', look.wanted.action)}",
    )


def _vague(look: _Look) -> Fix | None:
    signals = look.signals
    if signals is None or total(signals.vague) <= QUIET_VAGUE:
        return None
    missing = next((each.sought for each in look.landings if each.status is Status.MISSING), None)
    if missing is None:
        return None
    said = written(max(signals.vague, key=_count))
    return Fix("vague", f"Put a figure where “{said}” stands. The note has {named_metric(missing)}.")


def _thin(look: _Look) -> Fix | None:
    seconds, profile, pace = length(look.given, look.signals), look.profile, look.settings.words_per_minute
    if seconds is None or seconds >= 60 * profile.thin_words(pace) / pace:
        return None
    took = f"it took {clock(seconds)}"
    if not look.given.is_timed and look.signals is not None:
        words = look.signals.words
        took = f"{words} {'word is' if words == 1 else 'words are'} said in {clock(seconds)}"
    return Fix("thin", f"Tell more of what you did: {took}.{_from_note('Yours', look.wanted.action)}")


_IN_ORDER: tuple[Callable[[_Look], Fix | None], ...] = (
    _figure,
    _result,
    _theory,
    _overtime,
    _start,
    _vague,
    _thin,
)


def _count(counted: Counted) -> int:
    return counted.count


def named_metric(sought: Sought) -> str:
    """'13/14 (Resolution rate, Without concessions)'."""
    about = ", ".join(each for each in (sought.name, sought.context) if each)
    return f"{sought.value} ({about})" if about else sought.value


def _from_note(what: str, text: str) -> str:
    """The beginning of the note's own words, quoted; "" where it has none."""
    return f" {what} in the note: “{quoted(text)}”" if text else ""


def quoted(text: str, most: int = QUOTED) -> str:
    """A text's beginning on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(",;:–—- ") + " …"
