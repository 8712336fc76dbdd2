"""What is asked on: by rule, from what was measured, and never a figure that was not said."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as held
from hypothesis import strategies as st

from interview_coach.answers.profiles import profile_of
from interview_coach.cards.make import cards_of
from interview_coach.cards.model import Card, CardKind
from interview_coach.coach.answering import Measured, Part, Way, written
from interview_coach.coach.looking import look
from interview_coach.coach.mock.followups import SAYS, FollowUp, Rule, follow_up
from interview_coach.notes.model import SkillNote
from interview_coach.notes.reader import read_note
from interview_coach.settings import BUILT_IN, DEFAULTS, Settings
from tests.making import QUESTIONS, note_text

PROFILE = profile_of(DEFAULTS)
VALUES = ("47/50", "47 of 50", "38", "9 hours", "nine hours")
LONG = " ".join(["Then I moved the next tray of dough to the other oven and reshaped it for the stone."] * 10)


def card_of(question: str = QUESTIONS[0]) -> Card:
    note = read_note("bread.md", note_text(questions=(question,)).encode())
    assert isinstance(note, SkillNote)
    return cards_of(note, [CardKind.QUESTION])[0]


def asked(
    measured: Measured,
    *,
    question: str = QUESTIONS[0],
    before: tuple[FollowUp, ...] = (),
    tough: bool = False,
    chance: float = 0.0,
    settings: Settings = DEFAULTS,
) -> FollowUp:
    card = card_of(question)
    found = follow_up(
        look(measured, card, settings, PROFILE),
        card,
        PROFILE,
        settings,
        before=before,
        tough=tough,
        chance=chance,
    )
    assert found is not None
    return found


def spoken_in(*seconds: int) -> Measured:
    names = ("situation", "task", "action", "result")
    parts = tuple(Part(name, each * 1000) for name, each in zip(names, seconds, strict=False))
    return Measured(Way.SPOKEN, sum(seconds) * 1000, 0, parts)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{LONG} We sold 47 of 50 batches.", Rule.DEEPER),
        (LONG, Rule.METRIC),
        (f"{LONG} I sold 41 of 50 batches on opening day.", Rule.FIGURE),
        ("We moved it and we reshaped it and we sold 47 of 50 batches.", Rule.TEAM),
        ("I sold 47 of 50 batches.", Rule.THIN),
        ("Usually the dough goes elsewhere, normally. In general one reshapes it.", Rule.THEORY),
        (f"{LONG * 4} I sold 47 of 50 batches.", Rule.OVERTIME),
    ],
    ids=["deeper", "metric", "figure", "team", "thin", "theory", "overtime"],
)
def test_what_the_words_lack_is_asked_for(text: str, rule: Rule) -> None:
    assert asked(written(text, 1000)).rule is rule


@pytest.mark.parametrize(
    ("seconds", "rule"),
    [
        ((30, 30, 40, 20), Rule.START),
        ((15, 10, 90, 5), Rule.RESULT),
        ((15, 10, 75), Rule.RESULT),
        ((15, 10, 70, 20), Rule.DEEPER),
        ((20, 15, 90, 40), Rule.OVERTIME),
    ],
)
def test_of_a_spoken_answer_only_its_times_are_asked_about(seconds: tuple[int, ...], rule: Rule) -> None:
    assert asked(spoken_in(*seconds)).rule is rule


def test_where_nothing_was_measured_the_question_goes_deeper() -> None:
    assert asked(Measured(Way.HEAD, 60_000)).rule is Rule.DEEPER


def test_after_a_question_about_what_one_would_do_the_event_is_asked_for_as_something_new() -> None:
    answer = written("I would move it. I usually would call. In general I would wait.", 1000)
    found = asked(answer, question="What would you do if the oven failed?")
    assert found.text == "Tell me about the last time you did that."


def test_a_missed_figure_is_asked_for_by_its_name_and_not_told() -> None:
    first = asked(written(LONG, 1000))
    assert first.text == "What was the figure for “Batches sold”, and how was it measured?"


def test_a_metric_whose_name_holds_its_value_is_asked_for_without_it() -> None:
    note = read_note("bread.md", note_text(metrics=[("Sold 47/50", "47/50", "")]).encode())
    assert isinstance(note, SkillNote)
    card = cards_of(note, [CardKind.QUESTION])[0]
    found = follow_up(look(written(LONG, 1), card, DEFAULTS, PROFILE), card, PROFILE, DEFAULTS)
    assert found is not None
    assert found.text == "What was the figure, and how was it measured?"


def test_the_rule_that_was_used_least_goes_first() -> None:
    team = "We moved it. We reshaped it. We called him."
    first = asked(written(team, 1))
    assert first.rule is Rule.METRIC
    second = asked(written(team, 1), before=(first,))
    assert second.rule is Rule.TEAM
    third = asked(written(team, 1), before=(first, second))
    assert third.rule is Rule.THIN
    assert asked(written(team, 1), before=(first, second, third)).rule is Rule.METRIC


def test_the_same_words_do_not_come_twice_while_there_are_others() -> None:
    before: tuple[FollowUp, ...] = ()
    for _ in range(2):
        before = (*before, asked(written(LONG, 1), before=before))
    assert len({each.text for each in before}) == 2


WORDS = st.lists(
    st.sampled_from(
        [
            "i",
            "we",
            "moved",
            "sold",
            "usually",
            "would",
            "the",
            "dough",
            "maybe",
            "12",
            "of",
            "20",
            "hours",
            ".",
        ]
    ),
    max_size=60,
)


@held(deadline=None)  # a busy machine is slow, and no figure is told by that
@given(WORDS, st.booleans(), st.floats(0, 1, exclude_max=True), st.sampled_from(QUESTIONS))
def test_no_follow_up_tells_a_figure_of_the_note(
    words: list[str], tough: bool, chance: float, question: str
) -> None:
    found = asked(written(" ".join(words), 1), tough=tough, chance=chance, question=question)
    assert not any(value in found.text for value in VALUES)
    assert "{" not in found.text


def test_a_figure_that_was_said_is_asked_about_in_the_persons_own_words() -> None:
    said = written(f"{LONG} I sold forty-seven out of fifty batches.", 1)
    texts = {asked(said, chance=chance / 60).text for chance in range(60)}
    assert any("“forty-seven out of fifty”" in text for text in texts)


def test_the_persons_own_probes_are_asked_too() -> None:
    settings = replace(DEFAULTS, mock_probes=("What would {skill} be without you?",))
    said = written(f"{LONG} I sold 47 of 50 batches.", 1)
    assert asked(said, settings=settings).text == "What would Bread Baking be without you?"
    both = replace(DEFAULTS, mock_probes=("Mine?", BUILT_IN))
    assert asked(said, settings=both).text == "Mine?"


def test_without_any_probe_nothing_is_asked() -> None:
    settings = replace(DEFAULTS, mock_probes=("And {story}?",))
    card = card_of()
    said = look(written(f"{LONG} I sold 47 of 50 batches.", 1), card, settings, PROFILE)
    assert follow_up(said, card, PROFILE, settings) is None


def test_every_rule_has_words_for_a_report() -> None:
    assert set(SAYS) == set(Rule)
