"""What the coming days bring, as the cards stand now: without new ones, and without what is yet to be rated."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 30


@dataclass(frozen=True, slots=True)
class Load:
    """A study day to come, and the cards that it brings back."""

    day: date
    due: int


@dataclass(frozen=True, slots=True)
class OfToday:
    """What comes of today's load: of the `due` known cards that come back today practice `brings` some.

    `forward` of the due are there before their day, for an interview. Practice also brings `new` cards and what
    the person `asked` for without its being due.
    """

    due: int
    forward: int
    brings: int
    new: int
    asked: int

    @property
    def waits(self) -> int:
        """The due cards that today has no room for."""
        return self.due - self.brings

    @property
    def sentence(self) -> str:
        """What practice still brings today, and why not all; "" where nothing is due."""
        if not self.due:
            return ""
        extra = [f"{self.new} new"] if self.new else []
        extra += [f"{self.asked} that you asked for"] if self.asked else []
        beside = "".join(f", and {each}" for each in extra)
        if self.waits:
            brings = f"{self.brings:,}" if self.brings else "none"
            rest = "1 waits" if self.waits == 1 else f"{self.waits:,} wait"
            said = (
                f"Practice brings {brings} of today's {self.due:,}{beside}; {rest} for another day, since a "
                "day has its limits and cards that give each other away stay apart."
            )
        else:
            said = f"Practice brings {'it' if self.due == 1 else f'all {self.due:,}'} today{beside}."
        if self.forward:
            are = "is" if self.forward == 1 else "are"
            said += f" Of the {self.due:,}, {self.forward:,} {are} brought forward for an interview."
        return said


def forecast(due: Mapping[date, int], today: date, days: int = DAYS) -> tuple[Load, ...]:
    """The next `days` study days, today the first: what is overdue counts today."""
    overdue = sum(number for day, number in due.items() if day < today)
    coming = (today + timedelta(days=ahead) for ahead in range(days))
    return tuple(Load(day, due.get(day, 0) + (overdue if day == today else 0)) for day in coming)
