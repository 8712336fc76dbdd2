"""The row of facts: silent in its bands, each value with how it was obtained, never a word about the person."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists

from interview_coach.answers.facts import Fact, Given, Way, clock, facts, percentages
from interview_coach.answers.model import Landing, Signals, Sought, Status
from interview_coach.answers.profiles import Light, profile_of
from interview_coach.answers.signals import lists_of, signals
from interview_coach.settings import DEFAULTS

ANSWER = profile_of(DEFAULTS)
EVEN = {"situation": 20.0, "task": 10.0, "action": 70.0, "result": 20.0}


def of_text(text: str) -> Signals:
    return signals(text, lists_of(), 140)


def told(given: Given, text: str | None = None, landings: tuple[Landing, ...] = ()) -> dict[str, Fact]:
    found = facts(given, ANSWER, None if text is None else of_text(text), landings)
    assert len({each.code for each in found}) == len(found)
    return {each.code: each for each in found}


@pytest.mark.parametrize(
    ("name", "quiet", "words", "thin"),
    [
        ("answer", (75, 135), (180, 320), 120),
        ("introduction", (60, 105), (140, 250), 93),
        ("deep", (135, 195), (320, 460), 213),
        ("thirty", (22, 35), (50, 80), 33),
    ],
)
def test_the_quiet_band_follows_from_the_lights(
    name: str, quiet: tuple[int, int], words: tuple[int, int], thin: int
) -> None:
    profile = profile_of(DEFAULTS, name)
    assert (profile.quiet, profile.quiet_words(140), profile.thin_words(140)) == (quiet, words, thin)


def test_the_lights() -> None:
    shown = [ANSWER.light(seconds) for seconds in (0, 59.9, 60, 90, 120, 149.9, 150, 900)]
    assert shown == [
        Light.NONE, Light.NONE, Light.GREEN, Light.YELLOW, Light.RED, Light.RED, Light.OVERTIME, Light.OVERTIME,
    ]  # fmt: skip


def test_a_spoken_answer_in_its_bands_says_nothing() -> None:
    assert told(Given(Way.SPOKEN, 120, EVEN)) == {}


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (48, "0:48 in all, under the usual 1:15"),
        (140, "2:20 in all, past the red light at 2:00"),
        (161, "2:41 in all, past overtime at 2:30"),
    ],
)
def test_a_time_out_of_its_band_is_told_with_the_band_and_its_source(seconds: float, text: str) -> None:
    fact = told(Given(Way.SPOKEN, seconds, EVEN))["time"]
    assert fact == Fact("time", text, "1:15 to 2:15", "from your key presses")


def test_parts_out_of_balance_are_told_from_keys_or_from_boxes() -> None:
    parts = {"situation": 50.0, "task": 12.0, "action": 60.0, "result": 8.0}
    spoken = told(Given(Way.SPOKEN, 130, parts))["parts"]
    assert spoken.text == "Situation 39 %, Task 9 %, Action 46 %, Result 6 %"
    assert "15/10/55/20" in spoken.band
    assert spoken.how == "from your key presses"
    assert told(Given(Way.BOXES, None, parts), "word " * 200)["parts"].how == "counted in the boxes"


@given(lists(integers(0, 400), min_size=2, max_size=4))
def test_percentages_come_to_a_hundred_and_none_is_a_whole_one_off(lengths: list[int]) -> None:
    shares = percentages(dict(zip(EVEN, lengths, strict=False)))
    assert sum(shares.values()) == (100 if any(lengths) else 0)
    assert all(
        abs(shares[part] - 100 * length / sum(lengths)) < 1
        for part, length in zip(shares, lengths, strict=False)
    )


@pytest.mark.parametrize(
    "given", [Given(Way.TEXT), Given(Way.SPOKEN, 100), Given(Way.SPOKEN, 100, {"situation": 100})]
)
def test_parts_that_nobody_marked_are_not_measured(given: Given) -> None:
    fact = told(given, "word " * 200)["parts"]
    assert (fact.text, fact.how, fact.band) == ("The parts were not measured", "not measured", "")


def test_an_empty_box_is_a_part_of_nothing() -> None:
    parts = {"situation": 0.0, "task": 0.0, "action": 200.0, "result": 0.0}
    assert "Result 0 %" in told(Given(Way.BOXES, None, parts), "word " * 200)["parts"].text
    none = dict.fromkeys(EVEN, 0.0)
    assert "parts" in told(Given(Way.BOXES, None, none), "")


def test_a_typed_answer_is_judged_by_its_words_never_by_a_stopwatch() -> None:
    assert "words" not in told(Given(Way.TEXT, 330), "word " * 280)
    fact = told(Given(Way.TEXT, 110), "word " * 98)["words"]
    assert fact.text == "98 words, about 0:42 said aloud, under the usual 1:15"
    assert (fact.band, fact.how) == ("180 to 320 words", "predicted from 98 words at 140 a minute")
    long = told(Given(Way.TEXT), "word " * 400)
    assert long["words"].text == "400 words, about 2:51 said aloud, past overtime at 2:30"
    assert "time" not in long


def test_a_transcript_with_a_time_is_judged_by_that_time() -> None:
    found = told(Given(Way.TEXT, 60, is_transcript=True), "word " * 200)
    assert found["time"].text == "1:00 in all, under the usual 1:15"
    assert found["pace"].text == "200 words a minute"
    assert "words" not in found


def test_in_the_head_nothing_was_measured() -> None:
    (fact,) = facts(Given(Way.HEAD, 90), ANSWER)
    assert fact.how == "not measured"


def test_fillers_are_told_of_a_transcript_alone() -> None:
    text = "um I led the work and er you know we held it " * 20
    assert "fillers" not in told(Given(Way.TEXT), text)
    fact = told(Given(Way.TEXT, is_transcript=True), text)["fillers"]
    assert fact.text == "60 fillers, 35 a minute: um (20), er (20), you know (20)"
    assert fact.band == "up to 2 a minute, many over 5"
    assert "fillers" not in told(Given(Way.TEXT, is_transcript=True), "um er " + "word " * 200)


def test_a_rate_is_held_against_its_band_as_it_is_shown() -> None:
    """Of 2.07 a minute "2 a minute (usual: up to 2)" would be said."""
    two, transcript = "um er ", Given(Way.TEXT, is_transcript=True)
    assert "fillers" not in told(transcript, two + "word " * 133)
    assert told(transcript, two + "word " * 110)["fillers"].text == "2 fillers, 3 a minute: um, er"


def test_hedges_are_told_by_the_hundred_words_as_their_band_is() -> None:
    found = told(Given(Way.TEXT), "maybe it was perhaps so " + "word " * 42)
    assert found["hedges"].text == "2 hedges, 4 in 100 words: maybe, perhaps"
    assert "hedges" not in told(Given(Way.TEXT), "maybe it was perhaps so " + "word " * 60)


def test_wording_is_told_as_counts_with_the_words() -> None:
    found = told(Given(Way.TEXT), "I would call. I always write, and many, huge, great things improved. " * 3)
    assert found["theoretical"].text == "6 times in place of an event: I would (3), I always (3)"
    assert found["vague"].text.startswith("12 times with no figure in the sentence: ")
    assert found["vague"].how == "counted in the text"
    assert "hedges" in told(Given(Way.TEXT), "maybe perhaps it was possibly so")
    assert "hedges" not in told(Given(Way.TEXT), "maybe " + "word " * 30)


def test_we_beside_i_is_a_question_and_no_fault() -> None:
    fact = told(Given(Way.TEXT), "We built it. We sold it. I led it.")["we"]
    assert fact.text == "“I” did 1 thing, “we” 2: which part was yours?"
    assert "we" not in told(Given(Way.TEXT), "We built it. I sold it. I led it.")


def test_figures_are_told_while_one_is_missing() -> None:
    landed = Landing(Sought("Rate", "13/14"), Status.LANDED)
    percent = Landing(Sought("Share", "13/14"), Status.AS_PERCENT)
    missing = Landing(Sought("Days", "~10 days"), Status.MISSING)
    assert told(Given(Way.TEXT), "x", (landed, missing))["figures"].text == "1 of 2 figures of the note said"
    assert "figures" not in told(Given(Way.TEXT), "x", (landed, percent))


def test_the_bands_are_settings() -> None:
    chosen = replace(DEFAULTS, longest_start=90, shortest_result=0, words_per_minute=100)
    parts = {"situation": 60.0, "task": 20.0, "action": 19.0, "result": 1.0}
    found = facts(Given(Way.BOXES, None, parts), profile_of(chosen), of_text("word " * 200), (), chosen)
    assert found == ()


@pytest.mark.parametrize(
    "text",
    [
        "banana " * 200,
        "situation task action result star metrics ROI " * 20,
        "yes",
        "",
        "I am confident. " * 70,
    ],
)
def test_no_answer_earns_praise_a_mark_or_a_word_about_a_part(text: str) -> None:
    said = " ".join(
        f"{each.text} {each.band} {each.how}" for each in told(Given(Way.TEXT), text).values()
    ).casefold()
    for never in ("great", "good", "well done", "confiden", "score", "/100", "situation", "you are", "nervous"):
        assert never not in said


def test_a_clock() -> None:
    assert [clock(seconds) for seconds in (0, 5, 59.6, 125)] == ["0:00", "0:05", "1:00", "2:05"]
