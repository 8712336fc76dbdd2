"""Before a mock interview: a choice on each line, remembered from the last time; enter begins at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach import interviews
from interview_coach.coach.answering import Way
from interview_coach.coach.mock import setup as choices
from interview_coach.coach.mock.past import past
from interview_coach.coach.mock.setup import Qualifying, Setup
from interview_coach.tui import mocking
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.mock import setup as draw
from interview_coach.tui.draw.mock.setup import ROWS, Choosing, Chosen, Row
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.screens.mock.interview import WAY_FACT, WAY_SAID
from interview_coach.tui.screens.mock.sitting import WAYS
from interview_coach.tui.widgets.drawn import Line, Pane

TYPE = "Type a number of your own, or go through them with ← and →."


class SetupScreen(CoachScreen):
    """What is chosen, and what that leaves to ask."""

    WHERE = Where.MOCK_SETUP
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.MOCK_SETUP)

    def __init__(self, setup: Setup | None = None, said: str = "") -> None:
        """`setup` is what is chosen at first, in place of the last choice."""
        super().__init__()
        self._first = setup
        self._first_said = said
        self._choosing: Choosing | None = None
        self._digits = ""

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        yield Pane(id="body")
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        title = Content.styled("Mock interview", "bold $text-primary")
        self.query_one("#head", Line).show(lambda _: title)
        self.say(self._first_said)
        with self.complaining():
            self._load(self._first or choices.last_choice(self.coach.database, self.coach.settings))
        self._show()

    def _load(self, setup: Setup) -> None:
        """Everything that the choice goes by, as the database has it now."""
        coach = self.coach
        every = choices.qualifying(coach.database)
        known = {each.skill for each in every.candidates} | {each.skill for each in every.left_out}
        rows = interviews.listed(coach.database, coach.settings, coach.clock())
        upcoming = {row.interview.details.name: row.interview.details.skills for row in rows if row.days >= 0}
        skills = tuple(each for each in setup.skills if each in known)
        setup = replace(setup, skills=skills, interview=setup.interview if skills else "")
        kept = coach.fact(WAY_FACT)
        way = next((each for each in WAYS if each.value == kept), Way.SPOKEN)
        self._choosing = Choosing(
            Chosen(setup, way),
            choices.qualifying(coach.database, setup.skills),
            tuple((name, each) for name, each in upcoming.items() if known.intersection(each)),
            len(known),
            past=bool(past(coach.database, 1)),
        )

    def notes_were_read(self) -> None:
        if self._choosing is not None:
            with self.complaining():
                at = self._choosing.at
                self._load(self._choosing.chosen.setup)
                self._choosing = replace(self._choosing, at=at)
            self._show()

    def _show(self) -> None:
        def body(width: int, _height: int) -> Sequence[Content]:
            return [] if self._choosing is None else draw.lines(self._choosing, self.coach.settings, width)

        self.query_one("#body", Pane).show(body, from_top=False)
        self.show_hints(hints_of(Where.MOCK_SETUP, without=self.needless))

    @property
    def needless(self) -> set[str]:
        choosing = self._choosing
        without = set()
        if choosing is None or not choosing.past:
            without.add("past")
        if choosing is None or not choosing.found.left_out:
            without.add("left_out")
        if choosing is None or not choosing.found.candidates:
            without.add("begin")
        if choosing is None or not choosing.skills:
            without.add("skills")
        return without

    # -- choosing

    def _choose(self, chosen: Chosen) -> None:
        before = self._choosing
        if before is None:
            return
        found: Qualifying = before.found
        with self.complaining():
            if chosen.setup.skills != before.chosen.setup.skills:
                found = choices.qualifying(self.coach.database, chosen.setup.skills)
        self._choosing = replace(before, chosen=chosen, found=found)
        self._show()

    def action_change(self, by: int) -> None:
        """The next choice in the row, or the one before; after the last comes the first."""
        choosing = self._choosing
        if choosing is None:
            return
        self._digits = ""
        found = draw.options(choosing.at, choosing, self.coach.settings)
        at = next((index for index, (_, each) in enumerate(found) if each == choosing.chosen), 0)
        self._choose(found[(at + by) % len(found)][1])
        chosen = self._choosing
        if chosen is not None and choosing.at is Row.WAY:
            self.say(WAY_SAID[chosen.chosen.way])
        else:
            self.say(TYPE if choosing.at in draw.TYPED else "")

    def action_go_to(self, index: int) -> None:
        """Goes to a row, or on in the row where it is already."""
        if self._choosing is None:
            return
        row = ROWS[max(0, min(index, len(ROWS) - 1))]
        if row is self._choosing.at:
            self.action_change(1)
            return
        self._digits = ""
        self._choosing = replace(self._choosing, at=row)
        self.say(TYPE if row in draw.TYPED else "")
        self._show()

    def action_scroll(self, by: int) -> None:
        """The row beneath, or above; past the last the body scrolls."""
        if self._choosing is None:
            return
        index = ROWS.index(self._choosing.at) + by
        if 0 <= index < len(ROWS):
            self.action_go_to(index)
        else:
            super().action_scroll(by)

    def takes(self, key: events.Key) -> bool:
        """Digits type a number into a row that takes one."""
        choosing = self._choosing
        digit = key.character or ""
        if choosing is None or not (digit.isascii() and digit.isdigit()):
            return False
        if choosing.at not in draw.TYPED:
            self.say("A number can be typed in Questions, Think time, Answer and Seed.")
            return True
        wanted = int((self._digits + digit)[-5:])
        if wanted > draw.TYPED[choosing.at]:
            wanted = int(digit)
        self._type(str(wanted))
        return True

    def action_rub_out(self) -> None:
        """The last digit of a number that was typed."""
        self._type(self._digits[:-1])

    def _type(self, digits: str) -> None:
        choosing = self._choosing
        if choosing is None or choosing.at not in draw.TYPED:
            return
        self._digits = digits
        setup = draw.typed(choosing.at, choosing.chosen.setup, int(digits or "0"))
        self._choose(replace(choosing.chosen, setup=setup))

    def action_left_out(self) -> None:
        """Lists what was left out, and why; or no more."""
        choosing = self._choosing
        if choosing is not None and choosing.found.left_out:
            self._choosing = replace(choosing, listing=not choosing.listing)
            self._show()
        else:
            self.say("No question was left out.")

    # -- going on

    def action_begin(self) -> None:
        """Begins the interview."""
        if self._choosing is None:
            return
        chosen = self._choosing.chosen
        with self.complaining():
            self.coach.remember(WAY_FACT, chosen.way.value)
            mocking.begin(self.coach_app, chosen.setup)

    def action_skills(self) -> None:
        """Chooses skills by hand."""
        choosing = self._choosing
        if choosing is None:
            return
        from interview_coach.tui.screens.mock.skills import SkillsScreen

        chosen = choosing.chosen

        def choose(skills: tuple[str, ...], interview: str) -> None:
            self._choose(replace(chosen, setup=replace(chosen.setup, skills=skills, interview=interview)))

        every, setup = choices.qualifying(self.coach.database), chosen.setup
        self.coach_app.push_screen(
            SkillsScreen(every, choosing.upcoming, setup.skills, setup.interview, choose)
        )

    def action_past(self) -> None:
        """The interviews that were sat."""
        mocking.open_past(self.coach_app)

    def action_leave(self) -> None:
        """Back to Today."""
        self.coach_app.pop_screen()
