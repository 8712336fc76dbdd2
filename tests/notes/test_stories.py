"""STAR stories as people write them."""

import pytest

from tests.notes.reading import parts, read

S, T, A, R = (
    "A key account wanted out.",
    "Keep it without a discount.",
    "I met their CFO weekly.",
    "Renewed in 10 days.",
)
L = "Ask earlier."
STAR = [("", S, T, A, R, "")]

UNTITLED = {
    "bullets, bold, colons": f"- **Situation:** {S}\n- **Task:** {T}\n- **Action:** {A}\n- **Result:** {R}\n",
    "bullets, colon outside": f"- **Situation**: {S}\n- **Task**: {T}\n- **Action**: {A}\n- **Result**: {R}\n",
    "bullets, no colon": f"- **Situation** {S}\n- **Task** {T}\n- **Action** {A}\n- **Result** {R}\n",
    "bullets, dashes": f"- **Situation** - {S}\n- **Task** – {T}\n- **Action** — {A}\n- **Result** -- {R}\n",
    "bullets, plain": f"- Situation: {S}\n- Task: {T}\n- Action: {A}\n- Result: {R}\n",
    "bullets, plain dashes": f"- Situation - {S}\n- Task - {T}\n- Action - {A}\n- Result - {R}\n",
    "bullets, italic": f"- *Situation:* {S}\n- *Task:* {T}\n- _Action:_ {A}\n- _Result:_ {R}\n",
    "bullets, code": f"- `Situation`: {S}\n- `Task`: {T}\n- `Action`: {A}\n- `Result`: {R}\n",
    "bullets, upper case": f"- SITUATION: {S}\n- TASK: {T}\n- ACTION: {A}\n- RESULT: {R}\n",
    "broken bold": f"- **Situation: **{S}\n- **Task: **{T}\n- **Action: **{A}\n- **Result: **{R}\n",
    "numbered": f"1. Situation: {S}\n2. Task: {T}\n3. Action: {A}\n4. Result: {R}\n",
    "tasks": f"- [x] Situation: {S}\n- [x] Task: {T}\n- [ ] Action: {A}\n- [ ] Result: {R}\n",
    "paragraphs": f"**Situation:** {S}\n\n**Task:** {T}\n\n**Action:** {A}\n\n**Result:** {R}\n",
    "lines": f"Situation: {S}\nTask: {T}\nAction: {A}\nResult: {R}\n",
    "lines with hard breaks": f"**Situation:** {S}  \n**Task:** {T}  \n**Action:** {A}  \n**Result:** {R}\n",
    "labels above": f"**Situation**\n{S}\n\n**Task**\n{T}\n\n**Action**\n{A}\n\n**Result**\n{R}\n",
    "labels apart": f"**Situation:**\n\n{S}\n\n**Task:**\n\n{T}\n\n**Action:**\n\n{A}\n\n**Result:**\n\n{R}\n",
    "plain labels above": f"Situation:\n{S}\n\nTask:\n{T}\n\nAction:\n{A}\n\nResult:\n{R}\n",
    "headings": f"### Situation\n{S}\n### Task\n{T}\n### Action\n{A}\n### Result\n{R}\n",
    "headings of the same level": f"## Situation\n{S}\n## Task\n{T}\n## Action\n{A}\n## Results\n{R}\n",
    "letters": f"S: {S}\nT: {T}\nA: {A}\nR: {R}\n",
    "bold letters": f"**S** - {S}\n\n**T** - {T}\n\n**A** - {A}\n\n**R** - {R}\n",
    "bold letters with colons": f"- **S:** {S}\n- **T:** {T}\n- **A:** {A}\n- **R:** {R}\n",
    "letters with dashes": f"- S - {S}\n- T – {T}\n- A — {A}\n- R - {R}\n",
    "letters in brackets": f"- (S) {S}\n- (T) {T}\n- (A) {A}\n- (R) {R}\n",
    "letters with points": f"S. {S}\n\nT. {T}\n\nA. {A}\n\nR. {R}\n",
    "letters as headings": f"### S\n{S}\n### T\n{T}\n### A\n{A}\n### R\n{R}\n",
    "first letters bold": f"- **S**ituation: {S}\n- **T**ask: {T}\n- **A**ction: {A}\n- **R**esult: {R}\n",
    "letter and name": (
        f"- **S (Situation):** {S}\n- **T (Task):** {T}\n- **A (Action):** {A}\n- **R (Result):** {R}\n"
    ),
    "letter, dash, name": (
        f"- **S – Situation:** {S}\n- **T – Task:** {T}\n- **A – Action:** {A}\n- **R – Result:** {R}\n"
    ),
    "emoji": f"- 🎬 **Situation:** {S}\n- 🎯 **Task:** {T}\n- 🔨 **Action:** {A}\n- 🏆 **Result:** {R}\n",
    "shares": (
        f"- **Situation (15%):** {S}\n- **Task (10%):** {T}\n- **Action (55%):** {A}\n- **Result (20%):** {R}\n"
    ),
    "plurals": f"- **The situation:** {S}\n- **My task:** {T}\n- **Actions taken:** {A}\n- **Results:** {R}\n",
    "what I did": f"- Context: {S}\n- Goal: {T}\n- What I did: {A}\n- Outcome: {R}\n",
    "full-width colons": f"- **Situation：**{S}\n- **Task：**{T}\n- **Action：**{A}\n- **Result：**{R}\n",
    "fields": f"situation:: {S}\ntask:: {T}\naction:: {A}\nresult:: {R}\n",
    "one line": f"**Situation:** {S} **Task:** {T} **Action:** {A} **Result:** {R}\n",
    "one line of letters": f"**S:** {S} **T:** {T} **A:** {A} **R:** {R}\n",
    "one plain line": f"Situation: {S} Task: {T} Action: {A} Result: {R}\n",
    "table of rows": (
        f"| Part | Text |\n|---|---|\n| Situation | {S} |\n| Task | {T} |\n| Action | {A} |\n| Result | {R} |\n"
    ),
    "table without a header": (
        f"| | |\n|---|---|\n| **S** | {S} |\n| **T** | {T} |\n| **A** | {A} |\n| **R** | {R} |\n"
    ),
    "table whose header is a part": (
        f"| Situation | {S} |\n|---|---|\n| Task | {T} |\n| Action | {A} |\n| Result | {R} |\n"
    ),
    "table of letters and names": (
        "| | Part | Text |\n"
        "|-|-|-|\n"
        f"| S | Situation | {S} |\n"
        f"| T | Task | {T} |\n"
        f"| A | Action | {A} |\n"
        f"| R | Result | {R} |\n"
    ),
    "table of columns": f"| Situation | Task | Action | Result |\n|--|--|--|--|\n| {S} | {T} | {A} | {R} |\n",
    "table of columns in disorder": f"| R | S | T | A |\n|--|--|--|--|\n| {R} | {S} | {T} | {A} |\n",
    "table without outer pipes": (
        f"Part | Story\n--- | ---\nSituation | {S}\nTask | {T}\nAction | {A}\nResult | {R}\n"
    ),
    "pipes without a delimiter row": (
        f"| Situation | {S} |\n| Task | {T} |\n| Action | {A} |\n| Result | {R} |\n"
    ),
    "quotation": f"> **Situation:** {S}\n> **Task:** {T}\n> **Action:** {A}\n> **Result:** {R}\n",
    "callouts": (
        "> [!note] Situation\n"
        f"> {S}\n"
        "\n"
        "> [!note] Task\n"
        f"> {T}\n"
        "\n"
        "> [!note] Action\n"
        f"> {A}\n"
        "\n"
        "> [!success] Result\n"
        f"> {R}\n"
    ),
    "quoted texts": f'- **Situation:** "{S}"\n- **Task:** “{T}”\n- **Action:** «{A}»\n- **Result:** "{R}"\n',
    "German": f"- **Situation:** {S}\n- **Aufgabe:** {T}\n- **Handlung:** {A}\n- **Ergebnis:** {R}\n",
    "French": f"- **Situation :** {S}\n- **Tâche :** {T}\n- **Action :** {A}\n- **Résultat :** {R}\n",
    "Spanish": f"- **Situación:** {S}\n- **Tarea:** {T}\n- **Acción:** {A}\n- **Resultado:** {R}\n",
    "Russian": f"- **Ситуация:** {S}\n- **Задача:** {T}\n- **Действия:** {A}\n- **Результат:** {R}\n",
    "Japanese": f"**状況：**{S}\n\n**課題：**{T}\n\n**行動：**{A}\n\n**結果：**{R}\n",
    "Chinese": f"- 情境：{S}\n- 任务：{T}\n- 行动：{A}\n- 结果：{R}\n",
    "disorder": f"- Result: {R}\n- Situation: {S}\n- Task: {T}\n- Action: {A}\n",
    "wrapped": (
        "- **Situation:** A key account\n"
        "  wanted out.\n"
        "- **Task:** Keep it without\n"
        "a discount.\n"
        "- **Action:** I met their\n"
        "  CFO weekly.\n"
        "- **Result:** Renewed in\n"
        "  10 days.\n"
    ),
    "asides": (
        "*Use for: conflict*\n"
        "\n"
        f"- **Situation:** {S}\n"
        f"- **Task:** {T}\n"
        f"- **Action:** {A}\n"
        f"- **Result:** {R}\n"
        "\n"
        "**Time:** 90 seconds\n"
    ),
}


