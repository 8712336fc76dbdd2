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
