"""The Today screen's body."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from interview_coach.cards.prompts import without_skill
from interview_coach.coach.day import NextUp, Today
from interview_coach.tui.draw.basics import (
    BLANK,
    QUIET,
    Share,
    bar,
    button,
    clickable,
    clock_time,
    counted,
    key,
    labelled_bar,
    relative_day,
)
from interview_coach.tui.text import cut, cut_middle, padded, width_of, wrapped

if TYPE_CHECKING:
    from interview_coach.coach.glance import Glance

BAR_WIDTH = 60
KIND_WIDTH = 10
READY_WIDTH = 20


@dataclass(frozen=True, slots=True)
class Day:
    """What Today shows: the day and where the notes are.

    `reading` says that they are just being read the first time, `sample` that they are but the sample note.
    """

    today: Today
    decks: Path
    reading: bool = False
    sample: bool = False
    glance: "Glance | None" = None


def today_lines(day: Day, width: int, height: int = 0) -> list[Content]:
    """The whole body; where it is too long for a height, fewer of the cards that are next up are named."""
    today = day.today
    if not today.cards and not today.total:
        lines = _no_cards(day, width)
    elif not today.total:
        lines = _nothing_due(today, width)
    else:
        lines = _something_due(today, width)
    glance = [] if day.glance is None else glance_lines(day.glance, today.study_day, width)
    rest = [BLANK, *glance, *_standing(today, width), *_place(day, width)]
    named = len(today.next_up) if today.total and today.cards else 0
    over = len(lines) + len(rest) - height
    if height and 0 < over < named:
        del lines[-over:]
    return [*lines, *rest]


def _something_due(today: Today, width: int) -> list[Content]:
    shares = (
        (Share(today.learning, "▄", "$text-accent"), f"{today.learning} learning"),
        (Share(today.due, "▄", "$text-primary"), f"{today.due} due"),
        (Share(today.new, "▄", "$text-success"), f"{today.new} new"),
    )
    return [
        Content.assemble(
            (f"{counted(today.total, 'card')} today", "bold"),
            (f", {today.how_long}", ""),
        ),
        BLANK,
        *labelled_bar(shares, min(width, BAR_WIDTH)),
        BLANK,
        _start(today),
        BLANK,
        Content.styled("Next up", QUIET),
        *_next_up(today.next_up, width),
    ]


def _start(today: Today) -> Content:
    """The way into the day's cards, or when there will be one."""
    if today.ready_at is None:
        return clickable(button("enter", "Start"), "screen.start")
    return Content(f"The next is ready at {clock_time(today.ready_at)}.")


