"""Plain text out of marked text, and the few questions asked of it: is it quoted, is it a question.

Marked text is what `markdown.py` makes of a line: plain characters, with control characters that say
where emphasis, links and code begin and end. They never occur in a note (`source.py` takes control
characters out), so that a label such as **Situation:** can still be told from the words after it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from interview_coach.notes.patterns import regex

STRONG_ON, STRONG_OFF = "\x02", "\x03"
LINK_ON, LINK_OFF = "\x04", "\x05"
CODE_ON, CODE_OFF = "\x0e", "\x0f"


def listed(names: str) -> frozenset[str]:
    """The names of a table's cell, "|" between them."""
    return frozenset(names.split("|"))


MAX_FIELDS = 20  # Dataview fields looked for on one line

_WHITE = regex(r"[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")
# What never belongs on a screen: controls, zero-width spaces, the marks that reorder or hide text. ZWJ and
# ZWNJ stay, since scripts and emoji need them, and so do the harmless direction marks LRM, RLM and ALM.
_UNWANTED = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
ESCAPE_SEQUENCE = regex(
    "(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]?"  # colours, cursor moves
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]{0,2000}(?:\x07|\x1b\\\\|\x9c)?"  # titles, links
    "|\x1b[ -/]{0,4}[0-~]?"
)

_DATAVIEW = regex(r"[\[(][\w \-/]{1,40}::[^\[\]()\n]{0,200}[\])]")
_BLOCK_ID = regex(r"(?:^|\s)\^[A-Za-z0-9-]{1,64}\s*$")
_HEADING_ID = regex(r"\s\{#[\w-]{1,64}\}\s*$")
_TASK_DATES = regex(r"\s*(?:[📅⏳🛫✅➕❌]\ufe0f?\s*\d{4}-\d\d-\d\d|[⏫🔼🔽🔺⏬]\ufe0f?)(?=\s|$)")
_TAG = r"#(?=[^\s#]{0,80}[^\W\d_])[\w/\-]{1,80}"
_WHOLE_TAG = regex(rf"{_TAG}[\x02-\x05]?")
_TAG_WITHIN = regex(rf"(?:(?<=\s)|(?<=^)|(?<=[(\[]))({_TAG})")


def without_controls(text: str) -> str:
    """The text without escape sequences, control characters and marks that reorder or hide it."""
    if text.isascii() and text.isprintable():
        return text
    return _UNWANTED.sub("", _WHITE.sub(" ", ESCAPE_SEQUENCE.sub("", text)))


def escaped(json: str) -> str:
    """A JSON text with the same values, in which nothing that never belongs on a screen stands as itself."""
    return json if json.isascii() and "\x7f" not in json else _UNWANTED.sub(_escape, json)


def _escape(unwanted: re.Match[str]) -> str:
    return f"\\u{ord(unwanted[0]):04x}"


def clean(text: str) -> str:
    """The text on one line: no control characters, no marks that reorder or hide it, single spaces."""
    return " ".join(without_controls(text).split())


def shortened(text: str, most: int = 60) -> str:
    """The text on one line of at most `most` characters, for a message that names it."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def plain(marked: str) -> str:
    """Marked text as a person reads it: without marks, tags, block ids and Dataview fields."""
    if "::" in marked and marked.count("::") <= MAX_FIELDS:
        marked = _DATAVIEW.sub("", marked)
    if "#" in marked:
        marked = _without_tags(marked)
    if "^" in marked:
        marked = _BLOCK_ID.sub("", marked)
    if not marked.isascii():
        marked = _TASK_DATES.sub("", marked)
    return clean(marked)


def _without_tags(marked: str) -> str:
    """The text without the tags before and after it; one within a sentence is a word of it."""
    words = _HEADING_ID.sub("", marked).split()
    first, last = 0, len(words)
    while last > first and _WHOLE_TAG.fullmatch(words[last - 1]):
        last -= 1
    while first < last and _WHOLE_TAG.fullmatch(words[first]):
        first += 1
    return _TAG_WITHIN.sub(lambda tag: tag.group(1)[1:], " ".join(words[first:last]))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a note, marked and plain, and its line in the file."""

    marked: str
    line: int
    text: str