@pytest.mark.parametrize("body", UNTITLED.values(), ids=UNTITLED.keys())
def test_reads_a_story(body: str) -> None:
    assert parts(f"## STAR story\n{body}") == STAR


LABELS = [
    "## STAR",
    "### My STAR story",
    "**Your STAR story:**",
    "## Story",
    "## ⭐ STAR Stories",
    "STAR story\n===",
    "## 3. STAR example",
]


@pytest.mark.parametrize("label", LABELS)
def test_finds_the_section(label: str) -> None:
    assert parts(f"{label}\n\n{UNTITLED['bullets, plain']}\n## Keywords\na, b\n") == STAR


OTHERS = {
    "a learning": (f"- S: {S}\n- T: {T}\n- A: {A}\n- R: {R}\n- L: {L}\n", [("", S, T, A, R, L)]),
    "lessons": (
        (
            f"- **Situation:** {S}\n"
            f"- **Task:** {T}\n"
            f"- **Action:** {A}\n"
            f"- **Result:** {R}\n"
            f"- **Lessons learned:** {L}\n"
        ),
        [("", S, T, A, R, L)],
    ),
    "reflection": (
        (f"### Situation\n{S}\n### Task\n{T}\n### Action\n{A}\n### Result\n{R}\n### Reflection\n{L}\n"),
        [("", S, T, A, R, L)],
    ),
    "STARR": (f"S: {S}\nT: {T}\nA: {A}\nR: {R}\nR: {L}\n", [("", S, T, A, R, L)]),
    "takeaway": (
        (f"Situation: {S}\nTask: {T}\nAction: {A}\nResult: {R}\nTakeaway: {L}\n"),
        [("", S, T, A, R, L)],
    ),
    "CAR": (f"- **Challenge:** {S}\n- **Action:** {A}\n- **Result:** {R}\n", [("", S, "", A, R, "")]),
    "CAR of context": (f"- **Context:** {S}\n- **Action:** {A}\n- **Result:** {R}\n", [("", S, "", A, R, "")]),
    "CAR letters": (f"C: {S}\nA: {A}\nR: {R}\n", [("", S, "", A, R, "")]),
    "PAR": (f"- **Problem:** {S}\n- **Action:** {A}\n- **Result:** {R}\n", [("", S, "", A, R, "")]),
    "CCAR": (
        (f"- **Context:** {S}\n- **Challenge:** {T}\n- **Action:** {A}\n- **Result:** {R}\n"),
        [("", S, T, A, R, "")],
    ),
    "SOAR": (
        (f"- **Situation:** {S}\n- **Obstacle:** {T}\n- **Action:** {A}\n- **Result:** {R}\n"),
        [("", S, T, A, R, "")],
    ),
    "SPAR": (
        (f"- **Situation:** {S}\n- **Problem:** {T}\n- **Actions:** {A}\n- **Results:** {R}\n"),
        [("", S, T, A, R, "")],
    ),
    "nested bullets": (
        (
            f"- **Situation:** {S}\n"
            f"- **Task:** {T}\n"
            "- **Action:**\n"
            "  - One\n"
            "  - Result: two\n"
            f"- **Result:** {R}\n"
        ),
        [("", S, T, "- One\n- Result: two", R, "")],
    ),
    "one nested bullet each": (
        (f"- **Situation:**\n  - {S}\n- **Task:**\n  - {T}\n- **Action:**\n  - {A}\n- **Result:**\n  - {R}\n"),
        [("", S, T, A, R, "")],
    ),
    "a letter as text": ("### Situation\nA\n### Task\nT\n### Action\nA\n### Result\nR\n", [("", *"ATAR", "")]),
    "bullets after text": (
        (
            f"- **Situation:** {S}\n"
            f"- **Task:** {T}\n"
            "- **Action:** First:\n"
            "  1. One\n"
            "  2. Two\n"
            f"- **Result:** {R}\n"
        ),
        [("", S, T, "First:\n- One\n- Two", R, "")],
    ),
    "bullets under headings": (
        (
            "### Situation\n"
            f"{S}\n"
            "### Task\n"
            f"{T}\n"
            "### Action\n"
            "- One\n"
            "- Two\n"
            "\n"
            "#### Later\n"
            "Three\n"
            "### Result\n"
            f"{R}\n"
        ),
        [("", S, T, "- One\n- Two\n\nLater\n\nThree", R, "")],
    ),
    "bullets under labels": (
        (f"**Situation:** {S}\n**Task:** {T}\n**Action:**\n- One\n- Two\n\n**Result:** {R}\n"),
        [("", S, T, "- One\n- Two", R, "")],
    ),
    "paragraphs": (
        (f"**Situation:** {S}\n\nAnd more.\n\n**Task:** {T}\n\n**Action:** {A}\n\n**Result:** {R}\n"),
        [("", f"{S}\n\nAnd more.", T, A, R, "")],
    ),
    "numbered actions": (
        (f"- S: {S}\n- T: {T}\n- A: A. One B. Two\n- R: {R}\n"),
        [("", S, T, "A. One B. Two", R, "")],
    ),
    "two actions": (
        (f"- S: {S}\n- T: {T}\n- Action 1: One\n- Action 2: Two\n- R: {R}\n"),
        [("", S, T, "One\n\nTwo", R, "")],
    ),
    "situation and task together": (
        (f"- **Situation/Task:** {S}\n- **Action:** {A}\n- **Result:** {R}\n"),
        [("", S, "", A, R, "")],
    ),
    "misspelt": (
        (f"- **Situtation:** {S}\n- **Task:** {T}\n- **Action:** {A}\n- **Result:** {R}\n"),
        [("", S, T, A, R, "")],
    ),
    "stories by heading": (
        (
            "### The Acme deal\n"
            f"- S: {S}\n"
            f"- T: {T}\n"
            f"- A: {A}\n"
            f"- R: {R}\n"
            "### The Bolt deal\n"
            "- S: x\n"
            "- T: ty\n"
            "- A: z\n"
            "- R: w\n"
        ),
        [("The Acme deal", S, T, A, R, ""), ("Bolt", "", "", "", "", "")],
    ),
    "stories by number": (
        (
            "**Story 1: The Acme deal**\n"
            f"- S: {S}\n"
            f"- T: {T}\n"
            f"- A: {A}\n"
            f"- R: {R}\n"
            "\n"
            "**Story 2**\n"
            "- S: x y\n"
            "- T: ty\n"
            "- A: z\n"
            "- R: w\n"
        ),
        [("The Acme deal", S, T, A, R, ""), ("Story 2", "x y", "ty", "z", "w", "")],
    ),
    "stories by repetition": (
        (f"- S: {S}\n- T: {T}\n- A: {A}\n- R: {R}\n- S: x y\n- T: ty\n- A: z\n- R: w\n"),
        [("", S, T, A, R, ""), ("", "x y", "ty", "z", "w", "")],
    ),
    "stories by list": (
        (
            "1. **The Acme deal**\n"
            f"   - S: {S}\n"
            f"   - T: {T}\n"
            f"   - A: {A}\n"
            f"   - R: {R}\n"
            "2. The Bolt deal\n"
            "   - S: x y\n"
            "   - T: ty\n"
            "   - A: z\n"
            "   - R: w\n"
        ),
        [("The Acme deal", S, T, A, R, ""), ("The Bolt deal", "x y", "ty", "z", "w", "")],
    ),
    "stories by rule": (
        (
            "The Acme deal\n"
            "\n"
            f"S: {S}\n"
            f"T: {T}\n"
            f"A: {A}\n"
            f"R: {R}\n"
            "\n"
            "---\n"
            "\n"
            "The Bolt deal\n"
            "\n"
            "S: x y\n"
            "T: ty\n"
            "A: z\n"
            "R: w\n"
        ),
        [("The Acme deal", S, T, A, R, ""), ("The Bolt deal", "x y", "ty", "z", "w", "")],
    ),
    "stories in a table": (
        (
            "| Story | S | T | A | R |\n"
            "|-|-|-|-|-|\n"
            f"| Acme | {S} | {T} | {A} | {R} |\n"
            "| Bolt | x y | ty | z | w |\n"
        ),
        [("Acme", S, T, A, R, ""), ("Bolt", "x y", "ty", "z", "w", "")],
    ),
    "stories in columns": (
        (
            "| | Acme | Bolt |\n"
            "|-|-|-|\n"
            f"| Situation | {S} | x y |\n"
            f"| Task | {T} | ty |\n"
            f"| Action | {A} | z |\n"
            f"| Result | {R} | w |\n"
        ),
        [("Acme", S, T, A, R, ""), ("Bolt", "x y", "ty", "z", "w", "")],
    ),
    "stories in callouts": (
        (
            "> [!example] Acme\n"
            f"> **S:** {S}\n"
            f"> **T:** {T}\n"
            f"> **A:** {A}\n"
            f"> **R:** {R}\n"
            "\n"
            "> [!example] Bolt\n"
            "> **S:** x y\n"
            "> **T:** ty\n"
            "> **A:** z\n"
            "> **R:** w\n"
        ),
        [("Acme", S, T, A, R, ""), ("Bolt", "x y", "ty", "z", "w", "")],
    ),
    "free text": ("We met their CFO weekly and it was renewed.\n", []),
}
OTHERS["stories by heading"][1][1] = ("The Bolt deal", "x", "ty", "z", "w", "")


