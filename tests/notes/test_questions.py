"""Questions as people write them: what is asked, and what the note answers."""

import pytest

from tests.notes.reading import asked, read

WHY = "Why did the deal stall?"
TELL = "Tell me about a difficult negotiation."
HOW = "How do you prepare?"
PLAIN = [(TELL, None), (HOW, None)]

WITHOUT_ANSWERS = {
    "numbered": f"## Common questions\n1. {TELL}\n2. {HOW}\n",
    "numbered with brackets": f"## Common questions\n1) {TELL}\n2) {HOW}\n",
    "numbered in full brackets": f"## Common questions\n(1) {TELL}\n(2) {HOW}\n",
    "bulleted": f"## Common questions\n- {TELL}\n- {HOW}\n",
    "starred": f"## Common questions\n* {TELL}\n* {HOW}\n",
    "plus": f"## Common questions\n+ {TELL}\n+ {HOW}\n",
    "typed bullets": f"## Common questions\n• {TELL}\n• {HOW}\n",
    "tasks": f"## Common questions\n- [ ] {TELL}\n- [x] {HOW}\n",
    "odd tasks": f"## Common questions\n- [>] {TELL}\n- [?] {HOW}\n",
    "ballot boxes": f"## Common questions\n☐ {TELL}\n☑ {HOW}\n",
    "straight quotes": f'## Common questions\n1. "{TELL}"\n2. "{HOW}"\n',
    "curly quotes": f"## Common questions\n1. “{TELL}”\n2. “{HOW}”\n",
    "single quotes": f"## Common questions\n1. '{TELL}'\n2. ‘{HOW}’\n",
    "guillemets": f"## Common questions\n1. «{TELL}»\n2. « {HOW} »\n",
    "low quotes": f"## Common questions\n1. „{TELL}“\n2. „{HOW}”\n",
    "corner brackets": f"## Common questions\n1. 「{TELL}」\n2. 『{HOW}』\n",
    "bold": f"## Common questions\n1. **{TELL}**\n2. __{HOW}__\n",
    "italic": f"## Common questions\n- *{TELL}*\n- _{HOW}_\n",
    "highlighted": f"## Common questions\n- =={TELL}==\n- =={HOW}==\n",
    "bold and quoted": f'## Common questions\n- **"{TELL}"**\n- "**{HOW}**"\n',
    "paragraphs one a line": f"## Common questions\n{TELL}\n{HOW}\n",
    "paragraphs apart": f"## Common questions\n\n{TELL}\n\n{HOW}\n",
    "hard breaks": f"## Common questions\n{TELL}  \n{HOW}\\\n",
    "br": f"## Common questions\n{TELL}<br>{HOW}\n",
    "numbered paragraphs": f"## Common questions\nQ1. {TELL}\n\nQ2. {HOW}\n",
    "lettered": f"## Common questions\na) {TELL}\nb) {HOW}\n",
    "circled": f"## Common questions\n① {TELL}\n② {HOW}\n",
    "headings": f"## Common questions\n### {TELL}\n### {HOW}\n",
    "numbered headings": f"## Common questions\n### 1. {TELL}\n### 2. {HOW}\n",
    "headings of the same level": f"## Common questions\n## {TELL}\n## {HOW}\n",
    "setext section": f"Common questions\n----------------\n1. {TELL}\n2. {HOW}\n",
    "deep heading": f"###### Common questions\n1. {TELL}\n2. {HOW}\n",
    "heading without a space": f"##Common questions\n1. {TELL}\n2. {HOW}\n",
    "heading with a colon": f"## Common Questions:\n1. {TELL}\n2. {HOW}\n",
    "heading with emoji": f"## ❓ Common questions 🙋\n1. {TELL}\n2. {HOW}\n",
    "numbered heading": f"## 4. Common questions\n1. {TELL}\n2. {HOW}\n",
    "roman heading": f"## IV. COMMON QUESTIONS\n1. {TELL}\n2. {HOW}\n",
    "bold heading": f"## **Common questions**\n1. {TELL}\n2. {HOW}\n",
    "closed heading": f"## Common questions ##\n1. {TELL}\n2. {HOW}\n",
    "about this skill": f"## Common questions about this skill\n1. {TELL}\n2. {HOW}\n",
    "interview questions": f"## Interview Questions\n1. {TELL}\n2. {HOW}\n",
    "questions I get asked": f"## Questions I get asked\n1. {TELL}\n2. {HOW}\n",
    "my likely questions": f"## My likely questions (from recruiters)\n1. {TELL}\n2. {HOW}\n",
    "questions about the topic": f"## Questions they ask about negotiation\n1. {TELL}\n2. {HOW}\n",
    "bold label": f"**Common questions:**\n1. {TELL}\n2. {HOW}\n",
    "bold label, colon outside": f"**Common questions**:\n1. {TELL}\n2. {HOW}\n",
    "bold label without a colon": f"**Common questions**\n\n1. {TELL}\n2. {HOW}\n",
    "italic label": f"*Common questions:*\n\n- {TELL}\n- {HOW}\n",
    "bold label with text": f"**Common questions:** (both come up a lot)\n1. {TELL}\n2. {HOW}\n",
    "plain label": f"Common questions:\n- {TELL}\n- {HOW}\n",
    "full-width colon": f"**Common questions：**\n- {TELL}\n- {HOW}\n",
    "label under a container": f"## Interview Notes\n\n**Common questions:**\n- {TELL}\n- {HOW}\n",
    "container alone": f"## Interview prep\n- {TELL}\n- {HOW}\n",
    "callout": f"> [!question] Common questions\n> 1. {TELL}\n> 2. {HOW}\n",
    "folded callout": f"> [!faq]- Common questions\n> - {TELL}\n> - {HOW}\n",
    "quotation": f"## Common questions\n> {TELL}\n\n> {HOW}\n",
    "quotation of a list": f"## Common questions\n> - {TELL}\n> - {HOW}\n",
    "outliner": f"- Interview\n\t- Common questions\n\t\t- {TELL}\n\t\t- {HOW}\n",
    "outliner headings": f"- ## Common questions\n\t- {TELL}\n\t- {HOW}\n",
    "nested groups": f"## Common questions\n- Behavioral\n  - {TELL}\n- Technical\n  - {HOW}\n",
    "groups by heading": f"## Common questions\n### Behavioral\n- {TELL}\n### Technical\n- {HOW}\n",
    "groups by bold": f"## Common questions\n**Behavioral**\n- {TELL}\n\n**Technical**\n- {HOW}\n",
    "table": f"## Common questions\n| # | Question |\n|---|---|\n| 1 | {TELL} |\n| 2 | {HOW} |\n",
    "table of other columns": (
        "## Common questions\n"
        "| Type | Question | Asked by |\n"
        "|--|--|--|\n"
        f"| B | {TELL} | A |\n"
        f"| T | {HOW} | B |\n"
    ),
    "table without outer pipes": (
        f"## Common questions\nQuestion | Difficulty\n--- | ---\n{TELL} | hard\n{HOW} | easy\n"
    ),
    "lead-in": f"## Common questions\nThese come up in every loop:\n\n1. {TELL}\n2. {HOW}\n",
    "tags": f"## Common questions\n1. {TELL} #behavioral #top\n2. {HOW} #technical\n",
    "block ids": f"## Common questions\n1. {TELL} ^q1\n2. {HOW} ^q2\n",
    "footnotes": (
        f"## Common questions\n1. {TELL}[^1]\n2. {HOW}[^note]\n\n[^1]: From a recruiter.\n[^note]: Often.\n"
    ),
    "comments": (
        f"## Common questions\n%% keep short %%\n1. {TELL} %%asked at Acme%%\n2. {HOW} <!-- twice -->\n"
    ),
    "long comment": f"## Common questions\n1. {TELL}\n\n%%\n3. Old one?\n\n## Old\n%%\n\n2. {HOW}\n",
    "dataview": f"## Common questions\n1. {TELL} [difficulty:: hard]\n2. {HOW} (asked:: 3)\n",
    "code with false headings": (
        f"## Common questions\n1. {TELL}\n2. {HOW}\n\n```md\n## STAR story\n- Q?\n```\n"
    ),
    "wrapped": (
        "## Common questions\n1. Tell me about\n   a difficult negotiation.\n2. How do you\n   prepare?\n"
    ),
    "dates of tasks": f"## Common questions\n- [ ] {TELL} 📅 2025-03-01\n- [ ] {HOW} ⏫\n",
    "mixed kinds": f"## Common questions\n1. {TELL}\n\n### {HOW}\n",
    "placeholder": f"## Common questions\n1. {TELL}\n2. {HOW}\n3. \n4. TODO\n",
    "indented": f"## Common questions\n    1. {TELL}\n    2. {HOW}\n",
    "two sections": f"## Common questions\n1. {TELL}\n\n## Technical questions\n1. {HOW}\n",
    "asked of them is not asked of me": (
        f"## Common questions\n- {TELL}\n- {HOW}\n\n## Questions to ask them\n- What is next?\n"
    ),
}


