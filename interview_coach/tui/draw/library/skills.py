"""The skills of the library: a row each, what stands beside it; the matches of texts; what a search found."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from interview_coach.cards.prompts import without_skill
from interview_coach.coach.identity import Link
from interview_coach.coach.library import Counts, Show, Skill, readiness_of, recall_of
from interview_coach.coach.searching import Excerpt, Hit
from interview_coach.recall.readiness import percent
from interview_coach.tui.draw.basics import BLANK, QUIET, counted, labelled
from interview_coach.tui.draw.blocks import meter
from interview_coach.tui.draw.dates import short_day
from interview_coach.tui.draw.library.card import HOW, LABEL
from interview_coach.tui.text import clean, cut, flowed, one_line, width_of, wrapped

NAMES = {
    Show.ALL: "all cards",
    Show.DUE: "due by today",
    Show.NEW: "new",
    Show.SUSPENDED: "suspended",
    Show.FLAGGED: "flagged",
    Show.MISSING: "not in their notes",
}
METER = 24
ROW_LINES = 2
_APART = (
    "If these are two different things, t takes them apart: the text as it is now becomes a card of its own, "
    "and the history stays with the old text. u undoes."
)
_DUE = (
    "Due is each card whose day has come. Practice brings what fits the day's limits and gives no other away; "
    "the rest waits."
)
NUMBER = 5  # cells of a count


def row(skill: Skill, width: int) -> tuple[Content, ...]:
    """A skill in the list: its name; beneath it how ready it is, and its cards."""
    counts = skill.counts
    ready = readiness_of(counts)
    words = ["no cards" if not counts.cards else percent(ready) + " ready" if ready is not None else ""]
    words.append(counted(counts.cards, "card") if counts.cards else "")
    words += [f"{number:,} {name}" for number, name in _standing(counts)]
    return (
        Content(cut(skill.title, width)),
        Content.styled(cut(f"  {flowed(words, width - 2)[0]}", width), QUIET),
    )


def _standing(counts: Counts) -> list[tuple[int, str]]:
    named = (
        (counts.due, "due"),
        (counts.suspended, "suspended"),
        (counts.flagged, "flagged"),
        (counts.missing, "missing"),
    )
    return [(number, name) for number, name in named if number]


def detail(skill: Skill, width: int) -> list[Content]:
    """What stands beside a skill: how well it is known, and its cards by where they stand."""
    counts = skill.counts
    lines = [Content.styled(line, "bold") for line in wrapped(skill.title, width)]
    lines += [Content.styled(line, QUIET) for line in wrapped(skill.path, width)]
    if skill.status != "read":
        said = "The note is not there or cannot be read now; its cards rest, and keep what was learnt."
        lines += [BLANK, *(Content.styled(line, "$text-warning") for line in wrapped(said, width))]
    lines += [BLANK, *_known(counts, width), BLANK, *_counts(counts, width)]
    if counts.due:
        lines += [BLANK, *(Content.styled(line, QUIET) for line in wrapped(_DUE, width))]
    return lines


def _known(counts: Counts, width: int) -> list[Content]:
    ready, recall = readiness_of(counts), recall_of(counts)
    if ready is None:
        return [Content("No card of it can come up now.").truncate(width, ellipsis=True)]
    lines = [meter(ready, min(METER, width))]
    said = f"{percent(ready)} ready: the mean predicted recall of its cards today, a new one counting 0."
    lines += [Content(line) for line in wrapped(said, width)]
    if recall is not None:
        number = counted(counts.practised, "card") + " practised"
        lines += [Content(line) for line in wrapped(f"{percent(recall)} on the {number}.", width)]
    return lines


def _counts(counts: Counts, width: int) -> list[Content]:
    named = (
        (counts.cards, "cards in all" if counts.cards != 1 else "card in all"),
        (counts.due, "due by today"),
        (counts.new, "not practised yet"),
        (counts.buried, "put off till tomorrow"),
        (counts.suspended, "suspended"),
        (counts.flagged, "flagged"),
        (counts.missing, "not in the note any more"),
    )
    return [
        Content.assemble((f"{number:>{NUMBER},}  ", "bold"), (name, QUIET)).truncate(width, ellipsis=True)
        for number, name in named
        if number
    ]


def nothing(width: int) -> list[Content]:
    """An empty library."""
    said = "No skill has cards yet. interview-coach new NAME begins a note; Today says where notes belong."
    return [Content(line) for line in wrapped(said, width)]


def matches_line(matches: Sequence[Link], width: int) -> Content:
    """That cards were known again under an edited text lately; "" where none was."""
    close = sum(each.taken_apart_at is None and each.how == "close" for each in matches)
    if not close:
        return BLANK
    goes = "goes" if close == 1 else "go"
    said = f"{counted(close, 'card')} {goes} on under an edited text: "
    return Content.assemble((said, QUIET), ("m", "bold $text-primary"), (" shows them", QUIET)).truncate(
        width, ellipsis=True
    )


# -- matches


def no_match(width: int) -> list[Content]:
    """No text was matched, in words."""
    return [Content(line) for line in wrapped("No card goes on under another text. q goes back.", width)]


def match_row(link: Link, today: date, width: int) -> tuple[Content, ...]:
    """A match in the list: what the card says now; beneath it how it was known, and when."""
    state = "taken apart" if link.taken_apart_at is not None else link.how
    return (
        Content(cut(link.new.prompt, width)),
        Content.styled(cut(f"  {state} · {short_day(link.at.date(), today)}", width), QUIET),
    )


def match_detail(link: Link, today: date, width: int) -> list[Content]:
    """What the card said before, and what it says since."""
    how = HOW.get(link.how, link.how)
    said = f"Card {link.card_id} was known again on {short_day(link.at.date(), today)}: {how}."
    lines = [Content(line) for line in wrapped(said, width)]
    if link.taken_apart_at is not None:
        lines += [Content(line) for line in wrapped("It was taken apart since.", width)]
    else:
        lines += [Content.styled(line, QUIET) for line in wrapped(_APART, width)]
    lines.append(BLANK)
    for label, text in (("Before", link.old), ("Now", link.new)):
        lines += labelled(label, text.prompt, width, LABEL, "bold")
        lines += labelled(" " if width - LABEL >= 20 else "", text.answer, width, LABEL)
        if link.old.note != link.new.note:
            lines += labelled("In", text.note, width, LABEL)
        lines.append(BLANK)
    return lines


# -- what a search found


def hit_row(hit: Hit, width: int) -> tuple[Content, ...]:
    """A find: its text with what was found marked; beneath it the skill and what it is.

    A card found by its answer stands under its question instead: cards of one story share their answers. The
    skill, which is named beneath, is not said before a prompt as well.
    """
    if hit.card is None:
        return (_marked(hit.excerpt, width), Content.styled(cut(f"  note · {hit.skill}", width), QUIET))
    card = hit.card.stored.card
    asked = one_line(without_skill(card.prompt, card.skill))
    if hit.in_answer:
        return (Content(cut(asked, width)), Content.assemble(("  ", QUIET), _marked(hit.excerpt, width - 2)))
    beneath = Content.styled(cut(f"  {card.kind.value} · {hit.skill}", width), QUIET)
    return (_marked(_without_skill(hit.excerpt, card.prompt, asked), width), beneath)


def _without_skill(excerpt: Excerpt, prompt: str, asked: str) -> Excerpt:
    """An excerpt that begins as the prompt does, without the skill's name before it and the answer behind."""
    before = len(prompt) - len(asked)
    if one_line(prompt) != prompt or not excerpt.text.startswith(prompt[: len(excerpt.text)]):
        return excerpt
    spans = ((low - before, high - before) for low, high in excerpt.spans)
    return Excerpt(asked, tuple((low, high) for low, high in spans if low >= 0 and high <= len(asked)))


def _marked(excerpt: Excerpt, width: int) -> Content:
    """The piece of the text from where its first find is in view, on one line."""
    text, spans = excerpt.text, excerpt.spans
    if clean(text) != text:
        return Content(cut(text, width))
    start = 0
    if spans and width_of(text[: spans[0][1]]) > width - 2:
        start = text.rfind(" ", 0, max(0, spans[0][0] - width // 4)) + 1
    before = "… " if start else ""
    line = Content(before + text[start:])
    for low, high in spans:
        if low >= start:
            at = len(before) - start
            line = line.stylize("bold $text-accent", low + at, high + at)
    return line.truncate(width, ellipsis=True)


def hit_detail(hit: Hit, width: int) -> list[Content]:
    """A note that was found: where it stands in it."""
    lines = [Content.styled(line, "bold") for line in wrapped(hit.skill, width)]
    lines += [Content.styled(line, QUIET) for line in wrapped(f"{hit.path}:{hit.line}", width)]
    lines += [BLANK, *(Content(line) for line in wrapped(hit.excerpt.text, width)), BLANK]
    said = "It stands in the note, in no card: n shows the note there."
    return [*lines, *(Content.styled(line, QUIET) for line in wrapped(said, width))]
