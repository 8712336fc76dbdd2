"""What can be said of an answer once it has ended: observations, each of them checkable, and one thing to fix.

Pure; for practice and mocks alike. What it needs is loaded when the first answer is looked at.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from interview_coach.answers.model import SAID, Landing, Signals, Sought, Span, Status
from interview_coach.answers.profiles import Profile
from interview_coach.cards.model import Card, Point, PointKind
from interview_coach.coach.answering import Measured, Way
from interview_coach.coach.speech import STAR
from interview_coach.settings import Settings
from interview_coach.store.attempts import Attempt, Part, Ticked

if TYPE_CHECKING:
    from interview_coach.answers.facts import Fact, Given
    from interview_coach.answers.fix import Fix, Wanted
    from interview_coach.answers.rubric import Cap


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in an answer.

    `ticked` goes with the card's points; what the program decided says `auto` and is the person's to change.
    `over` is milliseconds past the red light, as predicted where the answer was written. `facts` are those
    outside their quiet bands. `wanted` is what the note has for the question.
    """

    given: "Given"
    wanted: "Wanted"
    ticked: tuple[Ticked, ...] = ()
    over: int = 0
    signals: Signals | None = None
    landings: tuple[Landing, ...] = ()
    facts: "tuple[Fact, ...]" = ()
    any_figure: bool = False

    @property
    def doubtful(self) -> tuple[Landing, ...]:
        """The figures that were said with another value than the note's: to be asked about."""
        return tuple(each for each in self.landings if each.status is Status.WRONG)

    def landing_of(self, point: Point) -> Landing | None:
        """What became of a metric, where there was a text to look for it in."""
        return next((each for each in self.landings if each.sought == _sought(point)), None)


@dataclass(frozen=True, slots=True)
class Judged:
    """What follows from the ticks as they stand: the one thing to fix, and the caps on the rubric."""

    fix: "Fix | None" = None
    caps: "tuple[Cap, ...]" = field(default=())


def look(
    measured: Measured, card: Card, settings: Settings, profile: Profile, hinted: Collection[int] = ()
) -> Look:
    """Looks at an answer to a card; `hinted` are the indexes of the points uncovered before it."""
    from interview_coach.answers import facts

    read = _read(measured.text, _metrics(card.points), settings) if measured.has_text else (None, (), False)
    found, landings, any_figure = read
    given = _given(measured)
    length = facts.length(given, found)
    return Look(
        given=given,
        wanted=wanted_of(card),
        ticked=tuple(
            replace(_ticked(point, measured, landings), hinted=index in hinted)
            for index, point in enumerate(card.points)
        ),
        over=0 if length is None else max(0, round((length - profile.red) * 1000)),
        signals=found,
        landings=landings,
        facts=facts.facts(given, profile, found, landings, settings),
        any_figure=any_figure,
    )


def judge(looked: Look, points: Sequence[Ticked], settings: Settings, profile: Profile) -> Judged:
    """What follows from the points that were decided, by the answer or by the person, who goes first.

    One cap goes by the ticks as they stand: where the Result is not ticked, nobody has said that it was told.
    """
    from interview_coach.answers import facts, fix, rubric

    landings = tuple(_landing(each, looked) for each in points if each.point.kind is PointKind.METRIC)
    result = _result_among(points)
    if (result_ticked := result) is None:
        result_ticked = _result_among(looked.ticked)
    length = facts.length(looked.given, looked.signals)
    missed = fix.key_missed(looked.wanted.key, landings)
    return Judged(
        fix.one_fix(
            looked.given,
            profile,
            looked.wanted,
            signals=looked.signals,
            landings=landings,
            result_ticked=result,
            settings=settings,
        ),
        rubric.caps(
            result_ticked=result_ticked,
            key_missed="" if missed is None else missed.sought.value,
            overtime="" if length is None or length < profile.overtime else facts.clock(length),
        ),
    )


def told(
    points: Sequence[Point],
    looked: Look | None,
    ticked: Collection[int],
    *,
    own: Collection[int] = (),
    asked: Collection[int] = (),
    hinted: Collection[int] = (),
) -> tuple[Ticked, ...]:
    """The points of which it is decided whether they were told: by the answer itself, or by the person.

    All numbers are indexes of `points`: what is `ticked`, by the person's `own` hand or not, which the person
    was `asked` about, and which had been uncovered as hints.
    """
    found = looked.ticked if looked is not None else ()
    decided = []
    for index, point in enumerate(points):
        own_look = found[index] if index < len(found) and found[index].point == point else None
        automatic = own_look is not None and own_look.decided_by == "auto" and index not in own
        if automatic or index in own or index in asked:
            hit = index in ticked
            evidence = own_look.evidence if own_look is not None and hit else ()
            by = "auto" if automatic else "self"
            decided.append(Ticked(point, hit, index in hinted, by, evidence))
    return tuple(decided)


