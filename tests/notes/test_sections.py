"""Phrasings, projects, related skills, keywords and the simpler sections."""

import pytest

from tests.notes.reading import read

TECH, PLAIN, LEAD = "Traced root causes", "Kept customers", "Protected 93% of revenue"
RESUME = "Resolved 13 of 14 escalations"

PHRASINGS = {
    "table": (
        "| Context | Framing |\n"
        "|--|--|\n"
        f'| Technical audience | "{TECH}" |\n'
        f'| Non-technical audience | "{PLAIN}" |\n'
        f'| Leadership focus | "{LEAD}" |\n'
    ),
    "table turned": (
        "| How I say it | For |\n"
        "|--|--|\n"
        f"| {TECH} | Engineers |\n"
        f"| {PLAIN} | Non-technical people |\n"
        f"| {LEAD} | Executives |\n"
    ),
    "table without names": (
        "| | |\n"
        "|--|--|\n"
        f"| Technical | {TECH} on all accounts |\n"
        f"| Non-technical | {PLAIN} happy and calm |\n"
        f"| Leadership | {LEAD} |\n"
    )
    .replace(" on all accounts", "")
    .replace(" happy and calm", ""),
    "bullets": (
        f'- **Technical audience:** "{TECH}"\n'
        f'- **Non-technical audience:** "{PLAIN}"\n'
        f'- **Leadership:** "{LEAD}"\n'
    ),
    "plain bullets": f"- Technical: {TECH}\n- Non-technical: {PLAIN}\n- Executives: {LEAD}\n",
    "dashes": f"- For engineers – {TECH}\n- Non-technical – {PLAIN}\n- Leadership – {LEAD}\n",
    "headings": f"### Technical\n{TECH}\n### Non-technical\n> {PLAIN}\n### Leadership\n- {LEAD}\n",
    "bold labels": (
        "**Technical audience**\n"
        "\n"
        f'> "{TECH}"\n'
        "\n"
        "**Non-technical audience**\n"
        "\n"
        f'> "{PLAIN}"\n'
        "\n"
        "**Leadership**\n"
        "\n"
        f"> {LEAD}\n"
    ),
    "lines": f"Technical: {TECH}\nNon-technical: {PLAIN}\nLeadership: {LEAD}\n",
    "nested": f"- Technical\n  - {TECH}\n- Non-technical\n  - {PLAIN}\n- C-suite\n  - {LEAD}\n",
    "callouts": (
        "> [!quote] Technical\n"
        f"> {TECH}\n"
        "\n"
        "> [!quote] Non-technical\n"
        f"> {PLAIN}\n"
        "\n"
        "> [!quote] Leadership\n"
        f"> {LEAD}\n"
    ),
}


@pytest.mark.parametrize("body", PHRASINGS.values(), ids=PHRASINGS.keys())
def test_reads_phrasings_by_audience(body: str) -> None:
    note = read(f"## Variations by context\n{body}")
    assert [(each.audience, each.text) for each in note.phrasings] == [
        ("technical", TECH),
        ("non-technical", PLAIN),
        ("leadership", LEAD),
    ]


RESUMES = {
    "quotation": f'**How I typically phrase this skill:**\n> "{RESUME}"\n',
    "quotation alone": f"## Resume presence\n\n**Appears in:** 25/25 variants\n\n> “{RESUME}”\n",
    "bullet": f"## Resume bullets\n- {RESUME}\n",
    "label with text": f"**Resume line:** {RESUME}\n",
    "paragraph": f"### CV line\n{RESUME}\n",
    "callout": f"> [!quote] Resume phrasing\n> {RESUME}\n",
    "among variations": f"## Phrasing\n- Resume: {RESUME}\n",
}


@pytest.mark.parametrize("body", RESUMES.values(), ids=RESUMES.keys())
def test_reads_the_resume_line(body: str) -> None:
    assert [(each.audience, each.text) for each in read(body).phrasings] == [("resume line", RESUME)]


def test_other_audiences_keep_the_note_s_words() -> None:
    note = read(
        "## Variations by audience\n- Recruiters: Calm in storms\n\n## Elevator pitch\nI fix what burns.\n"
    )
    assert [(each.audience, each.text) for each in note.phrasings] == [
        ("Recruiters", "Calm in storms"),
        ("Elevator pitch", "I fix what burns."),
    ]


