"""Sections of Progress: where each skill stands, mock interviews over time, predictions against grades."""

from collections.abc import Sequence

from textual.content import Content

from interview_coach.coach.progress import Calibration, SatMock, Skill, Statistics
from interview_coach.recall.readiness import percent
from interview_coach.tui.draw.basics import BLANK, PROGRESS, QUIET, Share, bar, counted
from interview_coach.tui.draw.blocks import Column, axis_width, columns, with_axis
from interview_coach.tui.draw.dates import short_day
from interview_coach.tui.text import cut, padded, width_of, wrapped

READING = 76  # cells that a sentence is read in, at most
SKILLS_SHOWN = 200  # the library lists them all
MOCKS_LISTED = 20
WIDEST = 3  # grades that a prediction may differ by on the drawing
STEP = 4  # cells a grade


def in_lines(text: str, width: int, style: str = "") -> list[Content]:
    """A sentence in lines that the eye finds its way back from."""
    return [Content.styled(line, style) for line in wrapped(text, min(width, READING))]


def length(seconds: int) -> str:
    """A time spent, in words."""
    if seconds < 90:
        return counted(seconds, "second")
    minutes = round(seconds / 60)
    return counted(minutes, "minute") if minutes < 120 else f"{minutes / 60:,.1f} hours"


# -- where each skill stands


