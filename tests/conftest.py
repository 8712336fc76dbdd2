"""What every test may ask for."""

import gc
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from interview_coach.coach.coach import Coach
    from tests.making import FakeClock

# A shell ignores ctrl+c for what it runs in the background, and what a test starts would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Leaves what is loaded by now out of the collector's rounds, which thousands of tests would pay for."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture
def clock() -> "FakeClock":
    """Eight in the morning of 2 March 2026, standing still."""
    from tests.making import FakeClock

    return FakeClock()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with one note: three questions, four story parts, three metrics."""
    from tests.making import write_note

    write_note(tmp_path)
    return tmp_path


@pytest.fixture
def coach(root: Path, clock: "FakeClock") -> "Iterator[Coach]":
    """That workspace opened, its note read."""
    from tests.making import open_at

    opened = open_at(root, clock)
    opened.sync()
    yield opened
    opened.close()
