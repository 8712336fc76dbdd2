"""Interviews to come: kept, corrected, taken back, and matched with the skills that they ask for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from interview_coach.cards.matching import Hit, Match, Source, match_skills
from interview_coach.errors import CoachError
from interview_coach.notes.model import SkillNote
from interview_coach.recall.dates import day_meant
from interview_coach.recall.day import study_day
from interview_coach.settings import Settings
from interview_coach.store import interviews, notes
from interview_coach.store.database import Database
from interview_coach.store.interviews import Change, Details, Interview

if TYPE_CHECKING:
    from interview_coach.coach.progress import Skill

__all__ = [
    "Change",
    "Details",
    "Hit",
    "Interview",
    "Listed",
    "Match",
    "Source",
    "Weighed",
    "add",
    "day_of",
    "edit",
    "find",
    "listed",
    "next_interview",
    "ready_for",
    "rematched",
    "remove",
    "skills_meant",
    "suggested",
    "undo",
    "weighed",
]

MAX_DESCRIPTION = 100_000  # characters: some fifty pages; a job description has two


@dataclass(frozen=True, slots=True)
class Listed:
    """An interview in a list, with the days until it; below 0 for one that is over."""

    interview: Interview
    days: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """A skill beside a description: why it matches (None where it does not), and whether it is chosen."""

    skill: str
    match: Match | None
    chosen: bool


def listed(database: Database, settings: Settings, now: datetime) -> list[Listed]:
    """Every interview: those to come, the next one first, then those that are over, the latest first."""
    with database.explained():
        every = interviews.standing(database.connection)
    today = study_day(now, settings.rollover_hour)
    rows = [Listed(each, (each.details.day - today).days) for each in every]
    return sorted(rows, key=lambda row: (row.days < 0, abs(row.days)))


def next_interview(database: Database, settings: Settings, now: datetime) -> Listed | None:
    """The next interview, today's included; None where there is none."""
    today = study_day(now, settings.rollover_hour)
    with database.explained():
        found = interviews.next_from(database.connection, today)
    return None if found is None else Listed(found, (found.details.day - today).days)


def find(database: Database, settings: Settings, which: str, now: datetime) -> Interview:
    """The interview meant by its number, or by its name or its company or a part of them.

    One to come goes before one that is over. Raises CoachError where none or several fit.
    """
    every = listed(database, settings, now)
    if which.strip().isdecimal() and len(which) < 10:
        with database.explained():
            found = interviews.current(database.connection, int(which))
        if found is not None:
            return found
    wanted = which.casefold().strip()
    for fits in (
        [row for row in every if wanted == row.interview.details.name.casefold()],
        [row for row in every if wanted in _called(row.interview).casefold()],
    ):
        for among in ([row for row in fits if row.days >= 0], fits):
            if len(among) == 1:
                return among[0].interview
        if fits:
            names = ", ".join(f"{row.interview.interview_id} {_called(row.interview)}" for row in fits)
            raise CoachError(f"{which!r} fits several interviews", f"name one by its number: {names}")
    names = ", ".join(f"{row.interview.interview_id} {_called(row.interview)}" for row in every)
    hint = f"there are {names}" if names else "interview-coach interviews add NAME DATE adds one"
    raise CoachError(f"there is no interview {which!r}", hint)


def _called(interview: Interview) -> str:
    return ", ".join(filter(None, (interview.details.name, interview.details.company)))


def day_of(text: str, settings: Settings, now: datetime) -> date:
    """The day that a person means. Raises CoachError where it is none, or over."""
    today = study_day(now, settings.rollover_hour)
    day = day_meant(text, today)
    if day is None:
        raise CoachError(
            f"{text!r} is no day", 'write it like 2026-12-12, "12 Dec", tomorrow, friday or "in 2 weeks"'
        )
    if day < today:
        raise CoachError(f"{day.isoformat()} is over", "name a day to come")
    return day


def ready_for(database: Database, settings: Settings, interview: Interview) -> "tuple[Skill, ...]":
    """The skills that an interview asks for that have cards, each with its readiness on its day, by name."""
    from interview_coach.coach.progress import skills_on

    with database.explained():
        every = skills_on(database, settings, interview.details.day)
    wanted = interview.details.skills
    return tuple(skill for skill in every if not wanted or skill.skill in wanted)


# -- what a person does; each can be taken back by `undo`


