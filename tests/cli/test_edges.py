"""Closed streams, odd locales, interrupted and unread commands: a clear word and the right status."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.making import note_text, write_note

NOW = "2026-03-02T08:00:00+01:00"


def shell(command: str, root: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    """A line as a person types it, `coach` being the program."""
    program = f'coach() {{ "{sys.executable}" -m interview_coach "$@"; }}\n'
    environ = {**os.environ, "INTERVIEW_COACH_NOW": NOW, **more}
    return subprocess.run(
        ["bash", "-c", program + command], cwd=root, env=environ, capture_output=True, check=False, timeout=60
    )


def test_without_a_terminal_the_screens_say_what_works_without(root: Path) -> None:
    for words in ("", "practice"):
        result = shell(f"coach {words} </dev/null", root)
        assert result.returncode == 2
        assert b"--plain" in result.stderr


def test_a_closed_input_is_the_end_of_input(root: Path) -> None:
    result = shell("coach practice --plain <&-", root)
    assert result.returncode == 0
    assert b"Nothing was rated." in result.stdout


def test_an_answer_in_another_encoding_is_taken(root: Path) -> None:
    result = shell(r"printf 'caf\xe9\n\n4\nq\n' | coach practice --plain", root, PYTHONUTF8="1")
    assert result.returncode == 0, result.stderr
    assert b"1 card, 1 rating" in result.stdout


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_json_is_utf_8_in_any_locale_and_lines_never_fail(root: Path, locale: dict[str, str]) -> None:
    write_note(root, text=note_text("Čtení 読む"))
    result = shell("coach due --json", root, **locale)
    assert json.loads(result.stdout.decode("utf-8"))["cards"][0]["skill"] == "Čtení 読む"
    assert shell("coach due", root, **locale).returncode == 0


def test_output_that_cannot_be_written_is_said(root: Path) -> None:
    for target in ("/dev/full", "&-"):
        result = shell(f"coach cards >{target}", root)
        assert result.returncode == 2
        assert b"Traceback" not in result.stderr
        assert b"output" in result.stderr


def test_a_reader_that_has_gone_is_no_finding(root: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    for words in (["cards", "--json"], ["cards"], ["notes"]):
        result = subprocess.run(
            [sys.executable, "-m", "interview_coach", *words],
            cwd=root, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip
        assert result.returncode == 141
        assert result.stderr == b""
    os.close(writing)


def test_ctrl_c_leaves_plain_practice_with_its_summary(root: Path) -> None:
    keys, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "interview_coach", "practice", "--plain"],
        cwd=root, stdin=terminal, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "INTERVIEW_COACH_NOW": NOW},
    ) as process:  # fmt: skip
        os.write(keys, b"\n4\n")
        assert process.stdout
        while "Saved." not in process.stdout.readline():
            assert process.poll() is None
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert "1 card, 1 rating" in process.stdout.read()
    assert process.returncode == 130
    os.close(keys)
    os.close(terminal)


def test_a_folder_deleted_under_the_shell_is_no_fault(root: Path) -> None:
    result = shell(f"mkdir gone; cd gone; rmdir ../gone; coach due --json --workspace {root}", root)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["new"] == 3


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"])
def test_a_clock_out_of_range_is_said(root: Path, moment: str) -> None:
    result = shell("coach due", root, INTERVIEW_COACH_NOW=moment)
    assert result.returncode == 2
    assert b"INTERVIEW_COACH_NOW" in result.stderr


def test_a_home_that_nobody_has_is_said(root: Path) -> None:
    result = shell("coach due --workspace '~nobody-at-all/x'", root)
    assert result.returncode == 2
    assert b"nobody-at-all" in result.stderr


def test_a_fault_of_the_program_has_a_status_of_its_own(root: Path) -> None:
    code = (
        "import interview_coach.coach.coach as c, interview_coach.cli as cli, sys\n"
        "def broken(*_): raise ZeroDivisionError\n"
        "c.Coach.today = broken\n"
        "sys.argv = ['interview-coach', 'due']\n"
        "cli.main()\n"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert result.returncode == 70
    assert b"ZeroDivisionError" in result.stderr