@pytest.mark.parametrize(("body", "expected"), OTHERS.values(), ids=OTHERS.keys())
def test_reads_other_stories(body: str, expected: list[tuple[str, ...]]) -> None:
    assert parts(f"## STAR story\n{body}") == expected


def test_a_title_after_the_section_name_is_the_story_s() -> None:
    body = (
        "## STAR story: The Acme deal\n"
        f"{UNTITLED['letters']}\n"
        "## STAR story – The Bolt deal\n"
        "S: x y\n"
        "T: ty\n"
        "A: z\n"
        "R: w\n"
    )
    assert [title for title, *_ in parts(body)] == ["The Acme deal", "The Bolt deal"]


def test_a_story_without_its_section_is_found_by_its_parts() -> None:
    assert parts(f"# N\n\n## The Acme deal\n\n{UNTITLED['bullets, plain']}")[0][1:5] == (S, T, A, R)
    assert parts(f"# N\n\n{UNTITLED['headings of the same level']}") == STAR


UNDER_A_QUESTION = {
    "heading": f"### Tell me about a conflict.\n{UNTITLED['bullets, plain']}\n### Why us?\n",
    "heading with a label": (
        f"### Tell me about a conflict.\n**STAR:**\n\n{UNTITLED['bullets, plain']}\n### Why us?\n"
    ),
    "heading with headings": "### Tell me about a conflict.\n"
    + UNTITLED["headings"].replace("###", "####")
    + "\n### Why us?\n",
    "item": "1. Tell me about a conflict.\n"
    + "".join(f"   {line}\n" for line in UNTITLED["bullets, plain"].splitlines())
    + "2. Why us?\n",
    "item of letters": (
        f"1. Tell me about a conflict.\n   S: {S}\n   T: {T}\n   A: {A}\n   R: {R}\n2. Why us?\n"
    ),
    "callout": "> [!question] Tell me about a conflict.\n"
    + "".join(f"> {line}\n" for line in UNTITLED["lines"].splitlines())
    + "\n### Why us?\n",
}


