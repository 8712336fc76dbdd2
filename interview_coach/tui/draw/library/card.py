"""A card in the library: its row in a list, and beside it what it holds and all that was done to it."""

from dataclasses import dataclass
from datetime import date, datetime

from textual.content import Content

from interview_coach.answers import rubric
from interview_coach.cards.model import Card, CardKind, PointKind
from interview_coach.cards.prompts import without_skill
from interview_coach.coach.identity import Link
from interview_coach.coach.library import History, ListedCard, Marked, Reviewed
from interview_coach.coach.listing import CardStatus
from interview_coach.coach.practice import Attempt
from interview_coach.recall.day import where_it_is
from interview_coach.recall.model import Phase
from interview_coach.recall.readiness import percent
from interview_coach.tui.draw.basics import BLANK, QUIET, clock_time, counted, labelled, relative_day
from interview_coach.tui.draw.clock import minutes
from interview_coach.tui.draw.dates import short_day
from interview_coach.tui.text import cut, flowed, width_of, wrapped

ROW_LINES = 2
LABEL = 11  # cells of the column at the left of the note's answer, and of the times
STATES = {
    CardStatus.SUSPENDED: "suspended",
    CardStatus.BURIED: "put off till tomorrow",
    CardStatus.MISSING: "not in its note",
}
HOW = {
    "new text": "its question was written anew, the answer stayed",
    "close": "its text was edited",
    "moved": "it moved from another note",
    "by hand": "linked by you",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A card with all that is shown beside it; `link` is its last match that can be taken apart."""

    history: History
    link: Link | None
    now: datetime
    today: date


def row(
    listed: ListedCard, recall: float | None, today: date, width: int, *, named: bool = False
) -> tuple[Content, ...]:
    """A card in a list: the prompt; beneath it its state, its kind, when it is due, its recall.

    `named` says that other skills' cards are in the list as well: then its skill stands before all that.
    """
    card = listed.stored.card
    words = [STATES.get(listed.status, ""), "flagged" if listed.stored.flagged else ""]
    if listed.status in (CardStatus.ACTIVE, CardStatus.BURIED):
        words.append(due_in(listed, today))
    words += ["" if recall is None else percent(recall), card.kind.value]
    before, room = "  ", max(1, width - 2)
    if named:  # what the state leaves, and a third at least
        left = room - 2 - width_of(flowed(words, room)[0])
        before += f"{cut(card.skill, max(left, room // 3))}  "
        room = max(1, width - width_of(before))
    beneath = Content.assemble((before, "$text-primary"), (cut(flowed(words, room)[0], room), QUIET))
    return (Content(cut(without_skill(card.prompt, card.skill), width)), beneath)


def due_in(listed: ListedCard, today: date) -> str:
    """When a card comes up, in two words."""
    if listed.due_day is None:
        return "new"
    days = (listed.due_day - today).days
    if days == 0:
        return "due today"
    return f"in {counted(days, 'day')}" if days > 0 else f"overdue by {counted(-days, 'day')}"


def detail(shown: Shown, width: int) -> list[Content]:
    """All that is known of a card."""
    listed = shown.history.card
    card = listed.stored.card
    asked = without_skill(card.prompt, card.skill)
    lines = [Content.assemble(("▌ ", "$text-primary"), (line, "bold")) for line in wrapped(asked, width - 2)]
    about = (card.skill, card.kind.value, f"{listed.stored.path}:{card.line}")
    lines += [Content.styled(line, QUIET) for line in flowed(about, width)]
    lines += [BLANK, *_state(shown, width)]
    lines += [BLANK, Content.styled("Your note", f"italic {QUIET}"), *told(card, width)]
    return [*lines, BLANK, *_history(shown, width)]


def _state(shown: Shown, width: int) -> list[Content]:
    listed, recall = shown.history.card, shown.history.recall
    memory = listed.stored.memory
    lines: list[Content] = []
    if listed.status in STATES:
        lines += _marked(_status_in_words(listed), width)
    if listed.stored.flagged:
        lines += _marked("Flagged as one to work on; f takes the flag off.", width)
    if memory.phase is Phase.NEW:
        said = "Not practised yet."
    else:
        due = _due_in_words(listed, shown.today)
        known = "" if recall is None else f"recall {percent(recall)} today, "
        lapses = f", forgotten {counted(memory.lapses, 'time')}" if memory.lapses else ""
        said = f"{due}{known}{counted(memory.reps, 'review')}{lapses}."
        said = said[:1].upper() + said[1:]
    lines += [Content(line) for line in wrapped(said, width)]
    return [*lines, *(_link(shown.link, shown.today, width) if shown.link is not None else ())]


def _status_in_words(listed: ListedCard) -> str:
    if listed.status is CardStatus.SUSPENDED:
        return "Suspended: it comes up no more; s takes it back in."
    if listed.status is CardStatus.BURIED:
        return "Put off till tomorrow."
    return "Its note does not have it now. Its history is kept, and goes on when the text comes back."


def _marked(text: str, width: int) -> list[Content]:
    first, *others = wrapped(text, width - 2)
    return [Content.assemble(("! ", "$text-warning"), first), *(Content(f"  {line}") for line in others)]


def _due_in_words(listed: ListedCard, today: date) -> str:
    if listed.status in (CardStatus.SUSPENDED, CardStatus.MISSING) or listed.due_day is None:
        return ""
    days = (listed.due_day - today).days
    if days > 0:
        return f"due {relative_day(listed.due_day, today)}, in {counted(days, 'day')}; "
    return "due today; " if days == 0 else f"overdue by {counted(-days, 'day')}; "


def _link(link: Link, today: date, width: int) -> list[Content]:
    """The text that the card had before, and how it was known again."""
    day = short_day(link.at.date(), today)
    said = f"Known again on {day}: {HOW.get(link.how, link.how)}. t takes it apart."
    lines = [BLANK, *(Content(line) for line in wrapped(said, width))]
    if link.old.prompt != link.new.prompt:
        lines += labelled("Before it", link.old.prompt, width, LABEL)
    elif link.old.answer != link.new.answer:
        lines += labelled("Before it", link.old.answer, width, LABEL)
    if link.old.note != link.new.note:
        lines += labelled("It was in", link.old.note, width, LABEL)
    return lines


def told(card: Card, width: int) -> list[Content]:
    """The note's answer, with the figures that belong to it."""
    if not card.passages:
        text = card.answer or "The note has no answer to this one."
        lines = [Content.styled(line, "" if card.answer else QUIET) for line in wrapped(text, width)]
    else:
        lines = [line for each in card.passages for line in labelled(each.label, each.text, width, LABEL)]
    if card.kind is CardKind.QUESTION:
        figures = [point for point in card.points if point.kind is PointKind.METRIC]
        for point in figures:
            name = f"{point.label} ({point.context})" if point.context else point.label
            lines += labelled(point.expected, name, width, LABEL, "$text-accent")
    return lines


# -- history


def _history(shown: Shown, width: int) -> list[Content]:
    history = shown.history
    events = [
        *((each.at, _reviewed(each)) for each in history.reviews),
        *((each.at, _attempted(each.attempt)) for each in history.attempts),
        *((each.at, _marking(each)) for each in history.marks),
    ]
    head = Content.styled("History", f"italic {QUIET}")
    if not events:
        return [head, Content.styled("Nothing yet.", QUIET)]
    lines = [head]
    day = None
    # What happened at one moment stands in the order of its kinds: the rating above the answer that led to it.
    for at, what in sorted(events, key=lambda event: event[0], reverse=True):
        moment = where_it_is(shown.now, at)
        if moment.date() != day:
            day = moment.date()
            lines.append(Content.styled(short_day(day, shown.today), QUIET))
        lines += labelled(f"  {clock_time(moment)}", what, width, LABEL)
    if history.before is not None:
        more = f"Older ones: interview-coach cards history {history.card.stored.card_id} --limit 1000"
        lines += [Content.styled(line, QUIET) for line in wrapped(more, width)]
    return lines


def _reviewed(each: Reviewed) -> str:
    if each.mode == "reset":
        said = "to be learnt anew from here on"
    else:
        said = f"{each.rating.name.capitalize()}, {_seconds(each.duration)}"
        said += {"practice": "", "cram": ", crammed", "drill": ", in a drill"}.get(each.mode, f", {each.mode}")
    return said + (", taken back" if each.undone else "")


def _seconds(milliseconds: int) -> str:
    return minutes(milliseconds / 1000)


def _attempted(attempt: Attempt) -> str:
    """An answer in words: how it was given, how long it took, what it held."""
    words = {"head": "in the head", "typed": "written", "spoken": "spoken", "boxes": "in four boxes"}
    said = [f"answer {words.get(attempt.way, 'written')}", _seconds(attempt.duration)]
    if attempt.points and (attempt.way != "head" or any(point.hit for point in attempt.points)):
        said.append(f"{sum(point.hit for point in attempt.points)} of {counted(len(attempt.points), 'point')}")
    if attempt.rubric:
        said.append(f"graded {rubric.told(attempt.rubric)}")
    if attempt.mode != "practice":
        said.append("in a mock interview" if attempt.mode == "mock" else f"in a {attempt.mode}")
    if attempt.abandoned:
        said.append("broken off")
    return ", ".join(said)


def _marking(each: Marked) -> str:
    named = {"suspended": ("suspended", "taken back in"), "flagged": ("flagged", "flag taken off")}
    on, off = named.get(each.mark.value, ("put off", "no longer put off"))
    return (on if each.value else off) + (", taken back" if each.undone else "")
