"""An interview to come: how ready its skills are on the day, and what each day until then takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from interview_coach.coach.interviews import MAX_DESCRIPTION, Details, Interview
from interview_coach.coach.progress import PlanDay, Skill, minutes_until, skills_on
from interview_coach.errors import CoachError
from interview_coach.recall.day import study_day
from interview_coach.settings import Settings
from interview_coach.store.database import Database

__all__ = ["PlanDay", "Skill", "Standing", "days_until", "description_meant", "read_description", "standing_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The skills of an interview with their readiness on its day, the least ready first.

    `share` is the mean readiness of their cards, 0 to 1, None where there is no card; `absent` are skills that
    it asks for and no note has now.
    """

    skills: tuple[Skill, ...]
    share: float | None
    absent: tuple[str, ...]

    @property
    def note_ids(self) -> tuple[int, ...]:
        """The notes of its skills."""
        return tuple(each.note_id for each in self.skills)


def standing_of(database: Database, settings: Settings, details: Details) -> Standing:
    """How ready its skills will be, if nothing more is done. For a thread of its own where cards are many."""
    every = skills_on(database, settings, details.day)
    wanted = set(details.skills)
    own = [each for each in every if not wanted or each.skill in wanted]
    cards = sum(each.readiness.cards for each in own)
    total = sum(each.readiness.readiness * each.readiness.cards for each in own)
    there = {each.skill for each in every}
    return Standing(
        tuple(sorted(own, key=lambda each: (each.readiness.readiness, each.skill))),
        total / cards if cards else None,
        tuple(skill for skill in details.skills if skill not in there),
    )


def days_until(
    database: Database, settings: Settings, now: datetime, interview: Interview, note_ids: Sequence[int]
) -> tuple[PlanDay, ...]:
    """What each study day from today to its eve takes; nothing where it is today or over.

    For a thread of its own: every card is followed until the day.
    """
    if interview.details.day <= study_day(now, settings.rollover_hour):
        return ()
    return minutes_until(database, settings, now, interview.details.day, note_ids)


# -- the job description


def description_meant(text: str) -> str:
    """The description that a person means: the text, or where it is the path of a file what that holds.

    Raises CoachError where such a file cannot be read.
    """
    text = text.strip()
    if "\n" not in text and text.startswith(("/", "~", "./", "../")):
        return read_description(Path(text).expanduser())
    return text


def read_description(file: Path) -> str:
    """A description from a text file, no more of it than would be kept. Raises CoachError naming the file."""
    try:
        if not file.is_file():
            reason = "no file" if file.exists() else "no such file"
            raise CoachError(f"{file}: {reason}", "check the path, or paste the text")
        with file.open(encoding="utf-8-sig") as opened:
            return opened.read(MAX_DESCRIPTION + 1).strip()
    except (OSError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise CoachError(f"{file}: no text in UTF-8", "save it as plain text, or paste it") from error
        reason = str(error.strerror) if isinstance(error, OSError) else str(error)
        raise CoachError(f"{file}: {reason}", "check the path, or paste the text") from error
