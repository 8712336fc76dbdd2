"""Moving out: everything as JSON, the reviews as CSV, the cards as Markdown or as a package for Anki."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TextIO

from interview_coach import __version__
from interview_coach.coach.listing import ListedCard, list_cards
from interview_coach.errors import CoachError
from interview_coach.notes.text import without_controls
from interview_coach.recall.day import study_day
from interview_coach.recall.readiness import percent
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import Settings
from interview_coach.store import cards, copies, dump, travel
from interview_coach.store.cards import CardStatus
from interview_coach.store.database import Database
from interview_coach.telling import Tell, counted, silent

REVIEW_COLUMNS = (
    "card_id", "note", "skill", "kind", "prompt", "shown", "time", "study_day", "rating", "duration_ms",
    "mode", "undone",
)  # fmt: skip


def write_json(database: Database, now: datetime, out: TextIO, tell: Tell = silent) -> None:
    """Everything that is kept, as `import` brings it back."""
    dump.write(database.connection, out, {dump.MARK: __version__, "exported_at": now.isoformat()}, tell)


def write_csv(database: Database, out: TextIO, tell: Tell = silent) -> None:
    """Every review, undone ones too, oldest first.

    `time` is ISO 8601 with its offset, `rating` 1 to 4, `prompt` that of the card now and `shown` that of
    the day; `undone` is the moment (UTC) or empty.
    """
    import csv

    known = {stored.card_id: stored for stored in cards.load_all(database.connection)}
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(REVIEW_COLUMNS)
    reviews = travel.logged_reviews(database.connection)
    total = travel.sizes(database.connection)[1]
    for review in counted("Writing reviews", reviews, total, tell):
        stored = known[review.card_id]
        card = stored.card
        undone = "" if review.undone_at is None else review.undone_at.isoformat(timespec="milliseconds")
        time, day = review.moment.isoformat(timespec="milliseconds"), review.day.isoformat()
        writer.writerow(
            without_controls(str(value))
            for value in (
                review.card_id, stored.path, card.skill, card.kind.value, card.prompt, review.shown, time, day,
                int(review.rating), review.duration, review.mode, undone,
            )
        )  # fmt: skip


def write_markdown(
    database: Database, settings: Settings, now: datetime, out: TextIO, tell: Tell = silent
) -> None:
    """The cards with their state, skill by skill, for reading and printing."""
    day = study_day(now, settings.rollover_hour)
    schedule = Schedule.from_settings(settings)
    out.write(f"# Cards on {day.isoformat()}\n")
    total = cards.count(database.connection)
    listed = counted("Writing cards", list_cards(database, settings, now), total, tell)
    for (skill, path), of_note in groupby(listed, lambda each: (each.stored.card.skill, each.stored.path)):
        out.write(f"\n## {_markdown(skill)}\n\n{_markdown(path)}\n")
        for each in of_note:
            card = each.stored.card
            recall = schedule.recall(each.stored.memory, day)
            out.write(f"\n### {card.kind.value.capitalize()}: {_markdown(card.prompt)}\n\n")
            out.write(f"*{', '.join(_state(each, recall))}*\n\n")
            out.write("\n>\n".join(f"> {_markdown(line)}" for line in card.answer.splitlines()) + "\n")


def _state(listed: ListedCard, recall: float | None) -> Iterator[str]:
    memory = listed.stored.memory
    if listed.status is not CardStatus.ACTIVE:
        yield listed.status.value
    if listed.due_day is None or recall is None or memory.stability is None:
        yield "new"
    else:
        yield f"due {listed.due_day.isoformat()}"
        yield f"{memory.reps} review{'s' * (memory.reps != 1)}"
        yield f"forgotten {memory.lapses} time{'s' * (memory.lapses != 1)}"
        yield f"predicted recall {percent(recall)}"
        yield f"stability {memory.stability:.1f} days"
    if listed.stored.flagged:
        yield "flagged"


def _markdown(text: str) -> str:
    """A text on one line that Markdown shows as it is."""
    plain = without_controls(" ".join(text.split()))
    escaped = "".join(f"\\{letter}" if letter in "\\`*_[]<>|~$#" else letter for letter in plain)
    return f"\\{escaped}" if escaped[:2] in ("+ ", "- ") else escaped


@contextmanager
def written(path: Path, *, replace: bool) -> Iterator[Path]:
    """A file beside `path` to write to, private to the user; at the end it takes the name, whole or not at all.

    Raises CoachError where the name is taken (unless `replace`) or the file cannot be written.
    """
    partial = copies.beside(path)
    if path.exists() and not replace:
        raise CoachError(f"{path}: there is such a file already", "choose another name, or say --force")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield partial
        partial.replace(path)
    except OSError as error:
        raise CoachError(
            f"{path}: {error.strerror}", "choose a folder that is there and can be written"
        ) from error
    finally:
        partial.unlink(missing_ok=True)


def to_file(path: Path, write: Callable[[TextIO], None], *, replace: bool) -> None:
    """Writes a text file, whole or not at all. Raises CoachError where it cannot."""
    with written(path, replace=replace) as partial, partial.open("w", encoding="utf-8", newline="") as out:
        write(out)
