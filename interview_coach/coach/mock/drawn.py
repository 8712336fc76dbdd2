"""A report drawn with letters and blocks, for plain lines and for Markdown alike. Widths are in characters."""

from collections.abc import Iterator
from statistics import fmean

from interview_coach.answers import rubric
from interview_coach.answers.facts import clock
from interview_coach.answers.profiles import Light
from interview_coach.coach.answering import Way
from interview_coach.coach.mock.report import Answer, Figure, Report

BAR = 32
_LABEL = 10
_LIGHTS = {
    Light.NONE: "before green",
    Light.GREEN: "green",
    Light.YELLOW: "yellow",
    Light.RED: "red",
    Light.OVERTIME: "overtime",
}
_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(value: float, whole: float, mark: float | None = None, width: int = BAR) -> str:
    """A bar of `value` in `whole`, with a line where `mark` stands."""
    filled = max(0.0, min(1.0, value / whole if whole else 0.0)) * width
    cells = [_cell(filled - place) for place in range(width)]
    if mark is not None and whole:
        place = min(width - 1, max(0, round(mark / whole * width) - 1))
        cells[place] = "┃" if cells[place] == "█" else "│"
    return "".join(cells)


def _cell(part: float) -> str:
    if part >= 1:
        return "█"
    return _EIGHTHS[int(part * 8)].replace(" ", "·") if part > 0 else "·"


def answer_lines(answer: Answer) -> list[str]:
    """What was measured and graded of one answer, line by line."""
    return [*_time(answer), *_parts(answer), *_figures(answer), *_grades(answer)]


def _time(answer: Answer) -> Iterator[str]:
    if answer.seconds is None:
        return
    profile = answer.profile
    drawn = bar(answer.seconds, profile.overtime * 1.2, profile.red)
    said = f"{clock(answer.seconds)} of {clock(profile.red)}"
    how = "predicted from the words, " if answer.is_predicted else ""
    yield f"{'Time':<{_LABEL}}{drawn}  {said}, {how}{_LIGHTS[answer.light]}"


def _parts(answer: Answer) -> Iterator[str]:
    for each in answer.shares:
        drawn = bar(each.share, 100, each.target)
        yield f"{each.part.value.capitalize():<{_LABEL}}{drawn}  {each.share:3} %, beside {each.target} %"


def _figures(answer: Answer) -> Iterator[str]:
    for number, each in enumerate(answer.figures):
        label = "Figures" if number == 0 else ""
        yield f"{label:<{_LABEL}}{_box(each)} {each.value}  {each.name}{_when(each)}"


def _box(figure: Figure) -> str:
    return "[x]" if figure.said else "[ ]"


def _when(figure: Figure) -> str:
    return ", said when asked" if figure.said_when_asked and not figure.said else ""


def _grades(answer: Answer) -> Iterator[str]:
    first = True
    for line in rubric.LINES:
        level = answer.grades.get(line.code)
        if level is not None:
            label = "Grades" if first else ""
            first = False
            yield f"{label:<{_LABEL}}{_dots(level)} {level}  {line.name}: {_looks_like(line, level)}"


def _looks_like(line: rubric.Line, level: int) -> str:
    """What a level looks like, by itself: the highest is put as the one below it and more."""
    return line.anchor(level).replace("The same", line.anchor(level - 1)) if level > 1 else line.anchor(level)


def _dots(level: int) -> str:
    return "■" * level + "□" * (5 - level)


def how_given(answer: Answer) -> str:
    """How an answer was given, in words: 'typed, 212 words'."""
    attempt = answer.attempt
    if attempt is None:
        return "not asked"
    if attempt.abandoned:
        return "skipped"
    words = f"{attempt.words} {'word' if attempt.words == 1 else 'words'}"
    return {
        Way.SPOKEN.value: "spoken",
        Way.BOXES.value: f"typed in four boxes, {words}",
        Way.HEAD.value: "in the head, not measured",
    }.get(attempt.way, f"typed, {words}")


def summary_lines(report: Report) -> list[str]:
    """The interview in a few lines: what was answered, said, graded; each beside the last time."""
    before = report.before
    said, later, figures = report.figures
    lines = [f"{'Answered':<{_LABEL}}{len(report.answered)} of {len(report.answers)}"]
    if figures:
        more = f", {later} more when asked" if later else ""
        then = "" if before is None or not before.figures[2] else f"  (last time {before.figures[0]})"
        lines.append(
            f"{'Figures':<{_LABEL}}{bar(said, figures)}  {said} of {figures} said somewhere{more}{then}"
        )
    over = sum(each.light is Light.OVERTIME for each in report.answered)
    if over:
        lines.append(f"{'Overtime':<{_LABEL}}{over} of {len(report.answered)}")
    for line in rubric.LINES:
        grade = report.grades.get(line.code)
        if grade is not None:
            then = "" if before is None else _beside(grade, before.grades.get(line.code))
            lines.append(f"{line.name[:20]:<22}{bar(grade, 5, width=20)}  {grade:.1f}{then}")
    if report.predicted is not None:
        graded = fmean(grade for _, grade in report.predictions)
        lines.append(f"Predicted {report.predicted:.1f}, graded {graded:.1f}")
    return lines


def _beside(now: float, then: float | None) -> str:
    if then is None or abs(now - then) < 0.05:
        return ""
    return f"  ({now - then:+.1f} since last time)"
