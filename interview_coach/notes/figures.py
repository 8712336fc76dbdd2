"""Figures in a line of text: where they are, and what is the name and what the context around them."""

import re
from dataclasses import dataclass

from interview_coach.notes.patterns import regex
from interview_coach.notes.text import fold, listed

_APPROX = (
    r"(?:[~≈∼<>≤≥±+\-−]\s?|(?:about|around|approx\.?|approximately|over|under|nearly|almost|more than|less than"
    r"|up to|at least|roughly|ca\.?|circa|top|avg\.?|average of|im schnitt"
    r"|durchschnittlich|environ|unos|cerca de)\s|Ø\s?)?"
)
_MONEY = r"(?:(?:US|CA|AU|NZ|HK|[ACRS])?[$€£¥₹₩₽]\s?|(?:USD|EUR|GBP|CHF|INR|JPY)\s)?"
_NUMBER = r"(?<![\w.])\d{1,3}(?:[,'’.\u202f\u00a0 ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)*"
_SCALE = (
    r"(?:\s?(?:%|‰|％|percent\b|per\s?cent\b|percentage points?\b|pp\b|bps\b|basis points\b|million\b|billion\b"
    r"|thousand\b|mn\b|bn\b|mio\.?|mrd\.?|MM\b|crore\b|lakh\b|[KMGTP]i?B\b|[€£¥₽])|(?:[kKMBx×]|ms|h|s|d|min)\b(?![-‐‑]\w)"
    r"|[x×](?!\w)|\+|(?:st|nd|rd|th)\b|[万億亿千円元원억만人件日年倍名月周]|時間)*"
)
_UNIT = (
    r"(?:-(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|points?|stars?|fold)(?!\w|[-‐‑]\w)|\s(?:(?:business|working|calendar|consecutive|full|story|person)\s)?(?:days?|hours?|hrs?"
    r"|minutes?|mins?"
    r"|seconds?|secs?|weeks?|months?|quarters?|years?|yrs?|points?|pts|stars?|sprints?|tage?n?"
    r"|wochen?|monate?n?"
    r"|stunden?|jahre?n?|jours?|semaines?|mois|heures?|ans|d[ií]as|semanas|meses|horas|años|giorni"
    r"|settimane|mesi|ore"
    r"|дн(?:ей|я|ь)|час(?:ов|а)?|недел[ьия]|месяц(?:ев|а)?)(?!\w|[-‐‑]\w))?"
)
_ONE = rf"{_APPROX}{_MONEY}(?:{_NUMBER}){_SCALE}"
_BETWEEN = (
    r"(?:\s?(?:/|:|–|-|−|→|->|=>|>|~|to|of|out of|vs\.?|in|von|sur|de|bis|auf|из)\s?"
    r"|\s(?:a|à|do|da|na|до|naar|tot|op|van|su|z|מתוך|من)\s)"
)
_FROM = r"(?<!\w)(?:de|von|da|van|z|od|с|от|du)\s"  # "of" or "from": the latter where "to" follows
_TO = r"\s(?:a|à|auf|do|na|до|naar|tot)\s"
FIGURE = regex(
    rf"(?:from\s|{_FROM}(?={_ONE}{_UNIT}{_TO}\d))?"
    rf"{_ONE}(?:{_UNIT}{_BETWEEN}{_ONE}){{0,2}}{_UNIT}(?:\s?/\s?[^\W\d]+)?",
    re.IGNORECASE,
)

