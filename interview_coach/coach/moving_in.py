"""Moving in: a whole export brought back, or reviews from elsewhere, each put through the schedule."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory
from typing import Any

from interview_coach.cards.fingerprint import fingerprint
from interview_coach.coach.incoming import reviews_from_csv, reviews_from_json
from interview_coach.coach.merging import Merged, check, merge_copy
from interview_coach.coach.replay import Replay
from interview_coach.errors import CoachError
from interview_coach.recall.model import NEW
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import Settings
from interview_coach.store import backup, cards, dump, log, travel
from interview_coach.store.backup import Reason
from interview_coach.store.cards import StoredCard
from interview_coach.store.codec import to_ms
from interview_coach.store.database import Database, open_database
from interview_coach.store.travel import Incoming
from interview_coach.store.trouble import BACKUPS
from interview_coach.store.turns import settle_turns
from interview_coach.telling import Tell, counted, silent

__all__ = ["BroughtBack", "Imported", "Merged", "import_file"]


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A whole export in a workspace that held nothing: how much there is now."""

    cards: int
    reviews: int


@dataclass(frozen=True, slots=True)
class Imported:
    """Reviews from elsewhere: those added, those that were here already, and the rows whose card is not here.

    `backup` is the database as it was before, None where nothing was added.
    """

    reviews: int
    known: int
    unmatched: tuple[str, ...]
    backup: Path | None


def import_file(
    database: Database,
    settings: Settings,
    path: Path,
    now: datetime,
    tell: Tell = silent,
    read_notes: Callable[[], object] | None = None,
) -> BroughtBack | Merged | Imported:
    """Brings in what `path` holds: all that `export json` wrote, or reviews as JSON or CSV.

    A whole export goes into an empty workspace as it is, and is merged into one that holds something. Reviews
    need the cards that they are of: `read_notes` is called before they are looked for. The same import a second
    time changes nothing. Raises CoachError naming the place in the file that cannot be
    used; nothing is changed then.
    """
    text = _text_of(path)
    if not text.strip():
        raise CoachError(f"{path}: the file is empty", "export it again; nothing was changed")
    if path.suffix.casefold() != ".json" and text.lstrip()[:1] not in ("{", "["):
        incoming = list(reviews_from_csv(text, path, settings, now))
    else:
        document = _document_of(text, path)
        if isinstance(document, Mapping) and dump.MARK in document:
            return _import_all(database, settings, document, path, now, tell)
        incoming = list(reviews_from_json(_rows_of(document, path), path, settings, now))
    if read_notes is not None:
        read_notes()
    return _import_reviews(database, settings, incoming, now, tell)


def _document_of(text: str, path: Path) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CoachError(
            f"{path}: no JSON: {error}", "mend it there, or export it again; nothing was changed"
        ) from error


def _rows_of(document: Any, path: Path) -> list[Any]:
    rows = document.get("reviews") if isinstance(document, Mapping) else document
    if not isinstance(rows, list):
        raise CoachError(
            f"{path}: neither an export of interview-coach nor a list of reviews",
            'write {"reviews": [{"card_id" or "skill" and "prompt", "time", "rating"}]}; see docs/json.md',
        )
    return rows


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CoachError(f"{path}: {error.strerror}", "check the spelling of the path") from error
    except UnicodeDecodeError as error:
        raise CoachError(
            f"{path}: no text in UTF-8", "a database is joined by: interview-coach merge FILE"
        ) from error


# -- everything


def _import_all(
    database: Database, settings: Settings, document: Mapping[str, Any], path: Path, now: datetime, tell: Tell
) -> BroughtBack | Merged:
    if document.get("schema") != dump.SCHEMA:
        raise CoachError(
            f"{path}: an export of schema {document.get('schema')!r}, this interview-coach reads {dump.SCHEMA}",
            "update interview-coach; nothing was changed",
        )
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "import.db"
        try:
            dump.build(document, copy, tell)
        except ValueError as error:
            raise CoachError(
                f"{path}: cannot be used: {error}", "export it again; nothing was changed"
            ) from error
        if not travel.holds_nothing(database.connection):
            return merge_copy(database, settings, copy, path, now, tell)
        with closing(open_database(copy)) as source:
            check(source.connection, path, tell)
            with database.transaction() as connection:
                dump.copy(source.connection, connection, tell)
                return BroughtBack(*travel.sizes(connection))