@pytest.mark.parametrize("body", UNDER_A_QUESTION.values(), ids=UNDER_A_QUESTION.keys())
def test_a_story_under_a_question_is_that_question_s(body: str) -> None:
    note = read(f"## Common questions\n{body}\n## STAR story\nS: own\nA: own\nT: own\nR: own\n")
    assert [(each.text, each.answer) for each in note.questions] == [
        ("Tell me about a conflict.", None),
        ("Why us?", None),
    ]
    index = note.questions[0].story
    assert index is not None
    story = note.stories[index]
    assert (story.situation, story.task, story.action, story.result) == (S, T, A, R)
    assert note.questions[1].story is None
    assert len(note.stories) == 2


def test_a_story_section_after_a_list_of_questions_is_no_question_s() -> None:
    note = read(
        f"**Common questions:**\n1. Why us?\n2. Why you?\n\n**STAR story:**\n{UNTITLED['bullets, plain']}"
    )
    assert [each.story for each in note.questions] == [None, None]
    assert len(note.stories) == 1


def test_a_label_typed_right_under_a_list_ends_the_list() -> None:
    body = f"**Situation:** {S}\n**Task:** {T}\n**Action:**\n- One\n- Two\n**Result:** {R}\n"
    assert parts(f"## STAR story\n{body}") == [("", S, T, "- One\n- Two", R, "")]
    plain = body.replace("**", "")
    assert parts(f"## STAR story\n{plain}") == [("", S, T, "- One\n- Two", R, "")]


