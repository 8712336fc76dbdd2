"""What is offered at each stage of a card, as keys with caps on the line above the message."""

from collections.abc import Collection, Mapping

from textual.content import Content

from interview_coach.coach.answering import Way
from interview_coach.coach.sitting import KEPT
from interview_coach.coach.speech import Speech
from interview_coach.recall.model import Rating
from interview_coach.tui.draw.basics import QUIET, button, clickable, counted, fitting
from interview_coach.tui.draw.clock import minutes
from interview_coach.tui.turn import Turn

RATING_STYLES = {
    Rating.AGAIN: "$text-error",
    Rating.HARD: "$text-warning",
    Rating.GOOD: "$text-success",
    Rating.EASY: "$text-primary",
}
WAY_NAMES = {
    Way.SPOKEN: "Speak",
    Way.BOXES: "Four boxes",
    Way.TEXT: "Free text",
    Way.HEAD: "In the head",
}
_BEGINNINGS = {
    Way.SPOKEN: "Start the clock",
    Way.BOXES: "Write in four boxes",
    Way.TEXT: "Write an answer",
    Way.HEAD: "Show the answer",
}


def ratings(intervals: Mapping[Rating, str], width: int) -> Content:
    """The four rating keys with the next interval on each; narrow, the gaps shrink, then the words go.

    What leaves a card's day as it is has none.
    """
    line, told = Content(""), _alike(intervals)
    for gap, words in (("  ", True), (" ", True), ("  ", False), ("", False)):
        line = Content(gap).join(
            clickable(
                button(
                    str(int(rating)),
                    rating.name.capitalize() if words else "",
                    RATING_STYLES[rating],
                    interval,
                ),
                f"screen.rate({int(rating)})",
            )
            for rating, interval in told.items()
        )
        if line.cell_length <= width:
            break
    return line


def _alike(intervals: Mapping[Rating, str]) -> dict[Rating, str]:
    """Intervals in one unit have a decimal all or none: "1.5mo" and "2.0mo", that nobody takes 2mo for less."""
    decimal = {_unit(each) for each in intervals.values() if "." in each}
    return {rating: "" if each == KEPT else _with_decimal(each, decimal) for rating, each in intervals.items()}


def _unit(interval: str) -> str:
    return interval.lstrip("0123456789.")


def _with_decimal(interval: str, units: Collection[str]) -> str:
    number, unit = interval.removesuffix(_unit(interval)), _unit(interval)
    return f"{number}.0{unit}" if unit in units and len(number) == 1 else interval


def asked(turn: Turn, other: Way, width: int) -> Content:
    """Before an answer, while none is being written: how to give one, how to do without, the other way."""
    show = clickable(button("enter", "Show the answer", QUIET), "screen.done")
    if not turn.takes_answer:
        box = clickable(
            button("a", "Write on" if turn.has_text else "Write one first", QUIET), "screen.answer_box"
        )
        return fitting([clickable(button("space", "Show the answer"), "screen.go"), box], width)
    begin = "Write on" if turn.has_text else _BEGINNINGS[turn.way]
    parts = [clickable(button("space", begin), "screen.go")]
    if turn.has_text:
        parts.append(clickable(button("enter", "Done"), "screen.done"))
    elif turn.way is not Way.HEAD:
        parts.append(show)
    parts.append(clickable(button("w", WAY_NAMES[other], QUIET), "screen.way"))
    return fitting(parts, width)


def writing(turn: Turn, words: int, words_per_minute: int, width: int) -> Content:
    """While an answer is being written: how to end it, and how long it would take to say."""
    label = "Done" if turn.takes_answer else "Show the answer"
    parts = [clickable(button("ctrl+s", label), "screen.done")]
    if turn.way is Way.BOXES:
        parts.append(button("tab", "Next part", QUIET))
        parts.append(clickable(button("esc", "Leave", QUIET), "screen.leave_box"))
    else:
        parts.append(clickable(button("tab", "Leave the box", QUIET), "screen.answer_box"))
    line = fitting(parts, width)
    spoken = minutes(round(words * 60 / words_per_minute))
    total = Content.styled(f"  {counted(words, 'word')}, about {spoken} spoken", QUIET)
    return Content.assemble(line, total) if words and line.cell_length + total.cell_length <= width else line


def speaking(speech: Speech, width: int) -> Content:
    """While the clock runs: the next mark, and the end."""
    done = clickable(button("enter", "Done"), "screen.done")
    back = clickable(button("backspace", "Take the mark back", QUIET), "screen.take_back")
    parts = [done, back] if speech.marks else [done]
    if speech.next_part is not None:
        mark = button("space", f"{speech.next_part.value.capitalize()} begins")
        parts.insert(0, clickable(mark, "screen.go"))
    return fitting(parts, width)


def away(width: int, no: str = "screen.no") -> Content:
    """Whether the time that nobody was there counts; `no` is the action that says so."""
    parts = [button("y", "Take it out"), button("n", "It counts", QUIET)]
    return fitting([clickable(parts[0], "screen.yes"), clickable(parts[1], no)], width)


def away_words(gap: float) -> str:
    """The same, asked in words."""
    return f"Nobody was here for {minutes(gap)}: stopped, or asleep. Take that time out?"


def levels(without: str, width: int, *, lines: bool = False) -> Content:
    """Five keys for a level, and the key to go on, under the name of what it does.

    With `lines` there are several to grade: how to go among them and how to leave them.
    """
    keys = [clickable(button(str(n), ""), f"screen.digit({n})") for n in range(1, 6)]
    parts = [Content(" ").join(keys), clickable(button("enter", without, QUIET), "screen.done")]
    if lines:
        back = clickable(button("g", "Back to the ticks", QUIET), "screen.rubric")
        parts += [button("↑ ↓", "Line", QUIET), back]
    return fitting(parts, width)
