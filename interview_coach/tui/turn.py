"""One card's turn on the screen: its stage, what was said or written, hinted, ticked and graded. Pure."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from interview_coach.answers.rubric import Grades
from interview_coach.answers.words import word_count
from interview_coach.cards.model import Card, CardKind, Point, PointKind
from interview_coach.coach.answering import (
    Attempt,
    Measured,
    Ticked,
    Way,
    boxed,
    spoken,
    takes_an_answer,
    written,
)
from interview_coach.coach.looking import Judged, Look, told
from interview_coach.coach.speech import Speech
from interview_coach.tui.stage import Stage

SLIP_SECONDS = 5  # a clock that ran for less, with nothing marked, was started by a slip of the key


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a turn stands.

    `ticked`, `hinted` and `own` (ticks that are the person's, not the program's) are indexes of `points`;
    `at` is the one with the cursor, `passed` how many it went past, `line` is where the rubric's cursor is.
    `typed` and `boxes` hold what stands in the boxes;
    `since` is the monotonic moment at which writing began. `answer` is what was measured of an answer that
    has ended, `looked` what can be said of it, `row` what was saved as it ended, under the number `saved`.
    `before` is the answer that this one is a redo of, `follows` its number. `grades` are those of the rubric,
    `judged` is what follows from the ticks.
    """

    points: tuple[Point, ...] = ()
    shown_at: datetime | None = None
    stage: Stage = Stage.ASKED
    way: Way = Way.HEAD
    takes_answer: bool = False
    thought_ms: int = 0
    typed: str = ""
    boxes: tuple[str, ...] = ()
    since: float | None = None
    speech: Speech | None = None
    answer: Measured | None = None
    looked: Look | None = None
    row: Attempt | None = None
    saved: int | None = None
    before: Attempt | None = None
    follows: int | None = None
    predicted: int | None = None
    grades: Grades = field(default_factory=Grades)
    line: int = 0
    judged: Judged = field(default_factory=Judged)
    detailed: bool = False
    ticked: frozenset[int] = frozenset()
    hinted: frozenset[int] = frozenset()
    own: frozenset[int] = frozenset()
    at: int = 0
    passed: int = 0

    @property
    def revealed(self) -> bool:
        """Whether the note's answer is on show."""
        return self.stage in Stage.REVEALED

    @property
    def metrics(self) -> tuple[int, ...]:
        """The indexes of the points that are numbers to land."""
        return tuple(i for i, point in enumerate(self.points) if point.kind is PointKind.METRIC)

    @property
    def is_covered(self) -> bool:
        """Whether a number is left that a hint would uncover."""
        return self.stage in Stage.BEFORE and not self.hinted.issuperset(self.metrics)

    @property
    def has_text(self) -> bool:
        """Whether something is written, in the way that was chosen, that is no answer yet."""
        if not self.takes_answer:
            return bool(self.typed.strip())
        texts = {Way.TEXT: (self.typed,), Way.BOXES: self.boxes}.get(self.way, ())
        return any(text.strip() for text in texts)

    @property
    def written_in(self) -> Way | None:
        """The boxes in which something stands that is no answer yet; None where nothing does."""
        if self.stage is not Stage.ASKED or not self.has_text:
            return None
        return self.way if self.takes_answer else Way.TEXT

    @property
    def tried(self) -> str:
        """What was written before the answer came up, where nothing else is measured of it.

        On a card that takes an answer, text belongs to the way in which it was written, and waits there for it.
        """
        return "" if self.takes_answer else self.typed

    def with_hint(self) -> "Turn":
        """One more number uncovered, the cursor on it; the same turn where there is none left."""
        covered = [i for i in self.metrics if i not in self.hinted]
        return replace(self, hinted=self.hinted | {covered[0]}, at=covered[0]) if covered else self

    # -- giving an answer

    def spoken_from(self, moment: float, now: datetime) -> "Turn":
        """The clock starts."""
        return replace(
            self, stage=Stage.SPEAKING, way=Way.SPOKEN, speech=Speech(moment), thought_ms=self._thought(now)
        )

    def with_speech(self, speech: Speech) -> "Turn":
        """The clock goes on, with a mark more or less, or it has ended."""
        return replace(self, speech=speech)

    def stopped(self) -> "Turn":
        """The clock is stopped without an answer."""
        return replace(self, stage=Stage.ASKED, speech=None)

    def written_from(self, moment: float, now: datetime, way: Way) -> "Turn":
        """Writing begins, or goes on."""
        turn = replace(self, way=way) if self.takes_answer else self
        return turn if self.since is not None else replace(turn, since=moment, thought_ms=self._thought(now))

    def in_way(self, way: Way) -> "Turn":
        """Another way to answer; what was written in one is kept for when it is chosen again."""
        return replace(self, way=way) if self.takes_answer else self

    def is_begun(self, moment: float) -> bool:
        """Whether an answer was begun that is not over: a slip of the key is none."""
        if self.speech is not None and self.stage is Stage.SPEAKING:
            return bool(self.speech.marks) or self.speech.seconds(moment) >= SLIP_SECONDS
        return self.stage is Stage.ASKED and self.takes_answer and self.has_text

    def measured(self, moment: float) -> Measured:
        """What was measured of the answer that ends now, in the way it was given."""
        if self.speech is not None and self.way is Way.SPOKEN:
            return spoken(self.speech, self.thought_ms)
        took = 0 if self.since is None else max(0, round((moment - self.since) * 1000))
        if self.way is Way.BOXES:
            return boxed(self.boxes, took, self.thought_ms)
        return written(self.typed, took, self.thought_ms)

    def ended(self, measured: Measured, row: Attempt) -> "Turn":
        """The answer is over; nothing of it is shown before its prediction."""
        return replace(self, stage=Stage.PREDICTING, answer=measured, row=row, at=0)

    def left(self, row: Attempt) -> "Turn":
        """The answer was left before its end."""
        return replace(self, row=replace(row, abandoned=True))

    def looked_at(self, row: Attempt, looked: Look) -> "Turn":
        """Points are ticked by what was found, but where the person has ticked or unticked them."""
        found = frozenset(i for i, each in enumerate(looked.ticked) if each.hit)
        ticked = (found - self.own) | (self.ticked & self.own)
        return replace(self, row=row, looked=looked, ticked=ticked)

    def judged_as(self, judged: Judged) -> "Turn":
        """What follows from the ticks as they stand; a grade above a cap that came with them is that cap."""
        return replace(self, judged=judged, grades=self.grades.under(judged.caps))

    def saved_as(self, number: int) -> "Turn":
        """The answer is on disk under a number."""
        return replace(self, saved=number)

    def guessed(self, level: int | None) -> "Turn":
        """The prediction is made, or passed over; the note's answer comes up."""
        return replace(self, stage=Stage.SHOWN, predicted=level)

    def shown(self, now: datetime) -> "Turn":
        """The note's answer comes up without an answer that is measured."""
        return replace(self, stage=Stage.SHOWN, thought_ms=self._thought(now), at=0)

    def again(self) -> "Turn":
        """The same card to be answered once more, at once: what was written stands there to be changed."""
        return Turn(
            points=self.points,
            takes_answer=self.takes_answer,
            way=self.way,
            typed=self.typed,
            boxes=self.boxes,
            hinted=self.hinted,
            before=self.attempt() if self.row else None,
            follows=self.saved,
        )

    def _thought(self, now: datetime) -> int:
        thought = 0.0 if self.shown_at is None else (now - self.shown_at).total_seconds()
        return max(0, int(thought * 1000))

    # -- what is said of it

    def moved(self, by: int) -> "Turn":
        """The cursor goes to another point, stopping at either end."""
        at = min(max(0, self.at + by), max(0, len(self.points) - 1))
        return replace(self, at=at, passed=max(self.passed, at))

    def toggled(self, index: int) -> "Turn":
        """A point is ticked or unticked; the cursor goes to the one after it."""
        return replace(self, ticked=self.ticked ^ {index}, own=self.own | {index}, at=index).moved(1)

    def graded(self, code: str, level: int, lines: int) -> "Turn":
        """A line of the rubric gets its grade, as far as its cap leaves it, and the next one the cursor."""
        return replace(self, grades=self.grades.graded(code, level, self.judged.caps)).to_line(1, lines)

    def graded_or_ticked(self) -> "Turn":
        """From the ticks to the rubric, or back: whoever ticked and then grades has gone through all points."""
        return replace(
            self,
            stage=Stage.SHOWN if self.stage is Stage.GRADING else Stage.GRADING,
            passed=len(self.points) if self.own or self.passed else 0,
        )

    def with_detail(self) -> "Turn":
        """The facts with how they were obtained, or without."""
        return replace(self, detailed=not self.detailed)

    def to_line(self, by: int, lines: int) -> "Turn":
        """The rubric's cursor goes to another line, stopping at either end."""
        return replace(self, line=min(max(0, self.line + by), lines - 1))

    # -- coming and going

    def renewed(self, card: Card, shown_at: datetime) -> "Turn":
        """The same turn at the card as its note has it now: points that read as before keep hints and ticks."""
        fresh = begin(card, shown_at, self.way)
        before = {point: index for index, point in enumerate(self.points)}
        kept = {index: before[point] for index, point in enumerate(fresh.points) if point in before}
        here = [index for index, was in kept.items() if was == self.at]
        return replace(
            self,
            points=fresh.points,
            shown_at=fresh.shown_at,
            takes_answer=fresh.takes_answer,
            ticked=frozenset(index for index, was in kept.items() if was in self.ticked),
            hinted=frozenset(index for index, was in kept.items() if was in self.hinted),
            own=frozenset(index for index, was in kept.items() if was in self.own),
            at=here[0] if here else 0,
            passed=0,
        )

    def put_by(self, way: Way) -> "Turn":
        """What stays of a turn that is left before its rating: of an answer that has ended all of it.

        Else what was written and which hints were taken.
        """
        if self.answer is not None:
            return self
        return Turn(
            takes_answer=self.takes_answer,
            way=self.way if self.has_text else way,
            points=self.points,
            typed=self.typed,
            boxes=self.boxes,
            hinted=self.hinted,
            saved=self.saved if self.has_text else None,
            before=self.before,
            follows=self.follows,
        )

    def attempt(self) -> Attempt:
        """What is to be recorded of the answer.

        Points count as asked only where the person ticked something or took a hint, or where the answer
        itself decided them: a list that nobody touched says nothing about what was landed.
        """
        if self.row is None:
            words = word_count(self.tried)
            row = Attempt(way="typed" if words else "head", duration=self.thought_ms, words=words)
        else:
            row = replace(
                self.row,
                predicted=self.predicted,
                rubric=dict(self.grades.by_line),
                follows_id=self.follows,
                fix="" if self.judged.fix is None else self.judged.fix.code,
            )
        return replace(row, points=self._told(len(self.points) if self.own or self.hinted else 0))

    @property
    def decided(self) -> tuple[Ticked, ...]:
        """The points of which the answer or the person has said by now whether they were told.

        A point that the cursor went past was looked at; by the time of the rubric all of them were, if any.
        """
        gone_through = self.stage is Stage.GRADING and (self.own or self.passed)
        return self._told(len(self.points) if gone_through else self.passed)

    def _told(self, asked: int) -> tuple[Ticked, ...]:
        return told(self.points, self.looked, self.ticked, own=self.own, asked=range(asked), hinted=self.hinted)


def begin(card: Card, shown_at: datetime, way: Way = Way.HEAD) -> Turn:
    """A card comes up. The one point of a metric card is its answer, which rating it already says."""
    takes_answer = takes_an_answer(card)
    return Turn(
        points=() if card.kind is CardKind.METRIC else card.points,
        shown_at=shown_at,
        way=way if takes_answer else Way.HEAD,
        takes_answer=takes_answer,
    )
