"""What two machines both have and have gone on with: after a merge both know what either knew."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.identity import latest_links, split
from interview_coach.coach.practice import Attempt
from interview_coach.errors import CoachError
from interview_coach.recall.day import study_day, to_number
from interview_coach.recall.model import Rating
from interview_coach.store import attempts, interviews, log, mocks, wanted
from interview_coach.store.codec import to_ms
from tests.coach.test_merging import Machine, begun, everything, known, merged, practise
from tests.making import METRICS, QUESTIONS, answered, note_text, write_note

REWORDED = "Tell me about a winter night when the bakery nearly did not open."


TOLD = {
    "sessions": "SELECT mode, started_at, ended_at FROM sessions",
    "attempts": """
        SELECT cards.seed, each.at, way, each.duration, words, hints, rubric, text, each.mode, each.number,
               asked, aim, think, profile, over, parts, predicted, signals, fix, each.abandoned, missed,
               reviews.at, mocks.seed,
               (SELECT json_group_array(json_array(number, label, hit, hinted, decided_by, evidence))
                FROM (SELECT * FROM points WHERE attempt_id = each.id ORDER BY number))
        FROM attempts AS each JOIN cards ON cards.id = each.card_id
        LEFT JOIN reviews ON reviews.id = each.review_id LEFT JOIN mocks ON mocks.id = each.mock_id
    """,
    "marks": "SELECT seed, at, mark, before, after, undone_at FROM marks JOIN cards ON cards.id = card_id",
    "wanted": "SELECT seed, study_day, source, at, undone_at FROM wanted JOIN cards ON cards.id = card_id",
    "interviews": "SELECT name, day, made_at, removed_at FROM interviews",
    "cards": """
        SELECT seed, suspended, flagged, buried_until, phase, step, stability, difficulty, due_at, due_day,
               last_at, last_day, reps, lapses
        FROM cards
    """,
    "mocks": "SELECT started_at, seed, ended_at, abandoned FROM mocks",
}


def told(machine: Machine) -> dict[str, Counter[Any]]:
    """All that a person would miss, by what it says: a card by its seed, which both sides keep."""
    with machine.opened() as coach:
        execute = coach.database.connection.execute
        found = {name: Counter(execute(query).fetchall()) for name, query in TOLD.items()}
        seeds = dict(execute("SELECT id, seed FROM cards").fetchall())
        rows = dict(execute("SELECT id, at FROM wanted").fetchall())
        found["plans"] = Counter(
            (
                tuple(seeds[each["card_id"]] for each in json.loads(plan)),
                tuple(sorted(rows[each] for each in json.loads(state)["sent"])),
                json.loads(state)["number"],
            )
            for plan, state in execute("SELECT plan, state FROM mocks")
        )
        return found


def same_texts(machine: Machine) -> dict[int, tuple[object, ...]]:
    """Of each card its texts, when its answer changed, and what it was known again from."""
    with machine.opened() as coach:
        execute = coach.database.connection.execute
        linked: dict[int, list[tuple[object, ...]]] = {}
        for seed, *link in execute(
            """
            SELECT seed, links.at, links.turn, json_extract(old, '$.prompt') FROM links
            JOIN cards ON cards.id = card_id WHERE taken_apart_at IS NULL AND other_id IS NULL
            ORDER BY links.turn, links.at
            """
        ):
            linked.setdefault(seed, []).append(tuple(link))
        rows = execute("SELECT seed, prompt_print, answer_print, answer_changed_at FROM cards").fetchall()
        return {seed: (*rest, tuple(linked.get(seed, ()))) for seed, *rest in rows}


def assert_agreed(here: Machine, there: Machine) -> None:
    """Both machines tell the same, card by card where they say the same, and have nothing more to merge."""
    assert known(here).total() == known(there).total(), "and each memory is what the log makes of it"
    assert told(here) == told(there)
    ours, theirs = same_texts(here), same_texts(there)
    for seed in ours.keys() & theirs.keys():
        if ours[seed][:2] == theirs[seed][:2]:
            assert ours[seed] == theirs[seed]
    for one, other in ((here, there), (there, here)):
        before = everything(one)
        merged(one, other)
        assert everything(one) == before


def both(here: Machine, there: Machine) -> None:
    """Each is merged into the other, as it was before."""
    with TemporaryDirectory() as folder:
        before = here.copy(Path(folder) / "before")
        merged(here, there)
        merged(there, before)


def answer(coach: Coach) -> int:
    """An answer to the current card, saved as it ends and not yet rated; its number."""
    practice = coach.practice(Choice(limit=50, new=50))
    assert practice.current is not None
    stored = practice.current.stored
    now, day = coach.clock(), study_day(coach.clock(), 4)
    with coach.database.transaction() as connection:
        session = log.begin_session(connection, "practice", now, day)
        return attempts.add(
            connection,
            card_id=stored.card_id,
            session_id=session,
            review_id=None,
            now=now,
            day=day,
            attempt=answered(stored.card.points),
        )


def grow(coach: Coach, attempt_id: int, how: int) -> None:
    """More is said of an answer."""
    (card_id,) = coach.database.connection.execute(
        "SELECT card_id FROM attempts WHERE id = ?", (attempt_id,)
    ).fetchone()
    given = next(
        each for each in attempts.of_card(coach.database.connection, card_id) if each.attempt_id == attempt_id
    )
    grown = given.attempt
    if how % 2:
        grown = replace(grown, rubric={"Structure": 1 + how % 5})
    if how % 3:
        grown = replace(grown, text=f"the words {how}", fix="shorter")
    ticked = tuple(replace(each, hit=each.hit or index < how) for index, each in enumerate(grown.points))
    with coach.database.transaction() as connection:
        attempts.put(connection, attempt_id, replace(grown, points=ticked))


def test_an_answer_that_was_graded_later_is_graded_on_both(tmp_path: Path) -> None:
    here = begun(tmp_path / "here")
    with here.opened() as coach:
        attempt_id = answer(coach)
    there = here.copy(tmp_path / "there")
    with there.opened() as coach:
        grow(coach, attempt_id, 7)
        practice = coach.practice()
        assert practice.current is not None
        practice.rate(Rating.GOOD)
        with coach.database.transaction() as connection:
            review = connection.execute("SELECT max(id) FROM reviews").fetchone()[0]
            connection.execute("UPDATE attempts SET review_id = ? WHERE id = ?", (review, attempt_id))
    both(here, there)
    assert_agreed(here, there)
    with here.opened() as coach:
        row = coach.database.connection.execute(
            "SELECT rubric, text, review_id IS NOT NULL, (SELECT sum(hit) FROM points) FROM attempts",
        ).fetchone()
    assert row == ('{"Structure": 3}', "the words 7", 1, 7)


def test_two_answers_of_one_moment_to_one_card_stay_two(tmp_path: Path) -> None:
    here, there = begun(tmp_path / "here"), begun(tmp_path / "there")
    practise(here, [Rating.GOOD])
    practise(there, [Rating.HARD])
    both(here, there)
    assert_agreed(here, there)
    assert told(here)["attempts"].total() == 2


@pytest.mark.parametrize("again", [Rating.HARD, None])
def test_an_answer_that_was_rated_anew_goes_with_the_rating_that_stands(
    tmp_path: Path, again: Rating | None
) -> None:
    here = begun(tmp_path / "here")
    with here.opened() as coach:
        practice = coach.practice()
        practice.rate(Rating.AGAIN, Attempt("text", 9_000, 40, rubric={"result": 3}))
        there = here.copy(tmp_path / "there")
        practice.undo()
        if again is not None:
            here.clock.pass_time(seconds=5)
            practice.rate(again, Attempt("text", 9_000, 40, rubric={"result": 3}))
    both(here, there)
    assert_agreed(here, there)
    for machine in (here, there):
        with machine.opened() as coach:
            rows = coach.database.connection.execute(
                "SELECT rating, undone_at IS NULL FROM attempts JOIN reviews ON reviews.id = review_id"
            ).fetchall()
        assert rows == [(2, 1) if again is not None else (1, 0)]


def interview(coach: Coach, seed: int) -> int:
    """A mock interview of the first two cards, its first answer given; its number."""
    now, day = coach.clock(), study_day(coach.clock(), 4)
    ids = [each.stored.card_id for each in coach.cards()][:2]
    with coach.database.transaction() as connection:
        session = log.begin_session(connection, "mock", now, day)
        plan = [{"number": number, "card_id": card_id} for number, card_id in enumerate(ids, 1)]
        return mocks.begin(
            connection, session_id=session, now=now, day=day, seed=seed, setup={}, plan=plan,
            state={"number": 1, "sent": []},
        )  # fmt: skip


def go_on(coach: Coach, mock_id: int, *, end: bool) -> None:
    """The interview comes to its second question, or to its end, and sends a card to today's practice."""
    now = coach.clock()
    card_id = next(coach.cards()).stored.card_id
    with coach.database.transaction() as connection:
        rows = wanted.want(connection, [card_id], study_day(now, 4), "mock", now)
        mocks.put_state(connection, mock_id, {"number": 2, "sent": rows})
        if end:
            mocks.end(connection, mock_id, now, abandoned=False)


