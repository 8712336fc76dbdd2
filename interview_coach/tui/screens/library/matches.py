"""The cards whose history goes on under another text: each match, with what was before, to be taken apart."""

from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from interview_coach.coach.identity import Link, Parted, latest_links, relink, split
from interview_coach.recall.day import study_day
from interview_coach.tui import browsing
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, counted, spread
from interview_coach.tui.draw.library import skills as draw
from interview_coach.tui.screens.listing import ListScreen
from interview_coach.tui.widgets.drawn import Line

SHOWN = 200


class MatchesScreen(ListScreen):
    """The latest first."""

    WHERE = Where.MATCHES
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.MATCHES)

    def __init__(self) -> None:
        super().__init__()
        self._matches: list[Link] = []
        self._parted: list[Parted] = []

    def on_screen_resume(self) -> None:
        self._look()

    def notes_were_read(self) -> None:
        self._look()

    def _look(self) -> None:
        with self.complaining():
            with self.coach.database.explained():
                self._matches = latest_links(self.coach.database, SHOWN)
            self.set_class(not self._matches, "-nothing")
            title = Content.styled("Texts that were edited", "bold $text-primary")
            most = "the latest " if len(self._matches) == SHOWN else ""
            count = Content.styled(most + counted(len(self._matches), "match", "matches"), QUIET)
            self.query_one("#head", Line).show(lambda width: spread(title, count, width))
            self.choices.show(
                len(self._matches),
                lambda index, width: draw.match_row(self._matches[index], self._today, width),
                lines=2,
            )

    @property
    def _today(self) -> date:
        return study_day(self.coach.clock(), self.coach.settings.rollover_hour)

    @property
    def _match(self) -> Link | None:
        at = self.choices.at
        return self._matches[at] if at is not None and at < len(self._matches) else None

    def choose(self, index: int | None) -> None:
        del index
        match, today = self._match, self._today
        if match is None:
            self.show_beside(None, lambda width, _: draw.no_match(width))
        else:
            self.show_beside((match.card_id, match.at), lambda width, _: draw.match_detail(match, today, width))
        self.show_hints(hints_of(Where.MATCHES, without=self.needless))

    @property
    def needless(self) -> set[str]:
        without = set() if self._parted else {"undo"}
        if self._match is None:
            return without | {"take_apart", "note", "detail"}
        return without if self._match.taken_apart_at is None else without | {"take_apart"}

    # -- what a person does

    def action_take_apart(self) -> None:
        """Makes two cards of the match again."""
        match, coach = self._match, self.coach
        if match is None or match.taken_apart_at is not None:
            self.say("That one is taken apart already." if match else "")
            return
        with self.complaining():
            self._parted.append(split(coach.database, coach.settings, match.card_id, coach.clock()))
            self._look()
            self.say("Taken apart: two cards again. u puts them together.")

    def action_undo(self) -> None:
        """Puts together what was taken apart here last."""
        if not self._parted:
            self.say("Nothing was taken apart here.")
            return
        coach = self.coach
        with self.complaining():
            parted = self._parted[-1]
            now = coach.clock()
            relink(coach.database, coach.settings, parted.old.card_id, parted.new.card_id, now)
            self._parted.pop()
            self._look()
            self.say("One card again.")

    def action_note(self) -> None:
        """Shows the note that has the text now."""
        match = self._match
        if match is None:
            return
        with self.complaining():
            card = self.coach.library().card(match.card_id).stored
            browsing.open_note(self.coach_app, match.new.note, card.card.line)

    def action_leave(self) -> None:
        """Back to the library."""
        self.coach_app.pop_screen()
