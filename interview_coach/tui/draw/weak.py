"""The list of weak answers: its rows, and what stands beside the one at the cursor."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from textual.content import Content

from interview_coach.cards.model import Card, CardKind, PointKind
from interview_coach.cards.prompts import without_skill
from interview_coach.coach.exercises import EXERCISES, Exercise
from interview_coach.coach.weak import Aim, Code, Look, Reason, WeakAnswer
from interview_coach.recall.model import Rating
from interview_coach.recall.readiness import percent
from interview_coach.recall.reasons import Target, listed
from interview_coach.settings import Settings
from interview_coach.tui.draw.basics import BLANK, QUIET, button, clickable, counted, key, labelled
from interview_coach.tui.draw.blocks import trend
from interview_coach.tui.draw.dates import ago, short_day
from interview_coach.tui.text import cut, wrapped

ROW_LINES = 3
LOOKS_SHOWN = 6
LEFT = "✓ "
LABEL = 9  # cells of a day's name
READING = 72  # cells that a sentence is read in, at most
SHORT = {
    Code.RUBRIC_LOW: "graded low",
    Code.METRIC_MISSED: "figures",
    Code.OVERTIME: "overtime",
    Code.LAPSES: "forgotten",
    Code.RECALL: "recall",
    Code.ABANDONED: "broken off",
    Code.FLAGGED: "flagged",
}
NAMES = {
    Exercise(Aim.NUMBERS): "the numbers",
    Exercise(Aim.OPENER): "the opener",
    Exercise(Aim.RESULT): "the Result",
    Exercise(Aim.THIRTY): "in thirty seconds",
    Exercise(Aim.WHOLE): "the whole",
    Exercise(Aim.WHOLE, ladder=True): "the ladder",
}
SHORT_NAMES = {each: name.removeprefix("the ") for each, name in NAMES.items()} | {
    Exercise(Aim.THIRTY): "thirty",
}


def short_reasons(reasons: Sequence[Reason]) -> str:
    """The gravest reason in two words, and how many more there are."""
    more = f" +{len(reasons) - 1}" if len(reasons) > 1 else ""
    if not reasons:
        return ""
    only_result = reasons[0].code is Code.METRIC_MISSED and reasons[0].targets == {Target.RESULT}
    return ("the Result" if only_result else SHORT[reasons[0].code]) + more


def row(answer: WeakAnswer, today: date, seen: date | None, width: int) -> tuple[Content, ...]:
    """An answer in the list: the question; its skill; why it is there and when it was seen."""
    prompt = without_skill(answer.prompt, answer.skill)
    if not answer.weak:
        first = Content.assemble((LEFT, "$text-success"), cut(prompt, width - len(LEFT)))
        why = "off the list today"
    else:
        first = Content(cut(prompt, width))
        when = "not answered yet" if seen is None else ago(seen, today)
        why = f"{short_reasons(answer.reasons)}, {when}"
    lesser = (cut(text, width - 2) for text in (answer.skill, why))
    return (first, *(Content.styled(f"  {line}", QUIET) for line in lesser))


def detail(answer: WeakAnswer, card: Card | None, today: date, width: int) -> list[Content]:
    """What stands beside the list: the question, why it is weak, how it went, the note's own answer."""
    lines = _question(answer, width)
    lines += _why(answer, today, width) if answer.weak else _left(answer, today, width)
    lines += _went(answer, today, width)
    return [*lines, *(_told(card, width) if card is not None else ())]


def _question(answer: WeakAnswer, width: int) -> list[Content]:
    asked = without_skill(answer.prompt, answer.skill)
    lines = [Content.assemble(("▌ ", "$text-primary"), (line, "bold")) for line in wrapped(asked, width - 2)]
    flag = " · flagged" if answer.flagged else ""
    about = f"{answer.skill} · {answer.kind.value}{flag}"
    return [*lines, *(Content.styled(line, QUIET) for line in wrapped(about, width)), BLANK]


def in_words(reason: Reason, today: date) -> str:
    """A reason with its day as a person says it."""
    said = replace(reason, on=None).text
    if reason.on is not None and reason.code is not Code.RECALL:
        once = reason.code in (Code.RUBRIC_LOW, Code.ABANDONED, Code.FLAGGED)
        said += f"{'' if once else ', last'} on {short_day(reason.on, today)}"
    return said[:1].upper() + said[1:]


def _why(answer: WeakAnswer, today: date, width: int) -> list[Content]:
    lines: list[Content] = []
    for reason in answer.reasons:
        lines += _item("!", "$text-warning", in_words(reason, today), width)
    days = counted(answer.good_days, "study day")
    if answer.good_in_a_row:
        text = f"Good on {answer.good_in_a_row} of {days} so far; then it leaves the list."
        if answer.good_in_a_row >= answer.good_days:
            text = _only_of_the_moment(answer)
    else:
        text = f"Good answers on {days}, one after the other, take it off the list."
    return [*lines, *(Content.styled(line, QUIET) for line in wrapped(text, width)), BLANK]


def _only_of_the_moment(answer: WeakAnswer) -> str:
    """It came well often enough: what keeps it here does so whatever comes."""
    good = f"Good on {counted(answer.good_in_a_row, 'study day')}, one after the other."
    if answer.codes == {Code.FLAGGED}:
        return f"{good} Only your flag keeps it here; f takes it off."
    return f"{good} It leaves the list once none of these is so any more."


def _item(mark: str, style: str, text: str, width: int) -> list[Content]:
    first, *others = wrapped(text, width - 2)
    return [Content.assemble((f"{mark} ", style), first), *(Content(f"  {line}") for line in others)]


