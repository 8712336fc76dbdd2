"""Figures landed in answers, against labels given by hand: how often right, and how quick.

python -m benchmarks.answers [--list]     --list: each disagreement with the labels, and what was taken for it
"""

import itertools
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.figures import Figure, as_installed, median, told
from interview_coach.answers.landing import land
from interview_coach.answers.model import Landing, Sought, Status
from tests.answers import labelled
from tests.answers.labelled import Labelled

PRECISION = 0.98  # of the metrics counted as landed, those that did land
RECALL = 0.95  # of the metrics that landed, those counted as landed
WORDS, METRICS = 400, 8  # of the answer whose look is timed
LOOK = 0.020  # seconds
LOOKS = 3  # at each answer, of which the quickest counts: what else the machine does is not ours
IMPORT = 0.040  # seconds that the import adds to an interpreter


@dataclass(frozen=True, slots=True)
class Judged:
    """One metric of one labelled text: the label, and what the program says."""

    labelled: Labelled
    expected: Status
    landing: Landing

    @property
    def agreed(self) -> bool:
        """Whether both say the same."""
        return self.expected is self.landing.status


@dataclass(frozen=True, slots=True)
class Agreement:
    """All the judgements over one set."""

    judged: tuple[Judged, ...]

    @property
    def table(self) -> Counter[tuple[Status, Status]]:
        """How often each label met each status of the program's."""
        return Counter((each.expected, each.landing.status) for each in self.judged)

    @property
    def precision(self) -> float:
        """Of the metrics counted as landed, the share that did land."""
        counted = [each.agreed for each in self.judged if each.landing.status is Status.LANDED]
        return sum(counted) / len(counted) if counted else 0.0

    @property
    def recall(self) -> float:
        """Of the metrics that landed, the share counted as landed."""
        landed = [each.agreed for each in self.judged if each.expected is Status.LANDED]
        return sum(landed) / len(landed)

    @property
    def accuracy(self) -> float:
        """Over the four statuses."""
        return sum(each.agreed for each in self.judged) / len(self.judged)

    @property
    def wrong_as_landed(self) -> tuple[Judged, ...]:
        """The one mistake that must never happen: another figure, taken for the metric's."""
        return tuple(
            each
            for each in self.judged
            if each.expected is Status.WRONG and each.landing.status is Status.LANDED
        )

    @property
    def kept(self) -> bool:
        """Whether what is promised holds."""
        return self.precision >= PRECISION and self.recall >= RECALL and not self.wrong_as_landed


def agreement(texts: Iterable[Labelled]) -> Agreement:
    """Looks at every text."""
    return Agreement(
        tuple(
            Judged(each, expected, landing)
            for each in texts
            for expected, landing in zip(each.expected, land(each.text, each.sought), strict=True)
        )
    )


def looking(looks: int = 200) -> list[Figure]:
    """A look at a long answer, each time at another one; what the import adds to an interpreter."""
    texts = labelled.answers()
    words = itertools.cycle([word for each in texts for word in each.text.split()])
    sought = itertools.cycle(_once(metric for each in texts for metric in each.sought))
    seconds = []
    for _ in range(looks):
        text = " ".join(itertools.islice(words, WORDS))
        metrics = tuple(itertools.islice(sought, METRICS))
        seconds.append(min(_look(text, metrics) for _ in range(LOOKS)))
    name = f"a look at {WORDS} words for {METRICS} metrics"
    return [Figure(name, median(seconds), "", limit=LOOK), _importing()]


def _look(text: str, metrics: Sequence[Sought]) -> float:
    began = time.perf_counter()
    land(text, metrics)
    return time.perf_counter() - began


def _once(metrics: Iterable[Sought]) -> list[Sought]:
    return list(dict.fromkeys(metrics))


def _importing(runs: int = 25) -> Figure:
    """What the import costs the processor at its best: waiting for a busy machine is none of its doing."""
    environ = as_installed({})
    seconds: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        for which, code in enumerate(("pass", "import interview_coach.answers.landing")):
            before = _spent()
            subprocess.run([sys.executable, "-c", code], env=environ, check=True)
            if run:  # the first writes the bytecode
                seconds[which].append(_spent() - before)
    added = min(seconds[1]) - min(seconds[0])
    return Figure("importing answers.landing, beyond python -c pass", added, "", limit=IMPORT)


def _spent() -> float:
    """Seconds of the processor that the processes begun here have used up to now."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def agreeing() -> bool:
    """Prints how far the program and the labels agree, for answers and for phrases; whether it is enough."""
    sets = {"answers": agreement(labelled.answers()), "phrases": agreement(labelled.phrases())}
    for name, found in sets.items():
        texts = len({(each.labelled.place, each.labelled.text) for each in found.judged})
        sys.stdout.write(f"\nfigures landed: {texts} {name}, {len(found.judged)} metrics\n")
        _line("precision of landed", f"{found.precision:.3f}", PRECISION, found.precision >= PRECISION)
        _line("recall of landed", f"{found.recall:.3f}", RECALL, found.recall >= RECALL)
        wrong = len(found.wrong_as_landed)
        _line("wrong figures counted as landed", str(wrong), 0, not wrong)
        sys.stdout.write(f"{'  accuracy over the four statuses':<48} {found.accuracy:10.3f}\n")
        _confusion(found.table)
    return all(found.kept for found in sets.values())


def _line(name: str, figure: str, promised: float, kept: bool) -> None:
    verdict = "kept" if kept else "NOT KEPT"
    sys.stdout.write(f"  {name:<46} {figure:>10}      promised {promised:g}: {verdict}\n")


def _confusion(table: Counter[tuple[Status, Status]]) -> None:
    sys.stdout.write("  label, and what was said   " + "".join(f"{said.value:>12}" for said in Status) + "\n")
    for label in Status:
        counts = "".join(f"{table[label, said]:12}" for said in Status)
        sys.stdout.write(f"  {label.value:<27}{counts}\n")


def listed(sets: Iterable[Agreement]) -> None:
    """Prints each disagreement with its text."""
    for each in itertools.chain.from_iterable(found.judged for found in sets):
        if each.agreed:
            continue
        landing, sought = each.landing, each.landing.sought
        metric = f"{sought.name} | {sought.value} | {sought.context}"
        sys.stdout.write(f"\n{each.labelled.place}\n  {metric}\n  label {each.expected}, ")
        sys.stdout.write(f"said {landing.status} {landing.said!r}\n  {each.labelled.text}\n")


def main(arguments: Sequence[str]) -> int:
    """The figures of this module alone, or the disagreements."""
    if "--list" in arguments:
        listed([agreement(labelled.answers()), agreement(labelled.phrases())])
        return 0
    figures = told(looking())
    return 0 if agreeing() and all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
