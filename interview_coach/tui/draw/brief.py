"""The brief of the day before: how each story opens, the numbers, the weakest points. One screen."""

from collections.abc import Sequence

from textual.content import Content

from interview_coach.cards.prompts import without_skill
from interview_coach.coach.brief import Brief, Numbers, Opener, WeakPoint
from interview_coach.tui.draw.basics import BLANK, QUIET, counted, day_name, spread
from interview_coach.tui.text import cut, padded, width_of, wrapped

COLUMN = 26  # cells at most for what a story or a skill is called
LEAST = 60  # from so many cells on names stand in a column of their own
Entry = Opener | Numbers | WeakPoint
TITLES = ("Your stories open", "Your numbers", "Weakest now")
# Lines for a text, those for a weak answer, room between the parts. What is wrong with an answer goes last: an
# opener is known by its first words, and of a weak answer the reason is the point.
SIZES = ((3, 3, True), (3, 3, False), (2, 2, False), (1, 2, True), (1, 2, False), (1, 1, False))


def head(brief: Brief, title: str, width: int) -> Content:
    """What it is for, and when that is."""
    left = Content.assemble(("The day before", "bold $text-primary"), (f" · {cut(title, width)}", QUIET))
    when = ""
    if brief.day is not None and brief.days is not None:
        away = {0: "today", 1: "tomorrow"}.get(brief.days, f"in {counted(brief.days, 'day')}")
        when = f"{day_name(brief.day)}, {away if brief.days >= 0 else 'over'}"
    return spread(left, Content.styled(when or f"{brief.seconds} seconds to read", QUIET), width)


def lines(brief: Brief, width: int, height: int) -> list[Content]:
    """The whole of it: every text in full where that fits the height, else each on its line."""
    if not (brief.openers or brief.numbers or brief.weakest):
        nothing = "The notes hold no story, no answer and no numbers for this yet."
        return [Content(line) for line in wrapped(nothing, width)]
    for most, weak, airy in SIZES:
        drawn = _drawn(brief, width, most, weak, airy=airy)
        if len(drawn) <= height:
            break
    return drawn


def _drawn(brief: Brief, width: int, most: int, weak: int, *, airy: bool) -> list[Content]:
    result: list[Content] = []
    sections: tuple[Sequence[Entry], ...] = (brief.openers, brief.numbers, brief.weakest)
    for title, entries in zip(TITLES, sections, strict=True):
        if not entries:
            continue
        if result and airy:
            result.append(BLANK)
        result.append(Content.styled(title, "bold $text-primary"))
        column = min(COLUMN, max(width_of(_name(each)) for each in entries) + 2)
        before = ""
        for each in entries:
            name = _name(each)
            if isinstance(each, WeakPoint):
                body = _weak(each, width - (column if width >= LEAST else 2), weak)
            else:
                body = _fitted(_text(each), width - (column if width >= LEAST else 2), most)
            result += _entry("" if name == before else name, body, width, column)
            before = name
    numbers = counted(brief.more[1], "number")
    more = [counted(brief.more[0], "opener")] * bool(brief.more[0]) + [numbers] * bool(brief.more[1])
    if more:
        result.append(Content.styled(cut(f"More in the notes: {', '.join(more)}.", width), QUIET))
    return result


def _name(each: Entry) -> str:
    return each.called if isinstance(each, Opener) else each.skill


def _weak(each: WeakPoint, width: int, most: int) -> list[Content]:
    """The question and what is wrong with its answer, each on its own line where one is too short for both."""
    prompt = " ".join(without_skill(each.prompt, each.skill).split())
    why = Content.styled(each.why, "$text-warning")
    text = Content.assemble(prompt, "  ", why)
    if most == 1 or text.cell_length <= width:
        return _fitted(text, width, 1)
    return [*_fitted(Content(prompt), width, 1), *_fitted(why, width, most - 1)]


def _text(each: Opener | Numbers) -> Content:
    """What is to be read of it; figures stand out."""
    if isinstance(each, Opener):
        return Content(" ".join(each.text.split()))
    figures = [
        Content.assemble(f"{' '.join(name.split())} ", (" ".join(value.split()), "bold $text-accent"))
        for name, value in each.figures
    ]
    return Content(" · ").join(figures)


def _entry(name: str, body: Sequence[Content], width: int, column: int) -> Sequence[Content]:
    """A name in its column and the text beside it; narrow, the name alone on a line before."""
    if width < LEAST:
        head = [Content.styled(cut(name, width), QUIET)] if name else []
        return [*head, *(Content.assemble("  ", line) for line in body)]
    names = wrapped(name, column - 2)
    if len(names) > len(body):
        names = [*names[: len(body) - 1], cut(" ".join(names[len(body) - 1 :]), column - 2)]
    margins = [padded(each, column - 2) for each in (*names, *[""] * (len(body) - len(names)))]
    return [Content.assemble((f"{margin}  ", QUIET), line) for margin, line in zip(margins, body, strict=True)]


def _fitted(text: Content, width: int, most: int) -> list[Content]:
    """The text in at most so many lines; what does not fit is cut off the last."""
    body = [line.rstrip() for line in text.wrap(max(2, width))]
    if len(body) <= most:
        return body
    rest = Content(" ").join(body[most - 1 :])
    return [*body[: most - 1], rest.truncate(max(1, width), ellipsis=True)]
