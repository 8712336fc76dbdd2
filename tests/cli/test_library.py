"""The library's commands in real processes."""

from pathlib import Path

from tests.cli.test_commands import as_json, run
from tests.making import QUESTIONS


def test_skills_give_their_cards_and_their_recall(root: Path) -> None:
    run("practice", "--plain", "--limit", "1", root=root, lines="\n4\n")
    (skill,) = as_json("skills", root=root, now="2026-04-20T08:00:00+02:00")["skills"]
    assert (skill["skill"], skill["note"], skill["status"]) == ("Bread Baking", "bread.md", "read")
    assert (skill["cards"], skill["new"], skill["practised"], skill["due"]) == (10, 9, 1, 1)
    assert 0 < skill["recall"] < 1
    assert skill["readiness"] == skill["recall"] / 10
    assert "Bread Baking" in run("skills", root=root).stdout


def test_search_finds_a_card_and_its_note(root: Path) -> None:
    hits = as_json("search", "flour", "deliv", root=root)["hits"]
    assert {hit["card_id"] is None for hit in hits} == {True, False}
    card = next(hit for hit in hits if hit["card_id"])
    assert (card["note"], card["kind"], card["status"]) == ("bread.md", "question", "active")
    assert [card["excerpt"][low:high] for low, high in card["places"]] == ["flour", "deliv"]
    shown = run("search", "flour", root=root).stdout
    assert f"bread.md:{card['line']}: card {card['card_id']}: {QUESTIONS[1]}" in shown
    for words in (["list[int]"], ['"'], ["AND", "*"], ["\x00x"[1:]]):
        assert run("search", *words, root=root).returncode == 0
    assert (root / "data" / "search.db").exists()


def test_a_find_in_an_answer_stands_under_its_question_and_one_in_a_note_as_its_line_reads(root: Path) -> None:
    answer = run("search", "pizzeria", root=root).stdout.splitlines()
    at = next(number for number, line in enumerate(answer) if QUESTIONS[0] in line)
    assert answer[at + 1].startswith("    ")
    assert "pizzeria" in answer[at + 1]
    [note] = [line for line in run("search", "overnight", root=root).stdout.splitlines() if ": note: " in line]
    assert note.endswith(": note: Proving time · ~9 hours · Cold, overnight")
    head = run("search", "skill", root=root).stdout
    assert "note: Common questions about this skill:" in head  # and not its frontmatter


def test_a_damaged_index_is_no_matter(root: Path) -> None:
    run("search", "flour", root=root)
    (root / "data" / "search.db").write_bytes(b"not a database, but long enough to look at" * 100)
    assert as_json("search", "flour", root=root)["hits"]


def test_what_is_done_to_a_card_is_told_and_taken_back(root: Path) -> None:
    run("practice", "--plain", "--limit", "1", root=root, lines="\n4\n")
    for words, status in (
        (("suspend", "1", "2"), "suspended"),
        (("resume", "2"), "active"),
        (("flag", "2"), "active"),
    ):
        result = run("cards", *words, root=root)
        assert "cards undo" in result.stdout, result.stderr
        card = as_json("cards", root=root)["cards"][int(words[-1]) - 1]
        assert (card["status"], card["flagged"]) == (status, words[0] == "flag")
    assert run("cards", "flag", "2", root=root).stdout == "Flagged: 0 cards. 1 so already.\n"
    assert run("cards", "reset", "1", root=root).returncode == 0
    history = as_json("cards", "history", "1", root=root)
    assert [(each["mode"], each["rating"]) for each in history["reviews"]] == [("reset", None), ("practice", 4)]
    assert as_json("cards", root=root)["cards"][0]["reps"] == 0
    assert "Undone: reset of card 1" in run("cards", "undo", root=root).stdout
    assert as_json("cards", root=root)["cards"][0]["reps"] == 1
    for _ in range(4):
        assert "Undone" in run("cards", "undo", root=root).stdout
    assert "nothing to undo" in run("cards", "undo", root=root).stdout
    assert "suspended on, undone" in run("cards", "history", "1", root=root).stdout
    assert run("cards", "flag", "99", root=root).returncode == 2
    assert run("doctor", root=root).returncode == 0
