"""Interviews: when each is, how ready its skills will be, what the days until then take."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach import interviews
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.interviews import Change, Interview, Listed
from interview_coach.coach.mock import setup as choices
from interview_coach.coach.mock.setup import Setup
from interview_coach.coach.upcoming import PlanDay, Standing, days_until, standing_of
from interview_coach.tui import mocking
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw import interviews as draw
from interview_coach.tui.draw.basics import QUIET, counted, spread
from interview_coach.tui.loading import load
from interview_coach.tui.screens.listing import ListScreen
from interview_coach.tui.text import cut
from interview_coach.tui.widgets.drawn import Line

MOST = 12  # interviews whose readiness is worked out; nobody has more at once


def _standings(coming: Sequence[Interview], coach: Coach) -> dict[int, Standing]:
    with coach.database.explained():
        return {each.interview_id: standing_of(coach.database, coach.settings, each.details) for each in coming}


def _days(interview: Interview, note_ids: Sequence[int], now: datetime, coach: Coach) -> tuple[PlanDay, ...]:
    with coach.database.explained():
        return days_until(coach.database, coach.settings, now, interview, note_ids)


def change_in_words(done: Change | None) -> str:
    """What an undo among the interviews came to."""
    if done is None:
        return "Nothing was ever done here."
    if done.began is None:
        return f"Taken out again: {cut(done.ended.details.name if done.ended else '', 40)}. u puts it back."
    back = "is as it was" if done.ended is not None else "is back"
    return f"{cut(done.began.details.name, 40)} {back}; u again takes that back."


class InterviewsScreen(ListScreen):
    """Those to come, the next one first, then those that are over."""

    WHERE = Where.INTERVIEWS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.INTERVIEWS)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Listed] = []
        self._standings: dict[int, Standing] | None = None
        self._days: dict[int, tuple[PlanDay, ...]] = {}
        self._changed = False  # whether one was kept, removed or brought back here

    def on_screen_resume(self) -> None:
        self.look()

    def notes_were_read(self) -> None:
        self.look()

    # -- what is on it

    def look(self, interview_id: int | None = None) -> None:
        """Lists them as they are now, with the cursor on one; works out in a thread what takes a moment."""
        here = self._listed
        wanted = interview_id if here is None or interview_id is not None else here.interview.interview_id
        with self.complaining():
            coach = self.coach
            self._rows = interviews.listed(coach.database, coach.settings, coach.clock())
            self._standings, self._days = None, {}
            place = next(
                (at for at, row in enumerate(self._rows) if row.interview.interview_id == wanted), None
            )
            self._draw(place)
            coming = [row.interview for row in self._rows if row.days >= 0][:MOST]
            load(self, partial(_standings, coming), self._show_standings, "Working out how ready you are")

    def _draw(self, place: int | None) -> None:
        title = Content.styled("Interviews", "bold $text-primary")
        coming = sum(row.days >= 0 for row in self._rows)
        right = Content.styled(f"{counted(coming, 'interview')} to come" if self._rows else "", QUIET)
        self.query_one("#head", Line).show(lambda width: spread(title, right, width))
        self.set_class(not self._rows, "-nothing")
        self.choices.show(len(self._rows), self._row, at=place, lines=2)

    def _show_standings(self, standings: dict[int, Standing]) -> None:
        self._standings = standings
        self._draw(None)

    def _row(self, index: int, width: int) -> tuple[Content, ...]:
        listed = self._rows[index]
        return draw.row(listed, self._standing(listed), width)

    @property
    def _listed(self) -> Listed | None:
        at = self.choices.at
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def _standing(self, listed: Listed) -> Standing | None:
        return None if self._standings is None else self._standings.get(listed.interview.interview_id)

    def choose(self, index: int | None) -> None:
        del index
        listed = self._listed
        self._show_detail()
        self.show_hints(hints_of(Where.INTERVIEWS, without=self.needless))
        if listed is None or listed.days < 1 or listed.interview.interview_id in self._days:
            return
        standing = self._standing(listed)
        if standing is not None:
            interview = listed.interview
            load(
                self,
                partial(_days, interview, standing.note_ids, self.coach.clock()),
                partial(self._show_days, interview.interview_id),
                "Working out the days until then",
            )

    def _show_days(self, interview_id: int, days: tuple[PlanDay, ...]) -> None:
        self._days[interview_id] = days
        self._show_detail()

    def _show_detail(self) -> None:
        listed = self._listed
        if listed is None:
            self.show_beside(None, lambda width, _: draw.nothing(width))
            return
        days = self._days.get(listed.interview.interview_id)
        shown = draw.Shown(listed, self._standing(listed), days, self.coach.settings.retention)
        self.show_beside(listed.interview.interview_id, lambda width, _: draw.detail(shown, width))

    @property
    def needless(self) -> set[str]:
        listed = self._listed
        if listed is None:
            undo = set() if self._changed else {"undo"}
            return undo | {"skills", "edit", "brief", "mock", "cram", "remove", "detail"}
        return {"brief", "mock", "cram"} if listed.days < 0 else set()

    # -- what a person does

    def action_add(self) -> None:
        """Notes an interview."""
        from interview_coach.tui.screens.interviews.form import FormScreen

        self.say("")
        self.coach_app.push_screen(FormScreen(None, self._was_kept))

    def action_edit(self) -> None:
        """Changes what was noted of it."""
        from interview_coach.tui.screens.interviews.form import FormScreen

        if self._listed is not None:
            self.say("")
            self.coach_app.push_screen(FormScreen(self._listed.interview, self._was_kept))

    def _was_kept(self, interview: Interview, with_skills: bool) -> None:
        """After the form: where a description was given, on to why its skills are what they are."""
        self._changed = True
        self.look(interview.interview_id)
        self.say("Kept. u undoes.")
        if with_skills:
            self._open_skills(interview)

    def action_skills(self) -> None:
        """Which skills it asks for, and why."""
        if self._listed is not None:
            self._open_skills(self._listed.interview)

    def _open_skills(self, interview: Interview) -> None:
        from interview_coach.tui.screens.interviews.skills import InterviewSkillsScreen

        self.coach_app.push_screen(InterviewSkillsScreen(interview, self.look))

    def action_remove(self) -> None:
        """Removes it."""
        listed = self._listed
        if listed is None:
            return
        with self.complaining():
            interviews.remove(self.coach.database, listed.interview, self.coach.clock())
            self._changed = True
            self.look()
            self.say(f"Removed: {cut(listed.interview.details.name, 40)}. u brings it back.")

    def action_undo(self) -> None:
        """Takes back the last change to an interview."""
        with self.complaining():
            done = interviews.undo(self.coach.database, self.coach.clock())
            self._changed = True
            self.look(None if done is None or done.began is None else done.began.interview_id)
            self.say(change_in_words(done))

    @property
    def _to_come(self) -> Listed | None:
        """The interview at the cursor, unless it is over; then that is said."""
        listed = self._listed
        if listed is not None and listed.days < 0:
            self.say("That one is over.")
            return None
        return listed

    def _setup(self, listed: Listed) -> Setup:
        """A mock interview or a brief about an interview; one about all skills goes by no name."""
        details = listed.interview.details
        setup = choices.last_choice(self.coach.database, self.coach.settings)
        return replace(setup, skills=details.skills, interview=details.name if details.skills else "")

    def action_brief(self) -> None:
        """What to read the day before it."""
        listed = self._to_come
        if listed is not None:
            with self.complaining():
                about = replace(self._setup(listed), interview=listed.interview.details.name)
                mocking.open_brief(self.coach_app, about)

    def action_mock(self) -> None:
        """A mock interview about it."""
        listed = self._to_come
        if listed is not None:
            with self.complaining():
                mocking.open_mock(self.coach_app, self._setup(listed))

    def action_cram(self) -> None:
        """Crams its skills; the schedule stays as it is."""
        listed = self._to_come
        if listed is None:
            return
        from interview_coach.tui.screens.interviews.cram import CramScreen

        with self.complaining():
            details, coach = listed.interview.details, self.coach
            standing = self._standing(listed)
            if standing is None:
                [standing] = _standings([listed.interview], coach).values()
            practice = coach.cram(Choice(note_ids=frozenset(standing.note_ids)), details.day)
            if practice.current is None:
                self.say("Its skills have no card that can come up now.")
                return
            self.say("")
            self.coach_app.push_screen(CramScreen(practice, details.name, self.say))

    def action_leave(self) -> None:
        """Back to Today."""
        self.coach_app.pop_screen()
