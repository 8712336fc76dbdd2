"""A typed answer in practice on plain lines: looked at as on the screens, said in a few lines, stored."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from interview_coach.answers.model import Landing, Status
from interview_coach.answers.profiles import profile_of
from interview_coach.cards.model import Card
from interview_coach.cli.output import say
from interview_coach.coach.answering import (
    KEEP_FACT,
    Attempt,
    Ticked,
    keeping,
    row_of,
    without_words,
    written,
)
from interview_coach.coach.coach import Coach
from interview_coach.coach.looking import Look, judge, look, row_with, told
from interview_coach.notes.text import without_controls

if TYPE_CHECKING:
    from interview_coach.answers.fix import Fix


class PlainAnswer:
    """An answer that has ended, with what was found in it; the person's ticks go first."""

    def __init__(self, coach: Coach, card: Card, lines: Collection[str], took: int, hinted: set[int]) -> None:
        """`took` is milliseconds from the prompt to its end."""
        self._card = card
        self._settings = coach.settings
        self._profile = profile_of(coach.settings)
        self._keeps = keeping(coach.settings, coach.fact(KEEP_FACT)) == "yes"
        measured = written(without_controls("\n".join(lines)), took)
        self._look = look(measured, card, coach.settings, self._profile, hinted)
        self._row = row_with(row_of(measured, self._profile), self._look)

    @property
    def found(self) -> set[int]:
        """The indexes of the points that the answer itself ticks."""
        return {index for index, each in enumerate(self._look.ticked) if each.hit}

    def attempt(self, ticked: Collection[int], hinted: Collection[int], own: Collection[int]) -> Attempt:
        """What is stored: what was found, and where the person ticked (`own`) or took a hint, all points."""
        told_of = partial(told, self._card.points, self._look, ticked, own=own, hinted=hinted)
        points = told_of(asked=range(len(self._card.points)) if own or hinted else ())
        fix = self._fix(told_of())
        attempt = replace(self._row, points=points, fix="" if fix is None else fix.code)
        return attempt if self._keeps else without_words(attempt)

    def _fix(self, points: tuple[Ticked, ...]) -> "Fix | None":
        return judge(self._look, points, self._settings, self._profile).fix

    def tell(self) -> None:
        """Says what was found, in the order of the screens: facts, figures, one thing to fix."""
        _tell(self._look)
        fix = self._fix(told(self._card.points, self._look, self.found))
        if fix is not None:
            say(f"One thing to fix: {without_controls(fix.text)}")


def _tell(looked: Look) -> None:
    facts = [fact.text for fact in looked.facts if fact.code not in ("figures", "parts")]
    if facts:
        say(f"Counted: {without_controls('; '.join(facts))}.")
    for each in looked.landings:
        say(_landing(each))


def _landing(each: Landing) -> str:
    named, said = f"{each.sought.name}, {each.sought.value}", without_controls(each.said)
    if each.status is Status.MISSING:
        return f"Not said: {named}."
    if each.status is Status.WRONG:
        return f"You said “{said}”; the note has {each.sought.value} ({each.sought.name}). Which is it?"
    percent = " as a percentage" if each.status is Status.AS_PERCENT else ""
    return f"Said{percent}: {named}: “{said}”."
