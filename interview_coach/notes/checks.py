"""What is odd in a note that was read: for each its line, how much it matters, and the remedy."""

from collections import Counter
from collections.abc import Iterator, Sequence

from interview_coach.notes.blocks import Block, Heading, Listing, Para, Quote, tables
from interview_coach.notes.figures import has_figure
from interview_coach.notes.model import Metric, Problem, Question, Severity, SkillNote
from interview_coach.notes.outline import Section
from interview_coach.notes.prose import prose
from interview_coach.notes.stories import Told
from interview_coach.notes.text import fold, is_placeholder
from interview_coach.notes.vocabulary import Kind, Part

CARD_KINDS = ("question", "story part", "metric", "phrasing", "opener")

_PARTS = ((Part.SITUATION, "Situation"), (Part.TASK, "Task"), (Part.ACTION, "Action"), (Part.RESULT, "Result"))
_EXPECTED = frozenset(
    {
        Kind.QUESTIONS,
        Kind.STORY,
        Kind.METRICS,
        Kind.ACCOMPLISHMENTS,
        Kind.KEYWORDS,
        Kind.RESUME,
        Kind.VARIATIONS,
        Kind.PROJECTS,
    }
)


def check(
    note: SkillNote, sections: Sequence[Section], told: Sequence[Told], asked: Sequence[Question]
) -> Iterator[Problem]:
    """The problems of a note; `asked` are its questions before those asked twice were dropped."""
    yield from _questions(note, sections, asked)
    yield from _stories(told)
    yield from _story_sections(note, sections)
    yield from _metrics(note.metrics)
    yield from _sections(sections)
    yield from _card_kinds(note)


def _questions(note: SkillNote, sections: Sequence[Section], asked: Sequence[Question]) -> Iterator[Problem]:
    if not note.questions:
        line = next((section.line for section in sections if section.kind is Kind.QUESTIONS), note.line)
        hint = 'add a heading "Common questions" and a numbered list under it'
        yield Problem(line, Severity.WARNING, "the note has no questions", hint)
    seen: dict[str, int] = {}
    for question in asked:
        key = fold(question.text)
        if key in seen:
            message = f"the question of line {seen[key]} is asked again"
            yield Problem(question.line, Severity.INFO, message, "keep it once; one card is made of it")
        seen.setdefault(key, question.line)


def _stories(told: Sequence[Told]) -> Iterator[Problem]:
    for each in told:
        story = each.story
        texts = {
            Part.SITUATION: story.situation,
            Part.TASK: story.task,
            Part.ACTION: story.action,
            Part.RESULT: story.result,
        }
        missing = [name for part, name in _PARTS if not texts[part] and part not in each.complete]
        if missing:
            which = " and no ".join(missing)
            title = f' "{story.title}"' if story.title else ""
            hint = f"add a line such as: - **{missing[0]}:** ..."
            yield Problem(story.line, Severity.WARNING, f"the story{title} has no {which}", hint)
        for line, label, part in each.misspelt:
            yield Problem(
                line, Severity.INFO, f'"{label}" was read as {part.capitalize()}', "correct the spelling"
            )


def _story_sections(note: SkillNote, sections: Sequence[Section]) -> Iterator[Problem]:
    for section in sections:
        if section.kind is not Kind.STORY or not section.sure or not _has_text(section.blocks):
            continue
        last = _last_line(section.blocks)
        if not any(section.line <= story.line <= last for story in note.stories):
            message = "the story's parts are not labelled, so it was not read"
            hint = "begin each part with its name: **Situation:**, **Task:**, **Action:**, **Result:**"
            yield Problem(section.line, Severity.WARNING, message, hint)


def _metrics(metrics: Sequence[Metric]) -> Iterator[Problem]:
    for metric in metrics:
        if not metric.name:
            hint = "say what it measures, in its row or before a colon"
            yield Problem(metric.line, Severity.WARNING, f"the figure {metric.value} has no name", hint)
        elif not metric.value:
            yield Problem(
                metric.line, Severity.WARNING, f'the metric "{metric.name}" has no value', "add its figure"
            )
        elif not has_figure(metric.value) and not has_figure(metric.name):
            hint = "add how much or how many, or move it to the accomplishments"
            yield Problem(metric.line, Severity.WARNING, f'the metric "{metric.name}" has no figure', hint)
    for (name, line), count in Counter((metric.name, metric.line) for metric in metrics).items():
        if count > 1 and name:
            yield Problem(line, Severity.INFO, f'the metric "{name}" is there {count} times', "keep it once")


def _sections(sections: Sequence[Section]) -> Iterator[Problem]:
    titled = {section.kind for section in sections if _has_text(section.blocks)}
    for section in sections:
        if section.misspelt:
            message = f'"{section.title}" was read as "{section.misspelt}"'
            yield Problem(section.line, Severity.INFO, message, "correct the spelling, or give it another name")
        empty = (
            section.kind in _EXPECTED
            and section.sure
            and section.title
            and not _has_text(section.blocks)
            and not section.extra
        )
        if (
            empty
            and section.kind not in titled
            and section.kind is not Kind.QUESTIONS
            and section.kind is not Kind.RESUME
        ):
            hint = "fill it in, or take the heading out"
            yield Problem(section.line, Severity.WARNING, f'the section "{section.title}" is empty', hint)
        for table in tables(section.blocks):
            for row in table.rows:
                if row and not any(cell.text for cell in row) and section.kind in _EXPECTED:
                    yield Problem(
                        row[0].line, Severity.INFO, "the row of the table is empty", "fill it in, or delete it"
                    )


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
        if kind not in CARD_KINDS:
            hint = f"the kinds are {', '.join(CARD_KINDS)}"
            yield Problem(1, Severity.WARNING, f'the frontmatter\'s cards: has no kind "{kind}"', hint)
