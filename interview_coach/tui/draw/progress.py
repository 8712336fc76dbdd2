"""The sections of Progress: each drawing with its sentence in words."""

from enum import StrEnum
from math import sqrt

from textual.content import Content

from interview_coach.coach.progress import Retention, Statistics, streak_rule
from interview_coach.recall.readiness import percent
from interview_coach.tui.draw.basics import BLANK, QUIET, clickable, counted, labelled, relative_day
from interview_coach.tui.draw.blocks import Column, axis_width, columns, meter, nice_top, with_axis
from interview_coach.tui.draw.calendar import Year, calendar
from interview_coach.tui.draw.standing import READING, in_lines, judgement, length, mocks, skills


class Section(StrEnum):
    """The sections, in their order; the values stand on their tabs."""

    DAYS = "Days"
    RECALL = "Recall"
    AHEAD = "Ahead"
    SKILLS = "Skills"
    MOCKS = "Mocks"
    JUDGEMENT = "Judgement"


CHART_LEAST, CHART_MOST = 4, 12  # rows


def tabs(at: Section, width: int) -> Content:
    """The names of the sections with their digits; narrow, the digits alone but for the one on show."""
    for short in (False, True):
        parts = []
        for number, section in enumerate(Section, start=1):
            named = section is at or not short
            text = f" {number} {section} " if named else f" {number} "
            tab = Content.styled(text, "bold reverse $text-primary" if section is at else QUIET)
            parts.append(clickable(tab, f"screen.section({number})"))
        line = Content(" ").join(parts)
        if line.cell_length <= width:
            return line
    return line.truncate(width)


def page(at: Section, found: Statistics, width: int, height: int) -> list[Content]:
    """A section, and of those after it as many as fit whole beneath it."""
    lines = section_lines(at, found, width, height)
    for number, section in list(enumerate(Section, start=1))[list(Section).index(at) + 1 :]:
        room = height - len(lines) - len(_headed(number, section, width))
        more = section_lines(section, found, width, room) if room > CHART_LEAST else []
        if not more or len(more) > room:
            break
        lines += [*_headed(number, section, width), *more]
    return lines


def _headed(number: int, section: Section, width: int) -> list[Content]:
    title = f"{number} {section} "
    rule = Content.assemble((title, QUIET), ("─" * max(0, min(width, READING) - len(title)), "$line"))
    return [BLANK, clickable(rule, f"screen.section({number})"), BLANK]


def section_lines(section: Section, found: Statistics, width: int, height: int) -> list[Content]:
    """One section, whole."""
    draw = {
        Section.DAYS: _days,
        Section.RECALL: _recall,
        Section.AHEAD: _ahead,
        Section.SKILLS: skills,
        Section.MOCKS: mocks,
        Section.JUDGEMENT: judgement,
    }[section]
    return draw(found, width, height)


# -- what was done


def _days(found: Statistics, width: int, height: int) -> list[Content]:
    del height
    if not found.days:
        return in_lines("Nothing was practised yet. Each study day with a rating fills a square here.", width)
    year = Year(
        {day.day: day.reviews for day in found.days},
        frozenset(mock.day for mock in found.mocks if mock.finished),
        found.study_day,
    )
    return [
        *in_lines(_streak(found), width, "bold"),
        BLANK,
        *calendar(year, width),
        BLANK,
        *_practised(found, width),
    ]


def _streak(found: Statistics) -> str:
    row = found.streak
    if not row.current:
        said = "No study day in a row yet; today can be the first."
    elif row.current == 1:
        said = "Practised today." if row.today_counts else "Practised yesterday; today is still to come."
    else:
        said = f"{row.current} study days in a row"
        said += ", today among them." if row.today_counts else "; today is still to come."
    return said if row.longest <= row.current else f"{said} The longest row was {row.longest}."


def _practised(found: Statistics, width: int) -> list[Content]:
    rated = sum(day.reviews > 0 for day in found.days)
    spent = found.time
    lines = labelled("Ratings", f"{found.reviews:,} on {counted(rated, 'study day')}", width, 10)
    lines += labelled(
        "Time",
        f"{_spent(spent.last_7)} in the last 7 days, {_spent(spent.last_30)} in 30, "
        f"{_spent(spent.total)} in all",
        width,
        10,
    )
    counts = streak_rule(today_counts=found.streak.today_counts)
    return [*lines, *labelled("Streak", counts, min(width, READING), 10, QUIET)]


def _spent(seconds: int) -> str:
    return length(seconds) if seconds else "none"


# -- what came


