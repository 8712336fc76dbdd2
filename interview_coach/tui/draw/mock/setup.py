"""What is chosen before a mock interview, and what that leaves to ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from textual.content import Content

from interview_coach.answers.profiles import profile_of
from interview_coach.coach.answering import Way
from interview_coach.coach.mock.setup import LENGTHS, SEEDS, THINKING, LeftOut, Qualifying, Setup, profile_for
from interview_coach.settings import Settings
from interview_coach.tui.draw.basics import BLANK, QUIET, button, clickable, counted, fitting, key, labelled
from interview_coach.tui.draw.clock import minutes
from interview_coach.tui.draw.mock.offers import WAY_NAMES
from interview_coach.tui.text import cut, wrapped

COLUMN = 14
MOST_QUESTIONS, MOST_THINK, MOST_ANSWER = 20, 600, 3600


class Row(StrEnum):
    """One thing to choose; the values are its labels."""

    QUESTIONS = "Questions"
    SKILLS = "Skills"
    THINK = "Think time"
    ANSWER = "Answer"
    WAY = "Given by"
    FOLLOW_UPS = "Follow-ups"
    TOUGH = "Manner"
    SEED = "Seed"


ROWS = tuple(Row)
TYPED = {Row.QUESTIONS: MOST_QUESTIONS, Row.THINK: MOST_THINK, Row.ANSWER: MOST_ANSWER, Row.SEED: SEEDS - 1}
PROFILES = {"answer": "usual", "introduction": "introduction", "deep": "deep", "thirty": "short"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen: the interview's set-up, and how its answers are given."""

    setup: Setup
    way: Way


@dataclass(frozen=True, slots=True)
class Choosing:
    """All that the screen shows. `upcoming` are interviews to come, each with its skills."""

    chosen: Chosen
    found: Qualifying
    upcoming: tuple[tuple[str, tuple[str, ...]], ...] = ()
    skills: int = 0
    at: Row = Row.QUESTIONS
    listing: bool = False
    past: bool = False


Option = tuple[str, Chosen]


def options(row: Row, choosing: Choosing, settings: Settings) -> list[Option]:
    """What there is to choose from in a row, each with what the whole choice would be then."""
    chosen, setup = choosing.chosen, choosing.chosen.setup

    def with_setup(label: str, **values: Any) -> Option:
        return label, replace(chosen, setup=replace(setup, **values))

    match row:
        case Row.QUESTIONS:
            found = [with_setup(str(number), questions=number) for number in LENGTHS]
            own = with_setup(str(setup.questions), questions=setup.questions)
        case Row.SKILLS:
            found = [with_setup(f"all {choosing.skills}", skills=(), interview="")]
            found += [with_setup(name, skills=skills, interview=name) for name, skills in choosing.upcoming]
            own = with_setup(f"{len(setup.skills)} of {choosing.skills}", skills=setup.skills)
        case Row.THINK:
            found = [with_setup(f"{each} s" if each else "none", think=each) for each in THINKING]
            own = with_setup(f"{setup.think} s", think=setup.think)
        case Row.ANSWER:
            found = [
                with_setup(f"{words} {minutes(profile_of(settings, name).red)}", profile=name, answer=None)
                for name, words in PROFILES.items()
            ]
            own = with_setup(f"own {minutes(setup.answer or 0)}", answer=setup.answer)
        case Row.WAY:
            return [(name, replace(chosen, way=way)) for way, name in WAY_NAMES.items()]
        case Row.FOLLOW_UPS:
            return [with_setup("one each", follow_ups=True), with_setup("none", follow_ups=False)]
        case Row.TOUGH:
            return [with_setup("usual", tough=False), with_setup("tough", tough=True)]
        case Row.SEED:
            found = [with_setup("drawn", seed=None)]
            own = with_setup(str(setup.seed), seed=setup.seed)
    return found if any(each == chosen for _, each in found) else [*found, own]


def typed(row: Row, setup: Setup, number: int) -> Setup:
    """The set-up with a number of one's own in a row that takes one; 0 is none."""
    if row is Row.QUESTIONS:
        return replace(setup, questions=max(1, number))
    if row is Row.THINK:
        return replace(setup, think=number)
    if row is Row.ANSWER:
        return replace(setup, answer=number or None)
    return replace(setup, seed=number or None)


