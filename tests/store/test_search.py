"""The search index finds what is there, whatever is typed, and is made again wherever it cannot be trusted."""

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interview_coach.coach.coach import Coach
from interview_coach.store.search import FILE_NAME, Found, Index, phrases_of
from tests.making import FakeClock, note_text, open_at, write_note


@pytest.fixture
def index(coach: Coach) -> Iterator[Index]:
    with Index(coach.database.path.with_name(FILE_NAME)) as made:
        made.renew(coach.database.connection, lambda path: f"the text of {path}, with a Käsekuchen")
        yield made


def prompts(coach: Coach, found: list[Found]) -> set[str]:
    rows = dict(coach.database.connection.execute("SELECT id, prompt FROM cards").fetchall())
    return {"" if each.card_id is None else rows[each.card_id] for each in found}


def test_words_are_found_in_prompts_answers_and_notes(coach: Coach, index: Index) -> None:
    assert any("flour" in prompt for prompt in prompts(coach, index.find("flour delivery ", 50)))
    assert prompts(coach, index.find("pizzeria ", 50))  # an answer's word
    assert prompts(coach, index.find("kasekuchen", 50)) == {""}  # the note itself, without its accent
    assert index.find("nothinglikeit", 50) == []


def test_the_last_word_may_be_its_beginning_the_others_not(index: Index) -> None:
    assert index.find("flo", 50)
    assert not index.find("flo ", 50)
    assert not index.find("flo delivery", 50)


def test_a_prompt_that_has_the_words_goes_before_an_answer(coach: Coach, index: Index) -> None:
    (first,) = index.find("batch", 1)
    assert "batch" in next(iter(prompts(coach, [first]))).casefold()


def test_a_phrase_stands_as_it_is_quoted(index: Index) -> None:
    assert index.find('"flour delivery"', 50)
    assert not index.find('"delivery flour"', 50)
    assert index.find('delivery "flour"', 50)


def test_scripts_without_spaces_are_found_by_their_letters(root: Path, clock: FakeClock) -> None:
    write_note(root, "cn.md", note_text("谈判", ["请介绍一次困难的谈判经历"]))
    with closing(open_at(root, clock)) as coach:
        coach.sync()
        with Index(coach.database.path.with_name(FILE_NAME)) as index:
            index.renew(coach.database.connection, lambda path: "")
            assert index.find("困难", 50)
            assert not index.find("难困", 50)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Käsekuchen", "ka\u0308sekuchen"),
        ("Ka\u0308sekuchen", "käsekuchen"),
        ("ελληνικά", "ελληνικα"),
        ("Ёлка", "елка"),
        ("Straße", "STRASSE"),
        ("ﬁnance", "finance"),
        ("m² of floor", "m2"),
        ("ガラス", "カ\u3099ラ"),
        ("협상을", "협상"),
    ],
)
def test_a_word_is_found_however_its_accents_were_typed(
    written: str, asked: str, root: Path, clock: FakeClock
) -> None:
    write_note(root, text=note_text("Bread Baking", [f"What of {written} now?"]))
    with closing(open_at(root, clock)) as coach:
        coach.sync()
        with Index(coach.database.path.with_name(FILE_NAME)) as index:
            index.renew(coach.database.connection, lambda path: "")
            assert index.find(asked, 50)


def test_a_hundred_notes_are_gathered_before_they_are_written(coach: Coach, index: Index) -> None:
    """SQLite's own megabyte would be written a hundred times where many notes are read at once."""
    (size,) = index._connection.execute("SELECT v FROM texts_config WHERE k = 'hashsize'").fetchone()
    assert size >= 16 << 20


@given(query=st.text(max_size=60))
@example(query="list[int]")
@example(query='"')
@example(query='a" OR "b')
@example(query="AND")
@example(query="NOT x")
@example(query="*")
@example(query="prompt : x")
@example(query="^flour NEAR(a b)")
@example(query="\x00flour")
@example(query="\ud800")
@example(query="x" * 5_000)
def test_any_text_can_be_typed(query: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.db"
    with Index(path) as index:
        assert isinstance(index.find(query, 5), list)
    assert all(words for words, _ in phrases_of(query))


@given(words=st.lists(st.text("abcAND*\"'()[]{}:^-+~", max_size=8), max_size=6))
def test_signs_of_a_query_language_are_signs(
    words: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.db"
    with Index(path) as index:
        assert isinstance(index.find(" ".join(words), 5), list)


def test_only_what_changed_is_read_again(coach: Coach, root: Path) -> None:
    write_note(root, "other.md", note_text("Other"))
    coach.sync()
    read: list[str] = []

    def reader(path: str) -> str:
        read.append(path)
        return ""

    with Index(coach.database.path.with_name(FILE_NAME)) as index:
        assert index.renew(coach.database.connection, reader) == 2
        assert index.renew(coach.database.connection, reader) == 0
        write_note(root, text=note_text("Bread Baking", ["What about rye?"]))
        coach.sync()
        read.clear()
        assert index.renew(coach.database.connection, reader) == 1
        assert read == ["bread.md"]
        assert index.find("rye", 50)
        (root / "decks" / "other.md").unlink()
        coach.sync()
        assert index.renew(coach.database.connection, reader) == 1


def test_texts_exchanged_by_hand_are_seen(coach: Coach) -> None:
    from interview_coach.coach.identity import relink

    with Index(coach.database.path.with_name(FILE_NAME)) as index:
        index.renew(coach.database.connection, lambda path: "")
        before = index.find("flour delivery", 50)
        relink(coach.database, coach.settings, 1, 2, coach.clock())
        index.renew(coach.database.connection, lambda path: "")
        assert index.find("flour delivery", 50) != before


@pytest.mark.parametrize("harm", ["garbage", "cut", "empty", "other", "middle"])
def test_a_damaged_index_is_made_again(coach: Coach, harm: str) -> None:
    path = coach.database.path.with_name(FILE_NAME)
    with Index(path) as index:
        index.renew(coach.database.connection, lambda path: "word " * 4_000)
    data = path.read_bytes()
    if harm == "middle":
        path.write_bytes(data[:4096] + os.urandom(len(data) - 4096))
    else:
        other = b"SQLite format 3\x00" + data[16:60] + b"\0\0\0\7" + data[64:]
        path.write_bytes(
            {"garbage": b"x" * 10_000, "cut": data[: len(data) // 2], "empty": b"", "other": other}[harm]
        )
    with Index(path) as index:
        index.find("flour", 50)
        index.renew(coach.database.connection, lambda path: "")
        assert index.find("flour", 50)


def test_the_index_is_the_users_alone(coach: Coach, index: Index) -> None:
    mode = coach.database.path.with_name(FILE_NAME).stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_another_window_that_renews_it_is_waited_for_not_fought(
    coach: Coach, index: Index, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interview_coach.store.search._PATIENCE", 0.05)
    write_note(root, text=note_text("Bread Baking", ["What about rye?"]))
    coach.sync()
    with Index(coach.database.path.with_name(FILE_NAME)) as other:
        index._connection.execute("BEGIN IMMEDIATE")
        assert other.renew(coach.database.connection, lambda path: "") == 0
        assert other.find("flour", 50)
        index._connection.execute("ROLLBACK")
        assert other.renew(coach.database.connection, lambda path: "") == 1


def test_progress_counts_the_notes(coach: Coach) -> None:
    told: list[tuple[int, int]] = []
    with Index(coach.database.path.with_name(FILE_NAME)) as index:
        index.renew(coach.database.connection, lambda path: "", lambda *step: told.append(step))
    assert told == [(1, 1)]
