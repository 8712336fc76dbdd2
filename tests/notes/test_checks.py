"""Problems: well-formed notes have none; what is odd is named with its line and a remedy."""

import pytest

from interview_coach.notes.model import Severity
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
        'the story "Acme" has no Task and no Result',
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
        Severity.WARNING,
        'the section "ATS keywords" is empty',
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


def test_a_file_that_is_not_utf_8_is_read_and_reported() -> None:
    from interview_coach.notes.model import SkillNote
    from interview_coach.notes.reader import read_note

    note = read_note("a.md", "---\ntype: skill\n---\n## Common questions\n- Café – why?\n".encode("cp1252"))
    assert isinstance(note, SkillNote)
    assert note.questions[0].text == "Café – why?"
    assert [(each.line, each.severity) for each in note.problems] == [(5, Severity.WARNING)]
