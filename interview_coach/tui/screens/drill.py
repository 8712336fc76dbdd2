"""A drill: one weak answer, aimed at what it is weak in, and back to the list. The schedule stays as it is."""

from collections.abc import Sequence
from dataclasses import replace

from textual.app import ComposeResult

from interview_coach.answers.profiles import Profile
from interview_coach.coach.answering import Ticked, Way, takes_an_answer
from interview_coach.coach.exercises import Exercise, clock_for
from interview_coach.coach.looking import Judged, Look
from interview_coach.coach.practice import Attempt, Practice, Showing
from interview_coach.recall.aim import AS_IT_IS, TASKS, Aim
from interview_coach.recall.model import Rating
from interview_coach.tui.draw import drill as draw
from interview_coach.tui.draw import offers
from interview_coach.tui.draw.basics import button, clickable
from interview_coach.tui.draw.clock import minutes
from interview_coach.tui.screens.beside import BesideScreen
from interview_coach.tui.stage import Stage
from interview_coach.tui.turn import Turn
from interview_coach.tui.widgets.drawn import Line


class DrillScreen(BesideScreen):
    """Practice with one answer, its time by the aim; what is not aimed at is not asked for.

    On the ladder its ratings lead from rung to rung, and undoing them back up.
    """

    CSS = """
    DrillScreen.-bare Desk #side { width: 0; margin: 0; padding: 0; border-left: none; }
    """

    def __init__(self, practice: Practice, exercise: Exercise) -> None:
        super().__init__(practice, {})
        self._exercise = exercise

    def compose(self) -> ComposeResult:
        yield from super().compose()
        self.desk.parts = self._exercise.has_parts
        self.set_class(self._exercise.aim is Aim.OPENER, "-bare")  # nothing is ticked of a beginning

    def choose_clock(self) -> Profile:
        return clock_for(self._exercise, self._seconds, self.coach.settings)

    @property
    def _seconds(self) -> int | None:
        """The time that the answer on show has."""
        rungs = self._exercise.rungs
        return rungs[min(self.practice.done, len(rungs) - 1)]

    @property
    def _lower(self) -> int | None:
        """The time that a rating leads on to."""
        rungs, below = self._exercise.rungs, self.practice.done + 1
        return rungs[below] if below < len(rungs) else None

    def show_card(self, showing: Showing, said: str) -> None:
        self.profile = self.choose_clock()
        self.desk.hold_to(self.profile)
        super().show_card(showing, said)

    def _next(self, said: str) -> None:
        """On the ladder it is said that the same comes again, and in what time."""
        if said and self._exercise.ladder and self._seconds is not None:
            said = f"{said} The same in {minutes(self._seconds)}."
        super()._next(said)

    def remembered_way(self) -> Way:
        """What has a time begins with a clock: in the head there is none, and written words are held to it."""
        way = self._fitting(super().remembered_way())
        return Way.SPOKEN if way is Way.HEAD and self._seconds is not None else way

    def _fitting(self, way: Way) -> Way:
        """Four boxes are for what has four parts."""
        return way if self._exercise.has_parts or way is not Way.BOXES else way.after

    @property
    def other_way(self) -> Way:
        return self._fitting(super().other_way)

    def draw_card(self, showing: Showing, *, from_top: bool = False) -> None:
        super().draw_card(showing, from_top=from_top)
        card, flagged = showing.stored.card, showing.stored.flagged
        self.query_one("#head", Line).show(
            lambda width: draw.head(card.skill, card.kind.value, width, flagged=flagged)
        )
        whole = takes_an_answer(card)
        words = TASKS[self._exercise.aim].words if whole else AS_IT_IS
        ladder, seconds = self._exercise.ladder, self._seconds
        self.query_one("#aim", Line).show(lambda width: draw.aim_line(words, seconds, width, ladder=ladder))

    def draw_keys(self) -> None:
        super().draw_keys()
        if self.turn.stage is Stage.SPEAKING and not self._exercise.has_parts:
            done = clickable(button("space", "Done"), "screen.go")
            self.query_one("#ratings", Line).show(lambda _: done)
        lower, here = self._lower, self._seconds
        if self.turn.stage is Stage.SHOWN and lower is not None and here is not None:
            leads = {each: minutes(here if each is Rating.AGAIN else lower) for each in Rating}
            self.query_one("#ratings", Line).show(lambda width: offers.ratings(leads, width))

    @property
    def needless(self) -> set[str]:
        without = super().needless
        return without if self._exercise.has_parts else without | {"rubric"}

    @property
    def rating_words(self) -> str:
        """On the ladder a rating leads to the next rung; at its foot, and in other drills, back to the list."""
        if self._lower is None:
            return "2 to 4 rate it and go back to the list; 1 and r ask it once more."
        return f"2 to 4 lead on to {minutes(self._lower)}; 1 and r stay at this time."

    # -- what a person does

    def action_go(self) -> None:
        if self.turn.stage is Stage.SPEAKING and not self._exercise.has_parts:
            self.action_done()
        else:
            super().action_go()

    def _ended(self, turn: Turn) -> None:
        super()._ended(turn)
        if not self._exercise.has_parts:
            self.guess(None)  # the rubric that a prediction is held against is not for a piece of an answer

    def guess(self, level: int | None) -> None:
        super().guess(level)
        if self._lower is not None and self.turn.stage is Stage.SHOWN and not self.message:
            self.say(self.rating_words)

    def action_rubric(self) -> None:
        if self._exercise.has_parts:
            super().action_rubric()
        else:
            self.say("The rubric is for whole answers; 1 to 4 say how this came.")

    def judged(self, looked: Look, decided: Sequence[Ticked]) -> Judged:
        """A piece of an answer is short: nothing is to fix about that."""
        found = super().judged(looked, decided)
        thin = found.fix is not None and found.fix.code == "thin"
        return replace(found, fix=None) if thin and not self._exercise.has_parts else found

    def to_store(self, turn: Turn) -> Attempt:
        """An answer held to less than its usual time says nothing of how long it is in an interview."""
        attempt = super().to_store(turn)
        return attempt if self.profile.name else replace(attempt, over=0)

    def end(self) -> None:
        with self.complaining():
            self.practice.finish()
            self.coach_app.pop_screen()
