"""The doctor: looks at everything that is kept, repairs what is safe, and says what it found.

Looking twice changes nothing more the second time.
"""

import tempfile
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection

from interview_coach.coach.checkup import Diagnosis, Status, Visit, look_at_files, size_text
from interview_coach.coach.keeping import TEMPORARY, backups_of
from interview_coach.coach.replay import Difference, differences
from interview_coach.errors import CoachError
from interview_coach.recall.day import where_it_is
from interview_coach.settings import Settings
from interview_coach.store import backup, cards, copies, faults
from interview_coach.store.backup import Reason
from interview_coach.store.database import Database, open_database
from interview_coach.store.faults import FAULTS, OPEN_SESSIONS, Fault
from interview_coach.store.salvage import salvage, told
from interview_coach.store.schema import CURRENT
from interview_coach.store.trouble import DamagedError, command, explained
from interview_coach.store.watch import Watch, left_unclean
from interview_coach.telling import Tell, counted, silent
from interview_coach.workspace import Workspace


def examine(
    workspace: Workspace, settings: Settings, now: datetime, *, rebuild: bool, tell: Tell = silent
) -> Diagnosis:
    """Looks at a workspace's files and database, and repairs what is safe.

    Where the states of cards differ from what the log makes of them, that is a problem without `rebuild`
    and put right with it. A damaged database is left as it is, and what can be read of it is gathered in a
    new file beside it. Raises CoachError where not even looking is possible: a locked database, a full disk.
    """
    path = workspace.database
    visit = Visit(workspace, settings, now, rebuild, alone=_is_alone(path), tell=tell)
    with explained(path):
        look_at_files(visit)
        if not path.exists() or not path.stat().st_size:
            _say_none(visit)
        else:
            _look_at_database(visit)
        _look_at_backups(visit)
    return Diagnosis(tuple(visit.checks), visit.rebuilt)


def _is_alone(path: Path) -> bool:
    if not path.parent.is_dir():
        return True
    watch = Watch(path)
    watch.end()
    return watch.alone


def _say_none(visit: Visit) -> None:
    newest = backup.newest_good(backups_of(visit.workspace))
    path = visit.workspace.database
    if newest is None:
        visit.say("database", Status.OK, f"{path}: there is none yet; the first start makes it.")
    else:
        restore = command("restore", path, newest.path)
        lost = "empty" if path.exists() else "not there"
        visit.say("database", Status.PROBLEM, f"{path}: it is {lost}, but backups of it are there.", restore)


# -- the database


def _look_at_database(visit: Visit) -> None:
    path = visit.workspace.database
    unclean = visit.alone and left_unclean(path)
    try:
        with explained(path), closing(open_database(path)) as database:
            if unclean:
                message = "A program was killed while it had the database open; its last writes were taken in."
                visit.say("log file", Status.REPAIRED, message)
            visit.say("schema", Status.OK, f"The database is of version {CURRENT}, as this program writes it.")
            _look_at_whole(visit, database)
            _look_inside(visit, database)
    except DamagedError as error:
        visit.say("database", Status.PROBLEM, error.message, _gather(visit))
    except CoachError as error:
        visit.say("database", Status.PROBLEM, error.message, error.hint)


def _look_at_whole(visit: Visit, database: Database) -> None:
    found = faults.integrity(database.connection)
    if found and faults.only_indexes(found):
        database.connection.execute("REINDEX")
        if not faults.integrity(database.connection):
            visit.say(
                "integrity", Status.REPAIRED, "An index did not fit its table; all indexes were made anew."
            )
            return
    if found:
        raise DamagedError(f"{database.path}: the database is damaged: {found[0]}")
    size = size_text(database.path.stat().st_size)
    visit.say("integrity", Status.OK, f"The database is whole ({size}).")


def _look_inside(visit: Visit, database: Database) -> None:
    """Finds what contradicts itself; where something does, makes a backup and puts it right in one go."""
    connection = database.connection
    known = (*FAULTS, OPEN_SESSIONS) if visit.alone else FAULTS
    found = [(fault, number) for fault in known if (number := fault.count(connection))]
    wrong = list(differences(connection, visit.settings, visit.tell))
    before = None
    if any(fault is not OPEN_SESSIONS for fault, _ in found) or (wrong and visit.rebuild):
        before = backup.keep_backup(connection, backups_of(visit.workspace), visit.now, Reason.REPAIR).path
    if found or (wrong and visit.rebuild):
        with database.transaction():
            lost = set(faults.lost_cards(connection))
            faults.mend(connection, known, visit.now)
            wrong = list(differences(connection, visit.settings, visit.tell))
            _rebuild(connection, [each for each in wrong if visit.rebuild or each.card_id in lost])
            wrong = [each for each in wrong if each.card_id not in lost]
    _say_faults(visit, found)
    _say_states(visit, wrong)
    if before is not None:
        visit.say("before", Status.REPAIRED, f"The database as it was before the repair is kept: {before}")


