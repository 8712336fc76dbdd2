"""What the debrief adds to the view that follows every answer: where it stands, and what was asked on."""

from textual.content import Content

from interview_coach.answers.profiles import Profile
from interview_coach.coach.answering import Attempt, Way
from interview_coach.coach.mock.followups import SAYS, FollowUp
from interview_coach.tui.draw import offers as usual
from interview_coach.tui.draw.basics import (
    BLANK,
    PROGRESS,
    QUIET,
    Share,
    bar,
    button,
    clickable,
    counted,
    fitting,
    spread,
)
from interview_coach.tui.draw.clock import light_words, minutes
from interview_coach.tui.draw.points import Row
from interview_coach.tui.stage import Stage
from interview_coach.tui.text import cut, wrapped

QUESTION = "No more of the debrief, on to the report? What was said of the answers so far is saved. y or n."


def head(skill: str, place: tuple[int, int], width: int) -> Content:
    """The skill at the left; which of the answers it is at the right."""
    number, total = place
    done, _, rest = PROGRESS
    shares = [Share(number, done, "$text-primary"), Share(total - number, rest, "$line")]
    right = Content.assemble((f"{number} of {total} ", QUIET), bar(shares, min(16, max(0, width // 6))))
    name = cut(skill, max(8, width - right.cell_length - 12))
    return spread(Content.assemble(("Debrief", "bold $text-primary"), (f" · {name}", QUIET)), right, width)


def asked_on(follow: FollowUp, attempt: Attempt, text: str, profile: Profile, width: int) -> list[Row]:
    """The follow-up, why it was asked, and what became of it."""
    lines = [BLANK, Content.styled("Then you were asked", f"italic {QUIET}")]
    lines += [Content.styled(line, "bold") for line in wrapped(follow.text, width)]
    lines += [Content.styled(line, QUIET) for line in wrapped(f"Why: {SAYS[follow.rule]}.", width)]
    if attempt.abandoned:
        lines.append(Content.styled("Not answered.", QUIET))
    elif attempt.way == Way.SPOKEN.value:
        seconds = attempt.duration / 1000
        said = f"{minutes(seconds)} spoken, {light_words(seconds, profile)}"
        lines += [Content(line) for line in wrapped(said, width)]
    else:
        lines += [Content(line) for line in wrapped(text or counted(attempt.words, "word"), width)]
    return [(line, None) for line in lines]


def keys(stage: Stage, width: int, *, is_last: bool, has_points: bool) -> Content:
    """What is offered at each step."""
    if stage is Stage.PREDICTING:
        return usual.levels("Skip", width)
    if stage is Stage.GRADING:
        return usual.levels("To the report" if is_last else "Next answer", width)
    parts = [clickable(button("enter", "Grade it"), "screen.done")]
    if has_points:
        parts.append(clickable(button("space", "Tick", QUIET), "screen.tick"))
    parts.append(clickable(button("d", "Details", QUIET), "screen.detail"))
    return fitting(parts, width)
