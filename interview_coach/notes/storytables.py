"""STAR stories in tables: a row for each part, or a column for each part."""

from collections.abc import Sequence

from interview_coach.notes.blocks import Table
from interview_coach.notes.names import parts_named
from interview_coach.notes.text import Line, fold, listed, unquote
from interview_coach.notes.vocabulary import Part

_NO_TEXT = listed("time|share|seconds|duration|length|tip|tips|hint|prompt|guide|%|#|")
_PLAIN_HEADS = listed(
    "details|detail|story|text|notes|note|description|content|answer|my answer|what|example"
    "|what happened|your story|my story|response|part|element|component|step|star|letter"
)

Row = tuple[str, int, list[tuple[Part, str]]]


def story_rows(table: Table) -> list[Row]:
    """The stories of a table: for each its title, its line, and its parts with their texts."""
    rows = [row for row in (table.header, *table.rows) if row]
    by_column = _by_column(table.header, table.rows)
    return by_column or _by_row(rows, bool(table.header))


def _part(cell: Line) -> Part | None:
    named = parts_named(cell.text.rstrip(" :："))
    return named[0] if named else None


def _by_column(header: Sequence[Line], rows: Sequence[Sequence[Line]]) -> list[Row]:
    columns = {at: part for at, cell in enumerate(header) if (part := _part(cell)) is not None}
    if len(set(columns.values())) < 2:
        return []
    found: list[Row] = []
    title_at = next(
        (at for at, cell in enumerate(header) if at not in columns and _titles(cell, at, rows)), None
    )
    for row in rows:
        parts = [(part, unquote(row[at].text)) for at, part in columns.items() if at < len(row)]
        if any(text for _, text in parts):
            title = row[title_at].text if title_at is not None and title_at < len(row) else ""
            found.append((unquote(title), row[0].line, parts))
    return found


def _titles(head: Line, at: int, rows: Sequence[Sequence[Line]]) -> bool:
    """Whether a column tells the stories' titles; under an empty head it must hold more than numbers."""
    if head.text:
        return fold(head.text) not in _NO_TEXT
    return any(any(map(str.isalpha, row[at].text)) for row in rows if at < len(row))


def _by_row(rows: Sequence[Sequence[Line]], has_header: bool) -> list[Row]:
    width = max(map(len, rows), default=0)
    named = [at for at in range(width) if sum(_part(row[at]) is not None for row in rows if at < len(row)) >= 2]
    if not named:
        return []
    header = rows[0] if has_header and not any(_part(rows[0][at]) and len(rows[0]) > at for at in named) else ()
    body = rows[1:] if header else rows
    name_at = named[-1] if len(named) > 1 and _are_letters(body, named[0]) else named[0]
    heads = [fold(cell.text) for cell in header]
    texts = [
        at
        for at in range(width)
        if at not in named and (at >= len(heads) or not heads[at] or heads[at] not in _NO_TEXT)
    ]
    texts = [at for at in texts if any(at < len(row) and row[at].text for row in body)]
    found: list[Row] = []
    for at in texts:
        title = header[at].text if at < len(header) and len(texts) > 1 and heads[at] not in _PLAIN_HEADS else ""
        parts = [
            (part, unquote(row[at].text))
            for row in body
            if name_at < len(row) and at < len(row) and (part := _part(row[name_at])) is not None
        ]
        found.append((title, body[0][0].line, parts))
    return found


def _are_letters(rows: Sequence[Sequence[Line]], at: int) -> bool:
    return all(len(fold(row[at].text)) <= 1 for row in rows if at < len(row))
