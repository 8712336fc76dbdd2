"""`coverage`, and what `check --coverage` adds."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from interview_coach.cli.group import group, json_option, opened, workspace_option

if TYPE_CHECKING:
    from interview_coach.coach.coverage import Finding, Practised
    from interview_coach.notes.model import Problem, ReadResult
    from interview_coach.settings import Settings


@group.command("coverage")
@json_option
@workspace_option
@click.pass_context
def coverage_command(context: click.Context, as_json: bool, workspace: str | None) -> None:
    """Which question has which story, what was practised of it, and where the stories fall short."""
    from interview_coach.cli.output import print_json
    from interview_coach.coach.coverage import practised

    with opened(context, workspace) as coach:
        coach.sync()
        found = practised(coach.database, coach.workspace.decks, coach.settings)
    if as_json:
        print_json(_shape(found))
    else:
        _print(found)


def coverage_problems(
    results: "Sequence[ReadResult]", settings: "Settings", place: Path
) -> "list[tuple[str, Problem]]":
    """What the notes alone say of their coverage, as `check` prints it; `place` stands for all notes."""
    from interview_coach.cli.output import shown
    from interview_coach.coach.coverage import coverage_of
    from interview_coach.notes.model import Problem, Severity

    return [
        (
            finding.path or shown(place),
            Problem(finding.line or 1, Severity.INFO, finding.message, finding.hint),
        )
        for finding in coverage_of(results, settings).findings
    ]


def _print(found: "Practised") -> None:
    from interview_coach.cli.output import one_line, plural, say

    covered = found.coverage
    skill = None
    for question, given in zip(covered.questions, found.answers, strict=True):
        if question.path != skill:
            skill = question.path
            say(f"{question.skill}  ({question.path})")
        times = "never" if given is None else f"{given.answers} x, {given.last.isoformat()}"
        say(f"  {times:<16}  {one_line(question.text, 22)}")
        names = [covered.stories[number].name for number in question.stories]
        with_what = " or ".join(names) or "nothing yet"
        say(f"{'':<20}{'its own answer' if question.own_answer else one_line(with_what, 20)}")
    for finding in covered.findings:
        say(f"{_place(finding)}{finding.message} ({finding.hint})")
    told = plural(len(covered.stories), "story", "stories")
    say(f"{plural(len(covered.questions), 'question')}, {told}, {len(covered.findings)} to look at.")


def _place(finding: "Finding") -> str:
    return f"{finding.path}:{finding.line}: " if finding.path else ""


def _shape(found: "Practised") -> dict[str, Any]:
    questions = zip(found.coverage.questions, found.answers, strict=True)
    stories = zip(found.coverage.stories, found.told, strict=True)
    return {
        "schema": 1,
        "questions": [
            {
                "note": question.path,
                "skill": question.skill,
                "text": question.text,
                "line": question.line,
                "own_answer": question.own_answer,
                "stories": list(question.stories),
                "answers": 0 if given is None else given.answers,
                "last": None if given is None else given.last.isoformat(),
            }
            for question, given in questions
        ],
        "stories": [
            {
                "note": story.path,
                "skill": story.skill,
                "name": story.name,
                "line": story.line,
                "words": story.words,
                "seconds": story.seconds,
                "over": story.over,
                "themes": sorted(theme.value for theme in story.themes),
                "questions": list(story.questions),
                "shared": list(story.shared),
                "answers": told,
            }
            for story, told in stories
        ],
        "findings": [
            {
                "code": finding.code.value,
                "note": finding.path,
                "line": finding.line,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in found.coverage.findings
        ],
    }
