"""The sample notes and the examples in the pages do what a reader of them will expect."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from interview_coach.cards.make import cards_of, kinds_of
from interview_coach.cards.model import CardKind
from interview_coach.cli.commands import group
from interview_coach.notes.model import SkillNote
from interview_coach.notes.reader import read_note
from interview_coach.settings import DEFAULTS
from interview_coach.tui.actions import keys_page
from scripts import keys_doc

ROOT = Path(__file__).resolve().parent.parent
DECKS = sorted((ROOT / "decks").glob("*.md"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "note-format.md").read_text(encoding="utf-8")
JSON_PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", README + FORMAT, re.MULTILINE | re.DOTALL)
WHOLE = [example for example in EXAMPLES if example.startswith("---")]
PIECES = [example for example in EXAMPLES if not example.startswith("---")]


def read(text: str) -> SkillNote:
    note = read_note("example.md", text.encode())
    assert isinstance(note, SkillNote)
    return note


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.stem)
def test_a_sample_note_is_read_whole(deck: Path) -> None:
    note = read_note(deck.name, deck.read_bytes())
    assert isinstance(note, SkillNote)
    assert note.problems == ()
    assert note.title.casefold() == deck.stem.replace("-", " ")
    assert 3 <= len(note.questions) <= 5
    assert 3 <= len(note.metrics) <= 4
    assert 3 <= len(note.accomplishments) <= 5
    assert [each.audience for each in note.phrasings] == [
        "resume line",
        "technical",
        "non-technical",
        "leadership",
    ]
    assert len(note.projects) == 3
    assert all(project.evidence for project in note.projects)
    assert len(note.keywords) >= 8
    for story in note.stories:
        for part in (story.situation, story.task, story.action, story.result):
            assert 25 <= len(part.split()) <= 60
    assert note.category
    assert note.proficiency
    assert note.years
    assert note.description
    assert note.self_assessment


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.stem)
def test_a_sample_note_makes_a_weeks_worth_of_cards(deck: Path) -> None:
    cards = cards_of(read(deck.read_text(encoding="utf-8")), kinds_of(DEFAULTS.cards))
    assert len(cards) >= 10
    assert {card.kind for card in cards} == {CardKind.QUESTION, CardKind.STORY_PART, CardKind.METRIC}
    assert all(card.answer for card in cards)


def test_the_samples_show_what_notes_can_hold() -> None:
    notes = [read(deck.read_text(encoding="utf-8")) for deck in DECKS]
    assert len({note.category for note in notes}) >= 4
    stories = [story for note in notes for story in note.stories]
    assert any(question.answer for note in notes for question in note.questions)
    assert any(len(note.stories) == 2 and all(story.title for story in note.stories) for note in notes)
    assert any(story.learning for story in stories)


@pytest.mark.parametrize("example", WHOLE, ids=range(len(WHOLE)))
def test_a_whole_note_in_a_page_has_no_problem(example: str) -> None:
    note = read(example)
    assert note.problems == ()
    assert note.questions
    assert note.metrics
    assert all((story.situation, story.task, story.action, story.result) for story in note.stories)
    assert len(note.stories) == 1


def test_the_pieces_in_the_note_format_are_read_as_it_says() -> None:
    questions, story, metrics = (read(f"---\ntype: skill\n---\n\n# X\n\n{piece}") for piece in PIECES)
    told_answers = [(each.text, (each.answer or "").removeprefix("- ")) for each in questions.questions]
    assert told_answers == [
        ("Why did you leave teaching?", "I did not leave it; I now teach adults."),
        ("What is your greatest weakness?", "I hand work over late. I now write the handover first."),
    ]
    (told,) = story.stories
    assert "the freight deal I lost" in told.title
    assert told.situation == "Three warehouses refused the carrier that I had signed."
    assert told.result == "A break fee of €40,000, and a next tender that held."
    assert told.learning == "My own side has to agree before the other side does."
    assert [(each.name, each.value, each.context) for each in metrics.metrics] == [
        ("Resolution rate", "13/14", "without concessions"),
        ("Average resolution", "~10 days", ""),
    ]


@pytest.mark.parametrize(
    ("said", "head", "body"),
    [
        ("the frontmatter is not valid YAML", "aliases: [a", "1. Why?"),
        ("the note has no questions", "", ""),
        ("is asked again", "", "## Common questions\n1. Why us?\n2. Why us?"),
        ("has no Result", "", "## STAR story\n- Situation: It burnt.\n- Task: Put it out.\n- Action: Water."),
        ("the story's parts are not labelled", "", "## STAR story\nIt burnt, and I put it out."),
        ("has no figure", "", "## Metrics\n| Metric | Value |\n|---|---|\n| Trust | high |"),
        ("has no name", "", "## Metrics\n| Metric | Value |\n|---|---|\n| | 93% |"),
        ("was read as", "", "## Comon questions\n1. Why us?"),
        ("is empty", "", "## Metrics\n\n## Common questions\n1. Why us?"),
        ("is never closed", "", "## Common questions\n1. Why us?\n\n%% to do"),
        ("has no kind", "cards: [essay]", "## Common questions\n1. Why us?"),
    ],
)
def test_a_problem_in_the_note_format_is_said_as_it_says(said: str, head: str, body: str) -> None:
    note = read(f"---\ntype: skill\n{head}\n---\n\n# X\n\n{body}\n")
    assert any(said in problem.message for problem in note.problems), note.problems
    assert f"| {said}" in FORMAT


def test_the_readme_names_every_command_and_no_other() -> None:
    named = set(re.findall(r"`interview-coach ([a-z]+)", README))
    assert named == set(group.commands)


@pytest.mark.parametrize("page", [README, FORMAT, JSON_PAGE], ids=["README", "note-format", "json"])
def test_commands_in_pages_take_the_options_written_there(page: str) -> None:
    for line in re.findall(r"`interview-coach ([^`]+)`", page):
        name, *words = line.split()
        command = group.commands[name]
        options = {option for each in command.params for option in each.opts}
        if isinstance(command, click.Group) and words and words[0] in command.commands:
            options = {option for each in command.commands[words[0]].params for option in each.opts}
        assert {word.strip("[]") for word in words if word.strip("[]").startswith("--")} <= options


@pytest.mark.parametrize("command", ["notes", "check", "cards", "due"])
def test_the_json_page_names_every_key_that_is_printed(command: str, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    for deck in DECKS:
        (tmp_path / "decks" / deck.name).write_bytes(deck.read_bytes())
    (tmp_path / "decks" / "odd.md").write_text("---\ntype: skill\n---\n# Odd\n", encoding="utf-8")
    (tmp_path / "decks" / "plan.md").write_text("---\ntype: project\n---\n# Plan\n", encoding="utf-8")
    done = CliRunner().invoke(group, [command, "--json", "--workspace", str(tmp_path)])
    printed = set(keys_of(json.loads(done.stdout)))
    assert len(printed) > 5
    section = re.search(rf"^## {command}\n(.*?)(?=^## )", JSON_PAGE, re.MULTILINE | re.DOTALL)
    assert section is not None
    assert {key for key in printed if f"`{key}`" not in section.group(1)} == set()


def test_the_page_of_keys_is_up_to_date() -> None:
    assert keys_doc.PAGE.read_text(encoding="utf-8") == keys_page(), "run `make docs`"


def keys_of(value: Any) -> Iterable[str]:
    """Every key at every depth."""
    if isinstance(value, Mapping):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from keys_of(each)
