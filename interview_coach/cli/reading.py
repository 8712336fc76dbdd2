"""`notes` and `check` for people."""

from collections.abc import Sequence
from pathlib import Path

from interview_coach.cli.output import plural, say, shown
from interview_coach.errors import CoachError
from interview_coach.notes.files import read_paths
from interview_coach.notes.model import Failed, Ignored, Problem, ReadResult, Severity, SkillNote


def read(paths: Sequence[Path]) -> list[ReadResult]:
    """The notes at some paths. Raises CoachError for a path that is not there."""
    for path in paths:
        if not path.exists():
            raise CoachError(f"{path}: no such file or folder", "check the spelling of the path")
    return read_paths([Path(shown(path)) for path in paths])


def print_notes(results: Sequence[ReadResult]) -> None:
    """What each note holds, in a few lines."""
    notes = [each for each in results if isinstance(each, SkillNote)]
    for note in notes:
        held = (
            plural(len(note.questions), "question"),
            plural(len(note.stories), "STAR story", "STAR stories"),
            plural(len(note.metrics), "metric"),
            plural(len(note.phrasings), "phrasing"),
            plural(len(note.projects), "project"),
            plural(len(note.keywords), "keyword"),
        )
        say(f"{note.title}  ({note.path})")
        say(f"  {', '.join(held)}")
        for metric in note.metrics:
            say(f"  {metric.name}: {metric.value}" + (f" ({metric.context})" if metric.context else ""))
        for question in note.questions:
            say(f"  {question.line}: {question.text}")
        if note.problems:
            say(f"  {plural(len(note.problems), 'thing')} to look at: interview-coach check {note.path}")
        say()
    for each in results:
        if isinstance(each, Failed):
            say(f"{each.path}:{each.line}: not read: {each.message}" + (f" ({each.hint})" if each.hint else ""))
        elif isinstance(each, Ignored):
            say(f"{each.path}: passed over: {each.reason}")
    say(plural(len(notes), "skill note") + _how_to_begin(notes))


def problems_of(results: Sequence[ReadResult]) -> list[tuple[str, Problem]]:
    """Every problem with its file, in the order of the files; a note that could not be read is one."""
    problems: list[tuple[str, Problem]] = []
    for each in results:
        if isinstance(each, SkillNote):
            problems.extend((each.path, problem) for problem in each.problems)
        elif isinstance(each, Failed):
            problems.append((each.path, Problem(each.line, Severity.ERROR, each.message, each.hint)))
    return problems


def print_problems(results: Sequence[ReadResult], problems: Sequence[tuple[str, Problem]]) -> None:
    """One line a problem, as editors and `grep` write places."""
    for path, problem in problems:
        hint = f" ({problem.hint})" if problem.hint else ""
        say(f"{path}:{problem.line}: {problem.severity.value}: {problem.message}{hint}")
    if not problems:
        notes = [each for each in results if isinstance(each, SkillNote)]
        say(f"{plural(len(notes), 'skill note')}, nothing odd." + _how_to_begin(notes))
    for each in results:
        if isinstance(each, Ignored) and each.reason == "empty":
            say(f"{each.path}: passed over: {each.reason}")


def _how_to_begin(notes: Sequence[SkillNote]) -> str:
    return "" if notes else " interview-coach new NAME begins one."