def test_a_mock_interview_goes_on_where_it_came_further_and_asks_the_same_cards(tmp_path: Path) -> None:
    here = begun(tmp_path / "here")
    there = begun(tmp_path / "there", note_text("Rolls", ("How do you shape rolls?",), (), {}), note_text())
    with there.opened() as coach:
        mock_id = interview(coach, 5)
    there.clock.pass_time(minutes=1)
    merged(here, there)
    with there.opened() as coach:
        go_on(coach, mock_id, end=True)
    both(here, there)
    assert_agreed(here, there)
    with here.opened() as coach:
        found = mocks.load(coach.database.connection, 1)
        assert found is not None
        assert found.ended_at is not None
        asked = [each["card_id"] for each in found.plan]
        prompts = {each.stored.card_id: each.stored.card.prompt for each in coach.cards()}
        assert prompts[asked[0]] == "How do you shape rolls?"


@pytest.mark.parametrize("plan", ["no JSON", "{}x", "[1]", '[{"number": 1}]', "[" * 100_000, '{"a": 1}'])
def test_a_mock_interview_that_cannot_be_read_is_refused_untouched(tmp_path: Path, plan: str) -> None:
    here, there = begun(tmp_path / "here"), begun(tmp_path / "there")
    with there.opened() as coach:
        interview(coach, 5)
        with coach.database.transaction() as connection:
            connection.execute("UPDATE mocks SET plan = ?", (plan,))
    before = everything(here)
    with pytest.raises(CoachError, match="cannot be used"):
        merged(here, there)
    assert everything(here) == before


