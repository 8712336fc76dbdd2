from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cards.make import cards_of, kinds_of
from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.cards.prompts import hide, subject
from interview_coach.notes.model import Metric, Phrasing, Question, SkillNote, Story

OVEN = Story(
    title="",
    line=30,
    situation="The oven failed at two. Opening day was at seven.",
    task="Have bread on the shelves",
    action="Moved the dough to a pizzeria",
    result="Sold 47 of 50 batches",
)
FLOUR = Story(title="The late flour", line=40, situation="No flour came.", result="Nobody noticed")
NOTE = SkillNote(
    path="baking.md",
    title="Bread Baking",
    questions=(Question("Tell me about a bad night.", 20), Question("When do you throw a batch away?", 21)),
    stories=(OVEN,),
    metrics=(Metric("Batches sold", "47/50", "On opening day", 10), Metric("Waste", "-38%", "", 11)),
    phrasings=(Phrasing("technical", "Ran four ovens", 50), Phrasing("Investors", "Grew a bakery", 51)),
)


def cards(note: SkillNote, *kinds: CardKind) -> list[Card]:
    return list(cards_of(note, kinds))


def by_slot(note: SkillNote, kinds: Collection[CardKind] = tuple(CardKind)) -> dict[str, Card]:
    return {card.slot: card for card in cards_of(note, kinds)}


def test_a_question_is_answered_by_the_notes_story_its_metrics_first_to_tick() -> None:
    card = cards(NOTE, CardKind.QUESTION)[0]
    assert (card.prompt, card.skill, card.line) == ("Tell me about a bad night.", "Bread Baking", 20)
    assert card.answer == (
        "Situation: The oven failed at two. Opening day was at seven.\nTask: Have bread on the shelves\n"
        "Action: Moved the dough to a pizzeria\nResult: Sold 47 of 50 batches"
    )
    assert card.passages[0] == Passage("Situation", OVEN.situation)
    assert card.points == (
        Point(PointKind.METRIC, "Batches sold", "47/50", "On opening day"),
        Point(PointKind.METRIC, "Waste", "-38%"),
        Point(PointKind.SITUATION, "Situation", OVEN.situation),
        Point(PointKind.TASK, "Task", OVEN.task),
        Point(PointKind.ACTION, "Action", OVEN.action),
        Point(PointKind.RESULT, "Result", OVEN.result),
    )


def test_a_questions_own_answer_goes_before_the_story() -> None:
    note = replace(NOTE, questions=(Question("When?", 20, answer="When it smells."),))
    (card,) = cards(note, CardKind.QUESTION)
    assert card.answer == "When it smells."
    assert card.passages == (Passage("", "When it smells."),)
    assert [point.kind for point in card.points] == [PointKind.METRIC, PointKind.METRIC]


def test_a_questions_own_story_goes_before_the_others() -> None:
    note = replace(
        NOTE, stories=(OVEN, FLOUR), questions=(Question("Late?", 20, story=1), Question("A bad night?", 21))
    )
    late, night = cards(note, CardKind.QUESTION)
    assert late.answer == "Situation: No flour came.\nResult: Nobody noticed"
    assert night.answer.startswith("Situation: The oven failed")


def test_of_several_stories_none_is_chosen_for_a_question() -> None:
    card = cards(replace(NOTE, stories=(OVEN, FLOUR)), CardKind.QUESTION)[0]
    assert [passage.label for passage in card.passages] == ["Story 1", "The late flour"]
    assert card.passages[1].text == "Situation: No flour came.\nResult: Nobody noticed"
    assert card.answer.endswith("\n\nThe late flour\nSituation: No flour came.\nResult: Nobody noticed")
    assert Point(PointKind.SITUATION, "Situation", "") in card.points


def test_a_question_without_story_or_answer_invents_none() -> None:
    card = cards(replace(NOTE, stories=()), CardKind.QUESTION)[0]
    assert (card.answer, card.passages) == ("", ())
    assert [point.expected for point in card.points] == ["47/50", "-38%"]


