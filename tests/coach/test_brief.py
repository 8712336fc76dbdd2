"""The brief is what fits a screen and a minute, and all of it is the note's own."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers import rubric
from interview_coach.cards.model import CardKind, PointKind
from interview_coach.coach.brief import LINES, READING, SECONDS, Numbers, Opener, WeakPoint, brief, fitted
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.recall.model import Rating
from tests.making import METRICS, STORY, answered, note_text, write_note

WORD = st.text("abc ", min_size=1, max_size=40)
SKILLS = st.sampled_from("ABCDEF")


@given(
    st.lists(st.builds(Opener, SKILLS, WORD, WORD), max_size=40),
    st.lists(
        st.builds(Numbers, SKILLS, st.lists(st.tuples(WORD, WORD), min_size=1, max_size=3).map(tuple)),
        max_size=40,
    ),
    st.lists(st.builds(WeakPoint, SKILLS, WORD, WORD), max_size=3),
)
def test_it_fits_a_screen_and_a_minute(
    openers: list[Opener], numbers: list[Numbers], weakest: list[WeakPoint]
) -> None:
    made = fitted("All", None, None, openers, numbers, weakest)
    assert len(made.openers) + len(made.numbers) + len(made.weakest) <= LINES
    assert made.words <= SECONDS * READING // 60
    assert made.seconds <= SECONDS
    assert list(made.weakest) == weakest


def test_every_skill_has_its_turn() -> None:
    openers = [Opener(skill, "called", f"{skill} {number}") for skill in "ABC" for number in range(20)]
    made = fitted("All", None, None, openers, [], [])
    assert [each.skill for each in made.openers].count("A") in (5, 6)
    assert made.more == (60 - LINES, 0)


def test_stories_open_once_and_numbers_stand_once(coach: Coach) -> None:
    made = brief(coach.database, coach.settings, coach.clock())
    assert made.title == "All skills"
    (opener,) = made.openers
    assert opener.text == "The oven failed at two in the morning, five hours before opening …"
    assert STORY["Situation"].startswith(opener.text.removesuffix(" …"))
    assert [each.figures for each in made.numbers] == [
        (("Batches sold", "47/50"), ("Waste", "-38%"), ("Proving time", "~9 hours"))
    ]
    assert made.weakest == ()


def test_what_was_missed_lately_is_named(coach: Coach) -> None:
    practice = coach.practice()
    assert practice.current is not None
    practice.rate(Rating.GOOD, answered(practice.current.stored.card.points, 1))
    (point,) = brief(coach.database, coach.settings, coach.clock()).weakest
    assert point.why == "Batches sold missed the last time"


def test_a_figure_that_the_answer_does_not_call_for_is_not_called_missed(coach: Coach) -> None:
    own = note_text("Talk", ["Why us?"], story={}).replace(
        '1. "Why us?"', "**Q: Why us?**\nYou bake by hand. So do I."
    )
    write_note(coach.workspace.root, "talk.md", own)
    coach.sync()
    talk = {each.stored.note_id for each in coach.cards() if each.stored.path == "talk.md"}
    practice = coach.practice(Choice(note_ids=talk))
    while practice.current is not None:
        stored = practice.current.stored
        if stored.card.kind is CardKind.QUESTION:
            assert [each.label for each in stored.card.points] == [name for name, _, _ in METRICS]
            practice.rate(Rating.GOOD, answered(stored.card.points))
        else:
            practice.rate(Rating.GOOD)
    assert brief(coach.database, coach.settings, coach.clock(), skills=["talk"]).weakest == ()


def test_an_answer_that_held_its_figures_and_was_graded_below_ready_is_named_last(coach: Coach) -> None:
    practice = coach.practice()
    for grade, said in ((3, (0, 1, 2, 6)), (4, (0, 1, 2, 6)), (5, (1,))):
        assert practice.current is not None
        points = practice.current.stored.card.points
        assert points[6].kind is PointKind.RESULT
        grades = {line.code: grade for line in rubric.LINES}
        practice.rate(Rating.GOOD, replace(answered(points, *said), rubric=grades))
    told = [each.why for each in brief(coach.database, coach.settings, coach.clock()).weakest]
    assert told == ["Batches sold missed the last time", "graded 3.0 of 5"]


def test_some_lines_of_the_rubric_are_no_grade_to_name_an_answer_by(coach: Coach) -> None:
    practice = coach.practice()
    assert practice.current is not None
    points = practice.current.stored.card.points
    said = answered(points, *range(len(points)))
    practice.rate(Rating.GOOD, replace(said, rubric={"specific": 3, "structure": 3}))
    assert brief(coach.database, coach.settings, coach.clock()).weakest == ()


def test_an_answer_without_a_story_opens_too(coach: Coach) -> None:
    text = note_text("Talk", ["Why us?"], story={}).replace(
        '1. "Why us?"', "**Q: Why us?**\nYou bake by hand. So do I."
    )
    write_note(coach.workspace.root, "talk.md", text)
    coach.sync()
    made = brief(coach.database, coach.settings, coach.clock(), skills=["talk"])
    assert [each.text for each in made.openers] == ["You bake by hand."]


def test_the_next_interview_is_meant_where_none_is_named(coach: Coach) -> None:
    from interview_coach.coach.interviews import Details, add

    write_note(coach.workspace.root, "other.md", note_text("Other"))
    coach.sync()
    day = date(2026, 3, 9)
    add(coach.database, Details("Acme", day, skills=("Other",)), coach.clock())
    made = brief(coach.database, coach.settings, coach.clock())
    assert (made.title, made.day, made.days) == ("Acme", day, 7)
    assert {each.skill for each in made.numbers} == {"Other"}
    named = brief(coach.database, coach.settings, coach.clock(), skills=["bread"])
    assert (named.title, named.day) == ("Bread Baking", None)
