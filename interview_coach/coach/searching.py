"""Search over everything there is: skills, prompts, answers and the notes themselves."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from unicodedata import normalize

from interview_coach.coach.listing import ListedCard, due_day_of
from interview_coach.coach.plan import Progress
from interview_coach.notes.files import Loaded, load_file
from interview_coach.notes.text import plain
from interview_coach.recall.day import study_day
from interview_coach.settings import Settings
from interview_coach.store import cards, notes
from interview_coach.store.database import Database
from interview_coach.store.search import FILE_NAME, Found, Index, is_unspaced, phrases_of

__all__ = ["Excerpt", "Hit", "Search"]

_AROUND = 60  # characters shown on either side of what was found
_LIMIT = 50


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text on one line; `spans` are the characters in it that the query found."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A card that a query fits, or with `card` None a note: `line` is where its text stands, from 1.

    `in_answer` says that the excerpt is of the card's answer alone, since its question has none of the words.
    """

    path: str
    skill: str
    card: ListedCard | None
    excerpt: Excerpt
    line: int
    in_answer: bool = False


class Search:
    """Search as one types. Belongs to one thread; `renew` it when it is opened."""

    def __init__(self, database: Database, decks: Path, settings: Settings) -> None:
        self._database = database
        self._decks = decks
        self._settings = settings
        with database.explained():
            self._index = Index(database.path.with_name(FILE_NAME))

    def close(self) -> None:
        """Lets the index go."""
        self._index.close()

    def renew(self, progress: Progress | None = None) -> int:
        """Takes in what changed; gives how many notes that was.

        `progress` is called with the notes done and their number. Some 4 ms a note of 50 cards, and next to
        nothing where nothing changed.
        """
        with self._database.explained():
            return self._index.renew(self._database.connection, self._text_of, progress)

    def find(self, query: str, now: datetime, limit: int = _LIMIT) -> list[Hit]:
        """What fits a query, at most `limit`: all its words, the last as the beginning of one, quoted ones as a
        phrase. Any text may be typed.
        """
        with self._database.explained():
            found = self._index.find(query, limit)
            hits = (self._hit(each, query, now) for each in found)
            return [hit for hit in hits if hit is not None]

    def why_nothing(self) -> str:
        """What to say where nothing was found; without any notes, what to do."""
        with self._database.explained():
            if not self._index.is_empty:
                return "Nothing has all of these words."
        return "There are no skill notes to search yet. interview-coach new NAME begins one."

    def _hit(self, found: Found, query: str, now: datetime) -> Hit | None:
        if found.card_id is None:
            return self._note_hit(found.note_id, query)
        stored = cards.load(self._database.connection, found.card_id)
        if stored is None:
            return None
        day = study_day(now, self._settings.rollover_hour)
        listed = ListedCard(stored, stored.status(day), due_day_of(stored.memory, self._settings, now))
        card = stored.card
        in_answer = not spans_of(card.prompt, query) and bool(spans_of(card.answer, query))
        text = card.answer if in_answer else f"{card.prompt} — {card.answer}"
        return Hit(stored.path, card.skill, listed, excerpt_of(text, query), card.line, in_answer)

    def _note_hit(self, note_id: int, query: str) -> Hit | None:
        named = notes.named(self._database.connection, note_id)
        if named is None:
            return None
        path, title = named
        text = normalize("NFC", self._text_of(path))
        spans = spans_of(text, query)
        if not spans:
            return Hit(path, title, None, excerpt_of(title, query), 1)
        head = _HEAD.match(text)
        body = 0 if head is None else head.end()
        first, _ = next((span for span in spans if span[0] >= body), spans[0])
        line = text.count("\n", 0, first) + 1
        raw = text[text.rfind("\n", 0, first) + 1 :].split("\n", 1)[0]
        said = _as_read(raw)
        return Hit(path, title, None, excerpt_of(said if spans_of(said, query) else raw, query), line)

    def _text_of(self, path: str) -> str:
        loaded = load_file(self._decks / path, path)
        return loaded.data.decode("utf-8", "replace") if isinstance(loaded, Loaded) else ""


_HEAD = re.compile(r"---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)  # the frontmatter


def _as_read(line: str) -> str:
    """A line of a note as a person reads it: of a row the cells, and no marks of Markdown."""
    row = line.strip()
    if row.startswith("|"):
        row = " · ".join(cell.strip() for cell in row.split("|") if cell.strip())
    return plain(row.lstrip("#>-+ \t").replace("**", ""))


def spans_of(text: str, query: str) -> list[tuple[int, int]]:
    """The places of a text that the words of a query stand at, in their order; each word at its first few.

    The text has its accents and their letters as one, as composed Unicode does.
    """
    flat = _flat(text)
    spans: set[tuple[int, int]] = set()
    for words, begins in phrases_of(query):
        pattern = r"[\W_]*".join(re.escape(_flat(word)) for word in words.split())
        start = "" if is_unspaced(words[0]) else r"(?<![^\W_])"
        end = "" if begins or is_unspaced(words[-1]) else r"(?![^\W_])"
        for number, match in enumerate(re.finditer(f"{start}{pattern}{end}", flat)):
            if number == 5:
                break
            spans.add(match.span())
    return sorted(spans)


def excerpt_of(text: str, query: str) -> Excerpt:
    """The text around the first place that a query finds in it, on one line; without one, its beginning."""
    text = normalize("NFC", text)
    spans = spans_of(text, query)
    at = spans[0][0] if spans else 0
    start = 0 if at <= _AROUND else text.find(" ", at - _AROUND, at) + 1 or at - _AROUND
    end = min(len(text), max(at + _AROUND, start + 2 * _AROUND))
    piece = re.sub(r"\s", " ", text[start:end])
    inside = ((max(low, start) - start, min(high, end) - start) for low, high in spans if start <= low < end)
    return Excerpt(piece, tuple(inside))


def _flat(text: str) -> str:
    """The text without case and accents, letter for letter, so that places stay places."""
    if text.isascii():
        return text.lower()
    return _FOREIGN.sub(lambda found: _plain(found.group()), text.translate(_LOWER))


_FOREIGN = re.compile(r"[^\x00-\x7f]")
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


def _plain(letter: str) -> str:
    return normalize("NFKD", letter)[0].lower()[:1] or letter
