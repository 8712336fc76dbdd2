"""Edits as people make them, and what becomes of the cards' history."""

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cards.fingerprint import fingerprint
from interview_coach.cards.make import cards_of
from interview_coach.cards.model import CardKind
from interview_coach.cards.reconcile import How, Known, Made, Reconciliation, reconcile
from interview_coach.notes.model import Metric, Phrasing, Question, SkillNote, Story

STORY = Story(
    title="",
    line=30,
    situation="The only oven failed at two in the morning before opening day",
    task="Have bread on the shelves at seven without a second oven",
    action="Moved the dough to a neighbouring pizzeria in three runs and reshaped it for stone",
    result="Opened on time and sold 47 of 50 batches",
)
OTHER_STORY = Story(
    title="",
    line=40,
    situation="A supplier sent rye instead of wheat the week before Christmas",
    task="Keep the wholesale customers from cancelling",
    action="Rewrote the menu overnight and phoned each customer personally",
    result="No order was lost, and rye stayed on the menu",
)
QUESTIONS = (
    "Tell me about a difficult night you resolved.",
    "How do you plan for a late flour delivery?",
    "When do you throw a batch away?",
)
NOTE = SkillNote(
    path="baking.md",
    title="Bread Baking",
    questions=tuple(Question(text, 20 + line) for line, text in enumerate(QUESTIONS)),
    stories=(STORY,),
    metrics=(
        Metric("Batches sold", "47/50", "On opening day", 10),
        Metric("Waste", "-38%", "Against the year before", 11),
        Metric("Proving time", "~9 hours", "Cold", 12),
    ),
    phrasings=(Phrasing("technical", "Ran four deck ovens at two hydration levels", 50),),
)


def made_of(notes: Mapping[int, SkillNote]) -> list[Made]:
    """The cards of notes by their ids."""
    return [
        Made(note_id, note.path, card, fingerprint(card.prompt), fingerprint(card.answer))
        for note_id, note in notes.items()
        for card in cards_of(note, tuple(CardKind))
    ]


def known_of(notes: Mapping[int, SkillNote], *, missing: bool = False, first_id: int = 1) -> list[Known]:
    """The cards of those notes as the database has them."""
    return [
        Known(
            card_id,
            made.note_id or 0,
            made.card.kind,
            made.card.slot,
            made.card.prompt,
            made.card.answer,
            made.prompt_print,
            made.answer_print,
            missing,
        )
        for card_id, made in enumerate(made_of(notes), first_id)
    ]


class Outcome:
    """A reconciliation of one set of notes with another, read by prompts."""

    def __init__(self, before: Mapping[int, SkillNote], after: Mapping[int, SkillNote]) -> None:
        self.known, self.made = known_of(before), made_of(after)
        self.result = reconcile(self.known, self.made)
        prompts = {card.card_id: card.prompt for card in self.known}
        self.was = {self.made[match.made].card.prompt: prompts[match.card_id] for match in self.result.matches}
        self.how = {self.made[match.made].card.prompt: match.how for match in self.result.matches}
        self.new = {self.made[index].card.prompt for index in self.result.new}
        self.gone = {prompts[card_id] for card_id in self.result.gone}


def edit(note: SkillNote) -> Outcome:
    return Outcome({1: NOTE}, {1: note})


def with_questions(*texts: str) -> SkillNote:
    return replace(NOTE, questions=tuple(Question(text, 20) for text in texts))


def asked_and_answered(*pairs: tuple[str, str]) -> SkillNote:
    return replace(NOTE, questions=tuple(Question(text, 20, answer) for text, answer in pairs))


def test_an_unchanged_note_keeps_all_its_cards() -> None:
    outcome = edit(NOTE)
    assert set(outcome.how.values()) == {How.SAME}
    assert (outcome.new, outcome.gone) == (set(), set())


def test_reordered_questions_stay_themselves() -> None:
    outcome = edit(with_questions(*reversed(QUESTIONS)))
    assert all(outcome.was[text] == text for text in QUESTIONS)
    assert not outcome.gone


