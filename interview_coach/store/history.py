"""Queries for weak answers: which cards may be weak, and what their answers were.

SQL narrows, and leaves no weak card out; what is weak is decided by `recall.weakness` alone.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from interview_coach.cards.prompts import hide
from interview_coach.recall.day import from_number, to_number
from interview_coach.recall.given import METRIC, Answer, Asked, Limits
from interview_coach.store.codec import from_ms
from interview_coach.store.log import PRACTICE, RESET
from interview_coach.store.schema import TELLING

# A drill may have been of a part of the answer alone, which is no answer to every reason.
_GOOD_DAYS = "count(DISTINCT study_day) FILTER (WHERE mode <> 'drill')"
_RECENT = 2_000  # rows at the end of the attempts among which today's are looked for


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be weak, as a list shows it, with what is known of it now."""

    card_id: int
    note_id: int
    path: str
    kind: str
    skill: str
    prompt: str
    line: int
    flagged: bool
    last_day: date | None
    stability: float | None


def candidates(connection: sqlite3.Connection, limits: Limits, stabilities: float, day: date) -> set[int]:
    """The cards that may be weak on a study day; those missing or suspended are not among them.

    `stabilities` is after how many times its stability a card's recall has fallen to the limit.
    """
    found, lapsed = set[int](), set[int]()
    rows = connection.execute(
        """
        SELECT id, flagged OR (:day - last_day) > :times * stability FROM cards
        WHERE suspended = 0 AND missing_since IS NULL
          AND (flagged = 1 OR lapses >= :lapses OR (:day - last_day) > :times * stability)
        """,
        # A hair less, so that no last digit of a float leaves a card out.
        {"day": to_number(day), "times": stabilities * (1 - 1e-9), "lapses": limits.lapses},
    )
    for card_id, now in rows:
        (found if now else lapsed).add(card_id)
    return found | _since_lapse(connection, lapsed, limits) | _by_answers(connection, limits)


def _since_lapse(connection: sqlite3.Connection, card_ids: Collection[int], limits: Limits) -> set[int]:
    """Of cards forgotten often, those not rated Good on enough study days since the last time."""
    rows = connection.execute(
        f"""
        SELECT card_id FROM (
            SELECT card_id, max(turn) AS last, study_day AS on_day FROM reviews
            WHERE card_id IN (SELECT value FROM json_each(:cards)) AND undone_at IS NULL AND mode = 'practice'
              AND rating = 1 AND phase = 'review'
            GROUP BY card_id
        ) AS lapsed WHERE NOT (
            SELECT {_GOOD_DAYS} >= :days AND min(rating) >= 3 FROM reviews
            WHERE card_id = lapsed.card_id AND turn > last AND undone_at IS NULL
        ) OR EXISTS (
            SELECT 1 FROM attempts WHERE card_id = lapsed.card_id AND study_day >= on_day AND {TELLING}
        )
        """,  # noqa: S608 - own text
        {"cards": json.dumps(list(card_ids)), "days": limits.good_days},
    )
    return {card_id for (card_id,) in rows}


def _by_answers(connection: sqlite3.Connection, limits: Limits) -> set[int]:
    """The cards with enough answers that tell of a weakness, and too few good ratings after the last."""
    grace = " ".join(f"WHEN '{name}' THEN {least:d}" for name, least in limits.grace.items())
    rows = connection.execute(
        f"""
        WITH told AS MATERIALIZED (
            SELECT id, card_id, study_day, missed, abandoned,
                   over >= max(1, CASE ifnull(profile, '') {grace} ELSE 0 END) AS late,
                   EXISTS (SELECT 1 FROM json_each(ifnull(rubric, '{{}}')) WHERE value < :workable) AS low
            FROM attempts WHERE {TELLING}
        ), often AS (
            SELECT card_id FROM told JOIN points ON attempt_id = told.id
            WHERE missed > 0 AND hit = 0 AND kind IN ('metric', 'result')
            GROUP BY card_id, kind, label HAVING count(*) >= :misses
        )
        SELECT telling.card_id FROM (
            SELECT card_id, max(study_day) AS last FROM told GROUP BY card_id
            HAVING sum(late) >= :misses OR max(abandoned) OR max(low) OR card_id IN (SELECT card_id FROM often)
        ) AS telling JOIN cards ON cards.id = telling.card_id
        WHERE suspended = 0 AND missing_since IS NULL AND NOT (
            SELECT {_GOOD_DAYS} >= :days AND min(rating) >= 3 FROM reviews
            WHERE reviews.card_id = telling.card_id AND study_day > last AND undone_at IS NULL
        )
        """,  # noqa: S608 - own text
        {"workable": limits.workable, "misses": limits.misses, "days": limits.good_days},
    )
    return {card_id for (card_id,) in rows}


def answered_on(connection: sqlite3.Connection, day: date) -> set[int]:
    """The cards that were answered on a study day: in a rating that stands or in one of the last answers."""
    rows = connection.execute(
        """
        SELECT card_id FROM reviews WHERE study_day = :day AND undone_at IS NULL
        UNION
        SELECT card_id FROM attempts
        WHERE id > (SELECT ifnull(max(id), 0) FROM attempts) - :recent AND study_day = :day
        """,
        {"day": to_number(day), "recent": _RECENT},
    )
    return {card_id for (card_id,) in rows}


