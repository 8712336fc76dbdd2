"""The page of a card: the prompt, what it is answered with, and once it is shown the note's answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from interview_coach.answers.profiles import Profile
from interview_coach.cards.model import Card, CardKind, Passage
from interview_coach.cards.prompts import without_skill
from interview_coach.coach.answering import Way
from interview_coach.coach.speech import STAR
from interview_coach.tui.draw.answered import observed, own_words, part_notes
from interview_coach.tui.draw.basics import BLANK, QUIET, clickable, labelled
from interview_coach.tui.draw.clock import clock
from interview_coach.tui.draw.points import Row
from interview_coach.tui.stage import Stage
from interview_coach.tui.text import cut, padded, width_of, wrapped
from interview_coach.tui.turn import Turn

INVITATION = "Say it aloud, or write it here: a"
TO_WRITE = "Write it here, or paste what you said: space"
BOX_LEAST, BOX_SHARE = 5, 0.65  # rows of the answer box, its frame included, and its most of the height
FOUR_MOST = 36  # rows of the four boxes
SMALL_BOX = 3
CLOCK_LEAST = 2
BESIDE_LEAST, BETWEEN = 76, 3  # cells from which note and answer stand side by side, and between them


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page is drawn with beside its card and turn.

    `opened` says that what the answer is given with stands beneath already; `roomy` that the prompt may
    stand off the top; `bands` are the grades from which an answer is workable and ready; `parts` that the
    parts of a story are marked while it is told; `keeps` that the words of an answer are kept.
    """

    profile: Profile
    bands: tuple[int, ...] = (3, 4)
    opened: bool = False
    roomy: bool = True
    parts: bool = True
    keeps: bool = False


def page(card: Card, turn: Turn, width: int, height: int, setting: Setting) -> list[Row]:
    """The whole page; each line comes with the index of the point that it tells.

    The parts of a story stand apart, unless it is just that which would not let the whole fit.
    """
    asked = without_skill(card.prompt, card.skill)
    prompt = [Content.assemble(("▌ ", "$text-primary"), (line, "bold")) for line in wrapped(asked, width - 2)]
    head = [*([BLANK] if setting.roomy else []), *prompt]
    if turn.stage is Stage.PREDICTING:
        return _untold([*head, *_prediction(setting.bands, width)])
    if not turn.revealed:
        lines = [*head, *_section("The story so far", card.cue, width)]
        if setting.opened:
            return _untold(lines)
        most = int(height * BOX_SHARE)
        return _untold([*lines, *_invitation(turn, setting, width, height - len(lines), most)])
    airy, tight = (_shown(card, turn, head, width, setting, spaced=spaced) for spaced in (True, False))
    return tight if len(tight) <= height < len(airy) else airy


def _shown(
    card: Card, turn: Turn, head: Sequence[Content], width: int, setting: Setting, *, spaced: bool
) -> list[Row]:
    if turn.stage is Stage.GRADING:
        from interview_coach.tui.draw.rubric import rubric_rows

        return [*_untold(head), *rubric_rows(turn, width)]
    typed = (Passage("", turn.tried),) if turn.tried.strip() else ()
    before = _untold([*head, *_section("You wrote", typed, width), *observed(turn, width)])
    after = _untold(_section("Before it in the story", card.cue, width))
    own = own_words(turn, width, keeps=setting.keeps)
    if not own:
        return [*before, *_answer(card, turn, width, spaced=spaced), *after]
    if width < BESIDE_LEAST:
        note = _answer(card, turn, width, spaced=spaced)[1:]
        return [*before, (BLANK, None), *own, (BLANK, None), _headed("Your note"), *note]
    half = (width - BETWEEN) // 2
    note = [_headed("Your note"), *_answer(card, turn, half, spaced=spaced)[1:]]
    return [*before, (BLANK, None), *_beside(own_words(turn, half, keeps=setting.keeps), note, half)]


def _headed(title: str) -> Row:
    return Content.styled(title, f"italic {QUIET}"), None


