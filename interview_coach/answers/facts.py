"""The row of facts after an answer: what was timed and counted, each with how it was obtained.

A value in its quiet band is not mentioned. A fact is a count or a time, with the band that it left; it never
says how good an answer is or what its speaker is like.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from interview_coach.answers.model import SAID, Counted, Landing, Signals
from interview_coach.answers.profiles import Profile
from interview_coach.answers.signals import total
from interview_coach.settings import DEFAULTS, Settings

PARTS = ("situation", "task", "action", "result")

# Weak signals, shown as counts only: a word or two of them is in every answer. Design choices.
QUIET_THEORETICAL = 1
QUIET_VAGUE = 2
QUIET_HEDGES = 3  # in 100 words


class Way(StrEnum):
    """How an answer was given; the values are stored."""

    SPOKEN = "spoken"  # aloud, a key marking where each part ends
    BOXES = "boxes"  # typed into four boxes
    TEXT = "text"  # typed or pasted as one text
    HEAD = "head"  # thought


@dataclass(frozen=True, slots=True)
class Given:
    """How an answer was given, as far as that was measured.

    `seconds` is None where no clock ran while it was spoken. `parts` are the seconds of each STAR part where a
    key marked them, its words where it was typed into boxes, and empty where neither is known. `is_transcript`
    says that the text is what was spoken; only then do fillers and pace mean anything.
    """

    way: Way
    seconds: float | None = None
    parts: Mapping[str, float] = field(default_factory=dict)
    is_transcript: bool = False

    @property
    def is_timed(self) -> bool:
        """Whether its seconds are those of speaking; those of typing say nothing."""
        return self.seconds is not None and (self.way is Way.SPOKEN or self.is_transcript)

    def share(self, *parts: str) -> int | None:
        """The percentage of the answer that some parts took; None where no boundary between two is known.

        Those of the four come to 100, and that of several is what theirs add up to: an answer is judged by the
        figures that are shown.
        """
        if len(self.parts) < 2 or not sum(self.parts.values()):
            return None
        shares = percentages(self.parts)
        return sum(shares.get(part, 0) for part in parts)


@dataclass(frozen=True, slots=True)
class Fact:
    """One value outside its quiet band: the value in words, the band, how it was obtained.

    `band` is "" where there is none: for what was not measured, and for "we" beside "I".
    """

    code: str
    text: str
    band: str
    how: str


def percentages(lengths: Mapping[str, float]) -> dict[str, int]:
    """The whole percentages of some lengths, which come to 100 (by the largest remainder); {} of nothing."""
    whole = sum(lengths.values())
    if not whole:
        return {}
    exact = {name: 100 * length / whole for name, length in lengths.items()}
    shares = {name: int(share) for name, share in exact.items()}
    nearest = sorted(exact, key=lambda name: shares[name] - exact[name])
    for name in nearest[: 100 - sum(shares.values())]:
        shares[name] += 1
    return shares


def clock(seconds: float) -> str:
    """'2:05'."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def length(given: Given, signals: Signals | None) -> float | None:
    """The seconds that an answer is held to: those of the clock, else those that its words would take."""
    if given.is_timed:
        return given.seconds
    return signals.spoken_seconds if signals is not None and given.way is not Way.HEAD else None


def facts(
    given: Given,
    profile: Profile,
    signals: Signals | None = None,
    landings: Sequence[Landing] = (),
    settings: Settings = DEFAULTS,
) -> tuple[Fact, ...]:
    """The row of facts; empty where everything lies in its quiet band.

    `signals` and `landings` are those of the answer's text, None and () where there is none.
    """
    if given.way is Way.HEAD:
        return (
            Fact("not measured", "Nothing was measured: the answer stayed in your head", "", "not measured"),
        )
    found = [*_length(given, profile, signals, settings), *_parts(given, settings)]
    if signals is not None and signals.words:
        found += [*_figures(landings), *_wording(signals), *_actions(signals)]
        if given.is_transcript:
            found += _delivery(given, signals, settings)
    return tuple(found)


def _length(given: Given, profile: Profile, signals: Signals | None, settings: Settings) -> Iterator[Fact]:
    seconds = length(given, signals)
    if seconds is None:
        return
    if given.is_timed:
        low, high = profile.quiet
        if not low <= seconds <= high:
            yield Fact(
                "time",
                f"{clock(seconds)} in all{_against(seconds, profile)}",
                f"{clock(low)} to {clock(high)}",
                "from your key presses",
            )
        return
    pace = settings.words_per_minute
    words = signals.words if signals is not None else 0
    low, high = profile.quiet_words(pace)
    if not low <= words <= high:
        yield Fact(
            "words",
            f"{_number(words, 'word')}, about {clock(seconds)} said aloud{_against(seconds, profile)}",
            f"{low} to {high} words",
            f"predicted from {_number(words, 'word')} at {pace} a minute",
        )


