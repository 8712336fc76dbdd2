"""The words on the front of each card, and the way back from them to what a card is about.

People read these every day, and identity rests on them: a change here makes every such prompt a new
text, which the cards survive by their answers alone.
"""

import re

from interview_coach.cards.model import CardKind, Point, PointKind

_ASKED = {
    PointKind.SITUATION: "What was going on?",
    PointKind.TASK: "What was yours to do?",
    PointKind.ACTION: "What did you do?",
    PointKind.RESULT: "What came of it?",
    PointKind.LEARNING: "What did you take from it?",
}
_AUDIENCES = {
    "technical": "how do you put it to a technical audience?",
    "non-technical": "how do you put it to a non-technical audience?",
    "leadership": "how do you put it to leadership?",
    "resume line": "how does your resume put it?",
}
_OPENER = " (Ten seconds: which story, and its first sentence?)"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_VALUE_HIDDEN = " = ?"


def story_part(skill: str, part: PointKind, story: str) -> str:
    """Asks for one part of "your story", or of the story that `story` tells from the note's others."""
    return f"{skill}: the {part.capitalize()} of your {story or 'story'}. {_ASKED[part]}"


def story_called(title: str) -> str:
    """A story by its title."""
    return f"story “{title}”"


def story_for(question: str) -> str:
    """A story by the question that it answers."""
    return f"story for “{question}”"


def story_numbered(number: int) -> str:
    """A story by its place among the note's, counted from 1."""
    return f"{_ORDINALS[number - 1]} story" if number <= len(_ORDINALS) else f"story number {number}"


def metric(skill: str, name: str, context: str, value: str) -> str:
    """Asks for a metric's value, which its name and its context may hold as well."""
    beside = f" ({hide(context, value)})" if context else ""
    return f"{skill}: {hide(name, value)}{_VALUE_HIDDEN}{beside}"


def hide(text: str, value: str) -> str:
    """The text with the value blanked out wherever it stands as a whole: "93% of 930" gives "___ of 930"."""
    return re.sub(rf"(?<![\w.,/+-]){re.escape(value)}(?![\w%/]|[.,]\d)", "___", text, flags=re.IGNORECASE)


def masked(point: Point) -> tuple[str, str]:
    """A metric's name and context as they may stand beside a question: its value blanked out in them."""
    return hide(point.label, point.expected), hide(point.context, point.expected)


def phrasing(skill: str, audience: str) -> str:
    """Asks how the note phrases the skill for an audience."""
    return f"{skill}: {_AUDIENCES.get(audience) or f'how do you put it for “{audience}”?'}"


def opener(question: str) -> str:
    """Asks how the answer to a question begins."""
    return question + _OPENER


def without_skill(prompt: str, skill: str) -> str:
    """A prompt without the skill's name before it, for a place where the skill is named already."""
    rest = prompt.removeprefix(f"{skill}: ")
    return rest[:1].upper() + rest[1:] if rest != prompt else prompt


def subject(kind: CardKind, prompt: str) -> str:
    """What a prompt asks about: without the skill's name, which may change, and without its set words.

    For a metric that is its name, for an opener its question.
    """
    if kind is CardKind.QUESTION:
        return prompt
    if kind is CardKind.OPENER:
        return prompt.removesuffix(_OPENER)
    asked = prompt.partition(": ")[2] or prompt
    return asked.partition(_VALUE_HIDDEN)[0] if kind is CardKind.METRIC else asked
