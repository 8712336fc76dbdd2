"""`feedback`: an answer in, what can be counted in it out; nothing stored, nothing made up."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interview_coach.cli.commands import group
from tests.cli.test_commands import run
from tests.making import QUESTIONS, note_text, write_note
from tests.test_examples import JSON_PAGE, keys_of

ANSWER = (
    "The oven failed at two in the morning. I called a friend, I then moved the dough in three runs, and we\n"
    "reshaped it. Um, you know, I would do that again. We opened on time and sold 47 of the 50 batches. "
    "Many people thought it was a lot faster, I think."
)


def look(*words: str, root: Path, answer: str = ANSWER) -> Any:
    result = run("feedback", *words, "--json", root=root, lines=answer)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def say(*words: str, root: Path, answer: str = ANSWER) -> str:
    result = run("feedback", *words, root=root, lines=answer)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def refused(*words: str, root: Path, answer: str = ANSWER) -> str:
    result = run("feedback", *words, root=root, lines=answer)
    assert (result.returncode, result.stdout) == (2, "")
    return result.stderr


def test_the_shape(root: Path) -> None:
    told = look("decks/bread.md", "--question", QUESTIONS[0], root=root)
    assert told["schema"] == 1
    assert (told["path"], told["skill"], told["question"]) == ("decks/bread.md", "Bread Baking", QUESTIONS[0])
    assert told["words"] == len(ANSWER.split())
    assert told["spoken_seconds"] == round(told["words"] * 60 / 140)
    assert told["any_figure"] is True
    statuses = {metric["name"]: metric["status"] for metric in told["metrics"]}
    assert statuses == {"Batches sold": "landed", "Waste": "missing", "Proving time": "missing"}
    assert (told["i_actions"], told["we_actions"]) == (2, 2)
    assert [(each["text"], each["count"]) for each in told["fillers"]] == [("um", 1), ("you know", 1)]
    assert [each["text"] for each in told["hedges"]] == ["i think"]
    assert [each["text"] for each in told["theoretical"]] == ["i would"]
    assert [each["text"] for each in told["vague"]] == ["many", "a lot faster"]
    assert told["fix"]["code"] == "thin"


def test_evidence_counts_the_characters_that_were_sent(root: Path) -> None:
    answer = "Ünter uns:\r\nwe sold 47 of 50 batches — 🍞 — on opening day, you know."
    told = look("decks/bread.md", root=root, answer=answer)
    (landed,) = (metric for metric in told["metrics"] if metric["status"] == "landed")
    ((start, end),) = landed["evidence"][:1]
    assert answer[start:end] == landed["said"]
    assert "47 of 50" in landed["said"]
    ((start, end),) = told["fillers"][0]["places"]
    assert answer[start:end] == "you know"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_whatever_program_of_windows_wrote_it(
    root: Path, encoding: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = io.BytesIO("We sold 47 of 50.\r\n\r\nThanks — a lot.\r\n".encode(encoding))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(sent)))
    group.main(["feedback", "bread", "--json", "--workspace", str(root)], standalone_mode=False)
    told = json.loads(capsys.readouterr().out)
    assert (told["words"], told["metrics"][0]["evidence"]) == (8, [[8, 16]])


def test_the_page_names_every_key(root: Path) -> None:
    section = re.search(r"^## feedback\n(.*?)(?=^## )", JSON_PAGE, re.MULTILINE | re.DOTALL)
    assert section is not None
    printed = set(keys_of(look("decks/bread.md", root=root)))
    assert {key for key in printed if f"`{key}`" not in section.group(1)} == set()


def test_for_people_it_takes_a_screen_at_most(root: Path) -> None:
    told = say("decks/bread.md", "--question", "1", root=root)
    assert len(told.splitlines()) <= 24
    assert QUESTIONS[0] in " ".join(told.split())
    assert "“47 of the 50" in told
    assert "in sentence 4" in told
    assert "not said  -38% (Waste, Against the year before)" in told
    assert "One thing to fix" in told
    assert "Moved the dough" in told


def test_another_figure_is_put_as_a_question(root: Path) -> None:
    told = say("decks/bread.md", root=root, answer="On opening day we sold 46 of 50 batches. " + ANSWER[-60:])
    assert "You said “46 of 50" in told
    assert "Which is it?" in told
    assert "wrong" not in told


def test_a_path_needs_no_workspace_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(note_text("One"), encoding="utf-8")
    assert look("one.md", root=tmp_path)["skill"] == "One"
    assert [path.name for path in tmp_path.iterdir()] == ["one.md"]


def test_a_skill_of_the_workspace_is_found_by_its_name_and_nothing_is_written(root: Path) -> None:
    before = sorted(root.rglob("*"))
    assert look("bread baking", root=root)["path"].endswith("bread.md")
    assert look("bread.md", "--question", "flour", root=root)["question"] == QUESTIONS[1]
    assert sorted(root.rglob("*")) == before


def test_what_names_no_note_or_no_question_is_told_with_what_there_is(root: Path) -> None:
    assert "Bread Baking" in refused("cooking", root=root)
    assert "no such file" in refused("none.md", root=root)
    told = refused("bread", "--question", "Why do you want to work here?", root=root)
    assert all(question in told for question in QUESTIONS)


@pytest.mark.parametrize("answer", ["", "…\n"], ids=["empty", "dots"])
def test_an_empty_answer_is_an_answer_without_words(root: Path, answer: str) -> None:
    told = look("bread", root=root, answer=answer)
    assert (told["words"], told["any_figure"], told["fix"]) == (0, False, None)
    assert "There are no words in the answer." in say("bread", root=root, answer=answer)


def test_an_answer_beyond_measure_is_refused(root: Path) -> None:
    assert "longer than 65,536 characters" in refused("bread", root=root, answer="word " * 20_000)


@pytest.mark.parametrize(
    "answer", ["banana " * 200, "synergy impact results metrics ROI STAR action " * 30, "yes"]
)
def test_no_answer_earns_praise_or_a_part_of_a_story(root: Path, answer: str) -> None:
    told = say("bread", root=root, answer=answer).casefold()
    for never in ("great", "well done", "good", "score", "confiden", "situation", "nervous"):
        assert never not in told
    found = look("bread", root=root, answer=answer)
    assert {metric["status"] for metric in found["metrics"]} == {"missing"}


def test_hostile_text_moves_no_cursor(root: Path) -> None:
    hostile = note_text("Bread\x1b[2J Baking", questions=("Why \x1b]0;x\x07 rye?",))
    write_note(root, "bread.md", hostile)
    answer = "um \x1b[31m47 of\x9b2J 50 batches\u202e on opening day\x00 \ud7ff"
    for words in (("bread.md",), ("bread.md", "--json")):
        result = run("feedback", *words, root=root, lines=answer)
        assert result.returncode == 0
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", result.stdout.replace("\r", ""))


def test_bytes_that_are_no_text_are_taken(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "interview_coach", "feedback", "bread", "--json"],
        cwd=root,
        input=b"\xef\xbb\xbfwe sold 47 of 50 \xff\xfe batches",
        capture_output=True,
        check=True,
        timeout=60,
    )
    told = json.loads(done.stdout)
    assert told["metrics"][0]["evidence"][0][0] == len("we sold ")


def test_settings_of_the_workspace_hold(root: Path) -> None:
    (root / "settings.toml").write_text('fillers = ["oven"]\nwords_per_minute = 100\n', encoding="utf-8")
    told = look("bread", root=root)
    assert [each["text"] for each in told["fillers"]] == ["oven"]
    assert told["spoken_seconds"] == round(told["words"] * 60 / 100)


def test_a_person_at_a_terminal_is_told_how_to_end(root: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "interview_coach", "feedback", "bread"],
        cwd=str(root),
        encoding="utf-8",
        timeout=20,
    )
    child.expect("ctrl\\+d")
    child.sendline("We sold 47 of 50 batches.")
    child.sendeof()
    child.expect("One thing to fix")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_no_screen_is_loaded(root: Path) -> None:
    program = (
        "import sys; from interview_coach.cli.commands import group; sys.argv = ['x', 'feedback', 'bread'];"
        "group.main(standalone_mode=False); print('LOADED', [n for n in sys.modules if n.split('.')[0] in "
        "('textual', 'sqlite_utils', 'sqlite3')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        input="I led.",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "LOADED []" in done.stdout
