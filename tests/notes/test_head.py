"""Frontmatter: odd values, odd fences, broken YAML, and what it must never lose."""

import pytest

from interview_coach.notes.model import Failed, Ignored, Severity, SkillNote
from interview_coach.notes.reader import read_note
from tests.notes.reading import read

BODY = "# N\n\n## Common questions\n1. Why?\n\n## STAR story\nS: a\nT: b\nA: c\nR: d\n"


def head(text: str) -> SkillNote:
    """A note with this frontmatter."""
    return read(BODY, frontmatter=f"---\ntype: skill\n{text}\n---\n")


def test_values_stay_as_they_were_typed() -> None:
    note = head(
        "category: Soft\n"
        "proficiency: 4/5\n"
        "years_experience: 5+\n"
        "last_used: 2025-01-15\n"
        "aliases: [Yes, No, 010, 1.50, ~]"
    )
    assert (note.category, note.proficiency, note.years, note.last_used) == ("Soft", "4/5", "5+", "2025-01-15")
    assert note.aliases == ("Yes", "No", "010", "1.50")


ALIASES = {
    "flow list": "aliases: [One, Two words]",
    "block list": "aliases:\n  - One\n  - Two words",
    "flush list": "aliases:\n- One\n- Two words",
    "comma string": "aliases: One, Two words",
    "quoted": "aliases: ['One', \"Two words\"]",
    "nested": "aliases: [[One], [Two words]]",
    "another key": "Alias: One, Two words",
    "upper case": "ALIASES: [One, Two words]",
    "wikilinks": 'aliases: ["[[x/One]]", "[[y|Two words]]"]',
    "commented": "aliases: [One, Two words] # both",
    "twice": "aliases: [One, Two words, One]",
}


@pytest.mark.parametrize("text", ALIASES.values(), ids=ALIASES.keys())
def test_reads_aliases(text: str) -> None:
    note = head(text)
    assert note.aliases == ("One", "Two words")
    assert note.problems == ()


SKILL = [
    "type: skill",
    "type: Skill",
    "TYPE: SKILL",
    "Type: [note, skill]",
    'type: "[[Skill]]"',
    "type: soft-skill",
    "type: skills",
    "tags: skill",
    "tags: [a, skill]",
    "tags: '#skill'",
    ("tags:\n  - skill/soft"),
    "tag: a skill",
    "tags: a, Skill",
    "kind: skill",
]


@pytest.mark.parametrize("text", SKILL)
def test_knows_a_skill_note_by_its_frontmatter(text: str) -> None:
    assert isinstance(read_note("a.md", f"---\n{text}\n---\nText.\n".encode()), SkillNote)


NOT_SKILL = {
    "---\ntype: project\n---\n" + BODY: "type is project, not skill",
    "---\ntype: Person\ntags: [skillful]\n---\n" + BODY: "type is Person, not skill",
    "# Groceries\n- Milk\n": "not a skill note: no type: skill, and no sections of one",
    (
        "# Tool\n## Description\nA tool.\n## Installation\nx\n## FAQ\n### Why?\nBecause.\n"
    ): "not a skill note: no type: skill, and no sections of one",
    (
        "# Day\n## Projects\n- [[A]]\n## Wins\n- Slept\n"
    ): "not a skill note: no type: skill, and no sections of one",
    "": "empty",
    " \n\t\n": "empty",
}


@pytest.mark.parametrize(("text", "reason"), NOT_SKILL.items())
def test_ignores_other_notes_and_says_why(text: str, reason: str) -> None:
    assert read_note("a.md", text.encode()) == Ignored("a.md", reason)


@pytest.mark.parametrize(
    "text",
    [BODY, "---\ntags: [x]\n---\n" + BODY, "---\n---\n" + BODY, "#skill\n\n# N\n", "type:: skill\n\n# N\n"],
)
def test_knows_a_skill_note_by_its_body(text: str) -> None:
    assert isinstance(read_note("a.md", text.encode()), SkillNote)


def test_a_rule_at_the_top_is_no_frontmatter() -> None:
    note = read(f"---\n\nSome text first.\n\n---\n\n{BODY}", frontmatter="")
    assert (note.title, len(note.questions), note.questions[0].line) == ("N", 1, 10)
    note = read(f"---\n# N\n\nSome: text\n\n---\n{BODY}", frontmatter="")
    assert len(note.questions) == 1


def test_keys_that_python_frontmatter_stumbles_over_are_read() -> None:
    note = head("content: x\nhandler: y\ncategory: Soft")
    assert note.category == "Soft"


