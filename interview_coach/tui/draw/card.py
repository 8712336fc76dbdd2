"""The Practice screen's parts: head, page, ratings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from interview_coach.cards.model import Card, CardKind, Passage
from interview_coach.cards.prompts import without_skill
from interview_coach.recall.model import Rating
from interview_coach.tui.draw.basics import (
    BLANK,
    PROGRESS,
    QUIET,
    Share,
    bar,
    button,
    clickable,
    labelled,
    spread,
)
from interview_coach.tui.draw.points import Row
from interview_coach.tui.text import cut, padded, width_of, wrapped
from interview_coach.tui.turn import Turn

INVITATION = "Say it aloud, or write it here: a"
BOX_LEAST, BOX_MOST = 5, 12  # rows of the answer box, its frame included
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


def page(
    card: Card, turn: Turn, width: int, height: int, *, invite: bool = True, roomy: bool = True
) -> list[Row]:
    """The prompt with its cue; once shown, the answer, the person's own words before it.

    Each line comes with the index of the point that it tells. Before the answer, with `invite`, an empty
    answer box stands beneath where there is room for it; `roomy`, the prompt stands off the top. The parts
    of a story stand apart, unless it is just that which would not let the whole fit.
    """
    asked = without_skill(card.prompt, card.skill)
    prompt = [Content.assemble(("▌ ", "$text-primary"), (line, "bold")) for line in wrapped(asked, width - 2)]
    head = [*([BLANK] if roomy else []), *prompt]
    if not turn.revealed:
        lines = [*head, *_section("The story so far", card.cue, width)]
        return _untold([*lines, *_invitation(width, height - len(lines))] if invite else lines)
    typed = (Passage("", turn.typed),) if turn.typed.strip() else ()
    before = [*head, *_section("You wrote", typed, width)]
    after = _section("Before it in the story", card.cue, width)
    airy, tight = (
        [*_untold(before), *_answer(card, turn, width, spaced=spaced), *_untold(after)]
        for spaced in (True, False)
    )
    return tight if len(tight) <= height < len(airy) else airy


def _untold(lines: Sequence[Content]) -> list[Row]:
    return [(line, None) for line in lines]


def _invitation(width: int, room: int) -> list[Content]:
    """The answer box as it stands there before anyone writes in it, as high as the box itself will be."""
    rows = min(BOX_MOST, room - 1)
    if rows < BOX_LEAST:
        return []
    title = cut(" Your answer ", width - 3)
    rule = "─" * (width - 2)
    inner = [INVITATION, *[""] * (rows - 3)]
    frame = [
        Content.assemble(("╭─", "$line"), (title, QUIET), (f"{rule[width_of(title) + 1 :]}╮", "$line")),
        *(
            Content.assemble(("│ ", "$line"), (padded(text, width - 4), QUIET), (" │", "$line"))
            for text in inner
        ),
        Content.styled(f"╰{rule}╯", "$line"),
    ]
    return [BLANK, *(clickable(row, "screen.answer_box") for row in frame)]


def _section(title: str, passages: Sequence[Passage], width: int) -> list[Content]:
    if not passages:
        return []
    lines = [line for line, _ in _passages(passages, width)]
    return [BLANK, Content.styled(title, f"italic {QUIET}"), *lines]


def _answer(card: Card, turn: Turn, width: int, *, spaced: bool) -> list[Row]:
    passages = card.passages or ((Passage("", card.answer),) if card.answer else ())
    if not passages:
        nothing = "The note has no answer to this one. The points beside it are what it holds."
        return _untold([BLANK, *(Content.styled(line, QUIET) for line in wrapped(nothing, width))])
    if card.kind is CardKind.METRIC:
        lines = [Content.styled(line, "bold $text-accent") for line in wrapped(card.answer, width)]
        return _untold([BLANK, *lines])
    told = {point.label.casefold(): index for index, point in enumerate(turn.points)}
    rows = _passages(passages, width, spaced=spaced)
    return [(BLANK, None), *((line, told.get(label.casefold())) for line, label in rows)]


def _passages(passages: Sequence[Passage], width: int, *, spaced: bool = False) -> list[tuple[Content, str]]:
    """The lines of the passages, each with its passage's label."""
    column = min(max(width_of(cut(passage.label, width)) for passage in passages) + 2, width // 3)
    lines: list[tuple[Content, str]] = []
    for passage in passages:
        if spaced and lines:
            lines.append((BLANK, ""))
        lines += [(line, passage.label) for line in labelled(passage.label, passage.text, width, column)]
    return lines


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


def ask_to_reveal(typing: bool, begun: bool, width: int) -> Content:
    """What stands in the ratings' place before the answer is shown; `begun` is whether something is written."""
    reveal = clickable(button("ctrl+s" if typing else "space", "Show the answer"), "screen.reveal_now")
    name, label = ("tab", "Leave the box") if typing else ("a", "Write on" if begun else "Write one first")
    box = clickable(button(name, label, QUIET), "screen.answer_box")
    both = Content.assemble(reveal, "  ", box)
    return both if both.cell_length <= width else reveal
