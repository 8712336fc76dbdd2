"""What an interviewer asks on after an answer, by what the question is about; the texts are in probes.toml."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from interview_coach.settings import BUILT_IN

GENERAL = "general"
OWN = "own"

_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Probe:
    """One question to ask on with. `tough` is the same put by somebody who doubts."""

    name: str
    competency: str
    ask: str
    tough: str

    def words(self, *, tough: bool) -> str:
        """The text as it is to be put."""
        return self.tough if tough else self.ask


@dataclass(frozen=True, slots=True)
class Competency:
    """What a question may be about, the words that tell so, and what is asked on."""

    name: str
    words: tuple[str, ...]
    probes: tuple[Probe, ...]


@cache
def competencies() -> tuple[Competency, ...]:
    """The program's own, in the order of the file."""
    import tomllib

    text = files("interview_coach.answers").joinpath("probes.toml").read_text(encoding="utf-8")
    return tuple(
        Competency(
            each["name"],
            tuple(each["words"]),
            tuple(Probe(**probe, competency=each["name"]) for probe in each["probe"]),
        )
        for each in tomllib.loads(text)["competency"]
    )


def about(question: str, among: Collection[str] = ()) -> tuple[str, ...]:
    """What a question is about by its own words, if they tell: competencies, of all or of those `among`."""
    folded = _folded(question)
    asked = [each for each in competencies() if not among or each.name in among]
    return tuple(each.name for each in asked if _any_of(each.words, folded))


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _any_of(words: Sequence[str], folded: str) -> bool:
    pattern = _pattern(tuple(words))
    return pattern is not None and pattern.search(folded) is not None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    each = (r"\w*".join(map(re.escape, word.split("*"))) for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)")


def probes_for(question: str, chosen: Iterable[str] = (BUILT_IN,)) -> tuple[Probe, ...]:
    """What may be asked on after a question: the person's own, those of what it is about, the general.

    `chosen` is the setting: "built-in" for the program's own, "-price" without the one of that name, any
    other text one of the person's own.
    """
    entries = [entry.strip() for entry in chosen if entry.strip()]
    without = {entry[1:].strip().casefold() for entry in entries if entry.startswith("-")}
    own = [
        Probe(entry, OWN, entry, entry) for entry in entries if entry != BUILT_IN and not entry.startswith("-")
    ]
    named = {*about(question), GENERAL} if BUILT_IN in entries else set()
    built_in = [probe for each in competencies() if each.name in named for probe in each.probes]
    return (*own, *(probe for probe in built_in if probe.name not in without))


def filled(text: str, values: Mapping[str, str]) -> str | None:
    """The text with its names in braces filled in; None where it names something that is not there."""
    names: Collection[str] = _FIELD.findall(text)
    if not all(values.get(name) for name in names):
        return None
    return _FIELD.sub(lambda found: values[found[1]], text)
