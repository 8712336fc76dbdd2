"""Weak answers: which, why, what was missed each time, and which have left the list today."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from interview_coach.answers import rubric
from interview_coach.cards.model import CardKind
from interview_coach.coach.called import Calls
from interview_coach.recall.aim import AS_IT_IS, TASKS, Aim, Task, aim_of
from interview_coach.recall.day import study_day, where_it_is
from interview_coach.recall.given import Answer, Limits
from interview_coach.recall.reasons import Code, Reason
from interview_coach.recall.schedule import Schedule
from interview_coach.recall.weakness import History, Verdict, good_ones, judge
from interview_coach.settings import Settings
from interview_coach.store import history
from interview_coach.store.codec import from_ms
from interview_coach.store.database import Database
from interview_coach.store.history import Candidate

__all__ = [
    "TASKS",
    "Aim",
    "Code",
    "Look",
    "Reason",
    "Task",
    "WeakAnswer",
    "WeakList",
    "standing_of",
    "weak_list",
]

_GRAVITY = {code: number for number, code in enumerate(Code)}
_LOOKS = 12  # the last answers that a trend shows


@dataclass(frozen=True, slots=True)
class Look:
    """One answer as a trend shows it.

    `grades` are those of the rubric, 1 to 5 by line, and `rating` 1 to 4, None where there is none. Of its key
    figures and its Result `landed` of `asked` were said, 0 of 0 where that is not known; `missed` names the
    others. `late` says that it ran into overtime, `good` that it counts towards leaving the list.
    """

    day: date
    mode: str
    aim: str
    rating: int | None
    grades: Mapping[str, int]
    landed: int
    asked: int
    missed: tuple[str, ...]
    late: bool
    abandoned: bool
    good: bool

    @property
    def said(self) -> str:
        """In words that it held all that was key to it; "" where it did not, or where that is not known.

        A count would say of three key figures that a fourth, which the note has, is none.
        """
        if not self.asked or self.missed:
            return ""
        return "all said" if self.asked > 1 else "said"

    @property
    def mean(self) -> float | None:
        """The mean of the lines that were graded, however few; None where none was."""
        return rubric.mean(self.grades)

    @property
    def graded(self) -> str:
        """Its grades in a few words; "" where there are none."""
        return rubric.told(self.grades)

    @property
    def share(self) -> float | None:
        """How much of it was there, 0 to 1: by the whole rubric, else by what it held, else by its rating."""
        grade = rubric.grade(self.grades)
        if grade is not None:
            return (grade - 1) / 4
        if self.asked:
            return self.landed / self.asked
        return None if self.rating is None else (self.rating - 1) / 3


@dataclass(frozen=True, slots=True)
class WeakAnswer:
    """A card with where its answer stands.

    `reasons` come gravest first; `answers` are all there were, oldest first, and `last_seen` is the moment of
    the last one (UTC). `good_in_a_row` counts study days of good answers since the last that was not, and
    `good_days` how many it takes to leave the list. `left_on` is set on a card that has left it, with why it
    was there in `left_behind` and the days of its good answers in `left_by`. `aim` is what a drill aims at.
    """

    card_id: int
    note_id: int
    path: str
    line: int
    skill: str
    kind: CardKind
    prompt: str
    flagged: bool
    recall: float | None
    reasons: tuple[Reason, ...]
    last_seen: datetime | None
    good_in_a_row: int
    good_days: int
    left_on: date | None
    left_behind: tuple[Reason, ...]
    left_by: tuple[date, ...]
    answers: tuple[Answer, ...] = field(repr=False)
    limits: Limits = field(repr=False)

    @property
    def looks(self) -> tuple[Look, ...]:
        """The last answers, oldest first, as a trend shows them."""
        good = good_ones(self.answers, self.limits)
        last = zip(self.answers[-_LOOKS:], good[-_LOOKS:], strict=True)
        return tuple(_look(answer, self.limits, good=each) for answer, each in last)

    @property
    def weak(self) -> bool:
        """Whether it is on the list."""
        return bool(self.reasons)

    @property
    def aim(self) -> Aim:
        """What to aim at: from the gravest reason that names a part of the answer."""
        return aim_of(self.reasons, whole_answer=self.kind is CardKind.QUESTION)

    @property
    def to_drill(self) -> str:
        """What a drill of it asks for, in words."""
        return TASKS[self.aim].words if self.kind is CardKind.QUESTION else AS_IT_IS

    @property
    def codes(self) -> frozenset[Code]:
        """The kinds of its reasons."""
        return frozenset(reason.code for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class WeakList:
    """The weak answers of a study day, the gravest and longest unseen first, and those that left today."""

    study_day: date
    answers: tuple[WeakAnswer, ...]
    left_today: tuple[WeakAnswer, ...]

    def only(self, *, note_ids: Collection[int] | None = None, code: Code | None = None) -> "WeakList":
        """Those of some notes, and with one kind of reason."""

        def among(answer: WeakAnswer) -> bool:
            return note_ids is None or answer.note_id in note_ids

        return WeakList(
            self.study_day,
            tuple(each for each in self.answers if among(each) and (code is None or code in each.codes)),
            tuple(each for each in self.left_today if among(each)),
        )


def weak_list(database: Database, settings: Settings, now: datetime) -> WeakList:
    """Every weak answer, with its reasons."""
    eye = _Eye(database, settings, now)
    today = history.answered_on(database.connection, eye.day)
    found = list(eye.look_at(eye.candidates() | today))
    weak = [each for each in found if each.weak]
    weak.sort(key=lambda each: (_GRAVITY[each.reasons[0].code], _seen(each), each.card_id))
    return WeakList(eye.day, tuple(weak), tuple(each for each in found if each.left_on == eye.day))


def standing_of(database: Database, settings: Settings, now: datetime, card_id: int) -> WeakAnswer | None:
    """Where one card's answer stands, weak or not; None for a card that cannot come up."""
    return next(_Eye(database, settings, now).look_at({card_id}), None)


