"""Search over everything: an index of notes and cards in a file of its own, `search.db` beside the database.

It holds nothing that cannot be made again, so it is made again wherever it is damaged, old or another's. What
has changed since is seen by a signature of each note and its cards, which takes one pass over an index.
"""

import os
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from interview_coach.store.cards import IS_KEPT
from interview_coach.store.facts import RESTORED, get_fact

FILE_NAME = "search.db"
Progress = Callable[[int, int], object]
# The text of a note, by its path inside decks/; "" where it cannot be read.
Reader = Callable[[str], str]

_VERSION = 2
_PATIENCE = 2.0  # seconds to wait for another window that is renewing the index
# Memory that a renewal may use for pages; as much is there for the words gathered (`hashsize`, in bytes). Each
# time that they fill theirs all are written, and merged with those written before: with SQLite's own 1 MB the
# first index of 100,000 cards takes half as long again.
_RENEWING_KIB, _USUAL_KIB = -64_000, -2_000
_TABLES = (
    "CREATE TABLE notes (note_id INTEGER PRIMARY KEY, signature TEXT NOT NULL)",
    "CREATE TABLE places (id INTEGER PRIMARY KEY, note_id INTEGER NOT NULL, card_id INTEGER)",
    "CREATE INDEX places_of_note ON places (note_id)",
    """
    CREATE VIRTUAL TABLE texts USING fts5 (
        skill, prompt, answer, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2', columnsize = 0
    )
    """,
    "INSERT INTO texts (texts, rank) VALUES ('hashsize', 67108864)",
    f"PRAGMA user_version = {_VERSION}",
)
# Scripts without spaces between words: each letter is a word of the index, and a word of a query a phrase.
_UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_ACCENTS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"([^"]*)"')
_LONGEST_QUERY = 200  # characters; more is a paste
_MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Found:
    """A card, or with `card_id` None a note, that a query fits."""

    note_id: int
    card_id: int | None


