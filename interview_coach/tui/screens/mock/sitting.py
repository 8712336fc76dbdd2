"""A mock interview on the screen: the question, its clock, what the answer is written in, and the beat."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from interview_coach.answers.profiles import Light
from interview_coach.answers.words import word_count
from interview_coach.coach.answering import Way
from interview_coach.coach.deadline import Stopwatch
from interview_coach.coach.mock.interview import Interview
from interview_coach.coach.mock.state import Stage
from interview_coach.coach.speech import Speech
from interview_coach.tui import stage as keys
from interview_coach.tui.actions import Where, hints_of
from interview_coach.tui.draw import offers as usual
from interview_coach.tui.draw.mock import offers
from interview_coach.tui.draw.mock import sitting as draw
from interview_coach.tui.draw.mock.offers import AWAY, LEAVE, SKIP
from interview_coach.tui.screens.attended import AttendedScreen
from interview_coach.tui.screens.base import TALL
from interview_coach.tui.widgets.answer_box import AnswerBox, TextBox
from interview_coach.tui.widgets.drawn import Line, Pane
from interview_coach.tui.widgets.four_boxes import FourBoxes

BEATS = 5  # a second; one that is late or left out changes nothing of what the next one shows
KEEP_EVERY = 3.0  # seconds of an answer that a kill may cost
ROOM_FOR_BOXES = 28  # rows from which four boxes leave room to a question that stands off the top
WAYS = (Way.SPOKEN, Way.BOXES, Way.TEXT)
ANSWERING = (Stage.ANSWER, Stage.FOLLOW_UP)


class SittingScreen(AttendedScreen):
    """What is seen of an interview. The time is the interview's own; nothing here counts it."""

    WHERE = Where.MOCK
    DEFAULT_CSS = """
    SittingScreen {
        #middle { height: 1fr; padding: 0 2; }
        #question { height: auto; max-height: 50%; }
        #clock { height: 1fr; }
        #middle.-writing #clock { height: 3; }
        &.-narrow #middle { padding: 0 1; }
    }
    """

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self.interview = interview
        self.way = Way.SPOKEN
        self.speech = Speech(0.0)
        self.asking = ""
        self.overdue = False  # whether the think time was over when the question came up: then it waits
        self._kept = 0.0
        self._light = Light.NONE

    def compose(self) -> ComposeResult:
        yield Line(id="head")
        with Vertical(id="middle"):
            yield Pane(id="question")
            yield Pane(self._clock, id="clock")
            yield AnswerBox()
            yield FourBoxes()
        yield Line(id="offers")
        yield Line(id="message")
        yield Line(id="hints")

    # -- what there is

    @property
    def stage(self) -> Stage:
        """Where the interview stands."""
        return self.interview.stage

    @property
    def is_answering(self) -> bool:
        """Whether an answer is being given."""
        return self.stage in ANSWERING

    @property
    def way_now(self) -> Way:
        """How this answer is given: one to a follow-up has no four parts to write."""
        return Way.TEXT if self.stage is Stage.FOLLOW_UP and self.way is Way.BOXES else self.way

    @property
    def used(self) -> float:
        """Seconds of the stage so far."""
        return self.interview.timer.used

    @property
    def paused(self) -> bool:
        """Whether the clock stands still."""
        return self.interview.timer.paused

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written so far, in the way that was chosen."""
        if self.way_now is Way.BOXES:
            return self.boxes.texts
        return (self.box.text,) if self.way_now is Way.TEXT else ()

    @property
    def words(self) -> int:
        """The words written so far."""
        return sum(map(word_count, self.texts))

    @property
    def said(self) -> float:
        """Seconds of the answer: by the clock, or those that its words would take."""
        pace = self.coach.settings.words_per_minute
        return self.used if self.way_now is Way.SPOKEN else self.words * 60 / pace

    @property
    def is_begun(self) -> bool:
        """Whether there is something of an answer that would be lost."""
        return bool(self.speech.marks) or any(text.strip() for text in self.texts)

    @property
    def box(self) -> AnswerBox:
        """Where an answer in one piece is written."""
        return self.query_one(AnswerBox)

    @property
    def boxes(self) -> FourBoxes:
        """Where one in four parts is."""
        return self.query_one(FourBoxes)

    @property
    def is_typing(self) -> bool:
        """Whether plain keys go into a box."""
        return isinstance(self.focused, TextBox)

    # -- drawing

    def draw(self) -> None:
        """Draws the stage as it stands."""
        interview = self.interview
        if self.stage not in (Stage.THINK, *ANSWERING):
            return
        writing = self.is_answering and self.way_now is not Way.SPOKEN
        self.box.display = writing and self.way_now is Way.TEXT
        self.boxes.display = writing and self.way_now is Way.BOXES
        self.query_one("#middle").set_class(writing, "-writing")
        standing = draw.Standing(
            self.stage, interview.number, interview.total, interview.seed, paused=self.paused
        )
        self.query_one("#head", Line).show(lambda width: draw.head(standing, width))
        before = interview.stored.card.prompt if self.stage is Stage.FOLLOW_UP else ""
        asked = draw.Asked(interview.asked, before, interview.planned.repeats and not before)
        least = ROOM_FOR_BOXES if self.boxes.display else TALL
        roomy = self.size.height >= least
        self.query_one("#question", Pane).show(lambda width, _: draw.question(asked, width, roomy=roomy))
        self.draw_clock()
        self.draw_keys()

    def draw_clock(self) -> None:
        """Draws the clock as it stands now."""
        self.query_one("#clock", Pane).show(self._clock, from_top=False)

    def _clock(self, width: int, height: int) -> Sequence[Content]:
        interview, paused = self.interview, self.paused
        if self.stage is Stage.THINK:
            return draw.thinking(self.used, interview.setup.think, width, height, paused=paused)
        if not self.is_answering:
            return ()
        if self.way_now is Way.SPOKEN:
            on = self.stage is Stage.FOLLOW_UP
            return draw.speaking(self.speech, interview.profile, self.used, width, height, on=on, paused=paused)
        written = draw.Written(self.words, self.said, self.used)
        return draw.writing(written, interview.profile, width, height, paused=paused)

    def draw_keys(self) -> None:
        """Draws what can be pressed now."""
        self.query_one("#offers", Line).show(self._offers)
        stage = keys.Stage.SPEAKING if self.is_answering else keys.Stage.ASKED
        silent = self.is_typing or self.asking
        self.show_hints([] if silent else hints_of(Where.MOCK, stage, self.needless))

    def _offers(self, width: int) -> Content:
        answered = len(self.interview.state.answered)
        if self.asking == LEAVE:
            return offers.leaving(width, answered=answered)
        if self.asking:
            return offers.skipping(width) if self.asking == SKIP else usual.away(width)
        if self.paused:
            return offers.paused(width)
        if self.stage is Stage.THINK:
            return offers.before(self.way, self.other_way, width)
        if self.way_now is Way.SPOKEN:
            return offers.speaking(self.speech, width, on=self.stage is Stage.FOLLOW_UP)
        return offers.writing(self.way_now, width) if self.is_typing else offers.beside_box(width)

    @property
    def other_way(self) -> Way:
        """The way that comes next where a key goes through them."""
        ways = [way for way in WAYS if way is not Way.BOXES or self.stage is not Stage.FOLLOW_UP]
        return ways[(ways.index(self.way_now) + 1) % len(ways)]

    @property
    def needless(self) -> set[str]:
        without = {"pause", "skip", "back", "way"} if self.asking or self.paused else {"yes", "no", "end"}
        if self.stage is not Stage.ANSWER:
            without.add("back")
        if not self.is_answering or self.way_now is not Way.SPOKEN or not self.speech.marks:
            without.add("take_back")
        if self.is_begun:
            without.add("way")
        if not self.is_typing:
            without.add("leave_box")
        return without

    def on_resize(self) -> None:
        super().on_resize()
        self.draw()

    # -- the beat

    def on_mount(self) -> None:
        self.set_interval(1 / BEATS, self.beat)

    def beat(self) -> None:
        """Draws the clock, rings, keeps what there is, and goes on where the time has come."""
        if not self.is_mounted or self.stage not in (Stage.THINK, *ANSWERING):
            return
        if self.look_for_gap():
            pass
        elif self.stage is Stage.THINK:
            if self.interview.timer.is_over and not (self.overdue or self.paused):
                self.ring()
                self.begin_answer()
                self.overdue = self.stage is Stage.THINK  # it could not be saved: tried again by a key
        elif not self.paused:
            self._look_at_lights()
        self._keep_now_and_then()
        self.draw_clock()

    def _look_at_lights(self) -> None:
        profile = self.interview.profile
        light = profile.light(self.said)
        if not draw.light_turned(self._light, light):
            self._light = light
            return
        self._light = light
        self.ring()
        cuts = self.coach.settings.mock_cut_off and self.way_now is Way.SPOKEN
        if cuts and light is Light.OVERTIME:
            self.end_answer()  # once: where it cannot be saved, a key ends it

    def ring(self) -> None:
        """Rings the bell, where the person wants one."""
        if self.coach.settings.mock_bell:
            self.app.bell()

    def _keep_now_and_then(self) -> None:
        if not self.paused and abs(self.used - self._kept) >= KEEP_EVERY:
            self.keep()

    def keep(self) -> None:
        """Saves the answer as far as it has come."""
        self._kept = self.used
        with self.complaining():
            if self.is_answering:
                marks = [round(mark * 1000) for mark in self.speech.marks]
                self.interview.running(self.way_now, self.texts, marks)
            elif self.stage is Stage.THINK:
                self.interview.keep()

    def forget(self) -> None:
        """Another stage has begun: nothing of it was saved, and no light has shone."""
        self._kept = self.used
        self._light = self.interview.profile.light(self.said) if self.is_answering else Light.NONE

    # -- whether somebody is there

    @property
    def stopwatch(self) -> Stopwatch:
        return self.interview.timer

    @property
    def is_timing(self) -> bool:
        return self.stage in (Stage.THINK, *ANSWERING) and not (self.paused or self.asking)

    def ask_about_gap(self) -> None:
        self.ask(AWAY)

    def before_pause(self) -> None:
        self.keep()

    def after_pause(self) -> None:
        self.draw()

    # -- what the other half does

    def ask(self, what: str) -> None:
        """Asks something plainly while the clock stands still."""
        raise NotImplementedError

    def begin_answer(self) -> None:
        """The answer begins."""
        raise NotImplementedError

    def end_answer(self) -> None:
        """The answer is over."""
        raise NotImplementedError