def limits_of(settings: Settings) -> Limits:
    """From where on an answer is weak, with the rubric's own names for its lines."""
    return Limits.from_settings(settings, {line.code: line.name for line in rubric.LINES})


def _seen(answer: WeakAnswer) -> float:
    return 0.0 if answer.last_seen is None else answer.last_seen.timestamp()


class _Eye:
    """Looks at cards on one study day, by one person's settings."""

    def __init__(self, database: Database, settings: Settings, now: datetime) -> None:
        self._connection = database.connection
        self._settings = settings
        self._now = now
        self._limits = limits_of(settings)
        self._curve = Schedule.from_settings(settings).curve
        self.day = study_day(now, settings.rollover_hour)

    def candidates(self) -> set[int]:
        """The cards that may be weak."""
        stabilities = self._curve.stabilities_until(self._limits.recall)
        return history.candidates(self._connection, self._limits, stabilities, self.day)

    def look_at(self, card_ids: Collection[int]) -> Iterator[WeakAnswer]:
        """Where each of some cards stands, of those that can come up; in the order of the notes."""
        cards = history.load_candidates(self._connection, card_ids)
        answers = history.answers(self._connection, cards)
        calls = Calls(self._connection)
        flagged = history.flagged_at(self._connection)
        for card in cards.values():
            given = calls.heard(card.card_id, card.kind, answers.get(card.card_id, []))
            recall = self._recall(card)
            flagged_on = self._day_of(flagged.get(card.card_id)) if card.flagged else None
            verdict = judge(History(tuple(given), recall, card.flagged, flagged_on), self._limits)
            yield self._answer(card, given, recall, verdict)

    def _recall(self, card: Candidate) -> float | None:
        if card.last_day is None or card.stability is None:
            return None
        return self._curve.recall((self.day - card.last_day).days, card.stability)

    def _day_of(self, moment: datetime | None) -> date | None:
        if moment is None:
            return None
        return study_day(where_it_is(self._now, moment), self._settings.rollover_hour)

    def _answer(
        self, card: Candidate, given: list[Answer], recall: float | None, verdict: Verdict
    ) -> WeakAnswer:
        return WeakAnswer(
            card_id=card.card_id,
            note_id=card.note_id,
            path=card.path,
            line=card.line,
            skill=card.skill,
            kind=CardKind(card.kind),
            prompt=card.prompt,
            flagged=card.flagged,
            recall=recall,
            reasons=verdict.reasons,
            last_seen=from_ms(given[-1].at) if given else None,
            good_in_a_row=verdict.good_in_a_row,
            good_days=self._limits.good_days,
            left_on=verdict.left_on,
            left_behind=verdict.left_behind,
            left_by=verdict.left_by,
            answers=tuple(given),
            limits=self._limits,
        )


def _look(answer: Answer, limits: Limits, *, good: bool) -> Look:
    key = answer.key(limits.key_metrics)
    return Look(
        day=answer.day,
        mode=answer.mode,
        aim=answer.aim,
        rating=answer.rating,
        grades=answer.rubric,
        landed=sum(each.hit for each in key),
        asked=len(key),
        missed=tuple(each.told for each in key if not each.hit),
        late=answer.late(limits),
        abandoned=answer.abandoned,
        good=good,
    )