def _beside(left: Sequence[Row], right: Sequence[Row], half: int) -> list[Row]:
    """Two columns; a line belongs to the point that either side tells, the left before the right."""
    rows: list[Row] = []
    for (mine, own), (notes, told) in zip_longest(left, right, fillvalue=(BLANK, None)):
        gap = " " * (half - mine.cell_length + BETWEEN)
        rows.append((Content.assemble(mine, gap, notes), told if own is None else own))
    return rows


def _untold(lines: Sequence[Content]) -> list[Row]:
    return [(line, None) for line in lines]


# -- before the answer


def _prediction(bands: tuple[int, ...], width: int) -> list[Content]:
    workable, ready = bands
    words = (
        (range(1, workable), "weak: not to be said like this"),
        (range(workable, ready), "workable"),
        (range(ready, 6), "ready: as you would say it on the day"),
    )
    lines = [
        BLANK,
        *(Content.styled(line, "bold") for line in wrapped("Before you look: how good was it?", width)),
    ]
    lines.append(BLANK)
    for levels, meaning in words:
        digits = [clickable(Content.styled(str(n), "bold $text-primary"), f"screen.digit({n})") for n in levels]
        if digits:
            named = Content("  ").join(digits)
            lines.append(Content.assemble(named, " " * (9 - named.cell_length), cut(meaning, width - 9)))
    return lines


def _invitation(turn: Turn, setting: Setting, width: int, room: int, most: int) -> list[Content]:
    """What the answer will be given with, at rest, at the place where it will be."""
    if turn.way is Way.SPOKEN:
        lines = clock(None, setting.profile, 0.0, width, room - 1, parts=setting.parts)
        return [BLANK, *(clickable(line, "screen.go") for line in lines)] if room > CLOCK_LEAST else []
    if turn.way is Way.BOXES:
        return _four(width, room)
    rows = min(most, room - 1)
    return (
        [BLANK, *_frame("Your answer", TO_WRITE if turn.way is Way.TEXT else INVITATION, rows, width)]
        if rows >= BOX_LEAST
        else []
    )


def _four(width: int, room: int) -> list[Content]:
    first = min(FOUR_MOST, room - 1) - SMALL_BOX * (len(STAR) - 1)
    if first < SMALL_BOX:
        return []
    rows = [first, *[SMALL_BOX] * (len(STAR) - 1)]
    frames = [_frame(part.value.capitalize(), "", each, width) for part, each in zip(STAR, rows, strict=True)]
    return [BLANK, *(line for frame in frames for line in frame)]


def _frame(title: str, text: str, rows: int, width: int) -> list[Content]:
    """An empty box as it stands there before anyone writes in it."""
    title = cut(title, max(1, width - 6))
    rule = "─" * (width - 2)
    inner = [text, *[""] * (rows - 3)]
    frame = [
        Content.assemble(("╭─", "$line"), (f" {title} ", QUIET), (f"{rule[width_of(title) + 3 :]}╮", "$line")),
        *(
            Content.assemble(("│ ", "$line"), (padded(line, width - 4), QUIET), (" │", "$line"))
            for line in inner
        ),
        Content.styled(f"╰{rule}╯", "$line"),
    ]
    return [clickable(row, "screen.answer_box") for row in frame]


# -- after it


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
    rows = _passages(passages, width, part_notes(turn), spaced=spaced)
    return [(BLANK, None), *((line, told.get(label.casefold())) for line, label in rows)]


def _passages(
    passages: Sequence[Passage], width: int, notes: dict[str, str] | None = None, *, spaced: bool = False
) -> list[tuple[Content, str]]:
    """The lines of the passages, each with its passage's label; a note on one stands beneath its label."""
    column = min(max(width_of(cut(passage.label, width)) for passage in passages) + 2, width // 3)
    lines: list[tuple[Content, str]] = []
    for passage in passages:
        if spaced and lines:
            lines.append((BLANK, ""))
        note = (notes or {}).get(passage.label.casefold(), "")
        text = labelled(passage.label, passage.text, width, column, note=note)
        lines += [(line, passage.label) for line in text]
    return lines
