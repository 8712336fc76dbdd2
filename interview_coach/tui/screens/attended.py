"""A clock that counts only while somebody is there: whether practice or the mock interview shows it."""

from interview_coach.coach.deadline import Stopwatch
from interview_coach.tui.screens.base import CoachScreen


class AttendedScreen(CoachScreen):
    """Time during which the program was stopped, the computer slept or help lay over the clock.

    What lay over it stops the clock meanwhile. Of the other the person says whether it counts.
    """

    KEY_ROWS = 1
    gap = 0.0  # seconds that nobody was there, as far as can be told
    _was_covered = False  # whether another screen stopped the clock by coming over this one

    @property
    def stopwatch(self) -> Stopwatch:
        """What the time is read from."""
        raise NotImplementedError

    @property
    def is_timing(self) -> bool:
        """Whether time counts now: a clock runs, and nothing is asked over it."""
        raise NotImplementedError

    def ask_about_gap(self) -> None:
        """Asks whether the gap counts, while the clock stands still."""
        raise NotImplementedError

    def before_pause(self) -> None:
        """The clock is about to stand still."""

    def after_pause(self) -> None:
        """The clock runs on."""

    def look_for_gap(self) -> bool:
        """Asks about a gap since the last look, where there is one; a screen looks with each beat."""
        gap = self.stopwatch.away()
        if not gap or not self.is_timing:
            return False
        self.gap = gap
        self.ask_about_gap()
        return True

    def on_screen_suspend(self) -> None:
        """Help or the palette has come over the clock."""
        if self.is_timing:
            self._was_covered = True
            self.before_pause()
            self.stopwatch.pause()

    def on_screen_resume(self) -> None:
        if self._was_covered:
            self._was_covered = False
            self.stopwatch.resume()
            self.after_pause()
