"""`weak` and `stats`: as JSON for programs, as lines for people."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from interview_coach.cli.commands import group
from interview_coach.cli.progress import REASONS
from interview_coach.recall.reasons import Code
from tests.making import METRICS, note_text, write_note

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "json.md").read_text(encoding="utf-8")


def run(root: Path, *words: str, day: int = 2, said: str | None = None) -> str:
    """A command at eight in the morning of a day in March 2026."""
    environ = {"INTERVIEW_COACH_NOW": f"2026-03-{day:02}T08:00:00+01:00"}
    done = CliRunner().invoke(group, [*words, "--workspace", str(root)], input=said, env=environ)
    assert done.exit_code == 0, done.output
    return done.stdout


def report(root: Path, *words: str, day: int = 2) -> Any:
    return json.loads(run(root, *words, "--json", day=day))


def practise(root: Path, day: int, lines: str) -> None:
    run(root, "practice", "--plain", "--limit", "1", day=day, said=lines)


@pytest.fixture
def missing(tmp_path: Path) -> Path:
    """A workspace with one question of which the second metric was missed on two days."""
    write_note(
        tmp_path, text=note_text(questions=["Tell me about the oven."], head="type: skill\ncards: [question]")
    )
    for day in (2, 3):
        practise(tmp_path, day, "\nt 1 3 4 5 6 7\n1\n")
    return tmp_path


def keys_of(value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from keys_of(each)


def test_weak_names_the_metric_that_was_missed(missing: Path) -> None:
    (found,) = report(missing, "weak", day=4)["answers"]
    assert found["prompt"] == "Tell me about the oven."
    assert found["skill"] == "Bread Baking"
    assert [(reason["code"], reason["text"], reason["day"]) for reason in found["reasons"]] == [
        ("metric_missed", "Waste missed in 2 of 2 answers, last on 2026-03-03", "2026-03-03"),
        ("recall", "recall has fallen to 69 %", "2026-03-03"),
    ]
    assert found["last_seen"].startswith("2026-03-03T07:00:00")
    assert found["good_in_a_row"] == 0
    assert found["aim"] == "numbers"
    assert [attempt["landed"] for attempt in found["attempts"]] == [3, 3]


def test_it_leaves_the_list_and_says_so_on_that_day(missing: Path) -> None:
    everything = "\nt 1 2 3 4 5 6 7\n3\n"
    practise(missing, 4, everything)
    assert report(missing, "weak", day=4)["answers"][0]["good_in_a_row"] == 1
    practise(missing, 8, everything)
    found = report(missing, "weak", day=8)
    assert found["answers"] == []
    (left,) = found["left_today"]
    assert [reason["code"] for reason in left["reasons"]] == ["metric_missed"]
    assert "Left the list today, good on 2 study days" in run(missing, "weak", day=8)
    assert report(missing, "weak", day=9)["left_today"] == []


def test_weak_for_people_says_why_and_when_it_was_seen(missing: Path) -> None:
    said = run(missing, "weak", day=4)
    assert "1 answer needs work." in said
    assert "  - Waste missed in 2 of 2 answers, last on 2026-03-03" in said
    assert "Last seen 2026-03-03. Good days in a row: 0 of 2." in said
    assert "Last answers: 3 of 4 key points, 3 of 4 key points." in said
    assert "Only the numbers" in said
    assert "No answer is weak now." in run(missing, "weak", "--reason", "flagged", day=4)


def test_an_answer_with_all_that_is_key_is_not_counted_as_if_there_were_no_more_figures(tmp_path: Path) -> None:
    metrics = [*METRICS, ("Apprentices trained", "6", "In two years")]
    head = "type: skill\ncards: [question]"
    write_note(tmp_path, text=note_text(questions=["Tell me about the oven."], metrics=metrics, head=head))
    for day, ticks, rating in ((2, "t 1 3 4", 1), (3, "t 1 3 4", 1), (4, "t 1 2 3 5 6 7 8", 3)):
        practise(tmp_path, day, f"\n{ticks}\n{rating}\n")
    said = run(tmp_path, "weak", day=4)
    assert said.splitlines()[-2].endswith("key points, all said.")
    (found,) = report(tmp_path, "weak", day=4)["answers"]
    assert (found["attempts"][-1]["landed"], found["attempts"][-1]["asked"]) == (4, 4)


def test_weak_can_be_asked_for_one_skill_or_reason(missing: Path) -> None:
    write_note(missing, "icing.md", note_text("Cake Icing"))
    assert report(missing, "weak", "--skill", "icing", day=4)["answers"] == []
    assert len(report(missing, "weak", "--skill", "bread", "--reason", "metric_missed", day=4)["answers"]) == 1
    assert report(missing, "weak", "--reason", "overtime", day=4)["answers"] == []
    assert set(REASONS) == set(Code)


def test_stats_count_days_and_predict(missing: Path) -> None:
    found = report(missing, "stats", day=4)
    assert [day["reviews"] for day in found["days"]] == [1, 1]
    assert found["streak"] == {"current": 2, "longest": 2, "today_counts": False}
    assert [each["days"] for each in found["retention"]] == [7, 30, 90]
    assert len(found["forecast"]) == 30
    assert found["forecast"][0] == {"day": "2026-03-04", "due": 1}
    (skill,) = found["skills"]
    assert (skill["cards"], skill["unseen"], skill["day"]) == (1, 0, "2026-03-04")
    later = report(missing, "stats", "--on", "2026-06-01", day=4)["skills"][0]
    assert later["day"] == "2026-06-01"
    assert later["readiness"] < skill["readiness"]
    assert [each["card_id"] for each in later["below_target"]] == [1]


def test_stats_for_people_give_each_figure_its_sentence(missing: Path) -> None:
    said = run(missing, "stats", day=4)
    assert "2 ratings on 2 study days." in said
    assert "Streak: 2 days, today not counted yet; the longest was 2." in said
    assert "A study day counts when" in said
    assert "The target is 90 %." in said
    assert "Coming back: 1 card today" in said
    assert "Readiness today" in said
    assert "optimize" not in said, "two ratings are nothing to fit a schedule to"
    assert max(map(len, said.splitlines())) <= 110
    assert said.isascii()


def test_stats_of_nothing_say_how_to_begin(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    said = run(tmp_path, "stats")
    assert "Nothing was rated yet" in said
    found = report(tmp_path, "stats")
    assert (found["days"], found["skills"]) == ([], [])
    assert report(tmp_path, "weak") == {
        "schema": 1,
        "study_day": "2026-03-02",
        "answers": [],
        "left_today": [],
    }


@pytest.mark.parametrize("command", ["weak", "stats"])
def test_the_page_names_every_key_that_is_printed(command: str, missing: Path) -> None:
    section = re.search(rf"^## {command}\n(.*?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL)
    assert section is not None
    printed = set(keys_of(report(missing, command, day=4)))
    assert len(printed) > 15
    assert {key for key in printed if f"`{key}`" not in section.group(1)} == set()
