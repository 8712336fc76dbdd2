"""Reading the notes in: what changed is read, nothing learnt is lost."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from interview_coach.coach import renewal as module
from interview_coach.coach.coach import Coach
from interview_coach.coach.plan import Changes
from interview_coach.notes.reader import read_note
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.store.cards import CardStatus
from interview_coach.workspace import Workspace
from tests.making import METRICS, QUESTIONS, STORY, FakeClock, note_text, open_at, write_note

OTHER = "How would you explain sourdough to a child of six years?"


def prompts(coach: Coach, status: CardStatus = CardStatus.ACTIVE) -> dict[str, int]:
    """Prompts of the cards in a state, with their ids."""
    return {each.stored.card.prompt: each.stored.card_id for each in coach.cards() if each.status is status}


def age(path: Path) -> None:
    """Makes a file look as if it had been saved a minute ago."""
    then = time.time_ns() - 60_000_000_000
    os.utime(path, ns=(then, then))


def test_the_first_look_makes_the_cards(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    synced = coach.sync()
    assert synced.changes == Changes(new=10)
    assert synced.read == 1
    assert coach.today().skills == 1
    coach.close()


def test_unchanged_files_are_not_opened(root: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    age(root / "decks" / "bread.md")
    coach = open_at(root, clock)
    coach.sync()

    def refuse(*_: object) -> None:
        raise AssertionError("an unchanged file was opened")

    monkeypatch.setattr(module, "load_file", refuse)
    assert coach.sync().changes == Changes(kept=10)
    coach.close()


def test_a_file_saved_twice_within_a_tick_is_read_again(root: Path, clock: FakeClock) -> None:
    path = root / "decks" / "bread.md"
    coach = open_at(root, clock)
    coach.sync()
    seen = path.stat()
    path.write_text(note_text().replace("flour delivery", "yeast delivery"), encoding="utf-8")
    os.utime(path, ns=(seen.st_mtime_ns, seen.st_mtime_ns))
    coach.sync()
    path.write_text(note_text().replace("flour delivery", "water delivery"), encoding="utf-8")
    os.utime(path, ns=(seen.st_mtime_ns, seen.st_mtime_ns))
    coach.sync()
    assert "How do you plan for a water delivery that comes late?" in prompts(coach)
    coach.close()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("nearly did not open", "nearly didn't open"),
        ("Tell me about a night the bakery", "TELL ME ABOUT A NIGHT THE **BAKERY**"),
        ("When do you throw a batch away?", "When do you throw a whole batch away?"),
    ],
)
def test_an_edited_question_keeps_its_history(coach: Coach, root: Path, before: str, after: str) -> None:
    ids = set(prompts(coach).values())
    write_note(root, text=note_text().replace(before, after))
    changes = coach.sync().changes
    assert (changes.new, changes.missing) == (0, 0)
    assert set(prompts(coach).values()) == ids


def test_reordered_questions_keep_each_their_own(coach: Coach, root: Path) -> None:
    ids = prompts(coach)
    write_note(root, text=note_text(questions=[OTHER, QUESTIONS[2], QUESTIONS[0], QUESTIONS[1]]))
    changes = coach.sync().changes
    now = prompts(coach)
    assert changes == Changes(new=1, kept=10)
    assert {prompt: now[prompt] for prompt in ids} == ids


def test_an_unrelated_question_in_the_same_place_inherits_nothing(coach: Coach, root: Path) -> None:
    ids = prompts(coach)
    write_note(root, text=note_text(questions=[QUESTIONS[0], OTHER, QUESTIONS[2]]))
    changes = coach.sync().changes
    assert (changes.new, changes.missing) == (1, 1)
    assert prompts(coach)[OTHER] not in ids.values()
    assert prompts(coach, CardStatus.MISSING) == {QUESTIONS[1]: ids[QUESTIONS[1]]}


def test_what_was_deleted_comes_back_with_its_history(coach: Coach, root: Path) -> None:
    practice = coach.practice()
    practice.rate(Rating.EASY)
    ids = prompts(coach)
    write_note(root, text=note_text(questions=QUESTIONS[1:]))
    assert coach.sync().changes.missing == 1
    write_note(root)
    assert coach.sync().changes.revived == 1
    assert prompts(coach) == ids
    assert sum(each.stored.memory.reps for each in coach.cards()) == 1


def test_a_changed_value_keeps_the_history_and_is_told(coach: Coach, root: Path) -> None:
    ids = prompts(coach)
    metrics = [(METRICS[0][0], "49/50", METRICS[0][2]), *METRICS[1:]]
    write_note(root, text=note_text(metrics=metrics))
    coach.sync()
    assert prompts(coach) == ids
    changed = [
        e.stored.card for e in coach.cards() if e.stored.answer_changed_at and e.stored.card.kind == "metric"
    ]
    assert [card.answer for card in changed] == ["49/50"]


def test_a_renamed_file_keeps_its_cards(coach: Coach, root: Path) -> None:
    ids = prompts(coach)
    (root / "decks" / "bread.md").rename(root / "decks" / "baking.md")
    changes = coach.sync().changes
    assert (changes.new, changes.missing) == (0, 0)
    assert prompts(coach) == ids
    assert {each.stored.path for each in coach.cards()} == {"baking.md"}


@pytest.mark.parametrize("content", ["", " \n\n", "---\ntype: skill\ntags: [unclosed\n---\n"])
def test_a_note_that_says_nothing_today_deletes_nothing(coach: Coach, root: Path, content: str) -> None:
    ids = prompts(coach)
    write_note(root, text=content)
    assert coach.sync().changes == Changes(kept=10)
    assert prompts(coach) == ids
    write_note(root)
    assert coach.sync().changes == Changes(kept=10)


def test_a_note_that_has_gone_is_missing_and_comes_back(coach: Coach, root: Path) -> None:
    ids = prompts(coach)
    text = (root / "decks" / "bread.md").read_text(encoding="utf-8")
    (root / "decks" / "bread.md").unlink()
    assert coach.sync().changes == Changes(missing=10)
    assert prompts(coach) == {}
    assert coach.today().total == 0
    write_note(root, text=text)
    assert coach.sync().changes == Changes(revived=10)
    assert prompts(coach) == ids


def test_the_kinds_chosen_in_the_settings_apply_to_notes_read_before(root: Path, clock: FakeClock) -> None:
    coach = open_at(root, clock)
    coach.sync()
    coach.close()
    fewer = open_at(root, clock, replace(DEFAULTS, cards=("metric",)))
    assert fewer.sync().changes == Changes(kept=3, missing=7)
    fewer.close()
    again = open_at(root, clock)
    assert again.sync().changes == Changes(kept=3, revived=7)
    again.close()


def test_a_note_chooses_its_own_kinds(root: Path, clock: FakeClock) -> None:
    write_note(root, text=note_text(head="type: skill\ncards: [metric]"))
    coach = open_at(root, clock)
    coach.sync()
    assert {each.stored.card.kind.value for each in coach.cards()} == {"metric"}
    coach.close()


def test_two_programs_reading_the_same_new_notes_make_each_card_once(
    root: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second program reads the notes, then waits for the first one's transaction."""
    first, second = open_at(root, clock), open_at(root, clock)

    def read_while_the_other_writes(path: str, data: bytes) -> object:
        monkeypatch.setattr(module, "read_note", read_note)
        first.sync()
        return read_note(path, data)

    monkeypatch.setattr(module, "read_note", read_while_the_other_writes)
    second.sync()
    assert len(list(second.cards())) == 10
    first.close()
    second.close()


