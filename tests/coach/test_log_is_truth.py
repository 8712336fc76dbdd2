"""Any course of rating, marking, undoing, restarting, backing up and going back, against a simple model."""

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from interview_coach.coach.coach import Coach
from interview_coach.coach.doctor import examine
from interview_coach.coach.keeping import back_up, restore
from interview_coach.coach.replay import differences
from interview_coach.coach.summary import Deed
from interview_coach.recall.model import Rating
from interview_coach.settings import DEFAULTS
from interview_coach.workspace import Workspace
from tests.making import FakeClock, note_text, open_at, write_note


@dataclass
class Model:
    """What was done and stands, oldest first: the deed, and which card it was done to."""

    done: list[tuple[Deed, int]] = field(default_factory=list)

    def copy(self) -> "Model":
        return Model(list(self.done))

    def ratings(self) -> dict[int, int]:
        """How often each card was rated."""
        counted: dict[int, int] = {}
        for deed, card_id in self.done:
            if deed is Deed.RATED:
                counted[card_id] = counted.get(card_id, 0) + 1
        return counted

    def flagged(self) -> set[int]:
        """The cards whose last flagging put the flag on."""
        last = {card_id: deed for deed, card_id in self.done if deed in (Deed.FLAGGED, Deed.UNFLAGGED)}
        return {card_id for card_id, deed in last.items() if deed is Deed.FLAGGED}

    def suspended(self) -> set[int]:
        return {card_id for deed, card_id in self.done if deed is Deed.SUSPENDED}


class Keeping(RuleBasedStateMachine):
    """A person at a workspace."""

    @initialize()
    def begin(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        write_note(self.root)
        write_note(self.root, "icing.md", note_text("Cake Icing", ["How do you ice a cake?"]))
        self.clock = FakeClock()
        self.model = Model()
        self.backups: list[tuple[Path, Model]] = []
        self.open()
        self.coach.sync()
        self.practice = self.coach.practice()

    def open(self) -> None:
        self.coach: Coach = open_at(self.root, self.clock)
        self.practice = self.coach.practice()

    def card(self) -> int:
        assert self.practice.current is not None
        return self.practice.current.stored.card_id

    def on_show(self) -> bool:
        return self.practice.current is not None

    @precondition(on_show)
    @rule(rating=st.sampled_from(Rating))
    def rate(self, rating: Rating) -> None:
        card_id = self.card()
        self.practice.rate(rating)
        self.model.done.append((Deed.RATED, card_id))

    @precondition(on_show)
    @rule(deed=st.sampled_from([Deed.FLAGGED, Deed.BURIED, Deed.SUSPENDED]))
    def mark(self, deed: Deed) -> None:
        card_id = self.card()
        if deed is Deed.FLAGGED:
            deed = Deed.FLAGGED if self.practice.flag() else Deed.UNFLAGGED
        else:
            (self.practice.bury if deed is Deed.BURIED else self.practice.suspend)()
        self.model.done.append((deed, card_id))

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            expected = self.model.done.pop() if self.model.done else (None, 0)
            assert self.practice.can_undo == (expected[0] is not None)
            assert self.practice.undo() is expected[0]

    @rule(minutes=st.sampled_from([-2000, -3, 0, 2, 11, 700, 1440, 9000]))
    def wait(self, minutes: int) -> None:
        self.clock.pass_time(minutes=minutes)

    @rule()
    def another_sitting(self) -> None:
        self.practice.finish()
        self.practice = self.coach.practice()

    @rule()
    def restart(self) -> None:
        self.coach.close()
        self.open()

    @rule(asked=st.booleans())
    def back_up(self, asked: bool) -> None:
        if asked:
            path, _ = back_up(self.coach.database, None, self.clock())
            self.backups.append((path, self.model.copy()))
        else:
            self.coach.daily_backup()

    @precondition(lambda self: self.backups)
    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        path, then = data.draw(st.sampled_from([each for each in self.backups if each[0].exists()]))
        done = restore(Workspace(self.root), path, self.clock())
        assert done.before is not None
        self.backups.append((done.before, self.model.copy()))
        self.model = then.copy()
        self.practice = self.coach.practice()

    @rule()
    def see_the_doctor(self) -> None:
        diagnosis = examine(Workspace(self.root), DEFAULTS, self.clock(), rebuild=True)
        assert diagnosis.is_well
        assert diagnosis.rebuilt == 0

    @invariant()
    def everything_agrees(self) -> None:
        connection = self.coach.database.connection
        assert list(differences(connection, DEFAULTS)) == []
        cards = {each.stored.card_id: each.stored for each in self.coach.cards()}
        ratings = self.model.ratings()
        assert {card_id: card.memory.reps for card_id, card in cards.items() if card.memory.reps} == ratings
        assert {card_id for card_id, card in cards.items() if card.flagged} == self.model.flagged()
        assert {card_id for card_id, card in cards.items() if card.suspended} == self.model.suspended()
        assert sum(ratings.values()) == sum(
            number
            for (number,) in connection.execute(
                "SELECT count(*) FROM reviews WHERE undone_at IS NULL GROUP BY study_day"
            )
        )

    def teardown(self) -> None:
        self.coach.close()
        shutil.rmtree(self.root)


TestKeeping = Keeping.TestCase
TestKeeping.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
