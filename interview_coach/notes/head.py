"""A note's frontmatter: found, read as YAML with bounds, and turned into texts.

python-frontmatter reads it, with PyYAML's C loader where it is there. The values stay as they were typed
("2025-01", "5+", "No" are no dates, numbers or booleans here), which the base loader gives, and which no
alias can blow up, since an alias is the same object again.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from interview_coach.notes.model import Problem, Severity
from interview_coach.notes.patterns import regex
from interview_coach.notes.text import clean, fold, unquote

if TYPE_CHECKING:
    from frontmatter.default_handlers import YAMLHandler

MAX_HEAD = 64 * 1024  # characters; a person's frontmatter has a few hundred
MAX_VALUES = 500  # texts taken from one value, however deep its lists go

_FENCE = regex(r"^-{3,}[ \t]*$")
_CLOSE = regex(r"^(?:-{3,}|\.{3})[ \t]*$")
_KEY = regex(r"^[\"']?[^\W\d][\w \-./]{0,60}[\"']?[ \t]*:(?:[ \t]|$)")
_REMEDY = "put the value in quotation marks if it holds a colon, and indent with spaces"


@dataclass(frozen=True, slots=True)
class Head:
    """Frontmatter as texts by folded key, the raw text, and the body with the file's line that it begins on."""

    values: Mapping[str, tuple[str, ...]]
    raw: str
    body: str
    body_line: int
    broken: Problem | None = None
    duplicates: tuple[Problem, ...] = field(default=())

    def texts(self, *keys: str) -> tuple[str, ...]:
        """The texts of the first of these keys that is there."""
        return next((self.values[key] for key in keys if self.values.get(key)), ())

    def text(self, *keys: str) -> str:
        """The texts of the first of these keys as one."""
        return ", ".join(self.texts(*keys))

    def names(self, *keys: str) -> tuple[str, ...]:
        """The texts of the first of these keys, comma strings taken apart."""
        texts = self.texts(*keys)
        if len(texts) == 1:
            texts = tuple(re.split(r"[,;，、]", texts[0]))
        return tuple(dict.fromkeys(filter(None, (unquote(text.strip()) for text in texts))))


def read_head(text: str) -> Head:
    """The frontmatter of a note's text, and its body. A rule at the top of a note is no frontmatter."""
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines[:20]) if line.strip()), None)
    if start is None or not _FENCE.match(lines[start]):
        return Head({}, "", text, 1)
    end = next((at for at in range(start + 1, len(lines)) if _CLOSE.match(lines[at])), None)
    looks = _looks_like_yaml(lines[start + 1 : end if end is not None else start + 40])
    if end is None or (looks and _closes_too_late(lines[start + 1 : end])):
        return _unclosed(lines, start) if looks else Head({}, "", text, 1)
    raw = "\n".join(lines[start + 1 : end])
    body, body_line = "\n".join(lines[end + 1 :]), end + 2
    if not raw.strip():
        return Head({}, raw, body, body_line)
    if not looks and not raw.lstrip().startswith(("{", "#", "%", "<", "-", "&", "?", '"', "'", "!")):
        return Head({}, "", text, 1)
    loaded = _load(raw, start + 2)
    if isinstance(loaded, Problem):
        return Head(_salvaged(raw), raw, body, body_line, loaded) if looks else Head({}, "", text, 1)
    if not isinstance(loaded, dict):
        return Head({}, "", text, 1)
    return Head(_values(loaded), raw, body, body_line, None, _duplicates(raw, start + 2))


def _looks_like_yaml(lines: Sequence[str]) -> bool:
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    return bool(_KEY.match(first))


def _closes_too_late(lines: Sequence[str]) -> bool:
    """Whether the dashes that would close the frontmatter are a rule far down in the note's text."""
    blank = next((at for at, line in enumerate(lines) if not line.strip()), None)
    return blank is not None and any(re.match(r"#{1,6}\s+\S", line) for line in lines[blank:])


def _unclosed(lines: Sequence[str], start: int) -> Head:
    """Frontmatter without its closing dashes: it goes on as long as its lines look like YAML."""
    end = start + 1
    while end < len(lines) and (_KEY.match(lines[end]) or re.match(r"^(?:\s+\S|- )", lines[end])):
        end += 1
    raw = "\n".join(lines[start + 1 : end])
    loaded = _load(raw, start + 2)
    values = _values(loaded) if isinstance(loaded, dict) else _salvaged(raw)
    message, hint = "the frontmatter is never closed", "add a line --- after its last line"
    problem = Problem(start + 1, Severity.ERROR, message, hint)
    return Head(values, raw, "\n".join(lines[end:]), end + 1, problem)


