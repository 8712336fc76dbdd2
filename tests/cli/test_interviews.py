"""`interviews` in real processes."""

from pathlib import Path

from tests.cli.test_commands import as_json, run
from tests.making import note_text, write_note

JOB = "We look for a baker.\n\nYou bake breads, buy flour\nand lead a team.\n"


def test_an_interview_from_its_noting_to_its_removal(root: Path) -> None:
    write_note(root, "flour.md", note_text("Flour Buying"))
    write_note(root, "oven.md", note_text("Oven Repair"))
    (root / "job.txt").write_text(JOB, encoding="utf-8")
    words = (
        "interviews",
        "add",
        "Acme",
        "in",
        "2",
        "weeks",
        "--company",
        "Acme Corp",
        "--description",
        "job.txt",
    )
    result = run(*words, root=root)
    assert result.returncode == 0, result.stderr
    assert "Mon 16 Mar 2026, in 14 days: Acme (Acme Corp)" in result.stdout
    assert '"bake breads" (line 3, title Bread Baking)' in result.stdout
    (told,) = as_json("interviews", root=root)["interviews"]
    assert (told["name"], told["day"], told["days"]) == ("Acme", "2026-03-16", 14)
    assert set(told["skills"]) == {"Bread Baking", "Flour Buying"}
    assert told["description"] == JOB.strip()

    run(
        "interviews",
        "edit",
        "acme",
        "--drop-skill",
        "flour",
        "--add-skill",
        "oven",
        "--date",
        "20 Mar",
        root=root,
    )
    (told,) = as_json("interviews", "list", root=root)["interviews"]
    assert (told["day"], told["skills"]) == ("2026-03-20", ["Bread Baking", "Oven Repair"])
    # A new description does not bring back what the person took out.
    run("interviews", "edit", "1", "--description", "-", root=root, lines="Buy flour, and bake bread!")
    (told,) = as_json("interviews", root=root)["interviews"]
    assert told["skills"] == ["Bread Baking", "Oven Repair"]
    matched = as_json("interviews", "match", "acme", root=root)["skills"]
    assert [(each["skill"], each["chosen"], bool(each["hits"])) for each in matched] == [
        ("Bread Baking", True, True),
        ("Flour Buying", False, True),
        ("Oven Repair", True, False),
    ]

    assert "interviews undo" in run("interviews", "remove", "Acme", root=root).stdout
    assert as_json("interviews", root=root)["interviews"] == []
    assert run("interviews", "undo", root=root).returncode == 0
    assert [each["name"] for each in as_json("interviews", root=root)["interviews"]] == ["Acme"]


def test_an_interview_says_how_ready_its_skills_will_be(root: Path) -> None:
    write_note(root, "flour.md", note_text("Flour Buying"))
    run("practice", "--plain", "--skill", "bread", "--limit", "1", root=root, lines="\n4\n")
    run("interviews", "add", "Acme", "2026-03-30", "--skill", "bread", root=root)
    run("interviews", "add", "Other", "2026-04-30", root=root)
    acme, other = as_json("interviews", root=root)["interviews"]
    (bread,) = acme["readiness"]
    assert (bread["skill"], bread["cards"], bread["unseen"]) == ("Bread Baking", 10, 9)
    assert bread["readiness"] == bread["recall"] / 10
    assert [each["skill"] for each in other["readiness"]] == ["Bread Baking", "Flour Buying"]
    assert other["readiness"][0]["recall"] < bread["recall"]
    assert f"Bread Baking {bread['readiness'] * 100:.0f} %" in run("interviews", root=root).stdout


def test_a_description_can_be_matched_without_an_interview(root: Path) -> None:
    result = run("interviews", "match", "--description", "-", root=root, lines=JOB)
    assert result.stdout == 'x Bread Baking: "bake breads" (line 3, title Bread Baking)\n'
    assert "No title" in run("interviews", "match", "--description", "-", root=root, lines="xyz").stdout


def test_wrong_use_is_said_with_the_remedy(root: Path) -> None:
    for words, said in (
        (("add", "Acme", "3/4/2026"), "2026-12-12"),
        (("add", "Acme", "2020-01-01"), "is over"),
        (("add", "Acme", "tomorrow", "--description", "none.txt"), "none.txt"),
        (("add", "Acme", "tomorrow", "--skill", "piano"), "Bread Baking"),
        (("remove", "Acme"), "interviews add"),
        (("match",), "--description"),
    ):
        result = run("interviews", *words, root=root)
        assert result.returncode == 2
        assert said in result.stderr
    (root / "huge.txt").write_text("bread " * 200_000, encoding="utf-8")
    result = run("interviews", "add", "Acme", "tomorrow", "--description", "huge.txt", root=root)
    assert "characters" in result.stderr
    assert as_json("interviews", root=root)["interviews"] == []


def test_nothing_noted_says_how_to_begin(root: Path) -> None:
    assert "interviews add" in run("interviews", root=root).stdout
    assert "nothing to undo" in run("interviews", "undo", root=root).stdout
