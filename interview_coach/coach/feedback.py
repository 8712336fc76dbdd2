"""What can be said of an answer to a question of a note, from its text alone. Reads; writes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from interview_coach.answers.facts import Fact, Given, Way, facts
from interview_coach.answers.figures import figures_in
from interview_coach.answers.fix import Fix, Wanted, one_fix
from interview_coach.answers.landing import land
from interview_coach.answers.model import Landing, Signals, Sought
from interview_coach.answers.profiles import profile_of
from interview_coach.answers.signals import lists_of, signals
from interview_coach.answers.words import fold
from interview_coach.cards.make import PARTS, stories_for
from interview_coach.coach.wanted import wanted
from interview_coach.errors import CoachError
from interview_coach.notes.files import Found, find_notes, read_file
from interview_coach.notes.model import Failed, Ignored, Question, SkillNote
from interview_coach.settings import Settings

CLOSE = 0.6  # of the words in common, from which a question is the one meant
APART = 0.1  # by how much it must be closer than any other


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was found in an answer; `question` is None where none was named."""

    note: SkillNote
    question: Question | None
    signals: Signals
    landings: tuple[Landing, ...]
    any_figure: bool
    facts: tuple[Fact, ...]
    fix: Fix | None


def feedback(text: str, note: SkillNote, question: Question | None, settings: Settings) -> Feedback:
    """Looks at the text of an answer to a question of the note."""
    sought = sought_of(note)
    figures = [figure.span for figure in figures_in(text) if not figure.weak]
    found = signals(text, lists_of(settings), settings.words_per_minute, figures)
    landings = land(text, sought)
    given, profile = Given(Way.TEXT, is_transcript=True), profile_of(settings)  # it may well be one
    return Feedback(
        note,
        question,
        found,
        landings,
        bool(figures),
        facts(given, profile, found, landings, settings),
        one_fix(
            given,
            profile,
            wanted_of(note, question, sought),
            signals=found,
            landings=landings,
            settings=settings,
        ),
    )


def sought_of(note: SkillNote) -> tuple[Sought, ...]:
    """The metrics of a note; one without a name goes by its context."""
    return tuple(
        Sought(each.name or each.context, each.value, each.context if each.name else "")
        for each in note.metrics
        if each.value
    )


def wanted_of(note: SkillNote, question: Question | None, sought: Sequence[Sought]) -> Wanted:
    """What the note has for a question, or for any of its questions."""
    stories = note.stories if question is None else stories_for(note, question)
    told = [{part.value: text for part in PARTS if (text := getattr(story, part))} for story in stories]
    return wanted(
        "" if question is None else question.text,
        sought,
        told=told[0] if len(told) == 1 else {},
        own_answer="" if question is None else question.answer or "",
        results=[story.get("result") or " ".join(story.values()) for story in told],
    )


def note_at(path: Path) -> SkillNote:
    """The note in a file. Raises CoachError where there is none, or no skill note in it."""
    result = read_file(path, str(path))
    if isinstance(result, Failed):
        raise CoachError(f"{result.path}: {result.message}", result.hint)
    if isinstance(result, Ignored):
        raise CoachError(f"{result.path}: no skill note: {result.reason}", "name a note about one skill")
    return result


def note_of_skill(name: str, decks: Path) -> SkillNote:
    """The note of a skill: by its title or its file's name, or a part of a title that fits no other.

    Raises CoachError naming the skills there are where none or several fit.
    """
    wanted = fold(name)
    notes = tuple(_notes_in(decks))
    exact = [note for note in notes if wanted in (fold(note.title), fold(Path(note.path).stem))]
    fitting = exact or [note for note in notes if wanted and wanted in fold(note.title)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise CoachError(
            f"{name!r} fits several notes", f"name one by its path: {', '.join(note.path for note in fitting)}"
        )
    titles = ", ".join(sorted(note.title for note in notes)[:30])
    raise CoachError(
        f"there is no note or skill {name!r}",
        f"the skills are {titles}" if titles else "name the path of a note",
    )


def _notes_in(decks: Path) -> Iterator[SkillNote]:
    for found in find_notes(decks) if decks.is_dir() else ():
        if isinstance(found, Found):
            note = read_file(found.path, str(decks / found.relative))
            if isinstance(note, SkillNote):
                yield note


def question_of(note: SkillNote, asked: str) -> Question:
    """The question of a note that is meant: by its number, its text, a part of it, or nearly its words.

    Raises CoachError listing the questions where none or several fit.
    """
    from interview_coach.cards.likeness import likeness, words_of

    if asked.strip().isdecimal() and 0 < int(asked) <= len(note.questions):
        return note.questions[int(asked) - 1]
    wanted = fold(asked)
    exact = [each for each in note.questions if fold(each.text) == wanted]
    fitting = exact or [each for each in note.questions if wanted and f" {wanted} " in f" {fold(each.text)} "]
    if exact or len(fitting) == 1:
        return fitting[0]
    words = words_of(asked)
    close = sorted(((likeness(words, words_of(each.text)), each) for each in note.questions), key=_closest)
    if not fitting and close and close[0][0] >= CLOSE and close[0][0] - _second(close) >= APART:
        return close[0][1]
    listed = "; ".join(f"{number}. {each.text}" for number, each in enumerate(note.questions, 1))
    raise CoachError(
        f"{note.path}: {'several questions fit' if fitting else 'no question like'} {asked!r}",
        f"its questions are: {listed}" if listed else "it has no questions; leave --question out",
    )


def _closest(pair: tuple[float, Question]) -> float:
    return -pair[0]


def _second(close: Sequence[tuple[float, Question]]) -> float:
    return close[1][0] if len(close) > 1 else 0.0