@cache
def _handler() -> "YAMLHandler":
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

    class TextHandler(YAMLHandler):
        """YAML whose scalars stay text, between the fences that were found before."""

        def split(self, text: str) -> tuple[str, str]:
            return text, ""

        def load(self, fm: str, **kwargs: object) -> Any:
            return {"": yaml.load(fm, Loader=loader)}  # noqa: S506 - a base loader makes text, lists and dicts only

    return TextHandler()


def _load(raw: str, first_line: int) -> Any:
    """What the YAML says, or the problem with it. Tabs that indent are taken for spaces."""
    import frontmatter
    import yaml

    if len(raw) > MAX_HEAD:
        return Problem(
            first_line, Severity.ERROR, "the frontmatter is too long to read", "move the text below it"
        )
    first_line += raw[: len(raw) - len(raw.lstrip())].count("\n")  # which python-frontmatter strips
    try:
        try:
            return frontmatter.parse(raw, handler=_handler())[0][""]
        except yaml.YAMLError:
            if "\t" not in raw:
                raise
            return frontmatter.parse(raw.replace("\t", "  "), handler=_handler())[0][""]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + min(mark.line, raw.count("\n")) if mark else first_line
        return Problem(
            line,
            Severity.ERROR,
            f"the frontmatter is not valid YAML: {clean(error.problem or 'unreadable')}",
            _REMEDY,
        )
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        reason = clean(str(error).splitlines()[0] if str(error) else type(error).__name__)[:120]
        return Problem(first_line, Severity.ERROR, f"the frontmatter is not valid YAML: {reason}", _REMEDY)


def _values(loaded: Mapping[Any, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, value in loaded.items():
        folded = fold(clean(str(key)).replace("_", " ").replace("-", " "))
        found.setdefault(folded, tuple(_texts(value)))
    return found


def _texts(value: Any) -> list[str]:
    """A value's texts in order, at most MAX_VALUES, however it is nested."""
    found: list[str] = []
    waiting = [value]
    for _ in range(MAX_VALUES * 4):
        if not waiting or len(found) >= MAX_VALUES:
            break
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each[:MAX_VALUES])
        elif isinstance(each, dict):
            waiting += reversed(list(each)[:MAX_VALUES])
        elif isinstance(each, str) and each not in ("~", "null", "Null", "NULL"):
            found.append(_shown(each))
    return [text for text in found if text]


def _shown(value: str) -> str:
    """A value as a reader sees it: the name in a wikilink, no quotation marks."""
    link = re.fullmatch(r"\s*\[\[([^\[\]]+)\]\]\s*", value)
    if link:
        value = link[1].rpartition("|")[2].rpartition("/")[2]
    return unquote(clean(value[:10_000]))


def _salvaged(raw: str) -> dict[str, tuple[str, ...]]:
    """What can be had of broken YAML: its plain "key: value" lines and the lists under them."""
    found: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in raw.split("\n")[:2000]:
        if _KEY.match(line):
            name, _, value = line.partition(":")
            key = fold(name.strip(" \"'").replace("_", " ").replace("-", " "))
            inner = value.strip().strip("[]")
            texts = inner.split(",") if value.strip().startswith("[") else [inner]
            found[key] = tuple(filter(None, (_shown(text.strip(" \"'")) for text in texts)))
        elif key and line.lstrip().startswith("- "):
            found[key] = (*found[key][:MAX_VALUES], _shown(line.lstrip()[2:].strip(" \"'")))
    return found


def _duplicates(raw: str, first_line: int) -> tuple[Problem, ...]:
    """Keys given twice: YAML keeps the last one silently."""
    seen: dict[str, int] = {}
    problems: list[Problem] = []
    for at, line in enumerate(raw.split("\n")[:2000]):
        if not _KEY.match(line):
            continue
        key = line.partition(":")[0].strip()
        if key in seen:
            message = f"the frontmatter has {clean(key)} twice; the second one counts"
            problems.append(
                Problem(
                    first_line + at,
                    Severity.WARNING,
                    message,
                    f"keep one of lines {seen[key]} and {first_line + at}",
                )
            )
        seen.setdefault(key, first_line + at)
    return tuple(problems[:20])