def _next_up(cards: tuple[NextUp, ...], width: int) -> list[Content]:
    """One line a card: skill, kind, prompt. Narrow, the kind goes."""
    skill_width = min(max((width_of(cut(card.skill, width)) for card in cards), default=0), width // 3)
    kind_width = KIND_WIDTH if width >= 60 else 0
    lines = []
    for card in cards:
        kind = f"{padded(card.kind.value, kind_width)}  " if kind_width else ""
        room = width - skill_width - 2 - width_of(kind)
        lines.append(
            Content.assemble(
                (padded(card.skill, skill_width) + "  ", "$text-primary"),
                (kind, QUIET),
                cut(without_skill(card.prompt, card.skill), room),
            )
        )
    return lines


def _nothing_due(today: Today, width: int) -> list[Content]:
    done = "That is all for today." if today.reviewed else "Nothing is due today."
    lines = [Content.styled(done, "bold"), BLANK]
    if today.later is not None:
        day, count = today.later
        when = relative_day(day, today.study_day)
        comes = "comes" if count == 1 else "come"
        lines.append(Content(cut(f"{counted(count, 'card')} {comes} {when}.", width)))
    if today.held_back:
        lines.append(Content(cut("More new cards wait for the coming days.", width)))
    lines.append(BLANK)
    if today.more_new:
        more = counted(today.more_new, "more new card")
        lines.append(clickable(key("a", f"takes {more} now"), "screen.more_new"))
    lines.append(clickable(key("r", "reads the notes again, if you changed them"), "screen.sync"))
    lines.append(clickable(key("q", "leaves; see you then"), "screen.leave"))
    return lines


def _no_cards(day: Day, width: int) -> list[Content]:
    if day.reading:
        return [Content.styled("Reading your notes for the first time …", "bold")]
    if day.today.skills:
        found = (
            f"{counted(day.today.skills, 'skill note')} read, but no questions, story or numbers found in them"
        )
        hint = "They may be written in a way that is not understood yet; the notes that need a look say more."
        return [
            *(Content.styled(line, "bold") for line in wrapped(found, width)),
            BLANK,
            *(Content(line) for line in wrapped(hint, width)),
        ]
    asked = (
        "A skill note is a Markdown file that begins with type: skill, with the questions you are asked, your "
        "STAR story and your numbers."
    )
    return [
        Content.styled("No skill notes yet", "bold"),
        BLANK,
        *(Content(line) for line in wrapped(asked, width)),
        BLANK,
        Content.styled("They belong in", QUIET),
        *(Content.styled(f"  {line}", "bold") for line in wrapped(str(day.decks), width - 2)),
        Content.styled("A new one to fill in, from the shell", QUIET),
        Content.styled("  interview-coach new NAME", "bold"),
        BLANK,
        clickable(key("r", "reads the notes again"), "screen.sync"),
    ]


def glance_lines(glance: "Glance", today: date, width: int) -> list[Content]:
    """What is weak, what left the weak ones today, the interview to come and how ready its skills are."""
    lines = [
        Content.styled(cut(f"✓ No longer weak: {prompt}", width), "$text-success") for prompt in glance.left
    ]
    if glance.weak:
        said = Content.styled(f"{counted(glance.weak, 'weak answer')}  ", "bold")
        lines.append(clickable(Content.assemble(said, key("w", "works on them")), "screen.weak"))
    if glance.interview is not None:
        details, days = glance.interview.interview.details, glance.interview.days
        when = "today" if days == 0 else relative_day(details.day, today)
        when += f", in {counted(days, 'day')}" if days > 1 else ""
        lines.append(Content.assemble((cut(f"{details.name} {when}", width), "bold")))
    if glance.ready is not None and (glance.interview is not None or glance.ready.share > 0):
        lines += _ready(glance, width)
    return [*lines, BLANK] if lines else []


def _ready(glance: "Glance", width: int) -> list[Content]:
    """The share recalled on the day, drawn and said, and the skill that pulls it down."""
    ready = glance.ready
    if ready is None:
        return []
    from interview_coach.recall.readiness import percent

    filled = round(ready.share * 100)
    cells = bar([Share(filled, "▄", "$text-primary"), Share(100 - filled, "─", "$line")], READY_WIDTH)
    when, whose = ("then", "its") if glance.interview is not None else ("today", "all")
    said = f"{percent(ready.share)} of {whose} cards recalled {when}"
    low = f"; lowest {ready.lowest}, {percent(ready.lowest_share)}"
    room = width - READY_WIDTH - 1
    both = said + low if width_of(said + low) <= room else said
    return [Content.assemble(cells, " ", cut(both, room))]


def _standing(today: Today, width: int) -> list[Content]:
    """What was done, what there is, what needs a look."""
    lines = []
    if today.reviewed:
        lines.append(f"Done today: {counted(today.reviewed, 'card')}")
    if today.cards:
        waits = ", more new ones on the coming days" if today.held_back and today.total else ""
        lines.append(f"{counted(today.skills, 'skill')}, {counted(today.cards, 'card')}{waits}")
    if today.resting:
        lines.append(today.resting)
    result = [Content.styled(cut(line, width), QUIET) for line in lines]
    if today.odd_notes:
        needs = "needs" if today.odd_notes == 1 else "need"
        note = Content.assemble((f"! {counted(today.odd_notes, 'note')} {needs} a look  ", "$text-warning"))
        result.append(clickable(Content.assemble(note, key("n", "lists them")), "screen.notes"))
    return result


def _place(day: Day, width: int) -> list[Content]:
    """Where the notes are; where that is news, what to do with it."""
    if not day.today.cards:
        return []
    folder = str(day.decks)
    home = str(Path.home())
    if folder.startswith(f"{home}/"):
        folder = f"~{folder.removeprefix(home)}"
    place = Content.styled(cut_middle(f"Notes in {folder}", width), QUIET)
    if not day.sample:
        return [place]
    own = "This is a sample note. Your own belong in the folder below; interview-coach new NAME begins one."
    return [BLANK, *(Content(line) for line in wrapped(own, width)), place]
