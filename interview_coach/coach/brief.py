"""The day before: how each story opens, the numbers, the three weakest points. One screen, a minute to read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import zip_longest
from typing import TypeVar

from interview_coach.cards.model import CardKind
from interview_coach.cards.opening import openings
from interview_coach.coach.called import called_of
from interview_coach.coach.interviews import find, next_interview, skills_meant
from interview_coach.coach.weak import weak_list
from interview_coach.recall.day import study_day
from interview_coach.settings import Settings
from interview_coach.store import asking, cards
from interview_coach.store.asking import Question
from interview_coach.store.database import Database

READING = 240  # words a minute, silently: Brysbaert 2019, a mean of 238 over 190 studies of English
SECONDS = 60
LINES = 16  # beside the title, the headings and the blanks between them: 24 in all
WIDTH = 76  # characters of a line
WEAKEST = 3
_OPENING = 12  # words of a story's first sentence
_CALLED = 6  # words of its title or its question
_SHORT = 9  # words of a question or a reason
_KINDS = (CardKind.QUESTION.value, CardKind.METRIC.value)


@dataclass(frozen=True, slots=True)
class Opener:
    """How a story, or an answer, begins; `called` is its title, or the question where it has none."""

    skill: str
    called: str
    text: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Figures of one skill, by name and value, as many as go on a line."""

    skill: str
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """An answer that needs work, and why."""

    skill: str
    prompt: str
    why: str


_Line = Opener | Numbers | WeakPoint
_Each = TypeVar("_Each", Opener, Numbers)


@dataclass(frozen=True, slots=True)
class Brief:
    """What to read. `day` is the interview's, `days` those until it; both None where there is none.

    `more` are the openers and the numbers that there was no room for.
    """

    title: str
    day: date | None = None
    days: int | None = None
    openers: tuple[Opener, ...] = ()
    numbers: tuple[Numbers, ...] = ()
    weakest: tuple[WeakPoint, ...] = ()
    more: tuple[int, int] = field(default=(0, 0))

    @property
    def words(self) -> int:
        """How many words it has."""
        lines: tuple[_Line, ...] = (*self.openers, *self.numbers, *self.weakest)
        return sum(map(_words, lines))

    @property
    def seconds(self) -> int:
        """How long it takes to read."""
        return round(60 * self.words / READING)


def brief(
    database: Database,
    settings: Settings,
    now: datetime,
    *,
    interview: str = "",
    skills: Collection[str] = (),
) -> Brief:
    """The brief for an interview, for some skills, or for the next interview; for all skills without one.

    Raises CoachError naming what there is where an interview or a skill is not known.
    """
    title, day, days = "", None, None
    meant = skills_meant(database, skills)
    if interview:
        details = find(database, settings, interview, now).details
        title, day = details.name, details.day
        days = (day - study_day(now, settings.rollover_hour)).days
        meant = meant or details.skills
    elif not skills and (coming := next_interview(database, settings, now)) is not None:
        details = coming.interview.details
        title, day, days, meant = details.name, details.day, coming.days, details.skills
    title = title or ", ".join(meant) or "All skills"
    with database.explained():
        found = [
            each
            for each in asking.questions(database.connection, _KINDS)
            if each.missing_since is None and not each.suspended and (not meant or each.skill in meant)
        ]
        weakest = _weakest(database, settings, now, {each.card_id: each for each in found})
    return fitted(title, day, days, _openers(found), _numbers(found), weakest)


def _weakest(
    database: Database, settings: Settings, now: datetime, asked: Mapping[int, Question]
) -> list[WeakPoint]:
    """What is weak, then what lately lacked what it was to hold, then what was graded below ready."""
    weak = weak_list(database, settings, now).answers
    why = {each.card_id: cut(each.reasons[0].text) for each in weak if each.card_id in asked}
    uncalled: dict[int, Collection[str]] = {}
    for each in asking.missed(database.connection):
        if len(why) >= WEAKEST:
            break
        if each.card_id not in asked or each.card_id in why:
            continue
        if each.card_id not in uncalled:
            uncalled[each.card_id] = _not_called_for(database, each.card_id)
        if each.label not in uncalled[each.card_id]:
            times = "the last time" if each.answers == 1 else f"in {each.misses} of {each.answers} answers"
            why[each.card_id] = f"{cut(each.label, 5)} missed {times}"
    for card_id, grade in asking.graded(database.connection):
        if card_id in asked and grade < settings.rubric_bands[1]:
            why.setdefault(card_id, f"graded {grade:.1f} of 5")
    points = [WeakPoint(asked[each].skill, cut(asked[each].prompt), told) for each, told in why.items()]
    return points[:WEAKEST]


