"""Which question has which story, and where the stories fall short. From the notes alone.

It stands beside the cards since the same rule says which story a card answers with. Everything found is a
note to the person, with its file and line; nothing is wrong with a deck that has such notes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from interview_coach.answers.facts import clock
from interview_coach.answers.words import spoken_seconds, word_count
from interview_coach.cards.baselines import Lack, example_for, lack_of
from interview_coach.cards.make import PARTS, stories_for
from interview_coach.cards.themes import Theme, themes_asked, themes_told
from interview_coach.notes.model import Metric, Question, SkillNote, Story
from interview_coach.notes.text import shortened
from interview_coach.settings import Settings

_LACKING = {
    Lack.BEFORE: "is a change, and what it was before is not there",
    Lack.WHOLE: "is a share, and of what is not there",
    Lack.COMPARISON: "is how long it takes, and nothing says what that is against",
}


class Code(StrEnum):
    """What a finding is about; the values are the words in JSON."""

    NO_ANSWER = "no_answer"
    OVERUSED = "overused"
    TOO_LONG = "too_long"
    NO_BASELINE = "no_baseline"
    NO_WHOLE = "no_whole"
    NO_FAILURE = "no_failure"
    NO_CONFLICT = "no_conflict"
    FEW_STORIES = "few_stories"
    MANY_STORIES = "many_stories"
    ONE_STORY_PRACTISED = "one_story_practised"


@dataclass(frozen=True, slots=True)
class Finding:
    """Where the stories fall short, and the remedy. `path` is "" and `line` 0 for what concerns all notes."""

    code: Code
    path: str
    line: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story over all notes. `seconds` is how long its words take to say, `over` how much past the red light.

    `questions` are the indexes in `Coverage.questions` of those that it alone answers; `shared` of those that
    another of its note's stories may answer just as well.
    """

    path: str
    skill: str
    name: str
    line: int
    words: int
    seconds: int
    over: int
    themes: frozenset[Theme]
    questions: tuple[int, ...]
    shared: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question over all notes. `stories` are the indexes in `Coverage.stories` of those that may answer it.

    `own_answer` says that the note has an answer written for it.
    """

    path: str
    skill: str
    text: str
    line: int
    own_answer: bool
    stories: tuple[int, ...]

    @property
    def is_covered(self) -> bool:
        """Whether there is anything to answer with."""
        return self.own_answer or bool(self.stories)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The questions and the stories of all notes, and what there is to note, file by file and line by line."""

    questions: tuple[AskedQuestion, ...]
    stories: tuple[ToldStory, ...]
    findings: tuple[Finding, ...]


def coverage(notes: Sequence[SkillNote], settings: Settings) -> Coverage:
    """What the notes cover."""
    questions: list[AskedQuestion] = []
    stories: list[ToldStory] = []
    findings: list[Finding] = []
    for note in notes:
        asked, told = _of_note(note, settings, len(questions), len(stories))
        questions += asked
        stories += told
        found = [*_questions_without(asked), *_overused(told, settings), *_too_long(told, settings)]
        found += _metrics(note)
        findings += sorted(found, key=lambda finding: finding.line)
    findings += _of_all(stories, settings)
    return Coverage(tuple(questions), tuple(stories), tuple(findings))


def red_light(settings: Settings) -> int:
    """The second at which an answer is too long, by the clock that the settings choose."""
    return int(getattr(settings, f"{settings.answer_profile}_lights")[2])


def _of_note(
    note: SkillNote, settings: Settings, asked_before: int, told_before: int
) -> tuple[list[AskedQuestion], list[ToldStory]]:
    """The questions and stories of one note, numbered on from those of the notes before it."""
    serving = [stories_for(note, question) for question in note.questions]
    # By place: two stories may read alike, and a question with one of its own means that one.
    told = [index for index, story in enumerate(note.stories) if _text(story)]
    numbers = {index: told_before + place for place, index in enumerate(told)}
    means = [
        tuple(numbers[index] for index in told if _serves(note, question, stories, index))
        for question, stories in zip(note.questions, serving, strict=True)
    ]
    asked = [
        AskedQuestion(note.path, note.title, question.text, question.line, bool(question.answer), stories)
        for question, stories in zip(note.questions, means, strict=True)
    ]
    return asked, [_told(note, index, numbers[index], means, asked_before, settings) for index in told]


def _serves(note: SkillNote, question: Question, stories: Sequence[Story], index: int) -> bool:
    if question.story is not None:
        return index == question.story
    return any(story is note.stories[index] for story in stories)