def make_line(marked: str, line: int) -> Line:
    """The line with its plain text."""
    return Line(marked, line, plain(marked))


def as_one(lines: Sequence[Line]) -> Line:
    """Wrapped lines as the one that they were meant to be, at the place of the first."""
    if len(lines) == 1:
        return lines[0]
    return make_line(" ".join(line.marked for line in lines), lines[0].line)


_OPEN_DOUBLE, _CLOSE_DOUBLE = '"“„«»‟＂〝', '"”“»«‟＂〞〟'
_PAIRS = {
    "「": "」",
    "『": "』",
    "‹": "›",
    "›": "‹",
    "《": "》",
    "〈": "〉",
    "‘": "’",
    "‚": "‘",
    "'": "'",
    "`": "`",
}


def unquote(text: str) -> str:
    """The text without the one pair of quotation marks round the whole of it, if there is one."""
    if len(text) < 2:
        return text
    first, last = text[0], text[-1]
    if first in _OPEN_DOUBLE and last in _CLOSE_DOUBLE:
        inner = text[1:-1]
        return inner.strip() if _pair_is_outer(inner, first, last) else text
    if _PAIRS.get(first) == last:
        inner = text[1:-1]
        if not re.search(rf"(?<!\w){re.escape(last)}|{re.escape(last)}(?!\w)", inner):
            return inner.strip()
    return text


def _pair_is_outer(inner: str, first: str, last: str) -> bool:
    """Whether the marks round `inner` belong to each other rather than to two quotations side by side."""
    if first != last and first in inner + last and last in first + inner:
        depth = 1
        for mark in inner:
            depth += (mark == first) - (mark == last)
            if depth == 0:
                return False
        return depth == 1
    marks = [at for at, mark in enumerate(inner) if mark in _OPEN_DOUBLE]
    if not marks:
        return True
    at = marks[0]
    return len(marks) % 2 == 0 and (at == 0 or inner[at - 1] in " ([—–-")


def fold(text: str) -> str:
    """Text for comparing names: no case, accents, punctuation, emoji or numbering; single spaces."""
    return _folded(text) if len(text) <= 120 else _folded.__wrapped__(text)


# Letters that Unicode takes for letters of their own, and people for a letter with a mark.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    if not text.isascii():
        text = "".join(
            mark for mark in unicodedata.normalize("NFKD", text) if unicodedata.category(mark) != "Mn"
        )
        text = text.casefold().translate(_LETTERS)
    text = text.casefold().replace("’", "'").replace("'s ", " ").replace("'", "")
    return " ".join(re.sub(r"[^\w&+]|_", " ", text).split())


_ENUMERATOR = regex(
    r"^(?:[•◦▪▫‣●○∙·➢➤►▶→–—\-*]\s+|[\[(]?(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]"
    r"|[ivxIVX]{1,4})[\])]?[.)、．]\s*(?=\D)|\(\d{1,3}\)\s*"
    r"|\d{1,2}(?:\.\d{1,2}){2,4}\.?\s+"
    r"|[①-⑳❶-❿➀-➓]\s*|#\d{1,3}[.:)]?\s+|\d\ufe0f?\u20e3\s*)"
)


def without_enumerator(text: str) -> str:
    """The text without a number, letter or bullet typed before it."""
    found = _ENUMERATOR.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


def without_marks(text: str) -> str:
    """The text without emoji and other marks before its first letter, figure, bracket or quotation mark."""
    return re.sub(r"^[^\w(\[#\"“„«「]+", "", text)


