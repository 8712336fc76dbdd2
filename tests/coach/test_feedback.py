"""Which note and which question are meant, and what the note has to say to an answer."""

from pathlib import Path

import pytest

from interview_coach.coach.feedback import note_at, note_of_skill, question_of, sought_of, wanted_of
from interview_coach.errors import CoachError
from interview_coach.notes.model import SkillNote
from tests.making import METRICS, QUESTIONS, STORY, note_text, write_note


@pytest.fixture
def note(root: Path) -> SkillNote:
    """The note of the workspace."""
    return note_at(root / "decks" / "bread.md")


@pytest.mark.parametrize("name", ["Bread Baking", "bread  baking", "Baking", "bread", "BREAD"])
def test_a_skill_is_found_by_title_file_or_a_part_of_the_title(root: Path, name: str) -> None:
    assert note_of_skill(name, root / "decks").title == "Bread Baking"


def test_a_title_goes_before_a_part_of_another(root: Path) -> None:
    write_note(root, "soda.md", note_text("Soda Bread Baking"))
    assert note_of_skill("bread baking", root / "decks").title == "Bread Baking"
    with pytest.raises(CoachError, match="several") as caught:
        note_of_skill("baking", root / "decks")
    assert "bread.md" in caught.value.hint
    assert "soda.md" in caught.value.hint


@pytest.mark.parametrize("name", ["cooking", "", "?"])
def test_a_skill_that_is_none_is_answered_with_those_there_are(root: Path, name: str) -> None:
    with pytest.raises(CoachError) as caught:
        note_of_skill(name, root / "decks")
    assert "Bread Baking" in caught.value.hint


def test_without_notes_a_path_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(CoachError) as caught:
        note_of_skill("bread", tmp_path / "decks")
    assert "path" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "said"), [("---\ntype: project\n---\n# Plan\n", "no skill note"), (None, "no such")]
)
def test_a_file_that_is_no_note_is_refused(tmp_path: Path, text: str | None, said: str) -> None:
    path = tmp_path / "plan.md"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(CoachError, match=said):
        note_at(path)


@pytest.mark.parametrize(
    "asked",
    [
        "2",
        "flour delivery",
        "How do you plan for a late flour delivery?",
        QUESTIONS[1].upper(),
        "delivery that comes late",
    ],
)
def test_a_question_is_known_by_less_than_its_words(note: SkillNote, asked: str) -> None:
    assert question_of(note, asked).text == QUESTIONS[1]


@pytest.mark.parametrize(
    "asked", ["Why do you want to work here?", "9", "0", "you", "", "²", "a batch of flour that nearly came"]
)
def test_a_question_that_is_none_is_answered_with_the_questions(note: SkillNote, asked: str) -> None:
    with pytest.raises(CoachError) as caught:
        question_of(note, asked)
    assert all(question in caught.value.hint for question in QUESTIONS)


def test_what_is_wanted_is_the_storys_or_the_notes_own_answer(root: Path, note: SkillNote) -> None:
    names = [name for name, _, _ in METRICS]
    wanted = wanted_of(note, None, sought_of(note))
    assert [each.name for each in wanted.key] == names[:1]  # the Result sold 47 of 50 batches
    assert (wanted.action, wanted.result) == (STORY["Action"], STORY["Result"])
    answered = (
        note_text()
        .replace('2. "How do you', '2. "How would you')
        .replace('comes late?"\n', 'comes late?"\n\n   I ask the mill before it happens.\n\n')
    )
    other = note_at(write_note(root, "other.md", answered))
    wanted = wanted_of(other, other.questions[1], sought_of(other))
    assert other.questions[1].answer == "I ask the mill before it happens."
    assert (wanted.key, wanted.action, wanted.asks_what_would_be) == ((), "", True)
