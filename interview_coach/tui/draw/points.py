"""The panel beside a card: numbers to land before the answer, points to tick after it."""

from collections.abc import Iterable, Iterator
from functools import partial

from textual.content import Content

from interview_coach.answers.model import Status
from interview_coach.cards.model import Point, PointKind
from interview_coach.cards.prompts import masked
from interview_coach.tui.draw.basics import BLANK, QUIET, clickable, key, spread
from interview_coach.tui.text import cut, one_line, width_of, wrapped
from interview_coach.tui.turn import Turn

MASK = "▒▒▒"  # the same for every value: a length would be a hint
HINT_USED = "▒"
UNDER = "   "  # before the lines under a point's name
NAME_LINES = 2

Row = tuple[Content, int | None]  # a line with the index of the point that it belongs to


def points(turn: Turn, width: int, height: int, *, typing: bool = False) -> list[Row]:
    """The panel's lines; close together, and cut to the line, where they would not fit the height.

    None where there is nothing to uncover yet, or nothing to tick. While somebody is `typing` a plain key is
    text: the key that leads out of the box comes before it.
    """
    if not (turn.points if turn.revealed else turn.metrics):
        return []
    draw = _tick_list if turn.revealed else partial(_numbers, typing=typing)
    rows = draw(turn, width, tight=False)
    return rows if len(rows) <= height else draw(turn, width, tight=True)


def _numbers(turn: Turn, width: int, *, tight: bool, typing: bool) -> list[Row]:
    gap: list[Row] = [] if tight else [(BLANK, None)]
    rows: list[Row] = [(Content.styled(cut("Numbers to land", width), "bold"), None)]
    for index in turn.metrics:
        point = turn.points[index]
        hinted = index in turn.hinted
        name, context = (point.label, point.context) if hinted else masked(point)
        value, style = (point.expected, "bold $text-accent") if hinted else (MASK, QUIET)
        rows += gap
        rows += [(line, index) for line in _name_and_value(name, value, style, width)]
        rows += [(Content.styled(line, QUIET), index) for line in wrapped(context, width) if line]
    if turn.is_covered:
        rows += [*gap, (clickable(key("esc h" if typing else "h", "uncovers one"), "screen.hint"), None)]
    return rows


def _name_and_value(name: str, value: str, style: str, width: int) -> list[Content]:
    """The value at the right of the name's last line where there is room, else beneath."""
    *before, last = wrapped(name, width)
    value = one_line(value)
    room = width - width_of(last) - 1
    lines = [Content(line) for line in before]
    if width_of(value) <= room:
        gap = " " * (width - width_of(last) - width_of(value))
        return [*lines, Content.assemble(last, gap, (value, style))]
    return [*lines, Content(last), *(Content.styled(line, style) for line in wrapped(value, width))]


def _tick_list(turn: Turn, width: int, *, tight: bool) -> list[Row]:
    count = Content.styled(f"{len(turn.ticked)}/{len(turn.points)}", QUIET)
    rows: list[Row] = [(spread(Content.styled("What you said", "bold"), count, width), None)]
    if not tight:
        rows.append((BLANK, None))
    for index, point in enumerate(turn.points):
        lines = [*_name(turn, index, width, 1 if tight else NAME_LINES)]
        if point.kind is PointKind.METRIC:
            lines += _figure(point, _found(turn, index), width, tight=tight)
        rows += [(clickable(line, f"screen.tick_at({index})"), index) for line in lines]
    if turn.hinted:
        rows.append((Content.styled(cut(f"{HINT_USED} a hint used", width), QUIET), None))
    return rows


def _name(turn: Turn, index: int, width: int, most: int) -> Iterator[Content]:
    """The box to tick and what the point is called; a number that was uncovered is marked before its name."""
    here = index == turn.at
    lead = Content.assemble(
        ("▸" if here else " ", "bold $text-primary"),
        _tick_box(turn, index),
        (f"{HINT_USED} " if index in turn.hinted else "", QUIET),
    )
    first, *others = _at_most(wrapped(turn.points[index].label, width - lead.cell_length), most, width)
    style = "bold" if here else ""
    yield Content.assemble(lead, (cut(first, width - lead.cell_length), style))
    for line in others:
        yield Content.assemble(" " * lead.cell_length, (cut(line, width - lead.cell_length), style))


def _tick_box(turn: Turn, index: int) -> tuple[str, str]:
    """Ticked, not ticked, or said with another value than the note's, which is a question."""
    if index in turn.ticked:
        return "[✓] ", "$text-success"
    landing = None if turn.looked is None else turn.looked.landing_of(turn.points[index])
    if landing is not None and landing.status is Status.WRONG and index not in turn.own:
        return "[?] ", "$text-warning"
    return "[ ] ", ""


def _found(turn: Turn, index: int) -> str:
    """What the answer itself says of a number, until the person says otherwise; "" where it says nothing."""
    landing = None if turn.looked is None else turn.looked.landing_of(turn.points[index])
    if landing is None or index in turn.own or landing.status is Status.MISSING:
        return ""
    return "found" if landing.status is Status.LANDED else f"said: {landing.said}"


def _figure(point: Point, found: str, width: int, *, tight: bool) -> Iterator[Content]:
    """A number's value, and its context or what was found of it: side by side where they fit, else beneath.

    Where it is tight, context is cut to the line. What was found is not: it is what is asked about.
    """
    room = width - len(UNDER)
    value, context = one_line(point.expected), one_line(found or point.context)
    if (tight and not found) or width_of(value) + 2 + width_of(context) <= room:
        shown = cut(value, room)
        beside = cut(context, room - width_of(shown) - 2)
        yield Content.assemble(UNDER, (shown, "bold $text-accent"), (f"  {beside}" if beside else "", QUIET))
        return
    for line in wrapped(value, room):
        yield Content.assemble(UNDER, (line, "bold $text-accent"))
    for line in _at_most(wrapped(context, room) if context else (), NAME_LINES, room):
        yield Content.assemble(UNDER, (line, QUIET))


def _at_most(lines: Iterable[str], most: int, width: int) -> list[str]:
    """The first lines; what does not fit them is cut off the last with an ellipsis."""
    kept = list(lines)
    if len(kept) <= most:
        return kept
    return [*kept[: most - 1], cut(" ".join(kept[most - 1 :]), width)]
