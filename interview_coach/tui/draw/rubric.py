"""The rubric: five lines to grade, what each level of the one at the cursor looks like, and its cap."""

from textual.content import Content

from interview_coach.answers.rubric import LEVELS, LINES, Cap, Line
from interview_coach.tui.draw.basics import BLANK, QUIET, clickable
from interview_coach.tui.draw.points import Row
from interview_coach.tui.text import cut, wrapped
from interview_coach.tui.turn import Turn

NAMES = max(len(line.name) for line in LINES) + 2  # cells for the names of the lines


def rubric_rows(turn: Turn, width: int) -> list[Row]:
    """The lines with their grades, then the levels of the line at the cursor, in words.

    All that is to be seen of the line at the cursor belongs to its index.
    """
    caps = {cap.line: cap for cap in turn.judged.caps}
    rows: list[Row] = [(BLANK, None), (Content.styled(cut("How was it, line by line?", width), "bold"), None)]
    for index, line in enumerate(LINES):
        aside = _aside(caps.get(line.code), line.code in turn.grades.overruled)
        mark = _graded(line.name, turn.grades.by_line.get(line.code), index == turn.line, width)
        full = Content.assemble(mark, (f"  {aside}" if aside else "", QUIET))
        rows.append((full if full.cell_length <= width else mark, index))
    at = LINES[turn.line]
    beneath = [*_cap(caps.get(at.code), turn, width), BLANK]
    for level in LEVELS:
        beneath += _level(level, at.anchor(level), turn.grades.by_line.get(at.code) == level, width)
    return [*rows, *((each, turn.line) for each in beneath)]


def _graded(name: str, grade: int | None, here: bool, width: int) -> Content:
    column = min(NAMES, width - 4)
    return Content.assemble(
        ("▸ " if here else "  ", "bold $text-primary"),
        (cut(name, column - 1).ljust(column), "bold" if here else ""),
        ("-", QUIET) if grade is None else (str(grade), "bold $text-accent"),
    )


def _aside(cap: Cap | None, overruled: bool) -> str:
    if cap is None:
        return ""
    return f"overruled: at most {cap.most}" if overruled else f"at most {cap.most}"


def _level(level: int, anchor: str, chosen: bool, width: int) -> list[Content]:
    first, *others = wrapped(anchor, width - 4)
    style = "bold" if chosen else ""
    lead = Content.assemble(
        ("✓" if chosen else " ", "$text-success"), (f"{level}  ", "bold $text-primary"), (first, style)
    )
    lines = [lead, *(Content.styled(f"    {line}", style) for line in others)]
    return [clickable(line, f"screen.digit({level})") for line in lines]


def _cap(cap: Cap | None, turn: Turn, width: int) -> list[Content]:
    if cap is None or cap.line in turn.grades.overruled:
        return []
    text = f"At most {cap.most}: {cap.reason}."
    wished = turn.grades.wished
    if wished is not None and wished[0] == cap.line:
        text += f" {wished[1]} once more overrules that."
    return [Content.styled(line, "$text-warning") for line in wrapped(text, width)]


def held_words(turn: Turn, graded: Line, level: int) -> str:
    """What is said where a cap held the grade down that a line was just given; "" where none did."""
    cap = next((cap for cap in turn.judged.caps if cap.line == graded.code), None)
    if cap is None or turn.grades.wished != (graded.code, level):
        return ""
    return f"{graded.name} at most {cap.most}: {cap.reason}. {level} on that line once more overrules."
