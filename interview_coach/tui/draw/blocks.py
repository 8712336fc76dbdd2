"""Charts made of block characters: columns and meters. Every value stands beside its drawing in words.

Widths and heights are in cells; a column is told to an eighth of a cell, as Unicode's lower blocks have it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from textual.content import Content

from interview_coach.tui.draw.basics import QUIET

EIGHTHS = " ▁▂▃▄▅▆▇█"
FULL, REST, MARK = "━", "─", "┃"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its height as a value, what stands beneath it, and the style of both."""

    value: float
    label: str = ""
    style: str = "$text-primary"


def nice_top(most: float) -> int:
    """The top of an axis: the first round number that holds the greatest value."""
    if most <= 10:
        return max(1, ceil(most))
    power = 1
    while True:
        for step in (10, 12, 15, 20, 25, 30, 40, 50, 60, 80):
            if step * power >= most:
                return step * power
        power *= 10


def columns(bars: Sequence[Column], rows: int, *, top: float, width: int = 1, gap: int = 1) -> list[Content]:
    """Columns side by side, `rows` high, of values from 0 to `top`; the labels are the last line.

    What is more than nothing shows at least its lowest eighth.
    """
    lines = []
    heights = [_eighths(bar.value, top, rows) for bar in bars]
    for row in reversed(range(rows)):
        parts: list[tuple[str, str]] = []
        for bar, height in zip(bars, heights, strict=True):
            glyph = EIGHTHS[max(0, min(8, height - 8 * row))]
            parts.append((glyph * width + " " * gap, bar.style))
        lines.append(Content.assemble(*parts))
    labels = [(bar.label[: width + gap].ljust(width + gap), QUIET) for bar in bars]
    return [*lines, Content.assemble(*labels)]


def _eighths(value: float, top: float, rows: int) -> int:
    if value <= 0 or top <= 0:
        return 0
    return max(1, round(8 * rows * min(value, top) / top))


def with_axis(
    lines: Sequence[Content], rows: int, top: str, middle: str = "", foot: str = "0"
) -> list[Content]:
    """A chart with its values at the left, each at its own height, and the line that it stands on."""
    names = {0: top, rows // 2: middle if rows >= 4 and rows % 2 == 0 else ""}
    column = max(len(top), len(middle), len(foot))
    length = max(line.cell_length for line in lines)
    drawn = [
        Content.assemble(
            (names.get(row, "").rjust(column), QUIET), (" ┤ " if names.get(row) else " │ ", "$line"), line
        )
        for row, line in enumerate(lines[:rows])
    ]
    drawn.append(Content.assemble((foot.rjust(column), QUIET), (f" └─{'─' * length}", "$line")))
    return [*drawn, *(Content.assemble(" " * (column + 3), line) for line in lines[rows:])]


def axis_width(top: str) -> int:
    """The cells that an axis takes."""
    return len(top) + 3


def meter(share: float, width: int, *, target: float | None = None, style: str = "$text-primary") -> Content:
    """A share from 0 to 1 of a line, with a mark where it should reach."""
    filled = round(width * max(0.0, min(1.0, share)))
    mark = -1 if target is None else min(width - 1, round(width * target))
    cells = [(FULL, style) if cell < filled else (REST, "$line") for cell in range(width)]
    if 0 <= mark < width:
        cells[mark] = (MARK, "bold $text-accent")
    return Content.assemble(*cells)


def trend(shares: Sequence[float | None]) -> Content:
    """Shares from 0 to 1, the oldest first, as one line of columns; what is not known is a dot."""
    return Content.styled(
        "".join(
            "·" if share is None else EIGHTHS[1 + round(7 * max(0.0, min(1.0, share)))] for share in shares
        ),
        "$text-primary",
    )