def test_frontmatter_may_follow_empty_lines_and_end_in_dots() -> None:
    assert read(BODY, frontmatter="\n\n---\ntype: skill\n...\n").questions[0].line == 9


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("category: a: b", 3),
        ('category: "soft', 3),
        ("aliases: [a, b", 3),
        ("category: soft\n  proficiency: expert", 4),
        ("category: {{date}}x: y", 3),
        ("category: @soft", 3),
        ("a: *b", 3),
    ],
)
def test_broken_yaml_is_reported_in_the_file_s_line_and_loses_nothing(text: str, line: int) -> None:
    result = read_note("a.md", f"---\ntype: skill\n{text}\n---\n{BODY}".encode())
    if "{{" in text:
        assert isinstance(result, Ignored)
        return
    assert isinstance(result, SkillNote)
    assert len(result.questions) == len(result.stories) == 1
    [problem] = result.problems
    assert (problem.severity, problem.line) == (Severity.ERROR, line)
    assert "not valid YAML" in problem.message
    assert problem.hint


def test_broken_yaml_with_a_body_that_tells_nothing() -> None:
    failed = read_note("a.md", b"---\nkind of: skill\nx: [\n---\nText.\n")
    assert isinstance(failed, Failed)
    assert failed.line in (3, 4)
    assert isinstance(read_note("a.md", b"---\ntype: [recipe\n---\nText.\n"), Ignored)


def test_frontmatter_that_is_never_closed_is_reported_and_the_note_read() -> None:
    note = read(f"\n{BODY}", frontmatter="---\ntype: skill\ncategory: soft\n")
    assert (note.category, len(note.questions)) == ("soft", 1)
    assert [(each.line, each.message) for each in note.problems] == [(1, "the frontmatter is never closed")]
    late = read(f"\n{BODY}\n---\n\nMore.\n", frontmatter="---\ntype: skill\ncategory: soft\n")
    assert len(late.questions) == 1


def test_tabs_are_tolerated_and_keys_given_twice_reported() -> None:
    assert head("aliases:\n\t- One\n\t- Two").aliases == ("One", "Two")
    [problem] = head("category: a\ncategory: b").problems
    assert (problem.line, problem.message) == (4, "the frontmatter has category twice; the second one counts")


def test_alias_bombs_and_deep_yaml_are_bounded() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + at)}: &{chr(98 + at)} [{','.join(['*' + chr(97 + at)] * 9)}]\n" for at in range(12)
    )
    assert len(head(f"{bomb}aliases: *m").aliases) <= 500
    deep = read_note("a.md", f"---\ntype: skill\na: {'[' * 50_000}\n---\n{BODY}".encode())
    assert isinstance(deep, SkillNote)
    assert deep.problems


TEMPLATES = {
    "Templater": ("a.md", "---\ntype: skill\n---\n# <% tp.file.title %>\n"),
    "core title": ("a.md", "---\ntype: skill\n---\n# {{title}}\n\n## Common questions\n1.\n"),
    "core date in the frontmatter": ("a.md", "---\ntype: skill\nlast_used: {{date:YYYY-MM}}\n---\n# N\n"),
    "folder of placeholders": (
        "vault/Templates/Skill.md",
        (
            "---\n"
            "type: skill\n"
            "---\n"
            "# [Skill name]\n"
            "\n"
            "## Common questions\n"
            "1. [Question one]\n"
            "2. [Question two]\n"
        ),
    ),
    "named so": (
        "vault/Skill Template.md",
        ("---\ntype: skill\n---\n# <skill name>\n## Common questions\n1. ...\n2. ...\n"),
    ),
}


@pytest.mark.parametrize(("path", "text"), TEMPLATES.values(), ids=TEMPLATES.keys())
def test_ignores_templates(path: str, text: str) -> None:
    result = read_note(path, text.encode())
    assert isinstance(result, Ignored)
    assert result.reason.startswith("a template: it holds the placeholder ")


def test_a_real_note_may_name_a_placeholder() -> None:
    note = read("# N\n\n## Common questions\n1. How do you use {{name}} in mails?\n")
    assert note.questions[0].text == "How do you use {{name}} in mails?"


def test_card_kinds() -> None:
    assert head("category: a").card_kinds is None
    assert head("cards: [question, story part]").card_kinds == ("question", "story part")
    assert head("cards: question, metric").card_kinds == ("question", "metric")
    note = head("cards: [question, poem]")
    assert [each.message for each in note.problems] == ['the frontmatter\'s cards: has no kind "poem"']
