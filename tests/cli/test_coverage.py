"""`coverage` and `check --coverage` in real processes."""

import json
from pathlib import Path

from tests.cli.test_commands import as_json, run
from tests.making import QUESTIONS, note_text, write_note


def test_coverage_gives_the_table_and_what_to_look_at(root: Path) -> None:
    run("practice", "--plain", "--limit", "1", root=root, lines="\n4\n")
    told = as_json("coverage", root=root)
    assert told["schema"] == 1
    assert [question["text"] for question in told["questions"]] == list(QUESTIONS)
    assert [question["answers"] for question in told["questions"]] == [1, 0, 0]
    assert told["questions"][0]["last"] == "2026-03-02"
    (story,) = told["stories"]
    assert (story["questions"], story["answers"], story["over"]) == ([0, 1, 2], 1, 0)
    assert {"few_stories", "no_failure"} <= {finding["code"] for finding in told["findings"]}
    shown = run("coverage", root=root).stdout
    assert all(question in shown for question in QUESTIONS)
    assert "3 questions, 1 story" in shown


def test_check_says_it_only_when_asked_and_never_fails_for_it(root: Path) -> None:
    write_note(root, "bare.md", note_text("Bare", metrics=[("Waste", "-38%", "In 2024")]))
    assert run("check", root=root).stdout == "2 skill notes, nothing odd.\n"
    result = run("check", "--coverage", root=root)
    assert result.returncode == 0
    line = next(
        number
        for number, text in enumerate((root / "decks" / "bare.md").read_text().splitlines(), 1)
        if "-38%" in text
    )
    assert f"decks/bare.md:{line}: info: " in result.stdout
    problems = json.loads(run("check", "--coverage", "--json", root=root).stdout)["problems"]
    assert {problem["severity"] for problem in problems} == {"info"}
    assert any(problem["path"] == "decks" for problem in problems)


def test_check_of_paths_needs_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(note_text("One", metrics=[("Sold", "90%", "")]), encoding="utf-8")
    result = run("check", "--coverage", "one.md", root=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "Sold: 90%" in result.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.md"]