def add(database: Database, details: Details, now: datetime) -> Interview:
    """Keeps a new interview. Raises CoachError where it has no name, or a description without end."""
    kept = _checked(details)
    with database.transaction() as connection:
        return interviews.begin(connection, kept, interviews.next_moment(connection, now))


def edit(database: Database, interview: Interview, details: Details, now: datetime) -> Interview:
    """Says an interview anew; gives it with its new number. Raises CoachError as `add` does, and where it was
    removed or edited elsewhere meanwhile.
    """
    kept = _checked(details)
    if kept == interview.details:
        return interview
    with database.transaction() as connection:
        moment = interviews.next_moment(connection, now)
        if not interviews.end(connection, interview.interview_id, moment):
            raise CoachError(
                f"{interview.details.name}: changed in another window meanwhile",
                "look at it again, then edit it",
            )
        return interviews.begin(connection, kept, moment)


def remove(database: Database, interview: Interview, now: datetime) -> None:
    """Removes an interview. Nothing happens where that was done before."""
    with database.transaction() as connection:
        interviews.end(connection, interview.interview_id, interviews.next_moment(connection, now))


def undo(database: Database, now: datetime) -> Change | None:
    """Takes back the last thing done to interviews: what that ended and what it began anew.

    None where nothing was ever done. A second undo takes the first back.
    """
    with database.transaction() as connection:
        done = interviews.last_change(connection)
        if done is None:
            return None
        moment = interviews.next_moment(connection, now)
        if done.began is not None:
            interviews.end(connection, done.began.interview_id, moment)
        back = None if done.ended is None else interviews.begin(connection, done.ended.details, moment)
        return Change(ended=done.began, began=back)


def _checked(details: Details) -> Details:
    name, company, role = (" ".join(text.split()) for text in (details.name, details.company, details.role))
    if not name:
        raise CoachError("an interview needs a name", "call it by the company, or by the round")
    if len(details.description) > MAX_DESCRIPTION:
        raise CoachError(
            f"the job description has {len(details.description):,} characters, more than {MAX_DESCRIPTION:,}",
            "give the part that says what they look for",
        )
    skills = tuple(dict.fromkeys(details.skills))
    return replace(details, name=name, company=company, role=role, skills=skills)


# -- the skills that it asks for


def suggested(description: str, decks: Sequence[SkillNote]) -> tuple[str, ...]:
    """The skills that a description asks for, the weightiest first."""
    return tuple(match.skill for match in match_skills(description, decks) if match.likely)


def rematched(old: Details, description: str, decks: Sequence[SkillNote]) -> tuple[str, ...]:
    """The skills under a new description, with what the person had corrected under the old one kept.

    A skill that was taken out stays out, one that was put in stays in.
    """
    before = suggested(old.description, decks)
    taken_out = set(before) - set(old.skills)
    put_in = [skill for skill in old.skills if skill not in before]
    return (*(skill for skill in suggested(description, decks) if skill not in taken_out), *put_in)


def weighed(details: Details, decks: Sequence[SkillNote]) -> list[Weighed]:
    """Every skill of the notes beside a description: matches first by their weight, the others by their names.

    Skills that are chosen and have no note any more come last.
    """
    matches = match_skills(details.description, decks)
    chosen = set(details.skills)
    titles = sorted({note.title for note in decks})
    there = {match.skill for match in matches}
    return [
        *(Weighed(match.skill, match, match.skill in chosen) for match in matches),
        *(Weighed(title, None, title in chosen) for title in titles if title not in there),
        *(Weighed(skill, None, True) for skill in details.skills if skill not in titles),
    ]


def skills_meant(database: Database, names: Iterable[str], also: Iterable[str] = ()) -> tuple[str, ...]:
    """The titles meant by names: a title, or a part of one that fits no other; `also` are titles that may be
    meant though no note has them now. Raises CoachError naming the skills there are where none or several fit.
    """
    with database.explained():
        titles = sorted({*notes.titles(database.connection).values(), *also})
    return tuple(_title_meant(name, titles) for name in names)


def _title_meant(name: str, titles: Sequence[str]) -> str:
    wanted = name.casefold().strip()
    exact = [title for title in titles if title.casefold() == wanted]
    partly = [title for title in titles if wanted and wanted in title.casefold()]
    if exact or len(partly) == 1:
        return (exact or partly)[0]
    if partly:
        raise CoachError(f"{name!r} fits several skills", f"they are {', '.join(partly)}")
    raise CoachError(
        f"there is no skill {name!r}",
        f"the skills are {', '.join(titles)}" if titles else "there are no notes yet",
    )
