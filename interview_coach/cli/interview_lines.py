"""An interview and what it matches, as a line for people and as JSON for programs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interview_coach.coach.interviews import Details, Interview, Listed, Match
    from interview_coach.coach.progress import Skill

_SHOWN_HITS = 4


def called(interview: "Interview | None") -> str:
    """What an interview goes by: its name, and for whom and what it is."""
    if interview is None:
        return ""
    details = interview.details
    about = ", ".join(filter(None, (details.company, details.role)))
    return f"{details.name} ({about})" if about else details.name


def line(interview: "Interview", days: int) -> str:
    """One line: its number, its day, what it goes by."""
    from interview_coach.cli.output import plural

    when = "today" if days == 0 else f"in {plural(days, 'day')}" if days > 0 else f"{plural(-days, 'day')} ago"
    return f"{interview.interview_id:>4}  {interview.details.day:%a %d %b %Y}, {when}: {called(interview)}"


def skills_of(details: "Details", ready: "Sequence[Skill]" = ()) -> str:
    """The skills that it asks for, in words, with how ready each will be on its day where that is known."""
    from interview_coach.recall.readiness import percent

    known = {skill.skill: f" {percent(skill.readiness.readiness)}" for skill in ready}
    if not details.skills:
        return "all skills" + "".join(f", {name}{share}" for name, share in known.items())
    return ", ".join(f"{name}{known.get(name, '')}" for name in details.skills)


def why(match: "Match | None") -> str:
    """The words of the description that a skill matches by."""
    if match is None:
        return "put in by you"
    found = [
        f'"{" ".join(hit.said.split())}" (line {hit.line}, {hit.source.value} {hit.term})'
        for hit in match.hits[:_SHOWN_HITS]
    ]
    more = len(match.hits) - _SHOWN_HITS
    return "; ".join(found) + (f"; {more} more" if more > 0 else "")


def interview_shape(row: "Listed", ready: "Sequence[Skill]") -> dict[str, Any]:
    """An interview in `interviews --json`."""
    interview, details = row.interview, row.interview.details
    return {
        "interview_id": interview.interview_id,
        "name": details.name,
        "day": details.day.isoformat(),
        "days": row.days,
        "company": details.company,
        "role": details.role,
        "skills": list(details.skills),
        "readiness": [
            {
                "skill": skill.skill,
                "readiness": skill.readiness.readiness,
                "recall": skill.readiness.recall,
                "cards": skill.readiness.cards,
                "unseen": skill.readiness.unseen,
                "below": len(skill.readiness.below),
            }
            for skill in ready
        ],
        "description": details.description,
        "made": interview.made_at.isoformat(timespec="milliseconds"),
    }


def match_shape(match: "Match | None") -> dict[str, Any]:
    """Why a skill matches, in `interviews match --json`."""
    if match is None:
        return {"weight": 0, "likely": False, "hits": []}
    hits = [
        {
            "term": hit.term,
            "source": hit.source.value,
            "said": hit.said,
            "place": [hit.start, hit.end],
            "line": hit.line,
        }
        for hit in match.hits
    ]
    return {"weight": round(match.weight, 2), "likely": match.likely, "hits": hits}
