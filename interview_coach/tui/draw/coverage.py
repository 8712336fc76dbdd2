"""Coverage: what is missing in words, the questions with their stories, the stories with their questions."""

from collections.abc import Sequence
from enum import StrEnum

from textual.content import Content

from interview_coach.answers.facts import clock
from interview_coach.coach.coverage import AskedQuestion, Finding, Practised, ToldStory
from interview_coach.tui.draw.basics import BLANK, QUIET, clickable, counted, day_name
from interview_coach.tui.text import cut, padded, wrapped

GAP = "  "
TIMES = 8  # cells of how often
READING = 88


class Section(StrEnum):
    """The sections; the values are their names on the screen."""

    MISSING = "Missing"
    QUESTIONS = "Questions"
    STORIES = "Stories"


def count(found: Practised, section: Section) -> int:
    """How many rows a section has."""
    covered = found.coverage
    return {
        Section.MISSING: len(covered.findings),
        Section.QUESTIONS: len(covered.questions),
        Section.STORIES: len(covered.stories),
    }[section]


def place(found: Practised, section: Section, index: int) -> tuple[str, int] | None:
    """The note and the line of a row, a path of "" for all notes; None where there is no such row."""
    covered = found.coverage
    places = {
        Section.MISSING: [(each.path, each.line) for each in covered.findings],
        Section.QUESTIONS: [(each.path, each.line) for each in covered.questions],
        Section.STORIES: [(each.path, each.line) for each in covered.stories],
    }[section]
    return places[index] if index < len(places) else None


def tabs(at: Section, found: Practised | None, width: int) -> Content:
    """The sections with their digits and how much is in each."""
    parts = []
    for number, section in enumerate(Section, start=1):
        many = "" if found is None else f" {count(found, section):,}"
        style = "bold reverse $text-primary" if section is at else QUIET
        tab = Content.styled(f" {number} {section}{many} ", style)
        parts.append(clickable(tab, f"screen.section({number})"))
    return Content(" ").join(parts).truncate(width)


def names(section: Section, width: int) -> Content:
    """The heads of the columns."""
    if section is Section.MISSING:
        return BLANK
    columns = ("Question", "Told with", "Answered") if section is Section.QUESTIONS else _STORY_HEADS
    return Content.styled(_in_columns(columns, section, width - len(GAP), lead=GAP), QUIET)


_STORY_HEADS = ("Story", "Questions", "To say")


def _in_columns(texts: Sequence[str], section: Section, width: int, lead: str = "") -> str:
    first, second, third = texts
    middle = (width - TIMES - 2 * len(GAP)) * 2 // 5 if section is Section.QUESTIONS else 12
    start = width - middle - TIMES - 2 * len(GAP)
    return lead + GAP.join((padded(first, start), padded(second, middle), f"{cut(third, TIMES):>{TIMES}}"))


def row(found: Practised, section: Section, index: int, width: int) -> tuple[Content, ...]:
    """A row of a section."""
    covered = found.coverage
    if section is Section.MISSING:
        finding = covered.findings[index]
        return (Content.assemble(("! ", "$text-warning"), cut(_begun(finding.message), width - 2)),)
    if section is Section.QUESTIONS:
        question, given = covered.questions[index], found.answers[index]
        times = f"{given.answers} x" if given else "never"
        line = _in_columns((question.text, with_what(found, question), times), section, width)
        return (Content.styled(line, "" if question.is_covered else "$text-warning"),)
    story = covered.stories[index]
    number = len(story.questions) + len(story.shared)
    late = "!" if story.over else ""
    texts = (story.name, f"{number or 'none'}", f"{late}{clock(story.seconds)}")
    return (Content(_in_columns(texts, section, width)),)


def with_what(found: Practised, question: AskedQuestion) -> str:
    """What a question is answered with."""
    if question.own_answer:
        return "its own answer"
    stories = [found.coverage.stories[number].name for number in question.stories]
    return " or ".join(stories) or "! nothing yet"


def detail(found: Practised, section: Section, index: int, width: int) -> list[Content]:
    """What stands beneath the rows: the whole of the one at the cursor."""
    width = min(width, READING)
    covered = found.coverage
    if section is Section.MISSING:
        return _finding(covered.findings[index], width)
    if section is Section.QUESTIONS:
        return _question(found, index, width)
    return _story(found, index, width)


def _text(text: str, width: int, style: str = "") -> list[Content]:
    return [Content.styled(line, style) for line in wrapped(text, width)]


def _begun(message: str) -> str:
    """A message as the beginning of a sentence."""
    return message[:1].upper() + message[1:]


def _finding(finding: Finding, width: int) -> list[Content]:
    message = _begun(finding.message)
    place = f"{finding.path}:{finding.line}" if finding.path else "all notes together"
    first, *others = wrapped(finding.hint, width - 2)
    remedy = [Content.assemble(("→ ", "$text-accent"), first), *(Content(f"  {line}") for line in others)]
    return [*_text(f"{message}.", width, "bold"), *remedy, *_text(place, width, QUIET)]


def _question(found: Practised, index: int, width: int) -> list[Content]:
    question, given = found.coverage.questions[index], found.answers[index]
    lines = _text(question.text, width, "bold")
    if question.own_answer:
        lines += _text("The note has an answer of its own for it.", width)
    elif question.stories:
        names = [found.coverage.stories[number].name for number in question.stories]
        lines += _text(f"Told with: {' or '.join(names)}", width)
    else:
        lines += _text("! No story and no answer yet.", width, "$text-warning")
    if given is not None:
        last = f"last on {day_name(given.last)} {given.last.year}"
        lines += _text(f"Answered {counted(given.answers, 'time')}, {last}.", width)
    else:
        lines += _text("Never answered in practice.", width)
    return [*lines, *_text(f"{question.skill} · {question.path}:{question.line}", width, QUIET)]


def _story(found: Practised, index: int, width: int) -> list[Content]:
    story, told = found.coverage.stories[index], found.told[index]
    lines = _text(story.name, width, "bold")
    lines += _text(_length(story), width, "$text-warning" if story.over else "")
    asked = [*story.questions, *story.shared]
    if asked:
        alone = counted(len(story.questions), "question")
        shared = f", and {len(story.shared)} that another story may answer too" if story.shared else ""
        often = f"told {counted(told, 'time')}" if told else "not told yet"
        lines += _text(f"It alone answers {alone}{shared}; {often}.", width)
    else:
        lines += _text("No question is answered with it.", width)
    themes = ", ".join(sorted(theme.value for theme in story.themes))
    if themes:
        lines += _text(f"It seems to be about {themes}.", width)
    lines += _text(f"{story.skill} · {story.path}:{story.line}", width, QUIET)
    for number in asked:
        lines += [Content(cut(f"· {found.coverage.questions[number].text}", width))]
    return lines


def _length(story: ToldStory) -> str:
    over = f", {clock(story.over)} over the red light" if story.over else ""
    return f"{counted(story.words, 'word')}, {clock(story.seconds)} to say{over}."


def nothing(section: Section, found: Practised, width: int) -> list[Content]:
    """An empty section, in words."""
    if not found.coverage.questions and not found.coverage.stories:
        return _text("There are no questions and no stories in your notes yet.", width)
    return _text(
        {
            Section.MISSING: "Nothing is missing: each question has something to be told with.",
            Section.QUESTIONS: "There are no questions in your notes yet.",
            Section.STORIES: "There is no story in your notes yet.",
        }[section],
        width,
    )
