"""Reading changed notes into the database, so that no card loses its history."""

import hashlib
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from sqlite3 import Connection

from interview_coach.cards.fingerprint import fingerprint, seed
from interview_coach.cards.make import cards_of, kinds_of
from interview_coach.cards.model import CardKind
from interview_coach.cards.reconcile import How, Made, Reconciliation, reconcile
from interview_coach.coach.plan import Changes, Plan, Progress, made_with
from interview_coach.notes.files import Found, Loaded, load_file
from interview_coach.notes.model import Failed, Problem, ReadResult, Severity, SkillNote
from interview_coach.notes.reader import read_note
from interview_coach.settings import Settings
from interview_coach.store import cards, links, notes
from interview_coach.store.codec import to_ms
from interview_coach.store.database import Database
from interview_coach.store.facts import get_fact, put_fact
from interview_coach.store.notes import FileRecord, NoteState, Status

# A file saved within this time of being read may be saved again without its size or its time changing
# (file systems keep time in steps of up to two seconds), so it is read again at the next look.
UNSETTLED_NS = 2_000_000_000
# How a card was known again where a person may want to know, and to say that it is another.
LINKS = frozenset({How.NEW_TEXT, How.CLOSE, How.MOVED})
_EMPTIED = Problem(
    1,
    Severity.WARNING,
    "the file reads as empty; its cards are kept",
    "bring its text back, or delete the file",
)


@dataclass(frozen=True, slots=True)
class _Look:
    """One file that was looked into, and the cards that it makes."""

    found: Found
    hash: str
    mtime_ns: int
    result: ReadResult | None  # None: the bytes are those of last time
    cards: tuple[Made, ...]


def renew(
    database: Database, plan: Plan, settings: Settings, now: datetime, progress: Progress | None
) -> tuple[Changes, int]:
    """Reads the files of the plan, then writes all they say in one transaction.

    Gives the changes in cards and how many files were read. `progress` is called with the files looked
    into and their number. Raises CoachError where the database cannot be written.
    """
    connection = database.connection
    # All that can be done without the database is done before it is locked: ratings must not wait for it.
    looks = list(_look(plan, kinds_of(settings.cards), progress))
    with database.transaction():
        # Another program may have read the same notes meanwhile: what it found stands.
        current = notes.known_files(connection)
        makers = made_with(settings)
        if get_fact(connection, "made with") == makers:
            looks = [look for look in looks if not _done_meanwhile(look, current, plan.known)]
        gone = [
            current[path]
            for path in plan.vanished
            if path in current and current[path].status != Status.MISSING
        ]
        changes = _write(connection, looks, gone, current, to_ms(now))
        put_fact(connection, "made with", makers)
    return changes, len(looks)


def _done_meanwhile(look: _Look, current: Mapping[str, FileRecord], known: Mapping[str, FileRecord]) -> bool:
    path = look.found.relative
    record = current.get(path)
    return (
        look.result is not None
        and record is not None
        and record != known.get(path)
        and record.status is not Status.MISSING
        and record.hash == look.hash
    )


def _look(plan: Plan, kinds: Collection[CardKind], progress: Progress | None) -> Iterator[_Look]:
    for number, found in enumerate(plan.changed, start=1):
        loaded = load_file(found.path, found.relative)
        if isinstance(loaded, Loaded):
            digest = hashlib.blake2b(loaded.data, digest_size=16).hexdigest()
            record = plan.known.get(found.relative)
            same = record is not None and record.hash == digest and record.status is not Status.MISSING
            result = None if same else read_note(found.relative, loaded.data)
        else:
            digest, result = "", loaded
        # What could not be opened is tried again at each look: a permission given changes no time.
        settled = isinstance(loaded, Loaded) and found.mtime_ns < time.time_ns() - UNSETTLED_NS
        made = tuple(_made(found.relative, result, kinds))
        yield _Look(found, digest, found.mtime_ns if settled else 0, result, made)
        if progress is not None:
            progress(number, len(plan.changed))


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a card that was made belongs: its note, and its place among the note's cards."""

    note_id: int
    position: int


def _write(
    connection: Connection,
    looks: Sequence[_Look],
    gone: Sequence[FileRecord],
    current: Mapping[str, FileRecord],
    now: int,
) -> Changes:
    note_ids = {record.note_id for record in gone}
    made: list[Made] = []
    homes: list[_Home] = []
    for look in looks:
        path = look.found.relative
        if look.result is None:
            notes.touch(connection, path, look.found.size, look.mtime_ns, now)
            continue
        note_id = notes.put_note(connection, _state(look, look.result), now)
        if _says_nothing(look.result) and path in current:
            continue  # a note that cannot be read today deletes nothing: its cards stay as they are
        note_ids.add(note_id)
        made.extend(replace(one, note_id=note_id) for one in look.cards)
        homes.extend(_Home(note_id, position) for position in range(len(look.cards)))
    notes.mark_missing(connection, [record.note_id for record in gone])
    known = cards.known_cards(connection, note_ids)
    outcome = reconcile(known, made)
    _apply(connection, outcome, made, homes, now)
    return _changes(connection, outcome, {card.card_id for card in known if card.missing})


def _made(path: str, result: ReadResult | None, kinds: Collection[CardKind]) -> Iterator[Made]:
    if isinstance(result, SkillNote):
        for card in cards_of(result, kinds):
            yield Made(None, path, card, fingerprint(card.prompt), fingerprint(card.answer))


def _apply(
    connection: Connection, outcome: Reconciliation, made: Sequence[Made], homes: Sequence[_Home], now: int
) -> None:
    for match in outcome.matches:
        one, home = made[match.made], homes[match.made]
        if match.how in LINKS:
            links.add_link(connection, match.card_id, match.how.value, home.note_id, one, now)
        cards.renew_card(connection, match.card_id, home.note_id, home.position, one, now)
    for index in outcome.new:
        one, home = made[index], homes[index]
        cards.add_card(connection, home.note_id, home.position, one, seed(one.card.kind, one.card.prompt), now)
    cards.mark_missing(connection, outcome.gone, now)


def _changes(connection: Connection, outcome: Reconciliation, was_missing: Collection[int]) -> Changes:
    relinked = {match.card_id for match in outcome.matches if match.how in LINKS}
    revived = {match.card_id for match in outcome.matches if match.card_id in was_missing}
    return Changes(
        new=len(outcome.new),
        kept=cards.count_present(connection) - len(outcome.new) - len(relinked | revived),
        relinked=len(relinked),
        missing=sum(card_id not in was_missing for card_id in outcome.gone),
        revived=len(revived),
    )


def _says_nothing(result: ReadResult) -> bool:
    """Whether a file tells nothing of its cards: unreadable, or empty as a half-finished sync leaves it."""
    if isinstance(result, SkillNote):
        lost = any(problem.severity is Severity.ERROR for problem in result.problems)
        return lost and not (result.questions or result.stories or result.metrics or result.phrasings)
    return isinstance(result, Failed) or result.reason == "empty"


def _state(look: _Look, result: ReadResult) -> NoteState:
    shared = (look.found.size, look.mtime_ns, look.hash)
    path = look.found.relative
    if isinstance(result, SkillNote):
        return NoteState(path, result.title, *shared, Status.READ, "", result.problems)
    if isinstance(result, Failed):
        problem = Problem(result.line, Severity.ERROR, result.message, result.hint)
        return NoteState(path, "", *shared, Status.FAILED, problems=(problem,))
    problems = (_EMPTIED,) if _says_nothing(result) else ()
    return NoteState(path, "", *shared, Status.IGNORED, result.reason, problems)
