"""Merging: the log of another machine's database joined to this one's, then replayed."""

from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from sqlite3 import Connection
from tempfile import TemporaryDirectory

from interview_coach.cards.twins import twins
from interview_coach.coach.replay import Replay
from interview_coach.errors import CoachError
from interview_coach.settings import Settings
from interview_coach.store import backup, cards, copies, log, notes, travel, union
from interview_coach.store.agreeing import check_mocks
from interview_coach.store.backup import Reason
from interview_coach.store.codec import to_ms
from interview_coach.store.database import Database, open_database
from interview_coach.store.trouble import BACKUPS
from interview_coach.telling import Tell, counted, silent


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: cards and reviews that were not here, reviews that were here already, reviews of
    here that the other machine had undone; `backup` is the database as it was before.
    """

    cards: int
    reviews: int
    known: int
    undone: int
    backup: Path


def merge(database: Database, settings: Settings, other: Path, now: datetime, tell: Tell = silent) -> Merged:
    """Joins the log of the database `other` to ours; `other` is only read, and may be of an older schema.

    The same merge a second time changes nothing, and merging the other way round gives the same memories.
    Raises CoachError where `other` is damaged, another program's, of a newer version or ours itself.
    """
    if other.exists() and other.samefile(database.path):
        raise CoachError(f"{other}: that is this workspace's own database", "name the other machine's")
    copies.contents_of(other)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "theirs.db"
        with closing(copies.read_only(other)) as source:
            copies.copy_to(source, copy)
        return merge_copy(database, settings, copy, other, now, tell)


def merge_copy(
    database: Database, settings: Settings, copy: Path, name: Path, now: datetime, tell: Tell = silent
) -> Merged:
    """Joins the log of a database that may be changed on the way; `name` is what messages call it."""
    with closing(open_database(copy)) as theirs:  # brings it to the schema of ours
        check(theirs.connection, name, tell)
    folder = database.path.parent / BACKUPS
    before = backup.keep_backup(database.connection, folder, now, Reason.IMPORT).path
    with union.attached(database.connection, copy), database.transaction() as connection:
        pairs = twins(union.signs(connection, "main"), union.signs(connection, "theirs"))
        joined = union.join(connection, pairs, to_ms(now))
        replay_cards(connection, settings, joined.touched, tell)
    return Merged(joined.cards, joined.reviews, joined.known, joined.undone, before)


def replay_cards(
    connection: Connection, settings: Settings, card_ids: Collection[int], tell: Tell = silent
) -> None:
    """What is known of each card's recall is what its log says."""
    replay = Replay(connection, settings)
    for card_id in counted("Replaying cards", sorted(card_ids), len(card_ids), tell):
        stored = cards.load(connection, card_id)
        if stored is not None:
            memory = replay.memory(log.standing(connection, card_id), stored.seed)
            cards.put_memory(connection, card_id, memory, expected=None)


def check(connection: Connection, name: Path, tell: Tell = silent) -> None:
    """Whether a database from outside can be read as ours are.

    Raises CoachError where a note's path leads out of its folder, or a value is not what its column holds.
    """
    try:
        for path in notes.known_files(connection):
            _check_path(path)
        number, reviews = travel.sizes(connection)
        for _ in counted("Looking through cards", cards.load_all(connection), number, tell):
            pass
        for _ in counted("Looking through reviews", travel.logged_reviews(connection), reviews, tell):
            pass
        check_mocks(connection)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise CoachError(f"{name}: cannot be used: {error}", "export it again; nothing was changed") from error


def _check_path(path: str) -> None:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path:
        raise ValueError(f"the note {path!r} is not inside decks/")
