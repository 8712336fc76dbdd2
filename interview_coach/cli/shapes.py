"""What `--json` prints, shape by shape. Other programs rely on it: docs/json.md names every key."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from interview_coach.coach.day import Today
from interview_coach.coach.listing import DueCard, ListedCard
from interview_coach.coach.plan import Changes
from interview_coach.notes.model import Failed, Ignored, Problem, ReadResult, SkillNote

if TYPE_CHECKING:
    from interview_coach.coach.identity import Link

SCHEMA = 1


def notes_shape(results: Iterable[ReadResult]) -> dict[str, Any]:
    """`notes --json`."""
    results = list(results)
    return {
        "schema": SCHEMA,
        "notes": [_note(each) for each in results if isinstance(each, SkillNote)],
        "ignored": [
            {"path": each.path, "reason": each.reason} for each in results if isinstance(each, Ignored)
        ],
        "failed": [asdict(each) for each in results if isinstance(each, Failed)],
    }


def _note(note: SkillNote) -> dict[str, Any]:
    return {
        "path": note.path,
        "title": note.title,
        "questions": [{"text": q.text, "answer": q.answer, "line": q.line} for q in note.questions],
        "stories": [asdict(story) for story in note.stories],
        "metrics": [asdict(metric) for metric in note.metrics],
        "accomplishments": list(note.accomplishments),
        "phrasings": [asdict(phrasing) for phrasing in note.phrasings],
        "projects": [asdict(project) for project in note.projects],
        "keywords": list(note.keywords),
        "aliases": list(note.aliases),
        "problems": [_problem(problem) for problem in note.problems],
        "category": note.category,
        "proficiency": note.proficiency,
        "years": note.years,
        "last_used": note.last_used,
        "description": note.description,
        "self_assessment": note.self_assessment,
        "dimensions": [asdict(dimension) for dimension in note.dimensions],
        "related": list(note.related),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "line": problem.line,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
    }


def problems_shape(problems: Sequence[tuple[str, Problem]]) -> dict[str, Any]:
    """`check --json`."""
    return {"schema": SCHEMA, "problems": [{"path": path, **_problem(problem)} for path, problem in problems]}


def cards_shape(cards: Iterable[ListedCard], changes: Changes) -> dict[str, Any]:
    """`cards --json`."""
    return {"schema": SCHEMA, "cards": [_card(each) for each in cards], "changes": asdict(changes)}


def _card(listed: ListedCard) -> dict[str, Any]:
    stored = listed.stored
    memory, card = stored.memory, stored.card
    return {
        "card_id": stored.card_id,
        "note": stored.path,
        "skill": card.skill,
        "kind": card.kind.value,
        "prompt": card.prompt,
        "answer": card.answer,
        "status": listed.status.value,
        "reps": memory.reps,
        "lapses": memory.lapses,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "due_day": _day(listed.due_day),
        "last_review": _moment(memory.last_at),
        "phase": memory.phase.value,
        "flagged": stored.flagged,
        "line": card.line,
        "answer_changed": _moment(stored.answer_changed_at),
    }


def links_shape(links: "Iterable[Link]") -> dict[str, Any]:
    """`cards links --json`."""
    return {
        "schema": SCHEMA,
        "links": [
            {
                "card_id": link.card_id,
                "time": _moment(link.at),
                "how": link.how,
                "old": asdict(link.old),
                "new": asdict(link.new),
                "taken_apart": _moment(link.taken_apart_at),
            }
            for link in links
        ],
    }


def due_shape(today: Today, cards: Sequence[DueCard]) -> dict[str, Any]:
    """`due --json`."""
    return {
        "schema": SCHEMA,
        "study_day": today.study_day.isoformat(),
        "learning": today.learning,
        "due": today.due,
        "new": today.new,
        "minutes": today.minutes,
        "cards": [
            {
                "card_id": each.card_id,
                "skill": each.skill,
                "kind": each.kind.value,
                "prompt": each.prompt,
                "due_day": _day(each.due_day),
                "recall": each.recall,
            }
            for each in cards
        ],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="milliseconds")
