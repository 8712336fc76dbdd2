"""What is written, where, and who may read it: nothing but what was asked for, and by the user alone."""

import json
import os
import stat
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from interview_coach.coach.beginning import new_note
from interview_coach.coach.moving_in import import_file
from interview_coach.coach.moving_out import write_json
from interview_coach.errors import CoachError
from interview_coach.recall.model import Rating
from interview_coach.workspace import Workspace
from tests.making import STORY, FakeClock, note_text, open_at, write_note
from tests.running import run
from tests.security.guarded import everything, whole_sitting
from tests.security.test_network import other_machine
from tests.tui.terminal import program

OUTSIDE = (
    "../../x",
    "/etc/x",
    "..",
    ".",
    "~",
    "decks/../../x",
    "a\x00b",
    "x" * 5000,
    "CON",
    "aux.md",
    "C:\\x",
    "..\\..\\x",
    "\\\\server\\x",
    "file:///tmp/x",
    "%2e%2e%2fx",
    "-rf",
    "; touch pwned",
    "$(touch pwned)",
    "`touch pwned`",
)


def changed(before: dict[str, object], after: dict[str, object]) -> set[str]:
    """The paths that are new, gone or other than they were."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def hostile_note(text: str) -> str:
    """A note that names a place wherever a note can name something."""
    place = text.replace("\x00", "\N{REPLACEMENT CHARACTER}") if "\x00" in text else text
    head = f"type: skill\naliases: ['{place}']\ncategory: '{place}'\nrelated: ['[[{place}]]']"
    story = dict.fromkeys(STORY, f"[[{place}|x]] ![[{place}]] [x]({place})")
    metrics = [(place, "13/14", place), (f"[[{place}]]", place, "")]
    return note_text(place, (f"What is {place}?", f"And [[{place}]]?"), metrics, story, head)


def test_no_text_of_a_note_says_where_something_is_written(tmp_path: Path) -> None:
    root, other = tmp_path / "in" / "mine", tmp_path / "other"
    other.mkdir()
    for number, text in enumerate(OUTSIDE):
        write_note(root, f"{number}.md", text=hostile_note(text))
    before = everything(tmp_path)
    practice = ("practice", "--plain", "--new", "99", "--limit", "99")
    for words in (practice, ("export", "apkg", os.fspath(other / "cards.apkg")), ("backup",)):
        done = run(root, *words, lines="\n3\n" * 60 + "\ns\nq\n")
        assert done.returncode == 0, done.stderr
    new = changed(before, everything(tmp_path))
    data = {each for each in new if each == "in/mine/data" or each.startswith("in/mine/data/coach.db")}
    backups = {each for each in new if each.startswith("in/mine/data/backups")}
    assert new - data - backups == {"other/cards.apkg"}
    assert len(backups) == 3, "the folder, the day's backup, the one asked for"
    assert "in/mine/data/coach.db" in data


@pytest.mark.parametrize("name", OUTSIDE, ids=lambda name: name[:16].replace("\x00", "NUL"))
def test_a_new_note_is_written_into_decks_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    root = tmp_path / "in" / "mine"
    write_note(root)
    before = everything(tmp_path)
    try:
        path = new_note(Workspace(root), name)
    except CoachError:
        assert everything(tmp_path) == before
    else:
        assert changed(before, everything(tmp_path)) == {str(path.relative_to(tmp_path))}
        assert path.parent == root / "decks"
        assert path.suffix == ".md"
        with pytest.raises(CoachError, match="there is such a note"):  # and never over one that is there
            new_note(Workspace(root), name)


@pytest.mark.parametrize(
    "name", ["../../x", "/etc/x", "..", "x" * 5000, "; touch pwned"], ids=lambda name: name[:16]
)
def test_the_command_writes_nowhere_else_either(tmp_path: Path, name: str) -> None:
    root = tmp_path / "in" / "mine"
    write_note(root)
    run(root, "due")
    before = everything(tmp_path)
    done = run(root, "new", "--", name)
    assert done.returncode in {0, 2}
    assert b"Traceback" not in done.stderr
    new = changed(before, everything(tmp_path))
    assert len(new) == (done.returncode == 0)
    assert all(path.startswith("in/mine/decks/") and path.endswith(".md") for path in new)


def test_a_new_note_does_not_write_through_a_link(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    write_note(root)
    (root / "decks" / "trap.md").symlink_to(tmp_path / "victim")
    done = run(root, "new", "Trap")
    assert done.returncode == 2
    assert not (tmp_path / "victim").exists()


def test_a_note_that_is_a_link_is_read_and_not_written(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "mine", tmp_path / "elsewhere.md"
    write_note(root)
    elsewhere.write_text(note_text("Elsewhere", ("Where?",)), encoding="utf-8")
    (root / "decks" / "linked.md").symlink_to(elsewhere)
    before = everything(root / "decks"), elsewhere.read_bytes(), elsewhere.stat().st_mtime_ns
    for words in (("due",), ("practice", "--plain"), ("check",), ("doctor",)):
        run(root, *words, lines="\n3\nq\n")
    assert (everything(root / "decks"), elsewhere.read_bytes(), elsewhere.stat().st_mtime_ns) == before


@pytest.mark.parametrize("form", ["json", "csv", "md", "apkg"])
def test_an_export_writes_the_file_that_was_named_and_no_other(tmp_path: Path, form: str) -> None:
    root, out = tmp_path / "mine", tmp_path / "out"
    os.utime(write_note(root), (1e9, 1e9))  # one that was saved just now is read at the next look too
    run(root, "practice", "--plain", lines="\n3\nq\n")
    out.mkdir()
    (out / "victim").write_text("precious", encoding="utf-8")
    (out / "link").symlink_to(out / "victim")
    before = everything(tmp_path)
    assert run(root, "export", form, os.fspath(out / "file")).returncode == 0
    assert changed(before, everything(tmp_path)) == {"out/file"}
    assert run(root, "export", form, os.fspath(out / ("n" * 255))).returncode == 0, "as long as a name may be"
    for words in ((out / "file",), (out / "link",), (out / "no" / "such" / "folder",), (out / ("x" * 300),)):
        before = everything(tmp_path)
        done = run(root, "export", form, *map(os.fspath, words))
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr, done.stderr
        assert changed(before, everything(tmp_path)) == set()
    assert run(root, "export", form, "--force", os.fspath(out / "link")).returncode == 0
    assert (out / "victim").read_text(encoding="utf-8") == "precious", "the link was replaced, not followed"


LONG = "x" * 5000
TOO_LONG: list[tuple[str, ...]] = [
    ("notes", LONG), ("check", LONG), ("import", LONG), ("merge", LONG), ("restore", LONG), ("backup", LONG),
    ("export", "json", LONG), ("init", LONG), ("due", "--workspace", LONG),
    ("practice", "--plain", "--skill", LONG),
]  # fmt: skip


@pytest.mark.parametrize("words", TOO_LONG, ids=lambda words: words[0])
def test_a_name_that_is_too_long_is_said(root: Path, words: tuple[str, ...]) -> None:
    done = run(root, *words)
    assert done.returncode == 2
    assert done.stderr.startswith((b"interview-coach: ", b"Error: ")), done.stderr[-2000:]


# -- who may read it


def open_to_others(root: Path) -> set[str]:
    """The paths that anybody but the user may read or write."""
    return {
        str(path.relative_to(root))
        for path in (root, *root.rglob("*"))
        if not path.is_symlink() and stat.S_IMODE(path.lstat().st_mode) & 0o077
    }


def test_whatever_is_made_is_the_users_alone(tmp_path: Path) -> None:
    root, other = tmp_path / "new" / "mine", tmp_path / "other"
    other.mkdir(mode=0o700)
    other_machine(other)
    (tmp_path / "start").mkdir()
    for words, lines in whole_sitting(root, other):
        done = run(root if root.exists() else tmp_path / "start", *words, lines=lines, umask=0)
        assert done.returncode == 0, (words, done.stderr)
    assert open_to_others(root) == set()
    made = {path.name for path in root.rglob("*")} | {path.name for path in other.iterdir()}
    assert made >= {
        "coach.db",
        "coach.db-lock",
        "backups",
        "decks",
        "bread-slicing.md",
        "all.json",
        "cards.apkg",
    }
    written = [other / name for name in ("all.json", "reviews.csv", "cards.md", "cards.apkg", "copy.db")]
    assert [stat.S_IMODE(path.stat().st_mode) for path in written] == [0o600] * 5


def test_what_is_there_while_it_runs_is_the_users_alone(root: Path) -> None:
    before = os.umask(0)
    try:
        with program(root) as screens:
            screens.until("3 cards today")
            screens.type("\r")
            screens.until("1 of 3")
            screens.type("\r")
            screens.until("4  Easy")
            screens.type("3")
            screens.until("2 of 3")
            assert open_to_others(root / "data") == set()
            assert {path.name for path in (root / "data").iterdir()} >= {"coach.db-wal", "coach.db-shm"}
            screens.type("\x11")
            assert screens.status() == 0
    finally:
        os.umask(before)
    assert open_to_others(root / "data") == set()


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    for folder in (root, root / "decks", root / "data", root / "data" / "backups"):
        folder.mkdir()
        folder.chmod(0o750)
    write_note(root).chmod(0o640)
    for words, lines in (
        (("init", os.fspath(root)), ""),
        (("new", "Bread Slicing"), ""),
        (("practice", "--plain"), "\n3\nq\n"),
        (("backup",), ""),
    ):
        assert run(root, *words, lines=lines, umask=0).returncode == 0
    for folder in (root, root / "decks", root / "data", root / "data" / "backups"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o750
    assert stat.S_IMODE((root / "decks" / "bread.md").stat().st_mode) == 0o640


# -- what comes from another's file


@pytest.mark.parametrize("path", ["../../x.md", "/etc/x.md", "a/../../x.md", "..\\x.md"])
def test_an_export_that_names_a_note_outside_is_refused_untouched(tmp_path: Path, path: str) -> None:
    root, empty = tmp_path / "mine", tmp_path / "empty"
    write_note(root)
    (empty / "decks").mkdir(parents=True)
    with closing(open_at(root, FakeClock())) as coach, closing(open_at(empty, FakeClock())) as other:
        coach.sync()
        coach.practice().rate(Rating.GOOD)
        out = StringIO()
        write_json(coach.database, coach.clock(), out)
        document = json.loads(out.getvalue())
        document["notes"][0]["path"] = path
        (tmp_path / "hostile.json").write_text(json.dumps(document), encoding="utf-8")
        for each in (coach, other):
            before = list(each.database.connection.iterdump())
            with pytest.raises(CoachError, match="not inside decks"):
                import_file(each.database, each.settings, tmp_path / "hostile.json", each.clock())
            assert list(each.database.connection.iterdump()) == before
    assert not list(tmp_path.rglob("x.md"))
