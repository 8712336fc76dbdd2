"""`mock --plain` and `brief --plain` in real processes: sat to the end, killed at every stage, gone on with."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pexpect
import pytest

from tests.cli.test_commands import run
from tests.making import note_text, write_note
from tests.running import NOW

FIRST = "We moved the dough and we reshaped it. We sold 47 of 50 batches on opening day."
OTHER = "I moved it myself."
THROUGH = "4\n\n3 3 2 3 3\n"  # predicted, no tick changed, graded
PLAIN = ("mock", "--plain", "--questions", "2", "--think", "10", "--seed", "7")


@pytest.fixture
def several(tmp_path: Path) -> Path:
    """A workspace with three skills."""
    for number in range(3):
        story = {"Situation": f"Oven {number} failed", "Action": f"Moved {number}", "Result": f"Sold {number}"}
        questions = [f"Tell me about oven {number}.", f"Tell me about a failure with oven {number}."]
        write_note(tmp_path, f"skill-{number}.md", note_text(f"Skill {number}", questions, story=story))
    return tmp_path


def answers(*texts: str) -> str:
    return "".join(f"{text}\n.\n" for text in texts)


WHOLE = answers(FIRST, OTHER, FIRST, OTHER) + "4\n6\n\n3 3 3 3 3\n" + "3\n\n2 2 2 2 2\n" + "\n"


def test_a_whole_interview_from_the_questions_to_the_report(several: Path) -> None:
    result = run(*PLAIN, root=several, lines=WHOLE)
    assert result.returncode == 0, result.stderr
    out = result.stdout
    assert "Mock interview, seed 7: 2 questions, 10 seconds to think, red light at 2:00" in out
    assert "6 questions qualify." in out
    assert "Question 1 of 2, Skill" in out
    assert out.count("Follow-up: ") == 2
    asked, gone_through = out.split("That was the last question.")
    assert "47/50" not in asked, "nothing is said of an answer until the end"
    assert "you said “47 of 50”" in gone_through
    assert gone_through.count("[ ] Waste") == 2, "of a tick only its own line is said again"
    assert gone_through.count("6 [") == 3
    assert "Result is held at" not in gone_through, "one was ticked, the other graded no higher than it may be"
    assert "What to do next" in gone_through
    (file,) = (several / "data" / "reports").glob("*.md")
    assert f"Written to data/reports/{file.name}" in out
    assert "w sends 1 answer to work on" in out or "w sends 2 answers to work on" in out


def test_the_same_words_give_the_same_lines(several: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for path in (several / "decks").iterdir():
        write_note(other, path.name, path.read_text())
    assert run(*PLAIN, root=several, lines=WHOLE).stdout == run(*PLAIN, root=other, lines=WHOLE).stdout


def test_weak_answers_are_in_todays_practice_if_the_person_says_so_and_else_are_not(several: Path) -> None:
    before = run("due", root=several).stdout
    run(*PLAIN, root=several, lines=WHOLE)
    assert run("due", root=several).stdout == before, "an interview moves no schedule"
    result = run(*PLAIN, root=several, lines=WHOLE.removesuffix("\n") + "w\nu\n")
    assert "Taken back" in result.stdout
    assert run("due", root=several).stdout == before
    result = run(*PLAIN, root=several, lines=WHOLE.removesuffix("\n") + "w\n")
    assert "wanted today" in result.stdout
    assert " due" in run("due", root=several).stdout


def test_the_end_of_the_input_leaves_it_saved_and_it_is_offered_again(several: Path) -> None:
    left = run(*PLAIN, root=several, lines=answers(FIRST) + "I began to say")
    assert left.returncode == 0
    assert "Saved: 1 answer. To go on with it: interview-coach mock --plain" in left.stdout
    rest = "\n" + ".\n" + answers(FIRST, OTHER) + THROUGH + THROUGH
    resumed = run("mock", "--plain", root=several, lines=rest)
    assert "seed 7: it stands at question 1 of 2, 1 answered." in resumed.stdout
    assert "So far: I began to say" in resumed.stdout
    assert "Follow-up: " in resumed.stdout.split("So far")[0], "what is answered is said again"
    assert "Written to data/reports/" in resumed.stdout


def test_one_that_was_left_can_be_given_up_for_another(several: Path) -> None:
    run(*PLAIN, root=several, lines=answers(FIRST))
    result = run(*PLAIN[:-1], "8", root=several, lines="n\nq\n")
    assert "Mock interview, seed 8" in result.stdout
    listed = run("mock", "--list", root=several).stdout
    assert "seed 7, 1 of 2 answered" in listed


def test_keys_in_place_of_an_answer_skip_explain_end_and_leave(several: Path) -> None:
    result = run(*PLAIN, root=several, lines="?\ns\n" + answers(FIRST) + "e\n" + THROUGH)
    assert result.returncode == 0
    assert "Skipped." in result.stdout
    assert "That was the last question. Now your 1 answer" in result.stdout
    assert "which you skipped" in result.stdout
    again = run(*PLAIN, root=several, lines="q\n")
    assert "Saved: 0 answers." in again.stdout


def test_an_interview_in_which_all_is_skipped_is_over(several: Path) -> None:
    result = run(*PLAIN, root=several, lines="s\ns\n")
    assert "nothing was answered in it" in result.stdout
    assert "was left" not in run(*PLAIN, root=several, lines="q\n").stdout


def test_what_cannot_be_asked_is_said_with_the_reason(tmp_path: Path) -> None:
    write_note(tmp_path, text=note_text(story={}))
    result = run("mock", "--plain", root=tmp_path)
    assert result.returncode == 2
    assert "there is no question to ask" in result.stderr
    assert "3 no story and no answer in the note" in result.stderr


def test_too_few_questions_and_none_about_a_failure_are_said(root: Path) -> None:
    out = run("mock", "--plain", root=root, lines="q\n").stdout
    assert "So there are 3 and not 5." in out
    assert "add one to a note" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--questions", "0"), "0 is not in the range"),
        (("--answer", "3"), "3 is not in the range"),
        (("--skill", "Juggling"), "there is no skill 'Juggling'"),
        (("--interview", "Nobody"), "there is no interview 'Nobody'"),
        (("--report", "5"), "there is no mock interview 5"),
    ],
)
def test_wrong_use_is_refused_with_what_there_is(several: Path, words: tuple[str, ...], said: str) -> None:
    result = run("mock", "--plain", *words, root=several)
    assert result.returncode == 2
    assert said in result.stderr


def test_what_was_chosen_is_remembered_but_for_the_seed(several: Path) -> None:
    run(
        "mock",
        "--plain",
        "--questions",
        "1",
        "--skill",
        "skill 2",
        "--no-follow-ups",
        root=several,
        lines="q\n",
    )
    out = run("mock", "--plain", root=several, lines="n\nq\n").stdout
    assert "1 question, " in out
    assert "without follow-ups" in out
    assert "Question 1 of 1, Skill 2" in out


def test_an_interviews_skills_are_asked_for(several: Path) -> None:
    run("interviews", "add", "Acme", "in 2 weeks", "--skill", "Skill 1", root=several)
    out = run("mock", "--plain", "--interview", "acme", root=several, lines="q\n").stdout
    assert "2 questions qualify." in out


def test_without_a_terminal_the_screens_say_so(several: Path) -> None:
    for command in ("mock", "brief"):
        result = run(command, root=several)
        assert result.returncode == 2
        assert "need a terminal" in result.stderr
        assert f"interview-coach {command} --plain works without" in result.stderr


# -- killed


def stop_at(root: Path, lines: str, mark: str, times: int) -> None:
    """Sits an interview and kills the program right after it printed a mark so many times."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("INTERVIEW_COACH")}
    with subprocess.Popen(
        [sys.executable, "-m", "interview_coach", *PLAIN],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**environ, "INTERVIEW_COACH_NOW": NOW},
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(lines)
        process.stdin.flush()
        patience = threading.Timer(30, process.kill)
        patience.start()
        for line in process.stdout:
            times -= mark in line
            if not times:
                os.kill(process.pid, signal.SIGKILL)
                break
        patience.cancel()
    assert not times, f"{mark!r} was not said"