def row_with(row: Attempt, looked: Look) -> Attempt:
    """A row with what was found."""
    return replace(row, over=looked.over, signals=_counts(looked))


def _given(measured: Measured) -> "Given":
    from interview_coach.answers import facts

    parts: Mapping[str, float] = {
        each.part: float(each.words or 0) if each.milliseconds is None else each.milliseconds / 1000
        for each in measured.parts
    }
    seconds = measured.milliseconds / 1000 if measured.way is Way.SPOKEN else None
    return facts.Given(facts.Way(measured.way.value), seconds, parts)


def _read(
    text: str, metrics: Sequence[Sought], settings: Settings
) -> tuple[Signals | None, tuple[Landing, ...], bool]:
    from interview_coach.answers import landing, signals

    found = signals.signals(text, signals.lists_of(settings), settings.words_per_minute)
    return found, tuple(landing.land(text, metrics)), landing.has_figure(text)


def wanted_of(card: Card) -> "Wanted":
    """What the note of a card has for its question."""
    from interview_coach.coach.wanted import wanted

    told = {each.label.casefold(): each.text for each in card.passages}
    return wanted(
        card.prompt,
        _metrics(card.points),
        told=told,
        own_answer=told.get("", ""),
        results=[_result_of(story) for story in stories_of(card)],
    )


def stories_of(card: Card) -> tuple[str, ...]:
    """The stories any of which may be told, line by line; none where one answers the question.

    Of one story the passages are its parts; of several each is a whole story.
    """
    labels = {each.label.casefold() for each in card.passages}
    return () if labels & set(STAR) else tuple(each.text for each in card.passages if each.label)


def _result_of(story: str) -> str:
    """The Result and what comes after it; the whole story where it has none."""
    return story.partition("\nResult: ")[2] or story


def _metrics(points: Iterable[Point]) -> tuple[Sought, ...]:
    return tuple(_sought(point) for point in points if point.kind is PointKind.METRIC)


def _sought(point: Point) -> Sought:
    return Sought(point.label, point.expected, point.context)


def _ticked(point: Point, measured: Measured, landings: Sequence[Landing]) -> Ticked:
    """Parts that were marked or typed say which of them were told; words, which figures were said.

    What else was said, only the person knows.
    """
    if point.kind in STAR and measured.parts:
        told = any(each.part == point.kind.value and _is_told(each) for each in measured.parts)
        return Ticked(point, told, decided_by="auto", evidence=_place(point.kind, measured) if told else ())
    for each in landings:
        if point.kind is PointKind.METRIC and each.sought == _sought(point):
            hit = each.status in SAID
            return Ticked(point, hit, decided_by="auto", evidence=each.evidence if hit else ())
    return Ticked(point, hit=False)


def _is_told(part: Part) -> bool:
    """Whether a part holds a word; of one that was marked, whether there was time for one, more than 0:00."""
    return bool(part.words if part.milliseconds is None else round(part.milliseconds / 1000))


def _place(part: PointKind, measured: Measured) -> tuple[Span, ...]:
    return (measured.places[STAR.index(part)],) if measured.places else ()


def _result_among(points: Iterable[Ticked]) -> bool | None:
    """Whether the Result was told; None where it is not among the points."""
    return next((each.hit for each in points if each.point.kind is PointKind.RESULT), None)


def _landing(ticked: Ticked, looked: Look) -> Landing:
    """A metric as it is decided: the person's tick overrules what was found."""
    found = looked.landing_of(ticked.point)
    if found is not None and (found.status in SAID) == ticked.hit:
        return found
    return Landing(_sought(ticked.point), Status.LANDED if ticked.hit else Status.MISSING)


def _counts(looked: Look) -> dict[str, int]:
    """What is stored of the signals: numbers alone."""
    if looked.signals is None:
        return {}
    from interview_coach.answers.signals import total

    found = looked.signals
    return {
        "words": found.words,
        "spoken_seconds": found.spoken_seconds,
        "fillers": total(found.fillers),
        "hedges": total(found.hedges),
        "theoretical": total(found.theoretical),
        "vague": total(found.vague),
        "i_actions": len(found.i_actions),
        "we_actions": len(found.we_actions),
        "any_figure": int(looked.any_figure),
    }
