"""An answer whose words are not there any more: what is still known of it from its row."""

from collections.abc import Iterable
from dataclasses import replace

from interview_coach.answers.model import Landing, Signals, Sought, Status
from interview_coach.answers.profiles import Profile
from interview_coach.cards.model import Card, CardKind, Point, PointKind
from interview_coach.coach.answering import Measured, Way
from interview_coach.coach.looking import Look, look
from interview_coach.coach.mock.state import Planned
from interview_coach.settings import Settings
from interview_coach.store.attempts import Attempt
from interview_coach.store.cards import StoredCard


def card_of(stored: StoredCard | None, planned: Planned, attempt: Attempt) -> Card:
    """The question as its note has it; where it has gone, as far as the answer to it remembers."""
    points = tuple(each.point for each in attempt.points)
    if stored is not None and _named(stored.card.points) == _named(points):
        return stored.card
    passages = () if stored is None else stored.card.passages
    return Card(CardKind.QUESTION, planned.skill, "", planned.prompt, "", 1, passages=passages, points=points)


def _named(points: Iterable[Point]) -> list[tuple[PointKind, str]]:
    """What the points ask for, whose figures may have been put right in the note since."""
    return [(each.kind, each.label) for each in points]


def looked_again(attempt: Attempt, card: Card, settings: Settings, profile: Profile) -> Look:
    """What is known of an answer whose words were not kept: its times, its counts, what was ticked."""
    measured = Measured(Way(attempt.way), attempt.duration, attempt.think, attempt.parts, attempt.text or "")
    looked = look(measured, card, settings, profile)
    if measured.has_text:
        return looked
    count = attempt.signals
    found = None
    if count:
        found = Signals(
            words=count["words"],
            spoken_seconds=count["spoken_seconds"],
            fillers=(),
            hedges=(),
            theoretical=(),
            vague=(),
            i_actions=((0, 0),) * count["i_actions"],
            we_actions=((0, 0),) * count["we_actions"],
        )
    ticked = tuple(replace(said, point=point) for said, point in zip(attempt.points, card.points, strict=True))
    metrics = [each for each in ticked if each.point.kind is PointKind.METRIC]
    landings = tuple(
        Landing(
            Sought(each.point.label, each.point.expected, each.point.context),
            Status.LANDED if each.hit else Status.MISSING,
        )
        for each in metrics
        if count
    )
    return replace(looked, ticked=ticked, over=attempt.over, signals=found, landings=landings)
