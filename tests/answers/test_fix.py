"""The one thing to fix: the most important first, about the answer, with the note's own figure or words."""

import pytest

from interview_coach.answers.facts import Given, Way
from interview_coach.answers.fix import Fix, Wanted, key_metrics, key_missed, one_fix, quoted
from interview_coach.answers.model import Landing, Sought, Status
from interview_coach.answers.profiles import profile_of
from interview_coach.answers.signals import lists_of, signals
from interview_coach.settings import DEFAULTS

RATE = Sought("Resolution rate", "13/14", "Without concessions")
DAYS = Sought("Average resolution", "~10 days", "Business days")
WANTED = Wanted((RATE,), "I moved two engineers onto it.", "Signed off on day ten, without a credit.")
EVEN = {"situation": 20.0, "task": 10.0, "action": 70.0, "result": 20.0}
LANDED = (Landing(RATE, Status.LANDED, ((0, 5),), "13/14"), Landing(DAYS, Status.MISSING))
MISSED = (Landing(RATE, Status.MISSING), Landing(DAYS, Status.MISSING))
WRONG = (Landing(RATE, Status.WRONG, ((0, 8),), "13 of 15"),)


def fix(
    given: Given,
    text: str | None = None,
    landings: tuple[Landing, ...] = LANDED,
    wanted: Wanted = WANTED,
    result_ticked: bool | None = None,
) -> Fix | None:
    found = None if text is None else signals(text, lists_of(), 140)
    return one_fix(
        given, profile_of(DEFAULTS), wanted, signals=found, landings=landings, result_ticked=result_ticked
    )


def code(
    given: Given,
    text: str | None = None,
    landings: tuple[Landing, ...] = LANDED,
    wanted: Wanted = WANTED,
    result_ticked: bool | None = None,
) -> str:
    found = fix(given, text, landings, wanted, result_ticked)
    return "" if found is None else found.code


def test_where_nothing_stands_out_nothing_is_said() -> None:
    assert fix(Given(Way.SPOKEN, 120, EVEN)) is None
    assert fix(Given(Way.TEXT), "I led it. " * 80) is None
    assert fix(Given(Way.HEAD)) is None


def test_nothing_said_has_nothing_to_fix() -> None:
    assert fix(Given(Way.TEXT), " ", MISSED) is None


def test_the_order_of_importance() -> None:
    everything = "I would do many huge great things, and I always improved a lot of it. " * 50
    lopsided = Given(Way.BOXES, None, {"situation": 60.0, "task": 20.0, "action": 19.0, "result": 1.0})
    assert code(lopsided, everything, MISSED, result_ticked=False) == "figure"
    assert code(lopsided, everything, result_ticked=False) == "result"
    assert code(lopsided, everything) == "result"
    start = Given(Way.BOXES, None, {"situation": 60.0, "task": 10.0, "action": 10.0, "result": 20.0})
    assert code(start, everything) == "event"
    assert code(start, "I led. " + everything) == "overtime"
    assert code(start, "I led. " + everything[:1500]) == "start"
    assert code(Given(Way.TEXT), "I led. " + everything[:1500]) == "vague"
    assert code(Given(Way.TEXT), "I led it.") == "thin"


def test_the_figure_is_the_notes() -> None:
    assert fix(Given(Way.TEXT), "I led.", MISSED) == Fix(
        "figure", "Say the figure: 13/14 (Resolution rate, Without concessions)."
    )
    settled = fix(Given(Way.TEXT), "I led.", WRONG)
    assert settled is not None
    assert "says “13 of 15”, the note 13/14" in settled.text


def test_one_key_figure_is_enough_and_another_metric_is_none() -> None:
    both = Wanted((RATE, DAYS))
    assert key_missed(both.key, LANDED) is None
    assert key_missed((DAYS,), LANDED) == LANDED[1]
    assert key_missed((), MISSED) is None
    assert key_missed(both.key, (MISSED[0], Landing(DAYS, Status.AS_PERCENT))) is None


def test_the_key_figures_are_those_that_the_result_or_the_notes_own_answer_names() -> None:
    cost = Sought("Cost", "$1.2M", "A year")
    both = (RATE, DAYS)
    assert key_metrics((RATE, cost, DAYS), "Average resolution was ten business days.") == both
    assert key_metrics((*both, cost), "They renewed.") == (*both, cost)
    assert key_metrics(both, "Ten business days.", "We resolved 13 of 14 without concessions.") == (RATE,)
    assert key_metrics(both, "", "I ask before I judge.") == ()
    assert key_metrics((), "Ten days") == ()


def test_a_result_that_was_not_ticked_or_took_too_little_is_quoted_from_the_note() -> None:
    for given, ticked in (
        (Given(Way.SPOKEN, 120, EVEN), False),
        (Given(Way.SPOKEN, 120, {**EVEN, "result": 5.0}), None),
        (Given(Way.SPOKEN, 120, {**EVEN, "result": 0.0}), None),
    ):
        found = fix(given, result_ticked=ticked)
        assert found is not None
        assert found.code == "result"
        assert "Signed off on day ten" in found.text
    assert code(Given(Way.SPOKEN, 120, EVEN), result_ticked=True) == ""


def test_theoretical_wording_is_no_fault_where_the_question_asks_for_it_or_an_event_is_told() -> None:
    text = "I would call them and I usually wait. " * 30
    assert code(Given(Way.TEXT), text) == "event"
    assert code(Given(Way.TEXT), text, wanted=Wanted(asks_what_would_be=True)) == ""
    assert code(Given(Way.TEXT), text + "I called them.") == ""


def test_typing_takes_no_time_and_speaking_does() -> None:
    assert code(Given(Way.TEXT, 700), "I led it. " * 80) == ""
    assert code(Given(Way.SPOKEN, 170, EVEN)) == "overtime"
    assert code(Given(Way.SPOKEN, 30, EVEN)) == "thin"


@pytest.mark.parametrize(
    "text", ["banana " * 200, "star result metric impact " * 60, "yes", "🙂", "I am the best. " * 60]
)
def test_no_fix_praises_or_speaks_of_the_person(text: str) -> None:
    for landings in (LANDED, MISSED, WRONG, ()):
        found = fix(Given(Way.TEXT), text, landings)
        said = "" if found is None else found.text.casefold()
        for never in ("great", "good", "well done", "confiden", "score", "you are", "nervous", "better"):
            assert never not in said


def test_a_quotation_is_cut_at_a_word() -> None:
    assert quoted("short") == "short"
    cut = quoted("words " * 40)
    assert cut.endswith("words …")
    assert len(cut) <= 92