def _against(seconds: float, profile: Profile) -> str:
    """Which light it is past, if it is past the red one; of what the usual shortest is, if it is under that."""
    if seconds >= profile.overtime:
        return f", past overtime at {clock(profile.overtime)}"
    if seconds > profile.red:
        return f", past the red light at {clock(profile.red)}"
    shortest = profile.quiet[0]
    return f", under the usual {clock(shortest)}" if seconds < shortest else ""


def _parts(given: Given, settings: Settings) -> Iterator[Fact]:
    start, result = given.share("situation", "task"), given.share("result")
    if start is None or result is None:
        yield Fact("parts", "The parts were not measured", "", "not measured")
        return
    if start <= settings.longest_start and result >= settings.shortest_result:
        return
    shares = ", ".join(f"{part.capitalize()} {given.share(part)} %" for part in PARTS)
    usual = "/".join(map(str, settings.part_shares))
    yield Fact(
        "parts",
        shares,
        f"about {usual}; Situation and Task up to {settings.longest_start} %, "
        f"Result from {settings.shortest_result} %",
        "from your key presses" if given.way is Way.SPOKEN else "counted in the boxes",
    )


def _figures(landings: Sequence[Landing]) -> Iterator[Fact]:
    said = sum(each.status in SAID for each in landings)
    if said < len(landings):
        yield Fact(
            "figures",
            f"{said} of {_number(len(landings), 'figure')} of the note said",
            "all of them",
            "found in the text",
        )


def _wording(signals: Signals) -> Iterator[Fact]:
    for code, what, counted, quiet in (
        ("theoretical", "in place of an event", signals.theoretical, QUIET_THEORETICAL),
        ("vague", "with no figure in the sentence", signals.vague, QUIET_VAGUE),
    ):
        if total(counted) > quiet:
            yield Fact(
                code,
                f"{_times(total(counted))} {what}: {_listed(counted)}",
                f"up to {quiet}",
                "counted in the text",
            )
    hedges = _rate(100 * total(signals.hedges), signals.words)
    if hedges > QUIET_HEDGES and total(signals.hedges) > 1:
        yield Fact(
            "hedges",
            f"{_number(total(signals.hedges), 'hedge')}, {hedges} in 100 words: {_listed(signals.hedges)}",
            f"up to {QUIET_HEDGES} in 100 words",
            "counted in the text",
        )


def _actions(signals: Signals) -> Iterator[Fact]:
    """More "we" than "I" is shown and asked about; it is never held against anyone (Naim et al. 2015)."""
    mine, ours = len(signals.i_actions), len(signals.we_actions)
    if ours > mine and ours > 1:
        yield Fact(
            "we",
            f"“I” did {_number(mine, 'thing')}, “we” {ours}: which part was yours?",
            "",
            "counted in the text",
        )


def _delivery(given: Given, signals: Signals, settings: Settings) -> Iterator[Fact]:
    seconds = given.seconds or signals.spoken_seconds
    if not seconds:
        return
    how = "counted in the text" + ("" if given.seconds else f", at {settings.words_per_minute} words a minute")
    fillers = _rate(60 * total(signals.fillers), seconds)
    if fillers > settings.quiet_fillers and total(signals.fillers) > 1:
        yield Fact(
            "fillers",
            f"{_number(total(signals.fillers), 'filler')}, {fillers} a minute: {_listed(signals.fillers)}",
            f"up to {settings.quiet_fillers:g} a minute, many over {settings.many_fillers:g}",
            how,
        )
    low, high = settings.quiet_pace
    if given.seconds and not low <= (pace := 60 * signals.words / given.seconds) <= high:
        yield Fact(
            "pace", f"{pace:.0f} words a minute", f"{low} to {high}", "counted in the text, timed by the clock"
        )


def _rate(count: float, base: float) -> int:
    """So many of a base, rounded: what is shown is also what is held against the band."""
    return math.floor(count / base + 0.5)


def written(counted: Counted) -> str:
    """The entry as one writes it: "I would", where the list has "i would"."""
    return " ".join("I" if word == "i" else word for word in counted.text.split())


def _listed(counted: Sequence[Counted]) -> str:
    """The entries that come up most, at most four."""
    most = sorted(counted, key=lambda each: -each.count)
    named = [f"{written(each)} ({each.count})" if each.count > 1 else written(each) for each in most[:4]]
    return ", ".join(named) + (", …" if len(most) > 4 else "")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _number(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
