"""Figures that an interviewer would ask back about: a change from what, a share of what, ten days against what.

The figure itself is the note's own; what is noted is what stands beside it. English words. Complete in
themselves are a ratio, both ends of a change, a rank, a mark, a nought, an amount of money, a plain count and a
limit that was kept; and whatever stands beside what it was before, a whole, a target, or any other figure.
"""

import re
from enum import StrEnum

from interview_coach.notes.model import Metric


class Lack(StrEnum):
    """What a figure is without."""

    BEFORE = "before"  # a change: what it was before
    WHOLE = "whole"  # a percentage: what it is a part of
    COMPARISON = "comparison"  # how long something takes: what it took before, or was to take


_PERCENT = re.compile(r"\d\s?(?:%|％|‰|percent\b|per\s?cent\b|pct\b)", re.IGNORECASE)
_SIGNED = re.compile(r"(?<![\w.,/)])[+\-−–↑↓▲▼]\s?[$€£¥]?\d")
_TIMES = re.compile(
    r"\d\s?[x×](?!\w)|\b(?:doubled?|tripled?|quadrupled?|halved|twice"
    r"|(?:\d+|two|three|four|five|ten)[ -]?(?:fold|times))\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:increase[ds]?|increasing|decrease[ds]?|decreasing|reduc(?:ed|es|tions?|ing)|improv(?:ed|es|ements?|ing)"
    r"|grew|growth|grown|rise|rose|risen|drop(?:ped|s)?|decline[ds]?|cut|lower(?:ed)?|shorten(?:ed)?|raised?"
    r"|faster|slower|quicker|fewer|less|uplift|lift|up|down|saved|savings?)\b",
    re.IGNORECASE,
)
# A plain amount is a change where its own words say so. What was raised or saved may be a count in itself.
_CHANGED_BY = re.compile(
    r"\b(?:increased|decreased|reduced|reduction|improved|improvement|grew|grown|rose|risen|fell|fallen"
    r"|dropped|declined|cut|lowered|shortened|faster|slower|quicker|shorter|fewer|less|up|down"
    r"|(?:raised|lifted) (?:by|to))\b",
    re.IGNORECASE,
)
_NAMED_FOR_A_CHANGE = re.compile(
    r"^(?:increased|decreased|reduced|improved|cut|lowered|shortened|fewer|faster|shorter)\b"
    r"|\b(?:reduction|improvement|increase|decrease)s? (?:of|in)\b"
    r"|\b(?:reduction|decrease|improvement|increase)$",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(
    r"\b(?:sign|follow|start|ramp|back|set|log|stand|warm|check|pick|clean|drill|break|shut|count)[ -]?"
    r"(?:ups?|downs?)\b"
    r"|\bup to(?: date)?\b|\bdrop[ -](?:ins?|offs?|outs?)\b|\bcut[ -]?offs?\b|\bat least\b",
    re.IGNORECASE,
)
# A figure that says where it stood before, by a word or by giving both ends.
_BEFORE = re.compile(
    r"\b(?:from|was|were|before|baseline|against|vs|versus|than|compared|relative to|previous(?:ly)?|prior"
    r"|earlier|last (?:year|quarter|month|week)|year (?:over|on) year|yoy|qoq|mom|y/y|q/q|since)\b|[→⇒]|[-=]>",
    re.IGNORECASE,
)
_BOTH_ENDS = re.compile(r"\d[^\s\d]*(?:\s\w+)?\s?(?:\bto\b|→|[-=]>|/)\s?[$€£¥~]?\d", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:of|out of|among|amongst|across|per|n\s?=)\b|\d+\s?/\s?\d", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_NOUGHT = re.compile(r"[~≈]?\s?0+(?:[.,]0+)?(?:\s?%|\s\D*)?", re.IGNORECASE)
_MONEY = re.compile(r"[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|INR|JPY|dollars?|euros?|pounds?)\b", re.IGNORECASE)
_YEAR_OR_QUARTER = re.compile(r"\b(?:19|20)\d\d\b|\bQ[1-4]\b", re.IGNORECASE)
_LASTS = re.compile(
    r"\d[\s-]?(?:(?:business|working|calendar|full)\s)?"
    r"(ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?)\b",
    re.IGNORECASE,
)
# How long something takes is a result beside what it took before. A tenure, a talk is as long as it is.
_TAKES = re.compile(
    r"\b(?:(?:response|resolution|reply|cycle|lead|wait(?:ing)?|turnaround|handling|delivery|processing"
    r"|recovery|repair|restore|build|load(?:ing)?|page|hiring|onboarding|closing|settlement|handover) times?"
    r"|times? to|turnaround|(?:average|mean|median|typical) (?:resolution|response|turnaround|handling|wait"
    r"|delay|delivery|onboarding|ramp)|latency|mtt[a-z]|downtime|ramp[ -]?up)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:targets?|goals?|sla|benchmark|industry|peers?|average|record|best|fastest|shortest|quickest|half|twice"
    r"|others?|usual(?:ly)?|norm(?:al|ally)?|instead|ahead)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\s*(?:[<≤]|(?:under|within|below|at most|up to|no more than|max(?:imum)?)\b)", re.IGNORECASE
)


def lack_of(metric: Metric) -> Lack | None:
    """What a metric's figure is without, or None where it says all, or is complete in itself."""
    value, context = metric.value, metric.context
    said = _NO_CHANGE.sub("", f"{value} {metric.name} {context}")
    if not _FIGURE.search(value) and not _TIMES.search(value):
        return None
    if _BOTH_ENDS.search(value) or _NOUGHT.fullmatch(value):
        return None
    figure_beside = _FIGURE.search(_YEAR_OR_QUARTER.sub("", context))
    if _is_relative(value, said):
        other_end = _PERCENT.search(value) and _PERCENT.search(context)
        return None if other_end or _BEFORE.search(said) else Lack.BEFORE
    if _PERCENT.search(value):
        told = _WHOLE.search(f"{value} {context}") or re.search(r"\b(?:share|part) of\b", metric.name)
        return None if told or figure_beside else Lack.WHOLE
    if figure_beside or _BEFORE.search(said) or _COMPARED.search(f"{value} {context}"):
        return None
    if _is_plain_change(metric):
        return Lack.BEFORE
    takes = _LASTS.search(value) and _TAKES.search(metric.name) and not _LIMIT.match(value)
    return Lack.COMPARISON if takes else None


def _is_relative(value: str, said: str) -> bool:
    """A signed figure, a multiple, or a percentage with a word of change beside it."""
    if _SIGNED.search(value) or _TIMES.search(value):
        return True
    return bool(_PERCENT.search(value) and _CHANGED.search(said))


def _is_plain_change(metric: Metric) -> bool:
    """An amount by which something changed, or to which. One of money, saved or cut, says all by itself."""
    if _MONEY.search(metric.value) or _WHOLE.search(metric.value):
        return False
    by = _CHANGED_BY.search(_NO_CHANGE.sub("", metric.value))
    return bool(by or _NAMED_FOR_A_CHANGE.search(metric.name))


# -- what would complete it, by the kind of the metric

_OF_MONEY = re.compile(
    r"\b(?:costs?|spend(?:ing)?|budgets?|revenues?|sales|savings|prices?|arr|mrr|turnover|margins?|income|profits?)\b",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"\b(?:times?|durations?|resolution|turnaround|latency|delays?|onboarding|mtt[a-z])\b", re.IGNORECASE
)
_OF_SHARES = re.compile(
    r"\b(?:rates?|retention|churn|conversion|satisfaction|accuracy|adoption|attendance|uptime|availability|coverage"
    r"|utili[sz]ation|share|compliance|occupancy)\b",
    re.IGNORECASE,
)
_OF_MARKS = re.compile(r"\b(?:nps|csat|scores?|ratings?|points?|stars?|grades?)\b", re.IGNORECASE)
_OF_FLOW = re.compile(
    r"\b(?:throughput|output|volume|velocity|productivity|capacity|traffic|deployments?|releases?|tickets?|orders?"
    r"|calls?|requests?|leads)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(accounts?|customers?|clients?|patients?|students?|pupils?|users?|employees?|candidates?|nurses?|teams?"
    r"|tickets?|incidents?|orders?|calls?|cases?|requests?|releases?|projects?|audits?|escalations?|renewals?)\b",
    re.IGNORECASE,
)


def example_for(metric: Metric, lack: Lack) -> str:
    """Words, in the metric's own unit, of the kind that its context is without: "from 40 days"."""
    said = f"{metric.name} {metric.value} {metric.context}"
    unit = _LASTS.search(metric.value)
    currency = re.search(r"[$€£¥₹]", said)
    money = currency.group() if currency else ""
    if lack is Lack.COMPARISON:
        return f"it was 25 {unit.group(1)}" if unit else "it was 25 days"
    if lack is Lack.WHOLE:
        if _OF_MONEY.search(metric.name):
            return f"of {money}2 million"
        if re.search(r"\b(?:uptime|availability)\b", metric.name, re.IGNORECASE):
            return "across 12 months"
        counted = _COUNTED.search(f"{metric.name} {metric.context}")
        return "of 120" if counted is None else f"of 120 {counted.group().lower().removesuffix('s')}s"
    if unit:
        return f"from 12 {unit.group(1)}"
    for kind, example in (
        (_OF_MONEY, f"from {money}90,000 a year"),
        (_OF_TIME, "from 40 days"),
        (_OF_FLOW, "from 200 a week"),
        (_OF_SHARES, "from 60%"),
        (_OF_MARKS, "from 31 points"),
    ):
        if kind.search(metric.name):
            return example
    return "from 120"
