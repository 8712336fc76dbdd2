"""What a weak answer can be drilled at, and the clock of each way."""

from dataclasses import replace

import pytest

from interview_coach.answers.profiles import UNTIMED, Light, profile_of
from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.coach.aside import passages_for
from interview_coach.coach.exercises import EXERCISES, Exercise, clock_for, exercises_for, first_of
from interview_coach.recall.aim import Aim
from interview_coach.settings import DEFAULTS

METRIC = Point(PointKind.METRIC, "Batches sold", "47/50", "On opening day")
RESULT = Point(PointKind.RESULT, "Result", "Opened on time")
STORY = (Passage("Situation", "The oven failed"), Passage("Result", "Opened on time"))
CARD = Card(CardKind.QUESTION, "Bread Baking", "question 1", "Why?", "It did.", 3, (), STORY, (METRIC, RESULT))


def test_a_question_with_figures_and_a_result_is_drilled_in_every_way() -> None:
    assert exercises_for(CARD) == EXERCISES
    assert [each.aim for each in EXERCISES[:5]] == list(Aim)
    assert EXERCISES[5] == Exercise(Aim.WHOLE, ladder=True)


def test_what_a_question_does_not_hold_is_not_drilled() -> None:
    bare = replace(CARD, points=())
    assert not {Aim.NUMBERS, Aim.RESULT} & {each.aim for each in exercises_for(bare)}
    assert first_of(exercises_for(bare), Aim.RESULT) == Exercise(Aim.WHOLE)
    assert first_of(exercises_for(CARD), Aim.RESULT) == Exercise(Aim.RESULT)


def test_a_card_of_another_kind_is_asked_as_it_is() -> None:
    assert exercises_for(replace(CARD, kind=CardKind.METRIC)) == (Exercise(Aim.WHOLE),)


def test_only_the_numbers_or_the_result_is_shown_where_only_they_are_asked_for() -> None:
    assert passages_for(CARD, Aim.NUMBERS) == (Passage("47/50", "Batches sold. On opening day"),)
    assert passages_for(CARD, Aim.RESULT) == (Passage("Result", "Opened on time"),)
    assert passages_for(CARD, Aim.WHOLE) == STORY
    own = replace(CARD, passages=(Passage("", "Since I like bread."),))
    assert passages_for(own, Aim.RESULT) == own.passages


@pytest.mark.parametrize(
    ("seconds", "lights"), [(10, (7, 8, 10, 13)), (60, (40, 50, 60, 80)), (30, (20, 25, 30, 40))]
)
def test_the_lights_of_a_shorter_time_stand_to_each_other_as_those_of_thirty_seconds(
    seconds: int, lights: tuple[int, ...]
) -> None:
    clock = clock_for(Exercise(Aim.OPENER), seconds, DEFAULTS)
    assert (clock.green, clock.yellow, clock.red, clock.overtime) == lights
    assert clock.name == ""


def test_the_whole_answer_is_held_to_its_own_clock_and_thirty_seconds_to_theirs() -> None:
    assert clock_for(Exercise(Aim.WHOLE), None, DEFAULTS) == profile_of(DEFAULTS)
    assert clock_for(Exercise(Aim.WHOLE, ladder=True), 120, DEFAULTS) == profile_of(DEFAULTS)
    assert clock_for(Exercise(Aim.THIRTY), 30, DEFAULTS).name == "thirty"


def test_without_a_limit_no_light_comes_on_and_no_length_is_unusual() -> None:
    clock = clock_for(Exercise(Aim.NUMBERS), None, DEFAULTS)
    assert clock is UNTIMED
    assert {clock.light(seconds) for seconds in (0, 59, 3600)} == {Light.NONE}
    low, high = clock.quiet
    assert low == 0
    assert high > 3600
    assert clock.thin_words(140) == 0
