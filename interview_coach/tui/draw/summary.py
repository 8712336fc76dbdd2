"""What a sitting came to, drawn: counts and times, no verdicts."""

from textual.content import Content

from interview_coach.coach.summary import Summary
from interview_coach.recall.model import Rating
from interview_coach.tui.draw.basics import (
    BLANK,
    QUIET,
    Share,
    bar,
    button,
    clickable,
    clock_time,
    counted,
    labelled,
)
from interview_coach.tui.draw.offers import RATING_STYLES
from interview_coach.tui.text import cut

COLUMN = 13
AGAIN_SHOWN = 5


def summary_lines(summary: Summary, can_undo: bool, width: int) -> list[Content]:
    """The whole body of the Summary screen."""
    if not summary.reviews:
        head = "Nothing was rated in this sitting."
        return [
            Content.styled(head, "bold"),
            BLANK,
            *_ahead(summary, width),
            *_keys(summary, can_undo, width),
        ]
    took = f" in {_minutes(summary.seconds)}" if summary.seconds else ""
    return [
        Content.assemble((counted(summary.cards, "card"), "bold"), (took, "bold")),
        BLANK,
        *_recalled(summary, width),
        BLANK,
        *_by_rating(summary, width),
        BLANK,
        *_learnt(summary, width),
        *_again(summary, width),
        *_ahead(summary, width),
        *_keys(summary, can_undo, width),
    ]


def _minutes(seconds: int) -> str:
    return counted(seconds, "second") if seconds < 90 else counted(round(seconds / 60), "minute")


def _row(label: str, value: Content) -> Content:
    return Content.assemble((label.ljust(COLUMN), QUIET), value)


def _recalled(summary: Summary, width: int) -> list[Content]:
    count = f"{summary.recalled} of {summary.reviews}  "
    missed = summary.reviews - summary.recalled
    room = min(40, width - COLUMN - len(count))
    drawn = bar([Share(summary.recalled, "▄", "$text-success"), Share(missed, "▁", QUIET)], max(0, room))
    return [_row("Recalled", Content.assemble(count, drawn))]


def _by_rating(summary: Summary, width: int) -> list[Content]:
    most = max(summary.ratings.values())
    room = max(1, min(40, width - COLUMN - 6))
    lines = []
    for rating in Rating:
        count = summary.ratings[rating]
        cells = max(1, round(count * min(room, most * 4) / most)) if count else 0
        drawn = Content.assemble(("▄" * cells, RATING_STYLES[rating]), f" {count}" if cells else "0")
        lines.append(_row(f"  {int(rating)} {rating.name.capitalize()}", drawn))
    return lines


def _learnt(summary: Summary, width: int) -> list[Content]:
    lines = []
    if summary.new:
        lines += labelled("Begun", counted(summary.new, "new card"), width, COLUMN)
    if summary.learnt:
        come = "comes" if summary.learnt == 1 else "come"
        text = f"{counted(summary.learnt, 'new card')} now {come} back in days"
        lines += labelled("Learnt", text, width, COLUMN)
    if summary.metrics:
        text = f"{summary.landed} of {summary.metrics} landed, on the cards that you ticked"
        lines += labelled("Numbers", text, width, COLUMN)
    return lines


def _again(summary: Summary, width: int) -> list[Content]:
    if not summary.again:
        return []
    lines = [
        _row("Again" if index == 0 else "", Content(cut(prompt, width - COLUMN)))
        for index, prompt in enumerate(summary.again[:AGAIN_SHOWN])
    ]
    more = len(summary.again) - AGAIN_SHOWN
    if more > 0:
        lines.append(_row("", Content.styled(f"and {more} more", QUIET)))
    return lines


def _ahead(summary: Summary, width: int) -> list[Content]:
    lines: list[Content] = []
    if summary.is_unrated:
        text = "is saved as far as it came; its card waits for a rating"
        lines += labelled("Your answer", text, width, COLUMN)
    if summary.ready_at is not None:
        text = f"{counted(summary.left, 'card')}, the next ready at {clock_time(summary.ready_at)}"
        lines += labelled("Later today", text, width, COLUMN)
    coming = counted(summary.tomorrow, "card") if summary.tomorrow else "no card is due"
    if summary.new_tomorrow:
        coming += ", and new ones" if summary.tomorrow else "; there are new ones"
    return lines + labelled("Tomorrow", coming, width, COLUMN)


def _keys(summary: Summary, can_undo: bool, width: int) -> list[Content]:
    parts = [clickable(button("enter", "Back to Today"), "screen.today")]
    if summary.left and summary.ready_at is None:
        still = f"{summary.left:,} left today"
        parts.append(clickable(button("m", "More now", "$text-success", still), "screen.more"))
    if can_undo:
        parts.append(clickable(button("u", "Undo", QUIET), "screen.undo"))
    in_a_row = Content("  ").join(parts)
    return [BLANK, in_a_row] if in_a_row.cell_length <= width else [BLANK, *parts]
