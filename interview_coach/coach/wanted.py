"""What an answer to a question is looked at for: the figures that are due, and what the question asks for.

Practice, the mock interview and the command `feedback` go by the same.
"""

import re
from collections.abc import Mapping, Sequence

from interview_coach.answers.fix import Wanted, key_metrics
from interview_coach.answers.landing import land
from interview_coach.answers.model import SAID, Sought

# A question about what one would do, or how one goes about things: no event is missing from its answer.
_GENERAL = re.compile(
    r"\s*\W*(how|when|what|why|where)\s+(would|should|do|does|is|are|makes)\b|.*\bwould you\b", re.IGNORECASE
)


def wanted(
    asked: str,
    metrics: Sequence[Sought],
    *,
    told: Mapping[str, str],
    own_answer: str = "",
    results: Sequence[str] = (),
) -> Wanted:
    """What a note has for the question `asked`.

    `told` is the one story that answers it, part by part; `own_answer` the note's own words to the question,
    and `results` what came of each story, where any of several may be told.
    """
    result = told.get("result", "")
    due = _due_of(metrics, results) if len(results) > 1 else key_metrics(metrics, result, own_answer)
    return Wanted(due, told.get("action", ""), result, _GENERAL.match(asked) is not None)


def _due_of(metrics: Sequence[Sought], results: Sequence[str]) -> tuple[Sought, ...]:
    """The figures of which one is due whichever story is told.

    None where some Results name figures of the note and another does not: its story is told without them, and a
    deal that failed is no worse for lacking what another one saved. All where no Result names any.
    """
    named = [{each.sought for each in land(result, metrics) if each.status in SAID} for result in results]
    if not any(named):
        return tuple(metrics)
    return tuple(each for each in metrics if any(each in told for told in named)) if all(named) else ()