@pytest.mark.parametrize("body", WITHOUT_ANSWERS.values(), ids=WITHOUT_ANSWERS.keys())
def test_reads_questions(body: str) -> None:
    assert asked(body) == PLAIN


ANSWERED = {
    "indented paragraph": f"1. {TELL}\n\n   We met twice.\n\n2. {HOW}\n\n   I write it down.\n",
    "next line": f"1. {TELL}\n   We met twice.\n2. {HOW}\n   I write it down.\n",
    "indented too little": f"1. {TELL}\n\n  We met twice.\n\n2. {HOW}\n\n  I write it down.\n",
    "not indented": f"1. {TELL}\n\nWe met twice.\n\n2. {HOW}\n\nI write it down.\n",
    "A: in the item": f"1. {TELL}\n   A: We met twice.\n2. {HOW}\n   A: I write it down.\n",
    "Answer: in the item": f"- {TELL}\n  **Answer:** We met twice.\n- {HOW}\n  **Answer:** I write it down.\n",
    "Q and A lines": f"Q: {TELL}\nA: We met twice.\n\nQ: {HOW}\nA: I write it down.\n",
    "bold Q and A": f"**Q:** {TELL}\n**A:** We met twice.\n\n**Q:** {HOW}\n**A:** I write it down.\n",
    "numbered Q and A": f"Q1: {TELL}\nA1: We met twice.\nQ2: {HOW}\nA2: I write it down.\n",
    "Q and A items": f"- Q: {TELL}\n- A: We met twice.\n- Q: {HOW}\n- A: I write it down.\n",
    "Q and A on one line": f"Q: {TELL} A: We met twice.\nQ: {HOW} A: I write it down.\n",
    "headings": f"### {TELL}\nWe met twice.\n\n### {HOW}\nI write it down.\n",
    "headings with answer headings": (
        f"### {TELL}\n#### Answer\nWe met twice.\n### {HOW}\n#### My answer\nI write it down.\n"
    ),
    "bold paragraphs": f"**{TELL}**\nWe met twice.\n\n**{HOW}**\nI write it down.\n",
    "bold paragraphs apart": f"**{TELL}**\n\nWe met twice.\n\n**{HOW}**\n\nI write it down.\n",
    "bold lead": f"- **{TELL}** We met twice.\n- **{HOW}** I write it down.\n",
    "paragraphs": f"{TELL}\n\nWe met twice.\n\n{HOW}\n\nI write it down.\n",
    "dash": f'- "{TELL}" — We met twice.\n- {HOW} — I write it down.\n',
    "arrow": f'- "{TELL}" → We met twice.\n- {HOW} -> I write it down.\n',
    "quotation": f"1. {TELL}\n   > We met twice.\n2. {HOW}\n   > I write it down.\n",
    "quotation of a heading": f"### {TELL}\n> We met twice.\n\n### {HOW}\n> I write it down.\n",
    "quoted answer": f'### {TELL}\n"We met twice."\n\n### {HOW}\n“I write it down.”\n',
    "callouts": f"> [!question] {TELL}\n> We met twice.\n\n> [!question]- {HOW}\n> I write it down.\n",
    "answer callout": (
        f"### {TELL}\n"
        "> [!success] Answer\n"
        "> We met twice.\n"
        "\n"
        f"### {HOW}\n"
        "> [!quote] My answer\n"
        "> I write it down.\n"
    ),
    "table": f"| Question | Answer |\n|---|---|\n| {TELL} | We met twice. |\n| {HOW} | I write it down. |\n",
    "table turned": (
        f"| My answer | Question |\n|---|---|\n| We met twice. | {TELL} |\n| I write it down. | {HOW} |\n"
    ),
    "table without names": f"| | |\n|---|---|\n| {TELL} | We met twice. |\n| {HOW} | I write it down. |\n",
    "details": (
        "<details>\n"
        f"<summary>{TELL}</summary>\n"
        "\n"
        "We met twice.\n"
        "\n"
        "</details>\n"
        "<details>\n"
        f"<summary>{HOW}</summary>\n"
        "\n"
        "I write it down.\n"
        "\n"
        "</details>\n"
    ),
    "flashcards": f"{TELL}::We met twice.\n\n{HOW}::I write it down.\n",
    "flashcards of lines": f"{TELL}\n?\nWe met twice.\n\n{HOW}\n?\nI write it down.\n",
    "tight tabs": f"1. {TELL}\n\tWe met twice.\n2. {HOW}\n\tI write it down.\n",
}


