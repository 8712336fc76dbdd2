import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cards.fingerprint import fingerprint, fold, seed
from interview_coach.cards.model import CardKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tell me about a conflict.", "tell me about a  conflict"),
        ("“Tell me about a conflict.”", '"Tell me about a conflict."'),
        ("Why don’t you delegate?", "Why don't you delegate?"),
        ("Cross-functional work — how?", "cross functional work, how"),
        ("**Bold** and _soft_ and `code`", "Bold and soft and code"),
        ("10–20 people", "10-20 people"),
        ("−5 %", "-5%"),
        ("1,200 users", "1200 users"),
        ("≈10 days", "~10 days"),
        ("40 → 15", "40 -> 15"),
        ("ﬁne Ｗｉｄｅ", "fine wide"),
        ("Straße", "STRASSE"),
        ("Cafe\u0301", "Café"),
        ("soft\u00adhyphen", "softhyphen"),
        ("数据质量。", "数据质量"),
        ("¿Qué pasó?", "qué pasó"),
    ],
)
def test_how_a_text_is_set_does_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("13/14", "13 14"),
        ("13/14", "1314"),
        ("1.5", "15"),
        ("-5%", "5%"),
        ("93%", "93"),
        ("5+ years", "5 years"),
        ("~10 days", "10 days"),
        ("$5", "€5"),
        ("C++", "C"),
        ("C#", "C"),
        ("3:1", "31"),
        ("<5", ">5"),
        ("-€5", "€5"),
        ("When do you hold firm?", "When do you not hold firm?"),
        ("मेल", "मल"),  # a vowel sign is no punctuation
        ("资料", "数据"),
        ("???", "!!!"),
        ("⭐⭐", "⭐"),
    ],
)
def test_what_carries_meaning_counts(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert fingerprint(one) != fingerprint(other)


@given(st.one_of(st.text(), st.text(alphabet=" ab129.,:/-<>~#%$+'=€–−’*éßſİ½", max_size=12)))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(min_codepoint=1), min_size=1))
def test_any_text_has_a_short_fingerprint(text: str) -> None:
    assert len(fingerprint(text)) == 16
    assert int(fingerprint(text), 16) >= 0


def test_a_lone_surrogate_is_no_trouble() -> None:
    assert fingerprint("a\ud800b") == fingerprint("a b")
    assert seed(CardKind.QUESTION, "\ud800") != seed(CardKind.QUESTION, "\ud801")


def test_a_seed_is_the_same_on_every_machine_and_for_every_setting_of_the_text() -> None:
    assert seed(CardKind.QUESTION, "Why us?") == seed(CardKind.QUESTION, "“Why us?”") == 3442036109
    assert seed(CardKind.QUESTION, "Why us?") != seed(CardKind.OPENER, "Why us?")
    code = (
        "from interview_coach.cards.fingerprint import seed; from interview_coach.cards.model import CardKind;"
        "print(seed(CardKind.QUESTION, 'Why us?'))"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(run.stdout) == 3442036109
