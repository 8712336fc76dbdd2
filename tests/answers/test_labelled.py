"""What is promised over the set labelled by hand. `python -m benchmarks.answers --list` shows what fails."""

from collections.abc import Callable
from functools import cache

import pytest

from benchmarks.answers import PRECISION, RECALL, Agreement, agreement
from interview_coach.answers.model import Status
from tests.answers import labelled
from tests.answers.labelled import Labelled

SETS = {"answers": labelled.answers, "phrases": labelled.phrases}
# Nothing in the words tells these from what did land: "we filed within two days", "one in three of them cried".
KNOWN_TO_FAIL = {
    ("NDA turnaround", "two days"),
    ("On the health plan", "One in three"),
    ("Peak queue", "nine minutes"),  # the ride of the same gondola
    ("Yield gain", "12%"),  # the moisture of the same grain
    ("Check-in", "five minutes"),  # over a cup of tea
    ("Covers", "320"),  # bottles in the cellar
    ("Data lag", "five minutes"),  # until a commit was found
    ("8D closed in", "18 days"),  # the lead time of a tool
}
each_set = pytest.mark.parametrize("name", SETS)


@cache
def looked_at(name: str) -> Agreement:
    texts: Callable[[], tuple[Labelled, ...]] = SETS[name]
    return agreement(texts())


def test_the_set_is_large_and_of_many_kinds() -> None:
    answers, phrases = labelled.answers(), labelled.phrases()
    assert len(answers) >= 350
    assert len(phrases) >= 900
    assert len(set(labelled.professions())) >= 25
    assert all(40 <= len(answer.text.split()) <= 250 for answer in answers)
    assert len({answer.text for answer in answers}) == len(answers)
    for status, least in (
        (Status.LANDED, 300),
        (Status.MISSING, 200),
        (Status.WRONG, 60),
        (Status.AS_PERCENT, 30),
    ):
        assert sum(answer.expected.count(status) for answer in answers) >= least
    assert sum(bool(answer.trap) for answer in answers) >= 30


@each_set
def test_what_is_counted_as_landed_did_land(name: str) -> None:
    assert looked_at(name).precision >= PRECISION


@each_set
def test_what_landed_is_counted_as_landed(name: str) -> None:
    assert looked_at(name).recall >= RECALL


@each_set
def test_no_wrong_figure_is_counted_as_landed(name: str) -> None:
    mistaken = looked_at(name).wrong_as_landed
    assert [(each.labelled.text, each.landing.sought.value, each.landing.said) for each in mistaken] == []


def test_no_trap_is_counted_as_landed() -> None:
    mistaken = {
        (each.landing.sought.name, each.landing.said)
        for each in looked_at("answers").judged
        if each.labelled.trap and each.landing.status is Status.LANDED and not each.agreed
    }
    assert mistaken <= KNOWN_TO_FAIL


@each_set
def test_each_finding_shows_the_words_that_prove_it(name: str) -> None:
    for each in looked_at(name).judged:
        landing, text = each.landing, each.labelled.text
        assert bool(landing.evidence) is (landing.status is not Status.MISSING)
        assert all(0 <= start < end <= len(text) for start, end in landing.evidence)
        if landing.evidence:
            start, end = landing.evidence[0]
            assert landing.said == text[start:end]
        else:
            assert landing.said == ""