def _not_called_for(database: Database, card_id: int) -> Collection[str]:
    """The figures of a note that an answer need not hold: they go with another story, or with none."""
    stored = cards.load(database.connection, card_id)
    return () if stored is None else called_of(stored.card).others


def fitted(
    title: str,
    day: date | None,
    days: int | None,
    openers: Sequence[Opener],
    numbers: Sequence[Numbers],
    weakest: Sequence[WeakPoint],
) -> Brief:
    """As much as a minute and a screen hold: the weakest, then openers and numbers, of each skill in turn."""
    room = _Room(SECONDS * READING // 60, LINES)
    weakest = [each for each in weakest if room.takes(each)]
    opening: list[Opener] = []
    counted: list[Numbers] = []
    for opener, figures in zip_longest(_in_turn(openers), _in_turn(numbers)):
        if opener is not None and room.takes(opener):
            opening.append(opener)
        if figures is not None and room.takes(figures):
            counted.append(figures)
    every: list[Opener | Numbers] = [*openers, *numbers]
    skills = list(dict.fromkeys(each.skill for each in every))
    opening.sort(key=lambda each: skills.index(each.skill))  # skill by skill again, as in the notes
    counted.sort(key=lambda each: skills.index(each.skill))
    left = sum(len(each.figures) for each in numbers) - sum(len(each.figures) for each in counted)
    more = (len(openers) - len(opening), left)
    return Brief(title, day, days, tuple(opening), tuple(counted), tuple(weakest), more)


class _Room:
    """What is left of a minute and of a screen."""

    def __init__(self, words: int, lines: int) -> None:
        self._words = words
        self._lines = lines

    def takes(self, each: "_Line") -> bool:
        """Whether it went in."""
        words = _words(each)
        if self._lines < 1 or words > self._words:
            return False
        self._lines -= 1
        self._words -= words
        return True


def cut(text: str, most: int = _SHORT) -> str:
    """The first words of a text, and a mark where there were more."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def _words(each: _Line) -> int:
    if isinstance(each, Opener):
        text = f"{each.skill} {each.called} {each.text}"
    elif isinstance(each, WeakPoint):
        text = f"{each.skill} {each.prompt} {each.why}"
    else:
        text = f"{each.skill} {' '.join(f'{name} {value}' for name, value in each.figures)}"
    return len(text.split())


def _in_turn(entries: Iterable[_Each]) -> list[_Each]:
    """The first of each skill, then the second of each."""
    by_skill: dict[str, list[_Each]] = {}
    for each in entries:
        by_skill.setdefault(each.skill, []).append(each)
    rounds = zip_longest(*by_skill.values())
    return [each for turn in rounds for each in turn if each is not None]


def _openers(found: Sequence[Question]) -> list[Opener]:
    """How each story and each answer without one begins, once; under the first question that it answers."""
    openers: dict[tuple[str, str], Opener] = {}
    for each in found:
        if each.kind == CardKind.QUESTION:
            for called, text in openings(each.told()):
                opener = Opener(each.skill, cut(called or each.prompt, _CALLED), cut(text, _OPENING))
                openers.setdefault((each.skill, opener.text), opener)
    return list(openers.values())


def _numbers(found: Sequence[Question]) -> list[Numbers]:
    """The metrics in the order of the notes, as many to a line as it holds."""
    by_skill: dict[str, dict[tuple[str, str], None]] = {}
    for each in found:
        by_skill.setdefault(each.skill, {}).update(dict.fromkeys(each.metrics()))
    return [Numbers(skill, line) for skill, figures in by_skill.items() for line in _packed(skill, figures)]


def _packed(skill: str, figures: Iterable[tuple[str, str]]) -> list[tuple[tuple[str, str], ...]]:
    lines: list[list[tuple[str, str]]] = []
    left = 0
    for name, value in figures:
        takes = len(f"; {name} {value}")
        if takes > left:
            lines.append([])
            left = WIDTH - len(skill)
        lines[-1].append((name, value))
        left -= takes
    return [tuple(line) for line in lines]
