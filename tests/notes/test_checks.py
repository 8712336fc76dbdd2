"""Problems: well-formed notes have none; what is odd is named with its line and a remedy."""

import pytest

from interview_coach.cards.make import kinds_of
from interview_coach.notes.model import Failed, Ignored, Severity, SkillNote
from interview_coach.notes.reader import read_note
from tests.notes.reading import read

STORY = "## STAR story\n- S: a\n- T: b\n- A: c\n- R: d\n"
ASKED = "## Common questions\n- Why?\n\n"

WELL_FORMED = {
    "whole": (
        "# N\n"
        "\n"
        "## Description\n"
        "Text.\n"
        "\n"
        "## Quantifiable results\n"
        "| Metric | Value | Context |\n"
        "|--|--|--|\n"
        "| NPS | 72 | a |\n"
        "\n"
        "## Resume presence\n"
        "**How I typically phrase this skill:**\n"
        '> "Did it"\n'
        "\n"
        "**Variations by context:**\n"
        "| Context | Framing |\n"
        "|--|--|\n"
        '| Technical | "x y" |\n'
        "\n"
        "## Demonstrated in projects\n"
        "- [[A]] — b\n"
        "\n"
        "## Interview notes\n"
        "\n"
        "**Common questions:**\n"
        '1. "Why?"\n'
        "\n"
        "**Your STAR story:**\n"
        "- **Situation:** a\n- **Task:** b\n- **Action:** c\n- **Result:** d\n\n## ATS keywords\na, b\n"
    ),
    "questions alone": ASKED,
    "CAR": ASKED + "## Story\n- **Challenge:** a\n- **Action:** c\n- **Result:** d\n",
    "PAR": ASKED + "## Story\n- **Problem:** a\n- **Action:** c\n- **Result:** d\n",
    "figures in words": ASKED + "## Metrics\n- Churn: halved\n- Defects: zero\n",
    "qualitative impact": ASKED + "## Impact\n- Customers trust us again\n",
    "placeholder of a kind of card": ASKED,
}


@pytest.mark.parametrize("body", WELL_FORMED.values(), ids=WELL_FORMED.keys())
def test_well_formed_notes_have_no_problems(body: str) -> None:
    assert read(body).problems == ()


ODD = {
    "no questions": (f"# N\n\n{STORY}", 4, Severity.WARNING, "the note has no questions"),
    "empty section of questions": (
        (f"# N\n\n## Common questions\n\n{STORY}"),
        6,
        Severity.WARNING,
        "the note has no questions",
    ),
    "no result": (
        (f"{ASKED}## STAR story\n- S: a\n- T: b\n- A: c\n"),
        8,
        Severity.WARNING,
        "the story has no Result",
    ),
    "empty result": (
        (f"{ASKED}## STAR story\n- S: a\n- T: b\n- A: c\n- R:\n"),
        8,
        Severity.WARNING,
        "the story has no Result",
    ),
    "placeholder result": (
        (f"{ASKED}## STAR story\n- S: a\n- T: b\n- A: c\n- R: TBD\n"),
        8,
        Severity.WARNING,
        "the story has no Result",
    ),
    "no task and no result": (
        (f"{ASKED}## STAR story\n### Acme\n- S: a\n- A: c\n"),
        8,
        Severity.WARNING,
        'the story "Acme" has no Task or Result',
    ),
    "no situation in CAR": (
        (f"{ASKED}## STAR story\n- T: a\n- A: c\n- R: d\n"),
        8,
        Severity.WARNING,
        "the story has no Situation",
    ),
    "unlabelled story": (
        (f"{ASKED}## STAR story\nIt was hard, I fixed it.\n"),
        7,
        Severity.WARNING,
        "the story's parts are not labelled, so it was not read",
    ),
    "no figure": (
        (f"{ASKED}## Metrics\n- Trust: high\n"),
        8,
        Severity.WARNING,
        'the metric "Trust" has no figure',
    ),
    "empty section": (
        (f"{ASKED}## ATS keywords\n\n## Other\ntext\n"),
        7,
        Severity.INFO,
        'the section "ATS keywords" is empty',
    ),
    "three parts missing": (
        (f"{ASKED}## STAR story\n- S: a\n- T:\n- A:\n- R:\n"),
        8,
        Severity.WARNING,
        "the story has no Task, Action or Result",
    ),
    "story not written": (
        (f"{ASKED}**STAR story:**\n- **Situation:**\n- **Task:** ...\n- **Action:**\n- **Result:** TBD\n"),
        8,
        Severity.INFO,
        "the STAR story is not written yet",
    ),
    "bullet without a figure": (
        (f"{ASKED}## Metrics\nAll of last year.\n\n- 93% kept\n- everyone was happy\n"),
        11,
        Severity.WARNING,
        'the metric "everyone was happy" has no figure',
    ),
    "paragraph without a figure": (
        (f"{ASKED}## Metrics\nEveryone was happy\n"),
        8,
        Severity.WARNING,
        'the metric "Everyone was happy" has no figure',
    ),
    "table without a row": (
        (f"{ASKED}## Metrics\n| Metric | Value |\n|--|--|\n"),
        7,
        Severity.INFO,
        'the section "Metrics" is empty',
    ),
    "asked twice": (
        ("## Common questions\n- Why?\n- why\n"),
        6,
        Severity.INFO,
        "the question of line 5 is asked again",
    ),
    "mistyped heading": (
        ("## Comon questions\n- Why?\n"),
        4,
        Severity.INFO,
        '"Comon questions" was read as "common questions"',
    ),
    "mistyped label": (
        ("# N\n\n**Comon questions:**\n- Why?\n"),
        6,
        Severity.INFO,
        '"Comon questions" was read as "common questions"',
    ),
    "mistyped part": (
        (f"{ASKED}## STAR story\n- **Situtation:** a\n- **Task:** b\n- **Action:** c\n- **Result:** d\n"),
        8,
        Severity.INFO,
        '"Situtation" was read as Situation',
    ),
    "comment never closed": (
        (f"# N\n\n%% todo\n\n{ASKED}"),
        6,
        Severity.WARNING,
        "the comment that begins with %% is never closed; what follows was read as text",
    ),
    "HTML comment never closed": (
        (f"# N\n\n<!-- todo\n\n{ASKED}"),
        6,
        Severity.WARNING,
        "the comment that begins with <!-- is never closed; what follows was read as text",
    ),
    "fence never closed": (
        (f"# N\n\n```python\n\n{ASKED}"),
        6,
        Severity.WARNING,
        "the code fence that begins with ``` is never closed; what follows was read as text",
    ),
    "empty row": (
        (f"{ASKED}## Metrics\n| Metric | Value |\n|--|--|\n| NPS | 72 |\n| | |\n"),
        11,
        Severity.INFO,
        "the row of the table is empty",
    ),
}