class Index:
    """The search index of a workspace. Belongs to one thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = self._open()

    def close(self) -> None:
        """Lets the file go."""
        self._connection.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def renew(self, source: sqlite3.Connection, read: Reader, progress: Progress | None = None) -> int:
        """Brings the index up to what the database `source` and the notes say; gives how many notes it took.

        `progress` is called with the notes done and their number. Where another window is renewing it, what is
        there stands.
        """
        try:
            return self._renew(source, read, progress)
        except sqlite3.OperationalError as error:
            if _is_busy(error):
                return 0
            self._begin_anew()
        except sqlite3.DatabaseError:
            self._begin_anew()
        return self._renew(source, read, progress)

    def _renew(self, source: sqlite3.Connection, read: Reader, progress: Progress | None) -> int:
        now = _signatures(source)
        before = dict(self._connection.execute("SELECT note_id, signature FROM notes").fetchall())
        changed = [note_id for note_id, signature in now.items() if before.get(note_id) != signature]
        gone = before.keys() - now.keys()
        if not changed and not gone:
            return 0
        self._connection.execute(f"PRAGMA cache_size = {_RENEWING_KIB}")
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._drop([*gone, *changed])
            for number, note_id in enumerate(changed, start=1):
                self._add(source, note_id, now[note_id], read)
                if progress is not None:
                    progress(number, len(changed))
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._connection.execute(f"PRAGMA cache_size = {_USUAL_KIB}")
        return len(changed)

    def _drop(self, note_ids: Iterable[int]) -> None:
        for note_id in note_ids:
            self._connection.execute(
                "DELETE FROM texts WHERE rowid IN (SELECT id FROM places WHERE note_id = ?)", (note_id,)
            )
            self._connection.execute("DELETE FROM places WHERE note_id = ?", (note_id,))
            self._connection.execute("DELETE FROM notes WHERE note_id = ?", (note_id,))

    def _add(self, source: sqlite3.Connection, note_id: int, signature: str, read: Reader) -> None:
        (last,) = self._connection.execute("SELECT ifnull(max(id), 0) FROM places").fetchone()
        places: list[tuple[int, int, int | None]] = []
        texts: list[tuple[int, str, str, str]] = []
        for place, (card_id, *said) in enumerate(_rows_of(source, note_id, read), start=last + 1):
            places.append((place, note_id, card_id))
            skill, prompt, answer = map(_plain, said)
            texts.append((place, skill, prompt, answer))
        self._connection.executemany("INSERT INTO places VALUES (?, ?, ?)", places)
        self._connection.executemany(
            "INSERT INTO texts (rowid, skill, prompt, answer) VALUES (?, ?, ?, ?)", texts
        )
        self._connection.execute("INSERT INTO notes VALUES (?, ?)", (note_id, signature))

    def find(self, query: str, limit: int) -> list[Found]:
        """What fits a query, at most `limit`: all its words, the last as the beginning of one.

        Where they stand in a skill's name and a prompt comes first, then where an answer has some of them. What
        stands in quotation marks is one phrase. Any text can be typed; one without a word finds nothing.
        """
        phrases = phrases_of(query)
        if not phrases:
            return []
        match = " ".join(f'"{words}"{"*" if begins else ""}' for words, begins in phrases)
        try:
            # Weighing each find by how rare its words are takes seconds where most cards have them.
            found = self._matching(f"{{skill prompt}} : ({match})", limit)
            if len(found) < limit:
                found = list(dict.fromkeys([*found, *self._matching(match, limit)]))[:limit]
        except sqlite3.OperationalError as error:
            if not _is_busy(error):
                self._begin_anew()
            return []
        except sqlite3.DatabaseError:
            self._begin_anew()
            return []
        return found

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that could be found."""
        return not self._connection.execute("SELECT EXISTS (SELECT 1 FROM places)").fetchone()[0]

    def _matching(self, match: str, limit: int) -> list[Found]:
        rows = self._connection.execute(
            """
            SELECT note_id, card_id FROM (SELECT rowid AS id FROM texts WHERE texts MATCH ? LIMIT ?)
            JOIN places USING (id)
            """,
            (match, limit),
        )
        return [Found(*row) for row in rows]

    # -- the file

    def _open(self) -> sqlite3.Connection:
        with suppress(sqlite3.DatabaseError):
            return self._opened()
        self._delete()
        return self._opened()

    def _opened(self) -> sqlite3.Connection:
        if not self._path.exists():
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        try:
            # What the power takes is made again; what a killed program leaves is rolled back all the same.
            connection.execute("PRAGMA synchronous = OFF")
            if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                _make(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _begin_anew(self) -> None:
        self._connection.close()
        self._delete()
        self._connection = self._opened()

    def _delete(self) -> None:
        for end in ("", "-journal", "-wal", "-shm"):
            self._path.with_name(self._path.name + end).unlink(missing_ok=True)


def _is_busy(error: sqlite3.OperationalError) -> bool:
    """Whether another window has the file now, which is no reason to make it anew."""
    return "locked" in str(error) or "busy" in str(error)


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if tables:
            raise sqlite3.DatabaseError("of another version")
        for statement in _TABLES:
            connection.execute(statement)
    connection.execute("COMMIT")


def _signatures(source: sqlite3.Connection) -> dict[int, str]:
    """What tells by note whether its text or one of its cards is another one, without reading any."""
    restored = get_fact(source, RESTORED) or ""
    made_with = get_fact(source, "made with") or ""
    links = dict(
        source.execute(
            """
            SELECT note_id, group_concat(link) FROM (
                SELECT old_note_id AS note_id, max(id) || '/' || count(taken_apart_at) AS link
                FROM links GROUP BY 1
                UNION ALL
                SELECT new_note_id, max(id) || '/' || count(taken_apart_at) FROM links GROUP BY 1
            ) GROUP BY note_id
            """
        ).fetchall()
    )
    rows = source.execute(
        """
        SELECT notes.id, path, title, status, hash, count(cards.id), ifnull(sum(cards.id), 0)
        FROM notes LEFT JOIN cards ON note_id = notes.id GROUP BY notes.id
        """
    )
    return {
        note_id: "\n".join(map(str, (*rest, links.get(note_id, ""), restored, made_with)))
        for note_id, *rest in rows
    }


def _rows_of(
    source: sqlite3.Connection, note_id: int, read: Reader
) -> Iterator[tuple[int | None, str, str, str]]:
    note = source.execute("SELECT path, title, status FROM notes WHERE id = ?", (note_id,)).fetchone()
    if note is None:
        return
    path, title, status = note
    if status == "read":
        yield None, title, path, read(path)
    yield from source.execute(
        f"""
        SELECT id, skill, prompt, answer FROM cards
        WHERE note_id = ? AND {IS_KEPT}
        """,  # noqa: S608 - own text
        (note_id,),
    )


def phrases_of(query: str) -> list[tuple[str, bool]]:
    """The phrases of a query, and whether each may be the beginning of a word: the last one, as it is typed."""
    query = query[:_LONGEST_QUERY].encode("utf-8", "ignore").decode("utf-8")
    phrases = [(_words(quoted), False) for quoted in _QUOTED.findall(query)]
    rest = _QUOTED.sub(" ", unicodedata.normalize("NFC", query))
    loose = [(_words(word), False) for word in _WORD.findall(rest)]
    if loose and rest[-1:].isalnum():
        loose[-1] = (loose[-1][0], True)
    return [phrase for phrase in (*phrases, *loose) if phrase[0]][:_MOST_WORDS]


def _words(text: str) -> str:
    return " ".join(_WORD.findall(_plain(text)))


def is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that sets no spaces between words."""
    return _UNSPACED.fullmatch(letter) is not None


def _plain(text: str) -> str:
    """The text as it is indexed and asked for: without accents of any alphabet (the tokenizer knows Latin ones
    alone), one letter however it was typed, the letters of unspaced scripts apart.
    """
    if text.isascii():
        return text
    letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return _UNSPACED.sub(r" \1 ", unicodedata.normalize("NFC", letters))
