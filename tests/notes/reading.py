"""Reading a note from text, for the tests."""

from interview_coach.notes.model import SkillNote
from interview_coach.notes.reader import read_note

FRONTMATTER = "---\ntype: skill\n---\n"


def read(body: str, frontmatter: str = FRONTMATTER, path: str = "Negotiation.md") -> SkillNote:
    """The note of this body; it must be a skill note."""
    note = read_note(path, (frontmatter + body).encode())
    assert isinstance(note, SkillNote), note
    return note


def asked(body: str) -> list[tuple[str, str | None]]:
    """The note's questions with their answers."""
    return [(question.text, question.answer) for question in read(body).questions]


def parts(body: str) -> list[tuple[str, str, str, str, str, str]]:
    """The note's stories: title, situation, task, action, result, learning."""
    return [
        (story.title, story.situation, story.task, story.action, story.result, story.learning)
        for story in read(body).stories
    ]


def measured(body: str) -> list[tuple[str, str, str]]:
    """The note's metrics: name, value, context."""
    return [(metric.name, metric.value, metric.context) for metric in read(body).metrics]
