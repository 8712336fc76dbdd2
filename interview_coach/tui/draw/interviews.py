"""The interviews to come: rows, what stands beside them, and why a skill is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from textual.content import Content

from interview_coach.coach.interviews import Details, Hit, Listed, Weighed
from interview_coach.coach.upcoming import PlanDay, Skill, Standing
from interview_coach.recall.readiness import percent
from interview_coach.tui.draw.basics import BLANK, QUIET, counted, day_name
from interview_coach.tui.draw.blocks import Column, axis_width, columns, meter, nice_top, with_axis
from interview_coach.tui.text import clean, cut, flowed, padded, wrapped

METER = 24
ROWS = 4  # of the chart of days
SKILLS = 12  # named in the detail
AROUND = 50  # characters of the description on either side of what matched
COMMON = "Such words stand in most descriptions, so it was not put in by itself."
CRAM = (
    "Practice brings no more than the day's limits, and keeps cards apart that give each other away. p crams "
    "its cards now, the least known first and those never practised before all; the schedule stays as it is."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An interview as it is shown; what is not known yet is None."""

    listed: Listed
    standing: Standing | None
    days: tuple[PlanDay, ...] | None
    target: float


def row(listed: Listed, standing: Standing | None, width: int) -> tuple[Content, ...]:
    """An interview in the list: its name; beneath it when it is, how ready it is, its skills."""
    details = listed.interview.details
    words = [when(listed.days)]
    if standing is not None and standing.share is not None and listed.days >= 0:
        words.append(f"{percent(standing.share)} ready")
    words.append(skills_in_words(details))
    style = "" if listed.days >= 0 else QUIET
    return (
        Content.styled(cut(details.name, width), style),
        Content.styled(cut(f"  {flowed(words, width - 2)[0]}", width), QUIET),
    )


def nothing(width: int) -> list[Content]:
    """No interview yet: what one is good for, in words."""
    told = (
        "a adds one: its name and its date will do. With its job description the skills that it asks for are "
        "found; then this screen says how ready they will be on the day, and what each day until then takes."
    )
    return [
        *_text("No interview is noted.", width, "bold"),
        BLANK,
        *_text(told, min(width, 76)),
        BLANK,
        *_text("With an interview to come, no card of its skills is put off past the day.", min(width, 76)),
    ]


def skills_in_words(details: Details) -> str:
    """How many skills it asks for."""
    return counted(len(details.skills), "skill") if details.skills else "all skills"


def when(days: int) -> str:
    """How long until a day."""
    if days in (0, 1):
        return "tomorrow" if days else "today"
    return f"in {days} days" if days > 0 else f"{counted(-days, 'day')} ago"


def detail(shown: Shown, width: int) -> list[Content]:
    """All that is known of an interview; in a small terminal what matters most stands above the fold."""
    listed, details = shown.listed, shown.listed.interview.details
    lines = [
        Content.assemble(("▌ ", "$text-primary"), (line, "bold")) for line in wrapped(details.name, width - 2)
    ]
    for_whom = ", ".join(filter(None, (details.role, details.company)))
    for text in filter(None, (for_whom, f"{day_name(details.day)} {details.day.year}, {when(listed.days)}")):
        lines += [Content.styled(line, QUIET) for line in wrapped(text, width)]
    if listed.days < 0:
        return [*lines, BLANK, *_text(f"It was about {_named(details)}.", width)]
    if shown.standing is not None:
        lines += [BLANK, *_readiness(shown.standing, shown.target, listed.days, width)]
    if shown.days:
        lines += [BLANK, *until_then(shown.days, width)]
    if shown.standing is not None and shown.standing.skills:
        lines += [BLANK, *_skills(shown.standing, width)]
    if shown.days:
        lines += chart(shown.days, width)
    if listed.days:
        lines += [BLANK, *_text(CRAM, width, QUIET)]
    return lines


def _named(details: Details) -> str:
    return ", ".join(details.skills) or "all skills"


