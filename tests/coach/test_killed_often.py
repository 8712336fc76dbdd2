"""Killed at any moment of anything that writes, the database is whole and nothing that was said is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("what", "runs"), [("practice", 220), ("restores", 30), ("migrations", 30), ("backups", 30)]
)
def test_sigkill_at_random_moments(tmp_path: Path, what: str, runs: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.coach.killing", what, str(tmp_path), str(runs)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stdout == "all agree\n", done.stderr
