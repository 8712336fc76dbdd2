"""Which skills an interview asks for, and why: the words of its description, and what a person put right."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach import interviews
from interview_coach.coach.coach import Coach
from interview_coach.coach.coverage import read_decks
from interview_coach.coach.interviews import Details, Interview, Weighed, weighed
from interview_coach.coach.upcoming import Standing, standing_of
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw import interviews as draw
from interview_coach.tui.draw.basics import QUIET, spread
from interview_coach.tui.loading import load
from interview_coach.tui.screens.interviews.interviews import change_in_words
from interview_coach.tui.screens.listing import ListScreen
from interview_coach.tui.text import cut
from interview_coach.tui.widgets.drawn import Line

_Found = tuple[list[Weighed], Standing]


def _look(details: Details, coach: Coach) -> _Found:
    """Every skill beside the description; how ready each is, whether it is chosen or not."""
    rows = weighed(details, read_decks(coach.workspace.decks))
    with coach.database.explained():
        return rows, standing_of(coach.database, coach.settings, replace(details, skills=()))


class InterviewSkillsScreen(ListScreen):
    """The matches by their weight, then the other skills. What is ticked is kept at once."""

    WHERE = Where.INTERVIEW_SKILLS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.INTERVIEW_SKILLS)

    def __init__(self, interview: Interview, done: Callable[[int], None]) -> None:
        """`done` is given the interview's number, which each change renews."""
        super().__init__()
        self._interview = interview
        self._done = done
        self._rows: Sequence[Weighed] = ()
        self._standing: Standing | None = None
        self._was_changed = False  # here, so that an undo takes back nothing but that

    def on_mount(self) -> None:
        self._draw()
        self._look()

    def notes_were_read(self) -> None:
        self._look()

    def _look(self) -> None:
        load(self, partial(_look, self._interview.details), self._show, "Reading the notes")

    def _show(self, found: _Found) -> None:
        rows, self._standing = found
        self._rows = draw.chosen_in(rows, self._interview.details.skills)
        self._draw()

    def _draw(self) -> None:
        details = self._interview.details
        title = Content.styled("Its skills", "bold $text-primary")
        right = f"{details.name} · {draw.skills_in_words(details)}"
        self.query_one("#head", Line).show(
            lambda width: spread(title, Content.styled(cut(right, max(1, width - 14)), QUIET), width)
        )
        self.set_class(self._standing is not None and not self._rows, "-nothing")
        self.choices.show(len(self._rows), self._row, lines=2)

    def _row(self, index: int, width: int) -> tuple[Content, ...]:
        return draw.skill_row(self._rows[index], not self._interview.details.skills, width)

    @property
    def _weighed(self) -> Weighed | None:
        at = self.choices.at
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def choose(self, index: int | None) -> None:
        del index
        here, details, standing = self._weighed, self._interview.details, self._standing
        if here is not None:
            self.show_beside(here.skill, lambda width, _: draw.skill_detail(here, details, standing, width))
        elif standing is not None:
            self.show_beside(None, lambda width, _: draw.no_skill(width))
        self.show_hints(hints_of(Where.INTERVIEW_SKILLS, without=self.needless))

    @property
    def needless(self) -> set[str]:
        is_read = self._standing is not None
        without = set() if is_read and self._interview.details.description else {"suggested"}
        if not self._was_changed:
            without.add("undo")
        if not self._interview.details.skills:
            without.add("every")
        return without if self._rows else without | {"tick", "detail"}

    # -- what a person does

    def action_go_to(self, index: int) -> None:
        """Puts the cursor on a row; a second click ticks it."""
        if index == self.choices.at:
            self.action_tick()
        else:
            super().action_go_to(index)

    def action_tick(self) -> None:
        """Adds the skill to the interview, or takes it out."""
        here = self._weighed
        if here is None:
            return
        skills = self._interview.details.skills
        kept = tuple(each for each in skills if each != here.skill)
        self._keep(kept if here.chosen else (*skills, here.skill))

    def action_every(self) -> None:
        """All skills: none is ticked then."""
        self._keep(())

    def action_suggested(self) -> None:
        """What the description asks for, and nothing else, once that is known."""
        if self._standing is None:
            return
        likely = tuple(each.skill for each in self._rows if each.match is not None and each.match.likely)
        if likely:
            self._keep(likely)
        else:
            self.say("The description asks for none of your skills in so many words.")

    def _keep(self, skills: tuple[str, ...]) -> None:
        coach, details = self.coach, self._interview.details
        with self.complaining():
            self._interview = interviews.edit(
                coach.database, self._interview, replace(details, skills=skills), coach.clock()
            )
            self._was_changed = True
            self._renew()
            self.say("" if skills else "No skill is ticked: the interview is about all of them.")

    def _renew(self) -> None:
        self._rows = draw.chosen_in(self._rows, self._interview.details.skills)
        self._draw()

    def action_undo(self) -> None:
        """Takes back the last change that was made here; once more, and it is made again."""
        if not self._was_changed:
            self.say("Nothing was changed here; u on the list of interviews goes further back.")
            return
        with self.complaining():
            done = interviews.undo(self.coach.database, self.coach.clock())
            if done is not None and done.began is not None and done.ended == self._interview:
                self._interview = done.began
                self._renew()
                self.say(change_in_words(done))
            else:  # another window was busy with interviews meanwhile
                self.coach_app.pop_screen()
                self._done(0 if done is None or done.began is None else done.began.interview_id)

    def action_leave(self) -> None:
        """Back to the interviews."""
        self.coach_app.pop_screen()
        self._done(self._interview.interview_id)
