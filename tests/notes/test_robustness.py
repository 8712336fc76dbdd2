"""Whatever the bytes are, reading ends, soon, without raising, and the texts are fit for a screen."""

import re
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.notes.model import Failed, Ignored, SkillNote
from interview_coach.notes.reader import FAULT, read_note
from tests.notes.reading import FRONTMATTER, read

UNFIT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u206f\ufeff]")

FRAGMENTS = st.sampled_from(
    [
        "# ",
        "## ",
        "### ",
        "- ",
        "  - ",
        "    - ",
        "\t- ",
        "1. ",
        "10) ",
        "> ",
        "> [!question] ",
        "> [!note]- ",
        "| ",
        " | ",
        "|--|--|\n",
        "---\n",
        "===\n",
        "```\n",
        "~~~\n",
        "%%",
        "<!--",
        "-->",
        "[[",
        "]]",
        "[[a|b]]",
        "![[x.png]]",
        "**",
        "*",
        "_",
        "==",
        "~~",
        "`",
        "``",
        "$",
        "$$\n",
        "\\",
        "\n",
        ("\n\n"),
        "  \n",
        "\r\n",
        "\r",
        ": ",
        "：",
        "::",
        " — ",
        " - ",
        "?",
        "？",
        ".",
        '"',
        "“",
        "”",
        "'",
        "(",
        ")",
        "[",
        "]",
        "[^1]",
        "[^1]: ",
        "^[",
        "^id",
        "#tag ",
        "&amp;",
        "&#27;",
        "&#x202e;",
        "<br>",
        "<b>",
        "<details>",
        "<summary>",
        "\x1b[31m",
        "\x00",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\x85",
        "Common questions",
        "Interview notes",
        "STAR story",
        "Situation",
        "Task",
        "Action",
        "Result",
        "S",
        "A",
        "Q: ",
        "A: ",
        "S: ",
        "Learning",
        "Quantifiable results",
        "Metric",
        "Value",
        "Keywords",
        "Resume",
        "Projects",
        "Variations by context",
        "Technical audience",
        "13/14",
        "~10 days",
        "93%",
        "Tell me about it",
        "Why",
        "I did it",
        "key:: value",
        "{{x}}",
        "<% y %>",
        "TODO",
        "👩\u200d💻",
        "状況",
        "الموقف",
        "word ",
        "another word ",
    ]
)