def test_a_match_made_on_one_machine_can_be_taken_apart_on_the_other(tmp_path: Path) -> None:
    here = begun(tmp_path / "here")
    practise(here, [Rating.GOOD] * 3)
    there = here.copy(tmp_path / "there")
    for machine, later in ((there, 1), (here, 3)):  # each reads the edited note when it gets it
        machine.clock.pass_time(days=later)
        write_note(machine.root, "note-0.md", note_text(questions=(REWORDED, *QUESTIONS[1:])))
        with machine.opened() as coach:
            assert coach.sync().changes.relinked == 1
    practise(there, [Rating.GOOD])
    both(here, there)
    assert_agreed(here, there)
    with here.opened() as coach:
        (link,) = latest_links(coach.database, 5)
        assert link.old.prompt == QUESTIONS[0]
        assert link.at == there.clock() - timedelta(days=1, minutes=1), "when it was first made"
        parted = split(coach.database, coach.settings, link.card_id, here.clock())
        assert parted.new.card.prompt == REWORDED
        assert parted.old.card.prompt == QUESTIONS[0]
        assert parted.old.memory.reps + parted.new.memory.reps >= 1


def test_a_match_comes_along_with_the_card_that_it_is_of(tmp_path: Path) -> None:
    here, there = begun(tmp_path / "here"), begun(tmp_path / "there")
    write_note(there.root, "note-0.md", note_text(questions=(REWORDED, *QUESTIONS[1:])))
    write_note(here.root, "note-0.md", note_text(questions=(REWORDED, *QUESTIONS[1:])))
    with there.opened() as coach:
        coach.sync()
    fresh = begun(tmp_path / "fresh", note_text(questions=(REWORDED, *QUESTIONS[1:])))
    merged(fresh, there)
    with fresh.opened() as coach:
        assert [link.old.prompt for link in latest_links(coach.database, 5)] == [QUESTIONS[0]]
    before = everything(here)
    assert merged(here, there).cards == 0
    with here.opened() as coach:
        assert latest_links(coach.database, 5) == [], "its card does not say that here yet"
        coach.sync()
        assert len(latest_links(coach.database, 5)) == 1
    assert before != everything(here)


