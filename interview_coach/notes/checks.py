"""What is odd in a note that was read: for each its line, how much it matters, and the remedy."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_coach.notes.blocks import Block, Heading, Listing, Para, Quote, Table, tables
from interview_coach.notes.drafts import Told
from interview_coach.notes.figures import has_figure
from interview_coach.notes.model import Metric, Problem, Question, Severity, SkillNote
from interview_coach.notes.outline import Section
from interview_coach.notes.prose import prose
from interview_coach.notes.text import Line, fold, is_placeholder, shortened
from interview_coach.notes.vocabulary import Kind, Part

CARD_KINDS = ("question", "story part", "metric", "phrasing", "opener")
_KIND_WORDS = {*CARD_KINDS, "story", "storie", "part", "all", "none", "no", "off", "false"}  # without plural s

_PARTS = ((Part.SITUATION, "Situation"), (Part.TASK, "Task"), (Part.ACTION, "Action"), (Part.RESULT, "Result"))
_EXPECTED = frozenset(
    {
        Kind.STORY,
        Kind.METRICS,
        Kind.ACCOMPLISHMENTS,
        Kind.KEYWORDS,
        Kind.VARIATIONS,
        Kind.PROJECTS,
    }
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was met in reading a note beside what it says.

    `asked` are its questions before those asked twice were dropped, `unmeasured` the lines in place of a
    metric that give no figure, `unwritten` the lines of stories of which only the labels stand.
    """

    sections: Sequence[Section]
    told: Sequence[Told] = ()
    asked: Sequence[Question] = ()
    unmeasured: Sequence[Line] = ()
    unwritten: Sequence[int] = ()


def check(note: SkillNote, found: Findings) -> Iterator[Problem]:
    """The problems of a note, in no order."""
    yield from _questions(note, found)
    yield from _stories(found.told)
    yield from _story_sections(note, found)
    yield from _metrics(note.metrics, found.unmeasured)
    for section in found.sections:
        yield from _section(section, found.sections)
    yield from _card_kinds(note)


def says_something(note: SkillNote) -> bool:
    """Whether anything was read that cards could be made of."""
    return any((note.questions, note.stories, note.metrics, note.phrasings, note.keywords))


def _questions(note: SkillNote, found: Findings) -> Iterator[Problem]:
    if not note.questions:
        here = next((section for section in found.sections if section.kind is Kind.QUESTIONS), None)
        begun = here is None or says_something(note)  # a note that was just made lacks all alike
        hint = 'add a heading "Common questions" and a numbered list under it'
        yield Problem(
            here.line if here else note.line,
            Severity.WARNING if begun else Severity.INFO,
            "the note has no questions",
            "write them under it, one a line" if here and here.title else hint,
        )
    seen: dict[str, int] = {}
    for question in found.asked:
        key = fold(question.text)
        if key in seen:
            message = f"the question of line {seen[key]} is asked again"
            yield Problem(question.line, Severity.INFO, message, "keep it once; one card is made of it")
        seen.setdefault(key, question.line)


def _stories(told: Sequence[Told]) -> Iterator[Problem]:
    for each in told:
        story = each.story
        texts = (story.situation, story.task, story.action, story.result)
        missing = [
            name
            for (part, name), text in zip(_PARTS, texts, strict=True)
            if not text and part not in each.complete
        ]
        if missing:
            which = " or ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
            title = f' "{story.title}"' if story.title else ""
            hint = f"add a line such as: - **{missing[0]}:** ..."
            yield Problem(story.line, Severity.WARNING, f"the story{title} has no {which}", hint)
        for line, label, part in each.misspelt:
            yield Problem(
                line, Severity.INFO, f'"{label}" was read as {part.capitalize()}', "correct the spelling"
            )


def _story_sections(note: SkillNote, found: Findings) -> Iterator[Problem]:
    if found.unwritten:
        hint = "write what happened behind Situation, Task, Action and Result"
        yield Problem(found.unwritten[0], Severity.INFO, "the STAR story is not written yet", hint)
    begun = [*(story.line for story in note.stories), *found.unwritten]
    for section in found.sections:
        if section.kind is not Kind.STORY or not section.sure or not _has_text(section.blocks):
            continue
        last = _last_line(section.blocks)
        if not any(section.line <= line <= last for line in begun):
            message = "the story's parts are not labelled, so it was not read"
            hint = "begin each part with its name: **Situation:**, **Task:**, **Action:**, **Result:**"
            yield Problem(section.line, Severity.WARNING, message, hint)


