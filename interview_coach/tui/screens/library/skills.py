"""Library: every skill with how ready it is and its cards, and the ways to its cards, its note and a search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from interview_coach.coach.coach import Coach
from interview_coach.coach.identity import Link, latest_links
from interview_coach.coach.library import Library, Skill, readiness_of
from interview_coach.tui import browsing
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET, counted, spread
from interview_coach.tui.draw.library import skills as draw
from interview_coach.tui.draw.library.deeds import undone_words
from interview_coach.tui.editing import edit_note
from interview_coach.tui.loading import load
from interview_coach.tui.screens.listing import ListScreen
from interview_coach.tui.widgets.drawn import Line

MATCHES = 200  # whoever wants older ones: interview-coach cards links


@dataclass(frozen=True, slots=True)
class _Found:
    skills: tuple[Skill, ...]
    matches: tuple[Link, ...]


def _look(coach: Coach) -> _Found:
    skills = coach.library().skills()
    with coach.database.explained():
        return _Found(tuple(skills), tuple(latest_links(coach.database, MATCHES)))


class LibraryScreen(ListScreen):
    """The skills; counted in a thread, again whenever one comes back to them."""

    WHERE = Where.LIBRARY
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.LIBRARY)
    DEFAULT_CSS = "LibraryScreen.-normal { #list { width: 1fr; } #detail { width: 1fr; } }"

    def __init__(self) -> None:
        super().__init__()
        self._library: Library | None = None
        self._found: _Found | None = None
        self._rows: Sequence[Skill] = ()
        self._by_readiness = False

    def below(self) -> Iterable[Widget]:
        return (Line(id="matches"),)

    def on_mount(self) -> None:
        self._draw_head()
        self.show_hints(hints_of(Where.LIBRARY, without=self.needless))
        with self.complaining():
            self._library = self.coach.library()

    def on_screen_resume(self) -> None:
        self._look()

    def notes_were_read(self) -> None:
        self._look()

    # -- what is on it

    def _look(self) -> None:
        load(self, _look, self._show, "Counting the cards")

    def _show(self, found: _Found) -> None:
        here = self._skill
        self._found = found
        self._fill(None if here is None else here.note_id)

    def _fill(self, note_id: int | None) -> None:
        skills = () if self._found is None else self._found.skills
        self._rows = sorted(skills, key=_unreadiness) if self._by_readiness else skills
        place = next((index for index, each in enumerate(self._rows) if each.note_id == note_id), 0)
        self._draw_head()
        matches = () if self._found is None else self._found.matches
        self.query_one("#matches", Line).show(lambda width: draw.matches_line(matches, width))
        self.set_class(self._found is not None and not self._rows, "-nothing")
        self.choices.show(
            len(self._rows),
            lambda index, width: draw.row(self._rows[index], width),
            at=place,
            lines=draw.ROW_LINES,
        )

    @property
    def _skill(self) -> Skill | None:
        at = self.choices.at
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def choose(self, index: int | None) -> None:
        del index
        skill = self._skill
        if skill is not None:
            self.show_beside(skill.note_id, lambda width, _: draw.detail(skill, width))
        elif self._found is not None:
            self.show_beside(None, lambda width, _: draw.nothing(width))
        self.show_hints(hints_of(Where.LIBRARY, without=self.needless))

    def _draw_head(self) -> None:
        title = Content.styled("Library", "bold $text-primary")
        count = ""
        if self._found is not None:
            cards = sum(each.counts.cards for each in self._rows)
            count = f"{counted(len(self._rows), 'skill')}, {counted(cards, 'card')}"
        order = ", the least ready first" if self._by_readiness else ""
        right = Content.styled(count + order, QUIET)
        self.query_one("#head", Line).show(lambda width: spread(title, right, width))

    @property
    def needless(self) -> set[str]:
        useful = {
            "undo": self._library is not None and self._library.can_undo,
            "matches": self._found is not None and bool(self._found.matches),
            "order": len(self._rows) > 1,
            "every": len(self._rows) > 1,
        }
        without = {action for action, is_useful in useful.items() if not is_useful}
        return without if self._rows else without | {"cards", "note", "edit", "coverage", "search"}

    # -- what a person does

    def action_cards(self) -> None:
        """Lists the cards of the skill at the cursor."""
        if self._skill is not None and self._library is not None:
            browsing.open_cards(self.coach_app, self._library, self._skill)

    def action_every(self) -> None:
        """Lists all cards."""
        if self._rows and self._library is not None:
            browsing.open_cards(self.coach_app, self._library, None)

    def action_search(self) -> None:
        """Searches everything."""
        if self._library is not None:
            browsing.open_search(self.coach_app, self._library)

    def action_order(self) -> None:
        """The least ready first, or by name."""
        self._by_readiness = not self._by_readiness
        self._fill(None)

    def action_note(self) -> None:
        """Shows the note."""
        if self._skill is not None:
            browsing.open_note(self.coach_app, self._skill.path)

    def action_edit(self) -> None:
        """Opens the note in the editor."""
        skill = self._skill
        if skill is None:
            return
        with self.complaining():
            self.say(edit_note(self.app, self.coach, skill.path, 1))
            self._look()

    def action_coverage(self) -> None:
        """Which question has which story."""
        browsing.open_coverage(self.coach_app)

    def action_matches(self) -> None:
        """Lists the texts that were matched with cards."""
        if self._found is None or not self._found.matches:
            self.say("No card goes on under another text.")
            return
        from interview_coach.tui.screens.library.matches import MatchesScreen

        self.coach_app.push_screen(MatchesScreen())

    def action_undo(self) -> None:
        """Takes back the last thing done in the library."""
        if self._library is None:
            return
        with self.complaining():
            self.say(undone_words(self._library.undo()))
            self._look()

    def action_leave(self) -> None:
        """Back to Today."""
        self.before_leaving()
        self.coach_app.pop_screen()

    def before_leaving(self) -> None:
        """All of it is saved but that the library was left in order."""
        if self._library is not None:
            with self.complaining():
                self._library.close()


def _unreadiness(skill: Skill) -> tuple[float, str]:
    ready = readiness_of(skill.counts)
    return (2.0 if ready is None else ready), skill.title