def test_when_an_answer_changed_is_when_it_was_first_seen_to(tmp_path: Path) -> None:
    here = begun(tmp_path / "here")
    there = here.copy(tmp_path / "there")
    changed = ((METRICS[0][0], "49/50", METRICS[0][2]), *METRICS[1:])
    for machine, later in ((there, 1), (here, 3)):
        machine.clock.pass_time(days=later)
        write_note(machine.root, "note-0.md", note_text(metrics=changed))
        with machine.opened() as coach:
            coach.sync()
    both(here, there)
    assert_agreed(here, there)
    with here.opened() as coach:
        moments = {each.stored.answer_changed_at for each in coach.cards()} - {None}
    assert moments == {there.clock()}


# -- any two courses from a common beginning

deeds = st.lists(
    st.tuples(
        st.deferred(lambda: st.sampled_from([*DEEDS, "rate", "grow"])),
        st.integers(0, 9),
        st.sampled_from([0, 1, 60, 60 * 24]),
    ),
    max_size=7,
)
Course = Sequence[tuple[str, int, int]]


def live(machine: Machine, course: Course) -> None:
    """Does what a course says."""
    for deed, number, minutes in course:
        machine.clock.pass_time(minutes=minutes)
        with machine.opened() as coach:
            DEEDS[deed](coach, number)


def _rate(coach: Coach, number: int) -> None:
    practice = coach.practice(Choice(limit=50, new=50))
    if practice.current is not None:
        practice.rate(Rating(1 + number % 4), answered(practice.current.stored.card.points, number))
        practice.finish()


def _mark(coach: Coach, number: int, name: str) -> None:
    practice = coach.practice(Choice(limit=50, new=50))
    if practice.current is not None:
        getattr(practice, name)()


def _answer(coach: Coach, _number: int) -> None:
    if coach.practice(Choice(limit=50, new=50)).current is not None:
        answer(coach)


def _grow(coach: Coach, number: int) -> None:
    rows = coach.database.connection.execute("SELECT id FROM attempts ORDER BY at, id").fetchall()
    if rows:
        (attempt_id,) = rows[number % len(rows)]
        if any(
            each.attempt_id == attempt_id
            for (card_id,) in coach.database.connection.execute("SELECT id FROM cards").fetchall()
            for each in attempts.of_card(coach.database.connection, card_id, 100)
        ):
            grow(coach, attempt_id, number)