def test_odd_notes_are_listed_and_stop_nothing(root: Path, clock: FakeClock) -> None:
    write_note(root, "half.md", note_text("Half a Story", story={"Situation": STORY["Situation"]}))
    write_note(root, "other.md", "---\ntype: project\n---\n# A project\n")
    (root / "decks" / "binary.md").write_bytes(b"\x00\xff\xfe" * 1000)
    coach = open_at(root, clock)
    coach.sync()
    odd = coach.odd_notes()
    assert [each.path for each in odd] == ["half.md"]
    assert any("Result" in problem.message for problem in odd[0].problems)
    assert coach.today().skills == 2
    coach.close()


def test_progress_is_told_as_files_are_read(root: Path, clock: FakeClock) -> None:
    for number in range(4):
        write_note(root, f"skill-{number}.md", note_text(f"Skill {number}", [f"Question {number}?"]))
    coach = open_at(root, clock)
    told: list[tuple[int, int]] = []
    coach.sync(lambda done, total: told.append((done, total)))
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    coach.close()


@pytest.mark.parametrize("folder", ["decks", "decks/deep"])
def test_a_folder_that_cannot_be_reached_today_takes_no_card_away(
    root: Path, clock: FakeClock, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(root, "deep/cake.md", note_text("Cake Icing", ["How do you ice a cake?"]))
    coach = open_at(root, clock)
    coach.sync()
    before = prompts(coach)
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == root / folder:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    synced = coach.sync()
    assert [each.reason for each in synced.unread] == ["the folder cannot be read: permission denied"]
    assert synced.changes == Changes(kept=len(before))
    assert prompts(coach) == before
    coach.close()


def test_a_link_to_a_vault_that_is_not_mounted_takes_no_card_away(
    root: Path, clock: FakeClock, tmp_path_factory: pytest.TempPathFactory
) -> None:
    disk = tmp_path_factory.mktemp("disk")
    vault = disk / "vault"
    vault.mkdir()
    (vault / "cake.md").write_text(note_text("Cake Icing", ["How do you ice a cake?"]), encoding="utf-8")
    (root / "decks" / "skills").symlink_to(vault)
    (disk / "tart.md").write_text(note_text("Tarts", ["How thin is the dough?"]), encoding="utf-8")
    (root / "decks" / "tart.md").symlink_to(disk / "tart.md")
    coach = open_at(root, clock)
    coach.sync()
    before = list(coach.cards())
    disk.rename(disk.with_name("elsewhere"))
    synced = coach.sync()
    assert [each.relative for each in synced.unread] == ["skills", "tart.md"]
    assert synced.changes == Changes(kept=len(before))
    assert list(coach.cards()) == before
    coach.close()


def test_a_folder_that_may_be_listed_but_not_searched_takes_no_card_away(
    root: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(root, "deep/cake.md", note_text("Cake Icing", ["How do you ice a cake?"]))
    coach = open_at(root, clock)
    coach.sync()
    before = list(coach.cards())
    scandir = os.scandir

    class Closed:
        """An entry whose name can be read and nothing else of it."""

        def __init__(self, entry: "os.DirEntry[str]") -> None:
            self.name, self.path = entry.name, entry.path
            self.is_dir, self.is_symlink = entry.is_dir, entry.is_symlink

        def stat(self) -> os.stat_result:
            raise PermissionError(13, "Permission denied", self.path)

    @contextmanager
    def listing(path: str) -> Iterator[list[object]]:
        with scandir(path) as entries:
            yield [Closed(entry) if Path(path).name == "deep" else entry for entry in entries]

    monkeypatch.setattr(os, "scandir", listing)
    synced = coach.sync()
    assert [(each.relative, each.reason) for each in synced.unread] == [
        ("deep/cake.md", "it cannot be reached: permission denied")
    ]
    assert synced.changes == Changes(kept=len(before))
    assert list(coach.cards()) == before
    coach.close()


def test_a_folder_of_notes_that_is_not_there_is_no_crash(tmp_path: Path, clock: FakeClock) -> None:
    coach = Coach(Workspace(tmp_path), DEFAULTS, clock)
    assert coach.sync().changes == Changes()
    coach.close()
