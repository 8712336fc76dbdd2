"""Coverage: which questions have a story, from the notes and from what was practised."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from interview_coach.cards.coverage import AskedQuestion, Code, Coverage, Finding, ToldStory, coverage
from interview_coach.notes.files import Found, find_notes, read_file
from interview_coach.notes.model import ReadResult, SkillNote
from interview_coach.settings import Settings
from interview_coach.store.database import Database
from interview_coach.store.library import Answered, answers_to_questions

__all__ = [
    "AskedQuestion",
    "Code",
    "Coverage",
    "Finding",
    "Practised",
    "ToldStory",
    "coverage_of",
    "practised",
    "read_decks",
]

# One story in more than half of the answers is worth a word once there are this many, and others to tell.
ANSWERS_TO_JUDGE_BY = 10
STORIES_TO_CHOOSE_FROM = 3


@dataclass(frozen=True, slots=True)
class Practised:
    """Coverage with what was practised.

    `answers` goes with `coverage.questions`, None for a question that was never answered; `told` with
    `coverage.stories`: the answers to the questions that the story alone answers.
    """

    coverage: Coverage
    answers: tuple[Answered | None, ...]
    told: tuple[int, ...]


def read_decks(decks: Path) -> list[SkillNote]:
    """The skill notes of a workspace as they are on disk now, their paths inside decks/: some 2 ms a note."""
    found = [each for each in find_notes(decks) if isinstance(each, Found)]
    results = (read_file(each.path, each.relative) for each in found)
    return [each for each in results if isinstance(each, SkillNote)]


def coverage_of(results: Sequence[ReadResult], settings: Settings) -> Coverage:
    """What notes that were read cover, files that are no skill notes left out."""
    return coverage([each for each in results if isinstance(each, SkillNote)], settings)


def practised(database: Database, decks: Path, settings: Settings) -> Practised:
    """The coverage of a workspace's notes, with what was practised of it. It reads every note."""
    with database.explained():
        answered = answers_to_questions(database.connection)
    covered = coverage(read_decks(decks), settings)
    answers = tuple(answered.get((question.path, question.text)) for question in covered.questions)
    told = tuple(
        sum(given.answers for number in story.questions if (given := answers[number]))
        for story in covered.stories
    )
    total = sum(given.answers for given in answers if given)
    findings = (*covered.findings, *_told_too_often(covered.stories, told, total))
    return Practised(Coverage(covered.questions, covered.stories, findings), answers, told)


def _told_too_often(stories: Sequence[ToldStory], told: Sequence[int], total: int) -> list[Finding]:
    if total < ANSWERS_TO_JUDGE_BY or len(stories) < STORIES_TO_CHOOSE_FROM:
        return []
    return [
        Finding(
            Code.ONE_STORY_PRACTISED,
            story.path,
            story.line,
            f'the story "{story.name}" was told in {number} of {total} answers',
            "practise the others too: interview-coach practice --skill NAME",
        )
        for story, number in zip(stories, told, strict=True)
        if number * 2 > total
    ]
