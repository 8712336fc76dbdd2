"""Figures that an interviewer would ask back about: a change from what, a percentage of what.

The figure itself is the note's own; what is noted is what stands beside it. English words.
"""

import re
from enum import StrEnum

from interview_coach.notes.model import Metric


class Lack(StrEnum):
    """What a figure is without."""

    BEFORE = "before"  # a change: what it was before
    WHOLE = "whole"  # a percentage: what it is a part of


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
# A figure that says where it stood before, by a word or by giving both ends.
_BEFORE = re.compile(
    r"\b(?:from|was|were|before|baseline|against|vs|versus|than|compared|relative to|previous(?:ly)?|prior"
    r"|earlier|last (?:year|quarter|month|week)|year (?:over|on) year|yoy|qoq|mom|y/y|q/q|since)\b|[→⇒]|[-=]>",
    re.IGNORECASE,
)
_BOTH_ENDS = re.compile(r"\d[^\s\d]*(?:\s\w+)?\s?(?:\bto\b|→|[-=]>|/)\s?[$€£¥~]?\d", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:of|out of|among|amongst|across|per|n\s?=)\b|\d+\s?/\s?\d", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_YEAR_OR_QUARTER = re.compile(r"\b(?:19|20)\d\d\b|\bQ[1-4]\b", re.IGNORECASE)


def lack_of(metric: Metric) -> Lack | None:
    """What a metric's figure is without, or None where it says all, or is no change and no percentage."""
    value, beside = metric.value, f"{metric.name} {metric.context}"
    if not _FIGURE.search(value) and not _TIMES.search(value):
        return None
    if _BOTH_ENDS.search(value):
        return None
    if _SIGNED.search(value) or _TIMES.search(value) or _CHANGED.search(f"{value} {beside}"):
        other_end = _PERCENT.search(value) and _PERCENT.search(metric.context)
        return None if other_end or _BEFORE.search(f"{value} {beside}") else _lack_of_change(metric)
    if _PERCENT.search(value):
        said = _WHOLE.search(f"{value} {metric.context}") or re.search(r"\b(?:share|part) of\b", metric.name)
        return None if said or _FIGURE.search(_YEAR_OR_QUARTER.sub("", metric.context)) else Lack.WHOLE
    return None


def _lack_of_change(metric: Metric) -> Lack | None:
    """An amount that was saved or cut says all by itself; a share or a multiple of it does not."""
    relative = _PERCENT.search(metric.value) or _TIMES.search(metric.value) or _SIGNED.search(metric.value)
    return Lack.BEFORE if relative else None
