"""`optimize` in real processes."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.test_commands import as_json, run
from tests.coach.persons import FORGETS_FAST, histories_of, write_log
from tests.making import FakeClock, note_text, open_at, write_note


def test_too_few_reviews_and_nothing_to_undo_are_said(root: Path) -> None:
    result = run("optimize", root=root)
    assert result.returncode == 2
    assert "reviews that tell of forgetting, and fitting takes 1,000" in result.stderr
    assert "FSRS's own weights" in run("optimize", "--undo", root=root).stdout
    assert as_json("optimize", "--undo", root=root) == {"schema": 1, "undone": False}


def test_a_fit_is_told_taken_and_taken_back(tmp_path: Path) -> None:
    pytest.importorskip("fsrs_rs_python")
    for number in range(20):
        write_note(tmp_path, f"n{number}.md", note_text(f"Skill {number}", [f"Why {number}?", "How?", "When?"]))
    with closing(open_at(tmp_path, FakeClock())) as coach:
        coach.sync()
        write_log(coach, histories_of(FORGETS_FAST, len(list(coach.cards())), 12))
    assert "interview-coach optimize" in run("stats", root=tmp_path).stdout
    assert as_json("stats", root=tmp_path)["fit"] == {"reviews": 1000, "needed": 1000, "fitted_at": None}
    result = run("optimize", root=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "Fitting to the older reviews" in result.stderr
    assert "It predicts you better" in result.stdout
    assert "The schedule is fitted to you since 2026-03-0" in run("stats", root=tmp_path).stdout
    assert as_json("stats", root=tmp_path)["fit"]["fitted_at"]
    told = as_json("optimize", root=tmp_path)  # measured against the fit in use now: no gain over itself
    assert told["taken"] is False
    assert len(told["parameters"]) == 21
    assert "is taken back" in run("optimize", "--undo", root=tmp_path).stdout
    assert run("doctor", root=tmp_path).returncode == 0
    assert as_json("stats", root=tmp_path)["fit"]["fitted_at"] is None
