"""The list of what is odd in the notes."""

from collections.abc import Sequence

from textual.content import Content

from interview_coach.notes.model import Problem, Severity
from interview_coach.tui.draw.basics import BLANK, QUIET, clickable
from interview_coach.tui.text import cut, wrapped

STYLES = {Severity.ERROR: "$text-error", Severity.WARNING: "$text-warning", Severity.INFO: "$text-primary"}
INDENT = "  "
REMEDY = "  → "

Row = tuple[Content, int | None]  # a line with the index of the problem that it belongs to


def described(path: str, problem: Problem, width: int) -> list[Content]:
    """One problem: where, how much it matters; what it is; what to do."""
    severity = f"  {problem.severity.value}"
    place = cut(f"{path}:{problem.line}", max(8, width - len(INDENT) - len(severity)))
    lines = [Content.assemble(INDENT, (place, "bold"), (severity, STYLES[problem.severity]))]
    lines += [Content.assemble(INDENT, line) for line in wrapped(problem.message, width - len(INDENT))]
    margin = REMEDY
    for line in wrapped(problem.hint, width - len(REMEDY)) if problem.hint else ():
        lines.append(Content.assemble((margin, QUIET), (line, QUIET)))
        margin = " " * len(REMEDY)
    return lines


def listed(problems: Sequence[Sequence[Content]], at: int) -> list[Row]:
    """The problems under each other, as `described` has them, with the cursor before one."""
    rows: list[Row] = [(BLANK, None)]
    for index, (first, *others) in enumerate(problems):
        cursor = Content.assemble(("▸ ", "bold $text-primary"), first[len(INDENT) :])
        lines = (cursor if index == at else first, *others)
        rows += [(clickable(line, f"screen.go_to({index})"), index) for line in lines]
        rows.append((BLANK, None))
    return rows[:-1]
