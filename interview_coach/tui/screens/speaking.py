"""Speaking an answer in practice: its clock, its marks, and whether somebody was there all the time."""

from interview_coach.coach.deadline import Stopwatch, steady_ticks
from interview_coach.coach.practice import Practice
from interview_coach.tui.draw import offers
from interview_coach.tui.screens.card import CardScreen
from interview_coach.tui.stage import Stage
from interview_coach.tui.widgets.drawn import Line

GOES_ON = ("scroll", "scroll_page", "move")  # what goes on while it is asked whether a gap counts
ANSWERS = ("yes", "onward")


class SpeakingScreen(CardScreen):
    """The clock of a spoken answer. Its moments come from a stopwatch, which can stand still."""

    def __init__(self, practice: Practice) -> None:
        super().__init__(practice)
        self._ticks = steady_ticks()
        self._stopwatch = Stopwatch(lambda: self.monotonic)
        self._asks_about_gap = False

    @property
    def asks_about_gap(self) -> bool:
        """Whether it is asked whether a gap counts."""
        return self._asks_about_gap and self.turn.stage is Stage.SPEAKING

    @property
    def monotonic(self) -> float:
        """Seconds that only go on, whatever is done to the clock on the wall, and also in sleep."""
        return self._ticks()

    @property
    def moment(self) -> float:
        """Seconds of the watch that answers are timed by."""
        return self._stopwatch.used

    @property
    def stopwatch(self) -> Stopwatch:
        return self._stopwatch

    @property
    def is_timing(self) -> bool:
        return self.turn.stage is Stage.SPEAKING and not self.asks_about_gap

    # -- the clock

    def start_clock(self) -> None:
        """An answer begins; what was before is no gap in it."""
        self._asks_about_gap = False
        self._stopwatch.resume()
        self._stopwatch.away()

    def run_clock(self) -> None:
        """The clock is drawn as it runs, and looked after."""
        self.desk.run_clock(self.turn, lambda: self.moment, self.look_for_gap)
        self.redraw()

    def mark(self) -> None:
        """The next part begins."""
        if self.turn.speech is None:
            return
        marked = self.turn.speech.marked(self.moment)
        if marked is self.turn.speech:
            self.say("Result is the last part; enter ends the answer.")
            return
        self.turn = self.turn.with_speech(marked)
        self.run_clock()
        self.say("")

    def action_take_back(self) -> None:
        """Takes the last mark back."""
        speech = self.turn.speech
        if self.turn.stage is not Stage.SPEAKING or speech is None:
            return
        if not speech.marks:
            self.say("There is no mark to take back; esc stops the clock and leaves the answer.")
            return
        self.turn = self.turn.with_speech(speech.unmarked())
        self.run_clock()
        self.say(f"Back in {self.turn.speech.part.value.capitalize()}." if self.turn.speech else "")

    # -- whether somebody was there

    def ask_about_gap(self) -> None:
        self._stopwatch.pause()
        self._asks_about_gap = True
        self.draw_keys()
        self.say(offers.away_words(self.gap))

    def answer_about_gap(self, *, counts: bool) -> None:
        """The person says whether the time counts, and the clock runs on."""
        if not counts:
            self._stopwatch.forgive(self.gap)
        self._asks_about_gap = False
        self._stopwatch.resume()
        self.draw_keys()
        self.say("")

    def draw_keys(self) -> None:
        if self.asks_about_gap:
            self.query_one("#ratings", Line).show(lambda width: offers.away(width, "screen.onward"))
            self.show_hints([])
        else:
            super().draw_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # A key may come before the beat that would have seen the gap.
        asks = self.asks_about_gap or self.look_for_gap()
        if asks and action not in (*ANSWERS, *GOES_ON):
            self.say(offers.away_words(self.gap))
            return False
        return super().check_action(action, parameters)
