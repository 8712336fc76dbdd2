"""What an interview came to: each answer with its times, figures and grades, and what to do next.

It is made from what is kept, so that an interview of last month reads as it did then. Every figure in it was
timed, counted or said by the person; nothing is praised and nothing is added up to one mark.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from statistics import fmean

from interview_coach.answers import rubric
from interview_coach.answers.facts import percentages
from interview_coach.answers.fix import key_missed
from interview_coach.answers.model import Landing, Sought, Status
from interview_coach.answers.profiles import Light, Profile
from interview_coach.cards.model import PointKind
from interview_coach.coach.answering import Way
from interview_coach.coach.mock.followups import SAYS, FollowUp, Rule
from interview_coach.coach.mock.recalled import card_of, looked_again
from interview_coach.coach.mock.setup import Setup
from interview_coach.coach.mock.state import Planned
from interview_coach.coach.speech import STAR
from interview_coach.settings import Settings
from interview_coach.store.attempts import Attempt, Ticked
from interview_coach.store.cards import StoredCard

WEAK_GRADE = 2  # and below: evidence of the rubric's own words


@dataclass(frozen=True, slots=True)
class PartShare:
    """A part of an answer: its percentage, and the one to compare it with."""

    part: PointKind
    share: int
    target: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric of the note: whether it was said, in the answer or only when asked on, and who decided."""

    name: str
    value: str
    said: bool
    said_when_asked: bool = False
    decided_by: str = "self"


@dataclass(frozen=True, slots=True)
class AskedOn:
    """A follow-up, why it was asked, and whether it was answered, in how many seconds."""

    text: str
    why: str
    answered: bool
    seconds: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of an interview and what became of it.

    `seconds` are those of the clock, or `is_predicted` from the words, None where nothing was measured.
    `reasons` say why it is one to work on. `text` is there only where words are kept.
    """

    planned: Planned
    card_id: int
    attempt: Attempt | None
    profile: Profile
    seconds: int | None = None
    is_predicted: bool = False
    shares: tuple[PartShare, ...] = ()
    figures: tuple[Figure, ...] = ()
    parts_told: tuple[Ticked, ...] = ()
    asked_on: AskedOn | None = None
    fix: str = ""
    reasons: tuple[str, ...] = ()
    text: str = ""

    @property
    def is_skipped(self) -> bool:
        """Whether it was not answered."""
        return self.attempt is None or self.attempt.abandoned

    @property
    def light(self) -> Light:
        """The light that it ended in."""
        return self.profile.light(self.seconds or 0)

    @property
    def grades(self) -> Mapping[str, int]:
        """The grades by line of the rubric."""
        return {} if self.attempt is None else self.attempt.rubric

    @property
    def grade(self) -> float | None:
        """The mean of its grades; None where a line was left out."""
        return rubric.grade(self.grades)


@dataclass(frozen=True, slots=True)
class Report:
    """What an interview came to. `before` is the last time that the same seed was sat."""

    mock_id: int
    started_at: datetime
    seed: int
    setup: Setup
    answers: tuple[Answer, ...]
    given_up: bool
    is_over: bool
    sent: int = 0
    before: "Report | None" = None

    @property
    def answered(self) -> tuple[Answer, ...]:
        """Those that were answered."""
        return tuple(each for each in self.answers if not each.is_skipped)

    @property
    def figures(self) -> tuple[int, int, int]:
        """How many figures were said at least once, how many more only when asked on, and of how many.

        Each figure of a skill counts once, however many questions it would have served.
        """
        said: dict[tuple[str, str, str], int] = {}
        for each in self.answered:
            for figure in each.figures:
                known = (each.planned.skill, figure.name, figure.value)
                said[known] = max(said.get(known, 0), 2 if figure.said else int(figure.said_when_asked))
        return sum(each == 2 for each in said.values()), sum(each == 1 for each in said.values()), len(said)

    @property
    def grades(self) -> Mapping[str, float]:
        """The mean grade of each line of the rubric that was graded."""
        found = {
            line.code: [each.grades[line.code] for each in self.answered if line.code in each.grades]
            for line in rubric.LINES
        }
        return {code: fmean(grades) for code, grades in found.items() if grades}

    @property
    def grade(self) -> float | None:
        """The mean of the answers' grades, of those graded on all lines."""
        grades = [grade for each in self.answered if (grade := each.grade) is not None]
        return fmean(grades) if grades else None

    def last_time(self, answer: Answer) -> Answer | None:
        """The answer to the same question the last time that the seed was sat."""
        earlier = () if self.before is None else self.before.answers
        return next((each for each in earlier if each.planned.is_same(answer.planned)), None)

    @property
    def asked_again(self) -> int:
        """How many of the questions were asked the last time too."""
        return sum(self.last_time(each) is not None for each in self.answers)

    @property
    def predicted(self) -> float | None:
        """The mean of what was predicted, of the answers that were graded too."""
        found = [predicted for predicted, _ in self.predictions]
        return fmean(found) if found else None

    @property
    def predictions(self) -> tuple[tuple[int, float], ...]:
        """What was predicted and the mean grade, of each answer that has both."""
        return tuple(
            (each.attempt.predicted, grade)
            for each in self.answered
            if each.attempt is not None
            and each.attempt.predicted is not None
            and (grade := each.grade) is not None
        )

    @property
    def to_work_on(self) -> tuple[Answer, ...]:
        """The answers with a reason, the one with the lowest grade first, skipped ones last."""
        weak = [each for each in self.answers if each.reasons]
        return tuple(sorted(weak, key=lambda each: (each.is_skipped, each.grade or 3.0, -len(each.reasons))))


