"""The clock that an answer is held to: four lights, and the band in which nothing is said of its length."""

from dataclasses import dataclass
from enum import StrEnum

from interview_coach.settings import Settings

NAMES = ("answer", "introduction", "deep", "thirty")
NEVER = 86_400  # seconds: no answer takes a day


class Light(StrEnum):
    """What the clock shows, as for a speaker at Toastmasters."""

    NONE = ""
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    OVERTIME = "overtime"


@dataclass(frozen=True, slots=True)
class Profile:
    """The seconds at which the lights come on; the red one is the length to aim at."""

    name: str
    green: int
    yellow: int
    red: int
    overtime: int

    @property
    def timed(self) -> bool:
        """Whether there are lights at all."""
        return self.overtime < NEVER

    @property
    def quiet(self) -> tuple[int, int]:
        """The seconds between which nothing is said of the length.

        From the middle of green and yellow to the middle of red and overtime: 75 to 135 where the lights are at
        60, 90, 120 and 150.
        """
        return (self.green + self.yellow) // 2, (self.red + self.overtime) // 2

    def quiet_words(self, words_per_minute: int) -> tuple[int, int]:
        """The same in words, to the nearest ten: 180 to 320 at 140 words a minute."""
        low, high = self.quiet
        return _to_ten(low * words_per_minute / 60), _to_ten(high * words_per_minute / 60)

    def thin_words(self, words_per_minute: int) -> int:
        """The words under which an answer is thin: two thirds of the lower bound, so 120 for 180."""
        return self.quiet_words(words_per_minute)[0] * 2 // 3

    def light(self, seconds: float) -> Light:
        """The light that is on after so many seconds."""
        shown = Light.NONE
        if not self.timed:
            return shown
        for light, at in (
            (Light.GREEN, self.green),
            (Light.YELLOW, self.yellow),
            (Light.RED, self.red),
            (Light.OVERTIME, self.overtime),
        ):
            if seconds >= at:
                shown = light
        return shown


# Any length will do.
UNTIMED = Profile("", 0, 0, NEVER, NEVER)


def profile_of(settings: Settings, name: str = "") -> Profile:
    """The clock of this name, or the one that the settings choose; KeyError where there is none."""
    lights = {
        "answer": settings.answer_lights,
        "introduction": settings.introduction_lights,
        "deep": settings.deep_lights,
        "thirty": settings.thirty_lights,
    }
    name = name or settings.answer_profile
    green, yellow, red, overtime = lights[name]
    return Profile(name, green, yellow, red, overtime)


def _to_ten(number: float) -> int:
    return int(number / 10 + 0.5) * 10
