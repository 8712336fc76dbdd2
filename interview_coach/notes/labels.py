"""Labels at the start of a line: **Situation:** text, S - text, `key:: value`, Answer: text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interview_coach.notes.patterns import regex
from interview_coach.notes.text import CODE_OFF, CODE_ON, plain

_BOLD = regex(r"^([^\w\x02\x03\"“«(]{0,8}(?:\d{1,2}[.)]\s*)?)\x02+([^\x02\x03]+)\x03+(.*)$", re.DOTALL)
_COLON = regex(r"^([^:：∶]{1,80}?)\s*(?:::|:(?!//|\d)|(?<!\d):(?!//)|：|∶)\s*(.*)$", re.DOTALL)
_DASH = regex(r"^([^\n]{1,80}?)(?:\s+(?:[-–—→=|~]|--|->|=>)\s+|\s*[—–→]\s*)(.*)$", re.DOTALL)
_SEPARATOR = regex(r"^[\s\x02\x03]*(?:::|[:：∶]|(?:--?>?|=>|[–—→=|])(?=[\s\x03]|\w))?[\s\x03]*")


# 【状況】 text, [Situation] text
_BRACKETS = regex(
    r"^\s*\x02*(?:[【［〔]([^【】［］〔〕]{1,40})[】］〕]|\[([^\W\d][^\d\[\]]{0,39})\])\x03*\s*[:：]?\s*(.*)$",
    re.DOTALL,
)
_REMARK = regex(r"^\s*[(（][^()（）]{1,40}[)）](\s*(?:[:：]|[-–—](?=\s)))")  # **S** (Situation): text


@dataclass(frozen=True, slots=True)
class Label:
    """The name before a separator, and the marked text after it."""

    name: str
    rest: str
    bold: bool
    colon: bool


def labels(marked: str) -> Iterator[Label]:
    """The ways in which the line can be read as a label with text after it, the likeliest first."""
    bold = _BOLD.match(marked)
    if bold:
        lead, rest = plain(bold[2]), _REMARK.sub(r"\1", bold[3])
        separated = _SEPARATOR.match(rest)
        after = rest[separated.end() :] if separated else rest
        touching = bool(after) and len(after) == len(rest)
        colon = lead.endswith((":", "：")) or rest.lstrip().startswith((":", "："))
        if lead and (colon or not touching):
            yield Label(lead.rstrip(" :：-–—."), after, bold=True, colon=colon)
    brackets = _BRACKETS.match(marked) if marked.lstrip("\x02 ")[:1] in ("【", "［", "〔", "[") else None
    if brackets:
        yield Label(plain(brackets[1] or brackets[2]), brackets[3], bold=bool(bold), colon=True)
    colon_at = _COLON.match(marked)
    if colon_at:
        name = plain(colon_at[1])
        if name and colon_at[1].count(CODE_ON) == colon_at[1].count(CODE_OFF):
            yield Label(name, colon_at[2].lstrip("\x03 "), bold=bool(bold), colon=True)
    dash_at = _DASH.match(marked)
    if dash_at:
        name = plain(dash_at[1])
        if name:
            yield Label(name, dash_at[2], bold=bool(bold), colon=False)


def is_bold(marked: str) -> bool:
    """Whether the whole line is emphasised, but for a colon or a mark around it."""
    bold = _BOLD.match(marked)
    return bool(bold) and not plain(bold[3]).strip(" :：.") if bold else False