ALL = answers(FIRST, OTHER, FIRST, OTHER)
STAGES: Sequence[tuple[str, str, int, str, int]] = (
    # what was typed, what was said last and for the how-manieth time, what is left to type, the rows by then
    ("", "Answer, 2:00", 1, ALL + THROUGH + THROUGH, 0),
    (answers(FIRST), "Follow-up: ", 1, answers(OTHER, FIRST, OTHER) + THROUGH + THROUGH, 1),
    (answers(FIRST, OTHER), "Question 2", 1, answers(FIRST, OTHER) + THROUGH + THROUGH, 2),
    (answers(FIRST, OTHER, FIRST), "Follow-up: ", 2, answers(OTHER) + THROUGH + THROUGH, 3),
    (ALL, "How good was it", 1, THROUGH + THROUGH, 4),
    (ALL + "4\n", "What else was said", 1, "\n3 3 2 3 3\n" + THROUGH, 4),
    (ALL + "4\n\n", "Grades from 1 to 5", 1, "\n3 3 2 3 3\n" + THROUGH, 4),
    (ALL + THROUGH, "Answer 2 of 2", 1, THROUGH, 4),
)


@pytest.mark.parametrize(
    ("typed", "mark", "times", "left", "rows"),
    STAGES,
    ids=[f"{mark} {times}" for _, mark, times, _, _ in STAGES],
)
def test_killed_at_any_stage_it_goes_on_there(
    several: Path, typed: str, mark: str, times: int, left: str, rows: int
) -> None:
    stop_at(several, typed, mark, times)
    with sqlite3.connect(several / "data" / "coach.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM attempts").fetchone()[0] == rows
        assert connection.execute("SELECT count(*) FROM reviews").fetchone() == (0,)
    connection.close()
    resumed = run("mock", "--plain", root=several, lines="\n" + left + "\n")
    assert "A mock interview was left, seed 7" in resumed.stdout
    assert "Tell me about " in resumed.stdout.split("Answer")[0] or rows > 0
    assert "Answered  2 of 2" in resumed.stdout, resumed.stdout
    assert "was left" not in run(*PLAIN, root=several, lines="q\n").stdout


