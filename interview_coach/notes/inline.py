"""From one block's inline Markdown to marked lines."""

import re
from collections.abc import MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from interview_coach.notes.patterns import regex
from interview_coach.notes.text import (
    CODE_OFF,
    CODE_ON,
    LINK_OFF,
    LINK_ON,
    STRONG_OFF,
    STRONG_ON,
    Line,
    listed,
    make_line,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

# A paragraph of more than this is taken as it is, since inline rules can be slow there.
MAX_INLINE = 20_000  # characters
MAX_BRACKETS = 200
MAX_MARKS = 2_000

_SHOWN_BREAK = "\v"  # a break that only shows (<br>); "\n" is a line end in the file

_MARKDOWN = regex(r"[\\`*_\[\]<]|&(?=[#A-Za-z])|\$[^$]|\^\[|==|~~|\b[a-z]+://")
# The commonest marked lines, a label or a wikilink and plain words after it, which need no parser.
_USUAL = regex(
    r"(?:\*\*(?P<strong>(?! )[^\\`*_\[\]<&$^=~\n]+(?<! ))\*\*|\[\[(?P<link>[^\[\]\n`*_<$]{1,400})\]\])"
    r"(?P<rest>[^\\`*_\[\]<&$^=~\n]*)"
)
_LEFTOVER = regex(r"(\*\*|__)[ \t]*(?=\S)([^\n]{1,400}?)[ \t]*\1")
_HIGHLIGHT = regex(r"==(?=[^\s=])([^\n]{1,400}?)(?<=[^\s=])==(?!=)")
_MEDIA = regex(
    r"\.(?:png|jpe?g|gif|svg|webp|bmp|avif|heic|pdf|mp[34]|m4a|wav|webm|ogg|mov|canvas|excalidraw)$",
    re.IGNORECASE,
)

_BREAKS = listed("br|p|div|li|tr|summary|details|h1|h2|h3|h4|h5|h6|ul|ol")
_EMPHASIS = frozenset({"b", "strong", "em", "i", "mark", "u", "summary"})
_TAGS = (
    _BREAKS
    | _EMPHASIS
    | listed(
        "a|abbr|audio|big|blockquote|center|cite|code|dd|del|dl|dt|figure|font|hr|iframe|img|input|ins|kbd|label"
        "|pre|q|s|samp|script|section|small|span|strike|style|sub|sup|table|tbody|td|th|thead|tt|var|video"
    )
)
_TAG_NAME = regex(r"</?([A-Za-z][A-Za-z0-9-]*)")
_TEX = (
    (regex(r"\\[dt]?frac\{([^{}]{1,40})\}\{([^{}]{1,40})\}"), r"\1/\2"),
    (regex(r"\\(?:text|mathrm|mathbf|textbf|mathit)\{([^{}]{1,200})\}"), r"\1"),
    (regex(r"\\(?:approx|sim)\b ?"), "~"),
    (regex(r"\\(?:to|rightarrow)\b"), "→"),
    (regex(r"\\times\b"), "×"),
    (regex(r"\\(?:leq?)\b"), "≤"),
    (regex(r"\\(?:geq?)\b"), "≥"),
    (regex(r"\\([%$#&_{} ])"), r"\1"),
    (regex(r"\\[,;:!]"), " "),
)


def wikilink(state: "StateInline", silent: bool) -> bool:
    """Obsidian's [[target#heading|alias]], embeds ![[target]], footnote marks [^1] and ^[inline notes]."""
    source, start = state.src, state.pos
    mark = source[start]
    if mark not in "![^":
        return False
    found = _OBSIDIAN.match(source, start, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("wikilink", "", 0)
        token.content = _shown(found["link"], embedded=mark == "!") if found["link"] is not None else ""
    state.pos = found.end()
    return True


_OBSIDIAN = regex(r"!?\[\[(?P<link>[^\[\]\n]{1,400})\]\]|\[\^[^\]\s]{1,80}\]|\^\[[^\[\]\n]{0,1000}\]")


def _shown(link: str, *, embedded: bool) -> str:
    """What a reader sees of a wikilink: its alias, else the target's name; nothing of a picture."""
    target, _, alias = link.replace("\\|", "|").partition("|")
    name, _, heading = target.partition("#")
    if embedded and (_MEDIA.search(name.strip()) or alias.strip().isdigit()):
        return ""
    if alias.strip():
        return alias.strip()
    name = name.strip().removesuffix(".md").rsplit("/", 1)[-1]
    return name or heading.rsplit("#", 1)[-1].lstrip("^").strip()


def inline_lines(
    md: "MarkdownIt", content: str, numbers: Sequence[int], env: MutableMapping[str, Any]
) -> list[Line]:
    """The lines of a block's inline text; `numbers[n]` is the file's line of its n-th line."""
    last = len(numbers) - 1
    if content.endswith("\\") and not content.endswith("\\\\"):
        content = content[:-1]  # a hard break with nothing after it
    if not _MARKDOWN.search(content) or _is_too_much(content):
        return [make_line(text, numbers[min(at, last)]) for at, text in enumerate(content.split("\n"))]
    usual = _USUAL.fullmatch(content) if len(numbers) < 2 and "://" not in content else None
    if usual:
        return [make_line(_usual(usual), numbers[0])]
    tokens: list[Token] = []
    md.inline.parse(content, md, env, tokens)
    lines: list[Line] = []
    open_before = False
    for at, text in enumerate(_mended(_joined(tokens)).split("\n")):
        for shown in text.split(_SHOWN_BREAK):
            opened = STRONG_ON + shown if open_before else shown
            open_before = opened.rfind(STRONG_ON) > opened.rfind(STRONG_OFF)
            lines.append(make_line(opened + STRONG_OFF if open_before else opened, numbers[min(at, last)]))
    return lines


def _usual(found: re.Match[str]) -> str:
    if found["strong"]:
        return f"{STRONG_ON}{found['strong']}{STRONG_OFF}{found['rest']}"
    shown = _shown(found["link"], embedded=False)
    return f"{LINK_ON}{shown}{LINK_OFF}{found['rest']}" if shown else found["rest"]


def _is_too_much(content: str) -> bool:
    """Whether looking into the text could take long: nobody writes so many marks into one paragraph."""
    return (
        len(content) > MAX_INLINE
        or content.count("[") > MAX_BRACKETS
        or len(_MARKDOWN.findall(content)) > MAX_MARKS
    )


def _joined(tokens: "list[Token]") -> str:
    """The tokens as marked text; what is struck out is left out, since its author took it back."""
    pieces: list[str] = []
    struck = 0
    for token in tokens:
        kind = token.type
        if kind in ("s_open", "s_close"):
            struck += token.nesting
        elif kind in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif not struck:
            pieces.append(token.content if kind == "text" else _piece(token))
    return "".join(pieces)


_MARKS = {
    "strong_open": STRONG_ON,
    "em_open": STRONG_ON,
    "strong_close": STRONG_OFF,
    "em_close": STRONG_OFF,
    "link_open": LINK_ON,
    "link_close": LINK_OFF,
    "image": "",
}


def _piece(token: "Token") -> str:
    if token.type in _MARKS:
        return _MARKS[token.type]
    if token.type == "code_inline":
        if token.content.startswith(("= ", "$= ")):
            return ""  # a query of Dataview's, which shows its result
        return f"{CODE_ON}{token.content}{CODE_OFF}"
    if token.type == "wikilink":
        return f"{LINK_ON}{token.content}{LINK_OFF}" if token.content else ""
    if token.type == "html_inline":
        return _tag(token.content)
    if token.type.startswith("math_inline"):
        return _without_tex(token.content)
    return token.content


def _tag(content: str) -> str:
    """What an HTML tag stands for; text in angle brackets that is no tag of HTML stays as it is."""
    found = _TAG_NAME.match(content)
    name = found[1].lower() if found else ""
    if found and name not in _TAGS:
        return content
    shown = "\n" * content.count("\n")
    if name in _EMPHASIS:
        shown += STRONG_OFF if content.startswith("</") else STRONG_ON
    return shown + _SHOWN_BREAK if name in _BREAKS else shown


def _without_tex(content: str) -> str:
    for pattern, shown in _TEX:
        content = pattern.sub(shown, content)
    return content


def _mended(marked: str) -> str:
    """Emphasis that Markdown does not see but a reader does (`**状況：**次`, `**Task: **x`), and highlights."""
    if "**" in marked or "__" in marked:
        marked = _LEFTOVER.sub(rf"{STRONG_ON}\2{STRONG_OFF}", marked)
    if "==" in marked:
        marked = _HIGHLIGHT.sub(rf"{STRONG_ON}\1{STRONG_OFF}", marked)
    return marked
