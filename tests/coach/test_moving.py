"""Moving out and in: everything brought back whole, reviews put through the schedule, cards for Anki."""

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.coach.apkg import write_apkg
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.merging import Merged
from interview_coach.coach.moving_in import BroughtBack, Imported, import_file
from interview_coach.coach.moving_out import REVIEW_COLUMNS, to_file, write_csv, write_json, write_markdown
from interview_coach.coach.replay import differences
from interview_coach.errors import CoachError
from interview_coach.recall.model import Memory, Rating
from interview_coach.store.codec import to_ms
from tests.making import QUESTIONS, FakeClock, answered, note_text, open_at, write_note


@pytest.fixture
def practised(coach: Coach, clock: FakeClock) -> Coach:
    """A workspace after some days of everything that can be done in it."""
    live(coach, clock, list(Rating) * 3)
    clock.pass_time(days=1)
    practice = coach.practice(Choice(limit=50, new=50))
    practice.flag()
    practice.rate(Rating.GOOD)
    practice.undo()
    practice.bury()
    practice.undo()
    practice.suspend()
    practice.finish()
    write_note(coach.workspace.root, "bread.md", note_text("Sourdough"))
    coach.sync()
    return coach


def live(coach: Coach, clock: FakeClock, ratings: list[Rating]) -> None:
    """A rating a day, half a minute after the card came up, its points ticked."""
    for rating in ratings:
        clock.pass_time(days=1)
        practice = coach.practice(Choice(limit=50, new=50))
        if practice.current is not None:
            clock.pass_time(seconds=30)
            points = practice.current.stored.card.points
            practice.rate(rating, answered(points, *range(len(points))))


@pytest.fixture
def empty(tmp_path: Path, clock: FakeClock) -> Iterator[Coach]:
    """A workspace in which nothing was read yet."""
    coach = open_at(tmp_path / "empty", clock)
    yield coach
    coach.close()


def exported(coach: Coach, path: Path) -> Path:
    to_file(path, lambda out: write_json(coach.database, coach.clock(), out), replace=True)
    return path


def brought_in(coach: Coach, path: Path) -> BroughtBack | Merged | Imported:
    return import_file(coach.database, coach.settings, path, coach.clock())


def as_csv(coach: Coach) -> str:
    out = io.StringIO()
    write_csv(coach.database, out)
    return out.getvalue()


def dump_of(coach: Coach) -> list[str]:
    return list(coach.database.connection.iterdump())


def memories(coach: Coach) -> dict[str, Memory]:
    return {each.stored.card.prompt: each.stored.memory for each in coach.cards()}


def sound(coach: Coach) -> bool:
    return not list(differences(coach.database.connection, coach.settings))


# -- everything


def test_everything_comes_back_whole_into_an_empty_workspace(
    practised: Coach, empty: Coach, tmp_path: Path
) -> None:
    file = exported(practised, tmp_path / "all.json")
    told = brought_in(empty, file)
    assert told == BroughtBack(cards=10, reviews=13)
    assert dump_of(empty) == dump_of(practised)
    again = exported(empty, tmp_path / "again.json")
    assert json.loads(again.read_text(encoding="utf-8")) == json.loads(file.read_text(encoding="utf-8"))


def test_an_export_names_its_schema_and_holds_every_table(practised: Coach, tmp_path: Path) -> None:
    document = json.loads(exported(practised, tmp_path / "all.json").read_text(encoding="utf-8"))
    assert document["schema"] == 1
    assert document["exported_at"] == practised.clock().isoformat()
    connection = practised.database.connection
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert set(document) == {"schema", "interview_coach", "exported_at", "database", *tables}
    for table in tables:
        number = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - own names
        assert len(document[table]) == number
        assert number or table in {"interviews", "mocks", "wanted"}