# -- on a terminal


def on_a_terminal(root: Path) -> "pexpect.spawn[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith("INTERVIEW_COACH")}
    return pexpect.spawn(
        sys.executable,
        ["-m", "interview_coach", "mock", "--plain", "--questions", "1", "--think", "60", "--seed", "7"],
        cwd=str(root),
        env={**kept, "INTERVIEW_COACH_NOW": NOW, "TERM": "dumb"},
        encoding="utf-8",
        timeout=30,
        dimensions=(24, 80),
    )


def test_on_a_terminal_there_is_time_to_think_and_an_answer_may_be_spoken(several: Path) -> None:
    child = on_a_terminal(several)
    child.expect("Think: 1:00")
    child.sendline("")
    child.expect("Answer, 2:00")
    child.sendline(".")
    child.expect("Follow-up: ")
    child.expect("Answer, ")
    child.sendline("s")
    child.expect("How good was it")
    child.sendline("q")
    child.expect("Saved: 1 answer")
    child.expect(pexpect.EOF)
    with sqlite3.connect(several / "data" / "coach.db") as connection:
        ways = connection.execute("SELECT way, abandoned FROM attempts ORDER BY id").fetchall()
    connection.close()
    assert ways == [("spoken", 0), ("head", 1)]


def test_a_line_typed_in_the_think_time_is_the_answers_first(several: Path) -> None:
    child = on_a_terminal(several)
    child.expect("Think: 1:00")
    child.sendline("We moved the dough.")
    child.expect("So far: We moved the dough.")
    child.sendline(".")
    child.expect("Follow-up: ")
    child.sendline("q")
    child.expect("Saved: 1 answer")
    child.expect(pexpect.EOF)


def test_where_the_report_cannot_be_written_weak_ones_can_be_sent_all_the_same(several: Path) -> None:
    (several / "data").mkdir()
    (several / "data" / "reports").write_text("a file")
    result = run(*PLAIN, root=several, lines=WHOLE.removesuffix("\n") + "w\n")
    assert result.returncode == 0, result.stderr
    assert "could not be written" in result.stdout
    assert "wanted today" in result.stdout


# -- the brief


def test_the_brief_has_openers_numbers_and_weak_points_on_one_screen(several: Path) -> None:
    run(*PLAIN, root=several, lines=WHOLE)
    out = run("brief", "--plain", root=several).stdout
    assert "Your stories open" in out
    assert "Oven 0 failed" in out
    assert "Skill 1: Batches sold 47/50; Waste -38%; Proving time ~9 hours" in out
    assert "What went worst" in out
    assert len(out.splitlines()) <= 23


def test_the_brief_of_an_interview_names_it_and_asks_for_its_skills_alone(several: Path) -> None:
    run("interviews", "add", "Acme", "tomorrow", "--skill", "Skill 1", root=several)
    out = run("brief", "--plain", root=several).stdout
    assert out.startswith("Acme, 2026-03-03, tomorrow: ")
    assert "Skill 0" not in out
    other = run("brief", "--plain", "--skill", "skill 0", root=several).stdout
    assert other.startswith("Skill 0: ")


def test_without_notes_the_brief_says_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    assert "nothing to read yet" in run("brief", "--plain", root=tmp_path).stdout
