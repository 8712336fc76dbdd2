"""What Today says beside the day's cards: weak answers, the next interview, how ready its skills are."""

from dataclasses import dataclass
from datetime import date, datetime

from interview_coach.coach.interviews import Listed, next_interview
from interview_coach.coach.progress import Skill, skills_on
from interview_coach.coach.weak import weak_list
from interview_coach.recall.day import study_day
from interview_coach.settings import Settings
from interview_coach.store.database import Database


@dataclass(frozen=True, slots=True)
class Ready:
    """How ready some skills are on a day: the mean readiness of their cards, 0 to 1, and the lowest skill.

    A card that was never practised counts 0.
    """

    day: date
    share: float
    lowest: str
    lowest_share: float


@dataclass(frozen=True, slots=True)
class Glance:
    """`left` are the prompts of answers that left the weak ones today; `ready` is None where no card is."""

    weak: int
    left: tuple[str, ...]
    interview: Listed | None
    ready: Ready | None


def glance(database: Database, settings: Settings, now: datetime) -> Glance:
    """All of it; for a thread of its own."""
    weak = weak_list(database, settings, now)
    coming = next_interview(database, settings, now)
    day = study_day(now, settings.rollover_hour) if coming is None else coming.interview.details.day
    wanted = () if coming is None else coming.interview.details.skills
    skills = [each for each in skills_on(database, settings, day) if not wanted or each.skill in wanted]
    return Glance(
        len(weak.answers), tuple(each.prompt for each in weak.left_today), coming, _ready(skills, day)
    )


def _ready(skills: list[Skill], day: date) -> Ready | None:
    """Weighed by cards, as if they were all of one skill."""
    held = [each for each in skills if each.readiness.cards]
    if not held:
        return None
    cards = sum(each.readiness.cards for each in held)
    share = sum(each.readiness.readiness * each.readiness.cards for each in held) / cards
    lowest = min(held, key=lambda each: each.readiness.readiness)
    return Ready(day, share, lowest.skill, lowest.readiness.readiness)
