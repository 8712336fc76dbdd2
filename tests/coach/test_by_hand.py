"""Links between old and new texts: reported, taken apart and made by hand, each undone by the other."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.identity import latest_links, link_of, relink, split
from interview_coach.coach.library import Deed
from interview_coach.coach.replay import differences
from interview_coach.errors import CoachError
from interview_coach.recall.model import Memory, Rating
from interview_coach.store.cards import CardStatus
from interview_coach.store.faults import FAULTS
from interview_coach.store.library import Show
from tests.making import QUESTIONS, FakeClock, note_text, open_at, write_note

REWORDED = "How do you plan for a flour delivery that comes too late?"
UNRELATED = "Which three books would you give a new apprentice?"


def ids(coach: Coach) -> dict[str, int]:
    return {each.stored.card.prompt: each.stored.card_id for each in coach.cards()}


def states(coach: Coach) -> dict[str, tuple[int, CardStatus, Memory]]:
    """What is known of each card, by its prompt."""
    return {
        each.stored.card.prompt: (each.stored.card_id, each.status, each.stored.memory)
        for each in coach.cards()
    }


def rate(coach: Coach, clock: FakeClock, prompt: str, *ratings: Rating) -> None:
    """Rates one card on as many days as there are ratings, whatever else is due."""
    for rating in ratings:
        clock.pass_time(days=30)
        practice = coach.practice(Choice(limit=1000, new=1000))
        while practice.current is not None and practice.current.stored.card.prompt != prompt:
            practice.bury()
        practice.rate(rating)


def edit(coach: Coach, root: Path, *questions: str) -> None:
    write_note(root, text=note_text(questions=questions))
    coach.sync()


def sound(coach: Coach) -> bool:
    """Whether each card's memory is what its log says."""
    return not list(differences(coach.database.connection, coach.settings))


def log_of(coach: Coach) -> list[tuple[object, ...]]:
    rows = "SELECT id, at, rating, prompt, undone_at FROM reviews ORDER BY id"
    return coach.database.connection.execute(rows).fetchall()


def everything(coach: Coach) -> list[str]:
    """The whole database."""
    return list(coach.database.connection.iterdump())


def faults(coach: Coach) -> list[str]:
    """What contradicts something else in the database."""
    return [fault.what for fault in FAULTS if fault.count(coach.database.connection)]


def flag(coach: Coach, card_id: int) -> None:
    coach.library().do(Deed.FLAG, [card_id])


def flagged(coach: Coach) -> set[str]:
    return {each.stored.card.prompt for each in coach.cards() if each.stored.flagged}


@pytest.mark.parametrize(
    ("text", "how", "number"),
    [
        (note_text(questions=[QUESTIONS[0], REWORDED, QUESTIONS[2]]), "new text", 1),
        (
            note_text(
                questions=[*QUESTIONS[:2], "When would you throw a batch away?"], story={"Result": "It sold."}
            ),
            "close",
            1,
        ),
        (note_text("Sourdough"), "new text", 7),
    ],
    ids=["reworded", "reworded with another answer", "another title"],
)
def test_what_was_known_again_under_another_text_is_logged(
    coach: Coach, root: Path, clock: FakeClock, text: str, how: str, number: int
) -> None:
    was = {card_id: prompt for prompt, card_id in ids(coach).items()}
    write_note(root, text=text)
    coach.sync()
    now = {card_id: prompt for prompt, card_id in ids(coach).items()}
    links = latest_links(coach.database, 100)
    assert {link.how for link in links} == {how}
    assert len(links) == number
    for link in links:
        assert (link.old.prompt, link.new.prompt) == (was[link.card_id], now[link.card_id])
        assert link.at == clock()
        assert link.taken_apart_at is None


def test_what_moved_is_logged_with_both_notes(coach: Coach, root: Path) -> None:
    was = ids(coach)
    (root / "decks" / "bread.md").rename(root / "decks" / "baking.md")
    coach.sync()
    links = latest_links(coach.database, 100)
    assert {(link.how, link.old.note, link.new.note) for link in links} == {("moved", "bread.md", "baking.md")}
    assert {link.new.prompt: link.card_id for link in links} == was