_GIVE_FIGURE = "add how much or how many, or move it to the accomplishments"


def _metrics(metrics: Sequence[Metric], unmeasured: Sequence[Line]) -> Iterator[Problem]:
    for metric in metrics:
        if not metric.name:
            hint = "say what it measures, in its row or before a colon"
            yield Problem(metric.line, Severity.WARNING, f"the figure {metric.value} has no name", hint)
        elif not metric.value:
            yield Problem(
                metric.line, Severity.WARNING, f'the metric "{metric.name}" has no value', "add its figure"
            )
        elif not has_figure(metric.value) and not has_figure(metric.name):
            message = f'the metric "{metric.name}" has no figure'
            yield Problem(metric.line, Severity.WARNING, message, _GIVE_FIGURE)
    for line in unmeasured:
        message = f'the metric "{shortened(line.text)}" has no figure'
        yield Problem(line.line, Severity.WARNING, message, _GIVE_FIGURE)
    for (name, at), count in Counter((metric.name, metric.line) for metric in metrics).items():
        if count > 1 and name:
            yield Problem(at, Severity.INFO, f'the metric "{name}" is there {count} times', "keep it once")


def _section(section: Section, sections: Sequence[Section]) -> Iterator[Problem]:
    if section.misspelt:
        message = f'"{section.title}" was read as "{section.misspelt}"'
        yield Problem(section.line, Severity.INFO, message, "correct the spelling, or give it another name")
    named = section.kind in _EXPECTED and section.sure and section.title
    if named and not section.extra and not _has_text(section.blocks):
        others = (each for each in sections if each.kind is section.kind)
        if not any(_has_text(each.blocks) for each in others):
            message = f'the section "{section.title.rstrip(" :：")}" is empty'
            yield Problem(section.line, Severity.INFO, message, "fill it in, or take the heading out")
    if section.kind in _EXPECTED:
        for table in tables(section.blocks):
            for row in table.rows:
                if row and not any(cell.text for cell in row):
                    message = "the row of the table is empty"
                    yield Problem(row[0].line, Severity.INFO, message, "fill it in, or delete it")


def _has_text(blocks: Sequence[Block]) -> bool:
    """Whether the blocks say anything but headings and placeholders; hashtags count."""
    for block in blocks:
        if isinstance(block, Para):
            if not is_placeholder(" ".join(line.marked for line in block.lines)):
                return True
        elif isinstance(block, Listing):
            if any(_has_text(item.blocks) for item in block.items):
                return True
        elif isinstance(block, Quote):
            if _has_text(block.blocks) or (block.title is not None and block.title.text):
                return True
        elif isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row] if block.rows else block.header
            if any(cell.text and (block.rows or has_figure(cell.text)) for cell in cells):
                return True
        elif not isinstance(block, Heading) and not is_placeholder(prose([block])):
            return True
    return False


def _last_line(blocks: Sequence[Block]) -> int:
    """The last line on which a block begins, nested ones too."""
    last = 0
    for block in blocks:
        if isinstance(block, Para):
            last = max(last, block.lines[-1].line)
        elif isinstance(block, Heading):
            last = max(last, block.title.line)
        elif isinstance(block, Listing):
            last = max([last, *(max(item.line, _last_line(item.blocks)) for item in block.items)])
        elif isinstance(block, Quote):
            last = max(last, block.line, _last_line(block.blocks))
        else:
            last = max(last, block.line)
            if rows := getattr(block, "rows", ()):
                last = max(last, rows[-1][0].line)
    return last


def _card_kinds(note: SkillNote) -> Iterator[Problem]:
    for kind in note.card_kinds or ():
        word = " ".join(re.split(r"[\s_-]+", kind.strip().casefold())).removesuffix("s")
        if word not in _KIND_WORDS:
            hint = f"the kinds are {', '.join(CARD_KINDS)}"
            yield Problem(1, Severity.WARNING, f'the frontmatter\'s cards: has no kind "{kind}"', hint)