def texts(value: object) -> Iterator[str]:
    """Every text within a result."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


# Hypothesis' own deadline is by the wall clock, which a loaded machine cannot keep.
unhurried = settings(deadline=None)


def assert_fit(result: SkillNote | Ignored | Failed) -> None:
    """No text holds a control character but line ends, an escape, or a mark that reorders."""
    assert not (isinstance(result, Failed) and result.hint == FAULT), result.message
    for text in texts(result):
        assert not UNFIT.search(text), text
        text.encode()


@unhurried
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert_fit(read_note("a.md", data))


@unhurried
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    assert_fit(read_note("a.md", f"{FRONTMATTER}## Common questions\n{text}".encode("utf-8", "surrogatepass")))


@settings(max_examples=400, deadline=None)
@given(st.lists(FRAGMENTS, max_size=60))
def test_any_markdown(fragments: list[str]) -> None:
    data = (FRONTMATTER + "".join(fragments)).encode()
    result = read_note("a.md", data)
    assert_fit(result)
    if isinstance(result, SkillNote):
        last = len(re.split("\r\n|\r|\n", data.decode()))
        lines = [each.line for each in result.questions] + [each.line for each in result.stories]
        lines += [each.line for each in result.metrics] + [each.line for each in result.problems]
        assert all(1 <= line <= last for line in lines)


@unhurried
@given(st.lists(FRAGMENTS, max_size=20))
def test_any_frontmatter(fragments: list[str]) -> None:
    assert_fit(read_note("a.md", f"---\ntype: skill\n{''.join(fragments)}\n---\n# N\n".encode()))


QUESTIONS = "Common questions\n\n1. “Why us?”\n2. Tell me about *it*.\n\n   We met.\n"
STORY = "STAR story\n\n- **Situation:** a b\n- **Task:** c d\n- **Action:** e f\n  - g\n- **Result:** h i\n"
METRICS = "Quantifiable results\n\n| Metric | Value | Context |\n|---|---|---|\n| Rate | 13/14 | x |\n"
KEYWORDS = "ATS keywords\n\nOne, Two\n"
PROJECTS = "Demonstrated in projects\n\n- [[A]] — b\n"
SECTIONS = (QUESTIONS, STORY, METRICS, KEYWORDS, PROJECTS)


def gist(note: SkillNote) -> tuple[object, ...]:
    """What a note says, without lines."""
    return (
        [(each.text, each.answer) for each in note.questions],
        [(each.title, each.situation, each.task, each.action, each.result) for each in note.stories],
        [(each.name, each.value, each.context) for each in note.metrics],
        note.keywords,
        [(each.name, each.evidence) for each in note.projects],
        [each.message for each in note.problems],
    )


def whole(order: list[str], level: int) -> str:
    """A note of these sections in this order, their headings of this level."""
    return "# N\n\n" + "\n".join(f"{'#' * level} {section}" for section in order)


@unhurried
@given(
    st.permutations(SECTIONS),
    st.integers(min_value=2, max_value=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(
        [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")]
    ),
)
def test_order_level_line_ends_and_encoding_change_nothing(
    order: list[str], level: int, ends: str, encoding: tuple[str, bytes]
) -> None:
    expected = read(whole(list(SECTIONS), 2))
    text = (FRONTMATTER + whole(order, level)).replace("\n", ends)
    note = read_note("Negotiation.md", encoding[1] + text.encode(encoding[0]))
    assert isinstance(note, SkillNote)
    assert gist(note) == gist(expected)
    lines = re.split("\r\n|\r|\n", text)
    assert [
        "Why us?" in lines[each.line - 1] or "Tell me" in lines[each.line - 1] for each in note.questions
    ] == [True, True]
    assert "Situation" in lines[note.stories[0].line - 1]
    assert "13/14" in lines[note.metrics[0].line - 1]


HOSTILE = {
    "brackets": "[" * 100_000,
    "double brackets": "[[" * 50_000,
    "stars": "*" * 100_000,
    "star words": "*a_ " * 25_000,
    "quotes": "> " * 50_000,
    "quote lines": (">" * 50 + "a\n") * 2_000,
    "pipes": "|" * 1_000_000,
    "wide table": "|a" * 3_000 + "|\n" + "|-" * 3_000 + "|\n",
    "long table": "| a | b |\n|--|--|\n" + "| c | 1 |\n" * 90_000,
    "deep list": "".join(f"{'  ' * depth}- a\n" for depth in range(700)),
    "long list": "- a\n" * 200_000,
    "headings": "# a\n" * 200_000,
    "mistyped headings": "".join(f"## Comon questons {at}\n" for at in range(20_000)),
    "backticks": "".join("`" * (at % 90 + 1) + " " for at in range(8_000)),
    "dollars": "$a " * 100_000,
    "angles": "<a " * 100_000,
    "comments": "%% " * 100_000,
    "HTML comments": "<!-- " * 100_000,
    "fences": "```\n" * 100_000,
    "tags": "#a " * 100_000,
    "fields": "[a:: " * 100_000,
    "wrapped paragraph": "aa bb cc\n" * 100_000,
    "figures": "1,111" * 100_000,
    "one word": "x" * 1_000_000,
    "from and to": "de 1 a 1 " * 100_000,
    "brackets with names": "[Situation] x\n" * 70_000,
    "metrics in a story": "## STAR\n" + "- **Metrics:** 1 a\n" * 50_000,
    "results again": "## STAR\n" + "- Result: a\n\n**Results**\n- 1\n\n" * 20_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_notes_are_read_in_bounded_time(body: str) -> None:
    for section in ("",) if body.startswith("## ") else ("## Common questions\n", "## Metrics\n"):
        started = time.process_time()  # a busy neighbour on the same core can double it
        read_note("a.md", (FRONTMATTER + section + body).encode()[: 1 << 20])
        assert time.process_time() - started < 6


def test_too_many_lines_and_too_long_lines_are_said() -> None:
    assert [each.severity for each in read("## Common questions\n- Why?\n" + "\n" * 30_000).problems] == [
        "error"
    ]
    assert "characters" in read(f"## Common questions\n- Why?\n\n{'x' * 20_000}\n").problems[0].message


def test_binary_files_are_ignored() -> None:
    for data in (b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(256)) * 20, b"\x00" * 100):
        assert read_note("a.md", data) == Ignored("a.md", "not text")


def test_reading_is_quick() -> None:
    data = (FRONTMATTER + whole(list(SECTIONS), 2)).encode()
    read_note("a.md", data)
    started = time.process_time()
    for _ in range(20):
        read_note("a.md", data)
    assert (time.process_time() - started) / 20 < 0.05