def test_nothing_is_logged_where_nothing_changed_its_text(coach: Coach, root: Path) -> None:
    edit(coach, root, QUESTIONS[2], UNRELATED, QUESTIONS[0])
    assert latest_links(coach.database, 100) == []


def test_a_split_gives_the_new_text_a_card_of_its_own(coach: Coach, root: Path, clock: FakeClock) -> None:
    rate(coach, clock, QUESTIONS[1], Rating.GOOD, Rating.GOOD)
    card_id = ids(coach)[QUESTIONS[1]]
    before = states(coach)[QUESTIONS[1]][2]
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2])
    assert ids(coach)[REWORDED] == card_id
    clock.pass_time(minutes=1)
    parted = split(coach.database, coach.settings, card_id, clock())
    now = states(coach)
    assert now[QUESTIONS[1]] == (card_id, CardStatus.MISSING, before)
    assert now[REWORDED] == (parted.new.card_id, CardStatus.ACTIVE, Memory())
    assert [link.taken_apart_at for link in latest_links(coach.database, 9)] == [clock()]
    coach.sync()
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2], UNRELATED)
    assert {prompt: card for prompt, card in states(coach).items() if prompt != UNRELATED} == now
    assert sound(coach)


def test_the_old_text_comes_back_with_its_history_after_a_split(
    coach: Coach, root: Path, clock: FakeClock
) -> None:
    rate(coach, clock, QUESTIONS[1], Rating.GOOD)
    was = states(coach)[QUESTIONS[1]]
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2])
    new = split(coach.database, coach.settings, was[0], clock()).new.card_id
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[1], QUESTIONS[2])
    assert states(coach)[QUESTIONS[1]] == was
    assert ids(coach)[REWORDED] == new


def test_ratings_of_the_new_text_go_with_it(coach: Coach, root: Path, clock: FakeClock) -> None:
    rate(coach, clock, QUESTIONS[1], Rating.GOOD, Rating.HARD)
    card_id = ids(coach)[QUESTIONS[1]]
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2])
    rate(coach, clock, REWORDED, Rating.HARD)
    parted = split(coach.database, coach.settings, card_id, clock())
    assert (parted.old.memory.reps, parted.new.memory.reps) == (2, 1)
    assert sound(coach)


def test_a_moved_card_can_be_taken_apart(coach: Coach, root: Path, clock: FakeClock) -> None:
    rate(coach, clock, QUESTIONS[0], Rating.GOOD)
    card_id = ids(coach)[QUESTIONS[0]]
    (root / "decks" / "bread.md").rename(root / "decks" / "baking.md")
    coach.sync()
    parted = split(coach.database, coach.settings, card_id, clock())
    assert (parted.old.path, parted.old.memory.reps) == ("bread.md", 1)
    assert (parted.new.path, parted.new.memory.reps) == ("baking.md", 0)
    assert parted.old.card == parted.new.card
    write_note(root, "baking.md", note_text(head="type: skill\ncategory: food"))
    coach.sync()
    stored = {each.stored.card_id: each for each in coach.cards()}
    assert stored[card_id].status is CardStatus.MISSING
    assert stored[parted.new.card_id].status is CardStatus.ACTIVE


