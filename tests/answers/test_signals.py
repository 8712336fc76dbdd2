"""What is counted in an answer stands there, means what it is counted as, and says nothing more."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.model import Counted, Signals
from interview_coach.answers.phrases import PhraseList, built_in
from interview_coach.answers.sentences import sentences_of
from interview_coach.answers.signals import lists_of, signals, total
from interview_coach.answers.words import fold, word_count, words_of
from interview_coach.settings import DEFAULTS, Settings

LISTS = lists_of()
COUNTED = ("fillers", "hedges", "theoretical", "vague")
PHRASES = [
    (name, phrase.text)
    for name in (*COUNTED, "ambiguous")
    for phrase in PhraseList(built_in(name).values()).phrases
]


def look(text: str, settings: Settings = DEFAULTS) -> Signals:
    return signals(text, lists_of(settings), 140)


def found(text: str, name: str, settings: Settings = DEFAULTS) -> dict[str, int]:
    return {each.text: each.count for each in getattr(look(text, settings), name)}


def actions(text: str, who: str = "i") -> list[str]:
    return [text[start:end] for start, end in getattr(look(text), f"{who}_actions")]


@pytest.mark.parametrize(("name", "entry"), PHRASES)
def test_every_entry_of_a_list_finds_itself_however_it_is_written(name: str, entry: str) -> None:
    phrases = PhraseList(built_in(name).values())
    for written in (entry, entry.upper(), entry.title(), f"We went, {entry}, there.", entry.replace(" ", "-")):
        assert [each.text for each in phrases.find(written, words_of(written))] == [entry], written


@given(
    st.lists(
        st.sampled_from([entry for _, entry in PHRASES] + ["I led", "9 of 10", ". ", ", ", "the", "Ärger"])
    )
)
def test_places_show_the_entry_and_never_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    seen = look(text)
    for name in COUNTED:
        counted: tuple[Counted, ...] = getattr(seen, name)
        for each in counted:
            assert each.count > 0
            assert all(fold(text[start:end]) == each.text for start, end in each.places)
        places = sorted(place for each in counted for place in each.places)
        assert all(one[1] <= other[0] for one, other in pairwise(places))


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    seen = look(text)
    assert seen.words >= 0
    for start, end in (*seen.i_actions, *seen.we_actions, *sentences_of(text)):
        assert 0 <= start < end <= len(text)
    for word in words_of(text):
        assert fold(text[word.start : word.end]).startswith(word.text) or word.text in ("had", "would", "have")


@pytest.mark.parametrize("text", ["", " \n\t", "…", "?!", "—"])
def test_nothing_said_is_nothing_counted(text: str) -> None:
    assert look(text) == Signals(0, 0, (), (), (), (), (), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Um, we had a problem, you know, and ummmm it grew", {"um": 1, "you know": 1, "umm": 1}),
        ("You know the customer was, er, angry", {"er": 1}),
        ("As you know, we shipped", {}),
        ("Do you know how many?", {}),
        ("I let you know on Friday", {}),
        ("That kind of work is a sort of art", {}),
        ("It kind of worked, and sort-of held", {"kind of": 1, "sort of": 1}),
        ("They ask what sort. Of course we had some", {}),
        ("That is what I mean by it", {}),
        ("I mean, it was late", {"i mean": 1}),
        ("In the ER we took it over, 5 mm wide, with ERM on top", {}),
        ("ER UM WHAT WAS IT", {"er": 1, "um": 1}),
        ("Ten boxes or something", {"or something": 1}),
        ("A pump or something like it", {}),
        ("The umbrella and the drum", {}),
        ("Well, so, like, right, okay, actually just obviously anyway", {}),
    ],
)
def test_fillers(text: str, expected: dict[str, int]) -> None:
    assert found(text, "fillers") == expected


def test_what_is_ambiguous_counts_only_where_the_settings_say_so() -> None:
    asked = replace(DEFAULTS, ambiguous_fillers=True)
    text = "So, like, we did it well, and I would like it right away, okay?"
    assert found(text, "fillers") == {}
    assert found(text, "fillers", asked) == {"so": 1, "like": 1, "okay": 1}
    assert found(text, "fillers", replace(asked, fillers=("built-in", "-okay"))) == {"so": 1, "like": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I think it was, perhaps, a bit late", {"i think": 1, "perhaps": 1, "a bit": 1}),
        ("Ask me what I think; it took quite a bit of work", {}),
        ("I couldn’t possibly treat them fairly and well", {}),
        ("More or less fairly large, pretty much", {"more or less": 1, "fairly": 1, "pretty much": 1}),
    ],
)
def test_hedges(text: str, expected: dict[str, int]) -> None:
    assert found(text, "hedges") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I would call them. We’d usually wait. I always write it down",
            {"i would": 1, "we would usually": 1, "i always": 1},
        ),
        ("I told the director that by Friday I would call her back", {}),
        ("I promised we would. I would begin with a plan", {"i would": 1}),
        ("I'd already called, and I'd moved two people; I'd had enough", {}),
        ("As you would expect, I would like to add one thing", {}),
        ("In general practice, as a rule of thumb, it's normally distributed", {}),
        ("In general, as a rule, it depends", {"in general": 1, "as a rule": 1, "it depends": 1}),
    ],
)
def test_theoretical_wording(text: str, expected: dict[str, int]) -> None:
    assert found(text, "theoretical") == expected


def test_size_words_are_vague_only_in_a_sentence_without_a_figure() -> None:
    text = "We improved it a lot. It improved from 40 to 15 in many shops. Dr. Wu was much faster, by 3.5 days."
    assert found(text, "vague") == {"improved": 1, "a lot": 1}
    (improved, _) = look(text).vague
    assert [text[start:end] for start, end in improved.places] == ["improved"]
    assert found("How many? Great question. The parking lot grew. Not that many.", "vague") == {}
    assert found("Thanks a lot. Thank you a lot, and many thanks!", "vague") == {}
    assert found("much better and significantly faster", "vague") == {
        "much better": 1,
        "significantly": 1,
        "faster": 1,
    }


def test_a_dictation_without_full_stops_is_looked_at_in_stretches() -> None:
    far = " ".join(["and then there were more of them"] * 6)
    assert found(f"we improved {far} and it was 93 in all", "vague") == {"improved": 1}
    assert found(f"we improved it to 93 {far}", "vague") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I led it, I then quickly decided, and I’ve built two",
            ["I led", "I then quickly decided", "I’ve built"],
        ),
        ("I had already moved them. I personally rewrote it", ["I had already moved", "I personally rewrote"]),
        ("I think I was glad. I wanted it and I knew. I need rest", []),
        ("I usually called. I always built. I never led. I didn't call", []),
        ("I did not go, I did the triage", ["I did"]),
        ("I used to run. I used a list", ["I used"]),
        ("If I moved them, I would lose; whether I asked or not", []),
        ("Phase I delivered late", []),
        ("It was I. Led by others", []),
        ("I had to wait, I was asked, I got sick", []),
    ],
)
def test_own_actions(text: str, expected: list[str]) -> None:
    assert actions(text) == expected


def test_actions_of_the_team_are_counted_apart() -> None:
    text = "We built it, and we’d agreed on it; I led. We were glad, we succeed, we wanted more."
    assert actions(text, "we") == ["We built", "we’d agreed"]
    assert actions(text) == ["I led"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thirteen of fourteen, without concessions.", 5),
        ("We’re well-known — 13/14, you see", 5),
        ("one—two – three", 3),
        ("हमने समय आधा किया", 4),
        ("Мы сократили время вдвое", 4),
        ("우리는 시간을 절반으로 줄였다", 4),
        ("我们把时间减少了一半", 5),
        ("إجابة قصيرة", 2),
        ("🙂 🙂", 0),
    ],
)
def test_words_are_counted_in_any_script(text: str, words: int) -> None:
    assert word_count(text) == words


def test_speaking_time_is_predicted_from_the_words() -> None:
    assert look("word " * 280).spoken_seconds == 120
    assert signals("word " * 280, LISTS, 110).spoken_seconds == 153


def test_a_list_can_be_added_to_taken_from_and_replaced() -> None:
    text = "Basically, um, at the end of the day, we Genau did it"
    assert found(text, "fillers") == {"basically": 1, "um": 1}
    more = ("built-in", "at the end of the day", "genau", "-Basically")
    assert found(text, "fillers", replace(DEFAULTS, fillers=more)) == {
        "um": 1,
        "at the end of the day": 1,
        "genau": 1,
    }
    assert found(text, "fillers", replace(DEFAULTS, fillers=("genau",))) == {"genau": 1}
    assert found(text, "fillers", replace(DEFAULTS, fillers=())) == {}
    assert actions("I schlepped it and I yeeted") == ["I schlepped", "I yeeted"]
    assert look("I led", replace(DEFAULTS, action_verbs=("built-in", "-led"))).i_actions == ()
    assert look("I wanted", replace(DEFAULTS, state_verbs=())).i_actions == ((0, 8),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We cut it. it fell! Did it? Yes", ["We cut it.", "it fell!", "Did it?", "Yes"]),
        (
            "Dr. Wu said approx. 5, e.g. this… and so on. No. 4 won",
            ["Dr. Wu said approx. 5, e.g. this… and so on.", "No. 4 won"],
        ),
        ("It is 3.5 kg. At 5 p.m. We left", ["It is 3.5 kg.", "At 5 p.m.", "We left"]),
        ("We left\nThen I\nI said", ["We left", "Then I\nI said"]),
        ("wrapped at\nthe margin\n\nnew\n- item", ["wrapped at\nthe margin", "new", "- item"]),
        ("很好。真的！", ["很好。", "真的！"]),
        ("So did I. Then", ["So did I.", "Then"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences_of(text)] == expected


@pytest.mark.parametrize(
    "text", ["banana " * 200, "situation task action result " * 30, "synergy ROI KPI " * 60]
)
def test_a_soup_of_words_signals_nothing(text: str) -> None:
    seen = look(text)
    assert not seen.i_actions
    assert not seen.we_actions
    assert not any(total(getattr(seen, name)) for name in COUNTED)


def test_a_long_answer_takes_a_moment_and_a_hostile_one_no_longer_than_its_length() -> None:
    answer = "Um, I led it, you know, and we improved many things. I think I would do it again, sort of. " * 20
    look(answer)
    started = time.perf_counter()
    look(answer)
    assert time.perf_counter() - started < 0.05  # 400 words are to take 10 ms; a busy machine may take longer
    for hostile in (".", "\n", "'", "a'", ".\u2019", "a.\n", "you know ", "I d'", "\n\n "):
        started = time.perf_counter()
        look(hostile * (60_000 // len(hostile)))
        assert time.perf_counter() - started < 5, repr(hostile)