@pytest.mark.parametrize(("body", "line", "severity", "message"), ODD.values(), ids=ODD.keys())
def test_says_what_is_odd_and_how_to_mend_it(body: str, line: int, severity: Severity, message: str) -> None:
    note = read(body)
    assert [(each.line, each.severity, each.message) for each in note.problems] == [(line, severity, message)]
    assert note.problems[0].hint


def test_what_is_odd_stops_nothing_else() -> None:
    for body, *_ in ODD.values():
        if "Why?" in body:
            assert [each.text for each in read(body).questions] == ["Why?"]


def test_a_note_just_made_is_told_in_hints_one_a_section() -> None:
    body = "# N\n\n## Metrics\n\n## Common questions\n\n## STAR\n- S:\n- T:\n- A:\n- R:\n\n## Keywords\n"
    note = read(body)
    assert note.stories == ()
    assert [(each.line, each.severity) for each in note.problems] == [
        (line, Severity.INFO) for line in (6, 8, 11, 16)
    ]


BROKEN = "---\ntype: skill\naliases: [a\n---\n"


def test_broken_frontmatter_over_nothing_is_the_only_fault() -> None:
    assert [each.severity for each in read("# N\n\n## Common questions\n", BROKEN).problems] == [Severity.ERROR]
    severities = [each.severity for each in read(f"# N\n\n{STORY}", BROKEN).problems]
    assert severities == [Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize(
    "word", ["questions", "Story-Part", "story_parts", "METRIC", "stories", "openers", "all", "none", "foo", ""]
)
def test_kinds_of_cards_are_known_as_cards_are_made_of_them(word: str) -> None:
    note = read(ASKED, f"---\ntype: skill\ncards: [question, {word}]\n---\n")
    refused = bool(note.problems)
    assert refused == (word == "foo")
    assert refused == (not kinds_of([word]) and word not in ("none", ""))


def test_a_file_that_is_not_utf_8_is_read_and_reported() -> None:
    note = read_note("a.md", "---\ntype: skill\n---\n## Common questions\n- Café – why?\n".encode("cp1252"))
    assert isinstance(note, SkillNote)
    assert note.questions[0].text == "Café – why?"
    assert [(each.line, each.severity) for each in note.problems] == [(5, Severity.WARNING)]


def test_text_of_few_known_letters_is_an_error() -> None:
    text = "---\ntype: skill\n---\n## Вопросы\n- Почему вы хотите у нас работать?\n"
    note = read_note("a.md", text.encode("cp1251"))
    assert isinstance(note, SkillNote)
    assert [(each.line, each.severity) for each in note.problems if "UTF-8" in each.message] == [
        (4, Severity.ERROR)
    ]
    untyped = read_note("a.md", text.partition("---\n## ")[2].encode("cp1251"))
    assert isinstance(untyped, Ignored)
    assert untyped.reason.startswith("not UTF-8 text")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark_are_named(encoding: str) -> None:
    failed = read_note("a.md", f"---\ntype: skill\n---\n{ASKED}".encode(encoding))
    assert isinstance(failed, Failed)
    assert encoding[:6].upper() in failed.message
    assert "UTF-8" in failed.hint
    ignored = read_note("a.md", "# A diary\n\nToday it rained.\n".encode(encoding))
    assert isinstance(ignored, Ignored)
    assert encoding[:6].upper() in ignored.reason