def local(moment: datetime, offset: int) -> datetime:
    """A moment as the clock on the wall had it, `offset` minutes east of UTC."""
    return moment.astimezone(timezone(timedelta(minutes=offset)))


def answer_of(
    planned: Planned,
    stored: StoredCard | None,
    given: Attempt | None,
    followed: Attempt | None,
    follow: FollowUp | None,
    fix: str,
    profile: Profile,
    settings: Settings,
) -> Answer:
    """One answer as a report has it, from its row and the row of the answer to its follow-up."""
    card_id = planned.card_id if stored is None else stored.card_id
    if given is None or given.abandoned:
        reason = ("skipped",) if given is not None else ()
        return Answer(planned, card_id, given, profile, reasons=reason)
    looked = looked_again(given, card_of(stored, planned, given), settings, profile)
    seconds = _seconds(given)
    figures = _figures(looked.ticked, () if followed is None else followed.points)
    answer = Answer(
        planned,
        card_id,
        given,
        profile,
        seconds,
        given.way != Way.SPOKEN.value,
        _shares(given, settings),
        figures,
        tuple(each for each in looked.ticked if each.point.kind is not PointKind.METRIC),
        _asked_on(follow, followed),
        fix,
        (),
        given.text or "",
    )
    landings = [
        Landing(_sought(each), Status.LANDED if each.hit else Status.MISSING)
        for each in looked.ticked
        if each.point.kind is PointKind.METRIC
    ]
    missed = key_missed(looked.wanted.key, landings)
    return _with_reasons(answer, "" if missed is None else missed.sought.value)


def _sought(ticked: Ticked) -> Sought:
    return Sought(ticked.point.label, ticked.point.expected, ticked.point.context)


def _seconds(attempt: Attempt) -> int | None:
    if attempt.way == Way.SPOKEN.value:
        return round(attempt.duration / 1000)
    return attempt.signals.get("spoken_seconds")


def _shares(attempt: Attempt, settings: Settings) -> tuple[PartShare, ...]:
    shares = percentages({each.part: each.milliseconds or each.words or 0 for each in attempt.parts})
    if len(shares) < 2:
        return ()
    return tuple(
        PartShare(part, shares.get(part.value, 0), target)
        for part, target in zip(STAR, settings.part_shares, strict=True)
    )


def _figures(ticked: Sequence[Ticked], followed: Sequence[Ticked]) -> tuple[Figure, ...]:
    later = {(each.point.label, each.point.expected) for each in followed if each.hit}
    return tuple(
        Figure(
            each.point.label,
            each.point.expected,
            each.hit,
            (each.point.label, each.point.expected) in later,
            each.decided_by,
        )
        for each in ticked
        if each.point.kind is PointKind.METRIC
    )


def _asked_on(follow: FollowUp | None, followed: Attempt | None) -> AskedOn | None:
    if follow is None:
        return None
    answered = followed is not None and not followed.abandoned
    return AskedOn(
        follow.text,
        SAYS[Rule(follow.rule)],
        answered,
        _seconds(followed) if answered and followed is not None else None,
    )


def _with_reasons(answer: Answer, missed: str) -> Answer:
    reasons = [
        f"{line.name} {answer.grades[line.code]} of 5"
        for line in rubric.LINES
        if answer.grades.get(line.code, 5) <= WEAK_GRADE
    ]
    if missed:
        when_asked = any(each.said_when_asked and each.value == missed for each in answer.figures)
        reasons.append(f"the key figure, {missed}, {'only when asked' if when_asked else 'not said'}")
    result = next((each for each in answer.parts_told if each.point.kind is PointKind.RESULT), None)
    if answer.grades and result is not None and not result.hit:
        reasons.append("no Result told")
    if answer.light is Light.OVERTIME:
        reasons.append("into overtime")
    return replace(answer, reasons=tuple(reasons))