@pytest.mark.parametrize("body", ANSWERED.values(), ids=ANSWERED.keys())
def test_reads_answers(body: str) -> None:
    assert asked(f"## Common questions\n{body}") == [(TELL, "We met twice."), (HOW, "I write it down.")]


OTHER_ANSWERS = {
    "nested bullets": (
        (f"1. {TELL}\n   - We met\n   - They signed\n2. {HOW}\n"),
        [(TELL, "- We met\n- They signed"), (HOW, None)],
    ),
    "one nested bullet": (f"- {TELL}\n  - We met.\n- {HOW}\n", [(TELL, "We met."), (HOW, None)]),
    "bullets under a heading": (
        (f"### {TELL}\n- We met\n- They signed\n### {HOW}\n"),
        [(TELL, "- We met\n- They signed"), (HOW, None)],
    ),
    "bullets under a number": (
        (f"1. {TELL}\n- We met\n- They signed\n2. {HOW}\n"),
        [(TELL, "- We met\n- They signed"), (HOW, None)],
    ),
    "paragraphs": (f"### {TELL}\nWe met.\n\nThey signed.\n", [(TELL, "We met.\n\nThey signed.")]),
    "paragraph and list": (
        (f"### {TELL}\nIn short:\n- We met\n- They signed\n"),
        [(TELL, "In short:\n- We met\n- They signed")],
    ),
    "follow-ups": (
        (f"- {TELL}\n  - What was hard?\n  - {HOW}\n- {WHY}\n"),
        [(TELL, None), ("What was hard?", None), (HOW, None), (WHY, None)],
    ),
    "two questions in an item": (f"1. {TELL}\n   {HOW}\n2. {WHY}\n", [(f"{TELL} {HOW}", None), (WHY, None)]),
    "two questions on a line": (f"1. {TELL} {HOW}\n", [(f"{TELL} {HOW}", None)]),
    "struck out": (f"1. {TELL}\n2. ~~{WHY}~~\n", [(TELL, None)]),
    "topics with answers": (
        ("### Conflict with a peer\nWe met twice.\n### Failure\nI missed it.\n"),
        [("Conflict with a peer", "We met twice."), ("Failure", "I missed it.")],
    ),
    "statements": (
        ("1. A conflict with a peer\n2. Greatest weakness\n"),
        [("A conflict with a peer", None), ("Greatest weakness", None)],
    ),
    "remark in brackets": (f'1. "{TELL}" (very common)\n', [(TELL, None)]),
    "inner quotation": (
        ('1. What does "no" mean?\n2. "Yes" or "no"?\n'),
        [('What does "no" mean?', None), ('"Yes" or "no"?', None)],
    ),
    "links": (
        (
            "1. How do you use [[BATNA|your fallback]] with [[People/Anna Li#Role]]?\n"
            "2. What is [Harvard](https://x.org)?\n"
        ),
        [("How do you use your fallback with Anna Li?", None), ("What is Harvard?", None)],
    ),
    "inline marks": (
        "1. How do you *really* use `grep` at ~10 %, 5 * 3 * 2 and snake_case_name?\n",
        [("How do you really use grep at ~10 %, 5 * 3 * 2 and snake_case_name?", None)],
    ),
    "entities": (
        "1. How do R&amp;D &lt;teams&gt; work &mdash; really?\n",
        [("How do R&D <teams> work — really?", None)],
    ),
    "embeds": (
        ("1. ![[chart.png]] What does this show?\n2. ![logo](a.png) Why us?\n"),
        [("What does this show?", None), ("Why us?", None)],
    ),
    "German": (
        ("1. Erzählen Sie von einem Konflikt.\n2. Wie gehen Sie vor?\n"),
        [("Erzählen Sie von einem Konflikt.", None), ("Wie gehen Sie vor?", None)],
    ),
    "Japanese": (
        ("1. 「困難な交渉について教えてください。」\n2. どう準備しますか？\n"),
        [("困難な交渉について教えてください。", None), ("どう準備しますか？", None)],
    ),
    "Arabic": ("1. كيف تستعد للتفاوض؟\n", [("كيف تستعد للتفاوض؟", None)]),
    "emoji kept": ("1. What does 👩‍💻 mean to you?\n", [("What does 👩‍💻 mean to you?", None)]),
    "mixed with a tip": (
        (f"### {TELL}\n> [!tip] Keep it short\n> Two minutes.\n\nWe met.\n"),
        [(TELL, "We met.")],
    ),
    "answer with a rhetorical question": (
        (f"### {TELL}\nI asked myself: what do they need?\n\nThen we met.\n"),
        [(TELL, "I asked myself: what do they need?\n\nThen we met.")],
    ),
    "answer that begins with when": (
        (f"**{TELL}**\n\nWhen I joined, nothing worked.\n"),
        [(TELL, "When I joined, nothing worked.")],
    ),
    "field below": (f"### {TELL}\ndifficulty:: hard\n\nWe met.\n", [(TELL, "We met.")]),
    "table in an answer": (f"### {TELL}\n| a | b |\n|---|---|\n| 1 | 2 |\n", [(TELL, "a | b\n1 | 2")]),
}


