"""What `weak --json` and `stats --json` print. Other programs rely on it: docs/json.md names every key."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from interview_coach.cli.shapes import SCHEMA

if TYPE_CHECKING:
    from interview_coach.coach.progress import Skill, Statistics
    from interview_coach.coach.weak import Look, WeakAnswer, WeakList


def weak_shape(found: "WeakList") -> dict[str, Any]:
    """`weak --json`."""
    return {
        "schema": SCHEMA,
        "study_day": found.study_day.isoformat(),
        "answers": [_answer(each) for each in found.answers],
        "left_today": [
            {
                "card_id": each.card_id,
                "skill": each.skill,
                "prompt": each.prompt,
                "reasons": [{"code": reason.code.value, "text": reason.text} for reason in each.left_behind],
            }
            for each in found.left_today
        ],
    }


def _answer(answer: "WeakAnswer") -> dict[str, Any]:
    return {
        "card_id": answer.card_id,
        "skill": answer.skill,
        "prompt": answer.prompt,
        "reasons": [
            {
                "code": reason.code.value,
                "text": reason.text,
                "day": None if reason.on is None else reason.on.isoformat(),
            }
            for reason in answer.reasons
        ],
        "last_seen": None if answer.last_seen is None else answer.last_seen.isoformat(timespec="milliseconds"),
        "good_in_a_row": answer.good_in_a_row,
        "note": answer.path,
        "line": answer.line,
        "kind": answer.kind.value,
        "recall": answer.recall,
        "aim": answer.aim.value,
        "attempts": [_look(look) for look in answer.looks],
    }


def _look(look: "Look") -> dict[str, Any]:
    return {
        "day": look.day.isoformat(),
        "mode": look.mode,
        "rating": look.rating,
        "rubric": look.mean,
        "rubric_lines": len(look.grades),
        "landed": look.landed,
        "asked": look.asked,
        "missed": list(look.missed),
        "overtime": look.late,
        "abandoned": look.abandoned,
        "good": look.good,
    }


def stats_shape(found: "Statistics") -> dict[str, Any]:
    """`stats --json`."""
    return {
        "schema": SCHEMA,
        "study_day": found.study_day.isoformat(),
        "target": found.target,
        "days": [{**asdict(day), "day": day.day.isoformat()} for day in found.days],
        "streak": asdict(found.streak),
        "retention": [
            {"days": each.days, "reviews": each.reviews, "passed": each.passed, "rate": each.rate}
            for each in found.retention
        ],
        "forecast": [{"day": load.day.isoformat(), "due": load.due} for load in found.forecast],
        "of_today": {**asdict(found.of_today), "waits": found.of_today.waits},
        "skills": [_skill(skill) for skill in found.skills],
        "mocks": [
            {
                "day": mock.day.isoformat(),
                "finished": mock.finished,
                "answers": mock.answers,
                "rubric": mock.grade,
                "seconds": mock.seconds,
            }
            for mock in found.mocks
        ],
        "calibration": [
            {
                "line": line.line,
                "difference": line.difference,
                "before": line.before,
                "answers": line.answers,
                "text": line.text,
            }
            for line in found.calibration
        ],
        "predictions": [
            {"day": each.day.isoformat(), "predicted": each.predicted, "rubric": each.graded}
            for each in found.predictions
        ],
        "seconds": asdict(found.time),
        "fit": {
            "reviews": found.fit.reviews,
            "needed": found.fit.needed,
            "fitted_at": None if (current := found.fit.current) is None else current.at.isoformat(),
        },
    }


def _skill(skill: "Skill") -> dict[str, Any]:
    ready = skill.readiness
    return {
        "skill": skill.skill,
        "note": skill.path,
        "day": ready.day.isoformat(),
        "cards": ready.cards,
        "unseen": ready.unseen,
        "recall": ready.recall,
        "readiness": ready.readiness,
        "below_target": [{"card_id": each.card_id, "recall": each.recall} for each in ready.below],
    }
