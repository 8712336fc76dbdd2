"""The lights that an answer is timed by: green, yellow, red, overtime. Pure."""

from dataclasses import dataclass
from enum import IntEnum

from interview_coach.settings import Settings


class Light(IntEnum):
    """Which light shines, in their order in time."""

    NONE = 0
    GREEN = 1
    YELLOW = 2
    RED = 3
    OVERTIME = 4


@dataclass(frozen=True, slots=True)
class Lights:
    """From which second on each light shines; `profile` is the name of the setting's clock."""

    profile: str
    green: int
    yellow: int
    red: int
    overtime: int

    @property
    def moments(self) -> tuple[tuple[Light, int], ...]:
        """Each light with its second."""
        return (
            (Light.GREEN, self.green),
            (Light.YELLOW, self.yellow),
            (Light.RED, self.red),
            (Light.OVERTIME, self.overtime),
        )

    def at(self, seconds: float) -> Light:
        """The light that shines after so many seconds."""
        return max((light for light, begins in self.moments if seconds >= begins), default=Light.NONE)

    def after(self, seconds: float) -> tuple[Light, int] | None:
        """The light that comes next, and when; None in overtime."""
        return next(((light, begins) for light, begins in self.moments if seconds < begins), None)

    def over(self, milliseconds: int) -> int:
        """How many milliseconds an answer is past the red light."""
        return max(0, milliseconds - self.red * 1000)


def lights_of(settings: Settings, profile: str = "") -> Lights:
    """The lights of a profile, or of the one that the settings choose."""
    name = profile or settings.answer_profile
    return Lights(name, *getattr(settings, f"{name}_lights"))
