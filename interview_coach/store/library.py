"""Queries for looking at what there is: skills, a skill's cards page by page, a card's history."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from interview_coach.recall.day import from_number


@dataclass(frozen=True, slots=True)
class Answered:
    """How often a question was answered, and the last study day on which it was."""

    answers: int
    last: date


def answers_to_questions(connection: sqlite3.Connection) -> dict[tuple[str, str], Answered]:
    """What was practised of each question in a note today, by its note's path and its prompt.

    Practice, drills and mock interviews count alike; answers that were broken off, or whose rating was taken
    back, do not.
    """
    rows = connection.execute(
        """
        SELECT path, cards.prompt, count(*), max(attempts.study_day)
        FROM attempts
        JOIN cards ON cards.id = attempts.card_id
        JOIN notes ON notes.id = note_id
        LEFT JOIN reviews ON reviews.id = review_id
        WHERE kind = 'question' AND missing_since IS NULL AND undone_at IS NULL AND NOT abandoned
        GROUP BY cards.id
        """
    )
    return {(path, prompt): Answered(number, from_number(last)) for path, prompt, number, last in rows}
