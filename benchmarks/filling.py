"""A database as months of practice leave it, made quickly and the same each time."""

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

from interview_coach.cards.fingerprint import fingerprint, seed
from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.coach.plan import made_with
from interview_coach.recall.day import to_number
from interview_coach.recall.model import Memory, Phase, Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store.codec import detail_of, memory_to_json, memory_to_row, to_ms
from interview_coach.store.database import open_database
from interview_coach.store.facts import put_fact

CARDS_PER_NOTE = 10
DUE_SHARE = 0.02  # of the cards on days, due today; half as many again are overdue
NEW_SHARE = 0.1


PARTS = ("Situation", "Task", "Action", "Result")  # as notes label them: other labels would be as many stories
DAYS_APART = 26  # between two reviews of a card, so that a year of 14 reviews has some 500 a day


def fill(path: Path, cards: int, reviews: int, today: date, *, answers: bool = False) -> None:
    """Writes `cards` cards in notes of ten and `reviews` reviews of them, ending the day before `today`.

    With `answers` each review has its answer with its points, as a sitting saves it.
    """
    rng = random.Random(20260301)  # noqa: S311 - data for a benchmark
    database = open_database(path)
    noon = datetime.combine(today, datetime.min.time(), UTC) + timedelta(hours=12)
    per_card = reviews // cards
    decks = path.parent.parent / "decks"
    decks.mkdir()
    with database.transaction() as connection:
        connection.execute("INSERT INTO algorithms VALUES (1, 'FSRS-6', '[]')")
        # So that a look at the notes finds them unchanged.
        put_fact(connection, "made with", made_with(DEFAULTS))
        connection.execute("INSERT INTO sessions VALUES (1, 'practice', 0, 0, 0, 0)")
        for number in range(cards):
            if number % CARDS_PER_NOTE == 0:
                note = number // CARDS_PER_NOTE
                file = decks / f"skill-{note}.md"
                file.write_text(f"---\ntype: skill\n---\n# Skill {note}\n")
                status = file.stat()
                connection.execute(
                    "INSERT INTO notes (id, path, title, size, mtime_ns, seen_at, status)"
                    " VALUES (?, ?, ?, ?, ?, 0, 'read')",
                    (note + 1, file.name, f"Skill {note}", status.st_size, status.st_mtime_ns),
                )
            card = _card(number)
            memory = Memory() if rng.random() < NEW_SHARE else _memory(rng, today, noon, per_card)
            connection.execute(
                f"INSERT INTO cards VALUES ({', '.join('?' * 29)})",  # noqa: S608 - own figures
                _row(number, card, memory),
            )
            if memory.phase is Phase.NEW:
                continue
            state = memory_to_json(memory)
            connection.executemany(
                "INSERT INTO reviews (card_id, session_id, at, offset, study_day, rating, mode, duration,"
                " phase, before, after, algorithm_id, prompt, turn)"
                " VALUES (?, 1, ?, 0, ?, ?, 'practice', ?, 'review', ?, ?, 1, ?, ?)",
                [
                    (
                        number + 1, at, to_number(today) - ago, rating, 30_000,
                        state, state, card.prompt, at,
                    )
                    for nth in range(round(per_card / (1 - NEW_SHARE)))
                    for ago in (nth * DAYS_APART + number % DAYS_APART + 1,)
                    for rating in rng.choices(list(Rating), (10, 10, 65, 15))
                    for at in (to_ms(noon) - 86_400_000 * ago + number,)
                ],
            )  # fmt: skip
        connection.execute(
            "UPDATE cards SET lapses = (SELECT count(*) FROM reviews WHERE card_id = cards.id AND rating = 1)"
        )
        if answers:
            _answer(connection, rng)
    database.close()


ANSWERED_SHARE = 0.15  # of the answers to questions: given in words or ticked; the others in the head
SAID_SHARE = 0.92  # of the points of those


def _answer(connection: Connection, rng: random.Random) -> None:
    """An answer to each review; those to questions with the points of the card, as its rating saves them."""
    attempts: list[tuple[object, ...]] = []
    points: list[tuple[object, ...]] = []
    reviews = connection.execute(
        "SELECT reviews.id, card_id, at, study_day, kind FROM reviews JOIN cards ON cards.id = card_id"
        " ORDER BY at"
    ).fetchall()
    for number, (review, card, at, day, kind) in enumerate(reviews, start=1):
        asked = kind == CardKind.QUESTION.value
        said = asked and rng.random() < ANSWERED_SHARE
        hits = [said and rng.random() < SAID_SHARE for _ in range(4)]
        over = rng.choice((0, 0, 0, 0, 20_000)) if said else 0
        rubric = '{"result": 4, "structure": 3}' if said and rng.random() < 0.5 else None
        missed = hits.count(False) if said else None
        attempts.append(
            (number, card, 1, review, at, day, "text" if said else "head", 30_000, rubric, missed, over)
        )
        for place, hit in enumerate(hits if asked else (), start=1):
            named = ("result", "Result") if place == 4 else ("metric", f"Metric {place}")
            points.append((number, place, *named, hit))
    connection.executemany(
        "INSERT INTO attempts (id, card_id, session_id, review_id, at, study_day, way, duration, rubric,"
        " missed, over) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        attempts,
    )
    connection.executemany(
        "INSERT INTO points (attempt_id, number, kind, label, expected, hit, decided_by)"
        " VALUES (?, ?, ?, ?, '', ?, 'self')",
        points,
    )


def _row(number: int, card: Card, memory: Memory) -> tuple[object, ...]:
    note, position = divmod(number, CARDS_PER_NOTE)
    place = (number + 1, note + 1, card.kind.value, card.slot, position, card.skill)
    texts = (card.prompt, card.answer, detail_of(card), card.line)
    prints = (fingerprint(card.prompt), fingerprint(card.answer), seed(card.kind, card.prompt), 0)
    return (*place, *texts, *prints, *memory_to_row(memory), 0, 0, 0, None, None)


def _card(number: int) -> Card:
    kinds = [CardKind.QUESTION] * 3 + [CardKind.STORY_PART] * 4 + [CardKind.METRIC] * 3
    kind = kinds[number % CARDS_PER_NOTE]
    parts = tuple(
        Passage(label, f"{label} {number}: " + "what happened there and then " * 6) for label in PARTS
    )
    return Card(
        kind=kind,
        skill=f"Skill {number // CARDS_PER_NOTE}",
        slot=f"{kind.value} {number % CARDS_PER_NOTE}",
        prompt=f"Tell me about the time when matter {number} came up and had to be settled.",
        answer="\n".join(passage.text for passage in parts),
        line=number % CARDS_PER_NOTE + 10,
        passages=parts,
        points=tuple(Point(PointKind.METRIC, f"Metric {nth}", f"{nth}/14", "In a year") for nth in range(3)),
    )


def _memory(rng: random.Random, today: date, noon: datetime, reps: int) -> Memory:
    stability = rng.uniform(3, 200)
    draw = rng.random()
    ahead = 0 if draw < DUE_SHARE else -rng.randint(1, 20) if draw < 1.5 * DUE_SHARE else rng.randint(1, 120)
    last_day = today + timedelta(days=min(ahead, 0)) - timedelta(days=round(stability) + 1)
    return Memory(
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=rng.uniform(1, 10),
        due_day=today + timedelta(days=ahead),
        last_at=noon - timedelta(days=(today - last_day).days),
        last_day=last_day,
        reps=reps,
        lapses=rng.randint(0, 3),
    )
