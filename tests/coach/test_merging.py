"""Two machines' logs joined: nothing lost, nothing counted twice, the same whichever is joined to which."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.identity import relink, split
from interview_coach.coach.merging import Merged, merge
from interview_coach.coach.replay import differences
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.store.cards import CardStatus
from tests.making import METRICS, QUESTIONS, FakeClock, answered, note_text, open_at, write_note

ROLLS = note_text("Roll Making", ["How do you shape forty rolls a minute?"], [], {})
LOGS = ("reviews", "marks", "attempts", "sessions", "points", "interviews")


@dataclass
class Machine:
    """One of the two: its own folder, its own clock."""

    root: Path
    clock: FakeClock = field(default_factory=FakeClock)

    @contextmanager
    def opened(self) -> Iterator[Coach]:
        with closing(open_at(self.root, self.clock)) as coach:
            yield coach

    @property
    def file(self) -> Path:
        return self.root / "data" / "coach.db"

    def copy(self, root: Path) -> "Machine":
        """The same machine once more, for the other order."""
        shutil.copytree(self.root, root)
        return Machine(root, FakeClock(self.clock.now))


@pytest.fixture
def here(tmp_path: Path) -> Machine:
    return begun(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Machine:
    return begun(tmp_path / "there")


def begun(root: Path, *texts: str) -> Machine:
    """A machine that has read the notes."""
    machine = Machine(root)
    for number, text in enumerate(texts or (note_text(),)):
        write_note(root, f"note-{number}.md", text)
    with machine.opened() as coach:
        coach.sync()
    return machine


def practise(machine: Machine, ratings: Sequence[Rating], *, days: float = 1) -> int:
    """A sitting; each rating takes a minute. Gives how many cards there were to rate."""
    rated = 0
    machine.clock.pass_time(days=days)
    with machine.opened() as coach:
        practice = coach.practice(Choice(limit=50, new=50))
        for rating in ratings:
            machine.clock.pass_time(minutes=1)
            if practice.current is not None:
                practice.rate(rating)
                rated += 1
        practice.finish()
    return rated


def merged(machine: Machine, other: Machine) -> Merged:
    with machine.opened() as coach:
        return merge(coach.database, coach.settings, other.file, machine.clock())


def known(machine: Machine) -> Counter[tuple[object, ...]]:
    """What is known of each card, by what it asks; also what was set by hand."""
    with machine.opened() as coach:
        assert not list(differences(coach.database.connection, coach.settings))
        return Counter(
            (each.stored.card.prompt, each.stored.memory, each.stored.suspended, each.stored.flagged)
            for each in coach.cards()
        )


def log_of(machine: Machine) -> Counter[tuple[object, ...]]:
    """The log of reviews, by what the cards ask."""
    with machine.opened() as coach:
        return Counter(
            coach.database.connection.execute(
                """
                SELECT cards.prompt, at, rating, reviews.prompt, undone_at, turn, parameters,
                       sessions.started_at
                FROM reviews JOIN cards ON cards.id = card_id JOIN algorithms ON algorithms.id = algorithm_id
                LEFT JOIN sessions ON sessions.id = session_id
                """
            ).fetchall()
        )


def counts(machine: Machine) -> dict[str, int]:
    with machine.opened() as coach:
        execute = coach.database.connection.execute
        return {table: execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in LOGS}  # noqa: S608


def reps(machine: Machine) -> dict[str, int]:
    with machine.opened() as coach:
        return {each.stored.card.prompt: each.stored.memory.reps for each in coach.cards()}


def everything(machine: Machine) -> list[str]:
    with machine.opened() as coach:
        return list(coach.database.connection.iterdump())


def test_both_logs_count_once_whichever_is_joined_to_which(
    here: Machine, there: Machine, tmp_path: Path
) -> None:
    practise(here, [Rating.GOOD, Rating.AGAIN, Rating.EASY])
    practise(there, [Rating.HARD, Rating.GOOD], days=2)
    other_here, other_there = here.copy(tmp_path / "here2"), there.copy(tmp_path / "there2")
    told = merged(here, there)
    assert (told.cards, told.reviews, told.known, told.undone) == (0, 2, 0, 0)
    assert told.backup.is_file()
    assert merged(other_there, other_here).reviews == 3
    assert known(here) == known(other_there)
    assert log_of(here) == log_of(other_there)
    assert counts(here) == counts(other_there)
    assert sum(reps(here).values()) == 5


def test_the_same_merge_twice_changes_nothing(here: Machine, there: Machine) -> None:
    practise(here, [Rating.GOOD] * 3)
    practise(there, [Rating.GOOD] * 4)
    merged(here, there)
    before = everything(here)
    told = merged(here, there)
    assert (told.cards, told.reviews, told.known, told.undone) == (0, 0, 4, 0)
    assert everything(here) == before


def test_merging_to_and_fro_leaves_both_the_same(here: Machine, there: Machine) -> None:
    rated = 0
    for day in range(3):
        rated += practise(here, [Rating.GOOD] * 3, days=1 + day)
        rated += practise(there, [Rating.HARD] * 2, days=1 + day)
        merged(here, there)
        merged(there, here)
        assert known(here) == known(there)
        assert log_of(here) == log_of(there)
        assert counts(here) == counts(there)
    assert sum(reps(here).values()) == rated >= 10


def test_an_older_copy_of_the_same_database_brings_nothing(here: Machine, tmp_path: Path) -> None:
    practise(here, [Rating.GOOD] * 3)
    older = here.copy(tmp_path / "older")
    practise(here, [Rating.GOOD] * 3)
    before = everything(here)
    assert merged(here, older).reviews == 0
    assert everything(here) == before


def test_reviews_that_changed_hands_since_the_copy_are_not_counted_again(here: Machine, tmp_path: Path) -> None:
    practise(here, [Rating.GOOD, Rating.HARD, Rating.AGAIN])
    older = here.copy(tmp_path / "older")
    with here.opened() as coach:
        ids = {each.stored.card.prompt: each.stored.card_id for each in coach.cards()}
        relink(coach.database, coach.settings, ids[QUESTIONS[0]], ids[QUESTIONS[1]], here.clock())
    before = reps(here)
    assert before[QUESTIONS[1]] == 2
    merged(here, older)
    assert reps(here) == before
    with here.opened() as coach:
        split(coach.database, coach.settings, ids[QUESTIONS[0]], here.clock())
    assert merged(here, older).reviews == 0
    assert reps(here) == reps(older)


def test_a_text_edited_on_one_machine_is_the_same_card_on_the_other(here: Machine, there: Machine) -> None:
    practise(here, [Rating.GOOD] * 3)
    practise(there, [Rating.GOOD] * 3, days=2)
    edited = note_text(
        "Sourdough",
        ["How do you plan for late flour deliveries?", QUESTIONS[2], QUESTIONS[0]],
        [(METRICS[0][0], "49/50", METRICS[0][2]), *METRICS[1:]],
    )
    (there.root / "decks" / "note-0.md").unlink()
    write_note(there.root, "sourdough.md", edited)
    with there.opened() as coach:
        coach.sync()
    practise(there, [Rating.GOOD] * 3)
    told = merged(here, there)
    assert told.cards == 0
    assert sorted(reps(here).values())[-3:] == [3, 3, 3]


def test_cards_that_only_the_other_machine_has_come_along_as_missing(here: Machine, tmp_path: Path) -> None:
    there = begun(tmp_path / "there", note_text(), ROLLS)
    practise(there, [Rating.GOOD] * 4)
    assert merged(here, there).cards == 1
    with here.opened() as coach:
        coach.sync()
        (card,) = [each for each in coach.cards() if each.status is CardStatus.MISSING]
        assert card.stored.memory.reps == 1
        write_note(here.root, "rolls-at-home.md", ROLLS)
        assert coach.sync().changes.revived == 1
        assert not [each for each in coach.cards() if each.status is CardStatus.MISSING]


def test_what_one_machine_has_undone_is_undone(here: Machine, tmp_path: Path) -> None:
    practise(here, [Rating.GOOD, Rating.AGAIN])
    there = here.copy(tmp_path / "there")
    with there.opened() as coach:
        coach.practice().undo()
    told = merged(here, there)
    assert (told.reviews, told.undone) == (0, 1)
    assert known(here) == known(there)
    again = merged(there, here)
    assert (again.reviews, again.undone) == (0, 0)


def test_marks_and_answers_come_along(here: Machine, there: Machine) -> None:
    there.clock.pass_time(days=1)
    with there.opened() as coach:
        practice = coach.practice()
        assert practice.current is not None
        points = practice.current.stored.card.points
        practice.flag()
        practice.rate(Rating.GOOD, answered(points, *range(len(points))))
        practice.suspend()
    merged(here, there)
    assert known(here) == known(there)
    assert counts(here) == counts(there)
    assert counts(here)["points"] == len(points)
    there.clock.pass_time(days=1)
    with there.opened() as coach:
        for _ in range(3):
            coach.practice().undo()
    merged(here, there)
    assert known(here) == known(there)


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 5000])
def test_a_file_that_is_no_database_of_ours_changes_nothing(
    here: Machine, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "other.db").write_bytes(content)
    before = everything(here)
    with here.opened() as coach, pytest.raises(CoachError):
        merge(coach.database, coach.settings, tmp_path / "other.db", here.clock())
    with here.opened() as coach, pytest.raises(CoachError, match="own database"):
        merge(coach.database, coach.settings, here.file, here.clock())
    with here.opened() as coach, pytest.raises(CoachError, match="no such file"):
        merge(coach.database, coach.settings, tmp_path / "none.db", here.clock())
    assert everything(here) == before


def test_the_other_database_is_only_read(here: Machine, there: Machine) -> None:
    practise(there, [Rating.GOOD])
    before = there.file.read_bytes()
    merged(here, there)
    assert there.file.read_bytes() == before
    assert [path.name for path in sorted(there.file.parent.iterdir()) if "lock" not in path.name] == [
        "coach.db"
    ]


def test_a_path_that_leads_out_of_the_workspace_is_refused(here: Machine, there: Machine) -> None:
    with there.opened() as coach, coach.database.transaction() as connection:
        connection.execute("UPDATE notes SET path = '../../elsewhere.md'")
    before = everything(here)
    with pytest.raises(CoachError, match="not inside decks"):
        merged(here, there)
    assert everything(here) == before


# -- any two histories

deeds = st.lists(
    st.tuples(
        st.sampled_from(["rate"] * 6 + ["undo", "flag", "suspend", "bury"]),
        st.sampled_from(Rating),
        st.integers(0, 4),
        st.sampled_from([0, 1, 60, 60 * 24, -90]),  # the last: the clock is set back
    ),
    max_size=8,
)


def live(machine: Machine, history: Sequence[tuple[str, Rating, int, int]]) -> None:
    """Does what a history says: a card of the queue by its number, some minutes after the last."""
    with machine.opened() as coach:
        for deed, rating, number, minutes in history:
            machine.clock.pass_time(minutes=minutes)
            practice = coach.practice(Choice(limit=50, new=50))
            for _ in range(number):
                if practice.total > 1 and practice.current is not None:
                    practice.bury()
                    practice.undo()
            if deed == "undo":
                practice.undo()
            elif practice.current is not None:
                acts: dict[str, Callable[[], object]] = {
                    "rate": partial(practice.rate, rating),
                    "flag": practice.flag,
                    "suspend": practice.suspend,
                    "bury": practice.bury,
                }
                acts[deed]()


@settings(max_examples=12, deadline=None)
@given(deeds, deeds, deeds)
@example([], [("rate", Rating.GOOD, 0, 0)], [("rate", Rating.EASY, 0, 0)])
# Both clocks are behind what was done before: turn after turn has two rows.
@example(
    [("rate", Rating.EASY, 0, 0)],
    [("rate", Rating.GOOD, 0, -60), ("rate", Rating.HARD, 0, 1), ("rate", Rating.GOOD, 0, 1)],
    [("rate", Rating.AGAIN, 0, -58), ("rate", Rating.AGAIN, 0, 1), ("rate", Rating.AGAIN, 0, 1)],
)
def test_any_two_histories_join_the_same_either_way_and_only_once(
    shared: list[tuple[str, Rating, int, int]],
    ours: list[tuple[str, Rating, int, int]],
    theirs: list[tuple[str, Rating, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        base = Path(folder)
        here = begun(base / "here", note_text(story={}, metrics=[]))
        live(here, shared)
        there = here.copy(base / "there")
        live(here, ours)
        live(there, theirs)
        other_here, other_there = here.copy(base / "here2"), there.copy(base / "there2")
        merged(here, there)
        merged(there, other_here)
        assert known(here) == known(there)
        assert log_of(here) == log_of(there)
        assert counts(here) == counts(there)
        before = everything(here)
        merged(here, there)
        merged(here, other_there)
        assert everything(here) == before
