"""Weak answers: each with why it is weak, how it went and what to drill; and those that left the list today."""

from typing import ClassVar

from textual.binding import BindingType

from interview_coach.coach.exercises import EXERCISES, Exercise, first_of
from interview_coach.coach.library import Deed, Library
from interview_coach.coach.practice import Practice
from interview_coach.coach.weak import Code
from interview_coach.tui.actions import Where, bindings_of
from interview_coach.tui.draw.weak import NAMES
from interview_coach.tui.editing import edit_note
from interview_coach.tui.screens.practice import undone_words
from interview_coach.tui.screens.weak_list import WeakListScreen


class WeakScreen(WeakListScreen):
    """What a person can do with a weak answer."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.WEAK)

    def action_drill(self) -> None:
        """Drills the answer at the cursor as its reasons ask for."""
        if self.answer is not None and self.ways:
            self._drill(first_of(self.ways, self.answer.aim))

    def action_drill_at(self, number: int) -> None:
        """Drills it in another way."""
        exercise = EXERCISES[number - 1]
        if exercise in self.ways:
            self._drill(exercise)
        elif self.answer is not None:
            lacks = f"This card has nothing to drill {NAMES[exercise]} with."
            self.say(lacks if len(self.ways) > 1 else "This card asks for a single thing: enter drills it.")

    def _drill(self, exercise: Exercise) -> None:
        answer = self.answer
        if answer is None:
            return
        self.wanted = answer.card_id
        self.say("")
        with self.complaining():
            practice = self.coach_app.open_drill(answer.card_id, exercise)
            if practice is None:
                self.say("That card is put off till tomorrow; it cannot be drilled today.")
            else:
                self.undone_by.append(practice)

    def action_flag(self) -> None:
        """Flags the answer, or takes its flag off."""
        answer = self.answer
        if answer is None or self.library is None:
            return
        with self.complaining():
            # As it is now: the list may not have been looked up since the last key.
            flagged = self.library.card(answer.card_id).stored.flagged
            if self.library.do(Deed.UNFLAG if flagged else Deed.FLAG, [answer.card_id]):
                self.undone_by.append(self.library)
            leaves = flagged and answer.codes == {Code.FLAGGED}
            said = "The flag is off" if flagged else "Flagged as one to work on"
            self.say(f"{said}{', and nothing else keeps it here' if leaves else ''}. u undoes.")
            self.wanted = answer.card_id
            self.look()

    def action_undo(self) -> None:
        """Takes back the last flag that was changed here, or the last drill's rating."""
        if not self.undone_by:
            self.say("Nothing is left to undo here; u on Today goes further back.")
            return
        with self.complaining():
            doer = self.undone_by[-1]
            self.say(
                self._drill_taken_back(doer) if isinstance(doer, Practice) else self._flag_taken_back(doer)
            )
            self.look()

    def _drill_taken_back(self, practice: Practice) -> str:
        deed = practice.undo()
        said = "" if deed is None else undone_words(practice, deed)
        if not practice.can_undo:
            self.undone_by.pop()
        self.wanted = None if practice.current is None else practice.current.stored.card_id
        practice.finish()
        return said

    def _flag_taken_back(self, library: Library) -> str:
        done = library.undo()
        self.undone_by.pop()
        if done is None:
            return ""
        deed, listed = done
        self.wanted = listed.stored.card_id
        return "The flag is off again." if deed is Deed.FLAG else "The flag is on again."

    def action_edit(self) -> None:
        """Opens the note at the answer's line, then reads it again."""
        answer = self.answer
        if answer is None:
            return
        with self.complaining():
            said = edit_note(self.app, self.coach, answer.path, answer.line)
            self.wanted = answer.card_id
            self.look()
            self.say(said)

    def action_leave(self) -> None:
        """Back to Today."""
        self.before_leaving()
        self.coach_app.pop_screen()

    def before_leaving(self) -> None:
        """All of it is saved but that the list was left in order."""
        if self.library is not None:
            with self.complaining():
                self.library.close()
