"""Quantified results as people write them."""

import pytest

from tests.notes.reading import measured, read

RATE = ("Resolution rate", "13/14", "Without concessions")
TIME = ("Average resolution", "~10 days", "Business days")
BOTH = [RATE, TIME]
BARE = [("Resolution rate", "13/14", ""), ("Average resolution", "~10 days", "")]

TABLES = {
    "as in the template": (
        "| Metric | Value | Context |\n"
        "|---|---|---|\n"
        "| Resolution rate | 13/14 | Without concessions |\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "other order": (
        "| Value | Context | Metric |\n"
        "|---|---|---|\n"
        "| 13/14 | Without concessions | Resolution rate |\n"
        "| ~10 days | Business days | Average resolution |\n"
    ),
    "other names": (
        "| KPI | Figure | Notes |\n"
        "|---|---|---|\n"
        "| Resolution rate | 13/14 | Without concessions |\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "metric and result": (
        "| Metric | Result | Details |\n"
        "|---|---|---|\n"
        "| Resolution rate | 13/14 | Without concessions |\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "result and value": (
        "| Result | Value | Details |\n"
        "|---|---|---|\n"
        "| Resolution rate | 13/14 | Without concessions |\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "unknown names": (
        "| Foo | Bar | Baz |\n"
        "|---|---|---|\n"
        "| Resolution rate | 13/14 | Without concessions |\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "no names": (
        "| | | |\n"
        "|---|---|---|\n"
        "| Resolution rate | 13/14 | Without concessions |\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "no outer pipes": (
        "Metric | Value | Context\n"
        "--- | :-: | ---:\n"
        "Resolution rate | 13/14 | Without concessions\n"
        "Average resolution | ~10 days | Business days\n"
    ),
    "no delimiter row": (
        "| Resolution rate | 13/14 | Without concessions |\n| Average resolution | ~10 days | Business days |\n"
    ),
    "delimiter row too short": (
        "| Metric | Value | Context |\n"
        "|---|---|\n"
        "| Resolution rate | 13/14 | Without concessions |\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "header of figures": (
        "| Resolution rate | 13/14 | Without concessions |\n"
        "|---|---|---|\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "numbered": (
        "| # | Metric | Value | Context |\n"
        "|---|---|---|---|\n"
        "| 1 | Resolution rate | 13/14 | Without concessions |\n"
        "| 2 | Average resolution | ~10 days | Business days |\n"
    ),
    "emphasis": (
        "| **Metric** | *Value* | Context |\n"
        "|---|---|---|\n"
        "| Resolution rate | **13/14** | _Without concessions_ |\n"
        "| **Average resolution** | `~10 days` | ==Business days== |\n"
    ),
    "empty row": (
        "| Metric | Value | Context |\n"
        "|---|---|---|\n"
        "| Resolution rate | 13/14 | Without concessions |\n"
        "| | | |\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "full-width pipes": (
        "｜Metric｜Value｜Context｜\n"
        "｜---｜---｜---｜\n"
        "｜Resolution rate｜13/14｜Without concessions｜\n"
        "｜Average resolution｜~10 days｜Business days｜\n"
    ),
    "turned": (
        "| Resolution rate | Average resolution |\n"
        "|---|---|\n"
        "| 13/14 | ~10 days |\n"
        "| Without concessions | Business days |\n"
    ),
    "in a callout": (
        "> | Metric | Value | Context |\n"
        "> |---|---|---|\n"
        "> | Resolution rate | 13/14 | Without concessions |\n"
        "> | Average resolution | ~10 days | Business days |\n"
    ),
    "German": (
        "| Kennzahl | Wert | Kontext |\n"
        "|---|---|---|\n"
        "| Resolution rate | 13/14 | Without concessions |\n"
        "| Average resolution | ~10 days | Business days |\n"
    ),
    "bullets with brackets": (
        "- Resolution rate: 13/14 (Without concessions)\n- Average resolution: ~10 days (Business days)\n"
    ),
    "bullets with dashes": (
        "- **Resolution rate:** 13/14 — Without concessions\n"
        "- **Average resolution:** ~10 days – Business days\n"
    ),
    "bullets with commas": (
        "- Resolution rate: 13/14, Without concessions\n- Average resolution: ~10 days, Business days\n"
    ),
    "bullets with equals": (
        "- Resolution rate = 13/14 (Without concessions)\n- Average resolution = ~10 days (Business days)\n"
    ),
    "lines": "Resolution rate: 13/14 (Without concessions)\nAverage resolution: ~10 days (Business days)\n",
    "nested context": (
        "- Resolution rate: 13/14\n  - Without concessions\n- Average resolution: ~10 days\n  - Business days\n"
    ),
    "nested fields": (
        "- Resolution rate\n"
        "  - Value: 13/14\n"
        "  - Context: Without concessions\n"
        "- Average resolution\n"
        "  - Value: ~10 days\n"
        "  - Context: Business days\n"
    ),
    "fields": "Resolution rate:: 13/14 (Without concessions)\nAverage resolution:: ~10 days (Business days)\n",
    "full-width colons": (
        "- Resolution rate：13/14（Without concessions）\n- Average resolution：~10 days（Business days）\n"
    ),
}