def test_cards_alike_in_every_word_are_told_apart_by_their_places() -> None:
    note = asked_and_answered(("Why bread?", "Warm."), ("why bread", "warm"), ("“Why bread?”", "“Warm.”"))
    known, made = known_of({1: note}), made_of({1: note})[::-1]
    slots = {card.card_id: card.slot for card in known}
    result = reconcile(known, made)
    assert {match.how for match in result.matches} == {How.SAME}
    assert all(slots[match.card_id] == made[match.made].card.slot for match in result.matches)


def test_two_questions_that_swap_their_answers_keep_each_their_history() -> None:
    one, other = Question("Why bread?", 1, "It is warm."), Question("Why ovens?", 2, "They are hot.")
    swapped = replace(one, answer=other.answer), replace(other, answer=one.answer)
    outcome = Outcome({1: replace(NOTE, questions=(one, other))}, {1: replace(NOTE, questions=swapped)})
    assert outcome.was["Why bread?"] == "Why bread?"
    assert outcome.how["Why bread?"] is outcome.how["Why ovens?"] is How.NEW_ANSWER


def test_a_typo_put_right_keeps_the_history() -> None:
    outcome = edit(with_questions("Tell me about a dificult nigt you resolved", *QUESTIONS[1:]))
    assert outcome.was["Tell me about a dificult nigt you resolved"] == QUESTIONS[0]
    assert not outcome.gone


def test_a_question_in_other_words_keeps_its_history_also_in_another_place() -> None:
    outcome = edit(
        with_questions(QUESTIONS[1], QUESTIONS[2], "Describe one difficult night that you have resolved.")
    )
    assert outcome.was["Describe one difficult night that you have resolved."] == QUESTIONS[0]


def test_text_and_answer_both_edited_are_a_close_match() -> None:
    before = replace(NOTE, questions=(Question("How do you price a wedding cake?", 1, "By the hour."),))
    after = replace(
        NOTE, questions=(Question("How would you price wedding cakes?", 1, "By weight, then by hour."),)
    )
    assert Outcome({1: before}, {1: after}).how["How would you price wedding cakes?"] is How.CLOSE


def test_a_lookalike_beside_the_original_is_new() -> None:
    lookalike = "Tell me about a difficult night you have resolved."
    outcome = edit(with_questions(lookalike, *QUESTIONS))
    assert lookalike in outcome.new
    assert outcome.was[QUESTIONS[0]] == QUESTIONS[0]


@pytest.mark.parametrize(
    "replacement",
    [
        "What would your last manager say of you?",
        "Tell me about a mistake you made.",
        "Tell me about an easy day you enjoyed.",
    ],
)
def test_an_unrelated_question_in_the_same_place_inherits_nothing(replacement: str) -> None:
    outcome = edit(with_questions(replacement, *QUESTIONS[1:]))
    assert replacement in outcome.new
    assert QUESTIONS[0] in outcome.gone


def test_the_only_question_replaced_by_another_inherits_nothing_though_the_story_is_the_same() -> None:
    outcome = Outcome({1: with_questions(QUESTIONS[0])}, {1: with_questions("Why do you want to work here?")})
    assert "Why do you want to work here?" in outcome.new


def test_in_the_same_place_more_may_change_than_in_another() -> None:
    before = asked_and_answered(
        ("How do you settle a quarrel with a supplier?", "I listen."), ("Why bread?", "Warm.")
    )
    changed = ("How do you settle a quarrel with a customer?", "We drink coffee.")
    kept = Outcome({1: before}, {1: asked_and_answered(changed, ("Why bread?", "Warm."))})
    assert kept.how[changed[0]] is How.CLOSE
    elsewhere = Outcome({1: before}, {1: asked_and_answered(("Why bread?", "Warm."), changed)})
    assert changed[0] in elsewhere.new