def _text(text: str, width: int, style: str = "") -> list[Content]:
    return [Content.styled(line, style) for line in wrapped(text, width)]


def _readiness(standing: Standing, target: float, days: int, width: int) -> list[Content]:
    title = "Ready today" if days == 0 else "Ready on the day, if nothing more is done"
    lines = _text(title, width, f"italic {QUIET}")
    if standing.share is None:
        return [*lines, *_text("Its skills have no cards that can come up.", width), *_absent(standing, width)]
    cards = sum(each.readiness.cards for each in standing.skills)
    below = sum(len(each.readiness.below) for each in standing.skills)
    drawn = meter(standing.share, max(1, min(METER, width - 6)), target=target)
    lines.append(Content.assemble(drawn, (f" {percent(standing.share)}", "bold")))
    lines += _text(f"{below:,} of {counted(cards, 'card')} will be below {percent(target)}.", width, QUIET)
    return [*lines, *_absent(standing, width)]


def _absent(standing: Standing, width: int) -> list[Content]:
    if not standing.absent:
        return []
    return _text(f"Not in your notes: {', '.join(standing.absent)}", width, "$text-warning")


def _skills(standing: Standing, width: int) -> list[Content]:
    lines = [_skill(each, width) for each in standing.skills[:SKILLS]]
    more = len(standing.skills) - SKILLS
    if more > 0:
        lines.append(Content.styled(f"and {more:,} more, which stand better", QUIET).truncate(width))
    return lines


def _skill(skill: Skill, width: int) -> Content:
    ready = skill.readiness
    below = f"  {len(ready.below)} below" if ready.below else ""
    share = f" {percent(ready.readiness):>5}"
    room = max(4, width - len(share) - 11)
    return Content.assemble(padded(skill.skill, room), (share, "bold"), (below, QUIET)).truncate(width)


# -- the days until then


def until_then(days: Sequence[PlanDay], width: int) -> list[Content]:
    """What practice brings today, as the Today screen has it, and what the days after it need, said as such."""
    return [*_text("Until then", width, f"italic {QUIET}"), *_text(_in_words(days), width)]


def _in_words(days: Sequence[PlanDay]) -> str:
    today, later = days[0], days[1:]
    parts = [counted(today.reviews, "review") if today.reviews else "", f"{today.new} new" if today.new else ""]
    brings = " and ".join(filter(None, parts))
    took = counted(today.minutes, "minute") if today.seconds >= 30 else "less than a minute"
    said = f"Of its cards practice brings {f'{brings} today, {took}' if brings else 'none today'}."
    if not later:
        return said
    needed = sum(day.reviews + day.new for day in later)
    if not needed:
        return f"{said} The days after need none."
    total = sum(day.seconds for day in later) / 60
    if total < len(later):
        each = f"{counted(needed, 'review')} in all, less than a minute a day"
    else:
        fullest = max(later, key=lambda day: day.seconds)
        each = f"about {counted(max(1, round(total / len(later))), 'minute')} each"
        if fullest.minutes > total / len(later) * 1.5:
            each += f", {fullest.minutes:,} on {day_name(fullest.day)}"
    return f"{said} The days after need {each}; practice may bring less of that, within its limits."


