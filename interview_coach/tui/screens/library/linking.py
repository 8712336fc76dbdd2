"""Which text a card has now that its note does not have any more: chosen among the likeliest."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from interview_coach.cards.prompts import without_skill
from interview_coach.coach.coach import Coach
from interview_coach.coach.identity import candidates, relink
from interview_coach.coach.library import Library, ListedCard
from interview_coach.tui.actions import Where, bindings_of
from interview_coach.tui.draw.basics import QUIET, spread
from interview_coach.tui.loading import load
from interview_coach.tui.screens.library.card_list import CardListScreen
from interview_coach.tui.text import cut
from interview_coach.tui.widgets.drawn import Line

MOST = 50


def _likeliest(card_id: int, coach: Coach) -> Sequence[int]:
    with coach.database.explained():
        return candidates(coach.database, card_id, MOST)


class LinkScreen(CardListScreen):
    """The cards of its kind, those of its own note first."""

    WHERE = Where.LINK
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.LINK)

    def __init__(self, library: Library, missing: ListedCard, done: Callable[[int], None]) -> None:
        """`done` gets the number of the card whose history goes on, once it is linked."""
        super().__init__(library)
        self._missing = missing
        self._done = done

    def on_mount(self) -> None:
        card = self._missing.stored.card
        title = Content.styled("Which text is it now?", "bold $text-primary")
        asked = without_skill(card.prompt, card.skill)
        self.query_one("#head", Line).show(
            lambda width: spread(title, Content.styled(cut(asked, max(1, width - 24)), QUIET), width)
        )
        self.draw_hints()
        self.renew(None)

    def renew(self, card_id: int | None) -> None:
        del card_id
        load(self, partial(_likeliest, self._missing.stored.card_id), self._show, "Comparing the texts")

    def _show(self, ids: Sequence[int]) -> None:
        self.fill(ids)
        if not ids:
            self.say("There is no other card of its kind. q goes back.")

    @property
    def needless(self) -> set[str]:
        return set() if self.ids else {"choose", "detail"}

    def action_choose(self) -> None:
        """Links the missing card's history to the text at the cursor."""
        chosen, coach = self.card_id, self.coach
        if chosen is None:
            return
        with self.complaining():
            old = self._missing.stored.card_id
            relink(coach.database, coach.settings, old, chosen, coach.clock())
            self.coach_app.pop_screen()
            self._done(old)