def test_an_export_into_a_workspace_that_holds_something_is_merged(
    practised: Coach, tmp_path: Path, clock: FakeClock
) -> None:
    file = exported(practised, tmp_path / "all.json")
    before = dump_of(practised)
    told = brought_in(practised, file)
    assert isinstance(told, Merged)
    assert (told.cards, told.reviews, told.known) == (0, 0, 13)
    assert dump_of(practised) == before
    write_note(tmp_path / "other", "bread.md", note_text("Sourdough"))
    other = open_at(tmp_path / "other", clock)
    other.sync()
    told = brought_in(other, file)
    assert isinstance(told, Merged)
    assert (told.cards, told.reviews) == (0, 13)
    assert memories(other) == memories(practised)
    other.close()


def test_an_export_of_the_first_schema_comes_in(empty: Coach, tmp_path: Path) -> None:
    fixture = Path(__file__).parent.parent / "store" / "fixtures" / "version_1.sql"
    with closing(sqlite3.connect(":memory:")) as old:
        old.executescript(fixture.read_text(encoding="utf-8"))
        document: dict[str, Any] = {"schema": 1, "interview_coach": "0.1.0", "database": 1}
        old.row_factory = sqlite3.Row
        for (table,) in old.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            document[table] = [dict(row) for row in old.execute(f"SELECT * FROM {table}")]  # noqa: S608 - own names
    (tmp_path / "old.json").write_text(json.dumps(document), encoding="utf-8")
    assert brought_in(empty, tmp_path / "old.json") == BroughtBack(
        len(document["cards"]), len(document["reviews"])
    )
    assert sound(empty)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(Rating), max_size=6),
    st.lists(
        st.text(
            st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters='"'),
            min_size=3,
            max_size=30,
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_whatever_was_practised_comes_back_whole(ratings: list[Rating], questions: list[str]) -> None:
    with TemporaryDirectory() as folder:
        root, clock = Path(folder), FakeClock()
        write_note(root / "one", text=note_text("Bread", [f"How so: {text}?" for text in questions], [], {}))
        one, two = open_at(root / "one", clock), open_at(root / "two", clock)
        one.sync()
        live(one, clock, ratings)
        brought_in(two, exported(one, root / "all.json"))
        assert dump_of(two) == dump_of(one)
        one.close()
        two.close()


def broken(document: dict[str, Any], how: str) -> None:
    """One thing wrong with an export."""
    match how:
        case "no table":
            del document["reviews"]
        case "newer":
            document["database"] = 99
        case "another schema":
            document["schema"] = 2
        case "no such card":
            document["reviews"][0]["card_id"] = 12345
        case "column missing":
            del document["cards"][0]["prompt"]
        case "wrong type":
            document["reviews"][0]["at"] = "yesterday"
        case "wrong value":
            document["cards"][0]["detail"] = "{"
        case "path":
            document["notes"][0]["path"] = "../../elsewhere.md"
        case "unknown kind":
            document["cards"][0]["kind"] = "riddle"


@pytest.mark.parametrize(
    "how",
    [
        "no table", "newer", "another schema", "no such card", "column missing", "wrong type", "wrong value",
        "path", "unknown kind",
    ],
)  # fmt: skip
def test_an_export_that_cannot_be_used_changes_nothing(
    practised: Coach, empty: Coach, tmp_path: Path, how: str
) -> None:
    file = exported(practised, tmp_path / "all.json")
    document = json.loads(file.read_text(encoding="utf-8"))
    broken(document, how)
    file.write_text(json.dumps(document), encoding="utf-8")
    for coach in (empty, practised):
        before = dump_of(coach)
        with pytest.raises(CoachError, match=r"all\.json") as caught:
            brought_in(coach, file)
        assert caught.value.hint
        assert dump_of(coach) == before


@pytest.mark.parametrize(
    ("content", "told"),
    [("", "is empty"), (" \n", "is empty"), ("cut short", "no JSON"), ('{"reviews": [', "no JSON")],
)
def test_a_broken_json_file_is_called_so(coach: Coach, tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "all.json").write_text(content, encoding="utf-8")
    with pytest.raises(CoachError, match=told) as caught:
        brought_in(coach, tmp_path / "all.json")
    assert "export it again" in caught.value.hint


@pytest.mark.parametrize("content", ["{", "[" * 100_000, '{"reviews": 5}', "7", "[7]", "", "a,b\n1,2\n", '"'])
def test_a_file_that_is_no_export_changes_nothing(coach: Coach, tmp_path: Path, content: str) -> None:
    (tmp_path / "file").write_text(content, encoding="utf-8")
    before = dump_of(coach)
    with pytest.raises(CoachError, match="file"):
        brought_in(coach, tmp_path / "file")
    assert dump_of(coach) == before


def test_a_database_is_told_from_an_export(practised: Coach, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\0\xff\xfe")
    with pytest.raises(CoachError, match="UTF-8") as caught:
        brought_in(practised, tmp_path / "x.db")
    assert "merge" in caught.value.hint


# -- reviews


def test_the_reviews_as_a_table(practised: Coach) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(practised))))
    assert tuple(rows[0]) == REVIEW_COLUMNS
    assert len(rows) == 13
    first = rows[0]
    assert (first["skill"], first["kind"], first["prompt"]) == ("Sourdough", "question", QUESTIONS[0])
    assert first["time"] == "2026-03-03T08:00:30.000+01:00"
    assert (first["study_day"], first["rating"], first["duration_ms"]) == ("2026-03-03", "1", "30000")
    assert (first["mode"], first["undone"]) == ("practice", "")
    assert [bool(row["undone"]) for row in rows] == [False] * 12 + [True]