@pytest.mark.parametrize(("body", "expected"), OTHER_ANSWERS.values(), ids=OTHER_ANSWERS.keys())
def test_reads_what_else_people_write(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert asked(f"## Common questions\n{body}") == expected


def test_a_remark_after_a_list_of_several_answers_none_of_them() -> None:
    assert asked(f"## Common questions\n1. {TELL}\n2. {HOW}\n\nRemember to breathe.\n") == PLAIN


def test_questions_without_a_section_are_read_from_headings() -> None:
    assert asked(f"# Negotiation\n\n## {TELL}\nWe met.\n\n## {HOW}\n") == [(TELL, "We met."), (HOW, None)]


def test_a_question_s_own_story_is_told_once() -> None:
    story = "Situation: It rained hard.\nTask: Stay dry.\nAction: I ran home.\nResult: Dry in 5 minutes.\n"
    body = f"#### Q: {HOW}\n\nI write it down.\n\n{story}\n"
    for note in (read(f"# N\n\n{body}"), read(f"# N\n\n## Common questions\n1. {WHY}\n\n## More\n{body}")):
        [question] = [each for each in note.questions if each.text == HOW]
        assert (question.answer, question.story) == ("I write it down.", 0)
        assert [each.title for each in note.stories] == [""]
        assert note.problems == ()


def test_a_question_asked_twice_is_one_and_keeps_the_answer() -> None:
    note = read(f"## Common questions\n1. {TELL}\n2. {TELL.upper()}\n\n   We met.\n")
    assert [(each.text, each.answer) for each in note.questions] == [(TELL, "We met.")]
    assert [each.message for each in note.problems] == ["the question of line 5 is asked again"]


def test_lines_are_those_of_the_texts() -> None:
    body = (
        "# T\n"
        "\n"
        "%% one\n"
        "two %%\n"
        "## Common questions\n"
        "\n"
        f"1. {TELL}\n"
        "\n"
        "   answer\n"
        "\n"
        f"2. {HOW}\n"
        "\n"
        "| Question |\n"
        "|---|\n"
        f"| {WHY} |\n"
    )
    assert [each.line for each in read(body).questions] == [10, 14, 18]