def test_a_close_match_is_found_in_another_place_too() -> None:
    before = asked_and_answered(
        ("How do you settle a long quarrel with a supplier?", "I listen."), ("Why bread?", "Warm.")
    )
    changed = ("How do you settle a long quarrel with a big supplier?", "We drink coffee.")
    outcome = Outcome({1: before}, {1: asked_and_answered(("Why bread?", "Warm."), changed)})
    assert outcome.how[changed[0]] is How.CLOSE


def test_half_the_words_are_not_enough_even_in_the_same_place() -> None:
    before = asked_and_answered(("Tell me about a conflict with a supplier.", "I listened."))
    after = asked_and_answered(("Tell me about a conflict with a colleague.", "We had coffee."))
    outcome = Outcome({1: before}, {1: after})
    assert "Tell me about a conflict with a colleague." in outcome.new


def test_an_answer_of_its_own_tells_a_question_whatever_its_words() -> None:
    answer = "I taste it, then I ask the oldest baker, and only then I throw it away."
    before = replace(NOTE, questions=(Question("When is a batch lost?", 1, answer),))
    after = replace(NOTE, questions=(Question("How do you decide on waste?", 1, answer),))
    outcome = Outcome({1: before}, {1: after})
    assert outcome.how["How do you decide on waste?"] is How.NEW_TEXT
    short = replace(before, questions=(Question("When is a batch lost?", 1, "Never."),))
    other = replace(after, questions=(Question("Who may enter the bakery?", 1, "Never."),))
    assert "Who may enter the bakery?" in Outcome({1: short}, {1: other}).new


def test_questions_that_differ_in_a_figure_or_a_negation_are_two_questions() -> None:
    texts = ("How do you win 13 of 14 cases?", "How do you win 13 of 15 cases?")
    outcome = Outcome({1: with_questions(texts[0])}, {1: with_questions(*texts)})
    assert outcome.was[texts[0]] == texts[0]
    assert texts[1] in outcome.new
    texts = ("When do you give way to a customer?", "When do you not give way to a customer?")
    outcome = Outcome({1: with_questions(*texts)}, {1: with_questions(*reversed(texts))})
    assert all(outcome.was[text] == text for text in texts)


def test_a_figure_put_right_keeps_the_history() -> None:
    outcome = Outcome(
        {1: with_questions("How did you win 13 of 14 cases?")},
        {1: with_questions("How did you win 13 of 15 cases?")},
    )
    assert outcome.was["How did you win 13 of 15 cases?"] == "How did you win 13 of 14 cases?"


def test_where_two_cards_could_be_meant_neither_is_guessed() -> None:
    before = with_questions("How do you train new night bakers?", "How do you train new day bakers?")
    outcome = Outcome(
        {1: before}, {1: with_questions("Why bread?", "Why rolls?", "How do you train new bakers?")}
    )
    assert "How do you train new bakers?" in outcome.new


def test_a_metrics_new_value_and_context_keep_its_history() -> None:
    after = (Metric("Batches sold", "52/60", "In the first week", 10), NOTE.metrics[2], NOTE.metrics[1])
    outcome = edit(replace(NOTE, metrics=after))
    assert outcome.was["Bread Baking: Batches sold = ? (In the first week)"].startswith(
        "Bread Baking: Batches sold"
    )
    assert not outcome.gone


def test_a_metric_renamed_in_part_keeps_its_history_and_another_metric_does_not() -> None:
    metrics = (Metric("Batches sold by noon", "47/50", "On opening day", 10), Metric("Profit", "-38%", "", 11))
    outcome = edit(replace(NOTE, metrics=(*metrics, NOTE.metrics[2])))
    assert outcome.was["Bread Baking: Batches sold by noon = ? (On opening day)"].startswith(
        "Bread Baking: Batches sold"
    )
    assert "Bread Baking: Profit = ?" in outcome.new