def _left(answer: WeakAnswer, today: date, width: int) -> list[Content]:
    """The answer has left the list: that is told with the days that did it."""
    days = counted(answer.good_days, "study day")
    lines = [Content.styled(f"{LEFT}Off the list", "bold $text-success"), BLANK]
    lines += [Content(line) for line in wrapped(f"It came well on {days}, one after the other.", width)]
    if answer.left_behind:
        lines += [BLANK, Content.styled("Behind you", f"italic {QUIET}")]
        for reason in answer.left_behind:
            lines += _item("·", QUIET, in_words(reason, today), width)
    return [*lines, BLANK]


def moment(answer: WeakAnswer, today: date, width: int) -> list[Content]:
    """An answer that has just left the list: what it was, and the days that did it."""
    width = min(width, READING)
    on = listed([short_day(day, today) for day in answer.left_by])
    lines = [BLANK, Content.styled(f"{LEFT}Off the list", "bold $text-success"), BLANK]
    asked = without_skill(answer.prompt, answer.skill)
    lines += [Content.assemble(("▌ ", "$text-success"), (line, "bold")) for line in wrapped(asked, width - 2)]
    lines += [Content.styled(cut(answer.skill, width), QUIET), BLANK]
    lines += [Content(line) for line in wrapped(f"It came well on {on}, one after the other.", width)]
    lines += [
        Content.assemble(trend([look.share for look in answer.looks]), ("  answer by answer", QUIET)),
        BLANK,
    ]
    if answer.left_behind:
        lines.append(Content.styled("What is behind you", QUIET))
        for reason in answer.left_behind:
            lines += _item("·", QUIET, in_words(reason, today), width)
    return lines


# -- how it went


def _went(answer: WeakAnswer, today: date, width: int) -> list[Content]:
    if not answer.looks:
        return []
    shown = answer.looks[-LOOKS_SHOWN:]
    drawn = trend([look.share for look in answer.looks])
    title = Content.styled("The last answers  ", f"italic {QUIET}")
    note = Content.styled("  oldest to latest", QUIET)
    head = Content.assemble(title, drawn, note)
    lines = [head if head.cell_length <= width else Content.assemble(title, drawn).truncate(width)]
    for look in reversed(shown):
        lines += labelled(short_day(look.day, today), went(look), width, LABEL)
    return [*lines, BLANK]


def went(look: Look) -> str:
    """One answer in words: its grade, what it held, what it missed."""
    said = []
    if look.abandoned:
        said.append("broken off")
    if look.grades:
        said.append(look.graded)
    if look.rating is not None:
        said.append(Rating(look.rating).name.capitalize())
    if look.said:
        said.append(look.said)
    elif look.missed:
        said.append(f"missed {', '.join(_named(name) for name in look.missed)}")
    if look.late:
        said.append("into overtime")
    if look.mode == "drill":
        said.append("drill" if look.aim in ("", Aim.WHOLE) else f"drill: {look.aim}")
    elif look.mode == "mock":
        said.append("in a mock interview")
    return ", ".join(said) or "answered"


def _named(name: str) -> str:
    return "the Result" if name.casefold() == PointKind.RESULT.value else name


def _told(card: Card, width: int) -> list[Content]:
    lines = [Content.styled("Your note", f"italic {QUIET}")]
    if card.kind is not CardKind.QUESTION:
        return [*lines, *(Content(line) for line in wrapped(card.answer, width))]
    for passage in card.passages:
        lines += labelled(passage.label, passage.text, width, 11)
    metrics = [point for point in card.points if point.kind is PointKind.METRIC]
    for point in metrics:
        lines += labelled(point.expected, point.label, width, 11)
    return lines if len(lines) > 1 else []


# -- what can be done


def offers(exercises: Sequence[Exercise], first: Exercise, width: int) -> Content:
    """The drills of an answer: the one that its reasons ask for on enter, the others on digits."""
    name = NAMES[first] if len(exercises) > 1 else "this card"  # which asks for a single thing
    line = clickable(button("enter", f"Drill {name}"), "screen.drill")
    for exercise in exercises:
        if exercise == first:
            continue
        number = EXERCISES.index(exercise) + 1
        part = clickable(key(str(number), SHORT_NAMES[exercise]), f"screen.drill_at({number})")
        if line.cell_length + 2 + part.cell_length > width:
            break
        line = Content.assemble(line, "  ", part)
    return line


def nothing_weak(settings: Settings, width: int) -> list[Content]:
    """What puts an answer on this list, by the settings that hold."""
    workable, _ = settings.rubric_bands
    window = f"{settings.weak_misses} of its last {counted(settings.weak_window, 'answer')}"
    reasons = (
        f"you graded a line of it below {workable}",
        f"one of the first {counted(settings.key_metrics, 'figure')} that it calls for, or the Result, "
        f"was missed in {window}",
        f"it ran into overtime in {window}",
        f"it was forgotten {settings.weak_lapses} times after it was learnt",
        f"its predicted recall is below {percent(settings.weak_recall)}",
        "it was broken off",
        "you flagged it: f does, on any card in practice",
    )
    width = min(width, READING)
    lines = [Content.styled(line, "bold") for line in wrapped("No answer is weak now.", width)]
    lines += [BLANK, *(Content(line) for line in wrapped("An answer comes onto this list where", width))]
    for reason in reasons:
        lines += _item("·", QUIET, reason, width)
    days = counted(settings.weak_good_days, "study day")
    leaves = f"It leaves again after good answers on {days}, one after the other."
    return [*lines, BLANK, *(Content(line) for line in wrapped(leaves, width))]
