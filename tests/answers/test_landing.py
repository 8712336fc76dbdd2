"""Metrics land where they are said, and nowhere else; what proves it can be found in the person's own words."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.landing import has_figure, land
from interview_coach.answers.model import Landing, Sought, Status
from tests.answers.said import SAID

LETTERS = {"L": Status.LANDED, "P": Status.AS_PERCENT, "W": Status.WRONG, "M": Status.MISSING}

ESCALATIONS = (
    Sought("Resolution rate", "13/14", "Without commercial concessions"),
    Sought("Average resolution", "~10 days", "Business days"),
    Sought("Revenue protected", "93%", "Of escalated accounts"),
)


def blocks() -> list[tuple[tuple[Sought, ...], str, str]]:
    """The answers of the table, each with its metrics and the letters of what becomes of them."""
    rows: list[tuple[tuple[Sought, ...], str, str]] = []
    for block in SAID.strip().split("\n\n"):
        metrics, _, answers = block.partition("\n> ")
        sought = tuple(Sought(*(cell.strip() for cell in line.split("|"))) for line in metrics.splitlines())
        for answer in answers.split("\n> "):
            letters, _, text = answer.partition(" ")
            rows.append((sought, letters, " ".join(text.split())))
    return rows


@pytest.mark.parametrize(("metrics", "letters", "text"), blocks())
def test_an_answer_lands_what_it_says(metrics: tuple[Sought, ...], letters: str, text: str) -> None:
    landings = land(text, metrics)
    assert [landing.sought for landing in landings] == list(metrics)
    assert [(each.sought.name, each.status) for each in landings] == [
        (metric.name, LETTERS[letter]) for metric, letter in zip(metrics, letters, strict=True)
    ]
    hold_their_places(text, landings)


def hold_their_places(text: str, landings: tuple[Landing, ...]) -> None:
    """Evidence is in the text, in order, and the first of it is what was said."""
    for landing in landings:
        assert list(landing.evidence) == sorted(set(landing.evidence))
        assert all(0 <= start < end <= len(text) for start, end in landing.evidence)
        said = text[slice(*landing.evidence[0])] if landing.evidence else ""
        assert landing.said == said
        assert bool(landing.evidence) == (landing.status is not Status.MISSING)


VALUES = """
13/14; ~10 days; $1.2M ARR; 4.7/5; 99.95%; -38%; 40 -> 15; 8-12 weeks; 2x; #1; <5 min; NPS 61 (was 42); €340k
18% → 6%; 2,500; 12 FTE; 1 in 8; 0 incidents; 24/7; 3 of 3; 10k+; p95 210 ms; £2.4bn; 1.5 hours; from 9 to 2
3 weeks to 4 days; +12 pts; Top 5%; 7 of the 9 teams; 4 h → 30 min; +2.5 pts; 45 min; $18; 3.5x; 1,860; 15:1
28 families; 300+ citations; 0.4%; 3 per 1,000; 6 months; ≥ 95%; ~40% faster
"""


@pytest.mark.parametrize(
    "value", [value.strip() for line in VALUES.strip().splitlines() for value in line.split(";")]
)
@pytest.mark.parametrize(
    "sentence", ["The night shift result was {}.", "so um the night shift result {} in the end"]
)
def test_a_value_lands_as_the_note_has_it(value: str, sentence: str) -> None:
    text = sentence.format(value)
    (landing,) = land(text, [Sought("Night shift result", value)])
    assert landing.status is Status.LANDED
    hold_their_places(text, (landing,))


FORMS = ["{}/450", "{}%", "{} days", "${}k", "{}x", "{} parcels", "{} → 1", "1 → {}", "{} of 450", "#{}"]


@given(
    st.integers(2, 400),
    st.integers(1, 5),
    st.sampled_from(FORMS),
)
def test_a_value_that_is_off_never_lands(value: int, off: int, form: str) -> None:
    text = f"The night shift result was {form.format(value + off)}."
    (landing,) = land(text, [Sought("Night shift result", form.format(value))])
    assert landing.status not in {Status.LANDED, Status.AS_PERCENT}


@given(st.text(max_size=300), st.text(max_size=30), st.text(max_size=20))
def test_any_text_can_be_looked_at(text: str, name: str, value: str) -> None:
    landings = land(text, [*ESCALATIONS, Sought(name, value, text[:20])])
    hold_their_places(text, landings)
    has_figure(text)


WORDS = """
thirteen of fourteen out the all but one half a an and hundred thousand million point percent per
cent $ € 13 / 14 % 2.5 k x times twice doubled from to down up 40 -> 15 between 8-12 weeks days
business about nearly no sorry not first second quarter third , . ( ) # 24/7 in 2019 resolved
revenue escalations İ ½ １３ ’ – every eighth single
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40), st.sampled_from([" ", "", "\n", "\u00a0"]))
def test_any_heap_of_figures_can_be_looked_at(words: list[str], between: str) -> None:
    text = between.join(words)
    hold_their_places(text, land(text, ESCALATIONS))


@pytest.mark.parametrize(
    "text",
    [
        "I closed １３ of １４ for good",
        "I closed 13\u00a0of\u00a014 for good",
        "İİİ I closed 13/14 for good",
        "\U0001f3c6 I closed thirteen – of fourteen – for good",
        "e\u0301e\u0301 I closed 13⁄14 for good",
    ],
)
def test_places_count_the_characters_of_the_answer_as_given(text: str) -> None:
    landing = land(text, ESCALATIONS)[0]
    assert landing.status is Status.LANDED
    assert landing.said in text
    assert landing.said[0] in "1１t"


def test_a_value_without_a_figure_is_landed_by_nothing() -> None:
    (landing,) = land("The quality was high, very high", [Sought("Quality", "High")])
    assert landing.status is Status.MISSING


def test_one_figure_lands_one_metric_of_two_with_the_same_value() -> None:
    metrics = [Sought("On-time delivery", "96%"), Sought("Order accuracy", "96%")]
    statuses = [each.status for each in land("Order accuracy went up to 96 percent", metrics)]
    assert statuses == [Status.MISSING, Status.LANDED]


def test_each_place_where_a_metric_is_said_is_evidence() -> None:
    text = "We closed 13 of 14 without concessions. Thirteen out of fourteen, and each took weeks to resolve."
    landing = land(text, ESCALATIONS)[0]
    assert [text[start:end] for start, end in landing.evidence] == ["13 of 14", "Thirteen out of fourteen"]


HOSTILE = """
9;one ;of ;13 of ;5% ;a-;1,111;from 1 to ;all but one of ;two hundred thousand ;half a ;10 days
1.1;<;and a half ;a1;13/14 resolved ;up to about ;um you know ;13 sorry ;1-;(;14 of them
it was 9 days and now 5 ;, it was
"""


@pytest.mark.parametrize("piece", HOSTILE.strip().replace("\n", ";").split(";"))
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        land(text, ESCALATIONS)
        return time.process_time() - start

    seconds(100)
    short, long = (min(seconds(length) for _ in range(3)) for length in (1_000, 4_000))
    assert long < max(short, 0.002) * 4 * 3


def test_the_import_brings_nothing_heavy() -> None:
    code = "import sys, interview_coach.answers.landing; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"textual", "yaml", "sqlite3", "markdown_it", "fsrs", "rapidfuzz", "decimal", "fractions"} & {
        *loaded
    }
