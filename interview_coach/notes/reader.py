"""Reads one note: bytes in, `SkillNote`, `Ignored` or `Failed` out. Never raises, whatever the bytes are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from interview_coach.notes import facts
from interview_coach.notes.asking import question_in
from interview_coach.notes.blocks import Block, Heading
from interview_coach.notes.checks import Findings, check, says_something
from interview_coach.notes.drafts import Told
from interview_coach.notes.encoding import NOT_UTF_8, NoText, decode
from interview_coach.notes.head import Head, read_head
from interview_coach.notes.keywords import read_keywords
from interview_coach.notes.markdown import parse
from interview_coach.notes.metrics import read_metrics
from interview_coach.notes.model import (
    MAX_BYTES,
    TOO_LARGE,
    Failed,
    Ignored,
    Metric,
    Phrasing,
    Problem,
    Question,
    ReadResult,
    SkillNote,
    Story,
)
from interview_coach.notes.outline import Outline, Section, outline, spellings
from interview_coach.notes.phrasings import RESUME_LINE, read_phrasings
from interview_coach.notes.projects import read_projects, read_related
from interview_coach.notes.properties import take_properties, with_properties
from interview_coach.notes.questions import Asked, read_questions
from interview_coach.notes.recognise import has_sections, says_skill, template_reason
from interview_coach.notes.source import tidy
from interview_coach.notes.stories import read_stories
from interview_coach.notes.text import Line, clean, fold, is_question, make_line
from interview_coach.notes.vocabulary import Kind

FAULT = "this is a fault of the program: please report it, with the note if you can"


def read_note(path: str, data: bytes) -> ReadResult:
    """What the file holds. `path` is carried through as it is; its last part names a note without a title."""
    try:
        return _read(path, data)
    except Exception as error:  # noqa: BLE001 - a fault met in one note must not keep the others from being read
        return Failed(path, 1, f"the note could not be read ({type(error).__name__}: {error})", FAULT)


def _read(path: str, data: bytes) -> ReadResult:
    if len(data) > MAX_BYTES:
        return Ignored(path, TOO_LARGE)
    if not data.strip():
        return Ignored(path, "empty")
    decoded = decode(data)
    if isinstance(decoded, NoText):
        if decoded.wide and b"skill" in data.replace(b"\x00", b"").lower():
            return Failed(path, 1, decoded.reason, NOT_UTF_8)
        return Ignored(path, decoded.reason)
    text, problems = decoded
    if not text.strip():
        return Ignored(path, "empty")
    head = read_head(text)
    template = template_reason(path, head.raw, head.body)
    if template:
        return Ignored(path, template)
    said = says_skill(head, head.body)
    if isinstance(said, str):
        return Ignored(path, f"type is {said}, not skill")
    return _read_body(path, head, bool(said), problems)


def _read_body(path: str, head: Head, is_skill: bool, problems: tuple[Problem, ...]) -> ReadResult:
    source = tidy(head.body, head.body_line)
    properties, blocks = take_properties(parse(source))
    head = replace(head, values=with_properties(head.values, properties)) if properties else head
    shape = _outlined(blocks)
    if not is_skill and not has_sections(shape.sections):
        broken = head.broken
        if broken is not None and "skill" in head.raw.casefold():
            return Failed(path, broken.line, broken.message, broken.hint)
        if problems:
            return Ignored(path, "not UTF-8 text, and as Windows-1252 it is no skill note")
        return Ignored(path, "not a skill note: no type: skill, and no sections of one")
    found = _Found()
    for section in shape.sections:
        found.take(section)
    found.take_untitled(shape.sections)
    note = _note(path, head, shape, found)
    every = [*problems, *source.problems, *([head.broken] if head.broken else ()), *head.duplicates]
    if head.broken is None or says_something(note):
        told = (*found.told, *(told for asked in found.asked for told in asked.told))
        asked = [Question(each.text, each.line) for each in found.asked]
        every += check(note, Findings(shape.sections, told, asked, found.unmeasured, found.unwritten))
    return replace(note, problems=tuple(sorted(every, key=lambda each: each.line)))


def _outlined(blocks: Sequence[Block]) -> Outline:
    """The outline; where a main section is missing, titles that only misspell one are taken for it."""
    shape = outline(blocks)
    kinds = {section.kind for section in shape.sections}
    whole = {Kind.QUESTIONS, Kind.STORY, Kind.METRICS, Kind.KEYWORDS} <= kinds
    near = spellings(shape.doubtful if whole else (*shape.doubtful, *shape.untold))
    return outline(blocks, near) if near else shape


@dataclass(slots=True)
class _Found:
    """What the sections of one note hold, gathered section by section."""

    asked: list[Asked] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    metrics: list[Metric] = field(default_factory=list)
    unmeasured: list[Line] = field(default_factory=list)
    unwritten: list[int] = field(default_factory=list)  # the lines of stories of which only the labels stand
    accomplishments: list[str] = field(default_factory=list)
    phrasings: list[Phrasing] = field(default_factory=list)
    answering: list[Section] = field(default_factory=list)  # without a kind, a story under a question
    sections: dict[Kind, list[Section]] = field(default_factory=dict)

    def take(self, section: Section) -> None:
        """Reads a section by its kind; the plainer kinds are kept for later."""
        blocks = section.blocks
        if section.kind is None or section.kind is Kind.OTHER:
            self._loose_stories(section)
        elif section.kind is Kind.QUESTIONS:
            self._questions(blocks, sure=True)
        elif section.kind is Kind.INTERVIEW:
            self._questions(blocks, sure=False)
        elif section.kind is Kind.STORY:
            self._stories(section)
        elif section.kind is Kind.METRICS:
            metrics, without = read_metrics(blocks, sure=section.sure)
            self.metrics += metrics
            self.unmeasured += without
        elif section.kind is Kind.ACCOMPLISHMENTS:
            self.accomplishments += facts.read_accomplishments(blocks)
        elif section.kind in (Kind.RESUME, Kind.VARIATIONS):
            self.phrasings += read_phrasings(blocks, RESUME_LINE, varied=section.kind is Kind.VARIATIONS)
        elif section.kind is Kind.PITCH:
            self.phrasings += read_phrasings(blocks, section.title)
        self.sections.setdefault(section.kind or Kind.OTHER, []).append(section)

    def _questions(self, blocks: Sequence[Block], *, sure: bool) -> None:
        asked, told = read_questions(blocks, sure=sure)
        self.asked += asked
        self.told += told

    def _loose_stories(self, section: Section) -> None:
        """The stories of a section that no name tells of; its title may be the question that they answer."""
        told = read_stories(section.blocks, _story_title(section), sure=False)
        if told and question_in(section.title):
            self.answering.append(section)
        self.told += told

    def _stories(self, section: Section) -> None:
        """A story section; a title in it that is a question is one."""
        for told in read_stories(section.blocks, _story_title(section), sure=section.sure):
            if not told.is_written:
                self.unwritten.append(told.story.line)
            elif is_question(told.story.title):
                self.asked.append(Asked(told.story.title, told.story.line, None, (told,)))
            else:
                self.told.append(told)

    def take_untitled(self, sections: Sequence[Section]) -> None:
        """Headings that are questions, and where no section holds any, Q: lines; a story told under one is
        its answer."""
        if self.asked:
            sections = self.answering
        blocks: list[Block] = []
        for section in sections:
            if section.kind in (None, Kind.OTHER):
                if section.title:
                    blocks.append(Heading(section.level, make_line(section.title, section.line)))
                blocks += section.blocks
        asked, _ = read_questions(blocks, sure=False)
        answers = {_parts(told) for each in asked for told in each.told}
        self.told = [told for told in self.told if _parts(told) not in answers]
        self.asked += asked

    def blocks(self, kind: Kind) -> list[Block]:
        """The blocks of every section of this kind."""
        return [block for section in self.sections.get(kind, ()) for block in section.blocks]


def _parts(told: Told) -> tuple[str, ...]:
    """What a story says, wherever it begins and whatever it is called."""
    story = told.story
    return (story.situation, story.task, story.action, story.result, story.learning)


def _story_title(section: Section) -> str:
    """What a section's title says of its story: what is beyond "STAR story", or its number."""
    numbered = re.search(r"[^\W\d].*\d", section.title) is not None
    return section.extra or (section.title.strip(" :：") if section.kind is None or numbered else "")


