"""The one thing that commands and screens talk to: a workspace, its settings, its database, the time."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from interview_coach.coach.clock import Clock, make_clock
from interview_coach.coach.day import ALL, Choice, Today, today
from interview_coach.errors import CoachError
from interview_coach.recall.day import study_day
from interview_coach.settings import Settings, load
from interview_coach.store import notes
from interview_coach.store.database import Database, open_database
from interview_coach.store.facts import FITTED, get_fact, put_fact
from interview_coach.store.notes import OddNote
from interview_coach.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from interview_coach.coach.aside import Drilled
    from interview_coach.coach.glance import Glance
    from interview_coach.coach.keeping import Backup
    from interview_coach.coach.library import Library
    from interview_coach.coach.listing import DueCard, ListedCard
    from interview_coach.coach.plan import Progress
    from interview_coach.coach.practice import Practice
    from interview_coach.coach.progress import PlanDay, Skill, Statistics
    from interview_coach.coach.sync import Synced
    from interview_coach.coach.weak import WeakAnswer, WeakList


class Coach:
    """A workspace opened for practice. Belongs to one thread; `again()` gives another thread its own.

    Each use case is loaded when it is asked for: the first frame of a start needs the day alone.
    """

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        clock: Clock,
        *,
        make: bool = True,
        database: Database | None = None,
    ) -> None:
        self.workspace = workspace
        self.settings = settings
        self.clock = clock
        self.database: Database = database or open_database(workspace.database, make=make)
        self.use_fit()

    def again(self) -> "Coach":
        """The same workspace with a connection of its own, for another thread.

        Raises CoachError where the workspace is not there any more.
        """
        return Coach(self.workspace, self.settings, self.clock, make=False)

    def use_fit(self) -> None:
        """Schedules from here on by what was fitted to the person, or by FSRS's own weights."""
        with self.database.explained():
            if self.settings.parameters or get_fact(self.database.connection, FITTED):
                from interview_coach.coach.fitting import with_fit

                self.settings = with_fit(self.settings, self.database.connection)

    def close(self) -> None:
        """Leaves the database in order."""
        self.database.close()

    def sync(self, progress: "Progress | None" = None) -> "Synced":
        """Reads what changed in the notes."""
        from interview_coach.coach.sync import sync

        with self.database.explained():
            return sync(self.database, self.workspace.decks, self.settings, self.clock(), progress)

    def make_ready(self) -> None:
        """Prepares for ratings, so that the first takes no longer than the others.

        Loads what they are computed with, and makes room for many small commits: some 60 ms, for a thread of
        its own.
        """
        from interview_coach.recall.schedule import Schedule

        schedule = Schedule.from_settings(self.settings)
        _ = schedule.described, schedule.algorithm
        self.database.make_room()

    def daily_backup(self) -> "Backup | None":
        """Makes the study day's backup, unless it is there or nothing was practised since the last one.

        It reads the whole database: for another thread than the one that a person waits for.
        """
        from interview_coach.coach.keeping import daily_backup

        return daily_backup(self.database, self.settings, self.clock())

    def today(self) -> Today:
        """What the day holds, as far as the notes were read."""
        with self.database.explained():
            return today(self.database, self.settings, self.clock())

    def practice(self, choice: Choice = ALL) -> "Practice":
        """A sitting from here on."""
        from interview_coach.coach.practice import Practice

        with self.database.explained():
            return Practice(self.database, self.settings, self.clock, choice)

    def cards(self, *, kept: bool = False) -> "Iterator[ListedCard]":
        """Every card ever made, note by note; with `kept`, none that is missing without a history."""
        from interview_coach.coach.listing import list_cards

        with self.database.explained():
            yield from list_cards(self.database, self.settings, self.clock(), kept=kept)

    def due_cards(self) -> "list[DueCard]":
        """The cards of the day in their order, with their predicted recall."""
        from interview_coach.coach.listing import due_cards

        with self.database.explained():
            return due_cards(self.database, self.settings, self.clock())

    def cram(self, choice: Choice = ALL, on: "date | None" = None) -> "Practice":
        """A sitting beside the schedule: what is least known on a day (today where none is given) first."""
        from interview_coach.coach.aside import Cram
        from interview_coach.coach.practice import Practice

        now = self.clock()
        with self.database.explained():
            sitting = Cram(self.database, self.settings, study_day(now, self.settings.rollover_hour), on)
            return Practice(self.database, self.settings, self.clock, choice, sitting)

    def drill(self, drilled: "Sequence[Drilled]") -> "Practice":
        """A sitting beside the schedule over chosen cards, each aimed at one thing: see `sitting.task`."""
        from interview_coach.coach.aside import Drill
        from interview_coach.coach.practice import Practice

        now = self.clock()
        with self.database.explained():
            sitting = Drill(self.database, self.settings, study_day(now, self.settings.rollover_hour), drilled)
            return Practice(self.database, self.settings, self.clock, Choice(limit=len(drilled)), sitting)

    def weak(self) -> "WeakList":
        """The weak answers with their reasons, and those that left the list today."""
        from interview_coach.coach.weak import weak_list

        with self.database.explained():
            return weak_list(self.database, self.settings, self.clock())

    def standing_of(self, card_id: int) -> "WeakAnswer | None":
        """Where one card's answer stands, weak or not; None for a card that cannot come up."""
        from interview_coach.coach.weak import standing_of

        with self.database.explained():
            return standing_of(self.database, self.settings, self.clock(), card_id)

    def minutes_until(self, interview: "date", note_ids: "Sequence[int]") -> "tuple[PlanDay, ...]":
        """What each study day until an interview's eve takes for the cards of some notes."""
        from interview_coach.coach.progress import minutes_until

        with self.database.explained():
            return minutes_until(self.database, self.settings, self.clock(), interview, note_ids)

    def readiness(self, on: "date") -> "tuple[Skill, ...]":
        """Every skill with its readiness on a study day, if nothing more is done until then."""
        from interview_coach.coach.progress import skills_on

        with self.database.explained():
            return skills_on(self.database, self.settings, on)

    def glance(self) -> "Glance":
        """Weak answers, the next interview and how ready its skills are, in short."""
        from interview_coach.coach.glance import glance

        with self.database.explained():
            return glance(self.database, self.settings, self.clock())

    def library(self) -> "Library":
        """Every skill and card there is, and what a person does to a card outside practice."""
        from interview_coach.coach.library import Library

        return Library(self.database, self.settings, self.clock)

    def statistics(self, on: "date | None" = None) -> "Statistics":
        """All statistics, with each skill's readiness on a study day, today where none is given."""
        from interview_coach.coach.progress import statistics_of

        with self.database.explained():
            return statistics_of(self.database, self.settings, self.clock(), on)

    def has_left_mock(self) -> bool:
        """Whether a mock interview was left before its end; asked at each start, so it loads nothing else."""
        from interview_coach.store.mocks import unended

        with self.database.explained():
            return unended(self.database.connection) is not None

    def odd_notes(self) -> list[OddNote]:
        """The notes in which something is odd, with the remedies."""
        with self.database.explained():
            return notes.odd_notes(self.database.connection)

    def notes_of_skill(self, name: str) -> frozenset[int]:
        """The notes of the skill meant by `name`: its title, or a part of one that fits no other.

        Raises CoachError naming the skills there are where none or several fit.
        """
        with self.database.explained():
            titles = notes.titles(self.database.connection)
        wanted = name.casefold().strip()
        exact = frozenset(note_id for note_id, title in titles.items() if title.casefold() == wanted)
        partly = {title: note_id for note_id, title in titles.items() if wanted in title.casefold()}
        if exact or len(partly) == 1:
            return exact or frozenset(partly.values())
        found = ", ".join(sorted(partly or titles.values()))
        if partly:
            raise CoachError(f"{name!r} fits several skills", f"they are {found}")
        raise CoachError(
            f"there is no skill {name!r}", f"the skills are {found}" if found else "there are no notes yet"
        )

    def fact(self, name: str) -> str | None:
        """A small thing remembered from an earlier start."""
        with self.database.explained():
            return get_fact(self.database.connection, name)

    def remember(self, name: str, value: str) -> None:
        """Remembers a small thing for later starts."""
        with self.database.transaction() as connection:
            put_fact(connection, name, value)


def open_coach(workspace: Workspace, environ: Mapping[str, str], *, to_read: bool = False) -> Coach:
    """Opens a workspace, which must exist; `to_read` says that one that cannot be written will do.

    Raises CoachError where it does not, or its settings or its database cannot be used.
    """
    if not workspace.exists:
        raise CoachError(
            f"{workspace.root}: no workspace here",
            "interview-coach init makes one, with a sample note in decks/",
        )
    settings, clock, database = load(workspace.root), make_clock(environ), None
    if to_read:
        from interview_coach.store.reading import cannot_be_written, open_to_read

        if cannot_be_written(workspace.database):
            database = open_to_read(workspace.database)
    return Coach(workspace, settings, clock, database=database)