def _told(
    note: SkillNote,
    index: int,
    number: int,
    means: Sequence[tuple[int, ...]],
    asked_before: int,
    settings: Settings,
) -> ToldStory:
    story = note.stories[index]
    alone = [at for at, numbers in enumerate(means) if numbers == (number,)]
    shared = [at for at, numbers in enumerate(means) if number in numbers and len(numbers) > 1]
    words = word_count(_text(story))
    seconds = spoken_seconds(words, settings.words_per_minute)
    themes = themes_told(_text(story)) | themes_asked(story.title)
    for at in alone:
        themes |= themes_asked(note.questions[at].text)
    return ToldStory(
        path=note.path,
        skill=note.title,
        name=_name(note, index),
        line=story.line,
        words=words,
        seconds=seconds,
        over=max(0, seconds - red_light(settings)),
        themes=themes,
        questions=tuple(asked_before + at for at in alone),
        shared=tuple(asked_before + at for at in shared),
    )


def _name(note: SkillNote, index: int) -> str:
    """What to call a story: its title, else its skill, with its number where the note has several."""
    story = note.stories[index]
    if story.title:
        return story.title
    return note.title if len(note.stories) == 1 else f"{note.title}, story {index + 1}"


def _text(story: Story) -> str:
    return "\n".join(text for part in PARTS if (text := getattr(story, part)))


# -- what there is to note


def _questions_without(asked: Sequence[AskedQuestion]) -> Iterator[Finding]:
    for question in asked:
        if not question.is_covered:
            message = f'no story and no answer for "{shortened(question.text)}"'
            hint = "tell a STAR story in this note, or write the answer under the question"
            yield Finding(Code.NO_ANSWER, question.path, question.line, message, hint)


def _overused(told: Sequence[ToldStory], settings: Settings) -> Iterator[Finding]:
    for story in told:
        shared = ceil(len(story.shared) / max(1, len(told)))
        number = len(story.questions) + shared
        if number > settings.story_questions:
            message = f'the story "{shortened(story.name)}" has to answer {number} questions'
            hint = "give some of them a story of their own: an interview asks several, and a story is told once"
            yield Finding(Code.OVERUSED, story.path, story.line, message, hint)


def _too_long(told: Sequence[ToldStory], settings: Settings) -> Iterator[Finding]:
    for story in told:
        if story.over:
            message = (
                f'the story "{shortened(story.name)}" takes {clock(story.seconds)} to say '
                f"({story.words} words at {settings.words_per_minute} a minute), "
                f"{clock(story.over)} over the red light"
            )
            yield Finding(Code.TOO_LONG, story.path, story.line, message, "shorten it, the Situation first")


def _metrics(note: SkillNote) -> Iterator[Finding]:
    for metric in note.metrics:
        lack = lack_of(metric)
        if lack is not None:
            message = f"{_shown(metric)} {_LACKING[lack]}"
            what = "what it was before, or was to be," if lack is Lack.COMPARISON else "it"
            hint = f'add {what} to the context, like "{example_for(metric, lack)}"; an interviewer asks'
            code = Code.NO_WHOLE if lack is Lack.WHOLE else Code.NO_BASELINE
            yield Finding(code, note.path, metric.line, message, hint)


def _of_all(stories: Sequence[ToldStory], settings: Settings) -> Iterator[Finding]:
    if not stories:
        return
    words = {Theme.FAILURE: "a failure or a mistake", Theme.CONFLICT: "a conflict or a disagreement"}
    codes = {Theme.FAILURE: Code.NO_FAILURE, Theme.CONFLICT: Code.NO_CONFLICT}
    for theme, code in codes.items():
        if not any(theme in story.themes for story in stories):
            message = f"no story seems to be about {words[theme]} (by its words, its title and its questions)"
            yield Finding(code, "", 0, message, "interviewers ask for one by name: have one ready")
    few, aim, many = settings.stories_to_hold
    held = f"{len(stories)} {'story' if len(stories) == 1 else 'stories'} in all; about {aim} is the aim"
    if len(stories) < few:
        hint = "tell another one (the aim is a setting: stories_to_hold)"
        yield Finding(Code.FEW_STORIES, "", 0, held, hint)
    if len(stories) > many:
        hint = "keep the strongest: fewer are easier to have at hand (the aim is a setting: stories_to_hold)"
        yield Finding(Code.MANY_STORIES, "", 0, held, hint)


def _shown(metric: Metric) -> str:
    return f'"{shortened(metric.name or metric.context)}: {shortened(metric.value)}"'
