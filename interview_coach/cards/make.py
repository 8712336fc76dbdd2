"""From a skill note to its cards. Every word on them is the note's own; what a note lacks is left out."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from interview_coach.cards import prompts
from interview_coach.cards.model import Card, CardKind, Passage, Point, PointKind
from interview_coach.cards.sentence import first_sentence
from interview_coach.notes.model import Metric, Question, SkillNote, Story

PARTS = (PointKind.SITUATION, PointKind.TASK, PointKind.ACTION, PointKind.RESULT, PointKind.LEARNING)
PART_LABELS = frozenset(part.capitalize() for part in PARTS)  # as the passages of one story are labelled

_WORDS = {
    **{kind.value: kind for kind in CardKind},
    "story": CardKind.STORY_PART,
    "storie": CardKind.STORY_PART,  # what is left of "stories"
    "part": CardKind.STORY_PART,
}
_NO_CARDS = frozenset({"", "none", "no", "off", "false"})


def cards_of(note: SkillNote, default_kinds: Collection[CardKind]) -> tuple[Card, ...]:
    """The note's cards in the order in which they are begun: questions, metrics, story parts and the rest.

    Metrics go before story parts since all of a note's may be shown on one day, but only one story part.

    The note's own `cards:` goes before `default_kinds`; words that mean no kind are passed over, and where
    none of them means one, the default holds. No two cards have the same kind, prompt and answer.
    """
    kinds = _chosen(note.card_kinds, default_kinds)
    makers = {
        CardKind.QUESTION: _questions,
        CardKind.METRIC: _metrics,
        CardKind.STORY_PART: _story_parts,
        CardKind.PHRASING: _phrasings,
        CardKind.OPENER: _openers,
    }
    cards: dict[tuple[CardKind, str, str], Card] = {}
    for kind, maker in makers.items():
        if kind in kinds:
            for card in maker(note):
                cards.setdefault((card.kind, card.prompt, card.answer), card)
    return tuple(cards.values())


def kinds_of(words: Iterable[str]) -> tuple[CardKind, ...]:
    """The kinds that the words mean, in their own order and once each; other words are passed over.

    "Questions", "story_parts" and "METRIC" are understood, "story" and "parts" mean story parts, "all" is
    every kind.
    """
    meant: set[CardKind] = set()
    for word in words:
        plain = _plain(word)
        if plain == "all":
            meant.update(CardKind)
        elif plain in _WORDS:
            meant.add(_WORDS[plain])
    return tuple(kind for kind in CardKind if kind in meant)


def _plain(word: str) -> str:
    return " ".join(re.split(r"[\s_-]+", word.strip().casefold())).removesuffix("s")


def _chosen(words: Collection[str] | None, default_kinds: Collection[CardKind]) -> Collection[CardKind]:
    if words is None:
        return default_kinds
    meant = kinds_of(words)
    refused = all(_plain(word) in _NO_CARDS for word in words)
    return meant if meant or refused else default_kinds  # a slip of the pen empties no deck


def _questions(note: SkillNote) -> Iterator[Card]:
    metrics = tuple(_point(metric) for metric in note.metrics if metric.value)
    for number, question in enumerate(note.questions, start=1):
        stories = stories_for(note, question)
        passages = [Passage("", question.answer)] if question.answer else []
        if len(stories) == 1:
            passages += _passages(stories[0])
        else:
            passages += [
                Passage(story.title or f"Story {note.stories.index(story) + 1}", _text(_passages(story)))
                for story in stories
            ]
        yield Card(
            kind=CardKind.QUESTION,
            skill=note.title,
            slot=f"question {number}",
            prompt=question.text,
            answer=_text(passages) if len(stories) < 2 else _text_of_several(passages),
            line=question.line,
            passages=tuple(passages),
            points=metrics + _part_points(stories),
        )


def _story_parts(note: SkillNote) -> Iterator[Card]:
    for number, story in enumerate(note.stories, start=1):
        which = _which_story(note, number - 1)
        before: list[Passage] = []
        for part, passage in zip(_parts_of(story), _passages(story), strict=True):
            yield Card(
                kind=CardKind.STORY_PART,
                skill=note.title,
                slot=f"story {number} {part}",
                prompt=prompts.story_part(note.title, part, which),
                answer=passage.text,
                line=story.line,
                cue=tuple(before),
                passages=(passage,),
            )
            before.append(passage)


def _metrics(note: SkillNote) -> Iterator[Card]:
    for number, metric in enumerate(note.metrics, start=1):
        name, context = (metric.name, metric.context) if metric.name else (metric.context, "")
        if not metric.value or not name:
            continue
        yield Card(
            kind=CardKind.METRIC,
            skill=note.title,
            slot=f"metric {number}",
            prompt=prompts.metric(note.title, name, context, metric.value),
            answer=metric.value,
            line=metric.line,
            passages=(Passage("", metric.value),),
            points=(_point(metric),),
        )


def _phrasings(note: SkillNote) -> Iterator[Card]:
    seen: Counter[str] = Counter()
    for phrasing in note.phrasings:
        seen[phrasing.audience] += 1
        again = f" {seen[phrasing.audience]}" if seen[phrasing.audience] > 1 else ""
        if phrasing.text:
            yield Card(
                kind=CardKind.PHRASING,
                skill=note.title,
                slot=f"phrasing {phrasing.audience}{again}",
                prompt=prompts.phrasing(note.title, phrasing.audience),
                answer=phrasing.text,
                line=phrasing.line,
                passages=(Passage("", phrasing.text),),
            )


def _openers(note: SkillNote) -> Iterator[Card]:
    for number, question in enumerate(note.questions, start=1):
        stories = stories_for(note, question)
        passages = tuple(Passage(story.title, first_sentence(_passages(story)[0].text)) for story in stories)
        if not stories and question.answer:
            passages = (Passage("", first_sentence(question.answer)),)
        if passages:
            yield Card(
                kind=CardKind.OPENER,
                skill=note.title,
                slot=f"opener {number}",
                prompt=prompts.opener(question.text),
                answer=_text(passages),
                line=question.line,
                passages=passages,
            )


def stories_for(note: SkillNote, question: Question) -> tuple[Story, ...]:
    """The stories that may answer a question: its own; else, where it has no answer, the note's.

    A story written under another question serves this one only where the note has no other.
    """
    if question.story is not None:
        own = note.stories[question.story]
        return (own,) if _parts_of(own) else ()
    if question.answer:
        return ()
    claimed = {other.story for other in note.questions}
    told = [(index, story) for index, story in enumerate(note.stories) if _parts_of(story)]
    free = [story for index, story in told if index not in claimed]
    return tuple(free or (story for _, story in told))


def _which_story(note: SkillNote, index: int) -> str:
    """What tells this story from the note's others: its title, else its question, else its number.

    A number says another story as soon as one is written before it, so it comes last.
    """
    title = note.stories[index].title
    if title and sum(story.title == title for story in note.stories) == 1:
        return prompts.story_called(title)
    if len(note.stories) == 1:
        return ""
    asked = [question.text for question in note.questions if question.story == index]
    return prompts.story_for(asked[0]) if asked else prompts.story_numbered(index + 1)


def _parts_of(story: Story) -> tuple[PointKind, ...]:
    return tuple(part for part in PARTS if getattr(story, part))


def _passages(story: Story) -> list[Passage]:
    return [Passage(part.capitalize(), getattr(story, part)) for part in _parts_of(story)]


def _part_points(stories: Collection[Story]) -> tuple[Point, ...]:
    """The parts to tick. Where any of several stories may be told, the note's words are no one story's."""
    parts = [part for part in PARTS if any(part in _parts_of(story) for story in stories)]
    only = next(iter(stories)) if len(stories) == 1 else None
    return tuple(Point(part, part.capitalize(), getattr(only, part) if only else "") for part in parts)


def _point(metric: Metric) -> Point:
    return Point(PointKind.METRIC, metric.name or metric.context, metric.value, metric.context)


def _text(passages: Iterable[Passage]) -> str:
    return "\n".join(f"{each.label}: {each.text}" if each.label else each.text for each in passages)


def _text_of_several(passages: Iterable[Passage]) -> str:
    return "\n\n".join(f"{each.label}\n{each.text}" if each.label else each.text for each in passages)
