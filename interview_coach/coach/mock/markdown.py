"""A report as a Markdown file of the person's own, in `data/reports/`."""

import re
from collections.abc import Iterator
from pathlib import Path

from interview_coach.answers.facts import clock
from interview_coach.coach.mock.advice import next_steps, role_words
from interview_coach.coach.mock.drawn import answer_lines, how_given, summary_lines
from interview_coach.coach.mock.report import Answer, Report
from interview_coach.coach.mock.state import MAY_REPEAT
from interview_coach.errors import CoachError
from interview_coach.settings import Settings
from interview_coach.workspace import Workspace, write_new

REPORTS = "reports"
_TRIES = 1000
_MEANING = re.compile(r"([\\`*_\[\]<>#|~])")


def reports_of(workspace: Workspace) -> Path:
    """The folder of the reports, which need not be there yet."""
    return workspace.data / REPORTS


def write_report(
    workspace: Workspace, report: Report, settings: Settings, *, lacks_trouble: bool = False
) -> Path:
    """Writes a report, private to the user, under a name that is not taken yet; gives its path.

    Raises CoachError where it cannot be written.
    """
    folder = reports_of(workspace)
    text = markdown(report, settings, lacks_trouble=lacks_trouble)
    stem = f"mock-{report.started_at:%Y-%m-%d-%H%M}-seed-{report.seed}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in range(1, _TRIES):
            path = folder / f"{stem}{f'-{number}' if number > 1 else ''}.md"
            try:
                write_new(path, text)
            except FileExistsError:
                continue
            return path
    except OSError as error:
        raise CoachError(
            f"{folder}: the report could not be written: {error.strerror}",
            "the interview itself is kept, and its report can be written again",
        ) from error
    raise CoachError(f"{folder}: {_TRIES} reports of this minute are there", "move some of them away")


def markdown(report: Report, settings: Settings, *, lacks_trouble: bool = False) -> str:
    """The report as a Markdown document."""
    lines = [*_head(report), *_summary(report), *_next(report, settings, lacks_trouble)]
    for answer in report.answers:
        lines += _answer(answer)
    lines += _foot(report)
    return "\n".join(lines) + "\n"


def _head(report: Report) -> Iterator[str]:
    setup = report.setup
    yield f"# Mock interview, {report.started_at.day} {report.started_at:%B %Y, %H:%M}"
    yield ""
    chosen = [f"seed {report.seed}", f"{len(report.answers)} questions", f"{setup.think} s to think"]
    if report.answers:
        profile = report.answers[0].profile
        chosen.append(f"red light at {clock(profile.red)}")
    chosen.append("with follow-ups" if setup.follow_ups else "without follow-ups")
    if setup.tough and setup.follow_ups:
        chosen.append("put by somebody who doubts")
    if setup.interview:
        chosen.append(f"for {_plain(setup.interview)}")
    yield _sentence(", ".join(chosen))
    if report.before is not None:
        before, asked = report.before.started_at, len(report.answers)
        all_of_them = report.asked_again == asked
        which = (
            "The same questions as"
            if all_of_them
            else f"{report.asked_again} of its {asked} questions were asked"
        )
        yield f"{which} on {before.day} {before:%B %Y}, which it is set beside."
    if report.given_up:
        yield "It was ended before its last question."
    yield ""


def _summary(report: Report) -> Iterator[str]:
    yield "## In short"
    yield ""
    yield from _fenced(summary_lines(report))


def _next(report: Report, settings: Settings, lacks_trouble: bool) -> Iterator[str]:
    steps = next_steps(report, settings, lacks_trouble=lacks_trouble)
    if not steps:
        return
    yield "## What to do next"
    yield ""
    for number, step in enumerate(steps, 1):
        yield f"{number}. {_plain(step)}"
    yield ""


def _answer(answer: Answer) -> Iterator[str]:
    planned = answer.planned
    yield f"## {planned.number}. {_plain(planned.prompt)}"
    yield ""
    again = f"; {MAY_REPEAT}" if planned.repeats else ""
    yield f"{_plain(planned.skill)}, {role_words(answer)}; {how_given(answer)}{again}."
    yield ""
    yield from _fenced(answer_lines(answer))
    if answer.fix:
        yield f"**To fix:** {_plain(answer.fix)}"
        yield ""
    if answer.asked_on is not None:
        asked = answer.asked_on
        took = f", in {clock(asked.seconds)}" if asked.seconds is not None else ""
        became = f"answered{took}" if asked.answered else "not answered"
        yield f"**Asked on**, since {asked.why}: *{_plain(asked.text)}* ({became})"
        yield ""
    if answer.text:
        yield from (f"> {_plain(line)}".rstrip() for line in answer.text.splitlines())
        yield ""


def _foot(report: Report) -> Iterator[str]:
    yield "---"
    yield ""
    yield (
        f"To sit the same interview again: `interview-coach mock --seed {report.seed}`. Times are the clock's, "
        "or predicted where an answer was written; figures were looked for in its words; ticks and grades are "
        "yours."
    )


def _fenced(lines: list[str]) -> Iterator[str]:
    if lines:
        yield "```"
        yield from (line.replace("```", "'''") for line in lines)
        yield "```"
        yield ""


def _plain(text: str) -> str:
    """A text on one line that means nothing in Markdown."""
    return _MEANING.sub(r"\\\1", " ".join(text.split()))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
