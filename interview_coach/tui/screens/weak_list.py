"""The list of weak answers as it stands on the screen: looked up, held to a skill or a reason, drawn."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from textual import events
from textual.content import Content
from textual.widget import Widget

from interview_coach.cards.model import Card
from interview_coach.coach.coach import Coach
from interview_coach.coach.exercises import EXERCISES, Exercise, exercises_for, first_of
from interview_coach.coach.library import Library
from interview_coach.coach.practice import Practice
from interview_coach.coach.weak import Code, WeakAnswer, WeakList
from interview_coach.recall.day import study_day, where_it_is
from interview_coach.tui.actions import Where, hints_of
from interview_coach.tui.draw import weak as draw
from interview_coach.tui.draw.basics import QUIET, button, clickable, spread
from interview_coach.tui.loading import load
from interview_coach.tui.screens.listing import ListScreen
from interview_coach.tui.text import one_line
from interview_coach.tui.widgets.drawn import Line

Filter = TypeVar("Filter", int, Code)


class WeakListScreen(ListScreen):
    """The list is looked up in a thread, when the screen comes up and whenever one comes back to it."""

    WHERE = Where.WEAK

    def __init__(self) -> None:
        super().__init__()
        self.library: Library | None = None
        self.undone_by: list[Practice | Library] = []  # what takes back each thing done here, the last last
        self.wanted: int | None = None  # the card to put the cursor on, once its list is there
        self._found: WeakList | None = None
        self._rows: tuple[WeakAnswer, ...] = ()
        self._note: int | None = None
        self._code: Code | None = None
        self._read: tuple[int, Card | None] | None = None  # the card at the cursor, with its number
        self._moment: WeakAnswer | None = None  # what has just left the list, until a key is pressed

    def below(self) -> Iterable[Widget]:
        return (Line(id="offers"),)

    def on_mount(self) -> None:
        self._draw_head()
        self._draw_keys()
        with self.complaining():
            self.library = self.coach.library()

    def on_screen_resume(self) -> None:
        """A drill that rated nothing leaves nothing to take back."""
        self.undone_by = [each for each in self.undone_by if each.can_undo]
        self.look()

    def notes_were_read(self) -> None:
        self.look()

    # -- what is on it

    def look(self) -> None:
        """Looks the list up as it is now."""
        load(self, Coach.weak, self._show, "Looking through your answers")

    def _show(self, found: WeakList) -> None:
        """Shows a list just looked up; what has left it since the last look is shown first of all."""
        before, self._found, self._read = self._found, found, None
        here = self._at_card if self.wanted is None else self.wanted
        self.wanted = None
        if before is not None:
            gone = {each.card_id for each in before.left_today}
            left = [each for each in found.left_today if each.card_id not in gone]
            if left:
                self._moment, here = left[-1], left[-1].card_id
                self._note = self._code = None
        self._fill(here)

    def _fill(self, card_id: int | None) -> None:
        """Fills the list with what its filters let through, the cursor on a card where that is there."""
        if self._found is None:
            return
        only = self._found.only(note_ids=None if self._note is None else {self._note}, code=self._code)
        self._rows = (*only.answers, *(only.left_today if self._code is None else ()))
        if not self._rows and (self._note or self._code):  # the last that a filter let through is gone
            self._note = self._code = None
            self._fill(card_id)
            return
        self.set_class(not self._rows or self._moment is not None, "-nothing")
        self._draw_head()
        place = next((index for index, each in enumerate(self._rows) if each.card_id == card_id), None)
        self.choices.show(len(self._rows), self._row, at=place, lines=draw.ROW_LINES)

    @property
    def answer(self) -> WeakAnswer | None:
        """The answer at the cursor."""
        at = self.choices.at
        return self._rows[at] if at is not None and at < len(self._rows) else None

    @property
    def _at_card(self) -> int | None:
        return None if self.answer is None else self.answer.card_id

    @property
    def _card(self) -> Card | None:
        """The card at the cursor, read when it is first asked for: a key may come before the row is drawn."""
        answer = self.answer
        if answer is None or self.library is None:
            return None
        if self._read is None or self._read[0] != answer.card_id:
            self._read = answer.card_id, None
            with self.complaining():
                self._read = answer.card_id, self.library.card(answer.card_id).stored.card
        return self._read[1]

    @property
    def ways(self) -> tuple[Exercise, ...]:
        """How it can be drilled."""
        return () if self._card is None else exercises_for(self._card)

    @property
    def _all(self) -> tuple[WeakAnswer, ...]:
        return () if self._found is None else self._found.answers

    # -- drawing

    @property
    def _today(self) -> date:
        return study_day(self.coach.clock(), self.coach.settings.rollover_hour)

    def _row(self, index: int, width: int) -> tuple[Content, ...]:
        answer, seen = self._rows[index], None
        if answer.last_seen is not None:
            moment = where_it_is(self.coach.clock(), answer.last_seen)
            seen = study_day(moment, self.coach.settings.rollover_hour)
        return draw.row(answer, self._today, seen, width)

    def _draw_head(self) -> None:
        title = Content.styled("Weak answers", "bold $text-primary")
        skill = next((each.skill for each in self._rows if each.note_id == self._note), "")
        code = "" if self._code is None else draw.SHORT[self._code]
        shown, total = sum(each.weak for each in self._rows), len(self._all)
        count = f"{shown:,} of {total:,}" if skill or code else f"{total:,}" if self._found else ""
        right = Content.styled(" · ".join(filter(None, (one_line(skill), code, count))), QUIET)
        room = title.cell_length + 4
        self.query_one("#head", Line).show(
            lambda width: spread(title, right.truncate(max(1, width - room), ellipsis=True), width)
        )

    def choose(self, index: int | None) -> None:
        del index
        answer, card, today, settings = self.answer, self._card, self._today, self.coach.settings
        left = self._moment
        if left is not None:
            self.show_beside(None, lambda width, _: draw.moment(left, today, width))
        elif answer is not None:
            self.show_beside(answer.card_id, lambda width, _: draw.detail(answer, card, today, width))
        elif self._found is not None:
            self.show_beside(None, lambda width, _: draw.nothing_weak(settings, width))
        self._draw_keys()

    def _draw_keys(self) -> None:
        ways, line = self.ways, self.query_one("#offers", Line)
        if self._moment is not None:
            line.show(lambda _: clickable(button("enter", "Go on"), "screen.go_on"))
        elif ways and self.answer is not None:
            first = first_of(ways, self.answer.aim)
            line.show(lambda width: draw.offers(ways, first, width))
        else:
            line.show(lambda _: Content(""))
        hints = hints_of(Where.WEAK, without={*self.needless, "drill"})
        self.show_hints(hints if self._moment is None else hints[-1:])

    @property
    def needless(self) -> set[str]:
        useful = {
            "undo": bool(self.undone_by),
            "skill": len({each.note_id for each in self._all}) > 1,
            "reason": len({code for each in self._all for code in each.codes}) > 1,
        }
        without = {action for action, is_useful in useful.items() if not is_useful}
        if not self._rows:
            without |= {"drill", "flag", "edit", "detail"}
        ways = self.ways if len(self.ways) > 1 else ()  # the only one is on enter
        lacking = (number for number, each in enumerate(EXERCISES, start=1) if each not in ways)
        return without | {f"drill_at({number})" for number in lacking}

    # -- going through it

    def takes(self, key: events.Key) -> bool:
        """Any plain key goes on from the moment in which an answer has left the list."""
        left = self._moment
        if left is None or not (key.is_printable or key.key in {"enter", "escape", "up", "down", "tab"}):
            return False
        self.action_go_on()
        return True

    def action_go_on(self) -> None:
        """From the moment in which an answer has left the list, back to the list."""
        left, self._moment = self._moment, None
        if left is not None:
            self._fill(left.card_id)

    def action_skill(self) -> None:
        """Holds the list to the next skill that has weak answers; after the last come all."""
        fitting = [each for each in self._all if self._code is None or self._code in each.codes]
        self._note = _after(
            [note for _, note in sorted({(each.skill, each.note_id) for each in fitting})], self._note
        )
        self._fill(self._at_card)

    def action_reason(self) -> None:
        """Holds the list to the next reason that there is; after the last come all."""
        present = {code for each in self._all if self._note in {None, each.note_id} for code in each.codes}
        self._code = _after([code for code in Code if code in present], self._code)
        self._fill(self._at_card)


def _after(order: Sequence[Filter], at: Filter | None) -> Filter | None:
    """What follows in a round of these and of none."""
    if at is None or at not in order:
        return order[0] if order else None
    return None if at == order[-1] else order[order.index(at) + 1]
