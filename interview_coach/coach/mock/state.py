"""What an interview keeps of itself beside its answers: its questions in their order, and where it stands."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from interview_coach.answers.facts import Fact
from interview_coach.coach.mock.followups import FollowUp, Rule
from interview_coach.coach.mock.order import Role

# Which story an earlier question was answered with, nobody but the person knows.
MAY_REPEAT = "its story may have been told before"
REPEATS = f"{MAY_REPEAT.capitalize()}: no other was left. Tell it again if you must."


class Stage(StrEnum):
    """Where an interview stands; the values are stored."""

    THINK = "think"
    ANSWER = "answer"
    FOLLOW_UP = "follow-up"
    DEBRIEF = "debrief"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Planned:
    """A question in its place, counted from 1, as it was when the interview began.

    `key` is the seed of its card, by which it is known where its words, its note and its number are others.
    """

    number: int
    card_id: int
    path: str
    skill: str
    prompt: str
    role: Role
    repeats: bool = False
    key: int = 0

    def is_same(self, other: "Planned") -> bool:
        """Whether it is the question of another interview, also where its words have changed since."""
        return self.prompt == other.prompt or (self.key != 0 and self.key == other.key)

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Planned":
        """As it was kept."""
        return cls(**{**kept, "role": Role(kept["role"])})


@dataclass(frozen=True, slots=True)
class Running:
    """An answer as far as it has come: how it is given, its words, the milliseconds at which parts began.

    The words of four boxes are one text each.
    """

    way: str = ""
    texts: tuple[str, ...] = ()
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Where an interview stands.

    `used` are the milliseconds of the stage so far, `thought` those of the think time before an answer.
    `running` is the answer being given, and empty as soon as it has ended. `answered` are the numbers of the
    questions that were answered, `given_up` says that no more were asked. `follow_ups` are the questions that
    were asked on, by number. `facts` are those of the answers that were not gone through yet, and
    `fixes` what to fix in those that were. `sent` are the rows of what was sent to today's practice. `said`
    counts what was said of the answers, so that of two windows that go through them the later is told.
    """

    stage: Stage = Stage.THINK
    number: int = 1
    used: int = 0
    thought: int = 0
    running: Running = Running()
    answered: tuple[int, ...] = ()
    given_up: bool = False
    follow_ups: Mapping[int, FollowUp] = field(default_factory=dict)
    facts: Mapping[int, tuple[Fact, ...]] = field(default_factory=dict)
    fixes: Mapping[int, str] = field(default_factory=dict)
    sent: tuple[int, ...] = ()
    said: int = 0

    @property
    def is_abandoned(self) -> bool:
        """Whether the interview was given up before its end."""
        return self.given_up or not self.answered

    def to_debrief(self, after: int = 0) -> "State":
        """The first answer after a number, to be gone through; over, where there is none."""
        number = next((each for each in self.answered if each > after), None)
        stage = Stage.DONE if number is None else Stage.DEBRIEF
        number = self.number if number is None else number
        return replace(self, stage=stage, number=number, used=0, thought=0, running=Running())

    def to_json(self) -> dict[str, Any]:
        """As it is kept; JSON has only texts for keys."""
        kept = asdict(self)
        for name in ("follow_ups", "facts", "fixes"):
            kept[name] = {str(number): value for number, value in kept[name].items()}
        return kept

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "State":
        """As it was kept."""
        running = kept["running"]
        return cls(
            stage=Stage(kept["stage"]),
            number=kept["number"],
            used=kept["used"],
            thought=kept["thought"],
            running=Running(running["way"], tuple(running["texts"]), tuple(running["marks"])),
            answered=tuple(kept["answered"]),
            given_up=kept["given_up"],
            follow_ups={
                int(number): FollowUp(Rule(each["rule"]), each["text"])
                for number, each in kept["follow_ups"].items()
            },
            facts={
                int(number): tuple(Fact(**each) for each in found) for number, found in kept["facts"].items()
            },
            fixes={int(number): text for number, text in kept["fixes"].items()},
            sent=tuple(kept["sent"]),
            said=kept.get("said", 0),
        )