def test_a_history_goes_on_under_another_cards_text(coach: Coach, root: Path, clock: FakeClock) -> None:
    rate(coach, clock, QUESTIONS[1], Rating.GOOD, Rating.GOOD)
    old = ids(coach)[QUESTIONS[1]]
    edit(coach, root, QUESTIONS[0], UNRELATED, QUESTIONS[2])
    new = ids(coach)[UNRELATED]
    rate(coach, clock, UNRELATED, Rating.HARD)
    clock.pass_time(minutes=1)
    log = log_of(coach)
    stored = relink(coach.database, coach.settings, old, new, clock())
    assert (stored.card.prompt, stored.missing_since, stored.memory.reps) == (UNRELATED, None, 3)
    assert states(coach)[QUESTIONS[1]] == (new, CardStatus.MISSING, Memory())
    (link,) = latest_links(coach.database, 9)
    assert (link.how, link.old.prompt, link.new.prompt) == ("by hand", QUESTIONS[1], UNRELATED)
    assert log_of(coach) == log
    assert sound(coach)
    edit(coach, root, QUESTIONS[0], UNRELATED, QUESTIONS[2], REWORDED)
    assert ids(coach)[UNRELATED] == old


def test_a_split_undoes_a_relink(coach: Coach, root: Path, clock: FakeClock) -> None:
    rate(coach, clock, QUESTIONS[1], Rating.GOOD, Rating.AGAIN, Rating.GOOD)
    rate(coach, clock, QUESTIONS[0], Rating.HARD)
    was, log = states(coach), log_of(coach)
    old, new = ids(coach)[QUESTIONS[1]], ids(coach)[QUESTIONS[0]]
    clock.pass_time(minutes=1)
    relink(coach.database, coach.settings, old, new, clock())
    assert states(coach) != was
    split(coach.database, coach.settings, old, clock())
    assert states(coach) == was
    assert log_of(coach) == log


def test_a_relink_undoes_a_split(coach: Coach, root: Path, clock: FakeClock) -> None:
    rate(coach, clock, QUESTIONS[1], Rating.GOOD)
    card_id = ids(coach)[QUESTIONS[1]]
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2])
    rate(coach, clock, REWORDED, Rating.GOOD)
    flag(coach, card_id)
    was = everything(coach)
    new = split(coach.database, coach.settings, card_id, clock()).new.card_id
    assert everything(coach) != was
    relink(coach.database, coach.settings, card_id, new, clock())
    assert everything(coach) == was
    assert link_of(coach.database, card_id) is not None


def test_a_card_that_moved_and_was_taken_apart_is_put_together(
    coach: Coach, root: Path, clock: FakeClock
) -> None:
    rate(coach, clock, QUESTIONS[0], Rating.GOOD)
    card_id = ids(coach)[QUESTIONS[0]]
    (root / "decks" / "bread.md").rename(root / "decks" / "baking.md")
    coach.sync()
    was = everything(coach)
    new = split(coach.database, coach.settings, card_id, clock()).new.card_id
    relink(coach.database, coach.settings, card_id, new, clock())
    assert everything(coach) == was


def test_what_was_taken_apart_twice_is_put_together_twice(coach: Coach, root: Path, clock: FakeClock) -> None:
    card_id = ids(coach)[QUESTIONS[1]]
    for text in (REWORDED, "How do you plan for a yeast delivery that comes too late?"):
        clock.pass_time(minutes=1)
        edit(coach, root, QUESTIONS[0], text, QUESTIONS[2])
        rate(coach, clock, text, Rating.GOOD)
    states_before, parted = [], []
    for _ in range(2):
        states_before.append(everything(coach))
        parted.append(split(coach.database, coach.settings, card_id, clock()))
    while parted:
        relink(coach.database, coach.settings, card_id, parted.pop().new.card_id, clock())
        assert everything(coach) == states_before.pop()


def test_a_relink_that_was_taken_apart_is_made_again(coach: Coach, clock: FakeClock) -> None:
    rate(coach, clock, QUESTIONS[0], Rating.HARD)
    old, new = ids(coach)[QUESTIONS[1]], ids(coach)[QUESTIONS[0]]
    flag(coach, new)
    relink(coach.database, coach.settings, old, new, clock())
    was = everything(coach)
    split(coach.database, coach.settings, old, clock())
    relink(coach.database, coach.settings, old, new, clock())
    assert everything(coach) == was