_QUESTION_MARKS = "?？؟\u037e⁇‽⁈"
_CLOSERS = " \"”“»«'’‘」』)）]"
_OPENERS = regex(
    r"(?:please |so,? |and |ok,? )?(?:tell (?:me|us)|describe|walk (?:me|us)|give (?:me|us|an)"
    r"|share (?:a|an|with|your)|"
    r"talk (?:me|us|about)|explain|show (?:me|us)|convince|sell me|pitch|imagine|suppose|name (?:a|an"
    r"|one|two|three)"
    r"|discuss|compare|think of|recall|introduce yourself|can you|could you|how (?:do|did|would|have"
    r"|can|are) "
    r"|what (?:is|are|was|were|do|did|would)|why (?:do|did|are|is|should)|have you|erzahlen"
    r"|beschreiben|nennen sie"
    r"|raccont|descriv|conte|fale)\b"
)
_IMPERATIVE = regex(
    r"(?:please |so,? |and |ok,? )?(?:tell (?:me|us)|describe|walk (?:me|us)|give (?:me|us|an)"
    r"|share (?:a|an)|"
    r"talk (?:me|us) through|explain|show (?:me|us)|convince|sell me|pitch|imagine|name (?:a|an|one"
    r"|two|three) "
    r"|introduce yourself)\b"
)
# "Tell me about", "describe", "name" and their like, as interviewers in other languages begin.
_ABROAD = regex(
    r"(?:erzahlen|beschreiben|schildern|nennen|erklaren|cuentame|cuenteme|cuente|hableme|hablame|describa|describe"
    r"|explique|digame|parlez|decrivez|racontez|expliquez|donnez|citez|fale|conte|descreva|mi parli|parlami"
    r"|mi racconti|raccontami|descriva|spieghi|vertel|beschrijf|noem|opowiedz|prosze opowiedziec|opisz|wyjasnij"
    r"|popiste|popis|reknete|vypravejte|uvedte|povezte|расскажи(?:те)?|опишите|приведите|назовите|объясните"
    r"|حدثنا|حدثني|صف|اذكر|اخبرنا|اخبرني|ספר|ספרי|תאר|תארי)\b"
    r"|请|請|谈谈|談談|讲讲|说说|说一|介绍一"
)
_ABROAD_AT_END = ("てください", "聞かせて", "주세요", "보세요", "설명하시오", "बताइए", "बताएं", "बताएँ", "बताइये")


def asks(text: str) -> bool:
    """Whether the text ends on a question mark, before any closing quotation marks and brackets."""
    text = re.sub(r"\s*[(（][^()（）]{0,80}[)）]\s*$", "", text).rstrip(_CLOSERS + ".…")
    return bool(text) and text[-1] in _QUESTION_MARKS


def is_question(text: str, *, loose: bool = False) -> bool:
    """Whether the text puts a question: it ends on a question mark or opens like "Tell me about".

    `loose` also takes openings such as "What is" that an answer might have as well.
    """
    if asks(text):
        return True
    opening = fold(without_enumerator(text))[:40]
    if (_OPENERS if loose else _IMPERATIVE).match(opening) or _ABROAD.match(opening):
        return True
    return not text.isascii() and text.rstrip(f"{_CLOSERS}.。।").endswith(_ABROAD_AT_END)


_SENTENCE_END = "?？؟.。!！…:：;；"


def ends_sentence(text: str) -> bool:
    """Whether the line ends where a sentence does, so that the next line begins another."""
    stripped = text.rstrip(_CLOSERS)
    return bool(stripped) and stripped[-1] in _SENTENCE_END


_PLACEHOLDERS = listed(
    "todo|to do|tbd|tba|tbc|n a|na|none|none yet|nothing yet|not yet|empty|coming soon|fill in"
    "|fill me in|to fill|wip|xx|xxx|fixme|to be done|pending|to be written|placeholder|add|add later"
    "|question|answer|your answer|your question"
)


def is_placeholder(text: str) -> bool:
    """Whether the text only holds a place: nothing, dashes, dots, "TODO", "TBD", "N/A"."""
    if len(text) > 40:
        return False
    folded = fold(text)
    return not folded or folded in _PLACEHOLDERS