def lines(choosing: Choosing, settings: Settings, width: int) -> list[Content]:
    """The whole body."""
    rows = [line for row in ROWS for line in _row(row, choosing, settings, width)]
    listed = _left_out(choosing.found.left_out, width) if choosing.listing else []
    return [*rows, BLANK, *_asks(choosing, settings, width), BLANK, _keys(choosing, width), *listed]


def _row(row: Row, choosing: Choosing, settings: Settings, width: int) -> list[Content]:
    here = row is choosing.at
    label = Content.assemble(
        ("▸ " if here else "  ", "bold $text-primary"),
        (row.value.ljust(COLUMN - 2), "bold" if here else QUIET),
    )
    found = options(row, choosing, settings)
    current = next((index for index, (_, each) in enumerate(found) if each == choosing.chosen), 0)
    room = width - COLUMN
    drawn = [_option(text, at=index == current, here=here) for index, (text, _) in enumerate(found)]
    line = Content(" ").join(drawn)
    if line.cell_length > room:
        at = Content.styled(f"[{cut(found[current][0], room - 6)}]", "bold $text-primary" if here else "bold")
        line = Content.assemble(("‹ " if here else "", QUIET), at, (" ›" if here else "", QUIET))
    return [clickable(Content.assemble(label, line), f"screen.go_to({ROWS.index(row)})")]


def _option(text: str, *, at: bool, here: bool) -> Content:
    """An option as it stands in its row; the chosen one in brackets, so that it reads without colour."""
    if not at:
        return Content.styled(f" {cut(text, 24)} ", QUIET)
    return Content.styled(f"[{cut(text, 24)}]", "bold $text-primary" if here else "bold")


def _asks(choosing: Choosing, settings: Settings, width: int) -> list[Content]:
    """How many questions qualify, what was left out and why, how long it takes."""
    found, setup = choosing.found, choosing.chosen.setup
    able = len(found.candidates)
    skills = len({each.skill for each in found.candidates})
    said = f"{counted(able, 'question')} {'qualifies' if able == 1 else 'qualify'}"
    said += f", of {counted(skills, 'skill')}." if able else "; there is nothing to ask."
    if not choosing.skills:
        said = "There is nothing to ask yet: write questions and a STAR story into a note; Today says where."
    if 0 < able < setup.questions:
        said += f" So {able} will be asked."
    result = [Content.styled(line, "bold" if able else "$text-warning") for line in wrapped(said, width)]
    if found.left_out:
        why = ", ".join(f"{number} {reason.value}" for reason, number in found.counted().items())
        left = [Content.styled(line, QUIET) for line in wrapped(f"Left out: {why}.", width - 12)]
        more = key("x", "fewer" if choosing.listing else "lists them")
        left[-1] = clickable(Content.assemble(left[-1], "  ", more), "screen.left_out")
        result += left
    if able and found.lacks_trouble:
        text = "None of them asks about a failure or a conflict; interviewers do."
        result += [Content.styled(line, QUIET) for line in wrapped(text, width)]
    if able:
        result += [Content.styled(line, QUIET) for line in wrapped(_duration(choosing, settings, able), width)]
    return result


def _duration(choosing: Choosing, settings: Settings, able: int) -> str:
    setup = choosing.chosen.setup
    profile = profile_for(setup, settings)
    short = min(profile.red, profile_of(settings, "introduction").red) if setup.follow_ups else 0
    seconds = min(able, setup.questions) * (setup.think + profile.red + short)
    slow = "" if choosing.chosen.way is Way.SPOKEN else " spoken; typing takes about three times as long"
    return f"About {counted(max(1, round(seconds / 60)), 'minute')}{slow}. No feedback until the end."


def _keys(choosing: Choosing, width: int) -> Content:
    parts = []
    if choosing.found.candidates:
        parts.append(clickable(button("enter", "Begin"), "screen.begin"))
    if choosing.skills:
        parts.append(clickable(button("s", "Choose skills", QUIET), "screen.skills"))
    if choosing.past:
        parts.append(clickable(button("p", "Past interviews", QUIET), "screen.past"))
    return fitting(parts, width) if parts else BLANK


def _left_out(left: Sequence[LeftOut], width: int) -> list[Content]:
    result: list[Content] = [BLANK, Content.styled("Left out", f"italic {QUIET}")]
    for each in left:
        result += [Content(line) for line in wrapped(each.prompt, width)[:2]]
        result += labelled("", f"  {each.skill}: {each.why.value}", width, COLUMN, QUIET)
    return result
