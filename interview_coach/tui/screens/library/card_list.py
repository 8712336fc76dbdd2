"""A list of cards with what the one at the cursor holds, and what can be done to it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from interview_coach.coach.identity import link_of
from interview_coach.coach.library import Deed, Library, ListedCard
from interview_coach.coach.listing import CardStatus
from interview_coach.recall.day import study_day
from interview_coach.recall.model import Phase
from interview_coach.tui import browsing
from interview_coach.tui.actions import hints_of
from interview_coach.tui.draw.library import card as draw
from interview_coach.tui.draw.library import deeds
from interview_coach.tui.editing import edit_note
from interview_coach.tui.screens.listing import ListScreen

if TYPE_CHECKING:
    from interview_coach.coach.identity import Parted

WITH_A_CARD = {"open", "suspend", "flag", "reset", "note", "edit", "take_apart", "relink", "detail"}


class CardListScreen(ListScreen):
    """Cards by their numbers; each is read as it comes into view. One at a time can have the whole width."""

    DEFAULT_CSS = """
    CardListScreen {
        &.-normal #list { width: 1fr; }
        &.-normal #detail { width: 1fr; }
        &.-nothing #list { display: block; }
        &.-nothing #detail { display: none; }
        &.-whole #list { display: none; }
        &.-whole #detail { width: 100%; height: 1fr; border: none; margin: 0; padding: 0; }
    }
    """

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.ids: Sequence[int] = ()
        self._read: dict[int, ListedCard] = {}
        self._done_to: int | None = None  # the card that the message is of
        self._past: list[Callable[[], None]] = []  # what takes back each thing done here, the last last

    # -- what is on it

    @property
    def today(self) -> date:
        """The study day."""
        return study_day(self.coach.clock(), self.coach.settings.rollover_hour)

    @property
    def card_id(self) -> int | None:
        """The number of the card at the cursor."""
        at = self.choices.at
        return self.ids[at] if at is not None and at < len(self.ids) else None

    @property
    def names_skills(self) -> bool:
        """Whether each row says of which skill its card is: where there are several."""
        return False

    @property
    def listed(self) -> ListedCard | None:
        """The card at the cursor."""
        return None if self.card_id is None else self.read(self.card_id)

    def read(self, card_id: int) -> ListedCard:
        """A card as it is now, or was when it came into view."""
        if card_id not in self._read:
            self._read[card_id] = self.library.card(card_id)
        return self._read[card_id]

    def forget(self) -> None:
        """What was read of the cards may be otherwise now."""
        self._read.clear()

    def fill(self, ids: Sequence[int], at: int | None = None) -> None:
        """Lists these cards, with the cursor on row `at`, or as near as can be to where it was."""
        self.ids = ids
        self.forget()
        self.set_class(not ids, "-nothing")
        if not ids:
            self.remove_class("-whole")
        self.choices.show(len(ids), self.draw_row, at=at, lines=draw.ROW_LINES)

    def draw_row(self, index: int, width: int) -> tuple[Content, ...]:
        """A card in the list."""
        listed = self.read(self.ids[index])
        return draw.row(listed, self.library.recall(listed), self.today, width, named=self.names_skills)

    def choose(self, index: int | None) -> None:
        """Shows what the card at the cursor holds."""
        del index
        if self._done_to is not None and self.card_id != self._done_to and self._done_to in self.ids:
            self.say("")  # what was done to the card before is not to be read as said of this one
            self._done_to = None
        self.show_detail()
        self.draw_hints()

    def show_detail(self) -> None:
        """What stands beside the list."""
        card_id = self.card_id
        if card_id is None:
            self.show_beside(None, lambda _width, _height: ())
            return
        with self.complaining():
            history = self.library.history(card_id)
            with self.coach.database.explained():
                link = link_of(self.coach.database, card_id)
            shown = draw.Shown(history, link, self.coach.clock(), self.today)
            self.show_beside(card_id, lambda width, _: draw.detail(shown, width))

    def draw_hints(self) -> None:
        """The keys that do something now."""
        hints = hints_of(self.WHERE, without=self.needless)
        if self.has_class("-whole"):
            hints = [replace(each, label="the list") if each.do == "open" else each for each in hints]
        self.show_hints(hints)

    @property
    def needless(self) -> set[str]:
        without = set() if self.library.can_undo or self._past else {"undo"}
        if self.has_class("-whole"):
            without.add("detail")
        listed = self.listed
        if listed is None:
            return without | WITH_A_CARD
        if listed.stored.memory.phase is Phase.NEW:
            without.add("reset")
        if listed.status is CardStatus.MISSING:
            without |= {"suspend", "note", "edit"}
        else:
            without.add("relink")
        return without if self._is_linked(listed.stored.card_id) else without | {"take_apart"}

    def _is_linked(self, card_id: int) -> bool:
        with self.coach.database.explained():
            return link_of(self.coach.database, card_id) is not None

    def renew(self, card_id: int | None) -> None:
        """Something was done: the list anew, with the cursor on a card."""
        raise NotImplementedError

    # -- going through it

    def action_open(self) -> None:
        """The card over the whole width, or the list again."""
        if self.card_id is not None:
            self.toggle_class("-whole")
            self.draw_hints()

    @property
    def scrolls_detail(self) -> bool:
        return self.has_class("-whole") or super().scrolls_detail

    def action_detail(self) -> None:
        if not self.has_class("-whole"):
            super().action_detail()

    # -- what is done to the card

    def _do(self, deed: Deed) -> None:
        card_id = self.card_id
        if card_id is None:
            return
        with self.complaining():
            done = self.library.do(deed, [card_id])
            if done:
                self._past.append(self._take_back)
            self.renew(card_id)
            self._done_to = card_id
            self.say(deeds.SAID[deed] if done else "That is so already.")

    def action_suspend(self) -> None:
        """Suspends the card, or takes it back in."""
        if self.listed is not None:
            self._do(Deed.RESUME if self.listed.stored.suspended else Deed.SUSPEND)

    def action_flag(self) -> None:
        """Flags the card, or takes its flag off."""
        if self.listed is not None:
            self._do(Deed.UNFLAG if self.listed.stored.flagged else Deed.FLAG)

    def action_reset(self) -> None:
        """Lets the card be learnt anew."""
        if self.listed is not None and self.listed.stored.memory.phase is Phase.NEW:
            self.say("It was never practised: there is nothing to learn anew.")
        else:
            self._do(Deed.RESET)

    def action_undo(self) -> None:
        """Takes back the last thing done here, or else in the library."""
        self._done_to = None
        with self.complaining():
            take_back = self._past[-1] if self._past else self._take_back
            take_back()
            del self._past[-1:]

    def _take_back(self) -> None:
        done = self.library.undo()
        self.renew(self.card_id if done is None else done[1].stored.card_id)
        self.say(deeds.undone_words(done))

    def action_note(self) -> None:
        """Shows the note at the card's line."""
        if self.listed is not None:
            browsing.open_note(self.coach_app, self.listed.stored.path, self.listed.stored.card.line)

    def action_edit(self) -> None:
        """Opens the note at the card's line, then reads it again."""
        listed = self.listed
        if listed is None:
            return
        with self.complaining():
            said = edit_note(self.app, self.coach, listed.stored.path, listed.stored.card.line)
            self.renew(listed.stored.card_id)
            self.say(said)

    def action_take_apart(self) -> None:
        """Takes the card's last match apart."""
        from interview_coach.coach.identity import split

        card_id = self.card_id
        if card_id is None:
            return
        with self.complaining():
            if not self._is_linked(card_id):
                self.say(deeds.NEVER_LINKED)
                return
            parted = split(self.coach.database, self.coach.settings, card_id, self.coach.clock())
            self._past.append(partial(self._put_together, parted))
            self.renew(parted.new.card_id)
            self.say(deeds.TAKEN_APART)

    def _put_together(self, parted: "Parted") -> None:
        from interview_coach.coach.identity import relink

        coach = self.coach
        kept = relink(coach.database, coach.settings, parted.old.card_id, parted.new.card_id, coach.clock())
        self.renew(kept.card_id)
        self.say("One card again.")

    def action_relink(self) -> None:
        """Chooses the text under which the history of a missing card goes on."""
        listed = self.listed
        if listed is None or listed.status is not CardStatus.MISSING:
            self.say("This is for a card that its note does not have any more.")
            return
        from interview_coach.tui.screens.library.linking import LinkScreen

        self.coach_app.push_screen(LinkScreen(self.library, listed, self._was_linked))

    def _was_linked(self, card_id: int) -> None:
        """The card may stand in another list now: it is named."""
        self._past.append(partial(self._unlink, card_id))
        self.renew(card_id)
        self.say(deeds.linked_words(self.read(card_id).stored.card))

    def _unlink(self, card_id: int) -> None:
        from interview_coach.coach.identity import split

        split(self.coach.database, self.coach.settings, card_id, self.coach.clock())
        self.renew(card_id)
        self.say(deeds.UNLINKED)

    def action_leave(self) -> None:
        """Back to the list, or to where it was opened."""
        if self.has_class("-whole"):
            self.remove_class("-whole")
            self.draw_hints()
        else:
            self.coach_app.pop_screen()
