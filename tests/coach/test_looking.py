"""Looking at an answer: what ticks itself and by which proof, and what follows from the ticks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.profiles import profile_of
from interview_coach.answers.words import word_count
from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.coach.answering import (
    BETWEEN_BOXES,
    Measured,
    Way,
    boxed,
    row_of,
    spoken,
    without_words,
    written,
)
from interview_coach.coach.looking import Look, judge, look, row_with
from interview_coach.coach.speech import STAR, Speech
from interview_coach.settings import DEFAULTS
from interview_coach.store.attempts import Part, Ticked

PROFILE = profile_of(DEFAULTS)
SOLD = Point(PointKind.METRIC, "Batches sold", "47/50", "On opening day")
WASTE = Point(PointKind.METRIC, "Waste", "-38%", "Against the year before")
STORY = {
    "Situation": "The oven failed at two in the morning",
    "Task": "Have bread on the shelves at seven",
    "Action": "Moved the dough to a pizzeria",
    "Result": "Opened on time and sold 47 of 50 batches",
}
CARD = Card(
    CardKind.QUESTION,
    "Bread Baking",
    "question 1",
    "Tell me about a night the bakery nearly did not open.",
    "",
    1,
    passages=tuple(Passage(*each) for each in STORY.items()),
    points=(SOLD, WASTE, *(Point(part, part.capitalize(), STORY[part.capitalize()]) for part in STAR)),
)


def looked_at(measured: Measured, card: Card = CARD) -> Look:
    return look(measured, card, DEFAULTS, PROFILE)


def ticks(looked: Look) -> dict[str, tuple[bool, str]]:
    return {each.point.label: (each.hit, each.decided_by) for each in looked.ticked}


def spoke(*seconds: float) -> Measured:
    """An answer of parts that took so many seconds each."""
    speech, now = Speech(0.0), 0.0
    for number, each in enumerate(seconds):
        now += each
        speech = speech.marked(now) if number < len(seconds) - 1 else speech.stopped(now)
    return spoken(speech)


def test_a_figure_in_the_text_ticks_its_metric_with_the_words_that_say_it() -> None:
    text = "We sold forty-seven of the fifty batches on opening day."
    looked = looked_at(written(text, 60_000))
    assert ticks(looked)["Batches sold"] == (True, "auto")
    assert ticks(looked)["Waste"] == (False, "auto")
    ((start, end),) = looked.ticked[0].evidence
    assert "forty-seven" in text[start:end]


def test_of_free_text_no_part_is_said_to_be_there_or_not() -> None:
    text = "Situation: the oven failed. Task: bread. Action: I moved it. Result: sold 47 of 50."
    looked = looked_at(written(text, 60_000))
    assert {ticks(looked)[part.capitalize()] for part in STAR} == {(False, "self")}
    assert all(each.point.kind is PointKind.METRIC for each in looked.ticked if each.decided_by == "auto")


def test_another_value_is_doubtful_and_not_said() -> None:
    looked = looked_at(written("We sold 45 of 50 batches on opening day.", 60_000))
    assert ticks(looked)["Batches sold"] == (False, "auto")
    assert [each.sought.value for each in looked.doubtful] == ["47/50"]


def test_boxes_say_which_parts_were_told_and_where() -> None:
    measured = boxed(("oven failed", "  ", "I moved it", "sold 47 of 50 batches"), 90_000)
    looked = looked_at(measured)
    assert [ticks(looked)[part.capitalize()] for part in STAR] == [
        (True, "auto"),
        (False, "auto"),
        (True, "auto"),
        (True, "auto"),
    ]
    ((start, end),) = looked.ticked[-1].evidence
    assert measured.text[start:end] == "sold 47 of 50 batches"


def test_marks_say_which_parts_were_told_and_nothing_of_the_figures() -> None:
    looked = looked_at(spoke(12, 8, 60))
    assert ticks(looked)["Action"] == (True, "auto")
    assert ticks(looked)["Result"] == (False, "auto")
    assert ticks(looked)["Batches sold"] == (False, "self")
    assert looked.signals is None


def test_a_spoken_answer_is_over_by_the_clock_and_a_written_one_by_its_words() -> None:
    assert looked_at(spoke(10, 10, 90, 25)).over == 15_000
    words = " ".join(["word"] * 350)  # 2:30 at 140 a minute
    assert looked_at(written(words, 5_000)).over == 30_000
    assert looked_at(written("ten words", 900_000)).over == 0


def test_without_words_or_marks_nothing_is_found() -> None:
    looked = looked_at(written("", 1_000))
    assert (looked.signals, looked.landings, looked.over) == (None, (), 0)
    assert not any(each.hit for each in looked.ticked)


def decided(looked: Look, *own: Ticked) -> list[Ticked]:
    mine = {each.point: each for each in own}
    return [
        mine.get(each.point, each) for each in looked.ticked if each.decided_by == "auto" or each.point in mine
    ]


def test_the_fix_goes_by_the_persons_tick_before_what_was_found() -> None:
    looked = looked_at(written("I moved the dough to the pizzeria and sold them. " * 20, 60_000))
    first = judge(looked, decided(looked), DEFAULTS, PROFILE)
    assert first.fix is not None
    assert first.fix.code == "figure"
    own = Ticked(SOLD, hit=True)
    second = judge(looked, decided(looked, own), DEFAULTS, PROFILE)
    assert second.fix is None or second.fix.code != "figure"


def test_a_figure_that_nobody_was_asked_about_is_not_missed() -> None:
    looked = looked_at(spoke(12, 8, 60, 25))
    judged = judge(looked, decided(looked), DEFAULTS, PROFILE)
    assert (judged.fix, judged.caps) == (None, ())


def test_a_part_that_a_slip_of_the_key_made_is_not_ticked() -> None:
    looked = looked_at(spoke(20, 0.2, 50, 0.4))
    assert [ticks(looked)[part.capitalize()] for part in STAR] == [
        (True, "auto"),
        (False, "auto"),
        (True, "auto"),
        (False, "auto"),
    ]


def test_no_result_and_overtime_cap_their_lines_with_the_reason() -> None:
    looked = looked_at(spoke(60, 30, 70))
    caps = {cap.line: cap for cap in judge(looked, decided(looked), DEFAULTS, PROFILE).caps}
    assert (caps["result"].most, caps["structure"].most) == (2, 3)
    assert "2:40" in caps["structure"].reason


@pytest.mark.parametrize(
    ("prompt", "general"),
    [
        ("Tell me about a time you failed.", False),
        ("How do you balance demands with constraints?", True),
        ("“When is it appropriate to hold firm?”", True),
        ("What would you do in your first month?", True),
        ("Describe a conflict.", False),
        ("What did you do when the oven failed?", False),
    ],
)
def test_a_general_question_asks_for_no_event(prompt: str, general: bool) -> None:
    looked = looked_at(
        written("I would usually plan. I would always plan. I usually plan.", 1), replace(CARD, prompt=prompt)
    )
    assert looked.wanted.asks_what_would_be is general


def test_the_row_holds_counts_and_with_the_words_taken_out_no_place_in_them() -> None:
    measured = written("I can say we sold 47 of 50 batches, um, maybe.", 9_000, 4_000)
    looked = looked_at(measured)
    row = replace(row_with(row_of(measured, PROFILE), looked), points=looked.ticked)
    assert (row.way, row.duration, row.think, row.words, row.text) == ("text", 9_000, 4_000, 11, measured.text)
    assert (row.signals["hedges"], row.signals["any_figure"]) == (1, 1)
    bare = without_words(row)
    assert bare.text is None
    assert not any(each.evidence for each in bare.points)
    assert bare.signals == row.signals


@given(st.lists(st.text(st.sampled_from("ab \n\t漢.")), min_size=4, max_size=4))
def test_each_box_is_found_again_in_the_whole_text(texts: list[str]) -> None:
    measured = boxed(texts, 0)
    assert len(measured.places) == (4 if measured.has_text else 0)
    if not measured.has_text:
        return
    for (start, end), text, part in zip(measured.places, texts, measured.parts, strict=True):
        assert measured.text[start:end].split() == text.split()
        assert part.words == word_count(text)
    assert measured.text.count(BETWEEN_BOXES) >= 3


@given(st.text(), st.sampled_from([Way.TEXT, Way.BOXES]))
def test_any_text_can_be_looked_at(text: str, way: Way) -> None:
    measured = written(text, 10) if way is Way.TEXT else boxed((text, "", text, "x"), 10)
    looked = looked_at(measured)
    assert len(looked.ticked) == len(CARD.points)
    for each in looked.ticked:
        assert all(0 <= start < end <= len(measured.text) for start, end in each.evidence)
    judge(looked, looked.ticked, DEFAULTS, PROFILE)


def test_a_part_has_its_time_or_its_words() -> None:
    assert spoke(5, 6).parts == (Part("situation", 5_000), Part("task", 6_000))
    assert boxed(("a b", "", "", "c"), 1).parts[0] == Part("situation", None, 2)
