"""What is no answer earns nothing: no praise, no mark, no word about a story that was never told."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from interview_coach.answers.phrases import built_in
from interview_coach.answers.signals import lists_of, signals
from interview_coach.settings import Settings
from tests.cli.test_commands import run
from tests.making import METRICS, QUESTIONS, STORY, note_text, write_note

KEYWORDS = ("sourdough", "proving", "hydration", "crumb", "oven spring", "batch planning", "waste", "delivery")
NOTE = note_text() + "\n## ATS Keywords\n\n" + ", ".join(KEYWORDS) + "\n"
STAR = ("situation", "task", "action", "result", "star")
ELSEWHERE = (
    "In my last flat the landlord wanted to raise the rent by 12 percent. I read the lease, I called the"
    " tenants' union and I wrote him a letter with three examples from our street. He withdrew it after two"
    " weeks, and the neighbours brought me a cake. I learned to ask for the reason in writing before all else."
)
NO_ANSWERS = {
    "keyword soup": " ".join([*KEYWORDS, *STAR, *(name for name, _, _ in METRICS)] * 12),
    "STAR soup": "Situation: proving. Task: hydration. Action: crumb, oven spring. Result: waste. " * 10,
    "banana": "banana " * 200,
    "one word": "Yes",
    "another question": ELSEWHERE,
    "nothing": "",
    "white space": " \n\t \n",
    "the question": QUESTIONS[0],
}
THE_NOTE = {"the note": NOTE, "the story": "\n".join(STORY.values())}
EVERY = {**NO_ANSWERS, **THE_NOTE}

PRAISE = re.compile(
    r"\b(great|good|excellent|perfect|strong|solid|nice(?:ly)?|impressive|well (?:done|told)|brilliant"
    r"|fantastic|amazing|awesome|bravo|congratulations|keep it up|confiden\w*|persuasive|convincing|credible"
    r"|outstanding"
    r"|clear(?:ly)? structured|score\w*|grade|rating|points? out of|passed)\b"
    r"|\b\d+ ?/ ?(?:5|10|100)\b|[!👍🎉⭐✅]",
    re.IGNORECASE,
)
STAR_STATEMENT = re.compile(r"\b(situation|task|result|star)s?\b|\baction\b(?! words)", re.IGNORECASE)
MARKS = re.compile(r"score|grade|mark|star|situation|task|result|praise|confidence|sentiment|quality|level")


@pytest.fixture(scope="module")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose note has keywords of its own."""
    root = tmp_path_factory.mktemp("bakery")
    write_note(root, text=NOTE)
    return root


@cache
def told(root: Path, answer: str) -> Any:
    result = run("feedback", "decks/bread.md", "--json", root=root, lines=answer)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def printed(root: Path, answer: str) -> str:
    """What a person reads, on one line, without the words of the note."""
    result = run("feedback", "decks/bread.md", root=root, lines=answer)
    assert result.returncode == 0, result.stderr
    return without_the_note(f"{result.stdout} {result.stderr}")


def without_the_note(text: str) -> str:
    own = {*QUESTIONS, *STORY.values(), *(cell for metric in METRICS for cell in metric)}
    text = " ".join(text.split())
    for words in sorted(own, key=len, reverse=True):
        text = text.replace(words, "")
    return text


def keys_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(keys_of(each) for each in value.values()))
    return set().union(*(keys_of(each) for each in value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("answer", EVERY.values(), ids=EVERY)
def test_what_is_printed_praises_nothing_and_tells_no_story(bakery: Path, answer: str) -> None:
    text = printed(bakery, answer)
    assert PRAISE.findall(text) == []
    assert STAR_STATEMENT.findall(text) == []


@pytest.mark.parametrize("answer", EVERY.values(), ids=EVERY)
def test_what_other_programs_get_praises_nothing_and_holds_no_mark(bakery: Path, answer: str) -> None:
    found = told(bakery, answer)
    assert [key for key in keys_of(found) if MARKS.search(key)] == []
    for facts in (found.get("facts", []), found.get("fix", {})):
        text = without_the_note(json.dumps(facts, ensure_ascii=False))
        assert (PRAISE.findall(text), STAR_STATEMENT.findall(text)) == ([], [])


@pytest.mark.parametrize("answer", NO_ANSWERS.values(), ids=NO_ANSWERS)
def test_no_metric_lands_in_what_is_no_answer(bakery: Path, answer: str) -> None:
    metrics = told(bakery, answer)["metrics"]
    assert [metric["name"] for metric in metrics] == [name for name, _, _ in METRICS]
    assert {metric["status"] for metric in metrics} == {"missing"}
    assert all(metric["evidence"] == [] and not metric["said"] for metric in metrics)


@pytest.mark.parametrize("name", ["keyword soup", "STAR soup", "banana", "one word", "nothing", "white space"])
def test_nothing_is_counted_where_nothing_was_said(bakery: Path, name: str) -> None:
    found = told(bakery, NO_ANSWERS[name])
    assert (found["any_figure"], found["i_actions"], found["we_actions"]) == (False, 0, 0)
    assert found["words"] == len(NO_ANSWERS[name].split())


def test_the_note_pasted_back_has_its_figures_and_no_more(bakery: Path) -> None:
    metrics = told(bakery, NOTE)["metrics"]
    assert [metric["status"] for metric in metrics] == ["landed"] * len(METRICS)
    for metric in metrics:
        assert metric["said"] in NOTE
        assert all(0 <= start < end <= len(NOTE) for start, end in metric["evidence"])


SENTENCES = ("We stopped there, {}, and it went on.", "It had rained. {}. It rained again.", "{}", "...{}...")


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("name", ["fillers", "ambiguous", "hedges", "theoretical", "vague"])
def test_every_entry_of_a_list_finds_itself(name: str, sentence: str) -> None:
    lists = lists_of(Settings(ambiguous_fillers=True))
    for entry in built_in(name):
        text = sentence.format(entry)
        found = getattr(signals(text, lists, 140, ()), "fillers" if name == "ambiguous" else name)
        places = [place for counted in found if counted.text == entry for place in counted.places]
        assert [text[start:end] for start, end in places] == [entry], text


def test_every_verb_of_an_action_finds_itself() -> None:
    for verb in built_in("actions"):
        text = f"In the end I {verb} the plan, and later we {verb} more."
        found = signals(text, lists_of(), 140, ())
        assert [text[start:end] for start, end in (*found.i_actions, *found.we_actions)] == [
            f"I {verb}",
            f"we {verb}",
        ]


def test_no_verb_of_a_state_is_an_action() -> None:
    for verb in built_in("states"):
        assert signals(f"In the end I {verb} the plan.", lists_of(), 140, ()).i_actions == (), verb
