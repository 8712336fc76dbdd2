"""The calendar of study days: a column a week, a row a weekday, the fuller a cell the more was rated."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual.content import Content

from interview_coach.tui.draw.basics import QUIET
from interview_coach.tui.draw.dates import month_of

NOTHING, MOCK_ALONE = "·", "○"
LEVELS = "░▒▓█"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
COLUMN = 5  # cells of the weekdays' names
CELL = 2  # cells of a day
LEAST_WEEKS, MOST_WEEKS = 13, 53
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Year:
    """What a calendar shows: ratings by study day, and the days on which a mock interview was finished."""

    reviews: Mapping[date, int]
    mocks: Collection[date]
    today: date


def calendar(year: Year, width: int) -> list[Content]:
    """The weeks since the first study day, as many as fit, and beneath them what the cells mean."""
    monday = year.today - timedelta(days=year.today.weekday())
    since = max(LEAST_WEEKS, (monday - min(year.reviews, default=monday)) // WEEK + 2)
    weeks = max(1, min(since, MOST_WEEKS, (width - COLUMN) // CELL))
    first = monday - WEEK * (weeks - 1)
    mondays = [first + WEEK * week for week in range(weeks)]
    shown = sorted(number for day, number in year.reviews.items() if first <= day <= year.today and number)
    bounds = _bounds(shown)
    lines = [Content.styled(" " * COLUMN + _months(mondays), QUIET)]
    for row, name in enumerate(WEEKDAYS):
        days = [each + timedelta(days=row) for each in mondays]
        here = row == year.today.weekday()
        label = (f"{name:<{COLUMN}}", "bold" if here else QUIET)
        lines.append(Content.assemble(label, *(_cell(year, day, bounds) for day in days)))
    legend = _legend(bounds, alone=any(first <= day and not year.reviews.get(day) for day in year.mocks))
    lines += [Content.styled(" " * COLUMN + line, QUIET) for line in _filled(legend, width - COLUMN)]
    return lines


def _bounds(numbers: Sequence[int]) -> list[int]:
    """The least ratings of each level: a quarter of the days has each, as far as they differ.

    Levels by the busiest day would leave all others pale after one long evening.
    """
    if not numbers:
        return []
    quarters = {numbers[len(numbers) * quarter // len(LEVELS)] for quarter in range(len(LEVELS))}
    return sorted(quarters)


def _cell(year: Year, day: date, bounds: Sequence[int]) -> tuple[str, str]:
    if day > year.today:
        return " " * CELL, ""
    number = year.reviews.get(day, 0)
    if not number:
        return (f"{MOCK_ALONE} ", "$text-success") if day in year.mocks else (f"{NOTHING} ", QUIET)
    return f"{_glyph(bisect_left(bounds, number + 1) - 1, len(bounds))} ", "$text-success"


def _glyph(level: int, levels: int) -> str:
    """A level's glyph; the highest is always the fullest."""
    return LEVELS[max(0, len(LEVELS) - levels + level)]


def _months(mondays: Sequence[date]) -> str:
    """The months over the weeks that they begin in, as far as their names have room."""
    line = ""
    for index, monday in enumerate(mondays):
        sunday = monday + timedelta(days=6)
        begins = sunday.day <= 7 or index == 0
        left = len(mondays) - index
        if begins and len(line) <= index * CELL and left * CELL >= 3:
            late = index == 0 and monday.day > 15  # the next month's name needs the room
            line = line.ljust(index * CELL) + ("" if late else month_of(sunday))
    return line


def _legend(bounds: Sequence[int], *, alone: bool) -> list[str]:
    said = [f"{NOTHING} none"]
    for level, least in enumerate(bounds):
        following = bounds[level + 1] if level + 1 < len(bounds) else None
        if following is None:
            much = f"{least} or more"
        else:
            much = str(least) if following == least + 1 else f"{least}-{following - 1}"
        said.append(f"{_glyph(level, len(bounds))} {much}")
    if bounds:
        said[-1] += " ratings"
    return [*said, *([f"{MOCK_ALONE} a mock interview alone"] if alone else [])]


def _filled(words: Sequence[str], width: int) -> list[str]:
    """The words in lines, none of them broken."""
    lines = [""]
    for word in words:
        longer = f"{lines[-1]}   {word}" if lines[-1] else word
        if len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
