"""What may be asked over a question of a mock interview, and what stops its clock meanwhile."""

from contextlib import suppress

from interview_coach.coach.mock.interview import Interview
from interview_coach.coach.mock.state import Stage
from interview_coach.errors import CoachError
from interview_coach.tui.draw.mock.offers import AWAY, LEAVE, SKIP, asked_words
from interview_coach.tui.mocking import leave
from interview_coach.tui.screens.mock.sitting import SittingScreen

LEFT = "The interview is saved; m goes on with it."
PAUSED = "Paused. space lets the clock run on."


class AskingScreen(SittingScreen):
    """Pausing, leaving, skipping: each of them one key, and nothing lost by any."""

    def __init__(self, interview: Interview) -> None:
        super().__init__(interview)
        self._was_paused = False

    def enter(self, said: str = "") -> None:
        """Shows the stage that the interview has come to."""
        raise NotImplementedError

    def write(self) -> None:
        """Puts the cursor into the box, where the answer is written."""
        raise NotImplementedError

    # -- the clock

    def action_pause(self) -> None:
        """The clock stands still, or runs on."""
        if self.asking:
            self._remind()
        elif self.paused:
            self.carry_on()
        else:
            self.keep()
            with self.complaining():
                self.interview.pause()
            self.set_focus(None)
            self.draw()
            self.say(PAUSED)

    def carry_on(self) -> None:
        self.interview.carry_on()
        self.draw()
        self.say("")
        if self.is_answering:
            self.write()

    def action_leave(self) -> None:
        """Asks whether to leave."""
        if self.asking:
            self._remind()
        else:
            self.ask(LEAVE)

    # -- what is asked

    def ask(self, what: str) -> None:
        self._was_paused = self.paused
        self.keep()
        with self.complaining():
            self.interview.pause()
        self.asking = what
        self.set_focus(None)
        self.draw()
        self._remind()

    def _remind(self) -> None:
        self.say(asked_words(self.asking, self.gap, len(self.interview.state.answered)))

    def is_held(self) -> bool:
        """Whether a key comes to nothing else now: something is asked, or the clock stands still."""
        if self.asking:
            self._remind()
            return True
        if self.paused:
            self.carry_on()
            return True
        return self.look_for_gap()  # a key may come before the beat that would have seen it

    def action_yes(self) -> None:
        """Yes to what is asked."""
        asked, self.asking = self.asking, ""
        if asked == LEAVE:
            leave(self.coach_app, self.interview, LEFT)
        elif asked == SKIP:
            with self.complaining():
                self.interview.skip()
                self.enter("Skipped.")
            self.draw()
        elif asked == AWAY:
            self.interview.timer.forgive(self.gap)
            self._stay()

    def action_no(self) -> None:
        """No to what is asked: it goes on as before."""
        if self.asking:
            self.asking = ""
            self._stay()

    def _stay(self) -> None:
        if self._was_paused:
            self.draw()
            self.say(PAUSED)
        else:
            self.carry_on()

    def action_end(self) -> None:
        """Where leaving was asked: no more questions."""
        if self.asking != LEAVE:
            return
        self.asking = ""
        with self.complaining():
            self.interview.end()
            self.enter()
        self.draw()

    # -- coming and going

    def before_leaving(self) -> None:
        if self.stage not in (Stage.DEBRIEF, Stage.DONE):
            self.keep()
            with suppress(CoachError):
                self.interview.leave()
