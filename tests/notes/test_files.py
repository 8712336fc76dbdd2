"""Walking folders and opening files: nothing blocks, loops, or is raised."""

import os
import socket
from pathlib import Path

import pytest

from interview_coach.notes.files import Found, Unread, find_notes, read_file, read_paths
from interview_coach.notes.model import Failed, Ignored, SkillNote

NOTE = "---\ntype: skill\n---\n# N\n\n## Common questions\n- Why?\n"


def put(root: Path, *names: str) -> None:
    """A skill note under each of these names."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(NOTE, encoding="utf-8")


def found(root: Path) -> list[str]:
    """The paths found, relative to the root."""
    return [each.relative for each in find_notes(root) if isinstance(each, Found)]


def ignored(root: Path) -> dict[str, str]:
    """The paths ignored with their reasons."""
    return {each.path: each.reason for each in find_notes(root) if isinstance(each, Ignored)}


def unread(root: Path) -> dict[str, str]:
    """The paths that could not be reached, with the reasons."""
    return {each.relative: each.reason for each in find_notes(root) if isinstance(each, Unread)}


def test_finds_markdown_in_the_order_of_names(tmp_path: Path) -> None:
    put(tmp_path, "b.md", "a.MD", "sub/deep/c.markdown", "sub/a.md", "notes.txt", "d.mdx")
    assert found(tmp_path) == ["a.MD", "b.md", "sub/a.md", "sub/deep/c.markdown"]
    assert ignored(tmp_path) == {}


def test_says_size_time_and_path(tmp_path: Path) -> None:
    put(tmp_path, "sub/a.md")
    [each] = find_notes(tmp_path)
    assert isinstance(each, Found)
    status = (tmp_path / "sub/a.md").stat()
    assert (each.path, each.size, each.mtime_ns) == (tmp_path / "sub/a.md", status.st_size, status.st_mtime_ns)


def test_passes_over_hidden_folders_and_files(tmp_path: Path) -> None:
    put(tmp_path, ".obsidian/a.md", ".trash/b.md", ".git/c.md", "node_modules/d.md", "._e.md", "f.md")
    assert found(tmp_path) == ["f.md"]
    assert ignored(tmp_path) == {}


CONFLICTS = [
    "Deal.sync-conflict-20240131-101500-ABCDEFG.md",
    "Deal (Anna's conflicted copy 2024-01-31).md",
    "Deal (conflicted copy 2024-01-31 101500).md",
    "Deal (Conflicted copy phone 202401311015).md",
    "Deal (Case Conflict 1).md",
    "Deal (SFConflict anna@x.org 2024-01-31-10-15-00).md",
    "Deal_conflict-20240131-101500.md",
    "Deal [Conflict].md",
    "Deal (conflict).md",
]


@pytest.mark.parametrize("name", CONFLICTS)
def test_reports_copies_that_sync_programs_made(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, "Conflict resolution.md", "Deal (2).md", "Handling conflicts (advanced).md")
    assert found(tmp_path) == ["Conflict resolution.md", "Deal (2).md", "Handling conflicts (advanced).md"]
    assert list(ignored(tmp_path)) == [name]


def test_opens_no_special_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(tmp_path)  # a socket's path must be short
        try:
            server.bind("socket.md")
        finally:
            os.chdir(here)
        reason = "a special file (a pipe, a socket or a device), not a regular one"
        assert ignored(tmp_path) == {"pipe.md": reason, "socket.md": reason}
        for name in ("pipe.md", "socket.md"):
            assert read_file(tmp_path / name, name) == Ignored(name, reason)
    assert read_file(tmp_path, "x") == Ignored("x", "a folder")


def test_follows_links_to_files_and_folders_but_no_loop(tmp_path: Path) -> None:
    vault, other = tmp_path / "vault", tmp_path / "other"
    put(vault, "a.md")
    put(other, "b.md")
    (vault / "loop").symlink_to(vault)
    (vault / "up").symlink_to(tmp_path)
    (vault / "other").symlink_to(other)
    (vault / "twice").symlink_to(other)
    (vault / "c.md").symlink_to(other / "b.md")
    (vault / "gone.md").symlink_to(other / "missing.md")
    (other / "back").symlink_to(vault)
    assert found(vault) == ["a.md", "c.md", "other/b.md"]
    assert unread(vault) == {"gone.md": "the link leads nowhere now"}


def test_a_link_that_leads_nowhere_now_is_told_whatever_its_name(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "b.txt")
    (tmp_path / "Skills").symlink_to(tmp_path / "unmounted" / "Skills")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "text").symlink_to(tmp_path / "b.txt")
    assert found(tmp_path) == ["a.md"]
    told = unread(tmp_path)
    assert told.pop("Skills") == "the link leads nowhere now"
    assert list(told) == ["round"]


def test_what_was_not_reached_holds_itself_and_what_is_below_it() -> None:
    paths = ("a", "a/b.md", "ab.md", "b.md")
    assert [path for path in paths if Unread("a", "").holds(path)] == ["a", "a/b.md"]
    assert [path for path in paths if Unread("b.md", "").holds(path)] == ["b.md"]
    assert all(Unread(".", "").holds(path) for path in paths)


def test_large_and_empty_files_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "large.md").write_bytes(b"x" * (1024 * 1024 + 1))
    (tmp_path / "empty.md").write_bytes(b"")
    reason = "larger than 1 MiB, so no note written by hand"
    assert ignored(tmp_path) == {"large.md": reason}
    assert read_file(tmp_path / "large.md", "large.md") == Ignored("large.md", reason)
    assert read_file(tmp_path / "empty.md", "empty.md") == Ignored("empty.md", "empty")


def test_a_root_that_is_not_there_is_one_entry(tmp_path: Path) -> None:
    [each] = find_notes(tmp_path / "missing")
    assert isinstance(each, Unread)
    assert "no such file" in each.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_reported(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "closed/b.md")
    (tmp_path / "a.md").chmod(0)
    (tmp_path / "closed").chmod(0)
    try:
        assert [each.relative for each in find_notes(tmp_path) if isinstance(each, Unread)] == ["closed"]
        failed = read_file(tmp_path / "a.md", "a.md")
        assert isinstance(failed, Failed)
        assert failed.message == "the file may not be read"
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_file_that_vanished_is_reported(tmp_path: Path) -> None:
    assert read_file(tmp_path / "a.md", "a.md") == Failed("a.md", 1, "there is no such file", "check the path")


def test_names_that_are_no_utf_8_can_be_shown_and_read(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text(NOTE, encoding="utf-8")
    [each] = find_notes(tmp_path)
    assert isinstance(each, Found)
    assert each.relative == "caf\\xe9.md"
    note = read_file(each.path, each.relative)
    assert isinstance(note, SkillNote)
    note.title.encode()


def test_reads_paths_as_they_are_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "vault/b.md", "vault/sub/a.md", "odd.txt")
    monkeypatch.chdir(tmp_path)
    results = read_paths([Path("odd.txt"), Path("vault"), Path("nowhere.md")])
    assert [(type(each), each.path) for each in results] == [
        (SkillNote, "odd.txt"),
        (SkillNote, "vault/b.md"),
        (SkillNote, "vault/sub/a.md"),
        (Failed, "nowhere.md"),
    ]