def chart(days: Sequence[PlanDay], width: int) -> list[Content]:
    """The minutes of each day until the interview; many days are drawn as weeks, and less than a minute not."""
    if sum(day.seconds for day in days) / 60 < len(days):
        return []
    by_week = len(days) > width - axis_width("100")
    bars = _weeks(days) if by_week else [day.seconds / 60 for day in days]
    top = nice_top(max(bars))
    wide = max(1, min(3, (width - axis_width(str(top))) // len(bars)))
    gap = 1 if wide > 1 else 0
    drawn = [Column(each) for each in bars[: max(1, (width - axis_width(str(top))) // wide)]]
    each = "week" if by_week else "day"
    said = f"Minutes a {each}, from today to the eve: what practice brings today, then what is needed."
    return [
        BLANK,
        *with_axis(columns(drawn, ROWS, top=top, width=wide - gap, gap=gap)[:ROWS], ROWS, str(top)),
        *_text(said, width, QUIET),
    ]


def _weeks(days: Sequence[PlanDay]) -> list[float]:
    return [sum(day.seconds for day in days[at : at + 7]) / 60 for at in range(0, len(days), 7)]


# -- why a skill is asked for


def skill_row(weighed: Weighed, every: bool, width: int) -> tuple[Content, ...]:
    """A skill beside the description: whether it is chosen, and the words that it matches by."""
    mark = ("[✓] ", "$text-success") if weighed.chosen else ("[·] " if every else "[ ] ", QUIET)
    if weighed.match is not None:
        why = flowed([f'"{hit.said}"' for hit in weighed.match.hits], width - 4, ", ")[0]
    else:
        why = "put in by you" if weighed.chosen else "not in the description"
    return (
        Content.assemble(mark, cut(weighed.skill, width - 4)),
        Content.styled(cut(f"    {why}", width), QUIET),
    )


def no_skill(width: int) -> list[Content]:
    """No note, no skill, in words."""
    return _text("There is no skill note in decks/ yet, and so no skill to ask for.", width)


def skill_detail(weighed: Weighed, details: Details, standing: Standing | None, width: int) -> list[Content]:
    """Why a skill is asked for: each term that the description has, in the words around it."""
    lines = _text(weighed.skill, width, "bold")
    ready = None if standing is None else next((s for s in standing.skills if s.skill == weighed.skill), None)
    if ready is not None:
        share = percent(ready.readiness.readiness)
        lines += _text(f"{share} ready on the day, {counted(ready.readiness.cards, 'card')}.", width, QUIET)
    lines.append(BLANK)
    if weighed.match is None:
        if not details.description:
            return [*lines, *_text("The interview has no job description; e on the list adds one.", width)]
        said = "No title, alias or keyword of this note stands in the description."
        return [*lines, *_text(said, width), *(_text("You put it in.", width) if weighed.chosen else ())]
    for hit in weighed.match.hits:
        lines += _hit(hit, details.description, width)
    if not weighed.match.likely:
        lines += [BLANK, *_text(COMMON, width)]
    return lines


def _hit(hit: Hit, description: str, width: int) -> list[Content]:
    """The words of the description around what matched, and the term of the note that it is."""
    start, end = max(0, hit.start - AROUND), min(len(description), hit.end + AROUND)
    before, said, after = (
        description[start : hit.start],
        description[hit.start : hit.end],
        description[hit.end : end],
    )
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    if start and before == description[start : hit.start]:
        before = "… " + before.partition(" ")[2]
    if end < len(description) and after == description[hit.end : end]:
        after = after.rpartition(" ")[0] + " …"
    quoted = Content.assemble(clean(before), (clean(" ".join(said.split())), "bold $text-accent"), clean(after))
    lines = [line.rstrip() for line in quoted.wrap(max(2, width - 2))]
    slip = ", spelt a little otherwise" if hit.slip else ""
    why = f"line {hit.line}: {hit.source.value} {hit.term}{slip}"
    return [
        *(Content.assemble(("▏ ", "$line"), line) for line in lines),
        *(Content.styled(f"  {line}", QUIET) for line in wrapped(why, width - 2)),
    ]


def chosen_in(rows: Sequence[Weighed], skills: Sequence[str]) -> list[Weighed]:
    """The same skills with those ticked that an interview asks for now."""
    wanted = set(skills)
    known = [replace(each, chosen=each.skill in wanted) for each in rows]
    there = {each.skill for each in rows}
    return [*known, *(Weighed(skill, None, True) for skill in skills if skill not in there)]


# -- the form


def day_read(day: date, today: date) -> str:
    """A day as it was understood."""
    return f"{day_name(day)} {day.year}, {when((day - today) // timedelta(days=1))}"