def _recall(found: Statistics, width: int, height: int) -> list[Content]:
    del height
    asked = "Of what you tried to recall on a later day, how much came. Hard counts as recalled."
    if not any(each.reviews for each in found.retention):
        later = "Nothing was tried from memory yet: that takes cards that come back on a later day."
        return [*in_lines(asked, width, "bold"), BLANK, *in_lines(later, width)]
    lines = [*in_lines(asked, width, "bold"), BLANK]
    column = max(len(_counts(each)) for each in found.retention)
    for each in found.retention:
        lines += [*_window(each, found.target, column, width), BLANK]
    mark = Content.assemble(("┃", "bold $text-accent"), (f" the target: {percent(found.target)}", QUIET))
    fitted = in_lines(found.fit.sentence, width, QUIET) if found.fit.sentence else []
    return [*lines, mark, BLANK, *in_lines(_compared(found), width), *fitted]


def _counts(each: Retention) -> str:
    return f"  {each.passed:,} of {counted(each.reviews, 'card')}"


def _window(each: Retention, target: float, column: int, width: int) -> list[Content]:
    """A window's recall on its bar; `column` cells are for the counts, so that all bars are of a length."""
    name = f"{each.days:>3} days  "
    if each.rate is None:
        return [Content.assemble((name, QUIET), ("nothing was tried", QUIET))]
    rate = f"{percent(each.rate):>5}  "
    counts = _counts(each)
    room = min(50, width - len(name) - len(rate) - column)
    head = ((name, QUIET), (rate, "bold"))
    if room >= 10:
        return [Content.assemble(*head, meter(each.rate, room, target=target), (counts, QUIET))]
    return [
        Content.assemble(*head, (counts.strip(), QUIET)),
        Content.assemble("  ", meter(each.rate, max(1, width - 2), target=target)),
    ]


def _compared(found: Statistics) -> str:
    """The shortest window that holds all there is against the target, as far as chance allows."""
    longest = max(found.retention, key=lambda each: (each.reviews, -each.days))
    rate = longest.rate or 0.0
    points = round(100 * (rate - found.target))
    chance = round(200 * sqrt(found.target * (1 - found.target) / longest.reviews))
    over = f"Over {longest.days} days recall"
    if abs(points) <= chance:
        said = f"{over} is about where it should be"
        return f"{said}; chance alone moves it by {counted(chance, 'point')} with so many cards."
    if points > 0:
        return f"{over} is {counted(points, 'point')} above the target: cards could come less often."
    return (
        f"{over} is {counted(-points, 'point')} below the target: cards come back later than they should. "
        f"Hard for what did not come makes it worse; Again is the honest grade."
    )


# -- what comes


def _ahead(found: Statistics, width: int, height: int) -> list[Content]:
    due = [load.due for load in found.forecast]
    if not any(due):
        return in_lines("No card comes back in the next 30 days; new cards are not among these.", width)
    head = in_lines(
        f"{counted(due[0], 'card')} today, {sum(due[1:7]):,} in the six days after, {sum(due):,} in "
        f"{len(due)} days.",
        width,
        "bold",
    )
    today = in_lines(found.of_today.sentence, width) if found.of_today.sentence else []
    notes = in_lines(_busiest(found), width)
    top = nice_top(max(due))
    left = width - axis_width(f"{top:,}")
    wide, gap = next(((w, g) for w, g in ((2, 1), (1, 1), (1, 0)) if len(due) * (w + g) <= left), (1, 0))
    shown = found.forecast[: left // (wide + gap)]
    bars = [
        Column(load.due, _letter(load.day.weekday(), wide), "$text-accent" if not ahead else "$text-primary")
        for ahead, load in enumerate(shown)
    ]
    rows = max(CHART_LEAST, min(CHART_MOST, (height - len(head) - len(today) - len(notes) - 4) // 2 * 2))
    chart = columns(bars, rows, top=top, width=wide, gap=gap)
    middle = f"{top // 2:,}" if top % 2 == 0 else ""
    return [*head, *today, BLANK, *with_axis(chart, rows, f"{top:,}", middle), BLANK, *notes]


def _letter(weekday: int, wide: int) -> str:
    return ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")[weekday] if wide > 1 else "MTWTFSS"[weekday]


def _busiest(found: Statistics) -> str:
    busiest = max(found.forecast[1:], key=lambda load: load.due)
    said = "What is overdue counts today. New cards are not among these."
    if busiest.due:
        when = relative_day(busiest.day, found.study_day)
        said = f"After today the most come {when}: {busiest.due:,}. {said}"
    return said
