"""The list of mock interviews that were sat, and what stands beside it."""

from collections.abc import Sequence

from textual.content import Content

from interview_coach.answers import rubric
from interview_coach.answers.profiles import Light
from interview_coach.coach.mock.drawn import how_given
from interview_coach.coach.mock.past import Past
from interview_coach.coach.mock.report import Answer, Report
from interview_coach.tui.draw.basics import BLANK, QUIET, day_name, hanging, spread
from interview_coach.tui.draw.clock import LIGHT_STYLES, minutes
from interview_coach.tui.draw.dates import month_of
from interview_coach.tui.text import cut, width_of, wrapped

READING = 76  # cells that a sentence is read in, at most


def row(each: Past, width: int) -> tuple[Content, ...]:
    """When it was, with its grade; beneath that how much was answered, and its seed."""
    grade = "" if each.grade is None else f"{each.grade:.1f}"
    time = f" {each.started_at:%H:%M}"
    room = width - len(grade) - 2 - len(time)
    day = day_name(each.started_at)
    if width_of(day) > room:
        day = f"{each.started_at.day} {month_of(each.started_at)} {each.started_at.year}"
    state = "" if each.is_over else ", not over"
    beneath = f"{each.answered} of {each.questions} answered{state} · seed {each.seed}"
    return (
        spread(Content(cut(day, room) + time), Content.styled(grade, "bold $text-accent"), width),
        Content.styled(cut(beneath, width), QUIET),
    )


def nothing(width: int) -> list[Content]:
    """No interview was sat, and what one comes to, in words."""
    told = (
        "m on Today sits one: a handful of questions against the clock, and a debrief. Each stands here then, "
        "with its report, and can be sat again."
    )
    lines = [Content.styled(line, "bold") for line in wrapped("No mock interview was sat yet.", width)]
    return [*lines, BLANK, *(Content(line) for line in wrapped(told, min(width, READING)))]


def detail(report: Report, steps: Sequence[str], width: int) -> list[Content]:
    """Each answer with its time, its figures and its grade, and what was to be done next."""
    lines: list[Content] = []
    for answer in report.answers:
        lines += hanging(f"{answer.planned.number}. ", answer.planned.prompt, width)[:2]
        lines += _measured(answer, width)
    if report.before is not None:
        text = f"The same seed was sat on {day_name(report.before.started_at)} too."
        lines += [BLANK, *(Content.styled(line, QUIET) for line in wrapped(text, width))]
    if steps:
        lines += [BLANK, Content.styled("What to do next", f"italic {QUIET}")]
        lines += [line for step in steps for line in hanging("· ", step, width)]
    return lines


def _measured(answer: Answer, width: int) -> list[Content]:
    """Its time, its figures and its grade, which has a line of its own where it needs one."""
    if answer.is_skipped:
        return [Content.styled(cut(f"   {how_given(answer)}", width), QUIET)]
    light = answer.light
    time = "" if answer.seconds is None else minutes(answer.seconds)
    said = sum(each.said for each in answer.figures)
    figures = f", {said} of {len(answer.figures)} figures" if answer.figures else ""
    grade = f"graded {rubric.told(answer.grades)}" if answer.grades else ""
    late = light in (Light.RED, Light.OVERTIME)
    over = f" {'past red' if light is Light.RED else 'overtime'}" if late else ""
    took = Content.styled(f"   {time}{over}", LIGHT_STYLES[light] if late else "")
    line = Content.assemble(took, (figures, QUIET))
    if not grade or line.cell_length + 2 + width_of(grade) <= width:
        whole = Content.assemble(line, (f", {grade}" if grade else "", QUIET))
        return [whole.truncate(width, ellipsis=True)]
    return [line.truncate(width, ellipsis=True), Content.styled(cut(f"   {grade}", width), QUIET)]
