"""Fitting is offered, done in a process of its own, taken only where it is a gain, and can be taken back."""

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from interview_coach.coach import fitting
from interview_coach.coach.coach import Coach
from interview_coach.coach.fitting import Fit
from interview_coach.coach.library import Deed, Library
from interview_coach.coach.replay import differences
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import Settings
from interview_coach.store import facts
from tests.coach.persons import FORGETS_FAST, histories_of, write_log
from tests.making import FakeClock, note_text, open_at, write_note

PYTHON = sys.executable


@pytest.fixture
def practised(tmp_path: Path, clock: FakeClock) -> Coach:
    """A workspace whose log is of somebody who forgets fast: 200 cards, some 2,000 reviews."""
    for number in range(20):
        write_note(tmp_path, f"n{number}.md", note_text(f"Skill {number}", [f"Why {number}?", "How?", "When?"]))
    coach = open_at(tmp_path, clock)
    coach.sync()
    write_log(coach, histories_of(FORGETS_FAST, len(list(coach.cards())), 12))
    return coach


def a_fit(*, gain: bool = True) -> Fit:
    schedule = Schedule()
    first, *rest = schedule.parameters
    return Fit((first + 0.1, *rest), 1_000, 200, 0.4, 0.3 if gain else 0.5, 3.0)


def test_too_few_reviews_are_said_with_their_number(coach: Coach) -> None:
    seen = fitting.outlook(coach.database, coach.settings)
    assert (seen.reviews, seen.needed, seen.current, seen.is_offered) == (0, 1000, None, False)
    with pytest.raises(CoachError, match="1,000"):
        fitting.fit(coach.database, coach.settings, coach.clock())


def test_a_package_that_is_not_there_is_said(practised: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "is_installed", lambda: False)
    assert not fitting.outlook(practised.database, practised.settings).installed
    with pytest.raises(CoachError) as caught:
        fitting.fit(practised.database, practised.settings, practised.clock())
    assert "interview-coach[optimize]" in caught.value.hint
    practised.close()


def test_a_gain_is_taken_and_counts_from_the_next_rating(practised: Coach, clock: FakeClock) -> None:
    pytest.importorskip("fsrs_rs_python")
    stages: list[str] = []
    before = {each.stored.card_id: each.stored.memory for each in practised.cards()}
    found = fitting.fit(
        practised.database, practised.settings, clock(), lambda stage, seconds: stages.append(stage)
    )
    assert found is not None
    assert found.is_gain
    assert list(dict.fromkeys(stages)) == ["reading", "fitting", "measuring"]
    assert {each.stored.card_id: each.stored.memory for each in practised.cards()} == before
    practised.use_fit()
    assert practised.settings.parameters == found.parameters
    practice = practised.practice()
    assert practice.current is not None
    stored = practice.current.stored
    practice.rate(Rating.GOOD)
    now = clock()
    expected = Schedule(found.parameters).after(stored.memory, Rating.GOOD, now, now.date(), stored.seed)
    after = next(each for each in practised.cards() if each.stored.card_id == stored.card_id)
    assert after.stored.memory == expected
    # Each rating is replayed with the weights that it was made with, before the fit and after it.
    assert list(differences(practised.database.connection, practised.settings)) == []
    with closing(open_at(practised.workspace.root, clock)) as later:
        assert later.settings.parameters == found.parameters
        fitting.undo(later.database)
        later.use_fit()
        assert not later.settings.parameters
        assert list(differences(later.database.connection, later.settings)) == []
    practised.close()


def test_what_is_no_gain_is_not_taken(practised: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "_in_a_process", lambda *_: a_fit(gain=False))
    monkeypatch.setattr(fitting, "is_installed", lambda: True)
    found = fitting.fit(practised.database, practised.settings, practised.clock())
    assert found is not None
    assert not found.is_gain
    assert fitting.outlook(practised.database, practised.settings).current is None
    practised.close()


