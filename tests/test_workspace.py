"""Where a workspace is, and what is written when one begins."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interview_coach.coach.beginning import begin_workspace, file_stem
from interview_coach.errors import CoachError
from interview_coach.workspace import VARIABLE, Workspace, find_workspace


def test_the_nearest_folder_upward_with_decks_is_meant(tmp_path: Path) -> None:
    (tmp_path / "decks" / "deep" / "deeper").mkdir(parents=True)
    assert find_workspace(None, {}, tmp_path / "decks" / "deep" / "deeper").root == tmp_path


def test_a_folder_whose_notes_are_away_is_still_meant(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    (tmp_path / "decks").mkdir()
    (inner / "data").mkdir(parents=True)
    (inner / "data" / "coach.db").touch()
    (inner / "decks").symlink_to(tmp_path / "not mounted")
    assert find_workspace(None, {}, inner).root == inner


def test_what_is_chosen_goes_before_the_variable(tmp_path: Path) -> None:
    environ = {VARIABLE: str(tmp_path / "variable")}
    assert find_workspace(None, environ, tmp_path).root == tmp_path / "variable"
    assert find_workspace(str(tmp_path / "chosen"), environ, tmp_path).root == tmp_path / "chosen"


def test_with_nothing_else_it_is_the_users_own(tmp_path: Path) -> None:
    place = find_workspace(None, {}, tmp_path)
    assert place.is_users_own
    assert place.root.name == "interview-coach"


def test_a_file_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CoachError, match="not a folder"):
        find_workspace(str(tmp_path / "file"), {}, tmp_path)


def test_finding_writes_nothing(tmp_path: Path) -> None:
    place = find_workspace(str(tmp_path / "new"), {}, tmp_path)
    assert not place.exists
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    with pytest.raises(CoachError, match="in the way"):
        begin_workspace(Workspace(tmp_path / "in the way" / "workspace"))


@given(st.text())
@example("../../etc/passwd")
@example("CON")
@example("Résumé & Co. (日本)")
@example("a" * 500)
@example("語" * 500)
@example(".hidden")
def test_any_title_makes_a_safe_file_name_or_none(title: str) -> None:
    try:
        stem = file_stem(title)
    except CoachError:
        assert not any(c.isalnum() for c in title.casefold())
        return
    assert stem
    assert not stem.startswith((".", "-"))
    assert not set(stem) & set('/\\:*?"<>|\0\n')
    assert len(f"{stem}.md".encode()) <= 255
    assert Path("decks", f"{stem}.md").parent == Path("decks")