PROJECTS = {
    "links with dashes": "- [[Save Program]] — Kept 13 of 14\n- [[RMS Fix]] - Found the cause\n",
    "links with colons": "- [[Save Program]]: Kept 13 of 14\n- [[RMS Fix]]: Found the cause\n",
    "aliases": "- [[2023/Save|Save Program]] – Kept 13 of 14\n- [[Work/RMS Fix#Result]] – Found the cause\n",
    "brackets": "- [[Save Program]] (Kept 13 of 14)\n- [[RMS Fix]] (Found the cause)\n",
    "bold links": "- **[[Save Program]]** — Kept 13 of 14\n- **[[RMS Fix]]**: Found the cause\n",
    "bold names": "- **Save Program** — Kept 13 of 14\n- **RMS Fix:** Found the cause\n",
    "plain names": "- Save Program — Kept 13 of 14\n- RMS Fix: Found the cause\n",
    "nested": "- [[Save Program]]\n  - Kept 13 of 14\n- [[RMS Fix]]\n  - Found the cause\n",
    "groups": (
        "**Primary evidence:**\n"
        "- [[Save Program]] — Kept 13 of 14\n"
        "\n"
        "**Supporting evidence:**\n"
        "- [[RMS Fix]] — Found the cause\n"
    ),
    "group headings": (
        "### Primary\n- [[Save Program]] — Kept 13 of 14\n### Supporting\n- [[RMS Fix]] — Found the cause\n"
    ),
    "table": (
        "| Project | Evidence |\n"
        "|--|--|\n"
        "| [[Save Program]] | Kept 13 of 14 |\n"
        "| [[RMS Fix]] | Found the cause |\n"
    ),
    "lines": "[[Save Program]] — Kept 13 of 14\n[[RMS Fix]] — Found the cause\n",
    "headings": "### [[Save Program]]\nKept 13 of 14\n\n### [[RMS Fix]]\nFound the cause\n",
    "Markdown links": "- [Save Program](a.md) — Kept 13 of 14\n- [RMS Fix](<b c.md>) — Found the cause\n",
    "embeds": "- ![[Save Program]] — Kept 13 of 14\n- ![[RMS Fix]] — Found the cause\n",
}


@pytest.mark.parametrize("body", PROJECTS.values(), ids=PROJECTS.keys())
def test_reads_projects_with_their_evidence(body: str) -> None:
    note = read(f"## Demonstrated in projects\n{body}")
    assert [(each.name, each.evidence) for each in note.projects] == [
        ("Save Program", "Kept 13 of 14"),
        ("RMS Fix", "Found the cause"),
    ]


def test_projects_on_one_line_are_several() -> None:
    listed = read("## Projects\n**Primary evidence:** [[A]] — a b; [[B]]\n**Supporting:** [[C]]\n").projects
    assert [(each.name, each.evidence) for each in listed] == [("A", "a b"), ("B", ""), ("C", "")]
    assert [each.name for each in read("## Projects\n[[A]], [[B|Bee]] and [[C]]\n").projects] == [
        "A",
        "Bee",
        "C",
    ]


KEYWORDS = {
    "line": "Risk Mitigation, CRM (Salesforce, HubSpot), C++\n",
    "line with a full stop": "Risk Mitigation, CRM (Salesforce, HubSpot), and C++.\n",
    "semicolons": "Risk Mitigation; CRM (Salesforce, HubSpot); C++\n",
    "lines": "Risk Mitigation\nCRM (Salesforce, HubSpot)\nC++\n",
    "wrapped line": "Risk Mitigation, CRM (Salesforce,\nHubSpot), C++\n",
    "bullets": "- Risk Mitigation\n- CRM (Salesforce, HubSpot)\n- C++\n",
    "bullets of several": "- Risk Mitigation, CRM (Salesforce, HubSpot)\n- C++\n",
    "code": "`Risk Mitigation` `CRM (Salesforce, HubSpot)` `C++`\n",
    "code with commas": "`Risk Mitigation`, `CRM (Salesforce, HubSpot)`, `C++`\n",
    "middots": "Risk Mitigation · CRM (Salesforce, HubSpot) · C++\n",
    "pipes": "Risk Mitigation | CRM (Salesforce, HubSpot) | C++\n",
    "ideographic commas": "Risk Mitigation、CRM (Salesforce, HubSpot)、C++\n",
    "groups": "**Soft:** Risk Mitigation\n**Hard:** CRM (Salesforce, HubSpot), C++\n",
    "bold": "**Risk Mitigation**, *CRM (Salesforce, HubSpot)*, C++\n",
    "links": "[[Risk Mitigation]], [[CRM|CRM (Salesforce, HubSpot)]], C++\n",
    "block of code": "```\nRisk Mitigation, CRM (Salesforce, HubSpot), C++\n```\n",
    "quotation": "> Risk Mitigation, CRM (Salesforce, HubSpot), C++\n",
    "table": "| Keyword | Seen |\n|--|--|\n| Risk Mitigation | |\n| CRM (Salesforce, HubSpot) | |\n| C++ | |\n",
    "repeated": "Risk Mitigation, CRM (Salesforce, HubSpot), C++, risk mitigation\n",
}


