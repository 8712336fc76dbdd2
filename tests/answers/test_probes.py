"""What is asked on: the data is whole, the words tell what a question is about."""

import re

import pytest

from interview_coach.answers.probes import (
    GENERAL,
    OWN,
    Competency,
    Probe,
    about,
    competencies,
    filled,
    is_about_trouble,
    probes_for,
)
from interview_coach.settings import BUILT_IN

PROBES = [probe for each in competencies() for probe in each.probes]


def test_there_are_about_forty_each_with_a_name_of_its_own() -> None:
    assert len(PROBES) >= 40
    assert len({probe.name for probe in PROBES}) == len(PROBES)
    assert len({text for probe in PROBES for text in (probe.ask, probe.tough)}) == 2 * len(PROBES)


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.name)
def test_a_probe_asks_with_names_that_can_be_filled(probe: Probe) -> None:
    for text in (probe.ask, probe.tough):
        assert text.endswith(("?", "it."))
        assert set(re.findall(r"\{(\w+)\}", text)) <= {"skill", "metric", "said", "story"}


@pytest.mark.parametrize("each", [each for each in competencies() if each.words], ids=lambda each: each.name)
def test_every_word_tells_its_own_competency(each: Competency) -> None:
    for word in each.words:
        asked = word.replace("*", "")
        if word.endswith("*"):
            assert each.name in about(f"Was it {asked}xyz, then?")
        assert each.name in about(f"Tell me about {asked}.")
        assert each.name in about(f"Tell me about {asked.upper()}.")


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
    assert is_about_trouble(question)


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
    assert not is_about_trouble(question)


def test_questions_are_followed_up_by_what_they_are_about() -> None:
    named = {probe.competency for probe in probes_for("Tell me about a conflict in your team.")}
    assert {"conflict", "leading", "together", GENERAL} <= named
    assert {probe.competency for probe in probes_for("Where do you see it?")} == {GENERAL}


def test_the_persons_own_come_first_and_entries_can_be_taken_out() -> None:
    chosen = ("What would {skill} look like here?", BUILT_IN, "-Price", " ")
    first, *others = probes_for("Where?", chosen)
    assert (first.competency, first.ask) == (OWN, "What would {skill} look like here?")
    assert "price" in [probe.name for probe in probes_for("Where?")]
    assert "price" not in [probe.name for probe in others]
    assert [probe.ask for probe in probes_for("Where?", ("Mine?",))] == ["Mine?"]
    assert probes_for("Where?", ()) == ()


def test_a_text_is_asked_only_where_all_that_it_names_is_there() -> None:
    assert filled("And {metric}?", {"metric": "Waste"}) == "And Waste?"
    assert filled("And {metric}?", {"metric": "", "skill": "Bread"}) is None
    assert filled("And {nobody}?", {}) is None
    assert filled("And {skill}?", {"skill": "{metric}"}) == "And {metric}?", "a note's braces are only text"
