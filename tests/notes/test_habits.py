"""Habits of people of many trades that no other test names."""

from tests.notes.reading import measured, parts, read

S, T, A, R = "It rained hard.", "Stay dry.", "I ran home.", "Dry in 5 min."
BULLETS = f"- Situation: {S}\n- Task: {T}\n- Action: {A}\n- Result: {R}\n"
STORY = [("", S, T, A, R, "")]


def test_parts_in_brackets() -> None:
    assert parts(f"## STAR\n【状況】{S}\n【課題】{T}\n【行動】{A}\n【結果】{R}\n") == STORY
    assert parts(f"## STAR\n[Situation] {S}\n\n[Task] {T}\n\n[Action] {A}\n\n[Result] {R}\n") == STORY


def test_bold_parts_without_colons_on_one_line() -> None:
    assert parts(f"## STAR\n**Situation** {S} **Task** {T} **Action** {A} **Result** {R}\n") == STORY
    assert parts("## STAR\nThe **task** and the **action** led to a **result**.\n") == []


def test_a_story_right_after_a_list_of_questions() -> None:
    lines = BULLETS.replace("- ", "")
    for story in (BULLETS, lines, f"\n{lines}"):
        note = read(f"## Common questions\n1. Why us?\n2. How so?\n\n{story}")
        assert [(each.text, each.answer, each.story) for each in note.questions] == [
            ("Why us?", None, None),
            ("How so?", None, None),
        ]
        assert [each.result for each in note.stories] == [R]


def test_metrics_and_keywords_among_the_parts_of_a_story() -> None:
    note = read(f"## STAR\n{BULLETS}- **Metrics:** 5 min outside, 0 colds\n- **Keywords:** rain, running\n")
    assert [each.result for each in note.stories] == [R]
    assert [(each.name, each.value) for each in note.metrics] == [("outside", "5 min"), ("colds", "0")]
    assert note.keywords == ("rain", "running")


def test_titles_of_stories() -> None:
    assert parts(f"## STAR stories\n### 1️⃣ The storm\n{BULLETS}")[0][0] == "The storm"
    table = f"| | Challenge | Action | Result |\n|--|--|--|--|\n| The storm | {S} | {A} | {R} |\n"
    assert parts(f"## CAR stories\n{table}") == [("The storm", S, "", A, R, "")]


def test_properties_under_the_title() -> None:
    body = "# N\n\nCategory: soft\nProficiency: Expert\nTags: work\n\nGoing first.\n\n## Questions\n- Why?\n"
    note = read(body)
    assert (note.category, note.proficiency, note.description) == ("soft", "Expert", "Going first.")
    assert note.dimensions == ()
    assert read(body, "---\ntype: skill\ncategory: hard\n---\n").category == "hard"
    assert read("# N\n\nSituation: I like it: a lot\n\n## Questions\n- Why?\n").category == ""


def test_numbers_of_three_levels() -> None:
    note = read("## 1.2 Common questions\n\t1.2.1 Why us?\n\t1.2.2 How?\n\n## 1.3 Metrics\n\t1.3.1 NPS: 72\n")
    assert [each.text for each in note.questions] == ["Why us?", "How?"]
    assert [(each.name, each.value) for each in note.metrics] == [("NPS", "72")]


def test_columns_of_periods() -> None:
    table = "| KPI | Q1 | Q2 | Q3 |\n|--|--|--|--|\n| Lead time | 9d | 6d | 4d |\n| Deploys | 3 | | 15 |\n"
    assert measured(f"## Metrics\n{table}") == [
        ("Lead time", "9d → 6d → 4d", "Q1 → Q2 → Q3"),
        ("Deploys", "3 → 15", "Q1 → Q3"),
    ]
    assert measured("## Metrics\n| | 2023 | 2024 |\n|--|--|--|\n| eNPS | 12 | 41 |\n") == [
        ("eNPS", "12 → 41", "2023 → 2024")
    ]


def test_figures_in_compounds_and_rows() -> None:
    assert measured(
        "## Metrics\n- 4-day close (was 9)\n- 3 teams, 24 people\n- 93% kept, 4 years running\n"
    ) == [
        ("close", "4-day", "was 9"),
        ("teams", "3", ""),
        ("people", "24", ""),
        ("kept, 4 years running", "93%", ""),
    ]


def test_marks_and_queries_are_no_words() -> None:
    note = read(
        "# N\n\n`= this.level`\n\n**Questions I dread**\n❓ Why the gap?\n❓ Why now?\n\n"
        "## ATS keywords\nrest, work #keywords\n"
    )
    assert note.description == ""
    assert [each.text for each in note.questions] == ["Why the gap?", "Why now?"]
    assert note.keywords == ("rest", "work")


def test_topics_without_answers_among_those_with() -> None:
    note = read(
        "## Common questions\n### Conflict with a peer\nWe met twice.\n### Failure\n\n## Keywords\na, b\n"
    )
    assert [(each.text, each.answer) for each in note.questions] == [
        ("Conflict with a peer", "We met twice."),
        ("Failure", None),
    ]


def test_lines_without_headings() -> None:
    letters = f"S: {S}\nT: {T}\nA: {A}\nR: {R}\n"
    story = f"Story (STAR):\n{letters}"
    note = read(f"Questions they ask:\n1. Why?\n2. How?\n\n{story}\nNumbers:\n96k raised; 41 calls\n")
    assert [(each.text, each.answer) for each in note.questions] == [("Why?", None), ("How?", None)]
    assert [each.result for each in note.stories] == [R]
    assert [(each.name, each.value) for each in note.metrics] == [("raised", "96k"), ("calls", "41")]


def test_results_side_by_side_and_compared() -> None:
    assert measured("## Metrics\n11 mentored / 4 promoted\n3.4x ROAS, up from 1.9x\n") == [
        ("mentored", "11", ""),
        ("promoted", "4", ""),
        ("ROAS", "3.4x", "up from 1.9x"),
    ]


def test_a_title_with_the_time_it_was_made() -> None:
    assert read("# 202401051200 Writing clearly\n\n## Questions\n- Why?\n").title == "Writing clearly"
