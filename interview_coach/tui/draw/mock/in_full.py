"""Each answer of a mock interview in full, under what the interview came to over all."""

from collections.abc import Iterator

from textual.content import Content

from interview_coach.answers import rubric
from interview_coach.coach.mock.advice import role_words
from interview_coach.coach.mock.drawn import how_given
from interview_coach.coach.mock.report import Answer, Figure, Report
from interview_coach.tui.draw.basics import BLANK, QUIET, labelled
from interview_coach.tui.draw.clock import minutes
from interview_coach.tui.text import wrapped

LABEL = 12  # cells of the column with the labels


def in_full(report: Report, width: int) -> Iterator[Content]:
    """Every answer with all that was measured and said of it."""
    for answer in report.answers:
        yield BLANK
        title = wrapped(f"{answer.planned.number}. {answer.planned.prompt}", width)
        yield from (Content.styled(line, "bold") for line in title)
        how = f"{answer.planned.skill} · {role_words(answer)} · {how_given(answer)}"
        yield from (Content.styled(line, QUIET) for line in wrapped(how, width))
        yield from _detail(answer, width)


def _detail(answer: Answer, width: int) -> Iterator[Content]:
    if answer.shares:
        shares = ", ".join(f"{each.part.value.capitalize()} {each.share} %" for each in answer.shares)
        targets = "/".join(str(each.target) for each in answer.shares)
        yield from labelled("Parts", f"{shares}; beside {targets}", width, LABEL)
    for figure in answer.figures:
        yield from labelled("Figure", _figure(figure), width, LABEL)
    grades = ", ".join(
        f"{line.name} {answer.grades[line.code]}" for line in rubric.LINES if line.code in answer.grades
    )
    if grades:
        yield from labelled("Grades", grades, width, LABEL)
    if answer.asked_on is not None:
        asked = answer.asked_on
        became = "answered" if asked.answered else "not answered"
        took = f" in {minutes(asked.seconds)}" if asked.answered and asked.seconds is not None else ""
        yield from labelled("Asked on", f"{asked.text} ({asked.why}; {became}{took})", width, LABEL)
    if answer.reasons:
        yield from labelled("Weak in", "; ".join(answer.reasons), width, LABEL, "$text-warning")
    if answer.fix:
        yield from labelled("To fix", answer.fix, width, LABEL, "$text-accent")


def _figure(figure: Figure) -> str:
    box = "[✓]" if figure.said else "[◪]" if figure.said_when_asked else "[ ]"
    when = ", only when asked" if figure.said_when_asked and not figure.said else ""
    return f"{box} {figure.value}  {figure.name}{when}"