def test_metrics_of_one_name_are_told_apart_by_their_contexts() -> None:
    before = (Metric("Waste", "5", "Weekly", 1), Metric("Waste", "20", "Monthly", 2))
    after = (Metric("Waste", "18", "Monthly", 1), Metric("Waste", "4", "Weekly", 2))
    outcome = Outcome({1: replace(NOTE, metrics=before)}, {1: replace(NOTE, metrics=after)})
    for prompt in ("Bread Baking: Waste = ? (Weekly)", "Bread Baking: Waste = ? (Monthly)"):
        assert outcome.was[prompt] == prompt


def test_metrics_of_nearly_one_name_are_not_mixed_up_when_all_else_changes() -> None:
    names = ("Average proving time of cold dough in winter", "Average proving time of warm dough in winter")
    before = tuple(Metric(name, value, "", 1) for name, value in zip(names, ("9 h", "4 h"), strict=True))
    after = tuple(Metric(name, value, "", 1) for name, value in zip(names[::-1], ("3 h", "8 h"), strict=True))
    outcome = Outcome({1: replace(NOTE, metrics=before)}, {1: replace(NOTE, metrics=after, title="Dough")})
    for name in names:
        assert outcome.was[f"Dough: {name} = ?"] == f"Bread Baking: {name} = ?"


def test_a_story_part_written_out_keeps_its_history() -> None:
    action = STORY.action + ", while two friends carried the trays and a third kept the shop's door open"
    outcome = edit(replace(NOTE, stories=(replace(STORY, action=action),)))
    assert not outcome.gone
    assert Counter(outcome.how.values())[How.NEW_ANSWER] == len(QUESTIONS) + 1


def test_a_part_written_anew_stays_with_the_story_that_it_belongs_to() -> None:
    outcome = edit(replace(NOTE, stories=(replace(STORY, result="Nobody in the street noticed anything"),)))
    assert not outcome.gone


def test_another_story_in_place_of_the_old_one_inherits_nothing() -> None:
    outcome = edit(replace(NOTE, stories=(OTHER_STORY,)))
    parts = {prompt for prompt in outcome.new if "of your story" in prompt}
    assert len(parts) == 4


def test_a_story_inserted_before_takes_nothing_from_the_one_after() -> None:
    known, made = known_of({1: NOTE}), made_of({1: replace(NOTE, stories=(OTHER_STORY, STORY))})
    result = reconcile(known, made)
    answers = {card.card_id: card.answer for card in known}
    kept = [match for match in result.matches if made[match.made].card.kind is CardKind.STORY_PART]
    assert len(kept) == 4
    assert all(answers[match.card_id] == made[match.made].card.answer for match in kept)
    assert {match.how for match in kept} == {How.NEW_TEXT}


def test_a_lookalike_story_inserted_before_takes_nothing_either() -> None:
    lookalike = replace(STORY, situation=f"Once, {STORY.situation}", action=f"{STORY.action} again")
    before = replace(NOTE, stories=(STORY, OTHER_STORY))
    after = replace(NOTE, stories=(lookalike, STORY, OTHER_STORY))
    known, made = known_of({1: before}), made_of({1: after})
    answers = {card.card_id: card.answer for card in known if card.kind is CardKind.STORY_PART}
    result = reconcile(known, made)
    kept = [match for match in result.matches if match.card_id in answers]
    assert len(kept) == 8
    assert all(answers[match.card_id] == made[match.made].card.answer for match in kept)


def test_a_skill_with_a_new_name_keeps_everything() -> None:
    outcome = edit(replace(NOTE, title="Sourdough"))
    assert (outcome.new, outcome.gone) == (set(), set())
    assert How.CLOSE not in outcome.how.values()


def test_a_phrasing_keeps_its_history_by_audience_or_by_text() -> None:
    (phrasing,) = NOTE.phrasings
    for changed in (replace(phrasing, text="Baked"), replace(phrasing, audience="leadership")):
        assert not edit(replace(NOTE, phrasings=(changed,))).gone


def test_missing_cards_come_back_with_their_history() -> None:
    known = known_of({1: NOTE}, missing=True)
    result = reconcile(
        known, made_of({1: with_questions(QUESTIONS[0].replace("night", "evening"), *QUESTIONS[1:])})
    )
    assert (result.new, result.gone) == ((), ())