def test_sections_typed_right_under_lists_are_sections() -> None:
    note = read(
        "## Interview\n**Common questions:**\n1. Why us?\n2. Why you?\n**STAR story:**\n"
        f"{UNTITLED['bullets, plain']}**Metrics:**\n- NPS: 72\nKeywords: a, b\n"
    )
    assert [each.text for each in note.questions] == ["Why us?", "Why you?"]
    assert (note.stories[0].situation, note.stories[0].result) == (S, R)
    assert [each.name for each in note.metrics] == ["NPS"]
    assert note.keywords == ("a", "b")


FIGURES = {
    "table": "| Metric | Value |\n|--|--|\n| NPS | 72 |\n",
    "list": "- NPS: 72\n",
    "code between": "```\nx\n```\n\n- NPS: 72\n",
}


@pytest.mark.parametrize("figures", FIGURES.values(), ids=FIGURES.keys())
@pytest.mark.parametrize("label", ["**Results**", "**Metrics**", "**Impact:**", "### Results", "Impact:"])
@pytest.mark.parametrize("between", ["", "\n", "\n%% from the survey %%\n\n", "\n```\ncode\n```\n\n"])
def test_a_name_over_figures_after_the_result_begins_their_section(
    figures: str, label: str, between: str
) -> None:
    note = read(f"## STAR\n{UNTITLED['bullets, plain']}{between}{label}\n{figures}**Keywords**\na, b\n")
    assert [(each.name, each.value) for each in note.metrics] == [("NPS", "72")]
    assert [(each.action, each.result) for each in note.stories] == [(A, R)]
    assert note.keywords == ("a", "b")


