"""Bars, columns and lines that the drawings share. Widths are in cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from textual.content import Content
from textual.style import Style

from interview_coach.tui.text import cut, padded, width_of, wrapped

QUIET = "$quiet"
BLANK = Content("")
GAP = "   "
STAYING = 2  # hints
PROGRESS = ("━", "╍", "─")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a bar: how many of the whole, drawn with which glyph, so that it reads without colour."""

    count: int
    glyph: str
    style: str


def bar(shares: Sequence[Share], width: int) -> Content:
    """The shares side by side over `width` cells, in proportion; what is there at all gets a cell."""
    present = [share for share in shares if share.count > 0]
    total = sum(share.count for share in present)
    if not total or width < len(present):
        return Content("")
    exact = [share.count * width / total for share in present]
    cells = [max(1, int(each)) for each in exact]
    while sum(cells) > width:
        cells[max((i for i in range(len(cells)) if cells[i] > 1), key=lambda i: cells[i] - exact[i])] -= 1
    while sum(cells) < width:
        cells[max(range(len(cells)), key=lambda i: exact[i] - cells[i])] += 1
    return Content.assemble(
        *((share.glyph * count, share.style) for share, count in zip(present, cells, strict=True))
    )


def labelled_bar(shares: Sequence[tuple[Share, str]], width: int) -> list[Content]:
    """A bar with each share's label beneath its own stretch; narrow, the labels alone.

    Stretches are in proportion as far as the labels leave room, so that they read without colour.
    """
    present = [(share, label) for share, label in shares if share.count > 0]
    least = [width_of(label) + 2 for _, label in present]
    spare = width - sum(least)
    if spare < 0:
        return [Content(cut(" · ".join(label for _, label in present), width))]
    total = sum(share.count for share, _ in present)
    wanted = [share.count * width / total for share, _ in present]
    lacking = [max(0.0, each - low) for each, low in zip(wanted, least, strict=True)]
    all_lacking = sum(lacking) or 1.0
    cells = [low + int(spare * lack / all_lacking) for low, lack in zip(least, lacking, strict=True)]
    drawn = [
        Content.styled(share.glyph * (count - 1), share.style)
        for (share, _), count in zip(present, cells, strict=True)
    ]
    labels = [padded(label, count - 1) for (_, label), count in zip(present, cells, strict=True)]
    return [Content(" ").join(drawn), Content(" ").join(labels)]


def spread(left: Content, right: Content, width: int) -> Content:
    """`left` at the left, `right` at the right of one line; the left gives way."""
    room = width - right.cell_length - 2
    if room < 1:
        return left.truncate(width, ellipsis=True)
    left = left.truncate(room, ellipsis=True) if left.cell_length > room else left
    return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)


def labelled(label: str, text: str, width: int, column: int, style: str = "", note: str = "") -> list[Content]:
    """A label in a column at the left and the text wrapped beside it; narrow, the text goes beneath.

    A `note` on the label stands under it. A label too long for its column has a line of its own.
    """
    if not label:
        return [Content.styled(line, style) for line in wrapped(text, width)]
    if width - column < 20:
        lines = [Content.styled(line, style) for line in wrapped(text, max(2, width - 2))]
        head = f"{label}  {note}" if note else label
        return [Content.styled(cut(head, width), QUIET), *(Content.assemble("  ", line) for line in lines)]
    body = wrapped(text, width - column)
    above = width_of(label) > column - 2
    margins = ["" if above else cut(label, column - 2), *([cut(note, column - 2)] if note else [])]
    if above and note:
        margins.pop(0)
    rows = max(len(body), len(margins))
    body += [""] * (rows - len(body))
    margins += [""] * (rows - len(margins))
    lines = [
        Content.assemble((margin + " " * (column - width_of(margin)), QUIET), (line, style))
        for margin, line in zip(margins, body, strict=True)
    ]
    return [Content.styled(cut(label, width), QUIET), *lines] if above else lines


def hanging(mark: str, text: str, width: int) -> list[Content]:
    """A text after a mark, its further lines beneath its first."""
    room = width_of(mark)
    first, *others = wrapped(text, max(2, width - room))
    return [Content(mark + first), *(Content(" " * room + line) for line in others)]


def clickable(part: Content, action: str) -> Content:
    """The content as something that a click does `action` on; `action` is ours, never the user's."""
    return part.stylize(Style.from_meta({"@click": action}))


def key(name: str, label: str) -> Content:
    """A key and what it does."""
    return Content.assemble((name, "bold $text-primary"), (f" {label}", QUIET))


def button(name: str, label: str, style: str = "$text-primary", aside: str = "") -> Content:
    """A key as a cap, what it does beside it, and something lesser after that."""
    parts = [(f" {name} ", f"bold reverse {style}")]
    if label:
        parts.append((f" {label} ", "on $panel"))
    if aside:
        parts.append((f" {aside} " if not label else f"{aside} ", f"{QUIET} on $panel"))
    return Content.assemble(*parts)


def fitting(parts: Sequence[Content], width: int) -> Content:
    """As many of them, from the first on, as fit."""
    line = parts[0]
    for part in parts[1:]:
        if line.cell_length + 2 + part.cell_length > width:
            break
        line = Content.assemble(line, "  ", part)
    return line


def hint_line(hints: Sequence[tuple[str, str, str]], width: int, rows: int = 1) -> Content:
    """Keys with their labels, as (key, label, action), as many as fit into so many rows.

    The last two, how to leave and where the help is, stay before all others, side by side; of those the later
    go first.
    """
    parts = [clickable(key(name, label), action) for name, label, action in hints]
    others, staying = parts[:-STAYING], Content(GAP).join(parts[-STAYING:])
    if staying.cell_length > width:
        return parts[-1]
    while others and len(_rows_of([*others, staying], width)) > rows:
        others.pop()
    return Content("\n").join(Content(GAP).join(row) for row in _rows_of([*others, staying], width))


def _rows_of(parts: Sequence[Content], width: int) -> list[list[Content]]:
    """The parts in rows, one after the other."""
    rows: list[list[Content]] = []
    room = 0
    for part in parts:
        if not rows or part.cell_length + len(GAP) > room:
            rows.append([])
            room = width + len(GAP)
        rows[-1].append(part)
        room -= part.cell_length + len(GAP)
    return rows


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 card", "2 cards"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day_name(day: date) -> str:
    """A day as a person says it, in English whatever the locale."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def clock_time(moment: datetime) -> str:
    """A moment of the day as its clock shows it."""
    return f"{moment:%H:%M}"


def relative_day(day: date, today: date) -> str:
    """A coming day as seen from today."""
    gap = (day - today).days
    if gap == 1:
        return "tomorrow"
    return f"on {_DAYS[day.weekday()]}" if 1 < gap < 7 else f"on {day_name(day)}"


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
