"""Answers and phrases with what a careful interviewer would say became of each metric.

They were labelled by hand, most by somebody who had not seen the code that they measure and all before it was
run on them. The rules:

- landed: the same figure about the same thing, in any form: digits, words, a fraction, another unit of the
  same length or sum, a half for 50 %. An approximate value allows the rounding that a person would do. For a
  value of two figures (40 -> 15) the later one does, said of the metric. What was said last of a
  self-correction counts.
- as_percent: the value is a ratio (13/14, 1 in 8, 4.7/5), said as the percentage that it makes.
- wrong: said of the metric, in its unit, another figure: another size, another direction, another whole.
- missing: all else, however near: a figure about something else, a year, a room, an ordinal, the metric's
  words with no figure.

How blind the sets were: the answers of the last 113 professions and the phrases of phrases_said.yaml and
phrases_spoken.yaml were written by people who had seen neither the code nor its tests, and measured before
anybody looked into them. At first sight the landed recall of the first nine sets of answers was 0.87, 0.89,
0.83, 0.89, 0.85, 0.95, 0.89, 0.93 and 0.85, that of the next eleven 0.90, 0.87, 0.96, 0.95, 0.92, 0.88, 0.95,
0.92, 0.93, 0.94 and 0.94; that of the phrases 0.93 and then 0.98. The precision was 0.96 to 1. What each set
missed was worked on before the next was measured; so only a new one says how good the program is on answers
that it has not met.

Whatever two careful people might label otherwise was left out: ten weeks for 8-12 weeks, four minutes for
under five, two weeks for ten days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from interview_coach.answers.model import Sought, Status

FOLDER = Path(__file__).parent
PHRASES = tuple(
    FOLDER / f"{name}.yaml"
    for name in ("phrases", "phrases_mixed", "phrases_plain", "phrases_said", "phrases_spoken")
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text, the metrics looked for in it, and the status that each should have, in the same order.

    `trap` says what stands in it to be mistaken for a metric, where it was written for that.
    """

    place: str
    text: str
    sought: tuple[Sought, ...]
    expected: tuple[Status, ...]
    trap: str = ""


def professions() -> tuple[str, ...]:
    """Of which there are answers."""
    return tuple(str(_read(path)["profession"]) for path in _files())


def answers() -> tuple[Labelled, ...]:
    """Whole answers, each with all the metrics of its note."""
    return tuple(labelled for path in _files() for labelled in _answers(path))


def phrases() -> tuple[Labelled, ...]:
    """Short phrases, each with one metric."""
    return tuple(
        Labelled(f"{path.name}: {group['metric']['name']}", text, (Sought(**group["metric"]),), (status,))
        for path in PHRASES
        for group in _read(path)
        for status in Status
        for text in group.get(status.value, ())
    )


def _files() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*.yaml") if path not in PHRASES)


def _answers(path: Path) -> Iterator[Labelled]:
    for note in _read(path)["notes"]:
        sought = {key: Sought(**metric) for key, metric in note["metrics"].items()}
        for number, answer in enumerate(note["answers"], 1):
            yield Labelled(
                f"{path.name}: {note['title']}, answer {number}",
                answer["text"],
                tuple(sought.values()),
                tuple(Status(answer["expect"][key]) for key in sought),
                answer.get("trap", ""),
            )


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
