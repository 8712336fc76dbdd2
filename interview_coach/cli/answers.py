"""What was found in an answer, as `feedback` prints it: JSON for programs, at most a screen for people."""

import shutil
import textwrap
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from interview_coach.answers.facts import clock
from interview_coach.answers.fix import named_metric
from interview_coach.answers.model import Counted, Landing, Span, Status
from interview_coach.answers.sentences import sentences_of
from interview_coach.cli.output import plural, say
from interview_coach.coach.feedback import Feedback
from interview_coach.notes.text import clean, without_controls

SCHEMA = 1
MOST_METRICS = 8  # for people; --json has them all
_LABEL = 10


def feedback_shape(found: Feedback) -> dict[str, Any]:
    """`feedback --json`."""
    signals = found.signals
    return {
        "schema": SCHEMA,
        "path": found.note.path,
        "skill": found.note.title,
        "question": None if found.question is None else found.question.text,
        "words": signals.words,
        "spoken_seconds": signals.spoken_seconds,
        "metrics": [_metric(each) for each in found.landings],
        "any_figure": found.any_figure,
        "fillers": _counts(signals.fillers),
        "hedges": _counts(signals.hedges),
        "theoretical": _counts(signals.theoretical),
        "vague": _counts(signals.vague),
        "i_actions": len(signals.i_actions),
        "we_actions": len(signals.we_actions),
        "facts": [asdict(each) for each in found.facts],
        "fix": None if found.fix is None else asdict(found.fix),
    }


def _metric(landing: Landing) -> dict[str, Any]:
    return {
        "name": landing.sought.name,
        "value": landing.sought.value,
        "context": landing.sought.context,
        "status": landing.status.value,
        "evidence": [list(place) for place in landing.evidence],
        "said": clean(landing.said),
    }


def _counts(counted: Sequence[Counted]) -> list[dict[str, Any]]:
    return [
        {"text": each.text, "count": each.count, "places": [list(place) for place in each.places]}
        for each in counted
    ]


def print_feedback(found: Feedback, text: str) -> None:
    """The figures, the facts and the one thing to fix; what lies in its quiet band is not mentioned."""
    blocks = (_metrics(found, text), _facts(found), _fix(found)) if found.signals.words else ()
    for block in (_head(found), *blocks):
        for line in block:
            say(line)


def _head(found: Feedback) -> Iterator[str]:
    question = "" if found.question is None else f": {found.question.text}"
    yield from _wrapped(f"{found.note.title}{question}")
    signals = found.signals
    if not signals.words:
        yield "There are no words in the answer."
        return
    band = next((f" (usual: {each.band})" for each in found.facts if each.code == "words"), "")
    yield f"{plural(signals.words, 'word')}, about {clock(signals.spoken_seconds)} said aloud{band}."


def _metrics(found: Feedback, text: str) -> Iterator[str]:
    if not found.landings:
        return
    yield ""
    yield "Figures of the note"
    sentences = sentences_of(text)
    for landing in found.landings[:MOST_METRICS]:
        yield from _wrapped(f"{_LABELS[landing.status]:<{_LABEL}}{_told(landing, sentences)}", _LABEL + 2)
    if len(found.landings) > MOST_METRICS:
        yield f"  and {len(found.landings) - MOST_METRICS} more: --json has them all"


_LABELS = {
    Status.LANDED: "said",
    Status.AS_PERCENT: "said",
    Status.WRONG: "which?",
    Status.MISSING: "not said",
}


def _told(landing: Landing, sentences: Sequence[Span]) -> str:
    named = named_metric(landing.sought)
    if landing.status is Status.MISSING:
        return named
    said = f"“{landing.said}”"
    where = _where(landing, sentences)
    if landing.status is Status.WRONG:
        return f"You said {said}{where}; your note has {named}. Which is it?"
    percent = ", as a percentage" if landing.status is Status.AS_PERCENT else ""
    return f"{named}: {said}{percent}{where}"


def _where(landing: Landing, sentences: Sequence[Span]) -> str:
    if not landing.evidence or len(sentences) < 2:
        return ""
    number = bisect_right(sentences, landing.evidence[0][0], key=lambda sentence: sentence[0])
    return f" in sentence {max(1, number)}"


def _facts(found: Feedback) -> Iterator[str]:
    told = [each for each in found.facts if each.code not in ("words", "figures", "parts")]
    if not told:
        return
    yield ""
    yield "Counted"
    for fact in told:
        yield from _wrapped(f"{fact.text} ({'usual: ' + fact.band + '; ' if fact.band else ''}{fact.how})", 2)


def _fix(found: Feedback) -> Iterator[str]:
    if found.fix is not None:
        yield ""
        yield "One thing to fix"
        yield from _wrapped(found.fix.text, 2)


def _wrapped(text: str, indent: int = 0) -> list[str]:
    """The text in lines of the terminal's width; lines after the first begin at `indent`."""
    return textwrap.wrap(
        without_controls(text),
        max(40, shutil.get_terminal_size().columns),
        initial_indent=" " * min(indent, 2),
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )
