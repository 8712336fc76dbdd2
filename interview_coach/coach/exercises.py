"""What a weak answer can be drilled at, and the clock that goes with each way."""

from dataclasses import dataclass

from interview_coach.answers.profiles import UNTIMED, Profile, profile_of
from interview_coach.cards.model import Card, CardKind, PointKind
from interview_coach.recall.aim import LADDER, TASKS, Aim
from interview_coach.settings import Settings


@dataclass(frozen=True, slots=True)
class Exercise:
    """One way to drill; on the ladder the whole answer is given again and again, each time in less time.

    Each of these answers has a rating of its own, which leads on to the next: how an answer came in two minutes
    says little of how it comes in thirty seconds, and what is left half way is logged as far as it went.
    """

    aim: Aim
    ladder: bool = False

    @property
    def rungs(self) -> tuple[int | None, ...]:
        """The seconds of each answer in its order; None for no limit, or for the answer's own clock."""
        return LADDER if self.ladder else (TASKS[self.aim].seconds,)

    @property
    def has_parts(self) -> bool:
        """Whether Situation, Task, Action and Result are all told in it."""
        return self.aim in (Aim.WHOLE, Aim.THIRTY)


EXERCISES = (*(Exercise(aim) for aim in Aim), Exercise(Aim.WHOLE, ladder=True))


def exercises_for(card: Card) -> tuple[Exercise, ...]:
    """The ways in which a card can be drilled; one that asks for a single thing is asked as it is."""
    if card.kind is not CardKind.QUESTION:
        return (Exercise(Aim.WHOLE),)
    kinds = {point.kind for point in card.points}
    lacking = {
        aim
        for aim, kind in ((Aim.NUMBERS, PointKind.METRIC), (Aim.RESULT, PointKind.RESULT))
        if kind not in kinds
    }
    return tuple(each for each in EXERCISES if each.aim not in lacking)


def first_of(exercises: tuple[Exercise, ...], aim: Aim) -> Exercise:
    """The one that the reasons ask for; the whole answer where the card does not hold that."""
    wanted = Exercise(aim)
    return wanted if wanted in exercises else Exercise(Aim.WHOLE)


def clock_for(exercise: Exercise, seconds: int | None, settings: Settings) -> Profile:
    """The lights of a drill that has so many seconds.

    They stand to each other as those of thirty seconds do. Without a limit there are none, but for the whole
    answer, which is held to its own.
    """
    if seconds is None:
        return profile_of(settings) if exercise.aim is Aim.WHOLE else UNTIMED
    if exercise.aim is Aim.THIRTY:
        return profile_of(settings, "thirty")
    thirty = profile_of(settings, "thirty")
    own = profile_of(settings)
    if seconds == own.red:
        return own
    green, yellow, overtime = (
        round(each * seconds / thirty.red) for each in (thirty.green, thirty.yellow, thirty.overtime)
    )
    return Profile("", green, yellow, seconds, overtime)
