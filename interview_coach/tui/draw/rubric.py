"""The rubric: five lines to grade, what each level of the one at the cursor looks like, and its cap."""

from textual.content import Content

from interview_coach.answers.rubric import LEVELS, LINES, Cap
from interview_coach.tui.draw.basics import BLANK, QUIET, clickable
from interview_coach.tui.text import cut, wrapped
from interview_coach.tui.turn import Turn


def rubric_lines(turn: Turn, width: int) -> list[Content]:
    """The lines with their grades, then the levels of the line at the cursor, in words."""
    caps = {cap.line: cap for cap in turn.judged.caps}
    column = max(len(line.name) for line in LINES) + 4
    lines = [BLANK, Content.styled(cut("How was it, line by line?", width), "bold"), BLANK]
    for index, line in enumerate(LINES):
        here = index == turn.line
        grade = turn.rubric.get(line.code)
        name = cut(line.name, min(column, width - 4) - 3).ljust(min(column, width - 4) - 2)
        mark = Content.assemble(
            ("▸ " if here else "  ", "bold $text-primary"),
            (name, "bold" if here else ""),
            ("-", QUIET) if grade is None else (str(grade), "bold $text-accent"),
        )
        aside = _aside(caps.get(line.code), line.code in turn.overruled)
        full = Content.assemble(mark, (f"  {aside}" if aside else "", QUIET))
        lines.append(full if full.cell_length <= width else mark)
    at = LINES[turn.line]
    lines.append(BLANK)
    for level in LEVELS:
        lines += _level(level, at.anchor(level), turn.rubric.get(at.code) == level, width)
    return [*lines, *_cap(caps.get(at.code), turn, width)]


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
    if cap is None or cap.line in turn.overruled:
        return []
    text = f"At most {cap.most}: {cap.reason}."
    if turn.wished is not None and turn.wished[0] == cap.line:
        text += f" {turn.wished[1]} once more overrules that."
    return [BLANK, *(Content.styled(line, "$text-warning") for line in wrapped(text, width))]
