"""The words by which a figure is known to belong to a metric.

Words of one root count as one ("resolved", "resolution"), and so do words that interviews use for the same
thing ("clients", "customers", "accounts"). What has no meaning of its own ("rate", "total") counts little.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from interview_coach.answers.roots import is_clipped, is_slip, opened, related
from interview_coach.answers.tokens import listed

_SHARED = 2  # letters with which all forms of a word begin
_AKIN, _SLIPPED = 0.8, 0.7  # of what a word tells: one of its family, one mistyped
_NOTHING = ("", 0.0)

# Lines of words that mean the same where results are told; the first names the family.
_FAMILIES = (
    "revenue income turnover arr mrr sales takings earnings money",
    "customer client account buyer shopper guest user member subscriber patient",
    "staff employee people person team colleague headcount worker crew personnel fte men women",
    "nurse nurses nursing",
    "cost spend spending expense expenditure budget costs spent cheaper",
    "save saved saving savings saves",
    "error mistake defect bug fault slip errors mistakes",
    "incident outage accident injury downtime",
    "time duration took take takes long quick quicker fast faster speed turnaround cycle",
    "satisfaction csat satisfied happy nps rating rated score scored scores review stars survey",
    "keep kept keeping retain retained retention renew renewed renewal stay stayed churn protect protected",
    "pupil student learner class child children kid kids",
    "reduce reduction cut drop dropped fewer less decrease fell lower lowered down shrank",
    "grow growth grew grown grows growing increase rise rose raised higher uplift gain up",
    "attrition turnover leaver leavers leave left leaving quit resign resigned resignation churn",
    "delay delays delayed late lateness behind",
    "resolve resolved resolution solve solved solution close closed closing fix fixed settle settled clear"
    " cleared clearance",
    "hire hired hiring recruit recruited recruitment onboard onboarded joiner vacancy hires",
    "train training trained trainee coached coaching taught teach teaching workshop",
    "deliver delivery delivered ship shipped shipping shipment dispatch",
    "uptime availability available up",
    "latency response responded respond reply replied answered",
    "restore recover recovery restored mttr",
    "complaint complain complained complaints",
    "attend attendance attended attendee turnout present visitor visitors footfall came",
    "pass passed passing",
    "win won winning wins",
    "sell sold selling sale",
    "build built building",
    "wait waited waiting queue",
    "write wrote written",
    "pay paid payment payments",
    "fall fell falls fallen",
    "lose lost loss losses resignation resignations departure departures",
    "participant respondent people",
    "p50 p90 p95 p99 percentile",
    "grade grades mark marks exam gcse test",
    "project projects programme program",
    "month monthly",
    "week weekly",
    "day daily",
    "year yearly annual annually",
    "page paged pages alert alerts",
    "deploy deployment deploys release released releases rollout",
    "waste wasted wastage scrap",
    "absence absent absenteeism sickness sick",
    "table cover covers",
    "site sites location branch store stores",
    "supplier vendor",
    "corporate company companies business businesses firm firms",
    "price prices pricing rate charge charged charging fee",
    "audience listener viewer reader people",
    "contract contracts agreement deal deals",
    "recommend recommended promoter nps",
    "convert converted conversion",
    "lead leads prospect prospects",
    "adopt adopted adoption uptake usage use used",
    "stock inventory",
    "occupancy occupied booking booked bookings reservation",
    "infection infections infected",
    "medication meds drug dose doses",
    "margin profit profitability",
    "debt debtor receivables outstanding overdue",
    "paper papers publication publications published article",
    "citation cited cite citations",
    "funding grant grants fund funded raised",
    "safety safe injuries",
    "backlog outstanding queue",
    "accuracy accurate",
    "punctual punctuality ontime",
    "prep prepare prepared preparing preparation",
    "admin administration administrative",
    "info information",
    "demo demonstration demonstrate demonstrated",
    "lab laboratory",
    "exam examination",
    "rep representative",
    "stats statistics",
    "spec specification",
    "doc docs document documents documentation",
    "config configuration configure",
    "ops operation operations operational",
    "dev developer development",
    "comms communication communications",
    "appointment appt appointments",
)
_PLACED = listed("from in on at")
_GENERIC = listed(
    "rate rates time times number numbers average total score level percent percentage share count"
    " figure value per amount overall mean median result results metric month week day year quarter hour"
    " minute first last new one two all over business days hours minutes weeks months years team people"
    " made make work working company same"
)
_EMPTY = listed(
    "a an the of in on at to by for from with without and or but is was were are be been it its this"
    " that these those i we my our your their his her they he she you me us them as than then so if not"
    " no yes do did does done had have has having within across after before during between into out up"
    " off per via vs versus against about around over under each every any some more most less least"
    " only also just own both either when while where which who what how there here am can could will"
    " would should may might s t re ve ll d m because until since through down nearly almost roughly"
)


@lru_cache(maxsize=1)
def _family_index() -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for line in _FAMILIES:
        words = line.split()
        for word in words:
            index[word] = (*index.get(word, ()), words[0])
    return index


@lru_cache(maxsize=16384)
def families(word: str) -> frozenset[str]:
    """The families of words that a word belongs to, by itself or by its root."""
    index = _family_index()
    direct = index.get(word)
    if direct is not None:
        return frozenset(direct)
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending) and (found := index.get(word[: -len(ending)])):
            return frozenset(found)
    return frozenset()


def is_content(word: str) -> bool:
    """Whether a word says what something is about."""
    return len(word) > 1 and word not in _EMPTY and not word.isdigit()


def content(words: Iterable[str]) -> tuple[str, ...]:
    """The words that say what something is about, each once."""
    return tuple(dict.fromkeys(word.removesuffix("'s") for word in words if is_content(word)))


def weight(word: str) -> float:
    """How much a word tells: 1, or 0.3 where many metrics have it or where it only says up or down."""
    return 0.3 if word in _GENERIC or families(word) & {"reduce", "grow"} else 1.0


def _objects(name: Sequence[str]) -> frozenset[str]:
    """What a metric takes place in or among by its name: the class, of removals from class."""
    at = next((at for at, word in enumerate(name) if at and word in _PLACED), len(name))
    return frozenset(content(name[at:])) - {*content(name[:at])}


class Topic:
    """The words of one metric, and how much each word of an answer has to do with them."""

    def __init__(
        self, name: Sequence[str], rest: Sequence[str], value: Sequence[str] = (), acronyms: Iterable[str] = ()
    ) -> None:
        named = {word: weight(word) for word in content(name)}
        if all(value < 1 for value in named.values()):  # "Growth", "Team size": nothing better to go by
            named = dict.fromkeys(named, 1.0)
        self.words = {word: weight(word) * 0.7 for word in content(rest)}
        self.words |= {word: weight(word) for word in content(value)} | named
        self.aside = frozenset({*content(rest)} - {*named, *content(value)})  # words of the context alone
        said = [*name, *rest]
        self.acronyms = frozenset(acronyms)
        self.bases = tuple(after for word, after in pairwise(said) if word == "per")
        self.objects = _objects(name)
        initials = "".join(word[0] for word in name if word)
        if len(initials) > 2:  # "TTFB" for "Time to first byte"
            self.words.setdefault(initials, 1.0)
        for word, told in list(self.words.items()):
            if (open_form := opened(word)) and is_content(open_form):  # "turn around" for turnaround
                self.words.setdefault(open_form, told * _AKIN)
        self._by_start: dict[str, list[tuple[str, float]]] = {}
        self._by_family: dict[str, tuple[str, float]] = {}
        for word, told in self.words.items():
            self._by_start.setdefault(word[:_SHARED], []).append((word, told))
            for family in families(word):
                if told * _AKIN > self._by_family.get(family, _NOTHING)[1]:
                    self._by_family[family] = (word, told * _AKIN)

    def has(self, word: str) -> bool:
        """Whether a word is the metric's own, and not only of a family with one."""
        return any(related(word, own) for own in self.words)

    def is_base(self, word: str) -> bool:
        """Whether it is only what the metric is counted on: a release, of bugs per release."""
        return any(related(word, base) for base in self.bases)

    def touch(self, word: str) -> tuple[str, float]:
        """The metric's word that a word of the answer stands for, and how much that tells; ("", 0) if none."""
        return self.touch_content(word.removesuffix("'s")) if is_content(word.removesuffix("'s")) else _NOTHING

    def touch_content(self, word: str) -> tuple[str, float]:
        """The same of a word that is known to say what something is about, without its "'s"."""
        best = _NOTHING
        for family in families(word):
            found = self._by_family.get(family, _NOTHING)
            if found[1] > best[1]:
                best = found
        for own, told in self._by_start.get(word[:_SHARED], ()):
            value = told * _likeness(word, own)
            if value > best[1]:
                best = (own, value)
        return best


@lru_cache(maxsize=16384)
def _likeness(word: str, own: str) -> float:
    """How much of a metric's word another tells, by its letters alone."""
    if related(word, own):
        return 1.0
    return _AKIN if is_clipped(word, own) else _SLIPPED if is_slip(word, own) else 0.0
