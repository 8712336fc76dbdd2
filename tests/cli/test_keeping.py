"""backup, restore and doctor as a person types them: real processes, real files."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_commands import as_json, run
from tests.store.test_backup import damage


@pytest.fixture
def practised(root: Path) -> Path:
    """A workspace with three ratings."""
    result = run("practice", "--plain", root=root, lines="\n4\n" * 3)
    assert result.returncode == 0, result.stderr
    return root


def ratings(root: Path) -> int:
    return sum(card["reps"] for card in as_json("cards", root=root)["cards"])


def test_a_backup_is_made_listed_and_restored(practised: Path) -> None:
    (daily,) = (practised / "data" / "backups").iterdir()  # made after the sitting that the fixture did
    assert daily.name.endswith("-daily.db")
    daily.unlink()
    assert "no backup" in run("restore", root=practised).stdout
    made = run("backup", root=practised)
    assert made.returncode == 0, made.stderr
    assert "10 cards, 3 ratings, the last on 2026-03-02 08:00" in made.stdout
    (file,) = (practised / "data" / "backups").iterdir()
    listed = run("restore", root=practised)
    assert "10 cards, 3 ratings" in listed.stdout
    assert f"data/backups/{file.name}" in listed.stdout
    later = run("practice", "--plain", root=practised, lines="\n4\n" * 9, now="2026-03-03T08:00:00+01:00")
    assert later.returncode == 0
    assert ratings(practised) > 3
    restored = run("restore", f"data/backups/{file.name}", root=practised)
    assert restored.returncode == 0, restored.stderr
    assert ratings(practised) == 3
    before = re.search(r"is kept: (\S+)", restored.stdout)
    assert before is not None
    assert run("restore", before[1], root=practised).returncode == 0
    assert ratings(practised) > 3


def test_a_backup_goes_to_a_file_or_a_folder_but_over_no_note(practised: Path) -> None:
    assert run("backup", "mine.db", root=practised).returncode == 0
    (practised / "usb").mkdir()
    assert run("backup", "usb", root=practised).returncode == 0
    assert len(list((practised / "usb").iterdir())) == 1
    note = practised / "decks" / "bread.md"
    text = note.read_text(encoding="utf-8")
    result = run("backup", "decks/bread.md", root=practised)
    assert result.returncode == 2
    assert "no backup" in result.stderr
    assert note.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["none.db", "decks/bread.md", "data/coach.db"])
def test_what_cannot_be_restored_is_wrong_use(practised: Path, name: str) -> None:
    result = run("restore", name, root=practised)
    assert result.returncode == 2
    assert name in result.stderr
    assert result.stdout == ""
    assert ratings(practised) == 3


def test_the_doctor_finds_a_healthy_workspace_well(practised: Path) -> None:
    result = run("doctor", root=practised)
    assert result.returncode == 0, result.stdout
    assert "problem" not in result.stdout
    told = as_json("doctor", root=practised)
    assert set(told) == {"schema", "checks", "rebuilt"}
    assert (told["schema"], told["rebuilt"]) == (1, 0)
    for check in told["checks"]:
        assert set(check) == {"name", "status", "message", "hint"}
        assert check["status"] == "ok"


def test_a_damaged_database_leads_back_by_the_commands_that_it_names(practised: Path) -> None:
    run("backup", root=practised)
    after = run("practice", "--plain", root=practised, lines="\n4\n" * 9, now="2026-03-03T08:00:00+01:00")
    assert after.returncode == 0
    number = ratings(practised)
    for daily in (practised / "data" / "backups").glob("*2026-03-03*-daily.db"):
        daily.unlink()  # so that the newest backup holds less than the log
    damage(practised / "data" / "coach.db", page=2, pages=3)  # the notes and the cards
    told = run("cards", root=practised)
    assert told.returncode == 2
    assert "damaged" in told.stderr
    assert "Traceback" not in told.stderr
    named = re.search(r"interview-coach (restore \S+/backups/\S+ --workspace [^\s;]+)", told.stderr)
    assert named is not None, told.stderr
    doctor = run("doctor", "--json", root=practised)
    assert doctor.returncode == 1
    checks = {check["name"]: check for check in json.loads(doctor.stdout)["checks"]}
    assert checks["salvage"]["status"] == "repaired"
    gathered = re.search(
        r"interview-coach (restore \S+salvaged\S+ --workspace [^\s;]+)", checks["database"]["hint"]
    )
    assert gathered is not None
    restored = run(*gathered[1].split(), root=practised)
    assert restored.returncode == 0, restored.stderr
    assert "put aside" in restored.stdout
    assert ratings(practised) == number, "also those made since the backup"
    assert run("doctor", root=practised).returncode == 0
    assert run(*named[1].split(), root=practised).returncode == 0
    assert ratings(practised) == 3


def test_the_doctor_makes_no_workspace(tmp_path: Path) -> None:
    result = run("doctor", "--workspace", str(tmp_path), root=tmp_path)
    assert result.returncode == 0, result.stderr
    assert list(tmp_path.iterdir()) == []
