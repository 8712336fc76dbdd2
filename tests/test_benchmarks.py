"""The benchmarks: what one of them rates, no other one finds rated."""

from datetime import UTC, datetime
from pathlib import Path

from benchmarks.__main__ import TODAY, copied
from benchmarks.filling import fill
from interview_coach.coach.coach import Coach
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.workspace import Workspace


def opened(root: Path) -> Coach:
    coach = Coach(
        Workspace(root), DEFAULTS, lambda: datetime.combine(TODAY, datetime.min.time(), UTC).replace(hour=8)
    )
    coach.make_ready()
    return coach


def test_what_is_rated_in_a_copy_is_still_to_come_where_it_was_copied_from(tmp_path: Path) -> None:
    root = tmp_path / "large"
    (root / "data").mkdir(parents=True)
    fill(root / "data" / "coach.db", 200, 2_000, TODAY)
    beside = opened(copied(root))
    assert not beside.sync().read, "the notes of the copy were read anew"
    practice = beside.practice()
    practice.rate(Rating.EASY)
    practice.finish()
    left = beside.today()
    beside.close()
    coach = opened(root)
    there = coach.today()
    coach.close()
    assert (there.reviewed, left.reviewed) == (0, 1)
    assert there.total == left.total + 1