def test_a_card_in_use_goes_before_a_missing_one() -> None:
    known = known_of({1: NOTE}, missing=True) + known_of({1: NOTE}, first_id=100)
    result = reconcile(known, made_of({1: NOTE}))
    assert all(match.card_id >= 100 for match in result.matches)
    changed = replace(NOTE, metrics=tuple(replace(metric, value="12") for metric in NOTE.metrics))
    result = reconcile(known, made_of({1: changed}))
    assert all(match.card_id >= 100 for match in result.matches)
    assert result.new == ()


def test_the_same_question_in_two_notes_stays_apart() -> None:
    other = replace(NOTE, path="other.md", title="Rolls", stories=(OTHER_STORY,))
    known = known_of({1: NOTE, 2: other})
    result = reconcile(known, made_of({2: other, 1: NOTE}))
    assert {match.how for match in result.matches} == {How.SAME}


def test_a_copied_note_takes_nothing_from_the_original() -> None:
    outcome = Outcome({1: NOTE}, {1: NOTE, 2: replace(NOTE, path="copy.md")})
    assert Counter(outcome.how.values())[How.MOVED] == 0
    assert len(outcome.result.new) == len(outcome.known)


def test_a_renamed_note_keeps_everything() -> None:
    result = Outcome({1: NOTE}, {2: replace(NOTE, path="renamed.md")}).result
    assert {match.how for match in result.matches} == {How.MOVED}
    assert (result.new, result.gone) == ((), ())


def test_a_note_not_yet_in_the_database_can_be_a_renamed_one() -> None:
    made = [replace(each, note_id=None) for each in made_of({2: replace(NOTE, path="renamed.md")})]
    assert reconcile(known_of({1: NOTE}), made).gone == ()


def test_a_note_renamed_retitled_and_edited_at_once_keeps_everything() -> None:
    after = replace(
        with_questions("Tell me about a dificult nigt you resolved.", *QUESTIONS[1:]),
        path="renamed.md",
        title="Sourdough",
        stories=(replace(STORY, action=STORY.action + " by hand"),),
    )
    outcome = Outcome({1: NOTE}, {2: after})
    assert (outcome.new, outcome.gone) == (set(), set())


def test_a_note_split_in_two_keeps_everything() -> None:
    first = replace(NOTE, metrics=())
    second = SkillNote(path="figures.md", title="Bread Figures", metrics=NOTE.metrics)
    outcome = Outcome({1: NOTE}, {1: first, 2: second})
    assert (outcome.new, outcome.gone) == (set(), set())


def test_a_question_moved_to_another_note_takes_its_history_along() -> None:
    other = SkillNote("rolls.md", "Rolls", questions=(Question("Why rolls?", 1),), stories=(OTHER_STORY,))
    enlarged = replace(other, questions=(*other.questions, Question(QUESTIONS[0], 2)))
    outcome = Outcome({1: NOTE, 2: other}, {1: with_questions(*QUESTIONS[1:]), 2: enlarged})
    assert outcome.how[QUESTIONS[0]] is How.MOVED


def test_what_is_merely_close_in_another_living_note_is_another_card() -> None:
    other = SkillNote("rolls.md", "Rolls", questions=(Question("Why rolls?", 1),))
    close = "Tell me about one difficult night you have resolved alone."
    enlarged = replace(other, questions=(*other.questions, Question(close, 2), Question(QUESTIONS[1], 3)))
    outcome = Outcome({1: NOTE, 2: other}, {1: with_questions(QUESTIONS[2]), 2: enlarged})
    assert outcome.how[QUESTIONS[1]] is How.MOVED
    assert close in outcome.new


def test_nothing_known_makes_all_new_and_nothing_made_makes_all_gone() -> None:
    made, known = made_of({1: NOTE}), known_of({1: NOTE})
    assert reconcile([], made) == Reconciliation((), tuple(range(len(made))), ())
    assert reconcile(known, []) == Reconciliation((), (), tuple(card.card_id for card in known))
    assert reconcile([], []) == Reconciliation((), (), ())


