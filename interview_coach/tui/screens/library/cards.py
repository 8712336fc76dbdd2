"""The cards of a skill, or of all: each with its state, its answer and its history."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.coach import Coach
from interview_coach.coach.library import Library, Show, Skill
from interview_coach.tui import browsing
from interview_coach.tui.actions import Where, bindings_of
from interview_coach.tui.draw.basics import QUIET, counted, spread
from interview_coach.tui.draw.library.skills import NAMES
from interview_coach.tui.loading import load
from interview_coach.tui.screens.library.card_list import CardListScreen
from interview_coach.tui.text import one_line
from interview_coach.tui.widgets.drawn import Line


def _of_all(show: Show, coach: Coach) -> tuple[Sequence[int], bool]:
    """The cards of all skills, and whether those are several."""
    library = coach.library()
    return library.ids(None, show), sum(each.counts.cards > 0 for each in library.skills()) > 1


class CardsScreen(CardListScreen):
    """In the order of the notes; those of all skills are looked up in a thread."""

    WHERE = Where.CARDS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.CARDS)

    def __init__(self, library: Library, skill: Skill | None) -> None:
        super().__init__(library)
        self._skill = skill
        self._which = Show.ALL
        self._looked = False
        self._several = False
        self._wanted: int | None = None

    def on_mount(self) -> None:
        self._draw_head()
        self.draw_hints()

    def on_screen_resume(self) -> None:
        self.renew(self.card_id)

    def notes_were_read(self) -> None:
        self.renew(self.card_id)

    def renew(self, card_id: int | None) -> None:
        self._wanted = card_id
        self.forget()  # a key may come before the list is there
        if self._skill is None:
            load(self, partial(_of_all, self._which), self._show_all, "Looking up the cards")
        else:
            with self.complaining():
                self._show(self.library.ids(self._skill.note_id, self._which))

    @property
    def names_skills(self) -> bool:
        return self._several

    def _show_all(self, found: tuple[Sequence[int], bool]) -> None:
        ids, self._several = found
        self._show(ids)

    def _show(self, ids: Sequence[int]) -> None:
        self._looked = True
        self.fill(ids, ids.index(self._wanted) if self._wanted in ids else None)
        self._draw_head()
        if not ids and not self.message:  # what was done to the last card of a list is said already
            none = f"No card is {NAMES[self._which]}; v goes on."
            self.say("There are no cards here." if self._which is Show.ALL else none)

    def _draw_head(self) -> None:
        name = "All cards" if self._skill is None else one_line(self._skill.title)
        which = "" if self._which is Show.ALL else f" · {NAMES[self._which]}"
        count = counted(len(self.ids), "card") if self._looked else ""
        title = Content.styled(f"{name}", "bold $text-primary")
        right = Content.styled(count + which, QUIET)
        self.query_one("#head", Line).show(lambda width: spread(title, right, width))

    # -- what a person does

    def action_which(self) -> None:
        """All cards, then those due, new, suspended, flagged, missing, as far as there are any."""
        order = list(Show)
        self._which = order[(order.index(self._which) + 1) % len(order)]
        self.say("")
        self.renew(self.card_id)

    def action_search(self) -> None:
        """Searches everything."""
        browsing.open_search(self.coach_app, self.library)
