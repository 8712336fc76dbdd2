"""What is chosen, what is remembered of it, which questions qualify."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.rubric import LINES
from interview_coach.coach.coach import Coach
from interview_coach.coach.mock.debrief import Debrief
from interview_coach.coach.mock.setup import (
    Setup,
    Why,
    last_choice,
    profile_for,
    qualifying,
    remember,
    usual,
)
from interview_coach.coach.practice import Attempt, Ticked
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store.asking import answered, missed
from tests.coach.mock.sitting import Ticks, answer_all, begun, several_notes
from tests.making import note_text, write_note


@pytest.fixture
def coach(tmp_path: Path) -> Iterator[Coach]:
    opened = several_notes(tmp_path, 2)
    yield opened
    opened.close()


CHOICES = st.builds(
    Setup,
    questions=st.integers(1, 20),
    think=st.integers(0, 600),
    profile=st.sampled_from(["answer", "introduction", "deep", "thirty"]),
    follow_ups=st.booleans(),
    tough=st.booleans(),
    skills=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    interview=st.text(max_size=5),
    answer=st.none() | st.integers(10, 3600),
    seed=st.none() | st.integers(0, 2**31),
)


@given(CHOICES)
def test_a_choice_is_read_back_as_it_was_kept(setup: Setup) -> None:
    assert Setup.from_json(setup.to_json(), Setup()) == setup


@given(
    st.dictionaries(
        st.sampled_from(["questions", "think", "skills", "seed", "tough", "more"]),
        st.none() | st.text() | st.booleans() | st.lists(st.integers()),
    )
    | st.none()
    | st.integers()
)
def test_what_was_kept_by_another_program_does_no_harm(kept: object) -> None:
    setup = Setup.from_json(kept, Setup())
    assert setup.questions == 5
    assert all(isinstance(each, str) for each in setup.skills)


def test_the_last_choice_comes_back_without_its_seed(coach: Coach) -> None:
    assert last_choice(coach.database, coach.settings) == usual(coach.settings)
    chosen = Setup(3, 0, "deep", False, True, ("Skill 1",), "Acme", 90, 77)
    remember(coach.database, chosen)
    assert last_choice(coach.database, coach.settings) == replace(chosen, seed=None)


def test_a_clock_that_the_settings_do_not_know_any_more_is_the_usual_one(coach: Coach) -> None:
    remember(coach.database, Setup(profile="gone"))
    assert last_choice(coach.database, coach.settings).profile == "answer"


def test_the_settings_say_what_is_usual() -> None:
    settings = replace(DEFAULTS, mock_questions=8, mock_think=0, mock_follow_ups=False, answer_profile="deep")
    setup = usual(settings)
    assert (setup.questions, setup.think, setup.follow_ups, setup.profile) == (8, 0, False, "deep")


@given(st.integers(10, 3600))
def test_lights_of_ones_own_are_in_their_order(seconds: int) -> None:
    profile = profile_for(Setup(answer=seconds), DEFAULTS)
    assert 0 < profile.green < profile.yellow < profile.red == seconds < profile.overtime


def test_each_question_that_cannot_be_asked_says_why(coach: Coach) -> None:
    root = coach.workspace.root
    write_note(root, "bare.md", note_text("Bare", ["What now?"], story={}))
    write_note(root, "gone.md", note_text("Gone", ["Where to?"]))
    coach.sync()
    (root / "decks" / "gone.md").unlink()
    coach.sync()
    practice = coach.practice()
    assert practice.current is not None
    suspended = practice.current.stored.card.prompt
    practice.suspend()
    found = qualifying(coach.database)
    assert {(each.prompt, each.why) for each in found.left_out} == {
        ("What now?", Why.NO_ANSWER),
        ("Where to?", Why.MISSING),
        (suspended, Why.SUSPENDED),
    }
    assert len(found.candidates) == 5
    assert found.counted() == {Why.NO_ANSWER: 1, Why.MISSING: 1, Why.SUSPENDED: 1}
    assert [each.prompt for each in qualifying(coach.database, ["Bare"]).left_out] == ["What now?"]


def test_a_card_put_off_to_tomorrow_can_be_asked(coach: Coach) -> None:
    coach.practice().bury()
    assert len(qualifying(coach.database).candidates) == 6


def test_questions_of_one_note_share_its_story_and_those_of_others_do_not(coach: Coach) -> None:
    stories = {each.skill: each.stories for each in qualifying(coach.database).candidates}
    assert len(stories["Skill 0"]) == 1
    assert not stories["Skill 0"] & stories["Skill 1"]


def test_what_was_answered_and_asked_lately_is_known(coach: Coach) -> None:
    practice = coach.practice()
    assert practice.current is not None
    rated = practice.current.stored.card_id
    practice.rate(Rating.GOOD)
    by_id = {each.card_id: each for each in qualifying(coach.database).candidates}
    assert by_id[rated].answered == 1
    assert by_id[rated].strength == pytest.approx(2 / 3)
    interview = begun(coach, Ticks(), follow_ups=True)
    answer_all(interview)
    debrief = Debrief(interview)
    asked = interview.plan[0].card_id
    for line in LINES:
        if debrief.grade(line.code, 3) is not None:
            debrief.grade(line.code, 3)  # overrules the cap
    debrief.leave_the_rest()
    candidates = qualifying(coach.database).candidates
    first = next(each for each in candidates if each.card_id == asked)
    assert first.strength == pytest.approx(0.5)
    assert {each.card_id for each in candidates if each.lately} == {each.card_id for each in interview.plan}
    assert first.answered == (2 if asked == rated else 1), "the follow-up is no answer to the question"


def test_an_answer_whose_rating_was_taken_back_is_no_answer(coach: Coach) -> None:
    practice = coach.practice()
    assert practice.current is not None
    card = practice.current.stored.card
    nothing_said = tuple(Ticked(point, hit=False) for point in card.points)
    practice.rate(Rating.GOOD, Attempt("text", 4_000, 10, nothing_said, rubric={"result": 1}))
    counted = answered(coach.database.connection)
    assert [each.times for each in counted.values()] == [1]
    assert "Waste" in {each.label for each in missed(coach.database.connection)}
    practice.undo()
    assert answered(coach.database.connection) == {}
    assert missed(coach.database.connection) == []