def test_reviews_come_back_from_the_table_with_the_same_memories(
    practised: Coach, tmp_path: Path, clock: FakeClock
) -> None:
    file = tmp_path / "reviews.csv"
    file.write_text(as_csv(practised), encoding="utf-8")
    write_note(tmp_path / "fresh", "anywhere.md", note_text("Sourdough"))
    fresh = open_at(tmp_path / "fresh", clock)
    fresh.sync()
    told = brought_in(fresh, file)
    assert isinstance(told, Imported)
    assert (told.reviews, told.known, told.unmatched) == (13, 0, ())
    assert told.backup is not None
    assert told.backup.is_file()
    assert memories(fresh) == memories(practised)
    assert sound(fresh)
    assert brought_in(fresh, file) == Imported(0, 13, (), None)
    rows = [list(csv.DictReader(io.StringIO(as_csv(each)))) for each in (practised, fresh)]
    for row in (*rows[0], *rows[1]):
        row["note"] = row["undone"] = ""
    assert rows[0] == rows[1]
    fresh.close()


def test_a_row_knows_what_the_card_was_before(coach: Coach, tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    times = ["2026-02-20T09:00:00Z", "2026-02-21T09:00:00+02:00", "2026-02-24T09:00:00+01:00"]
    reviews = [
        {"skill": "Bread Baking", "prompt": QUESTIONS[0], "time": time, "rating": rating}
        for time, rating in zip(times, ("good", 3, "Hard"), strict=True)
    ]
    file.write_text(json.dumps({"reviews": reviews[::-1]}), encoding="utf-8")
    told = brought_in(coach, file)
    assert isinstance(told, Imported)
    assert told.reviews == 3
    rows = coach.database.connection.execute(
        "SELECT phase, offset, after = lead(before) OVER (ORDER BY turn) FROM reviews ORDER BY turn"
    ).fetchall()
    assert [(phase, offset) for phase, offset, _ in rows] == [("new", 0), ("learning", 120), ("review", 60)]
    assert [chained for *_, chained in rows] == [1, 1, None]
    assert memories(coach)[QUESTIONS[0]].reps == 3
    assert sound(coach)


def test_reviews_from_before_those_here_are_put_in_their_place(practised: Coach, tmp_path: Path) -> None:
    """The log is replayed in the order of time, not in that of its rows."""
    file = tmp_path / "r.csv"
    file.write_text(
        f'skill,prompt,time,rating\nsourdough,"{QUESTIONS[0]}",2026-01-05T09:00:00+01:00,4\n', encoding="utf-8"
    )
    before = memories(practised)[QUESTIONS[0]]
    told = brought_in(practised, file)
    assert isinstance(told, Imported)
    assert told.reviews == 1
    assert memories(practised)[QUESTIONS[0]] != before
    assert sound(practised)


def test_a_number_from_another_database_is_not_believed(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(
        json.dumps(
            [
                {
                    "card_id": 2,
                    "skill": "Bread Baking",
                    "prompt": QUESTIONS[0],
                    "time": "2026-02-20T09:00:00Z",
                    "rating": 3,
                },
                {
                    "card_id": 2,
                    "skill": "Piano",
                    "prompt": "Scales?",
                    "time": "2026-02-20T09:00:00Z",
                    "rating": 3,
                },
                {"card_id": 99, "time": "2026-02-20T09:00:00Z", "rating": 3},
                {"card_id": 3, "time": "2026-02-20T09:00:00Z", "rating": 3},
            ]
        ),
        encoding="utf-8",
    )
    told = brought_in(coach, tmp_path / "r.json")
    assert isinstance(told, Imported)
    assert told.reviews == 2
    assert [text.partition(": ")[2] for text in told.unmatched] == [
        "review 2: card 2, Piano: Scales?",
        "review 3: card 99",
    ]
    reviewed = coach.database.connection.execute("SELECT card_id FROM reviews ORDER BY id").fetchall()
    assert reviewed == [(1,), (3,)]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"rating": 5}, "no rating"),
        ({"rating": None}, "no rating"),
        ({"time": "yesterday"}, "no time"),
        ({"time": "2026-02-20T09:00:00"}, "offset"),
        ({"time": "2062-02-20T09:00:00Z"}, "yet to come"),
        ({"card_id": None}, "no card"),
        ({"card_id": "one"}, "card_id"),
        ({"study_day": "Monday"}, "study_day"),
        ({"duration_ms": "long"}, "duration_ms"),
    ],
)
def test_a_review_that_cannot_be_used_is_named_and_nothing_comes_in(
    coach: Coach, tmp_path: Path, row: dict[str, object], says: str
) -> None:
    good = {"card_id": 1, "time": "2026-02-20T09:00:00Z", "rating": 3}
    (tmp_path / "r.json").write_text(json.dumps([good, {**good, **row}]), encoding="utf-8")
    before = dump_of(coach)
    with pytest.raises(CoachError, match=f"review 2.*{says}") as caught:
        brought_in(coach, tmp_path / "r.json")
    assert caught.value.hint
    assert dump_of(coach) == before