def test_fits_are_taken_back_one_by_one(practised: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    fits = [a_fit(), Fit((*a_fit().parameters[:-1], 0.2), 2_000, 300, 0.3, 0.2, 3.0)]
    given: list[dict[str, Any]] = []
    monkeypatch.setattr(fitting, "is_installed", lambda: True)
    left = list(fits)

    def found(what: dict[str, Any], *_: object) -> Fit:
        given.append(what)
        return left.pop(0)

    monkeypatch.setattr(fitting, "_in_a_process", found)
    for _ in fits:
        fitting.fit(practised.database, practised.settings, practised.clock())
    # A new fit is measured against the one in use.
    assert [what["current"] for what in given] == [None, fits[0].parameters]
    for each in (fits[1], fits[0]):
        current = fitting.outlook(practised.database, practised.settings).current
        assert current is not None
        assert current.fit == each
        assert fitting.undo(practised.database) == current
    assert fitting.undo(practised.database) is None
    practised.close()


def test_a_process_that_fails_changes_nothing(practised: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "is_installed", lambda: True)
    for body, said in (("raise SystemExit('no such thing')", "no such thing"), ("pass", "ended early")):
        monkeypatch.setattr(sys, "executable", _python_that(practised, body))
        with pytest.raises(CoachError, match=said):
            fitting.fit(practised.database, practised.settings, practised.clock())
    assert fitting.outlook(practised.database, practised.settings).current is None
    practised.close()


def test_a_process_that_takes_too_long_or_is_stopped_is_ended(
    practised: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "is_installed", lambda: True)
    monkeypatch.setattr(sys, "executable", _python_that(practised, "import time; time.sleep(60)"))
    ticks: list[float] = []
    stopped = fitting.fit(
        practised.database,
        practised.settings,
        practised.clock(),
        lambda stage, seconds: ticks.append(seconds),
        lambda: len(ticks) > 3,
    )
    assert stopped is None
    monkeypatch.setattr(fitting, "LONGEST_SECONDS", 0.3)
    with pytest.raises(CoachError, match="took longer"):
        fitting.fit(practised.database, practised.settings, practised.clock())
    practised.close()


def _python_that(coach: Coach, body: str) -> str:
    """An interpreter that does one thing, whatever it is asked."""
    path = coach.workspace.data / "python"
    path.write_text(f'#!/bin/sh\nexec {PYTHON} -c "{body}"\n', encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_a_reset_begins_a_history_of_its_own(coach: Coach, clock: FakeClock) -> None:
    settings = Settings(fit_from=200)
    for _ in range(2):
        practice = coach.practice()
        assert practice.current is not None
        practice.rate(Rating.EASY)
        clock.pass_time(days=60)
    before = fitting.outlook(coach.database, settings).reviews
    Library(coach.database, coach.settings, clock).do(Deed.RESET, [1])
    clock.pass_time(days=60)
    practice = coach.practice()
    assert practice.current is not None
    practice.rate(Rating.EASY)
    assert fitting.outlook(coach.database, settings).reviews == before


@pytest.mark.parametrize("text", ["", "no json", "{}", '[{"fit": {}}]', "[1]", "null"])
def test_what_was_kept_by_another_version_stops_nothing(root: Path, clock: FakeClock, text: str) -> None:
    with closing(open_at(root, clock)) as coach:
        coach.remember(facts.FITTED, text)
    with closing(open_at(root, clock)) as coach:
        assert coach.settings.parameters is None
        assert fitting.outlook(coach.database, coach.settings).current is None


def test_the_core_is_imported_without_the_package() -> None:
    import subprocess

    code = (
        "import sys; sys.modules['fsrs_rs_python'] = None; sys.modules['textual_serve'] = None\n"
        "import interview_coach.cli.commands, interview_coach.coach.fitting, interview_coach.recall.fitting\n"
        "import interview_coach.coach.fitter, interview_coach.coach.coach, json; print(json.dumps('well'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout) == "well", done.stderr