@pytest.mark.parametrize("body", TABLES.values(), ids=TABLES.keys())
def test_reads_names_values_and_contexts(body: str) -> None:
    assert measured(f"## Quantifiable results\n{body}") == BOTH


LINES = {
    "93% of revenue protected": ("revenue protected", "93%", ""),
    "**93%** of revenue protected": ("revenue protected", "93%", ""),
    "**~10 days** average resolution": ("average resolution", "~10 days", ""),
    "93% — revenue protected": ("revenue protected", "93%", ""),
    "93%: revenue protected (of escalated accounts)": ("revenue protected", "93%", "of escalated accounts"),
    "**93%** - revenue protected": ("revenue protected", "93%", ""),
    "Revenue protected: 93%": ("Revenue protected", "93%", ""),
    "Revenue protected — 93%": ("Revenue protected", "93%", ""),
    "Revenue protected - **93%**": ("Revenue protected", "93%", ""),
    "**Revenue protected** 93%": ("Revenue protected", "93%", ""),
    "Revenue protected: **93%** of escalated accounts": ("Revenue protected", "93%", "of escalated accounts"),
    "Resolution rate: 13/14 without commercial concessions": (
        "Resolution rate",
        "13/14",
        "without commercial concessions",
    ),
    "Resolution rate: 13 of 14": ("Resolution rate", "13 of 14", ""),
    "Resolution rate: 13 out of 14 (93%)": ("Resolution rate", "13 out of 14", "93%"),
    "Average resolution: ~10 business days": ("Average resolution", "~10 business days", ""),
    "Time to resolve: from 40 to 15 days": ("Time to resolve", "from 40 to 15 days", ""),
    "Time to resolve: 40 → 15 days": ("Time to resolve", "40 → 15 days", ""),
    "Pipeline: $1.2M ARR across EMEA": ("Pipeline", "$1.2M ARR", "across EMEA"),
    "Reduced churn by 40%": ("Reduced churn", "40%", ""),
    "Reduced churn by **40%** in 2023": ("Reduced churn", "40%", "in 2023"),
    "In 2023, reduced churn by 40%": ("In 2023, reduced churn", "40%", ""),
    "Cut onboarding from 40 to 15 days": ("Cut onboarding", "from 40 to 15 days", ""),
    "NPS 72": ("NPS", "72", ""),
    "NPS: 72 (industry: 41)": ("NPS", "72", "industry: 41"),
    "Q3 revenue: $2,500,000": ("Q3 revenue", "$2,500,000", ""),
    "Throughput tripled": ("Throughput", "tripled", ""),
    "Throughput: 3x": ("Throughput", "3x", ""),
    "Resolved 13 of 14 executive escalations": ("Resolved … executive escalations", "13 of 14", ""),
    "13 of 14 executive escalations resolved": ("executive escalations resolved", "13 of 14", ""),
    "Umsatz: 1,2 Mio. €": ("Umsatz", "1,2 Mio. €", ""),
    "売上：1.2億円（前年比）": ("売上", "1.2億円", "前年比"),
    "Uptime: 99.95 %": ("Uptime", "99.95 %", ""),
    "Team size: 5+ engineers": ("Team size", "5+ engineers", ""),
    "Ratio: 3:1": ("Ratio", "3:1", ""),
    "Defects: zero": ("Defects", "zero", ""),
    "Response time: <2h": ("Response time", "<2h", ""),
    "Cost: -18% YoY": ("Cost", "-18%", "YoY"),
    "Saved £40k/year": ("Saved", "£40k/year", ""),
}


@pytest.mark.parametrize(("line", "expected"), LINES.items(), ids=LINES.keys())
def test_reads_a_bullet(line: str, expected: tuple[str, str, str] | None) -> None:
    assert measured(f"## Key numbers\n- {line}\n") == ([expected] if expected else [])


