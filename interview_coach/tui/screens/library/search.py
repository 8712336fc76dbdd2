"""Search over everything as one types: skills, questions, answers and the notes themselves."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from interview_coach.coach.coach import Coach
from interview_coach.coach.library import Library
from interview_coach.coach.searching import Hit, Search
from interview_coach.tui import browsing
from interview_coach.tui.actions import Where, bindings_of
from interview_coach.tui.draw.basics import QUIET, counted, spread
from interview_coach.tui.draw.library import skills as draw
from interview_coach.tui.editing import edit_note
from interview_coach.tui.loading import load
from interview_coach.tui.screens.library.card_list import CardListScreen
from interview_coach.tui.widgets.drawn import Line
from interview_coach.tui.widgets.line_box import LineBox

MOST = 50
IN_THE_BOX = (
    ("enter", "open", "screen.open"),
    ("tab", "to the finds", "screen.detail"),
    ("esc", "leave", "screen.leave_box"),
)
TYPE = 'Type words, the last may be a beginning; a phrase in "quotation marks". ↑ ↓ move, enter opens.'


def _renewed(coach: Coach) -> int:
    search = Search(coach.database, coach.workspace.decks, coach.settings)
    try:
        return search.renew()
    finally:
        search.close()


class SearchScreen(CardListScreen):
    """The box above, what it finds beneath it. The index takes in what changed before the first find."""

    WHERE = Where.SEARCH
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.SEARCH)
    DEFAULT_CSS = """
    SearchScreen {
        #query { margin: 0 2; }
        &.-tall #query { margin: 1 2 0 2; }
        &.-narrow #query { margin: 0 1; }
    }
    """

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._search: Search | None = None
        self._hits: Sequence[Hit] = ()
        self._told = ""  # of what was found, on the message line

    def above(self) -> Iterable[Widget]:
        return (LineBox(placeholder="Search everything", id="query"),)

    def on_mount(self) -> None:
        self.box.focus()
        self._draw_head()

    def on_unmount(self) -> None:
        if self._search is not None:
            self._search.close()
            self._search = None

    def on_screen_resume(self) -> None:
        """A note may have been edited meanwhile."""
        self._take_in()

    def notes_were_read(self) -> None:
        self._take_in()

    def _take_in(self) -> None:
        load(self, _renewed, self._ready, "Taking in the notes")

    def _ready(self, _taken: int) -> None:
        with self.complaining():
            if self._search is None:
                self._search = Search(self.coach.database, self.coach.workspace.decks, self.coach.settings)
            whole = self.has_class("-whole")
            said = "" if self.message == self._told else self.message
            self._find(self.box.value, at=self.choices.at or 0)
            self.set_class(whole and bool(self._hits), "-whole")
            if said:
                self.say(said)

    @property
    def box(self) -> LineBox:
        """Where the words are typed."""
        return self.query_one("#query", LineBox)

    @property
    def is_typing(self) -> bool:
        """Whether plain keys go into the box."""
        return self.focused is self.box

    # -- what is found

    def on_input_changed(self, event: LineBox.Changed) -> None:
        """Finds as one types."""
        event.stop()
        with self.complaining():
            self._find(event.value)

    def _find(self, query: str, at: int = 0) -> None:
        if self._search is None:
            return
        # Cards before notes, which have the words of their cards too.
        found = self._search.find(query, self.coach.clock(), MOST)
        self._hits = sorted(found, key=lambda hit: hit.card is None)
        ids = [0 if hit.card is None else hit.card.stored.card_id for hit in self._hits]
        self.remove_class("-whole")
        self.fill(ids, at)
        self._draw_head()
        if not query.strip():
            self._told = TYPE
        else:
            self._told = "" if ids else self._search.why_nothing()
        self.say(self._told)

    def _draw_head(self) -> None:
        title = Content.styled("Search", "bold $text-primary")
        number = len(self._hits)
        count = f"the first {MOST}" if number == MOST else counted(number, "find") if number else ""
        right = Content.styled(count, QUIET)
        self.query_one("#head", Line).show(lambda width: spread(title, right, width))

    @property
    def hit(self) -> Hit | None:
        """The find at the cursor."""
        at = self.choices.at
        return self._hits[at] if at is not None and at < len(self._hits) else None

    @property
    def card_id(self) -> int | None:
        return super().card_id or None

    def draw_row(self, index: int, width: int) -> tuple[Content, ...]:
        return draw.hit_row(self._hits[index], width)

    def show_detail(self) -> None:
        hit = self.hit
        if hit is not None and hit.card is None:
            self.show_beside((hit.path, hit.line), lambda width, _: draw.hit_detail(hit, width))
        else:
            super().show_detail()

    def renew(self, card_id: int | None) -> None:
        """The same finds, as their cards are now."""
        del card_id
        self.forget()
        self.choices.show(len(self._hits), self.draw_row, lines=draw.ROW_LINES)

    @property
    def needless(self) -> set[str]:
        without = super().needless
        if self.hit is not None and self.hit.card is None:
            without -= {"note", "edit"}
        return without if self._hits else without | {"search"}

    def draw_hints(self) -> None:
        if self.is_typing:
            self.show_keys(IN_THE_BOX)
        else:
            super().draw_hints()

    def on_descendant_focus(self) -> None:
        """In the box plain keys type."""
        self.draw_hints()

    def on_descendant_blur(self) -> None:
        """Out of it they do what the line of keys says."""
        self.draw_hints()

    # -- what a person does

    def on_input_submitted(self, event: LineBox.Submitted) -> None:
        """Out of the box, to what was found."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        if self.hit is None:
            return
        self.set_focus(None)
        if self.hit.card is None:
            self.action_note()
        else:
            super().action_open()

    def action_search(self) -> None:
        """Back into the box."""
        self.remove_class("-whole")
        self.box.focus()

    def action_detail(self) -> None:
        if not self.is_typing:
            super().action_detail()
        elif self._hits:
            self.set_focus(None)

    def action_note(self) -> None:
        hit = self.hit
        if hit is not None:
            browsing.open_note(self.coach_app, hit.path, hit.line)

    def action_edit(self) -> None:
        hit = self.hit
        if hit is None:
            return
        with self.complaining():
            said = edit_note(self.app, self.coach, hit.path, hit.line)
            self._take_in()
            self.say(said)

    def action_leave_box(self) -> None:
        """Out of the box; then back."""
        if self.is_typing and self._hits:
            self.set_focus(None)
        else:
            self.action_leave()

    def action_leave(self) -> None:
        closes = not self.has_class("-whole")
        super().action_leave()
        if closes:
            self.before_leaving()

    def before_leaving(self) -> None:
        """Lets the index go."""
        if self._search is not None:
            self._search.close()
            self._search = None
