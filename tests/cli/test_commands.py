"""The commands as a person or another program runs them: real processes, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import running
from tests.making import METRICS, QUESTIONS, STORY, note_text, write_note
from tests.running import NOW


def run(
    *words: str, root: Path, lines: str = "", now: str = NOW, **more: str
) -> subprocess.CompletedProcess[str]:
    """`interview-coach` in a process of its own, in the folder `root`; what it said, as text."""
    done = running.run(root, *words, lines=lines, environ={"INTERVIEW_COACH_NOW": now, **more})
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def as_json(*words: str, root: Path, **more: str) -> Any:
    result = run(*words, "--json", root=root, **more)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_notes_gives_what_the_note_says(root: Path) -> None:
    told = as_json("notes", root=root)
    assert told["schema"] == 1
    assert (told["ignored"], told["failed"]) == ([], [])
    (note,) = told["notes"]
    assert note["path"] == "decks/bread.md"
    assert note["title"] == "Bread Baking"
    assert [question["text"] for question in note["questions"]] == list(QUESTIONS)
    assert [(m["name"], m["value"], m["context"]) for m in note["metrics"]] == list(METRICS)
    assert [note["stories"][0][part.lower()] for part in STORY] == list(STORY.values())
    assert note["problems"] == []
    lines = (root / "decks" / "bread.md").read_text(encoding="utf-8").splitlines()
    assert all(question["text"] in lines[question["line"] - 1] for question in note["questions"])


def test_notes_reads_just_the_paths_given_and_needs_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(note_text("One"), encoding="utf-8")
    told = as_json("notes", "one.md", root=tmp_path)
    assert [note["title"] for note in told["notes"]] == ["One"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.md"]


@pytest.mark.parametrize("command", ["notes", "check"])
def test_a_path_that_is_not_there_is_wrong_use(tmp_path: Path, command: str) -> None:
    result = run(command, "none.md", root=tmp_path)
    assert result.returncode == 2
    assert "none.md" in result.stderr
    assert result.stdout == ""


def test_check_names_the_file_the_line_and_the_remedy(root: Path) -> None:
    write_note(root, "half.md", note_text("Half", story={"Situation": "It rained"}))
    result = run("check", root=root)
    assert result.returncode == 0
    assert "decks/half.md:" in result.stdout
    assert "warning: " in result.stdout
    assert result.stdout.rstrip().endswith(")")


def test_check_exits_with_1_where_content_is_lost(root: Path) -> None:
    write_note(root, "broken.md", "---\ntype: skill\naliases: [unclosed\n---\n# Broken\n")
    result = run("check", root=root)
    assert result.returncode == 1
    assert "decks/broken.md:" in result.stdout
    problems = json.loads(run("check", "--json", root=root).stdout)["problems"]
    assert {"path", "line", "severity", "message", "hint"} <= set(problems[0])


def test_cards_reads_the_notes_first_and_says_what_changed(root: Path) -> None:
    told = as_json("cards", root=root)
    assert told["changes"] == {"new": 10, "kept": 0, "relinked": 0, "missing": 0, "revived": 0}
    assert [card["kind"] for card in told["cards"]] == ["question"] * 3 + ["metric"] * 3 + ["story part"] * 4
    assert told["cards"][0] == {
        **told["cards"][0],
        "note": "bread.md",
        "skill": "Bread Baking",
        "prompt": QUESTIONS[0],
        "status": "active",
        "reps": 0,
        "lapses": 0,
        "stability": None,
        "difficulty": None,
        "due_day": None,
        "last_review": None,
    }
    assert as_json("cards", root=root)["changes"]["kept"] == 10


def test_cards_says_how_a_question_reworded_beyond_recognition_keeps_its_history(root: Path) -> None:
    run("practice", "--plain", root=root, lines="\n3\nq\n")
    assert "cards relink OLD NEW" not in run("cards", root=root).stdout
    write_note(root, text=note_text(questions=[QUESTIONS[1], "Which oven would you buy?", QUESTIONS[2]]))
    told = run("cards", root=root).stdout
    assert "cards relink OLD NEW" in told
    assert " missing " in told
    write_note(root, text=note_text(questions=[QUESTIONS[1], "Which oven would you buy?", "Why bread?"]))
    told = run("cards", root=root).stdout
    assert QUESTIONS[2] not in told, "nothing is known of it"
    (forgotten,) = [card for card in as_json("cards", root=root)["cards"] if card["prompt"] == QUESTIONS[2]]
    assert forgotten["status"] == "missing"


def test_check_names_a_note_that_is_empty(root: Path) -> None:
    write_note(root, text="")
    assert "decks/bread.md: passed over: empty" in run("check", root=root).stdout


def test_due_gives_the_days_queue(root: Path) -> None:
    told = as_json("due", root=root)
    assert (told["study_day"], told["learning"], told["due"], told["new"]) == ("2026-03-02", 0, 0, 3)
    assert told["minutes"] > 0
    assert [card["prompt"] for card in told["cards"]] == list(QUESTIONS)
    assert told["cards"][0]["recall"] is None
    assert as_json("due", root=root, now="2026-03-02T03:59:00+01:00")["study_day"] == "2026-03-01"


def test_plain_practice_does_a_whole_session_from_a_pipe(root: Path) -> None:
    result = run("practice", "--plain", root=root, lines="I moved the dough.\n\n3\n" + "\n3\n" * 20)
    assert result.returncode == 0, result.stderr
    assert all(question in result.stdout for question in QUESTIONS)
    assert "Numbers to land: Batches sold (On opening day); Waste" in result.stdout
    assert f"Result: {STORY['Result']}" in result.stdout
    assert result.stdout.index("Numbers to land") < result.stdout.index("47/50")
    assert "3 cards, 6 ratings: recalled 6 of 6" in result.stdout
    assert "\x1b" not in result.stdout
    told = as_json("cards", root=root)["cards"]
    assert [card["reps"] for card in told[:3]] == [2, 2, 2]
    assert all(card["due_day"] > "2026-03-02" for card in told[:3])
    assert as_json("due", root=root)["cards"] == []


def test_plain_practice_takes_every_key(root: Path) -> None:
    keys = ["3", "?", "h", "", "t 1 9 x", "t 1", "what", "2", "u", "", "4", "s", "f", "f", "b", "u", "q"]
    result = run("practice", "--plain", root=root, lines="\n".join(keys) + "\n")
    assert result.returncode == 0, result.stderr
    for words in (
        "First an empty line", "Hint: Batches sold: 47/50", "Ticked: Batches sold.", "Nothing is ticked.",
        "Hard: again in", "Undone: rated Hard.", "Easy: again in", "Suspended", "Flagged.", "No flag",
        "Not today", "Undone: buried.",
    ):  # fmt: skip
        assert words in result.stdout
    assert [card["status"] for card in as_json("cards", root=root)["cards"]][:3] == [
        "active",
        "suspended",
        "active",
    ]


def test_a_file_of_keys_may_begin_with_the_mark_of_an_editor(root: Path) -> None:
    result = run("practice", "--plain", root=root, lines="\ufeff\r\n4\r\nq\r\n")
    assert "1 card, 1 rating" in result.stdout


def test_plain_practice_keeps_to_its_limits(root: Path) -> None:
    result = run("practice", "--plain", "--limit", "1", root=root, lines="\n4\n\n4\n")
    assert "1 card, 1 rating" in result.stdout
    assert "Today still holds 2 cards." in result.stdout
    result = run("practice", "--plain", "--new", "0", root=root)
    assert "Nothing is due now." in result.stdout
    result = run("practice", "--plain", "--skill", "bread", root=root, lines="\n4\nq\n")
    assert "1 card, 1 rating" in result.stdout
    assert run("practice", "--plain", "--skill", "piano", root=root).returncode == 2


def test_plain_practice_undoes_also_where_nothing_is_due(root: Path) -> None:
    assert "undoes" not in run("practice", "--plain", "--new", "0", root=root, lines="u\n").stdout
    run("practice", "--plain", root=root, lines="\n4\n" * 3)
    result = run("practice", "--plain", root=root, lines="u\n\n2\nq\n")
    assert "Nothing is due now." in result.stdout
    assert "u undoes the last step" in result.stdout
    assert f"Undone: rated Easy.\nBread Baking, question, 1 of 1, new\n{QUESTIONS[2]}" in result.stdout
    assert "1 card, 1 rating" in result.stdout


def test_the_end_of_input_leaves_with_a_summary(root: Path) -> None:
    result = run("practice", "--plain", root=root, lines="\n2")
    assert result.returncode == 0
    assert "1 card, 1 rating" in result.stdout


@pytest.mark.parametrize("words", [["practice", "--limit", "0"], ["nonsense"], ["due", "--wrong"], ["new"]])
def test_wrong_use_exits_with_2(root: Path, words: list[str]) -> None:
    assert run(*words, root=root).returncode == 2


def test_messages_go_to_standard_error_and_json_stays_pure(tmp_path: Path) -> None:
    result = run("due", "--json", root=tmp_path, XDG_DATA_HOME=str(tmp_path / "share"))
    assert result.returncode == 0
    assert json.loads(result.stdout)["new"] > 0
    assert "interview-coach" in result.stderr
    assert list((tmp_path / "share" / "interview-coach" / "decks").glob("*.md"))
    assert run("due", "--json", root=tmp_path, XDG_DATA_HOME=str(tmp_path / "share")).stderr == ""


def test_the_workspace_is_the_one_chosen_then_the_variables_then_the_nearest(
    root: Path, tmp_path: Path
) -> None:
    for name in ("chosen", "variable"):
        write_note(tmp_path / name, text=note_text(name, [f"Is this {name}?"]))
    deep = root / "decks" / "deep"
    deep.mkdir()

    def skills(*words: str, **more: str) -> set[str]:
        return {card["skill"] for card in as_json("due", *words, root=deep, **more)["cards"]}

    variable = {"INTERVIEW_COACH_WORKSPACE": str(tmp_path / "variable")}
    assert skills() == {"Bread Baking"}
    assert skills(**variable) == {"variable"}
    assert skills("--workspace", str(tmp_path / "chosen"), **variable) == {"chosen"}
    result = run("--workspace", str(tmp_path / "chosen"), "due", "--json", root=deep, **variable)
    assert json.loads(result.stdout)["cards"][0]["skill"] == "chosen"


def test_a_workspace_that_is_not_there_is_said_not_made(tmp_path: Path) -> None:
    result = run("due", "--workspace", "typo", root=tmp_path)
    assert result.returncode == 2
    assert "init" in result.stderr
    assert not (tmp_path / "typo").exists()


def test_init_makes_a_workspace_and_overwrites_nothing(tmp_path: Path) -> None:
    result = run("init", "mine", root=tmp_path)
    assert result.returncode == 0, result.stderr
    (sample,) = (tmp_path / "mine" / "decks").glob("*.md")
    sample.write_text("my own", encoding="utf-8")
    assert run("init", "mine", root=tmp_path).returncode == 0
    assert sample.read_text(encoding="utf-8") == "my own"
    assert as_json("due", "--workspace", "mine", root=tmp_path)["cards"] == []


def test_new_writes_a_note_to_fill_in_inside_the_workspace_only(root: Path) -> None:
    result = run("new", "../../Čtení [x] /etc/passwd", root=root)
    assert result.returncode == 0, result.stderr
    assert [path.name for path in sorted((root / "decks").iterdir())] == ["bread.md", "čtení-x-etc-passwd.md"]
    assert run("new", "../../Čtení [x] /etc/passwd", root=root).returncode == 2
    told = as_json("notes", "decks/čtení-x-etc-passwd.md", root=root)
    (note,) = told["notes"]
    assert note["title"] == "../../Čtení [x] /etc/passwd"
    assert (note["questions"], note["stories"], note["metrics"], note["keywords"]) == ([], [], [], [])
    assert not any(problem["severity"] == "error" for problem in note["problems"])
    assert run("new", "...", root=root).returncode == 2


def test_a_setting_that_cannot_be_used_is_named(root: Path) -> None:
    (root / "settings.toml").write_text("new_per_dya = 5\n")
    result = run("due", root=root)
    assert result.returncode == 2
    assert "new_per_dya" in result.stderr
    assert "new_per_day" in result.stderr


def test_a_clock_that_is_no_moment_is_said(root: Path) -> None:
    for moment in ("tomorrow", "2026-03-02T08:00:00"):
        result = run("due", root=root, now=moment)
        assert result.returncode == 2
        assert "INTERVIEW_COACH_NOW" in result.stderr


def test_plain_commands_load_no_textual(root: Path) -> None:
    code = (
        "import sys; sys.argv = ['interview-coach', 'due', '--json']\n"
        "from interview_coach.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'textual', 'rich', 'sqlite_utils', 'rapidfuzz'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    run("due", root=root)
    environ = {**os.environ, "INTERVIEW_COACH_NOW": NOW}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environ, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
