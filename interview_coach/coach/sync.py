"""Which notes changed since the last look. Where none did, nothing of them is opened."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from interview_coach.coach.plan import Changes, Plan, Progress, made_with
from interview_coach.notes.files import Found, Unread, find_notes
from interview_coach.notes.model import Ignored
from interview_coach.settings import Settings
from interview_coach.store import cards, notes
from interview_coach.store.database import Database
from interview_coach.store.facts import get_fact
from interview_coach.store.notes import FileRecord, Status


@dataclass(frozen=True, slots=True)
class Synced:
    """A look at the notes: the cards' changes, how many files were read, what was passed over.

    `unread` are folders, links and files that could not be reached; the cards of their notes stay as they are.
    """

    changes: Changes
    read: int
    ignored: tuple[Ignored, ...] = ()
    unread: tuple[Unread, ...] = ()


def sync(
    database: Database, decks: Path, settings: Settings, now: datetime, progress: Progress | None = None
) -> Synced:
    """Brings the database up to what the notes say now, in one transaction at the end.

    `progress` is called with the files looked into and their number. Raises CoachError where the
    database cannot be written; odd and unreadable notes never raise.
    """
    connection = database.connection
    known = notes.known_files(connection)
    makers = made_with(settings)
    remake = get_fact(connection, "made with") != makers
    ignored: list[Ignored] = []
    changed: list[Found] = []
    seen: set[str] = set()
    unread: list[Unread] = []
    for found in find_notes(decks):
        if isinstance(found, Unread):
            unread.append(found)
            continue
        if isinstance(found, Ignored):
            ignored.append(found)
            continue
        seen.add(found.relative)
        if remake or not _unchanged(known.get(found.relative), found):
            changed.append(found)
    # A folder that is not there today (a disk not mounted, a sync not finished) says nothing of its notes.
    vanished = {
        path
        for path, record in known.items()
        if path not in seen and record.status != Status.MISSING and not any(each.holds(path) for each in unread)
    }
    if not changed and not vanished and not remake:
        kept = cards.count_present(connection)
        return Synced(Changes(kept=kept), 0, tuple(ignored), tuple(unread))
    from interview_coach.coach.renewal import (
        renew,
    )  # reading and matching load much that an ordinary start spares

    plan = Plan(tuple(changed), frozenset(vanished), {} if remake else known)
    changes, read = renew(database, plan, settings, now, progress)
    return Synced(changes, read, tuple(ignored), tuple(unread))


def _unchanged(record: FileRecord | None, found: Found) -> bool:
    return (
        record is not None
        and record.status is not Status.MISSING
        and record.size == found.size
        and record.mtime_ns == found.mtime_ns
    )