# -- reviews


def _import_reviews(
    database: Database, settings: Settings, rows: Sequence[tuple[str, Incoming]], now: datetime, tell: Tell
) -> Imported:
    """Adds the reviews whose card is known; `rows` are each with the place in the file that it came from."""
    find = _Finder(cards.load_all(database.connection))
    found = [(place, row, find(row)) for place, row in counted("Finding cards", rows, len(rows), tell)]
    unmatched = tuple(f"{place}: {row.named}" for place, row, stored in found if stored is None)
    there = travel.review_keys(database.connection)
    fresh: dict[tuple[int, int, int], tuple[Incoming, StoredCard]] = {}
    known = 0
    for _, row, stored in found:
        if stored is not None:
            key = (stored.card_id, to_ms(row.time), int(row.rating))
            if key in there or key in fresh:
                known += 1
            else:
                fresh[key] = row, stored
    if not fresh:
        return Imported(0, known, unmatched, None)
    kept = backup.keep_backup(database.connection, database.path.parent / BACKUPS, now, Reason.IMPORT).path
    schedule = Schedule.from_settings(settings)
    with database.transaction() as connection:
        algorithm = log.algorithm_id(connection, schedule.algorithm, schedule.described)
        added = {
            travel.add_review(connection, stored.card_id, row, algorithm, row.shown or stored.card.prompt)
            for row, stored in fresh.values()
        }
        touched = {stored.card_id for _, stored in fresh.values()} | settle_turns(connection)
        _replay(connection, settings, touched, added, tell)
    return Imported(len(fresh), known, unmatched, kept)


def _replay(
    connection: Connection, settings: Settings, card_ids: Collection[int], added: set[int], tell: Tell
) -> None:
    """Puts each card where its log puts it, and writes into the rows added what they were before and after."""
    replay = Replay(connection, settings)
    for card_id in counted("Replaying cards", sorted(card_ids), len(card_ids), tell):
        stored = cards.load(connection, card_id)
        if stored is None:
            continue
        memory = NEW
        ratings = list(log.standing(connection, card_id))
        row_ids = travel.standing_ids(connection, card_id)
        for row_id, after in zip(row_ids, replay.steps(ratings, stored.seed), strict=True):
            if row_id in added:
                travel.set_memories(connection, row_id, memory, after)
            memory = after
        cards.put_memory(connection, card_id, memory, expected=None)


class _Finder:
    """Finds the card that a review is of: by its number, or by its skill and prompt (and kind, if given)."""

    def __init__(self, stored: Iterable[StoredCard]) -> None:
        self._by_id: dict[int, StoredCard] = {}
        self._by_text: dict[tuple[str, str], list[StoredCard]] = defaultdict(list)
        for each in stored:
            self._by_id[each.card_id] = each
            self._by_text[each.card.skill.casefold(), fingerprint(each.card.prompt)].append(each)

    def __call__(self, row: Incoming) -> StoredCard | None:
        numbered = self._by_id.get(row.card_id) if row.card_id is not None else None
        if row.prompt is None:
            return numbered
        # A number counts only where it is this very database's: the same number is another card elsewhere.
        if numbered is not None and fingerprint(numbered.card.prompt) == fingerprint(row.prompt):
            return numbered
        named = self._by_text.get(((row.skill or "").casefold(), fingerprint(row.prompt)), [])
        fits = [each for each in named if row.kind is None or each.card.kind.value == row.kind]
        here = [each for each in fits if each.missing_since is None] or fits
        return here[0] if len(here) == 1 else None
