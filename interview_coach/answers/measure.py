"""What a figure in a text means."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from interview_coach.answers.model import Span


class Kind(StrEnum):
    """What is measured."""

    COUNT = "count"
    RATIO = "ratio"  # 13 of 14, 1 in 8, 4.7/5
    PERCENT = "percent"
    POINTS = "points"  # percentage points, points of a score, basis points
    MONEY = "money"
    MULTIPLIER = "multiplier"
    DURATION = "duration"
    RANK = "rank"
    ALWAYS = "always"  # 24/7


class Form(Enum):
    """Whether one value is said, or two."""

    SINGLE = auto()
    RANGE = auto()  # between 8 and 12
    CHANGE = auto()  # from 40 to 15
    PAIR = auto()  # 8 to 12: a range or a change, as the sense may be


class Near(Enum):
    """How exactly the value is meant."""

    EXACT = auto()
    ABOUT = auto()
    BELOW = auto()  # the value is a little less: nearly, almost, under
    ABOVE = auto()  # over, more than, at least


class Role(Enum):
    """What is said of the value: that it came about, or something else."""

    SAID = auto()
    BEFORE = auto()  # how it used to be
    AIM = auto()  # a target, a promise, somebody else's average
    DENIED = auto()  # not this
    REPLACED = auto()  # taken back at once: "12, no, 13"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text, with the characters that hold it.

    `value` is the key figure: of a ratio the part, of a change where it ended, of a range its lower end, of a
    duration the number of its units. `other` is the whole, where the change began, or the upper end. `unit` is
    a currency's code, a unit of time, "x", "%", or the word that a count counts; `other_unit` that of `other`.
    `per` is the period of a rate. `sign` is -1 or 1 where a fall or a rise is said, `level` true where the
    value is what was reached ("to 38%"). A weak figure may as well be none: "one incident", "a week".
    """

    kind: Kind
    span: Span
    value: float
    other: float | None = None
    form: Form = Form.SINGLE
    unit: str = ""
    other_unit: str = ""
    per: str = ""
    near: Near = Near.EXACT
    sign: int = 0
    level: bool = False
    decimals: int = 0
    scaled: bool = False
    fraction: bool = False  # said as a fraction: two thirds, four fifths, half
    role: Role = Role.SAID
    weak: bool = False
    first: int = 0  # its first token, and the one behind its last
    last: int = 0