def test_a_story_part_shows_the_parts_before_it() -> None:
    slots = by_slot(NOTE, [CardKind.STORY_PART])
    assert list(slots) == ["story 1 situation", "story 1 task", "story 1 action", "story 1 result"]
    action = slots["story 1 action"]
    assert action.prompt == "Bread Baking: the Action of your story. What did you do?"
    assert action.cue == (Passage("Situation", OVEN.situation), Passage("Task", OVEN.task))
    assert (action.answer, action.line) == (OVEN.action, 30)
    assert slots["story 1 situation"].cue == ()


def test_a_part_that_is_not_there_makes_no_card() -> None:
    note = replace(NOTE, stories=(replace(FLOUR, learning="Order early"),))
    prompts = [card.prompt for card in cards(note, CardKind.STORY_PART)]
    assert prompts == [
        "Bread Baking: the Situation of your story “The late flour”. What was going on?",
        "Bread Baking: the Result of your story “The late flour”. What came of it?",
        "Bread Baking: the Learning of your story “The late flour”. What did you take from it?",
    ]


def test_a_titled_storys_prompts_stay_when_a_story_is_written_before_it() -> None:
    alone = cards(replace(NOTE, stories=(FLOUR,)), CardKind.STORY_PART)
    later = cards(replace(NOTE, stories=(OVEN, FLOUR)), CardKind.STORY_PART)
    assert [card.prompt for card in alone] == [card.prompt for card in later[4:]]


def test_stories_without_a_title_are_told_apart_by_their_question_or_number() -> None:
    other = replace(OVEN, situation="No yeast.")
    note = replace(NOTE, stories=(OVEN, other), questions=(Question("No yeast?", 20, story=1),))
    prompts = [card.prompt for card in cards(note, CardKind.STORY_PART)]
    assert prompts[0] == "Bread Baking: the Situation of your first story. What was going on?"
    assert prompts[4] == "Bread Baking: the Situation of your story for “No yeast?”. What was going on?"
    assert len(set(prompts)) == 8


def test_a_metric_hides_its_value() -> None:
    sold, waste = cards(NOTE, CardKind.METRIC)
    assert sold.prompt == "Bread Baking: Batches sold = ? (On opening day)"
    assert (sold.answer, sold.line, sold.slot) == ("47/50", 10, "metric 1")
    assert sold.points == (Point(PointKind.METRIC, "Batches sold", "47/50", "On opening day"),)
    assert waste.prompt == "Bread Baking: Waste = ?"


def test_a_metrics_value_is_hidden_in_its_name_and_context_too() -> None:
    note = replace(NOTE, metrics=(Metric("93% of revenue kept", "93%", "93% of 930 accounts", 10),))
    (card,) = cards(note, CardKind.METRIC)
    assert card.prompt == "Bread Baking: ___ of revenue kept = ? (___ of 930 accounts)"


@pytest.mark.parametrize(
    ("text", "value", "hidden"),
    [
        ("3 teams of 13", "3", "___ teams of 13"),
        ("1.3 to 3.", "3", "1.3 to ___."),
        ("13/14 and 3/4", "13/14", "___ and 3/4"),
        ("30% or 30", "30", "30% or ___"),
        ("about ~10 DAYS", "~10 days", "about ___"),
    ],
)
def test_only_the_whole_value_is_hidden(text: str, value: str, hidden: str) -> None:
    assert hide(text, value) == hidden


def test_a_metric_with_nothing_to_ask_makes_no_card() -> None:
    metrics = (Metric("Batches", "", "", 1), Metric("", "5", "", 2), Metric("", "6", "Ovens run", 3))
    assert [card.prompt for card in cards(replace(NOTE, metrics=metrics), CardKind.METRIC)] == [
        "Bread Baking: Ovens run = ?"
    ]


def test_a_phrasing_asks_for_an_audience() -> None:
    slots = by_slot(NOTE, [CardKind.PHRASING])
    assert {slot: card.prompt for slot, card in slots.items()} == {
        "phrasing technical": "Bread Baking: how do you put it to a technical audience?",
        "phrasing Investors": "Bread Baking: how do you put it for “Investors”?",
    }
    assert slots["phrasing Investors"].answer == "Grew a bakery"