# -- cards to read, cards for Anki


def test_the_cards_as_markdown(practised: Coach) -> None:
    out = io.StringIO()
    write_markdown(practised.database, practised.settings, practised.clock(), out)
    text = out.getvalue()
    assert text.startswith("# Cards on 2026-03-1")
    assert "\n## Sourdough\n\nbread.md\n" in text
    for each in practised.cards():
        reps = each.stored.memory.reps
        known = f"{reps} reviews, " if reps else "new"
        assert f": {each.stored.card.prompt}\n\n*" in text
        assert known in text.partition(f": {each.stored.card.prompt}\n")[2].splitlines()[1]
    assert "\n> Opened on time and sold 47 of 50 batches\n" in text
    assert "suspended, " in text


def test_markdown_shows_a_text_as_it_is(root: Path, clock: FakeClock) -> None:
    write_note(root, text=note_text("A * B", ["Why is a_b_c [not] a `link`?"], [], {}))
    coach = open_at(root, clock)
    coach.sync()
    out = io.StringIO()
    write_markdown(coach.database, coach.settings, clock(), out)
    assert "## A \\* B\n" in out.getvalue()
    assert "\\_b\\_c \\[not\\]" in out.getvalue()
    coach.close()


@pytest.fixture
def collection(practised: Coach, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The collection inside the package for Anki."""
    number = write_apkg(practised.database, practised.settings, practised.clock(), tmp_path / "cards.apkg")
    assert number == 10
    with zipfile.ZipFile(tmp_path / "cards.apkg") as package:
        assert json.loads(package.read("media")) == {}
        package.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as connection:
        yield connection


def test_a_package_holds_the_schedule(practised: Coach, collection: sqlite3.Connection) -> None:
    stored = [each.stored for each in practised.cards()]
    rows = collection.execute(
        "SELECT flds, type, queue, due, ivl, factor, reps, lapses, cards.flags, cards.data"
        " FROM cards JOIN notes ON notes.id = nid ORDER BY cards.id"
    ).fetchall()
    (crt,) = collection.execute("SELECT crt FROM col").fetchone()
    first = datetime.fromtimestamp(crt, UTC).astimezone(practised.clock().tzinfo)
    assert (first.hour, first.minute) == (4, 0)
    kinds = {"new": 0, "learning": 1, "review": 2, "relearning": 3}
    for card, (fields, kind, queue, due, interval, factor, reps, lapses, flag, data) in zip(
        stored, rows, strict=True
    ):
        memory = card.memory
        assert fields.split("\x1f")[0] == card.card.prompt
        assert kind == kinds[memory.phase.value]
        assert queue == (-1 if card.suspended else {0: 0, 1: 1, 2: 2, 3: 1}[kind])
        assert (reps, lapses, flag) == (memory.reps, memory.lapses, int(card.flagged))
        if memory.due_day is not None and memory.last_day is not None:
            assert first.date() + timedelta(days=due) == memory.due_day
            assert interval == (memory.due_day - memory.last_day).days
            assert factor == 2500
        elif memory.due_at is not None:
            assert due == int(memory.due_at.timestamp())
        if memory.stability is not None:
            kept = json.loads(data)
            assert kept["s"] == pytest.approx(memory.stability, abs=1e-4)
            assert kept["d"] == pytest.approx(memory.difficulty, abs=1e-3)
    assert {kind for _, kind, *_ in rows} >= {0, 2}


def test_a_package_holds_the_log_without_what_was_undone(
    practised: Coach, collection: sqlite3.Connection
) -> None:
    rows = collection.execute("SELECT id, ease, ivl, time, type FROM revlog ORDER BY id").fetchall()
    ours = practised.database.connection.execute(
        "SELECT at, rating FROM reviews WHERE undone_at IS NULL ORDER BY turn"
    ).fetchall()
    assert [(at, rating) for at, rating, *_ in rows] == ours
    assert all(interval != 0 for _, _, interval, _, _ in rows)
    assert {took for *_, took, _ in rows} == {30_000}


def test_a_package_holds_texts_and_not_markup(root: Path, clock: FakeClock, tmp_path: Path) -> None:
    write_note(root, text=note_text("C++ <b>", ["Is 1 < 2 && 3 > 2?"], [], {}))
    coach = open_at(root, clock)
    coach.sync()
    write_apkg(coach.database, coach.settings, clock(), tmp_path / "cards.apkg")
    with zipfile.ZipFile(tmp_path / "cards.apkg") as package:
        package.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as connection:
        ((fields,),) = connection.execute("SELECT flds FROM notes").fetchall()
    assert fields.startswith("Is 1 &lt; 2 &amp;&amp; 3 &gt; 2?\x1f")
    coach.close()


# -- files


def test_a_file_that_is_there_is_not_written_over_unless_asked(tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_text("my own", encoding="utf-8")
    with pytest.raises(CoachError, match=r"mine\.md"):
        to_file(file, lambda out: None, replace=False)
    assert file.read_text(encoding="utf-8") == "my own"

    def fails(out: TextIO) -> None:
        out.write("half")
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        to_file(file, fails, replace=True)
    assert file.read_text(encoding="utf-8") == "my own"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]
    to_file(file, lambda out: None, replace=True)
    assert file.read_text(encoding="utf-8") == ""
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(CoachError, match="nowhere"):
        to_file(tmp_path / "nowhere" / "x", lambda out: None, replace=False)


def test_moments_are_kept_to_the_millisecond(practised: Coach) -> None:
    ours = practised.database.connection.execute("SELECT at FROM reviews ORDER BY turn").fetchall()
    rows = csv.DictReader(io.StringIO(as_csv(practised)))
    assert [to_ms(datetime.fromisoformat(row["time"])) for row in rows] == [at for (at,) in ours]