def skills(found: Statistics, width: int, height: int) -> list[Content]:
    """Each skill's readiness in figures, and its cards: at the target, below it, not begun."""
    del height
    if not found.skills:
        return in_lines("There are no skills with cards yet.", width)
    lines = in_lines(
        "How ready each skill is today: the mean predicted recall of its cards, one not begun counting 0.",
        width,
        "bold",
    )
    done, below, rest = PROGRESS
    key = Content.assemble(
        (done, "$text-success"),
        (f" {percent(found.target)} or more   ", QUIET),
        (below, "$text-accent"),
        (" below   ", QUIET),
        (rest, "$line"),
        (" not begun", QUIET),
    )
    lines += [key.truncate(width), BLANK]
    ordered = sorted(found.skills, key=lambda skill: skill.readiness.readiness)
    name_width = min(max(width_of(cut(skill.skill, width)) for skill in ordered[:SKILLS_SHOWN]), width // 3)
    shown = ordered[:SKILLS_SHOWN]
    number = max(len(_begun(skill)) for skill in shown)
    lines += [_skill(skill, name_width, number, width) for skill in shown]
    more = len(ordered) - SKILLS_SHOWN
    return [
        *lines,
        *(in_lines(f"and {counted(more, 'skill')} more, which stand better", width) if more > 0 else ()),
    ]


def _begun(skill: Skill) -> str:
    ready = skill.readiness
    return f"{ready.cards - ready.unseen} of {counted(ready.cards, 'card')} begun"


def _skill(skill: Skill, name_width: int, number: int, width: int) -> Content:
    """A skill's line; `number` cells are for how much of it is begun, so that all bars are of a length."""
    ready = skill.readiness
    known = len(ready.below) - ready.unseen
    share = f"{percent(ready.readiness):>5}"
    begun = f"  {_begun(skill):>{number}}"
    recall = "" if ready.recall is None else f", {percent(ready.recall)} on those"
    room = width - name_width - len(share) - 4
    aside = next((each for each in (begun + recall, begun) if room - len(each) >= 12), "")
    done, below, rest = PROGRESS
    drawn = bar(
        [
            Share(ready.cards - len(ready.below), done, "$text-success"),
            Share(known, below, "$text-accent"),
            Share(ready.unseen, rest, "$line"),
        ],
        max(0, min(40, room - len(aside))),
    )
    return Content.assemble(padded(skill.skill, name_width), "  ", (share, "bold"), "  ", drawn, (aside, QUIET))


# -- mock interviews


def mocks(found: Statistics, width: int, height: int) -> list[Content]:
    """The mean grade of each mock interview, and the interviews in words, the latest first."""
    if not found.mocks:
        none = "No mock interview was sat yet. One is a handful of questions against the clock, and a debrief."
        return in_lines(none, width)
    ended = sum(mock.finished for mock in found.mocks)
    lines = in_lines(f"{counted(len(found.mocks), 'mock interview')} begun, {ended:,} finished.", width, "bold")
    graded = [mock for mock in found.mocks if mock.grade is not None]
    if len(graded) > 1:
        lines += [BLANK, *_grades(graded, width, height)]
        lines += in_lines(_since(graded), width)
    lines.append(BLANK)
    for mock in reversed(found.mocks[-MOCKS_LISTED:]):
        lines.append(_mock(mock, found, width))
    more = len(found.mocks) - MOCKS_LISTED
    return [*lines, *(in_lines(f"and {more:,} before them", width, QUIET) if more > 0 else ())]


def _grades(graded: Sequence[SatMock], width: int, height: int) -> list[Content]:
    """The mean grade of each interview, the latest that fit; 1 is the foot of a column."""
    left = width - axis_width("5")
    wide, gap = (2, 1) if len(graded) * 3 <= left else (1, 0)
    shown = graded[-(left // (wide + gap)) :]
    bars = [Column(max(0.1, (mock.grade or 1) - 1)) for mock in shown]
    rows = 4 if height < 30 else 8
    return with_axis(columns(bars, rows, top=4, width=wide, gap=gap)[:rows], rows, "5", "3", "1")


def _since(graded: Sequence[SatMock]) -> str:
    first, last = graded[0].grade or 0.0, graded[-1].grade or 0.0
    if round(first, 1) == round(last, 1):
        return f"The first was graded {first:.1f} of 5 on average, the last the same."
    return f"The first was graded {first:.1f} of 5 on average, the last {last:.1f}."


def _mock(mock: SatMock, found: Statistics, width: int) -> Content:
    grade = "not graded" if mock.grade is None else f"{mock.grade:.1f} of 5"
    said = counted(mock.answers, "answer") + (f", {length(mock.seconds)}" if mock.seconds else "")
    if not mock.finished:
        said += ", not finished"
    day = f"{short_day(mock.day, found.study_day):<12}"
    return Content.assemble((day, QUIET), f"{grade:<12}", (said, QUIET)).truncate(width, ellipsis=True)


# -- predictions against grades


def judgement(found: Statistics, width: int, height: int) -> list[Content]:
    """Each line of the rubric: by how much predictions lie above or below the grades that followed."""
    del height
    lines = in_lines(
        "What you predicted of an answer, against what you graded it after going through the points.",
        width,
        "bold",
    )
    if found.calibration:
        half = WIDEST * STEP
        lines.append(Content.styled(f"  {'too low':<{half}}│{'too high':>{half}}", QUIET).truncate(width))
        for each in found.calibration:
            lines += [BLANK, *_line(each, width)]
    elif not found.answers_lacking:
        lines += [BLANK, *in_lines("There is nothing to compare yet.", width)]
    if found.answers_lacking:
        more = counted(found.answers_lacking, "more answer")
        text = f"After {more} with a prediction and a grade, the two are compared here."
        lines += [BLANK, *in_lines(text, width)]
    return lines


def _line(each: Calibration, width: int) -> list[Content]:
    """What is said of a line, and how far the predictions lie from the grades."""
    half = WIDEST * STEP
    at = half + max(-half, min(half, round(each.difference * STEP)))
    cells = [("─", "$line")] * (2 * half + 1)
    for cell in range(min(at, half), max(at, half) + 1):
        cells[cell] = ("━", "$text-primary")
    cells[half] = ("┼", QUIET)
    cells[at] = ("●", "bold $text-accent")
    said = f"{each.text[:1].upper()}{each.text[1:]}."
    drawn = Content.assemble("  ", *cells, (f"  {counted(each.answers, 'answer')}", QUIET))
    return [*in_lines(said, width), drawn.truncate(width)]