def test_an_opener_wants_the_story_and_its_first_sentence() -> None:
    note = replace(
        NOTE,
        stories=(OVEN, FLOUR),
        questions=(Question("A?", 1, story=1), Question("B?", 2), Question("C?", 3, answer="Yes. No.")),
    )
    slots = by_slot(note, [CardKind.OPENER])
    assert slots["opener 1"].prompt == "A? (Ten seconds: which story, and its first sentence?)"
    assert slots["opener 1"].answer == "The late flour: No flour came."
    assert slots["opener 2"].answer == "The oven failed at two."
    assert slots["opener 3"].answer == "Yes."


def test_an_opener_needs_something_to_open_with() -> None:
    assert cards(replace(NOTE, stories=()), CardKind.OPENER) == []


def test_questions_come_first_and_the_rest_by_kind() -> None:
    kinds = [card.kind for card in cards_of(NOTE, frozenset(CardKind))]
    order = ["question", "metric", "story part", "phrasing", "opener"]
    assert list(dict.fromkeys(kinds)) == order
    assert kinds == sorted(kinds, key=order.index)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (None, {CardKind.METRIC}),
        (("Questions",), {CardKind.QUESTION}),
        (("question", "story_parts"), {CardKind.QUESTION, CardKind.STORY_PART}),
        (("OPENER", "nonsense"), {CardKind.OPENER}),
        (("qestion",), {CardKind.METRIC}),
        ((), set()),
        (("none",), set()),
    ],
)
def test_a_notes_own_kinds_go_before_the_default(words: tuple[str, ...] | None, kinds: set[CardKind]) -> None:
    assert {card.kind for card in cards(replace(NOTE, card_kinds=words), CardKind.METRIC)} == kinds


def test_words_for_kinds_are_read_as_people_write_them() -> None:
    assert kinds_of(["Story-Parts", "stories", "part"]) == (CardKind.STORY_PART,)
    assert kinds_of(["metrics", " Question "]) == (CardKind.QUESTION, CardKind.METRIC)
    assert kinds_of(["all"]) == tuple(CardKind)
    assert kinds_of(["s", "", "quest"]) == ()


words = st.sampled_from(["", "a", "b", "Sold 5.", "5", "Late: why?"])
notes = st.builds(
    SkillNote,
    path=st.just("n.md"),
    title=words,
    questions=st.lists(st.builds(Question, words, st.integers(1, 9), st.none() | words), max_size=4).map(tuple),
    stories=st.lists(
        st.builds(Story, words, st.integers(1, 9), words, words, words, words, words), max_size=3
    ).map(tuple),
    metrics=st.lists(st.builds(Metric, words, words, words, st.integers(1, 9)), max_size=4).map(tuple),
    phrasings=st.lists(st.builds(Phrasing, words, words, st.integers(1, 9)), max_size=3).map(tuple),
)


@given(notes)
def test_no_two_cards_of_a_note_are_the_same_and_each_has_its_slot(note: SkillNote) -> None:
    made: Sequence[Card] = cards_of(note, tuple(CardKind))
    assert len({(card.kind, card.prompt, card.answer) for card in made}) == len(made)
    assert len({card.slot for card in made}) == len(made)
    assert made == cards_of(note, tuple(CardKind))


@given(notes)
def test_an_answer_holds_nothing_but_the_notes_words(note: SkillNote) -> None:
    own = "\n".join(
        [part for story in note.stories for part in (story.title, story.situation, story.task, story.action)]
        + [part for story in note.stories for part in (story.result, story.learning)]
        + [question.answer or "" for question in note.questions]
        + [metric.value for metric in note.metrics]
        + [phrasing.text for phrasing in note.phrasings]
    )
    for card in cards_of(note, tuple(CardKind)):
        for passage in card.passages:
            for line in passage.text.split("\n"):
                assert line.rpartition(": ")[2] in own


@pytest.mark.parametrize("kind", CardKind)
def test_what_a_prompt_asks_about_does_not_hang_on_the_skills_name(kind: CardKind) -> None:
    renamed = replace(NOTE, title="Sourdough")
    one, other = ([subject(kind, card.prompt) for card in cards(note, kind)] for note in (NOTE, renamed))
    assert one == other
    assert len(set(one)) == len(one)


def test_a_metrics_subject_is_its_name() -> None:
    assert [subject(CardKind.METRIC, card.prompt) for card in cards(NOTE, CardKind.METRIC)] == [
        "Batches sold",
        "Waste",
    ]
