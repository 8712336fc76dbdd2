"""What a question asks for by name, and what a story tells of: a failure, a conflict."""

import pytest

from interview_coach.cards.themes import Theme, themes_asked, themes_told


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Tell me about a time you failed.", {Theme.FAILURE}),
        ("What is your biggest weakness?", {Theme.FAILURE}),
        ("Describe a disagreement with your manager.", {Theme.CONFLICT}),
        ("Tell me about a difficult and angry customer.", {Theme.CONFLICT}),
        ("Tell me about a difficult escalation you resolved.", {Theme.CONFLICT}),
        ("Describe a launch that went badly wrong.", {Theme.FAILURE}),
        ("How did you win over a demanding client?", {Theme.CONFLICT}),
        ("How do you plan a release?", set()),
    ],
)
def test_a_question_asks_for_a_theme_by_its_words(text: str, themes: set[Theme]) -> None:
    assert themes_asked(text) == themes


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about a time you failed.",
        "Describe a failure and what you took from it.",
        "Have you ever made a mistake that reached a customer?",
        "What would you do differently today?",
        "Tell me about a project that didn’t work out.",
        "Walk me through the worst incident you have handled.",
        "When did you disagree with your manager?",
        "Tell me about a conflict with a colleague.",
        "How do you deal with an angry parent?",
        "Tell me about a difficult escalation you resolved.",
        "When is it appropriate to offer concessions vs. hold firm?",
        "How did you handle pushback from engineering?",
    ],
)
def test_a_question_about_a_failure_or_a_conflict_is_known_by_its_words(question: str) -> None:
    assert themes_asked(question)


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about yourself.",
        "How do you balance customer demands with business constraints?",
        "What is your greatest achievement?",
        "How do you introduce change?",
        "Why should we hire you?",
        "Tell me about a difficult technical problem you solved.",
        "How do you hand over a patient at the end of a shift?",
    ],
)
def test_other_questions_are_not_taken_for_one(question: str) -> None:
    assert not themes_asked(question)


def test_an_oven_that_failed_makes_no_story_of_failure() -> None:
    assert themes_told("The oven failed at two in the morning.") == set()
    assert themes_told("I underestimated the dough, and we lost the morning.") == {Theme.FAILURE}
    assert themes_told("The baker refused to use rye; I disagreed.") == {Theme.CONFLICT}
