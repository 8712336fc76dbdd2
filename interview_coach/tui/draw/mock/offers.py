"""What is offered at each stage of a mock interview, as keys with caps on the line above the message."""

from textual.content import Content

from interview_coach.coach.answering import Way
from interview_coach.coach.speech import Speech
from interview_coach.tui.draw.basics import QUIET, button, clickable, counted, fitting
from interview_coach.tui.draw.offers import away_words

LEAVE, SKIP, AWAY = "leave", "skip", "away"  # what may be asked over a question
WAY_NAMES = {Way.SPOKEN: "Speak", Way.BOXES: "Four boxes", Way.TEXT: "Free text"}
_BEGIN = {Way.SPOKEN: "Begin to speak", Way.BOXES: "Write in four boxes", Way.TEXT: "Write an answer"}


def before(way: Way, other: Way, width: int) -> Content:
    """In the think time: begin, or another way."""
    return fitting(
        [
            clickable(button("space", _BEGIN[way]), "screen.go"),
            clickable(button("w", WAY_NAMES[other], QUIET), "screen.way"),
        ],
        width,
    )


def speaking(speech: Speech, width: int, *, on: bool) -> Content:
    """While the clock runs: the next mark, and the end. Answering `on` has no parts."""
    parts = [clickable(button("enter", "Done"), "screen.done")]
    if not on and speech.next_part is not None:
        mark = button("space", f"{speech.next_part.value.capitalize()} begins")
        parts.insert(0, clickable(mark, "screen.go"))
    if speech.marks:
        parts.append(clickable(button("backspace", "Take the mark back", QUIET), "screen.take_back"))
    return fitting(parts, width)


def writing(way: Way, width: int) -> Content:
    """While an answer is being written."""
    parts = [clickable(button("ctrl+s", "Done"), "screen.done")]
    if way is Way.BOXES:
        parts.append(button("tab", "Next part", QUIET))
    parts.append(clickable(button("esc", "Other keys", QUIET), "screen.leave_box"))
    return fitting(parts, width)


def beside_box(width: int) -> Content:
    """Out of the box, while the answer is still being written."""
    return fitting(
        [
            clickable(button("space", "Write on"), "screen.go"),
            clickable(button("enter", "Done"), "screen.done"),
            clickable(button("p", "Pause", QUIET), "screen.pause"),
        ],
        width,
    )


def paused(width: int) -> Content:
    """While the clock stands still."""
    return fitting(
        [
            clickable(button("space", "Go on"), "screen.pause"),
            clickable(button("q", "Leave", QUIET), "screen.leave"),
        ],
        width,
    )


def leaving(width: int, *, answered: int) -> Content:
    """Whether to leave, and for how long."""
    end = "End it, to the debrief" if answered else "End it"
    return fitting(
        [
            clickable(button("y", "Leave for now"), "screen.yes"),
            clickable(button("n", "Stay"), "screen.no"),
            clickable(button("e", end, "$text-error"), "screen.end"),
        ],
        width,
    )


def skipping(width: int) -> Content:
    """Whether to go on without an answer."""
    return fitting(
        [
            clickable(button("y", "Skip it"), "screen.yes"),
            clickable(button("n", "Stay", QUIET), "screen.no"),
        ],
        width,
    )


def asked_words(what: str, gap: float, answered: int) -> str:
    """What is asked, in words."""
    if what == LEAVE:
        kept = f"{counted(answered, 'answer')} and this question are saved" if answered else "It is saved"
        return f"Leave the interview? {kept}; you can go on from here later."
    if what == SKIP:
        return "Go on without an answer? It is kept as a question that you skipped."
    return away_words(gap)
