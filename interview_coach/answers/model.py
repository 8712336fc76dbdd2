"""What is looked for in an answer, and what was found there."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]  # the characters of an answer from the first up to, not including, the second


class Status(StrEnum):
    """What became of a metric in an answer; the values are the words in JSON."""

    LANDED = "landed"
    AS_PERCENT = "as_percent"  # the same ratio, said as a percentage
    WRONG = "wrong"  # its unit and its words, another value; to be asked about, never held against anyone
    MISSING = "missing"


SAID = (Status.LANDED, Status.AS_PERCENT)  # what a figure came to that was said as the note has it


@dataclass(frozen=True, slots=True)
class Sought:
    """A metric to look for, as its note has it: "Resolution rate", "13/14", "Without concessions"."""

    name: str
    value: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Landing:
    """What became of one metric: the places that prove it, and the first of them as it was said."""

    sought: Sought
    status: Status
    evidence: tuple[Span, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A word or a phrase of a list, as the list has it, with each place where the answer holds it."""

    text: str
    places: tuple[Span, ...]

    @property
    def count(self) -> int:
        """How often it stands there."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Signals:
    """Counts and lists, each checkable in the answer itself. They are observations; nobody is marked by them.

    `spoken_seconds` is predicted from the words. `vague` holds size words of sentences without a figure.
    """

    words: int
    spoken_seconds: int
    fillers: tuple[Counted, ...]
    hedges: tuple[Counted, ...]
    theoretical: tuple[Counted, ...]
    vague: tuple[Counted, ...]
    i_actions: tuple[Span, ...]
    we_actions: tuple[Span, ...]
