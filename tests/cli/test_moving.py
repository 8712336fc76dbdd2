"""Moving out and in, and saying by hand which card is which, as commands in processes of their own."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_commands import as_json, run
from tests.making import QUESTIONS, note_text, write_note

RATED = "\n3\n" * 20
REWORDED = "How do you plan for a flour delivery that comes too late?"


def cards(root: Path) -> dict[str, dict[str, Any]]:
    return {card["prompt"]: card for card in as_json("cards", root=root)["cards"]}


@pytest.fixture
def practised(root: Path) -> Path:
    """A workspace in which three questions were rated twice each."""
    assert run("practice", "--plain", root=root, lines=RATED).returncode == 0
    return root


def test_what_is_exported_is_brought_back_whole(practised: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text(run("export", "json", root=practised).stdout, encoding="utf-8")
    other = tmp_path / "other"
    (other / "decks").mkdir(parents=True)
    told = run("import", str(file), root=other)
    assert told.returncode == 0, told.stderr
    assert told.stdout == "Brought back 10 cards with 6 reviews.\n"
    there = json.loads(run("export", "json", root=other).stdout)
    here = json.loads(file.read_text(encoding="utf-8"))
    assert there.pop("exported_at") != here.pop("exported_at")
    assert there == here


def test_reviews_go_out_and_come_in_as_a_table(practised: Path, tmp_path: Path) -> None:
    table = run("export", "csv", root=practised).stdout
    assert len(list(csv.DictReader(io.StringIO(table)))) == 6
    (tmp_path / "reviews.csv").write_text(table, encoding="utf-8")
    other = tmp_path / "other"
    write_note(other)  # nothing has read it yet
    told = run("import", str(tmp_path / "reviews.csv"), root=other)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("Added 6 reviews; 0 were here already.\n")
    assert {prompt: card["due_day"] for prompt, card in cards(other).items()} == {
        prompt: card["due_day"] for prompt, card in cards(practised).items()
    }
    again = run("import", str(tmp_path / "reviews.csv"), root=other)
    assert again.stdout == "Added 0 reviews; 6 were here already.\n"


def test_reviews_of_no_card_here_are_named(root: Path) -> None:
    (root / "r.csv").write_text(
        "skill,prompt,time,rating\nPiano,Scales?,2026-02-01T09:00:00Z,3\n", encoding="utf-8"
    )
    run("cards", root=root)
    told = run("import", "r.csv", root=root)
    assert told.returncode == 1
    assert "r.csv:2: Piano: Scales?" in told.stderr
    (root / "r.csv").write_text("time,rating\n", encoding="utf-8")
    told = run("import", "r.csv", root=root)
    assert told.returncode == 2
    assert "r.csv:1" in told.stderr


def test_a_file_is_written_once_and_over_only_when_asked(practised: Path) -> None:
    told = run("export", "apkg", root=practised)
    assert told.returncode == 0, told.stderr
    assert told.stdout == ""
    assert zipfile.is_zipfile(practised / "interview-coach.apkg")
    assert run("export", "md", "cards.md", root=practised).returncode == 0
    assert (practised / "cards.md").read_text(encoding="utf-8").startswith("# Cards on 2026-03-02\n")
    again = run("export", "md", "cards.md", root=practised)
    assert again.returncode == 2
    assert "--force" in again.stderr
    assert run("export", "md", "cards.md", "--force", root=practised).returncode == 0
    assert run("export", "pdf", root=practised).returncode == 2


def test_another_machines_database_is_merged(practised: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_note(other)
    later = "2026-03-09T08:00:00+01:00"
    run("practice", "--plain", root=other, lines=RATED, now=later)
    theirs = str(practised / "data" / "coach.db")
    told = run("merge", theirs, root=other, now=later)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("Added 6 reviews; 0 were here already.\n")
    assert [card["reps"] for card in cards(other).values()][:3] == [4, 4, 4]
    assert run("merge", theirs, root=other, now=later).stdout.startswith(
        "Added 0 reviews; 6 were here already."
    )
    assert run("merge", "none.db", root=other).returncode == 2
    assert as_json("doctor", root=other)["rebuilt"] == 0


def test_a_link_is_listed_taken_apart_and_made_again(practised: Path) -> None:
    before = cards(practised)[QUESTIONS[1]]
    write_note(practised, text=note_text(questions=[QUESTIONS[0], REWORDED, QUESTIONS[2]]))
    told = as_json("cards", "links", root=practised)
    assert told["schema"] == 1
    (link,) = told["links"]
    assert (link["card_id"], link["how"], link["taken_apart"]) == (before["card_id"], "new text", None)
    assert (link["old"]["prompt"], link["new"]["prompt"]) == (QUESTIONS[1], REWORDED)
    assert set(link["old"]) == {"note", "prompt", "answer"}
    assert REWORDED in run("cards", "links", root=practised).stdout

    split = run("cards", "split", str(before["card_id"]), root=practised)
    assert split.returncode == 0, split.stderr
    apart = cards(practised)
    assert (apart[REWORDED]["reps"], apart[REWORDED]["status"]) == (0, "active")
    assert (apart[QUESTIONS[1]]["reps"], apart[QUESTIONS[1]]["status"]) == (2, "missing")
    assert as_json("cards", "links", root=practised)["links"][0]["taken_apart"]

    old, new = str(before["card_id"]), str(apart[REWORDED]["card_id"])
    relink = run("cards", "relink", old, new, root=practised)
    assert relink.returncode == 0, relink.stderr
    again = cards(practised)[REWORDED]
    assert (again["card_id"], again["reps"], again["status"]) == (before["card_id"], 2, "active")


@pytest.mark.parametrize(
    "words", [("split", "99"), ("split", "1"), ("relink", "1", "99"), ("relink", "1", "1")]
)
def test_what_cannot_be_linked_is_said(root: Path, words: tuple[str, ...]) -> None:
    told = run("cards", *words, root=root)
    assert told.returncode == 2
    assert told.stderr.startswith("interview-coach: ")


def test_the_workspace_may_be_named_anywhere(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    place = ("--workspace", str(root))
    for words in ((*place, "cards", "links"), ("cards", *place, "links"), ("cards", "links", *place)):
        told = run(*words, root=elsewhere)
        assert told.returncode == 0, told.stderr
        assert told.stdout == "No card was known again under another text or in another note.\n"
