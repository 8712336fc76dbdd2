"""What the day's queue is built from, in which order."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from interview_coach.cards.fingerprint import fingerprint
from interview_coach.cards.model import Card, CardKind
from interview_coach.cards.reconcile import Made
from interview_coach.recall.model import Memory, Phase, Rating
from interview_coach.store import cards, log, notes, queue
from interview_coach.store.database import Database, open_database
from interview_coach.store.notes import NoteState, Status

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "coach.db")
    yield opened
    opened.close()


def add(database: Database, memory: Memory = Memory(), note: str = "a.md") -> int:  # noqa: B008 - a frozen value
    """A card in a state; gives its id."""
    with database.transaction() as connection:
        note_id = notes.put_note(connection, NoteState(note, note, 1, 1, "", Status.READ), 0)
        position = connection.execute("SELECT count(*) FROM cards").fetchone()[0]
        card = Card(CardKind.QUESTION, note, f"question {position}", f"{note} {position}?", "", 1)
        made = Made(note_id, note, card, fingerprint(card.prompt), fingerprint(card.answer))
        card_id = cards.add_card(connection, note_id, position, made, 0, 0)
        cards.put_memory(connection, card_id, memory, expected=None)
    return card_id


def on_days(due: int, last: int, stability: float) -> Memory:
    """A card due `due` days from DAY, last reviewed `last` days before it."""
    return Memory(
        Phase.REVIEW,
        None,
        stability,
        5.0,
        None,
        DAY + timedelta(due),
        NOON - timedelta(last),
        DAY - timedelta(last),
        3,
    )


def test_due_today_goes_before_overdue_and_overdue_by_lowest_recall(database: Database) -> None:
    steady = add(database, on_days(-5, 20, 100.0))
    shaky = add(database, on_days(-1, 6, 2.0))
    today = add(database, on_days(0, 10, 10.0))
    add(database, on_days(1, 10, 10.0))
    assert [entry.card_id for entry in queue.due(database.connection, DAY)] == [today, shaky, steady]


def test_steps_come_by_the_moment_they_end(database: Database) -> None:
    later, sooner, too_late = (
        add(
            database, Memory(Phase.LEARNING, 0, 1.0, 5.0, NOON + timedelta(minutes=minutes), None, NOON, DAY, 1)
        )
        for minutes in (10, 1, 60)
    )
    found = queue.learning(database.connection, DAY, NOON + timedelta(minutes=10))
    assert [(entry.card_id, due_at) for entry, due_at in found] == [
        (sooner, NOON + timedelta(minutes=1)),
        (later, NOON + timedelta(minutes=10)),
    ]
    assert too_late not in [entry.card_id for entry, _ in found]


def test_new_cards_are_taken_from_all_notes_in_turn(database: Database) -> None:
    ids = [add(database, note=note) for note in ("a.md", "a.md", "b.md", "b.md")]
    connection = database.connection
    for card_id, position in zip(ids, (0, 1, 0, 1), strict=True):
        connection.execute("UPDATE cards SET position = ? WHERE id = ?", (position, card_id))
    found = [entry.card_id for entry in queue.unseen(connection, DAY)]
    assert found == [ids[0], ids[2], ids[1], ids[3]]


@pytest.mark.parametrize(
    "away", ["suspended = 1", f"buried_until = {(DAY - date(1970, 1, 1)).days + 1}", "missing_since = 1"]
)
def test_what_is_put_away_is_not_asked(database: Database, away: str) -> None:
    for memory in (
        Memory(),
        on_days(0, 3, 3.0),
        on_days(-2, 3, 3.0),
        Memory(Phase.RELEARNING, 0, 1.0, 5.0, NOON, None, NOON, DAY, 1),
    ):
        add(database, memory)
    connection = database.connection
    assert len(list(queue.due(connection, DAY))) == 2
    connection.execute(f"UPDATE cards SET {away}")  # noqa: S608 - the cases above
    assert list(queue.due(connection, DAY)) == []
    assert list(queue.unseen(connection, DAY)) == []
    assert queue.learning(connection, DAY, NOON) == []


def test_the_queue_reads_indexes_alone(database: Database) -> None:
    """With 100,000 cards a queue that touched each card's texts would take seconds."""
    seen: list[str] = []
    database.connection.set_trace_callback(seen.append)
    list(queue.due(database.connection, DAY))
    list(queue.unseen(database.connection, DAY))
    queue.learning(database.connection, DAY, NOON)
    database.connection.set_trace_callback(None)
    assert len(seen) == 4
    for statement in seen:
        plan = " ".join(row[3] for row in database.connection.execute(f"EXPLAIN QUERY PLAN {statement}"))
        assert "USING COVERING INDEX cards_" in plan, plan


