"""Reviews from elsewhere as files give them: CSV and JSON, each row checked, its place named."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from interview_coach.errors import CoachError
from interview_coach.recall.day import study_day
from interview_coach.recall.model import Rating
from interview_coach.settings import Settings
from interview_coach.store import travel
from interview_coach.store.travel import Incoming

# Clocks differ between machines and zones; a review further ahead than this is a slip of the pen.
AHEAD = timedelta(days=1)

_RATINGS = {
    **{str(int(rating)): rating for rating in Rating},
    **{rating.name.casefold(): rating for rating in Rating},
}
_NOT = frozenset({"", "0", "no", "false", "none", "null"})


def reviews_from_csv(
    text: str, path: Path, settings: Settings, now: datetime
) -> Iterator[tuple[str, Incoming]]:
    """Each review of a table with its place in the file. Raises CoachError where one cannot be used."""
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        columns = set(reader.fieldnames or ())
        if not {"time", "rating"} <= columns or not ({"card_id"} <= columns or {"skill", "prompt"} <= columns):
            raise CoachError(
                f"{path}:1: no table of reviews",
                "its first line must name the columns time, rating, and card_id or skill and prompt",
            )
        for row in reader:
            place = f"{path}:{reader.line_num}"
            yield (
                place,
                _incoming(
                    {key: row[key] for key in columns if row[key] not in (None, "")}, place, settings, now
                ),
            )
    except csv.Error as error:
        raise CoachError(f"{path}:{reader.line_num}: {error}", "save it as CSV with commas") from error


def reviews_from_json(
    rows: Sequence[Any], path: Path, settings: Settings, now: datetime
) -> Iterator[tuple[str, Incoming]]:
    """Each review of a list with its place in the file. Raises CoachError where one cannot be used."""
    for number, row in enumerate(rows, start=1):
        place = f"{path}: review {number}"
        if not isinstance(row, Mapping):
            raise CoachError(f"{place}: no object", 'write {"card_id", "time", "rating"}')
        yield (
            place,
            _incoming({key: value for key, value in row.items() if value is not None}, place, settings, now),
        )


def _incoming(row: Mapping[str, Any], place: str, settings: Settings, now: datetime) -> Incoming:
    """A review as a file gives it. Raises CoachError naming the place and what its value should be."""
    time = _moment(row, place)
    if time > now + AHEAD:
        raise CoachError(f"{place}: the time {time.isoformat()} is yet to come", "check the year")
    rating = _RATINGS.get(str(row.get("rating")).strip().casefold())
    if rating is None:
        raise CoachError(
            f"{place}: {row.get('rating')!r} is no rating", "write 1 to 4, or again, hard, good, easy"
        )
    if "card_id" not in row and not {"skill", "prompt"} <= row.keys():
        raise CoachError(f"{place}: it names no card", "give card_id, or skill and prompt")
    day = _number_or(row, "study_day", place, date.fromisoformat, "a day like 2026-03-01")
    undone = str(row.get("undone", "")).strip().casefold() not in _NOT
    return Incoming(
        card_id=_number_or(row, "card_id", place, int, "a whole number"),
        skill=_text(row, "skill"),
        prompt=_text(row, "prompt"),
        kind=_text(row, "kind"),
        shown=_text(row, "shown"),
        time=time,
        day=day or study_day(time, settings.rollover_hour),
        rating=rating,
        duration=max(0, _number_or(row, "duration_ms", place, int, "a whole number") or 0),
        mode=_text(row, "mode") or travel.PRACTICE,
        undone=undone,
    )


def _moment(row: Mapping[str, Any], place: str) -> datetime:
    remedy = "write it like 2026-03-01T08:00:00+01:00"
    try:
        time = datetime.fromisoformat(str(row.get("time", "")).strip())
    except ValueError as error:
        raise CoachError(f"{place}: {row.get('time')!r} is no time", remedy) from error
    if time.utcoffset() is None:
        raise CoachError(f"{place}: the time {row.get('time')!r} has no offset", remedy)
    return time


def _number_or(row: Mapping[str, Any], name: str, place: str, read: Any, wanted: str) -> Any:
    """The value read, or None where there is none."""
    if name not in row:
        return None
    try:
        return read(row[name] if read is int else str(row[name]))
    except (ValueError, TypeError) as error:
        raise CoachError(f"{place}: {name} is {row[name]!r}", f"it must be {wanted}") from error


def _text(row: Mapping[str, Any], name: str) -> str | None:
    return None if name not in row else str(row[name])
