"""What a drill is aimed at, in one line under its head."""

from textual.content import Content

from interview_coach.recall.aim import LADDER
from interview_coach.tui.draw.basics import QUIET, spread
from interview_coach.tui.draw.clock import minutes
from interview_coach.tui.text import cut


def head(skill: str, kind: str, width: int, *, flagged: bool) -> Content:
    """Skill and kind at the left, and at the right that nothing here moves a card."""
    right = Content.styled("beside the schedule", QUIET)
    about = f" · {kind}{' · flagged' if flagged else ''}"
    room = max(8, width - right.cell_length - 2 - len(about))
    left = Content.assemble((cut(skill, room), "bold $text-primary"), (about, QUIET))
    return spread(left, right, width)


def aim_line(words: str, seconds: int | None, width: int, *, ladder: bool = False) -> Content:
    """The aim in words, and its time: on the ladder with the rung that is stood on."""
    if ladder:
        rungs = Content("  ").join(
            Content.assemble(
                ("▸" if each == seconds else " ", "bold $text-accent"),
                (minutes(each), "bold" if each == seconds else QUIET),
            )
            for each in LADDER
        )
        line = Content.assemble(("Drill  ", QUIET), (words, "bold"), "  ", rungs)
        return line if line.cell_length <= width else rungs.truncate(width)
    time = "" if seconds is None or "second" in words else f"  {minutes(seconds)}"
    return Content.assemble(
        ("Drill  ", QUIET), (cut(words, width - 7 - len(time)), "bold"), (time, "$text-accent")
    )