def test_what_happened_to_the_new_card_goes_along_when_they_are_put_together(
    coach: Coach, root: Path, clock: FakeClock
) -> None:
    """It was rated, flagged and reworded in between: all of that is the one card's then."""
    rate(coach, clock, QUESTIONS[1], Rating.GOOD)
    card_id = ids(coach)[QUESTIONS[1]]
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2])
    new = split(coach.database, coach.settings, card_id, clock()).new.card_id
    rate(coach, clock, REWORDED, Rating.EASY)
    flag(coach, new)
    latest = REWORDED.replace("flour", "rye flour")
    edit(coach, root, QUESTIONS[0], latest, QUESTIONS[2])
    kept = relink(coach.database, coach.settings, card_id, new, clock())
    assert (kept.card.prompt, kept.memory.reps, kept.flagged, kept.missing_since) == (latest, 2, True, None)
    assert new not in ids(coach).values()
    assert sound(coach)
    for text in (REWORDED, QUESTIONS[1]):
        assert split(coach.database, coach.settings, card_id, clock()).old.card.prompt == text


def test_a_card_that_is_no_more_is_passed_over_in_another_window(
    coach: Coach, root: Path, clock: FakeClock
) -> None:
    card_id = ids(coach)[QUESTIONS[1]]
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2])
    new = split(coach.database, coach.settings, card_id, clock()).new.card_id
    other_window = coach.practice(Choice(limit=1000, new=1000))
    while other_window.current is not None and other_window.current.stored.card_id != new:
        other_window.bury()
    relink(coach.database, coach.settings, card_id, new, clock())
    with pytest.raises(CoachError, match="put together"):
        other_window.flag()
    other_window.rate(Rating.GOOD)
    assert "in another window" in other_window.notice
    assert sound(coach)


def test_an_old_text_that_is_back_in_its_note_is_no_undo(coach: Coach, root: Path, clock: FakeClock) -> None:
    """Both texts are in the note: none of their cards may go."""
    card_id = ids(coach)[QUESTIONS[1]]
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2])
    new = split(coach.database, coach.settings, card_id, clock()).new.card_id
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[1], QUESTIONS[2])
    relink(coach.database, coach.settings, card_id, new, clock())
    assert (ids(coach)[REWORDED], ids(coach)[QUESTIONS[1]]) == (card_id, new)
    assert {each.status for each in coach.cards()} == {CardStatus.ACTIVE}


# -- flags go with what they were put on


def test_a_flag_goes_with_its_text_where_a_history_is_linked_to_it(coach: Coach, clock: FakeClock) -> None:
    old, new = ids(coach)[QUESTIONS[1]], ids(coach)[QUESTIONS[0]]
    flag(coach, new)
    was = flagged(coach)
    relink(coach.database, coach.settings, old, new, clock())
    assert flagged(coach) == was == {QUESTIONS[0]}
    split(coach.database, coach.settings, old, clock())
    assert flagged(coach) == was
    assert faults(coach) == []


def test_a_flag_from_before_a_link_stays_with_the_old_text_and_a_later_one_with_the_new(
    coach: Coach, root: Path, clock: FakeClock
) -> None:
    flag(coach, ids(coach)[QUESTIONS[1]])
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2])
    clock.pass_time(minutes=1)
    library = coach.library()
    library.do(Deed.UNFLAG, [ids(coach)[REWORDED]])
    card_id = ids(coach)[REWORDED]
    split(coach.database, coach.settings, card_id, clock())
    assert flagged(coach) == {QUESTIONS[1]}
    assert faults(coach) == []


def test_a_flag_that_was_taken_back_flags_no_card(coach: Coach, root: Path, clock: FakeClock) -> None:
    edit(coach, root, QUESTIONS[0], REWORDED, QUESTIONS[2])
    clock.pass_time(minutes=1)
    card_id = ids(coach)[REWORDED]
    library = coach.library()
    library.do(Deed.FLAG, [card_id])
    library.undo()
    split(coach.database, coach.settings, card_id, clock())
    assert flagged(coach) == set()


# -- what is kept of missing cards