POOL = (
    *QUESTIONS,
    "Tell me about a difficult night you have resolved.",
    "Tell me about a difficult day you resolved.",
    "Why bread?",
    "why bread",
    "Why not bread?",
    "How did you win 13 of 14 cases?",
    "How did you win 13 of 15 cases?",
    "数据坏了怎么办？",
)
questions = st.lists(
    st.builds(
        Question,
        st.sampled_from(POOL),
        st.integers(1, 9),
        st.none() | st.sampled_from(["Yes.", "No, never once."]),
    ),
    max_size=6,
).map(tuple)
metrics = st.lists(
    st.builds(
        Metric,
        st.sampled_from(["Waste", "Waste avoided", "Batches"]),
        st.sampled_from(["5", "6%"]),
        st.sampled_from(["", "Weekly"]),
        st.just(1),
    ),
    max_size=4,
).map(tuple)
notes = st.builds(
    SkillNote,
    path=st.just("n.md"),
    title=st.sampled_from(["Bread", "Rolls"]),
    questions=questions,
    metrics=metrics,
    stories=st.lists(st.sampled_from([STORY, OTHER_STORY, replace(STORY, title="Ovens")]), max_size=3).map(
        tuple
    ),
)
folders = st.dictionaries(st.integers(1, 4), notes, max_size=3)


def told(known: Sequence[Known], made: Sequence[Made], result: Reconciliation) -> Counter[object]:
    """What became of each card, without the indexes."""
    ids = {card.card_id: card for card in known}
    facts: Counter[object] = Counter()
    for match in result.matches:
        facts[made[match.made].note, made[match.made].card, ids[match.card_id], match.how] += 1
    facts.update(("new", made[index].card) for index in result.new)
    facts.update(("gone", card_id) for card_id in result.gone)
    return facts


@given(folders, folders, folders, st.randoms(use_true_random=False))
def test_neither_the_order_of_cards_nor_of_files_matters(
    before: dict[int, SkillNote],
    once: dict[int, SkillNote],
    after: dict[int, SkillNote],
    shuffler: random.Random,
) -> None:
    known = known_of(before) + known_of(once, missing=True, first_id=1000)
    made = made_of(after)
    wanted = told(known, made, reconcile(known, made))
    shuffler.shuffle(known)
    shuffler.shuffle(made)
    assert told(known, made, reconcile(known, made)) == wanted


@given(folders, folders)
def test_each_card_is_accounted_for_once(before: dict[int, SkillNote], after: dict[int, SkillNote]) -> None:
    known, made = known_of(before), made_of(after)
    result = reconcile(known, made)
    assert sorted([*(match.made for match in result.matches), *result.new]) == list(range(len(made)))
    assert sorted([*(match.card_id for match in result.matches), *result.gone]) == [
        card.card_id for card in known
    ]
    kinds = {card.card_id: card.kind for card in known}
    assert all(kinds[match.card_id] is made[match.made].card.kind for match in result.matches)


@given(folders, folders)
def test_text_that_stays_stays_the_same_card(before: dict[int, SkillNote], after: dict[int, SkillNote]) -> None:
    known, made = known_of(before), made_of(after)

    def key(note_id: int | None, kind: CardKind, prompt_print: str, answer_print: str) -> tuple[object, ...]:
        return note_id, kind, prompt_print, answer_print

    old = Counter(key(card.note_id, card.kind, card.prompt_print, card.answer_print) for card in known)
    new = Counter(key(each.note_id, each.card.kind, each.prompt_print, each.answer_print) for each in made)
    same = sum(match.how is How.SAME for match in reconcile(known, made).matches)
    assert same == (old & new).total()


def test_an_unchanged_folder_is_reconciled_without_rapidfuzz() -> None:
    code = (
        "import sys; from interview_coach.cards.reconcile import reconcile; reconcile([], []);"
        "sys.exit('rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