def test_what_a_day_was_spent_on_leaves_out_what_was_undone(database: Database) -> None:
    connection = database.connection
    fresh, known = add(database), add(database, on_days(0, 3, 3.0), "b.md")
    with database.transaction():
        session = log.begin_session(connection, "practice", NOON, DAY)
        algorithm = log.algorithm_id(connection, "test", [])
        for card_id, before in ((fresh, Memory()), (known, on_days(0, 3, 3.0))):
            row_id = log.add_review(
                connection, card_id=card_id, session_id=session, algorithm=algorithm, now=NOON, day=DAY,
                rating=Rating.GOOD, duration=1000, before=before, after=on_days(3, 0, 4.0), prompt="?",
            )  # fmt: skip
    assert queue.spent_on(connection, DAY) == (1, 1)
    began = NOON - timedelta(hours=8)
    assert list(queue.shown_on(connection, DAY, began).values()) == [{"question"}, {"question"}]
    assert queue.spent_on(connection, DAY - timedelta(1)) == (0, 0)
    with database.transaction():
        log.undo_review(connection, row_id, NOON)
    assert queue.spent_on(connection, DAY) == (1, 0)
    assert len(queue.shown_on(connection, DAY, began)) == 1


def test_what_was_put_away_was_shown(database: Database) -> None:
    connection = database.connection
    card_id = add(database)
    with database.transaction():
        session = log.begin_session(connection, "practice", NOON, DAY)
        row_id = log.set_mark(
            connection, card_id=card_id, session_id=session, now=NOON, mark=log.Mark.BURIED_UNTIL, value=20515
        )
    assert list(queue.shown_on(connection, DAY, NOON).values()) == [{"question"}]
    assert queue.shown_on(connection, DAY, NOON + timedelta(hours=1)) == {}
    with database.transaction():
        log.undo_mark(connection, row_id, NOON)
    assert queue.shown_on(connection, DAY, NOON) == {}


def test_the_next_day_with_cards_is_the_first_after_this(database: Database) -> None:
    assert queue.next_due(database.connection, DAY) is None
    for due in (0, 4, 4, 9):
        add(database, on_days(due, 3, 3.0))
    assert queue.next_due(database.connection, DAY) == DAY + timedelta(4)


def test_of_the_overdue_cards_of_a_note_the_one_with_the_lowest_recall_waits(database: Database) -> None:
    add(database, on_days(-5, 20, 100.0))
    shaky = add(database, on_days(-1, 6, 2.0))
    add(database, on_days(0, 10, 1.0))
    other = add(database, on_days(-2, 10, 10.0), note="b.md")
    add(database, on_days(0, 10, 10.0), note="c.md")
    assert sorted(entry.card_id for entry in queue.waiting(database.connection, DAY)) == [shaky, other]
    database.connection.execute("UPDATE cards SET suspended = 1 WHERE id = ?", (other,))
    assert [entry.card_id for entry in queue.waiting(database.connection, DAY)] == [shaky]


def test_the_notes_of_which_a_card_was_begun_lately(database: Database) -> None:
    connection = database.connection
    lately, before, known = add(database), add(database, note="b.md"), add(database, note="c.md")
    with database.transaction():
        session = log.begin_session(connection, "practice", NOON, DAY)
        algorithm = log.algorithm_id(connection, "none", [])
        for card_id, ago, phase in ((lately, 1, Phase.NEW), (before, 2, Phase.NEW), (known, 0, Phase.REVIEW)):
            log.add_review(
                connection,
                card_id=card_id,
                session_id=session,
                algorithm=algorithm,
                now=NOON,
                day=DAY - timedelta(ago),
                rating=Rating.GOOD,
                duration=1,
                before=Memory(phase),
                after=Memory(phase),
                prompt="",
            )
    assert queue.begun_since(connection, DAY - timedelta(1)) == {1}
    assert queue.begun_since(connection, DAY - timedelta(2)) == {1, 2}