def test_only_missing_cards_with_a_history_are_told_of(coach: Coach, root: Path, clock: FakeClock) -> None:
    rate(coach, clock, QUESTIONS[1], Rating.GOOD)
    kept = ids(coach)[QUESTIONS[1]]
    edit(coach, root)
    assert coach.today().missing == 1
    (skill,) = coach.library().skills()
    assert skill.counts.missing == 1
    assert coach.library().ids(None, Show.MISSING) == [kept]


def test_a_text_without_a_history_is_no_missing_card_after_a_relink(
    coach: Coach, root: Path, clock: FakeClock
) -> None:
    rate(coach, clock, QUESTIONS[1], Rating.GOOD)
    old = ids(coach)[QUESTIONS[1]]
    edit(coach, root, QUESTIONS[0], UNRELATED, QUESTIONS[2])
    relink(coach.database, coach.settings, old, ids(coach)[UNRELATED], clock())
    assert coach.today().missing == 0
    assert coach.library().ids(None, Show.MISSING) == []


def test_links_are_taken_apart_from_the_last_to_the_first(coach: Coach, root: Path, clock: FakeClock) -> None:
    texts = [
        QUESTIONS[1],
        REWORDED,
        "How do you plan for a yeast delivery that comes too late?",
        "How do you plan your week for a yeast delivery that comes too late?",
    ]
    card_id = ids(coach)[texts[0]]
    for text in texts[1:]:
        clock.pass_time(minutes=1)
        edit(coach, root, QUESTIONS[0], text, QUESTIONS[2])
    for text in reversed(texts[:-1]):
        assert split(coach.database, coach.settings, card_id, clock()).old.card.prompt == text
    with pytest.raises(CoachError, match="taken apart"):
        split(coach.database, coach.settings, card_id, clock())


def test_what_cannot_be_linked_or_split_is_said(coach: Coach, clock: FakeClock) -> None:
    cards = {each.stored.card.kind.value: each.stored.card_id for each in coach.cards()}
    before = list(coach.database.connection.iterdump())
    for old, new in ((999, 1), (1, 999), (1, 1), (cards["question"], cards["metric"])):
        with pytest.raises(CoachError):
            relink(coach.database, coach.settings, old, new, clock())
    for card_id in (999, 1):
        with pytest.raises(CoachError):
            split(coach.database, coach.settings, card_id, clock())
    assert list(coach.database.connection.iterdump()) == before


def test_a_split_takes_nothing_from_a_third_card(coach: Coach, clock: FakeClock) -> None:
    """What a link had brought may have gone on to another card since."""
    first, second, third = (ids(coach)[question] for question in QUESTIONS)
    rate(coach, clock, QUESTIONS[1], Rating.GOOD)
    relink(coach.database, coach.settings, first, second, clock())
    relink(coach.database, coach.settings, third, first, clock())
    split(coach.database, coach.settings, first, clock())
    assert {each.stored.card_id: each.stored.memory.reps for each in coach.cards()}[third] == 1
    assert sound(coach)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["rate", "relink", "split", "flag"]), st.integers(1, 4), st.integers(1, 4)),
        max_size=25,
    )
)
def test_whatever_is_linked_and_split_no_review_is_lost_and_the_log_stays_the_truth(
    deeds: list[tuple[str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        write_note(Path(folder))
        clock = FakeClock()
        coach = open_at(Path(folder), clock)
        coach.sync()
        for deed, one, other in deeds:
            clock.pass_time(days=1)
            log = log_of(coach)
            practice = coach.practice(Choice(limit=1))
            try:
                if deed == "relink":
                    relink(coach.database, coach.settings, one, other, clock())
                elif deed == "split":
                    split(coach.database, coach.settings, one, clock())
                elif deed == "flag":
                    flag(coach, one)
                elif practice.current is not None:
                    practice.rate(Rating(one))
                    continue
            except CoachError:
                pass
            assert log_of(coach) == log
            assert sound(coach)
            assert faults(coach) == []
        coach.close()
