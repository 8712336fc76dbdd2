"""The Practice screen's parts: head, page, points, ratings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from interview_coach.cards.model import Card, CardKind, Passage, PointKind
from interview_coach.recall.model import Rating
from interview_coach.tui.draw.basics import (
    BLANK,
    PROGRESS,
    QUIET,
    Share,
    bar,
    clickable,
    counted,
    key,
    labelled,
    spread,
)
from interview_coach.tui.text import cut, padded, width_of, wrapped
from interview_coach.tui.turn import Turn

MASK = "▒"
MASK_CELLS = 5  # the same for every value: a length would be a hint
RATING_STYLES = {
    Rating.AGAIN: "$text-error",
    Rating.HARD: "$text-warning",
    Rating.GOOD: "$text-success",
    Rating.EASY: "$text-primary",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a sitting stands: cards done, cards that come back in it, all its cards."""

    done: int
    coming_back: int
    total: int

    @property
    def position(self) -> int:
        """Which card of the sitting is on show, counting each card once."""
        return min(self.total, self.done + self.coming_back + 1)


def head(card: Card, standing: Standing, *, is_new: bool, flagged: bool, width: int) -> Content:
    """Skill and kind at the left; the sitting's progress at the right."""
    marks = "".join(f" · {word}" for word, there in (("new", is_new), ("flagged", flagged)) if there)
    bar_width = min(24, max(0, width // 5))
    right = Content.assemble(
        (f"{standing.position} of {standing.total} ", QUIET), progress(standing, bar_width)
    )
    kind = f" · {card.kind.value}{marks}"
    skill = cut(card.skill, max(8, width - right.cell_length - 2 - width_of(kind)))
    return spread(Content.assemble((skill, "bold $text-primary"), (kind, QUIET)), right, width)


def progress(standing: Standing, width: int) -> Content:
    """Done, coming back, still to come; each with a line of its own kind."""
    to_come = standing.total - standing.done - standing.coming_back
    done, back, rest = PROGRESS
    return bar(
        [
            Share(standing.done, done, "$text-success"),
            Share(standing.coming_back, back, "$text-accent"),
            Share(to_come, rest, "$line"),
        ],
        width,
    )


def page(card: Card, turn: Turn, width: int) -> list[Content]:
    """The prompt with its cue; once shown, the answer, the person's own words before it."""
    prompt = [Content.styled(line, "bold") for line in wrapped(card.prompt, width)]
    if not turn.revealed:
        return [BLANK, *prompt, *_section("The story so far", card.cue, width)]
    typed = (Passage("", turn.typed),) if turn.typed.strip() else ()
    return [
        BLANK,
        *prompt,
        *_section("You wrote", typed, width),
        *_answer(card, width),
        *_section("Before it in the story", card.cue, width),
    ]


def _section(title: str, passages: Sequence[Passage], width: int) -> list[Content]:
    if not passages:
        return []
    return [BLANK, Content.styled(title, f"italic {QUIET}"), *_passages(passages, width)]


def _answer(card: Card, width: int) -> list[Content]:
    passages = card.passages or ((Passage("", card.answer),) if card.answer else ())
    if not passages:
        nothing = "The note has no answer to this one. The points beside it are what it holds."
        return [BLANK, *(Content.styled(line, QUIET) for line in wrapped(nothing, width))]
    if card.kind is CardKind.METRIC:
        return [BLANK, *(Content.styled(line, "bold $text-accent") for line in wrapped(card.answer, width))]
    return [BLANK, *_passages(passages, width, spaced=True)]


def _passages(passages: Sequence[Passage], width: int, *, spaced: bool = False) -> list[Content]:
    column = min(max(width_of(cut(passage.label, width)) for passage in passages) + 2, width // 3)
    lines: list[Content] = []
    for passage in passages:
        if spaced and lines:
            lines.append(BLANK)
        lines += labelled(passage.label, passage.text, width, column)
    return lines


def points(turn: Turn, width: int) -> list[tuple[Content, int | None]]:
    """The side panel's lines, each with the index of the point it belongs to."""
    return _tick_list(turn, width) if turn.revealed else _masked(turn, width)


def _masked(turn: Turn, width: int) -> list[tuple[Content, int | None]]:
    title = Content.styled(cut("Numbers to land", width), "bold")
    lines: list[tuple[Content, int | None]] = [(title, None), (BLANK, None)]
    for index in turn.metrics:
        point = turn.points[index]
        value = (point.expected, "bold $text-accent") if index in turn.hinted else (MASK * MASK_CELLS, QUIET)
        shown = cut(value[0], width // 2)
        room = width - width_of(shown) - 1
        lines.append((Content.assemble(padded(point.label, room), " ", (shown, value[1])), index))
        if point.context:
            lines.append((Content.styled(f"  {cut(point.context, width - 2)}", QUIET), index))
    left = len(turn.metrics) - len(turn.hinted)
    if left:
        lines += [(BLANK, None), (clickable(key("h", "uncovers one"), "screen.hint"), None)]
    return lines


def _tick_list(turn: Turn, width: int) -> list[tuple[Content, int | None]]:
    count = Content.styled(f"{len(turn.ticked)}/{len(turn.points)}", QUIET)
    title = spread(Content.styled("Tick what you said", "bold"), count, width)
    lines: list[tuple[Content, int | None]] = [(title, None), (BLANK, None)]
    for index, point in enumerate(turn.points):
        ticked = index in turn.ticked
        mark = "[✓] " if ticked else "[ ] "
        cursor = "▸" if index == turn.at else " "
        room = width - 1 - len(mark)
        is_metric = point.kind is PointKind.METRIC
        label = cut(point.label, max(4, room * 3 // 5) if is_metric else room)
        beside = cut(point.expected, room - width_of(label) - 2)
        lead = Content.assemble((cursor, "bold $text-primary"), (mark, "$text-success" if ticked else QUIET))
        style = "bold $text-accent" if is_metric else QUIET
        row = Content.assemble(lead, (label, "bold" if index == turn.at else ""), "  ", (beside, style))
        lines.append((clickable(row, f"screen.tick_at({index})"), index))
        notes = [point.context] if point.context else []
        notes += ["hint used"] if index in turn.hinted else []
        if notes:
            lines.append((Content.styled("     " + cut(" · ".join(notes), width - 5), QUIET), index))
    return lines


def ratings(intervals: Mapping[Rating, str], width: int) -> Content:
    """The four rating keys with the next interval on each; narrow, the gaps shrink, then the words go."""
    for gap, words in (("     ", True), ("   ", True), ("  ", True), (" ", True), ("  ", False), (" ", False)):
        parts = [
            clickable(
                Content.assemble(
                    (str(int(rating)), f"bold reverse {RATING_STYLES[rating]}" if False else "bold"),
                    (f" {rating.name.capitalize()}" if words else "", RATING_STYLES[rating]),
                    (f" {interval}", QUIET),
                ),
                f"screen.rate({int(rating)})",
            )
            for rating, interval in intervals.items()
        ]
        line = Content(gap).join(parts)
        if line.cell_length <= width:
            break
    return line


def ask_to_reveal(typing: bool) -> Content:
    """What stands in the ratings' place before the answer is shown."""
    if typing:
        return Content.assemble(
            clickable(key("ctrl+s", "shows the answer"), "screen.reveal_now"),
            "     ",
            clickable(key("tab", "leaves the box"), "screen.answer_box"),
        )
    return Content.assemble(
        clickable(key("space", "shows the answer"), "screen.reveal_now"),
        "     ",
        clickable(key("a", "writes one first"), "screen.answer_box"),
    )


def done_line(standing: Standing) -> str:
    """How far the sitting is, in words."""
    return f"{counted(standing.done, 'card')} of {standing.total} done"
