"""What stands between the prompt and the note's answer once an answer was given: observations, no verdicts."""

from collections.abc import Sequence

from textual.content import Content

from interview_coach.coach.answering import Attempt, Measured, Part, Span, Way
from interview_coach.coach.looking import Look
from interview_coach.coach.speech import STAR
from interview_coach.tui.draw.basics import BLANK, QUIET, clickable, counted
from interview_coach.tui.draw.clock import minutes
from interview_coach.tui.draw.points import Row
from interview_coach.tui.text import clean, cut, flowed, wrapped
from interview_coach.tui.turn import Turn

FOUND = "bold underline $text-success"
DOUBTFUL = "bold reverse $text-warning"  # not told from what was found by its colour alone
NOT_MEASURED = "not measured"
BESIDE = frozenset({"figures"})  # facts that the tick list shows, as the ticks now stand


def observed(turn: Turn, width: int) -> list[Content]:
    """What differs from the answer before it, the row of facts, a figure to ask about, one thing to fix."""
    if turn.looked is None or turn.answer is None:
        return []
    lines = [
        *_compared(turn, width),
        *_facts(turn, turn.looked, width),
        *_asked(turn, turn.looked, width),
        *_fix(turn, width),
    ]
    return [BLANK, *lines] if lines else []


def own_words(turn: Turn, width: int, *, keeps: bool) -> list[Row]:
    """The person's own words with what was found in them; nothing where none were written.

    Above them it says whether they are kept, and which key changes that.
    """
    if turn.answer is None or not turn.answer.has_text:
        return []
    counted_above = (
        any(fact.code == "words" for fact in turn.looked.facts) if turn.looked is not None else False
    )
    title = "You wrote" if counted_above else f"You wrote {counted(turn.answer.words, 'word')}"
    aside = " · kept; t lets them go" if keeps else " · not kept; t keeps them"
    head: Row = (clickable(Content.styled(cut(title + aside, width), f"italic {QUIET}"), "screen.keep"), None)
    text = Content(clean(turn.answer.text))
    owners: list[tuple[Span, int]] = []
    for index, point in enumerate(turn.points):
        landing = turn.looked.landing_of(point) if turn.looked is not None else None
        for start, end in landing.evidence if landing is not None else ():
            text = text.stylize(FOUND if index in turn.ticked else DOUBTFUL, start, end)
            owners.append(((start, end), index))
    return [head, *_lines(turn.answer, text, owners, width)]


def part_notes(turn: Turn) -> dict[str, str]:
    """For each part that was marked or typed its length, to stand beside the note's own."""
    parts = turn.answer.parts if turn.answer is not None else ()
    return {each.part: _length(each) for each in parts}


def _length(part: Part) -> str:
    return counted(part.words or 0, "word") if part.milliseconds is None else _clock(part.milliseconds)


def _clock(milliseconds: int) -> str:
    return minutes(round(milliseconds / 1000))


def _lines(answer: Measured, text: Content, owners: Sequence[tuple[Span, int]], width: int) -> list[Row]:
    """The words in lines; those of four boxes with the letter of each part at the left."""
    places = answer.places or ((0, len(text.plain)),)
    column = 3 if answer.places else 0
    rows: list[Row] = []
    for number, (start, end) in enumerate(places):
        piece = text[start:end] if start < end else Content("-")
        position = start
        for row, line in enumerate(piece.wrap(max(2, width - column))):
            found = text.plain.find(line.plain.strip(), position) if line.plain.strip() else position
            first = max(position, found)
            position = first + len(line.plain.strip())
            owner = next((i for (s, e), i in owners if s < position and e > first), None)
            letter = STAR[number].value[0].upper() if column and row == 0 else ""
            rows.append((Content.assemble((letter.ljust(column), QUIET), line), owner))
    return rows


# -- what is said of it


def _facts(turn: Turn, looked: Look, width: int) -> list[Content]:
    """How long it was spoken, and what lies outside its usual band; in detail each with how it was obtained."""
    spoken = turn.answer is not None and turn.answer.way is Way.SPOKEN
    took = f"{_clock(turn.answer.milliseconds)} spoken" if spoken and turn.answer is not None else ""
    if any(fact.code == "time" for fact in looked.facts):
        took = ""  # the fact says it
    if turn.detailed:
        return _detailed(looked, took, width)
    facts = [fact for fact in looked.facts if fact.how != NOT_MEASURED and fact.code not in BESIDE]
    said = [*([took] if took else []), *(fact.text for fact in facts)]
    return [Content(line) for line in flowed(said, width)]


def _detailed(looked: Look, took: str, width: int) -> list[Content]:
    lines = [Content.styled(took, "")] if took else []
    for fact in looked.facts:
        usual = f"usual: {fact.band}; " if fact.band else ""
        lines += [Content(line) for line in wrapped(fact.text, width)]
        if fact.how == NOT_MEASURED:
            continue
        lines += [Content.styled(f"  {line}", QUIET) for line in wrapped(f"{usual}{fact.how}", width - 2)]
    return lines if looked.facts else [*lines, Content.styled("Nothing lies outside its usual band.", QUIET)]


def _asked(turn: Turn, looked: Look, width: int) -> list[Content]:
    """The figures with another value than the note's, until the person decided about them."""
    settled = [looked.landing_of(turn.points[index]) for index in turn.own]
    lines = []
    for each in looked.doubtful:
        if each in settled:
            continue
        text = f"? You said “{each.said}”; the note has {each.sought.value}. Which is it? x: the note’s."
        lines += [Content.styled(line, "$text-warning") for line in wrapped(text, width)]
    return lines


def _fix(turn: Turn, width: int) -> list[Content]:
    if turn.judged.fix is None:
        return []
    first, *others = wrapped(turn.judged.fix.text, width - 2)
    return [
        Content.assemble(("→ ", "bold $text-accent"), first),
        *(Content(f"  {line}") for line in others),
    ]


def _compared(turn: Turn, width: int) -> list[Content]:
    """What differs from the answer that this one is a redo of; in another way it is measured otherwise."""
    now = turn.attempt()
    if turn.before is None or turn.before.way != now.way:
        return []
    said = differences(turn.before, now)
    text = "Since the first: " + (" · ".join(said) if said else "the same, part by part")
    return [Content.styled(line, "bold") for line in wrapped(text, width)]


def differences(before: Attempt, now: Attempt) -> list[str]:
    """What differs between an answer and its redo in the same way: parts, whole, numbers that landed."""
    was = {each.part: each for each in before.parts}
    said = [
        f"{part.part.capitalize()} {_length(was[part.part])} → {_length(part)}"
        for part in now.parts
        if part.part in was and _length(was[part.part]) != _length(part)
    ]
    for label, count in (("whole", _whole), ("numbers", _landed)):
        first, second = count(before), count(now)
        if first and second and first != second:
            said.append(f"{label} {first} → {second}")
    return said


def _whole(attempt: Attempt) -> str:
    if attempt.way == Way.SPOKEN:
        return _clock(attempt.duration)
    return counted(attempt.words, "word")


def _landed(attempt: Attempt) -> str:
    metrics = [each.hit for each in attempt.points if each.point.kind.value == "metric"]
    return f"{sum(metrics)}/{len(metrics)}" if metrics else ""