def test_a_result_of_figures_is_the_story_s_where_it_has_none_yet() -> None:
    figures = "- 40% more\n- 20% less"
    for story in (UNTITLED["labels above"], UNTITLED["headings"]):
        note = read(f"## STAR\n{story.replace(R, figures)}")
        assert [(each.action, each.result) for each in note.stories] == [(A, figures)]
        assert note.metrics == ()


def test_a_story_under_headings_of_the_questions_level_is_one() -> None:
    note = read(f"# N\n## Common questions\n1. Why us?\n{UNTITLED['headings of the same level']}")
    assert [(each.text, each.answer, each.story) for each in note.questions] == [("Why us?", None, None)]
    assert parts(f"## Common questions\n1. Why us?\n{UNTITLED['headings of the same level']}") == STAR
    assert note.metrics == ()


TITLED = {
    "a label": f"**Title:** The Acme deal\n\n{UNTITLED['bullets, plain']}",
    "before one line": f"1. The Acme deal — {UNTITLED['one plain line']}",
    "bold above": f"**The Acme deal**\n\n{UNTITLED['bullets, plain']}",
    "plain above": f"The Acme deal\n\n{UNTITLED['bullets, plain']}",
    "numbered heading": f"### Story 1: The Acme deal\n{UNTITLED['bullets, plain']}",
    "callout": "> [!example] The Acme deal\n"
    + "".join(f"> {line}\n" for line in UNTITLED["bullets, plain"].splitlines()),
}


@pytest.mark.parametrize("body", TITLED.values(), ids=TITLED.keys())
def test_reads_a_story_s_title(body: str) -> None:
    assert parts(f"## STAR story\n\n{body}") == [("The Acme deal", S, T, A, R, "")]


def test_a_story_titled_by_a_question_is_that_question_s() -> None:
    body = f"## STAR stories\n### Tell me about a conflict.\n{UNTITLED['bullets, plain']}"
    note = read(f"## Common questions\n1. Tell me about a conflict.\n\n{body}")
    assert [(each.text, each.line, each.story) for each in note.questions] == [
        ("Tell me about a conflict.", 5, 0)
    ]
    assert [(each.text, each.story) for each in read(body).questions] == [("Tell me about a conflict.", 0)]