def load_candidates(connection: sqlite3.Connection, card_ids: Iterable[int]) -> dict[int, Candidate]:
    """What is known of some cards, of those that can come up; in the order of notes."""
    rows = connection.execute(
        """
        SELECT cards.id, note_id, path, kind, skill, prompt, line, flagged, last_day, stability
        FROM cards JOIN notes ON notes.id = note_id
        WHERE cards.id IN (SELECT value FROM json_each(?)) AND suspended = 0 AND missing_since IS NULL
        ORDER BY path, position, cards.id
        """,
        (json.dumps(list(card_ids)),),
    )
    return {
        card_id: Candidate(
            card_id=card_id,
            note_id=note_id,
            path=path,
            kind=kind,
            skill=skill,
            prompt=prompt,
            line=line,
            flagged=bool(flagged),
            last_day=None if last_day is None else from_number(last_day),
            stability=stability,
        )
        for card_id, note_id, path, kind, skill, prompt, line, flagged, last_day, stability in rows
    }


def flagged_at(connection: sqlite3.Connection) -> dict[int, datetime]:
    """When cards were flagged, the last time."""
    rows = connection.execute(
        """
        SELECT card_id, max(at) FROM marks
        WHERE mark = 'flagged' AND after = 1 AND undone_at IS NULL GROUP BY card_id
        """
    )
    return {card_id: from_ms(at) for card_id, at in rows}


def answers(connection: sqlite3.Connection, card_ids: Collection[int]) -> dict[int, list[Answer]]:
    """All the answers of some cards, each card's oldest first.

    Answers to follow-ups are answers to other questions. What was taken back is not among them, and a rating
    that came without an answer (from another program) is one of its own. What was before a card was reset is
    forgotten.
    """
    chosen = json.dumps(list(card_ids))
    ratings, resets = _ratings(connection, chosen)
    asked = _asked(connection, chosen)
    found: dict[int, list[Answer]] = {}
    days = lru_cache(from_number)
    rows = connection.execute(
        """
        SELECT card_id, id, review_id, at, study_day, way, mode, aim, profile, over, abandoned, rubric
        FROM attempts
        WHERE card_id IN (SELECT value FROM json_each(?)) AND NOT (mode = 'mock' AND follows_id IS NOT NULL)
        ORDER BY card_id, at, id
        """,
        (chosen,),
    )
    for card_id, attempt_id, review_id, at, day, *rest in rows:
        rated = None if review_id is None else ratings.pop(review_id, _UNDONE)
        if rated is not _UNDONE and at > resets.get(card_id, 0):
            found.setdefault(card_id, []).append(_answer(at, days(day), rest, rated, asked.get(attempt_id, ())))
    bare = set[int]()
    for rated in ratings.values():
        if rated.turn <= resets.get(rated.card_id, 0):
            continue
        given = Answer(rated.turn, days(rated.day), rating=rated.rating, lapsed=rated.lapsed)
        found.setdefault(rated.card_id, []).append(given)
        bare.add(rated.card_id)
    for card_id in bare:
        found[card_id].sort(key=lambda answer: answer.at)
    return found


class _Rated(NamedTuple):
    """A rating that stands. Its turn is its moment in milliseconds, or a little later."""

    card_id: int
    turn: int
    day: int
    rating: int
    lapsed: bool


_UNGRADED: Mapping[str, int] = {}
_UNDONE = _Rated(0, 0, 0, 0, lapsed=False)


def _ratings(connection: sqlite3.Connection, chosen: str) -> tuple[dict[int, _Rated], dict[int, int]]:
    """The ratings of cards that stand, by their ids, and the turn at which a card was last reset, by card."""
    rows = connection.execute(
        """
        SELECT id, card_id, turn, study_day, rating, mode, phase = 'review'
        FROM reviews WHERE card_id IN (SELECT value FROM json_each(?)) AND undone_at IS NULL
        """,
        (chosen,),
    )
    ratings: dict[int, _Rated] = {}
    resets: dict[int, int] = {}
    for review_id, card_id, turn, day, rating, mode, learnt in rows:
        if mode == RESET:
            resets[card_id] = max(turn, resets.get(card_id, 0))
        else:
            ratings[review_id] = _Rated(
                card_id, turn, day, rating, bool(learnt and rating == 1 and mode == PRACTICE)
            )
    return ratings, resets


def _answer(at: int, day: date, rest: list[Any], rated: _Rated | None, points: tuple[Asked, ...]) -> Answer:
    way, mode, aim, profile, over, abandoned, rubric = rest
    rating, lapsed = (None, False) if rated is None else (rated.rating, rated.lapsed)
    if not (points or profile or over or abandoned or rubric):
        return Answer(at, day, way, mode, aim or "", rating, lapsed)
    return Answer(
        at=at,
        day=day,
        way=way,
        mode=mode,
        aim=aim or "",
        rating=rating,
        lapsed=lapsed,
        asked=points,
        profile=profile or "",
        over=over,
        abandoned=bool(abandoned),
        rubric=json.loads(rubric) if rubric else _UNGRADED,
    )


def _asked(connection: sqlite3.Connection, chosen: str) -> dict[int, tuple[Asked, ...]]:
    """The metrics and Results of answers, by answer."""
    rows = connection.execute(
        """
        SELECT attempt_id, kind, label, expected, hit, decided_by = 'auto'
        FROM points WHERE kind IN ('metric', 'result') AND attempt_id IN (
            SELECT id FROM attempts WHERE card_id IN (SELECT value FROM json_each(?)) AND missed IS NOT NULL
        ) ORDER BY attempt_id, number
        """,
        (chosen,),
    )
    shown = lru_cache(hide)  # a name stands in every answer of its card
    found: dict[int, list[Asked]] = {}
    for attempt_id, kind, label, expected, hit, auto in rows:
        asked = Asked(kind, label, bool(hit), shown(label, expected) if kind == METRIC else "", bool(auto))
        found.setdefault(attempt_id, []).append(asked)
    return {attempt_id: tuple(points) for attempt_id, points in found.items()}