def _note(path: str, head: Head, shape: Outline, found: _Found) -> SkillNote:
    title = shape.title.text if shape.title else head.text("title", "name", "skill")
    questions, stories = _joined(found)
    description = facts.read_description(found.blocks(Kind.DESCRIPTION)) or facts.intro(
        shape.sections[0].blocks
    )
    cards = head.values.get("cards")
    return SkillNote(
        path=path,
        title=re.sub(r"^(?:\d+(?:\.\d+)*[.)]|\d{12,14}|skill\s*[:–-])\s+", "", title, flags=re.IGNORECASE)
        or clean(PurePath(path).stem.encode("utf-8", "replace").decode())
        or "Untitled",
        line=shape.title.line if shape.title else 1,
        category=head.text("category", "categories", "area"),
        proficiency=head.text("proficiency", "proficiency level", "level", "skill level"),
        years=head.text("years experience", "years of experience", "years", "experience", "yrs"),
        last_used=head.text("last used", "lastused", "last practiced"),
        aliases=head.names("aliases", "alias", "also known as", "aka"),
        description=description,
        dimensions=tuple(facts.read_proficiency(found.blocks(Kind.PROFICIENCY))),
        self_assessment=facts.read_description(found.blocks(Kind.SELF_ASSESSMENT)),
        accomplishments=tuple(dict.fromkeys(found.accomplishments)),
        metrics=tuple(found.metrics),
        phrasings=tuple(found.phrasings),
        projects=tuple(read_projects(found.blocks(Kind.PROJECTS))),
        related=tuple(read_related(found.blocks(Kind.RELATED))),
        questions=questions,
        stories=stories,
        keywords=tuple(read_keywords(found.blocks(Kind.KEYWORDS))),
        card_kinds=None if cards is None else head.names("cards"),
    )


def _joined(found: _Found) -> tuple[tuple[Question, ...], tuple[Story, ...]]:
    """The questions, each once, and all stories; a story under a question is known by its index."""
    stories = [each.story for each in found.told]
    questions: dict[str, Question] = {}
    for asked in found.asked:
        own = len(stories) if asked.told else None
        stories += [each.story for each in asked.told]
        key = fold(asked.text) or asked.text
        before = questions.get(key)
        if before is None:
            questions[key] = Question(asked.text, asked.line, asked.answer, own)
        else:
            questions[key] = replace(
                before,
                answer=asked.answer if before.answer is None else before.answer,
                story=own if before.story is None else before.story,
            )
    return tuple(questions.values()), tuple(stories)
