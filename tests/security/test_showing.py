"""Nothing in a note, a file's name or a database from elsewhere gives the terminal an order."""

import io
import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.making import STORY, note_text, write_note
from tests.running import run
from tests.tui.terminal import program

# Each with a word by which its order would be known in what reaches the terminal.
ORDERS = (
    "\x1b]0;PWNED-title\x07",
    "\x1b]8;;https://pwned.example/\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;UFdORUQ=\x07",
    "\x1b]52;c;UFdORUQ=\x1b\\",
    "\x9d0;PWNED-title\x9c",
    "\x1bP+q544e\x1b\\",
    "\x1b[31;7;5mPWNED-red\x1b[0m",
    "\x9b31;7;5mPWNED-red\x9b0m",
    "\x1b[2J\x1b[999;999H",
    "\x1b[?1049l",
    "\x1b[6n",
    "\x1bc",
    "\x9b2J",
    "\u202eevil\u202c",
    "\u2066evil\u2069",
    "\u200b\u2060\ufeff\u00ad",
    "\u2028x\u2029",
    "\x07\x08\x0b\x0c\x0e\x0f\x7f\x84\x85\x90",  # the last begins a string, which takes the rest with it
)
EVIL = "".join(f"a{order}z" for order in ORDERS)
# What no command and no screen may send: nothing that a terminal acts on but our own colours and moves.
SENT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff]")
ACTED_ON = re.compile(
    "PWNED-title\x07|PWNED-title\x9c|\\]8;|\\]52|UFdORUQ=\x07|\x9b|\x9d|\x90|31;7;5|\x1bP\\+q|\x1bc|\\[999;999H"
    "|[\u00ad\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)


def hostile_note(evil: str) -> str:
    """A note with the text in every field that there is."""
    quoted = json.dumps(evil)  # a JSON string is a YAML string too: the escapes are real ones when it is read
    keys = ("category", "proficiency", "last_used", "years_experience", "description", "company", "status")
    head = "\n".join(["type: skill", *(f"{key}: {quoted}" for key in keys)])
    head += f"\naliases: [{quoted}]\nrelated: [{quoted}]\n{quoted}: {quoted}"
    text = note_text(
        f"Title {evil}",
        (f"Question {evil}?", f"Another {evil}?"),
        ((f"Metric {evil}", "13/14", f"Context {evil}"), (f"Odd {evil}", f"{evil} 3 %", evil)),
        {part: f"{told} {evil}" for part, told in STORY.items()},
        head,
    )
    more = (
        f"\n## Description\n\n{evil}\n\n### Specific Accomplishments\n\n- Did {evil}\n"
        f"\n## Resume Presence\n\n**How I typically phrase this skill:**\n\n- {evil}\n"
        f"\n## Demonstrated in Projects\n\n- [[{evil}|{evil}]] — {evil}\n\n## ATS Keywords\n\n{evil}, {evil}\n"
        f"\n## {evil}\n\n- [ ] {evil}\n\n> [!question] {evil}\n> {evil}\n\n| {evil} |\n|---|\n| {evil} |\n"
    )
    return text + more


def hostile_name(evil: str) -> str:
    """As much of the text as a file's name can hold."""
    return evil.replace("/", "")[:60].strip() + ".md"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A workspace in which everything is hostile: notes, their names, names of folders, one broken note."""
    root = tmp_path / "mine"
    evil = "\x1b]0;PWNED-title\x07\x9b31;7;5mPWNED-red\u202e"
    write_note(root, f"{evil}/{hostile_name(EVIL)}", hostile_note(EVIL))
    write_note(root, f"{evil} broken.md", f"---\ntype: skill\n{evil}: [\n---\n# {evil}\n")
    write_note(root, f"{evil} (conflicted copy).md", note_text(evil))
    write_note(root, f"{evil} other.md", f"# {evil}\n")
    return root


def stored_in(root: Path, evil: str) -> None:
    """Puts the text into the database itself, past the reader of notes, as a file from elsewhere might."""
    with closing(sqlite3.connect(root / "data" / "coach.db")) as connection:
        connection.execute(
            "UPDATE cards SET prompt = prompt || :evil, answer = answer || :evil, skill = skill || :evil",
            {"evil": evil},
        )
        for (detail,) in connection.execute("SELECT DISTINCT detail FROM cards").fetchall():
            marked = json.dumps(_marked(json.loads(detail), evil))
            connection.execute("UPDATE cards SET detail = ? WHERE detail = ?", (marked, detail))
        connection.execute("UPDATE notes SET title = title || :evil, reason = :evil", {"evil": evil})
        odd = json.dumps([[1, "warning", evil, evil]])
        connection.execute("UPDATE notes SET problems = ?", [odd])
        connection.execute("UPDATE reviews SET prompt = prompt || :evil", {"evil": evil})
        connection.commit()


KINDS = {"situation", "task", "action", "result", "learning", "metric", "keyword", "point"}


def _marked(value: object, evil: str) -> object:
    """Every text within, but for the names of kinds, with the hostile one behind it."""
    if isinstance(value, str):
        return value if value in KINDS else value + evil
    if isinstance(value, list):
        return [_marked(each, evil) for each in value]
    return {key: _marked(each, evil) for key, each in value.items()} if isinstance(value, dict) else value


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("interviews", "add", f"Firm{EVIL}", "2026-03-20", "--company", EVIL, "--role", EVIL, "--description", "-"),
    ("interviews", "list"), ("interviews", "list", "--json"), ("interviews", "match", "1"),
    ("interviews", "match", "1", "--json"),
    ("due",), ("due", "--json"), ("cards",), ("cards", "--json"), ("cards", "links"),
    ("cards", "links", "--json"),
    ("notes",), ("notes", "--json"), ("check", "--coverage"), ("check", "--coverage", "--json"),
    ("coverage",), ("coverage", "--json"), ("export", "md"), ("export", "csv"),
    ("export", "json"), ("restore",), ("doctor",), ("doctor", "--json"), ("practice", "--plain"),
    ("practice", "--plain", "--skill", "no such skill"), ("stats",), ("stats", "--json"), ("weak",),
    ("weak", "--json"), ("brief", "--plain"), ("mock", "--plain", "--questions", "1"), ("mock", "--list"),
    ("mock", "--report", "1"), ("feedback", "decks/bread.md"), ("feedback", "decks/bread.md", "--json"),
    ("feedback", f"{EVIL}.md"),
)  # fmt: skip


def assert_shown_safely(root: Path, words: tuple[str, ...]) -> None:
    """A command's output holds nothing that a terminal acts on; where it is JSON, it is valid."""
    done = run(root, *words, lines=f"h\nan answer {EVIL}\n\nt 1 2 3\n3\n\n1\nf\ns\nu\nq\n")
    assert done.returncode in {0, 1, 2}, done.stderr
    for stream in (done.stdout, done.stderr):
        found = SENT.search(stream.decode("utf-8"))
        assert found is None, (words, stream.decode("utf-8")[max(0, found.start() - 60) :][:120])
    if done.returncode < 2 and ("--json" in words or words == ("export", "json")):
        json.loads(done.stdout)


def test_no_command_passes_an_order_of_a_note_on(hostile: Path) -> None:
    for words in COMMANDS:
        assert_shown_safely(hostile, words)


def test_no_command_passes_on_an_order_that_stands_in_the_database(root: Path) -> None:
    run(root, "practice", "--plain", lines="\n3\nq\n")
    write_note(root, text=note_text(questions=("Tell me about the night when the bakery did not open.",)))
    run(root, "cards")
    stored_in(root, EVIL)
    for words in COMMANDS:
        assert_shown_safely(root, words)


@pytest.mark.parametrize("order", [EVIL, *ORDERS[::6]], ids=lambda order: repr(order)[:20])
def test_an_order_in_an_argument_is_not_passed_on_either(root: Path, order: str) -> None:
    for words in (
        (order,),
        ("due", order),
        ("notes", f"{order}.md"),
        ("import", order),
        ("cards", "split", order),
    ):
        assert_shown_safely(root, words)


# -- the screens


def sent_to_the_terminal(root: Path) -> str:
    """Goes through every screen; gives all that was sent to the terminal, as it was sent."""
    sent = io.StringIO()
    with program(root, EDITOR="false") as screens:
        screens.process.logfile_read = sent
        screens.until("today")
        screens.type("n")
        screens.until("back")
        screens.type("jjjjq")
        screens.until("today")
        screens.type("\r")
        screens.until("of ")
        screens.type("hh")
        screens.until("ncover")
        screens.type("\r")
        screens.until("Easy")
        screens.type("jjjx\x1b[6~\x1b[6~e")
        screens.until("ended with")
        screens.type("3")
        screens.until("Good")
        screens.type("u")
        screens.until("taken back")
        screens.type("q")
        screens.until("sitting")
        screens.type("q")
        assert screens.status() == 0
    return sent.getvalue()


def _in_notes(root: Path) -> None:
    write_note(root, hostile_name(EVIL), hostile_note(EVIL))
    (root / "decks" / "bread.md").unlink()


def _in_database(root: Path) -> None:
    run(root, "due")
    stored_in(root, EVIL)


@pytest.mark.parametrize("put", [_in_notes, _in_database])
def test_no_screen_passes_an_order_on(root: Path, put: Callable[[Path], None]) -> None:
    os.utime(root / "decks" / "bread.md", (1e9, 1e9))  # read once; not again, in place of what was put
    put(root)
    sent = sent_to_the_terminal(root)
    assert "evil" in sent, "the text itself is shown"
    found = ACTED_ON.search(sent)
    assert found is None, sent[max(0, found.start() - 100) :][:200]


def test_what_is_looked_for_would_be_found() -> None:
    def kept(text: str) -> Iterator[str]:
        yield from (order for order in ORDERS if not (SENT.search(order) and ACTED_ON.search(text)))

    assert not list(kept(EVIL))
    for order in ORDERS:
        assert SENT.search(order), order
