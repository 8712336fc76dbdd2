"""A story while its parts come in under their labels, and what they make."""

from dataclasses import dataclass, field

from interview_coach.notes.model import Story
from interview_coach.notes.prose import without_lone_dash
from interview_coach.notes.text import is_placeholder, unquote
from interview_coach.notes.vocabulary import Part


@dataclass(frozen=True, slots=True)
class Told:
    """A story as found, with the parts that its own scheme does without (CAR has no Task), the labels
    that were read as misspelt ones, and the part names whose labels stand without text."""

    story: Story
    complete: frozenset[Part]
    misspelt: tuple[tuple[int, str, Part], ...] = ()

    @property
    def is_written(self) -> bool:
        """Whether any part has text; a template has but the labels."""
        story = self.story
        return any((story.situation, story.task, story.action, story.result, story.learning))


@dataclass(slots=True)
class Draft:
    """The parts as far as they were read, `order` in that of their labels."""

    title: str = ""
    line: int = 0
    parts: dict[Part, str] = field(default_factory=dict)
    order: list[Part] = field(default_factory=list)
    shared: set[Part] = field(default_factory=set)  # covered by a label such as "Situation/Task"
    misspelt: list[tuple[int, str, Part]] = field(default_factory=list)

    def told(self) -> Told:
        """The parts as the story's own four and its learning."""
        parts = {
            part: "" if is_placeholder(text) else unquote(without_lone_dash(text.strip()))
            for part, text in self.parts.items()
        }
        covered = set(self.shared)
        order = set(self.order)
        if Part.CONTEXT in order:
            texts = (parts.pop(Part.CONTEXT), parts.get(Part.SITUATION, ""))
            parts[Part.SITUATION] = "\n\n".join(filter(None, texts))
            order.add(Part.SITUATION)
            covered.add(Part.TASK)  # a story told as context, action, result is whole
        challenge = parts.pop(Part.CHALLENGE, "")
        if Part.CHALLENGE in order:
            if Part.SITUATION not in order:
                parts[Part.SITUATION] = challenge
                covered.add(Part.TASK)
            elif Part.TASK not in order:
                parts[Part.TASK] = challenge
            else:
                parts[Part.SITUATION] = "\n\n".join(filter(None, (parts.get(Part.SITUATION, ""), challenge)))
        story = Story(
            title=self.title,
            line=self.line,
            situation=parts.get(Part.SITUATION, ""),
            task=parts.get(Part.TASK, ""),
            action=parts.get(Part.ACTION, ""),
            result=parts.get(Part.RESULT, ""),
            learning=parts.get(Part.LEARNING, ""),
        )
        return Told(story, frozenset(covered), tuple(self.misspelt))
