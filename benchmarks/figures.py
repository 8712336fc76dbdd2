"""What a benchmark gives: ours, what it is measured against, and the ratio that is promised."""

import os
import statistics
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Seconds of ours and of the floor or peer; `bound` is the ratio promised, None where none is.

    `limit` is a promise in seconds of ours alone, for what a person feels.
    """

    name: str
    ours: float
    against: str
    floor: float | None = None
    bound: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours over the floor's."""
        return None if self.floor is None else self.ours / self.floor

    @property
    def kept(self) -> bool:
        """Whether what is promised holds."""
        by_ratio = self.bound is None or (self.ratio is not None and self.ratio <= self.bound)
        return by_ratio and (self.limit is None or self.ours <= self.limit)


def as_installed(more: Mapping[str, str]) -> dict[str, str]:
    """The environment for a program under measure, which may keep its bytecode as an installed one does."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**environ, **more}


def median(seconds: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(seconds)


def percentile(seconds: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of the values do not pass."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def told(figures: Iterable[Figure]) -> list[Figure]:
    """Prints a line for each, as soon as it is there; gives them back."""
    lines = list(figures)
    for figure in lines:
        line = f"{figure.name:<48} {figure.ours * 1000:10.2f} ms"
        if figure.ratio is not None and figure.floor is not None:
            line += f"   {figure.ratio:8.2f} x {figure.against} ({figure.floor * 1000:.2f} ms)"
        if figure.bound is not None:
            line += f", promised {figure.bound:g}: {'kept' if figure.kept else 'NOT KEPT'}"
        if figure.limit is not None:
            line += f"   promised {figure.limit * 1000:g} ms: {'kept' if figure.kept else 'NOT KEPT'}"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return lines
