"""The Practice screen's parts: head, page, points, ratings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from interview_coach.cards.model import Card, CardKind, Passage, PointKind
from interview_coach.cards.prompts import masked, without_skill
from interview_coach.recall.model import Rating
from interview_coach.tui.draw.basics import (
    BLANK,
    PROGRESS,
    QUIET,
    Share,
    bar,
    button,
    clickable,
    key,
    labelled,
    spread,
)
from interview_coach.tui.text import cut, one_line, padded, width_of, wrapped
from interview_coach.tui.turn import Turn

MASK = "▒"
MASK_CELLS = 5  # the same for every value: a length would be a hint
INVITATION = ("Say it aloud, or write it here: a", "", "", "")
RATING_STYLES = {
    Rating.AGAIN: "$text-error",
    Rating.HARD: "$text-warning",
    Rating.GOOD: "$text-success",
    Rating.EASY: "$text-primary",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a sitting stands: which card is on show, cards done, cards that come back in it, all its cards."""

    number: int
    done: int
    coming_back: int
    total: int


def head(card: Card, standing: Standing, *, is_new: bool, again: bool, flagged: bool, width: int) -> Content:
    """Skill and kind at the left; the sitting's progress at the right."""
    words = (("new", is_new), ("once more", again), ("flagged", flagged))
    marks = "".join(f" · {word}" for word, there in words if there)
    bar_width = min(24, max(0, width // 5))
    right = Content.assemble((f"{standing.number} of {standing.total} ", QUIET), progress(standing, bar_width))
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


def page(card: Card, turn: Turn, width: int, height: int, *, invite: bool = True) -> list[Content]:
    """The prompt with its cue; once shown, the answer, the person's own words before it.

    Before that, with `invite`, an empty answer box stands at the bottom where there is room for it. The
    parts of a story stand apart, unless it is just that which would not let the whole fit.
    """
    asked = without_skill(card.prompt, card.skill)
    prompt = [Content.assemble(("▌ ", "$text-primary"), (line, "bold")) for line in wrapped(asked, width - 2)]
    if not turn.revealed:
        lines = [BLANK, *prompt, *_section("The story so far", card.cue, width)]
        invitation = _invitation(width) if invite else []
        room = height - len(lines) - len(invitation)
        return [*lines, *[BLANK] * room, *invitation] if room > 0 else lines
    typed = (Passage("", turn.typed),) if turn.typed.strip() else ()
    airy, tight = (
        [
            BLANK,
            *prompt,
            *_section("You wrote", typed, width),
            *_answer(card, width, spaced=spaced),
            *_section("Before it in the story", card.cue, width),
        ]
        for spaced in (True, False)
    )
    return tight if len(tight) <= height < len(airy) else airy


def _invitation(width: int) -> list[Content]:
    """The answer box as it stands there before anyone writes in it."""
    title = cut(" Your answer ", width - 3)
    rule = "─" * (width - 2)
    frame = [
        Content.assemble(("╭─", "$line"), (title, QUIET), (f"{rule[width_of(title) + 1 :]}╮", "$line")),
        *(
            Content.assemble(("│ ", "$line"), (padded(text, width - 4), QUIET), (" │", "$line"))
            for text in INVITATION
        ),
        Content.styled(f"╰{rule}╯", "$line"),
    ]
    return [clickable(row, "screen.answer_box") for row in frame]


def _section(title: str, passages: Sequence[Passage], width: int) -> list[Content]:
    if not passages:
        return []
    return [BLANK, Content.styled(title, f"italic {QUIET}"), *_passages(passages, width)]


def _answer(card: Card, width: int, *, spaced: bool) -> list[Content]:
    passages = card.passages or ((Passage("", card.answer),) if card.answer else ())
    if not passages:
        nothing = "The note has no answer to this one. The points beside it are what it holds."
        return [BLANK, *(Content.styled(line, QUIET) for line in wrapped(nothing, width))]
    if card.kind is CardKind.METRIC:
        return [BLANK, *(Content.styled(line, "bold $text-accent") for line in wrapped(card.answer, width))]
    return [BLANK, *_passages(passages, width, spaced=spaced)]


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
    lines: list[tuple[Content, int | None]] = [(title, None)]
    for index in turn.metrics:
        point = turn.points[index]
        hinted = index in turn.hinted
        name, context = (point.label, point.context) if hinted else masked(point)
        value, style = (point.expected, "bold $text-accent") if hinted else (MASK * MASK_CELLS, QUIET)
        lines.append((BLANK, None))
        lines += [(line, index) for line in _name_and_value(name, value, style, width)]
        lines += [(Content.styled(line, QUIET), index) for line in wrapped(context, width) if line]
    if len(turn.hinted) < len(turn.metrics):
        lines += [(BLANK, None), (clickable(key("h", "uncovers one"), "screen.hint"), None)]
    return lines


def _name_and_value(name: str, value: str, style: str, width: int) -> list[Content]:
    """The value at the right of the name's last line where there is room, else beneath."""
    *before, last = wrapped(name, width)
    value = one_line(value)
    room = width - width_of(last) - 1
    lines = [Content(line) for line in before]
    if width_of(value) <= room:
        gap = " " * (width - width_of(last) - width_of(value))
        return [*lines, Content.assemble(last, gap, (value, style))]
    return [*lines, Content(last), *(Content.styled(line, style) for line in wrapped(value, width))]


def _tick_list(turn: Turn, width: int) -> list[tuple[Content, int | None]]:
    count = Content.styled(f"{len(turn.ticked)}/{len(turn.points)}", QUIET)
    title = spread(Content.styled("Tick what you said", "bold"), count, width)
    lines: list[tuple[Content, int | None]] = [(title, None), (BLANK, None)]
    for index in range(len(turn.points)):
        lines += [(clickable(row, f"screen.tick_at({index})"), index) for row in _tick(turn, index, width)]
    return lines


def _tick(turn: Turn, index: int, width: int) -> list[Content]:
    """One point to tick: a number with its value and context beneath, a part of the story on one line."""
    point, ticked, here = turn.points[index], index in turn.ticked, index == turn.at
    lead = Content.assemble(
        ("▸" if here else " ", "bold $text-primary"),
        ("[✓] " if ticked else "[ ] ", "$text-success" if ticked else ""),
    )
    room = width - lead.cell_length
    label = Content.styled(cut(point.label, room), "bold" if here else "")
    if point.kind is not PointKind.METRIC:
        beside = cut(point.expected, room - label.cell_length - 1)
        return [Content.assemble(lead, label, (f" {beside}" if beside else "", QUIET))]
    value = cut(point.expected, room)
    hint = " · hint used" if index in turn.hinted else ""
    beside = cut(f" {point.context}{hint}" if point.context or hint else "", room - width_of(value) - 1)
    under = Content.assemble(
        " " * lead.cell_length, (value, "bold $text-accent"), (f" {beside}" if beside else "", QUIET)
    )
    return [Content.assemble(lead, label), under]


def ratings(intervals: Mapping[Rating, str], width: int) -> Content:
    """The four rating keys with the next interval on each; narrow, the gaps shrink, then the words go."""
    line = Content("")
    for gap, words in (("  ", True), (" ", True), ("  ", False), ("", False)):
        line = Content(gap).join(
            clickable(
                button(
                    str(int(rating)),
                    rating.name.capitalize() if words else "",
                    RATING_STYLES[rating],
                    interval,
                ),
                f"screen.rate({int(rating)})",
            )
            for rating, interval in intervals.items()
        )
        if line.cell_length <= width:
            break
    return line


def ask_to_reveal(typing: bool, width: int) -> Content:
    """What stands in the ratings' place before the answer is shown."""
    reveal = clickable(button("ctrl+s" if typing else "space", "Show the answer"), "screen.reveal_now")
    box = clickable(
        button("tab", "Leave the box", QUIET) if typing else button("a", "Write one first", QUIET),
        "screen.answer_box",
    )
    both = Content.assemble(reveal, "  ", box)
    return both if both.cell_length <= width else reveal
