"""Coverage says which question has which story, and where the stories fall short, by the notes alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cards.baselines import Lack, example_for, lack_of
from interview_coach.cards.coverage import Code, Coverage, coverage, red_light
from interview_coach.cards.themes import Theme
from interview_coach.notes.model import Metric, Question, SkillNote, Story
from interview_coach.settings import DEFAULTS, Settings

OVEN = Story(
    "The oven", 20, "The oven failed at two", "Have bread at seven", "Moved the dough", "Opened on time"
)
FLOUR = Story("The flour", 30, "The flour came late", "Bake with what was there", "Made rye", "Sold all of it")


def note(
    *questions: Question, stories: tuple[Story, ...] = (OVEN,), metrics: tuple[Metric, ...] = ()
) -> SkillNote:
    return SkillNote("bread.md", "Baking", questions=questions, stories=stories, metrics=metrics)


def codes(found: Coverage) -> set[Code]:
    return {finding.code for finding in found.findings}


def test_a_question_has_the_notes_one_story_its_own_or_an_answer() -> None:
    asked = (Question("A night?", 5), Question("Late flour?", 6, story=1), Question("Why?", 7, answer="So."))
    found = coverage([note(*asked, stories=(OVEN, FLOUR))], DEFAULTS)
    assert [question.stories for question in found.questions] == [(0,), (1,), ()]
    assert [question.own_answer for question in found.questions] == [False, False, True]
    assert [story.questions for story in found.stories] == [(0,), (1,)]
    assert all(question.is_covered for question in found.questions)


def test_questions_that_any_of_several_stories_may_answer_are_shared() -> None:
    found = coverage([note(Question("A?", 5), Question("B?", 6), stories=(OVEN, FLOUR))], DEFAULTS)
    assert [question.stories for question in found.questions] == [(0, 1), (0, 1)]
    assert [(story.questions, story.shared) for story in found.stories] == [((), (0, 1))] * 2


def test_numbers_go_on_from_note_to_note() -> None:
    other = SkillNote("flour.md", "Flour", questions=(Question("C?", 4),), stories=(FLOUR,))
    found = coverage([note(Question("A?", 5)), other], DEFAULTS)
    assert found.questions[1].stories == (1,)
    assert found.stories[1].questions == (1,)
    assert (found.stories[1].path, found.stories[1].name) == ("flour.md", "The flour")


def test_a_question_with_nothing_to_answer_it_is_named_with_its_line() -> None:
    found = coverage([note(Question("Why bread?", 12), stories=())], DEFAULTS)
    (finding,) = (each for each in found.findings if each.code is Code.NO_ANSWER)
    assert (finding.path, finding.line) == ("bread.md", 12)
    assert "Why bread?" in finding.message


def test_a_story_for_more_questions_than_the_setting_is_overused() -> None:
    three = [Question(f"Question {number}?", number) for number in range(3)]
    assert Code.OVERUSED not in codes(coverage([note(*three)], DEFAULTS))
    found = coverage([note(*three, Question("And?", 9))], DEFAULTS)
    assert Code.OVERUSED in codes(found)
    assert Code.OVERUSED not in codes(
        coverage([note(*three, Question("And?", 9))], Settings(story_questions=4))
    )
    # Two stories that may both serve share the load.
    assert Code.OVERUSED not in codes(coverage([note(*three, stories=(OVEN, FLOUR))], DEFAULTS))


@given(words=st.integers(1, 600), pace=st.integers(100, 180))
def test_a_story_is_too_long_exactly_where_its_words_pass_the_red_light(words: int, pace: int) -> None:
    settings = Settings(words_per_minute=pace)
    story = Story("Long", 20, situation="word " * words)
    found = coverage([note(stories=(story,))], settings)
    seconds = round(words * 60 / pace)
    assert found.stories[0].words == words
    assert (Code.TOO_LONG in codes(found)) == (seconds > red_light(settings) == 120)
    assert found.stories[0].over == max(0, seconds - 120)


def test_the_red_light_is_that_of_the_profile_chosen() -> None:
    assert red_light(Settings(answer_profile="deep")) == 180


@pytest.mark.parametrize(
    ("value", "name", "context", "lack"),
    [
        ("13/14", "Resolution rate", "Without commercial concessions", None),
        ("~10 days", "Average resolution", "Business days", Lack.COMPARISON),
        ("~10 days", "Average resolution", "Business days; the target was two weeks", None),
        ("~10 days", "Average resolution", "Industry: a month", None),
        ("22 min", "Handover time", "For 14 patients; it was 41", None),
        ("20 days", "Time to hire", "", Lack.COMPARISON),
        ("under 200 ms", "Median latency", "", None),
        ("18 months", "Average tenure", "", None),
        ("40 minutes", "Longest talk", "", None),
        ("cut by 25", "Cost", "", Lack.BEFORE),
        ("cut by 25", "Cost", "From 90", None),
        ("cut by €25k", "Cost", "", None),
        ("3 days faster", "Response time", "", Lack.BEFORE),
        ("reduced to 3 days", "Onboarding", "", Lack.BEFORE),
        ("12", "Reduced churn", "", Lack.BEFORE),
        ("300", "Hours saved", "", None),
        ("40", "Issues raised", "", None),
        ("up to 200", "Users at once", "", None),
        ("fewer than 5", "Faults a month", "", None),
        ("5%", "Sign-up rate", "Of visitors", None),
        ("5%", "Follow-up rate", "", Lack.WHOLE),
        ("2nd", "Rank", "", None),
        ("0", "Incidents", "", None),
        ("0%", "Churn", "", None),
        ("5", "Rating", "", None),
        ("4.8 of 5", "Rating", "", None),
        ("12 people", "Team", "", None),
        ("93%", "Revenue protected", "Of escalated accounts", None),
        ("93%", "Revenue protected", "", Lack.WHOLE),
        ("93%", "Revenue protected", "In Q3 2024", Lack.WHOLE),
        ("96%", "Complete handovers", "250 audited sheets", None),
        ("88%", "Homework handed in", "Up from about half", None),
        ("3%", "Repeat incidents", "Within 90 days; it was 21%", None),
        ("38% → 67%", "Pass rate", "", None),
        ("74 to 19 min", "Time to restore", "", None),
        ("-38%", "Waste", "Against the year before", None),
        ("-38%", "Waste", "", Lack.BEFORE),
        ("+20%", "Sales", "In 2024", Lack.BEFORE),
        ("3x", "Throughput", "", Lack.BEFORE),
        ("tripled", "Throughput", "", Lack.BEFORE),
        ("3x", "Throughput", "From 200 an hour", None),
        ("40%", "Faster onboarding", "", Lack.BEFORE),
        ("€1.9M", "Savings", "In one year", None),
        ("2.8%", "Price rise agreed", "The supplier had announced 12%", None),
        ("47", "Batches sold", "", None),
        ("", "Nothing", "", None),
    ],
)
def test_a_change_wants_its_start_and_a_share_its_whole(
    value: str, name: str, context: str, lack: Lack | None
) -> None:
    assert lack_of(Metric(name, value, context, 3)) is lack


@pytest.mark.parametrize(
    ("value", "name", "context", "example"),
    [
        ("+40%", "Throughput", "", "from 200 a week"),
        ("-38%", "Cost of waste", "In €", "from €90,000 a year"),
        ("cut by 25", "Errors", "", "from 120"),
        ("cut by 3 hours", "Response time", "", "from 12 hours"),
        ("-40%", "Response time", "", "from 40 days"),
        ("+12 points", "NPS", "", "from 31 points"),
        ("+9%", "Retention", "", "from 60%"),
        ("~10 days", "Average resolution", "Business days", "it was 25 days"),
        ("93%", "Revenue protected", "", "of 2 million"),
        ("93%", "Accounts kept", "", "of 120 accounts"),
        ("93%", "On time", "", "of 120"),
        ("99.9%", "Uptime", "", "across 12 months"),
    ],
)
def test_the_remedy_fits_the_metric_and_completes_it(value: str, name: str, context: str, example: str) -> None:
    metric = Metric(name, value, context, 3)
    lack = lack_of(metric)
    assert lack is not None
    assert example_for(metric, lack) == example
    assert lack_of(replace(metric, context=example)) is None
    (hint,) = [each.hint for each in coverage([note(metrics=(metric,))], DEFAULTS).findings if each.line == 3]
    assert f'"{example}"' in hint


def test_a_metric_without_a_baseline_is_named_with_its_line() -> None:
    found = coverage([note(metrics=(Metric("Waste", "-38%", "", 14), Metric("Sold", "90%", "", 15)))], DEFAULTS)
    told = [(each.code, each.line) for each in found.findings if each.line]
    assert told == [(Code.NO_BASELINE, 14), (Code.NO_WHOLE, 15)]


def test_a_story_takes_the_theme_of_the_question_that_it_alone_answers() -> None:
    found = coverage([note(Question("Tell me about a time you failed.", 5))], DEFAULTS)
    assert found.stories[0].themes == {Theme.FAILURE}
    assert Code.NO_FAILURE not in codes(found)
    assert Code.NO_CONFLICT in codes(found)


@pytest.mark.parametrize(
    ("number", "code"), [(4, Code.FEW_STORIES), (5, None), (12, None), (13, Code.MANY_STORIES)]
)
def test_too_few_and_too_many_stories_are_noted(number: int, code: Code | None) -> None:
    stories = tuple(Story(f"Story {each}", 20 + each, "It was so", "x", "y", "z") for each in range(number))
    found = codes(coverage([note(stories=stories)], DEFAULTS)) & {Code.FEW_STORIES, Code.MANY_STORIES}
    assert found == ({code} if code else set())


def test_no_notes_have_nothing_to_note() -> None:
    assert coverage([], DEFAULTS) == Coverage((), (), ())
