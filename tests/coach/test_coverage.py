"""Coverage of a workspace: the notes as they are now, with what was practised of them."""

from datetime import date
from pathlib import Path

from interview_coach.coach.coach import Coach
from interview_coach.coach.coverage import Code, Practised, practised
from interview_coach.recall.model import Rating
from tests.making import QUESTIONS, FakeClock, answered, note_text, open_at, write_note


def look(coach: Coach) -> Practised:
    return practised(coach.database, coach.workspace.decks, coach.settings)


def test_what_was_practised_stands_beside_the_questions(coach: Coach) -> None:
    assert look(coach).answers == (None, None, None)
    practice = coach.practice()
    assert practice.current is not None
    practice.rate(Rating.GOOD, answered(practice.current.stored.card.points, 0))
    found = look(coach)
    assert [question.text for question in found.coverage.questions] == list(QUESTIONS)
    first = found.answers[0]
    assert first is not None
    assert (first.answers, first.last) == (1, date(2026, 3, 2))
    assert found.answers[1:] == (None, None)
    assert found.told == (1,)
    practice.undo()
    assert look(coach).answers == (None, None, None)


def test_paths_are_those_of_cards(coach: Coach) -> None:
    assert {question.path for question in look(coach).coverage.questions} == {"bread.md"}


def test_one_story_told_in_most_answers_is_worth_a_word(root: Path, clock: FakeClock) -> None:
    for name in ("flour", "yeast"):
        write_note(root, f"{name}.md", note_text(name, [f"What of {name}?"]))
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    for _ in range(20):
        showing = practice.current
        if showing is None:
            break
        for _ in range(4 if showing.stored.card.skill == "Bread Baking" else 1):
            practice.answered(answered(showing.stored.card.points))
            practice.again()
        practice.rate(Rating.EASY)
    found = look(coach)
    total = sum(given.answers for given in found.answers if given)
    assert total >= 10
    (finding,) = (each for each in found.coverage.findings if each.code is Code.ONE_STORY_PRACTISED)
    assert f"of {total} answers" in finding.message
    assert (finding.path, found.coverage.stories[0].path) == ("bread.md", "bread.md")
    coach.close()


def test_a_note_that_cannot_be_read_covers_nothing(coach: Coach, root: Path) -> None:
    (root / "decks" / "bread.md").write_bytes(b"---\naliases: [unclosed\n")
    assert look(coach).coverage.questions == ()
