"""Interviews are kept, corrected and taken back; what a person corrected stays corrected."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.coach import interviews
from interview_coach.coach.coach import Coach
from interview_coach.coach.coverage import read_decks
from interview_coach.coach.interviews import Details
from interview_coach.coach.merging import merge
from interview_coach.errors import CoachError
from tests.making import FakeClock, note_text, open_at, write_note

DAY = date(2026, 3, 16)
ACME = Details("Acme", DAY, "Acme Corp", "Baker", "We bake bread.", ("Bread Baking",))


def names(coach: Coach) -> list[str]:
    return [
        row.interview.details.name for row in interviews.listed(coach.database, coach.settings, coach.clock())
    ]


def test_an_interview_comes_back_as_it_was_said(coach: Coach) -> None:
    kept = interviews.add(coach.database, ACME, coach.clock())
    (row,) = interviews.listed(coach.database, coach.settings, coach.clock())
    assert (row.interview, row.interview.details, row.days) == (kept, ACME, 14)


def test_the_next_interview_is_the_first_from_today_on(coach: Coach, clock: FakeClock) -> None:
    for name, day in (("late", DAY), ("today", date(2026, 3, 2)), ("past", date(2026, 3, 1))):
        interviews.add(coach.database, Details(name, day), coach.clock())
    found = interviews.next_interview(coach.database, coach.settings, coach.clock())
    assert found is not None
    assert (found.interview.details.name, found.days) == ("today", 0)
    assert names(coach) == ["today", "late", "past"]
    clock.pass_time(days=1)
    found = interviews.next_interview(coach.database, coach.settings, coach.clock())
    assert found is not None
    assert (found.interview.details.name, found.days) == ("late", 13)
    clock.pass_time(days=30)
    assert interviews.next_interview(coach.database, coach.settings, coach.clock()) is None


def test_each_change_can_be_taken_back_and_that_too(coach: Coach) -> None:
    kept = interviews.add(coach.database, ACME, coach.clock())
    interviews.edit(coach.database, kept, replace(ACME, name="Acme 2"), coach.clock())
    assert names(coach) == ["Acme 2"]
    interviews.undo(coach.database, coach.clock())
    assert names(coach) == ["Acme"]
    interviews.undo(coach.database, coach.clock())
    assert names(coach) == ["Acme 2"]
    (row,) = interviews.listed(coach.database, coach.settings, coach.clock())
    interviews.remove(coach.database, row.interview, coach.clock())
    assert names(coach) == []
    interviews.undo(coach.database, coach.clock())
    assert names(coach) == ["Acme 2"]


def test_an_addition_can_be_taken_back(coach: Coach) -> None:
    assert interviews.undo(coach.database, coach.clock()) is None
    interviews.add(coach.database, ACME, coach.clock())
    interviews.undo(coach.database, coach.clock())
    assert names(coach) == []


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(st.sampled_from(["add", "edit", "remove", "undo"]), max_size=12))
def test_what_stands_is_what_a_simple_list_says(
    steps: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("workspace")
    write_note(root)
    with closing(open_at(root, FakeClock())) as coach:
        now = coach.clock()
        model: list[str] = []
        before: list[str] | None = None
        for number, step in enumerate(steps):
            rows = interviews.listed(coach.database, coach.settings, now)
            if step == "undo":
                if before is not None:
                    model, before = before, model
                interviews.undo(coach.database, now)
            elif step == "add":
                before, model = model, [*model, f"{number}"]
                interviews.add(coach.database, Details(f"{number}", DAY), now)
            elif rows:
                last = rows[-1].interview
                rest = [name for name in model if name != last.details.name]
                before, model = model, rest if step == "remove" else [*rest, f"{number}"]
                if step == "remove":
                    interviews.remove(coach.database, last, now)
                else:
                    interviews.edit(coach.database, last, replace(last.details, name=f"{number}"), now)
            assert sorted(names(coach)) == sorted(model)


def test_an_edit_in_another_window_is_not_written_over(coach: Coach) -> None:
    kept = interviews.add(coach.database, ACME, coach.clock())
    interviews.edit(coach.database, kept, replace(ACME, role="Chef"), coach.clock())
    with pytest.raises(CoachError, match="another window"):
        interviews.edit(coach.database, kept, replace(ACME, role="Waiter"), coach.clock())


def test_an_interview_is_found_by_its_number_also_after_an_edit(coach: Coach, clock: FakeClock) -> None:
    kept = interviews.add(coach.database, ACME, coach.clock())
    changed = interviews.edit(coach.database, kept, replace(ACME, role="Chef"), coach.clock())
    for which in (str(kept.interview_id), str(changed.interview_id), "acme", "ACME CORP"):
        assert interviews.find(coach.database, coach.settings, which, clock()) == changed
    interviews.add(coach.database, replace(ACME, name="Acme again"), coach.clock())
    assert interviews.find(coach.database, coach.settings, "Acme", clock()) == changed
    with pytest.raises(CoachError, match="several"):
        interviews.find(coach.database, coach.settings, "corp", clock())
    with pytest.raises(CoachError, match="no interview"):
        interviews.find(coach.database, coach.settings, "99", clock())


def test_what_cannot_be_kept_is_said(coach: Coach) -> None:
    with pytest.raises(CoachError, match="name"):
        interviews.add(coach.database, Details("  ", DAY), coach.clock())
    with pytest.raises(CoachError, match="characters"):
        interviews.add(coach.database, Details("x", DAY, description="y" * 100_001), coach.clock())
    with pytest.raises(CoachError, match="no day"):
        interviews.day_of("3/4/2026", coach.settings, coach.clock())
    with pytest.raises(CoachError, match="is over"):
        interviews.day_of("2026-03-01", coach.settings, coach.clock())


def test_a_correction_outlives_another_description(coach: Coach, root: Path) -> None:
    write_note(root, "flour.md", note_text("Flour Buying"))
    write_note(root, "oven.md", note_text("Oven Repair"))
    decks = read_decks(coach.workspace.decks)
    first = "Bread baking and flour buying."
    assert set(interviews.suggested(first, decks)) == {"Bread Baking", "Flour Buying"}
    corrected = replace(ACME, description=first, skills=("Bread Baking", "Oven Repair"))
    second = "Flour buying, bread baking, and nothing else."
    assert set(interviews.rematched(corrected, second, decks)) == {"Bread Baking", "Oven Repair"}
    rows = {row.skill: (row.chosen, row.match is not None) for row in interviews.weighed(corrected, decks)}
    assert rows == {"Bread Baking": (True, True), "Flour Buying": (False, True), "Oven Repair": (True, False)}


def test_a_skill_is_meant_by_a_part_of_its_title(coach: Coach) -> None:
    assert interviews.skills_meant(coach.database, ["bread", "gone"], ["Gone Skill"]) == (
        "Bread Baking",
        "Gone Skill",
    )
    with pytest.raises(CoachError, match="no skill"):
        interviews.skills_meant(coach.database, ["piano"])


def test_two_machines_agree_on_what_stands(root: Path, tmp_path: Path, clock: FakeClock) -> None:
    other_root = tmp_path / "other"
    write_note(other_root)
    with closing(open_at(root, clock)) as one, closing(open_at(other_root, clock)) as other:
        one.sync()
        other.sync()
        kept = interviews.add(one.database, ACME, clock())
        merge(other.database, other.settings, one.database.path, clock())
        assert names(other) == ["Acme"]
        interviews.edit(one.database, kept, replace(ACME, name="Acme 2"), clock())
        interviews.add(other.database, Details("Other", DAY), clock())
        merge(other.database, other.settings, one.database.path, clock())
        merge(one.database, one.settings, other.database.path, clock())
        assert sorted(names(one)) == sorted(names(other)) == ["Acme 2", "Other"]
        merge(one.database, one.settings, other.database.path, clock())
        assert sorted(names(one)) == ["Acme 2", "Other"]
