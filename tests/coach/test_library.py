"""The library shows every card with its history; what is done there is logged, and can be taken back."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.cards.model import CardKind
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.doctor import examine
from interview_coach.coach.library import Deed, Library, Show, readiness_of, recall_of
from interview_coach.coach.merging import merge
from interview_coach.coach.replay import differences
from interview_coach.coach.searching import Search, excerpt_of
from interview_coach.coach.summary import Deed as Rated
from interview_coach.errors import CoachError
from interview_coach.recall.model import NEW, Rating
from interview_coach.recall.schedule import Schedule
from interview_coach.store import cards
from interview_coach.store.cards import CardStatus
from interview_coach.store.log import seconds_per_kind
from tests.making import FakeClock, note_text, open_at, write_note


def library_of(coach: Coach) -> Library:
    return Library(coach.database, coach.settings, coach.clock)


def practise(coach: Coach, *ratings: Rating) -> int:
    """Rates the first card of the day; gives its number."""
    practice = coach.practice()
    assert practice.current is not None
    card_id = practice.current.stored.card_id
    for rating in ratings:
        assert practice.current is not None
        practice.rate(rating)
    practice.finish()
    return card_id


def memory(coach: Coach, card_id: int) -> object:
    stored = cards.load(coach.database.connection, card_id)
    assert stored is not None
    return stored.memory


def test_skills_are_counted_as_the_cards_say(coach: Coach, root: Path, clock: FakeClock) -> None:
    write_note(root, "flour.md", note_text("Flour Buying", ["What of flour?"]))
    coach.sync()
    library = library_of(coach)
    library.do(Deed.SUSPEND, [1])
    library.do(Deed.FLAG, [1, 2])
    practise(coach, Rating.EASY, Rating.EASY)
    clock.pass_time(days=40)
    skills = {skill.title: skill.counts for skill in library.skills()}
    schedule = Schedule.from_settings(coach.settings)
    for title, counts in skills.items():
        listed = [each for each in coach.cards() if each.stored.card.skill == title]
        there = [each for each in listed if not each.stored.suspended]
        known = [each for each in there if each.stored.memory.reps]
        recalls = [schedule.recall(each.stored.memory, date(2026, 4, 11)) or 0.0 for each in known]
        assert counts.cards == len(listed)
        assert counts.new == sum(each.stored.memory == NEW for each in there)
        assert (counts.practised, counts.due) == (len(known), len(known))
        assert counts.suspended == sum(each.stored.suspended for each in listed)
        assert counts.flagged == sum(each.stored.flagged for each in listed)
        assert counts.recall == pytest.approx(sum(recalls))
        assert recall_of(counts) == (pytest.approx(sum(recalls) / len(recalls)) if recalls else None)
        assert readiness_of(counts) == pytest.approx(sum(recalls) / len(there))


def test_pages_hold_every_card_once(coach: Coach, root: Path) -> None:
    write_note(root, "flour.md", note_text("Flour Buying"))
    coach.sync()
    library = library_of(coach)
    seen: list[int] = []
    after = None
    while True:
        page = library.cards(after=after, limit=3)
        seen += [each.stored.card_id for each in page.cards]
        if page.after is None:
            break
        after = page.after
    assert seen == [each.stored.card_id for each in coach.cards()]


def test_lists_show_what_they_say(coach: Coach, root: Path, clock: FakeClock) -> None:
    library = library_of(coach)
    library.do(Deed.SUSPEND, [4])
    library.do(Deed.FLAG, [5, 6])
    practised = practise(coach, Rating.EASY)

    def shown(show: Show) -> list[int]:
        return [each.stored.card_id for each in library.cards(1, show).cards]

    assert (shown(Show.SUSPENDED), shown(Show.FLAGGED), shown(Show.DUE)) == ([4], [5, 6], [])
    assert practised not in shown(Show.NEW)
    clock.pass_time(days=60)
    assert shown(Show.DUE) == [practised]
    (root / "decks" / "bread.md").unlink()
    coach.sync()
    assert shown(Show.MISSING) == shown(Show.ALL)
    assert set(shown(Show.MISSING)) == {4, 5, 6, practised}, "of the others nothing is known"


def test_a_reset_lets_a_card_be_learnt_anew_and_keeps_its_log(coach: Coach, clock: FakeClock) -> None:
    card_id = practise(coach, Rating.EASY)
    before = memory(coach, card_id)
    library = library_of(coach)
    assert library.do(Deed.RESET, [card_id]) == 1
    assert memory(coach, card_id) == NEW
    assert library.do(Deed.RESET, [card_id]) == 0
    assert [each.mode for each in library.history(card_id).reviews] == ["reset", "practice"]
    assert list(differences(coach.database.connection, coach.settings)) == []
    clock.pass_time(days=3)
    practice = coach.practice()
    assert practice.current is not None
    assert (practice.current.stored.card_id, practice.current.is_new) == (card_id, True)
    practice.rate(Rating.GOOD)
    assert list(differences(coach.database.connection, coach.settings)) == []
    # Taking the reset back lets the card be where all its ratings put it.
    undone = library.undo()
    assert undone is not None
    assert undone[0] is Deed.RESET
    assert list(differences(coach.database.connection, coach.settings)) == []
    assert memory(coach, card_id) not in (NEW, before)


def test_a_reset_taken_back_at_once_leaves_no_trace(coach: Coach) -> None:
    card_id = practise(coach, Rating.EASY)
    before = memory(coach, card_id)
    library = library_of(coach)
    library.do(Deed.RESET, [card_id])
    library.undo()
    assert memory(coach, card_id) == before
    assert not library.can_undo


def test_practice_and_library_each_take_back_their_own(coach: Coach) -> None:
    card_id = practise(coach, Rating.EASY)
    library = library_of(coach)
    library.do(Deed.FLAG, [card_id])
    library.do(Deed.RESET, [card_id])
    practice = coach.practice()
    assert practice.undo() is Rated.RATED
    assert practice.undo() is None
    assert memory(coach, card_id) == NEW
    undone = [library.undo() for _ in range(3)]
    assert [each and each[0] for each in undone] == [Deed.RESET, Deed.FLAG, None]
    assert memory(coach, card_id) == NEW  # its one rating was taken back too


def test_what_an_earlier_look_did_can_be_taken_back(coach: Coach) -> None:
    first = library_of(coach)
    first.do(Deed.SUSPEND, [1, 2])
    first.close()
    later = library_of(coach)
    assert later.can_undo
    assert [each[1].stored.card_id for _ in range(2) if (each := later.undo())] == [2, 1]
    assert later.undo() is None
    assert later.card(1).status is CardStatus.ACTIVE


@settings(max_examples=20, deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from([*Deed, "undo", "rate"]), st.integers(1, 3)), min_size=1, max_size=14
    )
)
def test_any_course_leaves_cards_where_their_log_puts_them(
    steps: list[tuple[Deed | str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root, clock = tmp_path_factory.mktemp("workspace"), FakeClock()
    write_note(root)
    with closing(open_at(root, clock)) as coach:
        coach.sync()
        library = library_of(coach)
        for deed, card_id in steps:
            clock.pass_time(hours=7)
            if deed == "undo":
                library.undo()
            elif deed == "rate":
                practice = coach.practice()
                if practice.current is not None:
                    practice.rate(Rating(card_id + 1))
            else:
                library.do(Deed(deed), [card_id])
        assert list(differences(coach.database.connection, coach.settings)) == []
        while library.undo() is not None:
            pass
        assert list(differences(coach.database.connection, coach.settings)) == []
        assert not any(each.stored.suspended or each.stored.flagged for each in coach.cards())
    assert examine(coach.workspace, coach.settings, clock(), rebuild=False).is_well


def test_a_reset_reaches_the_other_machine_and_so_does_its_undoing(
    root: Path, tmp_path: Path, clock: FakeClock
) -> None:
    write_note(tmp_path / "other")
    with closing(open_at(root, clock)) as one, closing(open_at(tmp_path / "other", clock)) as other:
        one.sync()
        other.sync()
        card_id = practise(one, Rating.EASY)
        merge(other.database, other.settings, one.database.path, clock())
        library = library_of(one)
        clock.pass_time(minutes=1)
        library.do(Deed.RESET, [card_id])
        merge(other.database, other.settings, one.database.path, clock())
        assert memory(other, card_id) == NEW
        library.undo()
        merge(other.database, other.settings, one.database.path, clock())
        assert memory(other, card_id) == memory(one, card_id) != NEW


def test_a_history_is_read_page_by_page(coach: Coach, clock: FakeClock) -> None:
    card_id = practise(coach, Rating.GOOD)
    for _ in range(4):
        clock.pass_time(days=30)
        coach.practice(Choice(new=0)).rate(Rating.AGAIN)
    library = library_of(coach)
    seen = []
    before = None
    while True:
        history = library.history(card_id, before, limit=2)
        seen += [each.turn for each in history.reviews]
        before = history.before
        if before is None:
            break
    assert len(seen) == 5
    assert seen == sorted(seen, reverse=True)
    assert history.recall is not None


def test_a_card_that_is_not_there_is_said(coach: Coach) -> None:
    with pytest.raises(CoachError, match="no card 99"):
        library_of(coach).do(Deed.FLAG, [99])


def test_search_gives_cards_as_they_are_now_and_notes_with_their_line(coach: Coach, root: Path) -> None:
    with closing(Search(coach.database, coach.workspace.decks, coach.settings)) as search:
        search.renew()
        hits = search.find("flour deliv", coach.clock())
        card = next(hit for hit in hits if hit.card is not None)
        assert (card.path, card.skill) == ("bread.md", "Bread Baking")
        assert [card.excerpt.text[low:high] for low, high in card.excerpt.spans] == ["flour", "deliv"]
        note = next(hit for hit in hits if hit.card is None)
        lines = (root / "decks" / "bread.md").read_text(encoding="utf-8").splitlines()
        assert "flour delivery" in lines[note.line - 1]


@given(text=st.text(max_size=400), query=st.text(max_size=30))
def test_an_excerpt_marks_places_of_its_own_text(text: str, query: str) -> None:
    excerpt = excerpt_of(text, query)
    assert len(excerpt.text) <= 200
    assert "\n" not in excerpt.text
    assert all(0 <= low < high <= len(excerpt.text) for low, high in excerpt.spans)


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("ein Ka\u0308sekuchen", "käse", ["Käse"]),
        ("東京タワーへ", "タワー", ["タワー"]),
        ("RÉSUMÉ — items", "resume items", ["RÉSUMÉ", "items"]),
        ("snake_case", "case", ["case"]),
    ],
)
def test_what_was_found_is_marked_however_it_is_written(text: str, query: str, marked: list[str]) -> None:
    excerpt = excerpt_of(text, query)
    assert [excerpt.text[low:high] for low, high in excerpt.spans] == marked


def test_a_card_learnt_anew_is_no_rating_of_no_seconds(coach: Coach, clock: FakeClock) -> None:
    practice = coach.practice()
    assert practice.current is not None
    card_id = practice.current.stored.card_id
    clock.pass_time(seconds=20)
    practice.rate(Rating.GOOD)
    library_of(coach).do(Deed.RESET, [card_id])
    assert seconds_per_kind(coach.database.connection) == {CardKind.QUESTION: 20}