def _rebuild(connection: Connection, wrong: Iterable[Difference]) -> None:
    for each in wrong:
        cards.put_memory(connection, each.card_id, each.logged, expected=None)


def _say_faults(visit: Visit, found: list[tuple[Fault, int]]) -> None:
    fine = {
        "links": "Every rating, mark and answer belongs to a card.",
        "counters": "The daily limits count what was practised, and answers what they missed.",
        "flags": "Marks on cards are what was done to them.",
        "sessions": "Every sitting was left in order.",
    }
    for name, message in fine.items():
        mended = [f"{fault.what} ({number:,})" for fault, number in found if fault.name == name]
        if mended:
            visit.say(name, Status.REPAIRED, f"Put right: {'; '.join(mended)}.")
        elif name != "sessions" or visit.alone:
            visit.say(name, Status.OK, message)


def _say_states(visit: Visit, wrong: list[Difference]) -> None:
    if not wrong:
        visit.say("states", Status.OK, "Every card is where its ratings put it.")
    elif visit.rebuild:
        visit.rebuilt = len(wrong)
        visit.say("states", Status.REPAIRED, f"Cards put where their ratings put them: {len(wrong):,}.")
    else:
        visit.say(
            "states",
            Status.PROBLEM,
            f"Cards that are not where their ratings put them: {len(wrong):,}.",
            command("doctor", visit.workspace.database) + " --rebuild",
        )


def _gather(visit: Visit) -> str:
    """Gathers what can be read of a damaged database into a new one; says where it is and what to do."""
    path = visit.workspace.database
    changed = max(file.stat().st_mtime for file in (path, path.with_name(f"{path.name}-wal")) if file.exists())
    target = path.with_name(f"coach-salvaged-{datetime.fromtimestamp(changed, UTC):{backup.MOMENT}}Z.db")
    newest = backup.newest_good(backups_of(visit.workspace))
    try:
        contents = copies.contents_of(target)
        message = (
            f"{target} holds what could be read: {contents.reviews:,} ratings of {contents.cards:,} cards."
        )
        visit.say("salvage", Status.OK, message)
    except CoachError:
        with (
            tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=path.parent) as folder,
            closing(open_database(Path(folder) / path.name)) as fresh,
        ):
            rows, more = salvage(path, newest.path if newest else None, fresh)
            with fresh.transaction() as connection:
                faults.mend(connection, (*FAULTS, OPEN_SESSIONS), visit.now)
                _rebuild(connection, list(differences(connection, visit.settings, visit.tell)))
            copies.copy_to(fresh.connection, target)
        added = f"; from the newest backup besides: {told(more)}" if told(more) else ""
        message = f"Gathered what could be read into {target}: {told(rows) or 'nothing'}{added}."
        visit.say("salvage", Status.REPAIRED, message)
    hint = f"to go on with what was gathered: {command('restore', path, target)}"
    if newest is not None:
        hint += (
            f"; to go back to the backup of {newest.moment:%Y-%m-%d}: {command('restore', path, newest.path)}"
        )
    return hint


# -- the backups


def _look_at_backups(visit: Visit) -> None:
    folder = backups_of(visit.workspace)
    taken = backup.list_backups(folder)
    looked = counted("Looking through backups", taken, len(taken), visit.tell)
    good = [each for each in looked if backup.is_good(each.path)]
    broken = [each.path for each in taken if each not in good]
    latest = f"{where_it_is(visit.now, good[0].moment):%Y-%m-%d %H:%M}" if good else ""
    if broken:
        others = f"; the newest good one is of {latest}: {good[0].path}" if good else "; there is no good one"
        message = f"{broken[0]}: this backup is damaged{others}."
        visit.say("backups", Status.PROBLEM, message, f"delete the damaged one{'s' * (len(broken) > 1)}")
    elif good:
        visit.say("backups", Status.OK, f"Good backups: {len(good)}, the newest of {latest}.")
    else:
        visit.say("backups", Status.OK, "There is no backup yet; the first start after practice makes one.")
