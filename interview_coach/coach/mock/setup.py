"""What is chosen before an interview, and which questions can be asked in it."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from interview_coach.answers.profiles import Profile, profile_of
from interview_coach.cards.make import PART_LABELS
from interview_coach.cards.themes import themes_asked
from interview_coach.coach.mock.order import Candidate
from interview_coach.settings import Settings
from interview_coach.store import asking, mocks
from interview_coach.store.asking import Question
from interview_coach.store.database import Database
from interview_coach.store.facts import get_fact, put_fact

LENGTHS = (3, 5, 8)
THINKING = (0, 10, 30, 60)
LATELY = 3  # interviews whose questions go behind the others
SEEDS = 10_000  # short enough to be read out and typed
OWN_PROFILE = ""  # as it is stored: one that no setting names
_FACT = "mock setup"


@dataclass(frozen=True, slots=True)
class Setup:
    """What was chosen.

    `think` is in seconds, `profile` the name of the clock; `answer`, where given, is the second of the red
    light in its place. `skills` are titles, none for all; `interview` is the one they were taken from.
    `seed` is None where it is to be drawn.
    """

    questions: int = 5
    think: int = 30
    profile: str = "answer"
    follow_ups: bool = True
    tough: bool = False
    skills: tuple[str, ...] = ()
    interview: str = ""
    answer: int | None = None
    seed: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {name: value for name, value in asdict(self).items() if value not in (None, "", ())}

    @classmethod
    def from_json(cls, kept: Any, usual: "Setup") -> "Setup":
        """As it was kept; what is not there, or is of another kind, as it is usual."""
        values = asdict(usual)
        for each in fields(cls):
            value = kept.get(each.name) if isinstance(kept, dict) else None
            if each.name == "skills" and isinstance(value, list):
                values["skills"] = tuple(map(str, value))
            elif value is not None and _is_like(value, getattr(_FULL, each.name)):
                values[each.name] = value
        return cls(**values)


_FULL = Setup(answer=120, seed=1)  # one value of each kind


def _is_like(value: object, other: object) -> bool:
    return type(value) is type(other)


def usual(settings: Settings) -> Setup:
    """What the settings choose."""
    return Setup(
        settings.mock_questions,
        settings.mock_think,
        settings.answer_profile,
        settings.mock_follow_ups,
        settings.mock_tough,
    )


def last_choice(database: Database, settings: Settings) -> Setup:
    """What was chosen last, without its seed; what the settings choose where nothing was."""
    with database.explained():
        text = get_fact(database.connection, _FACT)
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        kept = {}
    chosen = replace(Setup.from_json(kept, usual(settings)), seed=None)
    known = getattr(settings, f"{chosen.profile}_lights", None)
    return chosen if known is not None else replace(chosen, profile=settings.answer_profile)


def remember(database: Database, setup: Setup) -> None:
    """Keeps a choice for the next time."""
    with database.transaction() as connection:
        put_fact(connection, _FACT, json.dumps(replace(setup, seed=None).to_json(), ensure_ascii=False))


def profile_for(setup: Setup, settings: Settings) -> Profile:
    """The clock of the answers."""
    if setup.answer is None:
        return profile_of(settings, setup.profile)
    red = setup.answer  # the other lights as far from it as those of a usual answer are
    return Profile(OWN_PROFILE, red // 2, red * 3 // 4, red, -(-red * 5 // 4))


# -- which questions qualify


class Why(StrEnum):
    """Why a question cannot be asked; the values are words for people."""

    NO_ANSWER = "no story and no answer in the note"
    MISSING = "in no note today"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question that cannot be asked, and why."""

    skill: str
    prompt: str
    why: Why


@dataclass(frozen=True, slots=True)
class Qualifying:
    """The questions that can be asked, and those that cannot."""

    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def lacks_trouble(self) -> bool:
        """Whether none of them asks for a failure or a conflict."""
        return not any(each.trouble for each in self.candidates)

    def counted(self) -> dict[Why, int]:
        """How many were left out, by reason."""
        return {why: number for why in Why if (number := sum(each.why is why for each in self.left_out))}


def qualifying(database: Database, skills: Collection[str] = ()) -> Qualifying:
    """The questions of some skills, or of all, with what an order goes by."""
    with database.explained():
        connection = database.connection
        known = asking.answered(connection)
        lately = _lately(mocks.latest(connection, LATELY))
        questions = asking.questions(connection)
    of_skill: Counter[str] = Counter()
    for each in questions:
        of_skill[each.skill] += known[each.card_id].times if each.card_id in known else 0
    candidates: list[Candidate] = []
    left_out: list[LeftOut] = []
    for each in questions:
        if skills and each.skill not in skills:
            continue
        told = each.told()
        why = _why_not(each, told)
        if why is not None:
            left_out.append(LeftOut(each.skill, each.prompt, why))
            continue
        answered = known.get(each.card_id)
        candidates.append(
            Candidate(
                card_id=each.card_id,
                key=f"{each.path}\n{each.prompt_print}\n{each.slot}",
                skill=each.skill,
                stories=frozenset(f"{each.path}\n{text}" for text in _stories(told)),
                strength=None if answered is None else answered.strength,
                answered=0 if answered is None else answered.times,
                skill_answered=of_skill[each.skill],
                lately=lately.get(each.card_id, 0),
                trouble=bool(themes_asked(each.prompt)),
            )
        )
    return Qualifying(tuple(candidates), tuple(left_out))


def _why_not(question: Question, told: Sequence[tuple[str, str]]) -> Why | None:
    """Why a question cannot be asked; None where it can. One put off to another day can."""
    if question.missing_since is not None:
        return Why.MISSING
    if question.suspended:
        return Why.SUSPENDED
    return None if told else Why.NO_ANSWER


def _stories(told: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The words of each story that may answer a question; none where the note answers it without one."""
    parts = [text for label, text in told if label in PART_LABELS]
    if parts:
        return ("\n".join(parts),)
    return tuple(text for label, text in told if label)


def _lately(last: Iterable[mocks.StoredMock]) -> dict[int, int]:
    """The questions of the last interviews, the newest first: the later one was asked, the higher."""
    asked: dict[int, int] = {}
    for ago, each in enumerate(last):
        for planned in each.plan:
            asked.setdefault(planned["card_id"], LATELY - ago)
    return asked
