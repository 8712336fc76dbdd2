"""A card that is wanted on a day is in the day's queue until it was reviewed there."""

from interview_coach.coach.coach import Coach
from interview_coach.recall.day import study_day
from interview_coach.recall.model import Rating
from interview_coach.store.wanted import take_back, want, wanted_on
from tests.making import FakeClock

TURNS_AT = 4


def send(coach: Coach, *card_ids: int) -> list[int]:
    now = coach.clock()
    with coach.database.transaction() as connection:
        return want(connection, card_ids, study_day(now, TURNS_AT), "mock", now)


def waiting(coach: Coach) -> list[int]:
    day = study_day(coach.clock(), TURNS_AT)
    return [entry.card_id for entry in wanted_on(coach.database.connection, day)]


def learnt(coach: Coach) -> int:
    """A card that is on days now, not due for some; gives its number."""
    practice = coach.practice()
    assert practice.current is not None
    card_id = practice.current.stored.card_id
    practice.rate(Rating.EASY)
    return card_id


def test_a_wanted_card_is_the_first_of_the_day_until_it_is_rated(coach: Coach, clock: FakeClock) -> None:
    card_id = learnt(coach)
    clock.pass_time(days=1)
    before = coach.today()
    assert card_id not in [card.card_id for card in coach.due_cards()]
    send(coach, card_id)
    today = coach.today()
    assert today.due == before.due + 1
    practice = coach.practice()
    assert practice.current is not None
    assert practice.current.stored.card_id == card_id
    practice.rate(Rating.GOOD)
    assert waiting(coach) == []
    practice.undo()
    assert waiting(coach) == [card_id], "an undone rating does not count"


def test_a_card_reviewed_before_it_was_wanted_comes_up_again(coach: Coach, clock: FakeClock) -> None:
    card_id = learnt(coach)
    clock.pass_time(hours=2)
    send(coach, card_id)
    assert waiting(coach) == [card_id]


def test_it_is_wanted_on_that_day_alone_and_can_be_taken_back(coach: Coach, clock: FakeClock) -> None:
    card_id = learnt(coach)
    rows = send(coach, card_id, card_id)
    assert len(rows) == 1
    assert send(coach, card_id) == [], "it waits there already"
    assert take_back(coach.database.connection, rows, clock()) == 1
    assert take_back(coach.database.connection, rows, clock()) == 0
    assert waiting(coach) == []
    send(coach, card_id)
    clock.pass_time(days=1)
    assert waiting(coach) == []


def test_a_card_put_away_or_gone_is_not_wanted_any_more(coach: Coach, clock: FakeClock) -> None:
    first = learnt(coach)
    clock.pass_time(minutes=1)
    send(coach, first)
    practice = coach.practice()
    practice.bury()
    assert waiting(coach) == []
    practice.undo()
    assert waiting(coach) == [first]
    practice.suspend()
    assert waiting(coach) == []


def test_a_card_in_its_steps_or_new_is_there_once(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice()
    assert practice.current is not None
    begun = practice.current.stored.card_id
    practice.rate(Rating.AGAIN)
    unseen = next(card.card_id for card in coach.due_cards() if card.card_id != begun)
    clock.pass_time(seconds=5)
    send(coach, begun, unseen)
    ids = [card.card_id for card in coach.due_cards()]
    assert sorted(ids) == sorted(set(ids))
    assert {begun, unseen} <= set(ids)


def test_the_queue_reads_an_index_for_it(coach: Coach) -> None:
    plan = coach.database.connection.execute(
        "EXPLAIN QUERY PLAN SELECT 1 FROM wanted WHERE study_day = 1 AND undone_at IS NULL"
    ).fetchall()
    assert "wanted_on_days" in plan[0][3]