def _write(coach: Coach, questions: Sequence[str], value: str) -> None:
    write_note(
        coach.workspace.root,
        "note-0.md",
        note_text(questions=questions, metrics=((METRICS[0][0], value, METRICS[0][2]), METRICS[1]), story={}),
    )
    coach.sync()


def _edit(coach: Coach, number: int) -> None:
    _write(coach, ((QUESTIONS[0], REWORDED)[number % 2], QUESTIONS[1]), "47/50")


def _change(coach: Coach, number: int) -> None:
    _write(coach, (QUESTIONS[0], QUESTIONS[1]), f"{40 + number}/50")


def _interview(coach: Coach, number: int) -> None:
    interview(coach, number)


def _last_mock(coach: Coach, *, end: bool) -> None:
    found = mocks.unended(coach.database.connection)
    if found is not None:
        go_on(coach, found.mock_id, end=end)


def _want(coach: Coach, number: int) -> None:
    ids = [each.stored.card_id for each in coach.cards()]
    with coach.database.transaction() as connection:
        wanted.want(connection, [ids[number % len(ids)]], study_day(coach.clock(), 4), "weak", coach.clock())


def _not_want(coach: Coach, number: int) -> None:
    with coach.database.transaction() as connection:
        connection.execute(
            "UPDATE wanted SET undone_at = ? WHERE id % 3 = ? AND undone_at IS NULL",
            (to_ms(coach.clock()), number % 3),
        )


def _plan(coach: Coach, number: int) -> None:
    with coach.database.transaction() as connection:
        details = interviews.Details(f"Firm {number}", study_day(coach.clock(), 4))
        interviews.begin(connection, details, interviews.next_moment(connection, coach.clock()))


def _cancel(coach: Coach, number: int) -> None:
    with coach.database.transaction() as connection:
        standing = interviews.standing(connection)
        if standing:
            which = standing[number % len(standing)].interview_id
            interviews.end(connection, which, interviews.next_moment(connection, coach.clock()))


DEEDS: dict[str, Callable[[Coach, int], object]] = {
    "rate": _rate,
    "answer": _answer,
    "grow": _grow,
    "edit": _edit,
    "change": _change,
    "interview": _interview,
    "go on": lambda coach, _: _last_mock(coach, end=False),
    "end": lambda coach, _: _last_mock(coach, end=True),
    "flag": lambda coach, number: _mark(coach, number, "flag"),
    "suspend": lambda coach, number: _mark(coach, number, "suspend"),
    "undo": lambda coach, _: coach.practice().undo(),
    "want": _want,
    "not want": _not_want,
    "plan": _plan,
    "cancel": _cancel,
}


@settings(max_examples=12, deadline=None)
@given(deeds, deeds, deeds)
@example([("rate", 2, 0), ("answer", 1, 1)], [("grow", 3, 1)], [("grow", 4, 60)])
@example([("interview", 1, 0)], [("go on", 0, 1)], [("end", 0, 60), ("want", 3, 1)])
@example([("rate", 2, 0)], [("edit", 1, 60)], [("edit", 1, 1), ("rate", 2, 60), ("change", 3, 60)])
def test_any_two_courses_agree_after_a_merge_either_way(shared: Course, ours: Course, theirs: Course) -> None:
    with TemporaryDirectory() as folder:
        base = Path(folder)
        here = begun(base / "here", note_text(questions=QUESTIONS[:2], metrics=METRICS[:2], story={}))
        live(here, shared)
        there = here.copy(base / "there")
        live(here, ours)
        live(there, theirs)
        both(here, there)
        assert_agreed(here, there)


def test_what_is_compared_is_there(tmp_path: Path) -> None:
    here = begun(tmp_path / "here")
    live(here, [("rate", 2, 0), ("flag", 0, 1), ("want", 1, 1), ("plan", 1, 1), ("interview", 1, 1)])
    assert all(found.total() for found in told(here).values())
    assert to_number(study_day(here.clock(), 4)) > 20_000
