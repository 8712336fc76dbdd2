"""The running clock of a spoken answer."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.timer import Timer

from interview_coach.answers.profiles import Profile
from interview_coach.coach.speech import Speech
from interview_coach.tui.draw.clock import clock
from interview_coach.tui.widgets.drawn import Pane

LOOKS = 5  # times a second; a timer that is late or left out changes nothing of what is shown next


class Clock(Pane):
    """Shows the time since the speech began by a monotonic clock; what it shows is never counted."""

    def __init__(self, *, id: str = "clock") -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._timer: Timer | None = None

    def run(
        self,
        speech: Speech,
        profile: Profile,
        now: Callable[[], float],
        beat: Callable[[], object],
        *,
        parts: bool = True,
    ) -> None:
        """Shows a speech as it goes on; run again with the same one that was marked since.

        `beat` is called before each time that it shows another moment.
        """

        def draw(width: int, height: int) -> Sequence[Content]:
            return clock(speech, profile, now(), width, height, parts=parts)

        def look() -> None:
            beat()
            self.show(draw, from_top=False)

        self.show(draw, from_top=False)
        self.stop()
        self._timer = self.set_interval(1 / LOOKS, look)

    def stop(self) -> None:
        """Shows no more than it does now."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