_WORDS = listed(
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
    "|thousand|million|billion|dozen|dozens|half|halved|third|quarter|double|doubled|triple|tripled"
    "|quadrupled|twice|thrice|all|none|no|every|first|only|both|single|null|keine|cero|doble|doppelt"
    "|verdoppelt|halbiert|vdvoe"
)
_BEFORE = regex(
    (
        r"[\s:：=–—→\-(]*\b(?:by|to|of|at|from|with|in|is|was|were|are|reached|hit|around|for|um|auf|de"
        r"|von|a|an|the)?[\s:：=–—→\-(]*$"
    ),
    re.IGNORECASE,
)
_CONTEXT = regex(
    (
        r"^(?:without|across|over|within|during|for|since|among|in|on|at|vs\.?|versus|compared|against"
        r"|through|with|after"
        r"|before|despite|while|when|from|per|by|of|ohne|bei|innerhalb|mit|sans|sin|senza)\b(?!\s*$)"
        r"|^(?:year over year|year on year|yoy|qoq|mom|p\.?a\.?)\b"
    ),
    re.IGNORECASE,
)
_REST = regex(
    r"\s+[—–]\s+|\s+-\s+|;\s+|,\s+(?!\d)|\s*[(（]|\.\s+"
    r"|\s(?=(?:without|across|over|within|during|since|vs\.?|versus|compared|against|year over year"
    r"|ohne|sans|sin)\b)"
)
_SEPARATED = regex(r"^\s*(?:[—–;,:：|=→.]|--?|->)\s*(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with what it measures and what the note adds."""

    name: str
    value: str
    context: str


_YEAR = regex(r"(?:19|20)\d\d")
_NUMBER_WORD = regex(r"\b(?:zero|doubled|tripled|quadrupled|halved|no(?= \w+s\b))\b", re.IGNORECASE)


def has_figure(text: str) -> bool:
    """Whether the text says how much or how many, in digits or in words."""
    return any(mark.isnumeric() for mark in text) or not _WORDS.isdisjoint(fold(text).split())


def find_figure(text: str) -> re.Match[str] | None:
    """The figure that a line is about: the first that is no year, else the first."""
    found = [match for match in FIGURE.finditer(text) if not _is_part_of_word(text, match)]
    return next((match for match in found if not _YEAR.fullmatch(match.group().strip())), None) or next(
        iter(found), None
    )


def _is_part_of_word(text: str, match: re.Match[str]) -> bool:
    """Whether the digits belong to a name: Q3, B2B, COVID-19, Web3."""
    before, after = text[: match.start()], text[match.end() :]
    shown = match.group().lstrip()
    if before and ((before[-1].isalpha() and before[-1].isascii()) or before[-1] == "#"):
        return True
    if after and after[0].isalpha() and after[0].isascii() and shown[-1:].isdigit():
        return True
    return bool(shown.startswith("-") and before and before[-1:].isalnum())


def split_value(rest: str) -> tuple[str, str]:
    """What follows a metric's name, as its value and its context."""
    rest = rest.strip()
    inner = re.match(r"^([^()（）]+?)\s*[(（](.+)[)）]\s*\.?$", rest)
    if inner and has_figure(inner[1]):
        value, context = split_value(inner[1])
        return value, "; ".join(filter(None, (context, inner[2].strip())))
    figure = find_figure(rest)
    if figure is None:
        return rest, ""
    start = 0 if len(rest[: figure.start()].split()) <= 3 else figure.start()
    value, after = rest[start : figure.end()].strip(), rest[figure.end() :].strip()
    if not after:
        return value, ""
    separated = _SEPARATED.match(after)
    if separated:
        return value, _context(separated[1])
    if _CONTEXT.match(after) or after.startswith(("(", "（", "[")):
        return value, _context(after)
    cut = _REST.search(rest, figure.end())
    if cut:
        return rest[start : cut.start()].strip(), _context(rest[cut.start() :])
    return rest[start:].strip(), ""


def _context(text: str) -> str:
    text = re.sub(r"^[\s—–\-;,:：|]+", "", text).strip()
    whole = re.match(r"^[(（\[]([^()（）\[\]]+)[)）\]]\.?$", text)
    return (whole[1] if whole else text).strip()


_PARTED = regex(
    r"\s+[—–]\s+|\s+-\s+|;\s+|,\s+(?=(?:up|down|from|vs|versus|was|against|compared|target|goal)\b)",
    re.IGNORECASE,
)


def split_sentence(text: str, value: str = "", start: int = -1) -> Measured | None:
    """A sentence with a figure, as the figure, what it measures and its context; None without a figure.

    Where words stand on both sides of the figure its place in the name is kept by "…".
    """
    if not value:
        figure = find_figure(text)
        if figure is None or _YEAR.fullmatch(figure.group().strip()):
            figure = _NUMBER_WORD.search(text)
        if figure is None:
            return None
        value, start, end = figure.group().strip(), figure.start(), figure.end()
    else:
        end = start + len(value)
    before = text[:start].strip()
    after = text[end:].strip()
    before = before if any(mark.isalnum() for mark in before) else ""  # an emoji names nothing
    trimmed = _BEFORE.sub("", before).strip(" ,;:–—-(")
    context = ""
    remark = re.search(r"\s*[(（]([^()（）]+)[)）]\s*\.?$", f" {after}")
    if remark:
        context, after = remark[1].strip(), after[: max(remark.start() - 1, 0)].strip()
    parted = _PARTED.search(f" {after}" if after[:1] in "—–-;" else after)
    if not trimmed:
        name = after
        if parted and parted.start() > 0:
            name, context = (
                after[: parted.start()],
                "; ".join(filter(None, (after[parted.end() :].strip(), context))),
            )
        return Measured(_tail(name), value, context)
    after = after.strip(" .")
    if not after:
        return Measured(trimmed, value, context)
    if after[:1] in ",;—–-" or (_CONTEXT.match(after) and not after.lower().startswith("of ")):
        return Measured(trimmed, value, "; ".join(filter(None, (_context(after), context))))
    return Measured(f"{before} … {after}", value, context)


def _tail(text: str) -> str:
    text = text.strip(" .,;:：=–—-→|")
    return (
        re.sub(
            r"^(?:of|in|for|der|die|das|de|des|del)\s+(?:the\s+|all\s+)?", "", text, flags=re.IGNORECASE
        ).strip()
        or text
    )