@pytest.mark.parametrize("body", KEYWORDS.values(), ids=KEYWORDS.keys())
def test_reads_keywords(body: str) -> None:
    assert read(f"## ATS Keywords\n{body}").keywords == ("Risk Mitigation", "CRM (Salesforce, HubSpot)", "C++")


def test_reads_keywords_from_hashtags_and_labels() -> None:
    assert read("## Keywords\n#churn #risk-mitigation #save/motion\n").keywords == (
        "churn",
        "risk-mitigation",
        "save/motion",
    )
    assert read("## Keywords\nchurn, deck design #risk #save/motion\n").keywords == (
        "churn",
        "deck design",
        "risk",
        "save/motion",
    )
    assert read("**Keywords:** the #churn list; risk; #save\n").keywords == ("the churn list", "risk", "save")
    assert read("**ATS keywords:** churn, risk\n").keywords == ("churn", "risk")
    assert read("keywords:: churn, risk\n").keywords == ("churn", "risk")


def test_reads_the_plainer_sections() -> None:
    note = read(
        "# Negotiation\n\n## Overview\nWhat it *is*.\n\nAnd more.\n\n"
        "## Proficiency\n| Dimension | Level | Notes |\n|--|--|--|\n| Theory | ⭐⭐⭐⭐☆ | Harvard |\n\n"
        "**Self-assessment:** Expert, 9 of 10.\n\n"
        "### Specific Accomplishments\n- Won **two** deals\n- At Acme:\n  - Saved it\n  - Grew it\n\n"
        "## Related skills\n### Parent\n- [[Sales|Selling]]\n### Siblings\n- Listening — often\n"
    )
    assert (note.title, note.line) == ("Negotiation", 4)
    assert note.description == "What it is.\n\nAnd more."
    assert [(each.dimension, each.level, each.remark) for each in note.dimensions] == [
        ("Theory", "⭐⭐⭐⭐☆", "Harvard")
    ]
    assert note.self_assessment == "Expert, 9 of 10."
    assert note.accomplishments == ("Won two deals", "Saved it", "Grew it")
    assert note.related == ("Selling", "Listening")


ACHIEVED = {
    "bullets": "- Won two deals\n- Saved Acme\n",
    "numbers": "1. Won two deals\n2. Saved Acme\n",
    "paragraphs": "Won two deals\n\nSaved Acme\n",
    "lines": "Won two deals\nSaved Acme\n",
    "lead-in": "In 2023 I:\n- Won two deals\n- Saved Acme\n",
    "table": "| Accomplishment |\n|--|\n| Won two deals |\n| Saved Acme |\n",
    "groups": "#### 2023\n- Won two deals\n#### 2024\n- Saved Acme\n",
}


@pytest.mark.parametrize("section", ["## Key achievements", "### Specific Accomplishments", "## 🏆 Highlights"])
@pytest.mark.parametrize("body", ACHIEVED.values(), ids=ACHIEVED.keys())
def test_reads_accomplishments(section: str, body: str) -> None:
    assert read(f"# N\n\n{section}\n\n{body}").accomplishments == ("Won two deals", "Saved Acme")


def test_reads_accomplishments_under_a_label() -> None:
    assert read("# N\n\n**Wins:**\n- Won two deals\n").accomplishments == ("Won two deals",)


TITLES = {
    "# Negotiation\n\n## STAR story\n": "Negotiation",
    "# **Negotiation** [[x|skills]] #tag\n": "Negotiation skills",
    "Negotiation\n===\n": "Negotiation",
    "## Negotiation\n\n## STAR story\n": "Negotiation",
    "## STAR story\n\n## Keywords\n": "Deal making",
    "# STAR story\nS: a\n\n# Keywords\na\n": "Deal making",
    "# Metrics\n\n## Common questions\n": "Metrics",
    "": "Deal making",
}


@pytest.mark.parametrize(("body", "title"), TITLES.items())
def test_the_title_is_the_first_heading_s_or_the_file_s(body: str, title: str) -> None:
    assert read(body, path="notes/Deal making.md").title == title