SECTIONS = [
    "## Quantified results",
    "### Metrics",
    "**Key metrics:**",
    "## Impact",
    "## 📊 Results",
    "## By the numbers",
    "> [!abstract] Metrics",
    "## KPIs & metrics",
    "## Measurable outcomes of this skill",
    "## Kennzahlen",
    "## 数字",
]


@pytest.mark.parametrize("section", SECTIONS)
def test_finds_the_section(section: str) -> None:
    quoted = "> " if section.startswith(">") else ""
    assert measured(f"{section}\n{quoted}- NPS: 72\n") == [("NPS", "72", "")]


OTHERS = {
    "two columns": (
        ("| Metric | Value |\n|--|--|\n| Resolution rate | 13/14 |\n| Average resolution | ~10 days |\n"),
        BARE,
    ),
    "two columns, value first": ("| 13/14 | Resolution rate |\n| ~10 days | Average resolution |\n", BARE),
    "before and after": (
        ("| Metric | Before | After |\n|--|--|--|\n| Onboarding | 40 days | 15 days |\n"),
        [("Onboarding", "40 days → 15 days", "")],
    ),
    "before, after and change": (
        ("| Metric | Before | After | Change |\n|--|--|--|--|\n| Onboarding | 40 | 15 | -62% |\n"),
        [("Onboarding", "40 → 15", "-62%")],
    ),
    "escaped pipe": (
        ("| Metric | Value |\n|--|--|\n| Wins \\| losses | 13 \\| 1 |\n"),
        [("Wins | losses", "13 | 1", "")],
    ),
    "link with a pipe": (
        ("| Metric | Value |\n|--|--|\n| [[Wins|Won deals]] | 13 |\n"),
        [("Won deals", "13", "")],
    ),
    "two contexts": (
        ("| Metric | Value | When | Source |\n|--|--|--|--|\n| NPS | 72 | 2023 | survey |\n"),
        [("NPS", "72", "2023; survey")],
    ),
    "groups": (
        ("- Support:\n  - NPS: 72\n  - Backlog: 3 days\n"),
        [("NPS", "72", ""), ("Backlog", "3 days", "")],
    ),
    "headings": ("### Resolution rate\n13/14\n### Average resolution\n~10 days\n", BARE),
    "lead-in": ("Numbers to land:\n- NPS: 72\n", [("NPS", "72", "")]),
    "mathematics": ("- Churn: $-18\\%$\n", [("Churn", "-18%", "")]),
    "money is no mathematics": ("- Budget: $40k to $15k\n", [("Budget", "$40k to $15k", "")]),
    "bullets apart": ("- NPS: 72\n\n- CSAT: 95%\n", [("NPS", "72", ""), ("CSAT", "95%", "")]),
    "units in compounds": (
        "- 12/12 month-end closes on time\n- 40 hour-long sessions held\n"
        "- 5 week turnaround\n- 4 x-rays an hour\n",
        [
            ("month-end closes on time", "12/12", ""),
            ("hour-long sessions held", "40", ""),
            ("turnaround", "5 week", ""),
            ("x-rays an hour", "4", ""),
        ],
    ),
    "text right under the table": (
        "| KPI | Figure |\n|--|--|\n| NPS | 72 |\nFrom the survey\n",
        [("NPS", "72", "")],
    ),
    "placeholder": ("- NPS: 72\n- \n- TBD\n", [("NPS", "72", "")]),
}


@pytest.mark.parametrize(("body", "expected"), OTHERS.values(), ids=OTHERS.keys())
def test_reads_other_results(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert measured(f"## Quantifiable results\n{body}") == expected


def test_lines_are_those_of_the_rows() -> None:
    body = f"## Quantifiable results\n{TABLES['as in the template']}\n- NPS: 72\n"
    assert [metric.line for metric in read(body).metrics] == [7, 8, 10]


def test_says_what_a_result_lacks() -> None:
    table = "| Metric | Value |\n|--|--|\n| Trust | high |\n| Churn | |\n| | 5% |\n| | |\n"
    note = read(f"## Common questions\n- Why?\n\n## Quantifiable results\n{table}")
    assert [(each.line, each.message) for each in note.problems] == [
        (10, 'the metric "Trust" has no figure'),
        (11, 'the metric "Churn" has no value'),
        (12, "the figure 5% has no name"),
        (13, "the row of the table is empty"),
    ]
