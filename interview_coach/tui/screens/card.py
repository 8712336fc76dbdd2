"""How a card stands on the screen: its head, its desk, its keys."""

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult

from interview_coach.answers.profiles import Profile, profile_of
from interview_coach.coach.answering import Way
from interview_coach.coach.practice import Practice, Showing
from interview_coach.recall.model import Rating
from interview_coach.tui.actions import Where, hints_of
from interview_coach.tui.draw import card as draw
from interview_coach.tui.draw import offers
from interview_coach.tui.screens.attended import AttendedScreen
from interview_coach.tui.stage import Stage
from interview_coach.tui.turn import Turn
from interview_coach.tui.widgets.answer_box import TextBox, passed_on
from interview_coach.tui.widgets.desk import Desk
from interview_coach.tui.widgets.drawn import Line, Pane


class CardScreen(AttendedScreen):
    """The look of Practice."""

    WHERE = Where.PRACTICE

    def __init__(self, practice: Practice) -> None:
        super().__init__()
        self.practice = practice
        self.turn = Turn()

    def compose(self) -> ComposeResult:
        settings = self.coach.settings
        self.profile = self.choose_clock()
        self.desk = Desk(self.profile, settings.rubric_bands)
        yield Line(id="head")
        yield self.desk
        yield Line(id="ratings")
        yield Line(id="message")
        yield Line(id="hints")

    def choose_clock(self) -> Profile:
        """The clock that answers are held to."""
        return profile_of(self.coach.settings)

    def show_card(self, showing: Showing, said: str) -> None:
        """Shows a card as `turn` has it, from its top."""
        turn = self.turn
        self.desk.fill(turn)
        if turn.stage is Stage.SPEAKING:
            self.desk.open(Way.SPOKEN)
        elif not (turn.stage is Stage.ASKED and self.desk.is_typing):
            self.desk.open(turn.written_in)
        self.draw_card(showing, from_top=True)
        self.say(said)

    def scrolled(self) -> Iterable[Pane]:
        return self.desk.scrolled()

    def draw_card(self, showing: Showing, *, from_top: bool = False) -> None:
        """Draws everything of the card anew, from its top or from where it stands."""
        card, marks = showing.stored.card, showing.marks
        practice = self.practice
        standing = draw.Standing(practice.number, practice.done, practice.coming_back, practice.total)
        self.query_one("#head", Line).show(lambda width: draw.head(card, standing, marks, width))
        self.desk.show(card, self.turn, from_top=from_top)
        self.draw_keys()

    def redraw(self, *, from_top: bool = False) -> None:
        """Draws the card on show as `turn` has it now."""
        if self.practice.current is not None:
            self.draw_card(self.practice.current, from_top=from_top)

    def draw_keys(self) -> None:
        """Draws what can be pressed now."""
        turn, typing = self.turn, self.desk.is_typing
        line = self.query_one("#ratings", Line)
        if turn.stage is Stage.SHOWN:
            intervals = self.practice.intervals
            line.show(lambda width: offers.ratings(intervals, width))
        elif turn.stage in Stage.LEVELS:
            without = "Skip" if turn.stage is Stage.PREDICTING else "Done"
            grading = turn.stage is Stage.GRADING
            line.show(lambda width: offers.levels(without, width, lines=grading))
        elif turn.speech is not None and turn.stage is Stage.SPEAKING:
            speech = turn.speech
            line.show(lambda width: offers.speaking(speech, width))
        elif typing:
            words, pace = self.desk.words, self.coach.settings.words_per_minute
            line.show(lambda width: offers.writing(turn, words, pace, width))
        else:
            begun = self.with_text()
            line.show(lambda width: offers.asked(begun, self.other_way, width))
        self.show_hints([] if typing else hints_of(Where.PRACTICE, turn.stage, self.needless))

    @property
    def other_way(self) -> Way:
        """The way to answer that comes after the one chosen."""
        return self.turn.way.after

    def with_text(self) -> Turn:
        """The turn with what stands in its boxes, as long as they are there."""
        return self.desk.with_text(self.turn)

    @property
    def needless(self) -> set[str]:
        turn = self.turn
        ratings = {f"digit({n})" for n in (*map(int, Rating), 5)}
        answering = {"done", "go", "answer_box", "way"}
        without = answering if turn.revealed else ratings
        without |= {"yes", "onward", "take_back"}
        if not self.practice.can_undo:
            without.add("undo")
        if not turn.is_covered:
            without.add("hint")
        if not (turn.revealed and turn.points):
            without.add("tick")
        if turn.answer is None:
            without |= {"rubric", "detail"}
        if not turn.takes_answer:
            without |= {"redo", "way"}
        if self.focused is None and turn.stage is not Stage.SPEAKING:
            without.add("leave_box")
        return without

    def takes(self, key: events.Key) -> bool:
        return passed_on(key, self.focused)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted over the card before its answer is meant for the box."""
        event.stop()
        if self.practice.current is None or self.turn.stage is not Stage.ASKED:
            return
        self.begin_writing(Way.BOXES if self.desk.opened is Way.BOXES else Way.TEXT)
        if isinstance(self.focused, TextBox):
            self.focused.post_message(events.Paste(event.text))

    def begin_writing(self, way: Way) -> None:
        """Opens what an answer is written in."""
        raise NotImplementedError

    def on_text_area_changed(self) -> None:
        """The words are counted as they are written."""
        if self.desk.is_typing:
            self.draw_keys()

    def on_descendant_focus(self) -> None:
        if self.practice.current is not None:
            self.desk.show_points(self.turn)
            self.draw_keys()

    def on_descendant_blur(self) -> None:
        self.on_descendant_focus()
