"""Which skills a mock interview or a brief is about: ticked by hand, or all those of an interview."""

from collections.abc import Callable, Collection, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.mock.setup import Qualifying
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, counted, spread
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.text import cut
from interview_coach.tui.widgets.choices import Choices
from interview_coach.tui.widgets.drawn import Line

Upcoming = tuple[str, tuple[str, ...]]  # an interview to come, and its skills


class SkillsScreen(CoachScreen):
    """The interviews to come above, the skills beneath them; nothing ticked means all."""

    WHERE = Where.MOCK_SKILLS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.MOCK_SKILLS)
    DEFAULT_CSS = "SkillsScreen #list { padding: 1 2 0 2; }"

    def __init__(
        self,
        every: Qualifying,
        upcoming: Sequence[Upcoming],
        ticked: Collection[str],
        interview: str,
        choose: Callable[[tuple[str, ...], str], None],
    ) -> None:
        """`choose` gets the skills in the end, none for all, and the interview they were taken from."""
        super().__init__()
        self._upcoming = upcoming
        self._choose = choose
        self._asks: dict[str, int] = {}
        for each in every.candidates:
            self._asks[each.skill] = self._asks.get(each.skill, 0) + 1
        for left in every.left_out:
            self._asks.setdefault(left.skill, 0)
        self._skills = sorted(self._asks)
        self._ticked = set(ticked).intersection(self._asks)
        self._interview = interview

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Choices(id="list")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        self.show_hints(hints_of(Where.MOCK_SKILLS))
        self._show()

    @property
    def _list(self) -> Choices:
        return self.query_one("#list", Choices)

    def _show(self) -> None:
        title = Content.styled("Which skills", "bold $text-primary")
        many = f"{len(self._ticked)} of {len(self._skills)}" if self._ticked else f"all {len(self._skills)}"
        self.query_one("#head", Line).show(lambda width: spread(title, Content.styled(many, QUIET), width))
        self._list.show(len(self._upcoming) + len(self._skills), self._row)

    def _row(self, index: int, width: int) -> tuple[Content, ...]:
        if index < len(self._upcoming):
            name, skills = self._upcoming[index]
            mark = "(•) " if name == self._interview else "( ) "
            aside = f"  interview, {counted(len(skills), 'skill')}"
        else:
            name = self._skills[index - len(self._upcoming)]
            mark = "[✓] " if name in self._ticked else "[ ] "
            aside = f"  {counted(self._asks[name], 'question')}"
        shown = cut(name, max(8, width - len(mark) - len(aside)))
        return (Content.assemble((mark, "$text-success"), shown, (aside, QUIET)),)

    def action_go_to(self, index: int) -> None:
        """Puts the cursor on a row; a second click ticks it."""
        if index == self._list.at:
            self.action_tick()
        else:
            self._list.go_to(index)

    def action_scroll(self, by: int) -> None:
        """Goes to the next row, or to the one before."""
        self._list.move(by)

    def action_scroll_page(self, by: int) -> None:
        """Goes on by about as many rows as fit, or back."""
        self._list.page(by)

    def action_tick(self) -> None:
        """Ticks a skill or unticks it; an interview ticks its own and no others."""
        at = self._list.at
        if at is None:
            return
        if at < len(self._upcoming):
            name, skills = self._upcoming[at]
            self._interview = name
            self._ticked = {each for each in skills if each in self._asks}
        else:
            self._ticked ^= {self._skills[at - len(self._upcoming)]}
            self._interview = ""
        self._show()

    def action_every(self) -> None:
        """All of them."""
        self._ticked, self._interview = set(), ""
        self._show()

    def action_leave(self) -> None:
        """Back, with what is ticked."""
        own = tuple(each for each in self._skills if each in self._ticked)
        named = next((skills for name, skills in self._upcoming if name == self._interview), own)
        skills = () if len(own) == len(self._skills) and not self._interview else named
        self.coach_app.pop_screen()
        self._choose(tuple(skills), self._interview if skills else "")
