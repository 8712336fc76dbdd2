"""The day before an interview: what to read in a minute."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach import interviews
from interview_coach.coach.brief import Brief, brief
from interview_coach.coach.mock import setup as choices
from interview_coach.tui import mocking
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw import brief as draw
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.drawn import Line, Pane


@dataclass(frozen=True, slots=True)
class About:
    """What a brief is about: an interview, or skills; neither for all of them."""

    interview: str = ""
    skills: tuple[str, ...] = ()


class BriefScreen(CoachScreen):
    """The next interview's at first, all skills' without one."""

    WHERE = Where.BRIEF
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.BRIEF)
    DEFAULT_CSS = "BriefScreen #body { padding: 0 2; } BriefScreen.-narrow #body { padding: 0 1; }"

    def __init__(self, about: About | None = None) -> None:
        super().__init__()
        self._about = about
        self._all: list[About] = []
        self._brief: Brief | None = None

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Pane(self._body, id="body")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        with self.complaining():
            self._load()

    def notes_were_read(self) -> None:
        with self.complaining():
            self._load()

    def _load(self) -> None:
        coach = self.coach
        rows = interviews.listed(coach.database, coach.settings, coach.clock())
        coming = [
            About(row.interview.details.name, row.interview.details.skills) for row in rows if row.days >= 0
        ]
        found = choices.qualifying(coach.database)
        skills = sorted({each.skill for each in found.candidates} | {each.skill for each in found.left_out})
        every = [] if len(skills) < 2 else [About(skills=(each,)) for each in skills]
        self._all = [*coming, About(skills=tuple(skills)), *every]
        if self._about is not None and self._about not in self._all:
            self._all.insert(0, self._about)
        self._show(self._about or self._all[0])

    def _show(self, about: About) -> None:
        coach = self.coach
        self._about = about
        whole = not about.interview and len(about.skills) > 1 and about is self._everything
        self._brief = brief(
            coach.database,
            coach.settings,
            coach.clock(),
            interview=about.interview,
            skills=() if about.interview else about.skills,
        )
        found = self._brief
        title = "all skills" if whole else found.title
        self.query_one("#head", Line).show(lambda width: draw.head(found, title, width))
        self.query_one("#body", Pane).show(self._body)
        self.show_hints(hints_of(Where.BRIEF, without=self.needless))

    @property
    def _everything(self) -> About | None:
        return next((each for each in self._all if not each.interview and len(each.skills) > 1), None)

    def _body(self, width: int, height: int) -> Sequence[Content]:
        return [] if self._brief is None else draw.lines(self._brief, width, height)

    @property
    def needless(self) -> set[str]:
        return {"change(1)", "change(-1)"} if len(self._all) < 2 else set()

    # -- what a person does

    def action_change(self, by: int) -> None:
        """The next interview or skill, or the one before."""
        if self._about is None or len(self._all) < 2:
            self.say("There is only this one.")
            return
        at = self._all.index(self._about)
        with self.complaining():
            self._show(self._all[(at + by) % len(self._all)])

    def action_skills(self) -> None:
        """A set of skills, chosen by hand."""
        from interview_coach.tui.screens.mock.skills import SkillsScreen

        about = self._about or About()

        def choose(skills: tuple[str, ...], interview: str) -> None:
            chosen = About(interview, skills)
            if not skills:
                chosen = self._everything or self._all[0]
            elif chosen not in self._all:
                self._all.insert(0, chosen)
            with self.complaining():
                self._show(chosen)

        coming = tuple((each.interview, each.skills) for each in self._all if each.interview)
        every = choices.qualifying(self.coach.database)
        screen = SkillsScreen(every, coming, about.skills, about.interview, choose)
        self.coach_app.push_screen(screen)

    def action_mock(self) -> None:
        """A mock interview about the same."""
        about = self._about
        if about is None:
            return
        with self.complaining():
            setup = choices.last_choice(self.coach.database, self.coach.settings)
            skills = () if about is self._everything else about.skills
            mocking.open_mock(self.coach_app, replace(setup, skills=skills, interview=about.interview))

    def action_leave(self) -> None:
        """Back to Today."""
        self.coach_app.pop_screen()
